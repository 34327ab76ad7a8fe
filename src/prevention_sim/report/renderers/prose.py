"""A file in words, on a terminal or as plain text in a pipe."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from prevention_sim.report.explanation import Explanation, Section


def print_explanation(explanation: Explanation, console: Console) -> None:
    """Print the title and each section with its statements."""
    with console.capture() as printed:
        console.print(Text(explanation.title, style="bold"))
        for section in explanation.sections:
            console.print()
            _print_section(section, console)
    for line in printed.get().splitlines():
        console.out(line.rstrip(), highlight=False)


def _print_section(section: Section, console: Console) -> None:
    console.print(Text(section.title, style="bold"))
    for statement in section.statements:
        console.print(Padding(Text(statement.text), (0, 0, 0, 2)))
        if statement.items:
            console.print(Padding(_bullets(statement.items), (0, 0, 0, 4)))


def _bullets(items: tuple[str, ...]) -> Table:
    grid = Table.grid(padding=(0, 1))
    for item in items:
        grid.add_row("–", item)
    return grid
