"""What everybody in a run reads and counts: the tables of one strategy and one replication."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from prevention_sim.engines.kernels.persons import (
    Cells,
    Clocks,
    Counts,
    Entries,
    Gates,
    Lane,
    Person,
    Shifts,
    Ways,
    Words,
    factor_of,
    uniform,
)
from prevention_sim.engines.kernels.queues import MEASURES, Limits, Table
from prevention_sim.engines.paths import Arrays
from prevention_sim.engines.tallies import Whole
from prevention_sim.foundation.axes import IntArray
from prevention_sim.foundation.randomness import LOW_WORD, WORD


@dataclass(frozen=True)
class Work:
    """One run: everybody of a strategy and a replication, and all they read."""

    tables: Arrays
    strategy: int
    row: int
    key: Words  # the words of the replication
    slots: Counts  # [limit, boundary]
    who: tuple[Words, IntArray, IntArray, IntArray]  # key, stratum, population, cycle of arrival
    clocks: int  # how many times each person tells


@dataclass(frozen=True)
class Counted:
    """What is counted of a run: whole persons by stratum and boundary or cycle, as `Tallies` has them."""

    present: Whole
    moved: Whole
    came: Whole
    shifted: Whole
    detoured: Whole
    loaded: Whole
    turned: Whole
    queue: Whole
    waits: Whole


class Setting:
    """The tables of a run under the names that the subroutines of persons know."""

    def __init__(self, work: Work) -> None:
        """Sort the arrays by what they are about."""
        given, self.strategy, self.row = work.tables, work.strategy, work.row
        self.who, self.key = work.who, (work.key[0], work.key[1])
        self.cells: Cells = _told(Cells, given, "cell")
        self.clocks: Clocks = _told(Clocks, given, "clock")
        self.ways: Ways = _told(Ways, given, "way", "edge")
        self.gates: Gates = _told(Gates, given, "gate", "door")
        self.shifts: Shifts = _told(Shifts, given, "shift", rate=given["rate_purpose"])
        self.entries: Entries = _told(Entries, given, "entry", "population")
        self.table: Table = _told(Table, given, "passage", "cell", gate=given["admission_gate"])
        self.limits: Limits = _told(
            Limits, given, "limit", "limited", leaving=given["limit_leaving"][work.row], slots=work.slots
        )
        self.phase_of_cycle: IntArray = given["phase_of_cycle"]
        self.clock_count = work.clocks
        self.last = int(self.phase_of_cycle.size)
        self.luck_of = (np.uint64(given["sojourn"]), np.uint64(given["bridging"]))
        self.at_end = given["detour_at_end"]
        self.load_counts, self._given = given["load_counts"], given
        edges, shifts = self.ways.cell.size, self.shifts.cell.size
        entries = self.table.cell.size - edges - shifts - self.at_end.size
        self.first_of = {"moved": 0, "came": edges, "shifted": edges + entries}
        self.first_of["detoured"] = edges + entries + shifts
        self.counted = self._nothing(edges, entries, shifts)

    def _nothing(self, edges: int, entries: int, shifts: int) -> Counted:
        strata, limits = self._given["hazard"].shape[1], self.limits.room.size

        def none(times: int, each: int, lanes: int = strata) -> Whole:
            return np.zeros((lanes, times, each), dtype=np.int64)

        lines = self.load_counts.shape[0]
        return Counted(
            none(self.last + 1, self.cells.follows.size), none(self.last, edges), none(self.last, entries),
            none(self.last, shifts), none(self.last, self.at_end.size), none(self.last + 1, lines),
            none(self.last, lines), none(self.last + 1, limits * MEASURES, 1), none(self.last + 1, limits, 1),
        )  # fmt: skip

    def person(self, number: int) -> Person:
        """The address of somebody's chance."""
        key = self.who[0][number]
        return Person(key & LOW_WORD, key >> WORD, *self.key)

    def lane(self, stratum: int) -> Lane:
        """What somebody of a stratum reads."""
        given, s, row = self._given, self.strategy, self.row
        return Lane(
            s, given["hazard"][s, stratum, row], given["share"][s, stratum, row],
            given["shift"][s, stratum, row], given["door"][stratum, row], given["rate"][s, stratum, row],
        )  # fmt: skip

    def load(self, person: Person) -> list[int]:
        """How many times the mean somebody costs, for each line that differs between persons."""
        given = self._given
        laws = zip(given["load_purpose"], given["load_law"], given["load_terms"][self.row], strict=True)
        return [factor_of(uniform(person, purpose, 0), law, terms) for purpose, law, terms in laws]


def _told(what: Any, given: Arrays, *kinds: str, **others: object) -> Any:  # noqa: ANN401 - a tuple of arrays
    """The arrays of a part; their names begin with what they are about."""
    known = {
        name: next(
            (given[key] for key in (*(f"{kind}_{name}" for kind in kinds), name) if key in given), None
        )
        for name in what._fields
    }
    return what(**(known | others))
