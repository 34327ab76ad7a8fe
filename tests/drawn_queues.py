"""Hypothesis strategies for files in which places are few, and what such a file is about.

A file with programmes is given capacities, and its states places. A programme with a capacity diverts nobody
where it does not go on.
"""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.drawn_programmes import files_with_programmes, lasting, short_clocks
from tests.small import Tree
from tests.strategies import Clock, percentages


@st.composite
def files_with_queues(draw: DrawFn) -> Tree:
    """A file with at least one limit that may be reached."""
    clock = draw(short_clocks())
    tree = draw(files_with_programmes(st.just(clock)))
    groups = tuple(tree["strata"])
    for stream in tree["caseload"].get("arrivals", {}).values():
        stream["value"] = f"{draw(st.integers(5, 80)) / 10} cases/month"
    names = sorted(tree["interventions"])
    limited = draw(st.lists(st.sampled_from(names), unique=True, min_size=draw(st.integers(0, 1))))
    housed = draw(places(clock, tree, groups))
    if not limited and not housed:
        limited = names[:1]
    for name in limited:
        programme = tree["interventions"][name]
        programme.pop("start", None)
        programme.pop("end", None)
        for enrolment in programme["enrolment"]:
            if draw(st.booleans()):
                enrolment.pop("reach", None)
                enrolment.pop("uptake", None)
        programme["capacity"] = draw(capacities(clock, groups))
        inside = programme.get("continues_in", list(tree["states"]))
        programme["effects"] = [
            effect
            for effect in programme["effects"]
            if "into" not in effect or (effect["into"] in inside and effect["into"] != effect["from"])
        ]
        for effect in programme["effects"]:
            if effect["kind"].endswith("_ratio") and draw(st.integers(0, 2)) == 0:
                waits(effect)
    for programme in tree["interventions"].values():
        programme["effects"] = [each for each in programme["effects"] if each.get("into") not in housed]
    for state, written in housed.items():
        tree["states"][state]["places"] = written
    return tree


def waits(effect: Tree) -> None:
    """Let a ratio act on those who wait."""
    effect["while"] = "waiting"
    for key in ("afterwards", "fades_over", "with"):
        effect.pop(key, None)
    if "years_since_enrolment" in effect["ratio"]:
        effect["ratio"] = "1.2"


@st.composite
def capacities(draw: DrawFn, clock: Clock, groups: tuple[str, ...]) -> Tree:
    """Posts with everything that may be said of them; up to some ten places."""
    written: Tree = {"posts": f"{draw(st.integers(1, 4)) / 2} FTE"} | draw(ranks(groups))
    written["caseload"] = str(draw(st.integers(1, 3)))
    written["post_size"] = "0.5 FTE"
    if draw(st.integers(0, 2)) == 0:
        written["productive_share"] = draw(percentages(30, 100))
    if draw(st.integers(0, 2)) == 0:
        written["hiring_lag"] = lasting(clock, draw(st.integers(0, 3)))
    if draw(st.integers(0, 2)) == 0:
        written["attrition"] = f"{draw(percentages(0, 40))}/{clock.cycle}"
    steps = [f"{number / 2} FTE" for number in draw(st.lists(st.integers(0, 4), max_size=3))]
    written["schedule"] = draw(schedules(clock, "posts", steps))
    written["when_it_falls"] = draw(st.sampled_from(("finish", "transfer")))
    if draw(st.integers(0, 2)) == 0:
        written["waiting_room"] = str(draw(st.integers(0, 3)))
    if draw(st.booleans()):
        written["leaves"] = f"{draw(percentages(0, 60))}/{clock.cycle}"
    if groups and draw(st.integers(0, 2)) == 0:
        written["caseload"] = "6"
        written.pop("productive_share", None)
        needing = draw(st.lists(st.sampled_from(groups), min_size=1, unique=True))
        written["needs"] = {group: str(draw(st.integers(1, 3))) for group in needing}
    return written


@st.composite
def places(draw: DrawFn, clock: Clock, tree: Tree, groups: tuple[str, ...]) -> Tree:
    """Places of some states; those without are the bridges."""
    states = draw(st.permutations(list(tree["states"])))
    few = states[: draw(st.integers(0, len(states) - 1))]
    written: Tree = {}
    for state in few:
        steps = [str(number) for number in draw(st.lists(st.integers(0, 12), max_size=2))]
        written[state] = {
            "value": str(draw(st.integers(0, 8))),
            "bridge": draw(st.sampled_from(states[len(few) :])),
            "schedule": draw(schedules(clock, "places", steps)),
        } | draw(ranks(groups))
    return written


@st.composite
def schedules(draw: DrawFn, clock: Clock, key: str, values: list[str]) -> list[Tree]:
    """Values from some boundaries on, one after the other."""
    size = min(len(values), clock.cycles - 1)
    at = draw(st.lists(st.integers(1, max(1, clock.cycles - 1)), min_size=size, max_size=size, unique=True))
    return [
        {"from": clock.boundary(boundary), key: value}
        for boundary, value in zip(sorted(at), values, strict=False)
    ]


@st.composite
def ranks(draw: DrawFn, groups: tuple[str, ...]) -> Tree:
    """Who is served first, or nothing of it; strata without a rank come last."""
    if not groups or draw(st.booleans()):
        return {}
    ranked = draw(st.lists(st.sampled_from(groups), min_size=1, unique=True))
    return {"priority": {group: str(rank) for rank, group in enumerate(ranked)}}
