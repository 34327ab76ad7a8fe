"""Checks on time: cycles, the rule of counting, discount rates, and dates at which something happens."""

from collections.abc import Iterator, Sequence
from math import ceil

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Formula
from prevention_sim.scenario.finding import Finding, finding
from prevention_sim.scenario.grid import Grid
from prevention_sim.scenario.lines import prices_rise
from prevention_sim.scenario.parts import Month, Part, Period
from prevention_sim.scenario.settings import OwnWeights, Rates, Time

MOST_YEARS = 1000
FEWEST_CYCLES_OF_SIMPSON = 2


def wrong_times(scenario: Scenario, parts: Sequence[tuple[str, Part]]) -> Iterator[Finding]:
    """What is wrong with the time, conventions and dates; `parts` are all of the file, with their paths."""
    yield from _time(scenario, parts)
    yield from _counting(scenario)
    yield from _rates(scenario)
    yield from _spans(scenario, parts)


def _time(scenario: Scenario, parts: Sequence[tuple[str, Part]]) -> Iterator[Finding]:
    time = scenario.time
    for key, value in (("years", time.years), ("budget_window", time.budget_window)):
        if not 1 <= value <= MOST_YEARS:
            yield finding("E211", f"time.{key}", limit=MOST_YEARS, found=value)
    grid = time.grid
    for path, month, opens in dates_of(parts):
        if grid.delay(opens) and not grid.in_days:
            yield finding("E212", path, written=month, cycle=grid.cycle.name, start=time.start)
    if time.years % grid.fewest_years:
        yield _no_whole_cycles(grid, time.years, "")
    elif time.budget_window < time.years and time.budget_window % grid.fewest_years:
        yield _no_whole_cycles(grid, time.budget_window, "window")


def _no_whole_cycles(grid: Grid, years: int, variant: str) -> Finding:
    fitting = grid.fewest_years * ceil(years / grid.fewest_years)
    told = Period(count=years, unit="year")
    return finding("E390", "time.cycle", variant, cycle=grid.cycle, years=told, fitting=fitting)


def dates_of(parts: Sequence[tuple[str, Part]]) -> Iterator[tuple[str, Month, Month]]:
    """Every date of the file as it is written, and the month with whose first day it takes effect."""
    for path, part in parts:
        if isinstance(part, Month):
            yield path, part, part.next if path.endswith((".until", ".end")) else part


def _counting(scenario: Scenario) -> Iterator[Finding]:
    """Weights of boundaries need a cohort that nobody joins later, and one weight for each boundary."""
    conventions, cycles = scenario.conventions, scenario.time.cycles
    path, weights = "conventions.counting", conventions.counting
    late = next(_late_entries(scenario), None)
    if conventions.counts_totals and late is not None:
        yield finding("E300", path, stream=late)
    elif weights == "simpson" and cycles < FEWEST_CYCLES_OF_SIMPSON:
        yield finding("E301", path)
    if isinstance(weights, OwnWeights):
        if len(weights.weights) != cycles + 1:
            found = len(weights.weights)
            yield finding("E302", f"{path}.weights", found=found, needed=cycles + 1, cycles=cycles)
        for position, weight in enumerate(weights.weights):
            if isinstance(weight.value, Formula):
                yield finding("E220", f"{path}.weights[{position}].value", "weight")


def simpson_is_possible(scenario: Scenario) -> bool:
    """Whether nobody enters after the first boundary, and there are two cycles or more."""
    return not any(_late_entries(scenario)) and scenario.time.cycles >= FEWEST_CYCLES_OF_SIMPSON


def _late_entries(scenario: Scenario) -> Iterator[str]:
    """Where cases enter after the first boundary."""
    start = scenario.time.start
    for name, intake in scenario.caseload.intake.items():
        if intake.at.count > start.count:
            yield f"caseload.intake.{name}"
    yield from (f"caseload.arrivals.{name}" for name in scenario.caseload.arrivals)


def _rates(scenario: Scenario) -> Iterator[Finding]:
    """Rates are plain numbers, every month has one discount rate, and real ones go with real amounts."""
    discounting, general = scenario.conventions.discounting, scenario.prices.general_rise
    if general is not None and isinstance(general.value, Formula):
        yield finding("E220", "prices.general_rise.value")
    for path, rates in discount_rates(scenario).items():
        yield from _rate_steps(scenario, rates, path)
    if discounting and discounting.terms == "real" and general is None and prices_rise(scenario):
        yield finding("E245", "conventions.discounting.terms")


def discount_rates(scenario: Scenario) -> dict[str, Rates]:
    """The rates of amounts and of outcomes, by path."""
    discounting, path = scenario.conventions.discounting, "conventions.discounting"
    if discounting is None:
        return {}
    return {path: discounting} | ({f"{path}.outcomes": discounting.outcomes} if discounting.outcomes else {})


def _rate_steps(scenario: Scenario, rates: Rates, path: str) -> Iterator[Finding]:
    discounting, start = scenario.conventions.discounting, scenario.time.start
    per_year = discounting is not None and discounting.method.startswith("per_year")
    if isinstance(rates.rate.value, Formula):
        yield finding("E220", f"{path}.rate.value")
    taken: list[int] = []
    for position, step in enumerate(rates.steps):
        where = f"{path}.steps[{position}]"
        if isinstance(step.rate.value, Formula):
            yield finding("E220", f"{where}.rate.value")
        if step.from_.count <= start.count or step.from_.count in taken:
            yield finding("E270", f"{where}.from", written=step.from_)
        elif per_year and step.from_.month != start.month:
            yield finding("E271", f"{where}.from", written=step.from_, month=f"{start.month:02}")
        taken.append(step.from_.count)


def _spans(scenario: Scenario, parts: Sequence[tuple[str, Part]]) -> Iterator[Finding]:
    """Dates at which nothing would happen: outside the horizon, or an end before its beginning."""
    begin, years = scenario.time.start.count, max(scenario.time.years, 1)
    after = begin + 12 * years
    for path, part in parts:
        key = path.rsplit(".", 1)[-1]
        if isinstance(part, Month) and path != "time.start":
            too_early = part.count < begin and key in ("at", "until", "end")
            too_late = part.count >= after and key in ("at", "from", "start")
            if too_early or too_late:
                yield finding("E222", path, written=part, years=years, start=scenario.time.start)
        for first, last in (("from_", "until"), ("start", "end")):
            opens, closes = vars(part).get(first), vars(part).get(last)
            if isinstance(opens, Month) and isinstance(closes, Month) and closes.count < opens.count:
                yield finding("E223", f"{path}.{last}", written=closes, start=opens)


def budget_years(time: Time) -> range:
    """The budget years of the horizon."""
    return time.grid.budget_years(time.grid.cycles_within(max(time.years, 1)))
