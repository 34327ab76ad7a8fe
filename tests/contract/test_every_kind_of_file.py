"""What every kind of file that `prevsim report` writes has in common."""

import re
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.cli.report import FORMATS
from prevention_sim.model.compile import compile_model
from prevention_sim.report.renderers.rendering import Rendered, ToRender
from tests import small
from tests.hostile import HOSTILE


def rendered(name: str) -> Rendered:
    """A file whose texts try to be more than text, in one kind of file."""
    scenario = small.scenario(HOSTILE)
    run = ToRender(scenario, evaluate_base(compile_model(scenario)), "de", date(2027, 1, 2))
    module: Any = import_module(f"prevention_sim.report.renderers.{FORMATS[name].module}")
    found: Rendered = module.render(run)
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_it_has_the_same_bytes_when_written_twice(name: str) -> None:
    assert rendered(name) == rendered(name)


@pytest.mark.parametrize("name", FORMATS)
def test_its_files_are_called_after_the_id_and_stay_in_the_folder(name: str) -> None:
    names = list(rendered(name).files)
    assert names
    assert [each for each in names if not re.fullmatch(r"boese\.de\.[a-z0-9_.-]+", each)] == []
