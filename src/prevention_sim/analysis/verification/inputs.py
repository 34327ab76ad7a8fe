"""TECH-VER 1: are the inputs documented, possible, and of any use?"""

from typing import Final

import numpy as np

from prevention_sim.analysis.verification.bench import Answer, Bench, Listed, compared
from prevention_sim.economics.outcomes import weighed_counts
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model
from prevention_sim.model.rows import ParameterTable
from prevention_sim.model.transitions import SLACK
from prevention_sim.scenario.document import figures_of, grade_of
from prevention_sim.scenario.expressions import names_in

STEP: Final = 0.01
"""How far a number is moved, relative to what is written, or from 0."""

ELSEWHERE: Final = ("conventions.", "prices.general_rise", "budget.", "scenario.")
"""Where numbers stand that rows do not vary, or that only tables beside the result read."""

BESIDE: Final = (
    ".payment_lag", ".cashable.share", ".cashable.lag", ".age", ".elapsed", ".lasts", ".fades_over", ".over",
    ".notice", ".variation",
)  # fmt: skip
"""How the paths of other such numbers end, parameters aside."""


def documented(bench: Bench) -> Answer:
    """Every number names its source, and with it a grade of evidence (C1)."""
    graded = [(found.path, grade_of(bench.scenario, found)) for found in figures_of(bench.scenario)]
    numbers = [(path, grade) for path, grade in graded if grade is not None]
    return Listed(len(numbers), tuple(path for path, grade in numbers if grade == "none"))


def possible(bench: Bench) -> Answer:
    """Chances to leave add up to at most 1 in a cycle, and the shares of bearers to 1 (C2)."""
    bound, model = bench.base.bound, bench.model
    leaving = [_leaving(model, bound, cell) for cell in range(len(model.cells))]
    return compared(
        *((np.maximum(chance - 1.0, 0.0), SLACK) for chance in leaving),
        (np.minimum(bound.scale, 0.0), 0.0),
        (np.minimum(bound.shape, 0.0), 0.0),
        (bound.share.sum(axis=1) - 1.0, SLACK),
    )


def _leaving(model: Model, bound: Bound, cell: int) -> FloatArray:
    """The chance to leave a cell, f8[phase or 1, position or 1, strategy, stratum, row]."""
    total: FloatArray = np.zeros((1, 1, *bound.scale.shape[1:]))
    for edge in np.flatnonzero(model.edge_origin == cell):
        course, chance = model.courses[edge], bound.scale[edge]
        if course is None:
            total = total + chance
            continue
        values = bound.shape[course.first : course.first + course.rows]
        total = total + chance * values.reshape(course.phases, course.positions, *values.shape[1:])
    return total


def influential(bench: Bench) -> Answer:
    """A number that is moved up or down moves a count, an amount or an outcome, or is refused."""
    table, elsewhere = bench.model.table, _read_elsewhere(bench.model.table)
    model = bench.model.in_nominal_terms()
    as_written = _result(bench, model, {})
    examined = [name for name in table.names if name not in elsewhere]
    idle = tuple(name for name in examined if not _matters(bench, model, name, as_written))
    return Listed(len(examined), idle)


def _matters(bench: Bench, model: Model, name: str, as_written: FloatArray) -> bool:
    """Whether a number moves something; one that can be moved neither up nor down is held by others."""
    written = bench.written[name]
    step = STEP * abs(written) or STEP
    refused = 0
    for moved in (written + step, written - step):
        try:
            result = _result(bench, model, {name: moved})
        except ModelError:
            refused += 1
            continue
        if not np.array_equal(result, as_written):
            return True
    return refused == 2  # noqa: PLR2004 - up and down


def _result(bench: Bench, model: Model, changes: dict[str, float]) -> FloatArray:
    """All counts, amounts and outcomes with a number changed."""
    outcomes = bench.of(changes, model)
    trace = outcomes.trace
    weighed = (weighed_counts(model, outcomes.bound, trace, outcome.id) for outcome in model.outcomes)
    counted = (outcomes.ledger.amount.values, trace.time_in, trace.entries, trace.at_end, *weighed)
    return np.concatenate([each.ravel() for each in counted])


def _read_elsewhere(table: ParameterTable) -> frozenset[str]:
    """Numbers that something else than the ledger reads, by themselves or through formulas."""
    formulas = dict(table.formulas)
    read = {name for name in (*table.names, *formulas) if _stands_elsewhere(name)}
    for name, formula in reversed(table.formulas):
        if name in read:
            read.update(names_in(formula))
    return frozenset(read)


def _stands_elsewhere(name: str) -> bool:
    return name.startswith(ELSEWHERE) or (name.endswith(BESIDE) and not name.startswith("parameters."))
