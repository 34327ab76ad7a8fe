"""Distributions of durations: the chance to leave within the next cycle of those who have stayed so long.

With survival S and a cycle of D, the chance after a time t is 1 - S(t + D) / S(t). Times are in years.

    weibull      S(t) = exp(-(t / scale) ** shape)
    gamma        S(t) = Q(shape, t / scale), the regularised upper incomplete gamma function
    lognormal    S(t) = Phi(-log(t / scale) / shape)
    loglogistic  S(t) = 1 / (1 + (t / scale) ** shape)

Where SciPy computes a survival, chances are rounded to 12 digits, so that its versions do not show.
"""

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import exp_of, expm1_of, log_of

DIGITS = 12


def weibull_exit(time: FloatArray, cycle: FloatArray, shape: FloatArray, scale: FloatArray) -> FloatArray:
    """Of a Weibull law."""
    return -expm1_of(power(time / scale, shape) - power((time + cycle) / scale, shape))


def loglogistic_exit(time: FloatArray, cycle: FloatArray, shape: FloatArray, scale: FloatArray) -> FloatArray:
    """Of a log-logistic law."""
    before, after = power(time / scale, shape), power((time + cycle) / scale, shape)
    return (after - before) / (1.0 + after)


def gamma_exit(time: FloatArray, cycle: FloatArray, shape: FloatArray, scale: FloatArray) -> FloatArray:
    """Of a gamma law."""
    from scipy.special import gammaincc  # noqa: PLC0415 - heavy, and few files need it

    return _exit(gammaincc(shape, time / scale), gammaincc(shape, (time + cycle) / scale))


def lognormal_exit(time: FloatArray, cycle: FloatArray, shape: FloatArray, scale: FloatArray) -> FloatArray:
    """Of a lognormal law; the shape is the standard deviation of the logarithm."""
    from scipy.special import ndtr  # noqa: PLC0415 - heavy, and few files need it

    with np.errstate(divide="ignore"):
        before, after = log_of(time / scale), log_of((time + cycle) / scale)
    return _exit(ndtr(-before / shape), ndtr(-after / shape))


def weibull_scale(mean: FloatArray, shape: FloatArray) -> FloatArray:
    """The mean is scale x Gamma(1 + 1 / shape)."""
    from scipy.special import gamma  # noqa: PLC0415 - heavy, and few files need it

    return mean / rounded(gamma(1.0 + 1.0 / shape))


def gamma_scale(mean: FloatArray, shape: FloatArray) -> FloatArray:
    """The mean is shape x scale."""
    return mean / shape


def lognormal_scale(mean: FloatArray, shape: FloatArray) -> FloatArray:
    """The mean is scale x exp(shape ** 2 / 2)."""
    return mean / exp_of(shape * shape / 2.0)


def loglogistic_scale(mean: FloatArray, shape: FloatArray) -> FloatArray:
    """The mean is scale x (pi / shape) / sin(pi / shape); there is none unless the shape exceeds 1."""
    angle = np.pi / shape
    return np.where(shape > 1.0, mean * np.sin(angle) / angle, np.nan)


def power(base: FloatArray, exponent: FloatArray) -> FloatArray:
    """A real power of what is not negative."""
    with np.errstate(divide="ignore"):
        return np.where(base > 0.0, exp_of(exponent * log_of(np.where(base > 0.0, base, 1.0))), 0.0)


def _exit(before: FloatArray, after: FloatArray) -> FloatArray:
    """The chance from the survivals before and after a cycle; where nobody is left it is 1."""
    survived = np.divide(after, before, out=np.zeros(np.broadcast(after, before).shape), where=before > 0.0)
    return rounded(1.0 - survived)


def rounded(values: FloatArray) -> FloatArray:
    """What SciPy computed, to 12 significant digits."""
    return np.array([float(f"{value:.{DIGITS}g}") for value in np.ravel(values)]).reshape(np.shape(values))
