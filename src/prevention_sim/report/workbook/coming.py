"""The sheet of cases that come: the stock at the start, entries from outside, and shifts at a boundary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from prevention_sim.model.model import Entry, StartTerm
from prevention_sim.model.network import Shift
from prevention_sim.report.workbook.arithmetic import told
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.pages import Form, Page
from prevention_sim.report.workbook.terms import Range, Term
from prevention_sim.scenario.expressions import Expression

HEAD: Final = 3
STREAM, INTO, WHERE, WHEN, STRATA = range(5)


@dataclass
class Coming:
    """The sheet, and where each number stands, by group."""

    desk: Desk
    columns: Mapping[str, Term]
    page: Page
    start: list[tuple[Term, ...]] = field(default_factory=list)
    entries: list[tuple[Term, ...]] = field(default_factory=list)
    shifts: list[tuple[Term, ...]] = field(default_factory=list)
    _next: int = HEAD + 1

    @classmethod
    def on(cls, desk: Desk, columns: Mapping[str, Term]) -> "Coming":
        """Write the cases at the first boundary, those that come in each cycle, and shares that pass."""
        coming = cls(desk, columns, desk.page(desk.say("coming")))
        coming._begin()
        model = desk.model
        coming.start = [coming._stock(term) for term in model.start]
        coming.entries = [coming._entry(entry) for entry in model.entries]
        coming.shifts = [coming._shift(shift) for shift in model.network.shifts]
        return coming

    def numbers(self) -> Range | None:
        """Every number of the sheet; None where nobody comes."""
        if self._next == HEAD + 1:
            return None
        return self.page.values(
            (HEAD + 1, STRATA), (self._next - 1, STRATA + len(self.desk.model.strata) - 1)
        )

    def _begin(self) -> None:
        desk, page = self.desk, self.page
        page.text(0, 0, desk.say("coming"), "title")
        page.text(1, 0, desk.say("coming_note"), "note")
        heads = [desk.say(f"head_{head}") for head in ("stream", "into", "where", "when")]
        page.texts(HEAD, 0, heads, "column")
        page.texts(HEAD, STRATA, [desk.stratum(name) for name in desk.model.strata], "right")
        page.widths |= {STREAM: 32, INTO: 44, WHERE: 40, WHEN: 24}
        page.widths |= {STRATA + at: 18 for at in range(len(desk.model.strata))}
        page.frozen = (HEAD + 1, INTO + 1)

    def _stock(self, term: StartTerm) -> tuple[Term, ...]:
        words = (
            term.stream,
            self.desk.cell(term.cell),
            self.desk.say("everywhere"),
            self.desk.say("at_begin"),
        )
        return self._row(words, term.amounts, "cases")

    def _entry(self, entry: Entry) -> tuple[Term, ...]:
        words = (
            entry.stream,
            self.desk.cell(entry.cell),
            self._strategies(entry.strategies),
            self.desk.span(entry.profile.nonzero()[0].tolist()),
        )
        return self._row(words, entry.amounts, "cases")

    def _shift(self, shift: Shift) -> tuple[Term, ...]:
        words = (
            self.desk.say("shift", origin=self.desk.cell(shift.origin)),
            self.desk.cell(shift.destination),
            self._strategies(shift.strategies),
            self.desk.span(shift.piece.boundaries[:-1].nonzero()[0].tolist()),
        )
        return self._row(words, shift.piece.shares, "share")

    def _row(self, words: tuple[str, ...], amounts: tuple[Expression, ...], form: Form) -> tuple[Term, ...]:
        row = self._next
        self._next += 1
        self.page.texts(row, 0, words)
        return tuple(
            self.page.put(row, STRATA + at, told(amount, self.columns), form)
            for at, amount in enumerate(amounts)
        )

    def _strategies(self, having: tuple[bool, ...]) -> str:
        if all(having):
            return self.desk.say("everywhere")
        names = zip(self.desk.model.strategies, having, strict=True)
        return ", ".join(self.desk.strategy(name) for name, has in names if has)
