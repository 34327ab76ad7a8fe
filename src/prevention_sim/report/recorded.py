"""A result as `prevsim run --json` printed it, read back from its file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from prevention_sim.foundation.errors import DataError
from prevention_sim.foundation.languages import Both
from prevention_sim.report.result_schema import FORMAT

Cell = tuple[str, ...]
"""Where a number stands: the section of the result, and what tells it from its neighbours."""

MAJOR: Final = FORMAT.partition(".result/")[0] + ".result/" + FORMAT.rpartition("/")[2].partition(".")[0]
"""The format without its minor version, which only adds to it."""

_SECTIONS: Final = {
    "indicators": (("id", "strategy", "perspective", "period"), ("value",)),
    "outcomes": (("outcome", "strategy", "period", "valuation"), ("value",)),
    "cost_effectiveness": (
        ("outcome", "perspective", "period", "valuation", "strategy"),
        ("cost", "effect", "icer"),
    ),
    "budget": (("year", "strategy", "bearer", "item", "basis"), ("amount",)),
    "decomposition": (
        ("strategy", "perspective", "period", "programme", "path"),
        ("relief", "avoided_place_years"),
    ),
}
"""What names a row of each section, and the numbers in it."""

_LATER: Final = frozenset({"decomposition", "outcomes", "cost_effectiveness"})
"""Sections that format 2 did not have from the beginning."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The numbers of a result by their cells, None where one is not defined, and the inputs it names.

    A result of format 2 names no inputs.
    """

    cells: Mapping[Cell, float | None]
    inputs: Mapping[str, str] | None


def recorded_pair(before: Path, after: Path) -> tuple[Recorded, Recorded] | None:
    """Two results; None where neither file is one. Raises `DataError` for a result beside something else."""
    left, right = recorded(before), recorded(after)
    if left is not None and right is not None:
        return left, right
    if left is None and right is None:
        return None
    result, other = (before, after) if right is None else (after, before)
    raise DataError(
        Both(
            f"»{result}« ist ein Ergebnis, »{other}« ist keines. "
            "Vergleichen Sie zwei Ergebnisse oder zwei Szenariodateien.",
            f"»{result}« is a result, »{other}« is none. Compare two results or two scenario files.",
        )
    )


def recorded(path: Path) -> Recorded | None:
    """The result in a file; None where the file is no result, but perhaps a scenario.

    Raises `DataError` for a file whose name ends in `.json` and that is neither, and for other formats.
    """
    must_be_json = path.suffix.lower() == ".json"
    try:
        document = json.loads(path.read_bytes(), parse_constant=_refuse_constant)
    except OSError as error:
        if not must_be_json:
            return None
        reason = error.strerror or str(error)
        raise _unusable(path, f"nicht lesbar ({reason})", f"not readable ({reason})") from None
    except (ValueError, RecursionError) as error:
        if not must_be_json:
            return None
        raise _unusable(path, *_no_json(error)) from None
    written = str(document.get("format", "")) if isinstance(document, dict) else ""
    if written.startswith("prevention_sim/") or not (must_be_json or ".result/" in written):
        return None
    if written != MAJOR and not written.startswith(f"{MAJOR}."):
        raise _unusable(
            path,
            f"Format »{written}« statt {FORMAT}" if written else f"kein Ergebnis ({FORMAT})",
            f"format »{written}« instead of {FORMAT}" if written else f"not a result ({FORMAT})",
        )
    try:
        return Recorded(dict(_cells(document)), _inputs(document))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _unusable(path, f"unvollständig ({error})", f"incomplete ({error})") from None


def _cells(document: Mapping[str, Any]) -> Iterator[tuple[Cell, float | None]]:
    for section, (names, numbers) in _SECTIONS.items():
        for row in document.get(section, ()) if section in _LATER else document[section]:
            where = tuple("" if row[name] is None else str(row[name]) for name in names)
            for number in numbers:
                value = row[number]
                yield (section, *where, *([number] if len(numbers) > 1 else [])), _number(value)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | None):
        raise TypeError(value)
    return None if value is None else float(value)


def _inputs(document: Mapping[str, Any]) -> Mapping[str, str] | None:
    if "inputs" not in document:
        return None
    return {str(row["path"]): str(row["value"]) for row in document["inputs"]}


def _refuse_constant(written: str) -> NoReturn:
    raise ValueError(written)


def _no_json(error: Exception) -> tuple[str, str]:
    if isinstance(error, json.JSONDecodeError):
        place = f"{error.lineno}:{error.colno}"
        return f"ab {place} kein JSON ({error.msg})", f"no JSON from {place} on ({error.msg})"
    return "kein JSON", "no JSON"


def _unusable(path: Path, de: str, en: str) -> DataError:
    return DataError(
        Both(
            f"»{path}« ist kein Ergebnis, das sich vergleichen lässt: {de}. "
            "Ein Ergebnis schreibt: prevsim run DATEI --json",
            f"»{path}« is not a result that can be compared: {en}. "
            "A result is written by: prevsim run FILE --json",
        )
    )
