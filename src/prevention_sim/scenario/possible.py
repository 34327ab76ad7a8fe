"""Numbers that cannot be, as far as they are written out: chances above 1, shares that miss 100 %.

What only a formula makes impossible is found when numbers are bound to the model.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.units import MONTHS_PER_CYCLE, YEARS_PER
from prevention_sim.scenario.caseload import Stay
from prevention_sim.scenario.checks import Finding, check, finding, lines_of
from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.evidence import Dimension, Figure, Formula, written_out
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.quantities import UNREAD, Quantity, Unit
from prevention_sim.scenario.unit_algebra import unit_of

SLACK: Final = 1e-9
RATES: Final = (".rise", ".rate")
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
    yield from _lags(scenario)
    yield from _rates(scenario)


def _outside(scenario: Scenario) -> Iterator[Finding]:
    for found in figures_of(scenario):
        quantity = written_out(found.figure, scenario.parameters)
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
    cycle = scenario.time.cycle
    for state, stay in scenario.stays.items():
        mean = _mean_in_years(scenario, stay)
        if mean is not None and mean < Fraction(MONTHS_PER_CYCLE[cycle], 12):
            yield finding("E261", f"stays.{state}.mean.value", cycle=WORDS[cycle])


def _mean_in_years(scenario: Scenario, stay: Stay) -> Fraction | None:
    mean = written_out(stay.mean, scenario.parameters) if stay.mean else None
    return Fraction(mean.value) * YEARS_PER[mean.unit.numerator] if mean else None


def _too_many_leave(scenario: Scenario, state: str) -> Iterator[Finding]:
    """Chances that add up to more than 100 % in some stratum, told at the largest of them."""
    exits = list(_exits(scenario, state))
    for stratum in scenario.strata or ("",):
        here = sorted((each for each in exits if stratum in each.strata), key=lambda each: -each.chance)
        total = sum(each.chance for each in here)
        if total > 1.0 + SLACK:
            largest, *others = here
            yield finding(
                "E131",
                f"{largest.path}.value",
                state=scenario.states[state].title,
                total=_percent(total),
                cycle=WORDS[scenario.time.cycle],
                largest=_percent(largest.chance),
                others=_listed(others),
            )
            return


def _exits(scenario: Scenario, state: str) -> Iterator[Exit]:
    """The reasons to leave a state whose chances are written out."""
    cycle = Fraction(MONTHS_PER_CYCLE[scenario.time.cycle], 12)
    everybody = frozenset(scenario.strata or ("",))
    stay = scenario.stays.get(state)
    mean = _mean_in_years(scenario, stay) if stay else None
    if mean:
        yield Exit(f"stays.{state}.mean", everybody, float(cycle / mean))
    chances = [(f"stays.{state}.probability", stay.probability, everybody)] if stay else []
    for section in ("breakdowns", "transitions"):
        chances += [
            (f"{section}[{position}].probability", move.probability, frozenset(move.strata or everybody))
            for position, move in enumerate(getattr(scenario, section))
            if state in move.from_
        ]
    for path, figure, strata in chances:
        quantity = written_out(figure, scenario.parameters) if figure else None
        if quantity:
            periods = cycle / (quantity.unit.count * YEARS_PER[quantity.unit.denominator])
            yield Exit(path, strata, 1.0 - (1.0 - quantity.value) ** float(periods))


def _sums(scenario: Scenario) -> Iterator[Finding]:
    """Shares of one whole that are not 100 % together, or leave nothing for the rest."""
    yield from _sum(scenario, "strata", {name: each.share for name, each in scenario.strata.items()})
    for state, stay in scenario.stays.items():
        yield from _sum(scenario, f"stays.{state}.to", stay.to)
    for path, line in lines_of(scenario):
        if isinstance(line.bearer, dict):
            yield from _sum(scenario, f"{path}.bearer", line.bearer)


def _sum(scenario: Scenario, path: str, shares: Mapping[str, object]) -> Iterator[Finding]:
    written = [written_out(each, scenario.parameters) for each in shares.values() if isinstance(each, Figure)]
    known = [quantity.value for quantity in written if quantity]
    if not shares or len(known) < len(written):
        return
    total, rest = sum(known), len(written) < len(shares)
    if total > 1.0 + SLACK or (total < 1.0 - SLACK and not rest):
        yield finding("E263", path, at_key=True, total=_percent(total))


def _lags(scenario: Scenario) -> Iterator[Finding]:
    cycle = scenario.time.cycle
    for path, line in lines_of(scenario):
        kept = line.cashable.lag if line.cashable else None
        for key, lag in (("payment_lag", line.payment_lag), ("cashable.lag", kept)):
            match lag.value if lag else None:
                case Formula():
                    yield finding("E264", f"{path}.{key}.value", "formula")
                case Quantity() as length if not _is_whole(length, MONTHS_PER_CYCLE[cycle]):
                    yield finding("E264", f"{path}.{key}.value", cycle=WORDS[cycle])
                case _:
                    continue


def _is_whole(lag: Quantity, months: int) -> bool:
    """Whether a length of time is a whole number of cycles."""
    if lag.unit == UNREAD:
        return True
    cycles = Fraction(lag.value) * YEARS_PER[lag.unit.numerator] * 12 / months
    return cycles >= 0 and cycles.denominator == 1


def _rates(scenario: Scenario) -> Iterator[Finding]:
    """Rises of prices and the discount rate are per year, and leave something of what they change."""
    rises = {"prices": scenario.prices} | {
        f"{path}.prices": line.prices for path, line in lines_of(scenario) if line.prices
    }
    rates = {f"{path}.rise": rises_of.rise for path, rises_of in rises.items() if rises_of.rise}
    if scenario.conventions.discounting:
        rates["conventions.discounting.rate"] = scenario.conventions.discounting.rate
    for path, figure in rates.items():
        quantity = written_out(figure, scenario.parameters)
        too_low = quantity is not None and quantity.value <= -1.0
        if too_low or unit_of(figure, scenario.parameters) not in (Unit("", "year"), UNREAD):
            yield finding("E265", f"{path}.value")


def _listed(exits: list[Exit]) -> Both:
    told = [(each.path, _percent(each.chance)) for each in exits[:3]]
    return Both(*(", ".join(f"{path} ({share.told(of)})" for path, share in told) for of in ("de", "en")))


def _percent(share: float) -> Both:
    text = f"{100.0 * share:.4g}"
    return Both(f"{text.replace('.', ',')} %", f"{text}%")
