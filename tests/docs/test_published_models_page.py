"""The page on published models names every file of the folder, and its figures are those of the files."""

import re
from functools import cache
from pathlib import Path

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.expectations import Comparison, compare_expectations
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.expectations import Expectation
from prevention_sim.scenario.loading import load_scenario

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "published-models.md"
ROW = re.compile(r"(?m)^\| (?:\[`(\w+)`\]\(([\w./]+)\))? ?\| (`.*?) \| ([-\d.,]+) \| ([-\d.,]+) \|$")
ROWS = ROW.findall(PAGE.read_text(encoding="utf-8"))
NARROWING = {"strategy", "state", "stratum", "item", "year", "outcome"}


def by_file() -> list[tuple[str, str, str, str]]:
    """File, figure, expected and reached of every row; a file stands in its first row only."""
    found: list[tuple[str, str, str, str]] = []
    for file, _, figure, expected, reached in ROWS:
        found.append((file or found[-1][0], figure, expected, reached))
    return found


@cache
def compared(file: str) -> tuple[Comparison, ...]:
    scenario = load_scenario(ROOT / "scenarios" / "reference" / f"{file}.yaml")
    return compare_expectations(scenario, evaluate_base(compile_model(scenario)))


def named(expectation: Expectation) -> tuple[str, set[str], bool]:
    """The figure, the names that narrow it down, and whether it is a present value."""
    written = expectation.model_dump(include=NARROWING, exclude_none=True).values()
    names = {str(name) for value in written for name in (value if isinstance(value, tuple) else (value,))}
    return expectation.figure, names, expectation.valuation == "present"


def as_shown(value: float | None, shown: str) -> str | None:
    """A number with as many places as the page shows."""
    return None if value is None else f"{value:,.{len(shown.partition('.')[2])}f}"


def test_every_row_of_the_page_was_read() -> None:
    text = PAGE.read_text(encoding="utf-8")
    heads = text.count("| file | figure | expected | reached |\n|---|---|---|---|\n")
    assert len(ROWS) == len(re.findall(r"(?m)^\|", text)) - 2 * heads > 100


def test_every_file_stands_on_the_page_and_links_to_itself() -> None:
    linked = [(PAGE.parent / link).resolve() for _, link, *_ in ROWS if link]
    assert sorted(linked) == sorted((ROOT / "scenarios" / "reference").glob("*.yaml"))
    assert [path.stem for path in linked] == [file for file, *_ in ROWS if file]


@pytest.mark.parametrize(("file", "figure", "expected", "reached"), by_file())
def test_a_row_shows_what_its_file_expects_and_the_run_gives(
    file: str, figure: str, expected: str, reached: str
) -> None:
    first, *names = re.findall(r"`(\w+)`", figure)
    shown = (first, set(names), figure.endswith("present value"))
    meant = [each for each in compared(file) if named(each.expectation) == shown]
    assert (expected, reached) in [
        (as_shown(each.expected, expected), as_shown(each.found, reached)) for each in meant
    ]
