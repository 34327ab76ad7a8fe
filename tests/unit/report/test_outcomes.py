"""What is told of outcomes, of cost and effect, and of counting them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import prevention_sim as ps
from prevention_sim.analysis.expectations import compare_expectations
from prevention_sim.api import Result, run
from prevention_sim.report.explanation import explain
from prevention_sim.report.numbers import Language
from prevention_sim.report.recorded import recorded_pair
from prevention_sim.report.renderers.csv import DialectName, outcomes_as_csv
from prevention_sim.report.result_schema import RESULT_SCHEMA
from prevention_sim.report.run_differences import cell_differences
from prevention_sim.scenario.document import figures_of
from tests import small

FILE = """
scenario: {id: klein, title: Klein, case: {unit: child, definition: Kind}}
time: {start: 2020-01, years: 1, cycle: year, budget_window: 1}
states: [heim, pflege, zuhause]
caseload: {intake: {neu: {value: 100 cases, at: 2020-01, into: heim}}}
costs:
  heim: {kind: per_case, title: Heim, state: heim, value: 60 000 EUR/year}
  pflege: {kind: per_case, title: Pflege, state: pflege, value: %s EUR/year}
  hilfe: {kind: per_case, title: Hilfe, state: zuhause, value: %s EUR/year}
interventions:
  pflege: {title: Pflege, effects: [{kind: diverts, from: heim, into: pflege, share: 50 %%}]}
strategies:
  ohne: {title: Alles wie bisher}
  pflege: {title: Pflegefamilien, interventions: [pflege]}
comparator: ohne
outcomes:
  zufrieden:
    title: {de: Gute Jahre, en: Good years}
    unit: {de: Kinderjahre, en: child-years}
    weights: {heim: 0.25, pflege: %s}
  eintritte: {title: Unterbringungen, unit: Unterbringungen, aim: fewer, entries: {heim: 1}}
"""


def result(pflege: str = "80 000", weight: str = "0.75", hilfe: str = "0") -> Result:
    return run(small.scenario(FILE % (pflege, hilfe, weight)))


def told(found: Result, language: Language = "de") -> list[tuple[str, ...]]:
    """The rows of the first outcome."""
    blocks = found.report(language).strategies[0].side_by_side
    return list(next(block for block in blocks if block.title.startswith(("Gute", "Good"))).figures)


def test_a_unit_gained_has_its_price() -> None:
    """50 children gain half a year each, and cost 20,000 euro more each: 40,000 euro a year gained."""
    assert told(result()) == [
        ("Alles wie bisher", "25,00", ""),
        ("Pflegefamilien", "50,00", ""),
        ("Unterschied", "25,00", ""),
        ("Mehrkosten je gewonnener Einheit", "40.000 €", "wirkt besser, kostet 1.000.000 € mehr"),
    ]
    assert told(result(), "en")[-1] == (
        "further cost per unit gained",
        "€40,000",
        "better, costs €1,000,000 more",
    )


@pytest.mark.parametrize(
    ("pflege", "weight", "row"),
    [
        (
            "40 000",
            "0.75",
            (
                "Mehrkosten je gewonnener Einheit",
                "nicht bestimmt",
                "wirkt besser bei einer Ersparnis von 1.000.000 €: kein Preis je Einheit",
            ),
        ),
        (
            "40 000",
            "0.05",
            ("Ersparnis je entgangener Einheit", "100.000 €", "wirkt schlechter, kostet 1.000.000 € weniger"),
        ),
        (
            "80 000",
            "0.05",
            (
                "Mehrkosten je gewonnener Einheit",
                "nicht bestimmt",
                "wirkt schlechter bei Mehrkosten von 1.000.000 €: kein Preis je Einheit",
            ),
        ),
        (
            "80 000",
            "0.25",
            (
                "Mehrkosten je gewonnener Einheit",
                "nicht bestimmt",
                "die Wirkung ändert sich nicht: kein Preis je Einheit",
            ),
        ),
    ],
)
def test_without_a_price_words_stand_in_its_place(pflege: str, weight: str, row: tuple[str, ...]) -> None:
    assert told(result(pflege, weight))[-1] == row


@pytest.mark.parametrize("language", ["de", "en"])
def test_fewer_may_be_better(language: Language) -> None:
    (block,) = [
        block
        for block in result().report(language).strategies[0].side_by_side
        if block.title.startswith("Unterbringungen")
    ]
    better = {"de": "weniger ist besser", "en": "fewer is better"}[language]
    assert block.title == f"Unterbringungen 2020 ({better})"
    assert [value for _, value, _ in block.figures] == (
        ["100,00", "50,00", "−50,00", "20.000 €"]
        if language == "de"
        else ["100.00", "50.00", "−50.00", "€20,000"]
    )


SEVERAL = """
interventions:
  pflege: {title: Pflege, effects: [{kind: diverts, from: heim, into: pflege, share: 50 %}]}
  bericht:
    title: Bericht
    costs: {bericht: {kind: fixed, title: Bericht, value: 10 000 EUR/year}}
