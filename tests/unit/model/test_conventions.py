"""Counting and discounting as weights."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.conventions import Weights, own_weights, simpson, weights_of
from prevention_sim.scenario.grid import cycle_read
from prevention_sim.scenario.parts import Month, Period
from prevention_sim.scenario.settings import Conventions, OwnWeights
from tests.tolerances import tolerance

RULES = ("start", "end", "half_cycle")
METHODS = ("at_point", "per_cycle", "per_year_start", "per_year_mid", "per_year_end")
GREEN_BOOK = (
    1000,
    966,
    934,
    902,
    871,
    842,
    814,
    786,
    759,
    734,
    709,
)  # HM Treasury 2018, table 2: 3.5 %, years 0 to 10


def weights(
    counting: str = "start",
    method: str | None = None,
    rate: float | FloatArray = 0.0,
    *,
    months: int = 1,
    cycles: int = 36,
) -> Weights:
    calendar = Calendar(Month(year=2012, month=1), Period(count=months, unit="month"), cycles)
    written: dict[str, object] = {"counting": counting}
    if method is not None:
        written["discounting"] = {"method": method, "rate": "0 %/year"}
    rates = np.broadcast_to(np.asarray(rate) / 100.0, cycles)
    return weights_of(Conventions.model_validate(written), calendar, rates)


def power(rate: float, years: Fraction) -> float:
    """(1 + rate %) ** -years, to 40 digits."""
    with localcontext() as context:
        context.prec = 40
        exponent = Decimal(years.numerator) / Decimal(years.denominator)
        return float((1 + Decimal(str(rate)) / 100) ** -exponent)


@pytest.mark.parametrize("months", [1, 3, 12])
@pytest.mark.parametrize("counting", RULES)
def test_every_rule_integrates_a_constant_exactly(counting: str, months: int) -> None:
    rule = weights(counting, months=months, cycles=24)
    person_years = float((rule.start[0] * 5.0 + rule.end[0] * 5.0).sum())
    assert person_years == pytest.approx(5.0 * 24 * months / 12, rel=tolerance("last_digits"))


def test_half_cycle_integrates_a_line_exactly_also_with_entries() -> None:
    rule = weights("half_cycle", months=12, cycles=10)
    entries = 0.25  # join at every boundary, between E_t and S_(t+1)
    at_start = np.array([3.0 + 2.0 * t + entries * t for t in range(10)])
    at_end = at_start + 2.0
    exact = sum(3.0 + 2.25 * t + 1.0 for t in range(10))  # the area under each piece of line
    assert float((rule.start[0] * at_start + rule.end[0] * at_end).sum()) == exact


@pytest.mark.parametrize(("counting", "error"), [("start", -10.0), ("end", 10.0)])
def test_counting_at_one_end_misses_a_line_by_half_its_rise(counting: str, error: float) -> None:
    rule = weights(counting, months=12, cycles=10)
    at_start = 2.0 * np.arange(10.0)
    counted = float((rule.start[0] * at_start + rule.end[0] * (at_start + 2.0)).sum())
    assert counted == 100.0 + error


@pytest.mark.parametrize("counting", RULES)
def test_the_rule_says_how_much_each_end_counts(counting: str) -> None:
    rule = weights(counting, months=3, cycles=4)
    at_start, at_end = {"start": (0.25, 0.0), "end": (0.0, 0.25), "half_cycle": (0.125, 0.125)}[counting]
    assert rule.start.tolist() == [[at_start] * 4]
    assert rule.end.tolist() == [[at_end] * 4]


def area(rule: Weights, values: FloatArray) -> float:
    """Weighed values at the boundaries of a cohort that nobody joins: S_(t+1) is E_t."""
    return float((rule.start[0] * values[:-1] + rule.end[0] * values[1:]).sum())


@pytest.mark.parametrize("months", [1, 3, 12])
@pytest.mark.parametrize("cycles", [12, 24, 36, 3, 5, 7, 9, 15])
def test_simpson_integrates_a_cubic_exactly_over_even_and_odd_numbers_of_cycles(
    cycles: int, months: int
) -> None:
    rule = weights("simpson", months=months, cycles=cycles)
    t = np.arange(cycles + 1) * months / 12
    end = float(t[-1])
    cubic = 2.0 - 3.0 * t + 5.0 * t**2 - t**3
    exact = 2.0 * end - 3.0 * end**2 / 2 + 5.0 * end**3 / 3 - end**4 / 4
    assert area(rule, cubic) == pytest.approx(exact, rel=tolerance("closed_form"))


def test_simpson_misses_a_fourth_power() -> None:
    t = np.arange(13.0)
    assert area(weights("simpson", months=12, cycles=12), t**4) != pytest.approx(12.0**5 / 5, rel=1e-6)


@pytest.mark.parametrize(
    ("cycles", "expected"),
    [
        (2, (8, 32, 8)),
        (3, (9, 27, 27, 9)),
        (4, (8, 32, 16, 32, 8)),
        (5, (8, 32, 17, 27, 27, 9)),
    ],
)
def test_simpson_has_the_weights_of_the_books(cycles: int, expected: tuple[int, ...]) -> None:
    np.testing.assert_allclose(24 * simpson(cycles), expected, rtol=tolerance("last_digits"))


@pytest.mark.parametrize("cycles", range(2, 90))
def test_simpson_weighs_the_whole_time(cycles: int) -> None:
    assert simpson(cycles).sum() == pytest.approx(cycles, rel=tolerance("discount_factor"))


def test_a_published_swap_of_weights_loses_a_third_of_a_year() -> None:
    """The Sick-Sicker tutorial has 4/3 and 2/3 the wrong way round over 75 years."""
    swapped = ("1/3", *("2/3" if t % 2 else "4/3" for t in range(1, 75)), "1/3")
    counting = OwnWeights.model_validate({"weights": swapped})
    assert own_weights(counting).sum() == pytest.approx(74 + 2 / 3, rel=tolerance("closed_form"))
    assert simpson(75).sum() == pytest.approx(75.0, rel=tolerance("closed_form"))


def test_own_weights_are_taken_as_they_are() -> None:
    calendar = Calendar(Month(year=2012, month=1), Period(count=3, unit="month"), 2)
    conventions = Conventions.model_validate({"counting": {"weights": ("1/2", "3", "-1/4")}})
    rule = weights_of(conventions, calendar, np.zeros(2))
    assert rule.start.tolist() == [[0.125, 0.75]]
    assert rule.end.tolist() == [[0.0, -0.0625]]


@pytest.mark.parametrize("rate", [3.3, -0.5])
@pytest.mark.parametrize("months", [1, 3, 12])
def test_per_cycle_everything_of_a_cycle_is_worth_what_its_start_is(months: int, rate: float) -> None:
    cycles = 60 // months
    found = weights(method="per_cycle", rate=rate, months=months, cycles=cycles)
    expected = [power(rate, Fraction(months * t, 12)) for t in range(cycles)]
    np.testing.assert_allclose(found.at_start[1], expected, rtol=tolerance("discount_factor"))
    assert (found.at_end[1] == found.at_start[1]).all()


def test_outcomes_have_a_valuation_of_their_own_where_they_are_discounted() -> None:
    calendar = Calendar(Month(year=2012, month=1), Period(count=1, unit="year"), 3)
    discounting = {"method": "at_point", "rate": "3 %/year", "outcomes": {"rate": "25 %/year"}}
    conventions = Conventions.model_validate({"discounting": discounting})
    found = weights_of(conventions, calendar, np.full(3, 0.03), None, np.full(3, 0.25))
    assert found.of_money == ("nominal", "present")
    assert found.valuations == (*found.of_money, found.of_outcomes)
    assert found.at_start[2].tolist() == [1.0, 0.8, 0.8 * 0.8]
    assert found.nominal().valuations == ("nominal",)


def test_without_discounting_there_is_one_valuation() -> None:
    assert weights().valuations == ("nominal",)
    assert weights(method="at_point", rate=3.0).valuations == ("nominal", "present")


def test_the_green_book_table_at_its_printed_digits() -> None:
    factors = weights(method="per_year_start", rate=3.5, months=12, cycles=11).at_start[1]
    assert tuple(round(1000 * factor) for factor in factors) == GREEN_BOOK


@pytest.mark.parametrize("months", [1, 3, 12])
@pytest.mark.parametrize("method", METHODS)
def test_where_the_rate_steps_the_factor_goes_on_from_where_it_stands(method: str, months: int) -> None:
    """Green Book: 3.5 % for 30 years, 3.0 % until year 75, 2.5 % from then on."""
    per_year = 12 // months
    rates = np.repeat([3.5, 3.0, 2.5], np.array([30, 45, 5]) * per_year)
    found = weights(method=method, rate=rates, months=months, cycles=len(rates)).at_start[1]
    later = {"per_year_mid": Fraction(1, 2), "per_year_end": Fraction(1)}.get(method, Fraction(0))
    for year in (0, 10, 29, 30, 31, 74, 75, 76, 79):
        elapsed = year + later
        first = power(3.5, min(elapsed, Fraction(30)))
        second = power(3.0, min(max(elapsed - 30, Fraction(0)), Fraction(45)))
        third = power(2.5, max(elapsed - 75, Fraction(0)))
        assert found[year * per_year] == pytest.approx(
            first * second * third, rel=tolerance("discount_factor_of_80_years")
        )


@pytest.mark.parametrize("rate", [3.3, 0.9])  # BMF circulars: 2011 nominal, 2021 nominal
@pytest.mark.parametrize("months", [1, 3, 12])
@pytest.mark.parametrize(
    ("method", "later"),
    [("per_year_start", Fraction(0)), ("per_year_mid", Fraction(1, 2)), ("per_year_end", Fraction(1))],
)
def test_per_year_everything_of_a_year_has_one_factor(
    method: str, later: Fraction, months: int, rate: float
) -> None:
    cycles = 60 // months
    found = weights(method=method, rate=rate, months=months, cycles=cycles)
    expected = [power(rate, months * t // 12 + later) for t in range(cycles)]
    np.testing.assert_allclose(found.at_start[1], expected, rtol=tolerance("discount_factor"))
    assert (found.at_end[1] == found.at_start[1]).all()


@pytest.mark.parametrize("rate", [3.3, 0.9, 0.0, -0.5])
@pytest.mark.parametrize("months", [1, 3, 12])
def test_at_a_point_each_end_of_a_cycle_has_its_own_date(months: int, rate: float) -> None:
    cycles = 60 // months
    found = weights(method="at_point", rate=rate, months=months, cycles=cycles)
    expected = [power(rate, Fraction(months * t, 12)) for t in range(cycles + 1)]
    np.testing.assert_allclose(found.at_start[1], expected[:-1], rtol=tolerance("discount_factor"))
    np.testing.assert_allclose(found.at_end[1], expected[1:], rtol=tolerance("discount_factor"))
    assert found.at_start[1, 0] == 1.0


@pytest.mark.parametrize("counting", RULES)
@pytest.mark.parametrize("method", METHODS)
def test_discounting_comes_before_weighting(counting: str, method: str) -> None:
    plain, found = weights(counting), weights(counting, method, 3.3)
    assert (found.start[1] == plain.start[0] * found.at_start[1]).all()
    assert (found.end[1] == plain.end[0] * found.at_end[1]).all()


@pytest.mark.parametrize("method", METHODS)
def test_a_rate_of_0_discounts_nothing(method: str) -> None:
    found = weights(method=method, rate=0.0)
    assert (found.at_start == 1.0).all()
    assert (found.at_end == 1.0).all()


@pytest.mark.parametrize("method", METHODS)
def test_a_higher_rate_never_values_a_later_euro_more(method: str) -> None:
    low, high = (weights(method=method, rate=rate).at_end[1] for rate in (1.0, 5.0))
    assert (high <= low).all()
    assert (np.diff(high) <= 0.0).all()


def discounted(method: str, cycle: str, rates: list[float]) -> Weights:
    """The weights of cycles of any length, each discounted at its own rate in percent."""
    calendar = Calendar(Month(year=2012, month=1), cycle_read(cycle), len(rates))
    written = {"counting": "start", "discounting": {"method": method, "rate": "0 %/year"}}
    return weights_of(Conventions.model_validate(written), calendar, np.array(rates) / 100.0)


@pytest.mark.parametrize(("cycle", "cycles"), [("day", 60), ("week", 53), ("4 months", 30), ("3 years", 8)])
def test_a_cycle_of_any_length_is_discounted_by_its_part_of_a_year(cycle: str, cycles: int) -> None:
    rule = discounted("at_point", cycle, [3.3] * cycles)
    length = cycle_read(cycle).years
    worth = [power(3.3, length * t) for t in range(cycles + 1)]
    np.testing.assert_allclose(rule.at_start[1], worth[:-1], rtol=tolerance("discount_factor"))
    np.testing.assert_allclose(rule.at_end[1], worth[1:], rtol=tolerance("discount_factor"))


@pytest.mark.parametrize(
    ("cycle", "years"),
    [
        ("day", [t // 365 for t in range(1095)]),
        ("week", [0] * 53 + [1] * 52 + [2] * 52),
        ("3 years", [0, 3, 6]),
    ],
)
@pytest.mark.parametrize(
    ("method", "shift"), [("per_year_start", 0), ("per_year_mid", 0.5), ("per_year_end", 1)]
)
def test_a_cycle_is_worth_what_the_year_it_begins_in_is(
    cycle: str, years: list[int], method: str, shift: float
) -> None:
    rule = discounted(method, cycle, [3.3] * len(years))
    worth = [power(3.3, Fraction(year) + Fraction(shift)) for year in years]
    np.testing.assert_allclose(rule.at_start[1], worth, rtol=tolerance("discount_factor"))


def test_a_rate_that_steps_up_holds_from_the_week_in_which_the_year_begins() -> None:
    """Week 53 is the first that begins in the second year."""
    rule = discounted("per_year_end", "week", [2.0] * 53 + [5.0] * 52)
    assert rule.at_start[1, 52] == pytest.approx(1 / 1.02, rel=tolerance("last_digits"))
    assert rule.at_start[1, 53] == pytest.approx(1 / 1.02 / 1.05, rel=tolerance("last_digits"))
