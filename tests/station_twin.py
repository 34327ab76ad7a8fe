"""Slow, obvious twins of one station on whole boundaries: who begins when, who leaves, who is turned away.

The order at a boundary is that of the design: helps that have run their length end and free their slots, and
who has lost patience leaves; then capacity changes; then requests come; then slots are given out, by priority
(a lower number first), boundary of request and person, those just freed included, and who needs more than are
free holds up all behind; last, all is counted. So

* a wait of 0 means being helped from the cycle of the request on;
* help of `length` cycles that begins at s frees its slot at s + length, and another help may begin there;
* who has a patience of p waits through p cycles: helped where the offered wait is below p, gone at p;
* who finds the waiting room full after slots were given out is turned away; those who came first stay.

A person is the place in the list of requests, and requests stand in the order of their boundaries.

    kiefer_wolfowitz   G/G/c by the recursion of the workloads; everybody waits (Kiefer and Wolfowitz 1955)
    lindley            G/G/1 by the recursion of the waits (Lindley 1952)
    offered_waits      G/G/c with patience, by when slots become free
    walk               anything: boundary by boundary, from the text above
"""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Request(NamedTuple):
    """When somebody asks, how many cycles help takes (at least 1), how many they wait (at least 1)."""

    boundary: int
    length: int
    patience: int | None = None
    priority: int = 0
    need: int = 1  # slots


class Fate(NamedTuple):
    """When help begins, or when somebody leaves without; both None for who still waits at the end.

    Who is turned away leaves at the boundary of their request.
    """

    start: int | None = None
    left: int | None = None


@dataclass
class Path:
    """What happened at a station: the fate of each request; who waits and slots in use at each boundary."""

    fates: list[Fate]
    waiting: list[int] = field(default_factory=list)
    in_help: list[int] = field(default_factory=list)


def kiefer_wolfowitz(requests: Sequence[Request], slots: int) -> list[int]:
    """The boundary at which the help of each request begins.

    Who comes waits for the least workload and adds their help to it; all of them shrink until the next.
    """
    workloads, before, starts = [0] * slots, 0, []
    for request in requests:
        elapsed, before = request.boundary - before, request.boundary
        workloads = sorted(max(0, work - elapsed) for work in workloads)
        starts.append(request.boundary + workloads[0])
        workloads[0] += request.length
    return starts


def lindley(requests: Sequence[Request]) -> list[int]:
    """The boundary at which the help of each request begins, with one slot: W' = max(0, W + S - A)."""
    starts, wait, ahead = [], 0, None
    for request in requests:
        if ahead is not None:
            wait = max(0, wait + ahead.length - (request.boundary - ahead.boundary))
        starts.append(request.boundary + wait)
        ahead = request
    return starts


def offered_waits(requests: Sequence[Request], slots: int) -> list[Fate]:
    """The fate of each request, first come, first served, where some lose patience."""
    free, fates = [0] * slots, []
    for request in requests:
        offered = max(0, free[0] - request.boundary)
        if request.patience is not None and request.patience <= offered:
            fates.append(Fate(left=request.boundary + request.patience))
            continue
        start = request.boundary + offered
        heapq.heapreplace(free, start + request.length)
        fates.append(Fate(start=start))
    return fates


def walk(
    requests: Sequence[Request],
    slots: int | Callable[[int], int],
    *,
    boundaries: int,
    waiting_room: int | None = None,
) -> Path:
    """Boundary by boundary; slots may change with the boundary, and help that runs is finished."""
    path = Path([Fate()] * len(requests))
    queue: list[int] = []
    ends: list[int] = []
    for now in range(boundaries):
        ends = [end for end in ends if end > now]
        for person in list(queue):
            asked, _, patience, *_ = requests[person]
            if patience is not None and now >= asked + patience:
                queue.remove(person)
                path.fates[person] = Fate(left=now)
        here = slots(now) if callable(slots) else slots
        came = [person for person, request in enumerate(requests) if request.boundary == now]
        queue = sorted(
            queue + came, key=lambda person: (requests[person].priority, requests[person].boundary, person)
        )
        while queue and len(ends) + requests[queue[0]].need <= here:
            person = queue.pop(0)
            path.fates[person] = Fate(start=now)
            ends += [now + requests[person].length] * requests[person].need
        for person in reversed([each for each in queue if each in came]):
            if waiting_room is not None and len(queue) > waiting_room:
                queue.remove(person)
                path.fates[person] = Fate(left=now)
        path.waiting.append(len(queue))
        path.in_help.append(len(ends))
    return path
