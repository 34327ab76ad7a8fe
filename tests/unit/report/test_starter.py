"""A folder to start from runs as it is."""

from pathlib import Path

import pytest

from prevention_sim.report.starter import examples, starter
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import find_scenario, shipped_names


@pytest.mark.parametrize("name", shipped_names())
def test_every_example_is_complete_and_says_the_same_as_the_shipped_file(name: str, tmp_path: Path) -> None:
    found, path = starter(name, "de"), find_scenario(name)
    assert found is not None
    assert path is not None
    tables = {table.file for table in load_scenario(path).tables.values()}
    assert set(found.files) == {found.scenario, "prevention-sim.schema.json", "README.txt", *tables}
    for file, content in found.files.items():
        (tmp_path / file).write_text(content, encoding="utf-8")
    copied = tmp_path / found.scenario
    assert copied.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=prevention-sim.schema.json\n"
    )
    assert load_scenario(copied) == load_scenario(path)


def test_the_page_is_in_the_language_asked_for() -> None:
    german, english = starter("bielefeld", "de"), starter("bielefeld", "en")
    assert german is not None
    assert english is not None
    assert "In diesem Ordner liegen" in german.files["README.txt"]
    assert "In this folder" in english.files["README.txt"]


def test_examples_come_with_their_question() -> None:
    (bielefeld,) = [each for each in examples("en") if each.name == "bielefeld"]
    assert bielefeld.question.endswith("relieve the city's budget, when and by how much?")


def test_there_is_no_starter_of_an_unknown_name() -> None:
    assert starter("nirgendwo", "de") is None
