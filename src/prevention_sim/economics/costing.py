"""Counts times prices: the only place where a trace meets money."""

from typing import assert_never

import numpy as np

from prevention_sim.economics.ledger import BASES, SHARED, Ledger, check_exact, on_grain
from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import Axes, Cube, FloatArray, Label
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import ActiveTime, Line, Model, TimeInState

YEAR_AXIS = 2


def amounts_of(model: Model, bound: Bound, trace: Trace) -> FloatArray:
    """Unrounded amounts: f8[item, valuation, year, strategy, stratum or shared, row]."""
    valuations, years, _, strategies, strata, rows = trace.time_in.shape
    amounts: FloatArray = np.zeros((len(model.lines), valuations, years, strategies, strata + 1, rows))
    for position, line in enumerate(model.lines):
        quantity = _quantity(model, trace, line)
        for strategy in np.flatnonzero(line.strategies):
            amounts[position, :, :, strategy] = quantity[:, :, strategy] * bound.price[position]
    return amounts


def price(model: Model, bound: Bound, trace: Trace, grain_bits: int) -> Ledger:
    """Book the trace on the grain and split it among bearers; the last one takes what rounding leaves."""
    amounts = on_grain(amounts_of(model, bound, trace), grain_bits, YEAR_AXIS)
    check_exact(amounts, grain_bits)
    borne: FloatArray = np.zeros((len(model.lines), len(model.bearers), len(BASES), *amounts.shape[1:]))
    for position, line in enumerate(model.lines):
        left = amounts[position]
        for bearer, _ in line.bearers[:-1]:
            column = model.bearers.index(bearer)
            part = on_grain(amounts[position] * bound.share[position, column], grain_bits, YEAR_AXIS - 1)
            borne[position, column, 0] = part
            left = left - part
        borne[position, model.bearers.index(line.bearers[-1][0]), 0] = left
    labels: dict[str, tuple[Label, ...]] = {
        "item": tuple(line.item for line in model.lines),
        "bearer": model.bearers,
        "basis": BASES,
        "valuation": model.weights.valuations,
        "year": model.calendar.years,
        "strategy": model.strategies,
        "stratum": (*model.strata, SHARED),
        "row": tuple(range(amounts.shape[-1])),
    }
    return Ledger(Cube(borne, Axes(labels)), grain_bits)


def _quantity(model: Model, trace: Trace, line: Line) -> FloatArray:
    """What a line is multiplied with: f8[valuation, year, strategy, stratum or shared, row]."""
    valuations, years, _, strategies, strata, rows = trace.time_in.shape
    quantity: FloatArray = np.zeros((valuations, years, strategies, strata + 1, rows))
    match line.driver:
        case TimeInState(state):
            for cell, where in enumerate(model.cells):
                if where.state == state:
                    quantity[..., :-1, :] += trace.time_in[:, :, cell]
        case ActiveTime(cycles):
            for cycle in np.flatnonzero(cycles):
                quantity[:, model.calendar.year_of_cycle[cycle], :, -1] += (
                    model.weights.at_start[:, cycle] * model.calendar.cycle_years
                )[:, np.newaxis, np.newaxis]
        case _:
            assert_never(line.driver)
    return quantity
