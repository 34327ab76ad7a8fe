"""Persons one by one: how long they take, beside NumPy, and how much memory and luck they need.

    months     100,000 children of 0 to 59 months, two strategies on common luck, chances by age: 120 months
    draws      1,000 rows of 1,000 persons each, stays by Weibull's law, two strategies: 30 years in months
    crowd      one row with ten times as many children: memory must not grow with them
    coupling   how far the difference between strategies varies, beside strategies with luck of their own

All figures are made up for timing. `draws` and `crowd` run in processes of their own, for their peak memory.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import in_turn
from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.engines.cohort import run_cohort
from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.replications import run_replicated
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row, set_rows
from prevention_sim.scenario.loading import parse_scenario

MONTHS, AGES, CHILDREN, SEED, PAIRS = 120, 60, 100_000, 20111118, 5
STATES = ("risk", "ambulatory", "foster", "residential", "stable", "left")
INTENSITY = (2, 3, 4, 5, 1, 0)
EUR_PER_MONTH = (150, 1100, 1900, 5200, 0, 0)
CHANCE = {  # % per month
    (0, 1): 2.0, (0, 2): 0.4, (0, 3): 1.0, (0, 4): 3.0, (0, 5): 0.2,
    (1, 0): 1.0, (1, 2): 0.4, (1, 3): 0.8, (1, 4): 4.0, (1, 5): 0.2,
    (2, 1): 0.4, (2, 3): 0.6, (2, 4): 1.0, (2, 5): 0.2,
    (3, 1): 0.8, (3, 2): 0.8, (3, 4): 2.0, (3, 5): 0.2,
    (4, 0): 0.6, (4, 5): 0.2,
}  # fmt: skip
RATIO = {(0, 1): 1.6, (0, 2): 0.55, (0, 3): 0.55, (0, 4): 1.25, (1, 2): 0.55, (1, 3): 0.55}
BY_AGE = "(0.5 + 1.2 * exp(0 - age / 4) + where(age > 10.04, 0.5, 0))"
FARTHEST = 5.0
"""Standard deviations between a count and its mean that chance does not reach in 1,440 cells."""

REPLICATIONS, CHILDREN_OF_REPLICATION = 2_000, 600
ROWS, PERSONS_OF_ROW = 1_000, 1_000

Tree = dict[str, Any]
FloatArray = NDArray[np.float64]
Counts = NDArray[np.int64]


def compiled(years: int, states: Tree, **sections: object) -> Model:
    """A compiled file that compares doing nothing with one programme."""
    tree = {
        "format": "prevention_sim/1",
        "scenario": {"id": "personen", "title": "Personen", "case": {"unit": "child", "definition": "Kind"}},
        "time": {"start": "2020-01", "years": str(years), "cycle": "month", "budget_window": "4"},
        "conventions": {
            "counting": "start",
            "conversion": "separate",
            "discounting": {"method": "per_cycle", "rate": "3 %/year"},
        },
        "prices": {"year": "2020"},
        "states": states,
        "uncertainty": {"replications": "1"},
        "bearers": {"kommune": {"title": "Kommune"}},
        "bearer": "kommune",
        "strategies": {"ohne": {"title": "ohne"}, "mit": {"title": "mit", "interventions": ["hilfe"]}},
        "comparator": "ohne",
        **sections,
    }
    return compile_model(parse_scenario(json.dumps(tree).encode()))


def children_by_age(children: int) -> Counts:
    """How many are of each age in months; the same number of each, and one more of the youngest."""
    return np.array([len(range(age, children, AGES)) for age in range(AGES)])


def by_age(children: int) -> Model:
    """Six states with chances by age; the programme takes in everybody."""
    return compiled(
        MONTHS // 12,
        {
            state: {"title": state, "intensity": str(rank)}
            for state, rank in zip(STATES, INTENSITY, strict=True)
        },
        caseload={
            "stock": {
                f"age_{age:02}": {"value": f"{cases} cases", "in": STATES[0], "age": f"{age} months"}
                for age, cases in enumerate(children_by_age(children))
            }
        },
        parameters={
            f"p{origin}{to}": {"value": f"{chance} %/month", "source": "assumption"}
            for (origin, to), chance in CHANCE.items()
        },
        transitions=[
            {"from": STATES[origin], "to": STATES[to], "probability": f"p{origin}{to} * {BY_AGE}"}
            for origin, to in CHANCE
        ],
        interventions={
            "hilfe": {
                "title": "Hilfe",
                "enrolment": [{"of": "stock", "in": STATES[0]}],
                "effects": [
                    {"kind": "risk_ratio", "from": STATES[origin], "to": STATES[to], "ratio": str(ratio)}
                    | {"over": "1 month"}
                    for (origin, to), ratio in RATIO.items()
                ],
                "costs": {
                    "hilfe": {"kind": "per_participant", "title": "Hilfe", "value": "240 EUR/month"}
                    | {"in": [STATES[0], STATES[1]]}
                },
            }
        },
        costs={
            f"{state}_cost": {
                "kind": "per_case",
                "title": state,
                "state": state,
                "value": f"{cost} EUR/month",
            }
            for state, cost in zip(STATES, EUR_PER_MONTH, strict=True)
            if cost
        },
    )


def by_law() -> Model:
    """Three states whose stays follow Weibull's law; the programme keeps persons well for longer."""
    stays = {"well": ("9 years", {"ill": "80 %", "gone": "20 %"})}
    stays["ill"] = ("6 years", {"well": "30 %", "gone": "70 %"})
    return compiled(
        30,
        {state: {"title": state} for state in ("well", "ill", "gone")},
        caseload={"stock": {"alle": {"value": f"{PERSONS_OF_ROW} cases", "in": "well"}}},
        stays={
            state: {"law": {"kind": "weibull", "shape": "1.4", "scale": scale}, "to": to}
            for state, (scale, to) in stays.items()
        },
        interventions={
            "hilfe": {
                "title": "Hilfe",
                "enrolment": [{"of": "stock", "in": "well"}],
                "effects": [{"kind": "hazard_ratio", "from": "well", "to": "ill", "ratio": "0.7"}],
                "costs": {"hilfe": {"kind": "per_participant", "title": "Hilfe", "value": "100 EUR/month"}},
            }
        },
        costs={"ill_cost": {"kind": "per_case", "title": "ill", "state": "ill", "value": "900 EUR/month"}},
    )


