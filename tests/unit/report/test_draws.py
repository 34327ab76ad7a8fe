"""Ranges and chances of a result, told in both languages."""

import json

import pytest
from jsonschema import Draft202012Validator

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.model.compile import compile_model
from prevention_sim.report.document import StrategyReport, build_report
from prevention_sim.report.numbers import Language
from prevention_sim.report.renderers.json import result_as_json
from prevention_sim.report.result_schema import RESULT_SCHEMA
from prevention_sim.scenario.document import Scenario
from tests import small

SURE = """
caseload: {stock: {group: {value: 10 cases, in: a}}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
states:
  a: {title: Heim, tags: [placement]}
  b: {title: Hilfe}
interventions:
  hilfe:
    title: Hilfe
    effects: [{kind: moves, from: a, into: b, share: 100 %}]
    costs: {leitung: {kind: fixed, title: Leitung, value: 90 000 EUR/year}}
costs:
  platz: {kind: per_case, title: Platz, state: a, value: 10 000 EUR/year}
"""
LANGUAGES: tuple[Language, ...] = ("de", "en")
VARIES = "value: {value: 10 000 EUR/year, distribution: {kind: empirical, values: [%s]}}"
ASKED = "uncertainty: {draws: 8192, interval: 50 %}\n"


def priced(*prices: str) -> Scenario:
    """Ten cases at one of some prices, which average 10,000 EUR: a relief of ten prices less 90,000 EUR."""
    listed = ", ".join(f"{price} EUR/year" for price in prices)
    return small.scenario(SURE.replace("value: 10 000 EUR/year", VARIES % listed), ASKED)


def told(scenario: Scenario, language: Language) -> StrategyReport:
    (report,) = build_report(scenario, evaluate_base(compile_model(scenario)), language).strategies
    return report


def test_a_relief_that_is_not_sure() -> None:
    """Prices of 7, 9, 11 and 13 thousand, each a quarter: reliefs of −20, 0, 20 and 40 thousand EUR."""
    scenario = priced("7000.0", "9000.0", "11000.0", "13000.0")
    german, english = (" ".join(told(scenario, language).headline) for language in LANGUAGES)
    assert (
        "Mit unsicheren Zahlen gerechnet (8.192 Ziehungen; Zahlen mit Spanne: 1): im Mittel 10.000 € "
        "Entlastung, mit 50 % Wahrscheinlichkeit zwischen −20.000 € und 20.000 €. "
        "Ein Minus heißt: mehr Kosten. "
        "Mit 50 % Wahrscheinlichkeit wird der Haushalt 2020 insgesamt entlastet (2020: 50 %); der erwartete "
        "Verlust beträgt 5.000 €. "
        "Dieses Mittel ist mit 95 % Sicherheit auf ± 0 € genau; das ist der Fehler der Rechnung, nicht die "
        "Unsicherheit der Zahlen."
    ) in german
    assert (
        "Computed with uncertain numbers (8,192 draws; numbers with a range: 1): a relief of €10,000 on "
        "average, between −€20,000 and €20,000 with a probability of 50%. "
        "A minus means: more cost."
    ) in english


@pytest.mark.parametrize(
    ("prices", "german", "english"),
    [
        (
            ("9500.0", "10500.0"),
            "In allen Ziehungen wird der Haushalt",
            "In all draws the budget is relieved",
        ),
        (("5000.0", "15000.0"), "Mit 50 % Wahrscheinlichkeit wird", "With a probability of 50%"),
    ],
)
def test_sure_and_unsure_are_told_apart(prices: tuple[str, ...], german: str, english: str) -> None:
    scenario = priced(*prices)
    assert any(sentence.startswith(german) for sentence in told(scenario, "de").headline)
    assert any(sentence.startswith(english) for sentence in told(scenario, "en").headline)


def test_the_tables_tell_years_figures_and_lines() -> None:
    by_year, figures, lines = told(priced("7000.0", "9000.0", "11000.0", "13000.0"), "de").draws
    assert by_year.headings == ("2020", "Summe")
    assert by_year.rows == (
        ("im Mittel", "10.000", "10.000"),
        ("von", "−20.000", "−20.000"),
        ("bis", "20.000", "20.000"),
        ("Wahrscheinlichkeit einer Entlastung", "50 %", "50 %"),
        ("erwarteter Verlust", "5.000", "5.000"),
    )
    assert ("Entlastung", "10.000 €", "10.000 €", "−20.000 €", "20.000 €") in figures.rows
    assert lines.rows == (
        ("Platz: von", "70", "70"),
        ("  bis", "110", "110"),
        ("Leitung: von", "−90", "−90"),
        ("  bis", "−90", "−90"),
    )


def test_a_figure_without_positive_denominator_has_words_and_no_range() -> None:
    """Nobody is moved in a third of the draws, so nothing is avoided there."""
    text = SURE.replace(
        "share: 100 %",
        "share: {value: 40 %, distribution: {kind: empirical, values: [0 %, 50 %, 70 %]}}",
    )
    _, figures, _ = told(small.scenario(text, ASKED), "de").draws
    name = "netto, alle Hilfen, je vermiedenem Platzjahr"
    (row,) = (row for row in figures.rows if row[0] == name)
    assert row[2:] == ("nicht bestimmt",) * 3
    assert (
        f"{name}: keine Spanne, weil der Nenner nur in 67 % der Ziehungen größer als 0 ist." in figures.notes
    )


def test_a_file_without_ranges_says_so() -> None:
    report = told(small.scenario(SURE, ASKED), "de")
    assert report.headline[1].startswith("Ziehungen ändern hier nichts:")
    assert report.draws == ()


def test_without_draws_nothing_is_told() -> None:
    scenario = priced("9500.0", "10500.0")
    quiet = scenario.model_copy(update={"uncertainty": small.scenario(SURE).uncertainty})
    report = told(quiet, "en")
    assert report.draws == ()
    assert not any("draws" in sentence for sentence in report.headline)


def test_the_json_keeps_its_contract() -> None:
    scenario = priced("7000.0", "9000.0", "11000.0", "13000.0")
    document = json.loads(result_as_json(scenario, evaluate_base(compile_model(scenario))))
    assert list(Draft202012Validator(RESULT_SCHEMA).iter_errors(document)) == []
    drawn = document["draws"]
    assert (drawn["plan"], drawn["count"], drawn["blocks"], drawn["interval"]) == ("sobol", 8192, 8, 0.5)
    assert drawn["dimensions"] == [drawn["numbers"][0]["path"]] == ["costs.platz.value"]
    (relief,) = (row for row in drawn["figures"] if (row["id"], row["period"]) == ("relief", "window"))
    assert (relief["mean"], relief["low"], relief["high"]) == (10_000.0, -20_000.0, 20_000.0)
    assert (relief["share_above_zero"], relief["expected_loss"]) == (0.5, 5_000.0)
    (cell,) = (row for row in drawn["budget"] if row["strategy"] == "ohne")
    assert (cell["item"], cell["year"], cell["low"], cell["high"]) == ("platz", 2020, 70_000.0, 110_000.0)
