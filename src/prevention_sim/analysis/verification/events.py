"""TECH-VER 2: do persons move as they must, and does a programme without effect change nothing?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from prevention_sim.analysis.decomposition import switches_of
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.timing import by_cycle
from prevention_sim.analysis.verification.bench import (
    GRAINS,
    ROUNDING,
    Answer,
    Bench,
    Inapplicable,
    compared,
)
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.model import Model
from prevention_sim.scenario.checks import lines_of
from prevention_sim.scenario.costs import Refund, ShareOf
from prevention_sim.scenario.expressions import names_in

STRATEGY_AXIS: Final = -3


def nobody_lost(bench: Bench) -> Answer:
    """Who is in a state at a boundary was there before or came, and did not leave (C5)."""
    flows = _flows(bench)
    there, came = flows.there, flows.came
    network = bench.model.network
    slots = np.repeat([cell.state for cell in network.cells], np.diff(network.first_slot))
    start = _by_state(bench.model, bench.base.bound.start, slots)
    return compared(
        (there[0] - start - came[0], flows.rounding),
        (there[1:-1] - there[:-2] - came[1:] + flows.left[:-1], flows.rounding),
        (there[-1] - there[-2] + flows.left[-1], flows.rounding),
    )


def nobody_negative(bench: Bench) -> Answer:
    """No state ever holds fewer than no persons, and no move goes backwards (C5)."""
    trace = bench.base.trace
    counts = (trace.time_in, trace.at_end, trace.entries, trace.moves.along())
    return compared(*((np.minimum(count, 0.0), 0.0) for count in counts))


def final_states_keep(bench: Bench) -> Answer:
    """A state that no way leads out of never loses anybody (C5)."""
    origins = {origin for origin, _ in bench.model.moves}
    final = [position for position, state in enumerate(bench.model.states) if state not in origins]
    if not final:
        return Inapplicable("no_final_state")
    flows = _flows(bench)
    return compared((np.minimum(np.diff(flows.there[:, final], axis=0), 0.0), flows.rounding))


def no_effect_no_difference(bench: Bench) -> Answer:
    """Programmes whose effects and prices are 0 change no count and no euro (C6)."""
    if not bench.alternatives:
        return Inapplicable("no_alternative")
    switches = [switch for name in bench.alternatives for switch in switches_of(bench.model, name)]
    effects = {each.path: bench.value(each.neutral) for each in switches}
    shares = [
        f"{path}.share"
        for path, line in lines_of(bench.scenario)
        if isinstance(line, Refund | ShareOf) and path.startswith("interventions.")
    ]
    idle = bench.of({**bench.times((*shares, *bench.prices(of_programmes=True)), 0.0), **effects})
    comparator = [bench.model.strategies.index(bench.model.comparator)]
    counts = (idle.ledger.amount.values, idle.trace.time_in, idle.trace.at_end)
    return compared(*((count - np.take(count, comparator, STRATEGY_AXIS), 0.0) for count in counts))


def twice_the_cases(bench: Bench) -> Answer:
    """Twice the cases are twice the counts, to the last bit (relation 13)."""
    if not bench.caseload():
        return Inapplicable("no_case")
    trace = bench.of(bench.times(bench.caseload(), 1.0, 2.0)).trace
    counts = (trace.time_in, trace.at_end, trace.entries, trace.moves.along())
    return compared(*((count[..., 1] - 2.0 * count[..., 0], 0.0) for count in counts))


def half_the_reach(bench: Bench) -> Answer:
    """Half the diverted shares bring what lies halfway between none and all (relation 29)."""
    shares = tuple(sorted({name for found in bench.model.diversions for name in names_in(found.share)}))
    if not shares or not bench.alternatives:
        return Inapplicable("no_diversion")
    findings = Findings(bench.of(bench.times(shares, 0.0, 0.5, 1.0)))
    lines = len(bench.model.lines) * len(bench.model.bearers)
    parts = []
    for strategy in bench.alternatives:
        for year in findings.years("horizon"):
            none, half, whole = findings.relief(strategy, Slice((year,)))
            spent = float(np.abs(findings.cost(strategy, Slice((year,)))).max())
            allowed = GRAINS * lines * bench.grain + ROUNDING * spent
            parts.append((np.array([half - (none + whole) / 2.0]), allowed))
    return compared(*parts)


@dataclass(frozen=True, slots=True)
class _Flows:
    """Persons by state, f8[..., state, strategy, stratum, row].

    there[boundary]; came[cycle] from outside or by a shift, less those who left by one; left[cycle] for other
    states, less those who came from there.
    """

    there: FloatArray
    came: FloatArray
    left: FloatArray

    @property
    def rounding(self) -> float:
        """What additions may carry a number of persons away."""
        return ROUNDING * float(self.there.max(initial=1.0))


def _flows(bench: Bench) -> _Flows:
    """The base row told cycle by cycle, with persons counted at the start of each."""
    model = by_cycle(bench.at_start)
    trace = bench.of({}, model).trace
    moves = trace.moves.along()[0]
    origins, targets = (
        [model.cells[cell].state for cell in ends] for ends in (model.edge_origin, model.edge_destination)
    )
    shifts = model.network.shifts
    came = _by_state(model, trace.entries[0], (entry.cell.state for entry in model.entries), axis=1)
    came = came + _by_state(model, trace.shifts[0], (each.destination.state for each in shifts), axis=1)
    came = came - _by_state(model, trace.shifts[0], (each.origin.state for each in shifts), axis=1)
    cells = [cell.state for cell in model.cells]
    there = _by_state(model, trace.time_in[0], cells, axis=1)
    at_end = _by_state(model, trace.at_end, cells)
    return _Flows(
        np.concatenate([there, at_end[np.newaxis]]),
        came,
        _by_state(model, moves, origins, axis=1) - _by_state(model, moves, targets, axis=1),
    )


def _by_state(model: Model, counts: FloatArray, states: Iterable[str], axis: int = 0) -> FloatArray:
    """Counts of cells, entries or edges added up to the states they belong to."""
    by_state = np.moveaxis(counts, axis, 0)
    total: FloatArray = np.zeros((len(model.states), *by_state.shape[1:]))
    for count, state in zip(by_state, states, strict=True):
        total[model.states.index(state)] += count
    return np.moveaxis(total, 0, axis)
