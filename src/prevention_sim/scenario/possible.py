"""Numbers that cannot be, as far as they are written out: chances above 1, shares that miss 100 %.

What only a formula makes impossible is found when numbers are bound to the model.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import exp
from typing import Final, assert_never

from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.units import YEARS_PER
from prevention_sim.scenario.capacity_checks import impossible_queues
from prevention_sim.scenario.caseload import Leaving, Matrix, Stay, Way
from prevention_sim.scenario.checks import check
from prevention_sim.scenario.costs import LARGEST_VARIATION, PerCase, StepFixed
from prevention_sim.scenario.counterfactual import strata_named, strata_of
from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.embedding import Square, chances_over, logarithm, lowest_rate, neighbour_of
from prevention_sim.scenario.evidence import Dimension, Figure, Formula, written_out
from prevention_sim.scenario.finding import Finding, finding
from prevention_sim.scenario.lines import escalations, lines_of
from prevention_sim.scenario.matrix import MatrixCell, cells_of
from prevention_sim.scenario.quantities import UNREAD, Quantity, Unit
from prevention_sim.scenario.strata import ways_of
from prevention_sim.scenario.time_checks import discount_rates
from prevention_sim.scenario.unit_algebra import unit_of

SLACK: Final = 1e-9
RATES: Final = (".rise", ".general_rise", ".rate", ".optimism_bias", ".variation")
"""Ends of paths whose numbers may lie outside 0 to 100 %."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A reason to leave a state in some strata, with its chance per cycle."""

    path: str
    strata: frozenset[str]
    chance: float


def wrong_in(scenario: Scenario) -> Iterator[Finding]:
    """Everything that is wrong with a file; numbers are looked at once names and units are in order."""
    yield from list(check(scenario)) or impossible(scenario)


def impossible(scenario: Scenario) -> Iterator[Finding]:
    """Every number that the model would refuse."""
    yield from _outside(scenario)
    yield from _stays(scenario)
    yield from _sums(scenario)
    yield from _counts(scenario)
    yield from _matrix(scenario)
    yield from _lags(scenario)
    yield from _variations(scenario)
    yield from impossible_queues(scenario)
    yield from _rates(scenario)


def _outside(scenario: Scenario) -> Iterator[Finding]:
    for found in figures_of(scenario):
        quantity = written_out(found.figure, scenario.readable)
        bounded = found.dimension in (Dimension.SHARE, Dimension.PROBABILITY)
        if quantity and bounded and not found.path.endswith(RATES) and not 0.0 <= quantity.value <= 1.0:
            yield finding("E262", f"{found.path}.value", found=_percent(quantity.value))


def _stays(scenario: Scenario) -> Iterator[Finding]:
    short = list(_short_stays(scenario))
    yield from short
    if scenario.conventions.conversion == "separate" and not short:
        for state in scenario.states:
            yield from _too_many_leave(scenario, state)


def _short_stays(scenario: Scenario) -> Iterator[Finding]:
    cycle = scenario.time.grid.cycle
    for path, leaving, _ in _leavings(scenario):
        mean = written_out(leaving.mean, scenario.readable) if leaving.mean and not leaving.law else None
        if mean and Fraction(mean.value) * YEARS_PER[mean.unit.numerator] < cycle.years:
            yield finding("E261", f"{path}.mean.value", cycle=cycle.name)


def _leavings(scenario: Scenario) -> Iterator[tuple[str, Leaving, tuple[str, ...]]]:
    """Everything the file says about leaving, with its path and the states that are left."""
    for state, stay in scenario.stays.items():
        yield f"stays.{state}", stay, (state,)
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            yield f"{section}[{position}]", move, move.from_


def _too_many_leave(scenario: Scenario, state: str) -> Iterator[Finding]:
    """Chances that add up to more than 100 % in some stratum, told at the largest of them."""
    exits = list(_exits(scenario, state))
    for stratum in strata_of(scenario) or ("",):
        here = sorted((each for each in exits if stratum in each.strata), key=lambda each: -each.chance)
        total = sum(each.chance for each in here)
        if total > 1.0 + SLACK:
            largest, *others = here
            yield finding(
                "E131",
                f"{largest.path}.value",
                state=scenario.states[state].title,
                total=_percent(total),
                cycle=scenario.time.grid.cycle.name,
                largest=_percent(largest.chance),
                others=_listed(others),
            )
            return


def _exits(scenario: Scenario, state: str) -> Iterator[Exit]:
    """The reasons to leave a state whose numbers are written out."""
    everybody = tuple(strata_of(scenario) or ("",))
    for path, leaving, states in _leavings(scenario):
        for way in leaving.ways if state in states and _plain(leaving) else ():
            quantity = written_out(getattr(leaving, way), scenario.readable)
            named = getattr(leaving, "strata", None)
            strata = strata_named(scenario, named) if named else everybody
            if quantity:
                chance = _chance(way, quantity, scenario.time.grid.cycle_years)
                yield Exit(f"{path}.{way}", frozenset(strata), chance)
    if state in scenario.stays:
        yield from _counted_exits(scenario, state, scenario.stays[state], frozenset(everybody))


