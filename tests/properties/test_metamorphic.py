"""Relations between two runs that hold whatever the file: a change of the input whose effect is known.

Each names its number in `RELATIONS.md` and how exactly it holds: E to the bit or the grain of the ledger, F
within rounding of floats. Relations that hold for every engine stand in `tests/contract`.
"""

import json
import random
from copy import deepcopy
from math import expm1, log1p
from typing import Any, Final

import numpy as np
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.break_even import VERIFIED_WITHIN_EUR, Question, break_even
from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Period, Slice
from prevention_sim.analysis.indicators import avoided_place_years, avoided_placements, indicators
from prevention_sim.analysis.manifest import canonical_text
from prevention_sim.analysis.timing import by_cycle
from prevention_sim.economics.ledger import ACCRUAL
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.report.document import build_report
from prevention_sim.report.numbers import Language, about_euro
from prevention_sim.report.renderers.json import result_as_json
from prevention_sim.report.tables import TENTHS
from prevention_sim.scenario.loading import parse_scenario
from tests import small
from tests.priced import priced
from tests.properties import rewriting
from tests.properties.rewriting import TWIN
from tests.small import Tree
from tests.strategies import calendar_years, files, files_with_funding
from tests.tolerances import tolerance

BY_PLACE: Final = ("valuation", "year", "strategy", "stratum")


def grain(*runs: Outcomes) -> float:
    """The grains of some runs together."""
    return sum(2.0**-run.ledger.grain_bits for run in runs)


def same_money(found: FloatArray, expected: FloatArray, grains: float) -> None:
    """Equal within rounding of floats and some grains."""
    slack = tolerance("twin") * np.abs(expected).max(initial=0.0) + grains
    assert np.abs(found - expected).max(initial=0.0) <= slack


def persons(outcomes: Outcomes) -> dict[tuple[str, str], FloatArray]:
    """Time and persons at the end by state, the strata added up: f8[..., row] for each strategy."""
    model = outcomes.model
    found: dict[tuple[str, str], FloatArray] = {}
    for state in {cell.state for cell in model.cells}:
        cells = [position for position, cell in enumerate(model.cells) if cell.state == state]
        counts = np.append(
            outcomes.trace.time_in[:, :, cells].sum(axis=(2, 4)).reshape(-1, len(model.strategies)),
            outcomes.trace.at_end[cells].sum(axis=(0, 2)).reshape(-1, len(model.strategies)),
            axis=0,
        )
        found |= {(state, name): counts[:, at] for at, name in enumerate(model.strategies)}
    return found


def same_persons(found: dict[Any, FloatArray], expected: dict[Any, FloatArray]) -> None:
    """Equal within rounding; a state that is missing has nobody in it."""
    largest = max((values.max(initial=0.0) for values in (*found.values(), *expected.values())), default=0.0)
    nobody = np.zeros(1)
    for key in found.keys() | expected.keys():
        apart = np.abs(found.get(key, nobody) - expected.get(key, nobody)).max(initial=0.0)
        assert apart <= tolerance("twin") * largest, key


def told_by_cycle(tree: Tree) -> Outcomes:
    """A file told cycle by cycle, so that time in a state is the number at the start of the cycle."""
    counted = tree | {"conventions": tree["conventions"] | {"counting": "start"}}
    return evaluate_base(by_cycle(compile_model(small.scenario_of(counted))))


@settings(max_examples=20)
@given(files())
def test_the_same_programmes_under_another_name_are_the_same_strategy(tree: Tree) -> None:
    """2 (E)."""
    strategies = tree["strategies"] | {TWIN: tree["strategies"]["mit"] | {"title": "noch einmal"}}
    outcomes = small.run_tree(tree | {"strategies": strategies})
    one, other = (outcomes.model.strategies.index(name) for name in ("mit", TWIN))
    for name, values in small.arrays_of(outcomes).items():
        axis = -3  # strategy, stratum, row
        assert (np.take(values, one, axis) == np.take(values, other, axis)).all(), name


