"""`without` is a way to write strata: groups with the ids of the states they would enter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.differences import differences
from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.caseload import OUT_OF_HOME, Setting
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.counterfactual import destination_of, share_path, strata_of
from prevention_sim.scenario.document import Scenario, figures_of, observations_of
from prevention_sim.scenario.problems import ScenarioError
from tests import small
from tests.small import Tree, arrays_of, digest, run_model, scenario
from tests.strategies import files, parts_of_one

SETTINGS: tuple[Setting, ...] = ("residential", "foster", "mother_child", "ambulatory", "none")

ASKED = """
states:
  a: {title: {de: Heim, en: home}, setting: residential}
  b: {title: Hilfe, setting: ambulatory}
parameters: {anteil: 30 %}
caseload: {arrivals: {neue: {value: 12 cases/year}}}
without:
  a: {share: anteil}
  b: {share: rest, title: bleibt zu Hause}
"""

WRITTEN = """
states:
  a: {title: {de: Heim, en: home}, setting: residential}
  b: {title: Hilfe, setting: ambulatory}
parameters: {anteil: 30 %}
caseload: {arrivals: {neue: {value: 12 cases/year, into: {a: a, b: b}}}}
strata:
  a: {title: {de: sonst Heim, en: otherwise home}, share: anteil, tags: [imminent]}
  b: {title: bleibt zu Hause, share: rest}
"""


def bits(asked: Scenario) -> str:
    """All that a file leads to."""
    return digest(arrays_of(run_model(compile_model(asked))))


def test_an_answer_is_the_strata_that_could_be_written_by_hand() -> None:
    asked, written = scenario(ASKED), scenario(WRITTEN)
    assert strata_of(asked) == strata_of(written)
    assert destination_of(asked, asked.caseload.arrivals["neue"]) == {"a": "a", "b": "b"}
    assert bits(asked) == bits(written)


@settings(max_examples=30)
@given(files(), st.data())
def test_an_answer_is_strata_whatever_the_file(tree: Tree, data: st.DataObject) -> None:
    states = tuple(tree["states"])
    shares = data.draw(parts_of_one(states))
    imminent = {state: data.draw(st.booleans()) for state in states}
    whoever = {
        name: [_for_all(move) for move in tree.get(name, [])] for name in ("breakdowns", "transitions")
    }
    common = tree | whoever | {"states": {}, "strata": {}}
    for state, part in tree["states"].items():
        setting = "foster" if imminent[state] else "ambulatory"
        common["states"][state] = part | {"setting": setting}
    asked = common | {
        "caseload": _bound(tree["caseload"], None),
        "without": {state: {"share": share, "title": state} for state, share in shares.items()},
    }
    tags = {state: {"tags": ["imminent"]} if imminent[state] else {} for state in states}
    written = common | {
        "caseload": _bound(tree["caseload"], {state: state for state in states}),
        "strata": {state: {"title": state, "share": share} | tags[state] for state, share in shares.items()},
    }
    assert bits(small.scenario_of(asked)) == bits(small.scenario_of(written))


def _for_all(move: Tree) -> Tree:
    return {key: value for key, value in move.items() if key != "strata"}


def _bound(caseload: Tree, into: dict[str, str] | None) -> Tree:
    """The streams, bound for one state for each stratum, or not saying where they go."""
    bound: Tree = {}
    for kind, streams in caseload.items():
        key = "in" if kind == "stock" else "into"
        target = {} if into is None else {key: into}
        bound[kind] = {
            name: {each: value for each, value in stream.items() if each != key} | target
            for name, stream in streams.items()
        }
    return bound


@pytest.mark.parametrize("setting", SETTINGS)
def test_who_would_be_placed_follows_from_the_setting(setting: Setting) -> None:
    asked = scenario(ASKED.replace("setting: residential", f"setting: {setting}"))
    assert compile_model(asked).imminent == (frozenset("a") if setting in OUT_OF_HOME else frozenset())


def test_a_share_stands_where_the_author_wrote_it() -> None:
    plain = scenario(ASKED.replace("share: anteil", "share: 30 %"))
    assert share_path(plain, "a") in {found.path for found in figures_of(plain)}
    changed = with_values(plain, {"without.a.share": "45 %"})
    assert [(each.path, each.before, each.after) for each in differences(plain, changed)] == [
        ("without.a.share.source", None, "assumption"),
        ("without.a.share.value", "0.3", "0.45"),
    ]


def test_a_stream_may_still_say_where_it_goes() -> None:
    text = ASKED.replace("12 cases/year}", "12 cases/year, into: b}")
    asked = scenario(text)
    assert destination_of(asked, asked.caseload.arrivals["neue"]) == "b"


def test_shares_that_leave_somebody_out_are_refused_where_they_stand() -> None:
    with pytest.raises(ScenarioError, match="E263 without: the shares add up to 90%, not to 100%"):
        scenario(ASKED.replace("share: rest", "share: 60 %"))


def test_a_row_in_which_shares_leave_somebody_out_is_refused_with_their_paths() -> None:
    model = compile_model(scenario(ASKED.replace("share: rest", "share: 70 %")))
    with pytest.raises(ModelError, match=r"add up to 0\.9, not to 1; .*without\.a\.share, without\.b\.share"):
        next(evaluate(model, set_rows(model.table, {"without.b.share": 0.6})))


def test_what_is_observed_is_no_input() -> None:
    observed = "observed: {ort: {title: Ort, years: 2010–2012, gross: 500 EUR/month, net: 10 EUR/day}}"
    plain, beside = scenario(ASKED), scenario(ASKED, observed)
    assert [found.path for found in figures_of(beside)] == [found.path for found in figures_of(plain)]
    assert [found.path for found in observations_of(beside)] == ["observed.ort.gross", "observed.ort.net"]
    assert bits(beside) == bits(plain)
