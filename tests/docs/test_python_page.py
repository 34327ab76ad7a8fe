"""The page on Python is executed, and its output compared."""

import doctest
import re
from pathlib import Path

import pytest

import prevention_sim as ps

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "python.md"


def test_the_page_prints_what_the_program_computes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # a notebook lies anywhere
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 15
    assert result.failed == 0


def test_every_public_name_of_the_front_door_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in ps.__all__ if name not in text and name != "evaluate_base"] == []


def test_every_name_the_page_uses_is_public() -> None:
    assert set(re.findall(r"\bps\.(\w+)", PAGE.read_text(encoding="utf-8"))) <= set(ps.__all__)
