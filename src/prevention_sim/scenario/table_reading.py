"""From the content of a CSV file to a `Table`, or to everything that is wrong with it at once."""

import codecs
import csv
import hashlib
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.problems import Message, nearest
from prevention_sim.scenario.quantities import LONGEST_NUMBER, Quantity, Unit
from prevention_sim.scenario.tables import Table, TableFile
from prevention_sim.scenario.tree import BEGIN, KeyPath, Place, Places, dotted

LARGEST_TABLE_BYTES: Final = 1_000_000
MOST_ROWS: Final = 10_000

DELIMITERS: Final = {";": ";", ",": ",", "tab": "\t"}
_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_KEYS: Final = {
    "whole": re.compile(r"0|[1-9][0-9]{0,3}"),
    "month": re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])"),
    "id": _ID,
}


class Cell(NamedTuple):
    """A cell as it is written, without the spaces around it, and where."""

    text: str
    place: Place


def read_table(written: TableFile, content: bytes, path: KeyPath, places: Places) -> Table | None:
    """The table in a file's content; None where `places` was given problems."""
    text = _decoded(content, written.encoding, path, places)
    if text is None:
        return None
    reader = _Reader(written, path, places)
    records = list(reader.records())
    cells = reader.cells(records)
    if places.problems:
        return None
    return Table(
        **{name: getattr(written, name) for name in TableFile.model_fields},
        path=dotted(path),
        sha256=hashlib.sha256(content).hexdigest(),
        cells=cells,
    )


def _decoded(content: bytes, encoding: str, path: KeyPath, places: Places) -> str | None:
    """The text; a file that is written otherwise than it says is refused."""
    places.lines = _lines(content.decode(encoding, errors="replace"))
    if encoding == "utf-8" and content.startswith(codecs.BOM_UTF8):
        message, place = Message("E331", "mark"), BEGIN
    elif encoding == "cp1252" and not content.isascii() and _is_utf_8(content):
        message, place = Message("E331", "utf-8"), BEGIN
    else:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            before = _lines(content[: error.start].decode(encoding))
            column = len(before[-1]) + 1
            place = Place(len(before), column, column + 1)
            fields = {"encoding": encoding, "byte": f"{content[error.start]:02X}"}
            message = Message("E331", "" if encoding == "cp1252" else "other", fields)
    places.problems.append(places.problem_at(place, path, message))
    return None


