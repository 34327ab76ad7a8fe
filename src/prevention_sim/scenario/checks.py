"""Checks that span sections: every name used exists, every number has the unit its place asks for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import ceil
from typing import TypeAlias

from prevention_sim.scenario.caseload import OUT_OF_HOME, Into, Move, Stay
from prevention_sim.scenario.clocks import CLOCKS
from prevention_sim.scenario.costs import (
    BearerRule,
    Bearers,
    Hourly,
    IncomeLine,
    PerCase,
    PerEnrolment,
    PerMove,
    PerParticipant,
    Priced,
    Refund,
    ShareOf,
    StepFixed,
)
from prevention_sim.scenario.counterfactual import nameable, strata_named, strata_of
from prevention_sim.scenario.document import Located, Scenario, fields_of, figures_of, observations_of
from prevention_sim.scenario.evidence import ASSUMPTION, Dimension, Figure, Formula, Sourced
from prevention_sim.scenario.expectations import EITHER, NARROWED_BY, Expectation, narrowing_keys
from prevention_sim.scenario.expressions import Name, Number, Operation, names_in
from prevention_sim.scenario.finding import Finding, finding, unknown
from prevention_sim.scenario.grid import Grid
from prevention_sim.scenario.matrix import MOST_STATES, cells_of, states_of
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.parts import Month, Part, Period
from prevention_sim.scenario.problems import nearest
from prevention_sim.scenario.programme_checks import is_told_by_case, wrong_chances, wrong_programmes
from prevention_sim.scenario.quantities import UNREAD, Quantity, Unit
from prevention_sim.scenario.settings import Escalation, OwnWeights, Rates, Time
from prevention_sim.scenario.strata import ways_of
from prevention_sim.scenario.tables import Table
from prevention_sim.scenario.unit_algebra import UnitError, unit_of

MOST_YEARS = 1000
TIME_UNITS = ("day", "week", "month", "quarter", "year")
LONGEST_CHAIN = 32
FEWEST_CYCLES_OF_SIMPSON = 2

Named: TypeAlias = Sequence[tuple[str, Part]]
"""Every part of the file, with its path."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Everything that is wrong with a file whose parts are each well formed."""
    parts, figures = tuple(parts_of(scenario)), tuple(figures_of(scenario))
    for findings in (
        _strata(scenario),
        _counterfactual(scenario),
        _states(scenario),
        _moves(scenario),
        _moves_said_twice(scenario),
        _matrix(scenario),
        _caseload(scenario),
        _lines(scenario),
        _shares_of_lines(scenario),
        _counting_rules(scenario),
        _programmes(scenario),
        wrong_programmes(scenario),
        wrong_chances(scenario, figures),
        _time(scenario, parts),
        _counting(scenario),
        _rates(scenario),
        _spans(scenario, parts),
        _sources(scenario, parts),
        _observed(scenario),
        _outcomes(scenario),
        _expectations(scenario),
        _questions(scenario, figures),
        _budget(scenario),
    ):
        yield from findings
    yield from _parameters(scenario, figures) or _figures(scenario, figures)


def _strata(scenario: Scenario) -> Iterator[Finding]:
    for way, groups in ways_of(scenario).items() or {"without": strata_of(scenario)}.items():
        yield from _rests({f"{way}.{name}.share": group.share for name, group in groups.items()})
    if scenario.crossed_with:
        yield from _crossed(scenario)


def _crossed(scenario: Scenario) -> Iterator[Finding]:
    """Groups that are crossed have names of their own, and the file does not ask where cases go otherwise."""
    if not scenario.strata:
        yield finding("E347", "crossed_with", at_key=True)
    seen: dict[str, str] = {}
    for way, groups in ways_of(scenario).items():
        for name in groups:
            if name in seen:
                yield finding(
                    "E348", f"{way}.{name}", at_key=True, written=name, other=f"{seen[name]}.{name}"
                )
            seen[name] = way


def _counterfactual(scenario: Scenario) -> Iterator[Finding]:
    if scenario.without and scenario.strata:
        yield finding("E230", "without", at_key=True)
        return
    for name in scenario.without:
        path = f"without.{name}"
        yield from unknown("state", name, scenario.states, path)
        if name in scenario.states and scenario.states[name].setting is None:
            yield finding("E231", path, at_key=True, state=scenario.states[name].title)


