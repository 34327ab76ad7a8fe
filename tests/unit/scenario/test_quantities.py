"""A number is read as its author meant it, or refused with every reading it could have."""

import math
import re
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prevention_sim.foundation.languages import Language
from prevention_sim.report import numbers
from prevention_sim.scenario.quantities import (
    Quantity,
    QuantityError,
    Unit,
    looks_like_quantity,
    parse_number,
    parse_quantity,
)

NBSP, NARROW_NBSP = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
EUR, PER_YEAR, NO_UNIT = Unit("EUR"), Unit("", "year"), Unit()
GAPS = f" {NBSP}{NARROW_NBSP}_"

STYLES = [("", "."), ("", ","), (".", ","), (",", "."), *((gap, decimal) for gap in GAPS for decimal in ".,")]
"""Sign between thousands and decimal sign: plain, German, English, and with gaps."""


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("292 000 EUR/year", 292_000, Unit("EUR", "year")),
        (f"292{NBSP}000 EUR/year", 292_000, Unit("EUR", "year")),
        (f"292{NARROW_NBSP}000 EUR/year", 292_000, Unit("EUR", "year")),
        ("292_000 EUR/year", 292_000, Unit("EUR", "year")),
        ("292000 EUR/year", 292_000, Unit("EUR", "year")),
        ("157.50 EUR/day", 157.5, Unit("EUR", "day")),
        ("1.250,50 EUR", 1250.5, EUR),
        ("1,250.50 EUR", 1250.5, EUR),
        ("1.234.567 EUR", 1_234_567, EUR),
        ("1 234 567,89 €", 1_234_567.89, EUR),
        ("1 250.000 EUR", 1250, EUR),
        ("12 TEUR/year", 12_000, Unit("EUR", "year")),
        ("1.2 Mio EUR", 1_200_000, EUR),
        ("1,2 Mio. Euro", 1_200_000, EUR),
        ("2 Mrd EUR", 2e9, EUR),
        ("-5 EUR", -5, EUR),
        ("−5 EUR", -5, EUR),
        ("- 5 EUR", -5, EUR),
        ("30 %/year", 0.3, PER_YEAR),
        ("4,5 %", 0.045, NO_UNIT),
        ("7 %", 0.07, NO_UNIT),
        ("1/14 per month", 1 / 14, Unit("", "month")),
        ("12 %/3 years", 0.12, Unit("", "year", 3)),
        ("18 months", 18, Unit("month")),
        ("10 hours/month", 10, Unit("hour", "month")),
        ("30 cases per year", 30, Unit("case", "year")),
        ("0.550", 0.55, NO_UNIT),
        ("0,550 EUR", 0.55, EUR),
        ("1.250 %", 0.0125, NO_UNIT),
        ("1,250 %/year", 0.0125, PER_YEAR),
        ("1.2505", 1.2505, NO_UNIT),
        ("1234.567", 1234.567, NO_UNIT),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: float, unit: Unit) -> None:
    assert parse_quantity(text) == Quantity(value, unit)


@pytest.mark.parametrize("text", ["50.000 EUR", "1,250 EUR", "-50.000 EUR/month", "1.255", "999,999 Mio EUR"])
@pytest.mark.parametrize("blank", [" ", NBSP, ""])
def test_two_readings_are_refused_and_each_one_offered_is_read_as_such(text: str, blank: str) -> None:
    text = text.replace(" ", blank, 1)
    as_thousands, as_decimal = offered(text)
    number = re.match("[-0-9.,]+", text)
    assert number
    times = 1e6 if "Mio" in text else 1.0
    assert parse_quantity(as_thousands).value == float(re.sub("[.,]", "", number[0])) * times
    assert parse_quantity(as_decimal).value == float(number[0].replace(",", ".")) * times


def test_a_divisor_stays_in_both_readings() -> None:
    assert [parse_quantity(reading).value for reading in offered("1.250/14 per month")] == [
        1250 / 14,
        1.25 / 14,
    ]


def offered(text: str) -> list[str]:
    """What the refusal of a text offers to write instead."""
    with pytest.raises(QuantityError, match="ambiguous; write") as refusal:
        parse_quantity(text)
    return str(refusal.value).split("write ")[1].split(" or ")


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("5 EUR/mnth", "allowed: %, EUR"),
        ("5 USD", "USD"),
        ("5 EUR/month/year", "unknown"),
        ("1e5 EUR", "unknown"),
        ("5 months 3", "unknown"),
        ("1/0 per month", "0 below the line"),
        ("12 %/0 years", "0 below the line"),
        (f"1/1{'0' * 400} per month", "at most 9 digits"),
        (f"1/1{'0' * 5000} per month", "at most 9 digits"),
        (f"12 %/1{'0' * 5000} years", "at most 9 digits"),
        ("1" * 41, "at most 40 characters"),
        ("9" * 9_000, "at most 40 characters"),
        ("nan", "does not begin with a number"),
        ("inf EUR", "does not begin with a number"),
        ("EUR 5", "does not begin with a number"),
        ("", "does not begin with a number"),
        ("1.2.3 EUR", "mixes separators"),
        ("1,23.4 EUR", "mixes separators"),
        ("0.123.456 EUR", "mixes separators"),
        ("1.250 000 EUR", "not grouped by thousands"),
        ("4 1/2 hours/month", "not grouped by thousands"),
        ("50 00 EUR", "not grouped by thousands"),
        ("0 500 EUR", "not grouped by thousands"),
        ("3.5 5 EUR", "not grouped by thousands"),
        ("5_ EUR", "not grouped by thousands"),
        ("５０.０００ EUR", "does not begin with a number"),  # noqa: RUF001 - full-width digits
    ],
)
def test_what_is_no_number_with_a_unit_is_refused(text: str, fragment: str) -> None:
    with pytest.raises(QuantityError, match=re.escape(fragment)):
        parse_quantity(text)