@settings(max_examples=20)
@given(files(), st.floats(0.25, 4.0))
def test_another_price_level_changes_money_by_its_factor_and_no_order(tree: Tree, factor: float) -> None:
    """4 (F)."""
    outcomes = priced(tree, 1.0, factor)
    amounts = outcomes.ledger.amount
    cost = amounts.where(valuation="nominal").total_by("strategy", "row")
    same_money(cost[:, 1], factor * cost[:, 0], (1.0 + factor) * len(outcomes.model.lines) * grain(outcomes))
    slack = tolerance("twin") * np.abs(amounts.values).sum() + 8.0 * len(outcomes.model.lines) * grain(
        outcomes
    )
    order = np.argsort(cost[:, 0], kind="stable")
    assert (np.diff(cost[order, 1]) >= -slack).all()


@settings(max_examples=15)
@given(files(), st.sampled_from(("at_point", "per_year_start", "per_year_mid", "per_year_end")), st.data())
def test_discounting_shrinks_what_is_later_and_a_constant_has_its_closed_form(
    tree: Tree, method: str, data: st.DataObject
) -> None:
    """5 (E at the rate 0; F): present values fall with the rate; that of a constant is a geometric sum."""
    low, high = sorted(data.draw(st.lists(st.integers(1, 120), min_size=2, max_size=2, unique=True)))
    costly = {
        name: {key: value for key, value in programme.items() if key != "income"}
        for name, programme in tree["interventions"].items()
    }
    rent = {"kind": "fixed", "title": "Miete", "value": "12 000 EUR/year", "bearer": "kommune"}
    tree |= {"income": {}, "interventions": costly, "costs": tree["costs"] | {"miete": rent}}

    def at(tenths: int) -> Outcomes:
        discounting = {"method": method, "rate": f"{tenths / 10} %/year"}
        return small.run_tree(tree | {"conventions": tree["conventions"] | {"discounting": discounting}})

    free, cheap, dear = at(0), at(low), at(high)
    amounts = free.ledger.amount
    assert (amounts.where(valuation="nominal").values == amounts.where(valuation="present").values).all()
    cells = [each.ledger.amount.where(valuation="present").values for each in (free, cheap, dear)]
    running = [np.cumsum(each, axis=4) for each in cells]  # item, bearer, basis, valuation, year
    assert (running[1] <= running[0] + 2.0 * grain(free, cheap)).all()
    assert (running[2] <= running[1] + 2.0 * grain(cheap, dear)).all()
    for rate, run in ((low / 1000, cheap), (high / 1000, dear)):
        (worth,) = run.ledger.amount.where(item="miete", valuation="present", strategy="ohne").total_by("row")
        same_money(worth, np.array(12_000.0 * annuity(run, method, rate)), grain(run))


def annuity(outcomes: Outcomes, method: str, rate: float) -> float:
    """The present value of one euro a year over the horizon."""
    years = outcomes.model.calendar.cycles * outcomes.model.calendar.cycle_years
    step = outcomes.model.calendar.cycle_years if method == "at_point" else 1.0
    shift = {"per_year_mid": 0.5, "per_year_end": 1.0}.get(method, 0.0)
    force = log1p(rate)
    geometric = expm1(-force * years) / expm1(-force * step)
    return float(step * geometric * (1.0 + rate) ** -shift)


@settings(max_examples=20)
@given(files(calendar_years()), st.integers(0, 80))
def test_prices_that_rise_by_the_discount_rate_keep_their_worth(tree: Tree, tenths: int) -> None:
    """6 (F): valued at the start of each year, the rising flow is worth the flat one undiscounted."""
    discounting = {"method": "per_year_start", "rate": f"{tenths / 10} %/year"}
    prices = {"year": tree["time"]["start"][:4], "rise": f"{tenths / 10} %/year"}
    flat = small.run_tree(tree | {"prices": {"year": prices["year"]}})
    rising = small.run_tree(
        tree | {"prices": prices, "conventions": tree["conventions"] | {"discounting": discounting}}
    )
    axes = ("item", "year", "strategy", "stratum")
    worth = rising.ledger.amount.where(valuation="present").total_by(*axes)
    same_money(worth, flat.ledger.amount.where(valuation="nominal").total_by(*axes), grain(flat, rising))


