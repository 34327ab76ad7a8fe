"""Cost kinds become lines: a price, a driver that it is multiplied with, bearers and strategies.

What may be written stands in `scenario/costs.py`; how a driver is read from the counts, in
`economics/costing.py`.
"""

from collections.abc import Iterator, Mapping
from typing import assert_never

from prevention_sim.model.adjustments import adjustment
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import times
from prevention_sim.model.figures import (
    length_in_years,
    per_place_year,
    per_year_amount,
    shares,
    whole_cycles,
)
from prevention_sim.model.model import (
    ActiveTime,
    Bearing,
    Borne,
    Crossings,
    Dated,
    Differing,
    Driver,
    Enrolments,
    Groups,
    Line,
    PaidPosts,
    PartOf,
    TimeInState,
    TimeTakingPart,
    TimeWaiting,
)
from prevention_sim.model.prices import price_index
from prevention_sim.scenario.costs import (
    Fixed,
    Hourly,
    IncomeLine,
    OneOff,
    PerCase,
    PerEnrolment,
    PerEntry,
    PerEvent,
    PerExit,
    PerMove,
    PerParticipant,
    PerWaiting,
    Priced,
    Refund,
    ShareOf,
    Staff,
    StepFixed,
)
from prevention_sim.scenario.counterfactual import strata_named
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation
from prevention_sim.scenario.lines import bearer_of, lines_of, product_of


def compile_lines(
    scenario: Scenario, calendar: Calendar, with_programme: dict[str, tuple[bool, ...]], strategies: int
) -> tuple[Line, ...]:
    """All lines in the order of their names."""
    everywhere = (True,) * strategies
    lines = []
    for path, line in lines_of(scenario):
        programme = path.split(".")[1] if path.startswith("interventions.") else None
        driver, price = _driver_and_price(scenario, calendar, line, path, programme)
        lines.append(
            Line(
                item=path.rsplit(".", 1)[1],
                path=path,
                sign=-1.0 if path.split(".")[-2] == "income" else 1.0,
                driver=driver,
                price=price,
                bearing=_bearing(scenario, calendar, line, path),
                strategies=everywhere if programme is None else with_programme[programme],
                programme=programme,
                product=product_of(scenario, line),
                index=price_index(scenario, calendar, line, path),
                lag=_lag(calendar, line.payment_lag),
                cashable=None if line.cashable is None else Name(f"{path}.cashable.share"),
                cashable_lag=_lag(calendar, line.cashable.lag if line.cashable else None),
                payer=line.from_ if isinstance(line, Refund) else None,
                collected=_collected(line, path),
                at_home=_at_home(scenario, line),
                adjustment=adjustment(scenario, line, path),
                cap=_cap(scenario, line, path),
                differs=_differing(line, path),
            )
        )
    return tuple(sorted(lines, key=lambda line: line.item))


def _driver_and_price(  # noqa: PLR0911 - one return per kind
    scenario: Scenario, calendar: Calendar, line: IncomeLine, path: str, programme: str | None
) -> tuple[Driver, Expression]:
    """What a line is multiplied with, and its euro per unit of that."""
    match line:
        case PerCase():
            price = _per_time(scenario, line, path)
            return TimeInState(line.state), _of_place_years(scenario, line, path, price)
        case PerParticipant() | PerEnrolment() | PerWaiting():
            return _of_programme(scenario, line, path)
        case PerEvent():
            yearly = per_year_amount(scenario, line.rate, f"{path}.rate")
            return TimeInState(line.state), times(yearly, Name(f"{path}.value"))
        case PerEntry() | PerExit() | PerMove():
            return _crossings(line), Name(f"{path}.value")
        case Staff() if line.posts is None and programme is not None:
            capacity, price = scenario.interventions[programme].capacity, _per_post(scenario, line, path)
            size = f"interventions.{programme}.capacity.post_size"
            stepped = capacity is not None and capacity.post_size is not None
            return PaidPosts(programme), times(price, Name(size)) if stepped else price
        case Fixed() | Staff():
            intervention = scenario.interventions.get(programme or "")
            first = line.from_ or (intervention.start if intervention else None)
            last = line.until or (intervention.end if intervention else None)
            return ActiveTime(calendar.span(first, last)), _yearly(scenario, line, path)
        case OneOff():
            return Dated(calendar.moment(line.at)), Name(f"{path}.value")
        case ShareOf() | Refund():
            return _of_others(scenario, calendar, line), Name(f"{path}.share")
        case StepFixed():
            groups = Groups(line.state, Name(f"{path}.places"), _lag(calendar, line.notice))
            return groups, per_year_amount(scenario, line.value, f"{path}.value")
        case _:
            assert_never(line)


def _per_time(scenario: Scenario, line: Hourly, path: str) -> Expression:
    """The euro of a case in a year."""
    yearly = per_year_amount(scenario, line.value, f"{path}.value")
    return yearly if line.at is None else times(yearly, Name(f"{path}.at"))


def _of_programme(
    scenario: Scenario, line: PerParticipant | PerEnrolment | PerWaiting, path: str
) -> tuple[Driver, Expression]:
    """What only the programme of a line has: cases that take part, are taken in, or wait."""
    programme = path.split(".")[1]
    if isinstance(line, PerEnrolment):
        return Enrolments(programme), Name(f"{path}.value")
    if isinstance(line, PerWaiting):
        return TimeWaiting(programme), _per_time(scenario, line, path)
    states = None if line.in_ is None else frozenset(line.in_)
    return TimeTakingPart(programme, states), _per_time(scenario, line, path)


