"""Checks on cases: groups, where they come from, and every way they are said to go on."""

from collections.abc import Iterator
from itertools import product

from prevention_sim.scenario.caseload import Into, Move, Stay
from prevention_sim.scenario.counterfactual import nameable, strata_named, strata_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.finding import Finding, finding, several_rests, unknown
from prevention_sim.scenario.matrix import MOST_STATES, cells_of, states_of
from prevention_sim.scenario.strata import ways_of


def wrong_caseload(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with groups, streams, stays and moves."""
    yield from _strata(scenario)
    yield from _counterfactual(scenario)
    yield from _states(scenario)
    yield from _moves(scenario)
    yield from _moves_said_twice(scenario)
    yield from _matrix(scenario)
    yield from _caseload(scenario)


def _strata(scenario: Scenario) -> Iterator[Finding]:
    for way, groups in ways_of(scenario).items() or {"without": strata_of(scenario)}.items():
        yield from several_rests({f"{way}.{name}.share": group.share for name, group in groups.items()})
    if scenario.crossed_with:
        yield from _crossed(scenario)


def _crossed(scenario: Scenario) -> Iterator[Finding]:
    """Groups that are crossed have names of their own, and the file does not ask where cases go otherwise."""
    if not scenario.strata:
        yield finding("E347", "crossed_with", at_key=True)
    seen: dict[str, str] = {}
    for way, groups in ways_of(scenario).items():
        for name in groups:
            if name in seen:
                yield finding(
                    "E348", f"{way}.{name}", at_key=True, written=name, other=f"{seen[name]}.{name}"
                )
            seen[name] = way


def _counterfactual(scenario: Scenario) -> Iterator[Finding]:
    if scenario.without and scenario.strata:
        yield finding("E230", "without", at_key=True)
        return
    for name in scenario.without:
        path = f"without.{name}"
        yield from unknown("state", name, scenario.states, path)
        if name in scenario.states and scenario.states[name].setting is None:
            yield finding("E231", path, at_key=True, state=scenario.states[name].title)


def _states(scenario: Scenario) -> Iterator[Finding]:
    for state, stay in scenario.stays.items():
        yield from unknown("state", state, scenario.states, f"stays.{state}")
        for target in stay.to:
            yield from unknown("state", target, scenario.states, f"stays.{state}.to.{target}")
            if target == state:
                yield finding("E205", f"stays.{state}.to.{target}", "stay", at_key=True)
        yield from several_rests({f"stays.{state}.to.{target}": share for target, share in stay.to.items()})
        yield from _counted(scenario, state, stay) if stay.counts or stay.over else _told(state, stay)


def _told(state: str, stay: Stay) -> Iterator[Finding]:
    """A stay says how fast it ends, and where cases go then."""
    if len(stay.ways) != 1:
        yield finding("E206", f"stays.{state}", "stay", at_key=True)
    if not stay.to:
        yield finding("E112", f"stays.{state}", at_key=True, missing="to")


def _counted(scenario: Scenario, state: str, stay: Stay) -> Iterator[Finding]:
    """Counts say how fast a stay ends as well as where cases go."""
    path = f"stays.{state}"
    for target in stay.counts:
        yield from unknown("state", target, scenario.states, f"{path}.counts.{target}")
    for key in (*stay.ways, *(("to",) if stay.to else ())):
        yield finding("E321", f"{path}.{key}", at_key=True, key=key)
    if stay.over is None or not stay.counts:
        yield finding("E112", path, at_key=True, missing="counts" if stay.over else "over")
    if stay.counts and not set(stay.counts) - {state}:
        yield finding("E321", f"{path}.counts", "nowhere", at_key=True, state=state)


def _moves(scenario: Scenario) -> Iterator[Finding]:
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            path = f"{section}[{position}]"
            if len(move.ways) != 1:
                yield finding("E206", path)
            for state in move.from_:
                yield from unknown("state", state, scenario.states, f"{path}.from")
                if state == move.to:
                    yield finding("E205", f"{path}.to")
            yield from unknown("state", move.to, scenario.states, f"{path}.to")
            for stratum in move.strata or ():
                yield from unknown("stratum", stratum, nameable(scenario), f"{path}.strata")


def _strata_of_move(scenario: Scenario, move: Move) -> tuple[str, ...]:
    return strata_named(scenario, move.strata or tuple(strata_of(scenario))) or ("",)


def _moves_said_twice(scenario: Scenario) -> Iterator[Finding]:
    said: dict[tuple[str, str, str], str] = {}
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            for key in product(move.from_, (move.to,), _strata_of_move(scenario, move)):
                if key in said:
                    start, end, stratum = key
                    yield finding(
                        "E213",
                        f"{section}[{position}]",
                        "stratum" if stratum else "",
                        start=start,
                        end=end,
                        stratum=stratum,
                        other=said[key],
                    )
                said[key] = f"{section}[{position}]"


def _matrix(scenario: Scenario) -> Iterator[Finding]:
    """A matrix is written in one way, and its states are left by nothing else."""
    matrix = scenario.matrix
    if matrix is None:
        return
    if (matrix.table is None) == (not matrix.rows):
        yield finding("E326", "matrix", at_key=True)
        return
    if matrix.table is not None:
        yield from unknown("table", matrix.table, scenario.tables, "matrix.table")
    cells = cells_of(scenario)
    states = states_of(cells)
    if len(states) > MOST_STATES:
        yield finding("E326", "matrix", "many", at_key=True, count=len(states), limit=MOST_STATES)
        return
    named: dict[str, str] = {}
    for origin, row in cells.items():
        yield from several_rests({cell.path: cell.written for cell in row.values()})
        for name, at in ((origin, f"matrix.rows.{origin}"), *((to, row[to].path) for to in row)):
            named.setdefault(name, "matrix.table" if matrix.table else at)
    for name, at in named.items():
        yield from unknown("state", name, scenario.states, at)
    yield from _left_twice(scenario, states)


def _left_twice(scenario: Scenario, states: tuple[str, ...]) -> Iterator[Finding]:
    """States of a matrix that are left by something else too."""
    for state in scenario.stays:
        if state in states:
            yield finding("E324", f"stays.{state}", at_key=True, state=state)
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            for state in move.from_:
                if state in states:
                    yield finding("E324", f"{section}[{position}].from", state=state)


def _caseload(scenario: Scenario) -> Iterator[Finding]:
    for kind, streams in (
        ("stock", scenario.caseload.stock),
        ("intake", scenario.caseload.intake),
        ("arrivals", scenario.caseload.arrivals),
    ):
        for name, stream in streams.items():
            path, key = f"caseload.{kind}.{name}", "in" if kind == "stock" else "into"
            if stream.into is not None:
                yield from _into(scenario, stream.into, f"{path}.{key}")
            elif not scenario.without:
                yield finding("E112", path, "into", at_key=True, missing=key)


def _into(scenario: Scenario, into: Into, path: str) -> Iterator[Finding]:
    if isinstance(into, str):
        yield from unknown("state", into, scenario.states, path)
        return
    for stratum, state in into.items():
        yield from unknown("stratum", stratum, nameable(scenario), f"{path}.{stratum}")
        yield from unknown("state", state, scenario.states, f"{path}.{stratum}")
    named = strata_named(scenario, tuple(into))
    missing = [stratum for stratum in strata_of(scenario) if stratum not in named]
    if missing:
        yield finding("E207", path, at_key=True, strata=", ".join(missing))
