"""The cohort engine: expected numbers.

Exact whenever a person's next cycle depends only on state, status and calendar.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from prevention_sim.engines.kernels.cohort import run_lanes
from prevention_sim.engines.kernels.rows import BLOCK
from prevention_sim.engines.loads import mean_loads
from prevention_sim.engines.trace import Moves, Trace, nobody_waits
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.bind import Bound
from prevention_sim.model.limits import Limit
from prevention_sim.model.model import ActiveTime, Dated, Groups, Line, Model
from prevention_sim.model.network import Cell, Clock


def run_cohort(model: Model, bound: Bound, *, threads: int = 1) -> Trace:
    """Expected time in cells, moves and entries of every lane; raises `ModelError` for what needs persons."""
    _refuse_what_needs_persons(model)
    lanes_shape = bound.start.shape[1:]
    lanes, cycles = int(np.prod(lanes_shape)), model.calendar.cycles
    network, weights = model.network, model.weights
    sources = Sources.of(model)
    valued_periods = (len(weights.valuations), len(model.calendar.year_of_period))
    time_in: FloatArray = np.empty((*valued_periods, len(network.cells), lanes))
    exposure: FloatArray = np.empty((*valued_periods, len(sources.cell), lanes))
    shifted: FloatArray = np.empty((*valued_periods, len(network.shifts), lanes))
    at_end: FloatArray = np.empty((len(network.cells), lanes))
    steps = cycles * (2 * len(network.edges) + 4 * int(network.first_slot[-1])) * lanes
    run = partial(
        run_lanes.for_work(steps),
        cell_first=network.first_slot,
        cell_last=network.last_slot,
        scale=bound.scale.reshape(-1, lanes),
        edge_source=sources.of_edge,
        edge_first=_numbers(
            network.first_slot[network.cells.index(edge.destination)] if edge.keeps else -1
            for edge in network.edges
        ),
        edge_into=_numbers(
            network.cells.index(edge.destination) if edge.keeps else network.slot(edge.destination)
            for edge in network.edges
        ),
        source_cell=sources.cell,
        source_shape=sources.shape,
        source_step=sources.step,
        shape=bound.shape.reshape(len(bound.shape), -1),
        phase_of_cycle=model.phase_of_cycle,
        period_of_cycle=model.calendar.period_of_cycle,
        initial=bound.start.reshape(-1, lanes),
        entry_scale=bound.entry_scale.reshape(-1, lanes),
        entry_slot=_numbers(network.slot(entry.cell, age=entry.age) for entry in model.entries),
        profile=_profiles(model),
        shift_scale=bound.shift.reshape(-1, lanes),
        **_shifts(model),
        start_weight=weights.start,
        end_weight=weights.end,
        move_weight=weights.at_end,
        shift_weight=weights.at_start,
        time_in=time_in,
        exposure=exposure,
        shifted=shifted,
        at_end=at_end,
    )
    _over_ranges(run, lanes, threads)
    time_in = time_in.reshape(*time_in.shape[:-1], *lanes_shape)
    return Trace(
        time_in=time_in,
        moves=Moves(bound.scale, exposure.reshape(*exposure.shape[:-1], *lanes_shape), sources.of_edge),
        shifts=shifted.reshape(*shifted.shape[:-1], *lanes_shape),
        entries=count_entries(model, bound),
        at_end=at_end.reshape(-1, *lanes_shape),
        loads=mean_loads(model, time_in),
        groups=np.zeros((*valued_periods, 0, lanes_shape[0], lanes_shape[2])),
        **nobody_waits(valued_periods, lanes_shape),
    )


def _shifts(model: Model) -> dict[str, Any]:
    """When shifts hold, and where they lead."""
    network, cycles = model.network, model.calendar.cycles
    return {
        "shift_profile": np.array([shift.piece.boundaries[:cycles] for shift in network.shifts]).reshape(
            -1, cycles
        ),
        "shift_cell": _numbers(network.cells.index(shift.origin) for shift in network.shifts),
        "shift_slot": _numbers(network.slot(shift.destination) for shift in network.shifts),
        "shift_step": _numbers(int(shift.keeps) for shift in network.shifts),
        "stock_shifts": sum(shift.of_stock for shift in network.shifts),
    }


def _numbers(values: Iterable[int]) -> IntArray:
    return np.array(list(values), dtype=np.int32)


def _over_ranges(run: partial[None], lanes: int, threads: int) -> None:
    """Share the lanes among threads in whole blocks; the kernel releases the interpreter lock."""
    blocks = -(-lanes // BLOCK)
    cuts = [min(lanes, BLOCK * (blocks * part // threads)) for part in range(threads + 1)]
    ranges = [(first, last) for first, last in pairwise(cuts) if first < last]
    if len(ranges) <= 1:
        run(0, lanes)
        return
    with ThreadPoolExecutor(len(ranges)) as pool:
        for done in [pool.submit(run, first, last) for first, last in ranges]:
            done.result()


@dataclass(frozen=True, slots=True)
class Sources:
    """The (cell, course) pairs that edges leave, in the order of cells, and which one each edge leaves.

    `shape` is i4[phase, source], the first row of its course in a phase; `step` is 1 where that follows a
    clock.
    """

    cell: IntArray
    shape: IntArray
    step: IntArray
    of_edge: IntArray

    @classmethod
    def of(cls, model: Model) -> "Sources":
        """One for all edges of a cell that never vary, and one for each that does."""
        pairs = list(zip(model.edge_origin.tolist(), model.courses, strict=True))
        distinct = sorted(set(pairs), key=lambda pair: (pair[0], pair[1].first if pair[1] else 0))
        phases = np.arange(int(model.phase_of_cycle[-1]) + 1)
        shape = np.zeros((len(phases), len(distinct)), dtype=np.int32)
        for source, (_, course) in enumerate(distinct):
            if course is not None:
                shape[:, source] = course.first + (phases * course.positions if course.phases > 1 else 0)
        return cls(
            cell=_numbers(cell for cell, _ in distinct),
            shape=shape,
            step=_numbers(int(course is not None and course.positions > 1) for _, course in distinct),
            of_edge=_numbers(distinct.index(pair) for pair in pairs),
        )


def count_entries(model: Model, bound: Bound) -> FloatArray:
    """Expected entries from outside: f8[valuation, period, entry, strategy, stratum, row]."""
    weight = model.weights.at_start
    active: FloatArray = np.zeros((len(weight), len(model.calendar.year_of_period), len(model.entries)))
    profile = _profiles(model)
    for cycle, period in enumerate(model.calendar.period_of_cycle):
        active[:, period] += weight[:, cycle, np.newaxis] * profile[:, cycle]
    return active[..., np.newaxis, np.newaxis, np.newaxis] * bound.entry_scale


def _profiles(model: Model) -> FloatArray:
    """When each entry runs: f8[entry, cycle]."""
    return np.array([entry.profile for entry in model.entries]).reshape(-1, model.calendar.cycles)


def _refuse_what_needs_persons(model: Model) -> None:
    if (reason := why_not_cohort(model)) is not None:
        raise ModelError(Both(reason.de, reason.en))


def why_not_cohort(model: Model) -> Both | None:
    """Why mean numbers cannot tell what a model asks; None where they can."""
    for limit in model.limits:
        return _few_places(limit)
    for cell, clocks in zip(model.cells, model.network.clocks, strict=True):
        if len(clocks) > 1:
            return _two_clocks(cell, clocks)
    for line in model.lines:
        if isinstance(line.driver, Groups):
            return _not_linear(line, Both("öffnet und schließt als Ganzes", "opens and closes as a whole"))
        if line.cap is not None and not isinstance(line.driver, ActiveTime | Dated):
            return _not_linear(line, Both("hat eine Obergrenze im Jahr", "has a ceiling for the year"))
    return None


def _few_places(limit: Limit) -> Both:
    """The refusal of a model in which somebody may have to wait."""
    return Both(
        f"Die Plätze in »{limit.state or limit.id}« sind begrenzt; wer keinen findet, wartet. Mittlere "
        "Zahlen von Fällen warten nicht; das kann nur die Rechnung mit Warteschlangen (discrete_event)",
        f"there are only so many places in »{limit.state or limit.id}«; who finds none waits. Mean numbers "
        "of cases do not wait; only the simulation of queues can tell (discrete_event)",
    )


def _not_linear(line: Line, reason: Both) -> Both:
    """The refusal of a line whose mean cost does not follow from the mean number of cases."""
    return Both(
        f"{line.path}: Der Posten {reason.de}. Was das im Mittel kostet, folgt nicht aus der mittleren "
        "Zahl der Fälle, mit der die Kohortenrechnung arbeitet; das kann nur die Rechnung mit einzelnen "
        "Personen",
        f"{line.path}: this line {reason.en}. What that costs on average does not follow from the mean "
        "number of cases, which is what the cohort engine computes; only the simulation of single persons "
        "can tell",
    )


def _two_clocks(cell: Cell, clocks: tuple[Clock, ...]) -> Both:
    german = {"entry": "die Dauer im Zustand", "age": "das Alter"}
    english = {"entry": "the time spent in it", "age": "age"}
    de = " und ".join(german.get(str(each.of), f"die Zeit in »{each.of}«") for each in clocks)
    en = " and ".join(english.get(str(each.of), f"the time in »{each.of}«") for each in clocks)
    return Both(
        f"In »{cell.state}« kommt es auf zwei Uhren zugleich an: {de}. Die Kohortenrechnung führt je "
        "Zustand eine Uhr; mehrere kann nur die Rechnung mit einzelnen Personen",
        f"in »{cell.state}« two clocks matter at once: {en}. The cohort engine keeps one clock per "
        "state; only the simulation of single persons can keep more",
    )
