"""From gross to net: what becomes of the placement cost that a programme avoids.

Every line of the ledger belongs to exactly one step, so the steps add up to the relief exactly. Steps of the
imminent strata are told apart; all that the programme does for the other strata is net-widening. Where no
stratum is tagged `imminent`, net-widening is not identified: it is somewhere inside the other steps, and
never printed as 0. Refunds have a step of their own, whatever help they are for; those of fixed lines are
funding. So have surcharges, the shares of other lines, in files that know them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from prevention_sim.analysis.findings import Findings, Slice, state_of, states_of
from prevention_sim.economics.ledger import SHARED
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.model import Line, PartOf


@dataclass(frozen=True, slots=True)
class Step:
    """A step and its relief, f8[row]; None where it is not identified. `state` is set for substitution."""

    kind: str
    relief: FloatArray | None
    state: str | None = None


def waterfall(findings: Findings, strategy: str, part: Slice) -> tuple[Step, ...]:
    """The steps from avoided placement cost to the net relief, in the order of the telling."""
    model = findings.outcomes.model
    tagged = model.imminent or frozenset(model.strata)
    others = tuple(name for name in model.strata if name not in tagged)
    own = (*(name for name in model.strata if name in tagged), SHARED)
    given = frozenset(found.into for found in findings.diversions(strategy))

    def step(kind: str, lines: list[Line], state: str | None = None) -> Step:
        return Step(kind, _relief(findings, strategy, part, lines, own), state)

    of_states = [line for line in model.lines if state_of(line) is not None]
    refunds = [line for line in model.lines if line.payer is not None and states_of(model, line)]
    surcharges = [line for line in model.lines if isinstance(line.driver, PartOf) and states_of(model, line)]
    at_home = [line for line in model.lines if line.at_home]
    of_programmes = [line for line in model.lines if not line.at_home and not states_of(model, line)]
    placed = [line for line in of_states if state_of(line) in model.placements]
    instead = sorted({str(state_of(line)) for line in of_states} - model.placements - given)
    widening = _relief(findings, strategy, part, model.lines, others) if model.imminent else None
    return (
        step("gross", [line for line in placed if line.sign > 0.0]),
        step("contributions", [line for line in placed if line.sign < 0.0]),
        step("refunds", refunds),
        *(
            step("substitution", [line for line in of_states if state_of(line) == state], state)
            for state in instead
        ),
        Step("net_widening", widening),
        step("at_home", at_home),
        step("programme_help", [line for line in of_states if state_of(line) in given - model.placements]),
        *([step("surcharges", surcharges)] if surcharges else []),
        step("programme", [line for line in of_programmes if line.sign > 0.0]),
        step("funding", [line for line in of_programmes if line.sign < 0.0]),
    )


def net(steps: tuple[Step, ...]) -> FloatArray:
    """What the steps add up to: the relief."""
    total = np.zeros(1)
    for step in steps:
        if step.relief is not None:
            total = total + step.relief
    return total


def _relief(
    findings: Findings, strategy: str, part: Slice, lines: Sequence[Line], strata: tuple[str, ...]
) -> FloatArray:
    items = tuple(line.item for line in lines)
    total = np.zeros(len(findings.outcomes.bound.rows))
    for stratum in strata:
        total = total + findings.relief(
            strategy, Slice(part.years, part.valuation, stratum, part.perspective), items
        )
    return total