def _states(scenario: Scenario) -> Iterator[Finding]:
    for state, stay in scenario.stays.items():
        yield from unknown("state", state, scenario.states, f"stays.{state}")
        for target in stay.to:
            yield from unknown("state", target, scenario.states, f"stays.{state}.to.{target}")
            if target == state:
                yield finding("E205", f"stays.{state}.to.{target}", "stay", at_key=True)
        yield from _rests({f"stays.{state}.to.{target}": share for target, share in stay.to.items()})
        yield from _counted(scenario, state, stay) if stay.counts or stay.over else _told(state, stay)


def _told(state: str, stay: Stay) -> Iterator[Finding]:
    """A stay says how fast it ends, and where cases go then."""
    if len(stay.ways) != 1:
        yield finding("E206", f"stays.{state}", "stay", at_key=True)
    if not stay.to:
        yield finding("E112", f"stays.{state}", at_key=True, missing="to")


def _counted(scenario: Scenario, state: str, stay: Stay) -> Iterator[Finding]:
    """Counts say how fast a stay ends as well as where cases go."""
    path = f"stays.{state}"
    for target in stay.counts:
        yield from unknown("state", target, scenario.states, f"{path}.counts.{target}")
    for key in (*stay.ways, *(("to",) if stay.to else ())):
        yield finding("E321", f"{path}.{key}", at_key=True, key=key)
    if stay.over is None or not stay.counts:
        yield finding("E112", path, at_key=True, missing="counts" if stay.over else "over")
    if stay.counts and not set(stay.counts) - {state}:
        yield finding("E321", f"{path}.counts", "nowhere", at_key=True, state=state)


def _matrix(scenario: Scenario) -> Iterator[Finding]:
    """A matrix is written in one way, and its states are left by nothing else."""
    matrix = scenario.matrix
    if matrix is None:
        return
    if (matrix.table is None) == (not matrix.rows):
        yield finding("E326", "matrix", at_key=True)
        return
    if matrix.table is not None:
        yield from unknown("table", matrix.table, scenario.tables, "matrix.table")
    cells = cells_of(scenario)
    states = states_of(cells)
    if len(states) > MOST_STATES:
        yield finding("E326", "matrix", "many", at_key=True, count=len(states), limit=MOST_STATES)
        return
    named: dict[str, str] = {}
    for origin, row in cells.items():
        yield from _rests({cell.path: cell.written for cell in row.values()})
        for name, at in ((origin, f"matrix.rows.{origin}"), *((to, row[to].path) for to in row)):
            named.setdefault(name, "matrix.table" if matrix.table else at)
    for name, at in named.items():
        yield from unknown("state", name, scenario.states, at)
    yield from _left_twice(scenario, states)


def _left_twice(scenario: Scenario, states: tuple[str, ...]) -> Iterator[Finding]:
    """States of a matrix that are left by something else too."""
    for state in scenario.stays:
        if state in states:
            yield finding("E324", f"stays.{state}", at_key=True, state=state)
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            for state in move.from_:
                if state in states:
                    yield finding("E324", f"{section}[{position}].from", state=state)


def _moves(scenario: Scenario) -> Iterator[Finding]:
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            path = f"{section}[{position}]"
            if len(move.ways) != 1:
                yield finding("E206", path)
            for state in move.from_:
                yield from unknown("state", state, scenario.states, f"{path}.from")
                if state == move.to:
                    yield finding("E205", f"{path}.to")
            yield from unknown("state", move.to, scenario.states, f"{path}.to")
            for stratum in move.strata or ():
                yield from unknown("stratum", stratum, nameable(scenario), f"{path}.strata")


def _strata_of_move(scenario: Scenario, move: Move) -> tuple[str, ...]:
    return strata_named(scenario, move.strata or tuple(strata_of(scenario))) or ("",)


def _moves_said_twice(scenario: Scenario) -> Iterator[Finding]:
    said: dict[tuple[str, str, str], str] = {}
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            for key in product(move.from_, (move.to,), _strata_of_move(scenario, move)):
                if key in said:
                    start, end, stratum = key
                    yield finding(
                        "E213",
                        f"{section}[{position}]",
                        "stratum" if stratum else "",
                        start=start,
                        end=end,
                        stratum=stratum,
                        other=said[key],
                    )
                said[key] = f"{section}[{position}]"


def _rests(shares: Mapping[str, object]) -> Iterator[Finding]:
    """Shares of one whole by their path."""
    for path in [path for path, share in shares.items() if share == "rest"][1:]:
        yield finding("E204", path)


