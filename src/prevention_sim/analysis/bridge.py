"""The bridge the council knows: from the last result to the forecast, split into its causes.

A product cost R in a past year, for Q0 place-years; in the first whole budget year the comparator costs F,
for Q1 place-years in the forms of help of the product.

    F - R = price + quantity + mix
    quantity = (Q1 - Q0) R / Q0         more or fewer place-years, at the old average price
    price    = F - F at old prices      at the new quantity
    mix      = what is left             duration and shares of the forms of help

A product with one form of help has no mix: its old price is R / Q0, and what is not quantity is price. Of
several forms the last result tells no prices; the old ones follow from the rises that the file names. What
the file does not tell apart is one cause, never 0. Amounts lie on the grain of the ledger and add up exactly;
beside a forecast of next to nothing, a last result of more than 2**52 grains adds up to its last bit.

By hand (Bergkamen, DOMAIN V12): 4.5 m EUR for 34,839 days, then 3.2 m EUR for 23,805 days. Quantity is
(23,805 - 34,839) x 4.5 m / 34,839 = -1,425,213 EUR, price 3.2 m - 23,805 x 4.5 m / 34,839 = 125,213 EUR.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.economics.ledger import on_grain
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.units import per_year
from prevention_sim.model.expressions import Columns, evaluate
from prevention_sim.model.prices import index_of_past_year
from prevention_sim.scenario.budget import BudgetProduct
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.lines import forms_of, lines_of
from prevention_sim.scenario.unit_algebra import unit_of

CauseKind = Literal["price", "quantity", "mix", "price_and_mix", "not_split"]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why the forecast differs from the last result, f8[row]; a joint kind where the parts are not told."""

    kind: CauseKind
    amount: FloatArray


@dataclass(frozen=True, slots=True)
class Bridge:
    """One product under one strategy in one year, f8[row] of EUR; `place_years` is None without a quantity.

    `comparable` is False where nobody is in the forms of help at the start: the forecast then lacks the cases
    that last result and appropriation paid for.
    """

    product: str
    strategy: str
    year: int
    last_result: FloatArray
    appropriation: FloatArray | None
    causes: tuple[Cause, ...]
    status_quo: FloatArray
    effect: FloatArray
    place_years: tuple[FloatArray, FloatArray] | None
    comparable: bool

    @property
    def with_programme(self) -> FloatArray:
        """The forecast under the strategy."""
        return self.status_quo - self.effect

    @property
    def slows_growth_only(self) -> bool:
        """Whether the relief of the base row leaves the forecast above the current appropriation."""
        above = self.appropriation is not None and self.with_programme[0] > self.appropriation[0]
        return bool(above and self.effect[0] > 0.0)


def bridges(scenario: Scenario, outcomes: Outcomes, strategy: str) -> tuple[Bridge, ...]:
    """Every product of the file's budget; none where no whole budget year lies in the window."""
    findings = Findings(outcomes)
    years = findings.whole_years()
    if scenario.budget is None or not years:
        return ()
    part = Slice(years[:1], perspective=findings.perspectives()[0])
    return tuple(
        _Forecast(scenario, findings, name, budgeted, part).bridge(strategy)
        for name, budgeted in sorted(scenario.budget.products.items())
    )


