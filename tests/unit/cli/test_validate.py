"""`prevsim validate` and `help-error` as a clerk and an editor use them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from prevention_sim.report.renderers.help_error import explanation_of
from prevention_sim.scenario.messages import CATALOGUE
from tests.unit.scenario.minimal import MINIMAL, edited

ROOT = Path(__file__).parents[3]

GOOD = "bielefeld: keine Fehler (257 Zeilen, 28 Zahlen, davon 19 nur angenommen oder geschätzt)\n"


def prevsim(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, with something on standard input."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PREVSIM"))}
    return subprocess.run(
        [sys.executable, "-m", "prevention_sim", *arguments],
        capture_output=True,
        input=given,
        cwd=ROOT,
        env=kept,
        check=False,
    )


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """A file with two errors that different stages of reading find."""
    path = tmp_path / "falsch.yaml"
    text = edited("value: 40 000 EUR/year", "value: 40.000 EUR/year").replace("state: heim", "state: hiem")
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_without_errors_leaves_with_zero() -> None:
    done = prevsim("validate", "bielefeld")
    assert (done.returncode, done.stdout.decode()) == (0, GOOD)
    assert "W212" in done.stderr.decode()


def test_every_error_of_every_file_is_told(wrong: str, tmp_path: Path) -> None:
    done = prevsim("validate", wrong, str(tmp_path / "fehlt.yaml"), "bielefeld", "--lang", "en")
    told = done.stderr.decode()
    assert done.returncode == 3
    assert all(code in told for code in ("E203", "E103", "E101", "W212"))
    assert "did you mean »heim«?" in told


def test_warnings_leave_with_four_only_when_strict() -> None:
    assert prevsim("validate", "bielefeld").returncode == 0
    assert prevsim("validate", "bielefeld", "--strict").returncode == 4


def test_errors_win_over_warnings_when_strict(wrong: str) -> None:
    assert prevsim("validate", wrong, "bielefeld", "--strict").returncode == 3


def test_standard_input_is_a_file_too() -> None:
    assert prevsim("validate", "-", given=MINIMAL.encode()).returncode == 0
    done = prevsim("validate", "-", "--quiet", given=b"x: 1")
    assert done.returncode == 3
    assert done.stdout.decode().splitlines()[0].startswith("-:1:1: E11")


def test_json_is_a_list_of_problems_and_nothing_else(wrong: str) -> None:
    done = prevsim("validate", wrong, "--json")
    problems = json.loads(done.stdout)
    assert done.stderr == b""
    assert [(problem["code"], problem["line"], problem["severity"]) for problem in problems] == [
        ("E203", 73, "error"),
        ("E103", 100, "error"),
    ]
    assert set(problems[0]) == {
        "file", "line", "column", "end_column", "code", "severity", "path", "message", "suggestion",
    }  # fmt: skip


def test_quiet_is_one_line_per_problem(wrong: str) -> None:
    done = prevsim("validate", wrong, "--quiet", "--lang", "en")
    assert done.stderr == b""
    assert [line.split(": ")[1].split()[0] for line in done.stdout.decode().splitlines()] == ["E203", "E103"]


@pytest.mark.parametrize("command", ["run", "verify", "validate"])
@pytest.mark.parametrize(("language", "words"), [("de", "ist mehrdeutig"), ("en", "is ambiguous")])
def test_every_command_tells_errors_in_its_language(
    wrong: str, command: str, language: str, words: str
) -> None:
    done = prevsim(command, wrong, "--lang", language)
    assert (done.returncode, done.stdout) == (3, b"")
    assert words in done.stderr.decode()
    assert "^^^^" in done.stderr.decode()


def test_run_says_how_many_warnings_there_are() -> None:
    done = prevsim("run", "bielefeld")
    assert done.stderr.decode().strip() == "Hinweise zur Datei: 3. Welche, zeigt prevsim validate bielefeld"


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_error_is_explained_with_cause_fix_and_example(language: str) -> None:
    told = prevsim("help-error", "e104", "--lang", language).stdout.decode()
    words = ("Ursache", "Abhilfe", "Beispiel") if language == "de" else ("Cause", "Fix", "Example")
    assert all(word in told for word in words)
    assert "4,5 EUR" in told
    lines = told.splitlines()
    caret = next(number for number, line in enumerate(lines) if line.strip() == "^")
    assert lines[caret - 1][lines[caret].index("^") :].startswith("4,5 EUR")


def test_an_unknown_code_is_wrong_usage() -> None:
    done = prevsim("help-error", "E999")
    assert done.returncode == 2
    assert "There is no code E999" in done.stderr.decode()


def test_every_code_of_a_message_can_be_explained() -> None:
    for code, entry in CATALOGUE.items():
        assert entry.cause.de in explanation_of(code, "de")
        assert entry.fix.en in explanation_of(code, "en")