def _caseload(scenario: Scenario) -> Iterator[Finding]:
    for kind, streams in (
        ("stock", scenario.caseload.stock),
        ("intake", scenario.caseload.intake),
        ("arrivals", scenario.caseload.arrivals),
    ):
        for name, stream in streams.items():
            path, key = f"caseload.{kind}.{name}", "in" if kind == "stock" else "into"
            if stream.into is not None:
                yield from _into(scenario, stream.into, f"{path}.{key}")
            elif not scenario.without:
                yield finding("E112", path, "into", at_key=True, missing=key)


def _into(scenario: Scenario, into: Into, path: str) -> Iterator[Finding]:
    if isinstance(into, str):
        yield from unknown("state", into, scenario.states, path)
        return
    for stratum, state in into.items():
        yield from unknown("stratum", stratum, nameable(scenario), f"{path}.{stratum}")
        yield from unknown("state", state, scenario.states, f"{path}.{stratum}")
    named = strata_named(scenario, tuple(into))
    missing = [stratum for stratum in strata_of(scenario) if stratum not in named]
    if missing:
        yield finding("E207", path, at_key=True, strata=", ".join(missing))


def _lines(scenario: Scenario) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for path, line in lines_of(scenario):
        name = path.rsplit(".", 1)[1]
        if name in seen:
            yield finding("E208", path, at_key=True, written=name, other=seen[name])
        seen[name] = path
        yield from _paid_for(scenario, line, path)
        if isinstance(line, ShareOf) and line.bearer is None:
            continue
        bearers = line.bearer or scenario.bearer
        if bearers is None and len(scenario.bearers) > 1:
            yield finding("E209", path, at_key=True)
        if isinstance(bearers, tuple):
            yield from _bearer_rules(scenario, bearers, f"{path}.bearer")
        elif bearers is not None:
            yield from _shared_bearers(scenario, bearers, f"{path}.bearer")
    if not scenario.bearers:
        yield finding("E209", "bearers", "none", at_key=True)


def _bearer_rules(scenario: Scenario, rules: Sequence[BearerRule], path: str) -> Iterator[Finding]:
    """Only the last rule holds whatever the case and time."""
    for position, rule in enumerate(rules):
        yield from _shared_bearers(scenario, rule.bearer, f"{path}[{position}].bearer")
        for stratum in rule.strata or ():
            yield from unknown("stratum", stratum, nameable(scenario), f"{path}[{position}].strata")
        last = position == len(rules) - 1
        if rule.conditional == last:
            yield finding("E244", f"{path}[{position}].bearer", "last" if last else "", at_key=True)


def _shared_bearers(scenario: Scenario, bearers: str | Mapping[str, object], path: str) -> Iterator[Finding]:
    if not isinstance(bearers, str):
        yield from _rests({f"{path}.{name}": share for name, share in bearers.items()})
    for name in (bearers,) if isinstance(bearers, str) else bearers:
        yield from unknown("bearer", name, scenario.bearers, path)


def _paid_for(scenario: Scenario, line: IncomeLine, path: str) -> Iterator[Finding]:
    """What a line is paid for exists and fits its kind."""
    match line:
        case Refund():
            yield from _refund(scenario, line, path)
        case ShareOf():
            yield from _share_of(scenario, line, path)
        case _:
            yield from _on_its_side(line, path)
            yield from _of_states(scenario, line, path)


def _on_its_side(line: Priced, path: str) -> Iterator[Finding]:
    """What belongs to costs only stands there, and what belongs to income only does too."""
    if path.split(".")[-2] == "costs":
        if line.collected_share is not None:
            yield finding("E242", f"{path}.collected_share", at_key=True)
        return
    for key, written in (("cap", line.cap), ("optimism_bias", line.optimism_bias)):
        if written is not None:
            yield finding("E343", f"{path}.{key}", key, at_key=True)


def _of_states(scenario: Scenario, line: Priced, path: str) -> Iterator[Finding]:
    """The states a line is paid for exist and fit its kind."""
    if line.form is not None:
        yield from unknown("state", line.form, scenario.states, f"{path}.{line.form_key}")
    match line:
        case PerParticipant() | PerEnrolment() if not path.startswith("interventions."):
            yield finding("E380", f"{path}.kind", written=line.kind)
        case PerMove():
            yield from unknown("state", line.from_, scenario.states, f"{path}.from")
            if line.from_ == line.to:
                yield finding("E340", f"{path}.to", written=line.to)
        case StepFixed() if not _whole_and_positive(line.places):
            yield finding("E341", f"{path}.places.value")
        case PerCase():
            state = scenario.states.get(line.state)
            away = state and (state.setting in OUT_OF_HOME or "placement" in state.tags)
            if line.counts_as == "at_home" and away:
                yield finding("E243", f"{path}.state", written=line.state)
            if line.delivered is not None and line.at is None:
                yield finding("E342", f"{path}.delivered", at_key=True)
        case _:
            return


