"""The answer to `without`, as strata: whoever would enter one state without the programme is a group.

A file answers where its cases would go otherwise, or names strata of its own. Whoever reads strata reads them
here, so both kinds of file are computed and told the same way.
"""

from collections.abc import Sequence
from typing import Final

from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.caseload import OUT_OF_HOME, Into, State, Stratum, Stream
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.parts import Title
from prevention_sim.scenario.strata import chosen, crossed_strata, names_of

OTHERWISE: Final = Both("sonst {state}", "otherwise {state}")


def strata_of(scenario: Scenario) -> dict[str, Stratum]:
    """The strata of a file: those it names, or one for each state under `without`, with the state's id."""
    if scenario.crossed_with:
        return crossed_strata(scenario)
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
    if stream.into is None:
        return {name: name for name in strata_of(scenario)}
    if isinstance(stream.into, str) or not scenario.crossed_with:
        return stream.into
    return {
        stratum: state for named, state in stream.into.items() for stratum in strata_named(scenario, (named,))
    }


def strata_named(scenario: Scenario, named: Sequence[str]) -> tuple[str, ...]:
    """The strata that a statement is about: those it names, by themselves or by a group."""
    return chosen(scenario, named) if scenario.crossed_with else tuple(named)


def nameable(scenario: Scenario) -> tuple[str, ...]:
    """What a statement may name as strata."""
    return names_of(scenario) if scenario.crossed_with else tuple(strata_of(scenario))


def states_in(into: Into) -> list[str]:
    """The states a stream goes to, in the order of ids."""
    return [into] if isinstance(into, str) else sorted(set(into.values()))


def _title(state: State) -> Title:
    german, english = (
        OTHERWISE.told(language).format(state=state.title.told(language)) for language in ("de", "en")
    )
    return Title.model_construct(de=german, en=english)
