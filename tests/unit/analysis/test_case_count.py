"""Counting rules: what an amount per case means, and how far a steady state bears the conversion out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.case_count import inflow_and_stock, placement_stay_years
from prevention_sim.analysis.evaluation import Outcomes, evaluate
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import indicators
from prevention_sim.analysis.timing import by_cycle
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.report.document import build_report
from prevention_sim.report.explanation import explain
from prevention_sim.report.numbers import Language
from tests import small
from tests.tolerances import tolerance

FILE = """
scenario: {id: small, title: Klein, case: {unit: child, definition: Kind}, case_count: %s}
states: {heim: {title: Heim, tags: [placement]}, paket: {title: Paket}, ende: {title: Ende}}
caseload: {intake: {gruppe: {value: 8 cases, at: 2020-01, into: heim}}}
stays: {heim: {mean: 21 months, to: {ende: 100 %%}}}
costs: {platz: {kind: per_case, title: Platz, state: heim, %s}}
interventions: {hilfe: {title: Hilfe, effects: [{kind: diverts, from: heim, into: paket, share: 50 %%}]}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
comparator: ohne
"""
PER_PLACE_YEAR = "value: 50 000 EUR/year"
PER_CASE_IN_YEAR = "value: 25 556 EUR/year, case_count: cases_in_year"


def run(amount: str, rule: str = "place_years") -> Outcomes:
    return small.run(FILE % (rule, amount))


def per_place_year(outcomes: Outcomes) -> float:
    """What a year in the home costs in the first row, from the ledger."""
    findings, part = Findings(outcomes), Slice(outcomes.model.calendar.years)
    years = findings.person_years("ohne", part, frozenset(["heim"]))
    return float((findings.cost("ohne", part) / years)[0])


def indicator(outcomes: Outcomes, name: str) -> float:
    (found,) = [each for each in indicators(outcomes) if each.id == name]
    assert found.values is not None
    return float(found.values[0])


def test_50_000_per_place_year_are_31_818_per_case_in_the_year() -> None:
    """V14; no published file has this price, so the file is made for it."""
    outcomes = run(PER_PLACE_YEAR)
    found = (indicator(outcomes, f"relief_per_avoided_{per}") for per in ("place_year", "case_in_year"))
    assert tuple(map(round, found)) == (50_000, 31_818)


def test_25_556_per_case_in_the_year_are_40_159_per_place_year() -> None:
    """V14; `scenarios/reference/nrw_2009_counting_rules.yaml` holds the sum of 1.15 billion."""
    assert round(per_place_year(run(PER_CASE_IN_YEAR))) == 40_159


def test_a_mean_stay_beside_the_amount_goes_before_that_of_the_state() -> None:
    halved = run(f"{PER_CASE_IN_YEAR}, mean_stay: 6 months")
    assert per_place_year(halved) == pytest.approx(25_556.0 * 3.0, rel=tolerance("closed_form"))


def test_the_conversion_follows_the_stay_of_each_row() -> None:
    model = compile_model(small.scenario(FILE % ("place_years", PER_CASE_IN_YEAR)))
    (outcomes,) = evaluate(model, set_rows(model.table, {"stays.heim.mean": [6.0, 12.0, 21.0]}))
    assert outcomes.bound.price[0] == pytest.approx(
        [25_556.0 * 3.0, 25_556.0 * 2.0, 25_556.0 * 33 / 21], rel=tolerance("closed_form")
    )


def test_hours_per_case_in_the_year_are_converted_too() -> None:
    hours = run("value: 100 hours/year at 40 EUR/hour, case_count: cases_in_year")
    assert per_place_year(hours) == pytest.approx(4_000.0 * 33 / 21, rel=tolerance("closed_form"))


def test_a_case_at_31_december_is_a_place() -> None:
    """A stock that stays the same is its yearly average."""
    one, other = run(PER_PLACE_YEAR), run(f"{PER_PLACE_YEAR}, case_count: stock_31_dec")
    assert (one.ledger.amount.values == other.ledger.amount.values).all()


@settings(max_examples=25)
@given(st.integers(1, 20_000), st.integers(12, 1_200).map(lambda tenths: tenths / 10))
def test_an_amount_per_case_in_the_year_comes_back_per_avoided_case(euro: int, months: float) -> None:
    text = FILE.replace("21 months", f"{months} months")
    outcomes = small.run(text % ("place_years", f"value: {euro}.0 EUR/year, case_count: cases_in_year"))
    found = indicator(outcomes, "relief_per_avoided_case_in_year")
    assert found == pytest.approx(euro, rel=tolerance("twin"), abs=1e-6)


def test_several_placements_have_no_single_stay() -> None:
    text = FILE.replace("paket: {title: Paket}", "paket: {title: Paket, tags: [placement]}")
    outcomes = small.run(text % ("place_years", PER_PLACE_YEAR))
    assert placement_stay_years(outcomes) is None
    assert not [each for each in indicators(outcomes) if each.id.endswith("case_in_year")]


def test_every_case_figure_names_its_rule() -> None:
    for each in indicators(run(PER_PLACE_YEAR)):
        if each.id.endswith(("per_avoided_place_year", "price_difference")):
            assert "days in care / 365" in (each.denominator or "")
        if each.id.endswith("case_in_year"):
            assert "stock at 31 December + ended" in (each.denominator or "")


STEADY = """
time: {start: 2020-01, years: 120, budget_window: 1}
states: {heim: {title: Heim, tags: [placement]}, ende: {title: Ende}}
caseload: {arrivals: {neue: {value: 36 cases/year, into: heim}}}
stays: {heim: {mean: %s months, to: {ende: 100 %%}}}
"""


@pytest.mark.parametrize("months", [2, 9, 21, 50])
def test_a_long_run_counts_as_many_cases_in_the_year_as_the_formula(months: int) -> None:
    """A geometric stay of mean T, counted after 119 years of even arrivals.

    N / S = (1 + T) / T holds exactly when the stock is counted with January's arrivals, who come at the
    stroke of midnight. Counted just before them it is smaller by one month's arrivals, and so are the cases
    in the year: of T in years, N / S is then (1 + T - 1/12) / (T - 1/12).
    """
    model = compile_model(small.scenario(STEADY % months))
    trace = next(evaluate(by_cycle(model), set_rows(model.table, {}))).trace
    home = next(position for position, cell in enumerate(model.cells) if cell.state == "heim")
    with_arrivals = 12.0 * float(trace.time_in[0, -1, home].sum())
    ended = float(trace.moves.along()[0, -12:].sum())
    just_before = float(trace.at_end[home].sum())
    years, slack = months / 12, tolerance("stationary")
    inflow, stock = inflow_and_stock(with_arrivals + ended, years)
    assert (inflow, stock) == pytest.approx((36.0, with_arrivals), rel=slack)
    assert (with_arrivals + ended) / with_arrivals == pytest.approx((1.0 + years) / years, rel=slack)
    assert with_arrivals - just_before == pytest.approx(3.0, rel=slack)
    assert (just_before + ended) / just_before == pytest.approx(
        (1.0 + years - 1 / 12) / (years - 1 / 12), rel=slack
    )


@pytest.mark.parametrize(
    ("rule", "language", "title", "amounts"),
    [
        ("place_years", "de", "Je vermiedenem Platzjahr", ("50.000 €", "31.818 €")),
        ("cases_in_year", "de", "Je vermiedenem „Fall im Jahr“", ("31.818 €", "50.000 €")),
        ("stock_31_dec", "de", "Je vermiedenem Fall am 31. Dezember", ("50.000 €", "31.818 €")),
        ("cases_in_year", "en", "Per avoided “case in the year”", ("€31,818", "€50,000")),
    ],
)
def test_the_report_leads_with_the_rule_of_the_file_and_tells_the_other(
    rule: str, language: Language, title: str, amounts: tuple[str, str]
) -> None:
    scenario = small.scenario(FILE % (rule, PER_PLACE_YEAR))
    told = build_report(scenario, small.run(FILE % (rule, PER_PLACE_YEAR)), language).strategies[0]
    lead, others = told.side_by_side[:2]
    assert lead.title.startswith(title)
    assert {amount for _, amount, _ in lead.figures} == {amounts[0]}
    assert others.figures[-1][1] == amounts[1]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "de",
            "mittlere Dauer 21 Monate) = 3.346,62 € im Monat, 40.159,43 € im Jahr je Platz",
        ),
        (
            "en",
            "mean stay 21 months) = €3,346.62 a month, €40,159.43 a year per place",
        ),
    ],
)
def test_the_file_is_read_back_with_both_amounts(language: Language, sentence: str) -> None:
    explanation = explain(small.scenario(FILE % ("cases_in_year", PER_CASE_IN_YEAR)), language)
    told = [each.text for section in explanation.sections for each in section.statements]
    assert any(sentence in text for text in told)
