"""The page on the counterfactual is executed, and its answer is the one of the file it speaks of."""

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "counterfactual.md"


def test_the_page_prints_what_the_program_computes() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0


def test_the_question_on_the_page_stands_in_the_file() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    file = (ROOT / "scenarios" / "bielefeld_foster_mix.yaml").read_text(encoding="utf-8")
    without_notes = re.sub(r"^    note: .*\n", "", file, flags=re.MULTILINE)
    assert shown in without_notes
