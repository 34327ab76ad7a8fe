"""One class catches every error of the package, and the tree of errors is drawn."""

import subprocess
import sys

import pytest

from prevention_sim.foundation import errors
from prevention_sim.foundation.errors import DataError, ModelError, PreventionSimError
from prevention_sim.scenario.problems import ScenarioError


@pytest.mark.parametrize("kind", [ScenarioError, ModelError, DataError])
def test_one_class_catches_them_all(kind: type[Exception]) -> None:
    assert issubclass(kind, PreventionSimError)


def test_every_error_is_drawn_in_the_docstring() -> None:
    made = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    made.add(ScenarioError.__name__)  # lives with the problems it carries
    assert made == {name for name in (errors.__doc__ or "").split() if name.endswith("Error")}


def test_errors_need_no_numpy() -> None:
    code = "import sys, prevention_sim.foundation.errors; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
