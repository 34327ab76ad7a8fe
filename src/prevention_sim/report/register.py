"""Every number of a file with its value, source and grade of evidence, those without a source first."""

from dataclasses import dataclass
from itertools import groupby

from prevention_sim.report.amounts import Amounts
from prevention_sim.report.dossier_wording import tell
from prevention_sim.report.explanation_wording import tell as explain
from prevention_sim.report.numbers import Language
from prevention_sim.scenario.document import Located, Scenario, count_by_grade, figures_of, grade_of
from prevention_sim.scenario.evidence import ASSUMPTION

WEAKEST_FIRST = ("none", ASSUMPTION, "claim", "expert", "published", "study", "measured")


@dataclass(frozen=True, slots=True)
class Entry:
    """A number in words; `where` is its path in the file."""

    where: str
    value: str
    source: str
    grade: str
    note: str


@dataclass(frozen=True, slots=True)
class Register:
    """All numbers of a file."""

    title: str
    headings: tuple[str, ...]
    entries: tuple[Entry, ...]


def register_of(scenario: Scenario, language: Language) -> Register:
    """One entry for each number; the cells of a column of a table beside the file share one."""
    amounts, found = Amounts(scenario, language), list(figures_of(scenario))
    order = [*WEAKEST_FIRST, None]
    ranked = sorted(found, key=lambda each: order.index(grade_of(scenario, each)))
    entries = [_entry(scenario, amounts, list(group)) for _, group in groupby(ranked, key=_column)]
    keys = ("where", "value", "source", "grade", "note")
    return Register(
        tell(language, "register", count=sum(count_by_grade(scenario).values())),
        tuple(tell(language, key) for key in keys),
        tuple(entries),
    )


def _column(found: Located) -> str:
    """The column of a cell; any other number stands for itself."""
    return found.path.rsplit("[", 1)[0] if found.path.startswith("tables.") else found.path


def _entry(scenario: Scenario, amounts: Amounts, group: list[Located]) -> Entry:
    found, language = group[0], amounts.language
    grade = grade_of(scenario, found)
    several = len(group) > 1
    return Entry(
        _column(found) if several else found.path,
        tell(language, "cells", count=len(group)) if several else amounts.text(found.path),
        _source(scenario, found, amounts, grade),
        "" if grade in (None, "none") else explain(language, f"grade_{grade}"),
        found.figure.note or "",
    )


def _source(scenario: Scenario, found: Located, amounts: Amounts, grade: str | None) -> str:
    match grade:
        case None:
            formula = amounts.formula(found.path)
            return f"{tell(amounts.language, 'derived')}: {formula}"
        case "none":
            return tell(amounts.language, "no_source")
        case _ if found.source in (None, ASSUMPTION):
            return explain(amounts.language, f"grade_{ASSUMPTION}")
        case _:
            return scenario.sources[found.source].title.told(amounts.language)
