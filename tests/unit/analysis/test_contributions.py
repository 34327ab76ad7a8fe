"""What is assessed, and what comes in."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.contributions import as_assessed
from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.rows import set_rows
from tests import small
from tests.small import Tree
from tests.strategies import files, percentages
from tests.tolerances import tolerance

CONTRIBUTION: Final = """
time: {start: 2020-01, years: 2, budget_window: 2}
income:
  beitrag:
    kind: per_case
    title: Kostenbeitrag
    state: a
    value: 200 EUR/month
    collected_share: 85 %
    payment_lag: 6 months
"""
SHARE: Final = "income.beitrag.collected_share"


def collecting(tree: Tree, share: str) -> Tree:
    """A file in which the same share of every income comes in."""

    def collected(part: Tree) -> Tree:
        income = {name: line | {"collected_share": share} for name, line in part["income"].items()}
        return part | {"income": income}

    programmes = {name: collected(programme) for name, programme in tree["interventions"].items()}
    return collected(tree) | {"interventions": programmes}


def test_result_and_payment_are_what_comes_in() -> None:
    """200 EUR x 12 x 85 % = 2,040 EUR a year, of which half is paid a year later."""
    amounts = small.run(CONTRIBUTION).ledger.amount
    assert amounts.total_by("basis", "year").tolist() == [
        [-2_040.0, -2_040.0, 0.0],
        [-1_020.0, -2_040.0, -1_020.0],
    ]


def test_what_is_assessed_is_not_forgotten() -> None:
    outcomes = as_assessed(small.run(CONTRIBUTION))
    assert outcomes.ledger.amount.where(basis="accrual", year=2020).total_by("row").tolist() == [-2_400.0]


def test_what_comes_in_may_vary_between_rows_and_is_a_share() -> None:
    model = small.model(CONTRIBUTION)
    (outcomes,) = evaluate(model, set_rows(model.table, {SHARE: [0.0, 0.5, 1.0]}))
    by_row = outcomes.ledger.amount.where(basis="accrual").total_by("row")
    assert by_row.tolist() == [0.0, -2_400.0, -4_800.0]
    with pytest.raises(ModelError, match="collected_share: a share leaves the range"):
        next(evaluate(model, set_rows(model.table, {SHARE: 1.2})))


@settings(max_examples=20)
@given(files())
def test_where_everything_comes_in_the_share_changes_no_bit(tree: Tree) -> None:
    one, other = (small.run_tree(file).ledger.amount.values for file in (tree, collecting(tree, "100 %")))
    assert (one == other).all()


@settings(max_examples=20)
@given(files(), percentages(), st.data())
def test_what_comes_in_is_the_share_of_what_is_assessed(tree: Tree, share: str, data: st.DataObject) -> None:
    outcomes = small.run_tree(collecting(tree, share))
    items = [line.item for line in outcomes.model.lines if line.sign < 0.0]
    if not items:
        return
    item = data.draw(st.sampled_from(items))
    booked, assessed = (
        each.ledger.amount.where(item=item).total_by("valuation", "strategy", "stratum")
        for each in (outcomes, as_assessed(outcomes))
    )
    slack = tolerance("twin") * np.abs(assessed).max() + 2.0 * 2.0**-outcomes.ledger.grain_bits
    assert np.abs(booked - float(share.removesuffix(" %")) / 100.0 * assessed).max() <= slack
