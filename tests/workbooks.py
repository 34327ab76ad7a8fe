"""A workbook recalculated by another program, beside the engine under the same numbers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import isclose, isfinite, ldexp
from pathlib import Path
from random import Random
from typing import Any, Self

import formualizer

from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import indicators
from prevention_sim.economics.ledger import ACCRUAL
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.report.renderers.xlsx import workbook_as_xlsx
from prevention_sim.report.workbook import assumptions, budget
from prevention_sim.report.workbook import indicators as sheet
from prevention_sim.report.workbook import outcomes as beside_money
from prevention_sim.report.workbook.build import workbook_of
from prevention_sim.report.workbook.pages import Cell, Page
from prevention_sim.report.workbook.terms import Term
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.document import Scenario

CENT = 0.005
GRAINS = 64
OF_NOTHING = 1e12
"""A quotient as large as this has a denominator of nothing but rounding."""

CONVENTIONS = ("conventions.", "prices.general_rise")
"""What no row varies: the model itself is another."""


@dataclass(frozen=True)
class Beside:
    """Sheets beside the engine; `value` reads a cell by page, row and column."""

    pages: Mapping[str, Page]
    outcomes: Outcomes
    value: Callable[[str, int, int], float | str]

    @classmethod
    def cached(cls, pages: tuple[Page, ...], outcomes: Outcomes) -> Self:
        """The sheets with the values they are written with."""
        named = {page.name: page for page in pages}

        def read(page: str, row: int, column: int) -> float | str:
            content = named[page].cells[row, column].content
            return content if isinstance(content, str) else content.value if isfinite(content.value) else "–"

        return cls(named, outcomes, read)

    @property
    def slack(self) -> float:
        """Half a cent, and what rounding to the grain of the ledger may do to a budget of billions."""
        return CENT + GRAINS * ldexp(1.0, -self.outcomes.ledger.grain_bits)

    def differences(self) -> Iterator[str]:
        """Where budget and indicators differ from the engine by more than half a cent, or are errors."""
        yield from self._in_budget()
        yield from self._in_indicators()
        yield from self._in_outcomes()

    def _in_budget(self) -> Iterator[str]:
        """Every line, bearer and year of every table, which stand in a known order."""
        model = self.outcomes.model
        page = self.pages["Haushalt"]
        heads = sorted(
            row for (row, column), cell in page.cells.items() if cell.look == "heading" and not column
        )
        comparator = model.strategies.index(model.comparator)
        others = [at for at in range(len(model.strategies)) if at != comparator]
        tables = [
            (booked, strategy, relief)
            for valuation in model.weights.of_money
            for booked in [
                self.outcomes.ledger.amount.where(
                    valuation=valuation, basis=ACCRUAL, year=model.calendar.years
                ).total_by("strategy", "item", "bearer", "year")
            ]
            for relief, strategies in ((False, (comparator, *others)), (True, others))
            for strategy in strategies
        ]
        assert len(heads) == len(tables)
        for head, (booked, strategy, relief) in zip(heads, tables, strict=True):
            row = head + 1
            expected = booked[comparator] - booked[strategy] if relief else booked[strategy]
            for line, written in enumerate(model.lines):
                for bearer in (*written.bearers, *([written.payer] if written.payer else [])):
                    row += 1
                    for at, amount in enumerate(expected[line, model.bearers.index(bearer)]):
                        found = self.value("Haushalt", row, budget.YEARS + at)
                        if isinstance(found, str) or not abs(found - amount) <= self.slack:
                            yield f"Haushalt {row + 1}/{at}: {found} statt {amount}"

    def _in_indicators(self) -> Iterator[str]:
        page = self.pages["Kennzahlen"]
        for row, indicator in enumerate(indicators(self.outcomes), start=sheet.HEAD + 1):
            if page.cells[row, sheet.VALUE].is_formula:
                found = self.value("Kennzahlen", row, sheet.VALUE)
                expected = None if indicator.values is None else float(indicator.values[0])
                if expected is None or (indicator.denominator and abs(expected) > OF_NOTHING):
                    right = found == "–"
                else:
                    right = isinstance(found, float | int) and abs(found - expected) <= self.slack
                if not right:
                    yield f"Kennzahlen {indicator.id}: {found} statt {expected}"

    def _in_outcomes(self) -> Iterator[str]:
        """What is counted beside money, year by year, in a known order."""
        model, findings = self.outcomes.model, Findings(self.outcomes)
        if not model.outcomes:
            return
        page = self.pages["Wirkungen"]
        rows = sorted(row for (row, _), cell in page.cells.items() if cell.look == "total")
        others = [name for name in model.strategies if name != model.comparator]
        valuations = ["nominal", *(["present"] if model.weights.of_outcomes != "nominal" else [])]
        told = list(product(model.outcomes, valuations, (model.comparator, *others)))
        assert len(rows) == len(told)
        for row, (outcome, valuation, strategy) in zip(rows, told, strict=True):
            for at, year in enumerate(model.calendar.years):
                expected = float(findings.outcome(outcome.id, strategy, Slice((year,), valuation))[0])
                found = self.value("Wirkungen", row, beside_money.YEARS + at)
                if isinstance(found, str) or not isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9):
                    yield f"Wirkungen {row + 1}/{at}: {found} statt {expected}"


@dataclass
class Recalculated:
    """A scenario, its workbook as another program reads it, and the numbers changed so far."""

    scenario: Scenario
    pages: Mapping[str, Page]
    workbook: Any
    changes: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Scenario, folder: Path) -> Self:
        """Write the workbook and open it."""
        outcomes = evaluate_base(compile_model(scenario))
        pages = workbook_of(scenario, outcomes, "de")
        path = folder / "workbook.xlsx"
        path.write_bytes(workbook_as_xlsx(pages, "Probe", "de"))
        return cls(scenario, {page.name: page for page in pages}, formualizer.load_workbook(str(path)))

    @property
    def recalculates(self) -> bool:
        """Whether it has formulas at all."""
        return self.pages["Übersicht"].live

    def blue(self) -> dict[str, tuple[int, float]]:
        """The numbers that may be changed: row and value by their path."""
        page = self.pages["Annahmen"]
        found = {}
        for (row, column), cell in page.cells.items():
            if column == assumptions.VALUE and cell.look == "input" and isinstance(cell.content, Term):
                path = page.cells[row, assumptions.PATH].content
                found[str(path)] = (row, cell.content.value)
        return found

    def change(self, path: str, value: float) -> None:
        """Enter a number."""
        row, _ = self.blue()[path]
        self.workbook.set_value("Annahmen", row + 1, assumptions.VALUE + 1, value)
        self.changes[path] = value

    def change_by_chance(self, random: Random) -> str:
        """Enter another number in one blue cell, one the engine takes; return where."""
        blue = self.blue()
        while True:
            path = random.choice(sorted(blue))
            before = self.changes.get(path, blue[path][1])
            value = before * random.uniform(0.6, 1.4) if before else random.uniform(0.0, 0.2)
            try:
                self.by_engine({**self.changes, path: value})
            except ModelError:
                continue
            self.change(path, value)
            return path

    def by_engine(self, changes: Mapping[str, float] | None = None) -> Outcomes:
        """The outcomes of the scenario with its numbers changed."""
        changed = self.changes if changes is None else changes
        texts = {
            path: self._text(path, value) for path, value in changed.items() if path.startswith(CONVENTIONS)
        }
        model = compile_model(with_values(self.scenario, texts) if texts else self.scenario)
        rows = set_rows(
            model.table, {path: value for path, value in changed.items() if not path.startswith(CONVENTIONS)}
        )
        return next(evaluate(model, rows))

    @staticmethod
    def _text(path: str, value: float) -> str:
        return repr(value) if ".weights" in path else f"{100.0 * value!r} %/year"

    def value(self, page: str, row: int, column: int) -> float | str:
        """What a cell comes to in the other program."""
        found: float | str = self.workbook.get_value(page, row + 1, column + 1)
        return found

    def formulas(self) -> Iterator[tuple[str, int, int, Cell]]:
        """Every cell with a formula."""
        for name, page in self.pages.items():
            for (row, column), cell in page.cells.items():
                if cell.is_formula:
                    yield name, row, column, cell

    def differences(self) -> list[str]:
        """Where budget and indicators differ from the engine by more than half a cent, or are errors."""
        self.workbook.evaluate_all()
        return list(Beside(self.pages, self.by_engine(), self.value).differences())
