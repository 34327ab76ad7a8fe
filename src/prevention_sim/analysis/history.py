"""The path of one person in all strategies, as it is in the full run.

A person is called by where it comes from: `arrivals.neue/imminent/2013-05/3` is the third that the stream
`arrivals.neue` brings into the stratum `imminent` in the cycle that begins in May 2013.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from prevention_sim.engines.coming import expected, persons, populations
from prevention_sim.engines.microsimulation import Address, history_of
from prevention_sim.engines.tallies import Tallies
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.model import Model
from prevention_sim.model.network import Cell
from prevention_sim.model.rows import Rows, base_row

SHOWN: Final = 12
"""How many of many names an error lists."""

STREAM: Final = Both("Einen Zugang", "stream")
STRATUM: Final = Both("Eine Gruppe", "stratum")
WHEN: Final = Both("Einen Zeitpunkt", "date")
NUMBER: Final = Both("Eine Nummer", "number")


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to a person at a boundary: where it was before (None: outside), and where it is then.

    Programmes that it `joins` or `leaves` are those that run in its strategy.
    """

    boundary: int
    before: Cell | None
    after: Cell
    joins: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether it is in another state than before."""
        return self.before is None or self.before.state != self.after.state


@dataclass(frozen=True, slots=True)
class History:
    """One person: which of how many that come with it, and its steps by strategy (none: it does not come)."""

    key: str
    stream: str
    stratum: str
    cycle: int
    ordinal: int
    among: int
    steps: dict[str, tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """The persons of a stream and a stratum, and the keys of the first."""

    stream: str
    stratum: str
    count: int
    first: tuple[str, ...]


@dataclass(frozen=True)
class Persons:
    """Everybody who comes in one replication, by key."""

    model: Model
    seed: int
    replication: int

    def __post_init__(self) -> None:
        """Refuse a model in which persons wait for each other: nobody's path can be lived through alone."""
        if self.model.limits:
            raise ModelError(
                Both(
                    "In dieser Datei warten Fälle aufeinander, weil Plätze begrenzt sind; der Weg einer "
                    "Person lässt sich nicht allein nachspielen. Ohne »capacity« und »places« geht es",
                    "cases of this file wait for each other, because places are limited; nobody's path "
                    "can be lived through alone. Without `capacity` and `places` it can",
                )
            )

    @property
    def _luck(self) -> Luck:
        return Luck(self.seed, self.replication)

    @cached_property
    def _row(self) -> Rows:
        return base_row(self.model.table)

    @cached_property
    def _coming(self) -> npt.NDArray[np.int64]:
        """How many come in the strategy in which most do: i8[stratum, population, cycle]."""
        most: npt.NDArray[np.int64] = persons(self.model, self._row, [self._luck])[0].max(axis=-1)
        return most

    @cached_property
    def _populations(self) -> dict[tuple[str, str], int]:
        """The population of a stream that a stratum comes with; each stratum of a stream has one."""
        means = expected(self.model, self._row).sum(axis=(1, 2, 4))
        return {
            (population.stream, stratum): at
            for at, population in enumerate(populations(self.model))
            for position, stratum in enumerate(self.model.strata)
            if means[at, position] > 0.0
        }

    def groups(self, keys: int = 3) -> Iterator[Group]:
        """How many persons each stream brings into each stratum, with the first keys."""
        for (stream, stratum), population in sorted(self._populations.items()):
            counts = self._coming[self.model.strata.index(stratum), population]
            every = (
                self._key(stream, stratum, cycle, ordinal)
                for cycle in np.flatnonzero(counts).tolist()
                for ordinal in range(counts[cycle])
            )
            yield Group(stream, stratum, int(counts.sum()), tuple(islice(every, keys)))

    def _key(self, stream: str, stratum: str, cycle: int, ordinal: int) -> str:
        return f"{stream}/{stratum}/{self.model.calendar.name_of(cycle)}/{ordinal + 1}"

    def history(self, key: str) -> History:
        """The path of a person; raises `ModelError` for a key that nobody has, naming those there are."""
        address = self._address(key)
        stream, stratum = (
            populations(self.model)[address.population].stream,
            self.model.strata[address.stratum],
        )
        tallies = history_of(self.model, bind(self.model, self._row), self._luck, address)
        return History(
            self._key(stream, stratum, address.cycle, address.ordinal),
            stream,
            stratum,
            address.cycle,
            address.ordinal,
            int(self._coming[address.stratum, address.population, address.cycle]),
            {
                strategy: tuple(_steps(self.model, tallies, at, address.stratum))
                for at, strategy in enumerate(self.model.strategies)
            },
        )

    def _address(self, key: str) -> Address:
        """Find each part of a key among what there is."""
        parts = key.split("/")
        if len(parts) != 4:  # noqa: PLR2004 - a key has four parts
            raise ModelError(
                Both(
                    f"»{key}« nennt keine Person; geschrieben wird Zugang/Gruppe/Monat/Nummer, "
                    f"etwa {self._example()}",
                    f"“{key}” is no person; write stream/stratum/month/number, such as {self._example()}",
                )
            )
        stream, stratum, when, number = parts
        _among(STREAM, stream, sorted({each for each, _ in self._populations}))
        _among(STRATUM, stratum, sorted({each for of, each in self._populations if of == stream}))
        population = self._populations[stream, stratum]
        counts = self._coming[self.model.strata.index(stratum), population]
        cycles = {self.model.calendar.name_of(cycle): cycle for cycle in np.flatnonzero(counts).tolist()}
        _among(WHEN, when, list(cycles))
        cycle = cycles[when]
        _among(NUMBER, number, [str(ordinal + 1) for ordinal in range(counts[cycle])])
        return Address(population, self.model.strata.index(stratum), cycle, int(number) - 1)

    def _example(self) -> str:
        return next((key for group in self.groups(1) for key in group.first), "arrivals.neue/all/2027-01/1")


