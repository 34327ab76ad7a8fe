"""Formulas and their values: another program reads every text as what it was built to mean."""

import formualizer
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from prevention_sim.model.expressions import evaluate
from prevention_sim.report.workbook.arithmetic import CannotBeTold, told
from prevention_sim.report.workbook.terms import ONE, ZERO, Range, Term, number, sum_of_products, total, when
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation

ONE_TENTH = Number(0.1)
CHANCES = {f"p{at}": value for at, value in enumerate((0.0, 0.02, 0.3, 0.85, 1.0))}


def chances() -> SearchStrategy[Expression]:
    """Chances, and what ratios and periods make of them."""
    return st.recursive(
        st.sampled_from([Name(name) for name in CHANCES]),
        lambda inner: st.one_of(
            st.builds(
                lambda chance, ratio: Operation("hazard_ratio", (chance, Number(ratio))),
                inner,
                st.sampled_from([0.0, 0.5, 1.0, 2.0]),
            ),
            st.builds(
                lambda kind, chance, ratio, cycles: Operation(kind, (chance, Number(ratio), Number(cycles))),
                st.sampled_from(["risk_ratio", "odds_ratio"]),
                inner,
                st.sampled_from([0.25, 0.5, 1.0]),
                st.sampled_from([1.0, 3.0, 12.0]),
            ),
            st.builds(lambda chance: Operation("per_cycle", (chance, Number(1 / 12))), inner),
        ),
        max_leaves=3,
    )


def amounts() -> SearchStrategy[Expression]:
    """Arithmetic as a file may write it."""
    return st.recursive(
        st.one_of(
            st.sampled_from([-3.5, -1.0, 0.0, 1.0, 2.0, 1e-7, 1e6]).map(Number),
            st.sampled_from([Name(name) for name in CHANCES]),
        ),
        lambda inner: st.one_of(
            st.builds(
                lambda sign, left, right: Operation(sign, (left, right)),
                st.sampled_from(["+", "-", "*", "min", "max", "<", ">="]),
                inner,
                inner,
            ),
            st.builds(
                lambda base, by: Operation("**", (base, Number(by))), inner, st.sampled_from([1.0, 2.0])
            ),
            st.builds(
                lambda left, then, other: Operation("where", (Operation("<", (left, then)), then, other)),
                inner,
                inner,
                inner,
            ),
        ),
        max_leaves=8,
    )


@given(expression=st.one_of(chances(), amounts()))
def test_a_formula_means_what_the_model_computes(expression: Expression) -> None:
    cells = {name: Term(f"A{at + 1}", value) for at, (name, value) in enumerate(CHANCES.items())}
    term = told(expression, cells)
    columns = {name: np.array([value]) for name, value in CHANCES.items()}
    expected = float(evaluate(expression, columns)[0])
    assert term.value == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert recalculated(term) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def recalculated(term: Term) -> float:
    """What another program makes of a formula over the chances in its first column."""
    book = formualizer.Workbook()
    book.add_sheet("Blatt")
    for at, value in enumerate(CHANCES.values()):
        book.set_value("Blatt", at + 1, 1, value)
    book.set_formula("Blatt", 1, 2, f"={term.text}")
    return float(book.evaluate_cell("Blatt", 1, 2))


def test_what_only_the_program_computes_is_refused() -> None:
    for expression in (
        Name("clock.age"),
        Operation("faded", (ONE_TENTH, ONE_TENTH)),
        Operation("chance_over", ()),
    ):
        with pytest.raises(CannotBeTold):
            told(expression, {})


def test_a_twelfth_is_written_as_one() -> None:
    assert number(1 / 12).text == "1/12"
    assert (Term("A1", 2.0) ** number(1 / 12)).text == "A1^(1/12)"
    assert number(0.25).text == "0.25"
    assert number(0.123456789012345).text == "0.123456789012345"


def test_nothing_and_once_are_not_written() -> None:
    cell = Term("B2", 7.0)
    assert (cell + ZERO, cell * ONE, cell - ZERO, cell / ONE) == (cell,) * 4
    assert cell * ZERO is ZERO
    assert total([]) is ZERO


def test_a_cell_that_happens_to_be_0_is_written() -> None:
    assert (Term("B2", 0.0) + Term("C2", 1.0)).text == "B2+C2"


def test_signs_that_bind_less_are_put_in_brackets() -> None:
    one, two = Term("A1", 1.0), Term("A2", 2.0)
    assert ((one - (two - one)) / (one * two)).text == "(A1-(A2-A1))/(A1*A2)"
    assert ((ONE - one) ** (one / two)).text == "(1-A1)^(A1/A2)"
    assert (one - number(-2.5)).text == "A1-(-2.5)"


def test_a_quotient_that_is_not_chosen_may_have_no_denominator() -> None:
    nothing = Term("A1", 0.0)
    assert when(nothing, ONE / nothing, number(3.0)).value == 3.0


def test_products_need_ranges_of_one_length() -> None:
    with pytest.raises(ValueError, match="zip"):
        sum_of_products(Range("A1:A2", (1.0, 2.0)), Range("B1", (1.0,)))
