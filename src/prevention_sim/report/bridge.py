"""The bridge from last result and appropriation to the forecast, in whole numbers that add up."""

from prevention_sim.analysis.bridge import Bridge, Cause
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.report.numbers import Language, decimal, euro
from prevention_sim.report.rounding import add_up
from prevention_sim.report.staircase import Stair, Staircase
from prevention_sim.report.tables import unit_for
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario


def tell_bridge(scenario: Scenario, bridge: Bridge, payer: str, language: Language) -> Staircase:
    """A product in one block; without the cases that are there at the start, only the effect is told."""
    return _Teller(scenario, bridge, payer, language).told()


class _Teller:
    """Puts one bridge into words; holds what every row needs."""

    def __init__(self, scenario: Scenario, bridge: Bridge, payer: str, language: Language) -> None:
        if scenario.budget is None:
            raise TypeError("a bridge belongs to a budget")
        self.scenario, self.bridge, self.payer, self.language = scenario, bridge, payer, language
        self.budgeted = scenario.budget.products[bridge.product]
        self.scale, self.unit = unit_for(max(abs(_base(bridge.status_quo)), abs(_base(bridge.last_result))))

    def say(self, key: str, **fields: str | int) -> str:
        return say(self.language, key, **fields)

    def told(self) -> Staircase:
        if not self.bridge.comparable:
            return self._block(self._effect(), self.say("bridge_not_comparable"))
        stairs = [*self._from_result_to_appropriation(), *self._to_status_quo(), *self._effect()]
        return self._block(stairs, self._slower_growth())

    def _block(self, stairs: list[Stair], reason: str) -> Staircase:
        where = [
            self.say(key, number=number)
            for key, number in (
                ("bridge_product", self.budgeted.product),
                ("bridge_cover_group", self.budgeted.cover_group),
            )
            if number
        ]
        title = self.say(
            "bridge",
            year=self.bridge.year,
            title=self.budgeted.title.told(self.language),
            where=f" ({', '.join(where)})" if where else "",
            unit=self.unit,
            payer=self.payer,
        )
        return Staircase(title, self.unit, tuple(stairs), reason)

    def _whole(self, amount: FloatArray) -> int:
        return round(_base(amount) / self.scale)

    def _from_result_to_appropriation(self) -> list[Stair]:
        last = self._whole(self.bridge.last_result)
        result = self.say("bridge_last_result", year=self.budgeted.last_result.year)
        told = [Stair(result, last, is_level=True)]
        if self.bridge.appropriation is None or self.budgeted.appropriation is None:
            return told
        current = self._whole(self.bridge.appropriation)
        appropriation = self.say("bridge_appropriation", year=self.budgeted.appropriation.year)
        planned = Stair(self.say("bridge_planned"), current - last)
        return [*told, planned, Stair(appropriation, current, is_level=True)]

    def _to_status_quo(self) -> list[Stair]:
        """The causes of all that changes, less what of it the appropriation contains already."""
        last, forecast = self._whole(self.bridge.last_result), self._whole(self.bridge.status_quo)
        amounts = [_base(cause.amount) / self.scale for cause in self.bridge.causes]
        stairs = [
            Stair(self.say(f"bridge_{cause.kind}"), whole, self._note(cause))
            for cause, whole in zip(self.bridge.causes, add_up(amounts, forecast - last), strict=True)
        ]
        if self.bridge.appropriation is not None:
            planned = self._whole(self.bridge.appropriation) - last
            note = self.say("bridge_contained_note")
            stairs.append(Stair(self.say("bridge_contained"), -planned, note))
        title = self.say("bridge_status_quo", year=self.bridge.year)
        return [*stairs, Stair(title, forecast, is_level=True)]

    def _note(self, cause: Cause) -> str:
        fields: dict[str, str | int] = {"year": self.budgeted.last_result.year}
        if self.bridge.place_years is not None:
            before, now = map(_base, self.bridge.place_years)
            fields |= {
                "before": decimal(before, self.language, 1),
                "now": decimal(now, self.language, 1),
                "price": euro(_base(self.bridge.last_result) / before, self.language),
            }
        return self.say(f"bridge_{cause.kind}_note", **fields)

    def _effect(self) -> list[Stair]:
        if self.bridge.strategy == self.scenario.comparator:
            return []
        strategy = self.scenario.strategies[self.bridge.strategy].title.told(self.language)
        note = self.say("bridge_effect_note", strategy=strategy)
        if not self.bridge.comparable:
            return [Stair(self.say("bridge_effect"), -self._whole(self.bridge.effect), note)]
        forecast, left = self._whole(self.bridge.status_quo), self._whole(self.bridge.with_programme)
        title = self.say("bridge_with_programme", year=self.bridge.year)
        return [Stair(self.say("bridge_effect"), left - forecast, note), Stair(title, left, is_level=True)]

    def _slower_growth(self) -> str:
        current, planned = self.bridge.appropriation, self.budgeted.appropriation
        if current is None or planned is None or not self.bridge.slows_growth_only:
            return ""
        above = euro(_base(self.bridge.with_programme) - _base(current), self.language)
        return self.say("slower_growth", year=self.bridge.year, amount=above, planned=planned.year)


def _base(values: FloatArray) -> float:
    """The figure of the row in which everything is as written."""
    return float(values[0])
