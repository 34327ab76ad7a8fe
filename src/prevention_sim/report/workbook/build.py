"""Puts a workbook together, sheet by sheet, in the order in which one number follows from another."""

from prevention_sim.analysis import evaluation
from prevention_sim.foundation.languages import Both, Language
from prevention_sim.report.workbook.arithmetic import CLOCKS, CannotBeTold
from prevention_sim.report.workbook.assumptions import Assumptions
from prevention_sim.report.workbook.budget import Budget
from prevention_sim.report.workbook.cohort import Cohort
from prevention_sim.report.workbook.coming import Coming
from prevention_sim.report.workbook.counts import Counts
from prevention_sim.report.workbook.dates import Dates
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.indicators import Indicators
from prevention_sim.report.workbook.money import Amounts, Prices
from prevention_sim.report.workbook.moving import Moving
from prevention_sim.report.workbook.outcomes import Outcomes
from prevention_sim.report.workbook.overview import Checks, first_page, sources
from prevention_sim.report.workbook.pages import Page
from prevention_sim.scenario.document import Scenario

PERSONS = Both("gerechnet wurde mit einzelnen Personen", "the run simulates single persons")
CEILING = Both("ein Posten hat eine Obergrenze im Jahr", "a line has a ceiling for the year")


def workbook_of(scenario: Scenario, outcomes: evaluation.Outcomes, language: Language) -> tuple[Page, ...]:
    """The sheets of a run of the base row: with formulas, or with values and the reason why."""
    reason = why_values(outcomes)
    if reason is None:
        try:
            return _with_formulas(Desk(scenario, outcomes, language, None))
        except CannotBeTold as cannot:
            reason = cannot.reason
    return _with_values(Desk(scenario, outcomes, language, reason))


def why_values(outcomes: evaluation.Outcomes) -> Both | None:
    """What about a run no formula can say; None where nothing is known to stand in the way."""
    model = outcomes.model
    if outcomes.engine != "cohort":
        return PERSONS
    if any(course is not None for course in model.courses) or len(model.cells) < model.network.first_slot[-1]:
        return CLOCKS
    return CEILING if model.capped else None


def _with_formulas(desk: Desk) -> tuple[Page, ...]:
    front = desk.page(desk.say("overview"))
    assumptions = Assumptions.on(desk)
    columns = assumptions.columns
    dates = Dates.on(desk, columns)
    coming = Coming.on(desk, columns)
    moving = Moving.on(desk, columns)
    cohort = Cohort.on(desk, moving, coming)
    counts = Counts.on(desk, dates, cohort)
    prices = Prices.on(desk, columns)
    amounts = Amounts.on(desk, prices, counts)
    budget = Budget.on(desk, amounts)
    Outcomes.on(desk, columns, counts)
    indicators = Indicators.on(desk, columns, counts, budget)
    checks = Checks.on(desk)
    checks.of_moves(moving, cohort)
    checks.of_cases(coming.numbers())
    checks.of_money(prices, amounts, budget)
    checks.as_computed(budget, assumptions)
    assumptions.finish()
    sources(desk)
    first_page(desk, front, assumptions, indicators, checks.failed())
    return tuple(desk.pages)


def _with_values(desk: Desk) -> tuple[Page, ...]:
    front = desk.page(desk.say("overview"))
    assumptions = Assumptions.on(desk)
    budget = Budget.on(desk, Amounts.on(desk, None, None))
    Outcomes.on(desk, assumptions.columns, None)
    indicators = Indicators.on(desk, assumptions.columns, None, budget)
    assumptions.finish()
    sources(desk)
    first_page(desk, front, assumptions, indicators, Checks(desk, front).failed())
    return tuple(desk.pages)
