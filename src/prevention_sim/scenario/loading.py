"""From a file to a `Scenario`, or to every error in it at once."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.faults import Fault, faults_of, inside, known_part, without
from prevention_sim.scenario.finding import Finding
from prevention_sim.scenario.plausibility import doubts
from prevention_sim.scenario.possible import wrong_in
from prevention_sim.scenario.problems import Message, Problem, ScenarioError
from prevention_sim.scenario.tree import KeyPath, Places, Tree, dotted, read_tree

MOST_REPAIRS: Final = 100
_NO_FILE: Final = {errno.ENOENT: "missing", errno.EISDIR: "folder"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, and what is wrong or doubtful in it; with an error there is no scenario."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    lines: int = 0
    tree: Tree = field(default_factory=dict, repr=False)
    places: Places = field(default_factory=lambda: Places(""), repr=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the file from being run."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What deserves a second look."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")

    def checked(self) -> Scenario:
        """The scenario; raises `ScenarioError` with every error found."""
        if self.scenario is None:
            raise ScenarioError(self.errors)
        return self.scenario

    def located(self, found: Iterable[Finding]) -> tuple[Problem, ...]:
        """What a run found doubtful, each with its place in the file."""
        return _in_file_order(_problem(_as_written(finding, []), self.tree, self.places) for finding in found)


def load_scenario(path: str | Path) -> Scenario:
    """Read a scenario file; raises `ScenarioError` with every error found."""
    return read_file(path).checked()


def parse_scenario(content: bytes, name: str = "scenario.yaml") -> Scenario:
    """Read the content of a scenario file; raises `ScenarioError` with every error found."""
    return read_content(content, name).checked()


def read_file(path: str | Path) -> Reading:
    """Read a scenario file with everything there is to say about it."""
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        reason = getattr(error, "strerror", None) or str(error)
        refusal = Places(str(path)).refusal("E101", _NO_FILE.get(number or 0, ""), reason=reason)
        return Reading(None, refusal.problems)
    return read_content(content, str(path))


def read_content(content: bytes, name: str = "scenario.yaml") -> Reading:
    """Read the content of a scenario file with everything there is to say about it."""
    places = Places(name)
    try:
        tree = read_tree(content, places)
    except ScenarioError as error:
        return Reading(None, error.problems)
    try:
        scenario, faults = Scenario.model_validate(tree), []
    except ValidationError as error:
        scenario, faults = None, faults_of(error, tree)
    problems = [*places.problems, *(_problem(fault, tree, places) for fault in faults)]
    checkable = None if places.problems else scenario or _what_can_be_checked(tree, faults)
    if checkable is not None:
        found = list(wrong_in(checkable)) or list(doubts(checkable))  # doubts rely on every name and unit
        kept = (_as_written(finding, faults) for finding in _unaffected(found, faults))
        problems += [_problem(fault, tree, places) for fault in kept]
    wrong = any(problem.severity == "error" for problem in problems)
    lines = len(content.splitlines())
    return Reading(None if wrong else scenario, _in_file_order(problems), lines, tree, places)


def _problem(fault: Fault, tree: Tree, places: Places) -> Problem:
    path = known_part(fault.path, tree)
    written = inside(tree, path)
    fields = {"written": str(written) if isinstance(written, str) else "…"}
    message = Message(fault.message.code, fault.message.variant, {**fields, **fault.message.fields})
    if fault.upto:
        first, last = places.value[path], places.key[fault.upto]
        return places.problem_at(first._replace(end=last.end), path, message)
    return places.problem(path, message, at_key=fault.at_key)


def _as_written(finding: Finding, faults: list[Fault]) -> Fault:
    """A finding with its place in the file, also below a field whose name is misspelt there."""
    path = _split(finding.path)
    for fault in faults:
        if fault.meant and path[: len(fault.meant)] == fault.meant:
            path = (*fault.path, *path[len(fault.meant) :])
    return Fault(path, finding.message, at_key=finding.at_key)


def _split(path: str) -> KeyPath:
    parts = path.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if part.isdigit() else part for part in parts if part)


def _in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column, problem.path)))


def _what_can_be_checked(tree: Tree, faults: list[Fault]) -> Scenario | None:
    """The scenario without its faults, so that the checks can still speak; none if too much is missing."""
    if len(faults) > MOST_REPAIRS:
        return None
    for fault in faults:
        if not fault.removable:
            return None
        tree = without(tree, fault)
    try:
        return Scenario.model_validate(tree)
    except ValidationError:
        return None


def _unaffected(found: Iterable[Finding], faults: list[Fault]) -> Iterable[Finding]:
    """The findings that would be there without the faults too, as far as their places tell."""
    taken = [dotted(fault.path) for fault in faults]
    parents = {dotted(fault.path[:-1]) for fault in faults}
    for finding in found:
        below = any(
            finding.path == path or finding.path.startswith((f"{path}.", f"{path}[")) for path in taken
        )
        if not below and finding.path not in parents:
            yield finding
