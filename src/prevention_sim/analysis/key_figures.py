"""The indicators German offices compare themselves by, for every whole budget year of the window.

Everything is counted in place-years (days in care / 365). Help is ambulatory, foster and residential care
(§§ 27 to 35 SGB VIII); a mother and her child in a home (§ 19) have a cost per place-year, but no such help.

    help_place_years_per_1000_under_21   place-years of help / inhabitants under 21 x 1,000
    cost_per_place_year                  cost of a setting less its income / its place-years
    ambulatory_share, residential_share  place-years of the setting / place-years of help
    foster_share                         place-years in foster care / in foster and residential care
    mean_stay_months                     12 x place-years / ended stays of a setting
    net_cost_per_inhabitant_under_21     all cost less income / inhabitants under 21

A move within a setting ends no stay. Strata of unaccompanied minors and of help under § 35a stay out, unless
they are asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import PLACE_YEARS, Indicator, ratio
from prevention_sim.economics.ledger import SHARED
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.scenario.caseload import Setting
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.document import Scenario

HELP: Final[tuple[Setting, ...]] = ("ambulatory", "foster", "residential")
PRICED: Final[tuple[Setting, ...]] = (*HELP, "mother_child")
POPULATION: Final = "scenario.population_under_21"
APART: Final = frozenset({"unaccompanied", "section_35a"})
"""Tags of strata that the offices count by themselves."""

Kind = Literal[
    "help_place_years_per_1000_under_21",
    "cost_per_place_year",
    "ambulatory_share",
    "foster_share",
    "residential_share",
    "mean_stay_months",
    "net_cost_per_inhabitant_under_21",
]

UNITS: Final[dict[Kind, str]] = {
    "help_place_years_per_1000_under_21": "place-years",
    "cost_per_place_year": "EUR",
    "ambulatory_share": "share",
    "foster_share": "share",
    "residential_share": "share",
    "mean_stay_months": "months",
    "net_cost_per_inhabitant_under_21": "EUR",
}
DENOMINATORS: Final[dict[Kind, str]] = {
    "help_place_years_per_1000_under_21": "1,000 inhabitants under 21",
    "cost_per_place_year": "place-year in the setting",
    "ambulatory_share": "place-years of ambulatory, foster and residential help",
    "foster_share": "place-years in foster and residential care",
    "residential_share": "place-years of ambulatory, foster and residential help",
    "mean_stay_months": "ended stay in the setting",
    "net_cost_per_inhabitant_under_21": "inhabitant under 21",
}


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of them, numerator and denominator f8[row]; some belong to a setting."""

    kind: Kind
    setting: Setting | None
    amount: FloatArray
    over: FloatArray

    @property
    def values(self) -> FloatArray | None:
        """The figure in every row; None where its denominator is not above zero."""
        return ratio(self.amount, self.over)


def key_indicators(scenario: Scenario, outcomes: Outcomes) -> tuple[Indicator, ...]:
    """Every key figure of every strategy and whole year; where strata stay out, those of all strata too."""
    findings = Findings(outcomes)
    perspective = findings.perspectives()[0]
    groups = {"": counted_strata(scenario, findings)}
    if kept_apart(scenario):
        groups["_of_all_strata"] = outcomes.model.strata
    return tuple(
        Indicator(
            id="_".join(part for part in (figure.kind, figure.setting) if part) + suffix,
            strategy=strategy,
            perspective=perspective if UNITS[figure.kind] == "EUR" else None,
            period=year,
            amount=figure.amount,
            unit=UNITS[figure.kind],
            denominator=f"{DENOMINATORS[figure.kind]} ({PLACE_YEARS})",
            over=figure.over,
        )
        for suffix, strata in groups.items()
        for year in findings.whole_years()
        for strategy in outcomes.model.strategies
        for figure in key_figures(scenario, findings, strategy, year, strata)
    )


def kept_apart(scenario: Scenario) -> frozenset[str]:
    """Strata of unaccompanied minors and of help under § 35a."""
    return frozenset(name for name, stratum in strata_of(scenario).items() if APART & set(stratum.tags))


def counted_strata(scenario: Scenario, findings: Findings) -> tuple[str, ...]:
    """Strata that the key figures count by default."""
    return tuple(name for name in findings.outcomes.model.strata if name not in kept_apart(scenario))


def key_figures(
    scenario: Scenario, findings: Findings, strategy: str, year: int, strata: tuple[str, ...]
) -> Iterator[KeyFigure]:
    """The key figures of some strata in a year; those of a setting only where the file has it."""
    part = Slice((year,), stratum=strata, perspective=findings.perspectives()[0])
    counted = _Counted(scenario, findings, strategy, part)
    known = [setting for setting in PRICED if counted.states(setting)]
    if not known:
        return
    help_given, population = counted.place_years(*HELP), counted.population()
    if population is not None:
        yield KeyFigure("help_place_years_per_1000_under_21", None, 1000.0 * help_given, population)
    for setting in known:
        if counted.items(setting):
            cost, place_years = counted.cost(setting), counted.place_years(setting)
            yield KeyFigure("cost_per_place_year", setting, cost, place_years)
    wholes: dict[Setting, tuple[Kind, FloatArray]] = {
        "ambulatory": ("ambulatory_share", help_given),
        "foster": ("foster_share", counted.place_years("foster", "residential")),
        "residential": ("residential_share", help_given),
    }
    for setting, (kind, whole) in wholes.items():
        if setting in known:
            yield KeyFigure(kind, None, counted.place_years(setting), whole)
    for setting in known:
        months, ended = 12.0 * counted.place_years(setting), counted.ended_stays(setting)
        yield KeyFigure("mean_stay_months", setting, months, ended)
    if population is not None:
        yield KeyFigure("net_cost_per_inhabitant_under_21", None, counted.net_cost(), population)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Counts and costs of some strata under one strategy in one year."""

    scenario: Scenario
    findings: Findings
    strategy: str
    part: Slice

    def states(self, *settings: Setting) -> frozenset[str]:
        return frozenset(name for name, state in self.scenario.states.items() if state.setting in settings)

    def items(self, setting: Setting) -> tuple[str, ...]:
        return self.findings.items_of_state(self.states(setting))

    def population(self) -> FloatArray | None:
        return self.findings.outcomes.bound.rows.columns().get(POPULATION)

    def place_years(self, *settings: Setting) -> FloatArray:
        return self.findings.person_years(self.strategy, self.part, self.states(*settings))

    def ended_stays(self, setting: Setting) -> FloatArray:
        return self.findings.ended_stays(self.strategy, self.part, self.states(setting))

    def cost(self, setting: Setting) -> FloatArray:
        return self.findings.cost(self.strategy, self.part, self.items(setting))

    def net_cost(self) -> FloatArray:
        """All cost less income, what belongs to no stratum included."""
        shared = self.findings.cost(self.strategy, replace(self.part, stratum=SHARED))
        return shared + self.findings.cost(self.strategy, self.part)
