"""Ratios on chances in plain words: what is multiplied, and how many of 100 move then."""

from dataclasses import dataclass
from fractions import Fraction
from math import expm1
from typing import Final

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.units import YEARS_PER
from prevention_sim.model.ratios import hazard_ratio, odds_ratio, over_cycles, risk_ratio
from prevention_sim.report.explanation.telling import Teller, Told
from prevention_sim.report.numbers import plain
from prevention_sim.scenario.caseload import Leaving, Modifier, Stay
from prevention_sim.scenario.clocks import clocks_read, differs_between_cases
from prevention_sim.scenario.effects import Changes
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.moves import period_of
from prevention_sim.scenario.quantities import Unit

ONCE: Final = np.ones(1)


@dataclass(frozen=True, slots=True)
class Chance:
    """A chance over a period, in years and in words."""

    value: float
    years: Fraction
    period: str


class Ratios(Teller):
    """Tells ratios of effects and of modifiers alike; `path` is where they stand."""

    def factor(self, written: Changes | Modifier, path: str) -> tuple[Told, ...]:
        """The ratio and the time it is about."""
        ratio = self.told(f"{path}.ratio", "is_ratio")
        return (ratio,) if written.over is None else (ratio, self.told(f"{path}.over", "is_over"))

    def multiplied(self, written: Changes | Modifier, path: str) -> str:
        """What the ratio multiplies: `das Tempo der Wechsel mal 0,5`."""
        over = "over_unsaid" if written.over is None else "over"
        period = "" if written.over is None else self.amounts.text(f"{path}.over")
        return self.tell(
            written.kind,
            ratio=self.amounts.text(f"{path}.ratio"),
            over="" if written.kind == "hazard_ratio" else self.tell(over, period=period),
        )

    def direction(self, figure: Figure, path: str) -> str:
        """Whether a ratio makes something less or more, or differs between cases."""
        if differs_between_cases(self.scenario, figure):
            return "other"
        ratio = self.amounts.value(path)
        return "less" if ratio < 1.0 else "more" if ratio > 1.0 else "same"

    def compared(self, leaving: Leaving, where: str, written: Changes | Modifier, path: str) -> str:
        """How many of 100 move under the ratio, and how many without; empty where no chance is written."""
        chance = self._chance(leaving, where)
        if chance is None or differs_between_cases(self.scenario, written.ratio):
            return ""
        if written.over is not None and written.kind != "hazard_ratio":
            chance = self._over(chance, f"{path}.over")
        ratio = np.array([self.amounts.value(f"{path}.ratio")])
        changed = float(_under(written.kind, np.array([chance.value]), ratio)[0])
        if changed > 1.0:
            return ""
        base = self.amounts.base_of(min(chance.value, changed))
        return self.tell(
            "compared_fewer" if changed < chance.value else "compared_more",
            base=plain(base, self.language),
            cases=self.amounts.of_cases,
            before=plain(base * chance.value, self.language, 1),
            after=plain(base * changed, self.language, 1),
            period=chance.period,
        )

    def _chance(self, leaving: Leaving, path: str) -> Chance | None:
        """The chance of one move as it is written, where it is one number."""
        (way, *_) = leaving.ways or ("",)
        several = isinstance(leaving, Stay) and len(leaving.to) > 1
        if several or leaving.modifiers or way not in ("probability", "rate"):
            return None
        figure: Figure = getattr(leaving, way)
        if differs_between_cases(self.scenario, figure):
            return None
        value, years = self.amounts.value(f"{path}.{way}"), period_of(self.scenario, figure)
        if way == "rate":
            return Chance(-expm1(-value / float(years)), Fraction(1), self.amounts.a_year)
        return Chance(value, years, self.amounts.period(self.amounts.unit(f"{path}.{way}")))

    def _over(self, chance: Chance, path: str) -> Chance:
        """The same chance over another time."""
        unit, count = self.amounts.unit(path), self.amounts.value(path)
        years = Fraction(count) * YEARS_PER[unit.numerator]
        times = np.array([float(years / chance.years)])
        value = float(over_cycles(np.array([chance.value]), times)[0])
        return Chance(value, years, self.amounts.period(Unit("", unit.numerator, int(count))))

    def behind(self, number: Told) -> tuple[str, ...]:
        """How a number follows from others; of one that differs between cases, what the names in it mean."""
        if not self.amounts.differs(number.path):
            return self.formula(number)
        clocks = clocks_read(self.amounts.located[number.path].figure)
        return tuple(self.tell(f"clock_{name}") for name in clocks)


def _under(kind: str, chance: FloatArray, ratio: FloatArray) -> FloatArray:
    """A chance under a ratio of its own period."""
    match kind:
        case "hazard_ratio":
            return hazard_ratio(chance, ratio)
        case "risk_ratio":
            return risk_ratio(chance, ratio, ONCE)
        case _:
            return odds_ratio(chance, ratio, ONCE)
