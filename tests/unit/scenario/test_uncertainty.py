"""What ranges and distributions of a file mean."""

import pytest

from prevention_sim.analysis.differences import differences
from prevention_sim.report.explanation import explain
from prevention_sim.scenario.uncertainty import (
    Cases,
    Deviation,
    Ends,
    Listed,
    PointMass,
    Range,
    Uncertain,
    uncertain_of,
)
from tests.unit.scenario.minimal import edited, problems_in, read

SHARE, PRICE, STAY = "  anteil: 60 %\n", "    value: 5 100 EUR/month\n", "    mean: 21 months\n"
COMING, MOVE = "      value: 30 cases/year\n", "    probability: 20 %/year\n"


def only(old: str, new: str) -> Uncertain:
    """The one number that is drawn of the edited small file."""
    (found,) = uncertain_of(read(edited(old, new)))
    return found


@pytest.mark.parametrize(
    ("old", "new", "family"),
    [
        (SHARE, "  anteil: {value: 60 %, range: [38 %, 80 %]}\n", "beta"),
        (SHARE, f"{SHARE}  faktor: {{value: 1.2, range: [0.9, 1.5]}}\n", "lognormal"),
        (SHARE, f"{SHARE}  preis: {{value: 4 EUR/hour, range: [3 EUR/hour, 5 EUR/hour]}}\n", "gamma"),
        (PRICE, "    value: {value: 50 EUR/month, range: [40 EUR/month, 62 EUR/month]}\n", "gamma"),
        (STAY, "    mean: {value: 21 months, range: [15 months, 28 months]}\n", "gamma"),
        (COMING, "      value: {value: 30 cases/year, range: [22 cases/year, 40 cases/year]}\n", "gamma"),
        (MOVE, "    probability: {value: 20 %/year, range: [10 %/year, 33 %/year]}\n", "beta"),
        (MOVE, "    rate: {value: 0.2/year, range: [0.1/year, 0.4/year]}\n", "gamma"),
    ],
)
def test_the_family_follows_from_the_kind_of_number(old: str, new: str, family: str) -> None:
    assert only(old, new).family == family


def test_a_ratio_below_one_is_a_ratio_where_an_effect_reads_it() -> None:
    number = only(
        "        share: 50 %\n",
        "        share: 50 %\n      - kind: hazard_ratio\n        from: hilfe\n"
        "        ratio: {value: 0.55, range: [0.38, 0.80]}\n",
    )
    assert (number.family, number.possible) == ("lognormal", (0.0, float("inf")))


def test_a_parameter_is_what_the_fields_that_read_it_are() -> None:
    effect = "        share: 50 %\n      - {kind: hazard_ratio, from: hilfe, ratio: rr}\n"
    text = edited("        share: 50 %\n", effect).replace(
        SHARE, f"{SHARE}  rr: {{value: 0.55, range: [0.38, 0.80]}}\n"
    )
    (number,) = uncertain_of(read(text))
    assert (number.path, number.family) == ("parameters.rr", "lognormal")


def test_a_rise_of_prices_may_be_negative() -> None:
    number = only(
        "prices:\n  year: 2020\n",
        "prices:\n  year: 2020\n  rise: {value: 2 %/year, range: [-1 %/year, 5 %/year]}\n",
    )
    assert (number.family, number.possible) == ("normal", (-1.0, float("inf")))


@pytest.mark.parametrize(
    ("written", "width"),
    [
        ("range: [38 %, 80 %]", Range(0.38, 0.8, 0.9)),
        ("range: [38 %, 80 %], interval: 95 %", Range(0.38, 0.8, 0.95)),
        ("distribution: {kind: beta, cases: 20}", Cases(20.0)),
        ("distribution: {kind: beta, sd: 5 %}", Deviation(0.05)),
        ("distribution: {kind: normal, relative_sd: 10 %}", Deviation(0.06)),
        ("distribution: {kind: pert, between: [30 %, 80 %]}", Ends(0.3, 0.8)),
        ("distribution: {kind: empirical, values: [75 %, 45 %, 60 %]}", Listed((0.45, 0.6, 0.75))),
    ],
)
def test_how_wide_a_distribution_is(written: str, width: object) -> None:
    number = only(SHARE, f"  anteil: {{value: 60 %, {written}}}\n")
    assert number.width == width
    assert number.mean == pytest.approx(0.6)


def test_with_a_point_mass_the_value_stays_the_mean() -> None:
    written = "{value: 48 %, range: [40 %, 80 %], distribution: {kind: mixture, at: 0 %, probability: 20 %}}"
    number = only(SHARE, f"  anteil: {written}\n")
    assert number.point == PointMass(0.0, 0.2)
    assert number.mean == pytest.approx(0.6)
    assert 0.8 * number.mean + 0.2 * 0.0 == pytest.approx(0.48)


@pytest.mark.parametrize(
    "written", ["range: [60 %, 60 %]", "range: [38 %, 80 %], distribution: fixed", "note: bekannt"]
)
def test_what_is_known_for_sure_is_not_drawn(written: str) -> None:
    assert uncertain_of(read(edited(SHARE, f"  anteil: {{value: 60 %, {written}}}\n"))) == ()


def test_counts_of_moves_are_as_sure_as_there_are_many() -> None:
    text = edited(
        "    mean: 21 months\n    to: {ende: 70 %, hilfe: rest}\n",
        "    counts: {heim: 40, ende: 12, hilfe: 0}\n    over: 1 year\n",
    )
    found = {each.path: each for each in uncertain_of(read(text))}
    assert set(found) == {"stays.heim.counts.heim", "stays.heim.counts.ende"}
    assert found["stays.heim.counts.ende"].width == Cases(12.0)


def test_a_range_is_a_difference_between_files() -> None:
    changed = read(edited(SHARE, "  anteil: {value: 60 %, range: [38 %, 80 %]}\n"))
    paths = [each.path for each in differences(read(edited("", "")), changed)]
    assert paths == ["parameters.anteil.range[0]", "parameters.anteil.range[1]"]


def test_a_file_is_told_how_sure_its_numbers_are() -> None:
    scenario = read(
        edited(SHARE, "  anteil: {value: 60 %, range: [38 %, 80 %], interval: 95 %}\n").replace(
            STAY, "    mean: {value: 21 months, distribution: {kind: gamma, cases: 25}}\n"
        )
    )
    told = {
        language: [
            statement.text
            for section in explain(scenario, language).sections
            if section.title in ("Wie sicher sind die Zahlen?", "How sure are the numbers?")
            for statement in section.statements
        ]
        for language in ("de", "en")
    }
    assert told["de"][1:] == [
        "anteil: 60 %, mit 95 % Wahrscheinlichkeit zwischen 38 % und 80 % (Beta-Verteilung).",
        "Dauer in »Heim«: 21 Monate, so sicher wie aus 25 beobachteten Fällen (Gamma-Verteilung).",
    ]
    assert told["en"][1:] == [
        "anteil: 60%, between 38% and 80% with a probability of 95% (beta distribution).",
        "stay in “residential care”: 21 months, as sure as from 25 observed cases (gamma distribution).",
    ]


def test_a_bad_end_hides_no_other_problem() -> None:
    text = edited(SHARE, "  anteil: {value: 60 %, range: [38 %, yes]}\n").replace("in: heim", "in: hiem")
    assert {problem.code for problem in problems_in(text)} == {"E124", "E203"}
