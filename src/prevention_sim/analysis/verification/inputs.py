"""TECH-VER 1: are the inputs documented, possible, and of any use?"""

from typing import Final

import numpy as np

from prevention_sim.analysis.verification.bench import Answer, Bench, Listed, compared
from prevention_sim.economics.outcomes import weighed_counts
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.model import Model
from prevention_sim.model.rows import ParameterTable
from prevention_sim.model.transitions import SLACK
from prevention_sim.scenario.document import figures_of, grade_of
from prevention_sim.scenario.expressions import names_in

STEP: Final = 0.01
"""How far a number is moved, relative to what is written, or from 0."""

ELSEWHERE: Final = ("conventions.", "prices.general_rise", "budget.", "scenario.")
"""Where numbers stand that rows do not vary, or that only tables beside the result read."""

BESIDE: Final = (".payment_lag", ".cashable.share", ".cashable.lag", ".lasts", ".fades_over")
"""How the paths of other such numbers end."""


def documented(bench: Bench) -> Answer:
    """Every number names its source, and with it a grade of evidence (C1)."""
    graded = [(found.path, grade_of(bench.scenario, found)) for found in figures_of(bench.scenario)]
    numbers = [(path, grade) for path, grade in graded if grade is not None]
    return Listed(len(numbers), tuple(path for path, grade in numbers if grade == "none"))


def possible(bench: Bench) -> Answer:
    """Chances to leave add up to at most 1 in a cycle, and the shares of bearers to 1 (C2)."""
    bound, model = bench.base.bound, bench.model
    leaving: FloatArray = np.zeros((len(model.cells), *bound.scale.shape[1:]))
    steady = [edge for edge, course in enumerate(model.courses) if course is None]
    for edge in steady:  # what varies in time is looked at when numbers are bound
        leaving[model.edge_origin[edge]] += bound.scale[edge]
    return compared(
        (np.maximum(leaving - 1.0, 0.0), SLACK),
        (np.minimum(bound.scale, 0.0), 0.0),
        (bound.share.sum(axis=1) - 1.0, SLACK),
    )


def influential(bench: Bench) -> Answer:
    """A number that is moved up or down moves a count or an amount, or is refused."""
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
    weighed = (weighed_counts(model, outcomes.bound, trace, each.id) for each in model.outcomes)
    counted = (outcomes.ledger.amount.values, trace.time_in, trace.entries, trace.at_end, *weighed)
    return np.concatenate([each.ravel() for each in counted])


def _read_elsewhere(table: ParameterTable) -> frozenset[str]:
    """Numbers that something else than the ledger reads, by themselves or through formulas."""
    formulas = dict(table.formulas)
    read = {name for name in (*table.names, *formulas) if name.startswith(ELSEWHERE) or name.endswith(BESIDE)}
    for name, formula in reversed(table.formulas):
        if name in read:
            read.update(names_in(formula))
    return frozenset(read)
