"""How long a station takes to its steady state.

A difference from the steady state shrinks in the end like exp(-years / settling years). Near full utilisation
that takes longer than any plan, and a queue that began empty is far shorter than the steady state says.
"""

from math import sqrt

from prevention_sim.analysis.queueing.erlang import never_settles
from prevention_sim.analysis.queueing.station import Station


def settling_years(station: Station) -> float:
    """About how long a difference takes to shrink to 37 %: a rule of thumb.

    Where nobody leaves, the longer of the mean help and mean help / (sqrt(slots) - sqrt(load))**2 (Morse
    1955), less where a waiting room ends the queue. Where some leave, at most the longer of mean help and
    mean patience, and often less. Raises `ModelError` where demand exceeds capacity for ever.

    >>> settling_years(Station(arrivals_per_year=36.0, mean_help_years=1.0, slots=49))
    1.0
    >>> round(settling_years(Station(arrivals_per_year=48.0, mean_help_years=1.0, slots=49)), 1)
    194.0
    """
    if station.grows_for_ever:
        raise never_settles(station.load, station.slots)
    mean_help, patience = station.mean_help_years, station.mean_patience_years
    slots, load = sqrt(station.slots), sqrt(station.load)
    gap = (slots - load) ** 2
    if station.waiting_room is not None:
        gap += 4.0 * slots * load / (station.waiting_room + 1) ** 2
    if patience is None:
        return mean_help / min(1.0, gap)
    if load < slots:
        return min(mean_help / min(1.0, gap), max(mean_help, patience))
    return max(mean_help, patience)
