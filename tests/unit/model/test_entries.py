"""Who enters from outside, in one augmented space for all strategies."""

import math

import numpy as np
import pytest

from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.bind import Bound, bind
from prevention_sim.model.model import Model
from prevention_sim.model.network import Cell, Treatment
from prevention_sim.model.rows import base_row, set_rows
from tests import small

HELPED = (Treatment("hilfe"),)

ARRIVALS = """
states: [a, b, c]
caseload: {arrivals: {neue: {value: 120 cases/year, into: a}}}
"""


def bound(model: Model) -> Bound:
    return bind(model, base_row(model.table))


def entering(model: Model, strategy: str) -> dict[Cell, float]:
    """Cases per cycle that enter each cell in a strategy, over all strata; empty ones are left out."""
    scale = bound(model).entry_scale[:, model.strategies.index(strategy), :, 0].sum(axis=1)
    found: dict[Cell, float] = {}
    for entry, cases in zip(model.entries, scale, strict=True):
        if cases:
            found[entry.cell] = found.get(entry.cell, 0.0) + float(cases)
    return found


def test_a_diverted_share_is_a_participant_in_every_strategy() -> None:
    model = small.model(small.WITH_PROGRAMME, ARRIVALS)
    assert entering(model, "ohne") == {Cell("a"): 6.0, Cell("a", HELPED): 4.0}
    assert entering(model, "mit") == {Cell("a"): 6.0, Cell("b", HELPED): 4.0}


def test_only_those_the_programme_takes_in_are_supported() -> None:
    model = small.model(small.WITH_PROGRAMME, ARRIVALS)
    supported = [entry.cell for entry in model.entries if entry.enrols == ("hilfe",)]
    assert supported == [Cell("b", HELPED)]


def test_who_is_bound_for_another_state_is_not_touched() -> None:
    model = small.model(small.WITH_PROGRAMME, ARRIVALS.replace("into: a", "into: c"))
    assert entering(model, "mit") == entering(model, "ohne") == {Cell("c"): 10.0}


def test_the_stock_is_not_diverted() -> None:
    model = small.model(small.WITH_PROGRAMME)
    assert [term.cell for term in model.start] == [Cell("a")]
    assert not model.entries


def test_an_entry_is_diverted_only_while_the_programme_runs() -> None:
    programme = small.WITH_PROGRAMME.replace("title: Hilfe,", "title: Hilfe, start: 2020-03, end: 2020-04,")
    model = small.model(programme, ARRIVALS)
    profiles = {
        (entry.cell.state, entry.enrols, entry.strategies): entry.profile.tolist()
        for entry in model.entries
        if entry.strategies == (True, False)
    }
    assert profiles[("b", ("hilfe",), (True, False))] == [0, 0, 1, 1] + [0] * 8
    everybody = sum(
        entry.profile * entering_always(model, position) for position, entry in enumerate(model.entries)
    )
    assert np.asarray(everybody).tolist() == [10.0] * 12


def entering_always(model: Model, entry: int) -> float:
    return float(bound(model).entry_scale[entry, model.strategies.index("mit"), :, 0].sum())


def test_strata_share_every_stream() -> None:
    model = small.model(
        ARRIVALS.replace("into: a", "into: {nord: a, sued: b}"),
        "strata: {nord: {title: Nord, share: 25 %}, sued: {title: Süd, share: rest}}",
    )
    assert entering(model, "ohne") == {Cell("a"): 2.5, Cell("b"): 7.5}
    scale = bound(model).entry_scale[:, 0, :, 0]
    assert scale.tolist() == [[2.5, 0.0], [0.0, 7.5]]


def test_an_intake_enters_once_at_its_date() -> None:
    model = small.model("caseload: {intake: {gruppe: {value: 30 cases, at: 2020-05, into: a}}}")
    assert model.entries[0].profile.tolist() == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert bound(model).entry_scale[0, 0, 0, 0] == 30.0


@pytest.mark.parametrize(("cycle", "cases"), [("month", 2.5), ("quarter", 7.5), ("year", 30.0)])
def test_arrivals_are_spread_evenly_over_the_year(cycle: str, cases: float) -> None:
    model = small.model(
        f"time: {{start: 2020-01, years: 1, cycle: {cycle}, budget_window: 1}}",
        "caseload: {arrivals: {neue: {value: 30 cases/year, into: a}}}",
    )
    assert bound(model).entry_scale[0, 0, 0, 0] == cases


def test_arrivals_begin_and_end_with_their_months() -> None:
    model = small.model(
        "caseload: {arrivals: {neue: {value: 12 cases/year, into: a, from: 2020-02, until: 2020-03}}}"
    )
    assert model.entries[0].profile.tolist() == [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]


def test_all_of_the_strata_are_everybody() -> None:
    model = small.model("strata: {nord: {title: Nord, share: 60 %}, sued: {title: Süd, share: 40 %}}")
    with pytest.raises(ModelError, match=r"the shares of the strata add up to 1\.1, not to 1"):
        bind(model, set_rows(model.table, {"strata.nord.share": 0.7}))


def test_a_rest_below_nothing_is_refused_by_name() -> None:
    model = small.model("strata: {nord: {title: Nord, share: 60 %}, sued: {title: Süd, share: rest}}")
    with pytest.raises(ModelError, match="»nord« leaves the range from 0 to 1"):
        bind(model, set_rows(model.table, {"strata.nord.share": 1.2}))


def test_a_rest_that_rounding_carries_below_0_is_nothing() -> None:
    """1 - 0.3 - 0.6 - 0.1 is -2.8e-17."""
    parts = "a1: {title: A, share: 30 %}, b1: {title: B, share: 60 %}, c1: {title: C, share: 10 %}"
    model = small.model(f"strata: {{{parts}, d1: {{title: D, share: rest}}}}")
    assert (bound(model).start >= 0.0).all()
    assert bound(model).start[0, 0, 3, 0] == 0.0


@pytest.mark.parametrize("cases", [-1.0, math.nan])
def test_fewer_than_no_cases_are_refused_with_path_and_row(cases: float) -> None:
    model = small.model(ARRIVALS)
    with pytest.raises(ModelError, match=r"row 1; numbers involved: caseload\.arrivals\.neue\.value"):
        bind(model, set_rows(model.table, {"caseload.arrivals.neue.value": [1.0, cases]}))


@pytest.mark.parametrize("share", [-0.1, 1.1, math.nan])
def test_a_diverted_share_outside_0_and_1_is_refused_with_its_path(share: float) -> None:
    model = small.model(small.WITH_PROGRAMME, ARRIVALS)
    with pytest.raises(ModelError, match=r"interventions\.hilfe\.effects\[0\]\.share"):
        bind(model, set_rows(model.table, {"interventions.hilfe.effects[0].share": share}))
