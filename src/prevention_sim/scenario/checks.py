"""Checks that span sections: what each area finds, in order, and what only the whole file shows."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from prevention_sim.scenario.capacity_checks import wrong_queues
from prevention_sim.scenario.caseload_checks import wrong_caseload
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.document import Located, Scenario, fields_of, figures_of, observations_of
from prevention_sim.scenario.evidence import ASSUMPTION, Figure, Formula, Sourced
from prevention_sim.scenario.expectations import EITHER, NARROWED_BY, Expectation, narrowing_keys
from prevention_sim.scenario.finding import Finding, finding, unknown
from prevention_sim.scenario.line_checks import wrong_lines
from prevention_sim.scenario.lines import lines_of, product_of
from prevention_sim.scenario.luck_checks import wrong_luck
from prevention_sim.scenario.number_checks import wrong_numbers, wrong_unit
from prevention_sim.scenario.parts import Part
from prevention_sim.scenario.programme_checks import wrong_chances, wrong_programmes
from prevention_sim.scenario.quantities import UNREAD
from prevention_sim.scenario.time_checks import budget_years, wrong_times
from prevention_sim.scenario.uncertainty_checks import wrong_uncertainty

Named: TypeAlias = Sequence[tuple[str, Part]]
"""Every part of the file, with its path."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Everything that is wrong with a file whose parts are each well formed."""
    parts, figures = tuple(parts_of(scenario)), tuple(figures_of(scenario))
    for findings in (
        wrong_caseload(scenario),
        wrong_lines(scenario),
        _programmes(scenario),
        wrong_programmes(scenario),
        wrong_chances(scenario, figures),
        wrong_queues(scenario),
        wrong_luck(scenario),
        wrong_times(scenario, parts),
        _sources(scenario, parts),
        _observed(scenario),
        _outcomes(scenario),
        _expectations(scenario),
        _questions(scenario, figures),
        _budget(scenario),
        wrong_uncertainty(scenario, figures),
        wrong_numbers(scenario, figures),
    ):
        yield from findings


def _programmes(scenario: Scenario) -> Iterator[Finding]:
    for name, strategy in scenario.strategies.items():
        for programme in strategy.interventions:
            path = f"strategies.{name}.interventions"
            yield from unknown("intervention", programme, scenario.interventions, path)
    yield from unknown("strategy", scenario.comparator, scenario.strategies, "comparator")


def parts_of(part: object, path: str = "") -> Iterator[tuple[str, Part]]:
    """Every part of the file, with its path."""
    match part:
        case dict():
            for key, value in part.items():
                yield from parts_of(value, f"{path}.{key}")
        case tuple():
            for position, value in enumerate(part):
                yield from parts_of(value, f"{path}[{position}]")
        case Part():
            yield path, part
            for name, key, _ in fields_of(type(part)):
                yield from parts_of(getattr(part, name), f"{path}.{key}".lstrip("."))
        case _:
            return


def _observed(scenario: Scenario) -> Iterator[Finding]:
    for found in observations_of(scenario):
        path, value = f"{found.path}.value", found.figure.value
        if isinstance(value, Formula):
            yield finding("E232", path)
        elif found.path.endswith(".gross") and value.value <= 0.0 and value.unit != UNREAD:
            yield finding("E232", path, "nothing")
        else:
            yield from wrong_unit(scenario, found, by_hour=False)


def _outcomes(scenario: Scenario) -> Iterator[Finding]:
    """An outcome counts something, in states that exist."""
    for name, outcome in scenario.outcomes.items():
        path = f"outcomes.{name}"
        for key in ("weights", "entries"):
            for state in getattr(outcome, key):
                yield from unknown("state", state, scenario.states, f"{path}.{key}.{state}")
        if not outcome.weights and not outcome.entries:
            yield finding("E303", path, at_key=True)


