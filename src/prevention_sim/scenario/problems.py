"""What is wrong or doubtful in a file, and where; the sentences stand in `messages.py`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, Literal, Protocol, runtime_checkable

from prevention_sim.foundation.errors import PreventionSimError
from prevention_sim.foundation.languages import Both, Language
from prevention_sim.scenario.messages import CATALOGUE, WORDS

ALLOWED: Final = "allowed"
"""The field of a message that lists what may be written; it has a line of its own in print."""

LONGEST_FIELD: Final = 200


@runtime_checkable
class Told(Protocol):
    """Whatever fills a blank in the language of the sentence: a pair of texts, a title of the file."""

    def told(self, language: Language) -> str:
        """The text in one language."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue and what fills its blanks; it becomes text when the language is known."""

    code: str
    variant: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """What is wrong."""
        return self._filled(CATALOGUE[self.code].says[self.variant].text, language)

    def hint(self, language: Language) -> str:
        """What to write instead; empty where nothing comes to mind."""
        template = CATALOGUE[self.code].says[self.variant].hint
        unknown = any(value == "" and f"{{{name}}}" in template.de for name, value in self.fields.items())
        return "" if unknown else self._filled(template, language)

    def allowed(self, language: Language) -> str:
        """What may be written there, as a list; empty where it has no end."""
        names = self.fields.get(ALLOWED)
        return f"{WORDS[ALLOWED].told(language)}: {', '.join(names)}" if isinstance(names, tuple) else ""

    def suggestion(self, language: Language) -> str:
        """What to write instead, and what may be written."""
        parts = (self.hint(language), self.allowed(language))
        return printable("; ".join(part for part in parts if part).replace("?; ", "? "))

    def on_one_line(self, language: Language) -> str:
        """All of it."""
        suggestion = self.suggestion(language)
        return printable(self.text(language) + (f"; {suggestion}" if suggestion else ""))

    def _filled(self, template: Both, language: Language) -> str:
        told = {name: _told(value, language) for name, value in self.fields.items()}
        return template.told(language).format(**told)


class UnreadableError(ValueError):
    """A text that cannot be read as what stands in its place; a validator raises it, Pydantic collects it."""

    def __init__(self, code: str, variant: str = "", **fields: object) -> None:
        """Keep the message until it is known where the text stands."""
        self.message = Message(code, variant, fields)
        super().__init__(self.message.on_one_line("en"))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (E…) or doubtful (W…) in a file, and where.

    Lines and columns count from 1, `end_column` is the first one after the part. `excerpt` is the line, after
    the one before it.
    """

    file: str
    line: int
    column: int
    end_column: int
    path: str
    message: Message
    excerpt: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The word under which `prevsim help-error` explains it."""
        return self.message.code

    @property
    def severity(self) -> Literal["error", "warning"]:
        """A warning does not keep a file from being run."""
        return "warning" if self.code.startswith("W") else "error"

    def headed(self, text: str) -> str:
        """Put place, code and path before a text; a problem of the whole file has no path."""
        place = f"{self.file}:{self.line}:{self.column}"
        return printable(f"{place}: {f'{self.code} {self.path}'.rstrip()}: {text}")

    def told(self, language: Language) -> str:
        """Say it on one line."""
        return self.headed(self.message.on_one_line(language))

    def __str__(self) -> str:
        """Say it on one line in English."""
        return self.told("en")


class ScenarioError(PreventionSimError):
    """The scenario file is wrong; all its problems are told at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order given."""
        self.problems = tuple(problems)
        if not self.problems:
            raise ValueError("a ScenarioError names at least one problem")
        super().__init__(
            self.problems
        )  # the only argument, so that the error survives the way between processes

    def __str__(self) -> str:
        """Print one line per problem."""
        return "\n".join(map(str, self.problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """The word that was probably meant, or nothing.

    >>> nearest("relativ_risk", ["relative_risk", "hazard_ratio"])
    'relative_risk'
    """
    by_small_letters = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold()[:60], by_small_letters, n=1, cutoff=0.6)
    return by_small_letters[found[0]] if found else ""


def printable(text: str) -> str:
    """What a file says cannot start a line of its own, or steer a terminal."""
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else "\N{REPLACEMENT CHARACTER}"
        for sign in text
    )


def _told(value: object, language: Language) -> str:
    text = value.told(language) if isinstance(value, Told) else str(value)
    return text if len(text) <= LONGEST_FIELD else f"{text[:LONGEST_FIELD]}…"
