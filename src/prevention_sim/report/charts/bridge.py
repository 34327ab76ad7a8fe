"""The bridge the council knows, drawn: from the last result to the forecast with the programme."""

from collections.abc import Iterator

from prevention_sim.analysis.bridge import bridges
from prevention_sim.report.bridge import tell_bridge
from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import Chart, of_unit
from prevention_sim.report.charts.stairs import stairs_spec, stairs_table
from prevention_sim.report.teller import Teller


def draw(teller: Teller, strategy: str) -> Iterator[Chart]:
    """One chart for each product whose forecast may be held against its last result."""
    language = teller.language
    for number, bridge in enumerate(bridges(teller.scenario, teller.outcomes, strategy), start=1):
        if not bridge.comparable:
            continue
        staircase = tell_bridge(teller.scenario, bridge, teller.payer, language)
        levels = [stair for stair in staircase.stairs if stair.is_level]
        first, last = levels[0], levels[-1]
        sentence = tell(
            language,
            "bridge_reading",
            last=of_unit(first.amount, staircase.unit, language),
            last_name=first.name,
            forecast=of_unit(last.amount, staircase.unit, language),
            forecast_name=last.name,
        )
        yield Chart(
            f"bridge-{number}",
            language,
            "steps",
            staircase.title,
            f"{sentence} {staircase.reason}".strip(),
            stairs_spec(staircase, language, more_is_better=False),
            stairs_table(staircase, language, tell(language, "step")),
        )
