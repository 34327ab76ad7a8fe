"""A problem says where, what and how to mend it, in the language asked for."""

import dataclasses
import pickle

import pytest

from prevention_sim.scenario.problems import Message, Problem, ScenarioError, UnreadableError, nearest

PRICE = Problem(
    "bielefeld.yaml", 41, 7, 11, "costs.foster.value", Message("E123", fields={"written": ".inf"})
)
WHOLE_FILE = Problem("leer.yaml", 1, 1, 1, "", Message("E106"))


def test_a_problem_is_one_line_with_place_code_path_and_message() -> None:
    assert str(PRICE) == "bielefeld.yaml:41:7: E123 costs.foster.value: ».inf« is not a finite number"


def test_a_problem_of_the_whole_file_has_no_path() -> None:
    assert str(WHOLE_FILE) == (
        "leer.yaml:1:1: E106: the file is empty or has no sections; it begins with »format: prevention_sim/1«"
    )


def test_a_problem_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PRICE.line = 42  # type: ignore[misc]


def test_a_scenario_error_tells_all_its_problems_in_the_order_found() -> None:
    error = ScenarioError(iter([WHOLE_FILE, PRICE]))
    assert error.problems == (WHOLE_FILE, PRICE)
    assert str(error).splitlines() == [str(WHOLE_FILE), str(PRICE)]


def test_a_scenario_error_without_a_problem_is_a_defect_of_the_program() -> None:
    with pytest.raises(ValueError, match="at least one"):
        ScenarioError([])


def test_a_scenario_error_survives_the_way_between_processes() -> None:
    returned = pickle.loads(pickle.dumps(ScenarioError([PRICE])))  # noqa: S301 - our own bytes
    assert returned.problems == (PRICE,)


def test_a_problem_speaks_german_too() -> None:
    assert PRICE.told("de").endswith("».inf« ist keine endliche Zahl")


def test_a_hint_with_an_empty_blank_is_left_out() -> None:
    fields = {"written": "x", "allowed": ("a", "b")}
    unlike = Message("E113", fields={**fields, "nearest": ""})
    similar = Message("E113", fields={**fields, "nearest": "a"})
    assert unlike.on_one_line("en") == "»x« is unknown here; allowed: a, b"
    assert similar.on_one_line("en") == "»x« is unknown here; did you mean »a«? allowed: a, b"


def test_a_long_text_of_the_file_is_cut_in_a_message() -> None:
    assert len(Message("E116", fields={"written": "x" * 10_000}).on_one_line("de")) < 300


def test_a_text_that_cannot_be_read_keeps_its_message() -> None:
    error = UnreadableError("E117", written="2.5")
    assert (str(error), error.message.text("de")) == (
        "»2.5« is not a whole number",
        "»2.5« ist keine ganze Zahl",
    )


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [("yeer", ["year", "day"], "year"), ("Heim", ["heim"], "heim"), ("haft", ["heim"], ""), ("x", [], "")],
)
def test_a_slip_is_set_right_and_another_word_is_not(word: str, known: list[str], meant: str) -> None:
    assert nearest(word, known) == meant
