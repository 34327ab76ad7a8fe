"""Programmes, laws and ratios read back: in words a clerk can check, with the chance they lead to."""

import json
from pathlib import Path

import pytest

from prevention_sim.report.explanation import Explanation, explain
from prevention_sim.report.flow_chart import flow_chart
from prevention_sim.report.numbers import Language
from prevention_sim.scenario.caseload import Law
from prevention_sim.scenario.document import figures_of
from prevention_sim.scenario.loading import load_scenario, parse_scenario
from tests import small
from tests.unit.report.every_effect import EVERY_EFFECT


def told(language: Language, *edits: tuple[str, str]) -> Explanation:
    text = EVERY_EFFECT
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return explain(parse_scenario(text.encode()), language)


def text_of(explanation: Explanation) -> str:
    statements = [each for section in explanation.sections for each in section.statements]
    return "\n".join(line for each in statements for line in (each.text, *each.items))


def sentences(language: Language) -> list[str]:
    """Sentences that must be told, one per line."""
    return Path(__file__).with_name(f"every_effect.{language}.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def german() -> str:
    return text_of(told("de"))


@pytest.fixture(scope="module")
def english() -> str:
    return text_of(told("en"))


@pytest.mark.parametrize("sentence", sentences("de"))
def test_programmes_and_laws_in_german(german: str, sentence: str) -> None:
    assert sentence in german


@pytest.mark.parametrize("sentence", sentences("en"))
def test_programmes_and_laws_in_english(english: str, sentence: str) -> None:
    assert sentence in english


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_number_of_the_language_is_told_exactly_once(language: Language) -> None:
    paths = [number.path for number in told(language).numbers]
    assert sorted(paths) == sorted(found.path for found in figures_of(parse_scenario(EVERY_EFFECT.encode())))
    assert "Weitere Zahlen" not in [section.title for section in told("de").sections]


NO_ODDS = ("kind: odds_ratio, ratio: 1.5", "kind: hazard_ratio, ratio: 1.5")
P = 0.55
SECOND_HALF = 1.0 - (1.0 - P) ** 0.5


@pytest.mark.parametrize(
    ("written", "told_as"),
    [
        ("hazard_ratio, ratio: 0.45", f"statt 55 nur noch {100 * (1 - (1 - P) ** 0.45):.1f} im Jahr"),
        ("risk_ratio, ratio: 0.6", "statt 55 nur noch 33 im Jahr"),
        ("odds_ratio, ratio: 0.45", f"statt 55 nur noch {100 * 0.55 / (0.55 + 1):.1f} im Jahr"),
        (
            "risk_ratio, over: 6 months, ratio: 0.5",
            f"statt {100 * SECOND_HALF:.1f} nur noch {50 * SECOND_HALF:.1f} in 6 Monaten",
        ),
        ("hazard_ratio, ratio: 1", "statt 55 dann 55 im Jahr"),
    ],
)
def test_what_a_ratio_makes_of_a_chance_is_told_by_hand(written: str, told_as: str) -> None:
    """0.45 x (0.55 : 0.45) are odds of 0.55 : 1."""
    text = text_of(told("de", ("{kind: hazard_ratio, ratio: 0.45", f"{{kind: {written}")))
    assert f"aus »Familienhilfe« zu »Heim«: von 100 Kindern {told_as.replace('.', ',')}" in text


def test_a_rate_is_compared_over_a_year() -> None:
    """1 - exp(-0.5) of 100 without, 1 - exp(-0.225) with."""
    text = text_of(told("de", ("probability: 55 %/year", "rate: 0.5/year"), NO_ODDS))
    assert "von 100 Kindern statt 39,3 nur noch 20,1 im Jahr" in text


def test_where_no_chance_is_written_the_ratio_alone_is_told() -> None:
    text = text_of(told("de", ("probability: 55 %/year", "mean: 20 months"), NO_ODDS))
    assert "das Tempo der Wechsel mal 0,45" in text
    assert "statt 55" not in text


@pytest.mark.parametrize(
    ("kind", "shape", "meaning"),
    [
        ("weibull", "2", "Wer schon länger da ist, geht eher"),
        ("weibull", "1", "Es ist gleich, wie lange jemand schon da ist"),
        ("gamma", "0.5", "Wer schon länger da ist, geht seltener"),
        ("lognormal", "0.5", "Anfangs geht eher, wer schon länger da ist, später seltener"),
        ("loglogistic", "3", "Anfangs geht eher, wer schon länger da ist, später seltener"),
    ],
)
def test_what_a_law_means_for_those_who_have_been_there_longer(kind: str, shape: str, meaning: str) -> None:
    assert kind in str(Law.model_fields["kind"].annotation)
    text = text_of(told("de", ("kind: weibull, shape: 0.8", f"kind: {kind}, shape: {shape}")))
    assert f"gezählt vom Eintritt an: {meaning}." in text


def test_a_programme_that_lasts_says_how_long() -> None:
    edits = ("    continues_in: [spfh, heim]\n", "    continues_in: heim\n    lasts: 6 months\n")
    away = ("      - {of: stock, in: spfh, uptake: 25 %, source: assumption}\n", "")
    entries, present = (
        ("of: entries, in: spfh", "of: entries, in: heim"),
        ("in: [spfh, heim], off", "in: heim, off"),
    )
    text = text_of(told("de", edits, away, entries, present))
    assert "Die Teilnahme dauert 6 Monate, höchstens solange ein Kind in »Heim« ist (ohne Quelle)." in text


CROSSED = """
strata:
  nord: {title: Nord, share: 40 %, attributes: {index: 1}}
  sued: {title: Süd, share: rest, attributes: {index: -1}}
crossed_with:
  risiko:
    hoch: {title: hoch belastet, share: 30 %, tags: [imminent]}
    niedrig: {title: übrige, share: rest}
caseload: {arrivals: {neue: {value: 100 cases/year, into: {hoch: a, niedrig: b}}}}
transitions: [{from: a, to: b, probability: 10 %/year, strata: hoch}]
"""


def test_groups_that_are_crossed_are_told_with_what_crossing_means() -> None:
    told_of = {language: text_of(explain(small.scenario(CROSSED), language)) for language in ("de", "en")}
    for sentence in (
        "Zu »Nord« gehören 40 % der Kinder (ohne Quelle).",
        "Zu »übrige« gehört der Rest, 70 % der Kinder.",
        "Jede Gruppe der einen trifft auf jede der anderen, ihr Anteil ist das Produkt.",
        "Sonst untergebracht würden: »hoch belastet«.",
        "»a« (hoch belastet) und »b« (übrige)",
        "Nur bei »hoch belastet«: Von 100 Kindern in »a« wechseln im Jahr 10 zu »b«",
    ):
        assert sentence in told_of["de"]
    assert "every group of one meets every group of the others" in told_of["en"]


def test_entries_of_crossed_groups_are_the_products_of_their_shares() -> None:
    """30 of 100 are hoch: 12 in the north and 18 in the south."""
    chart = flow_chart(small.scenario(CROSSED), "de")
    entries = {each.destination: each.lines for each in chart.arrows if each.origin == "arrivals.neue"}
    assert entries == {"a": ("30 im Jahr",), "b": ("70 im Jahr",)}


def test_a_chance_read_from_a_table_by_age_depends_on_the_case(tmp_path: Path) -> None:
    (tmp_path / "tafel.csv").write_text("alter;w\n0;0,01\n1;0,02\n2;0,03\n3;0,04\n", encoding="utf-8")
    file = tmp_path / "tafel.yaml"
    tree = small.tree_of(
        "tables: {tafel: {file: tafel.csv, source: amt, per: year}}",
        "sources: {amt: {title: Amt, grade: measured}}",
        "caseload: {stock: {da: {value: 1 case, in: a, age: 1 year}}}",
        "transitions: [{from: a, to: b, probability: 'tafel.w[age]'}]",
    )
    file.write_text(json.dumps(tree), encoding="utf-8")
    scenario = load_scenario(file)
    text = text_of(explain(scenario, "de"))
    assert "hängt vom Fall ab (nach der Formel tafel.w[age]; age ist das Alter in Jahren)." in text
    (arrow,) = flow_chart(scenario, "de").arrows
    assert arrow.lines == ("je nach Fall",)
