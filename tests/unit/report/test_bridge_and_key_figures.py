"""What a report says about last result, appropriation and the offices' key figures, in both languages."""

import re

import pytest

from prevention_sim.api import run
from prevention_sim.report.document import StrategyReport
from prevention_sim.report.explanation import explain
from prevention_sim.report.numbers import Language
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.scenario.document import figures_of
from tests import small

# A town that never was: 70 in homes, 60 with foster families, and a programme for a third of the newcomers.
TOWN = """
time: {start: 2027-01, years: 2, budget_window: 2}
prices: {year: 2025, rise: 2.5 %/year}
scenario:
  id: stadt
  title: Stadt
  population_under_21: {value: 20 000, source: assumption}
  case: {unit: child, definition: Kind}
strata: {stadt: {title: aus der Stadt, share: 80 %}, uma: {title: UMA, share: rest, tags: [unaccompanied]}}
states:
  spfh: {title: SPFH, setting: ambulatory, product: "06.03.10"}
  pflege: {title: Pflege, setting: foster, product: "06.03.20"}
  heim: {title: Heim, setting: residential, product: "06.03.20"}
caseload:
  stock: {heim: {value: 70 cases, in: heim}, pflege: {value: 60 cases, in: pflege}}
  arrivals: {neue: {value: 40 cases/year, into: heim}}
stays: {heim: {mean: 21 months, to: {pflege: 100 %}}}
costs:
  heim: {kind: per_case, title: Heim, state: heim, value: 58 000 EUR/year}
  pflege: {kind: per_case, title: Pflege, state: pflege, value: 14 000 EUR/year}
  spfh: {kind: per_case, title: SPFH, state: spfh, value: 9 000 EUR/year}
interventions:
  hilfe:
    title: Hilfe vor Ort
    duty: voluntary
    effects: [{kind: diverts, from: heim, into: spfh, share: 33 %}]
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
budget:
  household: provisional
  products:
    platz:
      title: Hilfen außerhalb der Familie
      product: "06.03.20"
      cover_group: "06.03"
      last_result: {year: 2025, value: 4.6 Mio EUR, quantity: 128 years}
      appropriation: {year: 2026, value: 4.8 Mio EUR}
    spfh: {title: Ambulante Hilfen, product: "06.03.10", last_result: {year: 2025, value: 700 TEUR}}
"""


def told(*texts: str, language: Language = "de") -> StrategyReport:
    (strategy,) = run(small.scenario(TOWN, *texts)).report(language).strategies
    return strategy


def numbers(block: SideBySide) -> list[int]:
    return [int(figure[1].replace(".", "").replace("−", "-")) for figure in block.figures]


def test_the_rows_of_a_bridge_add_up_as_they_are_printed() -> None:
    last, planned, appropriation, *causes, contained, forecast, effect, left = numbers(told().bridges[0])
    assert len(causes) == 3
    assert last + planned == appropriation
    assert appropriation + sum(causes) + contained == forecast
    assert contained == -planned
    assert forecast + effect == left


@pytest.mark.parametrize(
    ("language", "words", "row"),
    [
        ("de", "Kostendämpfung, keine Kürzung", "Prognose 2027 ohne Maßnahme"),
        ("en", "Slower growth, no cut", "Forecast 2027 without the measure"),
    ],
)
def test_a_forecast_above_the_appropriation_is_no_cut(language: Language, words: str, row: str) -> None:
    bridge = told(language=language).bridges[0]
    assert bridge.reason.startswith(words)
    assert row in [figure[0] for figure in bridge.figures]


def test_a_forecast_below_the_appropriation_needs_no_such_words() -> None:
    assert told(TOWN.replace("4.8 Mio", "9.8 Mio")).bridges[0].reason == ""


def test_the_title_names_product_cover_group_and_unit() -> None:
    assert told().bridges[0].title == (
        "Vom letzten Ergebnis zur Prognose 2027: Hilfen außerhalb der Familie "
        "(Produkt 06.03.20, Deckungskreis 06.03), in TEUR (Kommune)"
    )


def test_where_nobody_is_there_at_the_start_levels_are_not_compared() -> None:
    ambulatory = told().bridges[1]
    assert ambulatory.reason.startswith("Nicht vergleichbar: Am Anfang ist niemand in diesen Hilfen")
    assert [figure[0] for figure in ambulatory.figures] == ["Wirkung"]


