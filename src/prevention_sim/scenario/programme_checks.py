"""Checks on what changes chances: programmes, whom they take in, their effects, ratios and laws."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from prevention_sim.foundation.units import YEARS_PER
from prevention_sim.scenario.caseload import Leaving, Modifier
from prevention_sim.scenario.clocks import AGE, CLOCKS, SECTIONS, SINCE_ENROLMENT, SINCE_ENTRY, clocks_read
from prevention_sim.scenario.costs import PerEnrolment, PerParticipant
from prevention_sim.scenario.counterfactual import nameable, strata_of
from prevention_sim.scenario.document import Located, Scenario
from prevention_sim.scenario.effects import (
    Changes,
    ChangesEntry,
    ChangesStay,
    ChangesWeight,
    Diverts,
    Effect,
    MovesStock,
)
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.expressions import names_in
from prevention_sim.scenario.finding import Finding, finding, unknown
from prevention_sim.scenario.interventions import Enrolment, Intervention, effects_of
from prevention_sim.scenario.moves import leavings_of, moves_of, period_written, states_left
from prevention_sim.scenario.quantities import UNREAD


def is_told_by_case(scenario: Scenario, path: str, name: str) -> bool:
    """Whether a name is a clock or an attribute, where such may be read."""
    if not path.startswith(SECTIONS) or (path.startswith("interventions.") and ".ratio" not in path):
        return False
    if name == SINCE_ENROLMENT:
        return path.startswith("interventions.")
    return name in CLOCKS or any(name in stratum.attributes for stratum in strata_of(scenario).values())


def wrong_programmes(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with interventions."""
    for name, intervention in scenario.interventions.items():
        path = f"interventions.{name}"
        for position, enrolment in enumerate(intervention.enrolment):
            yield from _enrolment(scenario, intervention, enrolment, f"{path}.enrolment[{position}]")
        for position, effect in enumerate(intervention.effects):
            yield from _effect(scenario, intervention, effect, f"{path}.effects[{position}]")
        for state in intervention.continues_in or ():
            yield from unknown("state", state, scenario.states, f"{path}.continues_in")
        yield from _ramp(scenario, intervention, f"{path}.ramp_up")
        if intervention.lasts is not None:
            yield from wrong_length(scenario, intervention.lasts, f"{path}.lasts", least=1)
        yield from _lines(scenario, intervention, path)
    yield from _said_twice(scenario)


def _said_twice(scenario: Scenario) -> Iterator[Finding]:
    """Diversions, weights and mean stays of which a case could have but one."""
    written = scenario.interventions
    diversions = [(path, each, "") for path, effect in effects_of(written, Diverts) for each in effect.from_]
    weights = [
        (path, each, effect.outcome)
        for path, effect in effects_of(written, ChangesWeight)
        for each in effect.state
    ]
    stays = [
        (path, effect.state, "")
        for path, effect in effects_of(written, ChangesStay)
        if effect.state in _participating(scenario, written[_programme(path)])
    ]
    yield from _twice(scenario, "E210", "from", diversions)
    yield from _twice(scenario, "E381", "state", weights)
    yield from _twice(scenario, "E383", "state", stays)


def _twice(
    scenario: Scenario, code: str, key: str, effects: Iterable[tuple[str, str, str]]
) -> Iterator[Finding]:
    """Two effects on one thing in one state, by path: in one programme, or in two of one strategy."""
    seen: dict[tuple[str, str, str], str] = {}
    for path, state, thing in effects:
        programme = _programme(path)
        for other in _together(scenario, programme):
            if (other, state, thing) in seen:
                yield finding(code, f"{path}.{key}", written=state, other=seen[other, state, thing])
        seen[programme, state, thing] = path


def _programme(path: str) -> str:
    return path.split(".")[1]


def _together(scenario: Scenario, programme: str) -> list[str]:
    """A programme and those that some strategy has with it."""
    having = (each.interventions for each in scenario.strategies.values() if programme in each.interventions)
    return sorted({programme}.union(*having))


