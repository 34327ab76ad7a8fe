"""The sheets of prices and of amounts: quantity times price, line by line, and who bears which share.

Where nothing recalculates, the amounts are those the program booked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from prevention_sim.economics.costing import steps
from prevention_sim.economics.ledger import SHARED
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.model import ONE as WHOLE
from prevention_sim.model.model import Bearing, Borne, Line, PartOf
from prevention_sim.report.workbook.arithmetic import told
from prevention_sim.report.workbook.counts import Counts, Quantity, period_names
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.pages import Page
from prevention_sim.report.workbook.terms import ONE, ZERO, Range, Term, minus, number, total

Key: TypeAlias = tuple[int, str]
"""A line by its position, and a valuation."""

HEAD: Final = 3
LINE, ROW, STRATEGY, STRATUM, PERIODS = range(5)
SIGN, PRICE, COLLECTED, ADJUSTED, BORNE_BY, INDICES = range(1, 7)


@dataclass
class Prices:
    """The sheet of prices: where the factors of each line stand, and the shares of its bearers."""

    desk: Desk
    columns: Mapping[str, Term]
    page: Page
    plain: list[Term] = field(default_factory=list)
    factors: list[list[Term]] = field(default_factory=list)
    shares: list[list[dict[str, Term]]] = field(default_factory=list)
    of_line: list[Range] = field(default_factory=list)
    _next: int = HEAD + 1

    @classmethod
    def on(cls, desk: Desk, columns: Mapping[str, Term]) -> "Prices":
        """Write the price of every line, what changes it, and who bears it."""
        prices = cls(desk, columns, desk.page(desk.say("prices")))
        prices._begin()
        for line in desk.model.lines:
            prices.factors.append(prices._line(line))
        prices._next += 1
        prices.page.text(prices._next, LINE, desk.say("bearer_shares"), "heading")
        prices._next += 1
        prices.page.texts(prices._next, LINE, [desk.say("head_line"), desk.say("head_rule")], "column")
        prices.page.texts(prices._next, PRICE, [desk.bearer(name) for name in desk.model.bearers], "column")
        prices._next += 1
        for line in desk.model.lines:
            prices.shares.append([prices._bearing(line, bearing) for bearing in line.bearing])
        return prices

    def share(self, line: int, bearer: str, period: int, stratum: str) -> Term:
        """What a bearer bears of a line: by the first rule that holds."""
        cycle = self.desk.model.calendar.first_cycle_of_period[period]
        written = self.desk.model.lines[line]
        for bearing, shares in zip(written.bearing, self.shares[line], strict=True):
            if holds(bearing, self.desk.model.calendar, cycle, stratum):
                return shares.get(bearer, ZERO)
        raise TypeError("the last bearing of a line always holds")

    def _begin(self) -> None:
        desk, page = self.desk, self.page
        page.text(0, 0, desk.say("prices"), "title")
        page.text(1, 0, desk.say("prices_note"), "note")
        heads = [
            desk.say(f"head_{head}") for head in ("line", "sign", "price", "collected", "adjusted", "per")
        ]
        indices = [desk.say("index_of", period=name) for name in period_names(desk)]
        page.texts(HEAD, 0, heads, "column")
        page.texts(HEAD, INDICES, indices, "right")
        page.widths |= {LINE: 40, SIGN: 16, PRICE: 18, COLLECTED: 18, ADJUSTED: 18, BORNE_BY: 34}
        page.widths |= {INDICES + at: 14 for at in range(len(indices))}
        page.frozen = (HEAD + 1, 1)

    def _line(self, line: Line) -> list[Term]:
        """The factors of a line in every period: sign, price, what comes in, correction, index."""
        row, put = self._next, self.page.put
        self._next += 1
        self.page.text(row, LINE, self.desk.line(line))
        sign = self.page.enter(row, SIGN, line.sign, "whole")
        if isinstance(line.driver, PartOf | Borne):
            price = put(row, PRICE, told(line.price, self.columns), "share")
        else:
            price = put(row, PRICE, told(line.price, self.columns), "money")
        factors = price if line.sign == 1.0 else sign * price
        self.plain.append(factors)
        for column, written in ((COLLECTED, line.collected), (ADJUSTED, line.adjustment)):
            if written is not None:
                factors = factors * put(row, column, told(written, self.columns), "factor")
        self.page.text(row, BORNE_BY, line.item)
        if not line.index:
            return [factors] * len(period_names(self.desk))
        return [
            factors * put(row, INDICES + at, told(index, self.columns), "factor")
            for at, index in enumerate(line.index)
        ]

    def _bearing(self, line: Line, bearing: Bearing) -> dict[str, Term]:
        row = self._next
        self._next += 1
        self.page.text(row, LINE, self.desk.line(line))
        if bearing.strata is not None or bearing.first or bearing.after is not None:
            calendar = self.desk.model.calendar
            last = calendar.cycles if bearing.after is None else bearing.after
            strata = [self.desk.stratum(name) for name in bearing.strata or ()]
            rule = ", ".join([*strata, self.desk.span(range(bearing.first, last))])
            self.page.text(row, SIGN, rule)
        found, first = {}, PRICE
        for at, bearer in enumerate(self.desk.model.bearers):
            share = dict(bearing.shares).get(bearer)
            if share is not None:
                written = self.page.put(row, first + at, told(share, self.columns), "share")
                found[bearer] = ONE if share == WHOLE else written
            else:
                self.page.enter(row, first + at, 0.0, "share")
        self.of_line.append(self.page.values((row, first), (row, first + len(self.desk.model.bearers) - 1)))
        return found


def holds(bearing: Bearing, calendar: Calendar, cycle: int, stratum: str) -> bool:
    """Whether a rule holds for a group from a cycle on."""
    after = calendar.cycles if bearing.after is None else bearing.after
    return bearing.first <= cycle < after and (bearing.strata is None or stratum in bearing.strata)


@dataclass
class Amounts:
    """The sheet of amounts: by line and valuation, then by strategy and stratum, one for each period."""

    desk: Desk
    page: Page
    prices: Prices | None
    of: dict[Key, Quantity] = field(default_factory=dict)
    _next: int = HEAD + 1

    @classmethod
    def on(cls, desk: Desk, prices: Prices | None, counts: Counts | None) -> "Amounts":
        """Write what every line comes to: from quantities and prices, or else as values."""
        amounts = cls(desk, desk.page(desk.say("amounts")), prices)
        amounts._begin()
        for valuation in desk.model.weights.of_money:
            if valuation != "nominal":
                amounts._heading(desk.say(f"of_{valuation}"))
            for line in sorted(
                range(len(desk.model.lines)), key=lambda at: steps(desk.model, desk.model.lines[at])
            ):
                if counts is None:
                    amounts._as_booked(line, valuation)
                else:
                    amounts._computed(line, valuation, counts)
        return amounts

    def share(self, line: int, bearer: str, period: int, stratum: int) -> Term:
        """What a bearer bears of a line in a period and a stratum."""
        model = self.desk.model
        name = (*model.strata, SHARED)[stratum]
        if self.prices is not None:
            return self.prices.share(line, bearer, period, name)
        cycle = model.calendar.first_cycle_of_period[period]
        bearing = next(each for each in model.lines[line].bearing if holds(each, model.calendar, cycle, name))
        share = dict(bearing.shares).get(bearer)
        if share is None:
            return ZERO
        shares = self.desk.outcomes.bound.share[line, model.bearers.index(bearer), ..., 0]
        return number(float(shares[period % len(shares), stratum % len(shares[0])]))

    def _begin(self) -> None:
        desk, page = self.desk, self.page
        page.text(0, 0, desk.say("amounts"), "title")
        page.text(1, 0, desk.say("amounts_note" if page.live else "amounts_values"), "note")
        heads = [desk.say(f"head_{head}") for head in ("line", "row", "strategy", "stratum")]
        page.texts(HEAD, 0, heads, "column")
        page.texts(HEAD, PERIODS, period_names(desk), "right")
        page.widths |= {LINE: 40, ROW: 8, STRATEGY: 24, STRATUM: 24}
        page.widths |= {PERIODS + at: 18 for at in range(len(period_names(desk)))}
        page.frozen = (HEAD + 1, PERIODS)

    def _heading(self, words: str) -> None:
        self._next += 1
        self.page.text(self._next, LINE, words, "heading")
        self._next += 1

    def _as_booked(self, line: int, valuation: str) -> None:
        """The amounts of the run."""
        model = self.desk.model
        booked = self.desk.outcomes.amounts()[line, model.weights.of_money.index(valuation), ..., 0]
        found: Quantity = {}
        for strategy in range(len(model.strategies)):
            for stratum in range(len(model.strata) + 1):
                amounts = booked[:, strategy, stratum]
                if amounts.any():
                    found[strategy, stratum] = self._row(
                        line, (strategy, stratum), [number(float(each)) for each in amounts]
                    )
        self.of[line, valuation] = found

    def _computed(self, line: int, valuation: str, counts: Counts) -> None:
        """Quantity times price, in the strategies that have the line."""
        written = self.desk.model.lines[line]
        if self.prices is None:
            raise TypeError("amounts are computed where prices are written")
        match written.driver:
            case PartOf() | Borne():
                quantity = self._of_others(written, valuation)
            case _:
                quantity = counts.of(written.driver, valuation)
        factors = self.prices.factors[line]
        self.of[line, valuation] = {
            lane: self._row(
                line, lane, [count * factor for count, factor in zip(periods, factors, strict=True)]
            )
            for lane, periods in quantity.items()
            if written.strategies[lane[0]]
        }

    def _of_others(self, written: Line, valuation: str) -> Quantity:
        """What a share is taken of: other lines, or what the bearer of a refund bears of them."""
        model, driver = self.desk.model, written.driver
        if not isinstance(driver, PartOf | Borne):
            raise TypeError("only shares and refunds are of other lines")
        found: dict[tuple[int, int], list[list[Term]]] = {}
        for line, other in enumerate(model.lines):
            if other.item not in driver.items:
                continue
            for lane, periods in self.of[line, valuation].items():
                stratum = (*model.strata, SHARED)[lane[1]]
                if driver.strata is None or stratum in driver.strata:
                    terms = [
                        self._part(driver, line, other, written, period, lane, amount)
                        for period, amount in enumerate(periods)
                    ]
                    found.setdefault(lane, []).append(terms)
        return {
            lane: [total(of_period) for of_period in zip(*lines, strict=True)]
            for lane, lines in sorted(found.items())
        }

    def _part(  # noqa: PLR0913, PLR0917 - what a share of one amount depends on
        self,
        driver: PartOf | Borne,
        line: int,
        other: Line,
        written: Line,
        period: int,
        lane: tuple[int, int],
        amount: Term,
    ) -> Term:
        if isinstance(driver, Borne):
            return amount * self.share(line, written.bearers[0], period, lane[1])
        cycle = self.desk.model.calendar.first_cycle_of_period[period]
        if not driver.first <= cycle < driver.after:
            return ZERO
        return amount if other.sign > 0.0 else minus(amount)

    def _row(self, line: int, lane: tuple[int, int], terms: list[Term]) -> list[Term]:
        desk, row, (strategy, stratum) = self.desk, self._next, lane
        self._next += 1
        written = desk.model.lines[line]
        words = (
            desk.line(written),
            desk.budget_row(written),
            desk.strategy(desk.model.strategies[strategy]),
            desk.stratum((*desk.model.strata, SHARED)[stratum]),
        )
        self.page.texts(row, 0, words)
        return [self.page.put(row, PERIODS + at, term, "money") for at, term in enumerate(terms)]