def test_a_split_that_is_not_known_is_said_in_words() -> None:
    without = told(TOWN.replace(", quantity: 128 years", "")).bridges[0]
    notes = {name: note for name, _, note in without.figures}
    assert notes["Veränderung"] == "Preis und Menge nicht bestimmt: Zum Ergebnis 2025 fehlt die Menge"
    assert "Menge" not in notes


@pytest.mark.parametrize(
    ("household", "said"),
    [("provisional", "§ 82 GO NRW"), ("consolidation", "§ 76 GO NRW"), ("regular", "")],
)
def test_a_voluntary_programme_meets_the_status_of_the_household(household: str, said: str) -> None:
    headline = " ".join(told(TOWN.replace("provisional", household)).headline)
    assert (said in headline) if said else ("GO NRW" not in headline)
    assert ("3. NKFWG vom 5. März 2024" in headline) == bool(said)


def test_a_mandatory_programme_may_start_without_a_budget() -> None:
    assert "GO NRW" not in " ".join(told(TOWN.replace("duty: voluntary", "duty: mandatory")).headline)


def test_key_figures_say_who_is_left_out_and_show_them_apart() -> None:
    counted, everybody = told().key_figures
    assert "Ohne unbegleitete Minderjährige und § 35a: UMA." in counted.notes
    assert everybody.title == "Dieselben Kennzahlen mit unbegleiteten Minderjährigen und § 35a (UMA)"
    assert counted.headings == ("2027", "2028")


def test_without_tagged_groups_the_key_figures_say_that_all_count() -> None:
    (only,) = told(TOWN.replace(", tags: [unaccompanied]", "")).key_figures
    assert only.notes[0].startswith("Keine Gruppe ist als unbegleitete Minderjährige")


def test_the_programme_has_a_line_only_where_it_differs() -> None:
    names = [row[0] for row in told().key_figures[0].rows]
    position = names.index("Heimquote")
    assert names[position + 1] == "  mit"
    position = names.index("Fallkosten Heim (€)")
    assert names[position + 1] != "  mit"


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_key_figure_has_its_formula(language: Language) -> None:
    table = told(language=language).key_figures[0]
    formulas = {note.split(" = ")[0].casefold() for note in table.notes if " = " in note}
    for name, *_ in table.rows:
        if not name.startswith(" "):
            plain = re.sub(r" je .*| per .*|,.*| \(.*", "", name).casefold()
            assert any(plain.startswith(formula) or formula.startswith(plain) for formula in formulas), name


def test_what_has_no_denominator_is_said_in_words() -> None:
    never = told("stays: {}").key_figures[0]
    assert {row[0]: row[1] for row in never.rows}["Verweildauer Heim (Monate)"] == "nicht bestimmt"


def test_a_file_with_the_comparator_only_has_bridge_and_key_figures_without_effect() -> None:
    report = told("strategies: {ohne: {title: ohne}}")
    assert [name for name, _, _ in report.bridges[0].figures][-1] == "Prognose 2027 ohne Maßnahme"
    assert report.key_figures[0].title.startswith("Kennzahlen »ohne« (")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_number_of_the_budget_is_told_in_the_explanation(language: Language) -> None:
    scenario = small.scenario(TOWN)
    explained = explain(scenario, language)
    assert sorted(each.path for each in explained.numbers) == sorted(
        each.path for each in figures_of(scenario)
    )


def test_the_explanation_reads_the_budget_aloud() -> None:
    text = " ".join(
        each.text for section in explain(small.scenario(TOWN), "de").sections for each in section.statements
    )
    for sentence in (
        "Die Kommune ist in der vorläufigen Haushaltsführung (§ 82 GO NRW).",
        "(Produkt 06.03.20, Deckungskreis 06.03), Ergebnis 2025: 4.600.000 € für 128 Jahre Betreuung",
        "Einwohner unter 21: 20.000 (angenommen).",
        "Unbegleitete Minderjährige, in den Kennzahlen nicht mitgezählt: »UMA«.",
    ):
        assert sentence in text
    assert "Produkt 06.03.10" in text


def test_a_line_inherits_the_product_of_its_state_in_the_table() -> None:
    rows = run(small.scenario(TOWN)).budget().rows
    assert {(row.item, row.product) for row in rows} == {
        ("heim", "06.03.20"), ("pflege", "06.03.20"), ("spfh", "06.03.10"),
    }  # fmt: skip
