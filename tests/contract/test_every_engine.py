"""What every engine keeps, whatever it is.

For persons a run is one replication here, so what holds exactly for every engine holds replication by
replication. What is about means holds for the cohort exactly, and for persons within |z| < 4.42.
"""

import random
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import Outcomes, evaluate, grain_of
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import Indicator, indicators
from prevention_sim.engines import ENGINES
from prevention_sim.engines.coming import persons, populations
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows, base_row
from prevention_sim.scenario.settings import EngineName
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.properties.rewriting import with_keys_shuffled
from tests.replications import LARGEST_Z
from tests.small import Tree
from tests.strategies import files
from tests.tolerances import tolerance

every_engine = pytest.mark.parametrize("engine", ENGINES)
REPLICATIONS = 100

TWO_STATES = """
time: {start: 2020-01, years: %d, cycle: year, budget_window: 1}
caseload: {stock: {hier: {value: 70 cases, in: a}, dort: {value: 30 cases, in: b}}}
transitions: [{from: a, to: b, probability: 20 %%/year}, {from: b, to: a, probability: 5 %%/year}]
"""


@every_engine
@settings(max_examples=25)
@given(tree=files() | files_with_programmes())
def test_everyone_who_came_is_somewhere(engine: EngineName, tree: Tree) -> None:
    outcomes = small.run_tree(tree, engine)
    came = stock_of(outcomes) + outcomes.trace.entries[0].sum(axis=(0, 1))
    np.testing.assert_allclose(outcomes.trace.at_end.sum(axis=0), came, rtol=tolerance("twin"))


def stock_of(outcomes: Outcomes) -> FloatArray:
    """Who is there at the first boundary: so many as expected, or whole persons."""
    if outcomes.engine == "cohort":
        return np.asarray(outcomes.bound.start.sum(axis=0))
    model, rows = outcomes.model, outcomes.bound.rows
    stock = [at for at, each in enumerate(populations(model)) if each.stock]
    counts = persons(model, rows, rows.luck)[:, :, stock].sum(axis=(2, 3), dtype=np.float64)
    return np.asarray(counts.transpose(2, 1, 0))


@every_engine
@pytest.mark.parametrize("years", [1, 2, 7, 60])
def test_two_states_follow_the_closed_form(engine: EngineName, years: int) -> None:
    """p_t = pi + (p_0 - pi) (1 - a - b) ** t."""
    share = 0.05 / 0.25
    expected = 100.0 * (share + (0.7 - share) * (1.0 - 0.2 - 0.05) ** years)
    assert_mean(engine, expected, 100.0, lambda outcomes: outcomes.trace.at_end[0, 0, 0], TWO_STATES % years)


@every_engine
def test_a_geometric_stay_lasts_its_mean(engine: EngineName) -> None:
    """Persons: their stays vary by (1 - p) / p**2; |z| < 4.42 finds a mean that is off by a month."""
    texts = (
        "time: {start: 2020-01, years: 60, budget_window: 1}",
        "caseload: {stock: {gruppe: {value: 100 cases, in: a}}}",
        "stays: {a: {mean: 21 months, to: {b: 100 %}}}",
    )
    outcomes = run_rows(engine, *texts)
    months = 12.0 * outcomes.trace.time_in[0, :, 0, 0, 0].sum(axis=0) / 100.0
    if engine == "cohort":
        assert months == pytest.approx(21.0, rel=tolerance("stationary"))
    else:
        assert abs(months.mean() - 21.0) < LARGEST_Z * (21.0 * 20.0 / (100.0 * months.size)) ** 0.5


@every_engine
def test_competing_chances_share_the_exit_in_proportion_to_their_hazards(engine: EngineName) -> None:
    """log(1/4) = 2 log(1/2), so two of three go to b; within a month 7 of 8 leave."""
    texts = (
        "states: [a, b, c]",
        "caseload: {stock: {gruppe: {value: 80 cases, in: a}}}",
        "time: {start: 2020-01, years: 5, budget_window: 1}",
        "conventions: {counting: start, conversion: competing}",
        "transitions: [{from: a, to: b, probability: 75 %/month}, {from: a, to: c, probability: 50 %/month}]",
    )
    assert_mean(engine, 160.0 / 3.0, 80.0, lambda outcomes: outcomes.trace.at_end[1, 0, 0], *texts)


