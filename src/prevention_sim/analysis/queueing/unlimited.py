"""Help without limit: how many are in help after some time, if everybody finds a slot at once.

Requests come by a Poisson process; everybody stays for a length of their own. Of those who were there at the
start, the remaining ones are binomial; of those who come, Poisson (M/M/inf and M/G/inf: Takács 1962).
Where capacity binds, no more than this can be in help.
"""

from collections.abc import Callable
from dataclasses import dataclass

from prevention_sim.foundation.elementary import exp, expm1


@dataclass(frozen=True, slots=True)
class InHelp:
    """How many are in help: mean and variance."""

    mean: float
    variance: float


def in_help_after(
    years: float, arrivals_per_year: float, mean_help_years: float, at_start: int = 0
) -> InHelp:
    """After some years, with exponential lengths of help (M/M/inf).

    mean = at_start p + load (1 - p) with p = exp(-years / mean help).

    >>> round(in_help_after(5.0, arrivals_per_year=30.0, mean_help_years=2.0).mean, 6)
    55.0749
    """
    stays, gone = exp(-years / mean_help_years), -expm1(-years / mean_help_years)
    came = arrivals_per_year * mean_help_years * gone
    return InHelp(at_start * stays + came, at_start * stays * gone + came)


def in_help_by_law(years: float, arrivals_per_year: float, still_in_help: Callable[[float], float]) -> InHelp:
    """After some years from an empty start, whatever the law of the length of help (M/G/inf).

    mean = variance = arrivals x integral of the survival S(u) from 0 to years.

    >>> round(in_help_by_law(5.0, 30.0, lambda years: 1.0 if years < 2.0 else 0.0).mean, 6)
    60.0
    """
    from scipy.integrate import quad  # noqa: PLC0415 - heavy, and only this law needs it

    mean = arrivals_per_year * float(quad(still_in_help, 0.0, years, limit=500)[0])
    return InHelp(mean, mean)
