"""From a YAML file to a `Scenario`, or to every error in it at once.

YAML is read as nodes: every scalar stays text and keeps its line and column. Nothing is constructed, so no
tag can run code and no number is read behind the author's back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml
from pydantic import ValidationError

from prevention_sim.foundation.errors import Problem, ScenarioError
from prevention_sim.scenario.checks import check
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.parts import Text

LARGEST_FILE_BYTES: Final = 10_000_000
DEEPEST: Final = 32
MOST_NODES: Final = 100_000
LONGEST_SCALAR: Final = 10_000

KeyPath: TypeAlias = tuple[str | int, ...]
Tree: TypeAlias = "Text | dict[str, Tree] | tuple[Tree, ...]"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Places:
    """Where keys and values stand; filled while the nodes are read."""

    file: str
    key: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    value: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, code: str, path: KeyPath, message: str, *, at_key: bool = False) -> Problem:
        """A problem at the nearest known place of a path."""
        places = self.key if at_key else self.value
        line, column = next(
            (
                found[path[:end]]
                for end in range(len(path), -1, -1)
                for found in (places, self.value)
                if path[:end] in found
            ),
            (1, 1),
        )
        return Problem(self.file, line, column, code, dotted(path), message)

    def refusal(self, message: str, mark: Any = None) -> ScenarioError:
        """An error that ends the reading, at a place of the text."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return ScenarioError((Problem(self.file, line, column, "E100", "", message),))


def load_scenario(path: str | Path) -> Scenario:
    """Read a scenario file; raises `ScenarioError` with every problem found."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise ScenarioError(
            (Problem(str(path), 1, 1, "E100", "", f"the file cannot be read: {reason}"),)
        ) from None
    return parse_scenario(content, str(path))


def parse_scenario(content: bytes, name: str = "scenario.yaml") -> Scenario:
    """Read the content of a scenario file; raises `ScenarioError` with every problem found."""
    places = _Places(name)
    tree = _read_tree(content, places)
    if places.problems:
        raise ScenarioError(tuple(places.problems))
    try:
        scenario = Scenario.model_validate(tree)
    except ValidationError as error:
        raise ScenarioError(_in_file_order(_problems_of(error, tree, places))) from None
    problems = [places.problem(found.code, _split(found.path), found.message) for found in check(scenario)]
    if problems:
        raise ScenarioError(_in_file_order(problems))
    return scenario


def dotted(path: KeyPath) -> str:
    """A path as people write it: `breakdowns[0].probability`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def _split(path: str) -> KeyPath:
    parts = path.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if part.isdigit() else part for part in parts if part)


def _in_file_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column, problem.path)))


def _read_tree(content: bytes, places: _Places) -> Tree:
    if len(content) > LARGEST_FILE_BYTES:
        raise places.refusal(f"the file is larger than {LARGEST_FILE_BYTES:,} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise places.refusal(f"the file is not UTF-8 text (byte {error.start})") from None
    try:
        _refuse_unwanted_events(text, places)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise places.refusal(f"not readable as YAML: {error.problem}", error.problem_mark) from None
    except yaml.YAMLError as error:
        raise places.refusal(f"not readable as YAML: {error}") from None
    if not isinstance(node, yaml.MappingNode):
        raise places.refusal(
            "the file is empty or has no sections; it begins with »format: prevention_sim/1«"
        )
    return _tree(node, (), places)


def _refuse_unwanted_events(text: str, places: _Places) -> None:
    """Look at the parser's events before anything is composed, so that a hostile file costs nothing."""
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        unwanted = _unwanted(event, documents, depth, count)
        if unwanted:
            raise places.refusal(unwanted, event.start_mark)


def _unwanted(event: yaml.Event, documents: int, depth: int, count: int) -> str:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "anchors and aliases (& and *) are not allowed; write the value out"
    if getattr(event, "tag", None):
        return "tags (!) are not allowed"
    if documents > 1:
        return "the file holds more than one document (---)"
    if depth > DEEPEST or count > MOST_NODES:
        return f"the file nests deeper than {DEEPEST} levels or has more than {MOST_NODES:,} parts"
    if isinstance(event, yaml.ScalarEvent) and len(event.value) > LONGEST_SCALAR:
        return f"a text is longer than {LONGEST_SCALAR:,} characters"
    return ""


def _tree(node: yaml.Node, path: KeyPath, places: _Places) -> Tree:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    places.value[path] = (line, column)
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(node, path, places))
    if isinstance(node, yaml.SequenceNode):
        return tuple(_tree(item, (*path, position), places) for position, item in enumerate(node.value))
    return Text.at(node.value, line, column)


def _entries(node: yaml.MappingNode, path: KeyPath, places: _Places) -> Iterator[tuple[str, Tree]]:
    for key_node, value_node in node.value:
        key = str(key_node.value)
        inner = (*path, key)
        here = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if inner in places.key:
            first = places.key[inner][0]
            message = f"»{key}« stands twice, in lines {first} and {here[0]}"
            places.problems.append(Problem(places.file, *here, "E102", dotted(inner), message))
        if key == "<<":
            places.problems.append(
                Problem(places.file, *here, "E100", dotted(inner), "merge keys (<<) are not allowed")
            )
        places.key[inner] = here
        yield key, _tree(value_node, inner, places)


def _problems_of(error: ValidationError, tree: Tree, places: _Places) -> list[Problem]:
    found: dict[tuple[KeyPath, str], Problem] = {}
    for detail in error.errors(include_url=False):
        path = _known_part(detail["loc"], tree)
        kind = detail["type"]
        message = detail["msg"].removeprefix("Value error, ")
        if kind == "extra_forbidden":
            problem = places.problem("E111", path, f"unknown field »{path[-1]}«", at_key=True)
        elif kind == "missing":
            problem = places.problem("E112", path, f"»{detail['loc'][-1]}« is missing", at_key=True)
        else:
            problem = places.problem("E110", path, message)
        found.setdefault((path, problem.message), problem)
    return list(found.values())


def _known_part(location: tuple[str | int, ...], tree: Tree) -> KeyPath:
    """The part of Pydantic's location that exists in the file; names of union members are dropped."""
    path: KeyPath = ()
    here: object = tree
    for part in location:
        if (isinstance(here, Mapping) and part in here) or (
            isinstance(here, tuple) and isinstance(part, int) and part < len(here)
        ):
            here = here[part]
        else:
            continue
        path = (*path, part)
    return path
