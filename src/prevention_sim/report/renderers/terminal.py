"""The report on a terminal, or as plain text in a pipe."""

from collections.abc import Iterable
from dataclasses import replace

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from prevention_sim.report.comparison import Page
from prevention_sim.report.document import Report, StrategyReport
from prevention_sim.report.key_figures import KeyFigureTable
from prevention_sim.report.numbers import Language, decimal
from prevention_sim.report.renderers.figure_table import FigureRow, FigureTable
from prevention_sim.report.renderers.wrapping import put, words
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.sizing import BAR, SizingTold
from prevention_sim.report.tables import TENTHS, BudgetTable
from prevention_sim.report.wording import say

PLAIN_WIDTH = 100
"""Width where the output is no terminal."""


def print_report(report: Report, console: Console) -> None:
    """Print title, remarks, each strategy and the notes."""
    parts: list[RenderableType] = [words(report.title, "bold")]
    parts += [words(remark, "italic") for remark in report.remarks]
    for strategy in report.strategies:
        parts += ["", _strategy(strategy, report.language)]
    for told in report.cost_effectiveness:
        parts += ["", _side_by_side(told)]
    put([*parts, "", *(words(note, "dim") for note in report.notes)], console)


def print_sentences(sentences: Iterable[str], console: Console) -> None:
    """Print sentences, each from a line of its own, wrapped between words."""
    put(map(words, sentences), console)


def print_sizing(told: SizingTold, console: Console) -> None:
    """Print numbers of posts, with a bar for the relief of each; the best stands out."""
    rows = tuple(
        FigureRow(
            (figures[0],),
            (*figures[1:], ("█" * round(BAR * share)).ljust(BAR, "\u00a0")),
            style="bold" if best else "",
        )
        for figures, share, best in told.rows
    )
    table = FigureTable(told.headings[:1], (*told.headings[1:], ""), rows)
    put([*map(words, told.sentences), "", table, *(words(note, "dim") for note in told.notes)], console)


def print_page(page: Page, console: Console) -> None:
    """Print a comparison."""
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    for position, heading in enumerate(page.headings):
        table.add_column(heading, justify="left" if position == 0 else "right", overflow="fold")
    for row in page.rows:
        table.add_row(*row)
    put([table, *map(words, page.notes)], console)


def console_for_output(*, color: bool | None = None) -> Console:
    """A console on standard output; a pipe gets a fixed width and plain text.

    NO_COLOR and TERM=dumb make a terminal plain too, and FORCE_COLOR styles a pipe; `color=False` beats all.
    """
    console = Console(highlight=False, soft_wrap=False)
    plain = not console.is_terminal or console.no_color if color is None else not color
    width = None if console.file.isatty() else PLAIN_WIDTH
    return Console(
        highlight=False, soft_wrap=False, width=width, color_system=None if plain else "auto", no_color=plain
    )


def _strategy(strategy: StrategyReport, language: Language) -> RenderableType:
    first, *others = strategy.headline
    parts: list[RenderableType] = [words(first, "bold"), *map(words, others)]
    for block in strategy.side_by_side:
        parts += ["", _side_by_side(block)]
    if strategy.depends_on:
        parts += ["", words(say(language, "depends_on"))]
        parts += [Padding(words(sentence), (0, 0, 0, 2)) for sentence in strategy.depends_on]
    parts += ["", _budget(strategy.table, language)]
    for told in (strategy.waterfall, strategy.mechanisms, *strategy.bridges):
        if told is not None:
            parts += ["", _side_by_side(told)]
    by_chance = [strategy.chance] if strategy.chance else []
    for table in (*strategy.queues, *by_chance, *strategy.draws, *strategy.key_figures):
        parts += ["", _key_figures(table)]
    return Group(*parts)


def _side_by_side(block: SideBySide) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column()
    for figure in block.figures:
        grid.add_row(*map(words, figure))
    parts: list[RenderableType] = [words(block.title)]
    if block.reason:
        parts.append(Padding(words(block.reason), (0, 0, 0, 2)))
    remarks = (Padding(words(remark), (0, 0, 0, 2)) for remark in block.remarks)
    return Group(*parts, Padding(grid, (0, 0, 0, 2)), *remarks)


def _budget(budget: BudgetTable, language: Language) -> RenderableType:
    with_rows = any(row.row for row in budget.rows)

    def lead(row: str, title: str) -> tuple[str, ...]:
        return (row, title) if with_rows else (title,)

    def whole(title: str, cells: tuple[int, ...], unit: int = 1) -> FigureRow:
        places = 0 if unit == 1 else 1
        return FigureRow(lead("", title), tuple(decimal(cell / unit, language, places) for cell in cells))

    rows = [
        FigureRow(lead(row.row, row.title), tuple(decimal(cell, language) for cell in row.cells))
        for row in budget.rows
    ]
    rows.append(replace(whole(say(language, "result"), budget.totals), style="bold"))
    if budget.cashable is not None:
        rows.append(whole(say(language, "cashable"), budget.cashable))
    if budget.places is not None:
        rows.append(whole(say(language, "avoided_places"), budget.places, TENTHS))
    table = FigureTable(lead(say(language, "row"), ""), budget.headings, tuple(rows))
    return Group(words(budget.title), table)


def _key_figures(told: KeyFigureTable) -> RenderableType:
    rows = tuple(FigureRow((title,), tuple(figures)) for title, *figures in told.rows)
    notes = [Padding(words(note, "dim"), (0, 0, 0, 2)) for note in told.notes]
    return Group(words(told.title), FigureTable(("",), tuple(told.headings), rows), *notes)
