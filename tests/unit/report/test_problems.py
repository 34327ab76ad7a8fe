"""A problem is shown with its line, a caret under the part however wide its signs are, and what to write."""

import json
import re
from unicodedata import east_asian_width

import pytest

from prevention_sim.report.renderers.help_error import explanation_of
from prevention_sim.report.renderers.problems import WIDEST, problems_as_json, problems_as_text
from prevention_sim.scenario.messages import CATALOGUE
from prevention_sim.scenario.problems import Message, Problem
from tests.unit.scenario.minimal import edited, reading_of

AMBIGUOUS = Message("E103", fields={"written": "50.000", "thousands": "50 000", "decimal": "50.0"})


def problem(line: str, part: str, message: Message = AMBIGUOUS, before: str = "") -> Problem:
    """A problem of a part of a line."""
    column = line.index(part) + 1
    excerpt = (before, line) if before else (line,)
    return Problem("f.yaml", len(excerpt), column, column + len(part), "a.b", message, excerpt)


def columns(text: str) -> int:
    """How wide a terminal shows a text."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def test_a_problem_is_shown_as_in_the_manual() -> None:
    text = edited("value: 40 000 EUR/year", "value: 40.000 EUR/year").replace("state: heim", "state: hiem")
    assert problems_as_text(reading_of(text).problems, "de").splitlines() == [
        "klein.yaml:73:12: E203 costs.entgelt.state: Einen Zustand »hiem« gibt es nicht",
        "   72 |     title: Entgelt",
        "   73 |     state: hiem",
        "      |            ^^^^ meinten Sie »heim«?",
        "        erlaubt: ende, heim, hilfe",
        "klein.yaml:100:16: E103 interventions.hebammen.costs.stelle.value: »40.000 EUR/year« ist mehrdeutig",
        "   99 |         title: Stelle",
        "  100 |         value: 40.000 EUR/year",
        "      |                ^^^^^^^^^^^^^^^ schreiben Sie 40 000 EUR/year oder 40.0 EUR/year",
        "2 Fehler. Nichts wurde berechnet. Mehr dazu: prevsim help-error E203",
    ]


@pytest.mark.parametrize(
    "before",
    ["", "  ", "für Ältere: ", "u\N{COMBINING DIAERESIS}ber: ", "家庭: ", "\t", "\N{CHERRIES} ", "a\tb\t"],
)
def test_the_caret_stands_under_the_part(before: str) -> None:
    shown = problems_as_text([problem(f"{before}50.000 EUR", "50.000")], "en").splitlines()
    line, carets = shown[1].partition(" | ")[2], shown[2].partition(" | ")[2]
    combining = before.count("\N{COMBINING DIAERESIS}")
    assert columns(line[: line.index("50.000")]) - combining == carets.index("^")
    assert carets.count("^") == len("50.000")


def test_a_wide_part_has_a_caret_under_every_column() -> None:
    [_, _, carets, _] = problems_as_text([problem("a: 家庭", "家庭")], "en").splitlines()
    assert carets.count("^") == 4


def test_a_part_without_signs_has_one_caret() -> None:
    at_the_end = Problem("f.yaml", 1, 4, 4, "a", AMBIGUOUS, ("a: ",))
    assert problems_as_text([at_the_end], "en").count("^") == 1


@pytest.mark.parametrize("begin", [0, 50, 5_000])
def test_a_long_line_is_cut_to_what_stands_around_the_problem(begin: int) -> None:
    long = problem("x" * begin + "50.000" + "y" * 5_000, "50.000", before="z" * 9_000)
    shown = problems_as_text([long], "de").splitlines()
    assert all(len(line.partition(" | ")[2]) <= WIDEST for line in shown[1:3])
    assert "50.000" in shown[2]
    assert shown[3].index("^") == shown[2].index("50.000")


def test_a_problem_of_the_whole_file_has_no_excerpt() -> None:
    missing = Problem("f.yaml", 1, 1, 1, "", Message("E101", "missing"))
    assert problems_as_text([missing], "en").splitlines() == [
        "f.yaml:1:1: E101: the file cannot be read: it does not exist",
        "        check its name and folder",
        "1 error. Nothing was computed. More on this: prevsim help-error E101",
    ]


def test_what_a_file_says_cannot_steer_a_terminal() -> None:
    shown = problems_as_text(reading_of(edited("title: beendet", "title: \x1b[31mrot")).problems, "de")
    assert "\x1b" not in shown


def test_errors_and_warnings_are_counted() -> None:
    warning = problem("a: 1", "1", Message("W201", fields={"written": "1"}))
    error = problem("a: 50.000", "50.000")
    last = [
        problems_as_text(found, "de").splitlines()[-1] for found in ([warning], [error, warning, warning])
    ]
    assert last == [
        "1 Hinweis. Mehr dazu: prevsim help-error W201",
        "1 Fehler, 2 Hinweise. Nichts wurde berechnet. Mehr dazu: prevsim help-error E103",
    ]


def test_json_has_the_fields_an_editor_takes() -> None:
    [told] = json.loads(problems_as_json([problem("a: 50.000", "50.000")], "en"))
    assert told == {
        "file": "f.yaml",
        "line": 1,
        "column": 4,
        "end_column": 10,
        "code": "E103",
        "severity": "error",
        "path": "a.b",
        "message": "»50.000« is ambiguous",
        "suggestion": "write 50 000 or 50.0",
    }


def test_without_a_suggestion_json_says_null() -> None:
    [told] = json.loads(problems_as_json([problem("a: 1", "1", Message("E204"))], "en"))
    assert told["suggestion"] is None


def test_codes_have_a_letter_and_three_digits() -> None:
    assert all(re.fullmatch(r"[EW]\d{3}", code) for code in CATALOGUE)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_help_on_a_code_shows_no_names_of_fields(code: str) -> None:
    sentences = explanation_of(code, "de").split("\n\n")[0]
    assert not re.search(r"\{[a-z_]+\}", sentences)