def _lines(scenario: Scenario, intervention: Intervention, path: str) -> Iterator[Finding]:
    """What is paid for those who take part needs somebody to take part, where it is paid for."""
    for section in ("costs", "income"):
        for name, line in getattr(intervention, section).items():
            where = f"{path}.{section}.{name}"
            if isinstance(line, PerParticipant | PerEnrolment):
                yield from _takes_in(intervention, where, "line")
            if isinstance(line, PerParticipant):
                yield from _paid_while_in(scenario, intervention, line, where)


def _paid_while_in(
    scenario: Scenario, intervention: Intervention, line: PerParticipant, path: str
) -> Iterator[Finding]:
    for state in line.in_ or ():
        yield from _takes_part(scenario, intervention, state, f"{path}.in")
    led = [effect.into for effect in intervention.effects if isinstance(effect, Diverts | MovesStock)]
    inside = _participating(scenario, intervention)
    if line.in_ is None and not intervention.enrolment and led and inside.isdisjoint(led):
        yield finding("E365", path, at_key=True, written=led[0])


def _takes_part(scenario: Scenario, intervention: Intervention, state: str, path: str) -> Iterator[Finding]:
    """A state must exist, and cases must be able to take part in it."""
    yield from unknown("state", state, scenario.states, path)
    if state in scenario.states and state not in _participating(scenario, intervention):
        yield finding("E365", path, written=state)


def _participating(scenario: Scenario, intervention: Intervention) -> frozenset[str]:
    """The states in which cases can take part."""
    return states_left(scenario).intersection(intervention.continues_in or scenario.states)


def _enrolment(
    scenario: Scenario, intervention: Intervention, enrolment: Enrolment, path: str
) -> Iterator[Finding]:
    for state in enrolment.in_:
        yield from _takes_part(scenario, intervention, state, f"{path}.in")
    for stratum in enrolment.strata or ():
        yield from unknown("stratum", stratum, nameable(scenario), f"{path}.strata")
    if (enrolment.of == "present") != (enrolment.offered is not None):
        where = path if enrolment.offered is None else f"{path}.offered"
        yield finding("E364", where, "" if enrolment.offered is None else "once", at_key=True)


def _effect(scenario: Scenario, intervention: Intervention, effect: Effect, path: str) -> Iterator[Finding]:
    match effect:
        case Diverts() | MovesStock():
            yield from unknown("state", effect.into, scenario.states, f"{path}.into")
            for state in effect.from_:
                yield from unknown("state", state, scenario.states, f"{path}.from")
        case Changes():
            yield from _changes(scenario, intervention, effect, path)
        case ChangesStay():
            yield from unknown("state", effect.state, scenario.states, f"{path}.state")
            stay = scenario.stays.get(effect.state)
            if effect.state in scenario.states and (stay is None or stay.ways != ("mean",)):
                yield finding("E375", f"{path}.state", written=effect.state)
            yield from _takes_in(intervention, path)
        case ChangesWeight():
            yield from unknown("outcome", effect.outcome, scenario.outcomes, f"{path}.outcome")
            for state in effect.state:
                yield from _takes_part(scenario, intervention, state, f"{path}.state")
            yield from _takes_in(intervention, path)
        case ChangesEntry():
            streams = {**scenario.caseload.intake, **scenario.caseload.arrivals}
            for stream in effect.streams:
                yield from unknown("stream", stream, streams, f"{path}.streams")


def _changes(scenario: Scenario, intervention: Intervention, effect: Changes, path: str) -> Iterator[Finding]:
    for key, states in (("from", effect.from_ or ()), ("to", effect.to or ())):
        for state in states:
            yield from unknown("state", state, scenario.states, f"{path}.{key}")
    for other in effect.with_ or ():
        yield from unknown("intervention", other, scenario.interventions, f"{path}.with")
    yield from _concerned(scenario, effect, path)
    yield from _takes_in(intervention, path)
    if effect.fades_over is not None:
        yield from wrong_length(scenario, effect.fades_over, f"{path}.fades_over", least=1)
        if effect.afterwards == "lasts":
            yield finding("E369", f"{path}.fades_over", at_key=True)
    if effect.over is not None:
        yield from _plain(effect.over, f"{path}.over")
    if SINCE_ENROLMENT in clocks_read(effect.ratio):
        yield from _no_clock_afterwards(effect, path)


