"""Where programmes act in a flow diagram: whom they take in stands in boxes, what they change on arrows."""

from collections.abc import Iterator
from typing import assert_never

from prevention_sim.report.amounts import Amounts
from prevention_sim.report.diagram_wording import tell
from prevention_sim.report.numbers import plain
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
from prevention_sim.scenario.interventions import Enrolment, Intervention
from prevention_sim.scenario.moves import moves_changed, moves_of

Place = str | tuple[str, str]
"""A box by its id, or an arrow by the boxes it joins."""


def marks_of(scenario: Scenario, amounts: Amounts) -> dict[Place, list[str]]:
    """What to write where, in the order of the file."""
    marker = _Marker(scenario, amounts)
    found: dict[Place, list[str]] = {}
    for name, programme in scenario.interventions.items():
        for place, mark in marker.of(name, programme):
            lines = found.setdefault(place, [])
            if mark not in lines:
                lines.append(mark)
    return found


class _Marker:
    """Reads marks off programmes."""

    def __init__(self, scenario: Scenario, amounts: Amounts) -> None:
        self.scenario, self.amounts, self.language = scenario, amounts, amounts.language

    def of(self, name: str, programme: Intervention) -> Iterator[tuple[Place, str]]:
        title = programme_name(self.scenario, name, self.amounts)
        path = f"interventions.{name}"
        for position, enrolment in enumerate(programme.enrolment):
            mark = self._takes(enrolment, f"{path}.enrolment[{position}]", title)
            yield from ((state, mark) for state in enrolment.in_)
        for position, effect in enumerate(programme.effects):
            yield from self._effect(programme, effect, f"{path}.effects[{position}]", title)

    def _takes(self, enrolment: Enrolment, path: str, title: str) -> str:
        count = 100.0
        for key in ("reach", "uptake"):
            if getattr(enrolment, key) is not None:
                count *= self.amounts.value(f"{path}.{key}")
        shown = plain(count, self.language, 1)
        return tell(self.language, f"takes_{enrolment.of}", programme=title, count=shown)

    def _effect(
        self, programme: Intervention, effect: Effect, path: str, title: str
    ) -> Iterator[tuple[Place, str]]:
        match effect:
            case Changes():
                mark = tell(self.language, effect.kind, programme=title, ratio=self._ratio(path))
                if effect.while_ == "waiting":
                    mark = tell(self.language, "while_waiting", mark=mark)
                yield from ((move, mark) for move in moves_changed(self.scenario, programme, effect))
            case ChangesStay():
                mark = tell(
                    self.language, "other_stay", programme=title, mean=self.amounts.text(f"{path}.mean")
                )
                yield from (((effect.state, to), mark) for to in self.scenario.stays[effect.state].to)
            case ChangesEntry():
                for stream in effect.streams:
                    kind = "intake" if stream in self.scenario.caseload.intake else "arrivals"
                    mark = tell(self.language, "entry", programme=title, ratio=self._ratio(path))
                    yield f"{kind}.{stream}", mark
            case Diverts() if effect.also:
                count = plain(100.0 * self.amounts.value(f"{path}.share"), self.language, 1)
                state = self.amounts.state(effect.into)
                mark = tell(self.language, "diverts_move", programme=title, count=count, state=state)
                yield from (
                    ((origin, to), mark) for origin, to in moves_of(self.scenario) if to in effect.from_
                )
            case Diverts() | MovesStock() | ChangesWeight():
                return
            case _:
                assert_never(effect)

    def _ratio(self, path: str) -> str:
        if self.amounts.differs(f"{path}.ratio"):
            return tell(self.language, "by_case")
        return tell(self.language, "times", ratio=self.amounts.text(f"{path}.ratio"))


def programme_name(scenario: Scenario, name: str, amounts: Amounts) -> str:
    """Its title, or just `Programm` where there is no other."""
    if len(scenario.interventions) == 1:
        return tell(amounts.language, "programme")
    return amounts.words(scenario.interventions[name].title)
