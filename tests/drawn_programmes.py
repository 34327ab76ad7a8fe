"""Hypothesis strategies for files with laws, clocks, ratios and programmes that take cases in.

A state follows at most one clock: those of laws, of age, or of one programme. Chances stay below 1: a stay
takes at most 20 % of a state per cycle, each of three moves 5 %; ratios above 1 stay below 1.4, those of
risks below 1.
"""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.small import Tree, tree_of
from tests.strategies import (
    BEARERS,
    LEVELS,
    STATES,
    Clock,
    amounts,
    bearers_of_line,
    calendar_years,
    caseloads,
    conventions,
    counts,
    lines,
    month,
    parts_of_one,
    percentages,
    some_strata,
    spans,
    strata,
)

LONGEST = {"month": 1, "quarter": 3, "year": 8}
FOLLOWED = ("nothing", "law", "age", "programme")
"""Which clock a file is about."""


def short_clocks() -> SearchStrategy[Clock]:
    """Few cycles, in calendar years."""
    return calendar_years().filter(lambda clock: clock.years <= LONGEST[clock.cycle])


@st.composite
def files_with_programmes(draw: DrawFn, when: SearchStrategy[Clock] | None = None) -> Tree:
    """A valid file of the forms above."""
    clock = draw(short_clocks() if when is None else when)
    states = STATES[: draw(st.integers(2, 4))]
    bearers = BEARERS[: draw(st.integers(1, len(BEARERS)))]
    followed = draw(st.sampled_from(FOLLOWED))
    tree = tree_of()
    tree["time"] = {"start": month(clock.first), "years": str(clock.years), "cycle": clock.cycle}
    tree["time"]["budget_window"] = "1"
    tree["states"] = {state: {"title": state} for state in states}
    tree["states"][states[0]]["tags"] = ["placement"]
    tree["bearers"] = {
        name: {"title": name, "level": level} for name, level in zip(bearers, LEVELS, strict=False)
    }
    tree |= draw(strata())
    groups = tuple(tree["strata"])
    for group in tree["strata"].values():
        group["attributes"] = {"index": str(draw(st.integers(0, 3)))}
    tree |= draw(conventions(clock)) | draw(caseloads(clock, states, groups))
    for kind, streams in tree["caseload"].items():
        for stream in streams.values():
            if followed == "age":
                stream["age"] = lasting(clock, draw(st.integers(0, 9)))
            if kind == "stock" and draw(st.booleans()):
                stream["elapsed"] = lasting(clock, draw(st.integers(0, 4)))
    tree["parameters"] = tree.get("parameters", {}) | {"basis": f"2 %/{clock.cycle}", "neigung": "0.2"}
    tree["stays"] = draw(stays(clock, states, groups, laws=followed == "law"))
    tree["transitions"] = draw(moves(clock, states, groups, followed))
    tree |= draw(programmes(clock, tree, followed))
    tree["costs"] = draw(lines(clock, states, bearers, "kosten"))
    tree["income"] = draw(lines(clock, states, bearers, "ertrag"))
    return tree


def lasting(clock: Clock, cycles: int) -> str:
    """A length of time of some cycles, as a file writes it."""
    return f"{clock.step * cycles} months"


@st.composite
def stays(
    draw: DrawFn, clock: Clock, states: tuple[str, ...], groups: tuple[str, ...], *, laws: bool
) -> Tree:
    """Stays of some states, by a mean, a chance, counts or, where asked for, a law."""
    written: Tree = {}
    for state in draw(st.lists(st.sampled_from(states), unique=True)):
        targets = tuple(
            draw(
                st.lists(
                    st.sampled_from([other for other in states if other != state]),
                    min_size=1,
                    max_size=2,
                    unique=True,
                )
            )
        )
        ways = ("mean", "probability", "counts", *(("law", "law of a mean") if laws else ()))
        way = draw(st.sampled_from(ways))
        mean = {"mean": f"{draw(st.integers(50, 300)) * clock.step / 10} months"}
        if way == "counts":
            written[state] = draw(counts(clock, state, targets))
            written[state]["counts"][state] = "1000"
            continue
        written_as: dict[str, Tree] = {
            "mean": mean,
            "probability": {"probability": f"{draw(percentages(0, 20))}/{clock.cycle}"},
            "law": {"law": draw(laws_of_stays(clock))},
            "law of a mean": {"mean": lasting(clock, 15), "law": {"kind": "weibull", "shape": "1.5"}},
        }
        changed = draw(modifiers(clock, groups, period=way == "probability"))
        written[state] = written_as[way] | {"to": draw(parts_of_one(targets))} | changed
    return written


@st.composite
def laws_of_stays(draw: DrawFn, clock: Clock) -> dict[str, str]:
    """A law under which at most some 20 % leave in a cycle, at any time."""
    kind, shape, scale = draw(
        st.sampled_from(
            (
                ("weibull", "1.6", 14),
                ("weibull", "0.8", 14),
                ("gamma", "2.5", 6),
                ("lognormal", "0.8", 14),
                ("loglogistic", "2", 12),
            )
        )
    )
    since = {"clock": "start"} if draw(st.integers(0, 3)) == 0 else {}
    return {"kind": kind, "shape": shape, "scale": lasting(clock, scale)} | since


