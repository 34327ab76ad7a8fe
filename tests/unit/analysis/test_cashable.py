"""What of a relief reaches the treasury, on cases reckoned by hand."""

import pytest

from prevention_sim.analysis.cashable import CashableRelief, cashable_relief
from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from tests import small

FILE = """
time: {start: 2020-01, years: 2, budget_window: 2}
states: [a, b, ende]
caseload: {intake: {gruppe: {value: 1 case, at: 2020-01, into: a}}}
interventions: {hilfe: {title: Hilfe, effects: [{kind: diverts, from: a, into: b, share: 100 %}]}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
costs:
  platz: {kind: per_case, title: Platz, state: a, value: 100 EUR/month CASHABLE}
  hilfe: {kind: per_case, title: Hilfe, state: b, value: 30 EUR/month}
"""


def relief(cashable: str) -> CashableRelief | None:
    text = FILE.replace(" CASHABLE", f", cashable: {cashable}" if cashable else "")
    return cashable_relief(small.model(text), "mit", "municipality")


def test_a_file_that_says_nothing_claims_nothing() -> None:
    assert relief("") is None


def test_extra_cost_is_cash_at_once_and_a_saving_in_part() -> None:
    found = relief("{share: 80 %}")
    assert found is not None
    assert found.by_year.tolist() == pytest.approx([12 * (80 - 30), 12 * (80 - 30)])
    assert found.silent == ()


def test_a_saving_counts_when_the_place_was_free_long_enough() -> None:
    found = relief("{share: 100 %, lag: 5 months}")
    assert found is not None
    assert found.by_year.tolist() == pytest.approx([7 * 100 - 12 * 30, 12 * (100 - 30)])


def test_a_line_without_a_word_keeps_no_saving_and_is_named() -> None:
    text = FILE.replace(" CASHABLE", ", cashable: {share: 100 %}") + (
        "  neben: {kind: per_case, title: Nebenkosten, state: a, value: 10 EUR/month}\n"
    )
    found = cashable_relief(small.model(text), "mit", "municipality")
    assert found is not None
    assert found.silent == ("neben",)
    assert found.by_year.tolist() == pytest.approx([12 * 70, 12 * 70])


def test_everything_kept_at_once_is_the_relief() -> None:
    text = FILE.replace(" CASHABLE", ", cashable: {share: 100 %}")
    model = small.model(text)
    found = cashable_relief(model, "mit", "municipality")
    findings = Findings(evaluate_base(model))
    assert found is not None
    for position, year in enumerate(model.calendar.years):
        assert found.by_year[position] == pytest.approx(findings.relief("mit", Slice((year,)))[0])
