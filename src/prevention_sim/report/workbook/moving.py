"""The sheet of moves: from stays, rates and chances as written to the chance of each way in a cycle.

The rules are those of `model/transitions.py`, step by step: a row for each step, and a column for each
lane, which is a strategy and a group of cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from prevention_sim.model.effects import Acting
from prevention_sim.model.model import ONE as WHOLE
from prevention_sim.model.model import Cause
from prevention_sim.model.network import Cell, Edge
from prevention_sim.model.observed_moves import MATRIX
from prevention_sim.report.workbook.arithmetic import (
    CLOCKS,
    CannotBeTold,
    hazard_ratio,
    odds_ratio,
    risk_ratio,
    told,
)
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.pages import Page
from prevention_sim.report.workbook.terms import (
    ONE,
    ZERO,
    Range,
    Term,
    compared,
    exponential,
    fraction,
    logarithm,
    minus,
    size,
    total,
    when,
)

Lane: TypeAlias = tuple[int, int]
"""A strategy and a stratum, by their positions."""

Row: TypeAlias = Mapping[Lane, Term]
"""One term for each lane; what is left out is 0."""

HEAD: Final = 3
WHAT, HOW, LANES = 0, 1, 2


@dataclass
class Moving:
    """The sheet, and where the chance of each edge stands."""

    desk: Desk
    columns: Mapping[str, Term]
    page: Page
    edges: list[Row] = field(default_factory=list)
    shares: list[Range] = field(default_factory=list)
    _next: int = HEAD + 1
    _known: dict[tuple[str, tuple[tuple[Acting, ...], ...]], Mapping[int, Row]] = field(default_factory=dict)

    @classmethod
    def on(cls, desk: Desk, columns: Mapping[str, Term]) -> "Moving":
        """Write the chances of all moves, then those of all ways between cells."""
        moving = cls(desk, columns, desk.page(desk.say("moving")))
        moving._begin()
        chances = [moving._of_cell(edge.origin) for edge in desk.model.network.edges]
        if chances:
            moving._heading(desk.say("ways"))
        for edge, of_cell in zip(desk.model.network.edges, chances, strict=True):
            moving.edges.append(moving._edge(edge, of_cell[edge.move]))
        return moving

    @property
    def lanes(self) -> list[Lane]:
        """Every strategy with every group."""
        return [(one, other) for one in self.desk.strategies for other in range(len(self.desk.model.strata))]

    def _begin(self) -> None:
        desk, page, model = self.desk, self.page, self.desk.model
        page.text(0, 0, desk.say("moving"), "title")
        page.text(1, 0, desk.say(f"moving_{model.conversion}"), "note")
        page.texts(HEAD, 0, (desk.say("head_move"), desk.say("head_step")), "column")
        for at, (strategy, stratum) in enumerate(self.lanes):
            words = f"{desk.strategy(model.strategies[strategy])}\n{desk.stratum(model.strata[stratum])}"
            page.text(HEAD, LANES + at, words, "right")
            page.widths[LANES + at] = 18
        page.widths |= {WHAT: 44, HOW: 44}
        page.frozen = (HEAD + 1, LANES)

    def _heading(self, words: str) -> None:
        self._next += 1
        self.page.text(self._next, WHAT, words, "heading")
        self._next += 1

    def _row(self, what: str, how: str, terms: Row, *, share: bool = False) -> Row:
        """Write a step of every lane; a row of nothing but 0 is not written."""
        if all(term is ZERO for term in terms.values()):
            return {}
        row = self._next
        self._next += 1
        self.page.texts(row, WHAT, (what, how))
        found = {
            lane: self.page.put(row, LANES + at, terms[lane], "chance")
            for at, lane in enumerate(self.lanes)
            if lane in terms
        }
        if share:
            last = max(column for line, column in self.page.cells if line == row)
            self.shares.append(self.page.values((row, LANES), (row, last)))
        return found

    def _of_cell(self, cell: Cell) -> Mapping[int, Row]:
        """The chances of the moves out of a cell; cells that agree in them share the rows."""
        model = self.desk.model
        having = [
            frozenset(each.id for each in model.programmes if each.strategies[strategy])
            for strategy in range(len(model.strategies))
        ]
        acting = tuple(
            tuple(found for change in model.changes if (found := change.in_cell(cell, programmes)))
            for programmes in having
        )
        if any(each.fading for of_strategy in acting for each in of_strategy):
            raise CannotBeTold(CLOCKS)
        key = (cell.state, acting)
        if key not in self._known:
            self._heading(self.desk.cell(cell if any(acting) else Cell(cell.state)))
            self._known[key] = self._of_state(cell.state, acting)
        return self._known[key]

    def _of_state(self, state: str, acting: Sequence[tuple[Acting, ...]]) -> Mapping[int, Row]:
        """Each stage concerns those whom the earlier ones left."""
        causes = [cause for cause in self.desk.model.causes if cause.origin == state]
        found: dict[int, Row] = {}
        left: Row | None = None
        stages = sorted({cause.stage for cause in causes})
        for stage in stages:
            chances = self._of_stage([cause for cause in causes if cause.stage == stage], acting)
            for move, chance in chances.items():
                reached = chance if left is None else _times(left, chance)
                found[move] = _plus(found[move], reached) if move in found else reached
            if stage != stages[-1]:
                leaving = _added(list(chances.values()))
                staying = {lane: ONE - leaving.get(lane, ZERO) for lane in self.lanes}
                left = self._row(
                    self.desk.say("left_after", stage=stage),
                    "",
                    staying if left is None else _times(left, staying),
                )
        return found

    def _of_stage(self, causes: list[Cause], acting: Sequence[tuple[Acting, ...]]) -> dict[int, Row]:
        desk, model = self.desk, self.desk.model
        exits = [self._exit(cause, acting) for cause in causes]
        parts = [self._share(cause) for cause in causes]
        moves = [model.moves.index((cause.origin, cause.destination)) for cause in causes]
        separate = model.conversion == "separate" or all(cause.path == MATRIX for cause in causes)
        names = [desk.state(cause.destination) for cause in causes]
        if separate:
            chances = [_times(leave, part) for leave, part in zip(exits, parts, strict=True)]
        else:
            chances = self._competing(exits, parts, names)
        plain: dict[int, Row] = {}
        for move, chance in zip(moves, chances, strict=True):
            plain[move] = _plus(plain[move], chance) if move in plain else chance
        plain = {
            move: self._row(self._move(move), desk.say("chance"), chance) for move, chance in plain.items()
        }
        changing = [
            [each for each in of_strategy if each.change.stay is None and self._moved(each) in plain]
            for of_strategy in acting
        ]
        if not any(changing):
            return plain
        alone = plain if separate else self._alone(moves, exits, parts)
        return self._changed(plain, alone, changing, separate=separate)

    def _exit(self, cause: Cause, acting: Sequence[tuple[Acting, ...]]) -> Row:
        """The chance to leave for a reason; of a stay that an effect changes, its own."""
        terms = {}
        for strategy, stratum in self.lanes:
            if stratum in cause.strata:
                ends = [each.change for each in acting[strategy] if each.change.stay == cause.path]
                written = ends[0].ratios[cause.strata[0]] if ends else cause.exit
                terms[strategy, stratum] = told(written, self.columns)
        where = f"{self.desk.state(cause.origin)} → {self.desk.state(cause.destination)}"
        return self._row(where, self.desk.say("leaves", path=cause.path), terms)

    def _share(self, cause: Cause) -> Row:
        if cause.share == WHOLE:
            return dict.fromkeys(self.lanes, ONE)
        terms = {lane: told(cause.share, self.columns) for lane in self.lanes if lane[1] in cause.strata}
        where = f"{self.desk.state(cause.origin)} → {self.desk.state(cause.destination)}"
        return self._row(where, self.desk.say("part"), terms, share=True)

    def _competing(self, exits: Sequence[Row], parts: Sequence[Row], names: Sequence[str]) -> list[Row]:
        """Hazards share the exit in proportion; a certain move beats every uncertain one."""
        say = self.desk.say
        if len(exits) == 1 and all(term is ONE for term in parts[0].values()):
            return [exits[0]]
        hazards, certain = [], []
        for leave, part, name in zip(exits, parts, names, strict=True):
            both = [lane for lane in leave if lane in part]
            uncertain = {lane: _hazard(leave[lane], part[lane]) for lane in both}
            sure = {lane: when(compared(leave[lane], ">=", ONE), part[lane], ZERO) for lane in both}
            hazards.append(self._row(name, say("hazard"), uncertain))
            certain.append(self._row(name, say("certain"), sure))
        of_all = self._row(say("all_moves"), say("hazard"), _added(hazards))
        sure_of_all = self._row(say("all_moves"), say("certain"), _added(certain))
        return [
            {
                lane: when(
                    compared(sure_of_all[lane], ">", ZERO),
                    certain[at][lane] / sure_of_all[lane],
                    when(
                        compared(of_all[lane], ">", ZERO),
                        hazard[lane] / of_all[lane] * (ONE - exponential(minus(of_all[lane]))),
                        ZERO,
                    ),
                )
                for lane in hazard
            }
            for at, hazard in enumerate(hazards)
        ]

    def _alone(self, moves: Sequence[int], exits: Sequence[Row], parts: Sequence[Row]) -> dict[int, Row]:
        """The chance of each move if nothing competed with it."""
        found: dict[int, Row] = {}
        for move in dict.fromkeys(moves):
            own = [at for at, each in enumerate(moves) if each == move]
            terms = {}
            for lane in self.lanes:
                here = [
                    (exits[at][lane], parts[at][lane])
                    for at in own
                    if lane in exits[at] and lane in parts[at]
                ]
                if not here:
                    continue
                sure = total(when(compared(leave, ">=", ONE), part, ZERO) for leave, part in here)
                hazard = total(_hazard(leave, part) for leave, part in here)
                terms[lane] = when(compared(sure, ">", ZERO), ONE, ONE - exponential(minus(hazard)))
            found[move] = self._row(self._move(move), self.desk.say("alone"), terms)
        return found

    def _changed(
        self,
        plain: dict[int, Row],
        alone: dict[int, Row],
        changing: Sequence[Sequence[Acting]],
        *,
        separate: bool,
    ) -> dict[int, Row]:
        """The chances under effects; where every ratio is 1, as they were."""
        now: dict[int, dict[Lane, Term]] = {move: dict(row) for move, row in alone.items()}
        far: dict[Lane, Term] = {}
        for each in dict.fromkeys(acting for of_strategy in changing for acting in of_strategy):
            move = self._moved(each)
            lanes = [lane for lane in self.lanes if each in changing[lane[0]] and lane in now[move]]
            ratios = {lane: told(each.change.ratios[lane[1]], self.columns) for lane in lanes}
            ratio = self._row(self._move(move), self.desk.say("ratio", path=each.change.path), ratios)
            under = {lane: _applied(each, now[move][lane], ratio[lane]) for lane in ratio}
            now[move] |= self._row(self._move(move), self.desk.say("under_effect"), under)
            for lane in ratio:
                far[lane] = far.get(lane, ZERO) + size(ratio[lane] - ONE)
        if separate or len(now) == 1:
            return dict(now)
        moves = list(now)
        ones = [dict.fromkeys(self.lanes, ONE)] * len(moves)
        competing = self._competing([now[move] for move in moves], ones, [self._move(move) for move in moves])
        return {
            move: self._row(
                self._move(move),
                self.desk.say("chance_now"),
                {
                    lane: when(compared(far[lane], "=", ZERO), plain[move][lane], chance[lane])
                    if lane in far
                    else plain[move][lane]
                    for lane in chance
                },
            )
            for move, chance in zip(moves, competing, strict=True)
        }

    def _edge(self, edge: Edge, chance: Row) -> Row:
        """The chance of a way between cells: of its move, through its gates, where the strategy has it."""
        terms = {}
        for strategy, stratum in self.lanes:
            if edge.strategies[strategy] and (strategy, stratum) in chance:
                term = chance[strategy, stratum]
                for gate in edge.gates:
                    share = told(gate.pieces[0].shares[stratum], self.columns)
                    term = term * (share if gate.taken else ONE - share)
                terms[strategy, stratum] = term
        where = f"{self.desk.cell(edge.origin)} → {self.desk.cell(edge.destination)}"
        return self._row(where, self.desk.say("chance"), terms)

    def _move(self, move: int) -> str:
        origin, destination = self.desk.model.moves[move]
        return f"{self.desk.state(origin)} → {self.desk.state(destination)}"

    def _moved(self, acting: Acting) -> int:
        return self.desk.model.moves.index(acting.change.move)


def _applied(acting: Acting, chance: Term, ratio: Term) -> Term:
    """A chance under an effect."""
    change = acting.change
    if change.kind == "hazard_ratio":
        return when(compared(ratio, "=", ONE), chance, hazard_ratio(chance, ratio))
    if change.cycles is None:
        raise TypeError("checks ask for the time a risk or odds ratio is about")
    by_kind = risk_ratio if change.kind == "risk_ratio" else odds_ratio
    changed = by_kind(chance, ratio, fraction(change.cycles))
    return when(compared(ratio, "=", ONE), chance, changed)


def _hazard(leave: Term, part: Term) -> Term:
    return when(compared(leave, ">=", ONE), ZERO, minus(logarithm(ONE - leave)) * part)


def _times(one: Row, other: Row) -> Row:
    return {lane: one[lane] * other[lane] for lane in one if lane in other}


def _plus(one: Row, other: Row) -> Row:
    return {lane: one.get(lane, ZERO) + other.get(lane, ZERO) for lane in sorted({*one, *other})}


def _added(rows: Sequence[Row]) -> Row:
    found: Row = {}
    for row in rows:
        found = _plus(found, row)
    return found
