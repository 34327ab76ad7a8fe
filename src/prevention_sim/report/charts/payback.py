"""How relief comes together, and from when on the programme has paid for itself."""

from collections.abc import Iterator

import numpy as np

from prevention_sim.analysis.timing import CashCourse, cash_course, timing_of
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import (
    BLUE,
    INK,
    MOST_YEARS,
    WIDTH,
    Chart,
    ChartTable,
    Spec,
    of_unit,
    spec_of,
)
from prevention_sim.report.headline import Headline
from prevention_sim.report.numbers import decimal
from prevention_sim.report.tables import by_year, unit_for
from prevention_sim.report.teller import Teller


def draw(teller: Teller, strategy: str) -> Iterator[Chart]:
    """A line over the cycles; the table has the years."""
    if strategy == teller.scenario.comparator:
        return
    language = teller.language
    course = cash_course(teller.outcomes.model, strategy, teller.perspective)
    yearly = _by_year(course)
    years = teller.findings.years("horizon")[:MOST_YEARS]
    scale, unit = unit_for(float(np.abs(np.cumsum(yearly)).max()))
    rounded = by_year((yearly / scale)[: len(years)].tolist(), len(teller.window))
    cumulated = np.cumsum(rounded)
    payback = Headline(teller.scenario, teller.outcomes, language).payback(timing_of(course))
    rows = zip(years, rounded, cumulated.tolist(), strict=True)
    yield Chart(
        "payback",
        language,
        "line",
        tell(language, "payback_title", unit=unit, payer=teller.payer),
        tell(
            language,
            "payback_reading",
            year=years[-1],
            amount=of_unit(float(cumulated[-1]), unit, language),
            payback=payback,
        ),
        _spec(course, years, scale, unit, tell(language, "end_of", year="")),
        ChartTable(
            (tell(language, "year"), tell(language, "in_the_year"), tell(language, "cumulated")),
            tuple(
                (str(year), decimal(each, language), decimal(so_far, language)) for year, each, so_far in rows
            ),
        ),
    )


def _by_year(course: CashCourse) -> FloatArray:
    yearly: FloatArray = np.bincount(course.calendar.year_of_cycle, weights=course.nominal).astype(np.float64)
    return yearly


def _spec(course: CashCourse, years: tuple[int, ...], scale: float, unit: str, end_of: str) -> Spec:
    """Time in years, with a line at the end of each budget year."""
    calendar = course.calendar
    shown = int(np.count_nonzero(calendar.year_of_cycle < len(years)))
    begin = calendar.start.year + (calendar.start.month - 1) / 12
    ends = begin + np.arange(shown + 1) * float(calendar.cycle_years)
    amounts = np.concatenate(([0.0], course.cumulated[:shown] / scale))
    rows = [
        {"time": round(time, 4), "amount": round(amount, 2)}
        for time, amount in zip(ends.tolist(), amounts.tolist(), strict=True)
    ]
    return spec_of(
        rows,
        width=WIDTH,
        height=260,
        encoding={
            "x": {
                "field": "time",
                "type": "quantitative",
                "scale": {"zero": False, "nice": False, "domain": [years[0], years[-1] + 1]},
                "axis": {
                    "title": None,
                    "values": [year + 1 for year in years],
                    "labelExpr": f"'{end_of}' + format(datum.value - 1, 'd')",
                    "grid": True,
                },
            },
            "y": {"field": "amount", "type": "quantitative", "axis": {"title": unit}},
        },
        layer=[
            {"mark": {"type": "area", "color": BLUE, "opacity": 0.25}},
            {"mark": {"type": "line", "color": BLUE, "strokeWidth": 2.5}},
            {
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1},
                "encoding": {"y": {"datum": 0}, "x": None},
            },
        ],
    )
