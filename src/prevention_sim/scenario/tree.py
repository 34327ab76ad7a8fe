"""YAML as a tree of text, and where each part of it stands.

YAML is read as nodes: every scalar stays text and keeps its line and column. Nothing is constructed, so no
tag can run code and no number is read behind the author's back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from prevention_sim.scenario.parts import Text
from prevention_sim.scenario.problems import Message, Problem, ScenarioError

LARGEST_FILE_BYTES: Final = 10_000_000
DEEPEST: Final = 32
MOST_NODES: Final = 100_000
LONGEST_SCALAR: Final = 10_000

KeyPath: TypeAlias = tuple[str | int, ...]
Tree: TypeAlias = "Text | dict[str, Tree] | tuple[Tree, ...]"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT = re.compile(r"\s#")
_BYTE_ORDER_MARK: Final = "\N{BYTE ORDER MARK}"

_SYNTAX: Final = (
    (r"mapping values are not allowed", "colon"),
    (r"expected ',' or '[\]}]'|end of stream|found unexpected document", "bracket"),
    (r"did not find expected|could not find expected ':'|expected <block end>", "indent"),
)
"""What YAML's parsers complain about, and which sentence says it to a clerk."""


class Place(NamedTuple):
    """Line and columns of a part, from 1; `end` is the first column after it on this line."""

    line: int
    column: int
    end: int


BEGIN: Final = Place(1, 1, 1)


@dataclass(slots=True)
class Places:
    """Where keys and values stand; filled while the nodes are read."""

    file: str
    lines: list[str] = field(default_factory=list)
    key: dict[KeyPath, Place] = field(default_factory=dict)
    value: dict[KeyPath, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: KeyPath, message: Message, *, at_key: bool = False) -> Problem:
        """A problem at the nearest known place of a path."""
        places = self.key if at_key else self.value
        place = next(
            (
                found[path[:end]]
                for end in range(len(path), -1, -1)
                for found in (places, self.value)
                if path[:end] in found
            ),
            BEGIN,
        )
        return self.problem_at(place, path, message)

    def problem_at(self, place: Place, path: KeyPath, message: Message) -> Problem:
        """A problem at a place of the text."""
        excerpt = tuple(self.lines[max(place.line - 2, 0) : place.line])
        return Problem(self.file, *place, path=dotted(path), message=message, excerpt=excerpt)

    def refusal(self, code: str, variant: str = "", place: Place = BEGIN, **fields: object) -> ScenarioError:
        """An error that ends the reading."""
        return ScenarioError((self.problem_at(place, (), Message(code, variant, fields)),))

    def of(self, node: yaml.Node) -> Place:
        """Where a node stands; of a node over several lines, the first one."""
        return self.between(node.start_mark, node.end_mark)

    def between(self, start: Any, end: Any) -> Place:  # noqa: ANN401 - PyYAML has two kinds of marks
        """Where the text between two marks of a parser stands, as far as its first line goes."""
        if end.line == start.line:
            return Place(start.line + 1, start.column + 1, end.column + 1)
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        first_line = _COMMENT.split(line[start.column :])[0].rstrip()
        return Place(start.line + 1, start.column + 1, start.column + len(first_line) + 1)


def dotted(path: KeyPath) -> str:
    """A path as people write it: `breakdowns[0].probability`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def read_tree(content: bytes, places: Places) -> Tree:
    """Read the content of a file; raises `ScenarioError` where reading cannot go on."""
    text = _decoded(content, places)
    try:
        _refuse_unwanted_events(text, places)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _syntax_error(error, places) from None
    if not isinstance(node, yaml.MappingNode):
        raise places.refusal("E106")
    return _tree(node, (), places)


def _decoded(content: bytes, places: Places) -> str:
    if len(content) > LARGEST_FILE_BYTES:
        raise places.refusal("E109", limit=LARGEST_FILE_BYTES // 1_000_000)
    try:
        text = content.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
        raise places.refusal("E105", place=_place_after(before), byte=error.start) from None
    places.lines = _LINE_BREAK.split(text)
    control = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if control:
        place = _place_after(text[: control.start()])
        raise places.refusal("E105", "control", place, sign=f"{ord(control[0]):04X}")
    return text


def _place_after(text: str) -> Place:
    lines = _LINE_BREAK.split(text)
    return Place(len(lines), len(lines[-1]) + 1, len(lines[-1]) + 2)


def _syntax_error(error: yaml.YAMLError, places: Places) -> ScenarioError:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return places.refusal("E100", reason=str(error))
    place = places.between(error.problem_mark, error.problem_mark)
    line = places.lines[place.line - 1] if place.line <= len(places.lines) else ""
    if line[place.column - 1 : place.column] == "\t":
        return places.refusal("E100", "tab", place)
    reason = str(error.problem)
    variant = next((name for pattern, name in _SYNTAX if re.search(pattern, reason)), "")
    return places.refusal("E100", variant, place, reason=reason)


def _refuse_unwanted_events(text: str, places: Places) -> None:
    """Look at the parser's events before anything is composed, so that a hostile file costs nothing."""
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        for code, variant, limit in _unwanted(event, documents, depth, count):
            raise places.refusal(
                code,
                variant,
                places.between(event.start_mark, event.end_mark),
                limit=f"{limit:,}".replace(",", " "),
            )


def _unwanted(event: yaml.Event, documents: int, depth: int, count: int) -> Iterator[tuple[str, str, int]]:
    """Code, variant and limit of what is not allowed."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        yield "E107", "", 0
    if getattr(event, "tag", None):
        yield "E107", "tag", 0
    if documents > 1:
        yield "E108", "", 1
    if depth > DEEPEST:
        yield "E109", "deep", DEEPEST
    if count > MOST_NODES:
        yield "E109", "many", MOST_NODES
    if len(getattr(event, "value", "")) > LONGEST_SCALAR:
        yield "E109", "long", LONGEST_SCALAR


def _tree(node: yaml.Node, path: KeyPath, places: Places) -> Tree:
    place = places.value[path] = places.of(node)
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(node, path, places))
    if isinstance(node, yaml.SequenceNode):
        return tuple(_tree(item, (*path, position), places) for position, item in enumerate(node.value))
    return Text.at(node.value, place.line, place.column)


def _entries(node: yaml.MappingNode, path: KeyPath, places: Places) -> Iterator[tuple[str, Tree]]:
    for key_node, value_node in node.value:
        key, here = key_node.value, places.of(key_node)
        if not isinstance(key, str) or not key.isprintable():
            places.problems.append(places.problem_at(here, path, Message("E114")))
            continue
        inner = (*path, key)
        if inner in places.key:
            fields = {"key": key, "first": places.key[inner].line, "second": here.line}
            places.problems.append(places.problem_at(here, inner, Message("E102", fields=fields)))
            continue
        places.key[inner] = here
        if key == "<<":
            places.problems.append(places.problem_at(here, inner, Message("E107", "merge")))
            continue
        yield key, _tree(value_node, inner, places)
