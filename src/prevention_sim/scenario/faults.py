"""Pydantic's errors in words for the author of the file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.parts import Part
from prevention_sim.scenario.plain_numbers import Unread
from prevention_sim.scenario.problems import Message, UnreadableError, nearest
from prevention_sim.scenario.tree import KeyPath, Tree

_KINDS: Final = {
    "dict_type": "section",
    "model_attributes_type": "section",
    "model_type": "section",
    "string_type": "text",
    "tuple_type": "list",
}
"""Pydantic's kinds of error that speak of Python, and what is expected instead."""

_NUMBER_CODES: Final = frozenset({"E103", "E104", *(f"E12{digit}" for digit in range(8)), "E140", "E141"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one part of the file; `upto` is the key at which it ends, if not in the part."""

    path: KeyPath
    message: Message
    at_key: bool = False
    upto: KeyPath = ()

    @property
    def meant(self) -> KeyPath:
        """The field whose name was probably misspelt."""
        name = self.message.fields.get("nearest") if self.message.code == "E111" else None
        return (*self.path[:-1], str(name)) if name else ()

    @property
    def missing(self) -> KeyPath:
        """The field that is missing."""
        name = self.message.fields.get("missing")
        return (*self.path, str(name)) if name else ()

    @property
    def removable(self) -> bool:
        """Whether the file can be read without the part, for a look at the rest."""
        code = self.message.code
        in_list = any(isinstance(part, int) for part in self.path)
        named = code == "E115" and self.at_key  # whatever refers to the name would be told too
        return code in (*_NUMBER_CODES, "E111") or (code != "E112" and not in_list and not named)


def faults_of(error: ValidationError, tree: Tree) -> list[Fault]:
    """Every fault once; what follows from a comma in a number or from a misspelt field is left out."""
    faults = [_fault(detail, tree) for detail in error.errors(include_url=False)]
    split = {path for fault in faults if fault.upto for path in (fault.path, fault.upto)}
    misspelt = {fault.meant for fault in faults}
    kept: dict[tuple[KeyPath, str], Fault] = {}
    for fault in faults:
        follows = fault.path in split and not fault.upto
        if not follows and fault.missing not in misspelt - {()}:
            kept.setdefault((fault.path, fault.message.on_one_line("en")), fault)
    return list(kept.values())


def _fault(detail: ErrorDetails, tree: Tree) -> Fault:  # noqa: PLR0911 - one return per kind of error
    location = detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]
    path, at_key = known_part(location, tree), detail["loc"][-1:] == ("[key]",)
    if detail["type"] == "extra_forbidden" or at_key:
        split = _split_number(path, tree)
        if split is not None:
            return split
    key = str(detail.get("ctx", {}).get("discriminator", "")).strip("'")
    match detail["type"]:
        case "extra_forbidden":
            return Fault(path, _unknown("E111", str(path[-1]), _fields_beside(path, tree)), at_key=True)
        case "missing" | "union_tag_not_found":
            missing = key or detail["loc"][-1]
            return Fault(path, Message("E112", fields={"missing": missing}), at_key=True)
        case "union_tag_invalid":
            return Fault((*path, key), _unknown("E113", detail["ctx"]["tag"], _quoted(detail)))
        case "literal_error":
            code = "E118" if path == ("format",) else "E113"
            return Fault(path, _unknown(code, str(detail["input"]), _quoted(detail)))
        case "string_pattern_mismatch":
            return Fault(path, Message("E115", fields={"written": detail["input"]}), at_key=at_key)
        case "value_error" if isinstance(detail["ctx"]["error"], UnreadableError):
            return Fault(path, detail["ctx"]["error"].message)
        case kind:
            return Fault(path, Message("E110", _KINDS.get(kind, ""), {"reason": detail["msg"]}))


def _unknown(code: str, written: str, allowed: tuple[str, ...]) -> Message:
    return Message(code, "", {"written": written, "nearest": nearest(written, allowed), "allowed": allowed})


def _quoted(detail: ErrorDetails) -> tuple[str, ...]:
    """The words in Pydantic's `'child', 'family' or 'place'`."""
    context = detail["ctx"]
    return tuple(re.findall(r"'([^']*)'", str(context.get("expected") or context.get("expected_tags"))))


def _split_number(path: KeyPath, tree: Tree) -> Fault | None:
    """The number of which `{value: 4,5 EUR}` makes the fields `value: 4` and `5 EUR`."""
    section = inside(tree, path[:-1])
    if not isinstance(section, dict) or section.get(str(path[-1])) != "":
        return None
    keys = list(section)
    before = keys[keys.index(str(path[-1])) - 1]
    whole = section[before]
    if not isinstance(whole, str) or not re.fullmatch(r"[+\-−]?\s?\d[\d _.]*", whole):
        return None
    if before == path[-1] or not re.match(r"\d", str(path[-1])):
        return None
    fields = {"written": f"{whole},{path[-1]}", "decimal": f"{whole}.{path[-1]}"}
    return Fault((*path[:-1], before), Message("E104", fields=fields), upto=path)


def _fields_beside(path: KeyPath, tree: Tree) -> tuple[str, ...]:
    """The fields that may stand where the last part of a path stands."""
    kinds: list[Any] = [Scenario]
    for part in path[:-1]:
        kinds = [inner for kind in kinds for inner in _within(kind, part)]
    section = inside(tree, path[:-1])
    written = section.get("kind") if isinstance(section, dict) else None
    models = [model for kind in kinds for model in _models(kind)]
    chosen = [model for model in models if _is_kind(model, written)] or models
    return tuple(dict.fromkeys(_name(model, name) for model in chosen for name in model.model_fields))


def _name(model: type[Part], name: str) -> str:
    return model.model_fields[name].alias or name


def _is_kind(model: type[Part], written: object) -> bool:
    field = model.model_fields.get("kind")
    return field is None or written in get_args(field.annotation)


def _within(kind: Any, part: str | int) -> Iterator[Any]:  # noqa: ANN401 - an annotation
    """What a part of something of some kind is declared to be."""
    if isinstance(kind, type) and issubclass(kind, Part):
        fields = {_name(kind, name): field.annotation for name, field in kind.model_fields.items()}
        if part in fields:
            yield fields[str(part)]
    elif get_origin(kind) in (dict, tuple):
        yield get_args(kind)[1 if get_origin(kind) is dict else 0]
    else:
        for inner in get_args(kind):
            yield from _within(inner, part)


def _models(kind: Any) -> Iterator[type[Part]]:  # noqa: ANN401 - an annotation
    """The sections that may stand for something of some kind."""
    if isinstance(kind, type) and issubclass(kind, Part):
        yield kind
    elif get_origin(kind) not in (dict, tuple):
        for inner in get_args(kind):
            yield from _models(inner)


def known_part(location: tuple[str | int, ...], tree: Tree) -> KeyPath:
    """The part of a location that exists in the file; names of union members are dropped.

    A price that stands in `value: 6 hours/month at 39.50 EUR/hour` is found there.
    """
    path: KeyPath = ()
    here: object = tree
    for part in location:
        written = "value" if part == "at" and _part(here, "at") is None else part
        inner = _part(here, written)
        if inner is not None:
            here = inner
            path = (*path, written)
    return path


def inside(tree: Tree, path: KeyPath) -> object:
    """What stands at a path."""
    here: object = tree
    for part in path:
        here = _part(here, part)
    return here


def _part(here: object, part: str | int) -> object:
    match here:
        case Mapping():
            return here.get(part)
        case tuple() if isinstance(part, int) and part < len(here):
            return here[part]
        case _:
            return None


def without(tree: Tree, fault: Fault) -> Tree:
    """The tree with a number marked as unread, a field under its right name, or another part taken out."""
    if fault.message.code in _NUMBER_CODES:
        tree = _changed(tree, fault.upto, None)
        return _changed(tree, fault.path, Unread("0"))
    written = inside(tree, fault.path)
    tree = _changed(tree, fault.path, None)
    if fault.meant and inside(tree, fault.meant) is None:
        tree = _changed(tree, fault.meant, cast("Tree", written))
    return tree


def _changed(tree: Tree, path: KeyPath, new: "Tree | None") -> Tree:
    match tree, path:
        case dict(), (str() as first, *rest):
            inner = _changed(tree[first], tuple(rest), new) if rest else new
            return {key: value for key, value in {**tree, first: inner}.items() if value is not None}
        case tuple(), (int() as position, *rest) if position < len(tree):
            inner = _changed(tree[position], tuple(rest), new) if rest else new
            return tree if inner is None else (*tree[:position], inner, *tree[position + 1 :])
        case _:
            return tree
