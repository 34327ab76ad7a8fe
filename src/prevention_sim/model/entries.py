"""Who enters from outside, and where: all strategies in one augmented space.

A diverted share q of the entries into X is (X, participant) in strategies without the intervention and (Y,
participant) in those with it; the rest is (X, untreated) in all. So a diversion of nobody, or into the same
state, is the same arithmetic in every strategy, and what happens to participants under the comparator *is*
the counterfactual.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import minus, times
from prevention_sim.model.figures import per_year_amount
from prevention_sim.model.model import UNTREATED, Cell, Diversion, Entry
from prevention_sim.scenario.caseload import Into
from prevention_sim.scenario.counterfactual import destination_of, share_path, strata_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Name, Number


@dataclass(frozen=True, slots=True)
class Stream:
    """Entries into one state: when, and how many per cycle in each stratum (0 for those bound elsewhere)."""

    state: str
    amounts: tuple[Expression, ...]
    profile: FloatArray


def stratum_shares(scenario: Scenario, strata: tuple[str, ...]) -> tuple[Expression, ...]:
    """The share of every stratum; a file without strata has one that is everybody."""
    named = {name: stratum.share for name, stratum in strata_of(scenario).items()}
    if not named:
        return (Number(1.0),)
    rest: Expression = Number(1.0)
    for name in strata:
        if named[name] != "rest":
            rest = minus(rest, Name(share_path(scenario, name)))
    return tuple(rest if named[name] == "rest" else Name(share_path(scenario, name)) for name in strata)


def starting(
    scenario: Scenario, strata: tuple[str, ...], shares: tuple[Expression, ...]
) -> list[tuple[str, tuple[Expression, ...]]]:
    """The stock: states with the cases of each stratum that are there at the first boundary."""
    return [
        (state, _by_stratum(Name(f"caseload.stock.{name}.value"), shares, strata, into, state))
        for name, stock in sorted(scenario.caseload.stock.items())
        for into in [destination_of(scenario, stock)]
        for state in _states(into)
    ]


def streams(
    scenario: Scenario, calendar: Calendar, strata: tuple[str, ...], shares: tuple[Expression, ...]
) -> Iterator[Stream]:
    """Intake and arrivals as streams per state."""
    for name, intake in sorted(scenario.caseload.intake.items()):
        amount: Expression = Name(f"caseload.intake.{name}.value")
        into = destination_of(scenario, intake)
        for state in _states(into):
            yield Stream(state, _by_stratum(amount, shares, strata, into, state), calendar.moment(intake.at))
    for name, arrivals in sorted(scenario.caseload.arrivals.items()):
        yearly = per_year_amount(scenario, arrivals.value, f"caseload.arrivals.{name}.value")
        amount = times(yearly, calendar.cycle_years)
        profile = calendar.span(arrivals.from_, arrivals.until)
        into = destination_of(scenario, arrivals)
        for state in _states(into):
            yield Stream(state, _by_stratum(amount, shares, strata, into, state), profile)


def place(
    stream: Stream,
    diversions: tuple[Diversion, ...],
    with_programme: dict[str, tuple[bool, ...]],
    strategies: int,
) -> Iterator[Entry]:
    """A stream as entries into cells, after diversion."""
    everywhere = (True,) * strategies
    diversion = next((found for found in diversions if found.source == stream.state), None)
    untreated = Cell(stream.state, UNTREATED)
    if diversion is None:
        yield Entry(untreated, stream.profile, stream.amounts, everywhere)
        return
    during, outside = stream.profile * diversion.cycles, stream.profile * (1.0 - diversion.cycles)
    if outside.any():
        yield Entry(untreated, outside, stream.amounts, everywhere)
    if during.any():
        left = minus(Number(1.0), diversion.share)
        yield Entry(untreated, during, tuple(times(amount, left) for amount in stream.amounts), everywhere)
        taken = tuple(times(amount, diversion.share) for amount in stream.amounts)
        active = with_programme[diversion.programme]
        inactive = tuple(not runs for runs in active)
        would_be = Cell(stream.state, diversion.programme)
        yield Entry(would_be, during, taken, inactive)
        yield Entry(Cell(diversion.into, diversion.programme), during, taken, active, diversion.programme)


def _states(into: Into) -> list[str]:
    return [into] if isinstance(into, str) else sorted(set(into.values()))


def _by_stratum(
    amount: Expression, shares: tuple[Expression, ...], strata: tuple[str, ...], into: Into, state: str
) -> tuple[Expression, ...]:
    return tuple(
        times(amount, share) if isinstance(into, str) or into[stratum] == state else Number(0.0)
        for stratum, share in zip(strata, shares, strict=True)
    )
