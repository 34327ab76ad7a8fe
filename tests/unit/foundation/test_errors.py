"""Errors say where, what and how many."""

import dataclasses
import pickle
import subprocess
import sys

import pytest

from prevention_sim.foundation import errors
from prevention_sim.foundation.errors import DataError, ModelError, PreventionSimError, Problem, ScenarioError

PRICE = Problem("bielefeld.yaml", 41, 7, "E104", "costs.foster.price", "must be a finite number")
WHOLE_FILE = Problem("leer.yaml", 1, 1, "E100", "", "the file is empty")


def test_a_problem_is_one_line_with_place_code_path_and_message() -> None:
    assert str(PRICE) == "bielefeld.yaml:41:7: E104 costs.foster.price: must be a finite number"


def test_a_problem_of_the_whole_file_has_no_path() -> None:
    assert str(WHOLE_FILE) == "leer.yaml:1:1: E100: the file is empty"


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


@pytest.mark.parametrize("kind", [ScenarioError, ModelError, DataError])
def test_one_class_catches_them_all(kind: type[Exception]) -> None:
    assert issubclass(kind, PreventionSimError)


def test_every_error_is_drawn_in_the_docstring() -> None:
    made = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    assert made == {name for name in (errors.__doc__ or "").split() if name.endswith("Error")}


def test_errors_need_no_numpy() -> None:
    code = "import sys, prevention_sim.foundation.errors; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
