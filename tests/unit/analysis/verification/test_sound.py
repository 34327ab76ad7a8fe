"""Every check passes on what is right, whatever the file, and fails on what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from prevention_sim.analysis.evaluation import Outcomes, evaluate
from prevention_sim.analysis.verification import CHECKS
from prevention_sim.analysis.verification.bench import (
    Bench,
    Evaluator,
    Found,
    Inapplicable,
    Listed,
    Outcome,
    Verdict,
    compared,
    verdicts,
)
from prevention_sim.foundation.axes import Cube, FloatArray
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from tests import small
from tests.small import Tree
from tests.strategies import files

SHIPPED = sorted((Path(__file__).resolve().parents[4] / "scenarios").rglob("*.yaml"))

FILE = """
time: {start: 2020-01, years: 3, budget_window: 3}
conventions:
  counting: half_cycle
  conversion: competing
  discounting: {method: at_point, rate: {value: 3 %/year, source: assumption}}
states: {heim: {title: Heim, tags: [placement]}, hilfe: {title: Hilfe}, ende: {title: Ende}}
caseload:
  stock: {da: {value: 7 cases, in: heim, source: assumption}}
  arrivals: {neue: {value: 30 cases/year, into: heim, source: assumption}}
stays:
  heim: {mean: 21 months, to: {ende: 100 %}, source: assumption}
  hilfe: {mean: 14 months, to: {ende: 100 %}, source: assumption}
costs:
  platz: {kind: per_case, title: Platz, state: heim, value: 5 100 EUR/month, source: assumption}
  stunden: {kind: per_case, title: Hilfe, state: hilfe, value: 750 EUR/month, source: assumption}
parameters: {miete: {value: 90 000 EUR/year, source: assumption}}
interventions:
  viel:
    title: viel
    effects: [{kind: diverts, from: heim, into: hilfe, share: 80 %, source: assumption}]
    costs: {stelle: {kind: fixed, title: Stelle, value: miete}}
  wenig:
    title: wenig
    costs: {rest: {kind: fixed, title: Rest, value: 1 000 EUR/year, source: assumption}}
strategies:
  ohne: {title: ohne}
  mit: {title: mit, interventions: [viel]}
  kaum: {title: kaum, interventions: [wenig]}
