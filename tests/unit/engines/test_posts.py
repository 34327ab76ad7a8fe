"""Posts and places in their time."""

from prevention_sim.engines.posts import posts_and_slots
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.rows import base_row
from tests import small

COMING_AND_GOING = """
time: {start: 2020-01, years: 4, budget_window: 1}
interventions:
  hilfe:
    title: Hilfe
    enrolment: [{of: entries, in: a}]
    capacity:
      posts: 6 FTE
      caseload: 10
      hiring_lag: 2 months
      attrition: 40 %/year
      schedule: [{from: 2021-01, posts: 2 FTE}, {from: 2022-01, posts: 9 FTE}]
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
transitions: [{from: a, to: b, probability: 5 %/year}]
"""


def test_the_posts_of_a_replication_are_the_same_alone_and_among_others() -> None:
    """Also once posts were given up and are wanted again, after other stints in other replications."""
    model = small.model(COMING_AND_GOING)
    bound = bind(model, base_row(model.table))

    def posts(*replications: int) -> list[list[int]]:
        found, slots = posts_and_slots(model, bound, [Luck(1, number) for number in replications])
        assert (slots == 10 * found).all()
        return [each.tolist() for each in found[:, 0]]

    assert posts(*range(20)) == [post for number in range(20) for post in posts(number)]


def test_without_vacancies_posts_are_there_as_meant_once_they_are_hired() -> None:
    model = small.model(COMING_AND_GOING.replace("      attrition: 40 %/year\n", ""))
    posts, _ = posts_and_slots(model, bind(model, base_row(model.table)), [Luck(1, 0)])
    expected = [6] * 12 + [2] * (12 + 2) + [9] * (24 - 2 + 1)
    assert posts[0, 0].tolist() == expected
