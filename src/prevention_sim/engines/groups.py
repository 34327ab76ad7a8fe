"""Groups of places that open and close as a whole.

At each boundary as many are needed as hold everybody; one that is needed no longer stays open for its notice.

    needed_t = ceil(present_t / places)
    open_t   = the largest needed_s with t - notice <= s <= t
"""

import numpy as np
from numpy.typing import NDArray

from prevention_sim.foundation.axes import FloatArray

Whole = NDArray[np.int64]


def open_groups(present: NDArray[np.signedinteger], places: FloatArray, notice: int) -> Whole:
    """Groups that are paid for at each boundary, along the last axis; `places` fits the other axes."""
    needed = np.ceil(present / places[..., np.newaxis]).astype(np.int64)
    paid = needed.copy()
    for late in range(1, min(notice, needed.shape[-1] - 1) + 1):
        np.maximum(paid[..., late:], needed[..., :-late], out=paid[..., late:])
    return paid