def _counted_exits(scenario: Scenario, state: str, stay: Stay, strata: frozenset[str]) -> Iterator[Exit]:
    """Moves that were counted, each brought to the cycle by itself."""
    counts = {name: written_out(count, scenario.readable) for name, count in stay.counts.items()}
    known = {name: count.value for name, count in counts.items() if count is not None and count.value >= 0.0}
    seen = sum(known.values())
    if stay.over is None or not _plain(stay) or len(known) < len(counts) or seen == 0.0:
        return
    periods = float(scenario.time.grid.cycle_years / stay.over.years)
    for name, count in known.items():
        if name != state:
            yield Exit(f"stays.{state}.counts.{name}", strata, 1.0 - (1.0 - count / seen) ** periods)


def _plain(leaving: Leaving) -> bool:
    """Whether its chance is one number: no law, no ratio on it, and nobody leaves before."""
    return leaving.law is None and not leaving.modifiers and leaving.stage == 1


def _chance(way: Way, quantity: Quantity, cycle: Fraction) -> float:
    """The chance to leave within a cycle."""
    value, unit = quantity.value, quantity.unit
    match way:
        case "mean":
            return float(cycle / (Fraction(value) * YEARS_PER[unit.numerator]))
        case "probability":
            periods = float(cycle / (unit.count * YEARS_PER[unit.denominator]))
            return float(1.0 - max(1.0 - value, 0.0) ** periods)
        case "rate":
            return 1.0 - exp(-value * float(cycle / (unit.count * YEARS_PER[unit.denominator])))
        case "law":
            raise TypeError("a law is no number")
        case _:
            assert_never(way)


def _sums(scenario: Scenario) -> Iterator[Finding]:
    """Shares of one whole that are not 100 % together, or leave nothing for the rest."""
    for way, groups in ways_of(scenario).items() or {"without": strata_of(scenario)}.items():
        yield from _sum(scenario, way, {name: each.share for name, each in groups.items()})
    for state, stay in scenario.stays.items():
        yield from _sum(scenario, f"stays.{state}.to", stay.to)
    for path, line in lines_of(scenario):
        match line.bearer:
            case dict() as split:
                yield from _sum(scenario, f"{path}.bearer", split)
            case tuple() as rules:
                for position, rule in enumerate(rules):
                    if isinstance(rule.bearer, dict):
                        yield from _sum(scenario, f"{path}.bearer[{position}].bearer", rule.bearer)
            case _:
                continue


def _sum(scenario: Scenario, path: str, shares: Mapping[str, object]) -> Iterator[Finding]:
    written = [written_out(each, scenario.readable) for each in shares.values() if isinstance(each, Figure)]
    known = [quantity.value for quantity in written if quantity]
    if not shares or len(known) < len(written):
        return
    total, rest = sum(known), len(written) < len(shares)
    if total > 1.0 + SLACK or (total < 1.0 - SLACK and not rest):
        yield finding("E263", path, at_key=True, total=_percent(total))


def _counts(scenario: Scenario) -> Iterator[Finding]:
    """Counts are of somebody, and none is below zero."""
    for state, stay in scenario.stays.items():
        counts = {name: written_out(count, scenario.readable) for name, count in stay.counts.items()}
        for name, count in counts.items():
            if count is not None and count.value < 0.0:
                yield finding("E322", f"stays.{state}.counts.{name}.value", found=f"{count.value:g}")
        if counts and all(count is not None and count.value == 0.0 for count in counts.values()):
            yield finding("E322", f"stays.{state}.counts", "nobody", at_key=True)


def _matrix(scenario: Scenario) -> Iterator[Finding]:
    """The rows of a matrix add up to 100 %, and it can be brought to the length of a cycle."""
    cells, matrix = cells_of(scenario), scenario.matrix
    known = {origin: _written_row(scenario, row) for origin, row in cells.items()}
    wrong = [origin for origin, row in known.items() if row is not None and not _is_whole(row)]
    for origin in wrong:
        total = sum(max(share, 0.0) for share in (known[origin] or {}).values())
        path = "matrix.table" if matrix and matrix.table else f"matrix.rows.{origin}"
        yield finding("E323", path, at_key=True, state=origin, total=_percent(total))
    rows = {origin: row for origin, row in known.items() if row is not None}
    if matrix is not None and rows and not wrong and len(rows) == len(known):
        yield from _embedded(scenario, matrix, rows)


def _written_row(scenario: Scenario, row: Mapping[str, MatrixCell]) -> dict[str, float] | None:
    """The shares of a row whose numbers are all written out; `rest` is what the others leave."""
    shares: dict[str, float] = {}
    for target, cell in row.items():
        if isinstance(cell.written, Figure):
            quantity = written_out(cell.written, scenario.readable)
            if quantity is None:
                return None
            shares[target] = quantity.value
    return {target: shares.get(target, 1.0 - sum(shares.values())) for target in row}


