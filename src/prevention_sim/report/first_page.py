"""The first page as a council reads it: a few numbers, then questions in a fixed order with their answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from prevention_sim.analysis.indicators import avoided_place_years
from prevention_sim.analysis.timing import Timing
from prevention_sim.report.document import StrategyReport
from prevention_sim.report.dossier_wording import tell
from prevention_sim.report.effect_evidence import EffectEvidence
from prevention_sim.report.headline import Headline
from prevention_sim.report.numbers import about_euro, decimal
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.teller import Teller


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, and what the figures say to it: sentences, points of a list, figures side by side."""

    question: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    blocks: tuple[SideBySide, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A large number and what it is."""

    value: str
    meaning: str


class FirstPage(Teller):
    """Puts the answers about one strategy in the order of a council paper."""

    def numbers(self, strategy: str, told: StrategyReport) -> Iterator[KeyNumber]:
        """Relief, its last year, places, and when it pays."""
        relief = float(self.findings.relief(strategy, self.part())[0])
        key = "number_relief" if relief >= 0.0 else "number_burden"
        yield self._number(about_euro(abs(relief), self.language), key, years=self.years)
        whole = self.findings.whole_years()
        if len(self.window) > 1 and whole:
            last = float(self.findings.relief(strategy, self.part(whole[-1]))[0])
            yield self._number(about_euro(last, self.language), "number_last_year", year=whole[-1])
        if self.outcomes.model.placements and whole:
            fewer = float(avoided_place_years(self.findings, strategy, self.part(whole[-1]))[0])
            key = "number_places" if fewer >= 0.0 else "number_places_more"
            yield self._number(decimal(abs(fewer), self.language, 1), key, year=whole[-1])
        if told.pays is not None:
            yield self._number(self._pays(told.pays), "number_payback")

    def answers(self, strategy: str, told: StrategyReport, payers: str) -> Iterator[Answer]:
        """Child, budget, claim, dependence, evidence, payers, law, protection, later check."""
        of_run = (self.scenario, self.outcomes, self.language)
        headline = Headline(*of_run)
        if cases := headline.cases(strategy):
            yield self._answer("child", *cases)
        _, compared = headline.money(strategy)
        payback = [headline.payback(told.pays)] if told.pays is not None else []
        yield self._answer("budget", *told.by_chance, compared, *payback)
        if told.side_by_side:
            yield Answer(tell(self.language, "ask_per_case"), blocks=told.side_by_side)
        yield Answer(
            tell(self.language, "ask_dependence"),
            () if told.depends_on else (tell(self.language, "nothing_critical"),),
            told.depends_on,
        )
        yield self._answer("evidence", *EffectEvidence(*of_run).told(strategy))
        yield self._answer("payers", *self._payers(payers))
        yield self._answer("law", *self._law(strategy), *headline.household(strategy))
        if self.outcomes.model.placements:
            yield self._answer("protection", self.say("protection"))
        yield self._answer("later", tell(self.language, "later"))

    def _answer(self, question: str, *sentences: str) -> Answer:
        return Answer(tell(self.language, f"ask_{question}"), sentences)

    def _number(self, value: str, meaning: str, **fields: str | int) -> KeyNumber:
        return KeyNumber(value, tell(self.language, meaning, **fields))

    def _pays(self, found: Timing) -> str:
        match found.payback_months:
            case 0:
                return tell(self.language, "payback_at_once")
            case None:
                return tell(self.language, "payback_never", year=self.findings.years("horizon")[-1])
            case 1:
                return tell(self.language, "payback_one_month")
            case months:
                return tell(self.language, "payback_months", months=months)

    def _payers(self, told: str) -> Iterator[str]:
        """How the relief is shared, or the only bearer."""
        if told:
            yield told
        elif len(self.outcomes.model.bearers) == 1:
            bearer = self.words(self.scenario.bearers[self.outcomes.model.bearers[0]].title)
            yield tell(self.language, "one_bearer", bearer=bearer)
        else:
            yield tell(self.language, "one_bearer", bearer=self.payer)
        if self.perspective == "municipality":
            yield tell(self.language, "no_allocations")

    def _law(self, strategy: str) -> Iterator[str]:
        for name in self.scenario.strategies[strategy].interventions:
            programme = self.scenario.interventions[name]
            yield tell(
                self.language, f"duty_{programme.duty or 'unknown'}", programme=self.words(programme.title)
            )
