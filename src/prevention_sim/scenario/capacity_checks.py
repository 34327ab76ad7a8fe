"""Checks on queues: posts and places, schedules, who is served first, and what depends on waiting."""

from collections.abc import Iterator, Mapping, Sequence

from prevention_sim.scenario.capacity import Capacity, Places, PlacesStep, PostsStep
from prevention_sim.scenario.clocks import SINCE_ENROLMENT, clocks_read
from prevention_sim.scenario.costs import PerWaiting, Staff
from prevention_sim.scenario.counterfactual import nameable, strata_named
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import Changes, Diverts, MovesStock
from prevention_sim.scenario.evidence import written_out
from prevention_sim.scenario.finding import Finding, decimal, finding, unknown
from prevention_sim.scenario.interventions import Intervention, effects_of
from prevention_sim.scenario.limits import (
    ROUNDING,
    capacities_of,
    limited,
    most_slots,
    numbers_of_places,
    numbers_of_posts,
    places_of,
)
from prevention_sim.scenario.lines import lines_of
from prevention_sim.scenario.parts import Month
from prevention_sim.scenario.programme_checks import wrong_length


def wrong_queues(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with capacities and places, as far as no number has to be known."""
    for path, capacity in capacities_of(scenario):
        yield from _capacity(scenario, capacity, path)
    for path, places in places_of(scenario):
        yield from _places(scenario, places, path)
    yield from _led_into_places(scenario)
    yield from _effects_on_waiting(scenario)
    yield from _lines_about_capacity(scenario)
    yield from _engine(scenario)


def _capacity(scenario: Scenario, capacity: Capacity, path: str) -> Iterator[Finding]:
    programme = _programme(scenario, path)
    first = programme.start or scenario.time.start
    yield from _steps(capacity.schedule, f"{path}.schedule", first, programme.end)
    yield from _ranks(scenario, capacity.priority, f"{path}.priority")
    yield from _once_each(scenario, capacity.needs, f"{path}.needs")
    for stratum, slots in capacity.needs.items():
        if slots < 1:
            yield finding("E402", f"{path}.needs.{stratum}", "none", found=slots)
    if capacity.waiting_room is not None and capacity.waiting_room < 0:
        yield finding("E411", f"{path}.waiting_room", found=capacity.waiting_room)
    if capacity.hiring_lag is not None:
        yield from wrong_length(scenario, capacity.hiring_lag, f"{path}.hiring_lag", least=0)


def _places(scenario: Scenario, places: Places, path: str) -> Iterator[Finding]:
    """There is another state for those who find no place, and room in it."""
    state, where = path.split(".")[1], f"{path}.bridge"
    yield from _steps(places.schedule, f"{path}.schedule", scenario.time.start, None)
    yield from _ranks(scenario, places.priority, f"{path}.priority")
    yield from unknown("state", places.bridge, scenario.states, where)
    if places.bridge == state:
        yield finding("E405", where, written=state)
    elif places.bridge in scenario.states and scenario.states[places.bridge].places is not None:
        yield finding("E405", where, "limited", written=places.bridge)


def _programme(scenario: Scenario, path: str) -> Intervention:
    return scenario.interventions[path.split(".")[1]]


def _steps(
    steps: Sequence[PostsStep | PlacesStep], path: str, first: Month, last: Month | None
) -> Iterator[Finding]:
    """Steps come one after another, after the first month and before the end."""
    before = first
    for position, step in enumerate(steps):
        where, opens = f"{path}[{position}].from", step.from_
        if opens.count <= first.count:
            yield finding("E404", where, "early", written=opens, start=first)
        elif last is not None and opens.count > last.count:
            yield finding("E404", where, "over", written=opens, end=last)
        elif opens.count <= before.count:
            yield finding("E404", where, "twice" if opens == before else "", written=opens, other=before)
        before = opens


def _ranks(scenario: Scenario, priority: Mapping[str, int], path: str) -> Iterator[Finding]:
    """No two are served first."""
    yield from _once_each(scenario, priority, path)
    first: dict[int, str] = {}
    for stratum, rank in priority.items():
        if rank in first:
            yield finding("E403", f"{path}.{stratum}", written=stratum, other=first[rank], rank=rank)
        first.setdefault(rank, stratum)


def _once_each(scenario: Scenario, named: Mapping[str, int], path: str) -> Iterator[Finding]:
    """Strata that exist, none of them named by itself and by a group, or by two groups."""
    owner: dict[str, str] = {}
    for name in named:
        yield from unknown("stratum", name, nameable(scenario), f"{path}.{name}")
        again = [stratum for stratum in strata_named(scenario, (name,)) if stratum in owner]
        if again:
            other = owner[again[0]]
            yield finding("E403", f"{path}.{name}", "both", at_key=True, stratum=again[0], other=other)
        owner |= dict.fromkeys(strata_named(scenario, (name,)), name)


def _led_into_places(scenario: Scenario) -> Iterator[Finding]:
    """A programme leads nobody to where there may be no place, and one with a capacity nobody to itself."""
    written = scenario.interventions
    leading: dict[str, Diverts | MovesStock] = dict(effects_of(written, Diverts))
    leading |= dict(effects_of(written, MovesStock))
    for path, effect in leading.items():
        state = scenario.states.get(effect.into)
        if state is None:
            continue
        if state.places is not None:
            yield finding("E406", f"{path}.into", state=state.title)
        elif effect.into in effect.from_ and _programme(scenario, path).capacity is not None:
            yield finding("E406", f"{path}.into", "same", state=state.title)


def _effects_on_waiting(scenario: Scenario) -> Iterator[Finding]:
    """What acts while a case waits needs a queue, and ends with waiting."""
    for path, effect in effects_of(scenario.interventions, Changes):
        if effect.while_ == "taking_part":
            continue
        programme = _programme(scenario, path)
        if programme.capacity is None:
            yield finding("E407", f"{path}.while", programme=programme.title)
        if effect.with_:
            yield finding("E407", f"{path}.with", "with", at_key=True)
        if effect.fades_over is not None:
            yield finding("E407", f"{path}.fades_over", "after", at_key=True, key="fades_over")
        elif effect.afterwards == "lasts":
            yield finding("E407", f"{path}.afterwards", "after", at_key=True, key="afterwards: lasts")
        elif SINCE_ENROLMENT in clocks_read(effect.ratio):
            yield finding("E407", f"{path}.ratio.value", "clock", clock=SINCE_ENROLMENT)


def _lines_about_capacity(scenario: Scenario) -> Iterator[Finding]:
    """Posts that follow a capacity, and costs of waiting, stand in a programme that has one."""
    for path, line in lines_of(scenario):
        inside = path.startswith("interventions.")
        if inside and _programme(scenario, path).capacity is not None:
            continue
        if isinstance(line, Staff) and line.posts is None:
            yield finding("E408", path, at_key=True)
        if isinstance(line, PerWaiting) and inside:
            yield finding("E408", f"{path}.kind", "waiting")


def _engine(scenario: Scenario) -> Iterator[Finding]:
    """Only engines that know queues are asked for where somebody may have to wait."""
    limits = limited(scenario)
    if limits and scenario.engine in ("cohort", "microsimulation"):
        yield finding("E409", "engine", engine=scenario.engine, limits=", ".join(limits.paths))


def impossible_queues(scenario: Scenario) -> Iterator[Finding]:
    """Numbers of posts, cases and places that cannot be, as far as they are written out."""
    for path, capacity in capacities_of(scenario):
        yield from _impossible_posts(scenario, capacity, path)
        caseload = written_out(capacity.caseload, scenario.readable)
        if caseload is not None and caseload.value <= 0.0:
            yield finding("E401", f"{path}.caseload.value", found=decimal(caseload.value))
        yield from _impossible_needs(scenario, capacity, path)
    for path, places in places_of(scenario):
        for where, figure in numbers_of_places(places, path).items():
            count = written_out(figure, scenario.readable)
            if count is not None and (count.value < 0.0 or count.value % 1.0):
                yield finding("E410", f"{where}.value", found=decimal(count.value))


def _impossible_posts(scenario: Scenario, capacity: Capacity, path: str) -> Iterator[Finding]:
    """Posts are none or more, and as many as their size allows."""
    size = written_out(capacity.post_size, scenario.readable) if capacity.post_size else None
    if size is not None and size.value <= 0.0:
        yield finding("E400", f"{path}.post_size.value", "size", found=decimal(size.value))
    for where, figure in numbers_of_posts(capacity, path).items():
        posts = written_out(figure, scenario.readable)
        if posts is not None and posts.value < 0.0:
            yield finding("E400", f"{where}.value", found=decimal(posts.value))
        elif posts is not None and capacity.post_size is None:
            yield from _in_whole_posts(posts.value, 1.0, f"{where}.value", "full")
        elif posts is not None and size is not None and size.value > 0.0:
            yield from _in_whole_posts(posts.value, size.value, f"{where}.value", "whole")


def _in_whole_posts(posts: float, size: float, path: str, variant: str) -> Iterator[Finding]:
    count = round(posts / size)
    if abs(posts / size - count) > ROUNDING:
        whole = decimal(max(count, 1) * size)
        yield finding("E400", path, variant, found=decimal(posts), size=decimal(size), whole=whole)


def _impossible_needs(scenario: Scenario, capacity: Capacity, path: str) -> Iterator[Finding]:
    """No case needs more than there ever is."""
    slots = most_slots(scenario, capacity)
    for stratum, needed in capacity.needs.items():
        if slots is not None and 0 < slots < needed:
            yield finding("E402", f"{path}.needs.{stratum}", stratum=stratum, found=needed, slots=slots)
