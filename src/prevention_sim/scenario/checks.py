"""Checks that span sections: every name used exists, every number has the unit its place asks for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from prevention_sim.foundation.units import MONTHS_PER_CYCLE
from prevention_sim.scenario.caseload import OUT_OF_HOME, Into, Stay
from prevention_sim.scenario.costs import BearerRule, IncomeLine, PerCase, Refund
from prevention_sim.scenario.counterfactual import share_path, strata_of
from prevention_sim.scenario.document import Located, Scenario, fields_of, figures_of, observations_of
from prevention_sim.scenario.evidence import ASSUMPTION, Dimension, Figure, Formula, Sourced
from prevention_sim.scenario.expectations import EITHER, NARROWED_BY, Expectation, narrowing_keys
from prevention_sim.scenario.expressions import Name, Number, Operation, names_in
from prevention_sim.scenario.matrix import MOST_STATES, cells_of, states_of
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.parts import Month, Part
from prevention_sim.scenario.problems import Message, nearest
from prevention_sim.scenario.quantities import UNREAD, Quantity, Unit
from prevention_sim.scenario.settings import Escalation, Time
from prevention_sim.scenario.unit_algebra import UnitError, unit_of

MOST_YEARS = 1000
TIME_UNITS = ("day", "week", "month", "quarter", "year")
LONGEST_CHAIN = 32


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and the path of the part that has it; `at_key` where the key is wrong, or lacks something."""

    path: str
    message: Message
    at_key: bool = False


def finding(code: str, path: str, variant: str = "", *, at_key: bool = False, **fields: object) -> Finding:
    """A finding with the fields of its message."""
    return Finding(path, Message(code, variant, fields), at_key)


def check(scenario: Scenario) -> Iterator[Finding]:
    """Everything that is wrong with a file whose parts are each well formed."""
    for section in (
        _strata,
        _counterfactual,
        _states,
        _moves,
        _moves_said_twice,
        _matrix,
        _caseload,
        _lines,
        _counting_rules,
        _programmes,
        _time,
        _rates,
        _spans,
        _sources,
        _observed,
        _expectations,
        _questions,
        _budget,
    ):
        yield from section(scenario)
    yield from _parameters(scenario) or _figures(scenario)


def _unknown(kind: str, name: str, known: Collection[str], path: str) -> Iterator[Finding]:
    if name not in known:
        yield finding(
            "E203",
            path,
            at_key=path.endswith(f".{name}"),
            kind=WORDS[kind],
            written=name,
            nearest=nearest(name, known),
            allowed=tuple(sorted(known)),
        )


def _strata(scenario: Scenario) -> Iterator[Finding]:
    strata = strata_of(scenario)
    yield from _rests({share_path(scenario, name): stratum.share for name, stratum in strata.items()})


def _counterfactual(scenario: Scenario) -> Iterator[Finding]:
    if scenario.without and scenario.strata:
        yield finding("E230", "without", at_key=True)
        return
    for name in scenario.without:
        path = f"without.{name}"
        yield from _unknown("state", name, scenario.states, path)
        if name in scenario.states and scenario.states[name].setting is None:
            yield finding("E231", path, at_key=True, state=scenario.states[name].title)


def _states(scenario: Scenario) -> Iterator[Finding]:
    for state, stay in scenario.stays.items():
        yield from _unknown("state", state, scenario.states, f"stays.{state}")
        for target in stay.to:
            yield from _unknown("state", target, scenario.states, f"stays.{state}.to.{target}")
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
        yield from _unknown("state", target, scenario.states, f"{path}.counts.{target}")
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
        yield from _unknown("table", matrix.table, scenario.tables, "matrix.table")
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
        yield from _unknown("state", name, scenario.states, at)
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
                yield from _unknown("state", state, scenario.states, f"{path}.from")
                if state == move.to:
                    yield finding("E205", f"{path}.to")
            yield from _unknown("state", move.to, scenario.states, f"{path}.to")
            for stratum in move.strata or ():
                yield from _unknown("stratum", stratum, strata_of(scenario), f"{path}.strata")


