"""The look at a queue before it is simulated.

It assumes that requests come by chance, evenly over the year; that lengths of help and patience have no
memory; that slots never change; and that all this has gone on for long. Real queues differ from each of
these, so it is a warning and not a result. That demand exceeds capacity for ever needs means alone.
"""

from dataclasses import dataclass

from prevention_sim.analysis.queueing.settling import settling_years
from prevention_sim.analysis.queueing.station import Station, steady_state


@dataclass(frozen=True, slots=True)
class PreCheck:
    """What a queue will come to if everything stays as it is.

    offered_load          slots that would be taken if there were enough
    utilisation           share of the slots that are taken
    share_waiting         share of requests that do not find a slot at once, but a place in the queue
    mean_wait_years       mean wait until help, of those who receive it; None where it grows for ever
    share_unserved        share of requests that leave the queue or are turned away
    growth_per_year       by how many the queue grows in a year, for ever; 0 where it settles
    settling_years        about how long it takes to settle; None where it never does
    """

    offered_load: float
    utilisation: float
    share_waiting: float
    mean_wait_years: float | None
    share_unserved: float
    growth_per_year: float
    settling_years: float | None

    @property
    def impossible(self) -> bool:
        """Whether demand exceeds capacity for ever, and nobody leaves or is turned away."""
        return self.mean_wait_years is None


def pre_check(station: Station) -> PreCheck:
    """Tell what a station will come to.

    >>> pre_check(Station(arrivals_per_year=50.0, mean_help_years=1.0, slots=40)).growth_per_year
    10.0
    """
    if station.grows_for_ever:
        growth = station.arrivals_per_year - station.slots / station.mean_help_years
        return PreCheck(station.load, 1.0, 1.0, None, 0.0, growth, None)
    found = steady_state(station)
    return PreCheck(
        offered_load=station.load,
        utilisation=found.utilisation,
        share_waiting=found.share_waiting,
        mean_wait_years=found.mean_wait_of_served_years,
        share_unserved=found.share_turned_away + found.share_leaving,
        growth_per_year=0.0,
        settling_years=settling_years(station),
    )