@st.composite
def modifiers(draw: DrawFn, clock: Clock, groups: tuple[str, ...], *, period: bool) -> Tree:
    """Up to two ratios on a chance; where it has no period, each risk or odds ratio says its own."""
    written = []
    for kind in draw(st.lists(st.sampled_from(("hazard_ratio", "risk_ratio", "odds_ratio")), max_size=2)):
        ratio = draw(ratios(kind))
        if groups and kind == "hazard_ratio" and draw(st.booleans()):
            ratio = "exp(neigung * (index - 3))"
        over = (
            {} if kind == "hazard_ratio" or (period and draw(st.booleans())) else draw(lengths(clock, 1, 3))
        )
        written.append(
            {"kind": kind, "ratio": ratio}
            | over
            | draw(some_strata(groups))
            | draw(spans(clock, "from", "until"))
        )
    return {"modifiers": written} if written else {}


def ratios(kind: str) -> SearchStrategy[str]:
    """A ratio from 0 on; 1 is likely."""
    most = 100 if kind == "risk_ratio" else 140
    return st.one_of(st.just("1"), st.integers(0, most).map(lambda percent: f"{percent / 100}"))


def lengths(clock: Clock, least: int, most: int) -> SearchStrategy[Tree]:
    """What a ratio is about."""
    return st.integers(least, most).map(lambda cycles: {"over": lasting(clock, cycles)})


@st.composite
def moves(
    draw: DrawFn, clock: Clock, states: tuple[str, ...], groups: tuple[str, ...], followed: str
) -> list[Tree]:
    """Up to three moves, of two stages; some follow age or the time since the start."""
    pairs = st.tuples(st.sampled_from(states), st.sampled_from(states)).filter(
        lambda pair: pair[0] != pair[1]
    )
    written = []
    for origin, target in draw(st.lists(pairs, min_size=1, max_size=3, unique=True)):
        formulas = ["basis * exp(0 - neigung * years_since_start)"]
        formulas += ["basis * where(age >= 1, 1.5, 0.5)"] if followed == "age" else []
        formulas += ["basis * exp(neigung * (index - 3))"] if groups else []
        formulas += ["basis * exp(0 - neigung * years_since_entry)"] if followed == "law" else []
        chance = draw(
            st.one_of(
                percentages(0, 5).map(lambda share: f"{share}/{clock.cycle}"), st.sampled_from(formulas)
            )
        )
        way = draw(st.sampled_from(("probability", "rate"))) if "basis" in chance else "probability"
        move: Tree = {"from": origin, "to": target, way: chance}
        if draw(st.integers(0, 3)) == 0:
            move["stage"] = "2"
        changed = draw(modifiers(clock, groups, period=way == "probability"))
        written.append(move | changed | draw(some_strata(groups)))
    return written


@st.composite
def programmes(draw: DrawFn, clock: Clock, tree: Tree, followed: str) -> Tree:
    """One or two interventions, of which the first may have a clock, and strategies with and without them."""
    states, groups = tuple(tree["states"]), tuple(tree["strata"])
    ways = {(move["from"], move["to"]) for move in tree["transitions"]}
    ways |= {
        (state, to)
        for state, stay in tree["stays"].items()
        for to in stay.get("to", stay.get("counts"))
        if to != state
    }
    left = sorted({origin for origin, _ in ways})
    sources = draw(st.permutations(states))
    names = [f"hilfe_{position}" for position in range(draw(st.integers(1, 2)))]
    written: dict[str, Any] = {}
    for position, name in enumerate(names):
        timed = position == 0 and followed == "programme"
        programme: Tree = {"title": "Hilfe"} | draw(spans(clock, "start", "end"))
        continued = draw(st.lists(st.sampled_from(left), min_size=1, unique=True))
        if draw(st.booleans()):
            programme["continues_in"] = continued
        programme["enrolment"] = [
            draw(enrolments(clock, continued, groups)) for _ in range(draw(st.integers(1, 2)))
        ]
        if draw(st.integers(0, 2)) == 0:
            programme["ramp_up"] = draw(ramps(clock))
        if draw(st.integers(0, 2)) == 0:
            programme["again"] = "once"
        if timed:
            programme["lasts"] = lasting(clock, draw(st.integers(1, 4)))
        effects = [
            draw(changes(clock, sorted(ways), [other for other in names if other != name], fading=timed))
            for _ in range(draw(st.integers(0, 3)))
        ]
        others = [effect for each in written.values() for effect in each["effects"]]
        effects += draw(other_effects(clock, tree, sources[position], others))
        written[name] = programme | {"effects": effects}
        written[name] |= draw(own_lines(tree, name, programme, continued))
    strategies: dict[str, Any] = {
        "ohne": {"title": "ohne"},
        "mit": {"title": "mit", "interventions": names},
    }
    if draw(st.booleans()):
        strategies["anders"] = {"title": "anders", "interventions": names[-1:]}
    return {"interventions": written, "strategies": strategies, "comparator": "ohne"}


