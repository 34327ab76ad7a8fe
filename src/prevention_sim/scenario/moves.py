"""Every move between states that a file speaks of, in whichever form, and the period it is written for."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from prevention_sim.foundation.units import YEARS_PER
from prevention_sim.scenario.caseload import Leaving, Matrix, Setting, Stay
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import Changes, Diverts
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.interventions import Intervention
from prevention_sim.scenario.matrix import cells_of
from prevention_sim.scenario.quantities import UNREAD
from prevention_sim.scenario.unit_algebra import unit_of

SETTINGS: Final[tuple[Setting | None, ...]] = (
    "none", None, "ambulatory", "foster", "mother_child", "residential"
)  # fmt: skip
"""Settings by how much is done for a case; placement without a setting counts as the last."""


def intensity_of(scenario: Scenario, state: str) -> float:
    """The rank of a state: as written, else by its setting; a state that is never left comes first."""
    written = scenario.states[state]
    if written.intensity is not None:
        return float(written.intensity)
    if state not in states_left(scenario):
        return -1.0
    placed = written.setting is None and "placement" in written.tags
    return float(len(SETTINGS) - 1 if placed else SETTINGS.index(written.setting))


def leavings_of(scenario: Scenario) -> Iterator[tuple[str, Leaving]]:
    """Every stay and every move with its path."""
    yield from ((f"stays.{state}", stay) for state, stay in scenario.stays.items())
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            yield f"{section}[{position}]", move


def moves_of(scenario: Scenario) -> Mapping[tuple[str, str], list[Leaving | Matrix]]:
    """What the file says about each move, by its two states."""
    found: dict[tuple[str, str], list[Leaving | Matrix]] = {}
    for state, stay in scenario.stays.items():
        for to in (*stay.to, *(name for name in stay.counts if name != state)):
            found.setdefault((state, to), []).append(stay)
    for move in (*scenario.breakdowns, *scenario.transitions):
        for origin in move.from_:
            found.setdefault((origin, move.to), []).append(move)
    if scenario.matrix is not None:
        for origin, row in cells_of(scenario).items():
            for to in (name for name in row if name != origin):
                found.setdefault((origin, to), []).append(scenario.matrix)
    return found


def moves_changed(
    scenario: Scenario, programme: Intervention, effect: Changes
) -> Mapping[tuple[str, str], list[Leaving | Matrix]]:
    """The moves that an effect changes: those it names, out of states in which a case may be then."""
    ends = effect.afterwards == "ends" and effect.fades_over is None
    inside = programme.continues_in if ends else None
    if inside and effect.while_ == "waiting":
        diverted = (each.from_ for each in programme.effects if isinstance(each, Diverts))
        inside = (*inside, *(state for states in diverted for state in states))
    return {
        (origin, to): said
        for (origin, to), said in moves_of(scenario).items()
        if origin in (effect.from_ or (origin,))
        and to in (effect.to or (to,))
        and origin in (inside or (origin,))
    }


def states_left(scenario: Scenario) -> frozenset[str]:
    """The states that something leads out of."""
    return frozenset(origin for origin, _ in moves_of(scenario))


def period_written(scenario: Scenario, said: Leaving | Matrix) -> Fraction | None:
    """The period a chance is written for, in years; None where it is a mean stay, a rate or a law."""
    if isinstance(said, Matrix):
        return said.period.years
    if isinstance(said, Stay) and said.over is not None:
        return said.over.years
    return None if said.probability is None else period_of(scenario, said.probability)


def period_of(scenario: Scenario, figure: Figure) -> Fraction:
    """The period of a chance or rate in years: 3 of `12 %/3 years`."""
    unit = unit_of(figure, scenario.readable)
    return Fraction(0) if unit == UNREAD else unit.count * YEARS_PER.get(unit.denominator, Fraction(0))
