"""Two results held against each other: the first number, how far apart, how many, and the inputs."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from prevention_sim.api import run
from prevention_sim.cli.main import prevsim
from prevention_sim.report.recorded import Recorded, recorded
from prevention_sim.report.result_schema import FORMAT
from prevention_sim.report.run_differences import cell_differences, tell_run_differences
from tests import small

HOME = "costs: {heim: {kind: per_case, title: Heim, state: a, value: %s EUR/month}}\n"


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def result(price: str = "100") -> str:
    return run(small.scenario(HOME % price, small.WITH_PROGRAMME)).to_json()


def changed(**parts: Any) -> str:  # noqa: ANN401 - any part of a document
    return json.dumps({**json.loads(result()), **parts})


def diff(folder: Path, before: str, after: str, *options: str) -> Result:
    files = written(folder, "a.json", before), written(folder, "b.json", after)
    return CliRunner().invoke(prevsim, ["diff", *files, *options])


def read(**values: float | None) -> Recorded:
    return Recorded({("indicators", name): value for name, value in values.items()}, None)


def told(before: float | None, after: float | None) -> str:
    return tell_run_differences(read(cost=before), read(cost=after), "de")[1].strip()


def test_equal_results_say_so_in_both_languages(tmp_path: Path) -> None:
    german, english = (diff(tmp_path, result(), result(), "--lang", each).output for each in ("de", "en"))
    assert german == "Die Ergebnisse sind gleich, Zahl für Zahl.\nEingaben:\nKein Unterschied.\n"
    assert english == "The results are equal, number by number.\nInputs:\nNo difference.\n"


def test_another_price_is_named_with_what_it_does(tmp_path: Path) -> None:
    """One case in a for a year: 1,200 EUR under either strategy; nobody enters, so nobody is diverted."""
    done = diff(tmp_path, result(), result("125"), "--lang", "de")
    lines = done.output.splitlines()
    assert done.exit_code == 0
    assert lines[:2] == [
        "Erste abweichende Zahl: indicators · cost · mit · municipality · window",
        "  1.200,00 → 1.500,00 (um 300,00 mehr, 25,00 %)",
    ]
    assert lines[2].startswith("Abweichende Zahlen: 4 von ")
    assert lines[3:] == [
        "Eingaben:",
        "costs.heim.value.value: 100 EUR/month → 125 EUR/month",
        "Unterschiede: 1",
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (8.0, 6.0, "8,00 → 6,00 (um 2,00 weniger, 25,00 %)"),
        (0.0, -5.5, "0,00 → −5,50 (um 5,50 weniger)"),
        (1.0, 1.00001, "1,00000 → 1,00001 (um 0,00001 mehr, 0,00 %)"),
        (None, 2.0, "nicht bestimmt → 2,00"),
        (3.0, None, "3,00 → nicht bestimmt"),
    ],
)
def test_the_distance_is_told_in_words(before: float | None, after: float | None, sentence: str) -> None:
    assert told(before, after) == sentence


def test_the_last_digits_are_another_machine() -> None:
    assert "gleich bis auf die letzten Stellen" in told(3_233_781.25, 3_233_781.25 * (1 + 4e-16))
    assert "letzten Stellen" not in told(3_233_781.25, 3_233_781.25 * (1 + 1e-11))


def test_a_budget_row_that_is_left_out_is_nothing() -> None:
    cell = ("budget", "2020", "mit", "kommune", "heim", "accrual")
    empty, filled = Recorded({}, {}), Recorded({cell: 5.0}, {})
    (found,) = cell_differences(empty, filled)
    assert (found.before, found.after) == (0.0, 5.0)
    assert cell_differences(Recorded({cell: 0.0}, {}), empty) == ()


def test_every_number_of_a_result_is_a_cell(tmp_path: Path) -> None:
    text = run("bielefeld").to_json()
    document, found = json.loads(text), recorded(Path(written(tmp_path, "a.json", text)))
    assert found is not None
    rows = [len(document[section]) for section in ("indicators", "budget", "decomposition")]
    assert min(rows) > 0
    assert len(found.cells) == rows[0] + rows[1] + 2 * rows[2]


def test_an_older_result_is_compared_without_inputs(tmp_path: Path) -> None:
    document = json.loads(changed(format="prevention_sim.result/2"))
    del document["inputs"], document["decomposition"]
    done = diff(tmp_path, json.dumps(document), result(), "--lang", "en")
    assert done.exit_code == 0
    assert "an older result does not name them" in done.output


@pytest.mark.parametrize(
    ("content", "de", "en"),
    [
        ('{"a": 1,,}', "ab 1:9 kein JSON", "no JSON from 1:9 on"),
        ("[" * 100_000, "kein JSON", "no JSON"),
        ('{"format": NaN}', "kein JSON", "no JSON"),
        ("[1]", "kein Ergebnis", "not a result"),
        ('{"format": "prevention_sim.result/3"}', f"/3« statt {FORMAT}", f"/3« instead of {FORMAT}"),
        ('{"format": "prevention_sim.result/21"}', f"/21« statt {FORMAT}", f"/21« instead of {FORMAT}"),
        (json.dumps({"format": FORMAT}), "unvollständig ('indicators')", "incomplete ('indicators')"),
        (changed(budget=[{"year": 2020}]), "unvollständig", "incomplete"),
        (changed(indicators=[]).replace('"amount": ', '"amount": "x", "b": '), "unvollständig", "incomplete"),
        (changed(indicators=7), "unvollständig", "incomplete"),
    ],
)
def test_what_is_no_result_is_refused_in_words(tmp_path: Path, content: str, de: str, en: str) -> None:
    german, english = (diff(tmp_path, result(), content, "--lang", each) for each in ("de", "en"))
    assert (german.exit_code, english.exit_code) == (3, 3)
    assert de in german.output
    assert en in english.output
    assert "b.json" in german.output


@pytest.mark.parametrize("turned", [False, True])
def test_a_result_beside_a_scenario_is_refused(tmp_path: Path, *, turned: bool) -> None:
    files = [written(tmp_path, "a.json", result()), "bielefeld"]
    done = CliRunner().invoke(prevsim, ["diff", *files[:: -1 if turned else 1], "--lang", "de"])
    assert done.exit_code == 3
    assert "a.json« ist ein Ergebnis, »" in done.output
    assert "bielefeld.yaml« ist keines" in done.output


def test_a_result_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = CliRunner().invoke(prevsim, ["diff", str(tmp_path / "x.json"), "bielefeld", "--lang", "de"])
    assert done.exit_code == 3
    assert "nicht lesbar" in done.output


def test_scenarios_written_as_json_are_compared_as_scenarios(tmp_path: Path) -> None:
    trees = [json.dumps(small.tree_of(HOME % price)) for price in ("100", "125")]
    done = diff(tmp_path, *trees, "--lang", "de")
    assert done.output.splitlines() == [
        "costs.heim.value.value: 100 EUR/month → 125 EUR/month",
        "Unterschiede: 1",
    ]
