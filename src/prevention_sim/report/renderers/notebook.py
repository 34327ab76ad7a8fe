"""A report as a notebook shows it below a cell: one piece of HTML without script; nothing is fetched.

Every text is escaped. Styles stand at the elements, so that nothing else in the notebook changes.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from prevention_sim.report.comparison import Page
from prevention_sim.report.document import Report, StrategyReport
from prevention_sim.report.numbers import Language, decimal
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.tables import TENTHS, BudgetTable
from prevention_sim.report.wording import say

LEFT: Final = ' style="text-align:left"'
RIGHT: Final = ' style="text-align:right;white-space:nowrap"'


def report_as_html(report: Report) -> str:
    """Headline, figures side by side, tables, bridges and key figures of every strategy; cost and effect."""
    parts = [f"<p><strong>{escape(report.title)}</strong></p>"]
    parts += [f"<p><em>{escape(remark)}</em></p>" for remark in report.remarks]
    for strategy in report.strategies:
        parts += _strategy(strategy, report.language)
    parts += map(_side_by_side, report.cost_effectiveness)
    return _whole(parts, report.language)


def page_as_html(page: Page, language: Language) -> str:
    """A comparison."""
    head = _row((heading.replace("\n", " · ") for heading in page.headings), "th")
    parts = [_table("", head, [_row(row) for row in page.rows])]
    return _whole([*parts, *(f"<p>{escape(note)}</p>" for note in page.notes)], language)


def _whole(parts: Iterable[str], language: Language) -> str:
    return "\n".join([f'<div lang="{language}">', *parts, "</div>"])


def _strategy(strategy: StrategyReport, language: Language) -> Iterator[str]:
    first, *others = strategy.headline
    yield f"<p><strong>{escape(first)}</strong> {escape(' '.join(others))}</p>"
    for block in strategy.side_by_side:
        yield _side_by_side(block)
    yield _budget(strategy.table, language)
    for bridge in strategy.bridges:
        yield _side_by_side(bridge)
    for told in (*strategy.queues, *strategy.key_figures):
        yield _table(told.title, _row(("", *told.headings), "th"), [_row(row) for row in told.rows])
        yield from (f"<p>{escape(note)}</p>" for note in told.notes)


def _side_by_side(block: SideBySide) -> str:
    if not block.figures:
        return f"<p>{escape(block.title)}: {escape(block.reason)}</p>"
    rows = [
        f"<tr><th{LEFT}>{escape(name)}</th><td{RIGHT}>{escape(amount)}</td><td{LEFT}>{escape(note)}</td></tr>"
        for name, amount, note in block.figures
    ]
    notes = (f"<p>{escape(note)}</p>" for note in (block.reason, *block.remarks) if note)
    return _table(block.title, "", rows) + "".join(notes)


def _budget(budget: BudgetTable, language: Language) -> str:
    rows = [
        _row((f"{row.row} {row.title}".strip(), *_whole_numbers(row.cells, language))) for row in budget.rows
    ]
    rows.append(_row((say(language, "result"), *_whole_numbers(budget.totals, language)), "th"))
    if budget.places is not None:
        places = (decimal(cell / TENTHS, language, 1) for cell in budget.places)
        rows.append(_row((say(language, "avoided_places"), *places)))
    return _table(budget.title, _row(("", *budget.headings), "th"), rows)


def _whole_numbers(cells: Iterable[int], language: Language) -> tuple[str, ...]:
    return tuple(decimal(cell, language) for cell in cells)


def _row(cells: Iterable[str], kind: str = "td") -> str:
    """A row whose first cell is words and whose others are numbers."""
    first, *others = map(escape, cells)
    numbers = "".join(f"<{kind}{RIGHT}>{each}</{kind}>" for each in others)
    return f"<tr><th{LEFT}>{first}</th>{numbers}</tr>"


def _table(title: str, head: str, rows: Iterable[str]) -> str:
    caption = f'<caption style="text-align:left">{escape(title)}</caption>' if title else ""
    thead = f"<thead>{head}</thead>" if head else ""
    return f"<table>{caption}{thead}<tbody>{''.join(rows)}</tbody></table>"
