"""The cohort engine counts what its slow twins count, and its two forms return the same bits."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.engines.cohort import run_cohort
from prevention_sim.engines.kernels.cohort import run_lanes
from prevention_sim.engines.kernels.rows import BLOCK
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.conventions import Weights
from prevention_sim.model.model import Model
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.small import Tree
from tests.strategies import files, files_with_funding
from tests.tolerances import tolerance
from tests.twins import exact_chain, tell
from tests.walk import Counts

Arrays = dict[str, Any]


def assert_close(
    found: dict[tuple[Any, ...], float],
    expected: Counts,
    absolute: float = 0.0,
    relative: float = tolerance("twin"),
) -> None:
    """Compare by labels; what is missing on one side must be 0 on the other."""
    bound = absolute + relative * max([1.0, *(abs(value) for value in expected.values())])
    for key in {**found, **expected}:
        assert abs(found.get(key, 0.0) - expected.get(key, 0.0)) <= bound, key


def labelled(
    outcomes: Outcomes, values: FloatArray, kinds: list[tuple[Any, ...]]
) -> dict[tuple[Any, ...], float]:
    """Counts by (valuation, year, *kind, strategy, stratum); cells of the same kind add up."""
    model = outcomes.model
    found: dict[tuple[Any, ...], float] = {}
    for (valuation, year, kind, strategy, stratum, _), value in np.ndenumerate(values):
        key = (
            model.weights.valuations[valuation],
            model.calendar.years[year],
            *kinds[kind],
            model.strategies[strategy],
            model.strata[stratum],
        )
        found[key] = found.get(key, 0.0) + float(value)
    return found


def cells_of(outcomes: Outcomes) -> dict[tuple[Any, ...], float]:
    """The ledger by (item, bearer, basis, valuation, year, strategy, stratum)."""
    cube = outcomes.ledger.amount
    found = {}
    for place, value in np.ndenumerate(cube.values):
        where = dict(zip(cube.axes.names, place, strict=True))
        key = tuple(
            cube.axes.labels[axis][where[axis]]
            for axis in ("item", "bearer", "basis", "valuation", "year", "strategy", "stratum")
        )
        found[key] = float(value)
    return found


def states_of_cells(outcomes: Outcomes) -> list[tuple[str]]:
    return [(cell.state,) for cell in outcomes.model.cells]


@settings(max_examples=80)
@given(files())
def test_a_file_leads_to_what_its_text_says(tree: Tree) -> None:
    outcomes, told = small.run_tree(tree), tell(tree)
    model, trace = outcomes.model, outcomes.trace
    states = states_of_cells(outcomes)
    edges = list(zip(model.edge_origin, model.edge_destination, strict=True))
    assert_close(labelled(outcomes, trace.time_in, states), told.time_in)
    assert_close(
        labelled(outcomes, trace.moves.along(), [states[a] + states[b] for a, b in edges]), told.moves
    )
    assert_close(
        labelled(outcomes, trace.entries, [(entry.cell.state,) for entry in model.entries]), told.entries
    )


@settings(max_examples=60)
@given(files_with_programmes())
def test_programmes_laws_and_ratios_lead_to_what_their_text_says(tree: Tree) -> None:
    outcomes, told = small.run_tree(tree), tell(tree)
    model, trace, findings = outcomes.model, outcomes.trace, Findings(outcomes)
    states, rounded = states_of_cells(outcomes), tolerance("rounded_law")
    edges = list(zip(model.edge_origin, model.edge_destination, strict=True))
    assert_close(labelled(outcomes, trace.time_in, states), told.time_in, relative=rounded)
    assert_close(
        labelled(outcomes, trace.moves.along(), [states[a] + states[b] for a, b in edges]),
        told.moves,
        relative=rounded,
    )
    assert_close(
        labelled(outcomes, trace.entries, [(entry.cell.state,) for entry in model.entries]), told.entries
    )
    horizon = Slice(findings.years("horizon"))
    joined: Counts = defaultdict(float)
    for (_, strategy), number in told.joined.items():
        joined[strategy,] += number
    supported = {(name,): float(findings.supported_cases(name, horizon)[0]) for name in model.strategies}
    assert_close(supported, joined, relative=rounded)


@settings(max_examples=60)
@given(files_with_funding() | files_with_programmes())
def test_every_cell_of_the_ledger_is_what_the_text_says_to_the_grain(tree: Tree) -> None:
    outcomes, told = small.run_tree(tree), tell(tree)
    # A cell is a difference of two rounded totals: one grain. The last of three bearers also takes what the
    # two others were rounded by.
    grains = 4.0 * 2.0**-outcomes.ledger.grain_bits
    assert_close(
        cells_of(outcomes),
        told.cost,
        absolute=grains,
        relative=tolerance("rounded_law" if "law" in str(tree) else "twin"),
    )


@settings(max_examples=40)
@given(files())
def test_persons_at_the_last_boundary_are_those_of_the_exact_chain(tree: Tree) -> None:
    outcomes = small.run_tree(tree)
    model, bound = outcomes.model, outcomes.bound
    strategy, stratum = len(model.strategies) - 1, len(model.strata) - 1
    lane = (strategy, stratum, 0)
    chances: dict[tuple[int, int], float] = defaultdict(float)
    for edge, (origin, target) in enumerate(zip(model.edge_origin, model.edge_destination, strict=True)):
        chances[int(origin), int(target)] += float(bound.scale[(edge, *lane)])
    joining = np.zeros((model.calendar.cycles, len(model.cells)))
    for position, entry in enumerate(model.entries):
        joining[:, outcomes.model.cells.index(entry.cell)] += (
            bound.entry_scale[(position, *lane)] * entry.profile
        )
    start = bound.start[:, strategy, stratum, 0].tolist()
    exact = [float(number) for number in exact_chain(start, chances, joining.tolist())[-1]]
    found = outcomes.trace.at_end[:, strategy, stratum, 0]
    np.testing.assert_allclose(found, exact, rtol=0.0, atol=tolerance("exact_arithmetic") * max(1.0, *exact))


@settings(max_examples=20)
@given(files() | files_with_programmes())
def test_nobody_is_missing_or_negative_at_any_boundary(tree: Tree) -> None:
    whole = small.run_tree(tree)
    for boundary in range(1, whole.model.calendar.cycles + 1):
        trace = run_cohort(until(whole.model, boundary), whole.bound)
        for counts in (trace.at_end, trace.time_in, trace.moves.along(), trace.shifts, trace.entries):
            assert (counts >= 0.0).all()
        came = whole.bound.start.sum(axis=0) + trace.entries[0].sum(axis=(0, 1))
        np.testing.assert_allclose(trace.at_end.sum(axis=0), came, rtol=tolerance("twin"))


def until(model: Model, boundary: int) -> Model:
    """The same model with its horizon at an earlier boundary."""
    weights = model.weights
    return replace(
        model,
        calendar=replace(model.calendar, cycles=boundary),
        weights=Weights(
            weights.valuations,
            weights.start[:, :boundary].copy(),
            weights.end[:, :boundary].copy(),
            weights.at_start[:, :boundary].copy(),
            weights.at_end[:, :boundary].copy(),
        ),
        phase_of_cycle=model.phase_of_cycle[:boundary].copy(),
        entries=tuple(replace(entry, profile=entry.profile[:boundary]) for entry in model.entries),
    )


def test_an_absorbing_state_never_loses_anybody() -> None:
    numbers = [
        small.run(
            f"time: {{start: 2020-01, years: {years}, cycle: year, budget_window: 1}}",
            "transitions: [{from: a, to: b, probability: 30 %/year}]",
        ).trace.at_end[1, 0, 0, 0]
        for years in range(1, 12)
    ]
    assert (np.diff(numbers) > 0.0).all()
    assert numbers[-1] < 1.0


def test_a_move_that_is_certain_leaves_nobody_behind() -> None:
    outcomes = small.run("transitions: [{from: a, to: b, probability: 100 %/month}]")
    assert outcomes.trace.at_end[:, 0, 0, 0].tolist() == [0.0, 1.0]


def test_a_move_that_never_happens_moves_nobody() -> None:
    outcomes = small.run("transitions: [{from: a, to: b, probability: 0 %/month}]")
    assert outcomes.trace.at_end[:, 0, 0, 0].tolist() == [1.0, 0.0]
    assert not outcomes.trace.moves.along().any()


def random_arrays(seed: int, lanes: int, *, by_lane: bool) -> Arrays:
    """A made-up model: cells with and without clocks, courses by phase and position, shifts of all kinds.

    Cells 1 to 4 have clocks of 4, 1, 3 and 1 positions; beyond those of 2, 3 and 4 cases go on in cell 0.
    """
    random = np.random.default_rng(seed)
    cells, cycles, phases = 5, 13, 3
    length = np.array([1, 4, 1, 3, 1])
    first = np.concatenate([[0], np.cumsum(length)]).astype(np.int32)
    slots = int(first[-1])
    last = (first[1:] - 1).astype(np.int32)
    last[2:] = first[0]
    pairs = [(a, b) for a in range(cells) for b in range(cells) if a != b][::2]
    edges = len(pairs)
    sources = sorted({(a, int(random.integers(0, 3))) for a, _ in pairs})
    of_edge = [random.choice([g for g, (cell, _) in enumerate(sources) if cell == a]) for a, _ in pairs]
    keeps = [a > 0 and b > 0 and length[b] >= length[a] for a, b in pairs]
    return {
        "cell_first": first,
        "cell_last": last,
        "scale": random.random((edges, lanes)) / 12.0,
        "edge_source": np.array(of_edge, dtype=np.int32),
        "edge_first": np.array(
            [first[b] if keep else -1 for (_, b), keep in zip(pairs, keeps, strict=True)], dtype=np.int32
        ),
        "edge_into": np.array(
            [b if keep else first[b] for (_, b), keep in zip(pairs, keeps, strict=True)], dtype=np.int32
        ),
        "source_cell": np.array([cell for cell, _ in sources], dtype=np.int32),
        "source_shape": random.integers(0, 8, (phases, len(sources))).astype(np.int32),
        "source_step": random.integers(0, 2, len(sources)).astype(np.int32),
        "shape": random.random((12, lanes if by_lane else 1)),
        "phase_of_cycle": np.sort(random.integers(0, phases, cycles)).astype(np.int32),
        "period_of_cycle": np.repeat(np.arange(3, dtype=np.int32), (4, 4, 5)),
        "initial": random.random((slots, lanes)) * 10.0,
        "entry_scale": random.random((2, lanes)),
        "entry_slot": np.array([0, 2], dtype=np.int32),
        "profile": random.integers(0, 2, (2, cycles)) * random.random((2, cycles)),
        "shift_scale": random.random((3, lanes)),
        "shift_profile": random.integers(0, 2, (3, cycles)) * random.random((3, cycles)),
        "shift_cell": np.array([1, 2, 3], dtype=np.int32),
        "shift_slot": np.array([first[4], first[1], first[1]], dtype=np.int32),
        "shift_step": np.array([0, 0, 1], dtype=np.int32),
        "stock_shifts": 1,
        "start_weight": random.random((2, cycles)),
        "end_weight": random.random((2, cycles)) * random.integers(0, 2, (2, cycles)),
        "move_weight": random.random((2, cycles)),
        "shift_weight": random.random((2, cycles)),
        "time_in": np.full((2, 3, cells, lanes), np.nan),
        "exposure": np.full((2, 3, len(sources), lanes), np.nan),
        "shifted": np.full((2, 3, 3, lanes), np.nan),
        "at_end": np.full((cells, lanes), np.nan),
    }


def outputs(arrays: Arrays) -> dict[str, FloatArray]:
    return {name: arrays[name] for name in ("time_in", "exposure", "shifted", "at_end")}


@pytest.mark.xdist_group("compiled")
@pytest.mark.parametrize("by_lane", [False, True], ids=["one shape for all lanes", "shapes by lane"])
@pytest.mark.parametrize("lanes", [1, 3, BLOCK, BLOCK + 1, 2 * BLOCK + 17])
def test_both_forms_of_the_kernel_return_the_same_bits(lanes: int, by_lane: bool) -> None:  # noqa: FBT001 - a parameter
    source, machine = (random_arrays(20111118, lanes, by_lane=by_lane) for _ in range(2))
    run_lanes.python(0, lanes, **source)
    run_lanes.compiled(0, lanes, **machine)
    assert small.digest(outputs(source)) == small.digest(outputs(machine))


@pytest.mark.parametrize("by_lane", [False, True], ids=["one shape for all lanes", "shapes by lane"])
@pytest.mark.parametrize("lanes", [1, 6, BLOCK + 1])
def test_few_lanes_worked_as_whole_arrays_return_the_same_bits(lanes: int, by_lane: bool) -> None:  # noqa: FBT001 - a parameter
    source, arrays = (random_arrays(20111118, lanes, by_lane=by_lane) for _ in range(2))
    run_lanes.python(0, lanes, **source)
    for first, last in pairwise((0, lanes // 2, lanes)):
        run_lanes.small(first, last, **arrays)
    assert small.digest(outputs(source)) == small.digest(outputs(arrays))


@pytest.mark.parametrize("cuts", [(0, 1, 150), (0, 128, 150), (0, 70, 71, 150)], ids=str)
def test_lanes_may_be_worked_in_any_ranges(cuts: tuple[int, ...]) -> None:
    whole, parts = (random_arrays(7, 150, by_lane=True) for _ in range(2))
    run_lanes.python(0, 150, **whole)
    for first, last in pairwise(cuts):
        run_lanes.python(first, last, **parts)
    assert small.digest(outputs(whole)) == small.digest(outputs(parts))


@pytest.mark.parametrize("by_lane", [False, True], ids=["one shape for all lanes", "shapes by lane"])
def test_the_kernel_is_its_definition_in_plain_loops(by_lane: bool) -> None:  # noqa: FBT001 - a parameter
    arrays = random_arrays(3, 4, by_lane=by_lane)
    run_lanes.python(0, 4, **arrays)
    for lane in range(4):
        expected = plain_loops(arrays, lane)
        for name, found in outputs(arrays).items():
            np.testing.assert_allclose(
                found[..., lane], expected[name], rtol=tolerance("twin"), atol=tolerance("twin")
            )


def plain_loops(arrays: Arrays, lane: int) -> dict[str, FloatArray]:
    """The definition at the head of the kernel, cycle by cycle."""
    by_hand = ByHand(arrays, lane)
    for t, (phase, period) in enumerate(
        zip(arrays["phase_of_cycle"], arrays["period_of_cycle"], strict=True)
    ):
        by_hand.cycle(t, int(phase), int(period))
    for (cell, _), number in by_hand.here.items():
        by_hand.told["at_end"][cell] += number
    return by_hand.told


Place = tuple[int, int]
"""A cell and a position of its clock."""


class ByHand:
    """One lane, place by place, with a dictionary."""

    def __init__(self, arrays: Arrays, lane: int) -> None:
        """Fill the places."""
        self.arrays, self.lane = arrays, lane
        self.told = {name: np.zeros(values.shape[:-1]) for name, values in outputs(arrays).items()}
        first = arrays["cell_first"].tolist()
        cells = range(len(first) - 1)
        self.places = [(cell, at) for cell in cells for at in range(first[cell + 1] - first[cell])]
        self.here = dict(zip(self.places, arrays["initial"][:, lane].tolist(), strict=True))

    def cycle(self, t: int, phase: int, period: int) -> None:
        """Who joins, who leaves, and what is counted."""
        self.shift(range(self.arrays["stock_shifts"]), t, period)
        for entry, slot in enumerate(self.arrays["entry_slot"]):
            joining = self.arrays["entry_scale"][entry, self.lane] * self.arrays["profile"][entry, t]
            self.here[self.places[slot]] += joining
        self.shift(range(self.arrays["stock_shifts"], len(self.arrays["shift_cell"])), t, period)
        after, arrived = self.moved(phase)
        for source, cell in enumerate(self.arrays["source_cell"]):
            exposed = sum(self.exposed(source, place, phase) for place in self.of(cell))
            self.told["exposure"][:, period, source] += self.arrays["move_weight"][:, t] * exposed
        for cell, at in self.places:
            counted = self.arrays["start_weight"][:, t] * self.here[cell, at]
            counted = counted + self.arrays["end_weight"][:, t] * after[cell, at]
            self.told["time_in"][:, period, cell] += counted
        for cell, number in arrived.items():
            self.told["time_in"][:, period, cell] += self.arrays["end_weight"][:, t] * number
            after[self.places[self.arrays["cell_last"][cell]]] += number
        self.here = after

    def of(self, cell: int) -> list[Place]:
        """The places of a cell."""
        return [place for place in self.places if place[0] == cell]

    def shift(self, shifts: range, t: int, period: int) -> None:
        """Take a share of every place of a cell elsewhere: to the beginning, or as far along its clock."""
        for shift in shifts:
            share = self.arrays["shift_scale"][shift, self.lane] * self.arrays["shift_profile"][shift, t]
            for cell, at in self.of(self.arrays["shift_cell"][shift]):
                moved = self.here[cell, at] * share
                to = self.arrays["shift_slot"][shift] + at * self.arrays["shift_step"][shift]
                self.here[self.places[to]] += moved
                self.here[cell, at] -= moved
                self.told["shifted"][:, period, shift] += self.arrays["shift_weight"][:, t] * moved

    def exposed(self, source: int, place: Place, phase: int) -> float:
        """What a place exposes to the moves of a source."""
        row = self.arrays["source_shape"][phase, source] + self.arrays["source_step"][source] * place[1]
        course = self.arrays["shape"][row]
        return float(self.here[place] * course[self.lane % len(course)])

    def moved(self, phase: int) -> tuple[dict[Place, float], dict[int, float]]:
        """Everybody at the end of the cycle: moved along an edge, a position further, or beyond the last."""
        left, after = dict(self.here), dict.fromkeys(self.places, 0.0)
        arrived = dict.fromkeys(range(len(self.arrays["cell_last"])), 0.0)
        for edge, source in enumerate(self.arrays["edge_source"]):
            for place in self.of(self.arrays["source_cell"][source]):
                moved = self.exposed(source, place, phase) * self.arrays["scale"][edge, self.lane]
                left[place] -= moved
                kept, beyond = self.arrays["edge_first"][edge], (place[0], place[1] + 1) not in left
                to = self.arrays["edge_into"][edge]
                if kept >= 0 and beyond:
                    arrived[to] += moved
                else:
                    after[self.places[to if kept < 0 else kept + place[1] + 1]] += moved
        for (cell, at), staying in left.items():
            if (cell, at + 1) in left:
                after[cell, at + 1] += staying
            else:
                arrived[cell] += staying
        return after, arrived
