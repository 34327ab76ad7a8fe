"""Payments, price rises and budget years where a cycle is a day, a week or three years; all by hand."""

from collections.abc import Mapping
from typing import Any

import pytest

from prevention_sim.analysis.cashable import cashable_relief
from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.model.compile import compile_model
from tests import small
from tests.tolerances import tolerance


def run(cycle: str, lines: str, *more: str, years: int = 2, start: str = "2027-01") -> Outcomes:
    return small.run(
        f"time: {{start: {start}, years: {years}, cycle: {cycle}, budget_window: {years}}}",
        "prices: {year: 2027, rise: 10 %/year}",
        f"costs: {lines}",
        *more,
    )


def booked(outcomes: Outcomes, basis: str = "accrual") -> dict[object, float]:
    """Nominal cost by budget year; years without any left out."""
    amount = outcomes.ledger.amount
    table = amount.where(valuation="nominal", basis=basis).total_by("year")
    return {year: value for year, value in zip(amount.axes.labels["year"], table, strict=True) if value}


def near(amounts: Mapping[Any, float] | list[float]) -> object:
    return pytest.approx(amounts, rel=tolerance("closed_form"))


FIXED = "{buero: {kind: fixed, title: Büro, value: 36 500 EUR/year%s}}"
PLACE = "{platz: {kind: per_case, title: Platz, state: a, value: 100 EUR/day}}"


def test_days_of_a_year_are_365_in_a_leap_year_too() -> None:
    """100 EUR a day; 2028 is a leap year, and 10 % dearer."""
    expected = {2027: 36_500.0, 2028: 40_150.0}
    assert booked(run("day", FIXED % "")) == near(expected)
    assert booked(run("day", PLACE)) == near(expected)


def test_weeks_belong_to_the_year_they_begin_in() -> None:
    """700 EUR a week: 53 weeks of 2027, the last from day 364 on, then 52 weeks 10 % dearer."""
    assert booked(run("week", FIXED % "")) == near({2027: 53 * 700.0, 2028: 52 * 770.0})
    assert booked(run("week", PLACE)) == near({2027: 53 * 700.0, 2028: 52 * 770.0})


def test_three_years_stand_in_the_first_of_them() -> None:
    outcomes = run("3 years", FIXED % "", years=6)
    assert booked(outcomes) == near({2027: 3 * 36_500.0, 2030: 3 * 36_500.0 * 1.1**3})
    assert outcomes.model.calendar.years == (2027, 2028, 2029, 2030, 2031, 2032)


def test_an_invoice_is_paid_some_days_later() -> None:
    """30 days: 335 days of 2027 are paid in 2027, and 30 days of 2028 after the horizon."""
    late = run("day", FIXED % ", payment_lag: 30 days")
    assert booked(late) == near({2027: 36_500.0, 2028: 40_150.0})
    assert booked(late, "cash") == near({2027: 33_500.0, 2028: 3_000.0 + 335 * 110.0, "open": 30 * 110.0})


def test_an_invoice_is_paid_some_weeks_later() -> None:
    """4 weeks: the last four of the 53 weeks of 2027 are paid in 2028."""
    late = run("week", FIXED % ", payment_lag: 4 weeks")
    assert booked(late, "cash") == near({2027: 49 * 700.0, 2028: 4 * 700.0 + 48 * 770.0, "open": 4 * 770.0})


def test_a_line_runs_from_the_first_to_the_last_day_of_its_months() -> None:
    """March and April 2027 are 61 days; in weeks they are those that begin on the days 63 to 119."""
    dated = FIXED % ", from: 2027-03, until: 2027-04"
    assert booked(run("day", dated)) == near({2027: 6_100.0})
    assert booked(run("week", dated)) == near({2027: 9 * 700.0})


def test_a_price_step_takes_effect_on_the_day() -> None:
    """Twice the price from July 2027 on: 181 days, then 184 at the double."""
    step = ", prices: {steps: [{from: 2027-07, rise: 100 %}]}"
    assert booked(run("day", FIXED % step, years=1)) == near({2027: 18_100.0 + 2 * 18_400.0})
    assert booked(run("week", FIXED % step, years=1)) == near({2027: 26 * 700.0 + 27 * 1_400.0})


def test_a_horizon_from_july_divides_the_days_between_the_years() -> None:
    """184 days of 2027; 27 weeks begin in them."""
    assert booked(run("day", FIXED % "", years=1, start="2027-07")) == near(
        {2027: 18_400.0, 2028: 181 * 110.0}
    )
    assert booked(run("week", FIXED % "", years=1, start="2027-07")) == near(
        {2027: 27 * 700.0, 2028: 26 * 770.0}
    )


def test_a_saving_is_kept_some_days_later() -> None:
    """A place of 100 EUR a day falls free at the start; it counts as given up after 30 days."""
    model = compile_model(
        small.scenario(
            "time: {start: 2027-01, years: 1, cycle: day, budget_window: 1}",
            "prices: {year: 2027}",
            "costs: {platz: {kind: per_case, title: Platz, state: a, value: 100 EUR/day, "
            "cashable: {share: 50 %, lag: 30 days}}}",
            "interventions: {umzug: {title: Umzug, effects: [{kind: moves, from: a, into: b, share: 1}]}}",
            "strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [umzug]}}",
        )
    )
    kept = cashable_relief(model, "mit", "municipality")
    assert kept is not None
    assert kept.by_year.tolist() == near([335 * 50.0])


def test_five_years_of_days_are_1825_cycles() -> None:
    """Who leaves at 20 % a year pays 100 EUR on each day before; counted at the start of each day."""
    outcomes = evaluate_base(
        compile_model(
            small.scenario(
                "time: {start: 2027-01, years: 5, cycle: day, budget_window: 5}",
                "prices: {year: 2027}",
                f"costs: {PLACE}",
                "transitions: [{from: a, to: b, probability: 20 %/year}]",
            )
        )
    )
    assert outcomes.model.calendar.cycles == 1825
    a_year = 100.0 * (1 - 0.8) / (1 - 0.8 ** (1 / 365))
    assert booked(outcomes) == near({2027 + year: a_year * 0.8**year for year in range(5)})
