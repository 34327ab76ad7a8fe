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
from prevention_sim.scenario.problems import Message, Problem, ScenarioError, UnreadableError
from prevention_sim.scenario.table_reading import LARGEST_TABLE_BYTES, read_table
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
        located = [_problem(_as_written(finding, []), self.tree, self.places) for finding in found]
        return _in_file_order(located, self.places.file)


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
    return read_content(content, str(path), Path(path).parent)


def read_content(content: bytes, name: str = "scenario.yaml", folder: Path | None = None) -> Reading:
    """Read the content of a scenario file with everything there is to say about it.

    Tables lie in the folder or below it; content that comes without a folder has no tables.
    """
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
        checkable, beside = _with_tables(checkable, places, folder)
        scenario = scenario and checkable
        problems += beside
        found = list(wrong_in(checkable)) or list(doubts(checkable))  # doubts rely on every name and unit
        kept = (_as_written(finding, faults) for finding in _unaffected(found, faults))
        problems += [_problem(fault, tree, places) for fault in kept]
    wrong = any(problem.severity == "error" for problem in problems)
    lines = len(content.splitlines())
    return Reading(None if wrong else scenario, _in_file_order(problems, name), lines, tree, places)


def _with_tables(
    scenario: Scenario, places: Places, folder: Path | None
) -> tuple[Scenario, tuple[Problem, ...]]:
    """The scenario with its tables read, and what is wrong with their files."""
    tables = dict(scenario.tables)
    problems: list[Problem] = []
    for name, written in scenario.tables.items():
        path: KeyPath = ("tables", name)
        try:
            content = _content_of(written.file, folder)
        except UnreadableError as error:
            problems.append(places.problem((*path, "file"), error.message))
            continue
        within = Places(str(Path(places.file).parent / written.file))
        table = read_table(written, content, path, within)
        problems += within.problems
        if table is not None:
            tables[name] = table
    return scenario.model_copy(update={"tables": tables}), tuple(problems)


def _content_of(file: str, folder: Path | None) -> bytes:
    """What a file in a folder or below it holds; raises `UnreadableError`."""
    if folder is None:
        raise UnreadableError("E330", "no_folder", written=file)
    try:
        path = (folder / file).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise UnreadableError("E330", "outside", written=file)
        if path.exists() and not path.is_file():  # a device or a pipe may never end
            raise UnreadableError("E330", "folder", written=file)
        with path.open("rb") as opened:
            content = opened.read(LARGEST_TABLE_BYTES + 1)
    except OSError as error:
        variant = _NO_FILE.get(error.errno or 0, "")
        raise UnreadableError("E330", variant, written=file, reason=error.strerror) from None
    if len(content) > LARGEST_TABLE_BYTES:
        limit = f"{LARGEST_TABLE_BYTES:,}".replace(",", " ")
        raise UnreadableError("E330", "large", written=file, limit=limit)
    return content


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


def _in_file_order(problems: Iterable[Problem], first: str) -> tuple[Problem, ...]:
    """The problems of the scenario file, then those of the tables beside it."""

    def place(problem: Problem) -> tuple[bool, str, int, int, str]:
        return (problem.file != first, problem.file, problem.line, problem.column, problem.path)

    return tuple(sorted(problems, key=place))


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