def _moves_said_twice(scenario: Scenario) -> Iterator[Finding]:
    said: dict[tuple[str, str, str], str] = {}
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            for key in product(move.from_, (move.to,), move.strata or tuple(strata_of(scenario)) or ("",)):
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
        yield from _unknown("state", into, scenario.states, path)
        return
    strata = strata_of(scenario)
    for stratum, state in into.items():
        yield from _unknown("stratum", stratum, strata, f"{path}.{stratum}")
        yield from _unknown("state", state, scenario.states, f"{path}.{stratum}")
    missing = [stratum for stratum in strata if stratum not in into]
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
            yield from _unknown("stratum", stratum, strata_of(scenario), f"{path}[{position}].strata")
        last = position == len(rules) - 1
        if rule.conditional == last:
            yield finding("E244", f"{path}[{position}].bearer", "last" if last else "", at_key=True)


def _shared_bearers(scenario: Scenario, bearers: str | Mapping[str, object], path: str) -> Iterator[Finding]:
    if not isinstance(bearers, str):
        yield from _rests({f"{path}.{name}": share for name, share in bearers.items()})
    for name in (bearers,) if isinstance(bearers, str) else bearers:
        yield from _unknown("bearer", name, scenario.bearers, path)


def _paid_for(scenario: Scenario, line: IncomeLine, path: str) -> Iterator[Finding]:
    """What a line is paid for exists and fits its kind."""
    if isinstance(line, Refund):
        yield from _refund(scenario, line, path)
        return
    if line.collected_share is not None and path.split(".")[-2] == "costs":
        yield finding("E242", f"{path}.collected_share", at_key=True)
    if isinstance(line, PerCase):
        yield from _unknown("state", line.state, scenario.states, f"{path}.state")
        state = scenario.states.get(line.state)
        away = state and (state.setting in OUT_OF_HOME or "placement" in state.tags)
        if line.counts_as == "at_home" and away:
            yield finding("E243", f"{path}.state", written=line.state)


def _refund(scenario: Scenario, refund: Refund, path: str) -> Iterator[Finding]:
    """What is paid back exists and is no refund itself, and who pays it back is somebody else."""
    lines = {path.rsplit(".", 1)[1]: line for path, line in lines_of(scenario)}
    for name in refund.of:
        yield from _unknown("line", name, lines, f"{path}.of")
        if isinstance(lines.get(name), Refund):
            yield finding("E240", f"{path}.of", written=name)
    yield from _unknown("bearer", refund.from_, scenario.bearers, f"{path}.from")
    if refund.from_ == receiver_of(scenario, refund):
        yield finding("E241", f"{path}.from", written=refund.from_)
    for stratum in refund.strata or ():
        yield from _unknown("stratum", stratum, strata_of(scenario), f"{path}.strata")


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
    if line.product is not None or not isinstance(line, PerCase):
        return line.product
    state = scenario.states.get(line.state)
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
    diverted: dict[str, str] = {}
    for name, intervention in scenario.interventions.items():
        for position, effect in enumerate(intervention.effects):
            path = f"interventions.{name}.effects[{position}]"
            yield from _unknown("state", effect.into, scenario.states, f"{path}.into")
            for state in effect.from_:
                yield from _unknown("state", state, scenario.states, f"{path}.from")
                if state in diverted:
                    yield finding("E210", f"{path}.from", written=state, other=diverted[state])
                diverted[state] = path
    for name, strategy in scenario.strategies.items():
        for programme in strategy.interventions:
            path = f"strategies.{name}.interventions"
            yield from _unknown("intervention", programme, scenario.interventions, path)
    yield from _unknown("strategy", scenario.comparator, scenario.strategies, "comparator")


def _time(scenario: Scenario) -> Iterator[Finding]:
    time = scenario.time
    for key, value in (("years", time.years), ("budget_window", time.budget_window)):
        if not 1 <= value <= MOST_YEARS:
            yield finding("E211", f"time.{key}", limit=MOST_YEARS, found=value)
    cycle = MONTHS_PER_CYCLE[time.cycle]
    for path, month in _parts(scenario, ""):
        inclusive = path.endswith((".until", ".end"))
        if isinstance(month, Month) and (month.count + inclusive - time.start.count) % cycle:
            yield finding("E212", path, written=month, cycle=WORDS[time.cycle], start=time.start)


