"""Compilation: the order of ids, the cells somebody can be in, and what a file may not leave unsaid."""

import pytest

from prevention_sim.model.network import Cell, Treatment
from prevention_sim.scenario.problems import ScenarioError
from tests import small

DISCOUNTING = "conventions: {counting: start, discounting: {method: at_point, rate: %s}}"


def test_states_strata_and_strategies_stand_in_the_order_of_their_ids() -> None:
    model = small.model(
        "states: [z, a, m]",
        "strata: {west: {title: W, share: 50 %}, ost: {title: O, share: rest}}",
        "strategies: {ohne: {title: ohne}, halb: {title: halb}}",
    )
    assert model.states == ("a", "m", "z")
    assert model.strata == ("ost", "west")
    assert model.strategies == ("halb", "ohne")


def test_a_file_without_strata_has_one_that_is_everybody() -> None:
    assert small.model().strata == ("all",)


def test_only_cells_that_somebody_can_reach_are_computed() -> None:
    model = small.model(
        "states: [a, b, c, d]",
        "transitions: [{from: a, to: b, probability: 1 %/year}, {from: c, to: d, probability: 1 %/year}]",
    )
    assert model.cells == (Cell("a"), Cell("b"))
    assert len(model.network.edges) == 1


def test_participants_keep_their_status_when_they_move() -> None:
    model = small.model(
        small.WITH_PROGRAMME,
        "caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}",
        "transitions: [{from: a, to: b, probability: 1 %/year}, {from: b, to: a, probability: 1 %/year}]",
    )
    helped = (Treatment("hilfe"),)
    pairs = [
        (model.cells[a], model.cells[b])
        for a, b in zip(model.edge_origin, model.edge_destination, strict=True)
    ]
    assert pairs == [
        (Cell("b"), Cell("a")),
        (Cell("b", helped), Cell("a", helped)),
        (Cell("a"), Cell("b")),
        (Cell("a", helped), Cell("b", helped)),
    ]


def test_in_a_state_without_a_way_out_nobody_is_told_apart() -> None:
    model = small.model(
        small.WITH_PROGRAMME,
        "caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}",
        "states: [a, b, c]",
        "transitions: [{from: [a, b], to: c, probability: 1 %/year}]",
    )
    assert [str(cell) for cell in model.cells if cell.state == "c"] == ["c/untreated"]


@pytest.mark.parametrize("rate", ["0.3 %/month", "9 %/3 years"])
def test_a_discount_rate_is_per_year(rate: str) -> None:
    with pytest.raises(ScenarioError, match=r"E265 conventions\.discounting\.rate.*per year"):
        small.model(DISCOUNTING % rate)


def test_a_discount_rate_of_minus_100_percent_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"E265 conventions\.discounting\.rate"):
        small.model(DISCOUNTING % "-100 %/year")
