"""What `prevsim verify` found, in words: expectations, checks with their reasons, implied figures."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np

from prevention_sim.analysis.expectations import Comparison
from prevention_sim.analysis.verification.battery import Verification
from prevention_sim.analysis.verification.bench import Domain, Found, Inapplicable, Listed, Outcome, Verdict
from prevention_sim.analysis.verification.face_validity import Implied
from prevention_sim.foundation.languages import Language
from prevention_sim.report.numbers import counted, plain
from prevention_sim.report.verification_wording import (
    DOMAINS,
    EXPLAINED,
    FIGURES,
    MARKS,
    OUTCOMES,
    REASONS,
    tell,
)
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario

MOST_PATHS = 5
"""Numbers that are named where a check lists some; the warnings name all."""


@dataclass(frozen=True, slots=True)
class ToldCheck:
    """A check in words."""

    id: str
    domain: Domain
    outcome: Outcome
    title: str
    done: str
    expected: str
    found: str

    @property
    def headed(self) -> str:
        """Its title after the mark of its outcome."""
        return f"{MARKS[self.outcome]} {self.title}"


@dataclass(frozen=True, slots=True)
class ToldVerification:
    """All of it in one language, without any format."""

    expectations: tuple[str, ...]
    expected: str
    checks: tuple[ToldCheck, ...]
    figures: tuple[str, ...]
    sound: bool
    summary: str

    def failing(self) -> tuple[ToldCheck, ...]:
        """The checks that failed."""
        return tuple(check for check in self.checks if check.outcome == "failed")

    def counted(self, domain: Domain) -> Counter[Outcome]:
        """How many checks of a domain had which outcome."""
        return Counter(check.outcome for check in self.checks if check.domain == domain)


def tell_verification(scenario: Scenario, found: Verification, language: Language) -> ToldVerification:
    """Put what was found into words."""
    checks = tuple(_check(verdict, language) for verdict in found.verdicts)
    held, count = sum(comparison.holds for comparison in found.comparisons), len(found.comparisons)
    outcomes = Counter(check.outcome for check in checks)
    numbers = [f"{outcomes[outcome]} {OUTCOMES[outcome].told(language)}" for outcome in OUTCOMES]
    told = ", ".join(each for each in numbers if not each.startswith("0 "))
    summary = tell(language, "summary", held=held, expected=count, checks=told)
    if found.doubts:
        key = "warnings_one" if len(found.doubts) == 1 else "warnings_many"
        summary += f"; {say(language, key, count=len(found.doubts))}"
    return ToldVerification(
        expectations=tuple(_expectation(comparison, language) for comparison in found.comparisons),
        expected=say(
            language,
            counted("expectations", count) if count else "no_expectations",
            count=count,
            held=held,
        ),
        checks=checks,
        figures=tuple(_figure(scenario, figure, language) for figure in found.figures),
        sound=found.sound,
        summary=summary,
    )


def _expectation(comparison: Comparison, language: Language) -> str:
    expectation = comparison.expectation
    chosen = expectation.model_dump(exclude={"value", "tolerance", "note", "figure"}, exclude_defaults=True)
    where = " ".join(
        f"{key}={','.join(value) if isinstance(value, tuple) else value}" for key, value in chosen.items()
    )
    found = "–" if comparison.found is None else repr(comparison.found)
    tolerance = repr(comparison.tolerance)
    values = say(
        language, "expected_found", expected=repr(comparison.expected), found=found, tolerance=tolerance
    )
    return f"{'✓' if comparison.holds else '✗'} {expectation.figure} {where}: {values}".replace(" :", ":")


def _check(verdict: Verdict, language: Language) -> ToldCheck:
    explained = EXPLAINED[verdict.id]
    return ToldCheck(
        id=verdict.id,
        domain=verdict.domain,
        outcome=verdict.outcome,
        title=explained.title.told(language),
        done=explained.done.told(language),
        expected=explained.expected.told(language),
        found=_found(verdict, language),
    )


def _found(verdict: Verdict, language: Language) -> str:
    match verdict.answer:
        case Found(figures, apart, allowed):
            return tell(
                language,
                counted("found", figures),
                figures=plain(figures, language),
                apart=small(apart, language),
                allowed=small(allowed, language),
            )
        case Listed(figures, ()):
            return tell(language, counted("listed_none", figures), figures=figures)
        case Listed(figures, paths):
            named = ", ".join(paths[:MOST_PATHS]) + (", …" if len(paths) > MOST_PATHS else "")
            return tell(language, "listed", count=len(paths), figures=figures, paths=named)
        case Inapplicable(reason):
            return REASONS[reason].told(language)


def _figure(scenario: Scenario, figure: Implied, language: Language) -> str:
    state = scenario.states[figure.state].title.told(language) if figure.state else ""
    strategy = scenario.strategies[figure.strategy].title.told(language)
    places = 0 if figure.kind == "cost_per_place_year" else 1
    value = plain(round(figure.value, places), language, places)
    return FIGURES[figure.kind].told(language).format(state=state, strategy=strategy, value=value)


def small(value: float, language: Language) -> str:
    """A number of which only the size matters, written out: `0,00006`.

    >>> small(6.1e-5, "de"), small(0.0, "en"), small(1234.5, "en")
    ('0,00006', '0', '1,234.5')
    """
    if not np.isfinite(value) or value >= 1.0:
        return plain(value, language, 1) if np.isfinite(value) else "∞"
    text = np.format_float_positional(value, precision=1, fractional=False, trim="-")
    return text.replace(".", ",") if language == "de" else text


def verification_as_data(file: str, found: Verification, told: ToldVerification) -> dict[str, Any]:
    """What was found in one file, for programs; words are in the language asked for."""
    return {
        "file": file,
        "sound": found.sound,
        "expectations": [
            {
                "figure": each.expectation.figure,
                "expected": each.expected,
                "found": each.found,
                "tolerance": each.tolerance,
                "holds": each.holds,
            }
            for each in found.comparisons
        ],
        "checks": [
            {
                "id": check.id,
                "domain": check.domain,
                "outcome": check.outcome,
                "title": check.title,
                "done": check.done,
                "expected": check.expected,
                "found": check.found,
            }
            for check in told.checks
        ],
        "figures": [
            {"kind": each.kind, "strategy": each.strategy, "state": each.state, "value": each.value}
            for each in found.figures
        ],
    }


def domains(language: Language) -> dict[Domain, str]:
    """The domains of TECH-VER in their order."""
    return {domain: title.told(language) for domain, title in DOMAINS.items()}
