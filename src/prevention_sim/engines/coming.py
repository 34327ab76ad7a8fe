"""Who comes: how many persons each stream brings in each cycle, and where chance finds them.

The number has one uniform for each stratum, stream and cycle, by the inverse of its distribution. So the same
luck brings more persons where more are expected, and fewer drop the last ones only. Whole cases of a `fixed`
stream follow its running total, from a place between two cases that luck chooses once: over any time they
differ from the mean by less than one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

import numpy as np
import numpy.typing as npt

from prevention_sim.engines.addresses import person_keys, population_ids
from prevention_sim.engines.kernels.coming import inverse
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.randomness import Luck, Words, uniforms
from prevention_sim.model.expressions import evaluate
from prevention_sim.model.model import Entry, Model, StartTerm
from prevention_sim.model.rows import Rows

PURPOSE = "coming"


@dataclass(frozen=True, slots=True)
class Population:
    """A stream with the state it is bound for, and the parts of it as the model knows them."""

    stream: str
    parts: tuple[Entry, ...] | tuple[StartTerm, ...]

    @property
    def stock(self) -> bool:
        """Whether it is there at the start."""
        return isinstance(self.parts[0], StartTerm)


def populations(model: Model) -> tuple[Population, ...]:
    """Every stream by the state it is bound for; the stock first."""
    stock = tuple(Population(term.stream, (term,)) for term in model.start)
    entries = groupby(sorted(model.entries, key=_origin), key=_origin)
    return (*stock, *(Population(stream, tuple(parts)) for (stream, _), parts in entries))


def _origin(entry: Entry) -> tuple[str, str]:
    return entry.stream, entry.bound_for


def addresses(model: Model) -> Words:
    """What the keys of persons begin with: u8[population, stratum]."""
    strata = [model.was.get(stratum, stratum) for stratum in model.strata]
    streams = [model.was.get(each.stream, each.stream) for each in populations(model)]
    numbers = population_ids((stratum, stream) for stream in streams for stratum in strata)
    return np.array(
        [[person_keys(numbers[stratum, stream], 0, 0) for stratum in strata] for stream in streams],
        dtype=np.uint64,
    ).reshape(-1, len(strata))


def expected(model: Model, rows: Rows) -> FloatArray:
    """The mean number of persons: f8[population, cycle, strategy, stratum, row]."""
    columns, every = rows.columns(), populations(model)
    shape = (len(model.strategies), len(model.strata), len(rows))
    found: FloatArray = np.zeros((len(every), model.calendar.cycles, *shape))
    for position, population in enumerate(every):
        for part in population.parts:
            amounts = part.amounts if isinstance(part, StartTerm) else part.coming
            cases = np.array([np.broadcast_to(evaluate(each, columns), (len(rows),)) for each in amounts])
            if isinstance(part, StartTerm):
                found[position, 0] = np.maximum(cases, 0.0)
                continue
            for strategy in np.flatnonzero(part.strategies):
                found[position, part.profile != 0.0, strategy] = np.maximum(cases, 0.0)
    return found


def persons(model: Model, rows: Rows, luck: Sequence[Luck]) -> npt.NDArray[np.int64]:
    """How many come: i8[replication, stratum, population, cycle, strategy].

    Every row has as many replications as the others, and they run fastest. Raises `ModelError` where more
    come at once than have an address.
    """
    mean, address, every = expected(model, rows), addresses(model), populations(model)
    _fit_their_addresses(model, mean)
    each = len(luck) // len(rows)
    counts = np.zeros((*mean.shape[:-1], len(luck)), dtype=np.int64)
    fixed = [at for at, population in enumerate(every) if population.stream not in model.varying]
    counts[fixed] = _in_whole_cases(mean[fixed], uniforms(luck, address[fixed], PURPOSE))
    for at, population in enumerate(every):
        if population.stream in model.varying:
            given = evaluate(model.varying[population.stream].dispersion, rows.columns())
            dispersion = np.repeat(np.broadcast_to(given, (len(rows),)), each)
            keys = address[at][:, np.newaxis] | person_keys(0, np.arange(model.calendar.cycles), 0)
            numbers = uniforms(luck, keys, PURPOSE)
            for stratum in np.flatnonzero(mean[at].any(axis=(0, 1, 3))):
                counts[at, :, :, stratum] = inverse(
                    np.repeat(mean[at, :, :, stratum], each, axis=-1),
                    dispersion,
                    numbers[stratum, :, np.newaxis],
                )
    _fit_their_addresses(model, counts)
    return np.ascontiguousarray(counts.transpose(4, 3, 0, 1, 2))


def _fit_their_addresses(model: Model, numbers: FloatArray | npt.NDArray[np.int64]) -> None:
    """Ask for the key of the last person in the last cycle, which raises where it is none."""
    most = ceil(numbers.max(initial=1.0))
    person_keys(0, model.calendar.cycles - 1, most - 1)


def _in_whole_cases(mean: FloatArray, start: FloatArray) -> FloatArray:
    """Whole cases of a running total over cycles: f8[population, cycle, strategy, stratum, replication]."""
    total = np.repeat(np.cumsum(mean, axis=1), start.shape[-1] // mean.shape[-1], axis=-1)
    return np.diff(np.floor(total + start[:, np.newaxis, np.newaxis]), axis=1, prepend=0.0)