def prices_rise(scenario: Scenario) -> bool:
    """Whether the prices of some line move after the price year."""
    return any(rises.rise or rises.steps for rises in escalations(scenario).values())


def escalations(scenario: Scenario) -> dict[str, Escalation]:
    """How prices move, in the whole file and in single lines, by path."""
    own = {
        f"{path}.prices": line.prices
        for path, line in lines_of(scenario)
        if not isinstance(line, Refund) and line.prices
    }
    return {"prices": scenario.prices, **own}


def _rates(scenario: Scenario) -> Iterator[Finding]:
    """Rates are plain numbers, every month has one discount rate, and real ones go with real amounts."""
    discounting, general = scenario.conventions.discounting, scenario.prices.general_rise
    if general is not None and isinstance(general.value, Formula):
        yield finding("E220", "prices.general_rise.value")
    if discounting is None:
        return
    path, start = "conventions.discounting", scenario.time.start
    if isinstance(discounting.rate.value, Formula):
        yield finding("E220", f"{path}.rate.value")
    if discounting.terms == "real" and general is None and prices_rise(scenario):
        yield finding("E245", f"{path}.terms")
    taken: list[int] = []
    for position, step in enumerate(discounting.steps):
        where = f"{path}.steps[{position}]"
        if isinstance(step.rate.value, Formula):
            yield finding("E220", f"{where}.rate.value")
        if step.from_.count <= start.count or step.from_.count in taken:
            yield finding("E270", f"{where}.from", written=step.from_)
        elif discounting.method != "at_point" and step.from_.month != start.month:
            yield finding("E271", f"{where}.from", written=step.from_, month=f"{start.month:02}")
        taken.append(step.from_.count)


def _spans(scenario: Scenario) -> Iterator[Finding]:
    """Dates at which nothing would happen: outside the horizon, or an end before its beginning."""
    begin, years = scenario.time.start.count, max(scenario.time.years, 1)
    after = begin + 12 * years
    for path, part in _parts(scenario, ""):
        key = path.rsplit(".", 1)[-1]
        if isinstance(part, Month) and path != "time.start":
            too_early = part.count < begin and key in ("at", "until", "end")
            too_late = part.count >= after and key in ("at", "from", "start")
            if too_early or too_late:
                yield finding("E222", path, written=part, years=years, start=scenario.time.start)
        for first, last in (("from_", "until"), ("start", "end")):
            opens, closes = getattr(part, first, None), getattr(part, last, None)
            if isinstance(opens, Month) and isinstance(closes, Month) and closes.count < opens.count:
                yield finding("E223", f"{path}.{last}", written=closes, start=opens)


def _parts(part: object, path: str) -> Iterator[tuple[str, object]]:
    """Everything named in the file, with its path."""
    yield path, part
    match part:
        case Mapping():
            for key, value in part.items():
                yield from _parts(value, f"{path}.{key}")
        case tuple():
            for position, value in enumerate(part):
                yield from _parts(value, f"{path}[{position}]")
        case Part():
            for name, key, _ in fields_of(type(part)):
                yield from _parts(getattr(part, name), f"{path}.{key}".lstrip("."))
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


def _expectations(scenario: Scenario) -> Iterator[Finding]:
    items = {path.rsplit(".", 1)[1] for path, _ in lines_of(scenario)}
    years = budget_years(scenario.time)
    needed = {"real": scenario.prices.general_rise, "present": scenario.conventions.discounting}
    missing = [valuation for valuation, basis in needed.items() if basis is None]
    for position, expected in enumerate(scenario.expect):
        path = f"expect[{position}]"
        if expected.strategy is not None:
            yield from _unknown("strategy", expected.strategy, scenario.strategies, f"{path}.strategy")
        for state in expected.state or ():
            yield from _unknown("state", state, scenario.states, f"{path}.state")
        if expected.stratum is not None:
            yield from _unknown(
                "stratum", expected.stratum, (*strata_of(scenario), "shared"), f"{path}.stratum"
            )
        if expected.item is not None:
            yield from _unknown("line", expected.item, items, f"{path}.item")
        if expected.year is not None and expected.year not in years:
            yield finding("E217", f"{path}.year", found=expected.year, first=years[0], last=years[-1])
        yield from _narrowing(expected, path)
        if expected.valuation in missing:
            yield finding("E218", f"{path}.valuation", expected.valuation)
        for key in ("value", "tolerance"):
            if isinstance(getattr(expected, key).value, Formula):
                yield finding("E219", f"{path}.{key}.value")


