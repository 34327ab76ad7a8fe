"""What is unusual about capacities and places: warnings, never refusals."""

from collections.abc import Iterator
from typing import Final

from prevention_sim.foundation.units import per_year
from prevention_sim.scenario.capacity import Capacity, Places
from prevention_sim.scenario.costs import PerCase
from prevention_sim.scenario.counterfactual import destination_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import Diverts, MovesStock
from prevention_sim.scenario.evidence import written_out
from prevention_sim.scenario.finding import Finding, decimal, finding
from prevention_sim.scenario.interventions import Intervention
from prevention_sim.scenario.known_ranges import CASELOADS
from prevention_sim.scenario.limits import capacities_of, most_slots, no_place_ever, places_of
from prevention_sim.scenario.moves import states_left

LEAST_PRODUCTIVE: Final = 0.5
MOST_PRODUCTIVE: Final = 0.9
"""Shares of the working time between which help for cases usually lies."""


def doubtful_queues(scenario: Scenario) -> Iterator[Finding]:
    """Everything about capacities and places that deserves a second look."""
    for path, capacity in capacities_of(scenario):
        programme = scenario.interventions[path.split(".")[1]]
        if most_slots(scenario, capacity) == 0:
            yield finding("W400", f"{path}.posts.value", title=programme.title)
        yield from _nobody_asks(programme, path)
        yield from _unusual_caseload(scenario, programme, capacity, path)
        yield from _unusual_share(scenario, capacity, path)
    for path, places in places_of(scenario):
        if no_place_ever(scenario, places):
            title = scenario.states[path.split(".")[1]].title
            yield finding("W400", f"{path}.value.value", "places", title=title)
        yield from _overcrowded(scenario, places, path)
        yield from _cheap_bridge(scenario, places, path)
        yield from _bridge_without_end(scenario, places, path)


def _nobody_asks(programme: Intervention, path: str) -> Iterator[Finding]:
    takes = any(isinstance(effect, Diverts | MovesStock) for effect in programme.effects)
    if not programme.enrolment and not takes:
        yield finding("W401", path, at_key=True)


def _unusual_caseload(
    scenario: Scenario, programme: Intervention, capacity: Capacity, path: str
) -> Iterator[Finding]:
    """More or fewer cases per post than were ever planned with for such a programme."""
    caseload = written_out(capacity.caseload, scenario.readable)
    title = f"{programme.title.de} {programme.title.en}"
    for known in CASELOADS:
        outside = caseload is not None and not known.low <= caseload.value <= known.high
        if caseload is not None and outside and known.words.search(title):
            number = decimal(caseload.value)
            yield finding("W402", f"{path}.caseload.value", number=number, usual=known.usual)


def _unusual_share(scenario: Scenario, capacity: Capacity, path: str) -> Iterator[Finding]:
    written = capacity.productive_share
    share = written_out(written, scenario.readable) if written else None
    if share is not None and not LEAST_PRODUCTIVE <= share.value <= MOST_PRODUCTIVE:
        variant = "" if share.value > MOST_PRODUCTIVE else "low"
        percent = decimal(100.0 * share.value)
        yield finding("W403", f"{path}.productive_share.value", variant, percent=percent)


def _overcrowded(scenario: Scenario, places: Places, path: str) -> Iterator[Finding]:
    """More cases are there at the start than there are places."""
    state, room = path.split(".")[1], written_out(places.value, scenario.readable)
    stocks = [each for each in scenario.caseload.stock.values() if destination_of(scenario, each) == state]
    there = [written_out(stock.value, scenario.readable) for stock in stocks]
    cases = sum(each.value for each in there if each is not None)
    if room is not None and 0.0 < room.value < cases:
        title, where = scenario.states[state].title, f"{path}.value.value"
        yield finding("W406", where, title=title, cases=decimal(cases), room=decimal(room.value))


def _cheap_bridge(scenario: Scenario, places: Places, path: str) -> Iterator[Finding]:
    """Whoever waits for a place costs less than who has one, so that waiting would pay."""
    state = path.split(".")[1]
    place, bridge = (_cost_per_year(scenario, each) for each in (state, places.bridge))
    if place is not None and bridge is not None and bridge < place:
        dearer, cheaper = scenario.states[state].title, scenario.states[places.bridge].title
        yield finding("W404", f"{path}.bridge", state=dearer, bridge=cheaper)


def _cost_per_year(scenario: Scenario, state: str) -> float | None:
    """What a case in a state costs in a year; None where it is not written out plainly."""
    total = 0.0
    for line in scenario.costs.values():
        if not isinstance(line, PerCase) or line.state != state or line.counts_as:
            continue
        amount = written_out(line.value, scenario.readable)
        price = written_out(line.at, scenario.readable) if line.at else None
        if amount is None or (line.at and price is None) or line.case_count != "place_years":
            return None
        yearly = amount.value * per_year(amount.unit.denominator) / amount.unit.count
        total += yearly * (1.0 if price is None else price.value)
    return total


def _bridge_without_end(scenario: Scenario, places: Places, path: str) -> Iterator[Finding]:
    if places.bridge not in states_left(scenario):
        yield finding("W405", f"{path}.bridge", bridge=scenario.states[places.bridge].title)