def _whole_and_positive(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, Quantity) and (
        value.unit == UNREAD or (value.value > 0 and value.value % 1 == 0)
    )


def _share_of(scenario: Scenario, share: ShareOf, path: str) -> Iterator[Finding]:
    """What a line is a share of exists and is no refund."""
    lines = _by_name(scenario)
    if not share.of:
        yield finding("E344", f"{path}.of", "nothing")
    for name in share.of:
        yield from unknown("line", name, lines, f"{path}.of")
        if isinstance(lines.get(name), Refund):
            yield finding("E344", f"{path}.of", written=name)
    for stratum in share.strata or ():
        yield from unknown("stratum", stratum, nameable(scenario), f"{path}.strata")


def _shares_of_lines(scenario: Scenario) -> Iterator[Finding]:
    """Shares of each other in a circle; where there are none, shares of lines that are borne differently."""
    lines = _by_name(scenario)
    shares = {path: line for path, line in lines_of(scenario) if isinstance(line, ShareOf)}
    if any(not share.of or set(share.of) - set(lines) for share in shares.values()):
        return
    in_circles: set[str] = set()
    for path in shares:
        below = _rests_on(lines, _name(path))
        if _name(path) in below - in_circles:
            in_circles |= below
            yield finding("E345", f"{path}.of", written=_name(path))
    for path, share in shares.items() if not in_circles else ():
        first, *others = (bearer_of(scenario, lines[name], "")[1] for name in share.of)
        if share.bearer is None and any(other != first for other in others):
            yield finding("E346", f"{path}.of")


