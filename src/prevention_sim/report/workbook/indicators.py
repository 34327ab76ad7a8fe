"""The sheet of indicators: those of the report, by formula where one follows from the sheets before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from prevention_sim.analysis.findings import Perspective
from prevention_sim.analysis.indicators import PREFIXES, Indicator, indicators
from prevention_sim.economics.passages import Passages, taken_in
from prevention_sim.report.workbook.arithmetic import told
from prevention_sim.report.workbook.assumptions import Columns
from prevention_sim.report.workbook.budget import Budget
from prevention_sim.report.workbook.counts import Counts, Quantity
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.pages import VOID, Form, Page
from prevention_sim.report.workbook.terms import (
    NO_NUMBER,
    ONE,
    ZERO,
    Term,
    across,
    compared,
    number,
    sum_of,
    total,
)

HEAD: Final = 3
WHAT, STRATEGY, WHOSE, WHEN, VALUE, PER, HOW = range(7)
FORMS: Final[dict[str, Form]] = {"EUR": "money", "share": "share"}

NOTHING: Final = 1e-9

Key = tuple[str, str, Perspective | None, str]
"""An indicator, a strategy, a perspective and a period."""


@dataclass
class Indicators:
    """The sheet, and where each indicator stands."""

    desk: Desk
    page: Page
    columns: Columns
    counts: Counts | None
    budget: Budget
    at: dict[Key, Term] = field(default_factory=dict)

    @classmethod
    def on(cls, desk: Desk, columns: Columns, counts: Counts | None, budget: Budget) -> "Indicators":
        """Write every indicator of the run; say of each whether it follows the assumptions."""
        sheet = cls(desk, desk.page(desk.say("indicators")), columns, counts, budget)
        page = sheet.page
        page.text(0, 0, desk.say("indicators"), "title")
        page.text(1, 0, desk.say("indicators_note" if counts else "indicators_values"), "note")
        heads = ("indicator", "strategy", "perspective", "years", "value", "denominator", "how")
        page.texts(HEAD, 0, [desk.say(f"head_{head}") for head in heads], "column")
        page.widths |= dict(zip(range(7), (52, 24, 26, 14, 20, 60, 20), strict=True))
        page.frozen = (HEAD + 1, 1)
        for row, indicator in enumerate(indicators(desk.outcomes), start=HEAD + 1):
            sheet._write(row, indicator)
        return sheet

    def _write(self, row: int, indicator: Indicator) -> None:
        desk, found = self.desk, None
        if self.counts is not None:
            found = self._formula(indicator)
        years = self._years(indicator)
        words = (
            desk.say(f"indicator_{indicator.id}"),
            desk.strategy(indicator.strategy),
            desk.say(f"for_{indicator.perspective}") if indicator.perspective else "",
            str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
        )
        self.page.texts(row, 0, words)
        per = indicator.id.partition("_per_")[2] or indicator.id
        self.page.text(row, PER, desk.say(f"per_{per}") if indicator.denominator else "")
        self.page.text(row, HOW, desk.say("by_formula" if found else "by_run"))
        form = FORMS.get(indicator.unit, "cases")
        if found is not None:
            key = (indicator.id, indicator.strategy, indicator.perspective, str(indicator.period))
            self.at[key] = self.page.put(row, VALUE, found, form)
        elif indicator.values is None:
            self.page.text(row, VALUE, VOID.strip('"'))
        else:
            self.page.enter(row, VALUE, float(indicator.values[0]), form, "fixed")

    def _years(self, indicator: Indicator) -> tuple[int, ...]:
        period = indicator.period
        return (period,) if isinstance(period, int) else self.desk.findings.years(period)

    def _formula(self, indicator: Indicator) -> Term | None:
        """An indicator from the cells it follows from; None for what only the program computes."""
        counted = self._counted(indicator)
        return self._of_money(indicator) if counted is None else counted

    def _counted(self, indicator: Indicator) -> Term | None:
        if self.counts is None:
            return None
        counts, strategy = self.counts, indicator.strategy
        add = partial(self._added, strategy=strategy, years=self._years(indicator))
        programmes = self.desk.findings.programmes(strategy)
        supported = self.desk.say("supported", strategy=self.desk.strategy(strategy))
        known: dict[str, Callable[[], Term]] = {
            "placement_person_years": lambda: add(counts.person_years(self.desk.model.placements)),
            "placements": lambda: add(counts.passing(self._into_placement(), self.desk.say("placements"))),
            "persons_in_placement_at_end": lambda: self._at_end(counts, strategy),
            "supported_cases": lambda: add(counts.passing(taken_in(self.desk.model, programmes), supported)),
            "avoided_place_years": lambda: self._less(indicator, "placement_person_years"),
            "avoided_placements": lambda: self._less(indicator, "placements"),
        }
        return known[indicator.id]() if indicator.id in known else None

    def _of_money(self, indicator: Indicator) -> Term | None:
        for valuation, prefix in PREFIXES.items():
            if indicator.id == f"{prefix}cost":
                return self._cost(indicator, indicator.strategy, valuation)
            if indicator.id == f"{prefix}relief":
                return self._relief(indicator, valuation)
        name, _, denominator = indicator.id.partition("_per_")
        of: dict[str, Callable[[], Sequence[str] | None]] = {
            "relief": lambda: None,
            "gross_relief": lambda: self.desk.findings.items_of_state(self.desk.model.placements),
            "programme_relief": lambda: self.desk.findings.programme_items(indicator.strategy),
        }
        below = self._denominator(indicator, denominator)
        if name not in of or below is None:
            return None
        return ratio(self._relief(indicator, "nominal", of[name]()), below)

    def _denominator(self, indicator: Indicator, name: str) -> Term | None:
        avoided = self.at.get(self._key(indicator, "avoided_place_years"))
        match name:
            case "supported_case":
                return self.at.get(self._key(indicator, "supported_cases"))
            case "avoided_place_year":
                return avoided
            case "avoided_case_in_year" if avoided is not None and self.desk.model.placement_stay:
                stay = told(self.desk.model.placement_stay, self.columns)
                return avoided * ((ONE + stay) / stay)
            case _:
                return None

    def _key(self, indicator: Indicator, name: str) -> Key:
        return (name, indicator.strategy, None, str(indicator.period))

    def _cost(
        self, indicator: Indicator, strategy: str, valuation: str, items: Sequence[str] | None = None
    ) -> Term:
        if indicator.perspective is None:
            raise TypeError("an amount is of somebody's budget")
        at = self.desk.model.strategies.index(strategy)
        return self.budget.cost(at, valuation, indicator.perspective, self._years(indicator), items)

    def _relief(self, indicator: Indicator, valuation: str, items: Sequence[str] | None = None) -> Term:
        """The comparator's cost less the strategy's."""
        without = self._cost(indicator, self.desk.model.comparator, valuation, items)
        return without - self._cost(indicator, indicator.strategy, valuation, items)

    def _less(self, indicator: Indicator, name: str) -> Term:
        """What the comparator has more of."""
        own, without = (
            self.at[name, strategy, None, str(indicator.period)]
            if (name, strategy, None, str(indicator.period)) in self.at
            else self._again(indicator, name, strategy)
            for strategy in (indicator.strategy, self.desk.model.comparator)
        )
        return without - own

    def _again(self, indicator: Indicator, name: str, strategy: str) -> Term:
        """A count of a strategy whose own row stands further down."""
        found = self._counted(Indicator(name, strategy, None, indicator.period, None, indicator.unit))
        return ZERO if found is None else found

    def _added(self, quantity: Quantity, *, strategy: str, years: Sequence[int]) -> Term:
        """A quantity of a strategy over some years, of all groups."""
        calendar, at = self.desk.model.calendar, self.desk.model.strategies.index(strategy)
        inside = [at for at, year in enumerate(calendar.year_of_period) if calendar.years[year] in years]
        return total(
            sum_of(across(periods[inside[0] : inside[-1] + 1]))
            for (of_strategy, _), periods in quantity.items()
            if of_strategy == at
        )

    def _into_placement(self) -> Passages:
        """Entries into placement, from outside and from other states."""
        model, placed = self.desk.model, self.desk.model.placements
        network = model.network
        return Passages(
            edges=tuple(
                at
                for at, edge in enumerate(network.edges)
                if edge.destination.state in placed and edge.origin.state not in placed
            ),
            entries=tuple(at for at, entry in enumerate(model.entries) if entry.cell.state in placed),
            shifts=tuple(
                at
                for at, shift in enumerate(network.shifts)
                if shift.destination.state in placed and shift.origin.state not in placed
            ),
        )

    def _at_end(self, counts: Counts, strategy: str) -> Term:
        """Persons in placement at the last boundary."""
        model, at = self.desk.model, self.desk.model.strategies.index(strategy)
        return total(
            block.at_end[cell]
            for (of_strategy, _), block in counts.cohort.blocks.items()
            if of_strategy == at
            for cell, each in enumerate(model.cells)
            if each.state in model.placements
        )


def ratio(above: Term, below: Term) -> Term:
    """A quotient, or a dash where its denominator is not above 0 by more than rounding."""
    positive = compared(below, ">", number(NOTHING))
    value = above.value / below.value if positive.value else NO_NUMBER
    return Term(f"IF({positive.text},{(above / below).text},{VOID})", value)
