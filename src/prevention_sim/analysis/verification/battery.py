"""Everything `prevsim verify` asks a scenario: what its author expects, the battery, and what it implies."""

from dataclasses import dataclass

from prevention_sim.analysis.expectations import Comparison, compare_expectations
from prevention_sim.analysis.verification import CHECKS
from prevention_sim.analysis.verification.bench import Bench, Verdict, verdicts
from prevention_sim.analysis.verification.face_validity import Implied, doubts_of_run, implied_figures
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.finding import Finding


@dataclass(frozen=True, slots=True)
class Verification:
    """Expectations, verdicts, figures for a look with common sense, and doubts with their places."""

    comparisons: tuple[Comparison, ...]
    verdicts: tuple[Verdict, ...]
    figures: tuple[Implied, ...]
    doubts: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether every expectation holds and no check fails; doubts do not count."""
        return all(comparison.holds for comparison in self.comparisons) and all(
            verdict.outcome != "failed" for verdict in self.verdicts
        )


def verify(scenario: Scenario) -> Verification:
    """Put a scenario on the bench."""
    bench = Bench(scenario, compile_model(scenario).by_cheapest_engine())
    found, figures = verdicts(bench, CHECKS), implied_figures(bench)
    return Verification(
        compare_expectations(scenario, bench.base),
        found,
        figures,
        tuple(doubts_of_run(bench, figures, found)),
    )