def _no_clock_afterwards(effect: Changes, path: str) -> Iterator[Finding]:
    """Time since enrolment is counted only while a case takes part."""
    key = "fades_over" if effect.fades_over else "afterwards: lasts"
    if effect.fades_over or effect.afterwards == "lasts":
        yield finding("E382", f"{path}.ratio.value", clock=SINCE_ENROLMENT, key=key)


def _concerned(scenario: Scenario, effect: Changes, path: str) -> Iterator[Finding]:
    """An effect is on moves that the file has; a risk or odds ratio is about a time."""
    named = (*(effect.from_ or ()), *(effect.to or ()))
    concerned = [
        (move, leavings)
        for move, leavings in moves_of(scenario).items()
        if move[0] in (effect.from_ or move) and move[1] in (effect.to or move)
    ]
    if not concerned and all(state in scenario.states for state in named):
        yield finding("E362", path)
    if effect.kind == "hazard_ratio" or effect.over is not None:
        return
    for (origin, to), leavings in concerned:
        periods = {period_written(scenario, said) for said in leavings}
        if len(periods) > 1 or None in periods:
            yield finding("E363", path, move=f"{origin} → {to}")
            return


def _takes_in(intervention: Intervention, path: str, variant: str = "") -> Iterator[Finding]:
    """What is about those who take part needs somebody to take part."""
    takes = any(isinstance(effect, Diverts | MovesStock) for effect in intervention.effects)
    if not intervention.enrolment and not takes:
        yield finding("E366", path, variant, at_key=bool(variant))


def _ramp(scenario: Scenario, intervention: Intervention, path: str) -> Iterator[Finding]:
    """A ramp begins no later than the programme."""
    if not intervention.ramp_up:
        return
    start = (intervention.start or scenario.time.start).year
    first = min(intervention.ramp_up)
    if int(first) > start:
        yield finding("E370", f"{path}.{first}", at_key=True, first=first, start=start)


def wrong_chances(scenario: Scenario, figures: Sequence[Located]) -> Iterator[Finding]:
    """What is wrong with laws, ratios, stages and clocks of stays and moves."""
    for path, leaving in leavings_of(scenario):
        if leaving.stage < 1:
            yield finding("E368", f"{path}.stage", found=leaving.stage)
        yield from _law(leaving, path)
        for position, modifier in enumerate(leaving.modifiers):
            yield from _modifier(scenario, leaving, modifier, f"{path}.modifiers[{position}]")
    for name, stock in scenario.caseload.stock.items():
        if stock.elapsed is not None:
            yield from wrong_length(scenario, stock.elapsed, f"caseload.stock.{name}.elapsed", least=0)
    yield from _ages(scenario, figures)
    yield from _attributes(scenario, figures)
    if scenario.engine == "cohort":
        yield from _two_clocks(scenario)


def _law(leaving: Leaving, path: str) -> Iterator[Finding]:
    """A law has one scale: its own, or that of the mean."""
    if leaving.law is None:
        return
    if leaving.law.scale is None and leaving.mean is None:
        yield finding("E367", f"{path}.law", at_key=True)
    elif leaving.law.scale is not None and leaving.mean is not None:
        yield finding("E367", f"{path}.law.scale", "both", at_key=True)


def _modifier(scenario: Scenario, leaving: Leaving, modifier: Modifier, path: str) -> Iterator[Finding]:
    for stratum in modifier.strata or ():
        yield from unknown("stratum", stratum, nameable(scenario), f"{path}.strata")
    if modifier.over is not None:
        yield from _plain(modifier.over, f"{path}.over")
    elif modifier.kind != "hazard_ratio" and period_written(scenario, leaving) is None:
        yield finding("E363", path, "own")


def _plain(figure: Figure, path: str) -> Iterator[Finding]:
    if isinstance(figure.value, Formula):
        yield finding("E264", f"{path}.value", "formula")


def wrong_length(scenario: Scenario, figure: Figure, path: str, *, least: int) -> Iterator[Finding]:
    """A length of time in whole cycles."""
    yield from _plain(figure, path)
    if isinstance(figure.value, Formula) or figure.value.unit == UNREAD:
        return
    years = Fraction(figure.value.value) * YEARS_PER.get(figure.value.unit.numerator, 1)
    grid = scenario.time.grid
    cycles = years / grid.cycle_years
    if cycles < least or cycles.denominator != 1:
        yield finding("E264", f"{path}.value", cycle=grid.cycle.name, whole=grid.whole(years, least))


