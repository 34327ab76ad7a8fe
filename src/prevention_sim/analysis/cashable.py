"""How much of a relief reaches the treasury: cashability belongs to a difference, not to a cost.

For a line with share c and lag L, avoided(t) is the comparator's cost less the strategy's. Extra cost is cash
at once; of a saving c max(0, min(avoided(t), avoided(t - L))) is kept: a place counts as given up when it was
free then and is free now. A line of which the file says nothing keeps no saving.
"""

from dataclasses import dataclass

import numpy as np

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Perspective
from prevention_sim.analysis.timing import by_cycle
from prevention_sim.economics.ledger import ACCRUAL
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.expressions import evaluate
from prevention_sim.model.model import Line, Model


@dataclass(frozen=True, slots=True)
class CashableRelief:
    """By budget year, f8[year]; `silent` names lines with a saving of which the file says nothing."""

    by_year: FloatArray
    silent: tuple[str, ...]


def cashable_relief(model: Model, strategy: str, perspective: Perspective) -> CashableRelief | None:
    """What the base row's relief brings into the treasury; None where no line says anything about it."""
    if all(line.cashable is None for line in model.lines):
        return None
    findings = Findings(evaluate_base(by_cycle(model)))
    by_year: FloatArray = np.zeros(len(model.calendar.years))
    silent = []
    for line, avoided in zip(model.lines, _avoided(findings, strategy, perspective), strict=True):
        kept = _kept(findings, line, avoided)
        if line.cashable is None and (avoided > 0.0).any():
            silent.append(line.item)
        for cycle, amount in enumerate(kept):
            by_year[model.calendar.year_of_cycle[cycle]] += amount
    return CashableRelief(by_year, tuple(silent))


def _avoided(findings: Findings, strategy: str, perspective: Perspective) -> FloatArray:
    """What each line costs less: f8[line, cycle]."""
    ledger = findings.outcomes.ledger.amount.where(
        valuation="nominal",
        bearer=findings.bearers(perspective),
        basis=ACCRUAL,
        year=findings.years("horizon"),
    )
    comparator = ledger.where(strategy=findings.outcomes.model.comparator).total_by("item", "year")
    return comparator - ledger.where(strategy=strategy).total_by("item", "year")


def _kept(findings: Findings, line: Line, avoided: FloatArray) -> FloatArray:
    share = 0.0
    if line.cashable is not None:
        share = float(evaluate(line.cashable, findings.outcomes.bound.rows.columns())[0])
    before = np.concatenate([np.zeros(line.cashable_lag), avoided])[: len(avoided)]
    saving = np.maximum(np.minimum(avoided, before), 0.0)
    return np.where(avoided < 0.0, avoided, share * saving)
