"""What verify found, in words that exist in both languages, for every check and reason."""

import re
from dataclasses import astuple
from typing import get_args

import pytest

from prevention_sim.analysis.verification import CHECKS
from prevention_sim.analysis.verification.battery import Verification, verify
from prevention_sim.analysis.verification.bench import Domain, Outcome, Reason
from prevention_sim.analysis.verification.face_validity import Kind
from prevention_sim.api import load
from prevention_sim.foundation.languages import Both
from prevention_sim.report.numbers import Language
from prevention_sim.report.verification import small, tell_verification, verification_as_data
from prevention_sim.report.verification_wording import (
    DOMAINS,
    EXPLAINED,
    FIGURES,
    MARKS,
    OUTCOMES,
    REASONS,
    WORDS,
)

TEXTS: list[Both] = [
    *(Both(*text) for explained in EXPLAINED.values() for text in astuple(explained)),
    *REASONS.values(),
    *DOMAINS.values(),
    *OUTCOMES.values(),
    *FIGURES.values(),
    *WORDS.values(),
]


def test_everything_that_can_be_found_has_words() -> None:
    assert list(EXPLAINED) == list(CHECKS)
    for texts, names in ((REASONS, Reason), (DOMAINS, Domain), (OUTCOMES, Outcome), (FIGURES, Kind)):
        assert set(texts) == set(get_args(names))
    assert set(MARKS) == set(get_args(Outcome))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.en)
def test_a_text_is_in_both_languages_with_the_same_blanks(text: Both) -> None:
    assert text.de
    assert text.en
    assert text.de != text.en
    blanks = [set(re.findall(r"\{(\w+)\}", each)) for each in text]
    assert blanks[0] == blanks[1]


@pytest.fixture(scope="module")
def bielefeld() -> Verification:
    return verify(load("bielefeld"))


@pytest.mark.parametrize(
    ("language", "found", "figure"),
    [
        (
            "de",
            "1.234 Zahlen verglichen, größte Abweichung 0, erlaubt 0.",
            "»Hebamme und ambulante Hilfe« dauert im Mittel 10,6 Monate, alle Wege hinaus zusammen.",
        ),
        (
            "en",
            "1,234 figures compared, largest deviation 0, allowed 0.",
            "“midwife and ambulatory help” lasts 10.6 months on average, all ways out together.",
        ),
    ],
)
def test_bielefeld_in_words(bielefeld: Verification, language: Language, found: str, figure: str) -> None:
    told = tell_verification(load("bielefeld"), bielefeld, language)
    assert next(check.found for check in told.checks if check.id == "no_effect_no_difference") == found
    assert figure in told.figures
    assert told.sound
    assert not told.failing()
    assert dict(told.counted("input")) == {"passed": 3}


def test_bielefeld_for_programs(bielefeld: Verification) -> None:
    scenario = load("bielefeld")
    data = verification_as_data("b.yaml", bielefeld, tell_verification(scenario, bielefeld, "en"))
    assert data["sound"] is True
    assert {each["holds"] for each in data["expectations"]} == {True}
    assert [each["id"] for each in data["checks"]] == list(CHECKS)
    assert {each["outcome"] for each in data["checks"]} == {"passed", "not_applicable"}


def test_what_is_no_number_is_told_all_the_same() -> None:
    assert small(float("nan"), "de") == small(float("inf"), "en") == "∞"