def _rests_on(lines: Mapping[str, IncomeLine], name: str) -> set[str]:
    """Every line that a line is a share of, step by step."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        line = lines[waiting.pop()]
        new = set(line.of) - found if isinstance(line, ShareOf) else set()
        found |= new
        waiting += new
    return found


def bearer_of(scenario: Scenario, line: IncomeLine, path: str) -> tuple[str, Bearers]:
    """Who bears a line, and the path of the line that says so: a share follows the first line it is of."""
    while isinstance(line, ShareOf) and line.bearer is None:
        path, line = next(each for each in lines_of(scenario) if _name(each[0]) == line.of[0])
    return path, line.bearer or scenario.bearer or next(iter(scenario.bearers), "")


def _by_name(scenario: Scenario) -> dict[str, IncomeLine]:
    return {_name(path): line for path, line in lines_of(scenario)}


def _name(path: str) -> str:
    return path.rsplit(".", 1)[1]


def _refund(scenario: Scenario, refund: Refund, path: str) -> Iterator[Finding]:
    """What is paid back exists and is no refund itself, and who pays it back is somebody else."""
    lines = _by_name(scenario)
    for name in refund.of:
        yield from unknown("line", name, lines, f"{path}.of")
        if isinstance(lines.get(name), Refund):
            yield finding("E240", f"{path}.of", written=name)
    yield from unknown("bearer", refund.from_, scenario.bearers, f"{path}.from")
    if refund.from_ == receiver_of(scenario, refund):
        yield finding("E241", f"{path}.from", written=refund.from_)
    for stratum in refund.strata or ():
        yield from unknown("stratum", stratum, nameable(scenario), f"{path}.strata")


def receiver_of(scenario: Scenario, refund: Refund) -> str:
    """Who gets a refund: the bearer it names, else that of the file, else the only one."""
    return refund.bearer or scenario.bearer or next(iter(scenario.bearers), "")


def lines_of(scenario: Scenario) -> Iterator[tuple[str, IncomeLine]]:
    """Every cost and income line of the file with its path."""
    for section in ("costs", "income"):
        for name, line in getattr(scenario, section).items():
            yield f"{section}.{name}", line
    for programme, intervention in scenario.interventions.items():
        for section in ("costs", "income"):
            for name, line in getattr(intervention, section).items():
                yield f"interventions.{programme}.{section}.{name}", line


def product_of(scenario: Scenario, line: IncomeLine) -> str | None:
    """The product a line is budgeted under: its own, else that of its state."""
    if line.product is not None or line.form is None:
        return line.product
    state = scenario.states.get(line.form)
    return state.product if state else None


def forms_of(scenario: Scenario, product: str | None) -> frozenset[str]:
    """The forms of help of a product: the states its lines are paid for; without a product, of all."""
    return frozenset(
        line.state
        for _, line in lines_of(scenario)
        if isinstance(line, PerCase) and not line.counts_as and product in (None, product_of(scenario, line))
    )


def _counting_rules(scenario: Scenario) -> Iterator[Finding]:
    """Amounts per case in the year, in the file and in the report, need a mean stay to convert them."""
    for path, line in lines_of(scenario):
        if isinstance(line, PerCase):
            yield from _converted(scenario, line, path)
    placements = [name for name, state in scenario.states.items() if "placement" in state.tags]
    stays = [stay.mean for name in placements if (stay := scenario.stays.get(name))]
    known = len(placements) == len(stays) == 1 and stays[0] is not None
    if scenario.scenario.case_count == "cases_in_year" and placements and not known:
        yield finding("E272", "scenario.case_count", "report")


def _converted(scenario: Scenario, line: PerCase, path: str) -> Iterator[Finding]:
    if line.case_count != "cases_in_year":
        if line.mean_stay is not None:
            yield finding("E273", f"{path}.mean_stay")
        return
    stay = scenario.stays.get(line.state)
    if line.mean_stay is None and (stay is None or stay.mean is None):
        yield finding("E272", f"{path}.case_count", state=line.state)
    if line.mean_stay is not None and not _plain_and_positive(line.mean_stay):
        yield finding("E275", f"{path}.mean_stay.value")
    value = line.value.value
    period = value.unit if isinstance(value, Quantity) else Unit()
    if period.denominator and period != Unit(period.numerator, "year"):
        yield finding("E274", f"{path}.value.value")


def _plain_and_positive(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, Quantity) and (value.unit == UNREAD or value.value > 0.0)


def _programmes(scenario: Scenario) -> Iterator[Finding]:
    for name, strategy in scenario.strategies.items():
        for programme in strategy.interventions:
            path = f"strategies.{name}.interventions"
            yield from unknown("intervention", programme, scenario.interventions, path)
    yield from unknown("strategy", scenario.comparator, scenario.strategies, "comparator")


def _time(scenario: Scenario, parts: Named) -> Iterator[Finding]:
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


def dates_of(parts: Named) -> Iterator[tuple[str, Month, Month]]:
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


def prices_rise(scenario: Scenario) -> bool:
    """Whether the prices of some line move after the price year."""
    return any(rises.rise or rises.steps for rises in escalations(scenario).values())


def escalations(scenario: Scenario) -> dict[str, Escalation]:
    """How prices move, in the whole file and in single lines, by path."""
    own = {
        f"{path}.prices": line.prices
        for path, line in lines_of(scenario)
        if isinstance(line, Priced) and line.prices
    }
    return {"prices": scenario.prices, **own}


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


def _spans(scenario: Scenario, parts: Named) -> Iterator[Finding]:
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
            yield from _unit(scenario, found, by_hour=False)


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


def budget_years(time: Time) -> range:
    """The budget years of the horizon."""
    return time.grid.budget_years(time.grid.cycles_within(max(time.years, 1)))


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


def _parameters(scenario: Scenario, figures: Sequence[Located]) -> list[Finding]:
    """Unknown names and circles among parameters; units make sense only without them."""
    findings: list[Finding] = []
    for found in figures:
        path = f"{found.path}.value"
        for name in dict.fromkeys(_names_read(found.figure)):
            if is_told_by_case(scenario, found.path, name):
                continue
            if "." in name:
                findings += _column(scenario, name, path)
                continue
            misspelt = _misspelt_period(found.figure, name, path) if name not in scenario.parameters else None
            findings.extend([misspelt] if misspelt else unknown("parameter", name, scenario.parameters, path))
    taken = [name for name in scenario.parameters if name in CLOCKS]
    findings += [finding("E361", f"parameters.{name}", at_key=True, written=name) for name in taken]
    return findings or list(_chains(scenario))


def _column(scenario: Scenario, name: str, path: str) -> Iterator[Finding]:
    """A column that is read by key exists, and its keys are numbers."""
    id_, _, column = name.partition(".")
    table = scenario.tables.get(id_)
    if not isinstance(table, Table):
        yield from unknown("table", id_, scenario.tables, path)
    elif column not in table.cells:
        yield from unknown("column", column, table.cells, path)
    elif not re.fullmatch(r"-?\d+", table.keys[0]):
        yield finding("E379", path, written=table.keys[0])


def _misspelt_period(figure: Figure, name: str, path: str) -> Finding | None:
    """`30/yer`, which is arithmetic to whoever does not know what is meant."""
    match figure.value:
        case Formula(text, Operation("/", (Number(), Name()))) if nearest(name, TIME_UNITS):
            meant = text.replace(name, nearest(name, TIME_UNITS))
            return finding("E120", path, unit=f"/{name}", written=text, nearest=meant)
        case _:
            return None


def _names_read(figure: Figure) -> Iterator[str]:
    return names_in(figure.value.expression) if isinstance(figure.value, Formula) else iter(())


def _chains(scenario: Scenario) -> Iterator[Finding]:
    """Parameters that depend on themselves, or on others over too many steps."""
    waiting = {name: list(_names_read(figure)) for name, figure in scenario.parameters.items()}
    for _ in range(LONGEST_CHAIN):  # each time, those are settled whose formula reads settled ones only
        left = {name: [other for other in read if other in waiting] for name, read in waiting.items()}
        waiting = {name: read for name, read in left.items() if read}
    followed: dict[str, None] = {}
    circles = 0
    for first in waiting:
        steps: dict[str, None] = {}
        name = first
        while name in waiting and name not in followed and name not in steps:
            steps[name] = None
            name = waiting[name][0]
        if name in steps:
            circles += 1
            circle = " → ".join((*list(steps)[list(steps).index(name) :], name))
            yield finding("E214", f"parameters.{name}.value", circle=circle)
        followed |= steps
    if waiting and not circles:
        yield finding("E221", f"parameters.{next(iter(waiting))}.value", limit=LONGEST_CHAIN)


def _figures(scenario: Scenario, figures: Sequence[Located]) -> list[Finding]:
    findings: list[Finding] = []
    hours = {path for path, line in lines_of(scenario) if isinstance(line, Hourly) and line.at is not None}
    for found in figures:
        findings.extend(_unit(scenario, found, by_hour=found.path.removesuffix(".value") in hours))
    return findings


def _unit(scenario: Scenario, found: Located, *, by_hour: bool) -> Iterator[Finding]:
    path = f"{found.path}.value"
    try:
        unit = unit_of(found.figure, scenario.readable)
    except UnitError as error:
        yield Finding(path, error.message)
        return
    if unit == UNREAD or _fits(unit, found.dimension, by_hour=by_hour):
        return
    expected = WORDS[found.dimension.name]
    per_year = Unit(unit.numerator, "year")
    written = isinstance(found.figure.value, Quantity)
    if written and not unit.denominator and _fits(per_year, found.dimension, by_hour=by_hour):
        yield finding("E121", path, dimension=expected)
    else:
        yield finding("E216", path, dimension=expected, found=str(unit) or WORDS["number without unit"])


def _fits(unit: Unit, dimension: Dimension, *, by_hour: bool) -> bool:
    """Whether a unit is of the kind a field takes; an amount with a price per hour counts hours."""
    above, below = unit.numerator, unit.denominator
    fitting: dict[Dimension, bool] = {
        Dimension.ANY: True,
        Dimension.SHARE: unit == Unit(),
        Dimension.RATE: not above and below in TIME_UNITS,
        Dimension.PROBABILITY: not above and below in TIME_UNITS,
        Dimension.DURATION: above in TIME_UNITS and not below,
        Dimension.CASES: unit == Unit("case"),
        Dimension.CASES_PER_TIME: above == "case" and below in TIME_UNITS,
        Dimension.MONEY: unit == Unit("EUR"),
        Dimension.TIME_IN_CARE: above in TIME_UNITS and not below,
        Dimension.COUNT: unit == Unit(),
        Dimension.MONEY_PER_TIME: above == ("hour" if by_hour else "EUR") and below in TIME_UNITS,
        Dimension.MONEY_PER_HOUR: unit == Unit("EUR", "hour"),
        Dimension.HOURS_PER_TIME: above == "hour" and below in TIME_UNITS,
        Dimension.POSTS: unit == Unit("FTE"),
    }
    return fitting[dimension]
