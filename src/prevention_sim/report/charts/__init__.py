"""Charts, in the order of the telling: one file and one line each."""

from collections.abc import Iterator
from typing import Final

from prevention_sim.report.charts import bearers, bridge, budget, caseload, payback, waiting, waterfall
from prevention_sim.report.charts.chart import Chart, Draw
from prevention_sim.report.teller import Teller

CHARTS: Final[dict[str, Draw]] = {
    "budget": budget.draw,
    "waterfall": waterfall.draw,
    "payback": payback.draw,
    "bearers": bearers.draw,
    "caseload": caseload.draw,
    "waiting": waiting.draw,
    "bridge": bridge.draw,
}


def charts_of(teller: Teller, strategy: str) -> Iterator[Chart]:
    """Every chart of a strategy."""
    for draw in CHARTS.values():
        yield from draw(teller, strategy)