def run_rows(engine: EngineName, *texts: str) -> Outcomes:
    """The one row of the cohort, or the first replications."""
    compiled = small.model(*texts)
    row = base_row(compiled.table)
    rows = row if engine == "cohort" else row.replicated(1, range(REPLICATIONS))
    return next(evaluate(compiled, rows, engine=engine, grain=grain_of(compiled, "cohort")))


def assert_mean(
    engine: EngineName, expected: float, whole: float, read: Callable[[Outcomes], FloatArray], *texts: str
) -> None:
    """A count: of the cohort exactly, of persons as a mean over replications, each person there or not."""
    found = read(run_rows(engine, *texts))
    if engine == "cohort":
        assert found == pytest.approx(expected, rel=tolerance("closed_form"))
    else:
        spread = (whole / 4.0 / found.size) ** 0.5
        assert abs(found.mean() - expected) < LARGEST_Z * spread


@every_engine
def test_where_nobody_moves_stocks_stay_and_cost_is_stock_times_price_times_time(engine: EngineName) -> None:
    outcomes = small.run(
        "time: {start: 2020-01, years: 3, budget_window: 3}",
        "caseload: {stock: {gruppe: {value: 40 cases, in: a}}}",
        "costs: {hilfe: {kind: per_case, title: Hilfe, state: a, value: 125 EUR/month}}",
        engine=engine,
    )
    assert outcomes.trace.at_end[:, 0, 0, 0].tolist() == [40.0]
    assert outcomes.ledger.amount.total_by("year").tolist() == [60_000.0, 60_000.0, 60_000.0]


def nothing_done(tree: Tree) -> list[Tree]:
    """Three files whose programmes do nothing: divert nobody, or into the same state, or have no effects."""
    bare = {
        name: {key: value for key, value in programme.items() if key not in ("costs", "income")}
        for name, programme in tree["interventions"].items()
    }

    def with_effects(change: Any) -> Tree:  # noqa: ANN401 - a function of an effect
        changed = {
            name: programme | {"effects": [effect | change(effect) for effect in programme["effects"]]}
            for name, programme in bare.items()
        }
        return tree | {"interventions": changed}

    without = {name: programme | {"effects": []} for name, programme in bare.items()}
    return [
        with_effects(lambda _: {"share": "0 %"}),
        with_effects(lambda effect: {"into": effect["from"]}),
        tree | {"interventions": without},
    ]


@every_engine
@settings(max_examples=15)
@given(tree=files())
def test_a_programme_that_does_nothing_changes_nothing_at_all(engine: EngineName, tree: Tree) -> None:
    for idle in nothing_done(tree):
        outcomes = small.run_tree(idle, engine)
        amounts = outcomes.ledger.amount
        without = amounts.where(strategy="ohne").values
        assert all(
            (amounts.where(strategy=name).values == without).all() for name in outcomes.model.strategies
        )
        for indicator in indicators(outcomes):
            if indicator.id.startswith(("relief_per", "gross_relief_per", "programme_relief_per")):
                assert indicator.values is None or not indicator.values.any()
            elif "relief" in indicator.id or indicator.id.startswith("avoided"):
                assert indicator.values is not None
                assert not indicator.values.any()


IDLE = {
    "diverts": {"share": "0 %"},
    "moves": {"share": "0 %"},
    "hazard_ratio": {"ratio": "1"},
    "risk_ratio": {"ratio": "1"},
    "odds_ratio": {"ratio": "1"},
    "entry": {"ratio": "1"},
}
"""What makes an effect of each kind one that does nothing; another stay is the stay that is written."""


@every_engine
@settings(max_examples=25)
@given(tree=files_with_programmes())
def test_a_programme_with_idle_effects_of_every_kind_changes_nothing_at_all(
    engine: EngineName, tree: Tree
) -> None:
    for programme in tree["interventions"].values():
        programme |= {"costs": {}, "income": {}}
        programme["effects"] = [
            effect
            | (
                {"mean": tree["stays"][effect["state"]]["mean"]}
                if effect["kind"] == "stay"
                else IDLE[effect["kind"]]
            )
            for effect in programme["effects"]
        ]
    outcomes = small.run_tree(tree, engine)
    amounts = outcomes.ledger.amount
    without = amounts.where(strategy="ohne").values
    for name in outcomes.model.strategies:
        assert (amounts.where(strategy=name).values == without).all()


