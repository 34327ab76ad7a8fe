"""Sizing posts: what a number of them brings, worked out by hand, and which is best."""

import pytest

from prevention_sim.analysis.sizing import Sizing, size_posts
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Language
from prevention_sim.model.compile import compile_model
from prevention_sim.report.sizing import tell_sizing
from prevention_sim.scenario.changing import simulated
from prevention_sim.scenario.document import Scenario
from tests import small

TWO_CHILDREN = """
states:
  heim: {title: Heim, tags: [placement]}
  hilfe: {title: Hilfe}
  ende: {title: Ende}
caseload: {intake: {kinder: {value: 2 cases, at: 2020-01, into: heim}}}
transitions: [{from: [heim, hilfe], to: ende, probability: 0 %/month}]
costs: {heim: {kind: per_case, title: Heim, state: heim, value: 100 EUR/month}}
interventions:
  hebammen:
    title: Hebammen
    effects: [{kind: diverts, from: heim, into: hilfe, share: 100 %}]
    capacity: {posts: 2 FTE, caseload: 1}
    costs: {stellen: {kind: staff, title: Stellen, personnel: 600 EUR/year}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hebammen]}}
bearer: kommune
"""


def two_children() -> Scenario:
    return simulated(small.scenario(TWO_CHILDREN), "discrete_event", 1, 8)


def sized(posts: tuple[float, ...] = ()) -> Sizing:
    return size_posts(compile_model(two_children()), "mit", "municipality", posts=posts)


def test_relief_is_what_the_posts_save_less_what_they_cost() -> None:
    """A child in the home costs 1,200 a year, a post 600; two children need two."""
    found = sized()
    assert [size.posts for size in found.sizes] == [1.0, 2.0, 3.0, 4.0]
    assert [size.relief for size in found.sizes] == [600.0, 1200.0, 600.0, 0.0]
    assert [size.avoided for size in found.sizes] == pytest.approx([1.0, 2.0, 2.0, 2.0])
    assert [size.waiting for size in found.sizes] == pytest.approx([1.0, 0.0, 0.0, 0.0])
    assert [size.utilisation for size in found.sizes] == pytest.approx([1.0, 1.0, 2 / 3, 1 / 2])


def test_the_best_is_told_with_what_its_neighbours_lose() -> None:
    found = sized()
    assert (found.best.posts, found.flat) == (2.0, (2.0, 2.0))
    assert [(size.loss, size.loss_half_width) for size in found.sizes] == [
        (600, 0),
        (0, 0),
        (600, 0),
        (1200, 0),
    ]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            (
                "»Hebammen«: Am meisten entlasten 2 Stellen, nämlich 1.200 € (die Kommune, 2020).",
                "Mit einer Stelle sind es 600 € weniger (auf ± 0 € genau).",
                "Mit 3 Stellen sind es 600 € weniger (auf ± 0 € genau).",
            ),
        ),
        (
            "en",
            (
                "“Hebammen”: 2 posts relieve most, by €1,200 (the municipality, 2020).",
                "With one post it is €600 less (to within ± €0).",
                "With 3 posts it is €600 less (to within ± €0).",
            ),
        ),
    ],
)
def test_it_is_told_in_both_languages(language: Language, sentences: tuple[str, ...]) -> None:
    assert tell_sizing(two_children(), sized(), "municipality", language).sentences == sentences


def test_a_best_at_the_edge_asks_for_more_numbers() -> None:
    told = tell_sizing(two_children(), sized((1.0, 1.5)), "municipality", "de")
    assert told.sentences[-1].startswith("Das beste Ergebnis liegt am Rand")


def test_a_programme_without_capacity_has_no_posts_to_size() -> None:
    model = compile_model(small.scenario(small.WITH_PROGRAMME))
    with pytest.raises(ModelError, match="capacity"):
        size_posts(model, "mit", "municipality")
