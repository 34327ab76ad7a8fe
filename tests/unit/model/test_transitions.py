"""Stays and moves become chances per cycle."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.expressions import Columns
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row, set_rows
from prevention_sim.model.transitions import Chances
from tests import small
from tests.tolerances import tolerance

THREE = "states: [a, b, c]"
SEPARATE = "conventions: {counting: start, conversion: separate}"
COMPETING = "conventions: {counting: start, conversion: competing}"


def bind_moves(model: Model, columns: Columns, rows: int) -> FloatArray:
    """Chance per cycle of every move: f8[move, stratum, row]."""
    found: FloatArray = np.zeros((len(model.moves), len(model.strata), rows))
    for state in model.states:
        for move, by_stratum in Chances(model, state, columns, rows).by_move.items():
            found[move] = np.concatenate(by_stratum)[:, 0]
    return found


def chances(*texts: str) -> dict[str, float]:
    """Chance per cycle of every move, in the first stratum, as `a>b`."""
    model = small.model(THREE, *texts)
    found = bind_moves(model, base_row(model.table).columns(), 1)[:, 0, 0]
    return {f"{origin}>{to}": float(found[position]) for position, (origin, to) in enumerate(model.moves)}


def two_ways(to_b: str, to_c: str) -> str:
    return f"transitions: [{{from: a, to: b, probability: {to_b}}}, {{from: a, to: c, probability: {to_c}}}]"


def test_a_probability_written_per_cycle_is_unchanged_to_the_bit() -> None:
    for conversion in (SEPARATE, COMPETING):
        assert chances(conversion, "transitions: [{from: a, to: b, probability: 1/14 per month}]")["a>b"] == (
            1 / 14 if conversion == SEPARATE else pytest.approx(1 / 14, rel=tolerance("closed_form"))
        )


@pytest.mark.parametrize(
    ("written", "months"), [("20 %/year", 12), ("12 %/3 years", 36), ("8 %/quarter", 3), ("5 %/2 months", 2)]
)
def test_a_probability_of_a_longer_period_becomes_a_root_of_survival(written: str, months: int) -> None:
    percent = float(written.split(maxsplit=1)[0])
    expected = 1.0 - (1.0 - percent / 100.0) ** (1.0 / months)
    found = chances(SEPARATE, f"transitions: [{{from: a, to: b, probability: {written}}}]")
    assert found["a>b"] == pytest.approx(expected, rel=tolerance("closed_form"))


def test_a_mean_stay_is_the_cycle_over_the_stay() -> None:
    found = chances(SEPARATE, "stays: {a: {mean: 21 months, to: {b: 70 %, c: rest}}}")
    assert found["a>b"] == 1.0 / 21.0 * 0.7
    assert found["a>c"] == 1.0 / 21.0 * (1.0 - 0.7)


def test_a_mean_stay_of_one_cycle_leaves_at_its_end() -> None:
    assert chances("stays: {a: {mean: 1 month, to: {b: 100 %}}}")["a>b"] == 1.0


def test_a_mean_stay_shorter_than_the_cycle_is_refused() -> None:
    with pytest.raises(
        ModelError, match=r"stays\.a: .*»a« within one cycle is 2 in row 0.*shorter than the cycle"
    ):
        chances("stays: {a: {mean: kurz + kurz, to: {b: 100 %}}}", "parameters: {kurz: 0.25 months}")


@pytest.mark.parametrize(
    ("written", "per_year"), [("0.22/year", 0.22), ("0.1/month", 1.2), ("1/14 per month", 12 / 14)]
)
def test_a_rate_is_a_constant_hazard(written: str, per_year: float) -> None:
    for conversion in (SEPARATE, COMPETING):
        found = chances(conversion, f"transitions: [{{from: a, to: b, rate: {written}}}]")
        expected = -math.expm1(-per_year / 12.0)
        assert found["a>b"] == pytest.approx(expected, rel=tolerance("closed_form"))


def test_competing_rates_share_the_exit_in_proportion_to_them() -> None:
    """1 - exp(-sum of rates), split by rate."""
    found = chances(
        COMPETING, "transitions: [{from: a, to: b, rate: 0.3/month}, {from: a, to: c, rate: 0.1/month}]"
    )
    assert found["a>b"] == pytest.approx(0.75 * -math.expm1(-0.4), rel=tolerance("closed_form"))
    assert found["a>c"] == pytest.approx(0.25 * -math.expm1(-0.4), rel=tolerance("closed_form"))


def test_a_rate_may_exceed_1_and_leaves_somebody_behind() -> None:
    assert chances("transitions: [{from: a, to: b, rate: 24/year}]")["a>b"] == pytest.approx(
        -math.expm1(-2.0), rel=tolerance("closed_form")
    )


def test_separate_chances_add_up() -> None:
    found = chances(
        SEPARATE, two_ways("30 %/month", "20 %/month"), "stays: {a: {mean: 4 months, to: {b: 100 %}}}"
    )
    assert found["a>b"] == pytest.approx(0.55, rel=tolerance("last_digits"))
    assert found["a>c"] == 0.2


@given(st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_competing_hazards_share_one_exit_in_proportion(p: float, q: float) -> None:
    model = small.model(THREE, COMPETING, two_ways("10 %/month", "10 %/month"))
    rows = set_rows(model.table, {"transitions[0].probability": p, "transitions[1].probability": q})
    to_b, to_c = bind_moves(model, rows.columns(), 1)[:, 0, 0]
    hazards = -math.log1p(-p), -math.log1p(-q)
    assert to_b + to_c == pytest.approx(1.0 - (1.0 - p) * (1.0 - q), rel=tolerance("closed_form"))
    assert to_b * hazards[1] == pytest.approx(to_c * hazards[0], rel=tolerance("closed_form"))


def test_a_certain_exit_beats_every_uncertain_one() -> None:
    found = chances(COMPETING, two_ways("100 %/month", "50 %/month"))
    assert found == {"a>b": 1.0, "a>c": 0.0}


def test_two_certain_exits_share_by_their_shares() -> None:
    found = chances(COMPETING, "stays: {a: {mean: 1 month, to: {b: 25 %, c: rest}}}")
    assert found == {"a>b": 0.25, "a>c": 0.75}


@pytest.mark.parametrize("conversion", [SEPARATE, COMPETING])
def test_what_has_no_chance_never_happens(conversion: str) -> None:
    assert chances(conversion, two_ways("0 %/year", "0 %/month")) == {"a>b": 0.0, "a>c": 0.0}


@pytest.mark.parametrize("conversion", [SEPARATE, COMPETING])
def test_what_is_certain_in_a_period_is_certain_in_every_part_of_it(conversion: str) -> None:
    assert chances(conversion, "transitions: [{from: a, to: b, probability: 100 %/year}]") == {"a>b": 1.0}


def test_a_move_of_some_strata_does_not_happen_in_the_others() -> None:
    model = small.model(
        "strata: {nord: {title: Nord, share: 50 %}, sued: {title: Süd, share: rest}}",
        "transitions: [{from: a, to: b, probability: 10 %/month, strata: sued}]",
    )
    assert bind_moves(model, base_row(model.table).columns(), 1)[0, :, 0].tolist() == [0.0, 0.1]


def test_a_breakdown_and_the_end_of_a_stay_may_lead_to_the_same_state() -> None:
    found = chances(
        SEPARATE,
        "stays: {a: {mean: 10 months, to: {b: 100 %}}}",
        "breakdowns: [{from: a, to: b, probability: 20 %/month}]",
    )
    assert found["a>b"] == pytest.approx(0.3, rel=tolerance("last_digits"))


TOO_MUCH = """
strata: {nord: {title: Nord, share: 50 %}, sued: {title: Süd, share: rest}}
stays: {a: {mean: 2 months, to: {b: 100 %}}}
transitions: [{from: a, to: c, probability: 30 %/month, strata: sued}]
"""


def test_chances_above_1_name_stratum_state_and_numbers() -> None:
    model = small.model(THREE, TOO_MUCH)
    rows = set_rows(model.table, {"transitions[0].probability": 0.6})
    with pytest.raises(ModelError) as caught:
        bind(model, rows)
    message = str(caught.value)
    for part in ("»a«", "1.1 per cycle", "stratum »sued«", "row 0", "to »c« 0.6, to »b« 0.5"):
        assert part in message
    assert "stays.a.mean, transitions[0].probability" in message


def test_one_bad_row_among_ten_thousand_is_found() -> None:
    model = small.model(THREE, TOO_MUCH)
    probabilities = np.full(10_000, 0.3)
    probabilities[7_777] = 0.501
    with pytest.raises(ModelError, match=r"stratum »sued«, every cycle, row 7777"):
        bind(model, set_rows(model.table, {"transitions[0].probability": probabilities}))


def test_chances_of_exactly_1_are_possible() -> None:
    model = small.model(THREE, TOO_MUCH)
    bind(model, set_rows(model.table, {"transitions[0].probability": 0.5}))


def test_competing_chances_never_exceed_1() -> None:
    found = chances(COMPETING, two_ways("99 %/month", "99 %/month"))
    assert found["a>b"] + found["a>c"] == pytest.approx(0.9999, rel=tolerance("closed_form"))


@pytest.mark.parametrize("value", [-0.01, 1.01, math.nan])
def test_a_row_with_an_impossible_probability_is_refused(value: float) -> None:
    model = small.model("transitions: [{from: a, to: b, probability: 10 %/month}]")
    with pytest.raises(ModelError, match=r"transitions\[0\]: .*in row 1; it must lie between 0 and 1"):
        bind(model, set_rows(model.table, {"transitions[0].probability": [0.1, value]}))


@pytest.mark.parametrize("value", [0.0, -3.0, math.nan])
def test_a_row_without_a_mean_stay_is_refused(value: float) -> None:
    model = small.model("stays: {a: {mean: 14 months, to: {b: 100 %}}}")
    with pytest.raises(ModelError, match=r"stays\.a: .*in row 0"):
        bind(model, set_rows(model.table, {"stays.a.mean": value}))


def test_shares_of_a_stay_that_do_not_add_up_are_refused() -> None:
    model = small.model(THREE, "stays: {a: {mean: 14 months, to: {b: 50 %, c: 50 %}}}")
    with pytest.raises(ModelError, match=r"stays\.a\.to: the shares add up to 1.1 in row 1, not to 1"):
        bind(model, set_rows(model.table, {"stays.a.to.b": [0.5, 0.6]}))


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan])
def test_a_share_outside_0_and_1_is_refused(value: float) -> None:
    model = small.model(THREE, "stays: {a: {mean: 14 months, to: {b: 50 %, c: rest}}}")
    with pytest.raises(ModelError, match=r"stays\.a\.to\.[bc]: the share is .* it must lie between 0 and 1"):
        bind(model, set_rows(model.table, {"stays.a.to.b": value}))


def test_the_rest_does_not_depend_on_the_order_of_the_file() -> None:
    """1 - 0.1 - 0.7 and 1 - 0.7 - 0.1 differ in the last bit."""
    targets = "states: [a, b, c, d]", "stays: {a: {mean: 2 months, to: {%s}}}"
    one, other = (
        rest_of(small.model(targets[0], targets[1] % order))
        for order in ("b: 10 %, c: 70 %, d: rest", "d: rest, c: 70 %, b: 10 %")
    )
    assert one.tolist() == other.tolist()


def rest_of(model: Model) -> FloatArray:
    found: FloatArray = bind_moves(model, base_row(model.table).columns(), 1)[model.moves.index(("a", "d"))]
    return found


def test_the_cycle_of_a_model_is_that_of_its_file() -> None:
    yearly = compile_model(
        small.scenario(
            "time: {start: 2020-01, years: 2, cycle: year, budget_window: 1}",
            "stays: {a: {mean: 48 months, to: {b: 100 %}}}",
        )
    )
    assert bind_moves(yearly, base_row(yearly.table).columns(), 1)[0, 0, 0] == 0.25
