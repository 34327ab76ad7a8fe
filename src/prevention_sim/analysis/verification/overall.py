"""TECH-VER 4 and 5: do switching values turn the answer, and are results the same however computed?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from prevention_sim.analysis.break_even import (
    GRAINS_OF_ROUNDING,
    BreakEven,
    Question,
    break_even,
    verified_within,
)
from prevention_sim.analysis.counterfactual import questions
from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.verification.bench import Answer, Bench, Inapplicable, compared
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import set_rows, with_numbers

if TYPE_CHECKING:
    from prevention_sim.scenario.document import Scenario

ENDS: Final = 2
"""Points between which a switching value is sought, as in the report."""


def switching_values_turn(bench: Bench) -> Answer:
    """At a value that is said to turn the answer, nothing is left of the relief (C17, C19)."""
    parts = []
    for strategy in bench.alternatives:
        question = Question(strategy, points=ENDS)
        for model, found in _break_evens(bench, question):
            for root in found.roots:
                findings = Findings(bench.of({found.path: root.value}, model))
                part = Slice(findings.years(question.period), perspective=question.perspective)
                allowed = max(
                    verified_within(evaluate_base(model), question), GRAINS_OF_ROUNDING * bench.grain
                )
                parts.append((findings.relief(strategy, part), allowed))
    return compared(*parts) if parts else Inapplicable("no_root")


def _break_evens(bench: Bench, question: Question) -> Iterator[tuple[Model, BreakEven]]:
    """Of every number the file calls critical, and of the counterfactual it asks for."""
    asked: list[tuple[Scenario, str, tuple[float, float] | None]] = [
        *((bench.scenario, name, None) for name in bench.scenario.critical),
        *(
            (each.scenario, each.path, each.within)
            for each in questions(bench.scenario, bench.model, question.strategy)
        ),
    ]
    for scenario, name, within in asked:
        model = compile_model(scenario).by_cheapest_engine()
        try:
            yield model, break_even(scenario, model, name, question, within)
        except ModelError:  # no value can be run, or the relief jumps over zero: nothing is claimed
            continue


def however_computed(bench: Bench) -> Answer:
    """Rows computed one by one or together give the same bits (promise A)."""
    changes = bench.times(bench.caseload(), 1.0, 2.0, 3.0)
    rows = set_rows(with_numbers(bench.model.table, changes), changes)
    [together], alone = (
        [_arrays(each) for each in bench.evaluator(bench.model, rows, grain=bench.bits, chunk_rows=size)]
        for size in (len(rows), 1)
    )
    joined = [np.concatenate(parts, axis=-1) for parts in zip(*alone, strict=True)]
    return compared(*((one - whole, 0.0) for one, whole in zip(joined, together, strict=True)))


def _arrays(outcomes: Outcomes) -> tuple[FloatArray, ...]:
    trace = outcomes.trace
    return outcomes.ledger.amount.values, trace.time_in, trace.entries, trace.at_end
