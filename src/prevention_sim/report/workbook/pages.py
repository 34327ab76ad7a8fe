"""Sheets of a workbook before they are a file: what stands in which cell, and how it looks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import isfinite
from typing import Final, Literal, TypeAlias

from prevention_sim.foundation.languages import Both
from prevention_sim.report.workbook.arithmetic import LONGEST, CannotBeTold
from prevention_sim.report.workbook.terms import Range, Term

Look: TypeAlias = Literal[
    "title",
    "heading",
    "column",
    "right",
    "text",
    "note",
    "sentence",
    "sum",
    "total",
    "input",
    "fixed",
    "check",
    "",
]
"""What a cell is: a title, the head of a column, words that are wrapped, a number to change, a sum."""

Form: TypeAlias = Literal["", "share", "money", "cases", "years", "chance", "factor", "whole"]
"""How a number is written."""

VOID: Final = '"–"'
"""What stands where a quotient has no denominator."""

LONGEST_TEXT: Final = 32_000
LONGEST_NAME: Final = 31
FORBIDDEN_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, a number, or a formula with its value."""

    content: str | Term
    look: Look = ""
    form: Form = ""
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """Cells that change their colour: while a formula over the first of them holds."""

    first: tuple[int, int]
    last: tuple[int, int]
    formula: str
    colour: Literal["red", "yellow"]


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be entered in a cell: a number between two others, or one of a list."""

    at: tuple[int, int]
    low: float | None = None
    high: float | None = None
    choices: tuple[float, ...] = ()
    title: str = ""
    message: str = ""


@dataclass
class Page:
    """A sheet that is being filled; rows and columns count from 0."""

    name: str
    live: bool = True
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    frozen: tuple[int, int] = (0, 0)
    watches: list[Watch] = field(default_factory=list)
    allowed: list[Allowed] = field(default_factory=list)
    names: dict[str, tuple[int, int]] = field(default_factory=dict)

    def text(self, row: int, column: int, words: str, look: Look = "text") -> None:
        """Write words, as they are: whatever they begin with, they are no formula."""
        self.cells[row, column] = Cell(words[:LONGEST_TEXT], look)

    def texts(self, row: int, column: int, words: Iterable[str], look: Look = "text") -> None:
        """Write words beside each other."""
        for position, word in enumerate(words):
            self.text(row, column + position, word, look)

    def put(self, row: int, column: int, term: Term, form: Form = "", look: Look = "") -> Term:
        """Write a formula with its value, and return how other cells read it."""
        if not (isfinite(term.value) or VOID in term.text) or len(term.text) > LONGEST:
            raise CannotBeTold(
                Both(
                    "eine Formel würde zu lang oder hätte keinen Wert", "a formula would be too long or void"
                )
            )
        self.cells[row, column] = Cell(term, look, form, self.live)
        return Term(f"{self._prefix}{address(row, column)}", term.value)

    def enter(self, row: int, column: int, value: float, form: Form = "", look: Look = "") -> Term:
        """Write a plain number, and return how other cells read it."""
        self.cells[row, column] = Cell(Term("", value), look, form)
        return Term(f"{self._prefix}{address(row, column)}", value)

    def values(self, first: tuple[int, int], last: tuple[int, int]) -> Range:
        """The numbers of a block of cells as a range; a spreadsheet passes over what is none."""
        block = product(range(first[0], last[0] + 1), range(first[1], last[1] + 1))
        cells = [self.cells[at].content for at in block if at in self.cells]
        text = f"{self._prefix}{address(*first)}:{address(*last)}"
        return Range(text, tuple(each.value for each in cells if isinstance(each, Term)))

    def written(self, term: Term) -> str:
        """A formula as it stands on this sheet, which needs no name for itself."""
        return "=" + term.text.replace(self._prefix, "")

    @property
    def _prefix(self) -> str:
        return "'" + self.name.replace("'", "''") + "'!"


def address(row: int, column: int) -> str:
    """A cell as spreadsheets call it.

    >>> address(0, 0), address(9, 27)
    ('A1', 'AB10')
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name a sheet may have, which no other has.

    >>> sheet_name("Kohorte ohne/mit", ["kohorte ohne mit"])
    'Kohorte ohne mit 2'
    """
    plain = " ".join(wanted.translate(FORBIDDEN_IN_NAMES).split()).strip("'")[:LONGEST_NAME] or "-"
    lower, found, count = {name.casefold() for name in taken}, plain, 1
    while found.casefold() in lower:
        count += 1
        ending = f" {count}"
        found = plain[: LONGEST_NAME - len(ending)] + ending
    return found
