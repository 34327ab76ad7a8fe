"""Checks on money: every line, its kind, who bears it, what it is a share of, and how cases are counted."""

from collections.abc import Iterator, Mapping, Sequence

from prevention_sim.scenario.caseload import OUT_OF_HOME
from prevention_sim.scenario.costs import (
    BearerRule,
    IncomeLine,
    PerCase,
    PerEnrolment,
    PerMove,
    PerParticipant,
    PerWaiting,
    Priced,
    Refund,
    ShareOf,
    StepFixed,
)
from prevention_sim.scenario.counterfactual import nameable
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.finding import Finding, finding, several_rests, unknown
from prevention_sim.scenario.lines import bearer_of, lines_by_name, lines_of, name_of_line, receiver_of
from prevention_sim.scenario.quantities import UNREAD, Quantity, Unit


def wrong_lines(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with costs and income."""
    yield from _lines(scenario)
    yield from _shares_of_lines(scenario)
    yield from _counting_rules(scenario)


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
        yield from several_rests({f"{path}.{name}": share for name, share in bearers.items()})
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
        case PerParticipant() | PerEnrolment() | PerWaiting() if not path.startswith("interventions."):
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
    lines = lines_by_name(scenario)
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
    lines = lines_by_name(scenario)
    shares = {path: line for path, line in lines_of(scenario) if isinstance(line, ShareOf)}
    if any(not share.of or set(share.of) - set(lines) for share in shares.values()):
        return
    in_circles: set[str] = set()
    for path in shares:
        below = _rests_on(lines, name_of_line(path))
        if name_of_line(path) in below - in_circles:
            in_circles |= below
            yield finding("E345", f"{path}.of", written=name_of_line(path))
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


def _refund(scenario: Scenario, refund: Refund, path: str) -> Iterator[Finding]:
    """What is paid back exists and is no refund itself, and who pays it back is somebody else."""
    lines = lines_by_name(scenario)
    for name in refund.of:
        yield from unknown("line", name, lines, f"{path}.of")
        if isinstance(lines.get(name), Refund):
            yield finding("E240", f"{path}.of", written=name)
    yield from unknown("bearer", refund.from_, scenario.bearers, f"{path}.from")
    if refund.from_ == receiver_of(scenario, refund):
        yield finding("E241", f"{path}.from", written=refund.from_)
    for stratum in refund.strata or ():
        yield from unknown("stratum", stratum, nameable(scenario), f"{path}.strata")


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
