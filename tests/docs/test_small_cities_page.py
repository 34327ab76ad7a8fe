"""The page on small cities is executed, and what it claims of roots and of one child in 220 is checked."""

import doctest
import re
from math import sqrt
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "small-cities.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_the_page_prints_what_the_program_computes() -> None:
    (file,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    page = doctest.DocTestParser().get_doctest(TEXT, {"heimplaetze": file}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner(verbose=False).run(page)
    assert result.attempted > 5
    assert result.failed == 0


def test_one_child_in_220_costs_more_than_300_000_euro() -> None:
    """The tail of Pareto's law with mean 1: (m / x) ** index, where m = (index - 1) / index."""
    index = 1.0 + sqrt(1.0 + 1.0 / 0.8**2)
    tail = ((index - 1.0) / index / (300_000 / (12 * 5_100))) ** index
    assert 1.0 / tail == pytest.approx(220.0, abs=5.0)
