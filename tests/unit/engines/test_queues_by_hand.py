"""Queues that can be worked out on paper: whole children, help of whole months, boundary by boundary."""

from dataclasses import dataclass

import numpy as np
import pytest

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.queueing.outlook import outlook
from prevention_sim.analysis.queues import Queue, capacity_effect, queues
from prevention_sim.engines.discrete_event import count_events
from prevention_sim.engines.posts import posts_and_slots
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.rows import base_row, set_rows
from tests import small

YEAR = Slice((2020,))

ONE_MIDWIFE = """
caseload: {intake: {kinder: {value: 3 cases, at: 2020-01, into: a}}}
transitions: [{from: a, to: b, probability: 0 %/month}]
interventions:
  hilfe:
    title: Hilfe
    enrolment: [{of: entries, in: a}]
    lasts: 3 months
    capacity: {posts: 1 FTE, caseload: 1, OTHER}
    costs:
      stunden: {kind: per_participant, title: Stunden, value: 100 EUR/month}
      warten: {kind: per_waiting, title: Warten, value: 10 EUR/month}
      aufnahme: {kind: per_enrolment, title: Aufnahme, value: 1 EUR}
      stelle: {kind: staff, title: Stelle, personnel: 1 200 EUR/year}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
bearer: kommune
"""

ONE_HOME = """
states:
  a: {title: a}
  heim: {title: Heim, tags: [placement], places: {value: 2, bridge: not}}
  not: {title: Not}
caseload: {intake: {kinder: {value: 3 cases, at: 2020-01, into: heim}}}
stays: {heim: {mean: 1 month, to: {a: 100 %}}}
transitions: [{from: not, to: a, probability: 0 %/month}]
costs:
  heim: {kind: per_case, title: Heim, state: heim, value: 100 EUR/month}
  not: {kind: per_case, title: Not, state: not, value: 140 EUR/month}
bearer: kommune
"""


@dataclass(frozen=True)
class Told:
    """What a file leads to with places as they are."""

    outcomes: Outcomes

    def cost(self, item: str, strategy: str = "mit") -> float:
        """What a line comes to."""
        return float(Findings(self.outcomes).cost(strategy, YEAR, (item,))[0])

    def queue(self, strategy: str = "mit") -> Queue:
        """The one queue of a strategy."""
        (found,) = queues(self.outcomes, strategy)
        return found


def told(*texts: str) -> Told:
    return Told(small.run(*texts, engine="discrete_event"))


def with_midwife(other: str = "") -> str:
    return ONE_MIDWIFE.replace(", OTHER", f", {other}" if other else "")


def test_three_children_and_one_midwife_follow_each_other() -> None:
    """Help from January, April and July; the second child waits three months, the third six."""
    found = told(with_midwife())
    assert found.cost("stunden") == 9 * 100.0
    assert found.cost("warten") == (3 + 6) * 10.0
    assert found.cost("aufnahme") == 3.0
    assert found.cost("stelle") == 1200.0
    queue = found.queue()
    assert queue.told[:10, 0].tolist() == [2, 2, 2, 1, 1, 1, 0, 0, 0, 0]
    assert np.flatnonzero(queue.waits).tolist() == [0, 3, 6]
    assert queue.mean_wait_months == pytest.approx(3.0)
    assert (queue.wait_quantile_months(0.5), queue.wait_quantile_months(0.9)) == (3.0, 6.0)
    assert queue.utilisation((2020,)) == pytest.approx(9 / 12)
    assert (queue.asked((2020,)), queue.served((2020,)), queue.unserved((2020,))) == (3.0, 3.0, 0.0)


def test_the_comparator_has_nobody_waiting_and_pays_nothing() -> None:
    found = told(with_midwife())
    assert list(queues(found.outcomes, "ohne")) == []
    assert all(found.cost(item, "ohne") == 0.0 for item in ("stunden", "warten", "aufnahme", "stelle"))


def test_without_a_waiting_room_the_others_are_turned_away() -> None:
    found = told(with_midwife("waiting_room: 0"))
    assert (found.cost("stunden"), found.cost("warten"), found.cost("aufnahme")) == (300.0, 0.0, 1.0)
    assert found.queue().unserved((2020,)) == 2.0


def test_a_waiting_room_of_one_turns_the_last_away() -> None:
    found = told(with_midwife("waiting_room: 1"))
    assert (found.cost("stunden"), found.cost("warten"), found.cost("aufnahme")) == (600.0, 30.0, 2.0)


def test_who_does_not_wait_longer_than_a_month_is_gone_in_february() -> None:
    found = told(with_midwife("leaves: 100 %/month"))
    assert (found.cost("stunden"), found.cost("warten")) == (300.0, 20.0)
    assert found.queue().told[:3, 5].tolist() == [0, 2, 0]


def test_a_second_midwife_comes_when_she_has_been_hired() -> None:
    """She is meant to come in February and is there a month later: the third child waits five months less."""
    schedule = "schedule: [{from: 2020-02, posts: 2 FTE}], hiring_lag: 1 month"
    found = told(with_midwife(schedule))
    assert np.flatnonzero(found.queue().waits).tolist() == [0, 2, 3]
    assert found.cost("stelle") == 1200.0 + 10 * 100.0


