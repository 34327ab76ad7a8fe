"""One class catches every error of the package, and the tree of errors is drawn."""

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from prevention_sim.foundation import errors
from prevention_sim.foundation.errors import DataError, ModelError, PreventionSimError
from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.problems import ScenarioError

PACKAGE = Path(errors.__file__).parents[1]


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


def test_an_error_is_told_in_the_language_asked_for() -> None:
    both, one = ModelError(Both("geht nicht", "cannot be")), ModelError("cannot be")
    assert (both.told("de"), both.told("en"), str(both)) == ("geht nicht", "cannot be", "cannot be")
    assert (one.told("de"), str(one), str(ModelError())) == ("cannot be", "cannot be", "")
    assert pickle.loads(pickle.dumps(both)).told("de") == "geht nicht"  # noqa: S301 - its own bytes


def test_no_error_of_the_model_is_told_in_one_language_only() -> None:
    """What a caller of Python functions alone can reach stays English."""
    spoken = re.compile(r"raise ModelError\((?!\s*(?:Both|_sentence))")
    only_english = {
        path.name for path in PACKAGE.rglob("*.py") if spoken.search(path.read_text(encoding="utf-8"))
    }
    assert only_english <= {"randomness.py", "rows.py"}


def test_errors_need_no_numpy() -> None:
    code = "import sys, prevention_sim.foundation.errors; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
