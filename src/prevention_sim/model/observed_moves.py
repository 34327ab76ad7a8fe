"""Observed transitions become reasons to move: cases counted over a period, or a whole matrix."""

from collections.abc import Iterator
from fractions import Fraction

from prevention_sim.model.expressions import rest_of
from prevention_sim.model.model import Cause
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation
from prevention_sim.scenario.matrix import MatrixCell, cells_of, states_of

MATRIX = "matrix"
"""The path of the moves of a matrix: they are complete as they are, whatever the conversion."""


def counted(scenario: Scenario, everywhere: tuple[int, ...], cycle_years: Fraction) -> Iterator[Cause]:
    """The moves of stays that were counted: `separate` rescales each chance, `competing` the exit."""
    for state, stay in scenario.stays.items():
        if stay.over is None:
            continue
        path = f"stays.{state}.counts"
        moved: dict[str, Expression] = {
            target: Name(f"{path}.{target}") for target in sorted(stay.counts) if target != state
        }
        left = _added(list(moved.values()))
        seen = _added([left, Name(f"{path}.{state}")]) if state in stay.counts else left
        periods = Number(float(cycle_years / stay.over.years))
        leave = Operation("per_cycle", (Operation("/", (left, seen)), periods))
        for target, count in moved.items():
            if scenario.conventions.conversion == "separate":
                chance = Operation("per_cycle", (Operation("/", (count, seen)), periods))
                yield Cause(state, target, everywhere, chance, Number(1.0), f"{path}.{target}", stay.stage)
            else:
                yield Cause(
                    state, target, everywhere, leave, _share(count, left, len(moved)), path, stay.stage
                )


def of_matrix(scenario: Scenario, everywhere: tuple[int, ...], cycle_years: Fraction) -> Iterator[Cause]:
    """The moves of a matrix: chances over one cycle, by its root or power."""
    cells = cells_of(scenario)
    if scenario.matrix is None:
        return
    states, periods = states_of(cells), cycle_years / scenario.matrix.period.years
    entries = tuple(entry for state in states for entry in _row(cells.get(state), state, states))
    over = (Number(float(periods.numerator)), Number(float(periods.denominator)))
    for origin in sorted(cells):
        for target in states:
            if target != origin:
                where = (Number(float(states.index(origin))), Number(float(states.index(target))))
                chance = Operation("chance_over", (*where, *over, *entries))
                yield Cause(origin, target, everywhere, chance, Number(1.0), MATRIX)


def _row(written: dict[str, MatrixCell] | None, state: str, states: tuple[str, ...]) -> list[Expression]:
    """The shares of a state; without a row, everybody stays."""
    if written is None:
        return [Number(float(target == state)) for target in states]
    named: dict[str, Expression] = {
        target: Name(cell.path) for target, cell in sorted(written.items()) if cell.written != "rest"
    }
    rest = rest_of(list(named.values()))
    return [named.get(target, rest if target in written else Number(0.0)) for target in states]


def _share(count: Expression, left: Expression, targets: int) -> Expression:
    """Of those who left, the share that went here; where nobody left, it does not matter."""
    return Operation("where", (left, Operation("/", (count, left)), Number(1.0 / targets)))


def _added(counts: list[Expression]) -> Expression:
    total, *others = counts
    for count in others:
        total = Operation("+", (total, count))
    return total
