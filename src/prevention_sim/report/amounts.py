"""The numbers of a file in words, with formulas filled in: `1/14 im Monat`, `6 Stunden im Monat`, `60 %`."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import inf, prod
from typing import Final

import numpy as np
from babel.dates import format_date

from prevention_sim.foundation.units import per_year
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import evaluate
from prevention_sim.model.figures import CLOCK
from prevention_sim.model.leaving import Leave
from prevention_sim.model.rows import base_row, parameter_table
from prevention_sim.report.explanation_wording import (
    A_CASE,
    IN_MANY,
    MANY,
    MANY_CASES,
    OF_MANY_CASES,
    ONE,
    ONE_CASE,
    PER,
    tell,
)
from prevention_sim.report.numbers import Language, exact_euro, percent, plain
from prevention_sim.scenario.caseload import Leaving, Move
from prevention_sim.scenario.clocks import AGE, CLOCKS, differs_between_cases
from prevention_sim.scenario.counterfactual import share_path, strata_of
from prevention_sim.scenario.document import Located, Scenario, figures_of
from prevention_sim.scenario.evidence import Dimension, Formula
from prevention_sim.scenario.expressions import Expression
from prevention_sim.scenario.parts import Month, Title
from prevention_sim.scenario.quantities import Unit
from prevention_sim.scenario.strata import groups_by_stratum, ways_of
from prevention_sim.scenario.unit_algebra import unit_of

LARGEST_FRACTION: Final = 1000
"""A chance of one in up to this many is said as a fraction."""

NEARLY: Final = 1e-9
PERCENT_PLACES: Final = 2
FRACTION_BASES: Final = (100, 1000, 10_000)


class Amounts:
    """Says a number of the file, found by its path; formulas are evaluated with the file's own numbers."""

    def __init__(self, scenario: Scenario, language: Language) -> None:
        """Evaluate every number and formula once."""
        self.scenario, self.language = scenario, language
        self.located: dict[str, Located] = {found.path: found for found in figures_of(scenario)}
        self._columns = base_row(parameter_table(scenario)).columns()

    def value(self, path: str) -> float:
        """The number in the unit it is written in."""
        return float(self._columns[path][0])

    def unit(self, path: str) -> Unit:
        """Its unit."""
        return unit_of(self.located[path].figure, self.scenario.readable)

    def is_formula(self, path: str) -> bool:
        """Whether it follows from other numbers."""
        return isinstance(self.located[path].figure.value, Formula)

    def differs(self, path: str) -> bool:
        """Whether it follows a clock or an attribute, so that it is not one number."""
        return differs_between_cases(self.scenario, self.located[path].figure)

    def varies(self, leaving: Leaving, path: str) -> bool:
        """Whether no one number says how fast cases leave."""
        (way, *_) = leaving.ways
        return leaving.mean is None if way == "law" else self.differs(f"{path}.{way}")

    def formula(self, path: str) -> str:
        """The formula as written, with the signs of arithmetic; empty for a plain number."""
        value = self.located[path].figure.value
        return value.text.replace(" * ", " × ").replace(" - ", " − ") if isinstance(value, Formula) else ""

    def text(self, path: str) -> str:
        """The number as it is written, in words; a formula that differs between cases is no number."""
        if self.differs(path):
            return self.formula(path)
        return self.text_of(path, self.value(path))

    def text_of(self, path: str, value: float) -> str:
        """What another value of the number would be in words."""
        written = self._joined(self._number(path, value), self.unit(path))
        rate = self.located[path].dimension is Dimension.RATE
        return tell(self.language, "rate", rate=written) if rate else written

    def attribute(self, path: str) -> str:
        """A number that may be anything: 1 of it is not 100 %."""
        return plain(self.value(path), self.language, 4) if self.unit(path) == Unit() else self.text(path)

    def _number(self, path: str, value: float) -> str:
        """The number without the time it is for."""
        unit, dimension = self.unit(path), self.located[path].dimension
        if dimension in (Dimension.RATE, Dimension.COUNT):
            return plain(value, self.language, 4)
        chance = unit.denominator and not unit.numerator
        if chance or dimension is Dimension.SHARE or (unit == Unit() and 0 <= value <= 1):
            return self._share(value, period=bool(chance))
        match unit.numerator:
            case "EUR":
                return exact_euro(value, self.language)
            case "case":
                return self.cases(value)
            case "":
                return plain(value, self.language, 4)
            case _:
                words = (ONE if value == 1.0 else MANY)[unit.numerator].told(self.language)
                return f"{plain(value, self.language)} {words}"

    def _share(self, value: float, *, period: bool) -> str:
        """`20 %`; a chance of one in fourteen is `1/14`."""
        hundred = 100.0 * value
        if period and value > 0.0 and abs(hundred - round(hundred, PERCENT_PLACES)) > NEARLY:
            parts = 1.0 / value
            if parts < LARGEST_FRACTION and abs(parts - round(parts)) < NEARLY * parts:
                return f"1/{round(parts)}"
        return self.percent(value)

    def percent(self, value: float) -> str:
        """A share with as many places as it needs."""
        hundred = 100.0 * value
        places = next((few for few in (0, 1) if abs(hundred - round(hundred, few)) < NEARLY), PERCENT_PLACES)
        return percent(value, self.language, places)

    def _joined(self, number: str, unit: Unit) -> str:
        if not unit.denominator:
            return number
        return f"{number} {self.period(unit)}"

    def period(self, unit: Unit) -> str:
        """What something is written for: `im Jahr`, `in 6 Monaten`."""
        if unit.count == 1:
            return PER[unit.denominator].told(self.language)
        return IN_MANY[unit.denominator].told(self.language).format(count=unit.count)

    def per_year(self, path: str) -> float:
        """An amount per time, over a year."""
        unit = self.unit(path)
        return self.value(path) * per_year(unit.denominator) / unit.count

    def share(self, whole: Mapping[str, object], key: str, path: str) -> float:
        """One share of a whole; `rest` is what the others leave."""
        if whole[key] != "rest":
            return self.value(f"{path.format(key)}")
        return 1.0 - sum(
            self.value(path.format(other)) for other, written in whole.items() if written != "rest"
        )

    def stratum_share(self, stratum: str) -> float:
        """The share of a stratum; of one that is crossed, the product of those of its groups."""
        if not self.scenario.crossed_with:
            shares = {name: each.share for name, each in strata_of(self.scenario).items()}
            return self.share(shares, stratum, share_path(self.scenario, "{}"))
        ways = ways_of(self.scenario)
        groups = groups_by_stratum(self.scenario)[stratum]
        return prod(
            self.share({name: each.share for name, each in ways[way].items()}, group, f"{way}.{{}}.share")
            for way, group in groups.items()
        )

    def chance_per_year(self, move: Move, path: str) -> float:
        """The chance to have moved after a year, cycle by cycle, in whichever way it is written."""
        staying: float = (1.0 - self._per_cycle(move, path)) ** float(1 / self._cycle_years)
        return 1.0 - staying

    def _per_cycle(self, leaving: Leaving, path: str) -> float:
        """As it is written; what changes it is told in words."""
        leaving = leaving.model_copy(update={"modifiers": ()})
        calendar = Calendar.of(self.scenario.time)
        stratum = next(iter(strata_of(self.scenario)), "")
        chance = Leave(self.scenario, calendar, leaving, path).chance(stratum)
        clocks = {f"{CLOCK}{name}": np.zeros(1) for name in (*CLOCKS, "cycle")}
        clocks[f"{CLOCK}{AGE}"] = np.array([self._youngest])
        return float(evaluate(chance, {**self._columns, **clocks})[0])

    @property
    def _youngest(self) -> float:
        """The lowest age of cases that come or are there, in years; 0 where none is said."""
        caseload = self.scenario.caseload
        paths = [
            f"caseload.{kind}.{name}.age"
            for kind in ("stock", "intake", "arrivals")
            for name, stream in getattr(caseload, kind).items()
            if stream.age is not None
        ]
        return min((self.value(path) / per_year(self.unit(path).numerator) for path in paths), default=0.0)

    @property
    def _cycle_years(self) -> Fraction:
        return self.scenario.time.grid.cycle_years

    def _evaluated(self, expression: Expression) -> float:
        return float(evaluate(expression, self._columns)[0])

    def base_of(self, share: float) -> int:
        """Of how many a share is said: of 100, or of more where it is small."""
        return next((base for base in FRACTION_BASES if share * base >= 1.0 or share <= 0.0), 10_000)

    def out_of(self, share: float) -> tuple[str, str]:
        """A share as a count of 100, or of more where it is small: `("20", "100")`, `("5", "1.000")`."""
        base = self.base_of(share)
        return plain(base * share, self.language, 1), plain(base, self.language)

    @property
    def a_year(self) -> str:
        """`im Jahr`."""
        return PER["year"].told(self.language)

    def months(self, count: float) -> str:
        """A length in months; a chance of 0 never ends a stay."""
        if count == inf:
            return tell(self.language, "endless")
        words = (ONE if count == 1.0 else MANY)["month"].told(self.language)
        return f"{plain(count, self.language, 1)} {words}"

    def mean_months(self, stay: str) -> float:
        """The mean of a stay in months, also where a chance is written; the clock moves in cycles."""
        written = self.scenario.stays[stay]
        if written.law is not None and written.mean is not None:
            return (
                12.0 * self.value(f"stays.{stay}.mean") / per_year(self.unit(f"stays.{stay}.mean").numerator)
            )
        leaving = self._per_cycle(written, f"stays.{stay}")
        return float(12 * self._cycle_years) / leaving if leaving > 0.0 else inf

    def euro_both_periods(self, yearly: float) -> str:
        """A yearly amount per month and per year."""
        return tell(
            self.language,
            "both_periods",
            monthly=exact_euro(yearly / 12.0, self.language),
            yearly=exact_euro(yearly, self.language),
        )

    def cases(self, count: float) -> str:
        """`30 Kinder`, `1 Person`."""
        unit = self.scenario.scenario.case.unit
        words = (ONE_CASE if count == 1.0 else MANY_CASES)[unit].told(self.language)
        return f"{plain(count, self.language)} {words}"

    @property
    def one_case(self) -> str:
        """`Kind`."""
        return ONE_CASE[self.scenario.scenario.case.unit].told(self.language)

    @property
    def a_case(self) -> str:
        """`ein Kind`."""
        return A_CASE[self.scenario.scenario.case.unit].told(self.language)

    @property
    def many_cases(self) -> str:
        """`Kinder`."""
        return MANY_CASES[self.scenario.scenario.case.unit].told(self.language)

    @property
    def of_cases(self) -> str:
        """`(von 100) Kindern`."""
        return OF_MANY_CASES[self.scenario.scenario.case.unit].told(self.language)

    def month(self, month: Month) -> str:
        """`Januar 2012`."""
        name: str = format_date(date(month.year, month.month, 1), "LLLL y", locale=self.language)
        return name

    def words(self, title: Title) -> str:
        """A title of the file in the language of the reader."""
        return title.told(self.language)

    def quoted(self, title: Title) -> str:
        """A title of the file in quotation marks."""
        return tell(self.language, "quoted", text=self.words(title))

    def group(self, name: str) -> Title:
        """The title of a stratum, or of a group that is crossed with others."""
        known = strata_of(self.scenario)
        for way in ways_of(self.scenario).values():
            known = {**way, **known}
        return known[name].title

    def groups(self, names: tuple[str, ...] | None) -> list[str]:
        """The titles of strata and groups in quotation marks."""
        return [self.quoted(self.group(name)) for name in names or ()]

    def state(self, name: str) -> str:
        """The title of a state in quotation marks."""
        return self.quoted(self.scenario.states[name].title)

    def states(self, names: tuple[str, ...]) -> str:
        """The titles of some states: `»A« oder »B«`."""
        return tell(self.language, "or").join(map(self.state, names))
