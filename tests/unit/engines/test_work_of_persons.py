"""How the work on persons is divided is part of no result."""

from dataclasses import replace

import numpy as np
import pytest

from prevention_sim.engines import replications as working
from prevention_sim.engines.coming import persons
from prevention_sim.engines.kernels.persons import AHEAD, CROWD
from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.replications import expected_by_persons
from prevention_sim.engines.tallies import Tallies
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows, base_row, set_rows
from tests.small import model

HOMES = """
time: {start: 2020-01, years: 2, budget_window: 1}
states: {pflege: {title: Pflege}, heim: {title: Heim}, ende: {title: Ende}}
caseload:
  stock: {alte: {value: 300 cases, in: pflege}}
  arrivals: {neue: {value: 40 cases/year, into: heim, varies: poisson}}
transitions:
  - {from: pflege, to: heim, probability: 60 %/month}
  - {from: heim, to: pflege, probability: 60 %/month}
  - {from: heim, to: ende, probability: 1 %/month}
"""
REPLICATIONS = 7


@pytest.fixture(name="homes", scope="module")
def _homes() -> Model:
    compiled = model(HOMES)
    return replace(compiled, simulation=replace(compiled.simulation, replications=REPLICATIONS, seed=3))


def some_rows(homes: Model) -> Rows:
    return set_rows(homes.table, {"caseload.arrivals.neue.value": [10.0, 40.0, 70.0]})


def luck(replications: int) -> tuple[Luck, ...]:
    return tuple(Luck(3, replication) for replication in range(replications))


def assert_same(one: Tallies, other: Tallies) -> None:
    for name in ("present", "moved", "came", "shifted"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


def test_more_persons_and_sojourns_than_are_drawn_at_once_are_walked(homes: Model) -> None:
    counted = count_persons(homes, bind(homes, base_row(homes.table)), luck(1))
    assert counted.present[0, 0, 0, 0].sum() > CROWD
    assert counted.moved.sum() > AHEAD * counted.present[0, 0, 0, -1].sum()


@pytest.mark.parametrize("threads", [2, 3, 5])
@pytest.mark.parametrize("replications", [1, 2, 30])
def test_threads_count_the_same_persons(homes: Model, threads: int, replications: int) -> None:
    bound = bind(homes, some_rows(homes))
    alone = count_persons(homes, bound, luck(replications) * 3)
    assert_same(count_persons(homes, bound, luck(replications) * 3, threads=threads), alone)


def test_replications_of_a_row_are_added_up(homes: Model) -> None:
    bound = bind(homes, base_row(homes.table))
    one_by_one = [count_persons(homes, bound, (each,)) for each in luck(REPLICATIONS)]
    together = count_persons(homes, bound, luck(REPLICATIONS))
    np.testing.assert_array_equal(together.moved, sum(each.moved for each in one_by_one))
    np.testing.assert_array_equal(together.present, sum(each.present for each in one_by_one))


def test_rows_together_are_rows_by_themselves(homes: Model) -> None:
    rows = some_rows(homes)
    together = expected_by_persons(count_persons, homes, bind(homes, rows))[0]
    for row in range(len(rows)):
        alone = expected_by_persons(count_persons, homes, bind(homes, rows.part(row, row + 1)))[0]
        np.testing.assert_array_equal(together.time_in[..., row], alone.time_in[..., 0])
        np.testing.assert_array_equal(together.moves.along()[..., row], alone.moves.along()[..., 0])


def test_the_mean_is_the_same_however_many_replications_fit_the_memory(
    homes: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound = bind(homes, some_rows(homes))
    at_once = expected_by_persons(count_persons, homes, bound)[0]
    monkeypatch.setattr(working, "COMING_BYTES", 1)
    one_by_one = expected_by_persons(count_persons, homes, bound)[0]
    np.testing.assert_array_equal(at_once.time_in, one_by_one.time_in)
    np.testing.assert_array_equal(at_once.at_end, one_by_one.at_end)


def test_who_comes_in_a_replication_does_not_depend_on_the_others(homes: Model) -> None:
    rows = some_rows(homes)
    together = persons(homes, rows, luck(REPLICATIONS) * 3)
    for row in range(len(rows)):
        for at, each in enumerate(luck(REPLICATIONS)):
            alone = persons(homes, rows.part(row, row + 1), (each,))
            np.testing.assert_array_equal(together[row * REPLICATIONS + at], alone[0])
