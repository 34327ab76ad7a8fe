"""What every block of a report needs to tell its part."""

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.report.numbers import Language
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.parts import Title


class Teller:
    """Puts figures into words; holds what every sentence needs: file, findings and language."""

    def __init__(self, scenario: Scenario, outcomes: Outcomes, language: Language) -> None:
        """Begin with the findings and the first perspective."""
        self.scenario, self.outcomes, self.language = scenario, outcomes, language
        self.findings = Findings(outcomes)
        self.perspective: Perspective = self.findings.perspectives()[0]
        self.window = self.findings.years("window")
        self.rule = scenario.scenario.case_count

    def words(self, title: Title) -> str:
        """A title in the language of the report."""
        return title.told(self.language)

    def say(self, key: str, **fields: str | int) -> str:
        """A sentence of the catalogue with its fields."""
        return say(self.language, key, **fields)

    @property
    def payer(self) -> str:
        """Whose budget the report is about."""
        bearers = self.findings.bearers(self.perspective)
        if len(bearers) == 1:
            return self.words(self.scenario.bearers[bearers[0]].title)
        return self.say(f"perspective_{self.perspective}")

    @property
    def placement(self) -> str:
        """The states that count as placement."""
        return ", ".join(
            self.words(self.scenario.states[name].title) for name in sorted(self.outcomes.model.placements)
        )

    @property
    def years(self) -> str:
        """The budget window."""
        return span(self.window)

    def part(self, *years: int, valuation: str = "nominal") -> Slice:
        """Some years of the window, or all of it."""
        return Slice(years or self.window, valuation, perspective=self.perspective)


def span(years: tuple[int, ...]) -> str:
    """`2012`, or `2012–2015`."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
