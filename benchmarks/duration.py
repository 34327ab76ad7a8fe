"""A stay whose end depends on its length so far: a clock in one cell, beside a chain of tunnel states.

Children arrive every month for ten years and stay by a Weibull law. The first file says so; the second spells
out the same model as 120 states, one for each month of the stay, as it must where the chance to leave may not
depend on time. Both run on the cohort engine and give the same children and the same ends of stays. The
figures are made up for timing.
"""

import json
import math
from functools import partial
from typing import Any

import numpy as np

from benchmarks.timing import in_turn
from prevention_sim.engines.cohort import run_cohort
from prevention_sim.model.bind import Bound, bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.loading import parse_scenario

MONTHS, ROWS, PAIRS = 120, 1_000, 5
SHAPE, SCALE = 1.6, 20.0

Tree = dict[str, Any]


def file(states: Tree, entry: str, **sections: object) -> Model:
    """A compiled file with children who arrive in a state."""
    tree = {
        "format": "prevention_sim/1",
        "scenario": {"id": "dauer", "title": "Dauer", "case": {"unit": "child", "definition": "Kind"}},
        "time": {"start": "2020-01", "years": str(MONTHS // 12), "budget_window": "4"},
        "conventions": {"counting": "start", "conversion": "separate"},
        "prices": {"year": "2020"},
        "states": states,
        "caseload": {"arrivals": {"neue": {"value": "30 cases/year", "into": entry}}},
        "bearers": {"kommune": {"title": "Kommune"}},
        "strategies": {"ohne": {"title": "ohne"}},
        "comparator": "ohne",
        **sections,
    }
    return compile_model(parse_scenario(json.dumps(tree).encode()))


def with_a_clock() -> Model:
    """The stay as a law."""
    law = {"kind": "weibull", "shape": str(SHAPE), "scale": f"{SCALE} months"}
    states = {"heim": {"title": "Heim"}, "ende": {"title": "Ende"}}
    return file(states, "heim", stays={"heim": {"law": law, "to": {"ende": "100 %"}}})


def with_tunnel_states() -> Model:
    """The stay as one state for each of its months; nobody is there longer than the horizon."""
    names = [f"heim_{month:03}" for month in range(MONTHS)]
    moves = []
    for month, name in enumerate(names):
        survival = [math.exp(-((t / SCALE) ** SHAPE)) for t in (month, month + 1)]
        leaves = 100.0 * (1.0 - survival[1] / survival[0])
        moves.append({"from": name, "to": "ende", "probability": f"{leaves!r} %/month"})
        if month + 1 < MONTHS:
            moves.append({"from": name, "to": names[month + 1], "probability": f"{100.0 - leaves!r} %/month"})
    states = {name: {"title": name} for name in (*names, "ende")}
    return file(states, names[0], transitions=moves)


def bound(model: Model) -> Bound:
    """Many rows that differ in how many children arrive."""
    arriving = np.linspace(20.0, 40.0, ROWS)
    return bind(model, set_rows(model.table, {"caseload.arrivals.neue.value": arriving}))


def main() -> None:
    """Assert that both agree, then print the ratios of time and memory."""
    clock, tunnel = with_a_clock(), with_tunnel_states()
    models = [(clock, bound(clock)), (tunnel, bound(tunnel))]
    at_end = []
    for model, numbers in models:
        ended = [cell.state == "ende" for cell in model.cells]
        at_end.append(run_cohort(model, numbers).at_end[ended].sum(axis=0))
    np.testing.assert_allclose(at_end[0], at_end[1], rtol=1e-10)
    clocked, tunnelled = (partial(run_cohort, model, numbers) for model, numbers in models)
    paired = in_turn(clocked, tunnelled, PAIRS)
    memory = [model.bytes_per_row() for model, _ in models]
    print(f"duration: {ROWS:,} rows x {MONTHS} months; a clock beside {MONTHS} tunnel states")
    print(f"  time    {1e3 * paired.ours:8.1f} ms {1e3 * paired.theirs:8.1f} ms {paired.ratio:6.1f}x")
    print(f"  memory  {memory[0]:8,} B  {memory[1]:8,} B  {memory[1] / memory[0]:6.1f}x  per row")


if __name__ == "__main__":
    main()
