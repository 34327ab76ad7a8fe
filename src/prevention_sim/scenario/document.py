"""The root of a scenario file, and every number in it with its path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pydantic import Field
from pydantic.fields import FieldInfo

from prevention_sim.scenario.budget import Budget
from prevention_sim.scenario.caseload import Caseload, Matrix, Move, Otherwise, State, Stay, Stratum
from prevention_sim.scenario.costs import Bearer, CostLine, IncomeLine
from prevention_sim.scenario.evidence import ASSUMPTION, AnyFigure, Dimension, Figure, Formula, Source
from prevention_sim.scenario.expectations import Expectation
from prevention_sim.scenario.interventions import Intervention, Strategy
from prevention_sim.scenario.observed import Observed
from prevention_sim.scenario.outcomes import Outcome
from prevention_sim.scenario.parts import Id, Part
from prevention_sim.scenario.settings import (
    About,
    Adjustments,
    Conventions,
    EngineName,
    Prices,
    Time,
    Uncertainty,
    WhatIf,
)
from prevention_sim.scenario.tables import Table, TableFile


class Scenario(Part):
    """One question: a base situation and strategies, one of which is the comparator."""

    format: Literal["prevention_sim/1"]
    scenario: About
    time: Time
    engine: Literal["auto", EngineName] = "auto"
    conventions: Conventions = Field(default_factory=Conventions)
    prices: Prices
    adjustments: Adjustments | None = None
    sources: dict[Id, Source] = {}
    parameters: dict[Id, AnyFigure] = {}
    strata: dict[Id, Stratum] = {}
    crossed_with: dict[Id, dict[Id, Stratum]] = {}
    states: dict[Id, State]
    caseload: Caseload
    without: dict[Id, Otherwise] = {}
    stays: dict[Id, Stay] = {}
    breakdowns: tuple[Move, ...] = ()
    transitions: tuple[Move, ...] = ()
    matrix: Matrix | None = None
    tables: dict[Id, TableFile] = {}
    costs: dict[Id, CostLine] = {}
    income: dict[Id, IncomeLine] = {}
    bearers: dict[Id, Bearer]
    bearer: Id | None = None
    budget: Budget | None = None
    outcomes: dict[Id, Outcome] = {}
    interventions: dict[Id, Intervention] = {}
    strategies: dict[Id, Strategy]
    comparator: Id
    uncertainty: Uncertainty = Field(default_factory=Uncertainty)
    critical: tuple[Id, ...] = ()
    what_if: tuple[WhatIf, ...] = ()
    observed: dict[Id, Observed] = {}
    expect: tuple[Expectation, ...] = ()

    @property
    def is_unchecked(self) -> bool:
        """Whether nobody has signed that the figures agree with their documents."""
        checked = self.scenario.checked
        return checked is None or "open" in (checked.by, checked.on)

    @property
    def readable(self) -> Mapping[str, Figure]:
        """What formulas may read by name: parameters, and columns of tables by their first number."""
        columns = {
            f"{name}.{column}": next(iter(cells.values()))
            for name, table in self.tables.items()
            if isinstance(table, Table)
            for column, cells in table.cells.items()
        }
        return {**self.parameters, **columns} if columns else self.parameters


@dataclass(frozen=True, slots=True)
class Located:
    """A number of the file: its path, the kind of number its field takes, the source it names or inherits."""

    path: str
    figure: Figure
    dimension: Dimension
    source: str | None


def figures_of(scenario: Scenario) -> Iterator[Located]:
    """Every number that may vary, in the order of the file; what is observed or expected is no input."""
    for name, key, dimension in fields_of(Scenario):
        if name not in ("observed", "expect"):
            yield from _walk(getattr(scenario, name), key, dimension, None)


def observations_of(scenario: Scenario) -> Iterator[Located]:
    """Every number that was observed elsewhere."""
    yield from _walk(scenario.observed, "observed", Dimension.ANY, None)


ESTIMATED: Final = frozenset({ASSUMPTION, "expert"})
"""Grades of numbers that nobody counted or published."""


def grade_of(scenario: Scenario, found: Located) -> str | None:
    """How strong the evidence of a number is; `none` without a source, None for a formula."""
    if isinstance(found.figure.value, Formula):
        return None
    if found.source in (None, ASSUMPTION):
        return found.source or "none"
    return scenario.sources[found.source].grade


def count_by_grade(scenario: Scenario) -> dict[str, int]:
    """How many numbers of the file rest on which grade of evidence; `none` where no source is named."""
    counted: dict[str, int] = {}
    for found in figures_of(scenario):
        grade = grade_of(scenario, found)
        if grade is not None:
            counted[grade] = counted.get(grade, 0) + 1
    return counted


def estimated_of(grades: Mapping[str, int]) -> int:
    """How many of some numbers are only assumed or estimated."""
    return sum(count for grade, count in grades.items() if grade in ESTIMATED)


def _walk(part: object, path: str, dimension: Dimension, source: str | None) -> Iterator[Located]:
    match part:
        case Figure():
            yield Located(path, part, dimension, part.source or source)
        case Table():
            for cell, figure in part.figures:
                yield Located(cell, figure, dimension, figure.source or part.source)
        case Part():
            inherited = vars(part).get("source") or source
            for name, key, declared in fields_of(type(part)):
                yield from _walk(getattr(part, name), f"{path}.{key}", declared, inherited)
        case dict():
            for key, value in part.items():
                yield from _walk(value, f"{path}.{key}", dimension, source)
        case tuple():
            for position, value in enumerate(part):
                yield from _walk(value, f"{path}[{position}]", dimension, source)
        case _:
            return


@cache
def fields_of(part: type[Part]) -> tuple[tuple[str, str, Dimension], ...]:
    """The fields of a part: name, key in the file, and the kind of number they take."""
    return tuple((name, field.alias or name, _dimension(field)) for name, field in part.model_fields.items())


def _dimension(field: FieldInfo) -> Dimension:
    """The kind of number a field declares, also inside `dict[Id, ShareOrRest]` and `... | None`."""
    found = [note for note in field.metadata if isinstance(note, Dimension)]
    return found[0] if found else _declared(field.annotation)


def _declared(annotation: object) -> Dimension:
    for note in getattr(annotation, "__metadata__", ()):
        if isinstance(note, Dimension):
            return note
    for inner in getattr(annotation, "__args__", ()):
        found = _declared(inner)
        if found is not Dimension.ANY:
            return found
    return Dimension.ANY
