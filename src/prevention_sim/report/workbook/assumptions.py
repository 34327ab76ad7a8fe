"""The sheet of assumptions: every number of the file, with unit, source, grade and remark.

What a formula reads is blue and may be changed. A number that decides how the sheets are built (a date, an
age, a length in whole cycles) is grey: whoever changes it needs a new workbook.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prevention_sim.model.expressions import evaluate
from prevention_sim.model.rows import base_row
from prevention_sim.report.explanation_wording import IN_MANY, MANY, PER
from prevention_sim.report.workbook.arithmetic import MOST_CELLS, told
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.pages import Allowed, Cell, Form, Look, Page, Watch, address
from prevention_sim.report.workbook.terms import ONE, ZERO, Term, compared, sum_of, total, when
from prevention_sim.report.workbook_wording import KEYS
from prevention_sim.scenario.clocks import differs_between_cases
from prevention_sim.scenario.document import Located, figures_of, grade_of
from prevention_sim.scenario.evidence import ASSUMPTION, Dimension, Formula
from prevention_sim.scenario.quantities import Unit
from prevention_sim.scenario.unit_algebra import unit_of

WHAT, NAME, VALUE, UNIT, AS_WRITTEN, CHANGED, PRICES, SOURCE, GRADE, PATH, REMARK = range(11)
HEAD = 4
LARGEST = 1e15


@dataclass
class Columns(Mapping[str, Term]):
    """The numbers of the file as cells, which remembers those that some formula has read."""

    cells: Mapping[str, Term]
    read: set[str] = field(default_factory=set)

    def __getitem__(self, path: str) -> Term:
        """The cell of a number, by its path in the file."""
        self.read.add(path)
        return self.cells[path]

    def __iter__(self) -> Iterator[str]:
        """Every path."""
        return iter(self.cells)

    def __len__(self) -> int:
        """How many numbers there are."""
        return len(self.cells)


@dataclass(frozen=True)
class Assumptions:
    """The sheet, and where each number stands on it."""

    desk: Desk
    page: Page
    columns: Columns
    rows: Mapping[str, int]

    @classmethod
    def on(cls, desk: Desk) -> "Assumptions":
        """Write every number; which of them may be changed is known when all formulas are written."""
        page, located = desk.page(desk.say("assumptions")), _in_order(desk)
        _begin(desk, page)
        names, values = _names(located), base_row(desk.model.table).columns()
        rows = {found.path: HEAD + 1 + at for at, found in enumerate(located)}
        cells: dict[str, Term] = {}
        columns = Columns(cells)
        for path in desk.model.table.names:
            cells[path] = page.enter(rows[path], VALUE, float(values[path][0]), _form(desk, located, path))
            cells[path] = Term(names[path], cells[path].value) if page.live else cells[path]
            page.names[names[path]] = (rows[path], VALUE)
        for path, formula in desk.model.table.formulas:
            term = told(formula, columns) if page.live else Term("", float(evaluate(formula, values)[0]))
            page.put(rows[path], VALUE, term, _form(desk, located, path))
            cells[path] = Term(names[path], term.value) if page.live else term
            page.names[names[path]] = (rows[path], VALUE)
        for found in located:
            _tell(desk, page, found, rows[found.path], names[found.path])
        columns.read.clear()
        return cls(desk, page, columns, rows)

    def changeable(self) -> tuple[str, ...]:
        """The paths of the numbers that formulas read, directly or through formulas of the file."""
        formulas, waiting = dict(self.desk.model.table.formulas), sorted(self.columns.read)
        found = set(waiting)
        while waiting:
            path = waiting.pop()
            if path in formulas:
                inner = Columns(self.columns.cells)
                told(formulas[path], inner)
                waiting += sorted(inner.read - found)
                found |= inner.read
        return tuple(path for path in self.desk.model.table.names if path in found)

    def finish(self) -> None:
        """Colour what may be changed and what may not, now that all formulas are written."""
        changeable = set(self.changeable()) if self.page.live else set()
        dimensions = {found.path: found.dimension for found in figures_of(self.desk.scenario)}
        for path in self.desk.model.table.names:
            row = self.rows[path]
            cell = self.page.cells[row, VALUE]
            look: Look = "input" if path in changeable else "fixed"
            self.page.cells[row, VALUE] = Cell(cell.content, look, cell.form)
            if path in changeable:
                share = dimensions[path] in (Dimension.SHARE, Dimension.PROBABILITY)
                low, high = (0.0, 1.0) if share else (-LARGEST, LARGEST)
                message = self.desk.say("allowed_share" if share else "allowed_number")
                self.page.allowed.append(
                    Allowed((row, VALUE), low, high, title=self.desk.say("not_allowed"), message=message)
                )
        differs = f"=${address(HEAD + 1, CHANGED)}>0"
        self.page.watches.append(Watch((HEAD + 1, VALUE), (self.last_row, VALUE), differs, "yellow"))

    @property
    def last_row(self) -> int:
        """Where the last number stands."""
        return max(self.rows.values(), default=HEAD + 1)

    def changed(self) -> Term:
        """How many numbers differ from the file."""
        if not self.rows:
            return ZERO
        return sum_of(self.page.values((HEAD + 1, CHANGED), (self.last_row, CHANGED)))

    def changed_in_vain(self) -> Term:
        """How many of those differ that no formula reads."""
        changeable = set(self.changeable())
        rows = [self.rows[path] for path in self.desk.model.table.names if path not in changeable]
        return total(sum_of(self.page.values((row, CHANGED), (row, CHANGED))) for row in rows[:MOST_CELLS])


def _in_order(desk: Desk) -> list[Located]:
    """The numbers that stand in a column, in the order of the file."""
    return [
        found for found in figures_of(desk.scenario) if not differs_between_cases(desk.scenario, found.figure)
    ]


def _begin(desk: Desk, page: Page) -> None:
    page.text(0, 0, desk.say("assumptions"), "title")
    page.text(1, 0, desk.say("assumptions_note" if page.live else "assumptions_values"), "note")
    page.text(2, 0, desk.say("assumptions_names"), "note")
    heads = (
        "what",
        "name",
        "value",
        "unit",
        "as_written",
        "changed",
        "price_year",
        "source",
        "grade",
        "path",
        "remark",
    )
    page.texts(HEAD, 0, [desk.say(f"head_{head}") for head in heads], "column")
    page.widths |= dict(zip(range(11), (44, 36, 14, 18, 16, 10, 10, 44, 12, 40, 60), strict=True))
    page.frozen = (HEAD + 1, 1)


def _names(located: list[Located]) -> dict[str, str]:
    """A name for the cell of every number, made of its path: letters, digits and underscores."""
    found: dict[str, str] = {}
    for each in located:
        plain = re.sub(r"\W+", "_", each.path).strip("_")
        taken, name, count = {name.casefold() for name in found.values()}, plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain}_{count}"
        found[each.path] = name
    return found


def _form(desk: Desk, located: list[Located], path: str) -> Form:
    found = next(each for each in located if each.path == path)
    unit = unit_of(found.figure, desk.scenario.readable)
    chance = bool(unit.denominator) and not unit.numerator and found.dimension is not Dimension.RATE
    if chance or found.dimension is Dimension.SHARE:
        return "share"
    value = base_row(desk.model.table).columns()[path][0]
    if found.dimension is Dimension.ANY and unit == Unit() and 0.0 <= value <= 1.0:
        return "share"
    return "money" if unit.numerator == "EUR" else ""


def _tell(desk: Desk, page: Page, found: Located, row: int, name: str) -> None:
    """Everything about a number beside its value."""
    scenario, unit = desk.scenario, unit_of(found.figure, desk.scenario.readable)
    formula = found.figure.value.text if isinstance(found.figure.value, Formula) else ""
    content = page.cells[row, VALUE].content
    value = content.value if isinstance(content, Term) else 0.0
    page.text(row, WHAT, _what(desk, found.path))
    page.text(row, NAME, name)
    page.text(row, UNIT, _unit(desk, unit, page.cells[row, VALUE].form))
    page.enter(row, AS_WRITTEN, value, page.cells[row, VALUE].form, "fixed")
    if not formula:
        now, written = Term(address(row, VALUE), value), Term(address(row, AS_WRITTEN), value)
        page.put(row, CHANGED, when(compared(now, "=", written), ZERO, ONE), "whole", "check")
    page.text(row, PRICES, str(scenario.prices.year) if unit.numerator == "EUR" else "")
    page.text(
        row, SOURCE, _source(desk, found.source) if not formula else desk.say("follows", formula=formula)
    )
    page.text(row, GRADE, "" if formula else desk.say(f"grade_{grade_of(scenario, found)}"))
    page.text(row, PATH, found.path)
    page.text(row, REMARK, found.figure.note or "")


def _what(desk: Desk, path: str) -> str:
    """The title of the part of the file in which a number stands, and in words what it is there."""
    titles = desk.titles
    part = max((each for each in titles if path.startswith(f"{each}.")), key=len, default="")
    if not part:
        return path.removeprefix("parameters.").removesuffix(".value")
    *kind, last = path[len(part) + 1 :].split(".")
    if last in KEYS:
        return f"{titles[part]}{KEYS[last].told(desk.language)}"
    if kind == ["to"] and last in desk.scenario.states:
        return f"{titles[part]}{desk.say('then', state=desk.state(last))}"
    return f"{titles[part]}: {path[len(part) + 1 :]}"


def _unit(desk: Desk, unit: Unit, form: Form) -> str:
    per = ""
    if unit.denominator:
        words = PER if unit.count == 1 else IN_MANY
        per = words[unit.denominator].told(desk.language).format(count=unit.count)
    if form == "share":
        of = desk.say("share")
    elif unit.numerator == "EUR":
        of = "€"
    elif unit.numerator == "case":
        of = desk.say("cases")
    else:
        of = MANY[unit.numerator].told(desk.language) if unit.numerator else ""
    return f"{of} {per}".strip()


def _source(desk: Desk, source: str | None) -> str:
    if source is None:
        return desk.say("no_source")
    if source == ASSUMPTION:
        return desk.say("grade_assumption")
    return desk.scenario.sources[source].title.told(desk.language)