@settings(max_examples=12)
@given(files())
def test_titles_change_nothing_and_ids_only_the_order_of_sums(tree: Tree) -> None:
    """8 (E while ids keep their order, else F); `was:` stands in `tests/unit/engines`."""
    one = small.run_tree(tree)
    for same in (rewriting.retitled(tree), rewriting.renamed(tree, lambda name: f"neu_{name}")):
        assert small.digest(small.arrays_of(small.run_tree(same))) == small.digest(small.arrays_of(one))

    def back(name: str) -> str:
        return "".join(
            chr(ord("a") + ord("z") - ord(letter)) if letter.isalpha() else letter for letter in name
        )

    other = small.run_tree(rewriting.renamed(tree, back))
    labels = one.ledger.amount.axes.labels
    axes = ("item", "bearer", "valuation", "year", "strategy", "stratum")
    named = {axis: tuple(map(back, map(str, labels[axis]))) for axis in ("item", "bearer", "strategy")}
    strata = tuple(back(str(name)) if name in tree["strata"] else name for name in labels["stratum"])
    found = other.ledger.amount.where(**named, stratum=strata).total_by(*axes)
    same_money(found, one.ledger.amount.total_by(*axes), 4.0 * grain(one, other))
    same_persons(
        persons(other), {(back(state), back(name)): counts for (state, name), counts in persons(one).items()}
    )


@settings(max_examples=20)
@given(files())
def test_a_programme_that_no_strategy_has_changes_nothing(tree: Tree) -> None:
    """10 (E), for interventions; states, strata and bearers stand in `tests/contract`."""
    taken = {
        effect["from"] for programme in tree["interventions"].values() for effect in programme["effects"]
    }
    into, *others = tree["states"]
    left = [state for state in others if state not in taken]
    idle = {
        "title": "nie",
        "effects": [{"kind": "diverts", "from": state, "into": into, "share": "30 %"} for state in left],
        "costs": {"nie": {"kind": "fixed", "title": "nie", "value": "9 EUR/year", "bearer": "kommune"}},
    }
    one = small.run_tree(tree)
    other = small.run_tree(tree | {"interventions": {"aaa_nie": idle} | tree["interventions"]})
    items = tuple(line.item for line in one.model.lines)
    assert not other.ledger.amount.where(item="nie").values.any()
    assert (other.ledger.amount.where(item=items).values == one.ledger.amount.values).all()
    before, after = (small.arrays_of(outcomes) for outcomes in (one, other))
    del before["ledger"], after["ledger"]
    assert small.digest(before) == small.digest(after)


@settings(max_examples=20)
@given(files(), st.data())
def test_a_state_in_two_halves_is_the_state(tree: Tree, data: st.DataObject) -> None:
    """11 (F)."""
    state = data.draw(st.sampled_from(sorted(tree["states"])))
    whole, halves = small.run_tree(tree), small.run_tree(rewriting.state_split(tree, state))
    lines = len(halves.model.lines)
    for axis in ("bearer", "year"):
        axes = (*(name for name in BY_PLACE if name != "year"), axis)
        found, expected = (run.ledger.amount.total_by(*axes) for run in (halves, whole))
        same_money(found, expected, 4.0 * lines * grain(whole, halves))
    counts = persons(halves)
    for name in halves.model.strategies:
        twin = counts.pop((TWIN, name), np.zeros(1))
        counts[state, name] = counts.get((state, name), np.zeros(1)) + twin
    same_persons(counts, persons(whole))


@settings(max_examples=20)
@given(files(), st.integers(0, 7))
def test_a_caseload_in_two_files_is_the_caseload(tree: Tree, chosen: int) -> None:
    """12 (F); fixed costs stand in either file and are left out."""

    def here(name: str) -> bool:
        return bool(chosen >> int(name.rsplit("_", 1)[1]) & 1)

    whole = small.run_tree(tree)
    parts = [
        small.run_tree(rewriting.streams_times(tree, lambda name: float(here(name)))),
        small.run_tree(rewriting.streams_times(tree, lambda name: float(not here(name)))),
    ]
    strata = whole.model.strata
    axes = ("item", *BY_PLACE)
    found = [run.ledger.amount.where(stratum=strata).total_by(*axes) for run in parts]
    same_money(
        found[0] + found[1], whole.ledger.amount.where(stratum=strata).total_by(*axes), grain(whole, *parts)
    )
    one, other = map(persons, parts)
    same_persons({key: one[key] + other[key] for key in one}, persons(whole))


@settings(max_examples=20)
@given(files())
def test_two_strata_that_do_not_differ_are_one(tree: Tree) -> None:
    """14 (F)."""
    one, two = small.run_tree(tree), small.run_tree(rewriting.stratum_split(tree))
    axes = ("item", "valuation", "year", "strategy")
    found, expected = (run.ledger.amount.total_by(*axes) for run in (two, one))
    same_money(found, expected, 4.0 * grain(one, two))
    same_persons(persons(two), persons(one))


