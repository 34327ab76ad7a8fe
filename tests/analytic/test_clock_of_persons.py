"""Persons under other clocks and other units of time: exactly the same people at every boundary they share.

A person leaves when the hazards since entry reach its patience. In a cycle that is made of shorter ones they
are the same sum, so who leaves within it leaves at its end: every stay is rounded up, and by less than one
cycle. A chance in other units is another number in its last digit, which decides once in some 10**11 stays.
"""

from math import expm1, log1p

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.tallies import Whole
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import base_row
from tests import small

IN_A_YEAR = {"year": 1, "6 months": 2, "quarter": 4, "month": 12}
PER_YEAR = {"day": 365.0, "month": 12.0, "quarter": 4.0, "year": 1.0}

percents = st.lists(st.integers(1, 90), min_size=2, max_size=2)


def there(cycle: str, years: int, chances: list[dict[str, str]]) -> Whole:
    """How many of 200 are in each state at every boundary; they leave `a` by competing chances."""
    moves = [{"from": "a", "to": to} | chance for to, chance in zip("bc", chances, strict=True)]
    tree = small.tree_of("states: [a, b, c]", "caseload: {stock: {da: {value: 200 cases, in: a}}}") | {
        "time": {"start": "2020-01", "years": str(years), "cycle": cycle, "budget_window": "1"},
        "conventions": {"counting": "start", "conversion": "competing"},
        "transitions": moves,
    }
    model = compile_model(small.scenario_of(tree))
    counted = count_persons(model, bind(model, base_row(model.table)), [Luck(1, 0)])
    found: Whole = counted.present[0, 0, 0]
    return found


@settings(max_examples=15)
@given(percents, st.integers(1, 3))
def test_under_a_finer_clock_the_same_persons_are_where_they_are(shares: list[int], years: int) -> None:
    """Each stay ends within the longer cycle at whose end it would end."""
    chances = [{"probability": f"{share} %/year"} for share in shares]
    finest = there("month", years, chances)
    assert 0 < finest[-1, 0] < 200 or max(shares) > 50
    for cycle, number in IN_A_YEAR.items():
        np.testing.assert_array_equal(there(cycle, years, chances), finest[:: 12 // number])


@settings(max_examples=10)
@given(percents, st.integers(1, 3), st.sampled_from(("year", "quarter", "month")))
def test_in_other_units_of_time_the_same_persons_leave(shares: list[int], years: int, cycle: str) -> None:
    """Chances and rates, per day, month, quarter and year."""
    hazards = [-log1p(-share / 100) for share in shares]
    written = [
        [{way: f"{number(hazard, per):.20f}/{unit}"} for hazard in hazards]
        for unit, per in PER_YEAR.items()
        for way, number in (
            ("probability", lambda hazard, per: -expm1(-hazard / per)),
            ("rate", lambda hazard, per: hazard / per),
        )
    ]
    first, *others = (there(cycle, years, chances) for chances in written)
    for other in others:
        np.testing.assert_array_equal(other, first)
