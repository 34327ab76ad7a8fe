"""`compile_model(scenario)`: once per scenario, the table of contents of this package.

States, strata, strategies, streams and interventions are sorted by id, so the order of a file means nothing.
"""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.conventions import Weights, weights_of
from prevention_sim.model.effects import compile_diversions
from prevention_sim.model.entries import place, starting, stratum_shares, streams
from prevention_sim.model.figures import length_in_years
from prevention_sim.model.lines import bearer_cuts, compile_lines, payment_cuts, share_cuts
from prevention_sim.model.model import UNTREATED, Cause, Cell, Model, StartTerm
from prevention_sim.model.prices import general_index, price_cuts
from prevention_sim.model.rows import ParameterTable, base_row, parameter_table
from prevention_sim.model.transitions import compile_causes
from prevention_sim.scenario.caseload import Setting
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression

EVERYBODY = "all"
"""The one stratum of a file that names none."""


def compile_model(scenario: Scenario) -> Model:
    """Turn what was written into structure and terms."""
    calendar = _calendar(scenario)
    table = parameter_table(scenario)
    strategies = tuple(sorted(scenario.strategies))
    strata = tuple(sorted(strata_of(scenario))) or (EVERYBODY,)
    with_programme = {
        programme: tuple(programme in scenario.strategies[name].interventions for name in strategies)
        for programme in sorted(scenario.interventions)
    }
    diversions = compile_diversions(scenario, calendar)
    shares = stratum_shares(scenario, strata)
    causes = compile_causes(scenario, strata, Fraction(calendar.months_per_cycle, 12))
    placed = [
        entry
        for stream in streams(scenario, calendar, strata, shares)
        for entry in place(stream, diversions, with_programme, len(strategies))
    ]
    stock = starting(scenario, strata, shares)
    cells = _reachable(
        [Cell(state, UNTREATED) for state, _ in stock] + [entry.cell for entry in placed], causes
    )
    moves = tuple(sorted({(cause.origin, cause.destination) for cause in causes}))
    edge_destination, edge_origin, edge_move = _edges(moves, cells)
    bearers = tuple(sorted(scenario.bearers))
    return Model(
        table=table,
        calendar=calendar,
        weights=_weights(scenario, calendar, table),
        conversion=scenario.conventions.conversion,
        strategies=strategies,
        comparator=scenario.comparator,
        strata=strata,
        stratum_shares=shares,
        imminent=frozenset(name for name, group in strata_of(scenario).items() if "imminent" in group.tags),
        otherwise=_otherwise(scenario),
        states=tuple(sorted(scenario.states)),
        placements=frozenset(name for name, state in scenario.states.items() if "placement" in state.tags),
        cells=cells,
        causes=causes,
        moves=moves,
        edge_origin=edge_origin,
        edge_destination=edge_destination,
        edge_move=edge_move,
        phases=np.zeros(calendar.cycles, dtype=np.int32),
        edge_shape=np.zeros(len(edge_move), dtype=np.int32),
        start=tuple(StartTerm(Cell(state, UNTREATED), amounts) for state, amounts in stock),
        entries=tuple(placed),
        lines=compile_lines(scenario, calendar, with_programme, len(strategies)),
        bearers=bearers,
        levels=tuple(scenario.bearers[name].level for name in bearers),
        window_years=scenario.time.budget_window,
        diversions=diversions,
        placement_stay=_placement_stay(scenario),
    )


def _weights(scenario: Scenario, calendar: Calendar, table: ParameterTable) -> Weights:
    rates = _discount_rates(scenario, calendar, table)
    return weights_of(scenario.conventions, calendar, rates, general_index(scenario, calendar, table))


def _calendar(scenario: Scenario) -> Calendar:
    """The calendar, cut where prices step up, payments fall into another year, bearers or shares change."""
    whole = Calendar.of(scenario.time)
    cuts = {
        cut for cuts in (price_cuts, payment_cuts, bearer_cuts, share_cuts) for cut in cuts(scenario, whole)
    }
    return replace(whole, cuts=tuple(sorted(cuts)))


def _placement_stay(scenario: Scenario) -> Expression | None:
    """The mean stay in placement in years, where one state is tagged so and its mean stay is stated."""
    placements = [name for name, state in scenario.states.items() if "placement" in state.tags]
    stay = scenario.stays.get(placements[0]) if len(placements) == 1 else None
    if stay is None or stay.mean is None:
        return None
    return length_in_years(scenario, stay.mean, f"stays.{placements[0]}.mean")


def _discount_rates(scenario: Scenario, calendar: Calendar, table: ParameterTable) -> FloatArray:
    """The rate per year in force in each cycle, f8[cycle]; 0 where the file does not discount."""
    rates: FloatArray = np.zeros(calendar.cycles)
    discounting = scenario.conventions.discounting
    if discounting is None:
        return rates
    columns = base_row(table).columns()
    dated = [(0, columns["conventions.discounting.rate"])] + [
        (calendar.boundary(step.from_), columns[f"conventions.discounting.steps[{position}].rate"])
        for position, step in enumerate(discounting.steps)
    ]
    for boundary, rate in sorted(dated, key=lambda step: step[0]):
        rates[boundary:] = rate[0]
    return rates


def _edges(moves: tuple[tuple[str, str], ...], cells: tuple[Cell, ...]) -> IntArray:
    """Destination, origin and move of every edge; edges to one cell are neighbours, which the kernel adds."""
    edges = sorted(
        (cells.index(Cell(to, cell.status)), cells.index(cell), position)
        for position, (origin, to) in enumerate(moves)
        for cell in cells
        if cell.state == origin
    )
    return np.array(edges, dtype=np.int32).reshape(-1, 3).T.copy()


def _otherwise(scenario: Scenario) -> dict[str, Setting]:
    """The setting of each state that cases would enter without the programme."""
    settings = {name: scenario.states[name].setting for name in scenario.without}
    return {name: setting for name, setting in settings.items() if setting is not None}


def _reachable(seeds: list[Cell], causes: tuple[Cause, ...]) -> tuple[Cell, ...]:
    """Every cell somebody can be in, in any strategy."""
    found, new = set(seeds), set(seeds)
    while new:
        new = {
            Cell(cause.destination, cell.status)
            for cell in new
            for cause in causes
            if cause.origin == cell.state
        } - found
        found |= new
    return tuple(sorted(found))
