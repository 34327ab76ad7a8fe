"""`evaluate(model, rows)`: the one place where binding, running and pricing meet.

Every analysis is a way to choose rows and a way to read outcomes. Rows are worked in chunks that fit the
memory bound; the size of a chunk and the number of threads are part of no result.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from prevention_sim.economics.costing import amounts_of, capped_amounts, price
from prevention_sim.economics.ledger import Ledger, grain_bits
from prevention_sim.engines import COUNTERS, ENGINES, engine_of
from prevention_sim.engines.replications import bytes_of_persons, expected_by_persons
from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.bind import Bound, bind
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows, base_row
from prevention_sim.scenario.settings import EngineName

CHUNK_BYTES: Final = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What one chunk of rows leads to: expected numbers, or what single replications came to.

    Where a ceiling for the year meets a mean over replications, `capped` is what it leaves on average.
    """

    model: Model
    bound: Bound
    trace: Trace
    ledger: Ledger
    engine: EngineName
    capped: FloatArray | None = None

    def rerun(self, bound: Bound) -> Trace:
        """What the same engine finds under other numbers."""
        return _counted(self.model, bound, self.engine, 1)[0]

    def amounts(self) -> FloatArray:
        """What is booked, before it is rounded."""
        return amounts_of(self.model, self.bound, self.trace, self.capped)

    def repriced(self, bound: Bound) -> "Outcomes":
        """The same histories at other prices."""
        capped = self.capped
        if capped is not None:
            capped = _counted(self.model, bound, self.engine, 1)[1]
        bits = self.ledger.grain_bits
        return _priced(self.model, bound, self.trace, capped, engine=self.engine, bits=bits)


def evaluate(  # noqa: PLR0913 - how, never what: no option changes a bit
    model: Model,
    rows: Rows,
    *,
    engine: EngineName | None = None,
    threads: int = 1,
    chunk_rows: int | None = None,
    grain: int | None = None,
) -> Iterator[Outcomes]:
    """Outcomes of the rows, chunk by chunk in their order; raises `ModelError` for numbers that cannot be.

    A row with luck is one replication; a row without is what is expected, of persons the mean over all
    replications. `grain` is `grain_of(model)`, for callers that evaluate one model many times.
    """
    runs = engine or engine_of(model)
    bits = grain_of(model, runs) if grain is None else grain
    size = chunk_rows or max(1, CHUNK_BYTES // _bytes_per_row(model, runs))
    for first in range(0, len(rows), size):
        bound = bind(model, rows.part(first, first + size))
        trace, capped = _counted(model, bound, runs, threads)
        yield _priced(model, bound, trace, capped, engine=runs, bits=bits)


def _bytes_per_row(model: Model, engine: EngineName) -> int:
    beyond = bytes_of_persons(model) if engine in COUNTERS else 0
    return model.bytes_per_row() + beyond


def _counted(model: Model, bound: Bound, engine: EngineName, threads: int) -> tuple[Trace, FloatArray | None]:
    """Who is where; of an expected number of persons, also what ceilings leave of each replication."""
    if engine in COUNTERS and not bound.rows.luck:
        read = partial(capped_amounts, model) if model.capped else None
        return expected_by_persons(COUNTERS[engine], model, bound, threads=threads, read=read)
    return ENGINES[engine](model, bound, threads=threads), None


def _priced(  # noqa: PLR0913 - everything that makes a result
    model: Model,
    bound: Bound,
    trace: Trace,
    capped: FloatArray | None,
    *,
    engine: EngineName,
    bits: int | None,
) -> Outcomes:
    """Outcomes on a grain, or on that of their own."""
    amounts = amounts_of(model, bound, trace, capped)
    ledger = price(model, bound, amounts, grain_bits(amounts) if bits is None else bits)
    return Outcomes(model, bound, trace, ledger, engine, capped)


@lru_cache(maxsize=8)
def evaluate_base(model: Model, engine: EngineName | None = None) -> Outcomes:
    """Outcomes of the one row in which everything is as written, kept for whoever asks again."""
    runs = engine or engine_of(model)
    bound = bind(model, base_row(model.table))
    trace, capped = _counted(model, bound, runs, 1)
    return _priced(model, bound, trace, capped, engine=runs, bits=None)


def grain_of(model: Model, engine: EngineName | None = None) -> int:
    """The grain belongs to the model: it follows from its base row, whatever rows are asked for."""
    return evaluate_base(model, engine).ledger.grain_bits