strategies:
  ohne: {title: Alles wie bisher}
  pflege: {title: Pflegefamilien, interventions: [pflege]}
  auch: {title: Auch Pflegefamilien, interventions: [pflege]}
  bericht: {title: Nur ein Bericht, interventions: [bericht]}
"""


def test_the_table_of_cost_and_effect_names_ratios_ties_and_who_is_beaten_by_whom() -> None:
    found = run(small.scenario(FILE % ("80 000", "0", "0.75"), SEVERAL))
    table = found.report("de").cost_effectiveness[0]
    assert table.title == "Kosten und Wirkung, Kommune (nicht abgezinst): Gute Jahre 2020 (Kinderjahre)"
    gained = "50,00 Kinderjahre; 40.000 € je weiterer Einheit gegenüber »Alles wie bisher«; gleichauf mit "
    assert table.figures == (
        ("Alles wie bisher", "6.000.000 €", "25,00 Kinderjahre; am günstigsten"),
        (
            "Nur ein Bericht",
            "6.010.000 €",
            "25,00 Kinderjahre; unterlegen: »Alles wie bisher« wirkt nicht schlechter und kostet nicht mehr",
        ),
        ("Auch Pflegefamilien", "7.000.000 €", f"{gained}»Pflegefamilien«"),
        ("Pflegefamilien", "7.000.000 €", f"{gained}»Auch Pflegefamilien«"),
    )


def test_where_one_strategy_beats_the_others_the_table_has_no_ratio() -> None:
    table = result("40 000").report("en").cost_effectiveness[0]
    assert table.figures == (
        ("Pflegefamilien", "€5,000,000", "50.00 child-years; best: nothing brings more or costs less"),
        (
            "Alles wie bisher",
            "€6,000,000",
            "25.00 child-years; dominated: “Pflegefamilien” brings no less and costs no more",
        ),
    )


def test_a_file_without_outcomes_says_nothing_of_them() -> None:
    report = run("bielefeld").report("de")
    assert report.cost_effectiveness == ()
    document = json.loads(run("bielefeld").to_json())
    assert document["outcomes"] == document["cost_effectiveness"] == []


def test_the_json_keeps_the_contract_and_tells_the_same() -> None:
    found = result()
    document = json.loads(found.to_json())
    assert [error.message for error in Draft202012Validator(RESULT_SCHEMA).iter_errors(document)] == []
    (row,) = [
        row for row in document["outcomes"] if (row["outcome"], row["strategy"]) == ("zufrieden", "pflege")
    ]
    assert (row["value"], row["difference"], row["unit"], row["aim"]) == (50.0, 25.0, "child-years", "more")
    options = {
        option["strategy"]: option
        for option in document["cost_effectiveness"]
        if option["outcome"] == "eintritte"
    }
    assert options["pflege"]["icer"] == 20_000.0
    assert (options["pflege"]["effect"], options["pflege"]["against"]) == (-50.0, ["ohne"])
    assert options["ohne"]["icer"] is None


def test_the_digest_covers_outcomes() -> None:
    one, other = (
        json.loads(result(weight=weight).to_json())["manifest"]["result_digest"] for weight in ("0.75", "0.8")
    )
    assert one != other


def test_two_results_are_compared_by_their_outcomes_too(tmp_path: Path) -> None:
    paths = [tmp_path / f"{weight}.json" for weight in ("0.75", "0.8")]
    for path in paths:
        path.write_text(result(weight=path.stem).to_json(), encoding="utf-8")
    pair = recorded_pair(*paths)
    assert pair is not None
    found = {each.cell: (each.before, each.after) for each in cell_differences(*pair)}
    assert found["outcomes", "zufrieden", "pflege", "window", "nominal"] == (50.0, 52.5)
    icer = ("cost_effectiveness", "zufrieden", "municipality", "window", "nominal", "pflege", "icer")
    assert found[icer] == (40_000.0, 1_000_000 / 27.5)
    assert "indicators" not in {cell[0] for cell in found}


@pytest.mark.parametrize("dialect", ["de", "en"])
def test_the_csv_has_every_digit(dialect: DialectName) -> None:
    content = outcomes_as_csv(result(weight="0.1").beside_money(), dialect).decode("utf-8-sig")
    heading, *rows = content.splitlines()
    assert heading.split(";" if dialect == "de" else ",") == [
        "year", "strategy", "outcome", "unit", "valuation", "amount",
    ]  # fmt: skip
    expected = {
        "de": "2020;pflege;zufrieden;Kinderjahre;nominal;17,5",
        "en": "2020,pflege,zufrieden,Kinderjahre,nominal,17.5",
    }[dialect]
    assert expected in rows
    assert len(rows) == 4


def test_expected_outcomes_and_ratios_are_held_against_the_run() -> None:
    expected = """
