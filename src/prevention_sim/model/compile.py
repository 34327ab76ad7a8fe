"""`compile_model(scenario)`: once per scenario, the table of contents of this package.

States, strata, strategies, streams and interventions are sorted by id, so the order of a file means nothing.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.conventions import Weights, weights_of
from prevention_sim.model.courses import Ages, Courses, entry_clocked, longest_elapsed
from prevention_sim.model.detours import Detours
from prevention_sim.model.effects import Effects
from prevention_sim.model.entries import Placing, former_ids, starting, stratum_shares, streams, varying
from prevention_sim.model.figures import length_in_years, whole_cycles
from prevention_sim.model.limits import Limits
from prevention_sim.model.lines import bearer_cuts, compile_lines, payment_cuts, share_cuts
from prevention_sim.model.model import Model, Simulation, StartTerm
from prevention_sim.model.network import Cell
from prevention_sim.model.outcomes import compile_outcomes
from prevention_sim.model.prices import general_index, price_cuts
from prevention_sim.model.programmes import Programmes
from prevention_sim.model.rows import ParameterTable, base_row, parameter_table
from prevention_sim.model.space import Space
from prevention_sim.model.transitions import compile_causes
from prevention_sim.scenario.caseload import Setting, State, Stock, Stratum
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression
from prevention_sim.scenario.moves import intensity_of, states_left
from prevention_sim.scenario.settings import Rates

EVERYBODY = "all"
"""The one stratum of a file that names none."""


def compile_model(scenario: Scenario) -> Model:
    """Turn what was written into structure and terms."""
    calendar = _calendar(scenario)
    table = parameter_table(scenario)
    strategies = tuple(sorted(scenario.strategies))
    strata = tuple(sorted(strata_of(scenario))) or (EVERYBODY,)
    shares = stratum_shares(scenario, strata)
    causes = compile_causes(scenario, calendar, strata)
    moves = tuple(sorted({(cause.origin, cause.destination) for cause in causes}))
    changes = Effects(scenario, calendar, strata, moves).compiled()
    ages = Ages.of(scenario, calendar)
    programmes = Programmes(scenario, calendar, strata, strategies).compiled()
    limits = Limits(scenario, calendar, strata, strategies).compiled(programmes)
    clocked = entry_clocked(causes, changes)
    longest = calendar.cycles + longest_elapsed(scenario, calendar)
    left = states_left(scenario)
    space = Space(programmes, moves, left, len(strategies), clocked, longest, ages.axis, limits)
    placed = Placing(space, programmes).placed(streams(scenario, calendar, strata, shares, ages.position))
    stock = starting(scenario, strata, shares)
    seeds = [*(Cell(state) for _, state, _, _ in stock), *(entry.cell for entry in placed)]
    network = Detours(space).network(seeds, placed)
    courses = Courses(causes, changes, network, calendar, ages)
    phase_of_cycle = courses.phase_of_cycle()
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
        imminent=_tagged("imminent", strata_of(scenario)),
        otherwise=_otherwise(scenario),
        states=tuple(sorted(scenario.states)),
        placements=_tagged("placement", scenario.states),
        causes=causes,
        moves=moves,
        changes=changes,
        network=network,
        phase_of_cycle=phase_of_cycle,
        courses=courses.of_edges(int(phase_of_cycle[-1]) + 1),
        age_at_start=ages.at_start,
        start=tuple(_start(ages, there) for there in stock),
        entries=placed,
        lines=compile_lines(scenario, calendar, _strategies_with(scenario, strategies), len(strategies)),
        outcomes=compile_outcomes(scenario, network.cells, programmes, len(strategies)),
        bearers=bearers,
        levels=tuple(scenario.bearers[name].level for name in bearers),
        window_years=scenario.time.budget_window,
        programmes=programmes,
        limits=limits,
        placement_stay=_placement_stay(scenario),
        intensity=tuple(intensity_of(scenario, state) for state in sorted(scenario.states)),
        varying=varying(scenario),
        was=former_ids(scenario),
        simulation=_simulation(scenario),
    )


def _strategies_with(scenario: Scenario, strategies: tuple[str, ...]) -> dict[str, tuple[bool, ...]]:
    """For each programme which strategies have it."""
    return {
        programme: tuple(programme in scenario.strategies[name].interventions for name in strategies)
        for programme in sorted(scenario.interventions)
    }


def _tagged(tag: str, parts: Mapping[str, Stratum | State]) -> frozenset[str]:
    return frozenset(name for name, part in parts.items() if tag in part.tags)


def _simulation(scenario: Scenario) -> Simulation:
    engine, chance = scenario.engine, scenario.uncertainty
    return Simulation(None if engine == "auto" else engine, chance.seed, chance.replications)


def _weights(scenario: Scenario, calendar: Calendar, table: ParameterTable) -> Weights:
    discounting, path = scenario.conventions.discounting, "conventions.discounting"
    of_outcomes = discounting.outcomes if discounting else None
    return weights_of(
        scenario.conventions,
        calendar,
        _rates_in_force(discounting, path, calendar, table),
        general_index(scenario, calendar, table),
        _rates_in_force(of_outcomes, f"{path}.outcomes", calendar, table) if of_outcomes else None,
    )


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


def _rates_in_force(
    written: Rates | None, path: str, calendar: Calendar, table: ParameterTable
) -> FloatArray:
    """The rate per year in force in each cycle, f8[cycle]; 0 where nothing is discounted."""
    rates: FloatArray = np.zeros(calendar.cycles)
    if written is None:
        return rates
    columns = base_row(table).columns()
    dated = [(0, columns[f"{path}.rate"])] + [
        (calendar.boundary(step.from_), columns[f"{path}.steps[{position}].rate"])
        for position, step in enumerate(written.steps)
    ]
    for boundary, rate in sorted(dated, key=lambda step: step[0]):
        rates[boundary:] = rate[0]
    return rates


def _start(ages: Ages, there: tuple[str, str, Stock, tuple[Expression, ...]]) -> StartTerm:
    """Those who are there at the start."""
    stream, state, stock, amounts = there
    elapsed = 0 if stock.elapsed is None else whole_cycles(ages.calendar, stock.elapsed)
    return StartTerm(stream, Cell(state), amounts, elapsed, ages.position(stock))


def _otherwise(scenario: Scenario) -> dict[str, Setting]:
    """The setting of each state that cases would enter without the programme."""
    settings = {name: scenario.states[name].setting for name in scenario.without}
    return {name: setting for name, setting in settings.items() if setting is not None}
