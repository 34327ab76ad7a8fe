"""Boundaries, cycles and budget years."""

import pytest

from prevention_sim.model.calendar import Calendar
from prevention_sim.scenario.parts import Month, Period


def calendar(start: str, months_per_cycle: int, cycles: int) -> Calendar:
    return Calendar(month(start), Period(count=months_per_cycle, unit="month"), cycles)


def month(text: str) -> Month:
    year, number = text.split("-")
    return Month(year=int(year), month=int(number))


def test_a_cycle_belongs_to_the_budget_year_of_its_first_day() -> None:
    april = calendar("2012-11", 3, 4)  # November, February, May, August
    assert april.years == (2012, 2013)
    assert april.year_of_cycle.tolist() == [0, 1, 1, 1]


def test_a_horizon_that_ends_with_the_year_does_not_touch_the_next() -> None:
    assert calendar("2012-01", 1, 24).years == (2012, 2013)
    assert calendar("2012-12", 1, 2).years == (2012, 2013)


@pytest.mark.parametrize(("months", "years"), [(1, 1 / 12), (3, 0.25), (12, 1.0)])
def test_a_month_is_a_twelfth_of_a_year(months: int, years: float) -> None:
    assert calendar("2012-01", months, 1).cycle_years == Fraction(years).limit_denominator(12)


def test_every_cycle_has_a_year_and_every_year_a_cycle() -> None:
    running = calendar("2012-07", 12, 5)
    assert running.years == (2012, 2013, 2014, 2015, 2016)
    assert running.year_of_cycle.tolist() == [0, 1, 2, 3, 4]


def test_a_span_contains_its_first_and_its_last_month() -> None:
    year = calendar("2012-01", 1, 6)
    assert year.span(month("2012-02"), month("2012-04")).tolist() == [0, 1, 1, 1, 0, 0]
    assert year.span(month("2012-03"), month("2012-03")).tolist() == [0, 0, 1, 0, 0, 0]


def test_an_open_span_reaches_to_the_end_of_the_horizon() -> None:
    year = calendar("2012-01", 1, 4)
    assert year.span(None, None).tolist() == [1, 1, 1, 1]
    assert year.span(month("2012-03"), None).tolist() == [0, 0, 1, 1]
    assert year.span(None, month("2012-02")).tolist() == [1, 1, 0, 0]


def test_a_span_outside_the_horizon_is_cut_or_empty() -> None:
    year = calendar("2012-01", 1, 4)
    assert year.span(month("2011-06"), month("2012-02")).tolist() == [1, 1, 0, 0]
    assert year.span(month("2012-04"), month("2013-12")).tolist() == [0, 0, 0, 1]
    assert not year.span(month("2010-01"), month("2011-12")).any()
    assert not year.span(month("2013-01"), month("2014-01")).any()


def test_a_span_may_end_with_december() -> None:
    assert calendar("2011-11", 1, 4).span(None, month("2011-12")).tolist() == [1, 1, 0, 0]


def test_the_last_month_of_a_quarter_ends_its_cycle() -> None:
    assert calendar("2012-01", 3, 4).span(month("2012-04"), month("2012-09")).tolist() == [0, 1, 1, 0]


def test_a_date_is_the_cycle_that_begins_with_it() -> None:
    assert calendar("2012-01", 3, 4).moment(month("2012-07")).tolist() == [0, 0, 1, 0]
    assert not calendar("2012-01", 3, 4).moment(month("2013-01")).any()
    assert not calendar("2012-01", 3, 4).moment(month("2011-10")).any()
