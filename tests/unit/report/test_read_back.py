"""A printed number that is copied into a file means what it meant, or is refused; it is never another one.

The oracle reads as the language does: its own sign groups thousands, the other one begins the decimals.
"""

import re
from math import isclose

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.differences import differences
from prevention_sim.report.amounts import Amounts
from prevention_sim.report.numbers import (
    MINUS,
    Language,
    about_euro,
    decimal,
    euro,
    exact_euro,
    percent,
    plain,
)
from prevention_sim.report.quantities import with_unit
from prevention_sim.report.renderers.csv import budget_as_csv
from prevention_sim.scenario.quantities import QuantityError, Unit, parse_quantity
from tests import small
from tests.small import Tree
from tests.strategies import files
from tests.unit.report.renderers.test_csv import read_back, row

LANGUAGES: tuple[Language, ...] = ("de", "en")
NUMBER = re.compile(r"−?€?\d[\d.,]*")
MULTIPLES = {"%": 0.01, "Mio": 1e6, "million": 1e6}

languages = st.sampled_from(LANGUAGES)
amounts = st.one_of(
    st.integers(-(10**9), 10**9).map(float),
    st.integers(-(10**7), 10**7).map(lambda hundredths: hundredths / 100),
    st.integers(-(10**6), 10**6).map(lambda thousandths: thousandths / 1000),
    st.floats(-1e9, 1e9),
)
UNITS = (Unit(), Unit("EUR", "month"), Unit("EUR"), Unit("", "year"), Unit("", "year", 3), Unit("month"))


def as_the_language_reads(text: str, language: Language) -> float:
    """The first number of a text, with its sign, percent or million."""
    found = NUMBER.search(text)
    assert found, text
    group, point = (".", ",") if language == "de" else (",", ".")
    digits = found[0].replace("€", "").replace(MINUS, "-").rstrip(".,").replace(group, "")
    (times,) = [factor for word, factor in MULTIPLES.items() if word in text] or [1.0]
    return float(digits.replace(point, ".")) * times


def check(text: str, language: Language) -> None:
    """Hold what a file reads, in the whole text and in its number alone, against what the language reads."""
    found = NUMBER.search(text)
    assert found, text
    sign = " %" if "%" in text else ""
    for written, meant in ((text, text), (found[0].rstrip(".,") + sign, found[0] + sign)):
        try:
            value = parse_quantity(written).value
        except QuantityError:
            continue
        assert isclose(value, as_the_language_reads(meant, language), rel_tol=1e-12, abs_tol=1e-15), text


@settings(max_examples=300)
@example(12.34, "de", 0)
@example(12.345, "en", 0)
@example(1.234, "de", 3)
@example(1234.0, "de", 0)
@given(amounts, languages, st.integers(0, 4))
def test_what_a_formatter_prints_is_read_back_or_refused(
    value: float, language: Language, places: int
) -> None:
    for text in (
        decimal(value, language, places),
        percent(value, language, places),
        plain(value, language, places),
        euro(value, language),
        exact_euro(value, language),
        about_euro(value, language),
    ):
        check(text, language)


@settings(max_examples=200)
@given(amounts, languages, st.sampled_from(UNITS))
def test_a_number_with_its_unit_is_read_back_or_refused(value: float, language: Language, unit: Unit) -> None:
    check(with_unit(value, unit, language), language)
    if not unit.numerator:
        check(with_unit(value, unit, language, share=True), language)


@settings(max_examples=300)
@given(amounts, languages, st.integers(0, 4))
def test_what_is_printed_is_the_number_to_its_last_place(
    value: float, language: Language, places: int
) -> None:
    half = 0.5 * 10.0**-places * (1.0 + 1e-9) + 1e-12 * abs(value)
    assert abs(as_the_language_reads(decimal(value, language, places), language) - value) <= half
    share = as_the_language_reads(percent(value, language, places), language)
    assert abs(share - value) <= 0.01 * half + 1e-12 * abs(value)
    assert abs(as_the_language_reads(euro(value, language), language) - value) <= 0.5 + 1e-9
    assert abs(as_the_language_reads(exact_euro(value, language), language) - value) <= 0.005 + 1e-6
    rough = as_the_language_reads(about_euro(value, language), language)
    assert abs(rough - value) <= max(0.05 * abs(value), 0.5) * (1.0 + 1e-9)


@settings(max_examples=20)
@given(files(), languages)
def test_every_number_of_a_file_told_in_prose_is_read_back_or_refused(tree: Tree, language: Language) -> None:
    told = Amounts(small.scenario_of(tree), language)
    for path in told.located:
        text = told.text(path)
        if not re.match(r"\d+/\d", text):  # a chance told as 1/14 is a fraction in both languages
            check(text, language)
        elif language == "en":
            assert parse_quantity(text.split(" ")[0]).value == pytest.approx(told.value(path), rel=1e-8)


@settings(max_examples=20)
@given(files(), files())
def test_numbers_of_a_diff_are_read_back_or_refused(one: Tree, other: Tree) -> None:
    """Also those of `verify`: both print a number as Python writes it."""
    for difference in differences(small.scenario_of(one), small.scenario_of(other)):
        for text in (difference.before, difference.after):
            if text is not None and re.fullmatch(r"-?\d+\.\d+(e-?\d+)?", text):
                check_python(float(text))


@settings(max_examples=300)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_as_python_writes_it_is_read_back_or_refused(value: float) -> None:
    check_python(value)


def check_python(value: float) -> None:
    try:
        assert parse_quantity(repr(value)).value == value
    except QuantityError:
        return


@settings(max_examples=200)
@given(amounts, st.sampled_from(("de", "en")))
def test_an_amount_of_a_csv_file_is_read_back_or_refused(value: float, dialect: Language) -> None:
    assume(value != 0.0)
    text = read_back(budget_as_csv((row(value),), dialect), dialect)[1][-1]
    try:
        assert parse_quantity(text).value == value
    except QuantityError:
        return