@settings(max_examples=15)
@given(
    st.lists(st.integers(1, 90), min_size=2, max_size=2),
    st.integers(1, 3),
    st.sampled_from(("start", "end", "half_cycle")),
)
def test_shorter_cycles_converge_to_time_that_flows(percents: list[int], years: int, counting: str) -> None:
    """16 (F): with x = hazard times cycle the error is x/2, and x**2/12 with half a cycle at each end.

    Under an exponential stay each rule is a geometric sum: time by `start` is x / (1 - exp(-x)) times the
    integral, which lies between 1 + x/2 and 1 + x/2 + x**2/12; by `end` x less; half-cycle between 1 and
    1 + x**2/12, and above 1 + x**2/12 - x**4/720.
    """
    hazard = -sum(log1p(-percent / 100) for percent in percents)
    integral = -expm1(-hazard * years) / hazard
    rounding = tolerance("many_cycles")
    lengths = {"year": 1.0, "6 months": 1 / 2, "quarter": 1 / 4, "month": 1 / 12, "day": 1 / 365}
    for cycle, length in lengths.items():
        moves = [
            {"from": "a", "to": to, "probability": f"{percent} %/year"}
            for to, percent in zip("bc", percents, strict=True)
        ]
        tree = small.tree_of("states: [a, b, c]") | {
            "time": {"start": "2020-01", "years": str(years), "cycle": cycle, "budget_window": "1"},
            "conventions": {"counting": counting, "conversion": "competing"},
            "transitions": moves,
        }
        time = float(small.run_tree(tree).trace.time_in[0, :, 0].sum())
        x = hazard * length
        error = time / integral - 1.0
        least, most = {
            "start": (x / 2, x / 2 + x**2 / 12),
            "end": (-x / 2, -x / 2 + x**2 / 12),
            "half_cycle": (x**2 / 12 - x**4 / 720, x**2 / 12),
        }[counting]
        assert least - rounding <= error <= most + rounding


@settings(max_examples=10)
@given(
    st.integers(1, 90),
    st.integers(1, 400),
    st.integers(1, 3),
    st.sampled_from(("separate", "competing")),
)
def test_other_units_of_time_say_the_same(percent: int, euro: int, years: int, conversion: str) -> None:
    """36 (F on one grid, O(dt**2) between grids): chances, rates and prices per day, month and year.

    Counted at half-cycle, the cost of an exponential stay is between 1 and 1 + x**2/12 times its integral,
    with x = hazard times cycle, whatever units the file has.
    """
    hazard = -log1p(-percent / 100)
    integral = 365.0 * euro * -expm1(-hazard * years) / hazard
    for cycle, length in (("day", 1 / 365), ("month", 1 / 12), ("year", 1.0)):
        costs = [
            cost_of_a_stay(cycle, years, conversion, move, f"{euro * per:.17g} EUR/{unit}")
            for unit, per in (("day", 1.0), ("month", 365 / 12), ("year", 365.0))
            for move in (
                {"probability": f"{-expm1(-hazard * per / 365):.20f}/{unit}"},
                {"rate": f"{hazard * per / 365:.20f}/{unit}"},
            )
        ]
        rounding = tolerance("many_cycles")
        assert max(costs) - min(costs) <= 2.0 * rounding * integral
        assert -rounding <= min(costs) / integral - 1.0
        assert max(costs) / integral - 1.0 <= (hazard * length) ** 2 / 12 + rounding


def cost_of_a_stay(cycle: str, years: int, conversion: str, move: dict[str, str], price: str) -> float:
    """What one case costs in all until it leaves."""
    tree = small.tree_of("states: [a, b]") | {
        "time": {"start": "2020-01", "years": str(years), "cycle": cycle, "budget_window": str(years)},
        "conventions": {"counting": "half_cycle", "conversion": conversion},
        "transitions": [{"from": "a", "to": "b", **move}],
        "costs": {"platz": {"kind": "per_case", "title": "Platz", "state": "a", "value": price}},
    }
    return float(small.run_tree(tree).ledger.amount.values.sum())


