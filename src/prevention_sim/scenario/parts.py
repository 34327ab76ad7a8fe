"""The small pieces every section of a scenario file is made of: text with a position, ids, titles, months."""

import re
from fractions import Fraction
from typing import Annotated, Any, Final, Literal, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    GetCoreSchemaHandler,
    StringConstraints,
    Tag,
)
from pydantic_core import CoreSchema
from pydantic_core.core_schema import definition_reference_schema

from prevention_sim.foundation.languages import Both, Language
from prevention_sim.foundation.units import YEARS_PER
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.problems import UnreadableError


class Text(str):
    """A scalar of a file exactly as written, with the line and column where it stands (both from 1)."""

    __slots__ = ("column", "line")
    line: int
    column: int

    @classmethod
    def at(cls, content: str, line: int, column: int) -> "Text":
        """Text that knows its place."""
        text = cls(content)
        text.line, text.column = line, column
        return text


class Part(BaseModel):
    """A section of a scenario file: frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False, defer_build=True)


ONCE: Final = "once:"
"""How the name of a definition begins that is no part of the file."""


class Once:
    """The last word about a type that many fields have: its validator is made once, and all point to it."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make it for the first field, and find it again for every other."""
        ref = f"{ONCE}{id(self)}"
        try:
            return handler.resolve_ref_schema(definition_reference_schema(ref))
        except LookupError:
            return cast("CoreSchema", {**handler(source), "ref": ref})


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$"), Once()]
"""An address, of chance too: lower-case letters, digits, underscores. Titles change freely, ids do not."""


def _whole_number(written: object) -> object:
    if isinstance(written, str) and re.fullmatch(r"-?\d{1,9}", written):
        return int(written)
    raise UnreadableError("E117", written=written)


Digits = Annotated[str, StringConstraints(pattern=r"^-?\d{1,9}$")]
WholeNumber = Annotated[int, BeforeValidator(_whole_number, json_schema_input_type=int | Digits), Once()]


class Title(Part):
    """A name in German and English; plain text serves both."""

    de: str
    en: str

    def told(self, language: Language) -> str:
        """The name in one of them."""
        return self.de if language == "de" else self.en


def _same_in_both(written: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    return {"de": written, "en": written} if isinstance(written, str) else written


AnyTitle = Annotated[Title, BeforeValidator(_same_in_both, json_schema_input_type=str | Title), Once()]


class Month(Part):
    """A calendar month; a day is never needed, because nothing happens inside a cycle."""

    year: int
    month: int

    @property
    def count(self) -> int:
        """Months since the year 0, so that differences are lengths."""
        return 12 * self.year + self.month - 1

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month(year=(self.count + 1) // 12, month=(self.count + 1) % 12 + 1)

    def __str__(self) -> str:
        """As it is written in a file."""
        return f"{self.year}-{self.month:02}"


def _read_month(written: object) -> object:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", written) if isinstance(written, str) else None
    if found is None:
        raise UnreadableError("E116", written=written)
    return {"year": int(found[1]), "month": int(found[2])}


MonthText = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
AnyMonth = Annotated[Month, BeforeValidator(_read_month, json_schema_input_type=MonthText), Once()]


class Period(Part):
    """A length of time over which something was counted."""

    count: int
    unit: Literal["day", "week", "month", "quarter", "year"]

    @property
    def years(self) -> Fraction:
        """Its length in years."""
        return self.count * YEARS_PER[self.unit]

    @property
    def name(self) -> Both:
        """In words, one of a unit without its number: `Jahr`, `3 Jahre`."""
        return WORDS[self.unit] if self.count == 1 else Both(self.told("de"), self.told("en"))

    def told(self, language: Language) -> str:
        """In words: `3 Jahre`."""
        word = self.unit if self.count == 1 else f"{self.unit}s"
        return f"{self.count} {WORDS[word].told(language)}"


_PERIOD = r"([1-9][0-9]{0,3}) ?(day|week|month|quarter|year)s?"


def _read_period(written: object) -> object:
    found = re.fullmatch(_PERIOD, written) if isinstance(written, str) else None
    if found is None:
        raise UnreadableError("E320", written=written)
    return {"count": int(found[1]), "unit": found[2]}


PeriodText = Annotated[str, StringConstraints(pattern=f"^{_PERIOD}$")]
AnyPeriod = Annotated[Period, BeforeValidator(_read_period, json_schema_input_type=PeriodText), Once()]
"""`1 year`, `3 years`, `6 months`: part of what a number means, and itself no number that varies."""


def _listed(written: object) -> object:
    return (written,) if isinstance(written, str) else written


Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed, json_schema_input_type=Id | tuple[Id, ...]), Once()]
"""One id or a list of them."""


def _one_or_each(written: object) -> str:
    return "for each" if isinstance(written, dict) else "for all"


ForAll, ForEach = Tag("for all"), Tag("for each")
OneOrEach = Discriminator(_one_or_each)
"""Tells `into: heim` from `into: {a: heim, b: spfh}`, so that an error speaks of the form written."""
