"""Inverse distribution functions of uncertain numbers.

The mean of every family is the value of the file, exactly. What is left is one figure of width, and a range
determines it so that exactly its interval lies between its ends. Where a member of the family has this mean
and both ends as quantiles, all three come back; else the mean and what the range holds win over how the rest
is split between both sides (docs/decisions/0022-draws.md).

    beta       a = mean x cases, b = (1 - mean) x cases
    gamma      shape = cases, scale = mean / cases
    lognormal  log-normal with sigma; its logarithm has the mean log(mean) - sigma ** 2 / 2
    normal     cut off at the ends of what is possible, its centre moved so that the mean stays
    pert       beta over the ends with a + b = 6

SciPy computes quantiles, and they are rounded to 12 digits, so that its versions do not show.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, pi, sqrt
from typing import Final, assert_never

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import exp, exp_of, log, log1p
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.laws import rounded
from prevention_sim.scenario.uncertainty import (
    Cases,
    Deviation,
    Ends,
    Listed,
    Possible,
    Range,
    Uncertain,
)

HALVINGS: Final = 200
NARROWEST, WIDEST = 1e-9, 1e9
"""Bounds of the search for a width, relative to the mean or to the range."""

NEARLY: Final = 1e-9
NOTHING: Final = 1e-15
REACH: Final = 7.0
"""How far, in its standard deviations, the centre of a normal may be moved."""
PERT: Final = 6.0
"""The parameters of PERT's beta add up to this: 4 for the peak, 1 for each end."""
HALF: Final = 0.5


def quantiles(number: Uncertain, uniform: FloatArray) -> FloatArray:
    """The values below which the number lies with the given probabilities, each in (0, 1)."""
    if number.point is None:
        return _drawn(number, uniform)
    at, chance = number.point.at, number.point.probability
    first = (1.0 - chance) * _member(number).below(at)
    fixed = (uniform >= first) & (uniform <= first + chance)
    others = np.where(uniform < first, uniform, uniform - chance) / (1.0 - chance)
    return np.where(fixed, at, _drawn(number, np.where(fixed, HALF, others)))


def _drawn(number: Uncertain, uniform: FloatArray) -> FloatArray:
    match number.width:
        case Listed(values):
            return np.array(values)[(uniform * len(values)).astype(np.int64)]
        case Ends(low, high):
            return rounded(low + (high - low) * _between(number, low, high, uniform))
        case Range() | Deviation() | Cases():
            return np.clip(rounded(_member(number).inverse(uniform)), *number.possible)
        case _:
            assert_never(number.width)


def _between(number: Uncertain, low: float, high: float, uniform: FloatArray) -> FloatArray:
    """The share of the way from one end to the other; the peak follows from the mean."""
    centre = (number.mean - low) / (high - low)
    match number.family:
        case "triangular":
            peak = min(max(3.0 * centre - 1.0, 0.0), 1.0)
            return np.where(
                uniform < peak,
                np.sqrt(uniform * peak),
                1.0 - np.sqrt((1.0 - uniform) * (1.0 - peak)),
            )
        case "pert":
            return _Beta(PERT * centre, PERT * (1.0 - centre)).inverse(uniform)
        case _:
            return uniform


@dataclass(frozen=True, slots=True)
class _Beta:
    a: float
    b: float

    def inverse(self, uniform: FloatArray) -> FloatArray:
        return _special("betaincinv")(self.a, self.b, uniform)

    def below(self, value: float) -> float:
        return float(_special("betainc")(self.a, self.b, min(max(value, 0.0), 1.0)))


@dataclass(frozen=True, slots=True)
class _Gamma:
    shape: float
    scale: float

    def inverse(self, uniform: FloatArray) -> FloatArray:
        return _special("gammaincinv")(self.shape, uniform) * self.scale

    def below(self, value: float) -> float:
        return float(_special("gammainc")(self.shape, max(value, 0.0) / self.scale))


@dataclass(frozen=True, slots=True)
class _Lognormal:
    centre: float
    sigma: float

    def inverse(self, uniform: FloatArray) -> FloatArray:
        return exp_of(self.centre + self.sigma * _special("ndtri")(uniform))

    def below(self, value: float) -> float:
        return float(_special("ndtr")((log(value) - self.centre) / self.sigma)) if value > 0.0 else 0.0