def _among(what: Both, written: str, known: list[str]) -> None:
    """Refuse what nobody is called by."""
    if written in known:
        return
    listed, more = ", ".join(known[:SHOWN]), len(known) - SHOWN
    raise ModelError(
        Both(
            f"{what.de} »{written}« gibt es hier nicht; es gibt: {listed}"
            f"{f' und {more} weitere' if more > 0 else ''}",
            f"there is no {what.en} “{written}” here; there are: {listed}"
            f"{f' and {more} more' if more > 0 else ''}",
        )
    )


def _steps(model: Model, tallies: Tallies, strategy: int, stratum: int) -> Iterator[Step]:
    """What changes for the one person of some tallies, boundary by boundary."""
    lane = strategy, stratum, 0
    running = {programme.id for programme in model.programmes if programme.strategies[strategy]}
    before: Cell | None = None
    for boundary, present in enumerate(tallies.present[lane]):
        if not present.any():
            continue
        after = model.cells[int(present.argmax())]
        enrolled = set(_enrolling(model, tallies, lane, boundary)) & running
        took, takes = _taking_part(before, running), _taking_part(after, running)
        joins, leaves = enrolled | (takes - took), took - takes
        step = Step(boundary, before, after, tuple(sorted(joins)), tuple(sorted(leaves)))
        if step.moves or joins or leaves:
            yield step
        before = after


def _taking_part(cell: Cell | None, running: set[str]) -> set[str]:
    return set() if cell is None else {programme for programme in running if cell.takes_part(programme)}


def _enrolling(model: Model, tallies: Tallies, lane: tuple[int, int, int], boundary: int) -> Iterator[str]:
    """The programmes that take a person in at a boundary."""
    if boundary > 0:
        for edge in np.flatnonzero(tallies.moved[lane][boundary - 1]):
            yield from model.network.edges[edge].enrols
    if boundary < model.calendar.cycles:
        for entry in np.flatnonzero(tallies.came[lane][boundary]):
            yield from model.entries[entry].enrols
        for shift in np.flatnonzero(tallies.shifted[lane][boundary]):
            yield from model.network.shifts[shift].enrols
