"""Until a programme can first reach a person, its life is that of the comparator, whatever the file.

Who could be reached, and when, is read from the text; what happens, person by person, is compared to the bit.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

import numpy as np
from hypothesis import given, settings

from prevention_sim.engines.coming import Population, populations
from prevention_sim.engines.microsimulation import Address, history_of
from prevention_sim.engines.tallies import Tallies
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.small import Tree
from tests.town import everybody
from tests.walk import Programme, Told, Walk, listed
from tests.written import File

LUCK = Luck(seed=1, replication=0)
FOLLOWED = 24
"""So many persons of a file are followed, or all there are."""

AT_BOUNDARIES = ("present", "came", "shifted", "loaded")
AT_ENDS = ("moved", "turned")
"""What is counted of a person, by boundary or by the cycle that it ends."""


def states_of(model: Model, tallies: Tallies, strategy: int, stratum: int) -> list[str | None]:
    """Where one person is after everything at each boundary."""
    present = tallies.present[strategy, stratum, 0]
    return [model.cells[int(here.argmax())].state if here.any() else None for here in present]


def contact(walk: Walk, population: Population, states: list[str | None]) -> int | None:
    """The first boundary at which a programme of the strategy may reach somebody with these states."""
    first = next((at for at, state in enumerate(states) if state is not None), None)
    if first is None:
        return 0
    for at in range(first, len(states)):
        state = states[at] or ""
        came, moved = at == first and not population.stock, at > first and state != states[at - 1]
        for programme in walk.programmes.values():
            if programme.runs(at) and any(
                share > 0.0
                for share in shares(programme, population, walk, state, at, came=came, moved=moved)
            ):
                return at
    return None


def shares(  # noqa: PLR0913 - all that decides who is asked
    programme: Programme, population: Population, walk: Walk, state: str, at: int, *, came: bool, moved: bool
) -> Iterator[float]:
    """Which shares of those who are in a state, or came or moved into it, a programme takes at a boundary."""
    asked = [*(["entries"] if came or moved else []), *(["present"] if at < walk.file.cycles else [])]
    asked += ["stock"] if programme.starts(at) and not came else []
    for of in asked:
        yield from (share for _, share in programme.offers(of, state, walk.stratum, at))
    if came or (moved and programme.also_moves(state)):
        yield (programme.diversion("diverts", state, at) or ("", 0.0))[1]
    if programme.starts(at) and not came:
        yield (programme.diversion("moves", state, at) or ("", 0.0))[1]
    if came:
        _, stream = population.stream.split(".")
        entries = [each for each in programme.effects if each["kind"] == "entry"]
        yield from (1.0 for each in entries if stream in listed(each["streams"]))


def some(model: Model) -> list[Address]:
    """Persons from all over a file."""
    every = list(everybody(model, LUCK))
    return list(islice(every, 0, None, max(1, len(every) // FOLLOWED)))


def test_nobody_changes_before_a_programme_can_reach_them() -> None:
    """Among the persons of all files are some of every kind: else this would prove little."""
    kinds: Counter[str] = Counter()

    @settings(max_examples=25)
    @given(files_with_programmes())
    def until_contact_all_is_the_same(tree: Tree) -> None:
        model = compile_model(small.scenario_of(tree))
        bound, file = bind(model, base_row(model.table)), File(tree)
        comparator = model.strategies.index("ohne")
        for address in some(model):
            lived = history_of(model, bound, LUCK, address)
            population, stratum = populations(model)[address.population], address.stratum
            states = states_of(model, lived, comparator, stratum)
            for at, strategy in enumerate(model.strategies):
                walk = Walk(file, strategy, model.strata[stratum], Told())
                met = contact(walk, population, states)
                kinds[same_until(met, lived, comparator, at, stratum)] += at != comparator

    until_contact_all_is_the_same()
    assert min(kinds[each] for each in ("never reached", "reached without a change", "changed later")) > 0


def same_until(met: int | None, lived: Tallies, comparator: int, strategy: int, stratum: int) -> str:
    """Compare one person in two strategies, and say what became of it."""
    until = dict.fromkeys(AT_BOUNDARIES, met) | dict.fromkeys(AT_ENDS, before(met))
    for name, boundaries in until.items():
        counted = getattr(lived, name)[:, stratum, 0]
        np.testing.assert_array_equal(counted[strategy, :boundaries], counted[comparator, :boundaries], name)
    if met is None:
        return "never reached"
    same = (lived.present[strategy] == lived.present[comparator]).all()
    return "reached without a change" if same else "changed later" if met > 0 else "changed at once"


def before(met: int | None) -> int | None:
    """The cycles whose end comes before a boundary; all where there is none."""
    return None if met is None else max(0, met - 1)