@dataclass(frozen=True, slots=True)
class _Normal:
    """Cut off at the ends of what is possible."""

    centre: float
    sigma: float
    possible: Possible

    def inverse(self, uniform: FloatArray) -> FloatArray:
        first, last = self._ends()
        return self.centre + self.sigma * _special("ndtri")(first + uniform * (last - first))

    def below(self, value: float) -> float:
        first, last = self._ends()
        return (self._uncut(value) - first) / (last - first)

    def mean(self) -> float:
        """The centre, moved by what is cut off."""
        first, last = self._ends()
        low, high = (_density((end - self.centre) / self.sigma) for end in self.possible)
        return self.centre + self.sigma * (low - high) / (last - first)

    def _ends(self) -> tuple[float, float]:
        low, high = self.possible
        return self._uncut(low), self._uncut(high)

    def _uncut(self, value: float) -> float:
        return float(_special("ndtr")((value - self.centre) / self.sigma))


_Member = _Beta | _Gamma | _Lognormal | _Normal


@lru_cache(maxsize=4096)
def _member(number: Uncertain) -> _Member:
    """The member of the family that has the mean and the width; raises `ModelError` where there is none."""
    width = number.width
    match width:
        case Range():
            return _known(_of_width(number, _width_of_range(number, width)), number)
        case Deviation(sd):
            return _known(_of_width(number, _width_of_deviation(number, sd)), number)
        case Cases(count):
            return _known(_of_width(number, 1.0 / (count * (number.mean if number.whole else 1.0))), number)
        case Ends() | Listed():
            raise TypeError("these are no members of a family")
        case _:
            assert_never(width)


def _known(member: _Member | None, number: Uncertain) -> _Member:
    if member is None:
        raise _no_member(number)
    return member


def _no_member(number: Uncertain) -> ModelError:
    return ModelError(
        Both(
            f"{number.path}: Keine Verteilung dieser Art hat den Mittelwert {number.mean:g} und diese Breite",
            f"{number.path}: no distribution of this kind has the mean {number.mean:g} and this width",
        )
    )


def _of_width(number: Uncertain, width: float) -> _Member | None:
    """The member of a family by what grows with its spread."""
    mean = number.mean
    match number.family:
        case "beta":
            return _Beta(mean / width, (1.0 - mean) / width)
        case "gamma" | "dirichlet":
            return _Gamma(1.0 / width, mean * width)
        case "lognormal":
            return _Lognormal(log(mean) - width * width / 2.0, width)
        case _:
            return _normal(mean, width, number.possible)


def _width_of_deviation(number: Uncertain, sd: float) -> float:
    mean, relative = number.mean, sd / number.mean
    match number.family:
        case "beta":
            return 1.0 / (mean * (1.0 - mean) / (sd * sd) - 1.0)
        case "gamma":
            return relative * relative
        case "lognormal":
            return sqrt(log1p(relative * relative))
        case _:
            return sd


def _width_of_range(number: Uncertain, wanted: Range) -> float:
    """The width at which exactly the interval lies between the ends; it holds less the wider it is."""
    scale = wanted.high - wanted.low if number.family == "normal" else 1.0

    def held(width: float) -> float:
        member = _of_width(number, width * scale)
        return 0.0 if member is None else member.below(wanted.high) - member.below(wanted.low)

    low, high = NARROWEST, WIDEST
    for _ in range(HALVINGS):
        middle = sqrt(low * high)
        low, high = (middle, high) if held(middle) > wanted.interval else (low, middle)
    if abs(held(low) - wanted.interval) > NEARLY:
        raise _no_member(number)
    return float(rounded(np.array(low * scale)))


def _normal(mean: float, sigma: float, possible: Possible) -> _Normal | None:
    """The normal whose mean is as asked after it is cut off; None where cutting off moves it too far."""
    uncut = _Normal(mean, sigma, possible)
    if abs(uncut.mean() - mean) <= NOTHING * sigma:
        return uncut
    low, high = mean - REACH * sigma, mean + REACH * sigma
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        low, high = (middle, high) if _Normal(middle, sigma, possible).mean() < mean else (low, middle)
    found = _Normal(low, sigma, possible)
    return found if abs(found.mean() - mean) <= NEARLY * sigma else None


def _density(deviate: float) -> float:
    return exp(-deviate * deviate / 2.0) / sqrt(2.0 * pi) if isfinite(deviate) else 0.0


def _special(name: str) -> Callable[..., FloatArray]:
    """A function of SciPy; loaded only where something is drawn."""
    from scipy import special  # noqa: PLC0415 - heavy, and few runs need it

    found: Callable[..., FloatArray] = getattr(special, name)
    return found
