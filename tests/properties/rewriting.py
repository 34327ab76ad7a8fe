"""Files written in another way: what a relation changes in a scenario, as functions of its tree."""

import random
import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.small import Tree

Renaming = Callable[[str], str]
SECTIONS_OF_IDS = ("strata", "states", "bearers", "interventions", "strategies", "costs", "income")
TWIN = "zz_zwilling"


def ids_of(tree: Tree) -> set[str]:
    """Every id that a file declares, but for its own and those of parameters."""
    inner = [
        programme[section] for programme in tree["interventions"].values() for section in ("costs", "income")
    ]
    declared = [*(tree[section] for section in SECTIONS_OF_IDS), *tree["caseload"].values(), *inner]
    return {name for part in declared for name in part}


def renamed(tree: Tree, rename: Renaming) -> Tree:
    """The file with other ids, wherever they stand."""
    ids = ids_of(tree)

    def new(text: str) -> str:
        return rename(text) if text in ids else text

    def walk(part: Any) -> Any:  # noqa: ANN401 - any part of a file
        match part:
            case Mapping():
                return {new(key): value if key == "title" else walk(value) for key, value in part.items()}
            case list():
                return [walk(inner) for inner in part]
            case _:
                return new(part)

    rewritten: Tree = walk(tree)
    return rewritten | {"scenario": tree["scenario"]}


def retitled(part: Any) -> Any:  # noqa: ANN401 - any part of a file
    """The file with other titles."""
    match part:
        case Mapping():
            return {
                key: f"{value} (neu)" if key == "title" else retitled(value) for key, value in part.items()
            }
        case list():
            return [retitled(inner) for inner in part]
        case _:
            return part


def with_keys_shuffled(part: Any, luck: random.Random) -> Any:  # noqa: ANN401 - any part of a file
    """The file with its keys in another order; lists stay."""
    match part:
        case Mapping():
            keys = luck.sample(list(part), len(part))
            return {key: with_keys_shuffled(part[key], luck) for key in keys}
        case list():
            return [with_keys_shuffled(inner, luck) for inner in part]
        case _:
            return part


def times(text: str, factor: float) -> str:
    """A number with its unit, times a factor."""
    return re.sub(r"^[\d.]+", lambda found: f"{float(found[0]) * factor:.12g}", text)


def streams_times(tree: Tree, factor_of: Callable[[str], float]) -> Tree:
    """The file with the cases of each stream times a factor."""
    return tree | {
        "caseload": {
            kind: {
                name: stream | {"value": times(stream["value"], factor_of(name))}
                for name, stream in part.items()
            }
            for kind, part in tree["caseload"].items()
        }
    }


def all_stay(tree: Tree) -> Tree:
    """The file in which nobody moves."""
    return tree | {"stays": {}, "breakdowns": [], "transitions": []}


def stock_only(tree: Tree) -> Tree:
    """The file in which nobody comes."""
    stock = {
        name: {"value": f"{stream['value'].split()[0]} cases", "in": stream.get("in") or stream.get("into")}
        for part in tree["caseload"].values()
        for name, stream in part.items()
    }
    return tree | {"caseload": {"stock": stock}}


def state_split(tree: Tree, state: str) -> Tree:
    """A second state that is left and costs like the first; entries and ends of stays go half to each."""

    def into_twin(into: Any) -> Any:  # noqa: ANN401 - a state, or one for each stratum
        if isinstance(into, str):
            return TWIN if into == state else into
        return {stratum: into_twin(target) for stratum, target in into.items()}

    caseload: Tree = {}
    for kind, streams in tree["caseload"].items():
        caseload[kind] = {}
        for name, stream in streams.items():
            key = "in" if "in" in stream else "into"
            half = stream | {"value": times(stream["value"], 0.5)}
            caseload[kind] |= {name: half, f"{name}_zwilling": half | {key: into_twin(half[key])}}
    stays = {origin: _ends_split(stay, state) for origin, stay in tree["stays"].items()}
    if state in stays:
        stays[TWIN] = _of_twin(stays[state], state)
    moves = {
        section: [
            move | {"from": [state, TWIN] if move["from"] == state else move["from"]}
            for move in tree[section]
        ]
        for section in ("breakdowns", "transitions")
        if section in tree
    }
    programmes = {
        name: programme
        | {
            "effects": [
                effect | {"from": [state, TWIN] if effect["from"] == state else effect["from"]}
                for effect in programme["effects"]
            ]
        }
        | {section: _lines_for_both(programme[section], state) for section in ("costs", "income")}
        for name, programme in tree["interventions"].items()
    }
    lines = {section: _lines_for_both(tree[section], state) for section in ("costs", "income")}
    return (
        tree
        | {"states": tree["states"] | {TWIN: tree["states"][state]}, "caseload": caseload, "stays": stays}
        | {"interventions": programmes}
        | moves
        | lines
    )