critical: [miete]
"""
"""A file to which every check applies."""


def bench(evaluator: Evaluator = evaluate, *more: str) -> Bench:
    scenario = small.scenario(FILE, *more)
    return Bench(scenario, compile_model(scenario), evaluator)


def outcome(check: str, on: Bench) -> Outcome:
    return Verdict(check, CHECKS[check].domain, CHECKS[check].look(on)).outcome


def failing(scenario: Scenario) -> list[Verdict]:
    found = verdicts(Bench(scenario, compile_model(scenario)), CHECKS)
    return [verdict for verdict in found if verdict.outcome == "failed"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_is_sound(path: Path) -> None:
    assert failing(load_scenario(path)) == []


@settings(max_examples=25)
@given(files())
def test_any_file_is_sound(tree: Tree) -> None:
    assert failing(small.scenario_of(tree)) == []


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_applies_to_one_file_and_passes(check: str) -> None:
    assert outcome(check, bench()) == "passed"


Change = Callable[[FloatArray, Model], None]


def wrong(change: Callable[[Outcomes], Outcomes]) -> Evaluator:
    """An evaluator whose outcomes are changed before anybody sees them."""

    def evaluated(model: Model, rows: Rows, **how: Any) -> Iterator[Outcomes]:  # noqa: ANN401 - passed on
        yield from map(change, evaluate(model, rows, **how))

    return evaluated


def wrong_money(change: Change) -> Evaluator:
    """An evaluator that books f8[item, bearer, basis, valuation, year, strategy, stratum, row] wrongly."""

    def changed(outcomes: Outcomes) -> Outcomes:
        amount = outcomes.ledger.amount
        values = amount.values.copy()
        change(values, outcomes.model)
        return replace(outcomes, ledger=replace(outcomes.ledger, amount=Cube(values, amount.axes)))

    return wrong(changed)


def wrong_counts(name: str, change: Change) -> Evaluator:
    """An evaluator that counts time_in or at_end, f8[..., cell, strategy, stratum, row], wrongly."""

    def changed(outcomes: Outcomes) -> Outcomes:
        values = getattr(outcomes.trace, name).copy()
        change(values, outcomes.model)
        return replace(outcomes, trace=replace(outcomes.trace, **{name: values}))

    return wrong(changed)


def one_euro_more(values: FloatArray, _: Model) -> None:
    values += 1.0


def a_third_more(values: FloatArray, _: Model) -> None:
    values[0] += 1.0 / 3.0


def more_for_the_programme(values: FloatArray, model: Model) -> None:
    values[..., model.strategies.index("mit"), :, :] += 1.0


def more_for_the_comparator(values: FloatArray, model: Model) -> None:
    values[..., model.strategies.index(model.comparator), :, :] += 1.0


def more_in_the_second_row(values: FloatArray, model: Model) -> None:
    values[..., model.strategies.index("mit"), :, 1:2] += 1_000.0


def more_where_rows_are_together(values: FloatArray, _: Model) -> None:
    values += values.shape[-1]


def more_with_every_year(values: FloatArray, model: Model) -> None:
    values += len(model.calendar.years)


def present_twice(values: FloatArray, model: Model) -> None:
    values[:, :, :, model.weights.valuations.index("present")] *= 2.0


def nobody_at_the_end(values: FloatArray, _: Model) -> None:
    values[:] = 0.0


def one_person_more(values: FloatArray, _: Model) -> None:
    values += 1.0


def a_hundred_persons_fewer(values: FloatArray, _: Model) -> None:
    values -= 100.0


def certain_exits(outcomes: Outcomes) -> Outcomes:
    return replace(outcomes, bound=replace(outcomes.bound, scale=50.0 * outcomes.bound.scale))


def deaf(model: Model, _: Rows, **how: Any) -> Iterator[Outcomes]:  # noqa: ANN401 - passed on
    """An evaluator that reads no number but those of the file."""
    yield from evaluate(model, Rows(model.table, model.table.base[np.newaxis]), **how)


SABOTAGED: dict[str, Bench] = {
    "documented": bench(evaluate, "parameters: {miete: 90 000 EUR/year}"),
    "possible": bench(wrong(certain_exits)),
    "influential": bench(deaf),
    "nobody_lost": bench(wrong_counts("at_end", one_person_more)),
    "nobody_negative": bench(wrong_counts("time_in", a_hundred_persons_fewer)),
    "final_states_keep": bench(wrong_counts("at_end", nobody_at_the_end)),
    "no_effect_no_difference": bench(wrong_money(more_for_the_programme)),
    "twice_the_cases": bench(wrong_counts("time_in", one_person_more)),
    "half_the_reach": bench(wrong_money(more_in_the_second_row)),
    "nothing_for_nothing": bench(wrong_money(one_euro_more)),
    "twice_the_prices": bench(wrong_money(one_euro_more)),
    "count_times_price": bench(wrong_money(one_euro_more)),
    "undiscounted_at_zero": bench(wrong_money(present_twice)),
    "later_is_less": bench(wrong_money(present_twice)),
    "parts_add_up": bench(wrong_money(a_third_more)),
    "exchange_turns_signs": bench(wrong_money(more_for_the_comparator)),
    "differences_form_a_chain": bench(wrong_money(more_for_the_comparator)),
    "dearer_placement_saves_more": bench(wrong_money(more_in_the_second_row)),
    "horizon_keeps_the_years_before": bench(wrong_money(more_with_every_year)),
    "switching_values_turn": bench(wrong_money(more_for_the_programme)),
    "however_computed": bench(wrong_money(more_where_rows_are_together)),
}
"""For every check, what it must find wrong."""


def test_every_check_is_tried_on_something_wrong() -> None:
    assert list(SABOTAGED) == list(CHECKS)


@pytest.mark.parametrize("check", SABOTAGED)
def test_a_check_finds_what_is_wrong(check: str) -> None:
    answer = CHECKS[check].look(SABOTAGED[check])
    expected = "doubtful" if isinstance(answer, Listed) else "failed"
    assert outcome(check, SABOTAGED[check]) == expected


def test_bearers_must_come_to_the_whole() -> None:
    def unfair(outcomes: Outcomes) -> Outcomes:
        return replace(outcomes, bound=replace(outcomes.bound, share=0.9 * outcomes.bound.share))

    assert outcome("possible", bench(wrong(unfair))) == "failed"


def test_payments_must_come_to_the_services() -> None:
    platz = "kind: per_case, title: Platz, state: heim, value: 10 EUR/month, payment_lag: 2 months"
    late = f"costs: {{platz: {{{platz}}}}}"

    def lost_on_the_way(values: FloatArray, _: Model) -> None:
        values[:, :, 1] = 0.0

    assert outcome("parts_add_up", bench(evaluate, late)) == "passed"
    assert outcome("parts_add_up", bench(wrong_money(lost_on_the_way), late)) == "failed"


def test_refunds_must_cancel_out() -> None:
    refund = """
