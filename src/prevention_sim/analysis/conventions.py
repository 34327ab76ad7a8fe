"""The same scenario under other conventions: how much of a result is a way of counting."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal

from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.settings import Conventions, CountingRule, OwnWeights
from prevention_sim.scenario.time_checks import simpson_is_possible

COUNTING: Final[tuple[CountingRule, ...]] = ("start", "end", "half_cycle")
CONVERSION: Final[tuple[Literal["separate", "competing"], ...]] = ("separate", "competing")


@dataclass(frozen=True, slots=True)
class UnderConventions:
    """The outcomes under one pair of conventions, or why there are none."""

    conventions: Conventions
    as_written: bool
    outcomes: Outcomes | None
    refusal: ModelError | None = None


def under_all_conventions(scenario: Scenario) -> Iterator[UnderConventions]:
    """The base row under every way of counting and of turning chances into a cycle's moves."""
    for counting, conversion in product(countings_of(scenario), CONVERSION):
        conventions = scenario.conventions.model_copy(update={"counting": counting, "conversion": conversion})
        as_written = conventions == scenario.conventions
        varied = scenario.model_copy(update={"conventions": conventions})
        try:
            yield UnderConventions(conventions, as_written, evaluate_base(compile_model(varied)))
        except ModelError as error:
            yield UnderConventions(conventions, as_written, None, error)


def countings_of(scenario: Scenario) -> tuple[CountingRule | OwnWeights, ...]:
    """The rules that always hold, Simpson's where it is possible, and weights the file itself writes."""
    written = scenario.conventions.counting
    simpson: tuple[CountingRule, ...] = ("simpson",) if simpson_is_possible(scenario) else ()
    return (*COUNTING, *simpson, *([written] if isinstance(written, OwnWeights) else []))
