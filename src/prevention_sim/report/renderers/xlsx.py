"""The bytes of a workbook: the same twice, and without a formula that was a text of the file.

Files carry the time of `SOURCE_DATE_EPOCH`, else a fixed one.
"""

import io
import os
from datetime import UTC, datetime
from math import ceil, isfinite
from typing import TYPE_CHECKING, Any, Final

from prevention_sim.foundation.languages import Language
from prevention_sim.report.workbook.pages import VOID, Allowed, Cell, Form, Look, Page
from prevention_sim.report.workbook.terms import Term
from prevention_sim.report.workbook_wording import TEXTS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FIXED_TIME: Final = 1_577_836_800
"""2020-01-01, for everybody who does not ask for another."""

A4: Final = 9
READABLE: Final = 230
"""So many characters beside each other are still readable on one page; more go on the next ones."""

WIDTH: Final = 8.43
WIDER: Final = 1.2
LINE_HEIGHT: Final = 13.0
"""What a column has unless told, in digits; letters are narrower; a line of text, in points."""

BLUE, PALE_BLUE, GREY, RED, YELLOW, INK = "#1F4E9E", "#E8F0FB", "#6B6B6B", "#F4B8B0", "#FFF2A8", "#1A1A1A"

FORMS: Final[dict[Form, str]] = {
    "": "#,##0.######",
    "share": "0.00##\\ %",
    "cases": "#,##0.0000",
    "years": "0.000000",
    "chance": "0.000000",
    "factor": "0.000000",
    "whole": "0",
}
MONEY: Final[dict[Language, str]] = {"de": '#,##0.00\\ "€"', "en": '"€"#,##0.00'}
LOCALES: Final[dict[Language, str]] = {"de": "[$-407]", "en": "[$-809]"}
"""By which LibreOffice knows the separators; Excel takes those of its user."""


LOOKS: Final[dict[Look, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12},
    "column": {
        "bold": True,
        "indent": 1,
        "text_wrap": True,
        "valign": "top",
        "bg_color": "#EDEDED",
        "bottom": 1,
    },
    "text": {"valign": "top", "indent": 1},
    "note": {"italic": True, "font_color": GREY},
    "sentence": {"text_wrap": True, "valign": "top"},
    "right": {
        "bold": True,
        "text_wrap": True,
        "valign": "top",
        "align": "right",
        "bg_color": "#EDEDED",
        "bottom": 1,
    },
    "sum": {"bold": True, "valign": "top"},
    "total": {"bold": True, "top": 1},
    "input": {"font_color": BLUE, "bg_color": PALE_BLUE, "valign": "top"},
    "fixed": {"font_color": GREY, "valign": "top"},
    "check": {"font_color": GREY},
    "": {"valign": "top"},
}


