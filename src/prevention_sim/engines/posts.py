"""Posts and places in their time: how many there are at each boundary, whoever fills them.

A post is hired, and some day it becomes vacant: its time in office has the law of a constant chance per
cycle, from one uniform for each stint of each post. A successor comes when the lag is over. So the number of
posts does not depend on who needs them, and every strategy that has them has the same.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from prevention_sim.engines.addresses import person_keys
from prevention_sim.engines.kernels.persons import PER_UNIT, Counts
from prevention_sim.engines.paths import in_units
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.elementary import log_of
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.randomness import Luck, uniforms
from prevention_sim.model.bind import Bound
from prevention_sim.model.expressions import Columns, evaluate
from prevention_sim.model.limits import Limit, PlacesSupply, PostsSupply, Steps
from prevention_sim.model.model import Model

SLACK = 1e-9
"""Slots are rounded down, but what differs from a whole number only by rounding is that number."""


def posts_and_slots(model: Model, bound: Bound, luck: Sequence[Luck]) -> tuple[Counts, Counts]:
    """Steps of posts paid, and places: both i8[replication, limit, boundary], as many replications per row.

    Where a limit has no posts, none are paid.
    """
    rows, boundaries = len(bound.rows), model.calendar.cycles + 1
    each = len(luck) // rows
    columns = bound.rows.columns()
    posts = np.zeros((len(luck), len(model.limits), boundaries), dtype=np.int64)
    slots = np.zeros_like(posts)
    for at, limit in enumerate(model.limits):
        for row in range(rows):
            here = slice(row * each, (row + 1) * each)
            told = {name: column[row : row + 1] for name, column in columns.items()}
            match limit.supply:
                case PostsSupply() as supply:
                    posts[here, at] = _in_office(limit, supply, told, luck[here], boundaries)
                    of_each = _value(supply.size, told)
                    for factor in supply.cases:
                        of_each *= _possible(limit, _value(factor, told))
                    slots[here, at] = np.floor(posts[here, at] * of_each + SLACK)
                case PlacesSupply(steps):
                    places = _meant(steps, told, boundaries)
                    _possible(limit, float(places.min()))
                    slots[here, at] = np.floor(places + SLACK)
    return posts, slots


def _value(expression: object, columns: Columns) -> float:
    return float(np.broadcast_to(evaluate(expression, columns), (1,))[0])  # type: ignore[arg-type]


def _meant(steps: Steps, columns: Columns, boundaries: int) -> FloatArray:
    """What is meant to be there at each boundary: f8[boundary]."""
    found: FloatArray = np.zeros(boundaries)
    for boundary, value in steps:
        found[boundary:] = _value(value, columns)
    return found


def _possible(limit: Limit, number: float) -> float:
    """A number of posts or cases; raises `ModelError` where there cannot be so many."""
    if number >= 0.0:
        return number
    raise ModelError(
        Both(
            f"Plätze in »{limit.state or limit.id}«: {number:.6g} ist weniger als nichts",
            f"places in “{limit.state or limit.id}”: {number:.6g} is less than nothing",
        )
    )


def _in_office(
    limit: Limit, supply: PostsSupply, columns: Columns, luck: Sequence[Luck], boundaries: int
) -> Counts:
    """Posts that are filled at each boundary, in steps of their size: i8[replication, boundary]."""
    asked = _meant(supply.steps, columns, boundaries)
    _possible(limit, float(asked.min()))
    meant = np.rint(asked / _value(supply.size, columns)).astype(np.int64)
    meant[: supply.first] = 0
    meant[supply.after :] = 0
    hazard = 0 if supply.leaving is None else int(in_units(np.array([_value(supply.leaving, columns)]))[0])
    changes = np.zeros((len(luck), boundaries + 1), dtype=np.int64)
    levels = np.unique(np.append(meant, 0)).tolist()
    for posts in (np.arange(*each) for each in pairwise(levels)):
        shape = (len(posts), len(luck))
        everybody = np.broadcast_to(np.arange(len(luck)), shape)
        for start, end in _runs(meant > posts[0]):
            hired = np.full(shape, start if start == supply.first else start + supply.lag)
            stint = start - supply.first
            while (hired < end).any():
                stays = _stint(limit, luck, posts, stint, hazard) if hazard else np.full(shape, end)
                left = np.minimum(hired + stays, end)
                there = hired < end
                np.add.at(changes, (everybody[there], hired[there]), 1)
                np.add.at(changes, (everybody[there], left[there]), -1)
                hired = np.where(there & (left < end), left + supply.lag, end)
                stint += 1
    return np.cumsum(changes[:, :-1], axis=1)


def _runs(wanted: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where a post is wanted: from each boundary up to another."""
    edges = np.flatnonzero(np.diff(wanted, prepend=False, append=False))
    yield from ((int(start), int(end)) for start, end in list(pairwise(edges))[::2])


def _stint(limit: Limit, luck: Sequence[Luck], posts: IntArray, stint: int, hazard: int) -> Counts:
    """How many cycles somebody stays in each post: i8[post, replication].

    Stints of a run are numbered from its first boundary on, so that no two of a post have the same number.
    """
    numbers = uniforms(luck, person_keys(0, posts, stint), f"post/{limit.id}")
    patience = np.maximum(1, (-log_of(numbers) * PER_UNIT).astype(np.int64))
    return np.asarray(-(-patience // hazard))
