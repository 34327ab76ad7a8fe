"""Numbers that cannot be are told with their place, as far as they are written out; others are left alone."""

from typing import get_args

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.expectations import compare_expectations
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.expectations import NARROWED_BY, Expectation
from prevention_sim.scenario.problems import ScenarioError
from prevention_sim.scenario.time_checks import budget_years
from tests import small

TWO_WAYS = """
states: [a, b, c]
conventions: {counting: start, conversion: %s}
transitions:
  - {from: a, to: b, probability: %s per month}
  - {from: a, to: c, probability: 60 %% per month}
"""


def codes(*texts: str) -> list[str]:
    """The errors of a file."""
    try:
        small.scenario(*texts)
    except ScenarioError as error:
        return [problem.code for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("conversion", "chance", "found"),
    [("separate", "41 %", ["E131"]), ("separate", "40 %", []), ("competing", "41 %", [])],
)
def test_chances_may_add_up_to_one_and_compete_beyond_it(
    conversion: str, chance: str, found: list[str]
) -> None:
    assert codes(TWO_WAYS % (conversion, chance)) == found


def test_the_largest_contributor_has_the_problem_and_the_others_are_listed() -> None:
    with pytest.raises(ScenarioError) as error:
        small.scenario(TWO_WAYS % ("separate", "41 %"))
    (problem,) = error.value.problems
    assert problem.path == "transitions[1].probability"
    assert "transitions[0].probability (41 %)" in problem.told("de")


def test_chances_of_different_strata_do_not_add_up() -> None:
    groups = "strata: {n: {title: N, share: 50 %}, s: {title: S, share: rest}}"
    moves = (TWO_WAYS % ("separate", "41 %")).replace("per month}", "per month, strata: n}", 1)
    assert codes(groups, moves) == ["E131"]
    assert codes(groups, moves.replace("per month}", "per month, strata: s}")) == []


def test_rates_and_stays_count_among_the_chances() -> None:
    """1 - exp(-0.9) = 59.3 %; 60 % more is too much, and so is a mean stay of 2 months beside 60 %."""
    moves = TWO_WAYS % ("separate", "X")
    assert codes(moves.replace("probability: X per month", "rate: 0.9 per month")) == ["E131"]
    assert codes(moves.replace("probability: X per month", "rate: 0.5 per month")) == []
    assert codes(moves.replace("probability: X per month", "mean: 2 months")) == ["E131"]
    assert codes(moves.replace("probability: X per month", "mean: 2 weeks")) == ["E261"]


@pytest.mark.parametrize(("seen", "found"), [("49", []), ("51", ["E131"])])
def test_counted_moves_count_among_the_chances(seen: str, found: list[str]) -> None:
    """Of 100, so many went on within a month; 51 % and 50 % are too much."""
    stays = f"stays: {{a: {{counts: {{a: {100 - int(seen)}, b: {seen}}}, over: 1 month}}}}"
    assert (
        codes("states: [a, b, c]", stays, "transitions: [{from: a, to: c, probability: 50 %/month}]") == found
    )


def test_counts_of_a_short_time_may_be_too_much_for_a_long_cycle() -> None:
    """Two in five go each way within a month: in a year 1 - 0.6 ** 12 = 99.8 % each."""
    stays = "stays: {a: {counts: {a: 20, b: 40, c: 40}, over: 1 month}}"
    assert codes("states: [a, b, c]", stays) == []
    year = "time: {start: 2020-01, years: 1, cycle: year, budget_window: 1}"
    assert codes("states: [a, b, c]", stays, year) == ["E131"]


def test_a_chance_above_one_is_told_as_what_it_is() -> None:
    assert "E262" in codes(TWO_WAYS % ("separate", "120 %"))
    assert codes((TWO_WAYS % ("separate", "120 %")).replace("per month", "per year"))[0] == "E262"


def test_a_parameter_counts_as_written_out_and_a_formula_does_not() -> None:
    named = (TWO_WAYS % ("separate", "X")).replace("X per month", "weg")
    assert codes("parameters: {weg: 41 % per month}", named) == ["E131"]
    assert codes("parameters: {weg: 20.5 % per month}", named.replace("weg}", "weg + weg}")) == []


def test_a_lag_is_no_formula() -> None:
    line = "costs: {c: {kind: fixed, title: C, value: 1 EUR/year, payment_lag: warten}}"
    assert codes("parameters: {warten: 2 months}", line) == ["E264"]


def test_a_stay_of_one_cycle_is_possible() -> None:
    stay = "stays: {a: {mean: %s, to: {b: 100 %%}}}"
    assert codes(stay % "1 month") == []
    assert codes(stay % "4 weeks") == ["E261"]


def test_every_figure_says_what_narrows_it() -> None:
    assert set(NARROWED_BY) == set(get_args(Expectation.model_fields["figure"].annotation))


@pytest.mark.parametrize("figure", NARROWED_BY)
def test_every_key_that_is_allowed_is_understood(figure: str) -> None:
    """Each key alone gives a comparison, with a year of the file each time."""
    sample = {
        "strategy": "mit",
        "stratum": "all",
        "year": "2020",
        "period": "window",
        "valuation": "nominal",
        "state": "a",
        "item": "c",
        "outcome": "o",
    }
    line = (
        "costs: {c: {kind: fixed, title: C, value: 1 EUR/year}}\nstrata: {all: {title: A, share: 100 %}}\n"
        "outcomes: {o: {title: O, unit: O, weights: {a: 1}}}\n"
    )
    told = [
        f"{{figure: {figure}, value: 0, tolerance: 1, {key}: {sample[key]}}}" for key in NARROWED_BY[figure]
    ]
    scenario = small.scenario(line, small.WITH_PROGRAMME, f"expect: [{', '.join(told)}]")
    assert len(compare_expectations(scenario, evaluate_base(compile_model(scenario)))) == len(told)


@pytest.mark.parametrize("start", ["2020-01", "2020-02", "2020-12"])
@pytest.mark.parametrize("cycle", ["day", "week", "month", "quarter", "year", "2 years"])
def test_the_years_of_a_file_are_those_of_the_calendar(start: str, cycle: str) -> None:
    scenario = small.scenario(f"time: {{start: {start}, years: 2, cycle: {cycle}, budget_window: 2}}")
    assert tuple(budget_years(scenario.time)) == compile_model(scenario).calendar.years


@pytest.mark.parametrize(
    ("cycle", "lag", "nearest"),
    [
        ("day", "1 month", "30 days"),
        ("week", "1 year", "52 weeks"),
        ("month", "3 weeks", "1 month"),
        ("3 years", "20 months", "3 years"),
    ],
)
def test_the_nearest_length_of_whole_cycles_is_offered(cycle: str, lag: str, nearest: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        small.scenario(
            f"time: {{start: 2020-01, years: 3, cycle: {cycle}, budget_window: 3}}",
            f"costs: {{buero: {{kind: fixed, title: Büro, value: 1 EUR/year, payment_lag: {lag}}}}}",
        )
    [problem] = raised.value.problems
    assert (problem.code, problem.message.hint("en")) == ("E264", f"the nearest is {nearest}")