def _ends_split(stay: Tree, state: str) -> Tree:
    """What a stay leaves to `rest`, and what was counted, still goes to the first."""
    to = stay.get("to", {})
    if to.get(state, "rest") == "rest":
        return stay
    half = times(to[state], 0.5)
    return stay | {"to": to | {state: half, TWIN: half}}


def _of_twin(stay: Tree, state: str) -> Tree:
    """The stay of the second: who was counted as still there was still there."""
    if "counts" not in stay:
        return stay
    return stay | {
        "counts": {TWIN if name == state else name: count for name, count in stay["counts"].items()}
    }


def _lines_for_both(lines: Tree, state: str) -> Tree:
    twins = {
        f"{name}_zwilling_{key}": line | {key: TWIN}
        for name, line in lines.items()
        for key in ("state", "from", "to")
        if line.get(key) == state
    }
    return lines | twins


def stratum_split(tree: Tree) -> Tree:
    """The file with its first stratum (or everybody) as two strata that differ in nothing but their share."""
    strata: dict[str, Tree] = tree["strata"] or {"all": {"title": "alle", "share": "rest"}}
    first = next(iter(strata))
    share = strata[first]["share"]
    others = sum(float(part["share"].split()[0]) for part in strata.values() if part["share"].endswith("%"))
    twin = f"{(100.0 - others) * 0.25:.12g} %" if share == "rest" else times(share, 0.25)
    one = "rest" if share == "rest" else times(share, 0.75)
    if not share.endswith("%") and share != "rest":
        twin, one = f"0.25 * ({share})", f"0.75 * ({share})"
    split = strata | {first: strata[first] | {"share": one}, TWIN: strata[first] | {"share": twin}}

    def also(part: Any) -> Any:  # noqa: ANN401 - any part of a file
        match part:
            case Mapping():
                written = {key: also(value) for key, value in part.items()}
                for key in {"in", "into"} & set(part):
                    if isinstance(part[key], Mapping):
                        written[key] = part[key] | {TWIN: part[key][first]}
                if isinstance(part.get("strata"), list) and first in part["strata"]:
                    written["strata"] = [*part["strata"], TWIN]
                return written
            case list():
                return [also(inner) for inner in part]
            case _:
                return part

    rewritten: Tree = also(tree)
    return rewritten | {"strata": split}


def with_a_way_out(tree: Tree) -> Tree:
    """One programme that turns away everybody's entries into placements, into a state nobody leaves.

    The first state is a placement with a price.
    """
    first = next(iter(tree["states"]))
    states = tree["states"] | {first: {"title": first, "tags": ["placement"]}, "frei": {"title": "frei"}}
    placements = [name for name, state in states.items() if "tags" in state]
    effects = [{"kind": "diverts", "from": placements, "into": "frei", "share": "50 %"}]
    price = {
        "kind": "per_case",
        "title": "Heim",
        "state": first,
        "value": "4 000 EUR/month",
        "bearer": "kommune",
    }
    return tree | {
        "states": states,
        "costs": tree["costs"] | {"platz": price},
        "interventions": {"ausweg": {"title": "Ausweg", "effects": effects}},
        "strategies": {"ohne": {"title": "ohne"}, "mit": {"title": "mit", "interventions": ["ausweg"]}},
    }
