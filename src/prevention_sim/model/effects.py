"""What each effect kind does to chances and entries; what may be written stands in `scenario/effects.py`.

Whom a programme takes in, and whom it diverts, is in `model/programmes.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, assert_never

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import Columns, apply, evaluate
from prevention_sim.model.figures import CLOCK, cycles_of, in_cycles, in_place, whole_cycles
from prevention_sim.model.leaving import RATIOS, Leave, after_mean_stay, changed_by
from prevention_sim.model.network import Cell, Treatment
from prevention_sim.scenario.clocks import SINCE_ENROLMENT
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import (
    Changes,
    ChangesEntry,
    ChangesStay,
    ChangesWeight,
    Diverts,
    Effect,
    MovesStock,
)
from prevention_sim.scenario.expressions import Expression, Name, Number
from prevention_sim.scenario.moves import moves_of, period_written

ORDER: Final = (*RATIOS, "stay")

POSITION: Final = f"{CLOCK}position of "
"""How the columns begin that hold where the clock of a programme stands, in cycles."""


@dataclass(frozen=True, slots=True)
class Change:
    """An effect on the chance of one move out of a state, or on the whole of a stay.

    `ratios` stand by stratum; of a stay, they are its chance to end, under its modifiers. A risk or odds
    ratio is about some `cycles`. Afterwards it `lasts`, fades over some cycles, or ends (0). It acts on those
    only who also take part in the programmes it goes `together_with`; or, `waiting`, on those who wait for
    the programme.
    """

    programme: str
    path: str
    kind: str
    move: tuple[str, str]
    ratios: tuple[Expression, ...]
    stay: str | None = None
    cycles: Fraction | None = None
    lasts: bool = False
    fades: int = 0
    together_with: frozenset[str] = frozenset()
    waiting: bool = False

    def in_cell(self, cell: Cell, programmes: frozenset[str]) -> "Acting | None":
        """How it acts in a cell of a strategy that has some programmes."""
        needed = {self.programme, *self.together_with}
        if self.move[0] != cell.state or not needed <= programmes:
            return None
        if not all(cell.takes_part(other) for other in self.together_with):
            return None
        if self.waiting:
            return Acting(self, fading=False) if cell.waits_for(self.programme) else None
        if cell.takes_part(self.programme):
            return Acting(self, fading=False)
        left = Treatment(self.programme, "after") in cell.status
        return Acting(self, fading=self.fades > 0) if left and (self.lasts or self.fades) else None


@dataclass(frozen=True, slots=True)
class Acting:
    """An effect in a cell: in full, or fading with the cell's clock."""

    change: Change
    fading: bool

    def ratio(self, columns: Columns, stratum: int) -> FloatArray:
        """The ratio at each moment and row; for a stay, its chance to end."""
        programme = self.change.programme
        enrolled = columns.get(CLOCK + SINCE_ENROLMENT + programme)
        own = columns if enrolled is None else {**columns, CLOCK + SINCE_ENROLMENT: enrolled}
        found = evaluate(self.change.ratios[stratum], own)
        if not self.fading:
            return found
        fades = evaluate(Number(float(self.change.fades)), columns)
        return apply("faded", [found, columns[POSITION + programme], fades])

    def applied(self, chance: FloatArray, ratio: FloatArray) -> FloatArray:
        """A chance under the effect."""
        with_ratio = changed_by(self.change.kind, Name("chance"), Name("ratio"), self.change.cycles)
        return evaluate(with_ratio, {"chance": chance, "ratio": ratio})


@dataclass(frozen=True, slots=True)
class Effects:
    """Compiles the effects on chances of every intervention that some strategy has."""

    scenario: Scenario
    calendar: Calendar
    strata: tuple[str, ...]
    moves: tuple[tuple[str, str], ...]

    def compiled(self) -> tuple[Change, ...]:
        """The effects in the order in which they act on one chance: hazard, then risk, then odds ratios."""
        wanted = {name for strategy in self.scenario.strategies.values() for name in strategy.interventions}
        found = [
            change
            for programme in sorted(wanted)
            for position, effect in enumerate(self.scenario.interventions[programme].effects)
            for change in self._of(programme, f"interventions.{programme}.effects[{position}]", effect)
        ]
        return tuple(sorted(found, key=lambda change: ORDER.index(change.kind)))

    def _of(self, programme: str, path: str, effect: Effect) -> Iterator[Change]:
        match effect:
            case Changes():
                yield from self._ratios(programme, path, effect)
            case ChangesStay():
                written, where = self.scenario.stays[effect.state], f"stays.{effect.state}"
                stay = Leave(self.scenario, self.calendar, written, where)
                ends = after_mean_stay(self.scenario, effect.mean, Name(f"{path}.mean"), stay.cycle_years)
                yield Change(
                    programme=programme,
                    path=f"{path}.mean",
                    kind="stay",
                    move=(effect.state, ""),
                    ratios=tuple(stay.modified(ends, stratum) for stratum in self.strata),
                    stay=where,
                )
            case Diverts() | MovesStock() | ChangesEntry() | ChangesWeight():
                return
            case _:
                assert_never(effect)

    def _ratios(self, programme: str, path: str, effect: Changes) -> Iterator[Change]:
        """One for each move it is about."""
        fades = 0 if effect.fades_over is None else whole_cycles(self.calendar, effect.fades_over)
        for origin, to in self.moves:
            if origin in (effect.from_ or (origin,)) and to in (effect.to or (to,)):
                yield Change(
                    programme=programme,
                    path=f"{path}.ratio",
                    kind=effect.kind,
                    move=(origin, to),
                    ratios=tuple(
                        in_place(self.scenario, effect.ratio, f"{path}.ratio", stratum)
                        for stratum in self.strata
                    ),
                    cycles=self._cycles_over(effect, origin, to),
                    lasts=effect.afterwards == "lasts",
                    fades=fades,
                    together_with=frozenset(effect.with_ or ()),
                    waiting=effect.while_ == "waiting",
                )

    def _cycles_over(self, effect: Changes, origin: str, to: str) -> Fraction | None:
        """How many cycles a risk or odds ratio is about: as written, else the period of the move's chance."""
        if effect.kind == "hazard_ratio":
            return None
        if effect.over is not None:
            return cycles_of(self.calendar, effect.over)
        along = moves_of(self.scenario)[origin, to]
        periods = {period_written(self.scenario, each) for each in along}
        return in_cycles(self.calendar, periods.pop()) if len(periods) == 1 else None


def entry_ratios(scenario: Scenario) -> Mapping[str, tuple[tuple[str, Expression], ...]]:
    """By stream, the programmes that change how many cases it brings, each with its ratio."""
    found: dict[str, tuple[tuple[str, Expression], ...]] = {}
    for programme in sorted(scenario.interventions):
        for position, effect in enumerate(scenario.interventions[programme].effects):
            if isinstance(effect, ChangesEntry):
                ratio = Name(f"interventions.{programme}.effects[{position}].ratio")
                for stream in effect.streams:
                    found[stream] = (*found.get(stream, ()), (programme, ratio))
    return found
