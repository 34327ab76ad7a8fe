"""What is unusual is said with its place, what is usual is not; neither keeps a file from being run."""

import pytest

from prevention_sim.scenario.loading import read_file
from prevention_sim.scenario.shipped import find_scenario
from tests.corpus.case import Case
from tests.corpus.cases import DOUBTFUL
from tests.unit.scenario.minimal import PLACE, edited, places_in, reading_of

LINE = "    state: heim\n    value: 5 100 EUR/month\n"
HELP = "    title: Stunden\n    state: hilfe\n    value: 10 hours/month at 48.50 EUR/hour\n"
STREAM = "      into: {hoch: heim, niedrig: hilfe}\n      source: amt\n"


def codes(text: str) -> set[str]:
    """The warnings about a text, apart from the usual ones of the small file."""
    reading = reading_of(text)
    assert reading.scenario is not None, reading.errors
    return {problem.code for problem in reading.warnings} - {"W201", "W202"}


@pytest.mark.parametrize("case", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_doubtful_file_is_told_where_and_is_no_error(case: Case) -> None:
    text = edited(case.old, case.new)
    reading = reading_of(text)
    assert reading.errors == ()
    [problem] = [
        problem
        for problem in reading.warnings
        if (problem.line, problem.column) == places_in(text)[0] and problem.code == case.code
    ]
    assert problem.severity == "warning"
    assert case.en in problem.told("en")
    assert case.de in problem.told("de")


def test_the_small_file_has_no_doubts_but_missing_sources_and_the_check() -> None:
    assert codes(edited("years: 2", "years: 2")) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LINE, LINE.replace("5 100 EUR/month", "157 EUR/day")),
        (LINE, LINE.replace("5 100 EUR/month", "60 000 EUR/year")),
        (LINE, LINE.replace("5 100 EUR/month", "25 000 EUR/month")),
        (LINE, LINE.replace("5 100 EUR/month", "33 EUR/month")),
        (HELP, HELP.replace("Stunden", "Familienhilfe")),
        (HELP, HELP.replace("Stunden", "Familienhilfe").replace("10 hours/month", "6 hours/week")),
        (HELP, HELP.replace("Stunden", "Familienhebamme").replace("10 hours/month", "6 hours/month")),
        ("definition: Kind", "definition: Kind, ohne UMA"),
        ("      value: 5 cases\n", "      value: 31 cases\n"),
        ("unit: child", "unit: place"),
        ("share: 50 %", "share: 99 %"),
        (
            "bearer: stadt\n",
            "bearer: stadt\nincome:\n  z: {kind: fixed, title: Z, value: 1 EUR/year, until: 2020-12}\n",
        ),
    ],
)
def test_what_is_usual_is_not_doubted(old: str, new: str) -> None:
    assert codes(edited(old, new)) == set()


def test_a_formula_over_parameters_needs_no_source_of_its_own() -> None:
    warnings = reading_of(edited("share: anteil", "share: 1 - anteil")).warnings
    assert not [problem for problem in warnings if problem.path.startswith("strata")]


def test_a_number_without_source_is_told_where_it_stands() -> None:
    warnings = reading_of(edited("share: 50 %", f"share: {PLACE}50 %")).warnings
    [problem] = [problem for problem in warnings if problem.path.endswith("effects[0].share")]
    assert (problem.code, problem.message.text("de")) == ("W201", "»50 %« nennt keine Quelle")


def test_a_file_that_somebody_checked_is_not_called_unchecked() -> None:
    checked = "  checked: {by: Amt 14, on: 2020-01-31}\n  case:\n    unit: child"
    assert "W202" not in {
        problem.code for problem in reading_of(edited("  case:\n    unit: child", checked)).warnings
    }


def test_the_founding_scenario_says_what_makes_it_favourable() -> None:
    path = find_scenario("bielefeld")
    assert path is not None
    assert [problem.code for problem in read_file(path).warnings] == ["W202", "W203", "W212"]


def test_doubts_are_told_beside_errors() -> None:
    text = edited("share: 50 %", "share: 100 %").replace("years: 2", "yeers: 2")
    assert {"E111", "W212"} <= {problem.code for problem in reading_of(text).problems}
