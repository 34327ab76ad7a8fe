"""What chance adds, in words and a table: for runs that simulate persons."""

from functools import cached_property

from prevention_sim.analysis.chance import Chance, chance
from prevention_sim.engines import COUNTERS
from prevention_sim.report.key_figures import KeyFigureTable
from prevention_sim.report.numbers import about_euro, counted, decimal, euro, percent
from prevention_sim.report.teller import Teller

THOUSAND = 1000.0


class ChanceTeller(Teller):
    """Tells how far single replications lie apart, and how sure their mean is."""

    def told(self, strategy: str) -> KeyFigureTable | None:
        """The cost of each year as it is expected and in bad years; None where nothing is left to chance."""
        if self.outcomes.engine not in COUNTERS:
            return None
        found = self._found
        rows = []
        for name in dict.fromkeys((self.scenario.comparator, strategy)):
            title = self.words(self.scenario.strategies[name].title)
            spreads = [found.of_year(name, year) for year in self.window]
            rows += [
                (title, *(self._thousands(each.mean) for each in spreads)),
                (f"  {self.say('chance_p90')}", *(self._thousands(each.quantile(0.90)) for each in spreads)),
                (f"  {self.say('chance_p95')}", *(self._thousands(each.quantile(0.95)) for each in spreads)),
            ]
        notes = (self.say(counted("chance_rule", found.replications), count=found.replications),)
        title = self.say("chance_title", payer=self.payer)
        return KeyFigureTable(title, tuple(map(str, self.window)), tuple(rows), notes)

    def sentences(self, strategy: str) -> list[str]:
        """Beside the headline: how sure the mean is, how wide chance goes, and a warning of small numbers."""
        if self.outcomes.engine not in COUNTERS or strategy == self.scenario.comparator:
            return []
        relief = self._found.relief(strategy, self.window)
        count = self._found.replications
        if count == 1:
            return [self.say("chance_once")]
        told = [
            self.say(
                "chance_error",
                count=decimal(count, self.language),
                mean=euro(relief.mean, self.language),
                error=about_euro(relief.half_width, self.language),
            ),
            self.say(
                "chance_range",
                low=about_euro(relief.quantile(0.05), self.language),
                high=about_euro(relief.quantile(0.95), self.language),
                share=percent(float((relief.values > 0.0).mean()), self.language),
            ),
        ]
        return [*told, self.say("chance_small")] if relief.wide else told

    @cached_property
    def _found(self) -> Chance:
        return chance(self.outcomes.model, self.perspective)

    def _thousands(self, amount: float) -> str:
        return decimal(amount / THOUSAND, self.language)
