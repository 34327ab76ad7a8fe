"""Where cycles begin: days, weeks, months and years on one calendar of 365 days."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.scenario.grid import Grid, cycle_read
from prevention_sim.scenario.parts import Month
from prevention_sim.scenario.problems import UnreadableError
from prevention_sim.scenario.settings import Time

GRIDS = ("day", "week", "month", "2 months", "quarter", "4 months", "6 months", "year", "3 years")


def grid(cycle: str, start: str = "2027-01") -> Grid:
    return Grid(month(start), cycle_read(cycle))


def month(text: str) -> Month:
    year, number = text.split("-")
    return Month(year=int(year), month=int(number))


months = st.builds(Month, year=st.integers(1990, 2060), month=st.integers(1, 12))


@pytest.mark.parametrize(
    ("cycle", "years"),
    [
        ("day", Fraction(1, 365)),
        ("week", Fraction(7, 365)),
        ("month", Fraction(1, 12)),
        ("4 months", Fraction(1, 3)),
        ("quarter", Fraction(1, 4)),
        ("year", Fraction(1)),
        ("3 years", Fraction(3)),
    ],
)
def test_a_cycle_is_an_exact_part_of_a_year(cycle: str, years: Fraction) -> None:
    assert grid(cycle).cycle_years == years


@pytest.mark.parametrize(
    "written", ["fortnight", "2 weeks", "5 months", "18 months", "0 years", "3 year", ""]
)
def test_other_lengths_are_not_read(written: str) -> None:
    with pytest.raises(UnreadableError, match="3 years"):
        cycle_read(written)


@pytest.mark.parametrize(
    ("written", "kept"), [("1 month", "month"), ("1 years", "year"), ("3 years", "3 years")]
)
def test_the_same_cycle_is_kept_as_the_same_text(written: str, kept: str) -> None:
    time = Time.model_validate({"start": "2027-01", "years": "3", "cycle": written})
    assert time.cycle == kept


@pytest.mark.parametrize(
    ("at", "boundary"),
    [("2027-01", 0), ("2027-03", 59), ("2028-01", 365), ("2028-03", 424), ("2026-12", -31)],
)
def test_a_month_begins_on_its_day_and_a_leap_day_is_none(at: str, boundary: int) -> None:
    """January and February are 59 days, in 2028, too."""
    assert grid("day").boundary(month(at)) == boundary
    assert grid("day").delay(month(at)) == 0


@pytest.mark.parametrize(
    ("at", "boundary", "delay"),
    [("2027-01", 0, 0), ("2027-02", 5, 4), ("2027-03", 9, 4), ("2027-04", 13, 1), ("2028-01", 53, 6)],
)
def test_a_month_begins_with_the_first_week_not_before_it(at: str, boundary: int, delay: int) -> None:
    """31 = 5 x 7 - 4, 59 = 9 x 7 - 4, 90 = 13 x 7 - 1 and 365 = 53 x 7 - 6 days after 1 January 2027."""
    assert (grid("week").boundary(month(at)), grid("week").delay(month(at))) == (boundary, delay)


def test_a_week_belongs_to_the_year_in_which_it_begins() -> None:
    """53 weeks begin in 2027, the last on day 364; then 52 each, until 365 weeks are seven years."""
    weeks = [grid("week").year_at(cycle) for cycle in range(365)]
    assert [weeks.count(year) for year in range(2027, 2034)] == [53, 52, 52, 52, 52, 52, 52]
    assert grid("week").year_at(365) == 2034


def test_weeks_of_a_horizon_are_those_that_begin_in_it() -> None:
    assert [grid("week").cycles_within(years) for years in (1, 2, 7)] == [53, 105, 365]
    assert [grid("week").excess(years) for years in (1, 2, 7)] == [6, 5, 0]


def test_a_budget_year_may_have_no_cycle() -> None:
    three = grid("3 years")
    assert [three.year_at(cycle) for cycle in range(2)] == [2027, 2030]
    assert list(three.budget_years(2)) == [2027, 2028, 2029, 2030, 2031, 2032]
    assert list(grid("week").budget_years(53)) == [2027]
    assert list(grid("quarter", "2026-11").budget_years(4)) == [2026, 2027]


@given(st.sampled_from(GRIDS), months, months)
def test_a_boundary_is_the_first_that_is_not_before_the_month(cycle: str, start: Month, at: Month) -> None:
    found = Grid(start, cycle_read(cycle))
    place = found.origin + found.boundary(at) * found.cycle_length
    assert 0 <= place - found.place(at) == found.delay(at) < found.cycle_length


@given(st.sampled_from(GRIDS), months, st.integers(-40, 400))
def test_a_cycle_begins_in_the_year_of_its_month(cycle: str, start: Month, at: int) -> None:
    found = Grid(start, cycle_read(cycle))
    assert found.month_of(at).year == found.year_at(at)
    first, next_one = (found.place(each) for each in (found.month_of(at), found.month_of(at).next))
    assert first <= found.origin + at * found.cycle_length < next_one


@given(st.sampled_from(GRIDS), months, st.integers(1, 12))
def test_cycles_within_some_years_begin_in_them(cycle: str, start: Month, years: int) -> None:
    found = Grid(start, cycle_read(cycle))
    cycles = found.cycles_within(years)
    assert (cycles - 1) * found.cycle_years < years <= cycles * found.cycle_years
    assert found.excess(years) == (cycles * found.cycle_years - years) * found.year_length


@given(st.sampled_from(GRIDS), st.fractions(0, 9), st.integers(0, 2))
def test_the_nearest_length_of_whole_cycles_is_nearest(cycle: str, years: Fraction, least: int) -> None:
    count, unit = grid(cycle).whole(years, least).split()
    length = int(count) * cycle_read(unit.removesuffix("s")).years
    cycles = length / grid(cycle).cycle_years
    assert cycles.denominator == 1
    assert cycles >= least
    assert cycles == least or abs(length - years) <= grid(cycle).cycle_years / 2
