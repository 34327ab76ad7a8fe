"""Which options are worth considering, and what a further unit of effect costs along them.

An option is dominated where another costs no more and brings no less, and is better in one of the two. It is
extendedly dominated where a mixture of two others costs no more and brings more. The others are the frontier:
the lower convex hull of cost over effect. The incremental ratio (ICER) of an option on it is its further cost
per further unit of effect, against the one before it; the cheapest has none. Options with the same cost and
effect stand and fall together. Comparisons are exact, so no order of the input and no rounding changes them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import isfinite
from typing import Literal

from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both

Standing = Literal["frontier", "dominated", "extendedly_dominated"]

Quadrant = Literal["gain_at_cost", "gain_without_cost", "loss_at_saving", "loss_without_saving", "no_change"]
"""Where an option lies beside its comparator."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option and where it stands.

    `icer` is against `against`, the options before it on the frontier. `beaten_by` is an option that
    dominates it, or the two whose mixture does. `same_as` are options with the same cost and effect.
    """

    name: str
    cost: float
    effect: float
    standing: Standing
    icer: float | None = None
    against: tuple[str, ...] = ()
    beaten_by: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CostEffectiveness:
    """Options in the order of their cost."""

    options: tuple[Option, ...]

    @property
    def frontier(self) -> tuple[Option, ...]:
        """The options that nothing dominates."""
        return tuple(option for option in self.options if option.standing == "frontier")

    def __getitem__(self, name: str) -> Option:
        """The option of a name."""
        return next(option for option in self.options if option.name == name)


@dataclass(frozen=True, slots=True)
class _Point:
    """A cost and an effect, exactly, and the names of the options that have them."""

    cost: Fraction
    effect: Fraction
    names: tuple[str, ...]


def cost_effectiveness(options: Iterable[tuple[str, float, float]]) -> CostEffectiveness:
    """Where options stand, given as name, cost and effect; raises `ModelError` for what cannot be compared.

    >>> found = cost_effectiveness([("usual care", 5e3, 1), ("a", 12e3, 1.5), ("b", 10e3, 2)])
    >>> [(option.name, option.standing, option.icer) for option in found.options]
    [('usual care', 'frontier', None), ('b', 'frontier', 5000.0), ('a', 'dominated', None)]
    """
    points = _points(list(options))
    left = [point for point in points if _dominating(point, points) is None]
    hull = _hull(left)
    found = []
    for point in points:
        if point in hull:
            found += _on_frontier(point, hull)
        elif point in left:
            before = max((each for each in hull if each.cost < point.cost), key=lambda each: each.cost)
            after = min((each for each in hull if each.cost > point.cost), key=lambda each: each.cost)
            found += _beaten(point, "extendedly_dominated", (before, after))
        else:
            dominating = _dominating(point, left)
            found += _beaten(point, "dominated", (dominating,) if dominating else ())
    return CostEffectiveness(tuple(found))


def options_of(findings: Findings, outcome: str, part: Slice) -> list[tuple[str, float, float]]:
    """Cost and effect of every strategy in the first row; where fewer is better, an effect is negative."""
    model = findings.outcomes.model
    sign = next(each.sign for each in model.outcomes if each.id == outcome)
    return [
        (
            strategy,
            float(findings.cost(strategy, part)[0]),
            sign * float(findings.outcome(outcome, strategy, part)[0]),
        )
        for strategy in model.strategies
    ]


def quadrant(further_cost: float, further_effect: float) -> Quadrant:
    """Where further cost and further effect lie; a ratio means something in the two `_at_` quadrants."""
    if further_effect > 0.0:
        return "gain_at_cost" if further_cost > 0.0 else "gain_without_cost"
    if further_effect < 0.0:
        return "loss_at_saving" if further_cost < 0.0 else "loss_without_saving"
    return "no_change"


def _points(options: Sequence[tuple[str, float, float]]) -> list[_Point]:
    """The distinct points in the order of cost, among equals the better first."""
    _check(options)
    names: dict[tuple[Fraction, Fraction], list[str]] = {}
    for name, cost, effect in options:
        names.setdefault((Fraction(cost), Fraction(effect)), []).append(name)
    points = [_Point(cost, effect, tuple(sorted(same))) for (cost, effect), same in names.items()]
    return sorted(points, key=lambda point: (point.cost, -point.effect))


def _check(options: Sequence[tuple[str, float, float]]) -> None:
    if not options:
        raise ModelError(Both("Es gibt nichts zu vergleichen", "there is nothing to compare"))
    names = [name for name, _, _ in options]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        listed = ", ".join(twice)
        raise ModelError(Both(f"Mehrfach genannt: {listed}", f"named more than once: {listed}"))
    for name, cost, effect in options:
        if not (isfinite(cost) and isfinite(effect)):
            raise ModelError(
                Both(
                    f"{name}: Kosten und Wirkung müssen endliche Zahlen sein",
                    f"{name}: cost and effect must be finite numbers",
                )
            )


def _dominating(point: _Point, points: Sequence[_Point]) -> _Point | None:
    """The cheapest point that costs no more and brings no less."""
    better = (
        each for each in points if each != point and each.cost <= point.cost and each.effect >= point.effect
    )
    return next(better, None)


def _hull(points: Sequence[_Point]) -> list[_Point]:
    """The lower convex hull of points that rise in cost and effect; points on its edges belong to it."""
    hull: list[_Point] = []
    for point in points:
        while len(hull) > 1 and _slope(hull[-2], hull[-1]) > _slope(hull[-1], point):
            hull.pop()
        hull.append(point)
    return hull


def _slope(before: _Point, after: _Point) -> Fraction:
    return (after.cost - before.cost) / (after.effect - before.effect)


def _on_frontier(point: _Point, hull: Sequence[_Point]) -> list[Option]:
    before = next((first for first, second in pairwise(hull) if second is point), None)
    icer = None if before is None else float(_slope(before, point))
    against = before.names if before else ()
    return [
        Option(name, float(point.cost), float(point.effect), "frontier", icer, against, (), others)
        for name, others in _with_others(point)
    ]


def _beaten(point: _Point, standing: Standing, by: Sequence[_Point]) -> list[Option]:
    beaten_by = tuple(each.names[0] for each in by)
    return [
        Option(name, float(point.cost), float(point.effect), standing, None, (), beaten_by, others)
        for name, others in _with_others(point)
    ]


def _with_others(point: _Point) -> list[tuple[str, tuple[str, ...]]]:
    """Every name of a point beside the others."""
    return [(name, tuple(other for other in point.names if other != name)) for name in point.names]
