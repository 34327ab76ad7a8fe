"""A table of figures on a terminal of any width: columns that do not fit go on below; no figure is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table

GAP: Final = 2
WIDEST_LEAD: Final = 26
"""So much room the titles keep; longer ones go on in the next line."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What stands before the figures of a row, and the figures."""

    lead: tuple[str, ...]
    figures: tuple[str, ...]
    style: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows under headings."""

    lead: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[FigureRow, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """One table, or several with the same rows."""
        for position, (first, last) in enumerate(pairwise(self._cuts(options.max_width))):
            if position:
                yield ""
            yield self._part(first, last)

    def _part(self, first: int, last: int) -> Table:
        table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
        for heading in self.lead:
            table.add_column(heading)
        for heading in self.headings[first:last]:
            table.add_column(heading, justify="right", no_wrap=True)
        for row in self.rows:
            table.add_row(*row.lead, *row.figures[first:last], style=row.style)
        return table

    def _cuts(self, width: int) -> list[int]:
        """Where parts begin and end: each takes as many columns as fit, and at least one."""
        leads = zip(self.lead, *(row.lead for row in self.rows), strict=True)
        columns = zip(self.headings, *(row.figures for row in self.rows), strict=True)
        room = width - sum(min(_widest(lead), WIDEST_LEAD) + GAP for lead in leads)
        cuts, used = [0], 0
        for position, column in enumerate(columns):
            needed = _widest(column) + GAP
            if used and used + needed > room + GAP:
                cuts.append(position)
                used = 0
            used += needed
        return [*cuts, len(self.headings)]


def _widest(texts: Sequence[str]) -> int:
    return max(map(len, texts))
