"""What a run brings beside money: as a long table, and beside what a unit more costs."""

from dataclasses import dataclass

from prevention_sim.analysis.cost_effectiveness import quadrant
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.report.numbers import Language, decimal, euro, exact_euro
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario

THOUSAND = 1000.0
WITH_CENTS_BELOW = 100.0
"""Prices of a unit below this many euros are told with cents."""


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What is counted of an outcome in a year, unrounded; `present` is at the outcomes' own discount rate."""

    year: int
    strategy: str
    outcome: str
    unit: str
    valuation: str
    amount: float


def outcome_rows(scenario: Scenario, outcomes: Outcomes, language: Language) -> tuple[OutcomeRow, ...]:
    """Every outcome of the base row by year, strategy and valuation."""
    findings = Findings(outcomes)
    return tuple(
        OutcomeRow(
            year,
            strategy,
            name,
            outcome.unit.told(language),
            valuation,
            float(findings.outcome(name, strategy, Slice((year,), valuation))[0]),
        )
        for name, outcome in scenario.outcomes.items()
        for strategy in scenario.strategies
        for valuation in valuations_of(outcomes)
        for year in findings.years("horizon")
    )


def valuations_of(outcomes: Outcomes) -> tuple[str, ...]:
    """Nominal, and present where the file discounts."""
    return tuple(dict.fromkeys(("nominal", outcomes.model.weights.discounted)))


def tell_outcomes(
    scenario: Scenario, findings: Findings, strategy: str, perspective: Perspective, language: Language
) -> tuple[SideBySide, ...]:
    """Each outcome over the whole horizon, without and with the programme, and what a unit gained costs."""
    teller = _Teller(scenario, findings, perspective, language)
    alone = strategy == findings.outcomes.model.comparator
    return tuple(
        teller.alone(name) if alone else teller.compared(name, strategy) for name in scenario.outcomes
    )


def outcome_title(scenario: Scenario, findings: Findings, name: str, language: Language) -> str:
    """What is counted, over which years, in which unit, and whether it is discounted."""
    outcome, discounting = scenario.outcomes[name], scenario.conventions.discounting
    title, unit = outcome.title.told(language), outcome.unit.told(language)
    remarks = [] if unit == title else [unit]
    if discounting:
        remarks.append(say(language, "outcome_discounted" if discounting.outcomes else "valued_nominal"))
    if outcome.aim == "fewer":
        remarks.append(say(language, "fewer_is_better"))
    years = findings.years("horizon")
    when = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return f"{title} {when}" + (f" ({', '.join(remarks)})" if remarks else "")


def places_of(amount: float) -> int:
    """How many decimal places an amount is told with."""
    if abs(amount) >= THOUSAND:
        return 0
    return 2 if abs(amount) >= 1.0 else 4


def price_of_unit(amount: float, language: Language) -> str:
    """Whole euros; below a hundred with cents."""
    return euro(amount, language) if abs(amount) >= WITH_CENTS_BELOW else exact_euro(amount, language)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts outcomes into figures side by side."""

    scenario: Scenario
    findings: Findings
    perspective: Perspective
    language: Language

    def alone(self, name: str) -> SideBySide:
        """An outcome of a file with one strategy."""
        comparator = self.findings.outcomes.model.comparator
        amount = self._amount(name, comparator)
        shown = decimal(amount, self.language, places_of(amount))
        return SideBySide(self._title(name), ((self._strategy(comparator), shown, ""),))

    def compared(self, name: str, strategy: str) -> SideBySide:
        """An outcome without and with the programme; what is shown adds up."""
        comparator = self.findings.outcomes.model.comparator
        before, after = self._amount(name, comparator), self._amount(name, strategy)
        places = places_of(max(abs(before), abs(after)))
        scale = 10.0**places
        without, with_programme = round(before * scale), round(after * scale)

        def shown(units: int) -> str:
            return decimal(units / scale, self.language, places)

        return SideBySide(
            self._title(name),
            (
                (self._strategy(comparator), shown(without), ""),
                (self._strategy(strategy), shown(with_programme), ""),
                (say(self.language, "outcome_difference"), shown(with_programme - without), ""),
                self._price(name, strategy, after - before),
            ),
        )

    def _price(self, name: str, strategy: str, further: float) -> tuple[str, str, str]:
        """What a unit gained costs, or a unit lost saves; in words where neither says anything."""
        further_cost = -float(self.findings.relief(strategy, self._part)[0])
        gained = further if self.scenario.outcomes[name].aim == "more" else -further
        found = quadrant(further_cost, gained)
        ratio = found in ("gain_at_cost", "loss_at_saving")
        return (
            say(self.language, "price_of_loss" if found == "loss_at_saving" else "price_of_gain"),
            price_of_unit(further_cost / gained, self.language) if ratio else say(self.language, "none"),
            say(self.language, f"quadrant_{found}", amount=euro(abs(further_cost), self.language)),
        )

    @property
    def _part(self) -> Slice:
        valuation = self.findings.outcomes.model.weights.discounted
        return Slice(self.findings.years("horizon"), valuation, perspective=self.perspective)

    def _amount(self, name: str, strategy: str) -> float:
        return float(self.findings.outcome(name, strategy, self._part)[0])

    def _title(self, name: str) -> str:
        return outcome_title(self.scenario, self.findings, name, self.language)

    def _strategy(self, strategy: str) -> str:
        return self.scenario.strategies[strategy].title.told(self.language)
