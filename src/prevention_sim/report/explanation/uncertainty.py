"""How sure the numbers of a file are, in words."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from prevention_sim.report.explanation.telling import Statement, Teller, Told
from prevention_sim.report.numbers import plain
from prevention_sim.scenario.uncertainty import (
    Cases,
    Deviation,
    Ends,
    Listed,
    Range,
    Uncertain,
    uncertain_of,
)


class Uncertainty(Teller):
    """The ranges and distributions."""

    def ranges(self, numbers: Sequence[Told]) -> Iterator[Statement]:
        """Each number that is drawn, and what it may be."""
        labels = {number.path: number.label for number in numbers}
        uncertain = uncertain_of(self.scenario)
        if not uncertain:
            return
        chance = self.scenario.uncertainty
        key = "draws" if chance.draws else "no_draws"
        plan = self.tell(f"plan_{chance.plan}")
        yield Statement(
            self.tell(key, count=plain(chance.draws, self.language), plan=plan, some=str(len(uncertain)))
        )
        for each in uncertain:
            label, amount = labels.get(each.path, each.path), self.amounts.text(each.path)
            yield Statement(self.tell("uncertain", label=label, amount=amount, width=self._width(each)))

    def _width(self, number: Uncertain) -> str:
        told = f"{self._spread(number)} ({self.tell(f'family_{number.family}')})"
        if number.point is None:
            return told
        return self.tell(
            "point_mass",
            probability=self.amounts.percent(number.point.probability),
            at=self._told(number, number.point.at),
            mean=self._told(number, number.mean),
            width=told,
        )

    def _spread(self, number: Uncertain) -> str:
        match number.width:
            case Range(low, high, interval):
                sure = self.amounts.percent(interval)
                ends = self._ends(number, low, high)
                return self.tell("range", sure=sure, **ends)
            case Ends(low, high):
                return self.tell("ends", **self._ends(number, low, high))
            case Deviation(sd):
                return self.tell("deviation", sd=self._told(number, sd))
            case Cases(count):
                return self.tell("observed_cases", count=plain(count, self.language))
            case Listed(values):
                ends = self._ends(number, values[0], values[-1])
                return self.tell("listed_values", count=str(len(values)), **ends)
            case _:
                assert_never(number.width)

    def _ends(self, number: Uncertain, low: float, high: float) -> dict[str, str]:
        return {"low": self._told(number, low), "high": self._told(number, high)}

    def _told(self, number: Uncertain, value: float) -> str:
        return self.amounts.text_of(number.path, value)
