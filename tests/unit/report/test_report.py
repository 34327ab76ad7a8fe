"""What the report says about the Bielefeld files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.report.document import Report, build_report
from prevention_sim.report.numbers import Language
from prevention_sim.report.renderers.json import result_as_json
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario, parse_scenario
from prevention_sim.scenario.settings import Conventions

SCENARIOS = Path(__file__).parents[3] / "scenarios"


def load(name: str) -> tuple[Scenario, Outcomes]:
    scenario = load_scenario(SCENARIOS / f"{name}.yaml")
    return scenario, evaluate_base(compile_model(scenario))


@pytest.fixture(scope="module")
def bielefeld() -> tuple[Scenario, Outcomes]:
    return load("bielefeld")


def told(case: tuple[Scenario, Outcomes], language: Language = "de") -> Report:
    return build_report(*case, language)


def test_the_headline_names_amount_payer_years_and_first_year(bielefeld: tuple[Scenario, Outcomes]) -> None:
    assert told(bielefeld).strategies[0].headline[0] == (
        "Entlastung 2012–2015 (Stadt Bielefeld): rund 3,2 Mio. €, davon rund 340.000 € im ersten Jahr."
    )


@pytest.mark.parametrize(
    ("name", "language", "sentence"),
    [
        (
            "bielefeld",
            "de",
            "Am Ende der Rechnung (2016) noch in »Heim (§ 34)«: 41,1 ohne Maßnahme, 20,3 mit ihr.",
        ),
        (
            "bielefeld_foster_mix",
            "en",
            (
                "Still in “residential care (§ 34)” at the end of the calculation (2016): 3.9 without the "
                "measure, 4.4 with it. So some of it is delayed, not avoided."
            ),
        ),
        (
            "bielefeld_net_widening",
            "de",
            "Am Ende der Rechnung (2016) noch in »Heim (§ 34)«: 9,0 ohne Maßnahme, 7,9 mit ihr.",
        ),
    ],
)
def test_who_is_still_placed_in_the_end_is_told_so_that_delay_is_not_taken_for_avoidance(
    name: str, language: Language, sentence: str
) -> None:
    assert sentence in told(load(name), language).strategies[0].headline


def test_the_last_year_of_the_window_is_told_in_children_as_the_council_asks(
    bielefeld: tuple[Scenario, Outcomes],
) -> None:
    """COUNCIL 3, item 1: after four years about 22 fewer children, 13 instead of 35."""
    sentence = "Im Jahresmittel 2015 sind 13,5 statt 35,0 Kinder in »Heim (§ 34)«, 21,5 weniger."
    assert sentence in told(bielefeld).strategies[0].headline


@pytest.mark.parametrize("name", ["bielefeld", "bielefeld_net_widening", "bielefeld_reference_cohort"])
def test_fewer_place_years_are_the_difference_of_the_two_printed_beside(name: str) -> None:
    headline = told(load(name)).strategies[0].headline
    sentences = [sentence for sentence in headline if sentence.endswith(" weniger.")]
    assert len(sentences) == 2
    for sentence in sentences:
        left, total, fewer = (
            round(10 * float(figure.replace(",", "."))) for figure in re.findall(r"\d+,\d", sentence)
        )
        assert total - left == fewer


def test_gross_and_net_stand_side_by_side_under_their_denominator(
    bielefeld: tuple[Scenario, Outcomes],
) -> None:
    block = told(bielefeld).strategies[0].side_by_side[0]
    assert "Je vermiedenem Platzjahr" in block.title
    assert "Belegtage / 365" in block.title
    assert [amount for _, amount, _ in block.figures] == ["58.992 €", "44.760 €", "49.509 €"]


def test_the_price_difference_is_not_sold_as_a_result(bielefeld: tuple[Scenario, Outcomes]) -> None:
    others = told(bielefeld).strategies[0].side_by_side[1]
    assert ("je Fall und Jahr", "49.992 €") in [figure[:2] for figure in others.figures]
    assert any("kein Ergebnis des Programms" in meaning for _, _, meaning in others.figures)


def test_the_report_says_that_it_is_a_reconstruction_and_unchecked(
    bielefeld: tuple[Scenario, Outcomes],
) -> None:
    remarks = " ".join(told(bielefeld).remarks)
    assert "Rekonstruktion" in remarks
    assert "keine Daten der Stadt Bielefeld" in remarks
    assert "ungeprüft" in remarks


@pytest.mark.parametrize(
    "name", ["bielefeld", "bielefeld_net_widening", "bielefeld_foster_mix", "bielefeld_reference_cohort"]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_printed_table_adds_up(name: str, language: Language) -> None:
    table = told(load(name), language).strategies[0].table
    inside = sum(column.kind == "years" for column in table.columns)
    for row in table.rows:
        assert sum(row.cells[:inside]) == row.cells[inside]
    for position, total in enumerate(table.totals):
        assert sum(row.cells[position] for row in table.rows) == total
    assert table.places is not None
    assert sum(table.places[:inside]) == table.places[inside]


def test_the_printed_table_of_the_running_programme_is_the_published_one(
    bielefeld: tuple[Scenario, Outcomes],
) -> None:
    table = told(bielefeld).strategies[0].table
    assert table.unit == "TEUR"
    assert table.totals == (340, 782, 1001, 1111, 3234, 1165)
    assert table.places == (77, 162, 199, 215, 653, 222)


def test_words_stand_where_no_place_year_is_avoided() -> None:
    scenario = load_scenario(SCENARIOS / "bielefeld_reference_cohort.yaml")
    model = compile_model(scenario)
    outcomes = next(evaluate(model, set_rows(model.table, {"parameters.pflegeanteil": 5 / 6})))
    block = build_report(scenario, outcomes, "de").strategies[0].side_by_side[0]
    assert block.figures == ()
    assert "nicht bestimmt" in block.reason
    document = json.loads(result_as_json(scenario, outcomes))
    (ratio,) = [each for each in document["indicators"] if each["id"] == "relief_per_avoided_place_year"]
    assert ratio["value"] is None


def test_a_file_with_one_strategy_tells_its_cost() -> None:
    report = told(load("reference/hiv_monotherapy"))
    assert report.strategies[0].headline[0].startswith("Kosten 2000–2019 bei »Zidovudin«")
    assert [block.title for block in report.strategies[0].side_by_side] == [
        "Lebensjahre 2000–2019 (abgezinst)"
    ]


def test_the_present_value_names_every_rate(bielefeld: tuple[Scenario, Outcomes]) -> None:
    scenario, _ = bielefeld
    discounting = {
        "method": "per_year_end",
        "rate": "3.5 %/year",
        "steps": ({"from": "2014-01", "rate": "3 %/year"},),
    }
    conventions = Conventions.model_validate({"discounting": discounting})
    varied = scenario.model_copy(update={"conventions": conventions})
    case = (varied, evaluate_base(compile_model(varied)))
    assert "abgezinst mit 3,5 % (ab 2014-01: 3,0 %) im Jahr" in " ".join(told(case).notes)
    assert "discounted at 3.5% (from 2014-01: 3.0%) a year" in " ".join(told(case, "en").notes)


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(result_as_json(*load("bielefeld")))
    return parsed


def test_json_has_the_sections_of_the_contract(document: dict[str, Any]) -> None:
    assert set(document) == {
        "format", "scenario", "strategies", "comparator", "indicators", "bridges", "budget",
        "outcomes", "cost_effectiveness", "decomposition", "chance", "draws", "queues", "inputs", "manifest",
    }  # fmt: skip


def test_json_indicators_carry_unit_and_ratios_their_denominator(document: dict[str, Any]) -> None:
    for each in document["indicators"]:
        assert {"id", "strategy", "perspective", "period", "value", "unit", "denominator"} == set(each)
        assert each["unit"]
        ratio = any(part in each["id"] for part in ("_per_", "_share", "mean_stay_", "price_difference"))
        assert bool(each["denominator"]) == ratio


def test_the_json_budget_adds_up_to_the_indicators_exactly(document: dict[str, Any]) -> None:
    for strategy in ("mit", "ohne"):
        total = sum(cell["amount"] for cell in document["budget"] if cell["strategy"] == strategy)
        (cost,) = [
            each["value"]
            for each in document["indicators"]
            if (each["id"], each["strategy"], each["period"]) == ("cost", strategy, "horizon")
        ]
        assert total == cost


def test_the_manifest_names_scenario_versions_and_digest(document: dict[str, Any]) -> None:
    manifest = document["manifest"]
    assert len(manifest["scenario_sha256"]) == len(manifest["result_digest"]) == 64
    assert {"engine", "prevention_sim", "python", "numpy"} <= set(manifest)


def test_what_it_hangs_on_is_told_as_the_council_asks(bielefeld: tuple[Scenario, Outcomes]) -> None:
    """COUNCIL 3, item 4: from 8 of 100 on it pays; 1.5 and 2.5 instead of 3.2 million."""
    assert told(bielefeld).strategies[0].depends_on[:4] == (
        "Anteil der Kinder, die sonst untergebracht würden: 60 %; ab 8,39 % rechnet es sich",
        "Anteil von diesen, den das Programm aufnimmt: 100 %; ab 8,71 % rechnet es sich",
        "Käme die Hälfte sonst in Pflegefamilien: 1,5 Mio. € statt 3,2 Mio. €",
        "Bei doppeltem Stundenumfang: 2,5 Mio. € statt 3,2 Mio. €",
    )


def test_a_number_changed_in_another_unit_is_converted() -> None:
    """61,200 EUR a year is 5,100 EUR a month: the relief stays what it is."""
    text = (SCENARIOS / "bielefeld.yaml").read_text(encoding="utf-8")
    other_unit = text.replace("set: {pflegeanteil: 50 %}", "set: {costs.heim_entgelt.value: 61 200 EUR/year}")
    assert other_unit != text
    scenario = parse_scenario(other_unit.encode())
    report = build_report(scenario, evaluate_base(compile_model(scenario)), "de")
    assert "3,2 Mio. € statt 3,2 Mio. €" in report.strategies[0].depends_on[2]


def test_where_the_children_would_go_is_told_with_how_many_of_them_are_taken_in(
    bielefeld: tuple[Scenario, Outcomes],
) -> None:
    german, english = (told(bielefeld, language).strategies[0].headline for language in ("de", "en"))
    assert (
        "Ohne Programm wären von 30 neuen Kindern im Jahr (2012–2015) zunächst 18 im Heim, 0 in einer "
        "Pflegefamilie und 12 zu Hause mit Hilfe. "
        "Das Programm nimmt 100 % derer auf, die untergebracht würden."
    ) in german
    assert (
        "Without the programme, 30 new children a year (2012–2015) would at first be: 18 in residential "
        "care, 0 with a foster family and 12 at home with help. "
        "The programme takes in 100% of those who would be placed."
    ) in english


def test_a_group_is_told_as_a_group() -> None:
    scenario = load_scenario(SCENARIOS / "bielefeld_foster_mix.yaml")
    reached = with_values(scenario, {"interventions.familienhebammen.effects[0].share": "25 %"})
    headline = told((reached, evaluate_base(compile_model(reached)))).strategies[0].headline
    assert (
        "Ohne Programm wären von 30 Kindern zunächst 9 im Heim, 9 in einer Pflegefamilie und 12 zu Hause mit "
        "Hilfe. Das Programm nimmt 25,0 % derer auf, die untergebracht würden."
    ) in headline


def test_of_a_stock_alone_nobody_is_said_to_come() -> None:
    text = (SCENARIOS / "bielefeld.yaml").read_text(encoding="utf-8")
    begin, end = text.index("caseload:\n"), text.index("without:")
    stock = "caseload: {stock: {da: {value: 30 cases, source: assumption}}}\n"
    scenario = parse_scenario(f"{text[:begin]}{stock}{text[end:]}".encode())
    headline = told((scenario, evaluate_base(compile_model(scenario)))).strategies[0].headline
    assert not any("Ohne Programm wären" in sentence for sentence in headline)


def test_parts_of_children_add_up_to_all_of_them() -> None:
    text = (SCENARIOS / "bielefeld.yaml").read_text(encoding="utf-8")
    thirds = text.replace("30 cases/year", "10 cases/year").replace("value: 60 %", "value: 2/3")
    scenario = parse_scenario(thirds.replace("value: 0 %", "value: 50 %").encode())
    headline = told((scenario, evaluate_base(compile_model(scenario)))).strategies[0].headline
    (sentence,) = [each for each in headline if each.startswith("Ohne Programm wären")]
    assert "von 10 neuen Kindern" in sentence
    counts = re.findall(r"(\d,\d) (?:im|in|zu)", sentence)
    assert sorted(counts) == ["3,3", "3,3", "3,4"]


def test_what_remained_elsewhere_stands_beside_gross_and_net(bielefeld: tuple[Scenario, Outcomes]) -> None:
    """COUNCIL 3, item 3, and V2: 15,785 of 42,751 EUR are 37 %; here it is 49,509 of 58,992."""
    (german,) = told(bielefeld).strategies[0].side_by_side[0].remarks
    (english,) = told(bielefeld, "en").strategies[0].side_by_side[0].remarks
    assert german.startswith(
        "In Bergkamen blieben 2010–2012 von 42.751 € brutto nur 15.785 € netto (37 %); hier sind es 84 %. "
        "Das ist mehr als das Doppelte: Prüfen Sie"
    )
    assert english.startswith(
        "In Bergkamen, only €15,785 net remained of €42,751 gross in 2010–2012 (37%); here it is 84%. "
        "That is more than twice as much: check"
    )


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        ("18 000 EUR/year", "nur 18.000 € netto (42 %); hier sind es 84 %."),
        ("3 500 EUR/month", "brutto 42.000 € netto (98 %); hier sind es 84 %."),
    ],
)
def test_a_doubt_is_told_only_above_twice_what_was_observed(net: str, expected: str) -> None:
    text = (SCENARIOS / "bielefeld.yaml").read_text(encoding="utf-8")
    scenario = parse_scenario(text.replace("15 785 EUR/year", net).encode())
    (remark,) = told((scenario, evaluate_base(compile_model(scenario)))).strategies[0].side_by_side[0].remarks
    assert remark.endswith(expected)


def test_what_the_author_calls_critical_is_not_told_twice() -> None:
    text = (SCENARIOS / "bielefeld.yaml").read_text(encoding="utf-8")
    scenario = parse_scenario(f"critical: [unterbringung, pflegeanteil]\n{text}".encode())
    depends_on = told((scenario, evaluate_base(compile_model(scenario)))).strategies[0].depends_on
    assert depends_on[0] == "unterbringung: 60 %; ab 8,39 % rechnet es sich"
    assert depends_on[1].startswith("pflegeanteil: 0 %; bis ")
    assert depends_on[2] == "Anteil von diesen, den das Programm aufnimmt: 100 %; ab 8,71 % rechnet es sich"
    assert not any("sonst untergebracht würden" in line for line in depends_on)