def workbook_as_xlsx(pages: tuple[Page, ...], title: str, language: Language) -> bytes:
    """The content of a file."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who asks for a workbook loads its library

    file = io.BytesIO()
    book = Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"title": title, "created": _created()})
    book.set_custom_property("Language", language)
    book.set_calc_mode("auto")
    _Renderer(book, language).render(pages)
    book.close()
    return file.getvalue()


def _created() -> datetime:
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", FIXED_TIME)), UTC).replace(
        tzinfo=None
    )


class _Renderer:
    """Writes pages; holds the formats, of which a file has one for each look and form."""

    def __init__(self, book: "Workbook", language: Language) -> None:
        self.book, self.language = book, language
        self._formats: dict[tuple[Look, Form], Format] = {}

    def render(self, pages: tuple[Page, ...]) -> None:
        """Write every sheet, then the names of cells."""
        for page in pages:
            sheet = self.book.add_worksheet(page.name)
            self._set_up(page, sheet)
            for (row, column), cell in sorted(page.cells.items()):
                self._write(page, sheet, row, column, cell)
            self._watch(page, sheet)
            for allowed in page.allowed:
                sheet.data_validation(*allowed.at, *allowed.at, _validation(allowed))
            quoted = page.name.replace("'", "''")
            for name, (row, column) in page.names.items():
                self.book.define_name(name, f"='{quoted}'!{_absolute(row, column)}")

    def _write(self, page: Page, sheet: "Worksheet", row: int, column: int, cell: Cell) -> None:
        look = self._format(cell.look, cell.form)
        match cell.content:
            case str(words):
                sheet.write_string(row, column, words, look)
            case Term(value=value) as term if cell.is_formula:
                shown = value if isfinite(value) else VOID.strip('"')
                sheet.write_formula(row, column, page.written(term), look, shown)
            case Term(value=value) if isfinite(value):
                sheet.write_number(row, column, value, look)
            case Term():
                sheet.write_string(row, column, VOID.strip('"'), look)

    def _format(self, look: Look, form: Form) -> "Format":
        if (look, form) not in self._formats:
            numbers = MONEY[self.language] if form == "money" else FORMS[form]
            left = {"align": "left"} if form == "whole" and not look else {}
            properties = {"font_name": "Arial", "font_size": 10, "font_color": INK, **LOOKS[look]}
            self._formats[look, form] = self.book.add_format(
                {**properties, **left, "num_format": LOCALES[self.language] + numbers}
            )
        return self._formats[look, form]

    def _set_up(self, page: Page, sheet: "Worksheet") -> None:
        """Widths, frozen panes, and how the sheet is printed: A4 across, with its heads on every page."""
        for column, width in page.widths.items():
            sheet.set_column(column, column, width)
        row, column = page.frozen
        sheet.freeze_panes(row, column)
        for at, lines in _lines(page).items():
            sheet.set_row(at, LINE_HEIGHT * lines)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        last_row, last = (max((at[side] for at in page.cells), default=0) for side in (0, 1))
        sheet.print_area(0, 0, last_row, last)
        width = sum(page.widths.get(at, WIDTH) for at in range(last + 1))
        pages = max(1, ceil(width / READABLE))
        sheet.fit_to_pages(pages, 0)
        if row:
            sheet.repeat_rows(0, row - 1)
        if column and pages > 1:
            sheet.repeat_columns(0, column - 1)
        words = page.name.replace("&", "&&")
        number, of = (TEXTS[key].told(self.language) for key in ("page", "of_pages"))
        sheet.set_footer(f"&L{words}&R{number} &P {of} &N")

    def _watch(self, page: Page, sheet: "Worksheet") -> None:
        colours = {"red": RED, "yellow": YELLOW}
        for watch in page.watches:
            look = self.book.add_format({"bg_color": colours[watch.colour]})
            rule = {"type": "formula", "criteria": watch.formula, "format": look}
            sheet.conditional_format(*watch.first, *watch.last, rule)


def _lines(page: Page) -> dict[int, int]:
    """How many lines the words of a row take where they are wrapped; one line needs no telling."""
    found: dict[int, int] = {}
    for (row, column), cell in page.cells.items():
        if cell.look in ("column", "right", "sentence") and isinstance(cell.content, str):
            width = page.widths.get(column, WIDTH)
            lines = sum(max(1, ceil(len(part) / (width * WIDER))) for part in cell.content.splitlines())
            found[row] = max(found.get(row, 1), lines)
    return {row: lines for row, lines in found.items() if lines > 1}


def _validation(allowed: Allowed) -> dict[str, Any]:
    """What a spreadsheet refuses, and the words with which it does."""
    words = {"error_title": allowed.title[:32], "error_message": allowed.message[:255]}
    if allowed.choices:
        return {"validate": "list", "source": [f"{choice:g}" for choice in allowed.choices], **words}
    return {
        "validate": "decimal", "criteria": "between", "minimum": allowed.low, "maximum": allowed.high, **words
    }  # fmt: skip


def _absolute(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - likewise

    text: str = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return text
