"""A file in words, on a terminal or as plain text in a pipe."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table

from prevention_sim.report.explanation import Explanation
from prevention_sim.report.explanation.telling import Section
from prevention_sim.report.renderers.wrapping import put, words


def print_explanation(explanation: Explanation, console: Console) -> None:
    """Print the title and each section with its statements."""
    parts: list[RenderableType] = [words(explanation.title, "bold")]
    for section in explanation.sections:
        parts += ["", *_section(section)]
    put(parts, console)


def _section(section: Section) -> Iterator[RenderableType]:
    yield words(section.title, "bold")
    for statement in section.statements:
        yield Padding(words(statement.text), (0, 0, 0, 2))
        if statement.items:
            yield Padding(_bullets(statement.items), (0, 0, 0, 4))


def _bullets(items: tuple[str, ...]) -> Table:
    grid = Table.grid(padding=(0, 1))
    for item in items:
        grid.add_row("–", words(item))
    return grid
