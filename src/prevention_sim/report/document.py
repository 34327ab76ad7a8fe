"""The format-free report of a run: sentences, figures side by side, tables. Renderers only print it."""

from dataclasses import dataclass

from prevention_sim.analysis.bridge import bridges
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.indicators import Indicator, indicators
from prevention_sim.analysis.key_figures import key_indicators
from prevention_sim.analysis.manifest import Manifest, manifest_of
from prevention_sim.analysis.timing import Timing, timing
from prevention_sim.report.breakdown import Breakdown
from prevention_sim.report.bridge import tell_bridge
from prevention_sim.report.chance import ChanceTeller
from prevention_sim.report.cost_effectiveness import tell_cost_effectiveness
from prevention_sim.report.dependence import Dependence
from prevention_sim.report.draws import DrawsTeller
from prevention_sim.report.headline import Headline
from prevention_sim.report.key_figures import KeyFigureTable, tell_key_figures
from prevention_sim.report.notes import Notes
from prevention_sim.report.numbers import Language, euro
from prevention_sim.report.outcomes import tell_outcomes
from prevention_sim.report.queues import QueueTeller
from prevention_sim.report.ratios import Ratios
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.tables import BudgetTable
from prevention_sim.report.teller import Teller
from prevention_sim.scenario.document import Scenario


@dataclass(frozen=True, slots=True)
class StrategyReport:
    """What one strategy means against the comparator; the headline holds what is told of chance, too."""

    headline: tuple[str, ...]
    side_by_side: tuple[SideBySide, ...]
    table: BudgetTable
    waterfall: SideBySide | None = None
    mechanisms: SideBySide | None = None
    depends_on: tuple[str, ...] = ()
    bridges: tuple[SideBySide, ...] = ()
    chance: KeyFigureTable | None = None
    draws: tuple[KeyFigureTable, ...] = ()
    key_figures: tuple[KeyFigureTable, ...] = ()
    queues: tuple[KeyFigureTable, ...] = ()
    by_chance: tuple[str, ...] = ()
    pays: Timing | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A run in words and tables of one language."""

    language: Language
    title: str
    remarks: tuple[str, ...]
    strategies: tuple[StrategyReport, ...]
    cost_effectiveness: tuple[SideBySide, ...]
    notes: tuple[str, ...]
    manifest: Manifest
    indicators: tuple[Indicator, ...]


def build_report(scenario: Scenario, outcomes: Outcomes, language: Language) -> Report:
    """Tell the outcomes of the base row."""
    teller = _Strategies(scenario, outcomes, language)
    manifest = manifest_of(scenario, outcomes)
    alternatives = [name for name in scenario.strategies if name != scenario.comparator]
    told = [teller.alternative(name) for name in alternatives] or [teller.single(scenario.comparator)]
    return Report(
        language,
        teller.words(scenario.scenario.title),
        teller.remarks(),
        tuple(told),
        tell_cost_effectiveness(scenario, teller.findings, teller.perspective, teller.payer, language),
        Notes(scenario, outcomes, language).told(manifest),
        manifest,
        (*indicators(outcomes), *key_indicators(scenario, outcomes)),
    )


class _Strategies(Teller):
    """Puts the blocks of a strategy together."""

    def remarks(self) -> tuple[str, ...]:
        about = self.scenario.scenario
        checked = None if self.scenario.is_unchecked else about.checked
        state = (
            self.say("unchecked") if checked is None else self.say("checked", by=checked.by, on=checked.on)
        )
        return (*([self.words(about.note)] if about.note else []), state)

    def alternative(self, strategy: str) -> StrategyReport:
        of_run = (self.scenario, self.outcomes, self.language)
        breakdown = Breakdown(*of_run)
        table = breakdown.table(strategy, relief=True)
        by_chance, by_draws, waiting = ChanceTeller(*of_run), DrawsTeller(*of_run), QueueTeller(*of_run)
        sentences = (*by_chance.sentences(strategy), *by_draws.sentences(strategy))
        pays = timing(self.outcomes.model, strategy, self.perspective)
        first, *others = Headline(*of_run).told(strategy, pays)
        return StrategyReport(
            (first, *sentences, *others, *waiting.sentences(strategy)),
            (*Ratios(*of_run).told(strategy), *self._beside_money(strategy)),
            table,
            breakdown.waterfall(strategy),
            breakdown.mechanisms(strategy, table),
            Dependence(*of_run).told(strategy),
            self._bridges(strategy),
            by_chance.told(strategy),
            by_draws.tables(strategy),
            tell_key_figures(self.scenario, self.findings, strategy, self.language),
            waiting.tables(strategy),
            sentences,
            pays,
        )

    def single(self, strategy: str) -> StrategyReport:
        cost = float(self.findings.cost(strategy, self.part())[0])
        title = self.words(self.scenario.strategies[strategy].title)
        sentence = self.say(
            "cost", years=self.years, strategy=title, amount=euro(cost, self.language), payer=self.payer
        )
        return StrategyReport(
            (sentence,),
            self._beside_money(strategy),
            Breakdown(self.scenario, self.outcomes, self.language).table(strategy, relief=False),
            bridges=self._bridges(strategy),
            chance=ChanceTeller(self.scenario, self.outcomes, self.language).told(strategy),
            key_figures=tell_key_figures(self.scenario, self.findings, strategy, self.language),
            queues=QueueTeller(self.scenario, self.outcomes, self.language).tables(strategy),
        )

    def _bridges(self, strategy: str) -> tuple[SideBySide, ...]:
        """The way from last result and appropriation to the forecast, product by product."""
        return tuple(
            tell_bridge(self.scenario, bridge, self.payer, self.language).side_by_side(self.language)
            for bridge in bridges(self.scenario, self.outcomes, strategy)
        )

    def _beside_money(self, strategy: str) -> tuple[SideBySide, ...]:
        return tell_outcomes(self.scenario, self.findings, strategy, self.perspective, self.language)
