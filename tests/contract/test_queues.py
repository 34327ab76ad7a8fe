"""Queues are counted twice: by processes that can be read, and by a loop that is compiled. Both say the same.

The engines share what a person asks of chance, and the tables of a model; who is next in which line they know
each for itself.
"""

import subprocess
import sys
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings

from prevention_sim.engines import simpy_events
from prevention_sim.engines.kernels.queues import ASKED, BUSY, GONE, LEFT, TAKEN, TURNED, WAITING
from prevention_sim.engines.simpy_engine import office
from prevention_sim.engines.tallies import Tallies
from prevention_sim.model.model import Model
from tests import small
from tests.contract.digests import tree_of
from tests.drawn_queues import files_with_queues
from tests.queues_compared import (
    OF_QUEUES,
    differing,
    in_loop,
    in_simpy,
    model_of,
    queues,
    taken_beyond,
    with_places_for_all,
    without_limits,
)
from tests.small import Tree

Engine: TypeAlias = Callable[[Model], Tallies]

FEW_PLACES = """
time: {start: 2020-01, years: 3, budget_window: 3}
strata: {nord: {title: Nord, share: 40 %%}, sued: {title: Süd, share: rest}}
states: [a, b, c]
caseload:
  stock: {da: {value: 9 cases, in: a}}
  arrivals: {neue: {value: 40 cases/year, into: a}}
stays: {a: {mean: 10 months, to: {b: 70 %%, c: rest}}, b: {mean: 14 months, to: {c: 100 %%}}}
interventions:
  kurs:
    title: Kurs
    lasts: 5 months
    enrolment: [{of: entries, in: a, strata: [sued], reach: 60 %%}, {of: stock, in: a, strata: [sued]}]
    capacity: {posts: %s, caseload: 2, leaves: 5 %%/month, waiting_room: 4}
    effects: [{kind: hazard_ratio, ratio: 0.5, from: a, to: b}]
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [kurs]}}
"""

FULL_HOME = """
states:
  heim: {title: Heim, places: {value: 1, bridge: notdienst, schedule: [{from: 2020-03, places: 2}]}}
  notdienst: {title: Inobhutnahme}
caseload: {intake: {neue: {value: 3 cases, at: 2020-01, into: heim}}}
"""

AT_THE_END = """
time: {start: 2020-01, years: 2, cycle: year, budget_window: 2}
caseload:
  intake: {da: {value: %d cases, at: 2020-01, into: a}, weitere: {value: 1 case, at: 2021-01, into: b}}
transitions: [{from: b, to: a, probability: 100 %%/year}, {from: a, to: b, probability: 0 %%/year}]
interventions:
  kurs:
    title: Kurs
    lasts: 24 months
    enrolment: [{of: entries, in: a}]
    capacity: {posts: 1 FTE, caseload: 1}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [kurs]}}
"""


@pytest.mark.xdist_group("compiled")
@settings(max_examples=40)
@given(files_with_queues())
def test_both_engines_count_the_same(tree: Tree) -> None:
    model = model_of(tree)
    read = in_simpy(model)
    assert differing(read, in_loop(model)) == []
    assert differing(read, in_loop(model, "compiled")) == []


@settings(max_examples=20)
@given(files_with_queues())
def test_with_places_for_all_everybody_lives_as_without_limits(tree: Tree) -> None:
    model = model_of(with_places_for_all(tree))
    free = without_limits(model)
    assert differing(in_simpy(model), free, *OF_QUEUES) == []
    assert differing(in_loop(model), free, *OF_QUEUES) == []


@settings(max_examples=20)
@given(files_with_queues())
def test_who_joins_a_line_is_in_it_until_it_is_out_of_it(tree: Tree) -> None:
    counted = in_loop(model_of(tree))
    out = sum(queues(counted, why) for why in (TAKEN, LEFT, TURNED, GONE))
    assert (np.cumsum(queues(counted, ASKED) - out, axis=2) == queues(counted, WAITING)).all()
    assert counted.waits.sum() == queues(counted, TAKEN).sum()


