"""The files on the page about money are run, and every figure on the page is compared."""

import doctest
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "money.md"


def test_the_page_prints_what_the_program_computes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for file in re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        [name] = re.findall(r"^  id: (\w+)$", file, re.MULTILINE)
        (tmp_path / f"{name}.yaml").write_text(file, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0
