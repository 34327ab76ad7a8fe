"""Timing two ways of doing the same, in turn."""

import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paired:
    """Median seconds of both sides, and the median of the ratios taken pair by pair."""

    ours: float
    theirs: float
    ratio: float


def in_turn(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    pairs: int,
    clock: Callable[[], float] = time.perf_counter,
) -> Paired:
    """Time ours, theirs, ours, theirs, …; a drift of the machine's speed then touches both."""
    ours(), theirs()
    seconds = [(_seconds(ours, clock), _seconds(theirs, clock)) for _ in range(pairs)]
    return Paired(
        ours=statistics.median(mine for mine, _ in seconds),
        theirs=statistics.median(other for _, other in seconds),
        ratio=statistics.median(other / mine for mine, other in seconds),
    )


def computing() -> float:
    """Seconds that ended child processes have computed, whoever else uses the machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    begin = clock()
    work()
    return clock() - begin
