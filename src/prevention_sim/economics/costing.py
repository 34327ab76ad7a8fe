"""Counts times prices: the only place where a trace meets money; a share of other lines comes after those.

Accrual books an amount in the year of the service, cash in the year of the payment. What is paid after the
horizon stands under "open", so that both add up to the same total, exactly. Present values are those of the
time of service on either basis: a payment lag moves cash between years, not the worth of a service.

A refund is a transfer: what its bearer receives is what its payer pays, so it costs all bearers together
nothing, and more or less to each.

Bearers share an amount one after the other: each takes what lies between two rounded running shares, the last
up to the whole. So parts add up exactly, and who bears nothing or all of an amount gets exactly that.
"""

from collections.abc import Callable
from typing import assert_never

import numpy as np

from prevention_sim.economics.ceiling import within
from prevention_sim.economics.ledger import (
    ACCRUAL,
    CASH,
    OPEN,
    SHARED,
    Ledger,
    check_exact,
    nearest_grain,
    on_grain,
)
from prevention_sim.economics.passages import between, taken_in
from prevention_sim.engines.trace import Trace, added_up
from prevention_sim.foundation.axes import Axes, Cube, FloatArray, Label
from prevention_sim.model.bind import Bound
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.model import (
    ActiveTime,
    Borne,
    Counted,
    Crossings,
    Dated,
    Enrolments,
    Groups,
    Line,
    Model,
    PaidPosts,
    PartOf,
    TimeInState,
    TimeTakingPart,
    TimeWaiting,
)
from prevention_sim.model.network import Cell

YEAR_AXIS = 2


def amounts_of(model: Model, bound: Bound, trace: Trace, capped: FloatArray | None = None) -> FloatArray:
    """Unrounded amounts by service: f8[item, valuation, period, strategy, stratum or shared, row].

    Where the trace is a mean over replications, `capped` is what lines with a ceiling come to on average.
    """
    _, periods, _, strategies, strata, rows = trace.time_in.shape
    valuations = len(model.weights.of_money)
    amounts: FloatArray = np.zeros((len(model.lines), valuations, periods, strategies, strata + 1, rows))
    for position in sorted(range(len(model.lines)), key=lambda each: steps(model, model.lines[each])):
        line = model.lines[position]
        match line.driver:
            case Borne():
                quantity = _borne(model, bound, amounts, line, line.driver)
            case PartOf():
                quantity = _part_of(model, amounts, line.driver)
            case TimeInState() if line.differs is not None:
                quantity = _loads(model, trace, position)
            case (
                TimeInState()
                | TimeTakingPart()
                | Enrolments()
                | Crossings()
                | ActiveTime()
                | Dated()
                | Groups()
                | TimeWaiting()
                | PaidPosts()
            ):
                quantity = _quantity(model, trace, line.driver)
            case _:
                assert_never(line.driver)
        if line.cap is not None and capped is not None:
            amounts[position] = capped[model.capped.index(position)]
            continue
        price = bound.price[position] * bound.collected[position] * bound.index[position]
        price = price * bound.adjusted[position]
        for strategy in np.flatnonzero(line.strategies):
            amounts[position, :, :, strategy] = quantity[:, :, strategy] * price[:, np.newaxis]
        if line.cap is not None:
            amounts[position] = within(bound.cap[position], amounts[position], model.calendar)
    return amounts


def capped_amounts(model: Model, bound: Bound, trace: Trace) -> FloatArray:
    """Those of the lines with a ceiling for the year."""
    return amounts_of(model, bound, trace)[list(model.capped)]


def steps(model: Model, line: Line) -> int:
    """How many lines stand before this one in the longest chain of shares of shares."""
    match line.driver:
        case PartOf(items) | Borne(items):
            return 1 + max((steps(model, other) for other in model.lines if other.item in items), default=0)
        case _:
            return 0


