"""Runs with draws, as a user asks for them."""

import json

import pytest

from tests.unit.cli.test_commands import prevsim

UNCERTAIN = ("run", "bielefeld_uncertain", "--draws", "64")


def test_a_run_with_draws_says_how_sure_the_result_is() -> None:
    told = " ".join(prevsim(*UNCERTAIN, LANG="C").stdout.split())
    for words in (
        "Mit unsicheren Zahlen gerechnet (64 Ziehungen; Zahlen mit Spanne: 6): im Mittel",
        "mit 95 % Wahrscheinlichkeit zwischen",
        "Entlastung in TEUR (Stadt Bielefeld) bei unsicheren Zahlen",
        "Entlastung je aufgenommenem Fall",
        "Heim (§ 34): von",
        "In 64 Ziehungen (Startzahl 1) haben die unsicheren Zahlen andere Werte",
    ):
        assert words in told
    english = " ".join(prevsim(*UNCERTAIN, "--lang", "en").stdout.split())
    assert "Relief in TEUR (Stadt Bielefeld) with uncertain numbers" in english


def test_a_seed_repeats_another_differs_and_the_result_of_the_file_stays() -> None:
    one, again, other = (
        json.loads(prevsim(*UNCERTAIN, "--seed", seed, "--plan", "monte_carlo", "--json").stdout)
        for seed in ("7", "7", "8")
    )
    assert one == again
    assert (one["draws"]["seed"], one["draws"]["plan"]) == (7, "monte_carlo")
    assert one["draws"]["figures"] != other["draws"]["figures"]
    assert one["manifest"]["result_digest"] == other["manifest"]["result_digest"]


def test_a_file_without_ranges_says_so() -> None:
    assert "Ziehungen ändern hier nichts" in prevsim("run", "bielefeld", "--draws", "64", LANG="C").stdout


def test_draws_until_the_mean_is_sure() -> None:
    found = prevsim("run", "bielefeld_uncertain", "--until-precision", "5 000 EUR", "--json")
    figures = json.loads(found.stdout)["draws"]["figures"]
    (relief,) = (row for row in figures if (row["id"], row["period"]) == ("relief", "window"))
    assert 0.0 < relief["half_width_95"] <= 5_000.0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("run", "bielefeld", "--plan", "sobol"), "--plan goes with --draws"),
        (("run", "bielefeld", "--draws", "0"), "--draws"),
        ((*UNCERTAIN, "--plan", "halton"), "--plan"),
        ((*UNCERTAIN, "--replications", "5"), "mean numbers need no luck"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(options: tuple[str, ...], words: str) -> None:
    found = prevsim(*options)
    assert found.returncode == 2
    assert words in found.stderr
    assert "Traceback" not in found.stderr
