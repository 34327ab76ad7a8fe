"""Every broken file is told exactly: line, column, code, and what to do, in German and English."""

import pytest

from tests.corpus.cases import BROKEN, Case
from tests.unit.scenario.minimal import edited, places_in, problems_in


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_where_it_is_broken_and_how(case: Case) -> None:
    text = edited(case.old, case.new)
    [problem] = problems_in(text)
    assert (problem.code, problem.file) == (case.code, "klein.yaml")
    assert [(problem.line, problem.column)] == ([case.place] if case.place else places_in(text)[:1])
    assert case.en in problem.told("en")
    assert case.de in problem.told("de")


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_problem_ends_behind_its_begin_on_the_line_it_shows(case: Case) -> None:
    [problem] = problems_in(edited(case.old, case.new))
    assert problem.column <= problem.end_column <= len(problem.excerpt[-1]) + 2
    assert len(problem.excerpt) == min(problem.line, 2)