@every_engine
@settings(max_examples=20)
@given(tree=files())
def test_exchanging_strategy_and_comparator_turns_every_sign(engine: EngineName, tree: Tree) -> None:
    strategies = {name: tree["strategies"][name] for name in ("ohne", "mit")}
    one = small.run_tree(tree | {"strategies": strategies}, engine)
    other = small.run_tree(tree | {"strategies": strategies, "comparator": "mit"}, engine)
    found, mirrored = differences(one, "mit"), differences(other, "ohne")
    assert found.keys() == mirrored.keys()
    for key, value in found.items():
        assert (value == -mirrored[key]).all(), key


def differences(outcomes: Outcomes, strategy: str) -> dict[tuple[Any, ...], FloatArray]:
    """Every indicator that is a difference between a strategy and the comparator."""
    return {
        (found.id, found.perspective, found.period): found.values
        for found in indicators(outcomes)
        if found.strategy == strategy and _is_difference(found) and found.values is not None
    }


def _is_difference(indicator: Indicator) -> bool:
    return indicator.id in ("relief", "present_value_of_relief", "avoided_place_years", "avoided_placements")


@every_engine
@settings(max_examples=20)
@given(tree=files())
def test_a_state_that_nobody_enters_changes_nothing(engine: EngineName, tree: Tree) -> None:
    more = tree | {
        "states": {"aaa_leer": {"title": "leer"}} | tree["states"],
        "costs": tree["costs"]
        | {
            "leer": {
                "kind": "per_case",
                "title": "leer",
                "state": "aaa_leer",
                "value": "70 EUR/day",
                "bearer": "kommune",
            }
        },
        "transitions": [
            *tree.get("transitions", []),
            {"from": "aaa_leer", "to": "heim", "probability": "9 %/year"},
        ],
    }
    one, other = small.run_tree(tree, engine), small.run_tree(more, engine)
    items = tuple(line.item for line in one.model.lines)
    assert (other.ledger.amount.where(item=items).values == one.ledger.amount.values).all()
    assert not other.ledger.amount.where(item="leer").values.any()
    assert small.digest(trace_of(one)) == small.digest(trace_of(other))


@every_engine
@settings(max_examples=20)
@given(tree=files())
def test_a_stratum_with_the_share_0_changes_nothing(engine: EngineName, tree: Tree) -> None:
    before = tree["strata"] or {"all": {"title": "alle", "share": "100 %"}}
    more = tree | {
        "strata": before | {"aaa_leer": {"title": "leer", "share": "0 %"}},
        "caseload": {
            kind: {name: also_into(stream) for name, stream in streams.items()}
            for kind, streams in tree["caseload"].items()
        },
    }
    one, other = small.run_tree(tree, engine), small.run_tree(more, engine)
    strata = one.ledger.amount.axes.labels["stratum"]
    assert (other.ledger.amount.where(stratum=strata).values == one.ledger.amount.values).all()
    kept = {name: values[..., 1:, :] for name, values in trace_of(other).items()}
    assert small.digest(trace_of(one)) == small.digest(kept)


def trace_of(outcomes: Outcomes) -> dict[str, FloatArray]:
    return {name: values for name, values in small.arrays_of(outcomes).items() if name != "ledger"}


def also_into(stream: Tree) -> Tree:
    """A stream that says where the empty stratum goes, if it says so for each stratum."""
    key = "in" if "in" in stream else "into"
    into = stream[key]
    return stream if isinstance(into, str) else stream | {key: into | {"aaa_leer": next(iter(into.values()))}}


@every_engine
@settings(max_examples=20)
@given(tree=files())
def test_a_bearer_who_pays_nothing_changes_nothing(engine: EngineName, tree: Tree) -> None:
    more = tree | {"bearers": {"aaa_leer": {"title": "leer", "level": "society"}} | tree["bearers"]}
    one, other = small.run_tree(tree, engine), small.run_tree(more, engine)
    assert (other.ledger.amount.where(bearer=one.model.bearers).values == one.ledger.amount.values).all()
    assert not other.ledger.amount.where(bearer="aaa_leer").values.any()
    assert small.digest(trace_of(one)) == small.digest(trace_of(other))


