"""Commands as a user runs them: output, language, exit codes, and no traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from prevention_sim.cli.options import chosen_language
from prevention_sim.report.result_schema import FORMAT

ROOT = Path(__file__).parents[3]


def prevsim(
    *arguments: str, cwd: Path = ROOT, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, as installed."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("LC_", "LANG", "PREVSIM", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, "-m", "prevention_sim", *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**clean, **environment},
        check=False,
    )


def test_run_speaks_german_unless_asked() -> None:
    assert "Entlastung 2012–2015" in prevsim("run", "bielefeld", LANG="C").stdout
    assert "Relief 2012–2015" in prevsim("run", "bielefeld", "--lang", "en", LANG="C").stdout


def test_an_ascii_terminal_setting_does_not_break_umlauts_or_signs() -> None:
    done = prevsim("run", "bielefeld", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "für" in done.stdout or "Verschlechterung" in done.stdout
    assert "−" in done.stdout


def test_json_on_a_pipe_is_clean() -> None:
    done = prevsim("run", "bielefeld", "--json")
    assert done.stderr == ""
    assert json.loads(done.stdout)["comparator"] == "ohne"


def test_csv_on_a_pipe_is_clean_and_follows_the_language() -> None:
    german = prevsim("run", "bielefeld", "--csv", "--lang", "de")
    assert german.stderr == ""
    assert german.stdout.startswith("\ufeffyear;strategy;")
    assert prevsim("run", "bielefeld", "--csv", "--lang", "en").stdout.startswith("year,strategy,")
    both = prevsim("run", "bielefeld", "--csv", "--lang", "en", "--csv-dialect", "de")
    assert both.stdout == german.stdout


def test_outcomes_are_printed_as_csv() -> None:
    done = prevsim("run", "reference/two_state_heemod", "--csv-outcomes", "--lang", "en")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "year,strategy,outcome,unit,valuation,amount",
        "2000,eins,wirkung,units,nominal,283300.0",
        "2000,zwei,wirkung,units,nominal,891300.0",
    ]


@pytest.mark.parametrize(
    "options", [("--csv", "--json"), ("--csv", "--csv-outcomes"), ("--csv-dialect", "de")]
)
def test_options_that_do_not_go_together_are_refused(options: tuple[str, ...]) -> None:
    done = prevsim("run", "bielefeld", *options)
    assert (done.returncode, done.stdout) == (2, "")


def test_run_reads_standard_input() -> None:
    text = (ROOT / "scenarios" / "bielefeld.yaml").read_text(encoding="utf-8")
    assert prevsim("run", "-", "--json", given=text).stdout == prevsim("run", "bielefeld", "--json").stdout


def test_errors_of_standard_input_are_told_with_their_place() -> None:
    done = prevsim("run", "-", given="format: prevention_sim/1\n")
    assert done.returncode == 3
    assert "-:1:1: E" in done.stderr


def test_quiet_leaves_out_the_notes_and_nothing_else() -> None:
    loud, quiet = prevsim("run", "bielefeld"), prevsim("run", "bielefeld", "--quiet")
    assert "prevsim validate bielefeld" in loud.stderr
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout


def test_quiet_does_not_hide_an_error() -> None:
    assert "kann nicht gelesen werden" in prevsim("run", "nothing-here.yaml", "--quiet").stderr


def test_the_schema_of_results_is_printed() -> None:
    assert json.loads(prevsim("schema", "--result").stdout)["title"] == FORMAT


def test_a_scenario_is_found_by_name_from_anywhere(tmp_path: Path) -> None:
    assert prevsim("run", "bielefeld_foster_mix", cwd=tmp_path).returncode == 0


def test_verify_holds_the_shipped_files_against_their_expectations() -> None:
    done = prevsim("verify", "bielefeld_reference_cohort", "--lang", "en")
    assert done.returncode == 0
    assert "28 of 28 hold" in done.stdout


def test_verify_leaves_with_five_when_a_value_does_not_hold(tmp_path: Path) -> None:
    text = (ROOT / "scenarios" / "bielefeld_foster_mix.yaml").read_text(encoding="utf-8")
    changed = tmp_path / "changed.yaml"
    changed.write_text(text.replace("516 015 EUR", "516 025 EUR"), encoding="utf-8")
    done = prevsim("verify", str(changed), "--lang", "de")
    assert done.returncode == 5
    assert "0 von 1 stimmt" in done.stdout


SMALL = """
format: prevention_sim/1
scenario: {id: klein, title: Klein, case: {unit: child, definition: Kind}}
time: {start: 2020-01, years: 2, budget_window: 2}
prices: {year: 2020}
parameters: {quote: 30 %%}
states: {heim: {title: Heim}, ende: {title: Ende}}
caseload: {stock: {da: {value: 4 cases, in: heim, source: assumption}}}
stays: {heim: {mean: 20 months, to: {ende: 100 %%}, source: assumption}}
costs: {platz: {kind: per_case, title: Platz, state: heim, value: 10 EUR/month, source: assumption}}
bearers: {kommune: {title: Kommune}}
strategies: {ohne: {title: ohne}}
comparator: ohne
expect: [{figure: cost, year: 2020, value: %s EUR, tolerance: 1000 EUR}]
"""
WRONG, IMPOSSIBLE = ("stays: {heim:", "stays: {hiem:"), ("ende: 100 %}", "ende: quote * 5}")


def written(folder: Path, **texts: str) -> None:
    """Put files into a folder."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_verify_explains_every_check_and_names_the_line_of_a_warning(tmp_path: Path) -> None:
    written(tmp_path, klein=SMALL % 0)
    done = prevsim("verify", "klein.yaml", "--lang", "de", cwd=tmp_path)
    assert done.returncode == 0
    assert "Erwartete Werte: 1 von 1 stimmt." in done.stdout
    assert "✓ Niemand geht verloren" in done.stdout
    assert "klein.yaml:6:21: W310 parameters.quote: »30 %« ändert nichts am Ergebnis" in done.stdout
    assert "Bereich" in done.stdout.splitlines()[-6]


