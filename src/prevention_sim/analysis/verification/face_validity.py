"""What a run implies that nobody wrote down, and what of it deserves a second look.

How long a stay really lasts when every way out of a state counts, what a place costs, how many children are
placed for each thousand, who is still in placement at the end. A doubt never keeps anybody from anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import avoided_place_years
from prevention_sim.analysis.key_figures import POPULATION
from prevention_sim.analysis.verification.bench import ROUNDING, Bench, Listed, Verdict
from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.units import per_year
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import written_out
from prevention_sim.scenario.finding import Finding, finding
from prevention_sim.scenario.known_ranges import IMPLIED_RANGES, ImpliedRange

Kind = Literal[
    "mean_stay_months",
    "cost_per_place_year",
    "placements_per_1000_under_21",
    "persons_in_placement_at_end",
]

MUCH_SHORTER: Final = 0.5
"""The part of a written stay below which breakdowns tell another story than the file."""

FAR: Final = 2.0
"""How many times beyond what was seen elsewhere a figure must lie to be asked about."""

LISTED: Final = {"documented": "W201", "influential": "W310"}
"""What is said of the numbers that a check lists."""

LARGE: Final = 1000.0


@dataclass(frozen=True, slots=True)
class Implied:
    """A figure of a state, or of a strategy where there is none."""

    kind: Kind
    strategy: str
    state: str | None
    value: float


def implied_figures(bench: Bench) -> tuple[Implied, ...]:
    """Everything the run implies; states as the first strategy has them in which somebody is there."""
    model, findings = bench.model, Findings(bench.base)
    found: list[Implied] = []
    for state in model.states:
        strategy = _first_with(findings, state)
        if strategy is not None:
            found += _stay(Findings(bench.counted), strategy, state)
            found += _cost(findings, strategy, state)
    for strategy in (model.comparator, *bench.alternatives):
        found += _of_strategy(findings, strategy)
    return tuple(found)


def doubts_of_run(
    bench: Bench, figures: tuple[Implied, ...], verdicts: tuple[Verdict, ...]
) -> Iterator[Finding]:
    """What deserves a second look, with its place in the file."""
    scenario = bench.scenario
    for verdict in verdicts:
        if isinstance(verdict.answer, Listed):
            yield from (finding(LISTED[verdict.id], f"{path}.value") for path in verdict.answer.paths)
    for figure in figures:
        yield from _beyond_what_was_seen(scenario, figure)
        if figure.kind == "mean_stay_months" and figure.state in scenario.stays:
            yield from _cut_short(scenario, figure.state, figure.value)
    yield from _states_apart(scenario, Findings(bench.counted))
    yield from _delayed(bench)


def _first_with(findings: Findings, state: str) -> str | None:
    """The comparator, or the first other strategy, in which somebody is in a state."""
    model = findings.outcomes.model
    whole = Slice(findings.years("horizon"))
    order = sorted(model.strategies, key=lambda name: name != model.comparator)
    return next(
        (name for name in order if findings.person_years(name, whole, frozenset({state}))[0] > 0.0), None
    )


def _stay(counted: Findings, strategy: str, state: str) -> Iterator[Implied]:
    """Months until somebody leaves by whatever way: persons at the start of a cycle for each who leaves."""
    part, states = Slice(counted.years("horizon")), frozenset({state})
    ended = float(counted.ended_stays(strategy, part, states)[0])
    if ended > 0.0:
        cycles = float(counted.person_years(strategy, part, states)[0]) / ended
        months = cycles * float(12 * counted.outcomes.model.calendar.cycle_years)
        yield Implied("mean_stay_months", strategy, state, months)


def _cost(findings: Findings, strategy: str, state: str) -> Iterator[Implied]:
    part, states = Slice(findings.years("horizon")), frozenset({state})
    items = findings.items_of_state(states)
    if items:
        cost, place_years = (
            findings.cost(strategy, part, items),
            findings.person_years(strategy, part, states),
        )
        yield Implied("cost_per_place_year", strategy, state, float(cost[0] / place_years[0]))


def _of_strategy(findings: Findings, strategy: str) -> Iterator[Implied]:
    model = findings.outcomes.model
    if not model.placements:
        return
    population = findings.outcomes.bound.rows.columns().get(POPULATION)
    if population is not None and population[0] > 0.0:
        years = model.calendar.cycles * float(model.calendar.cycle_years)
        placed = float(findings.placements(strategy, Slice(findings.years("horizon")))[0])
        per_1000 = 1000.0 * placed / years / float(population[0])
        yield Implied("placements_per_1000_under_21", strategy, None, per_1000)
    at_end = float(findings.persons_at_end(strategy, model.placements)[0])
    yield Implied("persons_in_placement_at_end", strategy, None, at_end)


def _beyond_what_was_seen(scenario: Scenario, figure: Implied) -> Iterator[Finding]:
    setting = None if figure.state is None else scenario.states[figure.state].setting
    for known in IMPLIED_RANGES:
        inside = known.low / FAR <= figure.value <= known.high * FAR
        if (known.kind, known.setting) == (figure.kind, setting) and not inside:
            yield _beyond(scenario, figure, known)


def _beyond(scenario: Scenario, figure: Implied, known: ImpliedRange) -> Finding:
    state = figure.state
    return finding(
        "W312",
        f"states.{state}" if state else POPULATION,
        known.kind,
        at_key=state is not None,
        state=scenario.states[state].title if state else "",
        number=_number(figure.value),
        low=_number(known.low),
        high=_number(known.high),
        source=known.source,
    )


def _cut_short(scenario: Scenario, state: str, months: float) -> Iterator[Finding]:
    mean = scenario.stays[state].mean
    written = None if mean is None else written_out(mean, scenario.readable)
    if written is None:
        return
    stated = 12.0 * written.value / per_year(written.unit.numerator)
    if months < MUCH_SHORTER * stated:
        yield finding(
            "W311",
            f"stays.{state}.mean",
            state=scenario.states[state].title,
            months=_number(months),
            stated=_number(stated),
        )


def _states_apart(scenario: Scenario, findings: Findings) -> Iterator[Finding]:
    """States nobody is ever in, and states that cost something and let nobody go in all the time there is."""
    model = findings.outcomes.model
    left = {origin for origin, _ in model.moves}
    lasting = model.calendar.cycles > 1
    for state, written in scenario.states.items():
        path = f"states.{state}"
        if _first_with(findings, state) is None:
            yield finding("W313", path, at_key=True, state=written.title)
        elif lasting and state not in left and _costly(findings, state):
            yield finding("W314", path, at_key=True, state=written.title)


def _costly(findings: Findings, state: str) -> bool:
    """Whether a state costs something or is to be avoided."""
    return state in findings.outcomes.model.placements or bool(findings.items_of_state(frozenset({state})))


def _delayed(bench: Bench) -> Iterator[Finding]:
    """Strategies with fewer place-years until the end, and more persons in placement then."""
    model, findings = bench.model, Findings(bench.base)
    without = float(findings.persons_at_end(model.comparator, model.placements)[0])
    for strategy in bench.alternatives:
        avoided = float(avoided_place_years(findings, strategy, Slice(findings.years("horizon")))[0])
        at_end = float(findings.persons_at_end(strategy, model.placements)[0])
        if avoided > 0.0 and at_end > without * (1.0 + ROUNDING):
            path = f"strategies.{strategy}"
            yield finding("W315", path, at_key=True, at_end=_number(at_end), without=_number(without))


def _number(value: float) -> Both:
    """Three digits that count, and whole numbers from a thousand on."""
    if abs(value) >= LARGE:
        return Both(f"{value:,.0f}".replace(",", "."), f"{value:,.0f}")
    return Both(f"{value:.3g}".replace(".", ","), f"{value:.3g}")
