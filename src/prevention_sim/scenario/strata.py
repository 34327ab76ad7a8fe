"""Strata that are crossed: districts with risks, risks with age groups.

A file names strata, and under `crossed_with` further ways to tell the same cases apart. Every group of one
way then meets every group of the others, `nord` and `hoch` as `nord_hoch`, with the product of their shares.
A statement may speak of single strata or of all that belong to a group.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import product

from prevention_sim.scenario.caseload import Stratum
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.parts import Title


def ways_of(scenario: Scenario) -> dict[str, Mapping[str, Stratum]]:
    """Every way in which cases are told apart, by where it stands in the file."""
    ways: dict[str, Mapping[str, Stratum]] = {"strata": scenario.strata} if scenario.strata else {}
    return ways | {f"crossed_with.{name}": groups for name, groups in scenario.crossed_with.items()}


def groups_by_stratum(scenario: Scenario) -> dict[str, dict[str, str]]:
    """The group of every stratum in each way, as `{"strata": "nord", "crossed_with.risiko": "hoch"}`."""
    ways = ways_of(scenario)
    return {
        "_".join(groups): dict(zip(ways, groups, strict=True)) for groups in product(*ways.values()) if groups
    }


def crossed_strata(scenario: Scenario) -> dict[str, Stratum]:
    """Every stratum; one of several groups has the title, tags and attributes of all of them."""
    ways = ways_of(scenario)
    crossed = {}
    for name, groups in groups_by_stratum(scenario).items():
        members = {group: ways[way][group] for way, group in groups.items()}
        was = "_".join(member.was or group for group, member in members.items())
        whole = reduce(_crossed, members.values())
        crossed[name] = whole if was == name else whole.model_copy(update={"was": was})
    return crossed


def _crossed(one: Stratum, other: Stratum) -> Stratum:
    title = Title(de=f"{one.title.de}, {other.title.de}", en=f"{one.title.en}, {other.title.en}")
    return Stratum.model_construct(
        title=title,
        share=one.share,
        tags=tuple(dict.fromkeys((*one.tags, *other.tags))),
        attributes={**one.attributes, **other.attributes},
        source=one.source,
        note=one.note,
    )


def former_names(scenario: Scenario) -> dict[str, str]:
    """What strata and groups were called, where that has changed."""
    groups = {name: group for way in ways_of(scenario).values() for name, group in way.items()}
    return {name: each.was for name, each in {**groups, **crossed_strata(scenario)}.items() if each.was}


def attribute_path(scenario: Scenario, stratum: str, name: str) -> str:
    """Where an attribute of a stratum stands."""
    ways = ways_of(scenario)
    groups = groups_by_stratum(scenario)[stratum]
    way = next(way for way, group in groups.items() if name in ways[way][group].attributes)
    return f"{way}.{groups[way]}.attributes.{name}"


def names_of(scenario: Scenario) -> tuple[str, ...]:
    """What a statement may name: strata, and groups of a way."""
    groups = (group for way in ways_of(scenario).values() for group in way)
    return tuple(dict.fromkeys((*groups_by_stratum(scenario), *groups)))


def chosen(scenario: Scenario, named: Iterable[str]) -> tuple[str, ...]:
    """The strata that a statement names, by themselves or by a group they belong to."""
    wanted = set(named)
    return tuple(
        name
        for name, groups in groups_by_stratum(scenario).items()
        if name in wanted or not wanted.isdisjoint(groups.values())
    )
