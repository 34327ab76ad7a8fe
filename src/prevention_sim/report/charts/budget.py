"""What each year costs without and with the programme."""

from collections.abc import Iterator

from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import (
    BLUE,
    INK,
    MOST_YEARS,
    ORANGE,
    WIDTH,
    Chart,
    ChartTable,
    Spec,
    compared,
    distinct,
    of_unit,
    spec_of,
)
from prevention_sim.report.numbers import decimal
from prevention_sim.report.rounding import add_up
from prevention_sim.report.tables import by_year, unit_for
from prevention_sim.report.teller import Teller, span


def draw(teller: Teller, strategy: str) -> Iterator[Chart]:
    """Bars side by side; the table adds up in rows and columns."""
    language, comparator = teller.language, teller.scenario.comparator
    years = teller.findings.years("horizon")[:MOST_YEARS]
    alone = strategy == comparator
    exact = [float(teller.findings.cost(strategy, teller.part(year))[0]) for year in years]
    scale, unit = unit_for(max(map(abs, exact)))
    cost = add_up([amount / scale for amount in exact])
    reliefs = (float(teller.findings.relief(strategy, teller.part(year))[0]) for year in years)
    relief = by_year([amount / scale for amount in reliefs], len(teller.window))
    without = [spent + saved for spent, saved in zip(cost, relief, strict=True)]
    names = distinct(
        [teller.words(teller.scenario.strategies[name].title) for name in (comparator, strategy)]
    )
    columns = [cost] if alone else [without, cost, relief]
    fields: dict[str, str | int] = {
        "years": span(years),
        "comparator": names[0],
        "strategy": names[1],
        "without": of_unit(sum(without), unit, language),
        "with_programme": of_unit(sum(cost), unit, language),
        "difference": compared(sum(relief), unit, language),
    }
    rows = [*zip(map(str, years), *columns, strict=True), (tell(language, "sum"), *map(sum, columns))]
    yield Chart(
        "budget",
        language,
        "bars",
        tell(language, "budget_title", unit=unit, payer=teller.payer),
        tell(language, "budget_reading_single" if alone else "budget_reading", **fields),
        _spec(years, columns[:2], names, unit),
        ChartTable(
            (tell(language, "year"), *(names[:1] if alone else (*names, tell(language, "relief")))),
            tuple((head, *(decimal(amount, language) for amount in amounts)) for head, *amounts in rows),
        ),
    )


def _spec(years: tuple[int, ...], series: list[list[int]], names: list[str], unit: str) -> Spec:
    rows = [
        {"year": str(year), "who": position, "name": names[position], "amount": amounts[at]}
        for at, year in enumerate(years)
        for position, amounts in enumerate(series)
    ]
    shown = names[: len(series)]
    return spec_of(
        rows,
        width=WIDTH,
        height=280,
        mark={"type": "bar", "stroke": INK, "strokeWidth": 1},
        encoding={
            "x": {"field": "year", "type": "nominal", "axis": {"title": None, "labelAngle": 0}},
            "xOffset": {"field": "who", "type": "nominal", "scale": {"paddingInner": 0.1}},
            "y": {"field": "amount", "type": "quantitative", "axis": {"title": unit}},
            "color": {
                "field": "name",
                "type": "nominal",
                "scale": {"domain": shown, "range": [ORANGE, BLUE][: len(shown)]},
            },
        },
    )
