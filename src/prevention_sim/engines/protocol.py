"""What an engine is."""

from typing import Protocol

from prevention_sim.engines.trace import Trace
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model


class Engine(Protocol):
    """Counts persons; the number of threads never changes a bit of the result."""

    def __call__(self, model: Model, bound: Bound, *, threads: int = 1) -> Trace:
        """Run a chunk of rows."""
        ...
