"""Money that does not follow from mean numbers: groups that open as a whole, and ceilings for the year."""

from math import ceil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.adjustments import unadjusted
from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.economics.ceiling import within
from prevention_sim.economics.ledger import SHARED
from prevention_sim.engines import engine_of
from prevention_sim.engines import replications as working
from prevention_sim.engines.groups import open_groups
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row, set_rows
from tests import small
from tests.tolerances import tolerance

ONE_MONTH_EACH = """
time: {start: %s, years: %d, budget_window: 1}
caseload:
  intake:
    winter: {value: 5 cases, at: 2020-01, into: a}
    sommer: {value: 12 cases, at: 2020-08, into: a}
transitions: [{from: a, to: b, probability: 100 %%/month}]
"""
"""Five in January, twelve in August, each for one month."""

BY_CHANCE = """
time: {start: 2020-01, years: 2, budget_window: 2}
conventions: {counting: half_cycle, conversion: separate, discounting: {method: at_point, rate: 3 %/year}}
caseload: {arrivals: {neue: {value: 20 cases/year, into: a}}}
stays: {a: {mean: 9 months, to: {b: 100 %}}}
uncertainty: {seed: 5, replications: 40}
strata: {nord: {title: N, share: 25 %}, sued: {title: S, share: rest}}
"""

PER_PLACE = "platz: {kind: per_case, title: P, state: a, value: 60 000 EUR/year}"
GROUP = "gruppe: {kind: step_fixed, title: G, state: a, places: 8, value: 480 000 EUR/year}"
CAPPED = "grenze: {kind: per_case, title: C, state: a, value: 60 000 EUR/year, cap: 600 000 EUR/year}"


def by_year(outcomes: Outcomes, item: str, valuation: str = "nominal", **where: str) -> FloatArray:
    """What a line costs in each year."""
    return outcomes.ledger.amount.where(item=item, valuation=valuation, **where).total_by("year")


def by_year_and_row(outcomes: Outcomes, item: str, valuation: str = "nominal") -> FloatArray:
    """What a line costs in each year of each row."""
    return outcomes.ledger.amount.where(item=item, valuation=valuation).total_by("year", "row")


def replications(model: Model) -> Outcomes:
    """Every replication that the file asks for."""
    rows = base_row(model.table).replicated(model.simulation.seed, range(model.simulation.replications))
    return next(evaluate(model, rows, engine="microsimulation"))


def groups_one_by_one(needed: list[int], notice: int) -> list[int]:
    """Each group by itself: open while it is needed, and closed when its notice is over."""
    paid = [0] * len(needed)
    for group in range(1, max(needed) + 1):
        last_needed = None
        for month, count in enumerate(needed):
            if count >= group:
                last_needed = month
            paid[month] += last_needed is not None and month - last_needed <= notice
    return paid


@given(
    present=st.lists(st.integers(0, 40), min_size=1, max_size=30),
    places=st.integers(1, 9),
    notice=st.integers(0, 40),
)
def test_groups_are_what_one_after_the_other_opens_and_closes(
    present: list[int], places: int, notice: int
) -> None:
    found = open_groups(np.array([present]), np.array([float(places)]), notice)
    assert found[0].tolist() == groups_one_by_one([ceil(each / places) for each in present], notice)


@pytest.mark.parametrize(("notice", "months"), [("", 1 + 2), (", notice: 2 months", 3 * 1 + 3 * 2)])
def test_a_group_is_paid_as_a_whole_and_until_its_notice_is_over(notice: str, months: int) -> None:
    """One group of eight holds the five of January; the twelve of August need two."""
    line = f"{{kind: step_fixed, title: G, state: a, places: 8, value: 12 000 EUR/year{notice}}}"
    outcomes = evaluate_base(small.model(ONE_MONTH_EACH % ("2020-01", 1), f"costs: {{x: {line}}}"))
    assert by_year(outcomes, "x").tolist() == [1_000.0 * months]
    assert by_year(outcomes, "x", stratum=SHARED).tolist() == [1_000.0 * months]


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [("2020-01", 1, [10_000.0]), ("2020-01", 2, [10_000.0, 0.0]), ("2019-11", 1, [0.0, 10_000.0 * 10 / 12])],
)
def test_a_ceiling_holds_for_each_year_as_far_as_it_is_computed(
    start: str, years: int, expected: list[float]
) -> None:
    """17 months at 1,000 EUR; the ten months of 2020 in the last horizon have ten twelfths of the ceiling."""
    line = "{kind: per_case, title: C, state: a, value: 12 000 EUR/year, cap: 10 000 EUR/year}"
    outcomes = evaluate_base(small.model(ONE_MONTH_EACH % (start, years), f"costs: {{x: {line}}}"))
    assert by_year(outcomes, "x").tolist() == pytest.approx(expected)


