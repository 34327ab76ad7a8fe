"""Which programmes and forms of help have limits, and what their queues say of each stratum."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import Final

from prevention_sim.scenario.capacity import Capacity, Places
from prevention_sim.scenario.counterfactual import strata_named
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure, written_out

ROUNDING: Final = 1e-9
"""What a product that should be whole may lack by rounding."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Programmes with a capacity that some strategy runs, and states with places, in the order of ids."""

    programmes: tuple[str, ...]
    states: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Where they stand in the file."""
        capacities = (f"interventions.{name}.capacity" for name in self.programmes)
        return (*capacities, *(f"states.{name}.places" for name in self.states))

    def __bool__(self) -> bool:
        """Whether anybody may have to wait."""
        return bool(self.programmes or self.states)


def limited(scenario: Scenario) -> Limits:
    """What has limits; a file without any is computed by every engine."""
    running = {name for strategy in scenario.strategies.values() for name in strategy.interventions}
    capacities = {name for name, each in scenario.interventions.items() if each.capacity is not None}
    places = (name for name, state in scenario.states.items() if state.places is not None)
    return Limits(tuple(sorted(running & capacities)), tuple(sorted(places)))


def capacities_of(scenario: Scenario) -> Iterator[tuple[str, Capacity]]:
    """The capacity of every programme that has one, with its path."""
    for name, programme in scenario.interventions.items():
        if programme.capacity is not None:
            yield f"interventions.{name}.capacity", programme.capacity


def places_of(scenario: Scenario) -> Iterator[tuple[str, Places]]:
    """The places of every state that has a limit, with their path."""
    for name, state in scenario.states.items():
        if state.places is not None:
            yield f"states.{name}.places", state.places


def by_stratum(scenario: Scenario, named: Mapping[str, int]) -> dict[str, int]:
    """Ranks or needs of each stratum that is named, by itself or by a group it belongs to."""
    return {stratum: number for name, number in named.items() for stratum in strata_named(scenario, (name,))}


def slots_of(posts: float, productive_share: float, caseload: float) -> int:
    """How many slots posts have, of which a case takes one or more.

    >>> slots_of(2.5, 0.8, 15)
    30
    >>> slots_of(0.1, 0.7, 10)
    0
    """
    return floor(posts * productive_share * caseload + ROUNDING)


def numbers_of_posts(capacity: Capacity, path: str) -> dict[str, Figure]:
    """How many posts there are at the start and from each step on, by path."""
    later = {f"{path}.schedule[{at}].posts": step.posts for at, step in enumerate(capacity.schedule)}
    return {f"{path}.posts": capacity.posts, **later}


def numbers_of_places(places: Places, path: str) -> dict[str, Figure]:
    """How many places there are at the start and from each step on, by path."""
    later = {f"{path}.schedule[{at}].places": step.places for at, step in enumerate(places.schedule)}
    return {f"{path}.value": places.value, **later}


def most_slots(scenario: Scenario, capacity: Capacity) -> int | None:
    """The most slots there ever are; None where a number is not written out."""
    posts = [written_out(each, scenario.readable) for each in numbers_of_posts(capacity, "").values()]
    caseload = written_out(capacity.caseload, scenario.readable)
    share = written_out(capacity.productive_share, scenario.readable) if capacity.productive_share else None
    unread = capacity.productive_share is not None and share is None
    known = [each.value for each in posts if each is not None]
    if caseload is None or unread or len(known) < len(posts):
        return None
    return slots_of(max(known), 1.0 if share is None else share.value, caseload.value)


def no_place_ever(scenario: Scenario, places: Places) -> bool:
    """Whether nobody ever finds a place, as far as all numbers are written out."""
    counts = [written_out(each, scenario.readable) for each in numbers_of_places(places, "").values()]
    return all(count is not None and count.value == 0.0 for count in counts)
