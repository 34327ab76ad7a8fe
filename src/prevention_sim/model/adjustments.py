"""What a line is corrected by: optimism in plans, and weak evidence.

A cost is raised by the optimism bias it names, or by that of the file where an intervention has it. The lines
of interventions are corrected by the largest correction among the grades of the numbers behind them: costs
up, income down. What everybody costs without a programme is nobody's plan and stays as it is.
"""

from functools import reduce
from typing import Final

from prevention_sim.model.expressions import minus, times
from prevention_sim.scenario.costs import IncomeLine, Priced
from prevention_sim.scenario.document import Scenario, figures_of, grade_of
from prevention_sim.scenario.evidence import ASSUMPTION, Formula
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation, names_in

AMOUNTS: Final = ("value", "at", "rate", "posts", "personnel", "material", "overhead")
"""The numbers of a line that make its amount."""


def adjustment(scenario: Scenario, line: IncomeLine, path: str) -> Expression | None:
    """The factor for a line; None where nothing is corrected. What is a share of others follows those."""
    if not isinstance(line, Priced):
        return None
    income, planned = path.split(".")[-2] == "income", path.startswith("interventions.")
    raised = _optimism(scenario, line, path, planned=planned and not income)
    correction = _correction(scenario, path) if planned else None
    if correction is None:
        return raised
    whole = Number(1.0)
    corrected = minus(whole, correction) if income else Operation("+", (whole, correction))
    return corrected if raised is None else times(raised, corrected)


def _optimism(scenario: Scenario, line: Priced, path: str, *, planned: bool) -> Expression | None:
    if line.optimism_bias is not None:
        return Operation("+", (Number(1.0), Name(f"{path}.optimism_bias")))
    if planned and scenario.adjustments and scenario.adjustments.optimism_bias is not None:
        return Operation("+", (Number(1.0), Name("adjustments.optimism_bias")))
    return None


def _correction(scenario: Scenario, path: str) -> Expression | None:
    """The largest correction among the grades behind a line."""
    if scenario.adjustments is None:
        return None
    corrections = scenario.adjustments.corrections
    grades = sorted(grade for grade in grades_behind(scenario, path) if grade in corrections)
    named: list[Expression] = [Name(f"adjustments.corrections.{grade}") for grade in grades]
    return reduce(lambda one, other: Operation("max", (one, other)), named) if named else None


def grades_behind(scenario: Scenario, path: str) -> frozenset[str]:
    """The grades of the numbers a line's amount follows from; a number without source counts as assumed."""
    located = {found.path: found for found in figures_of(scenario)}
    paths = dict.fromkeys(f"{path}.{key}" for key in AMOUNTS if f"{path}.{key}" in located)
    waiting, grades = list(paths), set()
    while waiting:
        found = located[waiting.pop()]
        if isinstance(found.figure.value, Formula):
            read = {f"parameters.{name}": None for name in names_in(found.figure.value.expression)}
            waiting += [each for each in read if each not in paths]
            paths |= read
        else:
            grade = grade_of(scenario, found)
            grades.add(ASSUMPTION if grade in (None, "none") else grade)
    return frozenset(grades)