@every_engine
@settings(max_examples=25)
@given(tree=files(), seed=st.integers(0, 2**16))
def test_the_order_of_a_file_means_nothing(engine: EngineName, tree: Tree, seed: int) -> None:
    shuffled = in_another_order(tree, random.Random(seed))  # noqa: S311 - an order, not a secret
    one, other = small.run_tree(tree, engine), small.run_tree(shuffled, engine)
    assert one.ledger.amount.axes == other.ledger.amount.axes
    assert small.digest(small.arrays_of(one)) == small.digest(small.arrays_of(other))


@every_engine
@settings(max_examples=15)
@given(tree=files_with_programmes(), seed=st.integers(0, 2**16))
def test_the_order_of_keys_means_nothing_with_programmes_and_clocks(
    engine: EngineName, tree: Tree, seed: int
) -> None:
    """Lists stay: of two offers to the same cases the second takes of those whom the first left."""
    shuffled = with_keys_shuffled(tree, random.Random(seed))  # noqa: S311 - an order, not a secret
    one, other = small.run_tree(tree, engine), small.run_tree(shuffled, engine)
    assert small.digest(small.arrays_of(one)) == small.digest(small.arrays_of(other))


def in_another_order(part: Any, luck: random.Random) -> Any:  # noqa: ANN401 - any part of a file
    """The same file with its keys and lists shuffled."""
    if isinstance(part, Mapping):
        keys = list(part)
        luck.shuffle(keys)
        return {key: in_another_order(part[key], luck) for key in keys}
    if isinstance(part, list):
        return luck.sample([in_another_order(inner, luck) for inner in part], len(part))
    return part


@settings(max_examples=20)
@given(tree=files())
def test_twice_the_cases_are_twice_the_counts_and_twice_the_money_of_the_states(tree: Tree) -> None:
    """Of expected numbers: the persons of a second stream are others, with luck of their own."""
    lines = {name: line for name, line in tree["costs"].items() if line["kind"] == "per_case"}
    alone = tree | {"costs": lines, "income": {}, "interventions": nothing_done(tree)[2]["interventions"]}
    streams = {
        kind: streams | {f"{name}_noch_einmal": stream for name, stream in streams.items()}
        for kind, streams in alone["caseload"].items()
    }
    one, other = small.run_tree(alone), small.run_tree(alone | {"caseload": streams})
    doubled, found = 2.0 * one.trace.at_end, other.trace.at_end
    np.testing.assert_allclose(found, doubled, rtol=tolerance("twin"))
    grain = 2.0**-one.ledger.grain_bits
    scale = np.abs(one.ledger.amount.values).sum()
    assert np.abs(other.ledger.amount.values - 2.0 * one.ledger.amount.values).max(
        initial=0.0
    ) <= 8.0 * grain + (tolerance("twin") * scale)


@every_engine
@settings(max_examples=20)
@given(tree=files())
def test_one_year_more_leaves_the_years_before_unchanged(engine: EngineName, tree: Tree) -> None:
    longer = tree | {"time": tree["time"] | {"years": str(int(tree["time"]["years"]) + 1)}}
    one, other = small.run_tree(tree, engine), small.run_tree(longer, engine)
    whole = (
        int(tree["time"]["years"]) * 12 + one.model.calendar.start.month - 1
    ) // 12  # calendar years both cover
    for name in ("time_in", "moves"):
        assert (small.arrays_of(one)[name][:, :whole] == small.arrays_of(other)[name][:, :whole]).all(), name
    years = one.model.calendar.years[:whole]
    money = one.ledger.amount.where(year=years).values - other.ledger.amount.where(year=years).values
    grains = 2.0**-one.ledger.grain_bits + 2.0**-other.ledger.grain_bits
    assert np.abs(money).max(initial=0.0) <= 2.0 * grains


ROWS = 300
SPLIT_FILE = small.tree_of(
    small.WITH_PROGRAMME,
    """
time: {start: 2020-04, years: 2, cycle: quarter, budget_window: 2}
conventions:
  counting: half_cycle
  conversion: competing
  discounting: {method: at_point, rate: 3.3 %/year}
strata: {nord: {title: Nord, share: 35 %}, sued: {title: Süd, share: rest}}
states: {a: {title: A, tags: [placement]}, b: {title: B}, c: {title: C}}
caseload: {stock: {da: {value: 7 cases, in: c}}, arrivals: {neue: {value: 30 cases/year, into: a}}}
stays: {a: {mean: 21 months, to: {b: 70 %, c: rest}}, b: {mean: 14 months, to: {c: 100 %}}}
breakdowns: [{from: [b, c], to: a, probability: 10 %/year}]
bearers: {kommune: {title: Kommune}, land: {title: Land, level: public}}
costs:
  heim: {kind: per_case, title: Heim, state: a, value: 5 100 EUR/month, bearer: {kommune: 70 %, land: rest}}
  hilfe: {kind: per_case, title: Hilfe, state: b, value: 750 EUR/month, bearer: kommune}
  stelle: {kind: fixed, title: Stelle, value: 40 850 EUR/year, bearer: land}
""",
)


