"""The budget as a long table: one row for each year, strategy, bearer, line and basis, unrounded."""

from dataclasses import dataclass

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.lines import lines_of, product_of

AXES = ("year", "strategy", "bearer", "item", "basis")


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """Costs positive, income negative, in EUR, not discounted.

    `year` is "open" for what is paid after the horizon; `budget_row` and `product` are where the file books
    the line in the budget, or empty.
    """

    year: int | str
    strategy: str
    bearer: str
    item: str
    budget_row: str
    product: str
    basis: str
    amount: float


def budget_rows(scenario: Scenario, outcomes: Outcomes) -> tuple[BudgetRow, ...]:
    """Every amount of the base row that is not 0, in the order of the ledger."""
    plan = {
        path.rsplit(".", 1)[1]: (line.row or "", product_of(scenario, line) or "")
        for path, line in lines_of(scenario)
    }
    cube = outcomes.ledger.amount.where(valuation="nominal", row=outcomes.ledger.amount.axes.labels["row"][0])
    labels = [cube.axes.labels[name] for name in AXES]
    rows = []
    for place, amount in np.ndenumerate(cube.total_by(*AXES)):
        if amount != 0.0:
            year, *names = (axis[at] for axis, at in zip(labels, place, strict=True))
            strategy, bearer, item, basis = map(str, names)
            rows.append(BudgetRow(year, strategy, bearer, item, *plan[item], basis, float(amount)))
    return tuple(rows)
