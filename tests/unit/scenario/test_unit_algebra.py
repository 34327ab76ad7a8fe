"""Units go through formulas as a clerk would carry them."""

import time

import pytest

from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.unit_algebra import UnitError, unit_of


def figure(text: str) -> Figure:
    """A number of a file."""
    return Figure.model_validate({"value": text})


PARAMETERS = {
    "share": figure("60 %"),
    "factor": figure("1.5"),
    "price": figure("40 EUR/hour"),
    "monthly": figure("5 100 EUR/month"),
    "other": figure("300 EUR/month"),
    "yearly": figure("60 000 EUR/year"),
    "stay": figure("21 months"),
    "built": figure("monthly * factor"),
}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 EUR/day", "EUR/day"),
        ("share", ""),
        ("share * factor", ""),
        ("monthly", "EUR/month"),
        ("share * monthly", "EUR/month"),
        ("monthly * 2 * share", "EUR/month"),
        ("monthly / 2", "EUR/month"),
        ("monthly / other", ""),
        ("monthly + other - monthly", "EUR/month"),
        ("-monthly", "EUR/month"),
        ("min(monthly, other)", "EUR/month"),
        ("max(monthly, other)", "EUR/month"),
        ("clip(monthly, other, monthly)", "EUR/month"),
        ("where(share < 1, monthly, other)", "EUR/month"),
        ("where(monthly < other, share, factor)", ""),
        ("monthly >= other", ""),
        ("exp(share) + sqrt(factor) + log(2)", ""),
        ("share ** 2", ""),
        ("built + other", "EUR/month"),
        ("2", ""),
    ],
)
def test_a_formula_has_the_unit_of_its_numbers(text: str, unit: str) -> None:
    assert str(unit_of(figure(text), PARAMETERS)) == unit


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("monthly + yearly", r"\+ needs equal units, found EUR/month and EUR/year"),
        ("monthly - 1", "- needs equal units, found EUR/month and no unit"),
        ("min(monthly, 0)", "min needs equal units"),
        ("clip(monthly, 0, 1)", "clip needs equal units"),
        ("where(share < 1, monthly, yearly)", "where needs equal units"),
        ("monthly < yearly", "< needs equal units"),
        ("monthly * stay", "a product of EUR/month and month has no unit"),
        ("share / monthly", "/ does not take numbers with the units no unit and EUR/month"),
        ("monthly / yearly", "/ does not take"),
        ("monthly ** 2", r"\*\* does not take"),
        ("exp(monthly)", "exp does not take"),
        ("sqrt(stay)", "sqrt does not take"),
        ("built + price", "needs equal units, found EUR/month and EUR/hour"),
    ],
)
def test_units_that_do_not_fit_are_refused(text: str, fragment: str) -> None:
    with pytest.raises(UnitError, match=fragment):
        unit_of(figure(text), PARAMETERS)


def test_parameters_that_double_at_each_step_take_no_time() -> None:
    steps = {f"p{step}": figure(f"p{step + 1} + p{step + 1}") for step in range(30)}
    begin = time.perf_counter()
    assert str(unit_of(steps["p0"], steps | {"p30": figure("1 EUR")})) == "EUR"
    assert time.perf_counter() - begin < 1
