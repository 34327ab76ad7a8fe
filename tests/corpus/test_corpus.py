"""Every broken file is told exactly: line, column, code, and what to do, in German and English."""

from pathlib import Path

import pytest

from tests.corpus.case import Case
from tests.corpus.cases import BROKEN
from tests.unit.scenario.minimal import FILE, TABLE, edited, errors_beside, places_in


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_where_it_is_broken_and_how(case: Case, tmp_path: Path) -> None:
    text = edited(case.old, case.new)
    [problem] = errors_beside(text, tmp_path, case.table)
    marked = [(FILE, *place) for place in places_in(text)]
    marked += [(TABLE, *place) for place in places_in(str(case.table))]
    expected = marked[0] if case.place is None else (case.file, *case.place)
    assert (problem.code, problem.file, problem.line, problem.column) == (case.code, *expected)
    assert case.en in problem.told("en")
    assert case.de in problem.told("de")


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_problem_ends_behind_its_begin_on_the_line_it_shows(case: Case, tmp_path: Path) -> None:
    [problem] = errors_beside(edited(case.old, case.new), tmp_path, case.table)
    assert problem.column <= problem.end_column <= len(problem.excerpt[-1]) + 2
    assert len(problem.excerpt) == min(problem.line, 2)