@pytest.mark.parametrize(
    "text", ["nan", "inf", "-inf", "1e400", "1e5", "", "-", "0x10", "\N{ARABIC-INDIC DIGIT FIVE}"]
)
def test_only_digits_and_separators_make_a_number(text: str) -> None:
    with pytest.raises(QuantityError):
        parse_number(text)


@given(st.booleans(), st.integers(0, 10**12), st.text("0123456789", max_size=6), st.sampled_from(STYLES))
@example(negative=False, whole=50, decimals="000", style=("", "."))
@example(negative=False, whole=1_250, decimals="", style=(".", ","))
@example(negative=False, whole=0, decimals="550", style=("", ","))
def test_a_number_is_read_back_equal_or_refused(
    negative: bool,  # noqa: FBT001 - drawn by Hypothesis
    whole: int,
    decimals: str,
    style: tuple[str, str],
) -> None:
    group, decimal = style
    digits = f"{whole:,}".replace(",", group) + (decimal + decimals if decimals else "")
    text = "-" * negative + digits
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):
        with pytest.raises(QuantityError, match="ambiguous"):
            parse_number(text)
    else:
        assert parse_number(text) == float(f"{'-' * negative}{whole}.{decimals or 0}")


@given(st.integers(-(10**12), 10**12), st.integers(0, 4), st.sampled_from(["de", "en"]))
@example(50_000, 3, "en")
@example(50_000, 0, "de")
def test_what_the_report_prints_is_read_back_equal_or_refused(
    digits: int, places: int, language: Language
) -> None:
    value = digits / 10**places
    printed = numbers.decimal(value, language, places)
    if re.fullmatch(rf"{numbers.MINUS}?[1-9]\d{{0,2}}[.,]\d{{3}}", printed):
        with pytest.raises(QuantityError, match="ambiguous"):
            parse_number(printed)
    else:
        assert parse_number(printed) == value


@given(st.text(f"0123456789.,{GAPS}", min_size=1, max_size=12))
@example("1.250 000")
@example("1.234.567")
@example("50 00")
def test_a_reading_is_the_only_one_possible(text: str) -> None:
    possible = readings(text.strip())
    try:
        assert possible == {Fraction(str(parse_number(text)))}
    except QuantityError:
        assert len(possible) != 1


def readings(text: str) -> set[Fraction]:
    """The numbers a text can stand for: plain, German, English or with gaps."""
    found = set()
    for group, decimal in ((r"\.", ","), (",", r"\."), (f"[{GAPS}]", "[.,]"), ("(?!)", "[.,]")):
        number = re.fullmatch(rf"([1-9]\d{{0,2}}(?:{group}\d{{3}})+|\d+)(?:{decimal}(\d*))?", text)
        if number:
            whole, decimals = re.sub(r"\D", "", number[1]), number[2] or "0"
            found.add(Fraction(f"{whole}.{decimals}"))
    return found


@pytest.mark.parametrize(
    "text", ["5", "5 EUR/year", "1/14 per month", "30 / year", "12 %/3 years", "-5 %", " 5 %"]
)
def test_a_number_with_its_unit_looks_like_one(text: str) -> None:
    assert looks_like_quantity(text)


@pytest.mark.parametrize(
    "text",
    ["share", "2 * share", "1 - share", "1/share", "1 / share", "(5)", "min(1, 2)", "-share", "1 < x", ""],
)
def test_a_formula_does_not_look_like_a_number(text: str) -> None:
    assert not looks_like_quantity(text)


@pytest.mark.parametrize("text", ["EUR", "EUR/month", "/3 years", "EUR/2 months", "hour/month", ""])
def test_a_unit_is_printed_as_it_is_read(text: str) -> None:
    unit = parse_quantity(f"1 {text}").unit
    assert str(unit) == text
    assert parse_quantity(f"1 {unit}").unit == unit


@given(st.integers(0, 10_000))
def test_a_percentage_is_the_fraction_nearest_to_it(hundredths: int) -> None:
    assert parse_quantity(f"{hundredths} %").value == float(f"{hundredths}e-2")


@given(st.text("0123456789.,_ %/−-EURTMiorday", max_size=60))
def test_every_text_is_a_finite_number_or_refused(text: str) -> None:
    try:
        quantity = parse_quantity(text)
    except QuantityError:
        return
    assert math.isfinite(quantity.value)
    assert quantity.unit.count >= 1
