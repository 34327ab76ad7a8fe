"""Whole amounts that lead from one to another: levels that stand on the ground, and changes between them."""

from dataclasses import dataclass

from prevention_sim.report.numbers import Language, decimal
from prevention_sim.report.side_by_side import SideBySide


@dataclass(frozen=True, slots=True)
class Stair:
    """One amount; a level says how much it is by then, a change by how much it is more or less."""

    name: str
    amount: int
    note: str = ""
    is_level: bool = False


@dataclass(frozen=True, slots=True)
class Staircase:
    """Stairs that add up: each level is what the changes before it come to."""

    title: str
    unit: str
    stairs: tuple[Stair, ...]
    reason: str = ""

    def side_by_side(self, language: Language) -> SideBySide:
        """The same as figures under each other."""
        figures = tuple((stair.name, decimal(stair.amount, language), stair.note) for stair in self.stairs)
        return SideBySide(self.title, figures, self.reason)
