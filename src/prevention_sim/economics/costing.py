"""Counts times prices: the only place where a trace meets money.

Accrual books an amount in the year of the service, cash in the year of the payment. What is paid after the
horizon stands under "open", so that both add up to the same total, exactly. Present values are those of the
time of service on either basis: a payment lag moves cash between years, not the worth of a service.
"""

from typing import assert_never

import numpy as np

from prevention_sim.economics.ledger import (
    ACCRUAL,
    CASH,
    OPEN,
    SHARED,
    Ledger,
    check_exact,
    on_grain,
)
from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import Axes, Cube, FloatArray, Label
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import ActiveTime, Line, Model, TimeInState

YEAR_AXIS = 2


def amounts_of(model: Model, bound: Bound, trace: Trace) -> FloatArray:
    """Unrounded amounts by service: f8[item, valuation, period, strategy, stratum or shared, row]."""
    valuations, periods, _, strategies, strata, rows = trace.time_in.shape
    amounts: FloatArray = np.zeros((len(model.lines), valuations, periods, strategies, strata + 1, rows))
    for position, line in enumerate(model.lines):
        quantity = _quantity(model, trace, line)
        price = bound.price[position] * bound.index[position]
        for strategy in np.flatnonzero(line.strategies):
            amounts[position, :, :, strategy] = quantity[:, :, strategy] * price[:, np.newaxis]
    return amounts


def price(model: Model, bound: Bound, trace: Trace, grain_bits: int) -> Ledger:
    """Book the trace on the grain and split it among bearers; the last one takes what rounding leaves."""
    by_service = amounts_of(model, bound, trace)
    booked = [on_grain(_by_year(model, by_service), grain_bits, YEAR_AXIS)]
    if any(line.lag for line in model.lines):
        booked.append(_by_payment(model, by_service, booked[0], grain_bits))
        booked[0] = np.concatenate([booked[0], np.zeros_like(booked[0][:, :, :1])], axis=YEAR_AXIS)
    amounts = np.stack(booked, axis=1)
    for basis in booked:
        check_exact(basis, grain_bits)
    borne: FloatArray = np.zeros((len(model.lines), len(model.bearers), *amounts.shape[1:]))
    for position, line in enumerate(model.lines):
        left = amounts[position]
        for bearer, _ in line.bearers[:-1]:
            column = model.bearers.index(bearer)
            part = on_grain(amounts[position] * bound.share[position, column], grain_bits, YEAR_AXIS)
            borne[position, column] = part
            left = left - part
        borne[position, model.bearers.index(line.bearers[-1][0])] = left
    labels: dict[str, tuple[Label, ...]] = {
        "item": tuple(line.item for line in model.lines),
        "bearer": model.bearers,
        "basis": (ACCRUAL, CASH)[: len(booked)],
        "valuation": model.weights.valuations,
        "year": (*model.calendar.years, *([OPEN] if len(booked) > 1 else [])),
        "strategy": model.strategies,
        "stratum": (*model.strata, SHARED),
        "row": tuple(range(amounts.shape[-1])),
    }
    return Ledger(Cube(borne, Axes(labels)), grain_bits)


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
        for period, cycle in enumerate(calendar.first_cycle_of_period):
            year = calendar.year_at(cycle + line.lag)
            if year in calendar.years:
                paid[position, :, calendar.years.index(year)] += by_service[position, :, period]
    rounded = on_grain(paid, bits, YEAR_AXIS)
    total = accrual.sum(axis=YEAR_AXIS) - rounded.sum(axis=YEAR_AXIS)
    return np.concatenate([rounded, total[:, :, np.newaxis]], axis=YEAR_AXIS)


def _quantity(model: Model, trace: Trace, line: Line) -> FloatArray:
    """What a line is multiplied with: f8[valuation, period, strategy, stratum or shared, row]."""
    valuations, periods, _, strategies, strata, rows = trace.time_in.shape
    quantity: FloatArray = np.zeros((valuations, periods, strategies, strata + 1, rows))
    match line.driver:
        case TimeInState(state):
            for cell, where in enumerate(model.cells):
                if where.state == state:
                    quantity[..., :-1, :] += trace.time_in[:, :, cell]
        case ActiveTime(cycles):
            for cycle in np.flatnonzero(cycles):
                quantity[:, model.calendar.period_of_cycle[cycle], :, -1] += (
                    model.weights.at_start[:, cycle] * model.calendar.cycle_years
                )[:, np.newaxis, np.newaxis]
        case _:
            assert_never(line.driver)
    return quantity