def _expectations(scenario: Scenario) -> Iterator[Finding]:
    items = {path.rsplit(".", 1)[1] for path, _ in lines_of(scenario)}
    years = budget_years(scenario.time)
    needed = {"real": scenario.prices.general_rise, "present": scenario.conventions.discounting}
    missing = [valuation for valuation, basis in needed.items() if basis is None]
    for position, expected in enumerate(scenario.expect):
        path = f"expect[{position}]"
        if expected.strategy is not None:
            yield from unknown("strategy", expected.strategy, scenario.strategies, f"{path}.strategy")
        for state in expected.state or ():
            yield from unknown("state", state, scenario.states, f"{path}.state")
        if expected.stratum is not None:
            yield from unknown(
                "stratum", expected.stratum, (*strata_of(scenario), "shared"), f"{path}.stratum"
            )
        if expected.item is not None:
            yield from unknown("line", expected.item, items, f"{path}.item")
        if expected.year is not None and expected.year not in years:
            yield finding("E217", f"{path}.year", found=expected.year, first=years[0], last=years[-1])
        yield from _outcome_meant(scenario, expected, path)
        yield from _narrowing(expected, path)
        if expected.valuation in missing:
            yield finding("E218", f"{path}.valuation", expected.valuation)
        for key in ("value", "tolerance"):
            if isinstance(getattr(expected, key).value, Formula):
                yield finding("E219", f"{path}.{key}.value")


def _outcome_meant(scenario: Scenario, expected: Expectation, path: str) -> Iterator[Finding]:
    """A figure of an outcome names one of the file's, unless there is only one."""
    if expected.outcome is not None:
        yield from unknown("outcome", expected.outcome, scenario.outcomes, f"{path}.outcome")
    elif "outcome" in NARROWED_BY[expected.figure] and len(scenario.outcomes) != 1:
        variant = "which" if scenario.outcomes else ""
        yield finding("E304", f"{path}.figure", variant, allowed=tuple(scenario.outcomes))


def _narrowing(expected: Expectation, path: str) -> Iterator[Finding]:
    """Keys that would be ignored: they do not narrow this figure, or another key says it already."""
    written, possible = narrowing_keys(expected), NARROWED_BY[expected.figure]
    for key in sorted(written - possible):
        allowed = tuple(sorted(possible))
        yield finding("E260", f"{path}.{key}", at_key=True, key=key, figure=expected.figure, allowed=allowed)
    for key, other in EITHER:
        if {key, other} <= written & possible:
            yield finding("E260", f"{path}.{other}", "either", at_key=True, key=other, other=key)


def _sources(scenario: Scenario, parts: Named) -> Iterator[Finding]:
    for path, part in parts:
        if isinstance(part, Figure | Sourced) and part.source is not None:
            yield from unknown("source", part.source, (*scenario.sources, ASSUMPTION), f"{path}.source")


def _questions(scenario: Scenario, figures: Sequence[Located]) -> Iterator[Finding]:
    """The numbers that the report is to vary must exist."""
    paths = {found.path for found in figures}
    for position, name in enumerate(scenario.critical):
        yield from unknown("parameter", name, scenario.parameters, f"critical[{position}]")
    for position, question in enumerate(scenario.what_if):
        for name in question.set:
            known = paths if "." in name else scenario.parameters
            kind = "number" if "." in name else "parameter"
            yield from unknown(kind, name, known, f"what_if[{position}].set.{name}")


def _budget(scenario: Scenario) -> Iterator[Finding]:
    """Past results lie before the calculation, and every product is one of the file's, named once."""
    known = {product for _, line in lines_of(scenario) if (product := product_of(scenario, line))}
    seen: dict[str | None, str] = {}
    for name, budgeted in scenario.budget.products.items() if scenario.budget else ():
        path = f"budget.products.{name}"
        if budgeted.product is not None:
            yield from unknown("product", budgeted.product, known, f"{path}.product")
        if budgeted.product in seen:
            yield finding("E252", path, at_key=True, other=seen[budgeted.product])
        seen[budgeted.product] = path
        last, start = budgeted.last_result.year, scenario.time.start.year
        if last >= start:
            yield finding("E250", f"{path}.last_result.year", year=last, start=start)
        if budgeted.appropriation and budgeted.appropriation.year < last:
            year = budgeted.appropriation.year
            yield finding("E251", f"{path}.appropriation.year", year=year, last=last)
