"""Numbers as German and English readers write them."""

import pytest

from prevention_sim.report.numbers import about_euro, decimal, euro, percent


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (3_233_781.2, "3,2 Mio. €", "€3.2 million"),
        (339_838.0, "340.000 €", "€340,000"),
        (-95_317.0, "−95.000 €", "−€95,000"),
        (999_999.0, "1,0 Mio. €", "€1.0 million"),
        (12_345_678.0, "12 Mio. €", "€12 million"),
        (0.0, "0 €", "€0"),
        (7.2, "7 €", "€7"),
    ],
)
def test_headlines_say_two_significant_digits(value: float, german: str, english: str) -> None:
    assert (about_euro(value, "de"), about_euro(value, "en")) == (german, english)


def test_whole_euros_have_separators_and_a_true_minus() -> None:
    assert euro(49_509.3, "de") == "49.509 €"
    assert euro(-1_234.5, "en") == "−€1,234"


def test_nothing_is_not_minus_nothing() -> None:
    assert decimal(-0.04, "de", 1) == "0,0"
    assert euro(-0.2, "de") == "0 €"


def test_shares_are_percentages() -> None:
    assert percent(0.033, "de", 1) == "3,3 %"
    assert percent(0.033, "en", 1) == "3.3%"
