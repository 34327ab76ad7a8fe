"""A path, or a list of persons, on a terminal."""

from rich.console import Console, RenderableType
from rich.table import Table

from prevention_sim.report.history import Told
from prevention_sim.report.renderers.wrapping import put, words


def print_told(told: Told, console: Console) -> None:
    """Print sentences, the table, and what is said after it."""
    parts: list[RenderableType] = [*map(words, told.before)]
    if told.rows:
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
        for position, heading in enumerate(told.headings):
            table.add_column(words(heading, "bold"), overflow="fold", no_wrap=position == 0)
        for row in told.rows:
            table.add_row(*map(words, row))
        parts += ["", table]
    put([*parts, *([""] if told.after else []), *map(words, told.after)], console)
