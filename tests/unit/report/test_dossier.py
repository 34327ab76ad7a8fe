"""The first page answers in the order a council asks, and the register leaves out no number."""

from datetime import date

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.model.compile import compile_model
from prevention_sim.report.dossier import Dossier, build_dossier
from prevention_sim.report.dossier_wording import WORDS
from prevention_sim.report.numbers import Language
from prevention_sim.report.register import register_of
from prevention_sim.scenario.document import Scenario, count_by_grade, figures_of
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path, shipped_names
from tests import small
from tests.unit.report.test_bridge_and_key_figures import TOWN

DAY = date(2027, 1, 2)


def told(scenario: Scenario, language: Language = "de") -> Dossier:
    return build_dossier(scenario, evaluate_base(compile_model(scenario)), language, DAY)


@pytest.fixture(scope="module")
def bielefeld() -> Dossier:
    return told(load_scenario(scenario_path("bielefeld")))


def test_the_questions_stand_in_the_order_of_a_council_paper(bielefeld: Dossier) -> None:
    """COUNCIL 3: child, budget, claim, dependence, evidence, payers, law, protection, later check."""
    assert [answer.question for answer in bielefeld.strategies[0].answers] == [
        "Was geschieht fachlich?",
        "Was bedeutet das für den Haushalt?",
        "Was heißt das je Fall und Jahr?",
        "Wovon hängt es ab?",
        "Was ist nicht belegt?",
        "Wer trägt, wer profitiert?",
        "Was sagt das Haushaltsrecht?",
        "Was gilt für den Kinderschutz?",
        "Wie wird nach dem Beschluss geprüft?",
    ]
    assert all(each.sentences or each.points or each.blocks for each in bielefeld.strategies[0].answers)


def test_the_four_numbers_are_those_of_the_sentences(bielefeld: Dossier) -> None:
    numbers = [(number.value, number.meaning) for number in bielefeld.strategies[0].numbers]
    assert numbers == [
        ("3,2 Mio. €", "Entlastung 2012–2015"),
        ("1,1 Mio. €", "davon im Jahr 2015"),
        ("21,5", "Plätze weniger im Jahresmittel 2015"),
        ("sofort", "trägt es sich"),
    ]


def test_an_effect_that_nobody_measured_is_called_assumed(bielefeld: Dossier) -> None:
    assert "Die Wirkung ist angenommen, nicht gemessen." in answer(bielefeld, "ask_evidence")


@pytest.mark.parametrize(
    ("grade", "sentence"),
    [
        ("study", "Keine Zahl zur Wirkung ist nur angenommen oder geschätzt."),
        ("expert", "Die Wirkung ist angenommen, nicht gemessen."),
    ],
)
def test_the_evidence_of_an_effect_is_followed_to_the_numbers_it_is_made_of(
    grade: str, sentence: str
) -> None:
    scenario = small.scenario(
        small.WITH_PROGRAMME.replace("40 %", "anteil * 2"),
        f"sources: {{akte: {{title: Akte, grade: {grade}}}}}\n"
        "parameters: {anteil: {value: 20 %, source: akte}}",
    )
    assert sentence in answer(told(scenario), "ask_evidence")


def test_numbers_without_a_source_are_named_and_counted() -> None:
    sentences = answer(told(small.scenario(TOWN)), "ask_evidence")
    assert any(each.startswith("Ohne Quelle: prices.rise, strata.stadt.share") for each in sentences)
    assert sentences[-1].endswith("und 10 weitere, siehe »Annahmen und Quellen«.")


def test_the_law_says_what_is_voluntary_and_what_a_provisional_household_means() -> None:
    sentences = answer(told(small.scenario(TOWN)), "ask_law")
    assert sentences[0] == "»Hilfe vor Ort« ist eine freiwillige Leistung."
    assert sentences[1].startswith("Vorläufige Haushaltsführung (§ 82 GO NRW)")


def test_the_only_bearer_is_named(bielefeld: Dossier) -> None:
    assert answer(bielefeld, "ask_payers")[0] == "Aufwand und Entlastung liegen bei: Stadt Bielefeld."


@pytest.mark.parametrize("name", shipped_names())
def test_the_register_holds_every_number_those_without_a_source_first(name: str) -> None:
    scenario = load_scenario(scenario_path(name))
    register = register_of(scenario, "de")
    paths = [found.path for found in figures_of(scenario) if not found.path.startswith("tables.")]
    assert sorted(entry.where for entry in register.entries if not entry.where.startswith("tables.")) == (
        sorted(paths)
    )
    assert f" {sum(count_by_grade(scenario).values())} " in register.title
    silent = [entry.source == "ohne Quelle" for entry in register.entries]
    assert silent == sorted(silent, reverse=True)


def test_a_table_beside_the_file_takes_a_line_for_each_column() -> None:
    register = register_of(load_scenario(scenario_path("reference/mortality_by_age")), "de")
    cells = [entry for entry in register.entries if entry.where.startswith("tables.")]
    assert 1 <= len(cells) <= 5
    assert all(entry.value.endswith(" Zahlen") for entry in cells)


def test_a_file_without_alternatives_tells_its_cost() -> None:
    dossier = told(load_scenario(scenario_path("reference/hildesheim_midwives")))
    assert all(each.answers[0].sentences for each in dossier.strategies)


def test_every_text_of_the_page_is_in_both_languages() -> None:
    same = {key for key, both in WORDS.items() if both.de == both.en}
    assert same == set()
    fields = {key for key, both in WORDS.items() if both.de.count("{") != both.en.count("{")}
    assert fields == set()


def answer(dossier: Dossier, question: str) -> tuple[str, ...]:
    """What is said to a question about the first strategy."""
    wanted = WORDS[question].told(dossier.report.language)
    (found,) = (each for each in dossier.strategies[0].answers if each.question == wanted)
    return found.sentences
