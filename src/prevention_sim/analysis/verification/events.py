"""TECH-VER 2: do persons move as they must, and does a programme without effect change nothing?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from prevention_sim.analysis.decomposition import switchable, switches_of
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.timing import by_cycle
from prevention_sim.analysis.verification.asking import asked_once, shares_taken_in
from prevention_sim.analysis.verification.bench import (
    GRAINS,
    ROUNDING,
    Answer,
    Bench,
    Inapplicable,
    compared,
)
from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.model import Model
from prevention_sim.scenario.costs import Refund, ShareOf
from prevention_sim.scenario.lines import lines_of

STRATEGY_AXIS: Final = -3


def nobody_lost(bench: Bench) -> Answer:
    """Who is in a state at a boundary was there before or came, and did not leave (C5)."""
    flows = _flows(bench)
    there, came = flows.there, flows.came
    start = _by_state(bench.model, bench.base.bound.start, _states_of_slots(bench.model))
    return compared(
        (there[0] - start - came[0], flows.rounding),
        (there[1:-1] - there[:-2] - came[1:] + flows.left[:-1], flows.rounding),
        (there[-1] - there[-2] + flows.left[-1], flows.rounding),
    )


def nobody_negative(bench: Bench) -> Answer:
    """No state ever holds fewer than no persons, and no move goes backwards (C5)."""
    trace = bench.base.trace
    return compared(*((np.minimum(count, 0.0), 0.0) for count in _counts(trace)))


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
    effects = {each.column: each.off for each in switches}
    of_others = [
        f"{path}.share"
        for path, line in lines_of(bench.scenario)
        if isinstance(line, Refund | ShareOf) and path.startswith("interventions.")
    ]
    free = bench.times((*of_others, *bench.prices(of_programmes=True)), 0.0)
    idle = bench.of({**free, **effects}, switchable(bench.model))
    comparator = [bench.model.strategies.index(bench.model.comparator)]
    counts = (idle.ledger.amount.values, idle.trace.time_in, idle.trace.at_end)
    return compared(*((count - np.take(count, comparator, STRATEGY_AXIS), 0.0) for count in counts))


def twice_the_cases(bench: Bench) -> Answer:
    """Twice the cases are twice the counts, to the last bit (relation 13)."""
    if not bench.caseload():
        return Inapplicable("no_case")
    if bench.by_persons:
        return Inapplicable("persons")
    trace = bench.of(bench.times(bench.caseload(), 1.0, 2.0)).trace
    return compared(*((count[..., 1] - 2.0 * count[..., 0], 0.0) for count in _counts(trace)))


def half_the_reach(bench: Bench) -> Answer:
    """Half the shares taken in bring what lies halfway between none and all (relation 29)."""
    model, shares = bench.model, shares_taken_in(bench.model)
    if not shares or not bench.alternatives:
        return Inapplicable("no_diversion")
    asked = [name for name in bench.alternatives if asked_once(model, name)]
    if not asked or not asked_once(model, model.comparator):
        return Inapplicable("asked_again")
    if bench.by_persons:
        return Inapplicable("persons")
    findings = Findings(bench.of(bench.times(shares, 0.0, 0.5, 1.0)))
    lines = len(model.lines) * len(model.bearers)
    parts = []
    for strategy in asked:
        for year in findings.years("horizon"):
            none, half, whole = findings.relief(strategy, Slice((year,)))
            spent = float(np.abs(findings.cost(strategy, Slice((year,)))).max())
            allowed = GRAINS * lines * bench.grain + ROUNDING * spent
            parts.append((np.array([half - (none + whole) / 2.0]), allowed))
    return compared(*parts)


@dataclass(frozen=True, slots=True)
class _Flows:
    """Persons by state, f8[..., state, strategy, stratum, row].

    there[boundary]; came[cycle] from outside, or by a shift when it begins; left[cycle] for other states,
    less those who came from there.
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
    cells, shifts = [cell.state for cell in model.cells], model.network.shifts
    there = _by_state(model, trace.time_in[0], cells, axis=1)
    at_end = _by_state(model, trace.at_end, cells)
    return _Flows(
        np.concatenate([there, at_end[np.newaxis]]),
        _by_state(model, trace.entries[0], (entry.cell.state for entry in model.entries), axis=1)
        + _by_state(model, trace.shifts[0], (shift.destination.state for shift in shifts), axis=1)
        - _by_state(model, trace.shifts[0], (shift.origin.state for shift in shifts), axis=1)
        + _of_detours(model, trace, at_end=False),
        _by_state(model, moves, origins, axis=1)
        - _by_state(model, moves, targets, axis=1)
        - _of_detours(model, trace, at_end=True),
    )


def _of_detours(model: Model, trace: Trace, *, at_end: bool) -> FloatArray:
    """How many more detours lead into each state than out of it."""
    chosen = [at for at, detour in enumerate(model.network.detours) if detour.at_end == at_end]
    detours = [model.network.detours[at] for at in chosen]
    counts = trace.detours[0][:, chosen]
    leaving = [at for at, detour in enumerate(detours) if detour.origin is not None]
    origins = (detour.origin.state for detour in detours if detour.origin is not None)
    arriving = _by_state(model, counts, (detour.destination.state for detour in detours), axis=1)
    return arriving - _by_state(model, counts[:, leaving], origins, axis=1)


def _counts(trace: Trace) -> tuple[FloatArray, ...]:
    """Everything an engine counts."""
    return trace.time_in, trace.at_end, trace.entries, trace.shifts, trace.moves.along()


def _states_of_slots(model: Model) -> list[str]:
    """The state of every position of every clock."""
    slots = np.diff(model.network.first_slot).tolist()
    return [cell.state for cell, count in zip(model.cells, slots, strict=True) for _ in range(count)]


def _by_state(model: Model, counts: FloatArray, states: Iterable[str], axis: int = 0) -> FloatArray:
    """Counts of cells, slots, entries, shifts or edges added up to the states they belong to."""
    by_state = np.moveaxis(counts, axis, 0)
    total: FloatArray = np.zeros((len(model.states), *by_state.shape[1:]))
    for count, state in zip(by_state, states, strict=True):
        total[model.states.index(state)] += count
    return np.moveaxis(total, 0, axis)
