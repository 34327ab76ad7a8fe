"""Chances that follow the calendar or a clock, held against closed forms and brute force."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scipy.special import gamma, gammaincc, ndtr

from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.engines import engine_of
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.problems import ScenarioError
from tests import small
from tests.tolerances import tolerance

TEN_YEARS = "time: {start: 2020-01, years: 10, cycle: year, budget_window: 4}"
MONTHS = "time: {start: 2020-01, years: 3, cycle: month, budget_window: 3}"

Survival = Callable[[float], float]


def staying(*texts: str) -> float:
    """Cases still in `a` at the end."""
    outcomes = small.run(*texts)
    cells = [at for at, cell in enumerate(outcomes.model.cells) if cell.state == "a"]
    return float(outcomes.trace.at_end[cells, 0, 0, 0].sum())


def weibull(shape: float, scale: float) -> Survival:
    return lambda t: math.exp(-((t / scale) ** shape))


def test_a_gompertz_hazard_by_age_leaves_its_closed_form() -> None:
    """Yearly chances p(x) = 1 - exp(-a e^(b x)); the survival is exp(-a sum of e^(b x))."""
    left = staying(
        TEN_YEARS,
        "caseload: {stock: {kohorte: {value: 1 case, in: a, age: 60 years}}}",
        "parameters: {niveau: 0.01/year, anstieg: 0.09}",
        "transitions: [{from: a, to: b, rate: niveau * exp(anstieg * (age - 60))}]",
    )
    expected = math.exp(-0.01 * sum(math.exp(0.09 * x) for x in range(10)))
    assert left == pytest.approx(expected, rel=tolerance("closed_form"))


def test_age_goes_on_by_a_clock_where_cases_come_at_different_times() -> None:
    """Everybody leaves at 18; who enters at 16 stays two years, whenever that is."""
    outcomes = small.run(
        TEN_YEARS,
        "caseload: {arrivals: {jung: {value: 1 case/year, into: a, age: 16 years},"
        " alt: {value: 1 case/year, into: a, age: 17 years}}}",
        'transitions: [{from: a, to: b, probability: "where(age >= 17, 1, 0) * sicher"}]',
        "parameters: {sicher: 100 %/year}",
    )
    in_a = outcomes.trace.time_in[0, :, 0, 0, 0, 0]
    assert in_a.tolist() == [2.0, *[3.0] * 9]


@pytest.mark.parametrize(
    ("law", "survival"),
    [
        ("{kind: weibull, shape: 1.5, scale: 20 months}", weibull(1.5, 20.0)),
        ("{kind: weibull, shape: 0.7, scale: 20 months}", weibull(0.7, 20.0)),
        ("{kind: loglogistic, shape: 2, scale: 14 months}", lambda t: 1.0 / (1.0 + (t / 14.0) ** 2)),
        ("{kind: gamma, shape: 2.5, scale: 8 months}", lambda t: float(gammaincc(2.5, t / 8.0))),
        (
            "{kind: lognormal, shape: 0.8, scale: 15 months}",
            lambda t: float(ndtr(-math.log(t / 15.0) / 0.8)),
        ),
    ],
)
def test_a_law_leaves_its_survival(law: str, survival: Survival) -> None:
    """A group that enters together follows the survival function to the month."""
    left = staying(MONTHS, f"stays: {{a: {{law: {law}, to: {{b: 100 %}}}}}}")
    assert left == pytest.approx(survival(36.0), rel=tolerance("rounded_law"))


@pytest.mark.parametrize(
    ("kind", "shape", "scale"),
    [
        ("weibull", 1.5, 21.0 / gamma(1.0 + 1.0 / 1.5)),
        ("gamma", 2.5, 21.0 / 2.5),
        ("lognormal", 0.8, 21.0 / math.exp(0.32)),
        ("loglogistic", 2.0, 21.0 * math.sin(math.pi / 2.0) / (math.pi / 2.0)),
    ],
)
def test_a_mean_stay_gives_the_scale_of_a_law(kind: str, shape: float, scale: float) -> None:
    by_mean = staying(
        MONTHS, f"stays: {{a: {{mean: 21 months, law: {{kind: {kind}, shape: {shape}}}, to: {{b: 100 %}}}}}}"
    )
    by_scale = staying(
        MONTHS,
        f"stays: {{a: {{law: {{kind: {kind}, shape: {shape}, scale: {scale} months}}, to: {{b: 100 %}}}}}}",
    )
    assert by_mean == pytest.approx(by_scale, rel=tolerance("rounded_law"))


def test_a_weibull_law_of_shape_1_is_a_constant_rate() -> None:
    law = "{kind: weibull, shape: 1, scale: 20 months}"
    by_law = staying(MONTHS, f"stays: {{a: {{law: {law}, to: {{b: 100 %}}}}}}")
    assert by_law == pytest.approx(math.exp(-36.0 / 20.0), rel=tolerance("closed_form"))


def test_a_semi_markov_cohort_is_the_convolution_of_its_entries() -> None:
    """Cases that enter at different months each follow their own survival (brute force over entries)."""
    outcomes = small.run(
        MONTHS,
        "caseload: {arrivals: {neue: {value: 12 cases/year, into: a}},"
        " stock: {alte: {value: 5 cases, in: a, elapsed: 7 months}}}",
        "stays: {a: {law: {kind: weibull, shape: 1.8, scale: 15 months}, to: {b: 60 %, c: rest}}}",
        "states: [a, b, c]",
    )
    survival = weibull(1.8, 15.0)
    for year in range(3):
        months = range(12 * year, 12 * year + 12)
        of_arrivals = sum(survival(float(t - entered)) for t in months for entered in range(t + 1))
        of_stock = 5.0 * sum(survival(7.0 + t) / survival(7.0) for t in months)
        found = float(outcomes.trace.time_in[0, year, 0, 0, 0, 0])
        assert found * 12.0 == pytest.approx(of_arrivals + of_stock, rel=tolerance("closed_form"))


def test_a_law_since_the_start_is_the_same_for_everybody() -> None:
    outcomes = small.run(
        MONTHS,
        "caseload: {intake: {erste: {value: 1 case, at: 2020-01, into: a},"
        " zweite: {value: 1 case, at: 2021-01, into: a}}}",
        "transitions: [{from: a, to: b, law: {kind: weibull, shape: 2, scale: 30 months, clock: start}}]",
    )
    survival = weibull(2.0, 30.0)
    assert outcomes.trace.at_end[0, 0, 0, 0] == pytest.approx(
        survival(36.0) + survival(36.0) / survival(12.0), rel=tolerance("closed_form")
    )


def test_a_chance_that_depends_on_the_time_in_the_state_begins_anew_on_return() -> None:
    """A tunnel of three months: nobody leaves before, everybody after; back after one month."""
    outcomes = small.run(
        "time: {start: 2020-01, years: 1, cycle: month, budget_window: 1}",
        "parameters: {sicher: 100 %/month}",
        'transitions: [{from: a, to: b, probability: "where(years_since_entry >= 0.16, 1, 0) * sicher"},'
        " {from: b, to: a, probability: 100 %/month}]",
    )
    # months 0, 1, 2 in a, month 3 in b, and again
    assert outcomes.trace.time_in[0, 0, :, 0, 0, 0].tolist() == pytest.approx([9 / 12, 3 / 12])


def test_attributes_of_strata_change_rates_by_a_log_linear_model() -> None:
    model = compile_model(
        small.scenario(
            "parameters: {basis: 0.2/year, beta: 0.7}",
            "strata: {nord: {title: Nord, share: 50 %, attributes: {index: 1}},"
            " sued: {title: Süd, share: rest, attributes: {index: -2}}}",
            "transitions: [{from: a, to: b, rate: basis * exp(beta * index)}]",
        )
    )
    outcomes = small.run_model(model)
    for position, index in enumerate((1.0, -2.0)):
        expected = 0.5 * math.exp(-0.2 * math.exp(0.7 * index))
        assert outcomes.trace.at_end[0, 0, position, 0] == pytest.approx(
            expected, rel=tolerance("closed_form")
        )


def test_a_dated_ratio_holds_from_its_month_until_its_month() -> None:
    left = staying(
        "transitions: [{from: a, to: b, rate: 0.1/month, modifiers:"
        " [{kind: hazard_ratio, ratio: 3, from: 2020-04, until: 2020-06}]}]"
    )
    assert left == pytest.approx(math.exp(-0.1 * (9 + 3 * 3)), rel=tolerance("closed_form"))


TWO_CLOCKS = (
    "caseload: {arrivals: {neue: {value: 1 case/year, into: a, age: 6 years}}}",
    "stays: {a: {law: {kind: weibull, shape: 2, scale: 20 months}, to: {b: 100 %}}}",
    "parameters: {basis: 1 %/year}",
    "transitions: [{from: a, to: c, probability: basis * age}]",
    "states: [a, b, c]",
)


def test_two_clocks_in_one_state_are_refused_by_name_where_mean_numbers_are_asked_for() -> None:
    with pytest.raises(ScenarioError, match=r"E378 .*in »a« two clocks matter: years_since_entry and age"):
        small.scenario(*TWO_CLOCKS, "engine: cohort")


@pytest.mark.parametrize("engine", ["auto", "microsimulation"])
def test_two_clocks_in_one_state_are_left_to_persons(engine: str) -> None:
    assert engine_of(small.model(*TWO_CLOCKS, f"engine: {engine}")) == "microsimulation"


def test_a_later_stage_concerns_those_whom_the_earlier_ones_left() -> None:
    outcomes = small.run(
        "time: {start: 2020-01, years: 1, cycle: year, budget_window: 1}",
        "states: [a, b, tot]",
        "transitions: [{from: a, to: tot, probability: 10 %/year},"
        " {from: a, to: b, probability: 30 %/year, stage: 2}]",
    )
    assert outcomes.trace.at_end[:, 0, 0, 0].tolist() == pytest.approx([0.9 * 0.7, 0.9 * 0.3, 0.1])


def test_memory_of_a_row_counts_courses_and_slots() -> None:
    constant = small.model(MONTHS, "stays: {a: {mean: 20 months, to: {b: 100 %}}}")
    clocked = small.model(
        MONTHS, "stays: {a: {law: {kind: weibull, shape: 2, scale: 20 months}, to: {b: 100 %}}}"
    )
    assert clocked.bytes_per_row() - constant.bytes_per_row() >= 8 * 2 * 35
    assert np.array(clocked.network.first_slot).tolist() == [0, 36, 37]


def test_mortality_by_age_is_read_from_a_table_beside_the_file(tmp_path: Path) -> None:
    """The chance of a year is that of the age at its start: (1 - q60)(1 - q61)(1 - q62)."""
    (tmp_path / "tafel.csv").write_text(
        "alter;frauen;maenner\n60;0,01;0,02\n61;0,015;0,025\n62;0,02;0,03\n", encoding="utf-8"
    )
    tree = small.tree_of(
        "time: {start: 2020-01, years: 3, cycle: year, budget_window: 3}",
        "sources: {amt: {title: Tafel, grade: published}}",
        "tables: {tafel: {file: tafel.csv, per: year, source: amt}}",
        "caseload: {stock: {kohorte: {value: 1 case, in: a, age: 60 years}}}",
        'transitions: [{from: a, to: b, probability: "tafel.frauen[age]"}]',
    )
    path = tmp_path / "sterben.yaml"
    path.write_text(json.dumps(tree), encoding="utf-8")
    model = compile_model(load_scenario(path))
    assert small.run_model(model).trace.at_end[0, 0, 0, 0] == pytest.approx(0.99 * 0.985 * 0.98, rel=1e-15)
    (twice,) = evaluate(model, set_rows(model.table, {"tables.tafel.frauen[61]": [0.015, 0.5]}))
    assert twice.trace.at_end[0, 0, 0].tolist() == pytest.approx([0.99 * 0.985 * 0.98, 0.99 * 0.5 * 0.98])


def test_an_age_beyond_the_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tafel.csv").write_text("alter;q\n60;0,01\n61;0,02\n", encoding="utf-8")
    tree = small.tree_of(
        "time: {start: 2020-01, years: 3, cycle: year, budget_window: 3}",
        "sources: {amt: {title: Tafel, grade: published}}",
        "tables: {tafel: {file: tafel.csv, per: year, source: amt}}",
        "caseload: {stock: {kohorte: {value: 1 case, in: a, age: 60 years}}}",
        'transitions: [{from: a, to: b, probability: "tafel.q[age]"}]',
    )
    path = tmp_path / "sterben.yaml"
    path.write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(ModelError, match="the table reaches from 60 to 61, and is read at 62"):
        small.run_model(compile_model(load_scenario(path)))
