"""What a renderer of files is given, and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.report.numbers import Language
from prevention_sim.scenario.document import Scenario


class ToRender(NamedTuple):
    """A run, the language it is told in, and the day that stands on it."""

    scenario: Scenario
    outcomes: Outcomes
    language: Language
    made: date

    @property
    def name(self) -> str:
        """How its files are called: from the id, which has only letters, digits and underscores."""
        return f"{self.scenario.scenario.id}.{self.language}"


@dataclass(frozen=True, slots=True)
class Rendered:
    """Files by their name, and what the reader should know about them."""

    files: Mapping[str, bytes]
    remarks: tuple[str, ...] = ()


Render: TypeAlias = Callable[[ToRender], Rendered]
"""A renderer is a function `render` in a module of its own, and a line in `cli/report.py`."""
