"""Cost lines: hours take a price, a line has one bearer or shares of several."""

import pytest
from pydantic import ValidationError

from prevention_sim.scenario.costs import Fixed, PerCase
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.parts import Text

HOURS = {"kind": "per_case", "title": "Stunden", "state": "hilfe"}
FIXED = {"kind": "fixed", "title": "Stelle", "value": "40 000 EUR/year"}


def test_hours_at_a_price_are_a_value_and_its_price() -> None:
    in_one = PerCase.model_validate({**HOURS, "value": Text.at("6 hours/month at 39.50 EUR/hour", 1, 1)})
    in_two = PerCase.model_validate({**HOURS, "value": "6 hours/month", "at": "39.50 EUR/hour"})
    assert in_one == in_two
    assert in_one.at == Figure.model_validate({"value": "39.50 EUR/hour"})


def test_a_price_said_twice_is_refused() -> None:
    value = Text.at("6 hours/month at 39.50 EUR/hour", 1, 1)
    with pytest.raises(ValidationError, match=r"6 hours/month at 39\.50"):
        PerCase.model_validate({**HOURS, "value": value, "at": "40 EUR/hour"})


def test_an_amount_needs_no_price() -> None:
    assert PerCase.model_validate({**HOURS, "value": Text.at("5 100 EUR/month", 1, 1)}).at is None


def test_a_fixed_amount_has_no_price_per_hour() -> None:
    with pytest.raises(ValidationError):
        Fixed.model_validate({**FIXED, "at": "39.50 EUR/hour"})


def test_a_fixed_amount_runs_between_two_months() -> None:
    line = Fixed.model_validate({**FIXED, "from": "2012-01", "until": "2013-12"})
    assert (str(line.from_), str(line.until)) == ("2012-01", "2013-12")


def test_a_line_names_one_bearer_or_the_share_of_each() -> None:
    half = Figure.model_validate({"value": "50 %"})
    assert Fixed.model_validate({**FIXED, "bearer": "stadt"}).bearer == "stadt"
    shared = Fixed.model_validate({**FIXED, "bearer": {"stadt": "50 %", "land": "rest"}})
    assert shared.bearer == {"stadt": half, "land": "rest"}


@pytest.mark.parametrize("bearer", ["Stadt", {"stadt": "50.000"}, {"Stadt": "50 %"}, ("stadt",)])
def test_a_bearer_that_cannot_be_read_has_one_error(bearer: object) -> None:
    with pytest.raises(ValidationError) as error:
        Fixed.model_validate({**FIXED, "bearer": bearer})
    assert error.value.error_count() == 1
