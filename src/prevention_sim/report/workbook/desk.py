"""What every sheet needs at hand: the run, the words for its parts, and the sheets so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings
from prevention_sim.economics.ledger import SHARED
from prevention_sim.foundation.languages import Both, Language
from prevention_sim.model.compile import EVERYBODY
from prevention_sim.model.model import Line, Model
from prevention_sim.model.network import Cell
from prevention_sim.report.workbook.pages import Page, sheet_name
from prevention_sim.report.workbook_wording import TEXTS
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.lines import lines_by_name


@dataclass(frozen=True)
class Desk:
    """A run of the base row in one language; `why_values` says why nothing recalculates (None: it does)."""

    scenario: Scenario
    outcomes: Outcomes
    language: Language
    why_values: Both | None
    pages: list[Page] = field(default_factory=list)

    @property
    def model(self) -> Model:
        """The compiled scenario."""
        return self.outcomes.model

    @property
    def findings(self) -> Findings:
        """What the run says."""
        return Findings(self.outcomes)

    @property
    def strategies(self) -> list[int]:
        """The positions of the strategies, the comparator first."""
        comparator = self.model.strategies.index(self.model.comparator)
        return [comparator, *(at for at in range(len(self.model.strategies)) if at != comparator)]

    def page(self, wanted: str) -> Page:
        """A new sheet at the end."""
        page = Page(sheet_name(wanted, [page.name for page in self.pages]), live=self.why_values is None)
        self.pages.append(page)
        return page

    def say(self, key: str, **fields: object) -> str:
        """A sentence of the catalogue; what stands in braces is filled in."""
        return TEXTS[key].told(self.language).format(**fields)

    def strategy(self, name: str) -> str:
        """What a strategy is called."""
        return self.scenario.strategies[name].title.told(self.language)

    def stratum(self, name: str) -> str:
        """What a group of cases is called."""
        if name == EVERYBODY:
            return self.say("everybody")
        if name == SHARED:
            return self.say("shared")
        return strata_of(self.scenario)[name].title.told(self.language)

    def state(self, name: str) -> str:
        """What a state is called."""
        return self.scenario.states[name].title.told(self.language)

    def cell(self, cell: Cell) -> str:
        """A state, and who is meant of those in it."""
        told = [
            self.say(
                each.stage, programme=self.scenario.interventions[each.programme].title.told(self.language)
            )
            for each in cell.status
        ]
        return ", ".join([self.state(cell.state), *told])

    def line(self, line: Line) -> str:
        """What a line is called."""
        return lines_by_name(self.scenario)[line.item].title.told(self.language)

    def budget_row(self, line: Line) -> str:
        """In which row of the budget a line stands; empty where the file does not say."""
        return lines_by_name(self.scenario)[line.item].row or ""

    def bearer(self, name: str) -> str:
        """What a bearer is called."""
        return self.scenario.bearers[name].title.told(self.language)

    def span(self, cycles: Sequence[int]) -> str:
        """When something runs, by the cycles in which it does."""
        calendar = self.model.calendar
        if not cycles:
            return self.say("never")
        if len(cycles) == calendar.cycles:
            return self.say("always")
        first, last = calendar.name_of(cycles[0]), calendar.name_of(cycles[-1])
        return first if first == last else self.say("span", first=first, last=last)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What the parts of the file are called, by their path, for numbers that stand in them."""
        scenario, found = self.scenario, {"conventions.discounting": self.say("discounting")}
        for section in ("states", "bearers", "costs", "income", "outcomes", "strata"):
            for name, part in getattr(scenario, section).items():
                found[f"{section}.{name}"] = part.title.told(self.language)
        for name, stratum in strata_of(scenario).items():
            found[f"without.{name}"] = stratum.title.told(self.language)
        for name in scenario.stays:
            found[f"stays.{name}"] = self.state(name)
        for section in ("breakdowns", "transitions"):
            for at, move in enumerate(getattr(scenario, section)):
                origins = ", ".join(self.state(name) for name in move.from_)
                found[f"{section}[{at}]"] = f"{origins} → {self.state(move.to)}"
        for name in scenario.interventions:
            found |= self._titles_of(name)
        return found

    def _titles_of(self, programme: str) -> dict[str, str]:
        """Likewise of an intervention, its effects and its lines."""
        written, path = self.scenario.interventions[programme], f"interventions.{programme}"
        title = written.title.told(self.language)
        found = {path: title}
        for at in range(len(written.effects)):
            found[f"{path}.effects[{at}]"] = self.say("effect", programme=title, number=at + 1)
        for section in ("costs", "income"):
            for name, line in getattr(written, section).items():
                found[f"{path}.{section}.{name}"] = line.title.told(self.language)
        return found
