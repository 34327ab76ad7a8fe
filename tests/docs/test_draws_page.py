"""The page on ranges and draws is executed."""

import doctest
from pathlib import Path

from prevention_sim.scenario.loading import read_content

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "draws.md"
TEXT = PAGE.read_text(encoding="utf-8")
FILE = TEXT.split("```yaml\n")[1].split("```")[0].encode()


def test_the_file_of_the_page_is_right() -> None:
    assert read_content(FILE).errors == ()


def test_the_code_of_the_page_runs() -> None:
    page = doctest.DocTestParser().get_doctest(TEXT, {"file": FILE}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner(verbose=False).run(page)
    assert result.attempted > 10
    assert result.failed == 0