def _crossings(line: PerEntry | PerExit | PerMove) -> Crossings:
    match line:
        case PerEntry():
            return Crossings(None, line.state)
        case PerExit():
            return Crossings(line.state, None)
        case PerMove():
            return Crossings(line.from_, line.to)
        case _:
            assert_never(line)


def _of_others(scenario: Scenario, calendar: Calendar, line: ShareOf | Refund) -> PartOf | Borne:
    items = tuple(dict.fromkeys(line.of))
    strata = None if line.strata is None else strata_named(scenario, line.strata)
    if isinstance(line, Refund):
        return Borne(items, strata)
    return PartOf(items, strata, *_span(calendar, line))


def _yearly(scenario: Scenario, line: Fixed | Staff, path: str) -> Expression:
    """A yearly amount; that of staff is posts times (cost of staff, its overhead, and material)."""
    if isinstance(line, Fixed):
        return per_year_amount(scenario, line.value, f"{path}.value")
    return times(_per_post(scenario, line, path), Name(f"{path}.posts"))


def _per_post(scenario: Scenario, line: Staff, path: str) -> Expression:
    """The yearly euro of one post."""
    post = per_year_amount(scenario, line.personnel, f"{path}.personnel")
    if line.overhead is not None:
        post = times(post, Operation("+", (Number(1.0), Name(f"{path}.overhead"))))
    if line.material is not None:
        material = per_year_amount(scenario, line.material, f"{path}.material")
        post = Operation("+", (post, material))
    return post


def _span(calendar: Calendar, line: ShareOf) -> tuple[int, int]:
    """The boundaries between which a share is taken."""
    first = 0 if line.from_ is None else calendar.boundary(line.from_)
    return first, calendar.cycles if line.until is None else calendar.boundary(line.until.next)


def _of_place_years(scenario: Scenario, line: PerCase, path: str, price: Expression) -> Expression:
    """A price per case as one per place-year; a stock that stays the same is its yearly average."""
    match line.case_count:
        case "place_years" | "stock_31_dec":
            return price
        case "cases_in_year":
            where = f"{path}.mean_stay" if line.mean_stay else f"stays.{line.state}.mean"
            mean = line.mean_stay or scenario.stays[line.state].mean
            if mean is None:
                raise TypeError("checks admit cases in the year only where a mean stay is stated")
            return per_place_year(price, length_in_years(scenario, mean, where))
        case _:
            assert_never(line.case_count)


def _at_home(scenario: Scenario, line: IncomeLine) -> bool:
    """Whether a line is for the child at home: marked so, or a share of such lines and no form of help."""
    match line:
        case PerCase():
            return line.counts_as == "at_home"
        case ShareOf() | Refund():
            named = [each for path, each in lines_of(scenario) if path.rsplit(".", 1)[1] in line.of]
            of_cases = [_at_home(scenario, each) for each in named if isinstance(each, PerCase)]
            return bool(of_cases) and all(of_cases)
        case _:
            return False


def _collected(line: IncomeLine, path: str) -> Expression | None:
    if not isinstance(line, Priced) or line.collected_share is None:
        return None
    return Name(f"{path}.collected_share")


def _cap(scenario: Scenario, line: IncomeLine, path: str) -> Expression | None:
    if not isinstance(line, Priced) or line.cap is None:
        return None
    return per_year_amount(scenario, line.cap, f"{path}.cap")


def _differing(line: IncomeLine, path: str) -> Differing | None:
    if not isinstance(line, PerCase) or line.differs is None:
        return None
    return Differing(line.differs.law, Name(f"{path}.differs.variation"))


def _lag(calendar: Calendar, lag: Figure | None) -> int:
    """A length of time in cycles."""
    return 0 if lag is None else whole_cycles(calendar, lag)


def payment_cuts(scenario: Scenario, calendar: Calendar) -> Iterator[int]:
    """The boundaries from which payments fall into the next budget year."""
    for _, line in lines_of(scenario):
        lag = _lag(calendar, line.payment_lag)
        if lag:
            paid = [calendar.year_at(cycle + lag) for cycle in range(calendar.cycles)]
            yield from (cycle for cycle in range(1, calendar.cycles) if paid[cycle] != paid[cycle - 1])


def bearer_cuts(scenario: Scenario, calendar: Calendar) -> Iterator[int]:
    """The boundaries from which somebody else bears a line."""
    for path, line in lines_of(scenario):
        for bearing in _bearing(scenario, calendar, line, path):
            yield bearing.first
            yield calendar.cycles if bearing.after is None else bearing.after


def share_cuts(scenario: Scenario, calendar: Calendar) -> Iterator[int]:
    """The boundaries from which a share of other lines is taken, or no longer."""
    for _, line in lines_of(scenario):
        if isinstance(line, ShareOf):
            yield from _span(calendar, line)


def _bearing(scenario: Scenario, calendar: Calendar, line: IncomeLine, path: str) -> tuple[Bearing, ...]:
    """Who pays which share, by the rules of the line or always."""
    path, named = bearer_of(scenario, line, path)
    if not isinstance(named, tuple):
        return (Bearing(_shares(named, f"{path}.bearer")),)
    return tuple(
        Bearing(
            _shares(rule.bearer, f"{path}.bearer[{position}].bearer"),
            None if rule.strata is None else strata_named(scenario, rule.strata),
            0 if rule.from_ is None else calendar.boundary(rule.from_),
            None if rule.until is None else calendar.boundary(rule.until.next),
        )
        for position, rule in enumerate(named)
    )


def _shares(named: str | Mapping[str, object], path: str) -> tuple[tuple[str, Expression], ...]:
    if isinstance(named, str):
        return ((named, Number(1.0)),)
    return tuple(shares(named, path).items())