def price(model: Model, bound: Bound, by_service: FloatArray, grain_bits: int) -> Ledger:
    """Book unrounded amounts on the grain and split them among bearers."""
    booked = [on_grain(_by_year(model, by_service), grain_bits, YEAR_AXIS)]
    if any(line.lag for line in model.lines):
        booked.append(_by_payment(model, by_service, booked[0], grain_bits))
        booked[0] = np.concatenate([booked[0], np.zeros_like(booked[0][:, :, :1])], axis=YEAR_AXIS)
    amounts = np.stack(booked, axis=1)
    for basis in booked:
        check_exact(basis, grain_bits)
    borne: FloatArray = np.zeros((len(model.lines), len(model.bearers), *amounts.shape[1:]))
    for position, line in enumerate(model.lines):
        *before, last = [model.bearers.index(bearer) for bearer in line.bearers]
        running, taken = np.zeros(1), np.zeros(1)
        for column in before:
            running = running + _share(model, bound, by_service, position, column)
            upto = nearest_grain(amounts[position] * running, grain_bits)
            borne[position, column] = upto - taken
            taken = upto
        borne[position, last] = amounts[position] - taken
        if line.payer is not None:
            borne[position, model.bearers.index(line.payer)] = -amounts[position]
    labels: dict[str, tuple[Label, ...]] = {
        "item": tuple(line.item for line in model.lines),
        "bearer": model.bearers,
        "basis": (ACCRUAL, CASH)[: len(booked)],
        "valuation": model.weights.of_money,
        "year": (*model.calendar.years, *([OPEN] if len(booked) > 1 else [])),
        "strategy": model.strategies,
        "stratum": (*model.strata, SHARED),
        "row": tuple(range(amounts.shape[-1])),
    }
    return Ledger(Cube(borne, Axes(labels)), grain_bits)


def _share(model: Model, bound: Bound, by_service: FloatArray, line: int, bearer: int) -> FloatArray:
    """The share of a bearer in a line.

    f8[row], or by rules f8[basis, valuation, year, strategy, stratum or shared, row].
    """
    if len(model.lines[line].bearing) == 1:
        always: FloatArray = bound.share[line, bearer, 0, 0]
        return always
    whole, part = by_service[line], by_service[line] * bound.share[line, bearer][:, np.newaxis]
    late = any(each.lag for each in model.lines)
    shares = []
    for lag in (0, model.lines[line].lag) if late else (0,):
        of_all, of_bearer = (_by_date(model.calendar, each, lag) for each in (whole, part))
        share = np.divide(of_bearer, of_all, out=np.zeros_like(of_all), where=of_all != 0.0)
        shares.append(share if late else share[:, :-1])
    return np.stack(shares)


def _by_date(calendar: Calendar, by_service: FloatArray, lag: int) -> FloatArray:
    """Amounts of a line by the year some cycles after the service; last stands what is beyond the horizon."""
    years: FloatArray = np.zeros((len(by_service), len(calendar.years) + 1, *by_service.shape[2:]))
    for period, cycle in enumerate(calendar.first_cycle_of_period):
        year = calendar.year_at(cycle + lag)
        at = calendar.years.index(year) if year in calendar.years else -1
        years[:, at] += by_service[:, period]
    return years


def _by_year(model: Model, by_service: FloatArray) -> FloatArray:
    """Amounts of the periods added up to budget years, one period after the other."""
    years: FloatArray = np.zeros(
        (*by_service.shape[:YEAR_AXIS], len(model.calendar.years), *by_service.shape[3:])
    )
    for period, year in enumerate(model.calendar.year_of_period):
        years[:, :, year] += by_service[:, :, period]
    return years


def _by_payment(model: Model, by_service: FloatArray, accrual: FloatArray, bits: int) -> FloatArray:
    """Amounts in the year of their payment; what is still open takes what is left of the accrual total."""
    calendar = model.calendar
    paid: FloatArray = np.zeros_like(accrual)
    for position, line in enumerate(model.lines):
        paid[position] = _by_date(calendar, by_service[position], line.lag)[:, :-1]
    rounded = on_grain(paid, bits, YEAR_AXIS)
    total = accrual.sum(axis=YEAR_AXIS) - rounded.sum(axis=YEAR_AXIS)
    return np.concatenate([rounded, total[:, :, np.newaxis]], axis=YEAR_AXIS)


