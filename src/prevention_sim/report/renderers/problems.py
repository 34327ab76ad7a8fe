"""Problems of a file as a terminal shows them, with the line and a caret under the part, and as JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import category, east_asian_width

from prevention_sim.foundation.languages import Language
from prevention_sim.report.wording import say
from prevention_sim.scenario.problems import Problem

WIDEST: Final = 96
"""Columns of a line that are shown; a longer one is cut to what stands around the problem."""
BEFORE: Final = 40
TAB: Final = "    "


def problems_as_text(problems: Sequence[Problem], language: Language) -> str:
    """Every problem with its place in the text, and how many there are."""
    parts = [problem_as_text(problem, language) for problem in problems]
    return "\n".join([*parts, count_of(problems, language)])


def problems_as_json(problems: Iterable[Problem], language: Language) -> str:
    """A list of objects whose fields an editor can take as they are."""
    return json.dumps(
        [problem_as_data(problem, language) for problem in problems], ensure_ascii=False, indent=2
    )


def problem_as_text(problem: Problem, language: Language) -> str:
    """The problem, its line after the one before it, a caret under the part, and what to write instead."""
    message = problem.message
    lines = [problem.headed(message.text(language))]
    margin = max(len(str(problem.line)), 4) + 1
    first = problem.line - len(problem.excerpt) + 1
    start, shown = _window(problem)
    for number, text in enumerate(problem.excerpt, first):
        lines.append(f"{number:>{margin}} | {_seen(text)[start : start + WIDEST]}".rstrip())
    hint = message.hint(language)
    if problem.excerpt:
        lines.append(f"{'':>{margin}} | {shown} {hint}".rstrip())
    elif hint:
        lines.append(f"{'':>{margin}}   {hint}")
    if message.allowed(language):
        lines.append(f"{'':>{margin}}   {message.allowed(language)}")
    return "\n".join(lines)


def count_of(problems: Sequence[Problem], language: Language) -> str:
    """How many errors and warnings there are, and where to read more."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counted = [
        say(language, f"{key}_one" if count == 1 else f"{key}_many", count=count)
        for key, count in (("errors", errors), ("warnings", warnings))
        if count
    ]
    parts = [", ".join(counted) + "."]
    if errors:
        parts.append(say(language, "nothing_computed"))
    worst = next((problem for problem in problems if problem.severity == "error"), problems[0])
    return " ".join([*parts, say(language, "more_on_error", code=worst.code)])


def problem_as_data(problem: Problem, language: Language) -> dict[str, str | int | None]:
    """A problem as fields that an editor can take as they are."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "end_column": problem.end_column,
        "code": problem.code,
        "severity": problem.severity,
        "path": problem.path,
        "message": problem.message.text(language),
        "suggestion": problem.message.suggestion(language) or None,
    }


def _window(problem: Problem) -> tuple[int, str]:
    """The sign at which the shown part of the lines begins, and the carets below it."""
    line = problem.excerpt[-1] if problem.excerpt else ""
    before = _seen(line[: problem.column - 1])
    part = _seen(line[problem.column - 1 : problem.end_column - 1])
    start = 0 if len(before) + len(part) <= WIDEST else max(len(before) - BEFORE, 0)
    room = start + WIDEST - len(before)
    return start, " " * _width(before[start:]) + "^" * max(_width(part[: max(room, 1)]), 1)


def _seen(text: str) -> str:
    """A text as it is shown: tabs as spaces, nothing that steers a terminal."""
    return "".join(
        TAB if sign == "\t" else sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text
    )


def _width(text: str) -> int:
    """The columns a text takes: wide signs two, combining ones none."""
    return sum(
        0 if category(sign) in ("Mn", "Me", "Cf") else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text
    )