@pytest.mark.parametrize(("falls", "helped", "waits"), [("finish", 9, 3), ("transfer", 10, 3 + 2)])
def test_when_a_post_goes_help_is_finished_or_given_back(falls: str, helped: int, waits: int) -> None:
    """From February one of two: the first two finish in March, or the second waits until April."""
    posts = f"schedule: [{{from: 2020-02, posts: 1 FTE}}], when_it_falls: {falls}"
    found = told(with_midwife(posts).replace("posts: 1 FTE, caseload", "posts: 2 FTE, caseload"))
    assert found.cost("stunden") == helped * 100.0
    assert found.cost("warten") == pytest.approx(waits * 10.0 + (60.0 - 30.0 if falls == "transfer" else 0.0))


def test_the_outlook_reads_load_and_patience_from_the_file() -> None:
    """Twelve requests a year of three months each load one slot threefold: the list grows by eight a year."""
    arrivals = "caseload: {arrivals: {kinder: {value: 12 cases/year, into: a, varies: fixed}}}"
    years = "time: {start: 2020-01, years: 20, budget_window: 1}"
    found = told(years, with_midwife(), arrivals)
    seen = outlook(found.outcomes.model, found.queue())
    assert seen is not None
    assert seen.offered_load == pytest.approx(3.0, rel=0.02)
    assert seen.impossible
    assert seen.growth_per_year == pytest.approx(8.0, rel=0.02)
    patient = told(years, with_midwife("leaves: 10 %/month"), arrivals)
    seen = outlook(patient.outcomes.model, patient.queue())
    assert seen is not None
    assert not seen.impossible
    assert seen.share_unserved == pytest.approx(2 / 3, abs=0.05)


def test_two_places_and_three_children_need_a_bridge_for_a_month() -> None:
    found = told(ONE_HOME)
    assert found.cost("heim", "ohne") == 3 * 100.0
    assert found.cost("not", "ohne") == 140.0
    assert found.queue("ohne").told[:3, 0].tolist() == [1, 0, 0]
    effect = capacity_effect(found.outcomes, "ohne", YEAR)
    assert effect.cost == {"kommune": 140.0}
    assert [effect.placed, effect.placed_for_all] == pytest.approx([3 / 12, 3 / 12])


def test_who_waits_for_a_place_elsewhere_still_counts_among_those_bound_for_it() -> None:
    found = Findings(told(ONE_HOME).outcomes)
    assert found.entered("ohne", YEAR, frozenset({"heim"})).tolist() == [3.0]
    assert found.entered("ohne", YEAR, frozenset({"not"})).tolist() == [0.0]
    assert found.placements("ohne", YEAR).tolist() == [3.0]


def test_those_who_are_there_at_the_start_keep_their_places_though_they_are_too_many() -> None:
    stock = "caseload: {stock: {kinder: {value: 3 cases, in: heim}}}"
    found = told(ONE_HOME, stock)
    assert (found.cost("heim", "ohne"), found.cost("not", "ohne")) == (300.0, 0.0)
    assert found.queue("ohne").utilisation((2020,)) == pytest.approx(3 / 24)


def test_posts_fall_vacant_by_the_law_of_a_constant_chance_and_are_filled_again_after_the_lag() -> None:
    """In the long run a post is filled 1/p of (1/p + lag) cycles; 10 % a month and 5 months: two thirds."""
    attrition = "attrition: 10 %/month, hiring_lag: 5 months"
    model = small.model("time: {start: 2020-01, years: 20, budget_window: 1}", with_midwife(attrition))
    replications = 400
    posts, slots = posts_and_slots(
        model, bind(model, base_row(model.table)), [Luck(1, number) for number in range(replications)]
    )
    assert np.array_equal(posts, slots)
    filled = posts[:, 0, 120:240].mean(axis=1)
    error = filled.std(ddof=1) / replications**0.5
    assert abs(filled.mean() - 10.0 / 15.0) < 4.42 * error
    first = posts[:, 0, :-1].argmin(axis=1)
    assert abs((first > 1).mean() - 0.9) < 4.42 * (0.09 / replications) ** 0.5


def test_every_strategy_has_the_same_posts_with_places_for_all_and_without() -> None:
    found = told(with_midwife("attrition: 30 %/month, hiring_lag: 2 months"))
    unlimited = Told(
        small.run(with_midwife("attrition: 30 %/month, hiring_lag: 2 months"), engine="microsimulation")
    )
    assert found.cost("stelle") == unlimited.cost("stelle") < 1200.0


@pytest.mark.parametrize(("path", "value"), [("posts", -1.0), ("caseload", -3.0)])
def test_numbers_that_cannot_be_are_refused_when_they_are_bound(path: str, value: float) -> None:
    model = small.model(with_midwife())
    rows = set_rows(model.table, {f"interventions.hilfe.capacity.{path}": [value]})
    with pytest.raises(ModelError):
        count_events(model, bind(model, rows), [Luck(1, 0)])
