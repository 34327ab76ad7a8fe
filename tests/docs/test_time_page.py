"""The file on the page about cycles is run in every grid, and every figure on the page is compared."""

import doctest
import re
from pathlib import Path

import pytest

from prevention_sim.scenario.grid import cycle_read
from prevention_sim.scenario.loading import parse_scenario

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "time.md"


def file_of_page() -> str:
    [file] = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(file)


def test_the_page_prints_what_the_program_computes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "takt.yaml").write_text(file_of_page(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0


def test_every_cycle_that_the_page_names_can_be_written() -> None:
    rows = re.findall(r"^\| (`.+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    named = [cycle for row in rows for cycle in re.findall(r"`([^`]+)`", row) if cycle != "cycle"]
    assert len(named) == 9
    whole_years = file_of_page().replace(", from: 2027-03, until: 2027-04", "")
    for cycle in named:
        scenario = parse_scenario(whole_years.replace("CYCLE", cycle).encode())
        assert scenario.time.grid.cycle == cycle_read(cycle)


def test_the_month_of_the_page_costs_what_it_says() -> None:
    assert 200 * 365 == 73_000
    assert (round(73_000 / 12, 2), 28 * 200) == (6_083.33, 5_600)
