"""How many posts a programme needs: posts against waiting, avoided place-years and relief.

Every number of posts is lived through on the same luck, so two of them differ by less than each is uncertain;
the half-width of a difference tells which are as good as the best, as far as chance lets one see.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

import numpy as np

from prevention_sim.analysis.chance import NORMAL_95
from prevention_sim.analysis.evaluation import Outcomes, evaluate, grain_of
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.analysis.queues import Queue, queues
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.expressions import evaluate as value_of
from prevention_sim.model.limits import Limit, PostsSupply
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row, set_rows
from prevention_sim.scenario.expressions import Expression, Name

MOST_SIZES: Final = 16
"""So many numbers of posts are tried at most, unless they are named."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a number of posts comes to in the budget window.

    `relief` is in EUR; `loss` is by how much it lies below the best, and `loss_half_width` the half-width of
    a 95 % interval of that. Waiting is counted in persons and in months.
    """

    posts: float
    places: float
    utilisation: float | None
    waiting: float
    mean_wait_months: float | None
    unserved: float
    avoided: float
    relief: float
    loss: float
    loss_half_width: float

    @property
    def as_good_as_the_best(self) -> bool:
        """Whether chance alone could make the difference from the best."""
        return self.loss <= self.loss_half_width


@dataclass(frozen=True, slots=True)
class Sizing:
    """Numbers of posts in rising order, and the one with the greatest relief."""

    programme: str
    strategy: str
    written: float
    sizes: tuple[Size, ...]

    @property
    def best(self) -> Size:
        """The number of posts that relieves most; of two alike the smaller."""
        return max(self.sizes, key=lambda size: (size.relief, -size.posts))

    @property
    def flat(self) -> tuple[float, float]:
        """The least and the greatest number of posts that are as good as the best, and all between."""
        places = [at for at, size in enumerate(self.sizes) if size.as_good_as_the_best]
        best = self.sizes.index(self.best)
        low = high = best
        while low - 1 in places:
            low -= 1
        while high + 1 in places:
            high += 1
        return self.sizes[low].posts, self.sizes[high].posts


def size_posts(
    model: Model,
    strategy: str,
    perspective: Perspective,
    programme: str | None = None,
    posts: Sequence[float] | None = None,
) -> Sizing:
    """Try numbers of posts for a programme of a strategy; raises `ModelError` where it has none to size.

    Without `posts` they are multiples of the size of a post, up to twice what the file says. Posts that the
    file adds or takes away later stay as much above or below those at the start.
    """
    limit = _sized(model, strategy, programme)
    supply = limit.supply
    if not isinstance(supply, PostsSupply):
        raise TypeError("a programme has posts")
    steps = [_path(expression) for _, expression in supply.steps]
    columns = base_row(model.table).columns()
    first, *later = (float(columns[path][0]) for path in steps)
    unit = float(np.broadcast_to(value_of(supply.size, columns), (1,))[0])
    tried = sorted(set(posts)) if posts else list(_around(first, unit))
    changes = {steps[0]: tried}
    for path, written in zip(steps[1:], later, strict=True):
        changes[path] = [max(0.0, written + each - first) for each in tried]
    rows = set_rows(model.table, changes)
    count = model.simulation.replications
    grain = grain_of(model, "discrete_event")
    found = []
    for at in range(len(tried)):
        one = rows.part(at, at + 1)
        (mean,) = evaluate(model, one, engine="discrete_event", grain=grain)
        single = evaluate(
            model, one.replicated(model.simulation.seed, range(count)), engine="discrete_event", grain=grain
        )
        part = Slice(Findings(mean).years("window"), perspective=perspective)
        reliefs = np.concatenate([Findings(each).relief(strategy, part) for each in single])
        found.append((tried[at], mean, reliefs))
    best = max(found, key=lambda each: float(each[2].mean()))[2]
    sizes = tuple(_size(limit, strategy, part, each, best) for each in found)
    return Sizing(limit.id, strategy, first, sizes)


def _sized(model: Model, strategy: str, programme: str | None) -> Limit:
    """The limit of the programme that is meant: the one named, else the only one of the strategy."""
    at = model.strategies.index(strategy)
    known = [each for each in model.limits if each.state is None and each.strategies[at]]
    chosen = [each for each in known if programme in (None, each.id)]
    if len(chosen) != 1:
        names = ", ".join(each.id for each in known) or "–"
        raise ModelError(
            Both(
                f"Zu bemessen sind die Stellen eines Programms mit »capacity«, in »{strategy}«: {names}",
                f"what can be sized are the posts of a programme with `capacity`; in “{strategy}”: {names}",
            )
        )
    return chosen[0]


def _path(expression: Expression) -> str:
    if not isinstance(expression, Name):
        raise TypeError("posts are numbers of the file")
    return expression.name


def _around(written: float, unit: float) -> Iterator[float]:
    """Multiples of the size of a post up to twice the written number, wider apart where they are many."""
    steps = max(2, ceil(2.0 * written / unit))
    stride = ceil(steps / MOST_SIZES)
    yield from (unit * step for step in range(stride, steps + 1, stride))
    if round(written / unit) % stride:
        yield written


def _size(
    limit: Limit, strategy: str, part: Slice, found: tuple[float, Outcomes, FloatArray], best: FloatArray
) -> Size:
    posts, outcomes, reliefs = found
    model, findings = outcomes.model, Findings(outcomes)
    queue: Queue = next(each for each in queues(outcomes, strategy) if each.limit.id == limit.id)
    loss = best - reliefs
    error = float(loss.std(ddof=1)) / sqrt(len(loss)) if len(loss) > 1 else 0.0
    placed = (findings.person_years(name, part, model.placements) for name in (model.comparator, strategy))
    without, with_programme = (float(years[0]) for years in placed)
    return Size(
        posts=posts,
        places=queue.places(part.years),
        utilisation=queue.utilisation(part.years),
        waiting=queue.waiting(part.years),
        mean_wait_months=queue.mean_wait_months,
        unserved=queue.unserved(part.years),
        avoided=without - with_programme,
        relief=float(reliefs.mean()),
        loss=float(loss.mean()),
        loss_half_width=NORMAL_95 * error,
    )
