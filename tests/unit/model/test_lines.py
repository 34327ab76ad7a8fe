"""Cost and income lines: a price per year of their driver, bearers and strategies."""

import math

import numpy as np
import pytest

from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.bind import bind
from prevention_sim.model.model import ActiveTime, Line, Model, TimeInState
from prevention_sim.model.rows import base_row, set_rows
from tests import small
from tests.tolerances import tolerance

TWO_BEARERS = (
    "bearers: {kommune: {title: Kommune}, land: {title: Land, level: public}, kasse: {title: Kasse}}"
)


def line_of(*texts: str) -> tuple[Line, float]:
    """The only line of a file, and its price."""
    model = small.model(*texts)
    return model.lines[0], float(bind(model, base_row(model.table)).price[0, 0])


@pytest.mark.parametrize(
    ("written", "yearly"),
    [
        ("5 100 EUR/month", 61_200.0),
        ("157.50 EUR/day", 157.50 * 365),
        ("292 000 EUR/year", 292_000.0),
        ("100 EUR/week", 100.0 * 365 / 7),
        ("900 EUR/quarter", 3_600.0),
    ],
)
def test_a_price_is_per_year(written: str, yearly: float) -> None:
    _, price = line_of(f"costs: {{hilfe: {{kind: per_case, title: Hilfe, state: a, value: {written}}}}}")
    assert price == pytest.approx(yearly, rel=tolerance("last_digits"))


def test_hours_take_their_price_from_at() -> None:
    written = "value: 6 hours/month, at: 39.50 EUR/hour"
    line, price = line_of(f"costs: {{hebamme: {{kind: per_case, title: Hebamme, state: a, {written}}}}}")
    assert line.driver == TimeInState("a")
    assert price == 12 * 6 * 39.5


def test_income_is_a_cost_with_the_opposite_sign() -> None:
    _, price = line_of("income: {beitrag: {kind: per_case, title: Beitrag, state: a, value: 184 EUR/month}}")
    assert price == -2_208.0


def test_a_fixed_line_runs_between_two_months() -> None:
    line, price = line_of(
        "costs: {stelle: {kind: fixed, title: Stelle, value: 1 200 EUR/year, from: 2020-02, until: 2020-04}}"
    )
    assert isinstance(line.driver, ActiveTime)
    assert line.driver.cycles.tolist() == [0, 1, 1, 1] + [0] * 8
    assert price == 1_200.0


PROGRAMME = """
interventions:
  hilfe:
    title: Hilfe
    start: 2020-03
    end: 2020-10
    costs: {stelle: {kind: fixed, title: Stelle, value: 1 200 EUR/year%s}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""


def test_a_line_of_a_programme_runs_with_it_and_only_in_its_strategies() -> None:
    line, _ = line_of(PROGRAMME % "")
    assert isinstance(line.driver, ActiveTime)
    assert np.flatnonzero(line.driver.cycles).tolist() == list(range(2, 10))
    assert line.strategies == (True, False)  # mit, ohne
    assert line.programme == "hilfe"


def test_a_line_of_a_programme_may_end_before_it() -> None:
    line, _ = line_of(PROGRAMME % ", until: 2020-05")
    assert isinstance(line.driver, ActiveTime)
    assert np.flatnonzero(line.driver.cycles).tolist() == [2, 3, 4]


def test_the_only_bearer_pays_where_none_is_named() -> None:
    line, _ = line_of("costs: {c: {kind: fixed, title: c, value: 12 EUR/year}}")
    assert line.bearers == ("kommune",)


def test_the_bearer_of_the_file_pays_where_a_line_names_none() -> None:
    line, _ = line_of(TWO_BEARERS, "bearer: land", "costs: {c: {kind: fixed, title: c, value: 12 EUR/year}}")
    assert line.bearers == ("land",)


def shared(shares: str) -> Model:
    return small.model(
        TWO_BEARERS, f"costs: {{c: {{kind: fixed, title: c, value: 12 EUR/year, bearer: {{{shares}}}}}}}"
    )


def test_bearers_share_a_line() -> None:
    model = shared("kommune: 50 %, land: 20 %, kasse: rest")
    found = bind(model, base_row(model.table)).share[0, :, 0, 0, 0]
    assert dict(zip(model.bearers, found.tolist(), strict=True)) == {
        "kasse": 1 - 0.5 - 0.2,
        "kommune": 0.5,
        "land": 0.2,
    }


def test_the_rest_of_the_bearers_does_not_depend_on_the_order_of_the_file() -> None:
    one, other = (
        shared("kommune: 70 %, land: 10 %, kasse: rest"),
        shared("land: 10 %, kommune: 70 %, kasse: rest"),
    )
    rows = base_row(one.table), base_row(other.table)
    assert bind(one, rows[0]).share.tolist() == bind(other, rows[1]).share.tolist()


def test_shares_of_bearers_that_do_not_add_up_are_refused() -> None:
    model = shared("kommune: 50 %, land: 50 %")
    with pytest.raises(ModelError, match=r"costs\.c\.bearer: the shares do not add up to 1"):
        bind(model, set_rows(model.table, {"costs.c.bearer.land": 0.6}))


@pytest.mark.parametrize("share", [-0.5, 1.5, math.nan])
def test_no_bearer_bears_less_than_nothing_or_more_than_all(share: float) -> None:
    model = shared("kommune: 50 %, land: rest")
    with pytest.raises(ModelError, match=r"costs\.c\.bearer"):
        bind(model, set_rows(model.table, {"costs.c.bearer.kommune": share}))