expect:
  - {figure: outcome, outcome: zufrieden, value: 50, tolerance: 0}
  - {figure: outcome, outcome: zufrieden, strategy: ohne, value: 25, tolerance: 0}
  - {figure: icer, outcome: zufrieden, value: 40 000 EUR, tolerance: 0.001 EUR}
  - {figure: icer, outcome: eintritte, value: 20 000 EUR, tolerance: 0.001 EUR}
  - {figure: beaten_by, outcome: eintritte, value: 0, tolerance: 0}
  - {figure: beaten_by, outcome: eintritte, value: 1, tolerance: 0}
  - {figure: icer, outcome: eintritte, strategy: ohne, value: 0 EUR, tolerance: 1 000 000 EUR}
"""
    found = run(small.scenario(FILE % ("80 000", "0", "0.75"), expected))
    compared = compare_expectations(found.scenario, found.outcomes)
    assert [each.holds for each in compared] == [True, True, True, True, True, False, False]
    assert compared[-1].found is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_number_of_outcomes_and_counting_is_explained(language: Language) -> None:
    scenario = small.scenario(
        FILE % ("80 000", "0", "0.75"),
        "conventions: {counting: {weights: [1/3, 1]}, discounting: {method: per_cycle, rate: 3 %/year, "
        "outcomes: {rate: 1 %/year}}}",
    )
    explanation = explain(scenario, language)
    told_paths = [number.path for number in explanation.numbers]
    assert sorted(told_paths) == sorted(found.path for found in figures_of(scenario))
    text = " ".join(each.text for section in explanation.sections for each in section.statements)
    for part in (
        (
            "(Kinderjahre): Es zählt ein Jahr in »heim« 0,25 und ein Jahr in »pflege« 0,75; mehr ist",
            "ein Eintritt in »heim« 1; weniger ist besser",
            "deren Summe 1,333 statt 1 ist",
            "Wirkungen werden mit 1 % im Jahr abgezinst",
        )
        if language == "de"
        else (
            "(child-years): what counts is a year in “heim” 0.25 and a year in “pflege” 0.75; more is",
            "an entry into “heim” 1; fewer is better",
            "whose sum is 1.333 instead of 1",
            "Outcomes are discounted at 1% a year",
        )
    ):
        assert part in text


@pytest.mark.parametrize(
    ("counting", "de", "en"),
    [
        (
            "simpson",
            "nach der Simpson-Regel über den Bestand an den Grenzen aller Quartale",
            "Simpson's rule",
        ),
        ("{weights: [1/2, 1, 1, 1, 1/2]}", "deren Summe 4 ist;", "whose sum is 4;"),
        ("{weights: [0, 1, 1, 1, 1/2]}", "deren Summe 3,5 statt 4 ist;", "whose sum is 3.5 instead of 4;"),
    ],
)
def test_the_note_on_conventions_says_how_boundaries_are_weighed(counting: str, de: str, en: str) -> None:
    found = run(
        small.scenario(
            "time: {start: 2020-01, years: 1, cycle: quarter, budget_window: 1}",
            f"conventions: {{counting: {counting}, conversion: separate}}",
        )
    )
    assert de in " ".join(found.report("de").notes)
    assert en in " ".join(found.report("en").notes)


def test_the_front_door_compares_lists_and_results() -> None:
    found = ps.cost_effectiveness(result(), "eintritte")
    assert found["pflege"].icer == 20_000.0
    plain = ps.cost_effectiveness([(option.name, option.cost, option.effect) for option in found.options])
    assert plain == found
    assert ps.cost_effectiveness(result())["pflege"].icer == 40_000.0
    with pytest.raises(ps.PreventionSimError, match="names no outcome"):
        ps.cost_effectiveness(ps.run("bielefeld"))
    with pytest.raises(ps.PreventionSimError, match="'qaly' is not one of zufrieden, eintritte"):
        ps.cost_effectiveness(result(), "qaly")
