"""Every example of the reference is right, and none of the keys is missing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from prevention_sim.report.explanation import explain
from prevention_sim.report.flow_chart import flow_chart
from prevention_sim.scenario.document import figures_of
from prevention_sim.scenario.loading import load_scenario, read_content
from prevention_sim.scenario.schema import scenario_schema
from tools.key_examples import EXAMPLES, FRAME, TABLES
from tools.reference import parts_of

SCHEMA = scenario_schema()
PARTS = dict(parts_of("The file", "", SCHEMA, SCHEMA["$defs"], set()))


def sections(text: str) -> dict[str, Any]:
    """The sections of a piece of a file, every scalar as text."""
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes text only
    return found


def files(title: str) -> Iterator[bytes]:
    """The files that the examples of a part stand for."""
    for example in EXAMPLES[title].split("---\n"):
        yield json.dumps({**sections(FRAME), **sections(example)}).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in TABLES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_every_part_of_the_schema_has_an_example_and_no_other_is_kept() -> None:
    assert set(EXAMPLES) == set(PARTS)


@pytest.mark.parametrize("title", PARTS)
def test_an_example_is_right(title: str, folder: Path) -> None:
    for content in files(title):
        reading = read_content(content, "beispiel.yaml", folder)
        assert [problem.message.on_one_line("en") for problem in reading.errors] == []


@pytest.mark.parametrize("title", PARTS)
def test_an_example_has_every_key_of_its_part(title: str) -> None:
    written = set(re.findall(r"(?<![\w.])([a-z_0-9]+):", EXAMPLES[title]))
    assert set(PARTS[title]["properties"]) <= written


@pytest.mark.parametrize("title", PARTS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_an_example_is_read_back_number_by_number(title: str, language: Any, folder: Path) -> None:  # noqa: ANN401
    for content in files(title):
        path = folder / "beispiel.yaml"
        path.write_bytes(content)
        scenario = load_scenario(path)
        told = [number.path for number in explain(scenario, language).numbers]
        assert sorted(told) == sorted(found.path for found in figures_of(scenario))
        assert {box.id for box in flow_chart(scenario, language).boxes} >= set(scenario.states)
