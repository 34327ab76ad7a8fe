"""Time as SimPy keeps it here: whole boundaries, and stages within them."""

from collections.abc import Generator
from enum import IntEnum
from typing import TypeAlias

import simpy
from simpy.events import EventPriority

Life: TypeAlias = Generator[simpy.Event, object, None]
"""A process: it hands out what it waits for, and goes on when that is reached."""

PERSON_BITS = 32


class Stage(IntEnum):
    """What happens at a boundary, in this order; SimPy keeps 0 and 1 for itself.

    People are asked and places are given in rounds: who asks for a place is asked what else is offered only
    when it is known whether there is one, and may then ask for another.
    """

    DUE = 2
    CLOSING = 3
    FALLING = 4
    ASKING = 5
    GIVING = 6
    TURNING = 1 << 20
    SETTLING = TURNING + 1
    COUNTING = TURNING + 2


A_ROUND = 2
"""Asking and giving."""


class Boundaries(simpy.Environment):
    """The clock of a run, the round its boundary is in, and the last one for which somebody waits."""

    def __init__(self) -> None:
        """Begin at the first boundary."""
        super().__init__()
        self.round = self.last_round = 0

    def reached(self, boundary: int, stage: Stage, person: int = 0, *, later: int = 0) -> simpy.Event:
        """Wait for a stage of a boundary; those who wait for the same one go on in the order of keys.

        Of asking and giving it is the one of this round, or of so many rounds `later`.
        """
        rounds = self.round + later if stage in {Stage.ASKING, Stage.GIVING} else 0
        event = simpy.Event(self)
        event._ok, event._value = True, None  # noqa: SLF001 - as SimPy's own Timeout does
        priority = EventPriority((stage + A_ROUND * rounds) << PERSON_BITS | person)
        self.schedule(event, priority, boundary - int(self.now))
        return event
