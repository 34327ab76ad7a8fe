"""The microsimulation counts, person by person, what its slow twin counts; its two forms do the same."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.engines.kernels.persons import run_persons
from prevention_sim.engines.microsimulation import Tallies, count_persons
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.persons_twin import Seen, tell_persons
from tests.small import Tree
from tests.strategies import files, files_with_funding
from tests.twins import priced
from tests.unit.engines.test_cohort import assert_close, labelled, states_of_cells

SEED = 1


def tallies(model: Model, replication: int) -> Tallies:
    """Persons of one replication."""
    return count_persons(model, bind(model, base_row(model.table).replicated(SEED, [replication])))


def seen_in(model: Model, counted: Tallies) -> Seen:
    """Who is where at every boundary; of the programmes, those the strategy has."""
    left = {move[0] for move in model.moves}
    found: Seen = Counter()
    for (strategy, stratum, _, boundary, cell), number in np.ndenumerate(counted.present):
        state, status = model.cells[cell].state, model.cells[cell].status
        inside = tuple(
            each.programme
            for each in status
            if each.stage == "during" and state in left
            and next(one for one in model.programmes if one.id == each.programme).strategies[strategy]
        )
        found[model.strategies[strategy], model.strata[stratum], boundary, state, inside] += int(number)
    return found


@settings(max_examples=60)
@given(files() | files_with_programmes(), st.integers(0, 2**32 - 1))
def test_every_person_is_where_the_text_and_luck_say(tree: Tree, replication: int) -> None:
    model = compile_model(small.scenario_of(tree))
    _, seen = tell_persons(tree, model, SEED, replication)
    found = seen_in(model, tallies(model, replication))
    assert {key: number for key, number in found.items() if number} == seen
