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
from pydantic_core import ErrorDetails

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
Place: TypeAlias = tuple[int, int]
"""Line and column, from 1."""

_SECTION: Final = "a section is expected here, with »key: value« in each line"
_PLAIN_WORDS: Final = {
    "dict_type": _SECTION,
    "model_attributes_type": _SECTION,
    "model_type": _SECTION,
    "string_pattern_mismatch": "an id has small letters, digits and _, and begins with a letter",
    "string_type": "a text is expected here",
    "tuple_type": "a list is expected here, such as [a, b]",
}
"""Pydantic's kinds of error that speak of Python."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Places:
    """Where keys and values stand; filled while the nodes are read."""

    file: str
    key: dict[KeyPath, Place] = field(default_factory=dict)
    value: dict[KeyPath, Place] = field(default_factory=dict)
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
        return Problem(self.file, line, column, code, dotted(path), _on_one_line(message))

    def refusal(self, message: str, place: Place = (1, 1)) -> ScenarioError:
        """An error that ends the reading, at a place of the text."""
        return ScenarioError((Problem(self.file, *place, "E100", "", _on_one_line(message)),))


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
    problems = [
        places.problem(found.code, _known_part(_split(found.path), tree), found.message, at_key=found.at_key)
        for found in check(scenario)
    ]
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


def _on_one_line(message: str) -> str:
    """What a file says cannot start a line of its own, or steer a terminal."""
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}"
        for sign in message
    )


def _place(mark: Any) -> Place:  # noqa: ANN401 - PyYAML has two kinds of marks
    return (mark.line + 1, mark.column + 1)


def _place_after(text: str) -> Place:
    return (text.count("\n") + 1, len(text) - text.rfind("\n"))


def _read_tree(content: bytes, places: _Places) -> Tree:
    if len(content) > LARGEST_FILE_BYTES:
        raise places.refusal(f"the file is larger than {LARGEST_FILE_BYTES:,} bytes")
    try:
        text = content.decode("utf-8").removeprefix("\N{BYTE ORDER MARK}")
    except UnicodeDecodeError as error:
        place = _place_after(content[: error.start].decode("utf-8").removeprefix("\N{BYTE ORDER MARK}"))
        raise places.refusal(f"the file is not UTF-8 text (byte {error.start})", place) from None
    control = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if control:
        message = f"the character U+{ord(control[0]):04X} is not allowed"
        raise places.refusal(message, _place_after(text[: control.start()]))
    try:
        _refuse_unwanted_events(text, places)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        place = _place(error.problem_mark) if error.problem_mark else (1, 1)
        raise places.refusal(f"not readable as YAML: {error.problem}", place) from None
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
            raise places.refusal(unwanted, _place(event.start_mark))


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
    line, column = places.value[path] = _place(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(node, path, places))
    if isinstance(node, yaml.SequenceNode):
        return tuple(_tree(item, (*path, position), places) for position, item in enumerate(node.value))
    return Text.at(node.value, line, column)


def _entries(node: yaml.MappingNode, path: KeyPath, places: _Places) -> Iterator[tuple[str, Tree]]:
    for key_node, value_node in node.value:
        key, here = key_node.value, _place(key_node.start_mark)
        if not isinstance(key, str) or not key.isprintable():
            places.problems.append(Problem(places.file, *here, "E100", dotted(path), "a key is one word"))
            continue
        inner = (*path, key)
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
    found: dict[tuple[str, str], Problem] = {}
    for detail in error.errors(include_url=False):
        location = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
        problem = _problem_of(detail, _known_part(location, tree), places)
        found.setdefault((problem.path, problem.message), problem)
    return list(found.values())


def _problem_of(detail: ErrorDetails, path: KeyPath, places: _Places) -> Problem:
    """One of Pydantic's errors in words for the author of the file."""
    key = str(detail.get("ctx", {}).get("discriminator", "")).strip("'")
    match detail["type"]:
        case "extra_forbidden":
            return places.problem("E111", path, f"unknown field »{path[-1]}«", at_key=True)
        case "missing":
            return places.problem("E112", path, f"»{detail['loc'][-1]}« is missing", at_key=True)
        case "union_tag_not_found":
            return places.problem("E112", path, f"»{key}« is missing", at_key=True)
        case "union_tag_invalid":
            message = f"»{detail['ctx']['tag']}« is unknown; known: {detail['ctx']['expected_tags']}"
            return places.problem("E110", (*path, key), message)
        case kind:
            message = _PLAIN_WORDS.get(kind, detail["msg"].removeprefix("Value error, "))
            return places.problem("E110", path, message, at_key=detail["loc"][-1:] == ("[key]",))


def _known_part(location: tuple[str | int, ...], tree: Tree) -> KeyPath:
    """The part of a location that exists in the file; names of union members are dropped.

    A price that stands in `value: 6 hours/month at 39.50 EUR/hour` is found there.
    """
    path: KeyPath = ()
    here: object = tree
    for part in location:
        written = "value" if part == "at" and _inside(here, "at") is None else part
        inner = _inside(here, written)
        if inner is not None:
            here = inner
            path = (*path, written)
    return path


def _inside(here: object, part: str | int) -> object:
    match here:
        case Mapping():
            return here.get(part)
        case tuple() if isinstance(part, int) and part < len(here):
            return here[part]
        case _:
            return None
