"""A number that is written out in a file: no formula may stand in its place."""

from typing import Annotated, Final

from pydantic import PlainValidator, StringConstraints

from prevention_sim.scenario.parts import Text
from prevention_sim.scenario.problems import UnreadableError
from prevention_sim.scenario.quantities import UNREAD, Quantity, parse_quantity

NumberText = float | Annotated[str, StringConstraints(min_length=1)]
"""How a number may stand in a file: plain, or as text with its unit or a formula."""

_NO_NUMBERS: Final = {
    **dict.fromkeys((".nan", "nan", "#n/a", "inf", "-inf", ".inf", "-.inf", "+.inf", "infinity"), "E123"),
    **dict.fromkeys(("yes", "no", "true", "false", "on", "off", "ja", "nein", "wahr", "falsch"), "E124"),
}
"""Words that other programs take for numbers, or clerks for shares; no parameter has such a name."""


class Unread(Text):
    """Stands for a number that could not be read, so that the rest of the file can be checked."""

    __slots__ = ()


def number_text(written: object) -> str:
    """The text of a number or formula; raises `UnreadableError` for what can be neither."""
    if not isinstance(written, str):
        raise UnreadableError("E110", "number")
    word = written.strip().casefold()
    if not word:
        raise UnreadableError("E122", "empty")
    if word in _NO_NUMBERS:
        raise UnreadableError(_NO_NUMBERS[word], written=written)
    return written


def _read_plain(written: object) -> Quantity:
    return Quantity(0.0, UNREAD) if isinstance(written, Unread) else parse_quantity(number_text(written))


Plain = Annotated[Quantity, PlainValidator(_read_plain, json_schema_input_type=NumberText)]
"""`38 %`, `4 000 EUR/month`."""
