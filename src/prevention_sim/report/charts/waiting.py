"""How many wait, month by month, for each limit of a strategy."""

from collections.abc import Iterator

from prevention_sim.analysis.queues import Queue, queues
from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import (
    BLUE,
    INK,
    LEVEL,
    MOST_YEARS,
    ORANGE,
    WIDTH,
    Chart,
    ChartTable,
    Spec,
    distinct,
    spec_of,
)
from prevention_sim.report.numbers import decimal
from prevention_sim.report.queues import QueueTeller
from prevention_sim.report.teller import Teller

COLOURS = (BLUE, ORANGE, INK, LEVEL)
DASHES = ([1, 0], [5, 3], [2, 2], [8, 2])


def draw(teller: Teller, strategy: str) -> Iterator[Chart]:
    """A line for each limit at which somebody waits; nothing where nobody does."""
    years = teller.findings.years("horizon")[:MOST_YEARS]
    found = [queue for queue in queues(teller.outcomes, strategy) if queue.longest(years) > 0.0][
        : len(COLOURS)
    ]
    if not found:
        return
    language = teller.language
    named = QueueTeller(teller.scenario, teller.outcomes, language)
    names = distinct([named.name(queue) for queue in found])
    longest = max(found, key=lambda queue: queue.waiting(years))
    yield Chart(
        "waiting",
        language,
        "lines",
        tell(language, "waiting_title"),
        tell(
            language,
            "waiting_reading",
            limit=names[found.index(longest)],
            year=years[-1],
            waiting=decimal(longest.waiting(years[-1:]), language, 1),
        ),
        _spec(found, names, years),
        ChartTable(
            (tell(language, "limit"), *map(str, years)),
            tuple(
                (name, *(decimal(queue.waiting((year,)), language, 1) for year in years))
                for name, queue in zip(names, found, strict=True)
            ),
        ),
    )


def _spec(found: list[Queue], names: list[str], years: tuple[int, ...]) -> Spec:
    rows = [
        {"name": name, "time": round(time, 4), "waiting": round(float(waiting), 3)}
        for name, queue in zip(names, found, strict=True)
        for time, waiting in zip(*queue.course(years), strict=True)
    ]
    shown = {"field": "name", "type": "nominal", "sort": None}
    return spec_of(
        rows,
        width=WIDTH,
        height=240,
        mark={"type": "line", "strokeWidth": 2.5, "interpolate": "step-after"},
        encoding={
            "x": {
                "field": "time",
                "type": "quantitative",
                "scale": {"zero": False, "nice": False, "domain": [years[0], years[-1] + 1]},
                "axis": {"title": None, "values": list(range(years[0], years[-1] + 2)), "format": "d"},
            },
            "y": {"field": "waiting", "type": "quantitative", "axis": {"title": None, "tickCount": 5}},
            "color": {**shown, "scale": {"domain": names, "range": list(COLOURS[: len(names)])}},
            "strokeDash": {**shown, "scale": {"domain": names, "range": list(DASHES[: len(names)])}},
        },
    )