@pytest.fixture(scope="module")
def many_rows() -> tuple[Model, Rows]:
    """A model and rows that differ in every number of it but the rate and the shares that are 100 %."""
    model = compile_model(small.scenario_of(SPLIT_FILE))
    luck = np.random.default_rng(58).uniform(0.9, 1.1, (ROWS, len(model.table.names)))
    fixed = [name.startswith("conventions.") or ".to." in name for name in model.table.names]
    luck[:, fixed] = 1.0
    return model, Rows(model.table, model.table.base * luck)


def one_after_another(model: Model, rows: Rows, engine: EngineName, chunk: int, threads: int) -> str:
    """The digest of all rows, whatever they were split into: counts, money and every indicator."""
    grain = grain_of(model, "cohort")
    parts = list(evaluate(model, rows, engine=engine, threads=threads, chunk_rows=chunk, grain=grain))
    arrays = [small.arrays_of(part) | values_of(part) for part in parts]
    return small.digest(
        {name: np.concatenate([each[name] for each in arrays], axis=-1) for name in arrays[0]}
    )


def values_of(outcomes: Outcomes) -> dict[str, FloatArray]:
    """Every indicator; ratios only of mean numbers: they are not defined where one row counts nobody."""
    return {
        f"{found.id} {found.strategy} {found.perspective} {found.period}": found.values
        for found in indicators(outcomes)
        if found.values is not None and (outcomes.engine == "cohort" or found.denominator is None)
    }


@pytest.mark.xdist_group("compiled")
@every_engine
@pytest.mark.parametrize("threads", [1, 2, 3])
@pytest.mark.parametrize("chunk", [1, 7, 64, ROWS])
def test_chunks_and_threads_are_part_of_no_result(
    engine: EngineName, chunk: int, threads: int, many_rows: tuple[Model, Rows]
) -> None:
    model, rows = many_rows
    if chunk == 1 or engine != "cohort":
        rows = rows.part(0, 2 if engine == "simpy" else 20)
    if engine != "cohort":
        rows = rows.replicated(1, range(2))
    assert one_after_another(model, rows, engine, chunk, threads) == one_after_another(
        model, rows, engine, ROWS, 1
    )


@every_engine
@settings(max_examples=8)
@given(tree=files() | files_with_programmes(), chunk=st.integers(1, 3))
def test_a_row_is_worth_the_same_alone_and_among_others(engine: EngineName, tree: Tree, chunk: int) -> None:
    model = compile_model(small.scenario_of(tree))
    rows = Rows(model.table, np.tile(model.table.base, (5, 1)))
    if engine != "cohort":
        rows = base_row(model.table).replicated(1, range(5))
    assert one_after_another(model, rows, engine, chunk, 1) == one_after_another(model, rows, engine, 5, 1)


@settings(max_examples=15)
@given(tree=files())
def test_relief_is_a_straight_line_in_the_diverted_share(tree: Tree) -> None:
    """Of expected numbers: of whole persons a share is diverted one by one."""
    strategies = {name: tree["strategies"][name] for name in ("ohne", "mit")}
    model = compile_model(small.scenario_of(tree | {"strategies": strategies}))
    values = np.tile(model.table.base, (3, 1))
    for position, name in enumerate(model.table.names):
        if ".effects[" in name:
            values[:, position] = (0.0, 0.5, 1.0)
    outcomes = next(evaluate(model, Rows(model.table, values)))
    relief = Findings(outcomes).relief("mit", Slice(model.calendar.years))
    scale = np.abs(outcomes.ledger.amount.values).sum()
    assert abs(relief[0] + relief[2] - 2.0 * relief[1]) <= tolerance("twin") * max(1.0, scale) + 2.0**-20
