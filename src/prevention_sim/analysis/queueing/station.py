"""The steady state of one station: slots, a waiting room that may be full, and requests that may give up.

Requests come by a Poisson process; lengths of help and patience are exponential; first come, first served.
Time flows: the discrete-event engine agrees as its cycle shrinks, with an error in proportion to the cycle.

    neither limit              M/M/c, Erlang C
    `waiting_room`             M/M/c/K with K = slots + waiting room; a room of 0 is Erlang B
    `mean_patience_years`      M/M/c+M, Erlang A (Palm 1943; Mandelbaum and Zeltyn 2007)

Let c be the slots, lam the arrivals, mu = 1 / mean help, theta = 1 / mean patience, and N the number of those
in help or waiting. At N = c + k, slots and patience end at the rate e(k) = c mu + k theta. Of the times when
at least k wait, going down from where the room is full, or from where longer queues do not occur:

    more(k)   share in which still more wait   lam / (lam + e(k+1) (1 - more(k+1)))
    queue(k)  mean number beyond k             more(k) (1 + queue(k+1))
    wait(k)   wait of the served               more(k) (1 / e(k+1) + wait(k+1))

The wait of the served adds up 1 / e(j), the mean time to the next step of the queue, over the places j they
pass: whether somebody will be served or leave says nothing about how long a step takes. All terms are
positive, nothing overflows, and rounding errors shrink on the way down. Below c, Erlang's B is the same
upwards.
"""

from dataclasses import dataclass
from math import ceil, inf, sqrt
from typing import Final, NamedTuple

from prevention_sim.analysis.queueing.erlang import erlang_b, never_settles
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both

NEGLIGIBLE_AFTER: Final = 48.0
"""exp(-48) is 1e-21: longer queues do not show in the last digit."""

LONGEST_QUEUE: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Station:
    """What comes to some slots, and how long it stays or waits; None means without limit."""

    arrivals_per_year: float
    mean_help_years: float
    slots: int
    mean_patience_years: float | None = None
    waiting_room: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no station."""
        if not 0.0 <= self.arrivals_per_year < inf:
            raise ValueError(f"{self.arrivals_per_year} arrivals per year: 0 or more are possible")
        if not 0.0 < self.mean_help_years < inf:
            raise ValueError(f"help of {self.mean_help_years} years: more than 0 is needed")
        if self.slots < 1:
            raise ValueError(f"{self.slots} slots: a station has at least one")
        if self.mean_patience_years is not None and not 0.0 < self.mean_patience_years < inf:
            raise ValueError(f"patience of {self.mean_patience_years} years: more than 0 is needed")
        if self.waiting_room is not None and self.waiting_room < 0:
            raise ValueError(f"a waiting room of {self.waiting_room}: 0 or more are possible")

    @property
    def load(self) -> float:
        """How many slots would be taken if there were enough, in erlang."""
        return self.arrivals_per_year * self.mean_help_years

    @property
    def grows_for_ever(self) -> bool:
        """Whether more comes than can be served, and nobody leaves or is turned away."""
        return self.load >= self.slots and self.mean_patience_years is None and self.waiting_room is None


@dataclass(frozen=True, slots=True)
class SteadyState:
    """What a station comes to in the long run.

    Shares are of all requests; times are of those who were not turned away.
    """

    utilisation: float
    share_waiting: float
    share_turned_away: float
    share_leaving: float
    mean_queue: float
    mean_wait_years: float
    mean_wait_of_served_years: float

    @property
    def share_served(self) -> float:
        """Those who are neither turned away nor leave the queue."""
        return 1.0 - self.share_turned_away - self.share_leaving


def steady_state(station: Station) -> SteadyState:
    """What a station comes to in the long run.

    Raises `ModelError` where demand exceeds capacity for ever, or the queue would be longer than ten million.

    >>> round(steady_state(Station(3.0, 1 / 4, slots=2, waiting_room=1)).share_turned_away, 8)
    0.04936015
    """
    if station.grows_for_ever:
        raise never_settles(station.load, station.slots)
    if not station.arrivals_per_year:
        return SteadyState(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    below, beyond = erlang_b(station.load, station.slots), _beyond_the_slots(station)
    taken = below / (below + beyond.none_waits * (1.0 - below))
    turned_away = taken * beyond.room_is_full
    queue = taken * beyond.queue
    leaving = queue / (station.arrivals_per_year * (station.mean_patience_years or inf))
    served = 1.0 - turned_away - leaving
    admitted = station.arrivals_per_year * (1.0 - turned_away)
    return SteadyState(
        utilisation=station.load * served / station.slots,
        share_waiting=taken - turned_away,
        share_turned_away=turned_away,
        share_leaving=leaving,
        mean_queue=queue,
        mean_wait_years=queue / admitted,
        mean_wait_of_served_years=taken
        * beyond.wait_of_served_years
        * station.slots
        / (station.load * served),
    )


class _Beyond(NamedTuple):
    """Of the times when all slots are taken."""

    none_waits: float
    queue: float
    wait_of_served_years: float
    room_is_full: float


def _beyond_the_slots(station: Station) -> _Beyond:
    """The recursion of the module's head; where nobody leaves and everybody may wait, its fixed point."""
    arrivals, slot_ends = station.arrivals_per_year, station.slots / station.mean_help_years
    leaves = 1.0 / (station.mean_patience_years or inf)
    if station.mean_patience_years is None and station.waiting_room is None:
        queue = arrivals / (slot_ends - arrivals)
        return _Beyond(1.0 - arrivals / slot_ends, queue, queue / slot_ends, 0.0)
    longest = _longest_queue(station)
    room_is_full = float(longest == station.waiting_room)
    none, queue, wait = 1.0, 0.0, 0.0
    for waiting in range(longest, 0, -1):
        ends = slot_ends + waiting * leaves
        down = ends * none
        more, none = arrivals / (arrivals + down), down / (arrivals + down)
        queue = more * (1.0 + queue)
        wait = more * (1.0 / ends + wait)
        room_is_full *= more
    return _Beyond(none, queue, wait, room_is_full)


def _longest_queue(station: Station) -> int:
    """A queue that is never longer, or so seldom that it does not show."""
    arrivals, slot_ends = station.arrivals_per_year, station.slots / station.mean_help_years
    longest = inf if station.waiting_room is None else float(station.waiting_room)
    if arrivals < slot_ends:  # shrinks at least as a geometric series with the ratio arrivals / slot_ends
        longest = min(longest, NEGLIGIBLE_AFTER / (1.0 - arrivals / slot_ends))
    if station.mean_patience_years is not None:  # and beyond its most frequent length like a bell or faster
        most_frequent = max(0.0, arrivals - slot_ends) * station.mean_patience_years
        width = sqrt(max(arrivals, slot_ends) * station.mean_patience_years)
        longest = min(longest, most_frequent + 10.0 * width + NEGLIGIBLE_AFTER)
    if longest > LONGEST_QUEUE:
        raise ModelError(
            Both(
                "Die Warteliste würde länger als zehn Millionen: Wer so lange wartet, geht praktisch nie; "
                "dann ist die Geduld wegzulassen",
                "the waiting list would be longer than ten million: who waits that long practically never "
                "leaves; leave patience out then",
            )
        )
    return ceil(longest)
