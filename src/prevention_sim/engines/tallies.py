"""Whole persons counted by cycle, and the trace that comes of them by the weights of a model.

Both engines that run persons one by one count alike.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from prevention_sim.engines.groups import open_groups
from prevention_sim.engines.kernels.persons import PER_LOAD, Counts
from prevention_sim.engines.kernels.queues import MEASURES
from prevention_sim.engines.trace import Moves, Queues, Trace
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model

Whole: TypeAlias = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Tallies:
    """Whole persons by cycle; what cases cost is counted in factors of the mean, in units of 2**-20.

    present  i4[strategy, stratum, row, boundary, cell]   who is there, after everything at that boundary
    moved    i4[strategy, stratum, row, cycle, edge]      moves at its end
    came     i4[strategy, stratum, row, cycle, entry]     entries at its start
    shifted  i4[strategy, stratum, row, cycle, shift]     shifts at its start
    detoured i4[strategy, stratum, row, cycle, detour]    detours at its start, or at its end
    loaded   i8[strategy, stratum, row, boundary, differing line]   factors of those who are there
    turned   i8[strategy, stratum, row, cycle, differing line]      what moves at its end change of that
    groups   i8[strategy, 1, row, cycle, groups]          groups of places that are paid for
    posts    i8[1, 1, row, cycle, limit]                  posts that are paid for, in steps of their size
    queue    i8[strategy, 1, row, boundary, limit and measure]   what became of queues
    waits    i8[strategy, 1, row, cycles waited, limit]   how long those waited who came to a place
    """

    present: Whole
    moved: Whole
    came: Whole
    shifted: Whole
    detoured: Whole
    loaded: Whole
    turned: Whole
    groups: Whole
    posts: Whole
    queue: Whole
    waits: Whole

    def added_up(self) -> "Tallies":
        """All rows as one."""
        arrays = (getattr(self, each.name) for each in fields(self))
        return Tallies(*(counts.sum(axis=2, keepdims=True, dtype=np.int64) for counts in arrays))

    def plus(self, other: "Tallies") -> "Tallies":
        """Both together."""
        pairs = ((getattr(self, each.name), getattr(other, each.name)) for each in fields(self))
        return Tallies(*(np.add(mine, others, dtype=np.int64) for mine, others in pairs))


def nobody(model: Model, rows: int) -> Tallies:
    """Tallies in which nobody has been counted."""
    lanes, cycles = (len(model.strategies), len(model.strata), rows), model.calendar.cycles
    network = model.network

    def none(times: int, each: int) -> IntArray:
        return np.zeros((*lanes, times, each), dtype=np.int32)

    def no_load(times: int) -> Whole:
        return np.zeros((*lanes, times, len(model.differing)), dtype=np.int64)

    return Tallies(
        none(cycles + 1, len(network.cells)), none(cycles, len(network.edges)),
        none(cycles, len(model.entries)), none(cycles, len(network.shifts)),
        none(cycles, len(network.detours)), no_load(cycles + 1), no_load(cycles),
        np.zeros((lanes[0], 1, rows, cycles, len(model.groups)), dtype=np.int64),
        np.zeros((1, 1, rows, cycles, len(model.limits)), dtype=np.int64),
        np.zeros((lanes[0], 1, rows, cycles + 1, len(model.limits) * MEASURES), dtype=np.int64),
        np.zeros((lanes[0], 1, rows, cycles + 1, len(model.limits)), dtype=np.int64),
    )  # fmt: skip


def told(model: Model, bound: Bound, found: Tallies, posts: Counts) -> Tallies:
    """Who is there instead of who comes and goes, what that opens, and the posts that are paid.

    Steps of posts are i8[replication, limit, boundary].
    """
    np.cumsum(found.present, axis=-2, out=found.present)
    np.cumsum(found.loaded, axis=-2, out=found.loaded)
    return replace(found, groups=_groups(model, bound, found.present), posts=_posts(bound, posts))


def _posts(bound: Bound, posts: Counts) -> Whole:
    """Steps of posts that are paid for: i8[1, 1, row, cycle, limit]."""
    rows = len(bound.rows)
    by_row = posts.reshape(rows, len(posts) // rows, *posts.shape[1:]).sum(axis=1)
    return np.ascontiguousarray(by_row[..., :-1].transpose(0, 2, 1))[np.newaxis, np.newaxis]


def _groups(model: Model, bound: Bound, present: Whole) -> Whole:
    """Groups of places that are paid for, all strata together: i8[strategy, 1, row, cycle, groups]."""
    by_state = [
        present[..., :-1, [cell.state == groups.state for cell in model.cells]].sum(axis=(1, -1))
        for groups in model.groups
    ]
    found = [
        open_groups(there, places, groups.notice)
        for there, places, groups in zip(by_state, bound.places, model.groups, strict=True)
    ]
    none = np.zeros((present.shape[0], present.shape[2], present.shape[3] - 1, 0), dtype=np.int64)
    return (np.stack(found, axis=-1) if found else none)[:, np.newaxis]


def trace_of(model: Model, tallies: Tallies, each: float = 1.0) -> Trace:
    """What whole persons come to by the weights of the model, every one of them counting for so much."""
    weights, calendar = model.weights, model.calendar
    (present, moved, came, shifted, detoured, loaded, turned, groups, posts, queue, waits) = (
        np.ascontiguousarray(getattr(tallies, each.name).transpose(3, 4, 0, 1, 2)) for each in fields(tallies)
    )
    at_end = np.array([each.at_end for each in model.network.detours], dtype=bool)
    after = present[:-1].copy()
    for edge, (origin, destination) in enumerate(zip(model.edge_origin, model.edge_destination, strict=True)):
        after[:, origin] -= moved[:, edge]
        after[:, destination] += moved[:, edge]
    for at in np.flatnonzero(at_end):
        detour = model.network.detours[at]
        after[:, model.cells.index(detour.origin)] -= detoured[:, at]
        after[:, model.cells.index(detour.destination)] += detoured[:, at]

    def weighed(*counted: tuple[FloatArray, Whole]) -> FloatArray:
        weight = np.stack([each_cycle for each_cycle, _ in counted], axis=2) * each
        counts = np.stack([of_cycle[: calendar.cycles] for _, of_cycle in counted], axis=1)
        found: FloatArray = np.zeros((len(weight), len(calendar.year_of_period), *counts.shape[2:]))
        for period in range(found.shape[1]):
            here = calendar.period_of_cycle == period
            factors = weight[:, here].reshape(len(weight), -1, *(1,) * (counts.ndim - 2))
            products = factors * np.concatenate(counts[here])
            found[:, period] = np.cumsum(products, axis=1)[:, -1]  # one after the other, whatever the shape
        return found

    edges = len(model.network.edges)
    return Trace(
        time_in=weighed((weights.start, present), (weights.end, after)),
        moves=Moves(
            np.ones((edges, 1, 1, 1)), weighed((weights.at_end, moved)), np.arange(edges, dtype=np.int32)
        ),
        shifts=weighed((weights.at_start, shifted)),
        entries=weighed((weights.at_start, came)),
        at_end=present[-1] * each,
        loads=weighed((weights.start, loaded), (weights.end, loaded[:-1] + turned)) / PER_LOAD,
        groups=weighed((weights.at_start, groups))[..., 0, :] * float(calendar.cycle_years),
        detours=np.where(
            at_end[:, np.newaxis, np.newaxis, np.newaxis],
            weighed((weights.at_end, detoured)),
            weighed((weights.at_start, detoured)),
        ),
        posts=weighed((weights.at_start, posts))[..., 0, 0, :] * float(calendar.cycle_years),
        queues=Queues(
            queue.reshape(len(queue), len(model.limits), MEASURES, *queue.shape[2:])[..., 0, :] * each,
            waits[..., 0, :] * each,
        ),
    )
