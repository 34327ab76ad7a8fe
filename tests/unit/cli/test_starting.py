"""The commands one starts with: init, schema, explain, diagram."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from prevention_sim.cli.main import prevsim
from prevention_sim.scenario.schema import schema_as_json

FILES = {"bielefeld.yaml", "prevention-sim.schema.json", "README.txt"}


def call(*arguments: str) -> Result:
    return CliRunner().invoke(prevsim, list(arguments))


def test_init_makes_a_folder_whose_file_runs(tmp_path: Path) -> None:
    folder = tmp_path / "meine-stadt"
    done = call("init", str(folder), "--lang", "de")
    assert done.exit_code == 0
    assert {path.name for path in folder.iterdir()} == FILES
    assert "Entlastung 2012–2015" in call("run", str(folder / "bielefeld.yaml"), "--lang", "de").output
    assert json.loads((folder / "prevention-sim.schema.json").read_text(encoding="utf-8"))["$defs"]


def test_init_calls_the_folder_after_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("init", "--example", "reference/hiv_monotherapy", "--lang", "en")
    assert done.exit_code == 0
    assert (tmp_path / "hiv_monotherapy" / "hiv_monotherapy.yaml").is_file()


def test_init_never_overwrites_and_then_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "README.txt").write_text("mine", encoding="utf-8")
    done = call("init", str(tmp_path), "--lang", "de")
    assert done.exit_code == 2
    assert "README.txt" in done.stderr
    assert "nie etwas überschrieben" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["README.txt"]
    assert (tmp_path / "README.txt").read_text(encoding="utf-8") == "mine"


def test_init_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = call("init", str(tmp_path / "file" / "folder"), "--lang", "en")
    assert done.exit_code == 2
    assert "cannot be written to" in done.stderr


def test_init_lists_the_examples_with_their_questions() -> None:
    done = call("init", "--example", "list", "--lang", "de")
    assert done.exit_code == 0
    assert "bielefeld_foster_mix" in done.stdout
    assert "wann und um wie viel?" in done.stdout


def test_init_lists_them_too_where_the_name_is_unknown() -> None:
    done = call("init", "--example", "bielfeld", "--lang", "de")
    assert done.exit_code == 2
    assert "»bielfeld«" in done.stderr
    assert "reference/hiv_monotherapy" in done.stderr
    assert done.stdout == ""


def test_schema_goes_to_standard_output_or_a_file(tmp_path: Path) -> None:
    target = tmp_path / "schema.json"
    assert call("schema").stdout == schema_as_json()
    assert call("schema", "-o", str(target)).exit_code == 0
    assert target.read_bytes() == schema_as_json().encode()


def test_an_output_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = call("schema", "-o", str(tmp_path / "nowhere" / "schema.json"))
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_explain_prints_headings_sentences_and_lists() -> None:
    lines = call("explain", "bielefeld", "--lang", "de").stdout.splitlines()
    assert lines[0] == "Familienhebammen und ambulante Hilfe statt Heim"
    assert lines[3] == "  Entwurf, ungeprüft: Niemand hat die Zahlen mit den Unterlagen verglichen."
    assert "    – unterbringung: 60 %" in lines
    assert max(map(len, lines)) <= 100


def test_diagram_writes_a_picture(tmp_path: Path) -> None:
    target = tmp_path / "bild.svg"
    assert call("diagram", "bielefeld", "-o", str(target), "--lang", "en").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("<svg ")
    assert b"\r" not in target.read_bytes()


@pytest.mark.parametrize("name", ["init", "schema", "explain", "diagram"])
def test_each_has_help_with_two_examples(name: str) -> None:
    assert call(name, "--help").stdout.count(f"prevsim {name}") >= 2