def chances() -> FloatArray:
    """What NumPy reads: f8[strategy, age in months, from, to]."""
    age = np.arange(AGES + MONTHS)
    factor = 0.5 + 1.2 * np.exp(-age / 48.0) + np.where(age > 12 * 10.04, 0.5, 0.0)
    found: FloatArray = np.zeros((2, len(age), len(STATES), len(STATES)))
    for (origin, to), chance in CHANCE.items():
        found[0, :, origin, to] = chance / 100.0 * factor
        found[1, :, origin, to] = found[0, :, origin, to] * RATIO.get((origin, to), 1.0)
    for state in range(len(STATES)):
        found[:, :, state, state] = 1.0 - found[:, :, state].sum(axis=-1)
    return found


def means() -> FloatArray:
    """The chain itself: f8[strategy, boundary, state], exact but for rounding."""
    table = chances()
    found: FloatArray = np.zeros((2, MONTHS + 1, len(STATES)))
    for strategy in range(2):
        for age, cases in enumerate(children_by_age(CHILDREN)):
            here = np.zeros(len(STATES))
            here[0] = cases
            for month in range(MONTHS):
                found[strategy, month] += here
                here = here @ table[strategy, age + month]
            found[strategy, MONTHS] += here
    return found


class Months:
    """NumPy, all children at once, month by month, both strategies on the same uniforms."""

    def __init__(self) -> None:
        """Lay the tables out as the two ways of reading them like it best."""
        self.cumulated = np.cumsum(chances(), axis=-1).reshape(-1, len(STATES))[:, :-1].copy()
        self.columns = [column.copy() for column in self.cumulated.T]
        self.ages = np.repeat(np.arange(AGES), children_by_age(CHILDREN))

    def row_by_row(self, at: Counts, luck: FloatArray) -> Counts:
        """Where children go to; a row of the table for each of them."""
        return (luck[:, np.newaxis] >= self.cumulated.take(at, axis=0)).sum(axis=1)

    def column_by_column(self, at: Counts, luck: FloatArray) -> Counts:
        """The same, a state to go to at a time."""
        found = np.zeros(len(at), dtype=np.int64)
        for column in self.columns:
            found += luck >= column.take(at)
        return found

    def moves(self, where: Callable[[Counts, FloatArray], Counts]) -> Counts:
        """Count moves, and with them who is where: i8[strategy, month, from and to]."""
        random = np.random.default_rng(SEED)
        states, luck = len(STATES), np.empty(CHILDREN)
        begin = [(strategy * (AGES + MONTHS) + self.ages) * states for strategy in range(2)]
        here = [np.zeros(CHILDREN, dtype=np.int64) for _ in begin]
        found = np.zeros((2, MONTHS, states * states), dtype=np.int64)
        for month in range(MONTHS):
            random.random(out=luck)
            for strategy, first in enumerate(begin):
                to = where(first + month * states + here[strategy], luck)
                found[strategy, month] = np.bincount(here[strategy] * states + to, minlength=states * states)
                here[strategy] = to
        return found


