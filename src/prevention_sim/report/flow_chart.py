"""What a flow diagram shows: boxes, arrows and their labels. Where they stand is `flow_layout.py`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Final, Literal

from prevention_sim.report.amounts import Amounts
from prevention_sim.report.diagram_wording import tell
from prevention_sim.report.flow_marks import marks_of, programme_name
from prevention_sim.report.numbers import Language, plain
from prevention_sim.scenario.caseload import Into, Move, Stay
from prevention_sim.scenario.counterfactual import destination_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import Diverts, MovesStock
from prevention_sim.scenario.interventions import Intervention, effects_of
from prevention_sim.scenario.matrix import cells_of
from prevention_sim.scenario.parts import Period

BoxKind = Literal["source", "state", "placement"]
ArrowKind = Literal["move", "diverted"]

LINE_LENGTH: Final = 24
"""Letters on a line; a longer word stands alone and widens its box."""


@dataclass(frozen=True, slots=True)
class Box:
    """A state, or a stream of cases from outside; `marks` say which programme acts there."""

    id: str
    kind: BoxKind
    lines: tuple[str, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """Cases on their way from one box to another; `diverted` are those a programme takes in.

    `marks` say which programme changes how many move.
    """

    origin: str
    destination: str
    kind: ArrowKind
    lines: tuple[str, ...]
    programme: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowChart:
    """A diagram in words; `description` says it to people who cannot see it."""

    language: Language
    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    @property
    def programmes(self) -> tuple[str, ...]:
        """The titles of the programmes that take somebody in, in the order of the file."""
        return tuple(dict.fromkeys(arrow.programme for arrow in self.arrows if arrow.programme))

    @property
    def is_marked(self) -> bool:
        """Whether a programme acts in a box or on an arrow."""
        return any(box.marks for box in self.boxes) or any(arrow.marks for arrow in self.arrows)


def flow_chart(scenario: Scenario, language: Language) -> FlowChart:
    """The states of a file, how cases come and move, and where programmes act."""
    charter = _Charter(scenario, language)
    marks = {place: _lines(texts) for place, texts in marks_of(scenario, charter.amounts).items()}
    boxes = tuple(
        replace(box, marks=marks.get(box.id, ())) for box in (*charter.sources(), *charter.states())
    )
    arrows = tuple(
        replace(arrow, marks=marks.get((arrow.origin, arrow.destination), ()))
        if arrow.kind == "move"
        else arrow
        for arrow in _merged([*charter.entries(), *charter.diversions(), *charter.moves()])
    )
    names = {box.id: " ".join(box.lines) for box in boxes}
    flows = " ".join(
        tell(
            language,
            "flow",
            origin=names[arrow.origin],
            destination=names[arrow.destination],
            label=", ".join((*arrow.lines, *arrow.marks)),
        )
        + "."
        for arrow in arrows
    )
    acting = [
        tell(language, "acting", box=names[box.id], marks=" ".join(box.marks)) for box in boxes if box.marks
    ]
    flows = " ".join((flows, *acting))
    title = charter.amounts.words(scenario.scenario.title)
    return FlowChart(language, title, tell(language, "described", flows=flows), boxes, arrows)


def _merged(arrows: list[Arrow]) -> Iterator[Arrow]:
    """One arrow per pair of boxes, kind and programme, with all its labels."""
    together: dict[tuple[str, str, ArrowKind, str], list[str]] = {}
    for arrow in arrows:
        which = (arrow.origin, arrow.destination, arrow.kind, arrow.programme)
        together.setdefault(which, []).extend(arrow.lines)
    for (origin, destination, kind, programme), lines in together.items():
        yield Arrow(origin, destination, kind, _lines(lines), programme)


def _lines(texts: list[str]) -> tuple[str, ...]:
    return tuple(piece for text in texts for piece in wrapped(text))


def wrapped(text: str) -> tuple[str, ...]:
    """A text on short lines, broken between words only, and not after a paragraph or multiplication sign."""
    return tuple(
        wrap(
            text.replace("§ ", "§\N{NO-BREAK SPACE}").replace("× ", "×\N{NO-BREAK SPACE}"),
            LINE_LENGTH,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


class _Charter:
    """Reads boxes and arrows off a file."""

    def __init__(self, scenario: Scenario, language: Language) -> None:
        self.scenario, self.language = scenario, language
        self.amounts = Amounts(scenario, language)

    def tell(self, key: str, **fields: str | int) -> str:
        return tell(self.language, key, **fields)

    def streams(self) -> Iterator[tuple[str, float, Into]]:
        """Id, cases (per year, or in one group) and destination of each stream from outside."""
        for name, intake in self.scenario.caseload.intake.items():
            path = f"caseload.intake.{name}.value"
            yield f"intake.{name}", self.amounts.value(path), destination_of(self.scenario, intake)
        for name, arrivals in self.scenario.caseload.arrivals.items():
            yield (
                f"arrivals.{name}",
                self.amounts.per_year(f"caseload.arrivals.{name}.value"),
                destination_of(self.scenario, arrivals),
            )

    def sources(self) -> Iterator[Box]:
        for id_, count, _ in self.streams():
            kind, name = id_.split(".")
            fields = {"amount": self.amounts.cases(count)}
            if kind == "intake":
                fields["month"] = self.amounts.month(self.scenario.caseload.intake[name].at)
            yield Box(id_, "source", wrapped(self.tell(kind, **fields)))

    def states(self) -> Iterator[Box]:
        for name, state in self.scenario.states.items():
            there = sum(
                cases * self._share_bound_for(name, destination_of(self.scenario, stock))
                for key, stock in self.scenario.caseload.stock.items()
                for cases in [self.amounts.value(f"caseload.stock.{key}.value")]
            )
            stock = wrapped(self.tell("stock", amount=self.amounts.cases(there))) if there else ()
            kind: BoxKind = "placement" if "placement" in state.tags else "state"
            yield Box(name, kind, (*wrapped(self.amounts.words(state.title)), *stock))

    def _share_bound_for(self, state: str, into: Into) -> float:
        if isinstance(into, str):
            return float(into == state)
        return sum(self.amounts.stratum_share(stratum) for stratum, target in into.items() if target == state)

    def entries(self) -> Iterator[Arrow]:
        for id_, count, into in self.streams():
            for state in _destinations(into):
                entering = plain(count * self._share_bound_for(state, into), self.language)
                amount = self.tell("per_year", count=entering) if id_.startswith("arrivals") else entering
                yield Arrow(id_, state, "move", (amount,))

    def diversions(self) -> Iterator[Arrow]:
        for programme, intervention in self.scenario.interventions.items():
            title = self.amounts.words(intervention.title)
            name = programme_name(self.scenario, programme, self.amounts)
            yield from self._of_stock(programme, intervention, name)
            for path, effect in effects_of({programme: intervention}, Diverts):
                share = self.amounts.value(f"{path}.share")
                count = plain(100.0 * share, self.language, 1)
                for id_, _, into in self.streams():
                    bound = [state for state in effect.from_ if state in _destinations(into)]
                    if bound:
                        origin = ", ".join(map(self.amounts.state, bound))
                        lines = (
                            self.tell("takes", programme=name, count=count),
                            self.tell("instead", origin=origin),
                        )
                        yield Arrow(id_, effect.into, "diverted", lines, title)

    def _of_stock(self, programme: str, intervention: Intervention, name: str) -> Iterator[Arrow]:
        title = self.amounts.words(intervention.title)
        for position, effect in enumerate(intervention.effects):
            if isinstance(effect, MovesStock):
                share = self.amounts.value(f"interventions.{programme}.effects[{position}].share")
                count = plain(100.0 * share, self.language, 1)
                lines = (self.tell("takes", programme=name, count=count), self.tell("at_start"))
                yield from (Arrow(origin, effect.into, "diverted", lines, title) for origin in effect.from_)

    def moves(self) -> Iterator[Arrow]:
        yield from self._stays()
        yield from self._counted()
        yield from self._in_matrix()
        for section in ("breakdowns", "transitions"):
            for position, move in enumerate(getattr(self.scenario, section)):
                lines = [self._chance(move, f"{section}[{position}]")]
                if move.strata:
                    titles = [self.amounts.words(self.amounts.group(name)) for name in move.strata]
                    lines.append(self.tell("only", strata=", ".join(titles)))
                for origin in move.from_:
                    yield Arrow(origin, move.to, "move", tuple(lines))

    def _chance(self, move: Move, path: str) -> str:
        if move.law is not None or self.amounts.varies(move, path):
            return self.tell("by_stay" if move.law else "by_case")
        return f"{self.amounts.percent(self.amounts.chance_per_year(move, path))} {self.amounts.a_year}"

    def _mean(self, name: str, stay: Stay) -> str:
        if self.amounts.varies(stay, f"stays.{name}"):
            return self.tell("by_stay" if stay.law else "by_case")
        return self.tell("mean", months=self.amounts.months(self.amounts.mean_months(name)))

    def _stays(self) -> Iterator[Arrow]:
        for name, stay in self.scenario.stays.items():
            if stay.over is not None:
                continue
            mean = self._mean(name, stay)
            for target in stay.to:
                share = self.amounts.share(stay.to, target, f"stays.{name}.to.{{}}")
                of_hundred = self.tell("of_hundred", count=plain(100.0 * share, self.language, 1))
                line = mean if share == 1.0 else self.tell("then", mean=mean, share=of_hundred)
                yield Arrow(name, target, "move", (line,))

    def _counted(self) -> Iterator[Arrow]:
        for name, stay in self.scenario.stays.items():
            if stay.over is not None:
                counts = {to: self.amounts.value(f"stays.{name}.counts.{to}") for to in stay.counts}
                yield from self._after(name, counts, sum(counts.values()), stay.over)

    def _in_matrix(self) -> Iterator[Arrow]:
        matrix = self.scenario.matrix
        if matrix is None:
            return
        for name, row in cells_of(self.scenario).items():
            written = {
                to: self.amounts.value(cell.path) for to, cell in row.items() if cell.written != "rest"
            }
            rest = 1.0 - sum(written.values())
            shares = {to: 100.0 * written.get(to, rest) for to in row}
            yield from self._after(name, shares, 100.0, matrix.period)

    def _after(
        self, origin: str, counts: Mapping[str, float], seen: float, period: Period
    ) -> Iterator[Arrow]:
        """Where cases were after a period; where nobody went, there is no arrow."""
        for target, count in counts.items():
            if count and target != origin:
                seen_there = self.tell(
                    "after", count=plain(count, self.language, 2), seen=plain(seen, self.language)
                )
                later = self.tell("later", period=period.told(self.language))
                yield Arrow(origin, target, "move", (seen_there, later))


def _destinations(into: Into) -> list[str]:
    return [into] if isinstance(into, str) else list(dict.fromkeys(into.values()))
