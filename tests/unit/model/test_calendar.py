"""Boundaries, cycles and budget years."""

from fractions import Fraction

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


@pytest.mark.parametrize(("months", "years"), [(1, Fraction(1, 12)), (3, Fraction(1, 4)), (12, Fraction(1))])
def test_a_month_is_a_twelfth_of_a_year(months: int, years: Fraction) -> None:
    assert calendar("2012-01", months, 1).cycle_years == years


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


def weeks(cycles: int) -> Calendar:
    return Calendar(month("2027-01"), Period(count=1, unit="week"), cycles)


def test_spans_that_follow_each_other_share_no_week_and_leave_none_out() -> None:
    """February begins with the fifth week after the first, on day 35, and March with the ninth, on day 63."""
    until, from_ = weeks(53).span(None, month("2027-02")), weeks(53).span(month("2027-03"), None)
    assert (until + from_ == 1.0).all()
    assert until.sum() == 9
    assert weeks(53).span(month("2027-02"), month("2027-02")).sum() == 4


def test_a_month_inside_a_week_is_dated_to_the_next() -> None:
    assert weeks(53).moment(month("2027-12")).argmax() == 48  # day 336; December begins on day 334
    assert weeks(53).moment(month("2027-12")).sum() == 1.0


def test_periods_are_numbered_without_gaps_where_years_have_no_cycle() -> None:
    long = Calendar(month("2027-01"), Period(count=3, unit="year"), 2)
    assert long.years == (2027, 2028, 2029, 2030, 2031, 2032)
    assert long.year_of_cycle.tolist() == [0, 3]
    assert long.period_of_cycle.tolist() == [0, 1]
    assert long.year_of_period == (0, 3)


def test_a_budget_year_is_whole_where_all_of_it_is_computed_and_nothing_else() -> None:
    running = calendar("2026-07", 6, 4)
    assert [year for year in running.years if running.is_whole(year)] == [2027]
    assert weeks(53).is_whole(2027)
    assert not weeks(52).is_whole(2027)  # 364 days
    assert not calendar("2027-01", 36, 2).is_whole(2027)  # three years stand in it
