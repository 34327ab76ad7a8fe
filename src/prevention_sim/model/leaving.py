"""How fast cases leave: the chance per cycle of each written form, and the ratios that change it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from prevention_sim.foundation.units import YEARS_PER
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import times
from prevention_sim.model.figures import CLOCK, chance_over, cycles_of, in_cycles, in_place, length_in_years
from prevention_sim.scenario.caseload import Law, Leaving, Modifier
from prevention_sim.scenario.clocks import SINCE_ENTRY, SINCE_START
from prevention_sim.scenario.counterfactual import strata_named
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation
from prevention_sim.scenario.moves import period_of, period_written
from prevention_sim.scenario.unit_algebra import unit_of

RATIOS: Final = ("hazard_ratio", "risk_ratio", "odds_ratio")
"""The order in which ratios act on one chance."""


@dataclass(frozen=True, slots=True)
class Leave:
    """A written form of leaving as expressions; `path` is where it stands."""

    scenario: Scenario
    calendar: Calendar
    leaving: Leaving
    path: str

    def chance(self, stratum: str) -> Expression:
        """The chance per cycle in a stratum, under the ratios that hold for it."""
        return self.modified(self._as_written(stratum), stratum)

    def modified(self, chance: Expression, stratum: str) -> Expression:
        """A chance under the ratios that hold for a stratum."""
        order = sorted(enumerate(self.leaving.modifiers), key=lambda each: RATIOS.index(each[1].kind))
        for position, modifier in order:
            if stratum in strata_named(self.scenario, modifier.strata or (stratum,)):
                where = f"{self.path}.modifiers[{position}].ratio"
                ratio = in_place(self.scenario, modifier.ratio, where, stratum)
                chance = changed_by(modifier.kind, chance, self._dated(ratio, modifier), self._over(modifier))
        return chance

    @property
    def cycle_years(self) -> Fraction:
        """The length of a cycle."""
        return self.calendar.cycle_years

    def _as_written(self, stratum: str) -> Expression:
        if self.leaving.law is not None:
            return self._by_law(self.leaving.law)
        (way,) = self.leaving.ways
        figure: Figure = getattr(self.leaving, way)
        number = in_place(self.scenario, figure, f"{self.path}.{way}", stratum)
        match way:
            case "mean":
                return after_mean_stay(self.scenario, figure, number, self.cycle_years)
            case "probability":
                return chance_over(self.scenario, figure, number, self.cycle_years)
            case _:
                return at_rate(self.scenario, figure, number, self.cycle_years)

    def _by_law(self, law: Law) -> Expression:
        shape: Expression = Name(f"{self.path}.law.shape")
        if law.scale is not None:
            scale = length_in_years(self.scenario, law.scale, f"{self.path}.law.scale")
        elif self.leaving.mean is not None:
            mean = length_in_years(self.scenario, self.leaving.mean, f"{self.path}.mean")
            scale = Operation(f"{law.kind}_scale", (mean, shape))
        else:
            raise TypeError("checks admit laws with a scale or a mean only")
        clock = Name(CLOCK + (SINCE_ENTRY if law.clock == "entry" else SINCE_START))
        return Operation(f"{law.kind}_exit", (clock, Number(float(self.cycle_years)), shape, scale))

    def _dated(self, ratio: Expression, modifier: Modifier) -> Expression:
        """The ratio between its months, and 1 outside."""
        now = Name(f"{CLOCK}cycle")
        if modifier.from_ is not None:
            begun = Operation(">=", (now, Number(float(self.calendar.boundary(modifier.from_)))))
            ratio = Operation("where", (begun, ratio, Number(1.0)))
        if modifier.until is not None:
            before = Operation("<", (now, Number(float(self.calendar.boundary(modifier.until.next)))))
            ratio = Operation("where", (before, ratio, Number(1.0)))
        return ratio

    def _over(self, modifier: Modifier) -> Fraction | None:
        """How many cycles a risk or odds ratio is about."""
        if modifier.over is not None:
            return cycles_of(self.calendar, modifier.over)
        return in_cycles(self.calendar, period_written(self.scenario, self.leaving))


def after_mean_stay(
    scenario: Scenario, figure: Figure, number: Expression, cycle_years: Fraction
) -> Expression:
    """Chance per cycle of a geometric stay: cycle / mean."""
    unit = unit_of(figure, scenario.readable)
    return Operation("/", (Number(float(cycle_years / YEARS_PER[unit.numerator])), number))


def at_rate(scenario: Scenario, figure: Figure, number: Expression, cycle_years: Fraction) -> Expression:
    """Chance per cycle of a constant hazard, 1 - exp(-rate x cycle)."""
    return Operation("exit", (times(number, float(cycle_years / period_of(scenario, figure))),))


def changed_by(kind: str, chance: Expression, ratio: Expression, cycles: Fraction | None) -> Expression:
    """A chance under a ratio; a risk or odds ratio is one of the chance over some cycles."""
    if kind == "hazard_ratio":
        return Operation(kind, (chance, ratio))
    if cycles is None:
        raise TypeError("checks ask for the time a risk or odds ratio is about")
    return Operation(kind, (chance, ratio, Number(float(cycles))))