def test_a_ceiling_is_in_euro_of_the_year_and_falls_on_all_groups_alike() -> None:
    """Prices rise by a tenth to 13,200; eight cases in 2021 are worth 105,600, of which 52,800 are left."""
    outcomes = evaluate_base(
        small.model(
            "time: {start: 2020-01, years: 2, cycle: year, budget_window: 2}",
            "conventions: {counting: start, conversion: separate,"
            " discounting: {method: at_point, rate: 25 %/year}}",
            "prices: {year: 2020, rise: 10 %/year}",
            "strata: {nord: {title: N, share: 25 %}, sued: {title: S, share: rest}}",
            "caseload: {stock: {da: {value: 8 cases, in: a}}}",
            "costs: {x: {kind: per_case, title: C, state: a, value: 12 000 EUR/year, cap: 52 800 EUR/year}}",
        )
    )
    assert by_year(outcomes, "x").tolist() == pytest.approx([52_800.0, 52_800.0])
    assert by_year(outcomes, "x", "present").tolist() == pytest.approx([52_800.0, 0.8 * 52_800.0])
    assert by_year(outcomes, "x", stratum="nord").tolist() == pytest.approx([13_200.0, 13_200.0])


def test_no_year_of_any_replication_exceeds_a_ceiling_and_their_mean_is_below_the_capped_mean() -> None:
    """E min(X, c) <= min(E X, c)."""
    model = small.model(BY_CHANCE, f"costs: {{{PER_PLACE}, {CAPPED}}}")
    single, expected = replications(model), evaluate_base(model)
    capped, bill = by_year_and_row(single, "grenze"), by_year_and_row(single, "platz")
    np.testing.assert_allclose(capped, np.minimum(bill, 600_000.0), rtol=tolerance("twin"))
    assert (by_year(expected, "grenze") < np.minimum(by_year(expected, "platz"), 600_000.0)).all()


def test_a_mean_is_that_of_the_replications() -> None:
    """But for roundings on the grain, one of each of the two groups and what they share, on either side."""
    model = small.model(BY_CHANCE, f"costs: {{{PER_PLACE}, {CAPPED}, {GROUP}}}")
    single, expected = replications(model), evaluate_base(model)
    for valuation in ("nominal", "present"):
        for item in ("platz", "grenze", "gruppe"):
            mean = by_year_and_row(single, item, valuation).mean(axis=1)
            allowed = 2 * 3 * 2.0**-expected.ledger.grain_bits
            np.testing.assert_allclose(by_year(expected, item, valuation), mean, rtol=0.0, atol=allowed)


def test_groups_cost_at_least_their_places_and_at_most_one_group_more() -> None:
    """As n / 8 <= ceil(n / 8) < n / 8 + 1, so it holds for means too; both are counted at starts."""
    model = small.model(
        BY_CHANCE, "conventions: {counting: start, conversion: separate}", f"costs: {{{PER_PLACE}, {GROUP}}}"
    )
    outcomes = evaluate_base(model)
    more = by_year(outcomes, "gruppe") - by_year(outcomes, "platz")
    assert (more > 0.0).all()
    assert (more < 480_000.0).all()


def test_a_line_is_the_same_to_the_last_bit_beside_lines_that_are_not_linear() -> None:
    alone = small.model(BY_CHANCE, f"costs: {{{PER_PLACE}}}")
    beside = small.model(BY_CHANCE, f"costs: {{{PER_PLACE}, {CAPPED}, {GROUP}}}")
    bits = evaluate_base(beside).ledger.grain_bits
    (one,) = evaluate(alone, base_row(alone.table), engine="microsimulation", grain=bits)
    (other,) = evaluate(beside, base_row(beside.table), engine="microsimulation", grain=bits)
    assert (by_year(one, "platz") == by_year(other, "platz")).all()


