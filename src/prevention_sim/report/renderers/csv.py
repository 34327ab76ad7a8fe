"""Budget and outcomes as CSV: unrounded numbers, for spreadsheets of German or English habit.

The German dialect has semicolons, decimal commas and a byte order mark, by which a spreadsheet knows UTF-8;
the English one has commas and points. A text that a spreadsheet would take for a formula gets an apostrophe
before it, a number never.
"""

import csv
import io
from dataclasses import astuple, fields
from typing import Final, Literal, NamedTuple, TypeAlias

from prevention_sim.report.budget import BudgetRow
from prevention_sim.report.outcomes import OutcomeRow

DialectName: TypeAlias = Literal["de", "en"]

HEADINGS: Final = tuple(field.name for field in fields(BudgetRow))
OUTCOME_HEADINGS: Final = tuple(field.name for field in fields(OutcomeRow))
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")


class _Dialect(NamedTuple):
    separator: str
    point: str
    mark: bytes


DIALECTS: Final[dict[DialectName, _Dialect]] = {
    "de": _Dialect(";", ",", "\N{ZERO WIDTH NO-BREAK SPACE}".encode()),
    "en": _Dialect(",", ".", b""),
}


def budget_as_csv(rows: tuple[BudgetRow, ...], dialect: DialectName) -> bytes:
    """The content of a file, with the line ends of RFC 4180."""
    return _as_csv(HEADINGS, rows, dialect)


def outcomes_as_csv(rows: tuple[OutcomeRow, ...], dialect: DialectName) -> bytes:
    """What is counted beside money, likewise."""
    return _as_csv(OUTCOME_HEADINGS, rows, dialect)


def _as_csv(
    headings: tuple[str, ...], rows: tuple[BudgetRow, ...] | tuple[OutcomeRow, ...], dialect: DialectName
) -> bytes:
    chosen = DIALECTS[dialect]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=chosen.separator, lineterminator="\r\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_cell(value, chosen) for value in astuple(row)])
    return chosen.mark + text.getvalue().encode()


def _cell(value: float | str, dialect: _Dialect) -> str:
    """A text or a number; the digits of a number are those that give the same number when read."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_SIGNS) else value
    return repr(value).replace(".", dialect.point)