bearers: {kommune: {title: Kommune}, land: {title: Land, level: public}}
bearer: kommune
income: {zurueck: {kind: refund, title: zurück, of: [platz], share: 50 %, from: land}}
"""

    def kept_by_somebody(values: FloatArray, model: Model) -> None:
        position = next(at for at, line in enumerate(model.lines) if line.payer is not None)
        values[position, 0] *= 0.5

    assert outcome("parts_add_up", bench(evaluate, refund)) == "passed"
    assert outcome("parts_add_up", bench(wrong_money(kept_by_somebody), refund)) == "failed"


def test_a_figure_that_is_no_number_fails() -> None:
    fine, broken = (np.array([0.0]), 1.0), (np.array([np.nan, 0.0]), 1.0)
    answer = compared(fine, broken)
    assert answer.figures == 3
    assert Verdict("possible", "input", answer).outcome == "failed"


def test_the_worst_part_is_told() -> None:
    assert compared((np.array([-3.0, 1.0]), 2.0), (np.array([0.5]), 0.0)) == Found(3, 3.0, 2.0)


IDLE = """
time: {start: 2020-07, years: 1, cycle: year, budget_window: 1}
conventions: {counting: start, conversion: separate}
states: [a, b]
caseload: {}
stays: {a: {mean: 2 years, to: {b: 100 %}}, b: {mean: 2 years, to: {a: 100 %}}}
"""


def test_what_cannot_be_asked_is_said_with_its_reason() -> None:
    scenario = small.scenario(IDLE)
    found = verdicts(Bench(scenario, compile_model(scenario)), CHECKS)
    reasons = {each.id: each.answer.reason for each in found if isinstance(each.answer, Inapplicable)}
    assert reasons == {
        "final_states_keep": "no_final_state",
        "no_effect_no_difference": "no_alternative",
        "twice_the_cases": "no_case",
        "half_the_reach": "no_diversion",
        "nothing_for_nothing": "no_price",
        "twice_the_prices": "no_price",
        "count_times_price": "no_line",
        "undiscounted_at_zero": "no_discounting",
        "later_is_less": "no_discounting",
        "exchange_turns_signs": "no_alternative",
        "differences_form_a_chain": "no_third_strategy",
        "dearer_placement_saves_more": "no_placement_line",
        "horizon_keeps_the_years_before": "no_whole_year",
        "switching_values_turn": "no_root",
    }


def test_an_amount_may_grow_where_a_rate_is_below_zero() -> None:
    rates = "conventions: {discounting: {method: at_point, rate: -1 %/year}}"
    assert CHECKS["later_is_less"].look(bench(evaluate, rates)) == Inapplicable("rate_below_zero")
