"""Erlang's formulas: how often all slots are taken, and how long one waits then.

Requests come by a Poisson process, and the length of help is exponential. The load, in erlang, is what comes
in a year times the mean length of help in years: how many slots would be taken if there were enough of them.

    B  nobody can wait: who finds all slots taken is turned away               (M/M/c/c, Erlang 1917)
    C  everybody waits, first come, first served, for as long as it takes      (M/M/c, Erlang 1917)

With patience or a waiting room that may be full: `station.py`. Sums and products only, so that the bits are
the same everywhere; a step for each slot.
"""

from prevention_sim.foundation.elementary import exp, log
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both


def erlang_b(load: float, slots: int) -> float:
    """Share of requests that find all slots taken where nobody can wait.

    B(0) = 1 and B(n) = load B(n-1) / (n + load B(n-1)). Holds for any length of help with that mean.

    >>> round(erlang_b(load=8.0, slots=10), 8)
    0.12166106
    """
    taken = 1.0
    for slot in range(1, slots + 1):
        taken = load * taken / (slot + load * taken)
    return taken


def erlang_c(load: float, slots: int) -> float:
    """Share of requests that wait where everybody waits: C = B / (1 - rho (1 - B)) with rho = load / slots.

    Raises `ModelError` where demand exceeds capacity for ever.

    >>> round(erlang_c(load=8.0, slots=10), 8)
    0.40918015
    """
    if load >= slots:
        raise never_settles(load, slots)
    taken, busy = erlang_b(load, slots), load / slots
    return taken / (1.0 - busy + busy * taken)


def share_waiting_longer(than_years: float, load: float, slots: int, mean_help_years: float) -> float:
    """Share of requests that wait longer than some years: C exp(-(slots - load) years / mean help).

    Raises `ModelError` where demand exceeds capacity for ever.
    """
    return erlang_c(load, slots) * exp(-(slots - load) * than_years / mean_help_years)


def wait_quantile_years(share: float, load: float, slots: int, mean_help_years: float) -> float:
    """The wait that this share of requests does not exceed; 0 where as many do not wait at all.

    Raises `ModelError` where demand exceeds capacity for ever.

    >>> wait_quantile_years(0.5, load=8.0, slots=10, mean_help_years=1.0)
    0.0
    >>> round(wait_quantile_years(0.9, load=8.0, slots=10, mean_help_years=1.0), 4)
    0.7045
    """
    waiting = erlang_c(load, slots)
    if waiting <= 1.0 - share:
        return 0.0
    return log(waiting / (1.0 - share)) * mean_help_years / (slots - load)


def never_settles(load: float, slots: int) -> ModelError:
    """What is said of a queue that only grows."""
    return ModelError(
        Both(
            f"Die Nachfrage übersteigt das Angebot auf Dauer: Im Mittel würden {load:.6g} Plätze gebraucht, "
            f"{slots} sind da, und die Warteliste wächst ohne Ende",
            f"demand exceeds capacity for ever: {load:.6g} slots would be needed on average, there are "
            f"{slots}, and the waiting list grows without end",
        )
    )
