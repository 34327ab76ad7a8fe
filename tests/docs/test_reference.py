"""The reference pages say what the program does."""

import doctest
from pathlib import Path

import pytest

from prevention_sim.cli.main import COMMANDS
from tools.reference import reference_page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_the_list_of_keys_is_up_to_date() -> None:
    page = (REFERENCE / "scenario-file.md").read_text(encoding="utf-8")
    assert page == reference_page(), "run: python tools/reference.py"


def test_the_code_of_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REFERENCE.parents[1])
    result = doctest.testfile(str(REFERENCE / "reading-a-file.md"), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0


def test_the_commands_it_names_exist() -> None:
    text = (REFERENCE / "reading-a-file.md").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("## `prevsim "):
            assert line.split()[2] in COMMANDS