def budget_years(time: Time) -> range:
    """The budget years of the horizon: a cycle belongs to the year of its first day."""
    last = time.start.count + 12 * max(time.years, 1) - MONTHS_PER_CYCLE[time.cycle]
    return range(time.start.year, last // 12 + 1)


def _narrowing(expected: Expectation, path: str) -> Iterator[Finding]:
    """Keys that would be ignored: they do not narrow this figure, or another key says it already."""
    written, possible = narrowing_keys(expected), NARROWED_BY[expected.figure]
    for key in sorted(written - possible):
        allowed = tuple(sorted(possible))
        yield finding("E260", f"{path}.{key}", at_key=True, key=key, figure=expected.figure, allowed=allowed)
    for key, other in EITHER:
        if {key, other} <= written & possible:
            yield finding("E260", f"{path}.{other}", "either", at_key=True, key=other, other=key)


def _sources(scenario: Scenario) -> Iterator[Finding]:
    for path, part in _parts(scenario, ""):
        if isinstance(part, Figure | Sourced) and part.source is not None:
            yield from _unknown("source", part.source, (*scenario.sources, ASSUMPTION), f"{path}.source")


def _questions(scenario: Scenario) -> Iterator[Finding]:
    """The numbers that the report is to vary must exist."""
    paths = {found.path for found in figures_of(scenario)}
    for position, name in enumerate(scenario.critical):
        yield from _unknown("parameter", name, scenario.parameters, f"critical[{position}]")
    for position, question in enumerate(scenario.what_if):
        for name in question.set:
            known = paths if "." in name else scenario.parameters
            kind = "number" if "." in name else "parameter"
            yield from _unknown(kind, name, known, f"what_if[{position}].set.{name}")


def _budget(scenario: Scenario) -> Iterator[Finding]:
    """Past results lie before the calculation, and every product is one of the file's, named once."""
    known = {product for _, line in lines_of(scenario) if (product := product_of(scenario, line))}
    seen: dict[str | None, str] = {}
    for name, budgeted in scenario.budget.products.items() if scenario.budget else ():
        path = f"budget.products.{name}"
        if budgeted.product is not None:
            yield from _unknown("product", budgeted.product, known, f"{path}.product")
        if budgeted.product in seen:
            yield finding("E252", path, at_key=True, other=seen[budgeted.product])
        seen[budgeted.product] = path
        last, start = budgeted.last_result.year, scenario.time.start.year
        if last >= start:
            yield finding("E250", f"{path}.last_result.year", year=last, start=start)
        if budgeted.appropriation and budgeted.appropriation.year < last:
            year = budgeted.appropriation.year
            yield finding("E251", f"{path}.appropriation.year", year=year, last=last)


def _parameters(scenario: Scenario) -> list[Finding]:
    """Unknown names and circles among parameters; units make sense only without them."""
    findings: list[Finding] = []
    for found in figures_of(scenario):
        path = f"{found.path}.value"
        for name in dict.fromkeys(_names_read(found.figure)):
            misspelt = _misspelt_period(found.figure, name, path) if name not in scenario.parameters else None
            findings.extend(
                [misspelt] if misspelt else _unknown("parameter", name, scenario.parameters, path)
            )
    return findings or list(_chains(scenario))


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


def _figures(scenario: Scenario) -> list[Finding]:
    findings: list[Finding] = []
    hours = {path for path, line in lines_of(scenario) if isinstance(line, PerCase) and line.at is not None}
    for found in figures_of(scenario):
        findings.extend(_unit(scenario, found, by_hour=found.path.removesuffix(".value") in hours))
    return findings


def _unit(scenario: Scenario, found: Located, *, by_hour: bool) -> Iterator[Finding]:
    path = f"{found.path}.value"
    try:
        unit = unit_of(found.figure, scenario.parameters)
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
    }
    return fitting[dimension]
