"""What has limits, how much room there is, and what a queue says of each stratum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.limits import (
    Limits,
    by_stratum,
    capacities_of,
    limited,
    most_slots,
    no_place_ever,
    places_of,
    slots_of,
)
from tests import small

LIMITED = """
states:
  b: {title: b}
  a: {title: a, places: {value: 0, bridge: b, schedule: [{from: 2020-07, places: 2}]}}
parameters: {fachkraefte: 2 FTE}
transitions: [{from: a, to: b, probability: 5 %/year}, {from: b, to: a, probability: 5 %/year}]
interventions:
  z: {title: Z, enrolment: [{of: entries, in: a}], capacity: {posts: fachkraefte, caseload: 10}}
  y: {title: Y, enrolment: [{of: entries, in: b}], capacity: {posts: 1 FTE, caseload: 10}}
  x: {title: X, enrolment: [{of: entries, in: b}]}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [x, z]}}
"""


@pytest.fixture
def scenario() -> Scenario:
    return small.scenario(LIMITED)


def test_a_capacity_that_no_strategy_runs_limits_nothing(scenario: Scenario) -> None:
    assert limited(scenario) == Limits(programmes=("z",), states=("a",))
    assert limited(scenario).paths == ("interventions.z.capacity", "states.a.places")
    assert bool(limited(scenario))


def test_a_file_without_capacity_and_places_has_no_limits() -> None:
    assert not limited(small.scenario(small.WITH_PROGRAMME))


def test_an_engine_without_queues_is_refused_only_where_somebody_may_wait() -> None:
    idle = LIMITED.replace("[x, z]", "[x]").replace(
        ", places: {value: 0, bridge: b, schedule: [{from: 2020-07, places: 2}]}", ""
    )
    assert small.scenario(idle, "engine: cohort").engine == "cohort"
    assert small.scenario(LIMITED, "engine: simpy").engine == "simpy"


def test_room_is_posts_times_their_productive_share_times_cases_rounded_down() -> None:
    """4 x 0.75 x 15 = 45; 6 x 0.75 x 15 = 67.5; three tenths of ten are three, whatever binary says."""
    assert [slots_of(4.0, 0.75, 15.0), slots_of(6.0, 0.75, 15.0), slots_of(0.3, 1.0, 10.0)] == [45, 67, 3]
    assert slots_of(0.1, 0.7, 10.0) == 0
    assert slots_of(1.0, 1.0, 0.3 / 0.1) == 3  # 2.9999999999999996


@given(st.integers(0, 400), st.integers(1, 100), st.integers(1, 40))
def test_room_is_what_whole_numbers_say(quarters: int, percent: int, caseload: int) -> None:
    assert slots_of(quarters / 4, percent / 100, float(caseload)) == quarters * percent * caseload // 400


def test_the_most_room_there_ever_is(scenario: Scenario) -> None:
    assert [most_slots(scenario, each) for _, each in capacities_of(scenario)] == [20, 10]
    [(path, places)] = places_of(scenario)
    assert (path, no_place_ever(scenario, places)) == ("states.a.places", False)


@pytest.mark.parametrize(
    ("posts", "room"),
    [
        ("posts: 1 FTE, caseload: 10, schedule: [{from: 2020-07, posts: 3 FTE}]", 30),
        ("posts: 3 FTE, caseload: 10, productive_share: 50 %, schedule: [{from: 2020-07, posts: 1 FTE}]", 15),
        ("posts: 0 FTE, caseload: 10", 0),
        ("posts: fachkraefte * 2, caseload: 10", None),
        ("posts: 1 FTE, caseload: faelle * 2", None),
        ("posts: 1 FTE, caseload: 10, productive_share: anteil / 2", None),
    ],
)
def test_the_most_room_is_known_where_all_its_numbers_are_written_out(posts: str, room: int | None) -> None:
    edited = LIMITED.replace("posts: fachkraefte, caseload: 10", posts)
    more = "parameters: {fachkraefte: 2 FTE, faelle: 5, anteil: 80 %}"
    scenario = small.scenario(edited, more)
    assert most_slots(scenario, dict(capacities_of(scenario))["interventions.z.capacity"]) == room


def test_a_group_speaks_for_all_its_strata() -> None:
    crossed = small.scenario(
        "strata: {hoch: {title: H, share: 30 %}, niedrig: {title: N, share: rest}}",
        "crossed_with: {ort: {nord: {title: Nord, share: 40 %}, sued: {title: Süd, share: rest}}}",
    )
    assert by_stratum(crossed, {"hoch": 1}) == {"hoch_nord": 1, "hoch_sued": 1}
    assert by_stratum(crossed, {"niedrig_sued": 2, "hoch": 1}) == {
        "niedrig_sued": 2,
        "hoch_nord": 1,
        "hoch_sued": 1,
    }