@settings(max_examples=15)
@given(files_with_funding())
def test_exports_add_up_to_the_indicators_to_the_bit(tree: Tree) -> None:
    """25 (E), for the JSON document; the ledger's own sums stand in `tests/unit/economics`."""
    scenario = small.scenario_of(tree)
    outcomes = evaluate_base(compile_model(scenario))
    document = json.loads(result_as_json(scenario, outcomes))
    widest = Findings(outcomes).perspectives()[-1]
    costs = {
        each["strategy"]: each["value"]
        for each in document["indicators"]
        if (each["id"], each["perspective"]) == ("cost", widest)
        and each["period"] == longest_period(outcomes)
    }
    for strategy, cost in costs.items():
        told = [cell for cell in document["budget"] if cell["strategy"] == strategy]
        assert sum(cell["amount"] for cell in told if cell["basis"] == ACCRUAL) == cost


@settings(max_examples=20)
@given(files_with_funding(), st.data())
def test_another_bearer_shifts_one_line_between_bearers_and_nothing_else(
    tree: Tree, data: st.DataObject
) -> None:
    """26 (E), for lines with a price that no other line is a share of."""
    one = small.run_tree(tree)
    rested_on = {item for line in one.model.lines for item in getattr(line.driver, "items", ())}
    alone = [line for line in one.model.lines if line.item not in rested_on and line.payer is None]
    assume(alone)
    line = data.draw(st.sampled_from(alone))
    bearer = data.draw(st.sampled_from(sorted(tree["bearers"])))
    changed = deepcopy(tree)
    part = changed
    for key in line.path.split("."):
        part = part[key]
    part["bearer"] = bearer
    other = small.run_tree(changed)
    before, after = one.ledger.amount, other.ledger.amount
    others = tuple(each.item for each in one.model.lines if each.item != line.item)
    assert (after.where(item=others).values == before.where(item=others).values).all()
    axes = tuple(name for name in before.axes.names if name != "bearer")
    assert (after.total_by(*axes) == before.total_by(*axes)).all()
    relieved = tuple(name for name in one.model.bearers if name != bearer)
    assert not after.where(item=line.item, bearer=relieved).values.any()


def longest_period(outcomes: Outcomes) -> Period:
    """The period that is the horizon, by the name under which indicators tell it."""
    findings = Findings(outcomes)
    return "window" if findings.years("window") == findings.years("horizon") else "horizon"


shares = st.lists(st.integers(0, 1000).map(lambda thousandths: thousandths / 1000), min_size=2, max_size=2)


@settings(max_examples=20)
@given(files(), shares)
def test_who_reaches_more_avoids_no_less(tree: Tree, reached: list[float]) -> None:
    """27 (F), where those turned away from a placement are never placed."""
    model = compile_model(small.scenario_of(rewriting.with_a_way_out(tree)))
    rows = set_rows(model.table, {"interventions.ausweg.effects[0].share": sorted(reached)})
    (outcomes,) = evaluate(model, rows)
    findings = Findings(outcomes)
    part = Slice(model.calendar.years)
    for avoided in (avoided_placements(findings, "mit", part), avoided_place_years(findings, "mit", part)):
        slack = tolerance("twin") * max(1.0, avoided[1])
        assert -slack <= avoided[0] <= avoided[1] + slack


@settings(max_examples=20)
@given(files_with_funding(), st.lists(st.integers(0, 9_000), min_size=2, max_size=2))
def test_dearer_places_make_avoiding_them_save_no_less(tree: Tree, prices: list[int]) -> None:
    """28 (E): a line is booked within half a grain for each stratum, in four places."""
    model = compile_model(small.scenario_of(rewriting.with_a_way_out(tree)))
    (outcomes,) = evaluate(model, set_rows(model.table, {"costs.platz.value": sorted(prices)}))
    cheap, dear = Findings(outcomes).relief("mit", Slice(model.calendar.years))
    assert dear - cheap >= -2.0 * len(model.strata) * grain(outcomes)


