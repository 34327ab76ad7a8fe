"""The sheet of dates: when each cycle begins, how much of it counts, and what its money is worth."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from prevention_sim.model.conventions import OUTCOMES
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.pages import Form, Page
from prevention_sim.report.workbook.terms import (
    ONE,
    ZERO,
    Range,
    Term,
    fraction,
    number,
    root,
    sum_of,
    sum_of_products,
)
from prevention_sim.scenario.settings import OwnWeights, Rates

Kind: TypeAlias = Literal["start", "end", "at_start", "at_end"]
"""Time counted at the start and the end of a cycle, and what an event there is worth."""

HEAD = 3
FIRST = HEAD + 1
CYCLE, BEGIN, YEAR, PART = range(4)
BEFORE: Final = 4


@dataclass
class Dates:
    """The sheet, and in which column each weight stands (None: 1 in every cycle)."""

    desk: Desk
    page: Page
    columns: Mapping[str, Term]
    _at: dict[tuple[Kind, str], int | None] = field(default_factory=dict)

    @classmethod
    def on(cls, desk: Desk, columns: Mapping[str, Term]) -> "Dates":
        """Write the calendar, the weights of counting, and those of each valuation."""
        dates = cls(desk, desk.page(desk.say("dates")), columns)
        dates._begin()
        dates._counted()
        for valuation in desk.model.weights.valuations[1:]:
            dates._valued(valuation)
        return dates

    def weighed(self, kind: Kind, valuation: str, cells: Range, cycles: range) -> Term:
        """What stands in some cells, one for each of some cycles, times the weight of its cycle."""
        weights = self.weights(kind, valuation, cycles)
        if weights is None:
            return sum_of(cells)
        return sum_of_products(weights, cells) if any(weights.values) else ZERO

    def added(self, kind: Kind, valuation: str, cycles: range) -> Term:
        """The weights of some cycles together."""
        weights = self.weights(kind, valuation, cycles)
        return number(float(len(cycles))) if weights is None else sum_of(weights)

    def weights(self, kind: Kind, valuation: str, cycles: range) -> Range | None:
        """The weights of some cycles; None where each is 1."""
        column = self._at[kind, valuation]
        if column is None:
            return None
        return self.page.values((FIRST + cycles.start, column), (FIRST + cycles.stop - 1, column))

    def of_period(self, period: int) -> range:
        """The cycles of a period."""
        begins = (*self.desk.model.calendar.first_cycle_of_period, self.desk.model.calendar.cycles)
        return range(begins[period], begins[period + 1])

    def _begin(self) -> None:
        desk, page, calendar = self.desk, self.page, self.desk.model.calendar
        page.text(0, 0, desk.say("dates"), "title")
        page.text(1, 0, desk.say("dates_note"), "note")
        page.texts(
            HEAD, 0, [desk.say(f"head_{head}") for head in ("cycle", "begin", "year", "part")], "column"
        )
        for cycle in range(calendar.cycles):
            page.enter(FIRST + cycle, CYCLE, float(cycle + 1), "whole")
            page.text(FIRST + cycle, BEGIN, calendar.name_of(cycle))
            page.enter(FIRST + cycle, YEAR, float(calendar.year_at(cycle)), "whole")
            page.enter(FIRST + cycle, PART, float(calendar.period_of_cycle[cycle] + 1), "whole")
        page.widths |= {CYCLE: 8, BEGIN: 12, YEAR: 10, PART: 10}
        page.frozen = (FIRST, PART + 1)

    def _counted(self) -> None:
        """How much of a year the start and the end of each cycle count."""
        weights, years = self.desk.model.weights, self.desk.model.calendar.cycle_years
        self._at["at_start", "nominal"] = self._at["at_end", "nominal"] = None
        own = isinstance(self.desk.scenario.conventions.counting, OwnWeights)
        last = self.desk.model.calendar.cycles - 1

        def start(cycle: int) -> Term:
            return self._own(cycle) if own else _in_cycles(float(weights.start[0, cycle]), years)

        def end(cycle: int) -> Term:
            if own:
                return self._own(last + 1) if cycle == last else ZERO
            return _in_cycles(float(weights.end[0, cycle]), years)

        self._write("start", "nominal", start)
        self._write("end", "nominal", end)

    def _own(self, boundary: int) -> Term:
        years = fraction(self.desk.model.calendar.cycle_years)
        return self.columns[f"conventions.counting.weights[{boundary}]"] * years

    def _valued(self, valuation: str) -> None:
        """What a euro, or an outcome, is worth at the start and the end of each cycle."""
        desk = self.desk
        real = desk.scenario.conventions.discounting
        if valuation == "real":
            at_start = at_end = self._deflators()
        else:
            at_start, at_end = self._present(valuation)
            if valuation != OUTCOMES and real is not None and real.terms == "real":
                at_start, at_end = self._times_real(at_start), self._times_real(at_end)
        self._write("at_start", valuation, at_start.__getitem__, "factor")
        self._write("at_end", valuation, at_end.__getitem__, "factor")
        of_time: tuple[tuple[Kind, Kind], ...] = (("start", "at_start"), ("end", "at_end"))
        for kind, at in of_time:
            plain, worth = self._cells(kind, "nominal"), self._cells(at, valuation)
            products = [weight * factor for weight, factor in zip(plain, worth, strict=True)]
            self._write(kind, valuation, products.__getitem__)

    def _deflators(self) -> list[Term]:
        """1 over what prices at large have risen to."""
        calendar, first = self.desk.model.calendar, self.desk.scenario.prices.year
        risen = ONE + self.columns["prices.general_rise"]
        years = [max(calendar.year_at(cycle) - first, 0) for cycle in range(calendar.cycles)]
        return [ONE / risen ** number(float(each)) if each else ONE + ZERO for each in years]

    def _times_real(self, terms: list[Term]) -> list[Term]:
        return [term * real for term, real in zip(terms, self._cells("at_start", "real"), strict=True)]

    def _present(self, valuation: str) -> tuple[list[Term], list[Term]]:
        """The worth at the first boundary of a unit at the start and the end of each cycle."""
        discounting = self.desk.scenario.conventions.discounting
        if discounting is None:
            raise TypeError("a present value is one of a file that discounts")
        path, written = "conventions.discounting", discounting
        rates = list(self._rates(written, path))
        if valuation == OUTCOMES and discounting.outcomes is not None:
            rates = list(self._rates(discounting.outcomes, f"{path}.outcomes"))
        column = self._column(self.desk.say("head_rate"))
        rates = [self.page.put(FIRST + at, column, rate, "share") for at, rate in enumerate(rates)]
        if discounting.method in ("at_point", "per_cycle"):
            values = self._running(rates, self.desk.model.calendar.cycle_years)
            return values[:-1], values[1:] if discounting.method == "at_point" else values[:-1]
        return self._by_year(rates, discounting.method)

    def _rates(self, written: Rates, path: str) -> Iterator[Term]:
        """The rate a year in force in each cycle."""
        calendar = self.desk.model.calendar
        dated = [(0, self.columns[f"{path}.rate"])] + [
            (calendar.boundary(step.from_), self.columns[f"{path}.steps[{position}].rate"])
            for position, step in enumerate(written.steps)
        ]
        dated = sorted(dated, key=lambda step: step[0])
        for cycle in range(calendar.cycles):
            yield [rate for boundary, rate in dated if boundary <= cycle][-1]

    def _running(self, rates: list[Term], years: Fraction) -> list[Term]:
        """What a unit at each boundary is worth, from one boundary to the next."""
        column = self._column(self.desk.say("head_worth"))
        values = [self.page.put(FIRST, column, ONE, "factor")]
        for at, rate in enumerate(rates, start=1):
            step = values[-1] / (ONE + rate) ** fraction(years)
            values.append(self.page.put(FIRST + at, column, step, "factor"))
        return values

    def _by_year(self, rates: list[Term], method: str) -> tuple[list[Term], list[Term]]:
        """The same for all cycles of a year after the start: by its start, middle or end."""
        calendar = self.desk.model.calendar
        years = [calendar.cycle_length * cycle // calendar.year_length for cycle in range(calendar.cycles)]
        last = {year: cycle for cycle, year in enumerate(years)}
        column = self._column(self.desk.say("head_worth"))
        values: list[Term] = []
        for cycle, year in enumerate(years):
            before = ONE if year == 0 else values[last[year - 1]] / (ONE + rates[last[year - 1]])
            again = cycle and years[cycle - 1] == year
            values.append(self.page.put(FIRST + cycle, column, values[-1] if again else before, "factor"))
        at_last = [rates[last[year]] for year in years]
        match method:
            case "per_year_mid":
                worth = [value / root(ONE + rate) for value, rate in zip(values, at_last, strict=True)]
            case "per_year_end":
                worth = [value / (ONE + rate) for value, rate in zip(values, at_last, strict=True)]
            case _:
                worth = values
        return worth, worth

    def _write(self, kind: Kind, valuation: str, term: Callable[[int], Term], form: Form = "years") -> None:
        title = self.desk.say(f"head_{kind}", valuation=self.desk.say(f"of_{valuation}"))
        column = self._column(title)
        self._at[kind, valuation] = column
        for cycle in range(self.desk.model.calendar.cycles):
            self.page.put(FIRST + cycle, column, term(cycle), form)

    def _cells(self, kind: Kind, valuation: str) -> list[Term]:
        """The cells of a column."""
        column = self._at[kind, valuation]
        if column is None:
            raise TypeError("a column of nothing but 1 is not written")
        rows = range(FIRST, FIRST + self.desk.model.calendar.cycles)
        ranges = [self.page.values((row, column), (row, column)) for row in rows]
        return [Term(each.text.split(":")[0], each.values[0]) for each in ranges]

    def _column(self, title: str) -> int:
        """The next free column, with its head."""
        column = max(each for row, each in self.page.cells if row == HEAD) + 1
        self.page.text(HEAD, column, title, "column")
        self.page.widths[column] = 16
        return column


def _in_cycles(weight: float, years: Fraction) -> Term:
    """A weight in years as so many cycles."""
    return number(weight / float(years)) * fraction(years)
