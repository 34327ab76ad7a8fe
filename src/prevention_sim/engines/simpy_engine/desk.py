"""The places of one limit, and the line in front of it."""

from bisect import insort
from collections.abc import Iterator
from typing import NamedTuple

from prevention_sim.engines.kernels.persons import Counts
from prevention_sim.engines.kernels.queues import ASKED, BUSY, GONE, SLOTS, TAKEN, WAITING


class Request(NamedTuple):
    """Somebody in a line; the least comes first."""

    rank: int
    asked: int  # the boundary at which it asked
    person: int


class Place(NamedTuple):
    """What somebody has taken; of two, the greater was taken later."""

    taken: int
    person: int
    units: int


class Desk:
    """One limit in one run: it gives places out, first come first served within a rank."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a limit is
        self,
        limit: int,
        slots: Counts,
        room: int | None,
        ends: int,
        counted: Counts,
        waits: Counts,
        *,
        transfers: bool,
    ) -> None:
        """Open with all places free."""
        self.limit, self.slots, self.room, self.ends, self.transfers = limit, slots, room, ends, transfers
        self.line: list[Request] = []
        self.requests: dict[int, Request] = {}
        self.places: dict[int, Place] = {}
        self.counted, self.waits = counted, waits

    def in_use(self) -> int:
        """How many places are taken."""
        return sum(place.units for place in self.places.values())

    def free(self, boundary: int) -> int:
        """How many places there are beyond those; below 0 where there are too few."""
        return int(self.slots[boundary]) - self.in_use()

    def take(self, person: int, boundary: int, units: int) -> None:
        """Let somebody have a place."""
        self.places[person] = Place(boundary, person, units)

    def give_back(self, person: int) -> None:
        """Take a place back."""
        del self.places[person]

    def join(self, request: Request, boundary: int) -> None:
        """Let somebody stand in the line, where its rank and its request say."""
        insort(self.line, request)
        self.requests[request.person] = request
        self.counted[boundary, ASKED] += 1

    def leave(self, person: int, boundary: int, why: int) -> None:
        """Let somebody out of the line; who asked and is gone at the same boundary has never asked."""
        request = self.requests.pop(person)
        self.line.remove(request)
        if why == TAKEN:
            self.waits[boundary - request.asked] += 1
        if why == GONE and request.asked == boundary:
            self.counted[boundary, ASKED] -= 1
        else:
            self.counted[boundary, why] += 1

    def asked_now(self, person: int, boundary: int) -> bool:
        """Whether somebody has joined the line at this boundary."""
        return person in self.requests and self.requests[person].asked == boundary

    def last_taken(self) -> int:
        """Who has taken its place last."""
        return max(self.places.values()).person

    def served(self, boundary: int, needs: dict[int, int], *, only_new: bool) -> Iterator[int]:
        """Who is given a place, from the head of the line on: where it is too few for one, all wait.

        With `only_new` those who asked at this boundary are served only, but not before others in the line.
        """
        kept = 0
        for request in tuple(self.line):
            units = needs[request.person]
            if units > self.free(boundary) - kept:
                return
            if only_new and request.asked < boundary:
                kept += units
            else:
                yield request.person

    def overfull(self, boundary: int) -> int | None:
        """Who is turned away because too many wait: the last of those who have just asked."""
        if self.room is None or len(self.line) <= self.room:
            return None
        new = [request for request in self.line if request.asked == boundary]
        return new[-1].person if new else None

    def count(self, boundary: int) -> None:
        """Count who waits, and places."""
        self.counted[boundary, WAITING] += len(self.line)
        self.counted[boundary, SLOTS] += self.slots[boundary]
        self.counted[boundary, BUSY] += self.in_use()
