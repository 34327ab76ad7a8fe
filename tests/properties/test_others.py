"""Whoever else is in a file, and whatever nobody uses: a person lives the same life (relation 9).

Lives are compared by what `prevsim history` tells, person by person and in every strategy. Who is called the
same is the same: stream, stratum, cycle of arrival, and place among those who come with it.
"""

from itertools import islice

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.history import Persons
from prevention_sim.model.compile import compile_model
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.properties.rewriting import times
from tests.small import Tree

FOLLOWED = 6
"""So many persons of a file are followed, or all there are."""


def people_of(tree: Tree) -> Persons:
    """Everybody in a file."""
    return Persons(compile_model(small.scenario_of(tree)), seed=1, replication=0)


def keys_of(people: Persons) -> list[str]:
    """What everybody is called."""
    return [key for group in people.groups(10**6) for key in group.first]


def same_lives(before: Persons, after: Persons) -> None:
    """Some of those who are in both files live as they did, in every strategy in which they came."""
    there = set(keys_of(after))
    both = [key for key in keys_of(before) if key in there]
    for key in islice(both, 0, None, max(1, len(both) // FOLLOWED)):
        lived = {strategy: steps for strategy, steps in before.history(key).steps.items() if steps}
        again = after.history(key).steps
        assert {strategy: again[strategy] for strategy in lived} == lived, key


def with_streams(tree: Tree, changed: dict[str, Tree]) -> Tree:
    """The file with other streams of some kinds."""
    return tree | {"caseload": tree["caseload"] | changed}


@settings(max_examples=8, phases=[Phase.generate])
@given(files_with_programmes(), st.data())
def test_one_more_person_changes_nobody(tree: Tree, data: st.DataObject) -> None:
    """Nobody is missing after it: of whole numbers the last one is dropped, not another."""
    kind = data.draw(st.sampled_from(sorted(tree["caseload"])))
    name = data.draw(st.sampled_from(sorted(tree["caseload"][kind])))
    stream = tree["caseload"][kind][name]
    number, *unit = stream["value"].split()
    more = stream | {"value": " ".join([str(round(float(number) + 4.0, 1)), *unit])}
    after = people_of(with_streams(tree, {kind: tree["caseload"][kind] | {name: more}}))
    before = people_of(tree)
    assert set(keys_of(before)) <= set(keys_of(after))
    same_lives(before, after)


@settings(max_examples=8, phases=[Phase.generate])
@given(files_with_programmes())
def test_one_more_district_changes_nobody(tree: Tree) -> None:
    """A new half of twice the caseload leaves the others their numbers; it may enter where any other does."""
    old = tree["strata"] or {"all": {"title": "alle", "share": "100 %"}}
    halves = {name: group | {"share": half(old, name)} for name, group in old.items()}
    new = {"title": "neu", "share": "rest", "attributes": {"index": "1"}}
    caseload = {
        kind: {name: doubled(stream) for name, stream in streams.items()}
        for kind, streams in tree["caseload"].items()
    }
    after = people_of(tree | {"strata": halves | {"neu": new}, "caseload": caseload})
    before = people_of(tree)
    assert set(keys_of(before)) == {key for key in keys_of(after) if key.split("/")[1] != "neu"}
    same_lives(before, after)


def half(strata: dict[str, Tree], name: str) -> str:
    """Half the share of a stratum; what is left to one is written out."""
    share = strata[name]["share"]
    if share == "rest":
        others = [group["share"] for group in strata.values() if group["share"] != "rest"]
        share = f"{100.0 - sum(float(each.split()[0]) for each in others):.12g} %"
    return times(share, 0.5) if share.endswith("%") else f"0.5 * ({share})"


def doubled(stream: Tree) -> Tree:
    """A stream of twice as many, which says where the new district goes if it says so for each."""
    key = "in" if "in" in stream else "into"
    into = stream[key]
    there = into if isinstance(into, str) else into | {"neu": next(iter(into.values()))}
    return stream | {"value": times(stream["value"], 2.0), key: there}


@settings(max_examples=8, phases=[Phase.generate])
@given(files_with_programmes(), st.sampled_from(("aaa_leer", "zzz_leer")))
def test_a_state_that_nobody_enters_changes_nobody(tree: Tree, name: str) -> None:
    """Wherever it stands in the order of ids, and though it can be left."""
    out = {"from": name, "to": next(iter(tree["states"])), "probability": "9 %/year"}
    more = {"states": {name: {"title": "leer"}} | tree["states"]}
    after = people_of(tree | more | {"transitions": [*tree["transitions"], out]})
    before = people_of(tree)
    assert keys_of(before) == keys_of(after)
    same_lives(before, after)