@st.composite
def own_lines(draw: DrawFn, tree: Tree, name: str, programme: Tree, inside: list[str]) -> Tree:
    """What is paid for those who take part, and for those taken in; states a case can take part in.

    Of a programme that ends by itself and takes in again, time is paid by those at the start of a cycle only:
    who moves as it ends is not always counted to the last.
    """
    counted_to_the_last = "lasts" not in programme or programme.get("again") == "once"
    kinds = ["per_enrolment"]
    if counted_to_the_last or tree["conventions"]["counting"] == "start":
        kinds.append("per_participant")
    written: Tree = {"costs": {}, "income": {}}
    for kind in draw(st.lists(st.sampled_from(kinds), unique=True)):
        line: Tree = {
            "kind": kind,
            "title": "Teilnahme",
            "bearer": draw(bearers_of_line(tuple(tree["bearers"]))),
        }
        if kind == "per_enrolment":
            line["value"] = draw(amounts())
        else:
            hours = draw(st.booleans())
            line |= {"value": "2.5 hours/month" if hours else f"{draw(amounts())}/month"}
            line |= {"at": f"{draw(amounts())}/hour"} if hours else {}
            line |= {"in": inside} if draw(st.booleans()) else {}
        written[draw(st.sampled_from(("costs", "income")))][f"{name}_{kind}"] = line
    return written


@st.composite
def enrolments(draw: DrawFn, clock: Clock, states: list[str], groups: tuple[str, ...]) -> Tree:
    """Whom a programme takes in."""
    of = draw(st.sampled_from(("entries", "stock", "present")))
    inside = draw(st.lists(st.sampled_from(states), min_size=1, unique=True))
    enrolment: Tree = {"of": of, "in": inside} | draw(some_strata(groups))
    for key in ("reach", "uptake"):
        if draw(st.booleans()):
            enrolment[key] = draw(percentages())
    if of == "present":
        enrolment["offered"] = f"{draw(percentages(0, 90))}/{draw(st.sampled_from(('year', clock.cycle)))}"
    return enrolment


@st.composite
def ramps(draw: DrawFn, clock: Clock) -> dict[str, str]:
    """Shares from years on; the first is that in which the file starts."""
    first = clock.first // 12
    later = draw(st.lists(st.integers(1, clock.years), max_size=2, unique=True))
    return {str(first + years): draw(percentages()) for years in (0, *later)}


@st.composite
def changes(
    draw: DrawFn, clock: Clock, ways: list[tuple[str, str]], others: list[str], *, fading: bool
) -> Tree:
    """A ratio on moves that the file has."""
    kind = draw(st.sampled_from(("hazard_ratio", "risk_ratio", "odds_ratio")))
    origin, to = draw(st.sampled_from(ways))
    effect: Tree = {
        "kind": kind,
        "ratio": draw(ratios(kind)),
        "over": lasting(clock, draw(st.integers(1, 3))),
    }
    if kind == "hazard_ratio":
        del effect["over"]
    if draw(st.booleans()):
        effect["from"] = origin
    if draw(st.booleans()):
        effect["to"] = to
    after = draw(st.sampled_from(("ends", "lasts", "fades") if fading else ("ends", "lasts")))
    if after == "fades":
        effect["fades_over"] = lasting(clock, draw(st.integers(1, 4)))
    elif after == "lasts":
        effect["afterwards"] = "lasts"
    elif fading and kind == "hazard_ratio" and draw(st.booleans()):
        effect["ratio"] = "exp(0 - years_since_enrolment)"
    if others and draw(st.integers(0, 3)) == 0:
        effect["with"] = others
    return effect


@st.composite
def other_effects(draw: DrawFn, clock: Clock, tree: Tree, source: str, others: list[Tree]) -> list[Tree]:
    """A diversion, moves of the stock, other entries, a mean stay that no other effect changes; or none."""
    one: SearchStrategy[str] = st.sampled_from(list(tree["states"]))
    share = percentages()
    found: list[Tree] = []
    if draw(st.booleans()):
        diversion = {"kind": "diverts", "from": source, "into": draw(one), "share": draw(share)}
        also = {"also": "moves"} if draw(st.booleans()) else {}
        found.append(diversion | also)
    if draw(st.integers(0, 3)) == 0:
        found.append({"kind": "moves", "from": draw(one), "into": draw(one), "share": draw(share)})
    streams = [name for kind in ("intake", "arrivals") for name in tree["caseload"].get(kind, {})]
    if draw(st.booleans()) and streams:
        ratio = f"{draw(st.integers(0, 200)) / 100}"
        found.append({"kind": "entry", "streams": [draw(st.sampled_from(streams))], "ratio": ratio})
    changed = {effect["state"] for effect in others if effect["kind"] == "stay"}
    means = [
        state
        for state, stay in tree["stays"].items()
        if "mean" in stay and "law" not in stay and state not in changed
    ]
    if draw(st.booleans()) and means:
        mean = lasting(clock, draw(st.integers(5, 30)))
        found.append({"kind": "stay", "state": draw(st.sampled_from(means)), "mean": mean})
    return found