def _ages(scenario: Scenario, figures: Sequence[Located]) -> Iterator[Finding]:
    """Where age matters, every stream says it."""
    read = any(AGE in clocks_read(found.figure) for found in figures)
    for kind in ("stock", "intake", "arrivals"):
        for name, stream in getattr(scenario.caseload, kind).items():
            path = f"caseload.{kind}.{name}"
            if stream.age is not None:
                yield from wrong_length(scenario, stream.age, f"{path}.age", least=0)
            elif read:
                yield finding("E372", path, at_key=True)


def _attributes(scenario: Scenario, figures: Sequence[Located]) -> Iterator[Finding]:
    """An attribute that is read has a value in every stratum."""
    strata = strata_of(scenario)
    known = {name for stratum in strata.values() for name in stratum.attributes}
    for found in figures:
        value = found.figure.value
        names = names_in(value.expression) if isinstance(value, Formula) else ()
        for name in dict.fromkeys(name for name in names if name in known - set(scenario.parameters)):
            missing = [each for each, stratum in strata.items() if name not in stratum.attributes]
            if missing and found.path.startswith(SECTIONS):
                yield finding("E377", f"{found.path}.value", name=name, strata=", ".join(missing))


def _two_clocks(scenario: Scenario) -> Iterator[Finding]:
    """States in which more than one clock matters, where mean numbers are asked for: these follow one."""
    if scenario.engine != "cohort":
        return
    for state in scenario.states:
        clocks = dict(_clocks(scenario, state))
        for (first, _), (second, where) in combinations(clocks.items(), 2):
            yield finding(
                "E378", where, at_key=True, state=scenario.states[state].title, first=first, second=second
            )
            break


def _clocks(scenario: Scenario, state: str) -> Iterator[tuple[str, str]]:
    """The clocks that the chances to leave a state follow, each with the place that asks for it."""
    for (origin, _), leavings in moves_of(scenario).items():
        paths = {id(leaving): path for path, leaving in leavings_of(scenario)}
        for leaving in (each for each in leavings if origin == state and isinstance(each, Leaving)):
            if leaving.law is not None and leaving.law.clock == "entry":
                yield SINCE_ENTRY, paths[id(leaving)]
            written = [leaving.probability, leaving.rate, *(each.ratio for each in leaving.modifiers)]
            for figure in (each for each in written if each is not None):
                yield from ((name, paths[id(leaving)]) for name in _own_clocks(scenario, figure))
    for name, intervention in scenario.interventions.items():
        yield from _clocks_of_programme(scenario, state, name, intervention)


def _clocks_of_programme(
    scenario: Scenario, state: str, name: str, intervention: Intervention
) -> Iterator[tuple[str, str]]:
    path = f"interventions.{name}"
    inside = state in states_left(scenario).intersection(intervention.continues_in or scenario.states)
    changes = [effect for effect in intervention.effects if isinstance(effect, Changes)]
    if inside and intervention.lasts is not None:
        yield name, path
    for position, effect in enumerate(changes):
        acts = state in (effect.from_ or (state,))
        if acts and inside:
            yield from ((each, f"{path}.effects[{position}]") for each in _own_clocks(scenario, effect.ratio))
        if acts and inside and SINCE_ENROLMENT in clocks_read(effect.ratio):
            yield name, path
        if acts and effect.fades_over is not None:
            yield name, path


def _own_clocks(scenario: Scenario, figure: Figure) -> Iterator[str]:
    """The clocks of a formula that differ between the cases of a state."""
    caseload = scenario.caseload
    at_start = all(intake.at.count == scenario.time.start.count for intake in caseload.intake.values())
    closed = at_start and not caseload.arrivals
    streams = (*caseload.stock.values(), *caseload.intake.values())
    ages = {str(stream.age and stream.age.value) for stream in streams}
    for name in clocks_read(figure):
        if name == SINCE_ENTRY or (name == AGE and not (closed and len(ages) == 1)):
            yield name
