"""Who comes: how many persons each stream brings in each cycle, and where chance finds them.

The number has one uniform for each stratum, stream and cycle, by the inverse of its distribution. So the same
luck brings more persons where more are expected, and fewer drop the last ones only. Whole cases of a `fixed`
stream follow its running total, from a place between two cases that luck chooses once: over any time they
differ from the mean by less than one.
"""

from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from prevention_sim.engines.kernels.coming import inverse
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.randomness import Luck, Words, person_keys, population_ids
from prevention_sim.model.expressions import evaluate
from prevention_sim.model.model import Entry, Model, StartTerm
from prevention_sim.model.rows import Rows

PURPOSE = "coming"
FIXED = 0.0
"""The dispersion that stands for a fixed number in whole cases."""


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
    every = populations(model)
    numbers = population_ids((stratum, each.stream) for each in every for stratum in model.strata)
    return np.array(
        [[person_keys(numbers[stratum, each.stream], 0, 0) for stratum in model.strata] for each in every],
        dtype=np.uint64,
    ).reshape(-1, len(model.strata))


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


def persons(model: Model, rows: Rows) -> npt.NDArray[np.int64]:
    """How many come: i8[row, stratum, population, cycle, strategy]."""
    mean, columns = expected(model, rows), rows.columns()
    counts = np.zeros(mean.shape, dtype=np.int64)
    for position, (population, address) in enumerate(zip(populations(model), addresses(model), strict=True)):
        varying = model.varying.get(population.stream)
        dispersion = np.full(len(rows), FIXED)
        if varying is not None:
            dispersion[:] = evaluate(varying.dispersion, columns)
        for stratum in range(len(model.strata)):
            if mean[position, :, :, stratum].any():
                luck = _luck(rows.luck, address[stratum], model.calendar.cycles)
                counts[position, :, :, stratum] = (
                    _in_whole_cases(mean[position, :, :, stratum], luck[0])
                    if varying is None
                    else inverse(mean[position, :, :, stratum], dispersion, luck[:, np.newaxis])
                )
    return np.ascontiguousarray(counts.transpose(4, 3, 0, 1, 2))


def _luck(luck: tuple[Luck, ...], address: np.uint64, cycles: int) -> FloatArray:
    """A uniform for each cycle and row: f8[cycle, row]."""
    keys = address | person_keys(0, np.arange(cycles), 0)
    known: dict[Luck, FloatArray] = {}
    for each in luck:
        if each not in known:
            known[each] = each.uniform(keys, PURPOSE, 0)
    return np.array([known[each] for each in luck]).T


def _in_whole_cases(mean: FloatArray, start: FloatArray) -> npt.NDArray[np.int64]:
    """Whole cases of a running total: i8[cycle, strategy, row]."""
    total = np.floor(np.cumsum(mean, axis=0) + start)
    return np.diff(total, axis=0, prepend=0.0).astype(np.int64)
