"""A file read back: every number once, in sentences a person can check."""

from pathlib import Path

import pytest

from prevention_sim.report.explanation import Explanation, explain
from prevention_sim.report.explanation_wording import SENTENCES
from prevention_sim.report.numbers import Language
from prevention_sim.scenario.document import figures_of
from prevention_sim.scenario.evidence import Formula
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import find_scenario, shipped_names
from tests.unit.report.ten_states import ten_states
from tests.unit.scenario.minimal import MINIMAL, edited, read

SCENARIOS = Path(__file__).parents[3] / "scenarios"


def text_of(explanation: Explanation) -> str:
    return "\n".join(each.text for section in explanation.sections for each in section.statements)


def told(name: str, language: Language = "de") -> Explanation:
    return explain(load_scenario(SCENARIOS / f"{name}.yaml"), language)


def sentences(language: Language) -> list[str]:
    """Sentences of the Bielefeld file that must be told, one per line."""
    path = Path(__file__).with_name(f"explanation.{language}.txt")
    return path.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def bielefeld() -> str:
    return text_of(told("bielefeld"))


@pytest.fixture(scope="module")
def in_english() -> str:
    return text_of(told("bielefeld", "en"))


@pytest.mark.parametrize("name", shipped_names())
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_number_of_a_file_is_told_exactly_once(name: str, language: Language) -> None:
    path = find_scenario(name)
    assert path is not None
    scenario = load_scenario(path)
    paths = [number.path for number in explain(scenario, language).numbers]
    assert sorted(paths) == sorted(found.path for found in figures_of(scenario))


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_number_is_left_for_the_end(language: Language) -> None:
    others = SENTENCES["others"].told(language)
    for scenario in (read(MINIMAL), ten_states()):
        explanation = explain(scenario, language)
        titles = [section.title for section in explanation.sections]
        known = [found for found in figures_of(scenario) if not found.path.startswith("parameters")]
        assert others not in titles
        assert {found.path for found in known} <= {number.path for number in explanation.numbers}


@pytest.mark.parametrize("name", shipped_names())
def test_everything_with_a_title_is_told(name: str) -> None:
    path = find_scenario(name)
    assert path is not None
    scenario, text = load_scenario(path), text_of(explain(load_scenario(path), "en"))
    for section in (
        "states",
        "strata",
        "sources",
        "bearers",
        "strategies",
        "costs",
        "income",
        "interventions",
    ):
        for id_, part in getattr(scenario, section).items():
            assert part.title.en in text, f"{section}.{id_}"


def test_what_is_to_be_avoided_and_for_whom_is_told(bielefeld: str) -> None:
    assert "Unterbringung, die vermieden werden soll: »Heim (§ 34)«." in bielefeld
    assert "Sonst untergebracht würden: »sonst ins Heim«." in text_of(told("bielefeld_net_widening"))


def test_what_is_not_checked_comes_first_then_gaps_then_assumptions() -> None:
    first = told("bielefeld").sections[0].statements
    assert first[0].text == "Entwurf, ungeprüft: Niemand hat die Zahlen mit den Unterlagen verglichen."
    assert first[1].text == "Ohne Quelle ist keine der 28 Zahlen."
    assert first[2].text == "Angenommen: 19 von 28 Zahlen."
    assert "unterbringung: 60 %" in first[2].items
    assert len(first[2].items) == 19


def test_numbers_without_a_source_are_listed() -> None:
    scenario = read(MINIMAL)
    statements = explain(scenario, "de").sections[0].statements
    unsourced = [
        found.path
        for found in figures_of(scenario)
        if found.source is None and not isinstance(found.figure.value, Formula)
    ]
    assert len(statements[1].items) == len(unsourced)
    assert "Stunden, Preis der Stunde: 48,50 € je Stunde" in statements[1].items


@pytest.mark.parametrize("sentence", sentences("de"))
def test_bielefeld_in_german(bielefeld: str, sentence: str) -> None:
    assert sentence in bielefeld


@pytest.mark.parametrize("sentence", sentences("en"))
def test_bielefeld_in_english(in_english: str, sentence: str) -> None:
    assert sentence in in_english


def test_a_stay_written_as_a_chance_is_told_in_months() -> None:
    text = text_of(told("bielefeld_reference_cohort"))
    assert "bleiben Kinder im Mittel 14 Monate (geschrieben: 1/14 im Monat; angenommen)" in text


