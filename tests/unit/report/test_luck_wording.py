"""What a file says about chance is read back in words, compared by `diff`, and ranked as `init` writes it."""

import pytest

from prevention_sim.analysis.differences import differences
from prevention_sim.api import load
from prevention_sim.foundation.languages import Language
from prevention_sim.foundation.randomness import SEED_BITS
from prevention_sim.report.amounts import Amounts
from prevention_sim.report.explanation import explain
from prevention_sim.scenario.costs import PerCase
from prevention_sim.scenario.luck_checks import LARGEST_SEED
from prevention_sim.scenario.shipped import shipped_names
from tests import small

STATES = """
states: {a: {title: Heim, intensity: 3}, b: {title: Hilfe, intensity: 1}, c: {title: Ende, intensity: 0}}
"""
COMING = "caseload: {{arrivals: {{neue: {{value: 24 cases/year, into: a{}}}}}}}"


def told(language: Language, *texts: str) -> list[str]:
    explanation = explain(small.scenario(STATES, *texts), language)
    return [statement.text for section in explanation.sections for statement in section.statements]


def test_ranks_are_told_from_the_least() -> None:
    assert any(text.endswith(": »Ende« (0), »Hilfe« (1) und »Heim« (3).") for text in told("de"))
    assert any(text.endswith(": “Ende” (0), “Hilfe” (1) and “Heim” (3).") for text in told("en"))


@pytest.mark.parametrize(
    ("written", "de", "en"),
    [
        (", varies: fixed", "Ihre Zahl schwankt nicht.", "Their number does not vary."),
        (
            ", varies: poisson",
            "Ihre Zahl schwankt durch reinen Zufall um diesen Mittelwert.",
            "Their number varies around this mean by pure chance.",
        ),
        (
            ", varies: negative_binomial, dispersion: 1.5",
            "Die Varianz beträgt das 1,5fache des Mittelwerts (ohne Quelle).",
            "the variance is 1.5 times the mean (no source).",
        ),
    ],
)
def test_how_a_number_varies_is_told(written: str, de: str, en: str) -> None:
    assert any(text.endswith(de) for text in told("de", COMING.format(written)))
    assert any(text.endswith(en) for text in told("en", COMING.format(written)))


def test_what_a_file_does_not_say_is_not_told() -> None:
    assert not any("schwankt" in text or "durchgespielt" in text for text in told("de", COMING.format("")))


@pytest.mark.parametrize(
    ("written", "de", "en"),
    [
        (
            "engine: cohort",
            "Gerechnet wird mit mittleren Fallzahlen.",
            "What is computed are mean numbers of cases.",
        ),
        (
            "engine: microsimulation\nuncertainty: {seed: 7, replications: 400}",
            ": 400-mal, mit der Startzahl 7; das Ergebnis ist der Mittelwert.",
            "Cases are lived through one by one: 400 times, from the seed 7; the result is the mean.",
        ),
        (
            "uncertainty: {replications: 50}",
            "einzeln durchgespielt: 50-mal, mit der Startzahl 1; das Ergebnis ist der Mittelwert.",
            "Else cases are lived through one by one: 50 times, from the seed 1; the result is the mean.",
        ),
    ],
)
def test_what_computes_is_told(written: str, de: str, en: str) -> None:
    assert any(text.endswith(de) for text in told("de", written))
    assert any(text.endswith(en) for text in told("en", written))


def test_a_former_id_is_told() -> None:
    assert "Dieser Eintrag hieß in der Datei früher alte; damit bleiben seine Fälle dieselben." in (
        told("de", COMING.format(", was: alte"))
    )
    assert "This entry was called alte before; so its cases stay the same." in (
        told("en", COMING.format(", was: alte"))
    )


@pytest.mark.parametrize(
    ("path", "written", "after"),
    [
        ("engine", "engine: microsimulation", "microsimulation"),
        ("uncertainty.seed", "uncertainty: {seed: 18446744073709551615}", "18446744073709551615"),
        ("uncertainty.replications", "uncertainty: {replications: 20}", "20"),
        ("caseload.arrivals.neue.varies", COMING.format(", varies: fixed"), "fixed"),
        ("caseload.arrivals.neue.was", COMING.format(", was: alte"), "alte"),
        ("states.a.intensity", STATES.replace("intensity: 3", "intensity: 4"), "4"),
    ],
)
def test_every_key_of_chance_is_compared(path: str, written: str, after: str) -> None:
    before = small.scenario(STATES, COMING.format(""))
    found = {
        each.path: each.after
        for each in differences(before, small.scenario(STATES, COMING.format(""), written))
    }
    assert found == {path: after}


def test_the_largest_seed_is_the_largest_that_luck_takes() -> None:
    assert LARGEST_SEED == 2**SEED_BITS - 1


@pytest.mark.parametrize("name", [name for name in shipped_names() if "/" not in name])
def test_the_files_that_init_copies_rank_states_by_what_a_month_costs(name: str) -> None:
    scenario = load(name)
    amounts = Amounts(scenario, "de")
    monthly = dict.fromkeys(scenario.states, 0.0)
    for item, line in scenario.costs.items():
        if isinstance(line, PerCase):
            path = f"costs.{item}"
            hours = amounts.value(f"{path}.at") if line.at else 1.0
            monthly[line.state] += amounts.value(f"{path}.value") * hours
    ranks = {state: written.intensity for state, written in scenario.states.items()}
    dearer = sorted(monthly.values())
    assert len(dearer) == len(ranks) > 3
    assert all(
        (ranks[one] or 0) <= (ranks[other] or 0)
        for one in monthly
        for other in monthly
        if monthly[one] < monthly[other]
    )
    assert len(set(ranks.values())) == len(set(dearer))
