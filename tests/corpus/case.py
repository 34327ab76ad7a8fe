"""One broken file."""

from typing import NamedTuple

from tests.unit.scenario.minimal import FILE


class Case(NamedTuple):
    """What stands in the small file, what replaces it with ▸ where the problem is, code, parts of the text.

    `place` is the line and column where no mark could stand, in `file`. `table` is the content of tafel.csv
    beside the file, with the mark where the problem is there.
    """

    old: str
    new: str
    code: str
    en: str
    de: str
    place: tuple[int, int] | None = None
    table: str | bytes = ""
    file: str = FILE