def assert_all_agree(model: Model, months: Months) -> None:
    """Hold the engine, NumPy and the cohort engine against the chain itself."""
    mean = means()
    expected = bind(model, base_row(model.table))
    replicated = bind(model, base_row(model.table).replicated(SEED, [0]))
    of_state = np.array([[cell.state == state for cell in model.cells] for state in STATES])
    order = [model.strategies.index(strategy) for strategy in ("ohne", "mit")]
    time_in = np.einsum("sc,pcg->gps", of_state, run_cohort(model, expected).time_in[0, ..., 0, 0])[order]
    by_year = mean[:, :MONTHS].reshape(2, -1, 12, len(STATES)).sum(axis=2) / 12.0
    np.testing.assert_allclose(time_in, by_year, rtol=1e-9)
    present = count_persons(model, replicated, replicated.rows.luck).present[order, 0, 0] @ of_state.T
    moves = months.moves(months.column_by_column)
    np.testing.assert_array_equal(moves, months.moves(months.row_by_row))
    before = moves.reshape(2, MONTHS, len(STATES), len(STATES)).sum(axis=-1)
    for counted in (present[:, :MONTHS], before):
        spread = np.sqrt(np.maximum(mean * (1.0 - mean / CHILDREN), 1.0))[:, :MONTHS]
        np.testing.assert_array_less(abs(counted - mean[:, :MONTHS]) / spread, FARTHEST)


def compare_with_numpy() -> None:
    """Time the engine, from bound rows to the trace, beside NumPy."""
    model, months = by_age(CHILDREN), Months()
    assert_all_agree(model, months)
    bound = bind(model, base_row(model.table).replicated(SEED, [0]))
    moves = int(count_persons(model, bound, bound.rows.luck).moved.sum())
    print(f"persons: {CHILDREN:,} children x {MONTHS} months x 2 strategies, {moves:,} moves")
    print("  baseline                      threads   engine   baseline   ratio")
    for name, where in (
        ("NumPy, column by column", months.column_by_column),
        ("NumPy, row by row", months.row_by_row),
    ):
        for threads in (1, 2):
            paired = in_turn(
                partial(run_replicated, count_persons, model, bound, threads=threads),
                partial(months.moves, where),
                PAIRS,
            )
            milliseconds = f"{1e3 * paired.ours:6.1f} ms {1e3 * paired.theirs:7.0f} ms"
            print(f"  {name:28s} {threads:8d} {milliseconds} {paired.ratio:6.1f}x")


def in_a_process(name: str, *arguments: int) -> tuple[float, float]:
    """Seconds and peak memory in MiB of a function of this file in a process of its own."""
    code = f"from benchmarks import persons; persons.{name}(*{arguments!r})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    seconds, mebibytes = map(float, done.stdout.split())
    return seconds, mebibytes


def evaluate_draws(rows: int, threads: int) -> None:
    """Evaluate rows that differ in one number, up to the ledger."""
    model = by_law()
    scale = np.random.default_rng(SEED).normal(9.0, 0.5, rows)
    drawn = set_rows(model.table, {"stays.well.law.scale": scale}).replicated(SEED, [0])
    _tell(lambda: [each.ledger for each in evaluate(model, drawn, engine="microsimulation", threads=threads)])


def evaluate_crowd(children: int, threads: int) -> None:
    """Evaluate one row of many children."""
    model = by_age(children)
    rows = base_row(model.table).replicated(SEED, [0])
    _tell(lambda: list(evaluate(model, rows, engine="microsimulation", threads=threads)))


def _tell(work: Callable[[], object]) -> None:
    begin = time.perf_counter()
    work()
    print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def coupling() -> float:
    """Variance of the difference of discounted costs, of that between strategies with luck of their own."""
    model = by_age(CHILDREN_OF_REPLICATION)
    rows = base_row(model.table).replicated(SEED, range(REPLICATIONS))
    costs: list[FloatArray] = []
    for outcome in evaluate(model, rows, engine="microsimulation", threads=2):
        findings = Findings(outcome)
        part = Slice(findings.years("horizon"), "present")
        costs.append(np.array([findings.cost(strategy, part) for strategy in model.strategies]))
    without, with_help = np.concatenate(costs, axis=1)
    return float(np.var(with_help - without) / (np.var(with_help) + np.var(without)))


def main() -> None:
    """Assert that all agree, then print times, memory and the effect of common luck."""
    compare_with_numpy()
    bare = in_a_process("evaluate_draws", 1, 1)[1]
    for threads in (1, 2):
        seconds, peak = in_a_process("evaluate_draws", ROWS, threads)
        size = f"{ROWS:,} rows x {PERSONS_OF_ROW:,} persons x 360 months, 2 strategies, Weibull"
        print(
            f"  {size}, {threads} threads: {seconds:.2f} s, {peak:.0f} MiB at most, {bare:.0f} with one row"
        )
    few, many = (in_a_process("evaluate_crowd", children, 1) for children in (CHILDREN, 10 * CHILDREN))
    print(f"  {10 * CHILDREN:,} children: {many[0]:.2f} s, {many[1] - few[1]:+.0f} MiB beside {CHILDREN:,}")
    print(f"  variance of the difference on common luck: {coupling():.3f} of that on luck of their own")


if __name__ == "__main__":
    main()
