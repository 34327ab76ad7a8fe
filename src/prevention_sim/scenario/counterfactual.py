"""The answer to `without`, as strata: whoever would enter one state without the programme is a group.

A file answers where its cases would go otherwise, or names strata of its own. Whoever reads strata reads them
here, so both kinds of file are computed and told the same way.
"""

from typing import Final

from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.caseload import OUT_OF_HOME, Into, State, Stratum, Stream
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.parts import Title

OTHERWISE: Final = Both("sonst {state}", "otherwise {state}")


def strata_of(scenario: Scenario) -> dict[str, Stratum]:
    """The strata of a file: those it names, or one for each state under `without`, with the state's id."""
    if scenario.strata:
        return scenario.strata
    return {
        name: Stratum.model_construct(
            title=answer.title or _title(scenario.states[name]),
            share=answer.share,
            tags=("imminent",) if scenario.states[name].setting in OUT_OF_HOME else (),
            source=answer.source,
            note=answer.note,
        )
        for name, answer in scenario.without.items()
        if name in scenario.states
    }


def share_path(scenario: Scenario, stratum: str) -> str:
    """Where the share of a stratum stands in the file."""
    return f"{'strata' if scenario.strata else 'without'}.{stratum}.share"


def destination_of(scenario: Scenario, stream: Stream) -> Into:
    """Where a stream goes: as it says, or each case to the state it would enter without the programme."""
    return {name: name for name in strata_of(scenario)} if stream.into is None else stream.into


def _title(state: State) -> Title:
    return Title(de=OTHERWISE.de.format(state=state.title.de), en=OTHERWISE.en.format(state=state.title.en))
