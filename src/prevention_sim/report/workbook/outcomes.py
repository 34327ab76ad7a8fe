"""The sheet of what is counted beside money: time in states and entries, each times its weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from prevention_sim.analysis.findings import Slice
from prevention_sim.economics.outcomes import NOTHING
from prevention_sim.economics.passages import into_cells
from prevention_sim.model.model import Outcome
from prevention_sim.report.workbook.arithmetic import told
from prevention_sim.report.workbook.counts import Counts, Quantity
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.pages import Page
from prevention_sim.report.workbook.terms import Term, number, sum_of, total
from prevention_sim.scenario.expressions import Expression

HEAD: Final = 3
WHAT, STRATEGY, YEARS = range(3)


@dataclass
class Outcomes:
    """The sheet; weights stand above what they weigh."""

    desk: Desk
    columns: Mapping[str, Term]
    counts: Counts | None
    page: Page
    _next: int = HEAD + 1
    _weights: dict[tuple[str, str, int], Term] = field(default_factory=dict)

    @classmethod
    def on(cls, desk: Desk, columns: Mapping[str, Term], counts: Counts | None) -> None:
        """Write every outcome of every strategy by year; nothing where a file counts money alone."""
        if not desk.model.outcomes:
            return
        sheet = cls(desk, columns, counts, desk.page(desk.say("outcomes")))
        sheet._begin()
        valuations = dict.fromkeys(("nominal", desk.model.weights.of_outcomes))
        for outcome in desk.model.outcomes:
            for valuation in valuations:
                for strategy in desk.strategies:
                    sheet._outcome(outcome, valuation, strategy)

    def _begin(self) -> None:
        desk, page, years = self.desk, self.page, self.desk.model.calendar.years
        page.text(0, 0, desk.say("outcomes"), "title")
        page.text(1, 0, desk.say("outcomes_note" if page.live else "outcomes_values"), "note")
        sums = desk.say("sum", first=years[0], last=years[-1])
        heads = [desk.say(f"head_{head}") for head in ("what", "strategy")]
        page.texts(HEAD, 0, heads, "column")
        page.texts(HEAD, YEARS, [*map(str, years), sums], "right")
        page.widths |= {WHAT: 48, STRATEGY: 28}
        page.widths |= {YEARS + at: 14 for at in range(len(years) + 1)}
        page.frozen = (HEAD + 1, YEARS)

    def _outcome(self, outcome: Outcome, valuation: str, strategy: int) -> None:
        """One row: a year is what its parts come to."""
        desk, name = self.desk, self.desk.model.strategies[strategy]
        years = desk.model.calendar.years
        if self.counts is None:
            of_run = "nominal" if valuation == "nominal" else "present"
            values = [desk.findings.outcome(outcome.id, name, Slice((year,), of_run)) for year in years]
            terms = [number(float(value[0])) for value in values]
        else:
            weighed = self._weighed(self.counts, outcome, valuation, strategy)
            terms = [
                total(
                    term
                    for periods in weighed
                    for term, at in zip(periods, desk.model.calendar.year_of_period, strict=True)
                    if at == year
                )
                for year in range(len(years))
            ]
        words = desk.scenario.outcomes[outcome.id].title.told(desk.language)
        row = self._row(f"{words}{desk.say(f'of_{valuation}')}", desk.strategy(name))
        for at, term in enumerate(terms):
            self.page.put(row, YEARS + at, term, "cases")
        last = YEARS + len(years) - 1
        self.page.put(row, last + 1, sum_of(self.page.values((row, YEARS), (row, last))), "cases", "total")

    def _weighed(self, counts: Counts, outcome: Outcome, valuation: str, strategy: int) -> list[list[Term]]:
        """What time in states and ways into them bring, by period; cells of one weight stand together."""
        model, found = self.desk.model, []
        of_time = _alike([weights[strategy] for weights in outcome.weights])
        for written, cells in of_time.items():
            words = self._cells(cells)
            weight = self._weight(outcome, words, strategy, told(written, self.columns))
            found += self._times(weight, counts.of_cells(cells, words, valuation), strategy)
        for written, cells in _alike(outcome.entries).items():
            words = self.desk.say("entering", cell=self._cells(cells))
            weight = self._weight(outcome, words, strategy, told(written, self.columns))
            passing = counts.passing(into_cells(model, cells), words, valuation)
            found += self._times(weight, passing, strategy)
        return found

    def _cells(self, cells: tuple[int, ...]) -> str:
        """Some cells: by their states where these are meant as a whole."""
        model = self.desk.model
        states = dict.fromkeys(model.cells[at].state for at in cells)
        if sum(cell.state in states for cell in model.cells) == len(cells):
            return ", ".join(self.desk.state(state) for state in states)
        return ", ".join(self.desk.cell(model.cells[at]) for at in cells)

    def _weight(self, outcome: Outcome, words: str, strategy: int, weight: Term) -> Term:
        """A weight, written once for each strategy."""
        key = (outcome.id, words, strategy)
        if key not in self._weights:
            name = self.desk.strategy(self.desk.model.strategies[strategy])
            row = self._row(self.desk.say("weight", cell=words), name)
            self._weights[key] = self.page.put(row, YEARS, weight, "factor")
        return self._weights[key]

    def _row(self, *words: str) -> int:
        """The next row, with its words."""
        row = self._next
        self._next += 1
        self.page.texts(row, 0, words)
        return row

    @staticmethod
    def _times(weight: Term, quantity: Quantity, strategy: int) -> list[list[Term]]:
        """The quantities of all groups of a strategy, weighed."""
        return [
            [weight * term for term in periods]
            for (of_strategy, _), periods in quantity.items()
            if of_strategy == strategy
        ]


def _alike(weights: Sequence[Expression]) -> dict[Expression, tuple[int, ...]]:
    """The cells of each weight; what counts nothing is left out."""
    found: dict[Expression, tuple[int, ...]] = {}
    for at, weight in enumerate(weights):
        if weight != NOTHING:
            found[weight] = (*found.get(weight, ()), at)
    return found
