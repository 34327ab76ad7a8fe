"""Where there is one of something it is told as one, in both languages."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from prevention_sim.cli.main import prevsim
from prevention_sim.foundation.languages import Language
from prevention_sim.report.numbers import counted
from tests import small

ONE_OF_EACH = """
engine: microsimulation
uncertainty: {replications: 1, seed: 4}
states: {a: {title: Heim, tags: [placement]}}
caseload: {intake: {gruppe: {value: 1 case, at: 2020-01, into: a}}}
interventions:
  hilfe:
    title: Hilfe
    costs: {kurs: {kind: one_off, title: Kurs, value: 500 EUR, at: 2020-02}}
    effects: [{kind: diverts, from: a, into: a, share: 100 %}]
    income: {spende: {kind: one_off, title: Spende, value: 100 EUR, at: 2020-03}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
expect: [{figure: relief, year: 2020, value: -400 EUR, tolerance: 1 EUR}]
"""

SENTENCES = {
    ("explain", "de"): [
        "Es gibt eine Lage: »Heim«.",
        "Die Fälle werden einzeln durchgespielt: einmal, mit der Startzahl 4.",
        "Die Datei nennt ein erwartetes Ergebnis; »prevsim verify« prüft es.",
    ],
    ("explain", "en"): [
        "There is one situation: “Heim”.",
        "Cases are lived through one by one: once, from the seed 4.",
        "The file names one expected result; “prevsim verify” holds the run against it.",
    ],
    ("run", "de"): [
        "Trägt sich nicht innerhalb des einen gerechneten Jahres;",
        "einzelne Personen (ein Durchlauf, Startzahl 4)",
        "Aus einem einzigen Durchlauf;",
        "Aufgenommen wird ein Kind;",
        "(ein Kind)",
    ],
    ("run", "en"): [
        "Does not pay back within the one year computed;",
        "single persons (one replication, seed 4)",
        "Of a single replication;",
        "Taken in is a child;",
        "(a child)",
    ],
    ("verify", "de"): ["Erwartete Werte: 1 von 1 stimmt.", "Eine Zahl verglichen, Abweichung 0,"],
    ("verify", "en"): ["Expected values: 1 of 1 holds.", "One figure compared, deviation 0,"],
    ("history", "de"): ["Im Durchlauf 0 mit der Startzahl 4 ist es ein Kind:"],
    ("history", "en"): ["In replication 0 of the seed 4 there is a child:"],
}
MANY = re.compile(
    r"\b1 (Lagen|Jahren?|gerechneten|Monaten?|Durchläufen?|Kindern?|Zahlen|erwartete|situations|years|months"
    r"|replications|children|numbers|figures|expected)\b"
)


PAYS_SOON = """
time: {start: 2020-01, years: 1, cycle: day, budget_window: 1}
states: {a: {title: Heim}}
interventions:
  hilfe:
    title: Hilfe
    costs: {kurs: {kind: one_off, title: Kurs, value: 500 EUR, at: 2020-02}}
    income: {spende: {kind: fixed, title: Spende, value: 100 EUR/day, from: 2020-02}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""


def printed(tmp_path: Path, command: str, language: Language, text: str = ONE_OF_EACH) -> str:
    """What a command says about a file, on one line."""
    file = tmp_path / "eins.yaml"
    file.write_text(json.dumps(small.tree_of(text)), encoding="utf-8")
    asked = CliRunner().invoke(prevsim, [command, str(file), "--lang", language], catch_exceptions=False)
    assert asked.exit_code == 0, asked.output
    return " ".join(asked.stdout.split())


@pytest.mark.parametrize(("command", "language"), SENTENCES)
def test_one_of_something_is_told_as_one(tmp_path: Path, command: str, language: Language) -> None:
    text = printed(tmp_path, command, language)
    assert MANY.findall(text) == []
    for sentence in SENTENCES[command, language]:
        assert sentence in text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("de", "Trägt sich einen Monat nach der ersten Ausgabe"), ("en", "Pays back one month after the first")],
)
def test_one_month_is_a_month(tmp_path: Path, language: Language, sentence: str) -> None:
    assert sentence in printed(tmp_path, "run", language, PAYS_SOON)


def test_only_one_is_one() -> None:
    assert [counted("x", count) for count in (0, 1, 2)] == ["x", "x_one", "x"]
