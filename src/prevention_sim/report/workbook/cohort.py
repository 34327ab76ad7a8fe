"""The sheets of cases, one for each strategy: who is in which state, cycle by cycle, group by group.

S_t      cases at the start of cycle t, entries included
E_t      cases at its end: S_t times the chances of a cycle, by SUMPRODUCT along a row of the table above
S_(t+1)  E_t, and those who come
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from prevention_sim.report.workbook.coming import Coming
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.moving import Moving
from prevention_sim.report.workbook.pages import Page
from prevention_sim.report.workbook.terms import (
    ONE,
    ZERO,
    Range,
    Term,
    number,
    size,
    sum_of,
    sum_of_products,
    total,
)

HEAD: Final = 2
CYCLE, BEGIN, CELLS = 0, 1, 2


@dataclass(frozen=True)
class Block:
    """Where the numbers of one group in one strategy stand: by cell or shift, one row for each cycle."""

    page: Page
    first_row: int
    start: tuple[int, ...]
    end: tuple[int, ...]
    shifts: tuple[int, ...]
    at_end: tuple[Term, ...]

    def cells(self, column: int, cycles: range) -> Range:
        """A column over some cycles."""
        return self.page.values(
            (self.first_row + cycles.start, column), (self.first_row + cycles.stop - 1, column)
        )


@dataclass
class Cohort:
    """The sheets, and what the checks on them come to."""

    desk: Desk
    moving: Moving
    coming: Coming
    blocks: dict[tuple[int, int], Block] = field(default_factory=dict)
    imbalances: list[Range] = field(default_factory=list)
    leaving: list[Range] = field(default_factory=list)

    @classmethod
    def on(cls, desk: Desk, moving: Moving, coming: Coming) -> "Cohort":
        """Write every strategy on a sheet of its own, one group below the other."""
        cohort = cls(desk, moving, coming)
        for position in desk.strategies:
            strategy = desk.model.strategies[position]
            page = desk.page(desk.say("cohort", strategy=desk.strategy(strategy)))
            page.text(0, 0, desk.say("cohort", strategy=desk.strategy(strategy)), "title")
            page.text(1, 0, desk.say("cohort_note"), "note")
            page.widths |= {CYCLE: 40, BEGIN: 10}
            page.frozen = (0, CELLS)
            row = HEAD
            for stratum in range(len(desk.model.strata)):
                row = _Writer(cohort, page, (position, stratum)).write(row)
        return cohort


@dataclass
class _Writer:
    """Writes one group of one strategy."""

    cohort: Cohort
    page: Page
    lane: tuple[int, int]

    def write(self, row: int) -> int:
        """Write the table of chances and the course of cases; return the next free row."""
        desk, model = self.cohort.desk, self.cohort.desk.model
        self.page.text(row + 1, 0, desk.stratum(model.strata[self.lane[1]]), "heading")
        row += 2
        matrix: list[Range] = []
        if model.network.edges:
            matrix, row = self._matrix(row)
        return self._course(row, matrix)

    def _matrix(self, row: int) -> tuple[list[Range], int]:
        """Chances of a cycle: from the states above to those on the left; one range for each of these."""
        desk, cells, edges = (
            self.cohort.desk,
            self.cohort.desk.model.cells,
            self.cohort.desk.model.network.edges,
        )
        self._heads(row, [desk.cell(cell) for cell in cells], CELLS)
        self.page.text(row, CYCLE, desk.say("to_from"), "column")
        self.page.text(row, BEGIN, "", "column")
        first = row + 1
        for to, cell in enumerate(cells):
            self.page.text(first + to, CYCLE, desk.cell(cell))
            for origin, other in enumerate(cells):
                along = [
                    self.cohort.moving.edges[at].get(self.lane, ZERO)
                    for at, edge in enumerate(edges)
                    if (edge.origin, edge.destination) == (other, cell) and to != origin
                ]
                self.page.put(first + to, CELLS + origin, total(along), "chance")
        last = first + len(cells)
        self.page.text(last, CYCLE, desk.say("leaving"))
        for at in range(len(cells)):
            leaving = self._leaving(first, CELLS + at, at, len(cells))
            leaving = self.page.put(last, CELLS + at, leaving, "chance", "total")
            self.page.put(first + at, CELLS + at, ONE - leaving, "chance")
        right = CELLS + len(cells) - 1
        self.cohort.leaving.append(self.page.values((last, CELLS), (last, right)))
        rows = range(first, last)
        return [self.page.values((each, CELLS), (each, right)) for each in rows], last + 1

    def _leaving(self, first: int, column: int, at: int, cells: int) -> Term:
        """The chances to leave a state: everything in its column but the one to stay."""
        above = self.page.values((first, column), (first + at - 1, column)) if at else None
        below = (
            self.page.values((first + at + 1, column), (first + cells - 1, column))
            if at < cells - 1
            else None
        )
        return total(sum_of(each) for each in (above, below) if each is not None)

    def _course(self, row: int, matrix: Sequence[Range]) -> int:
        """Every cycle in a row; return the next free one."""
        desk, model = self.cohort.desk, self.cohort.desk.model
        cells, shifts = model.cells, model.network.shifts
        ends = bool(matrix) or bool(shifts)
        start = tuple(range(CELLS, CELLS + len(cells)))
        taken = tuple(range(start[-1] + 1, start[-1] + 1 + len(shifts)))
        after = start[-1] + 1 + len(shifts)
        end = tuple(range(after, after + len(cells))) if ends else start
        check = end[-1] + 1
        self._heads(row, [desk.say("head_cycle"), desk.say("head_begin")], CYCLE)
        self._heads(row, [desk.say("at_start_of", cell=desk.cell(cell)) for cell in cells], CELLS)
        self._heads(
            row, [desk.say("shifted", cell=desk.cell(shift.origin)) for shift in shifts], start[-1] + 1
        )
        if ends:
            self._heads(row, [desk.say("at_end_of", cell=desk.cell(cell)) for cell in cells], after)
        self._heads(row, [desk.say("sum_check")], check)
        first, last = row + 1, row + model.calendar.cycles
        here = self._stock()
        for cycle in range(model.calendar.cycles):
            line = first + cycle
            self.page.enter(line, CYCLE, float(cycle + 1), "whole")
            self.page.text(line, BEGIN, model.calendar.name_of(cycle))
            here = self._begin_cycle(line, cycle, here, taken)
            here = [
                self.page.put(line, column, term, "cases") for column, term in zip(start, here, strict=True)
            ]
            if matrix:
                present = self.page.values((line, start[0]), (line, start[-1]))
                after_moves = [sum_of_products(present, chances) for chances in matrix]
                here = [
                    self.page.put(line, column, term, "cases")
                    for column, term in zip(end, after_moves, strict=True)
                ]
            elif ends:
                here = [
                    self.page.put(line, column, term, "cases") for column, term in zip(end, here, strict=True)
                ]
            self._check(line, start, end, check)
        self.cohort.imbalances.append(self.page.values((first, check), (last, check)))
        self.cohort.blocks[self.lane] = Block(self.page, first, start, end, taken, tuple(here))
        return last + 2

    def _stock(self) -> list[Term]:
        """Who is there at the first boundary."""
        model = self.cohort.desk.model
        found = [ZERO] * len(model.cells)
        for term, cases in zip(model.start, self.cohort.coming.start, strict=True):
            at = model.cells.index(term.cell)
            found[at] = found[at] + cases[self.lane[1]]
        return found

    def _begin_cycle(self, line: int, cycle: int, here: list[Term], taken: Sequence[int]) -> list[Term]:
        """Shifts of the stock, entries, and all other shifts, in the order of the clock."""
        model, (strategy, stratum) = self.cohort.desk.model, self.lane
        of_stock = sum(shift.of_stock for shift in model.network.shifts)
        here = self._shift(line, cycle, here, taken, range(of_stock))
        for entry, cases in zip(model.entries, self.cohort.coming.entries, strict=True):
            if entry.strategies[strategy] and entry.profile[cycle]:
                at = model.cells.index(entry.cell)
                here[at] = here[at] + number(float(entry.profile[cycle])) * cases[stratum]
        return self._shift(line, cycle, here, taken, range(of_stock, len(model.network.shifts)))

    def _shift(
        self, line: int, cycle: int, here: list[Term], taken: Sequence[int], which: range
    ) -> list[Term]:
        model, (strategy, stratum), here = self.cohort.desk.model, self.lane, list(here)
        for at in which:
            shift = model.network.shifts[at]
            if not (shift.strategies[strategy] and shift.piece.boundaries[cycle]):
                self.page.enter(line, taken[at], 0.0, "cases")
                continue
            origin, to = model.cells.index(shift.origin), model.cells.index(shift.destination)
            passing = here[origin] * self.cohort.coming.shifts[at][stratum]
            passing = self.page.put(line, taken[at], passing, "cases")
            here[to] = here[to] + passing
            here[origin] = here[origin] - passing  # which may be the same cell
        return here

    def _check(self, line: int, start: Sequence[int], end: Sequence[int], check: int) -> None:
        """Nobody is lost: as many at the end of a cycle as at its start."""
        ends = sum_of(self.page.values((line, end[0]), (line, end[-1])))
        starts = sum_of(self.page.values((line, start[0]), (line, start[-1])))
        self.page.put(line, check, size(ends - starts), "factor", "check")

    def _heads(self, row: int, words: Sequence[str], column: int) -> None:
        self.page.texts(row, column, words, "right" if column >= CELLS else "column")
        for at in range(len(words)):
            self.page.widths.setdefault(column + at, 17)
