"""The sheet of the budget: lines by years for every strategy, what each relieves, and who pays.

Costs are positive, income is negative; relief is the cost of the comparator less that of the strategy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from prevention_sim.analysis.findings import Perspective
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.money import Amounts
from prevention_sim.report.workbook.pages import Look, Page
from prevention_sim.report.workbook.terms import Term, minus, sum_of, total

HEAD: Final = 3
ROW, LINE, BEARER, YEARS = range(4)


@dataclass
class Budget:
    """The sheet, and where the cost of each line and bearer stands, by strategy and valuation."""

    desk: Desk
    amounts: Amounts
    page: Page
    _rows: dict[tuple[int, str], dict[tuple[int, str], int]] = field(default_factory=dict)
    _cells: dict[tuple[int, str], dict[tuple[int, str], list[Term]]] = field(default_factory=dict)
    _totals: dict[int, int] = field(default_factory=dict)
    _next: int = 2

    @classmethod
    def on(cls, desk: Desk, amounts: Amounts) -> "Budget":
        """Write a table for every strategy, then what it relieves; the same again in present values."""
        budget = cls(desk, amounts, desk.page(desk.say("budget")))
        budget.page.text(0, 0, desk.say("budget"), "title")
        budget.page.text(1, 0, desk.say("budget_note"), "note")
        budget.page.widths |= {ROW: 8, LINE: 44, BEARER: 28}
        budget.page.widths |= {YEARS + at: 18 for at in range(len(budget.years) + 2)}
        budget.page.frozen = (2, YEARS)
        comparator, *others = desk.strategies
        for valuation in desk.model.weights.of_money:
            for strategy in (comparator, *others):
                budget._costs(strategy, valuation)
            for strategy in others:
                budget._relief(strategy, comparator, valuation)
        return budget

    @property
    def years(self) -> tuple[int, ...]:
        """The budget years."""
        return self.desk.model.calendar.years

    def cost(
        self,
        strategy: int,
        valuation: str,
        perspective: Perspective,
        years: Sequence[int],
        items: Sequence[str] | None = None,
    ) -> Term:
        """Costs less income of some bearers over neighbouring years; of some lines, or of all."""
        bearers, model = self.desk.findings.bearers(perspective), self.desk.model
        first, last = (YEARS + self.years.index(year) for year in (years[0], years[-1]))
        return total(
            sum_of(self.page.values((row, first), (row, last)))
            for (line, bearer), row in self._rows[strategy, valuation].items()
            if bearer in bearers and (items is None or model.lines[line].item in items)
        )

    def whole(self, strategy: int) -> Term:
        """What a strategy costs all bearers over all years."""
        row = self._totals[strategy]
        return sum_of(self.page.values((row, YEARS), (row, YEARS + len(self.years) - 1)))

    def _table(self, words: str) -> None:
        self._next += 1
        self.page.text(self._next, ROW, words, "heading")
        heads = [self.desk.say(f"head_{head}") for head in ("row", "line", "bearer")]
        window = self.desk.findings.years("window")
        sums = [self.desk.say("sum", first=window[0], last=window[-1])]
        if len(window) < len(self.years):
            sums.append(self.desk.say("sum", first=self.years[0], last=self.years[-1]))
        self.page.texts(self._next + 1, 0, heads, "column")
        self.page.texts(self._next + 1, YEARS, [*map(str, self.years), *sums], "right")
        self._next += 2

    def _costs(self, strategy: int, valuation: str) -> None:
        desk = self.desk
        name = desk.strategy(desk.model.strategies[strategy])
        self._table(desk.say("cost_of", strategy=name, valuation=desk.say(f"of_{valuation}")))
        rows, cells = {}, {}
        for line, written in enumerate(desk.model.lines):
            for bearer in [*written.bearers, *([written.payer] if written.payer else [])]:
                rows[line, bearer] = self._next
                cells[line, bearer] = self._line(line, bearer, strategy, valuation)
        self._rows[strategy, valuation], self._cells[strategy, valuation] = rows, cells
        if valuation == "nominal":
            self._totals[strategy] = self._next
        self._total(len(cells), desk.say("cost"))

    def _line(self, line: int, bearer: str, strategy: int, valuation: str) -> list[Term]:
        """What a bearer bears of a line, by year: the payer of a refund pays what others receive."""
        calendar = self.desk.model.calendar
        found = []
        for year in range(len(self.years)):
            parts = []
            for (of_strategy, stratum), amounts in self.amounts.of[line, valuation].items():
                if of_strategy != strategy:
                    continue
                for period, amount in enumerate(amounts):
                    if calendar.year_of_period[period] == year:
                        parts.append(self._part(line, bearer, period, stratum, amount))
            found.append(total(parts))
        return self._row(line, bearer, found)

    def _part(self, line: int, bearer: str, period: int, stratum: int, amount: Term) -> Term:
        if bearer == self.desk.model.lines[line].payer:
            return minus(amount)
        return amount * self.amounts.share(line, bearer, period, stratum)

    def _row(self, line: int, bearer: str, terms: list[Term]) -> list[Term]:
        written, row = self.desk.model.lines[line], self._next
        self.page.texts(
            row, 0, (self.desk.budget_row(written), self.desk.line(written), self.desk.bearer(bearer))
        )
        return self._years(terms)

    def _years(self, terms: list[Term], look: Look = "") -> list[Term]:
        """One number for each year, and the sums of the window and of all years."""
        row, window = self._next, len(self.desk.findings.years("window"))
        self._next += 1
        found = [self.page.put(row, YEARS + at, term, "money", look) for at, term in enumerate(terms)]
        last = YEARS + len(terms)
        ends = [window] if window == len(terms) else [window, len(terms)]
        for at, end in enumerate(ends):
            cells = self.page.values((row, YEARS), (row, YEARS + end - 1))
            self.page.put(row, last + at, sum_of(cells), "money", look or "sum")
        return found

    def _total(self, rows: int, words: str) -> None:
        """The sum of a table."""
        row = self._next
        self.page.text(row, LINE, words, "total")
        first = row - rows
        terms = [
            sum_of(self.page.values((first, YEARS + at), (row - 1, YEARS + at))) if rows else total([])
            for at in range(len(self.years))
        ]
        self._years(terms, "total")

    def _relief(self, strategy: int, comparator: int, valuation: str) -> None:
        """The comparator's cost less the strategy's."""
        desk = self.desk
        name = desk.strategy(desk.model.strategies[strategy])
        self._table(desk.say("relief_of", strategy=name, valuation=desk.say(f"of_{valuation}")))
        own, without = self._cells[strategy, valuation], self._cells[comparator, valuation]
        for key in own:
            self._row(*key, [other - this for other, this in zip(without[key], own[key], strict=True)])
        self._total(len(own), desk.say("relief"))
