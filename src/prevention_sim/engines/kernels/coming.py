"""The inverse of Poisson's and the negative binomial distribution, without a logarithm.

A number of mean m and variance d m is the least n whose distribution function exceeds a uniform u; of d = 1
it is Poisson's. The chances follow one from the other (r = m / (d - 1), q = (d - 1) / d):

    Poisson              p_(n+1) = p_n m / (n + 1)
    negative binomial    p_(n+1) = p_n (r + n) / (n + 1) q

So they are known up to a factor, from a number that is `FAR` standard deviations below the mean on, to one
whose chance adds nothing any more; their sum is the factor.
"""

import numpy as np
import numpy.typing as npt

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.compiling import kernel, subroutine
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both

FAR = 12.0
"""What lies below is less likely than the smallest uniform."""

NOTHING = 2.0**-70

STEPS_PER_PERSON = 20


def inverse(mean: FloatArray, dispersion: FloatArray, luck: FloatArray) -> npt.NDArray[np.int64]:
    """Numbers for means, dispersions along the last axis, and uniforms; raises `ModelError` below 1."""
    least = 1.0 if not dispersion.size else float(dispersion.min())
    if not least >= 1.0:
        raise ModelError(
            Both(
                f"Die Streuung von Zugängen (dispersion) ist {least:.6g}; sie muss mindestens 1 sein",
                f"the dispersion of entries is {least:.6g}; it must be at least 1",
            )
        )
    means, dispersions, numbers = (
        np.array(np.broadcast_to(each, mean.shape)).reshape(-1) for each in (mean, dispersion, luck)
    )
    found = np.zeros(mean.size, dtype=np.int64)
    invert = _inverse.for_work(STEPS_PER_PERSON * float(mean.sum() + mean.size))
    invert(means, dispersions, numbers, found)
    return found.reshape(mean.shape)


@kernel("void(f8[::1], f8[::1], f8[::1], i8[::1])")
def _inverse(
    mean: FloatArray, dispersion: FloatArray, luck: FloatArray, found: npt.NDArray[np.int64]
) -> None:
    for i in range(mean.size):
        found[i] = _number(mean[i], dispersion[i], luck[i])


@subroutine
def _number(mean: float, dispersion: float, luck: float) -> int:
    if mean <= 0.0:
        return 0
    first = max(0, int(mean - FAR * (dispersion * mean) ** 0.5))
    whole, chance, number = 0.0, 1.0, first
    while number <= mean or chance > NOTHING * whole:
        whole += chance
        chance *= _next(mean, dispersion, number)
        number += 1
    total, chance, number = 1.0, 1.0, first
    while total <= luck * whole:
        chance *= _next(mean, dispersion, number)
        number += 1
        total += chance
        if chance <= NOTHING * whole and number > mean:
            break
    return number


@subroutine
def _next(mean: float, dispersion: float, number: int) -> float:
    """How much more likely the next number is."""
    if dispersion == 1.0:
        return mean / (number + 1)
    size = mean / (dispersion - 1.0)
    return (size + number) / (number + 1) * ((dispersion - 1.0) / dispersion)
