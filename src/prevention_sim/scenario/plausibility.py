"""What is unusual in a file whose parts are each allowed: warnings, never refusals."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final

from prevention_sim.foundation.units import per_year
from prevention_sim.scenario.capacity_doubts import doubtful_queues
from prevention_sim.scenario.caseload import Into, Stratum
from prevention_sim.scenario.checks import parts_of
from prevention_sim.scenario.costs import Fixed, PerCase, Refund, StepFixed, needs_persons
from prevention_sim.scenario.counterfactual import destination_of, strata_named, strata_of
from prevention_sim.scenario.document import (
    ESTIMATED,
    Scenario,
    count_by_grade,
    estimated_of,
    figures_of,
    grade_of,
    observations_of,
)
from prevention_sim.scenario.effects import Diverts
from prevention_sim.scenario.evidence import Figure, written_out
from prevention_sim.scenario.finding import Finding, decimal, finding
from prevention_sim.scenario.interventions import effects_of
from prevention_sim.scenario.known_ranges import KNOWN_RANGES, KnownRange
from prevention_sim.scenario.lines import escalations, forms_of, lines_of, receiver_of
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.parts import Period, Title
from prevention_sim.scenario.quantities import Quantity
from prevention_sim.scenario.strata import groups_by_stratum, ways_of
from prevention_sim.scenario.time_checks import dates_of

OPEN: Final = frozenset({"", "open", "offen", "?", "-", "–"})
OLDEST_PRICES_YEARS: Final = 5
SAME: Final = 0.1
"""How near two numbers of cases must be to be taken for the same."""

ROUNDING: Final = 1e-9
"""What shares that add up to 1 may leave by rounding."""

_UNACCOMPANIED = re.compile(r"\buma?s?\b|unbegleitet|unaccompanied", re.IGNORECASE)
_NOT_COUNTED = re.compile(r"\b(?:ohne|abzüglich|nicht|without|excluding|less|no)\b", re.IGNORECASE)
_NET = re.compile(r"\bnett?o\b|\bnet\b", re.IGNORECASE)
_NO_LEADING_ZERO = re.compile(r"\d(?:[. ]\d{1,3})*")
_IN_THE_YEAR = re.compile(r"im jahr\b|jahressumme|in the year|during the year", re.IGNORECASE)


def doubts(scenario: Scenario) -> Iterator[Finding]:
    """Everything in a file that deserves a second look."""
    for look in (
        _numbers_without_source,
        _unchecked,
        _mostly_estimated,
        _old_prices,
        _rises_counted_twice,
        _slips_of_the_unit,
        _cases_in_the_year,
        _families_and_children,
        _contributions_twice,
        _negative_amounts,
        _grants_without_end,
        _everybody_placed,
        _everybody_diverted,
        _unaccompanied_minors,
        _product_numbers,
        _levels_without_stock,
        _refunded_twice,
        _years_of_totals,
        _budget_years_of_cycles,
        _dates_between_boundaries,
        _not_linear,
        doubtful_queues,
    ):
        yield from look(scenario)


def _numbers_without_source(scenario: Scenario) -> Iterator[Finding]:
    for found in (*figures_of(scenario), *observations_of(scenario)):
        if found.source is None and isinstance(found.figure.value, Quantity):
            yield finding("W201", f"{found.path}.value")


def _unchecked(scenario: Scenario) -> Iterator[Finding]:
    checked = scenario.scenario.checked
    if checked is None:
        yield finding("W202", "scenario", "missing", at_key=True)
    elif {checked.by.strip().casefold(), checked.on.strip().casefold()} & OPEN:
        yield finding("W202", "scenario.checked")


def _mostly_estimated(scenario: Scenario) -> Iterator[Finding]:
    grades = count_by_grade(scenario)
    estimated, count = estimated_of(grades), sum(grades.values())
    if 2 * estimated > count:
        first = next(found for found in figures_of(scenario) if grade_of(scenario, found) in ESTIMATED)
        yield finding("W203", f"{first.path}.value", estimated=estimated, count=count)


def _old_prices(scenario: Scenario) -> Iterator[Finding]:
    year, start = scenario.prices.year, scenario.time.start.year
    if start - year > OLDEST_PRICES_YEARS:
        yield finding("W205", "prices.year", year=year, start=start, years=start - year)
    if year >= start + scenario.time.years:
        yield finding("W205", "prices.year", "later", year=year)


def _rises_counted_twice(scenario: Scenario) -> Iterator[Finding]:
    """Steps up to the price year, whose prices contain them already."""
    year = scenario.prices.year
    for path, rises in escalations(scenario).items():
        for position, step in enumerate(rises.steps):
            if step.from_.year <= year:
                yield finding("W235", f"{path}.steps[{position}].from", year=year, start=step.from_)


def _slips_of_the_unit(scenario: Scenario) -> Iterator[Finding]:
    for path, line in lines_of(scenario):
        if not isinstance(line, PerCase) or "income." in path:
            continue
        names = " ".join((line.title.de, line.title.en, *_both(scenario.states[line.state].title)))
        for known in KNOWN_RANGES:
            if known.words.search(names) and not known.but_not.search(names):
                yield from _slip(f"{path}.value", line.value, known)


def _slip(path: str, figure: Figure, known: KnownRange) -> Iterator[Finding]:
    """A number outside the known range that another unit of time would put inside."""
    quantity = figure.value
    if not isinstance(quantity, Quantity) or quantity.unit.numerator != known.numerator:
        return
    written = quantity.unit.denominator

    def inside(unit: str) -> bool:
        return known.low <= quantity.value * per_year(unit) / per_year(known.per) <= known.high

    meant = [unit for unit in ("day", "week", "month", "year") if inside(unit)]
    if quantity.unit.count == 1 and not inside(written) and known.per in meant:
        yield finding(
            "W206" if known.numerator == "EUR" else "W208",
            path,
            service=known.service,
            number=decimal(quantity.value),
            unit=WORDS[written],
            low=decimal(known.low),
            high=decimal(known.high),
            meant=WORDS[known.per],
            source=known.source,
        )


@dataclass(frozen=True, slots=True)
class _Flow:
    """Cases per year and mean stay in years of a state, as far as the file says them plainly."""

    entries: float
    stay: float


def _cases_in_the_year(scenario: Scenario) -> Iterator[Finding]:
    """A stock that is as large as stock and entries of a year together, or is called so."""
    for name, stock in scenario.caseload.stock.items():
        cases, path = written_out(stock.value, scenario.readable), f"caseload.stock.{name}.value"
        into = destination_of(scenario, stock)
        flow = _flow_into(scenario, into) if isinstance(into, str) else None
        source = scenario.sources.get(stock.value.source or stock.source or "")
        texts = (stock.note, stock.value.note, *(_both(source.title) if source else ()))
        called = any(_IN_THE_YEAR.search(text) for text in texts if text)
        if cases is None:
            continue
        if flow and _near(cases.value, flow.entries * (1.0 + flow.stay)):
            expected = flow.entries * flow.stay
            yield finding(
                "W207",
                path,
                cases=decimal(cases.value),
                months=decimal(12 * flow.stay, 3),
                stock=decimal(round(expected)),
            )
        elif called:
            yield finding("W207", path, "called", cases=decimal(cases.value))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= SAME * other


def _flow_into(scenario: Scenario, state: str) -> _Flow | None:
    stay = scenario.stays.get(state)
    mean = written_out(stay.mean, scenario.readable) if stay and stay.mean else None
    entries = [
        quantity.value * per_year(quantity.unit.denominator) * share
        for stream in scenario.caseload.arrivals.values()
        if (quantity := written_out(stream.value, scenario.readable))
        and (share := _share_into(scenario, destination_of(scenario, stream), state))
    ]
    if mean is None or not entries:
        return None
    return _Flow(sum(entries), mean.value / per_year(mean.unit.numerator))


def _share_into(scenario: Scenario, into: Into, state: str) -> float:
    if isinstance(into, str):
        return float(into == state)
    shares = _shares(scenario)
    named = tuple(stratum for stratum, target in into.items() if target == state)
    return sum(shares[stratum] for stratum in strata_named(scenario, named))


def _shares(scenario: Scenario) -> dict[str, float]:
    """The share of every stratum; one that is not written out is what the others leave."""
    if not scenario.crossed_with:
        return _of_one_way(scenario, strata_of(scenario))
    ways = {way: _of_one_way(scenario, groups) for way, groups in ways_of(scenario).items()}
    return {
        name: prod(ways[way][group] for way, group in groups.items())
        for name, groups in groups_by_stratum(scenario).items()
    }


def _of_one_way(scenario: Scenario, groups: Mapping[str, Stratum]) -> dict[str, float]:
    known = {name: _share(scenario, stratum) for name, stratum in groups.items()}
    rest = 1.0 - sum(share for share in known.values() if share is not None)
    return {name: rest if share is None else share for name, share in known.items()}


def _share(scenario: Scenario, stratum: Stratum) -> float | None:
    quantity = written_out(stratum.share, scenario.readable) if isinstance(stratum.share, Figure) else None
    return quantity.value if quantity else None


def _families_and_children(scenario: Scenario) -> Iterator[Finding]:
    placements = [state.title for state in scenario.states.values() if "placement" in state.tags]
    if scenario.scenario.case.unit == "family" and placements:
        yield finding("W209", "scenario.case.unit", state=placements[0])


def _contributions_twice(scenario: Scenario) -> Iterator[Finding]:
    lines = [(path, line) for path, line in lines_of(scenario) if isinstance(line, PerCase)]
    income = {line.state: line.title for path, line in lines if "income." in path}
    for path, line in lines:
        texts = (*_both(line.title), line.note or "", line.value.note or "")
        if "costs." in path and line.state in income and any(map(_NET.search, texts)):
            yield finding("W210", path, at_key=True, income=income[line.state])


def _negative_amounts(scenario: Scenario) -> Iterator[Finding]:
    """Prices and quantities below 0: the section of a line gives its sign."""
    for path, line in lines_of(scenario):
        for key in ("value", "at", "posts", "personnel", "material"):
            figure = getattr(line, key, None)
            amount = written_out(figure, scenario.readable) if isinstance(figure, Figure) else None
            if amount is not None and amount.value < 0.0:
                section = path.split(".")[-2]
                yield finding("W214", f"{path}.{key}.value", section, number=decimal(amount.value))


def _grants_without_end(scenario: Scenario) -> Iterator[Finding]:
    for path, line in lines_of(scenario):
        if isinstance(line, Fixed) and "income." in path and line.until is None:
            yield finding("W211", path, at_key=True, line=line.title)


def _everybody_placed(scenario: Scenario) -> Iterator[Finding]:
    """No family would manage without placement: whom else the programme reaches is then not asked."""
    strata, shares = strata_of(scenario), _shares(scenario)
    at_home = [shares[name] for name, stratum in strata.items() if "imminent" not in stratum.tags]
    if scenario.without and not any(share > ROUNDING for share in at_home):
        yield finding("W220", "without", at_key=True)


def _everybody_diverted(scenario: Scenario) -> Iterator[Finding]:
    for path, effect in effects_of(scenario.interventions, Diverts):
        placements = [state for state in effect.from_ if "placement" in scenario.states[state].tags]
        share = written_out(effect.share, scenario.readable)
        if placements and share is not None and share.value >= 1.0:
            yield finding("W212", f"{path}.share", state=scenario.states[placements[0]].title)


def _unaccompanied_minors(scenario: Scenario) -> Iterator[Finding]:
    definition = scenario.scenario.case.definition
    texts = [("scenario.case.definition", text) for text in dict.fromkeys(_both(definition))]
    for kind in ("stock", "intake", "arrivals"):
        for name, stream in getattr(scenario.caseload, kind).items():
            path = f"caseload.{kind}.{name}"
            texts += [
                (path, name.replace("_", " ")),
                (path, stream.note or ""),
                (path, stream.value.note or ""),
            ]
    for path in dict.fromkeys(path for path, text in texts if _counts_minors(text)):
        yield finding("W213", path, at_key=path.startswith("caseload."))


def _counts_minors(text: str) -> bool:
    return bool(_UNACCOMPANIED.search(text)) and not _NOT_COUNTED.search(text)


def _product_numbers(scenario: Scenario) -> Iterator[Finding]:
    """A product number that went through a spreadsheet: 6.3 for 06.03."""
    written = {f"states.{name}.product": state.product for name, state in scenario.states.items()}
    written |= {f"{path}.product": line.product for path, line in lines_of(scenario)}
    for name, budgeted in scenario.budget.products.items() if scenario.budget else ():
        written[f"budget.products.{name}.product"] = budgeted.product
    for path, number in written.items():
        if number and _NO_LEADING_ZERO.fullmatch(number):
            meant = ".".join(level.zfill(2) for level in re.split("[. ]", number))
            yield finding("W230", path, written=number, meant=meant)


def _levels_without_stock(scenario: Scenario) -> Iterator[Finding]:
    """A past result beside a forecast that starts without the cases behind it, or has no whole year."""
    time = scenario.time
    stocks = [destination_of(scenario, stock) for stock in scenario.caseload.stock.values()]
    there = {state for into in stocks for state in _entered(into)}
    for name, budgeted in scenario.budget.products.items() if scenario.budget else ():
        path, forms = f"budget.products.{name}", forms_of(scenario, budgeted.product)
        if forms and not forms & there:
            yield finding("W231", path, at_key=True, title=budgeted.title)
        partly = time.start.month > 1 and min(time.years, time.budget_window) == 1
        if partly or time.grid.cycle_years > 1:
            yield finding("W231", path, "year", at_key=True)


def _entered(into: Into) -> set[str]:
    return {into} if isinstance(into, str) else set(into.values())


def _refunded_twice(scenario: Scenario) -> Iterator[Finding]:
    """Refunds of one line to one bearer that come to more than the line."""
    refunded: dict[tuple[str, str, str], float] = {}
    for path, line in lines_of(scenario):
        share = written_out(line.share, scenario.readable) if isinstance(line, Refund) else None
        if not isinstance(line, Refund) or share is None:
            continue
        strata = strata_named(scenario, line.strata or tuple(strata_of(scenario))) or ("",)
        keys = [(of, receiver_of(scenario, line), stratum) for of, stratum in product(line.of, strata)]
        refunded |= {key: refunded.get(key, 0.0) + share.value for key in keys}
        most = max(keys, key=lambda key: refunded[key])
        if refunded[most] > 1.0 + ROUNDING:
            yield finding("W225", f"{path}.share", line=most[0], share=decimal(100.0 * refunded[most], 4))


def _not_linear(scenario: Scenario) -> Iterator[Finding]:
    """Lines for which single persons are simulated."""
    for path, line in lines_of(scenario):
        if needs_persons(line):
            key = "kind" if isinstance(line, StepFixed) else "cap"
            yield finding("W340", f"{path}.{key}", at_key=True, line=line.title)


def _both(title: Title) -> tuple[str, str]:
    return title.de, title.en


def _years_of_totals(scenario: Scenario) -> Iterator[Finding]:
    """Single years under a way of counting that is for the whole horizon."""
    years, window = scenario.time.years, scenario.time.budget_window
    if scenario.conventions.counts_totals and window < years:
        yield finding("W300", "conventions.counting", years=years, window=window)


def _budget_years_of_cycles(scenario: Scenario) -> Iterator[Finding]:
    """Cycles that do not make up whole budget years."""
    grid = scenario.time.grid
    if grid.cycle_years > 1:
        yield finding("W390", "time.cycle", cycle=grid.cycle)
    elif grid.cycle.unit == "week":
        yield finding("W390", "time.cycle", "weeks", days=_days(grid.excess(scenario.time.years)))


def _dates_between_boundaries(scenario: Scenario) -> Iterator[Finding]:
    """Months of the file that begin inside a week, the one that waits longest first."""
    grid = scenario.time.grid
    late = {opens: grid.delay(opens) for _, _, opens in dates_of(tuple(parts_of(scenario)))}
    if grid.in_days and any(late.values()):
        month = max(late, key=lambda each: late[each])
        yield finding("W391", "time.cycle", month=month, days=_days(late[month]))


def _days(count: int) -> Period:
    return Period(count=count, unit="day")
