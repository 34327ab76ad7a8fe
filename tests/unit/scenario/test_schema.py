"""What an editor is told about a scenario file."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import pytest
import yaml

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.key_texts import KEY_TEXTS
from prevention_sim.scenario.schema import scenario_schema, schema_as_json
from prevention_sim.scenario.shipped import find_scenario, shipped_names
from tests.unit.scenario.minimal import MINIMAL, edited, problems_in

SCHEMA = scenario_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: version 1.2, so that `on` is a word and 2012-01-01 no date."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", "nN~\0"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


def as_editor(text: str) -> object:
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a subclass of the safe loader


def as_text(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text only


def complaints(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(as_editor(text))]


def keys(part: dict[str, Any], place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of every part of the schema."""
    for name, value in part.get("properties", {}).items():
        yield f"{place}.{name}", value
    for name, value in part.get("$defs", {}).items():
        yield from keys(value, name)


def test_it_is_a_schema_of_the_named_dialect() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("place", "value"), list(keys(SCHEMA)), ids=[place for place, _ in keys(SCHEMA)])
def test_every_key_has_a_text_in_both_languages(place: str, value: dict[str, Any]) -> None:
    german, english = value["description"].split("\n\n")
    assert german.strip().endswith("."), place
    assert english.strip().endswith("."), place


def test_no_text_is_left_over_from_a_key_that_is_gone() -> None:
    shown = {value["description"] for _, value in keys(SCHEMA)}
    assert [name for name, text in KEY_TEXTS.items() if "\n\n".join(text) not in shown] == []


def test_the_keys_of_the_schema_are_the_keys_of_the_file() -> None:
    assert set(SCHEMA["properties"]) == set(Scenario.model_fields)
    assert set(SCHEMA["$defs"]["Move"]["properties"]) >= {"from", "to", "probability", "strata", "source"}


@pytest.mark.parametrize("name", shipped_names())
@pytest.mark.parametrize("reading", [as_editor, as_text])
def test_every_shipped_scenario_is_valid(name: str, reading: Callable[[str], object]) -> None:
    path = find_scenario(name)
    assert path is not None
    VALIDATOR.validate(reading(path.read_text(encoding="utf-8")))


def test_a_small_file_with_every_form_is_valid() -> None:
    assert complaints(MINIMAL) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("anteil: 60 %", "anteil: 0.6"),
        ("share: anteil", "share: {value: 0.6, source: amt}"),
        ("share: anteil", "share: anteil * (1 - zins)"),
        ("years: 2", 'years: "2"'),
        ("from: hilfe", "from: [hilfe, ende]"),
        ("title: Kleine Übung", "title: {de: Kleine Übung, en: A small exercise}"),
        ("title: Kleine Übung", "title: 2020"),
    ],
)
def test_numbers_texts_formulas_and_lists_may_be_written(old: str, new: str) -> None:
    assert complaints(edited(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  years: 2", "  jahre: 2"),
        ("cycle: quarter", "cycle: fortnight"),
        ("start: 2020-01", "start: 2020-13"),
        ("years: 2", "years: two"),
        ("comparator: ohne", "comparator: Ohne Programm"),
        ("format: prevention_sim/1", "format: prevention_sim/9"),
        ("kind: fixed", "kind: fixd"),
        ("  heim:\n    title: {de: Heim, en: residential care}", "  Heim:\n    title: Heim"),
    ],
)
def test_what_the_reader_refuses_is_marked_in_the_editor_too(old: str, new: str) -> None:
    text = edited(old, new)
    assert complaints(text) != []
    assert problems_in(text) != ()


def test_it_says_nothing_about_python() -> None:
    text = schema_as_json()
    assert "null" not in text
    assert '"from_"' not in text
    assert "pydantic" not in text.lower()


def test_it_is_the_same_each_time() -> None:
    assert schema_as_json() == schema_as_json()
    assert json.loads(schema_as_json()) == SCHEMA
