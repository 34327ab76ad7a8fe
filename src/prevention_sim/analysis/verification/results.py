"""TECH-VER 3: does money follow from counts and prices, does it add up, and do differences compare?"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import avoided_place_years
from prevention_sim.analysis.verification.bench import (
    GRAINS,
    ROUNDING,
    Answer,
    Bench,
    Inapplicable,
    compared,
)
from prevention_sim.economics.ledger import ACCRUAL
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.compile import compile_model
from prevention_sim.model.conventions import weights_of
from prevention_sim.model.model import Line, TimeInState
from prevention_sim.model.prices import general_index

DEARER: Final = 0.1

RULES_OF_A_CYCLE: Final = ("start", "end", "half_cycle")
"""Counting rules under which a cycle counts alike however long the horizon is."""


def nothing_for_nothing(bench: Bench) -> Answer:
    """Where all prices are 0, nothing costs anything (C9)."""
    if not bench.prices():
        return Inapplicable("no_price")
    return compared((bench.of(bench.times(bench.prices(), 0.0)).ledger.amount.values, 0.0))


def twice_the_prices(bench: Bench) -> Answer:
    """Twice the prices are twice the money, but for rounding (C9)."""
    if not bench.prices():
        return Inapplicable("no_price")
    amounts = bench.of(bench.times(bench.prices(), 1.0, 2.0)).ledger.amount.values
    return compared((amounts[..., 1] - 2.0 * amounts[..., 0], GRAINS * bench.grain))


def count_times_price(bench: Bench) -> Answer:
    """What is paid per case is place-years times price (C9)."""
    parts = []
    for position, line in enumerate(bench.model.lines):
        if isinstance(line.driver, TimeInState) and line.cap is None and line.differs is None:
            booked = bench.base.ledger.amount.where(item=line.item, basis=ACCRUAL)
            found = booked.total_by("valuation", "year", "strategy", "stratum", "row")
            expected = _count_times_price(bench.base, position, line, line.driver.state)
            years = (
                found[:, : expected.shape[1], :, :-1] - expected
            )  # neither what is open nor what is shared
            parts.append((years, 2.0 * bench.grain + ROUNDING * float(np.abs(expected).max(initial=0.0))))
    return compared(*parts) if parts else Inapplicable("no_line")


def _count_times_price(outcomes: Outcomes, position: int, line: Line, state: str) -> FloatArray:
    """Place-years times price: f8[valuation, year, strategy, stratum, row]."""
    model, bound = outcomes.model, outcomes.bound
    time_in = outcomes.trace.time_in[: len(model.weights.of_money)]
    years = model.calendar.year_of_period
    expected: FloatArray = np.zeros((len(time_in), len(model.calendar.years), *time_in.shape[3:]))
    runs = np.array(line.strategies)[:, np.newaxis, np.newaxis]
    for cell, where in enumerate(model.cells):
        if where.state == state:
            for period, year in enumerate(years):
                price = bound.price[position] * bound.collected[position] * bound.index[position, period]
                expected[:, year] += time_in[:, period, cell] * price * runs
    return expected


def undiscounted_at_zero(bench: Bench) -> Answer:
    """At a discount rate of 0 the present value is the sum of the amounts (C10)."""
    conventions = bench.scenario.conventions
    if conventions.discounting is None:
        return Inapplicable("no_discounting")
    calendar = bench.model.calendar
    index = general_index(bench.scenario, calendar, bench.model.table)
    free = weights_of(conventions, calendar, np.zeros(calendar.cycles), index)
    amount = bench.of({}, replace(bench.model, weights=free)).ledger.amount
    present, amounts = (amount.where(valuation=name).values for name in ("present", _discounted_of(bench)))
    return compared((present - amounts, 0.0))


def later_is_less(bench: Bench) -> Answer:
    """Discounted, no amount is larger than undiscounted (C10)."""
    discounting = bench.scenario.conventions.discounting
    if discounting is None:
        return Inapplicable("no_discounting")
    rates = [bench.written[path] for path in bench.written if path.startswith("conventions.discounting.")]
    if min(rates) < 0.0:
        return Inapplicable("rate_below_zero")
    amount = bench.base.ledger.amount
    present, amounts = (
        np.abs(amount.where(valuation=name).values) for name in ("present", _discounted_of(bench))
    )
    return compared((np.maximum(present - amounts, 0.0), GRAINS * bench.grain))


def _discounted_of(bench: Bench) -> str:
    """The valuation whose amounts are discounted."""
    discounting = bench.scenario.conventions.discounting
    return "real" if discounting and discounting.terms == "real" else "nominal"


def parts_add_up(bench: Bench) -> Answer:
    """Bearers, lines, years and groups come to one total, refunds to 0, payments to services (C11)."""
    amount = bench.base.ledger.amount
    kept = ("basis", "valuation", "strategy", "row")
    total = amount.total_by(*kept)
    parts = [
        (amount.total_by(axis, *kept).sum(axis=0) - total, 0.0)
        for axis in ("item", "bearer", "year", "stratum")
    ]
    by_item = amount.total_by("basis", "item", "valuation", "strategy", "row")
    refunds = [position for position, line in enumerate(bench.model.lines) if line.payer is not None]
    grains = amount.values / bench.grain
    return compared(
        *parts,
        (by_item - by_item[:1], 0.0),
        (by_item[:, refunds], 0.0),
        ((grains - np.rint(grains)) * bench.grain, 0.0),
    )


def exchange_turns_signs(bench: Bench) -> Answer:
    """Strategy and comparator exchanged: every difference changes its sign and nothing else (C6)."""
    if not bench.alternatives:
        return Inapplicable("no_alternative")
    parts = []
    for strategy in bench.alternatives:
        mirrored = replace(bench.model, comparator=strategy)
        one, other = Findings(bench.base), Findings(bench.of({}, mirrored))
        there, back = _differences(one, strategy), _differences(other, bench.model.comparator)
        parts.append((there + back, 0.0))
    return compared(*parts)


def differences_form_a_chain(bench: Bench) -> Answer:
    """From one strategy to a second and on to a third is from the first to the third (relation 32)."""
    if len(bench.alternatives) < 2:  # noqa: PLR2004 - a chain has two links
        return Inapplicable("no_third_strategy")
    base, parts = Findings(bench.base), []
    for second, third in pairwise(bench.alternatives):
        between = Findings(bench.of({}, replace(bench.model, comparator=second)))
        links = _differences(base, second) + _differences(between, third)
        lost = ROUNDING * float(np.abs(links[1]).max(initial=0.0))
        apart = _differences(base, third) - links
        parts += [(apart[0], 0.0), (apart[1], lost)]
    return compared(*parts)


def _differences(findings: Findings, strategy: str) -> FloatArray:
    """Relief and avoided place-years of each year: f8[2, year, row]."""
    years = findings.years("horizon")
    relief = [findings.relief(strategy, Slice((year,))) for year in years]
    return np.array([relief, [avoided_place_years(findings, strategy, Slice((year,))) for year in years]])


def dearer_placement_saves_more(bench: Bench) -> Answer:
    """Dearer placement changes the relief by just as much of the placement cost avoided (relation 28)."""
    lines = _placement_lines(bench)
    if not lines:
        return Inapplicable("no_placement_line")
    if not bench.alternatives:
        return Inapplicable("no_alternative")
    items, paths = tuple(line.item for line in lines), {line.path for line in lines}
    prices = tuple(price for price in bench.prices() if price.rpartition(".")[0] in paths)
    findings = Findings(bench.of(bench.times(prices, 1.0, 1.0 + DEARER)))
    parts = []
    for strategy in bench.alternatives:
        for year in findings.years("horizon"):
            part = Slice((year,))
            (as_written, dearer), avoided = (
                findings.relief(strategy, part),
                findings.relief(strategy, part, items)[0],
            )
            spent = float(np.abs(findings.cost(bench.model.comparator, part)).max())
            allowed = GRAINS * len(bench.model.lines) * bench.grain + ROUNDING * spent
            parts.append((np.array([dearer - as_written - DEARER * avoided]), allowed))
    return compared(*parts)


def _placement_lines(bench: Bench) -> list[Line]:
    """What placements cost, income not counted."""
    return [
        line
        for line in bench.model.lines
        if isinstance(line.driver, TimeInState)
        and line.driver.state in bench.model.placements
        and not line.at_home
        and line.sign > 0.0
    ]


def horizon_keeps_the_years_before(bench: Bench) -> Answer:
    """A shorter horizon leaves the years before unchanged (relation 15).

    A clock of a shorter horizon ends earlier, and those in its last position are added in another order.
    """
    time, calendar = bench.scenario.time, bench.model.calendar
    if bench.scenario.conventions.counting not in RULES_OF_A_CYCLE:
        return Inapplicable("weights_of_the_whole")
    shorter_time = time.model_copy(update={"years": time.years - calendar.fewest_years})
    whole = calendar.year_at(shorter_time.cycles) - calendar.start.year
    if whole < 1:
        return Inapplicable("no_whole_year")
    shorter = bench.scenario.model_copy(update={"time": shorter_time})
    years = bench.model.calendar.years[:whole]
    one, other = bench.base, bench.of({}, compile_model(shorter).by_cheapest_engine())
    money = one.ledger.amount.where(year=years).values - other.ledger.amount.where(year=years).values
    persons = _person_years(one, years)
    apart = persons - _person_years(other, years)
    if all(clock is None for clock in bench.model.network.clocks):
        return compared((money, 0.0), (apart, 0.0))
    spent = ROUNDING * float(np.abs(one.ledger.amount.values).max(initial=0.0))
    rounding = ROUNDING * float(persons.max(initial=0.0))
    return compared((money, GRAINS * bench.grain + spent), (apart, rounding))


def _person_years(outcomes: Outcomes, years: tuple[int, ...]) -> FloatArray:
    """Place-years by strategy, year and state: f8[strategy, year, state, row]."""
    findings, model = Findings(outcomes), outcomes.model
    return np.array(
        [
            [
                [
                    findings.person_years(strategy, Slice((year,)), frozenset({state}))
                    for state in model.states
                ]
                for year in years
            ]
            for strategy in model.strategies
        ]
    )
