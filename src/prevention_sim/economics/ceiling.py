"""A ceiling for the year: what a line comes to is cut to it, everywhere in proportion.

With A the amount of a budget year, of all strata and what is shared together, c the ceiling and w how much of
the year is computed (a year that the horizon cuts has so much of its ceiling), every amount of the year is
multiplied with

    min(1, c w / A)

A is nominal, after rises of prices and corrections: it is the bill that a contract limits, in euro of its
year. Present values are cut by the same factor.
"""

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar


def within(cap: FloatArray, amounts: FloatArray, calendar: Calendar) -> FloatArray:
    """Amounts of a line, f8[valuation, period, strategy, stratum or shared, row], within f8[row] a year."""
    cut = amounts.copy()
    year_of_period = calendar.year_of_cycle[list(calendar.first_cycle_of_period)]
    for year, covered in enumerate(calendar.covered):
        periods = np.flatnonzero(year_of_period == year)
        whole: FloatArray = np.zeros((amounts.shape[2], amounts.shape[4]))
        for period in periods:
            for of_stratum in np.moveaxis(amounts[0, period], 1, 0):
                whole += of_stratum
        above = whole > cap * covered
        left = np.divide(cap * covered, whole, out=np.ones_like(whole), where=above)
        cut[:, periods] *= left[:, np.newaxis]
    return cut