def test_neither_chunks_of_replications_nor_threads_change_a_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    model = small.model(BY_CHANCE, f"costs: {{{CAPPED}, {GROUP}}}")
    rows, bits = base_row(model.table), evaluate_base(model).ledger.grain_bits
    (whole,) = evaluate(model, rows, grain=bits)
    monkeypatch.setattr(working, "REPLICATIONS_AT_ONCE", 7)
    (parts,) = evaluate(model, rows, grain=bits, threads=3)
    assert small.digest(small.arrays_of(whole)) == small.digest(small.arrays_of(parts))


def test_a_share_of_what_is_capped_is_a_share_of_what_is_left() -> None:
    shares = "zuschlag: {kind: share_of, title: Z, of: [grenze, gruppe], share: 10 %}"
    outcomes = evaluate_base(small.model(BY_CHANCE, f"costs: {{{CAPPED}, {GROUP}, {shares}}}"))
    whole = by_year(outcomes, "grenze") + by_year(outcomes, "gruppe")
    np.testing.assert_allclose(by_year(outcomes, "zuschlag"), 0.1 * whole, rtol=tolerance("twin"))


def test_a_ceiling_stays_where_it_is_when_plans_come_out_dearer() -> None:
    """Each replication is priced again without the optimism bias, not their mean."""
    raised = CAPPED.replace("cap:", "optimism_bias: 10 %, cap:")
    outcomes = evaluate_base(small.model(BY_CHANCE, f"costs: {{{raised}}}"))
    plain = evaluate_base(small.model(BY_CHANCE, f"costs: {{{CAPPED}}}"))
    np.testing.assert_allclose(
        by_year(unadjusted(outcomes), "grenze"), by_year(plain, "grenze"), rtol=tolerance("twin")
    )
    assert (by_year(outcomes, "grenze") > by_year(plain, "grenze")).all()
    assert (by_year(outcomes, "grenze") < 600_000.0).all()


@settings(max_examples=30)
@given(
    amounts=st.lists(st.floats(0.0, 1e6), min_size=24, max_size=24), cap=st.floats(0.0, 2e6, allow_nan=False)
)
def test_what_is_cut_keeps_its_proportions(amounts: list[float], cap: float) -> None:
    """Two years of one period each, one strategy, three strata and what is shared, three rows."""
    calendar = small.model("time: {start: 2020-01, years: 2, budget_window: 2}").calendar
    given_ = np.array(amounts).reshape(1, 2, 1, 4, 3)
    cut = within(np.full(3, cap), given_, calendar)
    before, after = given_.sum(axis=(0, 2, 3)), cut.sum(axis=(0, 2, 3))
    np.testing.assert_allclose(after, np.minimum(before, cap), rtol=tolerance("twin"), atol=1e-300)
    left = np.divide(after, before, out=np.ones_like(after), where=before > 0.0)
    np.testing.assert_allclose(
        cut, given_ * left[np.newaxis, :, np.newaxis, np.newaxis], rtol=tolerance("twin"), atol=1e-290
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (GROUP, r"costs\.gruppe: this line opens and closes as a whole"),
        (CAPPED, r"costs\.grenze: this line has a ceiling for the year"),
    ],
)
def test_mean_numbers_refuse_what_only_persons_tell(line: str, reason: str) -> None:
    model = small.model(f"costs: {{{line}}}")
    assert engine_of(model) == "microsimulation"
    with pytest.raises(ModelError, match=reason):
        next(evaluate(model, base_row(model.table), engine="cohort", grain=20))


def test_a_ceiling_on_what_is_certain_needs_no_persons() -> None:
    model = small.model("costs: {x: {kind: fixed, title: X, value: 9 EUR/year, cap: 5 EUR/year}}")
    assert engine_of(model) == "cohort"
    assert by_year(evaluate_base(model), "x").tolist() == [5.0]


def test_a_group_without_a_place_is_refused() -> None:
    model = small.model(f"costs: {{{GROUP}}}")
    with pytest.raises(ModelError, match="no place at all"):
        next(evaluate(model, set_rows(model.table, {"costs.gruppe.places": [8.0, 0.0]}), grain=20))
