"""Who pays, and what the council compares with."""

from collections.abc import Iterator

from prevention_sim.report.explanation.telling import Statement, Teller
from prevention_sim.scenario.budget import BudgetProduct


class Payers(Teller):
    """The bearers and the budget."""

    def bearers(self) -> Iterator[Statement]:
        """Each bearer with its level."""
        bearers = self.scenario.bearers
        if len(bearers) == 1:
            (only,) = bearers.values()
            yield Statement(self.tell("one_bearer", bearer=self.amounts.words(only.title)))
        for bearer in bearers.values():
            yield Statement(self.tell(f"level_{bearer.level}", bearer=self.amounts.words(bearer.title)))

    def budget(self) -> Iterator[Statement]:
        """Results and appropriations of products."""
        budget = self.scenario.budget
        if budget and budget.household:
            yield Statement(self.tell(f"household_{budget.household}"))
        for name, budgeted in budget.products.items() if budget else ():
            yield self._last_result(f"budget.products.{name}.last_result", budgeted)
            if budgeted.appropriation:
                number = self.told(f"budget.products.{name}.appropriation.value", "is_appropriation")
                text = self.tell(
                    "appropriation",
                    title=self._product(budgeted),
                    year=budgeted.appropriation.year,
                    amount=number.amount,
                    source=self.source_of(number),
                )
                yield self.statement(budgeted.appropriation, text, number)

    def _last_result(self, path: str, budgeted: BudgetProduct) -> Statement:
        last = budgeted.last_result
        numbers = [self.told(f"{path}.value", "is_last_result")]
        quantity = ""
        if last.quantity is not None:
            numbers.append(self.told(f"{path}.quantity", "is_last_quantity"))
            quantity = self.tell("for_quantity", quantity=numbers[1].amount)
        text = self.tell(
            "last_result",
            title=self._product(budgeted),
            year=last.year,
            amount=numbers[0].amount,
            quantity=quantity,
            source=self.sourced(
                *numbers, more=tuple(each for number in numbers for each in self.formula(number))
            ),
        )
        return self.statement(last, text, *numbers)

    def _product(self, budgeted: BudgetProduct) -> str:
        """A product with its numbers: »Hilfen« (Produkt 06.03.20, Deckungskreis 06.03)."""
        where = [
            self.tell(key, **{key: number})
            for key, number in (("product", budgeted.product), ("cover_group", budgeted.cover_group))
            if number
        ]
        return self.amounts.quoted(budgeted.title) + (f" ({', '.join(where)})" if where else "")
