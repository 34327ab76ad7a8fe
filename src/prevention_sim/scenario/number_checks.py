"""Checks on numbers: every name that a formula reads exists, and every number has the unit of its place."""

import re
from collections.abc import Iterator, Sequence

from prevention_sim.scenario.clocks import CLOCKS
from prevention_sim.scenario.costs import Hourly
from prevention_sim.scenario.document import Located, Scenario
from prevention_sim.scenario.evidence import Dimension, Figure, Formula
from prevention_sim.scenario.expressions import Name, Number, Operation, names_in
from prevention_sim.scenario.finding import Finding, finding, unknown
from prevention_sim.scenario.lines import lines_of
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.problems import nearest
from prevention_sim.scenario.programme_checks import is_told_by_case
from prevention_sim.scenario.quantities import UNREAD, Quantity, Unit
from prevention_sim.scenario.tables import Table
from prevention_sim.scenario.unit_algebra import UnitError, unit_of

TIME_UNITS = ("day", "week", "month", "quarter", "year")
LONGEST_CHAIN = 32


def wrong_numbers(scenario: Scenario, figures: Sequence[Located]) -> Iterator[Finding]:
    """What is wrong with numbers: names first, and units where every name is known."""
    yield from _parameters(scenario, figures) or _figures(scenario, figures)


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
        findings.extend(wrong_unit(scenario, found, by_hour=found.path.removesuffix(".value") in hours))
    return findings


def wrong_unit(scenario: Scenario, found: Located, *, by_hour: bool) -> Iterator[Finding]:
    """A number whose unit is not of the kind its place asks for."""
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
