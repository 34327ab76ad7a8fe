"""The quantile of the normal distribution, with the same bits everywhere.

Algorithm AS 241, PPND16 (M. J. Wichura, The percentage points of the normal distribution, Applied Statistics
37, 1988): a ratio of two polynomials of degree 7 in each of three ranges, with r = 0.180625 - (u - 1/2)**2 in
the middle, else s = sqrt(-log min(u, 1 - u)), less 1.6 or 5. About 16 digits; sqrt is exact by IEEE 754.
"""

import math

from prevention_sim.foundation.compiling import subroutine
from prevention_sim.foundation.elementary import log

MIDDLE = 0.425
FAR = 5.0


@subroutine
def normal_quantile(u: float) -> float:
    """Return the number that a standard normal variable stays below with chance u, between 0 and 1."""
    q = u - 0.5
    # fmt: off
    if abs(q) <= MIDDLE:
        r = 0.180625 - q * q
        above = (((((((2509.0809287301226727*r + 33430.575583588128105)*r + 67265.770927008700853)*r
            + 45921.953931549871457)*r + 13731.693765509461125)*r + 1971.5909503065514427)*r
            + 133.14166789178437745)*r + 3.387132872796366608)
        below = (((((((5226.495278852854561*r + 28729.085735721942674)*r + 39307.89580009271061)*r
            + 21213.794301586595867)*r + 5394.1960214247511077)*r + 687.1870074920579083)*r
            + 42.313330701600911252)*r + 1.0)
        return q * above / below
    s = math.sqrt(-log(u if q < 0.0 else 1.0 - u))
    if s <= FAR:
        r = s - 1.6
        above = (((((((7.7454501427834140764e-4*r + 0.0227238449892691845833)*r + 0.24178072517745061177)*r
            + 1.27045825245236838258)*r + 3.64784832476320460504)*r + 5.7694972214606914055)*r
            + 4.6303378461565452959)*r + 1.42343711074968357734)
        below = (((((((1.05075007164441684324e-9*r + 5.475938084995344946e-4)*r + 0.0151986665636164571966)*r
            + 0.14810397642748007459)*r + 0.68976733498510000455)*r + 1.6763848301838038494)*r
            + 2.05319162663775882187)*r + 1.0)
    else:
        r = s - FAR
        above = (((((((2.01033439929228813265e-7*r + 2.71155556874348757815e-5)*r
            + 0.0012426609473880784386)*r + 0.026532189526576123093)*r + 0.29656057182850489123)*r
            + 1.7848265399172913358)*r + 5.4637849111641143699)*r + 6.6579046435011037772)
        below = (((((((2.04426310338993978564e-15*r + 1.4215117583164458887e-7)*r
            + 1.8463183175100546818e-5)*r + 7.868691311456132591e-4)*r + 0.0148753612908506148525)*r
            + 0.13692988092273580531)*r + 0.59983220655588793769)*r + 1.0)
    # fmt: on
    return -above / below if q < 0.0 else above / below
