"""The files on the page about outcomes are run, and every figure on the page is compared."""

import doctest
import re
from pathlib import Path

import pytest

from prevention_sim.scenario.loading import parse_scenario

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "outcomes.md"


def files() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_page_prints_what_the_program_computes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "wirkung.yaml").write_text(files()[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0


def test_the_weights_on_the_page_fit_its_file() -> None:
    file, weights = files()
    own = file.replace("conventions:\n  counting: simpson\n", weights)
    assert own != file
    assert parse_scenario(own.encode()).conventions.counting_name == "own_weights"
