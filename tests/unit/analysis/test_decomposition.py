"""The relief divided among mechanisms: by hand, by its axioms, and adding up to the whole for any file."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.analysis.decomposition import MOST_EFFECTS, Mechanism, decompose, shapley, switches_of
from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import avoided_place_years
from prevention_sim.api import load, run
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.document import Scenario
from tests import small
from tests.small import Tree
from tests.strategies import files

TWO_EFFECTS = """
states:
  heim: {title: Heim, tags: [placement]}
  spfh: {title: Familienhilfe}
  paket: {title: Paket}
  leer: {title: niemand}
caseload:
  intake:
    gefaehrdet: {value: 8 cases, at: 2020-01, into: heim}
    uebrige: {value: 4 cases, at: 2020-01, into: spfh}
parameters: {haelfte: 50 %}
costs:
  heimkosten: {kind: per_case, title: Heim, state: heim, value: 1 000 EUR/month}
  spfhkosten: {kind: per_case, title: Hilfe, state: spfh, value: 50 EUR/month}
  paketkosten: {kind: per_case, title: Paket, state: paket, value: 100 EUR/month}
interventions:
  hilfe:
    title: Hilfe
    effects:
      - {kind: diverts, from: heim, into: paket, share: haelfte}
      - {kind: diverts, from: spfh, into: paket, share: 100 %}
      - {kind: diverts, from: leer, into: paket, share: 100 %}
    costs: {stelle: {kind: fixed, title: Stelle, value: 1 200 EUR/year}}
    income: {geld: {kind: fixed, title: Förderung, value: 200 EUR/year}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""


def of(scenario: Scenario, strategy: str = "mit") -> tuple[Mechanism, ...]:
    model = compile_model(scenario)
    (found,) = decompose(model, strategy, [Slice(model.calendar.years)])
    return found


def test_two_effects_and_a_post_by_hand() -> None:
    """4 of 8 children at 1,000 - 100 EUR a month, 4 families at 50 - 100; a post of 1,200 less 200."""
    placed, widened, idle, own = of(small.scenario(TWO_EFFECTS))
    assert (placed.states, placed.relief, placed.avoided_place_years) == (("heim",), 4 * 12 * 900.0, 4.0)
    assert (widened.states, widened.relief, widened.avoided_place_years) == (("spfh",), -4 * 12 * 50.0, 0)
    assert (idle.relief, idle.avoided_place_years) == (0.0, 0.0)
    assert (own.path, own.states, own.relief) == (None, (), -1_000.0)


def test_a_share_written_as_a_formula_is_switched_like_a_number() -> None:
    plain = small.scenario(TWO_EFFECTS.replace("share: haelfte", "share: 50 %"))
    assert of(plain) == of(small.scenario(TWO_EFFECTS))


def test_net_widening_is_the_published_one() -> None:
    """DOMAIN 7.1: low-risk families -611,179, the imminent group and overhead the rest of 1,417,354."""
    found = of(load("bielefeld_net_widening"))
    assert {each.states: round(each.relief) for each in found} == {
        ("heim",): 2_123_850,
        ("keine_hilfe",): -611_179,
        (): -95_317,
    }


@given(files())
def test_the_mechanisms_add_up_to_the_relief_exactly_in_any_file(tree: Tree) -> None:
    model = compile_model(small.scenario_of(tree))
    findings = Findings(evaluate_base(model))
    parts = [
        Slice(findings.years(period), valuation, perspective=perspective)
        for period in findings.periods()
        for valuation in model.weights.valuations
        for perspective in findings.perspectives()
    ]
    for strategy in model.strategies:
        for part, found in zip(parts, decompose(model, strategy, parts), strict=True):
            assert sum(each.relief for each in found) == findings.relief(strategy, part)[0]
            avoided = avoided_place_years(findings, strategy, part)[0]
            np.testing.assert_allclose(
                sum(each.avoided_place_years for each in found), avoided, rtol=1e-12, atol=1e-12
            )


def test_the_comparator_has_no_mechanisms_against_itself() -> None:
    assert of(small.scenario(TWO_EFFECTS), "ohne") == ()


def test_a_programme_of_the_comparator_alone_counts_with_the_other_sign() -> None:
    turned = small.scenario(TWO_EFFECTS.replace("ohne: {title: ohne}, mit", "mit: {title: m}, ohne"))
    turned = turned.model_copy(update={"comparator": "ohne"})
    assert [each.relief for each in of(turned)] == [-each.relief for each in of(small.scenario(TWO_EFFECTS))]


def values_of_subsets(effects: int) -> st.SearchStrategy[list[float]]:
    whole = st.integers(-1_000, 1_000).map(float)
    return st.lists(whole, min_size=1 << effects, max_size=1 << effects)


@given(st.integers(0, 4).flatmap(values_of_subsets))
def test_a_part_is_the_mean_over_all_orders_of_switching_on(values: list[float]) -> None:
    effects = len(values).bit_length() - 1
    orders = list(permutations(range(effects)))
    for effect, part in enumerate(shapley(values)):
        added = []
        for order in orders:
            before = sum(1 << other for other in order[: order.index(effect)])
            added.append(values[before | 1 << effect] - values[before])
        assert part == pytest.approx(sum(added) / len(orders), abs=1e-9)


def test_effects_that_do_something_only_together_share_it_equally() -> None:
    together = [0.0] * 7 + [30.0]
    assert shapley(together) == pytest.approx([10.0, 10.0, 10.0])
    assert shapley([0.0, 5.0, 0.0, 5.0]) == [5.0, 0.0]


def test_symmetric_effects_get_equal_parts() -> None:
    same = TWO_EFFECTS.replace("value: 4 cases", "value: 8 cases").replace("share: 100 %}", "share: 50 %}", 1)
    same = same.replace("value: 50 EUR/month", "value: 1 000 EUR/month")
    placed, widened, *_ = of(small.scenario(same))
    assert placed.relief == widened.relief == 4 * 12 * 900.0


def many(effects: int) -> Scenario:
    states = ", ".join(f"s{at}" for at in range(effects))
    diverts = ", ".join(f"{{kind: diverts, from: s{at}, into: b, share: 10 %}}" for at in range(effects))
    return small.scenario(f"""
states: [a, b, {states}]
caseload: {{intake: {{gruppe: {{value: 1 case, at: 2020-01, into: s0}}}}}}
interventions: {{hilfe: {{title: Hilfe, effects: [{diverts}]}}}}
strategies: {{ohne: {{title: ohne}}, mit: {{title: mit, interventions: [hilfe]}}}}
""")


def test_too_many_effects_are_refused_with_their_number_and_the_report_says_so() -> None:
    assert len(of(many(MOST_EFFECTS))) == MOST_EFFECTS
    too_many = many(MOST_EFFECTS + 1)
    with pytest.raises(ModelError, match="9 effects"):
        of(too_many)
    assert len(switches_of(compile_model(too_many), "mit")) == MOST_EFFECTS + 1
    block = run(too_many).report().strategies[0].mechanisms
    assert block is not None
    assert block.figures == ()
    assert "9 Wirkungen" in block.reason


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_report_divides_the_printed_result(language: str) -> None:
    (told,) = run("bielefeld", language=language).report().strategies  # type: ignore[arg-type]
    assert told.mechanisms is not None
    *parts, whole = [
        int(amount.replace("−", "-").replace(".", "").replace(",", ""))
        for _, amount, _ in told.mechanisms.figures
    ]
    assert sum(parts) == whole == told.table.total
    first = {
        "de": "Aufnahme statt Heim (§ 34) / Vollzeitpflege (§ 33)",
        "en": "taken in instead of residential",
    }
    assert told.mechanisms.figures[0][0].startswith(first[language])


def test_the_programme_is_named_where_there_are_several() -> None:
    several = TWO_EFFECTS.replace("interventions: [hilfe]", "interventions: [hilfe, zwei]").replace(
        "strategies:",
        "  zwei: {title: Zweite, costs: {b: {kind: fixed, title: Büro, value: 10 EUR/year}}}\nstrategies:",
    )
    block = run(small.scenario(several)).report().strategies[0].mechanisms
    assert block is not None
    assert [name for name, _, _ in block.figures] == [
        "Hilfe: Aufnahme statt Heim",
        "Hilfe: Aufnahme statt Familienhilfe",
        "Hilfe: eigene Kosten des Programms",
        "Zweite: eigene Kosten des Programms",
        "Ergebnis",
    ]


def test_one_mechanism_alone_is_not_told_again() -> None:
    assert run(small.scenario(small.WITH_PROGRAMME)).report().strategies[0].mechanisms is None


def test_the_result_answers_for_the_window_and_the_horizon() -> None:
    result = run("bielefeld")
    window, horizon = result.decomposition(), result.decomposition(period="horizon")
    assert round(sum(each.relief for each in window)) == 3_233_781
    assert sum(each.relief for each in horizon) > sum(each.relief for each in window)