def _borne(model: Model, bound: Bound, amounts: FloatArray, refund: Line, driver: Borne) -> FloatArray:
    """What the bearer of a refund bears: f8[valuation, period, strategy, stratum or shared, row]."""
    items = [line.item for line in model.lines]
    receiver = model.bearers.index(refund.bearers[0])
    borne: FloatArray = np.zeros(amounts.shape[1:])
    for item in driver.items:
        position = items.index(item)
        borne += amounts[position] * bound.share[position, receiver][:, np.newaxis]
    return _only_in(model, borne, driver.strata)


def _part_of(model: Model, amounts: FloatArray, driver: PartOf) -> FloatArray:
    """What other lines come to, cost or income: f8[valuation, period, strategy, stratum or shared, row]."""
    whole: FloatArray = np.zeros(amounts.shape[1:])
    for position, line in enumerate(model.lines):
        if line.item in driver.items:
            whole += line.sign * amounts[position]
    outside = [not driver.first <= cycle < driver.after for cycle in model.calendar.first_cycle_of_period]
    whole[:, outside] = 0.0
    return _only_in(model, whole, driver.strata)


def _only_in(model: Model, amounts: FloatArray, strata: tuple[str, ...] | None) -> FloatArray:
    if strata is not None:
        elsewhere = [name not in strata for name in (*model.strata, SHARED)]
        amounts[:, :, :, elsewhere] = 0.0
    return amounts


def _quantity(model: Model, trace: Trace, driver: Counted) -> FloatArray:
    """What a price is multiplied with: f8[valuation, period, strategy, stratum or shared, row]."""
    _, periods, _, strategies, strata, rows = trace.time_in.shape
    valuations = len(model.weights.of_money)
    quantity: FloatArray = np.zeros((valuations, periods, strategies, strata + 1, rows))
    match driver:
        case TimeInState(state):
            quantity[..., :-1, :] = _time(model, trace, lambda cell: cell.state == state)
        case TimeTakingPart():
            quantity[..., :-1, :] = _time(model, trace, driver.counts)
        case ActiveTime(cycles):
            quantity[..., -1, :] = _due(model, valuations, cycles, float(model.calendar.cycle_years))
        case Dated(cycles):
            quantity[..., -1, :] = _due(model, valuations, cycles, 1.0)
        case Crossings(origin, destination):
            quantity[..., :-1, :] = _added(model, between(model, origin, destination).counted(trace))
        case TimeWaiting(programme):
            quantity[..., :-1, :] = _time(model, trace, lambda cell: cell.waits_for(programme))
        case PaidPosts(limit):
            place = [each.id for each in model.limits].index(limit)
            quantity[..., -1, :] = trace.posts[:valuations, :, place][:, :, np.newaxis]
        case Groups():
            quantity[..., -1, :] = trace.groups[:valuations, :, model.groups.index(driver)]
        case Enrolments(programme):
            quantity[..., :-1, :] = _added(model, taken_in(model, {programme}).counted(trace))
        case _:
            assert_never(driver)
    return quantity


def _loads(model: Model, trace: Trace, line: int) -> FloatArray:
    """Person-years by what each case costs: f8[valuation, period, strategy, stratum or shared, row]."""
    loads = trace.loads[: len(model.weights.of_money), :, model.differing.index(line)]
    return np.concatenate([loads, np.zeros_like(loads[..., :1, :])], axis=-2)


def _due(model: Model, valuations: int, cycles: FloatArray, each: float) -> FloatArray:
    """What falls due at the start of some cycles: f8[valuation, period, 1, 1]."""
    due: FloatArray = np.zeros((valuations, len(model.calendar.year_of_period)))
    for cycle in np.flatnonzero(cycles):
        due[:, model.calendar.period_of_cycle[cycle]] += model.weights.at_start[:valuations, cycle] * each
    return due[..., np.newaxis, np.newaxis]


def _time(model: Model, trace: Trace, counts: Callable[[Cell], bool]) -> FloatArray:
    """Person-years in some cells: f8[valuation, period, strategy, stratum, row]."""
    cells = [position for position, cell in enumerate(model.cells) if counts(cell)]
    return _added(model, trace.time_in[:, :, cells])


def _added(model: Model, counts: FloatArray) -> FloatArray:
    """What is counted by cell or passage, in order: f8[valuation, period, strategy, stratum, row]."""
    return added_up(counts[: len(model.weights.of_money)])
