"""Runs that simulate persons, as a user asks for them."""

import json

import pytest

from tests.unit.cli.test_commands import prevsim

PERSONS = ("run", "bielefeld", "--engine", "microsimulation")


def test_a_run_of_persons_says_how_sure_it_is_and_which_engine_ran() -> None:
    told = " ".join(prevsim(*PERSONS, "--replications", "70", LANG="C").stdout.split())
    for words in (
        "im Mittel aus 70 Durchläufen, mit 95 % Sicherheit auf ±",
        "in neun von zehn Durchläufen zwischen",
        "Kosten in TEUR (Stadt Bielefeld): was zu erwarten ist, und was in schlechten Jahren",
        "Modell: einzelne Personen (70 Durchläufe, Startzahl 1)",
    ):
        assert words in told
    english = " ".join(prevsim(*PERSONS, "--replications", "70", "--lang", "en").stdout.split())
    assert "on average over 70 replications, sure to ±" in english
    assert "Model: single persons (70 replications, seed 1)" in english


def test_a_seed_repeats_and_another_differs() -> None:
    one, again, other = (
        json.loads(prevsim(*PERSONS, "--replications", "5", "--seed", seed, "--json").stdout)
        for seed in ("7", "7", "8")
    )
    assert one == again
    assert one["manifest"]["seed"] == 7
    assert one["manifest"]["result_digest"] != other["manifest"]["result_digest"]


def test_replications_until_the_relief_is_sure() -> None:
    found = prevsim(*PERSONS, "--until-precision", "200 000 EUR", "--json")
    relief = next(row for row in json.loads(found.stdout)["chance"] if row["figure"] == "relief")
    assert relief["half_width_95"] <= 200_000.0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("run", "bielefeld", "--replications", "5"), "mean numbers need no luck"),
        (("run", "bielefeld", "--seed", "0"), "mean numbers need no luck"),
        ((*PERSONS, "--until-precision", "50.000 EUR"), "50"),
        ((*PERSONS, "--until-precision", "3 months"), "no amount of money"),
        ((*PERSONS, "--until-precision", "0 EUR"), "no amount of money"),
        ((*PERSONS, "--replications", "0"), "--replications"),
        ((*PERSONS, "--seed", "-1"), "--seed"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(options: tuple[str, ...], words: str) -> None:
    found = prevsim(*options)
    assert found.returncode == 2
    assert words in found.stderr
    assert "Traceback" not in found.stderr
