"""What a file read back is made of, and what every sentence of it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from prevention_sim.report.amounts import Amounts
from prevention_sim.report.explanation_wording import tell
from prevention_sim.scenario.evidence import ASSUMPTION
from prevention_sim.scenario.parts import Month


@dataclass(frozen=True, slots=True)
class Told:
    """A number of the file: where it stands, what it is, how much, and the source it names."""

    path: str
    label: str
    amount: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or two, the numbers told in them, and a list under them."""

    text: str
    numbers: tuple[Told, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under a heading."""

    title: str
    statements: tuple[Statement, ...]


class Teller:
    """Puts a part of a file into sentences; holds the file, its amounts and the language."""

    def __init__(self, amounts: Amounts) -> None:
        """Take over what the amounts were made from."""
        self.amounts, self.scenario, self.language = amounts, amounts.scenario, amounts.language

    def tell(self, key: str, **fields: str | int) -> str:
        """A sentence, or a piece of one, in the language of the reader."""
        return tell(self.language, key, **fields)

    def section(self, key: str, statements: Iterator[Statement]) -> Section:
        """Statements under their heading."""
        return Section(self.tell(key, cases=self.amounts.many_cases), tuple(statements))

    def told(self, path: str, key: str, **fields: str) -> Told:
        """A number of the file with what it is called."""
        found = self.amounts.located[path]
        source = None if self.amounts.is_formula(path) else found.source
        return Told(path, self.tell(key, **fields), self.amounts.text(path), source)

    def sourced(self, *numbers: Told, more: tuple[str, ...] = ()) -> str:
        """Where numbers come from, behind other remarks in one pair of brackets; formulas have no source."""
        written = [number for number in numbers if not self.amounts.is_formula(number.path)]
        origins = {number.source: self.origin(number.source) for number in written}
        if len(origins) > 1:
            pieces = [f"{number.amount}: {origins[number.source]}" for number in written]
        else:
            pieces = list(origins.values())
        pieces = [*more, *pieces]
        return f" ({'; '.join(pieces)})" if pieces else ""

    def origin(self, source: str | None) -> str:
        """The title of a source."""
        if source is None:
            return self.tell("no_source")
        if source == ASSUMPTION:
            return self.tell("assumed")
        return self.tell("source", title=self.amounts.words(self.scenario.sources[source].title))

    def source_of(self, number: Told) -> str:
        """Where one number comes from, with its formula."""
        return self.sourced(number, more=self.formula(number))

    def formula(self, number: Told) -> tuple[str, ...]:
        """How a number follows from others, where it does."""
        formula = self.amounts.formula(number.path)
        return (self.tell("by_formula", formula=formula),) if formula else ()

    def with_notes(self, text: str, part: object, numbers: tuple[Told, ...]) -> str:
        """A sentence, and the remarks the author made on it."""
        notes = [getattr(part, "note", None)]
        notes += [self.amounts.located[number.path].figure.note for number in numbers]
        said = dict.fromkeys(note for note in notes if note)
        return " ".join((text, *(self.tell("note", note=note) for note in said)))

    def renamed(self, was: str | None) -> Iterator[Statement]:
        """What a group, a stream or a programme was called before, where the file says so."""
        if was is not None:
            yield Statement(self.tell("was", was=was))

    def statement(self, part: object, text: str, *numbers: Told) -> Statement:
        """A sentence with the notes on it."""
        return Statement(self.with_notes(text, part, numbers), numbers)

    def listed(self, parts: list[str], word: str) -> str:
        """`a, b and c`."""
        *most, last = parts
        return self.tell(word).join((", ".join(most), last)) if most else last

    def span(self, first: Month | None, last: Month | None) -> str:
        """From when until when."""
        match first, last:
            case None, None:
                return self.tell("whole_time")
            case Month(), None:
                return self.tell("from", first=self.amounts.month(first))
            case None, Month():
                return self.tell("until", last=self.amounts.month(last))
            case Month(), Month():
                return self.tell("from_until", first=self.amounts.month(first), last=self.amounts.month(last))
            case _:
                assert_never((first, last))  # type: ignore[arg-type]
