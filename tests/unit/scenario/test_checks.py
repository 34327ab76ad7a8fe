"""Every rule that spans sections has an example that breaks it, found where it is broken."""

import inspect
import re
import time

import pytest

from prevention_sim.scenario import (
    caseload_checks,
    checks,
    finding,
    line_checks,
    number_checks,
    programme_checks,
    time_checks,
)
from prevention_sim.scenario.checks import check
from prevention_sim.scenario.lines import lines_of
from prevention_sim.scenario.number_checks import LONGEST_CHAIN
from tests.corpus.cases import BROKEN
from tests.unit.scenario.minimal import MINIMAL, edited, problems_in, read


def test_the_minimal_file_breaks_no_rule() -> None:
    assert list(check(read(MINIMAL))) == []


def test_every_rule_has_an_example_that_breaks_it() -> None:
    modules = (caseload_checks, checks, finding, line_checks, number_checks, programme_checks, time_checks)
    codes = {code for module in modules for code in re.findall(r'"(E\d+)"', inspect.getsource(module))}
    assert codes - {case.code for case in BROKEN.values()} == {"E209"}  # who pays: below


def test_every_line_says_who_pays_where_there_are_several_bearers() -> None:
    found = problems_in(edited("bearer: stadt\n", ""))
    assert [problem.code for problem in found] == ["E209"] * 3
    assert [problem.path for problem in found] == [
        "costs.entgelt",
        "costs.stunden",
        "interventions.hebammen.costs.stelle",
    ]


def test_one_bearer_pays_for_every_line_that_names_none() -> None:
    text = edited("bearer: stadt\n", "").replace("  land:\n    title: Land\n    level: public\n", "")
    assert problems_in(text) == ()


def test_somebody_has_to_pay() -> None:
    begin, end = MINIMAL.index("bearers:"), MINIMAL.index("interventions:\n  hebammen")
    [problem] = problems_in(f"{MINIMAL[:begin]}bearers: {{}}\n{MINIMAL[end:]}")
    assert (problem.code, problem.message.text("en")) == ("E209", "at least one bearer is needed")


@pytest.mark.parametrize(
    "changed",
    [
        ("    mean: 21 months\n", "    probability: 4 %/month\n"),
        ("    title: ambulante Hilfe\n", "    title: ambulante Hilfe\n    tags: [placement]\n"),
    ],
    ids=["no mean stay", "two placements"],
)
def test_a_report_in_cases_in_the_year_needs_one_mean_stay(changed: tuple[str, str]) -> None:
    text = edited("    definition: Kind\n", "    definition: Kind\n  case_count: cases_in_year\n")
    assert problems_in(text) == ()
    [problem] = problems_in(text.replace(*changed))
    assert (problem.code, problem.path) == ("E272", "scenario.case_count")
    assert "exactly one state tagged placement" in problem.told("en")
    assert "genau einen Zustand mit dem Merkmal placement" in problem.told("de")


def test_two_circles_are_told_at_once() -> None:
    found = problems_in(edited("anteil: 60 %", "anteil: b\n  b: anteil\n  c: b + d\n  d: d * 2"))
    assert [(problem.code, problem.path) for problem in found] == [
        ("E214", "parameters.anteil"),
        ("E214", "parameters.d"),
    ]


@pytest.mark.parametrize("length", [1, LONGEST_CHAIN - 1])
def test_a_short_chain_of_parameters_is_no_error(length: int) -> None:
    chain = "".join(f"p{step}: p{step + 1} + p{step + 1}\n  " for step in range(length))
    begin = time.perf_counter()
    assert problems_in(edited("anteil: 60 %", f"{chain}p{length}: 1 %\n  anteil: 60 %")) == ()
    assert time.perf_counter() - begin < 5


def test_an_inherited_source_is_told_once() -> None:
    text = edited(
        "value: 10 hours/month at 48.50 EUR/hour\n",
        "value: 10 hours/month at 48.50 EUR/hour\n    source: x\n",
    )
    assert [problem.path for problem in problems_in(text)] == ["costs.stunden.source"]


def test_the_lines_of_a_file_are_found_with_their_paths() -> None:
    assert [path for path, _ in lines_of(read(MINIMAL))] == [
        "costs.entgelt",
        "costs.stunden",
        "interventions.hebammen.costs.stelle",
    ]