def split(
    last_result: FloatArray, last_quantity: FloatArray, forecast: FloatArray, quantity: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Quantity at the old price, and price at the new quantity.

    >>> more, dearer = split(np.array([100.0]), np.array([10.0]), np.array([90.0]), np.array([6.0]))
    >>> float(more[0]), float(dearer[0])
    (-40.0, 30.0)
    """
    of_quantity = (quantity - last_quantity) * (last_result / last_quantity)
    return of_quantity, forecast - last_result - of_quantity


@dataclass(frozen=True, slots=True)
class _Forecast:
    """A product of the budget in the forecast year."""

    scenario: Scenario
    findings: Findings
    name: str
    budgeted: BudgetProduct
    part: Slice

    def bridge(self, strategy: str) -> Bridge:
        model = self.findings.outcomes.model
        last, quantities = self._in_euro("last_result"), self._place_years()
        status_quo = self.findings.cost(model.comparator, self.part, self._items)
        return Bridge(
            product=self.name,
            strategy=strategy,
            year=self.part.years[0],
            last_result=last,
            appropriation=self._in_euro("appropriation") if self.budgeted.appropriation else None,
            causes=self._causes(last, status_quo, quantities),
            status_quo=status_quo,
            effect=self.findings.relief(strategy, self.part, self._items),
            place_years=quantities,
            comparable=not self._forms or any(term.cell.state in self._forms for term in model.start),
        )

    @property
    def _items(self) -> tuple[str, ...]:
        return self.findings.items_of_product(self.budgeted.product)

    @property
    def _forms(self) -> frozenset[str]:
        return forms_of(self.scenario, self.budgeted.product)

    @property
    def _columns(self) -> Columns:
        return self.findings.outcomes.bound.rows.columns()

    def _in_euro(self, section: str) -> FloatArray:
        return self._on_grain(self._columns[f"budget.products.{self.name}.{section}.value"])

    def _on_grain(self, amount: FloatArray) -> FloatArray:
        (rounded,) = on_grain(amount[np.newaxis], self.findings.outcomes.ledger.grain_bits, 0)
        return np.asarray(rounded)

    def _place_years(self) -> tuple[FloatArray, FloatArray] | None:
        """Those of the last result and of the forecast; None where the first are not told."""
        written = self.budgeted.last_result.quantity
        if written is None or not self._forms:
            return None
        unit = unit_of(written, self.scenario.readable).numerator
        before = self._columns[f"budget.products.{self.name}.last_result.quantity"] / per_year(unit)
        comparator = self.findings.outcomes.model.comparator
        now = self.findings.person_years(comparator, self.part, self._forms)
        return (before, now) if (before > 0.0).all() else None

    def _causes(
        self, last: FloatArray, status_quo: FloatArray, quantities: tuple[FloatArray, FloatArray] | None
    ) -> tuple[Cause, ...]:
        if quantities is None:
            return (Cause("not_split", status_quo - last),)
        quantity = self._on_grain(split(last, quantities[0], status_quo, quantities[1])[0])
        rest = status_quo - last - quantity
        if len(self._forms) == 1:
            return Cause("price", rest), Cause("quantity", quantity)
        price = self._price_rises()
        if price is None:
            return Cause("quantity", quantity), Cause("price_and_mix", rest)
        return Cause("price", price), Cause("quantity", quantity), Cause("mix", rest - price)

    def _price_rises(self) -> FloatArray | None:
        """The forecast less the forecast at the prices of the past year; None where a line lacks them."""
        outcomes, columns = self.findings.outcomes, self._columns
        model, bound, written = outcomes.model, outcomes.bound, dict(lines_of(self.scenario))
        amounts = outcomes.amounts()[:, model.weights.valuations.index("nominal")]
        amounts = amounts[:, :, model.strategies.index(model.comparator)]
        bearers = [model.bearers.index(bearer) for bearer in self.findings.bearers(self.part.perspective)]
        year = model.calendar.years.index(self.part.years[0])
        total: FloatArray = np.zeros(len(bound.rows))
        for position, line in enumerate(model.lines):
            if line.item not in self._items:
                continue
            past = index_of_past_year(
                self.scenario, model.calendar, written[line.path], line.path, self.budgeted.last_result.year
            )
            if past is None:
                return None
            borne = (amounts[position] * bound.share[position, bearers].sum(axis=0)).sum(axis=1)
            for period, of_year in enumerate(model.calendar.year_of_period):
                if of_year == year:
                    risen = 1.0 - evaluate(past, columns) / bound.index[position, period]
                    total = total + borne[period] * risen
        return self._on_grain(total)