def _is_whole(row: Mapping[str, float]) -> bool:
    return min(row.values(), default=0.0) >= -SLACK and abs(sum(row.values()) - 1.0) <= SLACK


def _embedded(
    scenario: Scenario, matrix: Matrix, rows: Mapping[str, Mapping[str, float]]
) -> Iterator[Finding]:
    """A matrix that says nothing about the length of a cycle, with one near by that does."""
    states = tuple(sorted({*rows, *(target for row in rows.values() for target in row)}))
    square = tuple(
        tuple(rows.get(origin, {origin: 1.0}).get(target, 0.0) for target in states) for origin in states
    )
    cycle = scenario.time.grid.cycle
    if chances_over(square, cycle.years / matrix.period.years) is not None:
        return
    fields: dict[str, object] = {"period": matrix.period, "cycle": cycle.name, "distance": ""}
    rates, near = logarithm(square), neighbour_of(square)
    if rates is not None:
        lowest = lowest_rate(rates)
        origin, target = next(
            (origin, target)
            for origin, row in zip(states, rates, strict=True)
            for target, rate in zip(states, row, strict=True)
            if origin != target and rate == lowest
        )
        fields |= {"origin": origin, "target": target, "rate": _number(lowest / float(matrix.period.years))}
    if near is not None:
        offered, distance = near
        fields |= {"distance": _points(distance), "allowed": tuple(_pasted(states, offered))}
    yield finding("E325", "matrix", "" if rates else "none", at_key=True, **fields)


def _pasted(states: tuple[str, ...], chances: Square) -> Iterator[str]:
    """The rows of a matrix as a file writes them, with as many digits as its root needs."""
    for origin, row in zip(states, chances, strict=True):
        shares = [
            f"{target}: {100.0 * share:.10f}".rstrip("0").rstrip(".")
            for target, share in zip(states, row, strict=True)
        ]
        yield f"{origin}: {{{', '.join(f'{share} %' for share in shares)}}}"


def _lags(scenario: Scenario) -> Iterator[Finding]:
    grid = scenario.time.grid
    for path, line in lines_of(scenario):
        kept = line.cashable.lag if line.cashable else None
        notice = line.notice if isinstance(line, StepFixed) else None
        for key, lag in (("payment_lag", line.payment_lag), ("cashable.lag", kept), ("notice", notice)):
            match lag.value if lag else None:
                case Formula():
                    yield finding("E264", f"{path}.{key}.value", "formula")
                case Quantity(value, unit) if unit != UNREAD:
                    years = Fraction(value) * YEARS_PER[unit.numerator]
                    if years < 0 or (years / grid.cycle_years).denominator != 1:
                        whole = grid.whole(years)
                        yield finding("E264", f"{path}.{key}.value", cycle=grid.cycle.name, whole=whole)
                case _:
                    continue


def _variations(scenario: Scenario) -> Iterator[Finding]:
    """How much cases may differ in cost."""
    for path, line in lines_of(scenario):
        if isinstance(line, PerCase) and line.differs is not None:
            variation = written_out(line.differs.variation, scenario.readable)
            if variation is not None and not 0.0 <= variation.value <= LARGEST_VARIATION:
                found = _percent(variation.value)
                yield finding("E349", f"{path}.differs.variation.value", found=found)


def _rates(scenario: Scenario) -> Iterator[Finding]:
    """Rises of prices and discount rates are per year, and leave something of what they change."""
    rates = {f"{path}.rise": rises.rise for path, rises in escalations(scenario).items() if rises.rise}
    if scenario.prices.general_rise:
        rates["prices.general_rise"] = scenario.prices.general_rise
    for path, discounting in discount_rates(scenario).items():
        rates[f"{path}.rate"] = discounting.rate
        for position, step in enumerate(discounting.steps):
            rates[f"{path}.steps[{position}].rate"] = step.rate
    for path, figure in rates.items():
        quantity = written_out(figure, scenario.readable)
        too_low = quantity is not None and quantity.value <= -1.0
        if too_low or unit_of(figure, scenario.readable) not in (Unit("", "year"), UNREAD):
            yield finding("E265", f"{path}.value")


def _listed(exits: list[Exit]) -> Both:
    told = [(each.path, _percent(each.chance)) for each in exits[:3]]
    return Both(*(", ".join(f"{path} ({share.told(of)})" for path, share in told) for of in ("de", "en")))


def _number(value: float) -> Both:
    text = f"{value:.3g}"
    return Both(text.replace(".", ","), text)


def _points(difference: float) -> Both:
    told = _number(100.0 * difference)
    return Both(f"{told.de} Prozentpunkte", f"{told.en} percentage points")


def _percent(share: float) -> Both:
    text = f"{100.0 * share:.4g}"
    return Both(f"{text.replace('.', ',')} %", f"{text}%")
