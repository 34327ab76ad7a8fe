"""From gross to net: what becomes of the placement cost that a programme avoids."""

from collections.abc import Iterator

from prevention_sim.report.breakdown import Breakdown
from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import Chart, of_unit
from prevention_sim.report.charts.stairs import stairs_spec, stairs_table
from prevention_sim.report.teller import Teller


def draw(teller: Teller, strategy: str) -> Iterator[Chart]:
    """The steps and the net amount; nothing without placements, or against itself."""
    staircase = Breakdown(teller.scenario, teller.outcomes, teller.language).staircase(strategy)
    if staircase is None or len(staircase.stairs) == 1:
        return
    *steps, net = staircase.stairs
    largest, language = max(steps, key=lambda stair: abs(stair.amount)), teller.language
    yield Chart(
        "waterfall",
        language,
        "steps",
        staircase.title,
        tell(
            language,
            "waterfall_reading" if net.amount >= 0 else "waterfall_reading_burden",
            gross=largest.name,
            amount=of_unit(largest.amount, staircase.unit, language),
            net=of_unit(abs(net.amount), staircase.unit, language),
        ),
        stairs_spec(staircase, language, more_is_better=True),
        stairs_table(staircase, language, tell(language, "step")),
    )
