"""The microsimulation counts, person by person, what its slow twin counts; its two forms do the same."""

from collections import Counter
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.engines.kernels.persons import asked_again
from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.tallies import Tallies
from prevention_sim.foundation.compiling import Kernel
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
from tests.unit.engines.test_cohort import assert_close, cells_of

SEED = 1
LARGEST_Z = 4.42  # exceeded by one standard normal in 100,000; the seed is fixed, so a pass stays a pass


def tallies(model: Model, replication: int) -> Tallies:
    """Persons of one replication."""
    rows = base_row(model.table).replicated(SEED, [replication])
    return count_persons(model, bind(model, rows), rows.luck)


def seen_in(model: Model, counted: Tallies) -> Seen:
    """Who is where at every boundary; of the programmes, those the strategy has."""
    left = {move[0] for move in model.moves}
    running = {programme.id: programme.strategies for programme in model.programmes}
    found: Seen = Counter()
    for (strategy, stratum, _, boundary, cell), number in np.ndenumerate(counted.present):
        state, status = model.cells[cell].state, model.cells[cell].status
        inside = tuple(
            each.programme
            for each in status
            if each.stage == "during" and state in left and running[each.programme][strategy]
        )
        found[model.strategies[strategy], model.strata[stratum], boundary, state, inside] += int(number)
    return found


@settings(max_examples=50)
@given(files() | files_with_programmes(), st.integers(0, 2**32 - 1))
def test_every_person_is_where_the_text_and_luck_say(tree: Tree, replication: int) -> None:
    model = compile_model(small.scenario_of(tree))
    _, seen = tell_persons(tree, model, SEED, replication)
    assert +seen_in(model, tallies(model, replication)) == seen


@settings(max_examples=20)
@given(files_with_funding() | files_with_programmes(), st.integers(0, 2**32 - 1))
def test_every_cell_of_a_replication_is_what_the_text_and_luck_say(tree: Tree, replication: int) -> None:
    model = compile_model(small.scenario_of(tree))
    outcomes = small.run_model(model, "microsimulation", replication)
    told = priced(tree, tell_persons(tree, model, SEED, replication)[0])
    grains = 4.0 * 2.0**-outcomes.ledger.grain_bits
    assert_close(cells_of(outcomes), told.cost, absolute=grains)


MOVED_AND_ASKED = """
time: {start: 2020-01, years: 1, budget_window: 1}
states: [a, b, c]
caseload: {intake: {da: {value: 1000 cases, at: 2020-01, into: a}}}
transitions: [{from: a, to: c, probability: 1 %/month}, {from: b, to: c, probability: 1 %/month}]
interventions:
  angebot:
    title: Angebot
    enrolment: [{of: entries, in: [a, b], uptake: 50 %}]
    effects: [{kind: hazard_ratio, ratio: 2}]
  umzug: {title: Umzug, start: 2020-04, effects: [{kind: moves, from: a, into: b, share: 100 %}]}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [angebot, umzug]}}
"""


def test_who_is_moved_is_asked_by_new_luck_what_was_refused_before() -> None:
    """Of those who refused the first time, half refuse the second: |z| < 4.42."""
    tree = small.tree_of(MOVED_AND_ASKED)
    model = compile_model(small.scenario_of(tree))
    counted = tallies(model, 0)
    assert +seen_in(model, counted) == tell_persons(tree, model, SEED, 0)[1]
    seen = seen_in(model, counted)
    before = seen["mit", "all", 2, "a", ()]
    refused = seen["mit", "all", 3, "b", ("umzug",)]
    chance = 0.99 / 2.0
    assert abs(refused - before * chance) < LARGEST_Z * (before * chance * (1.0 - chance)) ** 0.5


AGAIN_AND_AGAIN = """
time: {start: 2020-01, years: 30, budget_window: 1}
caseload: {stock: {da: {value: 3 cases, in: a}}}
transitions: [{from: a, to: b, probability: 0.01 %/month}]
interventions:
  kurs:
    title: Kurs
    lasts: 1 month
    enrolment: [{of: present, in: a, offered: 90 %/month}]
    effects: [{kind: hazard_ratio, ratio: 2}]
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [kurs]}}
"""


def test_an_offer_that_comes_more_than_255_times_in_one_stay_keeps_its_address() -> None:
    tree = small.tree_of(AGAIN_AND_AGAIN)
    model = compile_model(small.scenario_of(tree))
    counted = tallies(model, 0)
    assert counted.shifted[1].sum() > 3 * 256
    assert +seen_in(model, counted) == tell_persons(tree, model, SEED, 0)[1]


def test_every_repeat_of_an_offer_has_an_address_of_its_own() -> None:
    """Up to the most boundaries there are; those up to the 255th are where they have always been."""
    most = range(2**16)
    words = {asked_again(moves, again) for moves in (0, 1, 255, 256, 2**16 - 1) for again in most}
    assert len(words) == 5 * 2**16
    assert max(words) < 2**32
    assert all(asked_again(7, again) == 7 + again * 2**24 for again in range(256))


@pytest.mark.xdist_group("compiled")
@settings(max_examples=12)
@given(files() | files_with_programmes(), st.integers(0, 2**32 - 1))
def test_the_compiled_form_counts_the_same_persons(tree: Tree, replication: int) -> None:
    model = compile_model(small.scenario_of(tree))
    found = []
    for form in ("python", "compiled"):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Kernel, "for_work", lambda kernel, *_, form=form: getattr(kernel, form))
            found.append(tallies(model, replication))
    for each in fields(Tallies):
        assert (getattr(found[0], each.name) == getattr(found[1], each.name)).all(), each.name


@settings(max_examples=15)
@given(files_with_programmes(), st.integers(0, 2**32 - 1))
def test_persons_of_one_stream_do_not_notice_those_of_another(tree: Tree, replication: int) -> None:
    """Each stream by itself, and all together: the same histories, so the sums of all counts."""
    model = compile_model(small.scenario_of(tree))
    together = seen_in(model, tallies(model, replication))
    alone: Seen = Counter()
    for kind, streams in tree["caseload"].items():
        for name in streams:
            nobody = {
                each: {
                    other: stream | ({} if (each, other) == (kind, name) else emptied(stream))
                    for other, stream in group.items()
                }
                for each, group in tree["caseload"].items()
            }
            only = compile_model(small.scenario_of(tree | {"caseload": nobody}))
            alone += seen_in(only, tallies(only, replication))
    assert +together == +alone


def emptied(stream: Tree) -> Tree:
    """The value of a stream that brings nobody."""
    return {"value": " ".join(["0", *stream["value"].split()[1:]])}


def test_replications_differ_and_are_uncorrelated() -> None:
    """Every history of counts is met once; neighbours in number correlate by less than 4.42 / sqrt(n)."""
    model = small.model(
        "time: {start: 2020-01, years: 2, budget_window: 1}",
        "caseload: {stock: {da: {value: 200 cases, in: a}}}",
        "stays: {a: {mean: 20 months, to: {b: 100 %}}}",
    )
    replications = 400
    rows = base_row(model.table).replicated(SEED, range(replications))
    present = count_persons(model, bind(model, rows), rows.luck).present[0, 0, :, :, 0]
    assert len({each.tobytes() for each in present}) == replications
    last = present[:, -1].astype(np.float64)
    assert abs(np.corrcoef(last[1:], last[:-1])[0, 1]) < LARGEST_Z / replications**0.5
