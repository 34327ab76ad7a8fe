"""A chart before it is drawn: a Vega-Lite specification, a sentence that reads it, a table of its numbers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final, TypeAlias

from prevention_sim.report.chart_wording import tell
from prevention_sim.report.numbers import Language, decimal
from prevention_sim.report.teller import Teller

Spec: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Sequence[Mapping[str, object]]

INK: Final = "#222222"
PAPER: Final = "#FFFFFF"
GRID: Final = "#DDDDDD"
LEVEL: Final = "#999999"
BLUE: Final = "#0072B2"
ORANGE: Final = "#E69F00"
"""Okabe and Ito's colours: told apart by everybody, and by their lightness in print."""

WIDTH: Final = 680
LABEL: Final = 30
"""Letters on a line of a label."""

MOST_YEARS: Final = 25
"""Years in a picture; titles name them."""


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The numbers of a chart as it shows them: words in the first cells of a row, then a figure each.

    `words` is how many cells at its beginning are words; the last cell of a `noted` row is, too.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture in words and numbers; `id` names it among the charts of a strategy."""

    id: str
    language: Language
    kind: str
    title: str
    reading: str
    spec: Spec
    table: ChartTable

    @property
    def alternative(self) -> str:
        """What somebody hears who cannot see it."""
        kind = tell(self.language, self.kind)
        return tell(self.language, "alt", kind=kind, title=self.title, reading=self.reading)


Draw: TypeAlias = Callable[[Teller, str], Iterator[Chart]]
"""A chart is a function of findings and strategy; it yields nothing where the file has no such numbers."""


def spec_of(rows: Rows, **parts: object) -> Spec:
    """A specification over some rows."""
    return {"data": {"values": [dict(row) for row in rows]}, **parts}


def lines_of_label(text: str, letters: int = LABEL) -> str:
    """A label on short lines, for `LABEL_LINES`."""
    return "\n".join(wrap(text, letters)) or text


def distinct(names: Sequence[str]) -> list[str]:
    """The names, a repeated one with its number, so that no two share a place in a picture.

    >>> distinct(["Heim", "Pflege", "Heim"])
    ['Heim', 'Pflege', 'Heim (2)']
    """
    found: list[str] = []
    for at, name in enumerate(names):
        earlier = names[:at].count(name)
        found.append(f"{name} ({earlier + 1})" if earlier else name)
    return found


LABEL_LINES: Final = "split(datum.value, '\\n')"
"""How Vega breaks a label; texts of the file are data and never become part of an expression."""


def signed(amount: float, language: Language) -> str:
    """`+4.013` or `−145`."""
    return f"+{decimal(amount, language)}" if amount > 0 else decimal(amount, language)


def of_unit(amount: float, unit: str, language: Language) -> str:
    """`4.013 TEUR`."""
    return tell(language, "amount", amount=decimal(amount, language), unit=unit)


def compared(less: int, unit: str, language: Language) -> str:
    """By how much something is less, or more."""
    if less == 0:
        return tell(language, "the_same")
    return tell(language, "less" if less > 0 else "more", amount=of_unit(abs(less), unit, language))