def _lines(text: str) -> list[str]:
    return re.split("\r\n|\n|\r", text)


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Reader:
    """Reads the lines of one file; every problem goes to `places`."""

    def __init__(self, written: TableFile, path: KeyPath, places: Places) -> None:
        self.written, self.path, self.places = written, path, places
        self.delimiter = DELIMITERS[written.delimiter]
        self.other = "." if written.decimal == "," else ","

    def refuse(self, place: Place, code: str, variant: str = "", **fields: object) -> None:
        """Note a problem."""
        self.places.problems.append(self.places.problem_at(place, self.path, Message(code, variant, fields)))

    def records(self) -> Iterator[list[Cell]]:
        """The cells of every line that is not empty; a cell does not go over several lines."""
        for number, line in enumerate(self.places.lines, 1):
            if line.strip():
                try:
                    [texts] = csv.reader([line], delimiter=self.delimiter, strict=True)
                except csv.Error:
                    self.refuse(Place(number, 1, len(line) + 1), "E336")
                else:
                    yield list(self._placed(texts, line, number))

    def _placed(self, texts: list[str], line: str, number: int) -> Iterator[Cell]:
        """The texts of a line, each with its columns."""
        begin = 0
        for text in texts:
            content = text.strip()
            first = max(line.find(content, begin), begin)
            yield Cell(content, Place(number, first + 1, first + max(len(content), 1) + 1))
            begin = line.find(self.delimiter, first + len(content)) + 1

    def cells(self, records: list[list[Cell]]) -> dict[str, dict[str, Figure]]:
        """Figures by column and key."""
        if not records:
            self.refuse(BEGIN, "E332", "empty")
            return {}
        heading, *lines = records
        if len(heading) == 1:
            meant = next((name for name, sign in DELIMITERS.items() if sign in heading[0].text), "")
            self.refuse(
                heading[0].place, "E332", "delimiter", delimiter=self.written.delimiter, nearest=meant
            )
            return {}
        columns = self._columns(heading)
        if not lines and not self.places.problems:
            self.refuse(heading[0].place, "E332", "rows")
        if len(lines) > MOST_ROWS:
            self.refuse(lines[MOST_ROWS][0].place, "E333", "many", limit=MOST_ROWS)
            return {}
        self._check_keys([line[0] for line in lines])
        found: dict[str, dict[str, Figure]] = {name: {} for name in columns}
        for line in lines:
            if self._is_whole(line, len(heading)):
                for name, position in columns.items():
                    found[name][line[0].text] = self._figure(line[position])
        return found

    def _columns(self, heading: list[Cell]) -> dict[str, int]:
        """The columns to be read by name, and their position."""
        wanted, found = self.written.columns, dict[str, int]()
        for position, (name, place) in enumerate(heading[1:], 1):
            if name in found:
                self.refuse(place, "E332", "twice", written=name)
            elif wanted and name not in wanted:
                continue
            elif not _ID.fullmatch(name):
                self.refuse(place, "E332", "", written=name)
            else:
                found[name] = position
        names = [cell.text for cell in heading[1:]]
        for name in wanted:
            if name not in names:
                meant = nearest(name, names)
                self.refuse(BEGIN, "E332", "missing", written=name, nearest=meant, allowed=tuple(names))
        return found

    def _is_whole(self, line: list[Cell], count: int) -> bool:
        if len(line) != count:
            self.refuse(line[min(len(line), count + 1) - 1].place, "E333", found=len(line), count=count)
        return len(line) == count

    def _check_keys(self, cells: list[Cell]) -> None:
        """Keys are all of one kind, and each stands once; whole numbers follow each other."""
        kinds = [
            next((kind for kind, form in _KEYS.items() if form.fullmatch(text)), "") for text, _ in cells
        ]
        first: dict[str, int] = {}
        for position, ((text, place), kind) in enumerate(zip(cells, kinds, strict=True)):
            if text in first:
                self.refuse(place, "E334", "twice", written=text, first=first[text])
            elif not kind or kind != kinds[0]:
                self.refuse(
                    place, "E334", "mixed" if kind and kinds[0] else "", written=text, key=cells[0].text
                )
            elif kind == "whole" and position and kinds[position - 1] == kind:
                self._follows(cells[position - 1].text, text, place)
            first.setdefault(text, place.line)

    def _follows(self, before: str, text: str, place: Place) -> None:
        if int(text) != int(before) + 1:
            self.refuse(place, "E334", "gap", written=text, before=before, missing=int(before) + 1)

    def _figure(self, cell: Cell) -> Figure:
        digits = cell.text.removesuffix("%").rstrip().replace("−", "-")
        if not self._is_number(digits, self.written.decimal):
            self._refuse_number(cell, digits)
            digits = "0"
        value = float(digits.replace(",", "."))
        unit = Unit("", self.written.per or "")
        return Figure.model_construct(value=Quantity(value / 100.0 if "%" in cell.text else value, unit))

    @staticmethod
    def _is_number(digits: str, decimal: str) -> bool:
        form = rf"[+-]?[0-9]+(?:{re.escape(decimal)}[0-9]+)?(?:[eE][+-]?[0-9]{{1,2}})?"
        return len(digits) <= LONGEST_NUMBER and re.fullmatch(form, digits) is not None

    def _refuse_number(self, cell: Cell, digits: str) -> None:
        decimal, swapped = self.written.decimal, digits.replace(self.other, self.written.decimal)
        plain = re.sub(rf"[ _'\u00a0\u202f{re.escape(self.other)}]", "", digits)
        if not digits:
            variant, offered = "empty", ""
        elif re.fullmatch(rf"[+-]?[1-9][0-9]{{0,2}}{re.escape(self.other)}[0-9]{{3}}", digits):
            variant, offered = "readings", plain
        elif self._is_number(digits, self.other):
            variant, offered = "decimal", swapped
        else:
            variant, offered = "", plain if self._is_number(plain, decimal) else ""
        fields = {"written": cell.text, "decimal": decimal, "other": self.other}
        self.refuse(cell.place, "E335", variant, **fields, offered=offered, swapped=swapped)