@settings(max_examples=20)
@given(files_with_queues())
def test_nobody_takes_a_place_that_there_is_not_and_nobody_is_lost(tree: Tree) -> None:
    model = model_of(tree)
    counted = in_loop(model)
    assert not taken_beyond(counted)
    entering = [at for at, each in enumerate(model.network.detours) if each.kind == "entry"]
    came = counted.came.sum(axis=-1) + counted.detoured[..., entering].sum(axis=-1)
    assert (np.diff(counted.present.sum(axis=-1))[..., :-1] == came[..., 1:]).all()
    assert (counted.present[..., -1, :].sum(axis=-1) == counted.present[..., -2, :].sum(axis=-1)).all()


def there(counted: Tallies, model: Model, state: str, *waiting: str) -> list[int]:
    """How many are in a state under the last strategy, and wait for just so much: by boundary."""
    cells = [
        at
        for at, cell in enumerate(model.cells)
        if cell.state == state and {str(each) for each in cell.status} == set(waiting)
    ]
    found: list[int] = counted.present[model.strategies.index("mit"), 0, 0][:, cells].sum(axis=-1).tolist()
    return found


@pytest.mark.parametrize("engine", [in_simpy, in_loop])
def test_who_has_waited_in_another_state_comes_when_there_is_a_place(engine: Engine) -> None:
    """Three come to one place; from the third month on there are two."""
    model = small.model(
        FULL_HOME.replace("states:", "strategies: {mit: {title: mit}}\ncomparator: mit\nstates:")
    )
    counted = engine(model)
    assert there(counted, model, "heim") == [1, 1, *[2] * 11]
    assert there(counted, model, "notdienst", "states.heim (waiting)") == [2, 2, *[1] * 11]
    assert counted.waits[0, 0, 0, :, 0].tolist() == [1, 0, 1, *[0] * 10]


@pytest.mark.parametrize("engine", [in_simpy, in_loop])
def test_who_moves_at_the_last_boundary_is_given_a_place(engine: Engine) -> None:
    """Nobody else has asked, and the programme goes on."""
    model = small.model(AT_THE_END % 0)
    assert there(engine(model), model, "a", "kurs") == [0, 0, 1]


@pytest.mark.parametrize("engine", [in_simpy, in_loop])
def test_at_the_last_boundary_a_place_is_kept_for_who_has_waited_longer(engine: Engine) -> None:
    """Of two the first is taken in for two years; then the second is next, not who has just moved."""
    model = small.model(AT_THE_END % 2)
    counted = engine(model)
    assert there(counted, model, "a", "kurs") == [1, 1, 0]
    assert there(counted, model, "a", "kurs (waiting)") == [1, 1, 2]


def test_who_does_not_ask_lives_the_same_whatever_others_wait_for() -> None:
    few, many = (small.model(FEW_PLACES % posts) for posts in ("1 FTE", "50 FTE"))
    one, other = in_simpy(few), in_simpy(many)
    assert queues(one, WAITING).any()
    assert not queues(other, WAITING).any()
    assert (one.present[:, 0] == other.present[:, 0]).all()
    assert (one.present[:, 1] != other.present[:, 1]).any()


@pytest.mark.xdist_group("compiled")
def test_bielefeld_with_midwives_for_all_is_bielefeld() -> None:
    tree = tree_of("bielefeld")
    for programme in tree["interventions"].values():
        programme["capacity"] = {"posts": "10 FTE", "caseload": "100000"}
    model = model_of(tree)
    free = without_limits(model)
    assert differing(in_simpy(model), free, *OF_QUEUES) == []
    assert differing(in_loop(model, "compiled"), free, *OF_QUEUES) == []
    assert queues(in_simpy(model), BUSY).any()


def test_processes_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    model = small.model(FEW_PLACES % "1 FTE")
    alone = in_simpy(model, 2)
    monkeypatch.setattr(simpy_events, "WORTH_A_PROCESS", 1)
    with monkeypatch.context() as here:
        here.setattr(office.Office, "run", None)  # only in this process
        assert differing(in_simpy(model, 2), alone) == []


def test_simpy_is_loaded_only_where_it_runs() -> None:
    asked = "import sys, prevention_sim.engines; sys.exit('simpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