def test_verify_of_a_folder_has_a_line_for_each_file_and_details_of_what_fails(tmp_path: Path) -> None:
    (tmp_path / "unten").mkdir()
    written(tmp_path, b=SMALL % 0)
    written(tmp_path / "unten", a=SMALL % 9000)
    done = prevsim("verify", str(tmp_path), "--lang", "en")
    assert done.returncode == 5
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"✓ {tmp_path / 'b.yaml'}: expected values 1 of 1; checks: ")
    assert lines[1].startswith(f"✗ {tmp_path / 'unten' / 'a.yaml'}: expected values 0 of 1; checks: ")
    assert lines[2].startswith("  ✗ cost year=2020: expected 9000.0, computed 3")
    assert lines[-1] == "1 of 2 files are in order."


@pytest.mark.parametrize(
    ("texts", "code", "told"),
    [
        ({"a": SMALL % 0, "b": (SMALL % 9000)}, 5, ""),
        ({"a": (SMALL % 0).replace(*IMPOSSIBLE), "b": SMALL % 9000}, 7, "a.yaml: stays.heim"),
        ({"a": (SMALL % 0).replace(*IMPOSSIBLE), "b": (SMALL % 0).replace(*WRONG)}, 3, "b.yaml:9:9: E203"),
    ],
)
def test_verify_leaves_with_the_worst_code_of_its_files(
    tmp_path: Path, texts: dict[str, str], code: int, told: str
) -> None:
    written(tmp_path, **texts)
    done = prevsim("verify", str(tmp_path), "--lang", "en")
    assert done.returncode == code
    assert told in done.stderr
    assert "of 2 files are in order." in done.stdout


def test_verify_tells_programs_everything_about_every_file(tmp_path: Path) -> None:
    written(tmp_path, a=SMALL % 0, b=(SMALL % 0).replace(*WRONG), c=(SMALL % 0).replace(*IMPOSSIBLE))
    done = prevsim("verify", str(tmp_path), "--json", "--lang", "en")
    assert done.returncode == 3
    sound, wrong, impossible = json.loads(done.stdout)["files"]
    assert sound["sound"]
    assert not wrong["sound"]
    assert {check["outcome"] for check in sound["checks"]} == {"passed", "not_applicable", "doubtful"}
    assert {(each["code"], each["line"]) for each in sound["problems"]} == {("W201", 6), ("W310", 6)}
    assert [each["code"] for each in wrong["problems"]] == ["E203"]
    assert impossible["refusal"].startswith("stays.heim")


def test_verify_says_that_a_folder_has_no_scenario(tmp_path: Path) -> None:
    done = prevsim("verify", str(tmp_path), "--lang", "de")
    assert done.returncode == 2
    assert "liegt keine *.yaml" in done.stderr


def test_a_wrong_file_is_told_by_line_and_column_with_code_three(tmp_path: Path) -> None:
    text = (ROOT / "scenarios" / "bielefeld.yaml").read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(text.replace("value: 5 100 EUR/month", "value: 50.000 EUR/month"), encoding="utf-8")
    line = 1 + text.splitlines().index("    value: 5 100 EUR/month")
    done = prevsim("run", str(wrong))
    assert done.returncode == 3
    place = f"wrong.yaml:{line}:12"
    assert f"{place}: E103 costs.heim_entgelt.value: »50.000 EUR/month« ist mehrdeutig" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_is_said_in_a_sentence() -> None:
    done = prevsim("run", "nothing-here.yaml")
    assert done.returncode == 3
    assert "kann nicht gelesen werden" in done.stderr


def test_numbers_that_cannot_be_are_refused_with_code_seven(tmp_path: Path) -> None:
    text = (ROOT / "scenarios" / "bielefeld.yaml").read_text(encoding="utf-8")
    changed = text.replace("share: unterbringung * (1 - pflegeanteil)", "share: unterbringung * 2")
    assert changed != text
    impossible = tmp_path / "impossible.yaml"
    impossible.write_text(changed, encoding="utf-8")
    for language, sentence in (
        ("de", "liegt nicht zwischen 0 und 1"),
        ("en", "leaves the range from 0 to 1"),
    ):
        done = prevsim("run", str(impossible), "--lang", language)
        assert done.returncode == 7
        assert f"»heim« {sentence}" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_wrong_command_is_usage_with_code_two() -> None:
    assert prevsim("rnu").returncode == 2


def test_every_command_has_help_with_two_examples() -> None:
    for command in ("run", "verify"):
        text = prevsim(command, "--help").stdout
        assert text.count(f"prevsim {command} ") >= 2, text


@pytest.mark.parametrize(
    ("option", "environment", "language"),
    [
        ("en", {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"PREVSIM_LANG": "en", "LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LC_ALL": "en_US.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "C"}, "de"),
        (None, {}, "de"),
    ],
)
def test_the_language_follows_option_variable_locale(
    monkeypatch: pytest.MonkeyPatch, option: str | None, environment: dict[str, str], language: str
) -> None:
    for name in ("PREVSIM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert chosen_language(option) == language
