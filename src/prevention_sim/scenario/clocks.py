"""Names a formula may read that differ between cases: how long something has lasted, attributes of strata.

They may stand where a chance, a rate or a ratio is written: under stays, breakdowns, transitions and effects.
All are in years, taken at the start of a cycle.
"""

from collections.abc import Iterator
from typing import Final

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.expressions import names_in

AGE: Final = "age"
SINCE_ENTRY: Final = "years_since_entry"
SINCE_START: Final = "years_since_start"
SINCE_ENROLMENT: Final = "years_since_enrolment"

CLOCKS: Final = (AGE, SINCE_ENTRY, SINCE_START, SINCE_ENROLMENT)
"""Age; time in the state; time since the first month of the file; time since a programme took the case in."""

SECTIONS: Final = ("stays", "breakdowns", "transitions", "interventions")
"""Where they may be read."""


def clocks_read(figure: Figure) -> Iterator[str]:
    """The clocks that a number follows."""
    if isinstance(figure.value, Formula):
        yield from (name for name in dict.fromkeys(names_in(figure.value.expression)) if name in CLOCKS)


def differs_between_cases(scenario: Scenario, figure: Figure) -> bool:
    """Whether a formula reads a clock or an attribute, so that it is no single number."""
    value = figure.value
    return isinstance(value, Formula) and any(
        name not in scenario.readable for name in names_in(value.expression)
    )