@settings(max_examples=20)
@given(files())
def test_a_programme_that_takes_in_everybody_is_the_file_in_which_they_come_elsewhere(tree: Tree) -> None:
    """29 (F), for the share 1; share 0 and the straight line between stand in `tests/contract`."""
    origin, into = list(tree["states"])[:2]
    effect = {"kind": "diverts", "from": origin, "into": into, "share": "100 %"}
    programme = {"alle": {"title": "alle", "effects": [effect]}}
    strategies = {"ohne": {"title": "ohne"}, "mit": {"title": "mit", "interventions": ["alle"]}}
    with_everybody = small.run_tree(tree | {"interventions": programme, "strategies": strategies})

    def there(target: Any) -> Any:  # noqa: ANN401 - a state, or one for each stratum
        if isinstance(target, str):
            return into if target == origin else target
        return {stratum: there(state) for stratum, state in target.items()}

    caseload = {
        kind: {
            name: stream | ({"into": there(stream["into"])} if "into" in stream else {})
            for name, stream in streams.items()
        }
        for kind, streams in tree["caseload"].items()
    }
    elsewhere = small.run_tree(
        tree | {"caseload": caseload, "interventions": {}, "strategies": {"ohne": {"title": "ohne"}}}
    )
    found = {state: counts for (state, name), counts in persons(with_everybody).items() if name == "mit"}
    same_persons(found, {state: counts for (state, _), counts in persons(elsewhere).items()})


@settings(max_examples=10)
@given(files_with_funding())
def test_a_programme_s_cost_counts_one_to_one_and_its_break_even_leaves_no_cent(tree: Tree) -> None:
    """30 (F; the root within a cent)."""
    before = small.run_tree(tree)
    relief = float(Findings(before).relief("mit", Slice(before.model.calendar.years))[0])
    years = int(tree["time"]["years"])
    assume(relief != 0.0 and grain(before) < VERIFIED_WITHIN_EUR / 4.0)
    line = {"kind": "fixed", "title": "neu", "value": "1 EUR/year", "bearer": "kommune", "prices": {}}
    section = "costs" if relief > 0.0 else "income"
    mit = tree["strategies"]["mit"]
    scenario = small.scenario_of(
        tree
        | {"interventions": tree["interventions"] | {"neu": {"title": "neu", section: {"neu": line}}}}
        | {
            "strategies": tree["strategies"]
            | {"mit": mit | {"interventions": [*mit["interventions"], "neu"]}}
        }
    )
    model = compile_model(scenario)
    path, expected = f"interventions.neu.{section}.neu.value", abs(relief) / years
    (outcomes,) = evaluate(model, set_rows(model.table, {path: [0.0, expected / 2, expected]}))
    reliefs = Findings(outcomes).relief("mit", Slice(model.calendar.years))
    straight = np.array([relief, relief / 2, 0.0])
    assert np.abs(reliefs - straight).max() <= tolerance("twin") * abs(relief) + len(
        model.lines
    ) * 4.0 * grain(outcomes, before)
    found = break_even(scenario, model, path, Question("mit", "horizon", "society"), (0.0, 3.1 * expected))
    (root,) = found.roots
    assert abs(root.relief) <= VERIFIED_WITHIN_EUR
    assert root.pays_above == (relief < 0.0)
    assert abs(root.value - expected) * years <= VERIFIED_WITHIN_EUR + tolerance("twin") * abs(relief)


@settings(max_examples=15)
@given(files())
def test_differences_form_a_chain(tree: Tree) -> None:
    """32 (E)."""
    strategies = tree["strategies"] | {
        "anders": {"title": "anders", "interventions": list(tree["interventions"])[:1]}
    }

    def over(comparator: str, strategy: str) -> list[FloatArray]:
        outcomes = small.run_tree(tree | {"strategies": strategies, "comparator": comparator})
        return [
            found.values
            for found in indicators(outcomes)
            if found.strategy == strategy
            and found.id in ("relief", "present_value_of_relief")
            and found.values is not None
        ]

    steps = zip(over("ohne", "anders"), over("anders", "mit"), over("ohne", "mit"), strict=True)
    assert all((one + other == both).all() for one, other, both in steps)


@settings(max_examples=20)
@given(files())
def test_who_cannot_leave_stays_who_must_leaves_and_nobody_goes_where_no_way_leads(tree: Tree) -> None:
    """33 (E)."""
    first, second = list(tree["states"])[:2]
    moves = {
        section: [move for move in tree[section] if move["from"] not in (first, second)]
        for section in ("breakdowns", "transitions")
        if section in tree
    }
    certain = {"probability": f"100 %/{tree['time']['cycle']}", "to": {second: "100 %"}}
    never = {"probability": f"0 %/{tree['time']['cycle']}", "to": {first: "100 %"}}
    stays = {name: stay for name, stay in tree["stays"].items() if name not in (first, second)}
    outcomes = told_by_cycle(tree | moves | {"stays": stays | {first: certain, second: never}})
    model, trace = outcomes.model, outcomes.trace
    ends = np.append(trace.time_in[0], float(model.calendar.cycle_years) * trace.at_end[np.newaxis], axis=0)
    for position, cell in enumerate(model.cells):
        ways = [edge for edge, origin in enumerate(model.edge_origin) if origin == position]
        if cell.state == second:
            assert (np.diff(ends[:, position], axis=0) >= 0.0).all()
            assert not trace.moves.along(ways).any()
        if cell.state == first:
            left = float(model.calendar.cycle_years) * trace.moves.along(ways)[0].sum(axis=1)
            assert (left == trace.time_in[0, :, position]).all()
    said = {
        (origin, to)
        for origin, stay in stays.items()
        for to in stay.get("counts", stay.get("to"))
        if to != origin
    } | {(move["from"], move["to"]) for part in moves.values() for move in part}
    assert set(model.moves) == said | {(first, second), (second, first)}


