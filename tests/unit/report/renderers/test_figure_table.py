"""A table of figures keeps every figure whole on a terminal of any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from prevention_sim.report.renderers.figure_table import FigureRow, FigureTable

YEARS = tuple(str(year) for year in range(2020, 2032))
WIDE = FigureTable(
    ("Zeile", ""),
    YEARS,
    (
        FigureRow(
            ("15", "Familienhilfe, die sonst gewährt würde"), tuple(f"1.234.{n:03}" for n in range(12))
        ),
        FigureRow(("", "Ergebnis"), tuple(f"−9.{n:03}.678" for n in range(12))),
    ),
)


def printed(table: FigureTable, width: int) -> str:
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


@pytest.mark.parametrize("width", [60, 80, 100, 140, 300])
def test_every_figure_stands_there_once_and_no_line_is_too_long(width: int) -> None:
    told = printed(WIDE, width)
    assert [told.split().count(figure) for row in WIDE.rows for figure in row.figures] == [1] * 24
    assert [told.split().count(year) for year in YEARS] == [1] * 12
    assert max(map(len, told.splitlines())) <= width


def test_a_table_that_fits_is_one_table() -> None:
    assert printed(WIDE, 300).count("Ergebnis") == 1
    assert printed(WIDE, 80).count("Ergebnis") > 1


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20), st.integers(60, 200))
def test_no_figure_is_lost_or_cut_on_any_width(amounts: list[int], width: int) -> None:
    figures = tuple(f"{amount:+d}" for amount in amounts)
    headings = tuple(f"J{position}" for position in range(len(figures)))
    told = printed(FigureTable(("",), headings, (FigureRow(("Ergebnis",), figures),)), width).split()
    assert [word for word in told if word[0] in "+-"] == list(figures)