def test_a_yearly_chance_of_leaving_is_a_mean_of_many_months() -> None:
    scenario = read(edited("probability: 1/12 per month", "probability: 25 %/year"))
    text = text_of(explain(scenario, "de"))
    quarters = 1 / (1 - 0.75**0.25)
    assert f"im Mittel {3 * quarters:.1f} Monate".replace(".", ",") in text


def test_a_stay_that_never_ends_is_said() -> None:
    scenario = read(edited("probability: 1/12 per month", "probability: 0 %/month"))
    assert "bleiben Kinder im Mittel unbegrenzt lange (geschrieben: 0 % im Monat" in text_of(
        explain(scenario, "de")
    )


def test_assumptions_for_some_strata_name_them() -> None:
    items = told("bielefeld_net_widening").sections[0].statements[2].items
    assert "Nur bei »sonst ohne Hilfe«: Wechsel aus »ohne Hilfe« zu »Heim (§ 34)«: 4 % im Jahr" in items
    assert len(set(items)) == len(items)


def test_a_monthly_chance_to_move_is_told_for_a_year() -> None:
    scenario = read(edited("probability: 20 %/year", "probability: 2 %/month"))
    assert "wechseln im Jahr 21,5 zu »Heim« (geschrieben: 2 % im Monat; ohne Quelle)" in text_of(
        explain(scenario, "de")
    )


def test_small_chances_are_counts_of_a_thousand() -> None:
    scenario = read(edited("value: 1 %/year", "value: 0.98 %/year"))
    assert "Von 1.000 Kindern in »beendet« wechseln im Jahr 9,8 zu »ambulante Hilfe«" in text_of(
        explain(scenario, "de")
    )


@pytest.mark.parametrize(
    ("name", "language", "sentence"),
    [
        (
            "hiv_monotherapy",
            "de",
            "Von 1.258 Personen in »CD4 unter 200« waren 1 Jahr später 731 noch dort, 512 in »AIDS« und",
        ),
        (
            "hiv_monotherapy",
            "en",
            "Of 1,749 persons in “AIDS”, 1 year later: 1,312 still there and 437 in “verstorben” (source",
        ),
        (
            "panel_three_years",
            "de",
            "Von 100 Kindern in »mit Hilfe« waren 3 Jahre später 60 noch dort und 40 in »ohne Hilfe« (ang",
        ),
        (
            "panel_three_years",
            "en",
            "Of 100 children in “ohne Hilfe”, 3 years later: 20 in “mit Hilfe” and 80 still there (assumed).",
        ),
    ],
)
def test_observed_moves_are_told_as_they_were_observed(name: str, language: Language, sentence: str) -> None:
    assert sentence in text_of(told(f"reference/{name}", language))


def test_each_line_says_who_bears_it_where_several_do() -> None:
    shares = "    value: 5 100 EUR/month\n    bearer: {stadt: 80 %, land: rest}"
    scenario = read(edited("    value: 5 100 EUR/month", shares))
    text = text_of(explain(scenario, "de"))
    assert "es tragen Stadt 80 % und Land 20 %, der Rest" in text
    assert "trägt Stadt" in text


def test_numbers_of_one_sentence_with_different_sources_name_each() -> None:
    old = "value: 10 hours/month at 48.50 EUR/hour"
    new = "value: {value: 10 hours/month, source: amt}\n    at: {value: 48.50 EUR/hour, source: assumption}"
    text = text_of(explain(read(edited(old, new)), "de"))
    assert "10 Stunden im Monat: Quelle: Auszug der Statistik; 48,50 € je Stunde: angenommen" in text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "de",
            "Ab Januar 2095 gilt der Satz von 2,5 % im Jahr; für die Zeit davor bleibt es beim bisherigen",
        ),
        ("en", "From January 2095 the rate is 2.5% a year; the time before keeps its own"),
    ],
)
def test_a_later_discount_rate_is_told_with_its_month(language: Language, sentence: str) -> None:
    assert sentence in text_of(told("reference/green_book_discounting", language))


def test_every_sentence_has_the_same_fields_in_both_languages() -> None:
    for key, text in SENTENCES.items():
        fields = [sorted(part.split("}")[0] for part in words.split("{")[1:]) for words in text]
        assert fields[0] == fields[1], key