@settings(max_examples=20)
@given(files())
def test_where_nobody_comes_or_moves_numbers_stay_and_cost_is_number_times_price_times_time(
    tree: Tree,
) -> None:
    """34 (E for persons; F for money)."""
    outcomes = small.run_tree(rewriting.stock_only(rewriting.all_stay(tree)))
    model, bound = outcomes.model, outcomes.bound
    assert (outcomes.trace.at_end == bound.start).all()
    assert not outcomes.trace.moves.along().any()
    years = int(tree["time"]["years"])
    for position, line in enumerate(model.lines):
        state = getattr(line.driver, "state", None)
        if state is not None:
            cells = [at for at, cell in enumerate(model.cells) if cell.state == state]
            (cost,) = outcomes.ledger.amount.where(
                item=line.item, valuation="nominal", strategy="mit", stratum=model.strata
            ).total_by("row")
            number = bound.start[cells, model.strategies.index("mit")].sum()
            runs = line.strategies[model.strategies.index("mit")]
            expected = number * bound.price[position, 0] * years * runs
            same_money(cost, np.array(expected), len(model.strata) * grain(outcomes))


@settings(max_examples=12)
@given(files(), st.integers(0, 2**16))
def test_a_file_is_known_by_its_content_in_any_style_of_yaml(tree: Tree, seed: int) -> None:
    """46 (E), for JSON and two styles of YAML; the package writes no file that could be loaded back."""
    shuffled = rewriting.with_keys_shuffled(tree, random.Random(seed))  # noqa: S311 - an order, not a secret
    block = yaml.safe_dump(shuffled, allow_unicode=True, sort_keys=False, default_flow_style=False)
    commented = "# Kopf\n" + block.replace("\n", "   # eine Bemerkung\n\n")
    flow = yaml.safe_dump(shuffled, default_flow_style=True, sort_keys=False)
    known = canonical_text(small.scenario_of(tree))
    for text in (json.dumps(tree, indent=3), block, commented, flow):
        assert canonical_text(parse_scenario(text.encode())) == known


@settings(max_examples=12)
@given(files(), st.sampled_from(("de", "en")))
def test_printed_parts_add_up_to_printed_totals_that_round_the_figures(
    tree: Tree, language: Language
) -> None:
    """48 (to the displayed unit)."""
    scenario = small.scenario_of(tree)
    outcomes = evaluate_base(compile_model(scenario))
    findings = Findings(outcomes)
    window = Slice(findings.years("window"), perspective=findings.perspectives()[0])
    names = [name for name in scenario.strategies if name != scenario.comparator]
    for name, told in zip(names, build_report(scenario, outcomes, language).strategies, strict=True):
        table = told.table
        inside = sum(column.kind == "years" for column in table.columns)
        for row in table.rows:
            assert sum(row.cells[:inside]) == row.cells[inside]
        for position, total in enumerate(table.totals):
            assert sum(row.cells[position] for row in table.rows) == total
        relief = float(findings.relief(name, window)[0])
        unit = 1000.0 if table.unit == "TEUR" else 1.0
        assert abs(table.totals[inside] - relief / unit) <= 0.5 + tolerance("twin") * abs(relief)
        assert relief == 0.0 or about_euro(abs(relief), language) in told.headline[0]
        if table.places is not None:
            avoided = float(avoided_place_years(findings, name, window)[0])
            assert sum(table.places[:inside]) == table.places[inside]
            assert abs(table.places[inside] - TENTHS * avoided) <= 0.5 + tolerance("twin") * abs(avoided)
