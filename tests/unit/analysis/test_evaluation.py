"""Binding, running and pricing meet once; the chunks are part of no result."""

import numpy as np
import pytest
from hypothesis import given, settings

from prevention_sim.analysis.evaluation import evaluate, evaluate_base, grain_of
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row, set_rows
from tests import small
from tests.small import Tree
from tests.strategies import files

FILE = """
transitions: [{from: a, to: b, probability: 10 %/month}]
costs: {heim: {kind: per_case, title: Heim, state: a, value: 5 100 EUR/month}}
"""


@pytest.fixture
def model() -> Model:
    return small.model(FILE)


def test_chunks_come_in_the_order_of_the_rows(model: Model) -> None:
    rows = set_rows(model.table, {"costs.heim.value": np.arange(5.0)})
    parts = list(evaluate(model, rows, chunk_rows=2))
    assert [len(part.bound.rows) for part in parts] == [2, 2, 1]
    cost = np.concatenate([part.ledger.amount.total_by("row") for part in parts])
    assert (np.diff(cost) > 0.0).all()


def test_no_rows_have_no_outcomes(model: Model) -> None:
    assert not list(evaluate(model, base_row(model.table).part(0, 0)))


def test_every_chunk_has_the_grain_of_the_base_row(model: Model) -> None:
    rows = set_rows(model.table, {"costs.heim.value": [1.0, 5_100.0, 500_000.0]})
    bits = {part.ledger.grain_bits for part in evaluate(model, rows, chunk_rows=1)}
    assert bits == {evaluate_base(model).ledger.grain_bits}


def test_a_base_row_that_costs_nothing_still_books_other_rows_finely() -> None:
    model = compile_model(small.scenario(FILE.replace("5 100", "0")))
    (outcomes,) = evaluate(model, set_rows(model.table, {"costs.heim.value": [0.0, 1_000.0]}))
    totals = outcomes.ledger.amount.total_by("row")
    priced = next(
        evaluate(
            compile_model(small.scenario(FILE.replace("5 100", "1 000"))), outcomes.bound.rows.part(1, 2)
        )
    )
    assert totals[0] == 0.0
    assert totals[1] == pytest.approx(float(priced.ledger.amount.total_by("row")[0]), abs=1e-5)


def test_an_impossible_row_stops_the_evaluation(model: Model) -> None:
    rows = set_rows(model.table, {"transitions[0].probability": [0.1, 0.2, 1.2]})
    chunks = evaluate(model, rows, chunk_rows=2)
    next(chunks)
    with pytest.raises(ModelError, match=r"transitions\[0\]"):
        next(chunks)


@settings(max_examples=20)
@given(files())
def test_nominal_amounts_are_the_same_bits_without_other_valuations(tree: Tree) -> None:
    whole = compile_model(small.scenario_of(tree))
    rows, grain = base_row(whole.table), grain_of(whole)
    (full,) = evaluate(whole, rows)
    (alone,) = evaluate(whole.in_nominal_terms(), rows, grain=grain)
    nominal = full.ledger.amount.where(valuation="nominal").values
    assert alone.model.weights.valuations == ("nominal",)
    assert (alone.ledger.amount.where(valuation="nominal").values == nominal).all()


def test_the_memory_of_a_row_is_what_its_arrays_hold() -> None:
    model = small.model(
        FILE, small.WITH_PROGRAMME, "caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}"
    )
    outcomes = evaluate_base(model)
    bound = outcomes.bound
    trace = outcomes.trace
    arrays = [
        outcomes.ledger.amount.values,
        trace.time_in,
        trace.moves.exposure,
        trace.entries,
        trace.at_end,
        bound.start,
        bound.entry_scale,
        bound.scale,
        bound.rows.values,
    ]
    unrounded = outcomes.ledger.amount.total_by("item", "valuation", "year", "strategy", "stratum").nbytes
    assert sum(array.nbytes for array in arrays) <= model.bytes_per_row() + unrounded
    assert model.bytes_per_row() <= 2 * sum(array.nbytes for array in arrays)
