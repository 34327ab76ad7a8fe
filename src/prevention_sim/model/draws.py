"""Rows in which uncertain numbers take other values: `draws(table, design)`.

Every number has a uniform of its own in each draw, which depends on its path and on nothing else in the file;
so strategies, and files that are compared, share their draws. By plan:

    sobol             unscrambled Sobol points, the dimension given by the place among the sorted paths,
                      moved by a digital shift keyed by the path; as many shifts as there are blocks
    latin_hypercube   one point in each of equally many layers, in an order keyed by the path, by block
    monte_carlo       by chance alone, keyed by the path

Blocks are independent of each other, and what they differ by is the error of a mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, assert_never

import numpy as np
import numpy.typing as npt

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.randomness import Luck, first_bits
from prevention_sim.model.distributions import quantiles
from prevention_sim.model.rows import ParameterTable, Rows
from prevention_sim.scenario.settings import PlanName
from prevention_sim.scenario.uncertainty import Uncertain

FEWEST_BLOCKS: Final = 8
"""So many independent parts at least tell the error of a mean."""

REST: Final = "rest"
SLACK: Final = 1e-9
SOBOL_BITS: Final = 30
SOBOL_POINTS: Final = 2.0**30
SHIFTED: Final = np.uint64(52 - SOBOL_BITS)
"""Binary digits that only the shift has."""

UNIT, HALF_UNIT = 2.0**-52, 2.0**-53

Integers = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Design:
    """How many draws, spread how, from which seed; `dimensions` are the paths in the order of Sobol's.

    A design keeps the draws of every path it knows, whatever file it is used for.
    """

    plan: PlanName
    blocks: int
    size: int
    seed: int
    dimensions: tuple[str, ...] = field(default=(), repr=False)

    @property
    def count(self) -> int:
        """How many draws there are."""
        return self.blocks * self.size


def design_of(
    count: int, plan: PlanName, seed: int, tables: Sequence[ParameterTable], like: Design | None = None
) -> Design:
    """At least so many draws for some files at once; `like` another design, so that both share them.

    Blocks of Sobol points are a power of two long, and there are at least eight.
    """
    known = like.dimensions if like else ()
    paths = {name for table in tables for name in _drawn_names(table)}
    dimensions = (*known, *sorted(paths - set(known)))
    if like is not None:
        return Design(like.plan, like.blocks, like.size, like.seed, dimensions)
    match plan:
        case "monte_carlo":
            return Design(plan, 1, count, seed, dimensions)
        case "latin_hypercube":
            return Design(plan, FEWEST_BLOCKS, -(-count // FEWEST_BLOCKS), seed, dimensions)
        case "sobol":
            size = 1 << max(0, (count // FEWEST_BLOCKS).bit_length() - 1)
            return Design(plan, max(FEWEST_BLOCKS, -(-count // size)), size, seed, dimensions)
        case _:
            assert_never(plan)


def draws(table: ParameterTable, design: Design) -> Rows:
    """Rows in which every uncertain number of a file is drawn, and all others are as written."""
    values = np.tile(table.base, (design.count, 1))
    wholes = {each.whole for each in table.uncertain} - {""}
    for number in table.uncertain:
        if not number.whole:
            drawn = quantiles(number, uniforms(design, number.path))
            values[:, table.names.index(number.path)] = drawn
    for whole in sorted(wholes):
        parts = _parts(table, whole)
        drawn = np.array([quantiles(part, uniforms(design, part.path)) for part in parts])
        total = _added(drawn)
        for part, cases in zip(parts, drawn, strict=True):
            if part.path in table.names:
                values[:, table.names.index(part.path)] = cases / total
    return Rows(table, values)


def uniforms(design: Design, path: str) -> FloatArray:
    """A number in (0, 1) for each draw of one path."""
    match design.plan:
        case "monte_carlo":
            return _chance(design, path, 0, "draw")
        case "latin_hypercube":
            return np.concatenate([_by_layers(design, path, block) for block in range(design.blocks)])
        case "sobol":
            points = _sobol(len(design.dimensions), design.size)[:, design.dimensions.index(path)]
            shifts = [_shift(design, path, block) for block in range(design.blocks)]
            return np.concatenate([(points ^ shift) * UNIT + HALF_UNIT for shift in shifts])
        case _:
            assert_never(design.plan)


def _drawn_names(table: ParameterTable) -> list[str]:
    """What has a dimension: every uncertain number, and the rest of shares that are drawn together."""
    rests = {f"{each.whole}.{REST}" for each in table.uncertain if each.whole}
    return sorted({each.path for each in table.uncertain} | rests)


def _parts(table: ParameterTable, whole: str) -> list[Uncertain]:
    """Shares that are drawn together, with what they leave of 1 as a share of its own."""
    parts = [each for each in table.uncertain if each.whole == whole]
    left = 1.0 - sum(part.mean for part in parts)
    if left <= SLACK:
        return parts
    return [*parts, replace(parts[0], path=f"{whole}.{REST}", mean=left)]


def _chance(design: Design, path: str, block: int, purpose: str) -> FloatArray:
    """One number by chance for each place in a block."""
    key = np.array(first_bits(path, 64), dtype=np.uint64)
    return Luck(design.seed, block).uniform(key, purpose, np.arange(design.size))


def _by_layers(design: Design, path: str, block: int) -> FloatArray:
    """One number in each of as many layers as there are draws in a block, in an order of its own."""
    order = np.argsort(_chance(design, path, block, "order of layers"), kind="stable")
    return (order + _chance(design, path, block, "draw")) / design.size


def _shift(design: Design, path: str, block: int) -> np.uint64:
    """The digits by which the points of a block are moved."""
    key = np.array(first_bits(path, 64), dtype=np.uint64)
    return np.uint64(Luck(design.seed, block).uniform(key, "shift of points", 0) / UNIT)


@lru_cache(maxsize=4)
def _sobol(dimensions: int, size: int) -> Integers:
    """Points of the unscrambled sequence as whole numbers of 52 binary digits: u8[point, dimension]."""
    from scipy.stats.qmc import Sobol  # noqa: PLC0415 - heavy, and few runs need it

    points = Sobol(dimensions, scramble=False, bits=SOBOL_BITS).random(size)
    return (points * SOBOL_POINTS).astype(np.uint64) << SHIFTED


def _added(values: FloatArray) -> FloatArray:
    total = np.zeros(values.shape[1:])
    for value in values:
        total = total + value
    return total
