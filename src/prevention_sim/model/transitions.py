"""Stays and moves become chances per cycle, in every stratum and at every moment.

`separate`: the chances of all causes add up. `competing`: a cause with total chance p and share s is a hazard
-s log(1 - p), and a rate is its own hazard; a cycle's exit is 1 - exp(-sum of hazards), split in proportion
to them (a certain exit beats every uncertain one). A later stage concerns those whom the earlier ones left.

A moment is a phase of the calendar and a position of the cell's clock: f8[phase or 1, position or 1, row].
Effects change the chance of a move as it would be without the other moves of its stage.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import expm1_of, log1p_of
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.effects import Acting
from prevention_sim.model.expressions import Columns, evaluate
from prevention_sim.model.figures import shares
from prevention_sim.model.leaving import Leave
from prevention_sim.model.model import Cause, Model
from prevention_sim.model.observed_moves import MATRIX, counted, of_matrix
from prevention_sim.scenario.counterfactual import strata_named
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Number, names_in

SLACK = 1e-9
"""How far rounding may carry a sum of chances above 1."""


def compile_causes(scenario: Scenario, calendar: Calendar, strata: tuple[str, ...]) -> tuple[Cause, ...]:
    """Every reason to move that the file states, in the order of states."""
    everywhere, cycle_years = tuple(range(len(strata))), calendar.cycle_years
    causes = [
        *_stays(scenario, calendar, strata),
        *counted(scenario, everywhere, cycle_years),
        *of_matrix(scenario, everywhere, cycle_years),
        *_moves(scenario, calendar, strata),
    ]
    return tuple(sorted(causes, key=lambda cause: (cause.origin, cause.destination, cause.path)))


def _stays(scenario: Scenario, calendar: Calendar, strata: tuple[str, ...]) -> Iterator[Cause]:
    for state, stay in scenario.stays.items():
        if stay.over is not None:
            continue
        path = f"stays.{state}"
        for where, leave in _by_stratum(Leave(scenario, calendar, stay, path), strata, range(len(strata))):
            for target, share in shares(stay.to, f"{path}.to").items():
                yield Cause(state, target, where, leave, share, path, stay.stage)


def _moves(scenario: Scenario, calendar: Calendar, strata: tuple[str, ...]) -> Iterator[Cause]:
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            path = f"{section}[{position}]"
            chosen = [strata.index(stratum) for stratum in strata_named(scenario, move.strata or strata)]
            for where, leave in _by_stratum(Leave(scenario, calendar, move, path), strata, chosen):
                for origin in move.from_:
                    yield Cause(origin, move.to, where, leave, Number(1.0), path, move.stage)


def _by_stratum(
    leave: Leave, strata: tuple[str, ...], chosen: Sequence[int]
) -> Iterator[tuple[tuple[int, ...], Expression]]:
    """The chances of some strata; those that agree stand together."""
    found: dict[Expression, list[int]] = {}
    for stratum in chosen:
        found.setdefault(leave.chance(strata[stratum]), []).append(stratum)
    for chance, where in found.items():
        yield tuple(where), chance


@dataclass(frozen=True)
class Chances:
    """The chances per cycle of every move out of a state, at some moments, for people under some effects."""

    model: Model
    state: str
    columns: Columns
    rows: int
    acting: tuple[Acting, ...] = ()

    @cached_property
    def by_move(self) -> dict[int, list[FloatArray]]:
        """By move and stratum, f8[phase or 1, position or 1, row]; raises `ModelError` where it cannot be."""
        causes = [cause for cause in self.model.causes if cause.origin == self.state]
        exits = [_checked_exit(cause, self.columns, self.rows) for cause in map(self._under_stay, causes)]
        parts = [_checked_share(cause, self.columns, self.rows) for cause in causes]
        _check_shares(causes, parts)
        moves = {self.model.moves.index((cause.origin, cause.destination)) for cause in causes}
        found: dict[int, list[FloatArray]] = {move: [] for move in sorted(moves)}
        for stratum in range(len(self.model.strata)):
            here = [
                _Reason(self.model.moves.index((cause.origin, cause.destination)), cause, leave, part)
                for cause, leave, part in zip(causes, exits, parts, strict=True)
                if stratum in cause.strata
            ]
            chances = self._of_stages(stratum, here)
            for move, by_stratum in found.items():
                by_stratum.append(chances.get(move, np.zeros((1, 1, self.rows))))
        self._check_total(found)
        return found

    def _under_stay(self, cause: Cause) -> Cause:
        """A cause with another mean stay, where an effect says so."""
        own = [each.change.ratios for each in self.acting if each.change.stay == cause.path]
        ends = [ratios[cause.strata[0]] for ratios in own]
        return replace(cause, exit=ends[0]) if ends else cause

    def _of_stages(self, stratum: int, reasons: list["_Reason"]) -> dict[int, FloatArray]:
        """The chances of a stratum: each stage of those whom the earlier ones left."""
        found: dict[int, FloatArray] = {}
        remaining: FloatArray | None = None
        stages = sorted({reason.cause.stage for reason in reasons})
        for stage in stages:
            of_stage = self._of_stage(stratum, [each for each in reasons if each.cause.stage == stage])
            for move, chance in of_stage.items():
                reached = chance if remaining is None else remaining * chance
                found[move] = found[move] + reached if move in found else reached
            if stage != stages[-1]:
                left = 1.0 - _added(list(of_stage.values()))
                remaining = left if remaining is None else remaining * left
        return found

    def _of_stage(self, stratum: int, reasons: list["_Reason"]) -> dict[int, FloatArray]:
        exits, parts = [reason.leave for reason in reasons], [reason.part for reason in reasons]
        whole = all(reason.cause.path == MATRIX for reason in reasons)
        separate = whole or self.model.conversion == "separate"
        plain: dict[int, FloatArray] = {}
        for reason, chance in zip(
            reasons, (_separate if separate else _competing)(exits, parts), strict=True
        ):
            plain[reason.move] = plain[reason.move] + chance if reason.move in plain else chance
        acting = [each for each in self.acting if each.change.stay is None and self._move(each) in plain]
        if not acting:
            return plain
        alone = {move: plain[move] if separate else _alone(reasons, move) for move in plain}
        unchanged = np.ones(1, dtype=np.bool_)
        for each in acting:
            ratio = each.ratio(self.columns, stratum)
            alone[self._move(each)] = each.applied(alone[self._move(each)], ratio)
            unchanged = unchanged & (ratio == 1.0)
        ones = [np.ones(1)] * len(alone)
        changed = list(alone.values()) if separate else _competing(list(alone.values()), ones)
        return {
            move: np.where(unchanged, plain[move], each) for move, each in zip(alone, changed, strict=True)
        }

    def _move(self, acting: Acting) -> int:
        return self.model.moves.index(acting.change.move)

    def _check_total(self, chances: Mapping[int, list[FloatArray]]) -> None:
        for stratum in range(len(self.model.strata)):
            total = _added([by_stratum[stratum] for by_stratum in chances.values()] or [np.zeros((1, 1, 1))])
            impossible = ~(total <= 1.0 + SLACK)
            if impossible.any():
                where = np.unravel_index(int(np.argmax(impossible)), total.shape)
                raise self._too_many(chances, stratum, total, where)

    def _too_many(
        self,
        chances: Mapping[int, list[FloatArray]],
        stratum: int,
        total: FloatArray,
        where: tuple[np.intp, ...],
    ) -> ModelError:
        model = self.model

        def here(values: FloatArray) -> float:
            return float(np.broadcast_to(values, total.shape)[where])

        largest = sorted(chances, key=lambda move: -here(chances[move][stratum]))[:3]
        named = [f"»{model.moves[move][1]}« {here(chances[move][stratum]):.4g}" for move in largest]
        causes = [cause for cause in model.causes if cause.origin == self.state and stratum in cause.strata]
        numbers = {name for cause in causes for name in names_in(cause.exit)}
        found, group, read = float(total[where]), model.strata[stratum], ", ".join(sorted(numbers))
        row = int(where[-1])
        moment = self._moment(total.shape, where)
        return ModelError(
            Both(
                f"Die Wahrscheinlichkeiten, »{self.state}« zu verlassen, ergeben zusammen {found:.6g} je "
                f"Takt, höchstens 1 ist möglich (Gruppe »{group}«, {moment.de}, Reihe {row}); am größten: "
                f"{', '.join(f'nach {each}' for each in named)}; beteiligte Zahlen: {read}",
                f"chances to leave »{self.state}« add up to {found:.6g} per cycle, at most 1 "
                f"is possible (stratum »{group}«, {moment.en}, row {row}); largest: "
                f"{', '.join(f'to {each}' for each in named)}; numbers involved: {read}",
            )
        )

    def _moment(self, shape: tuple[int, ...], where: tuple[np.intp, ...]) -> Both:
        """Which cycle, and which position of the clock, as far as they differ."""
        if shape[0] == shape[1] == 1:
            return Both("jeder Takt", "every cycle")
        cycle = int(self.model.first_cycle_of_phase[where[0]]) + 1
        if shape[1] == 1:
            return Both(f"Takt {cycle}", f"cycle {cycle}")
        return Both(f"nach {where[1]} Takten", f"after {where[1]} cycles")


@dataclass(frozen=True, slots=True)
class _Reason:
    """A cause in a stratum with its numbers: the chance to leave for it, and the share that moves so."""

    move: int
    cause: Cause
    leave: FloatArray
    part: FloatArray


def _alone(reasons: list[_Reason], move: int) -> FloatArray:
    """The chance of a move if nothing competed with it: 1 - exp(-hazard)."""
    own = [reason for reason in reasons if reason.move == move]
    hazards = [-log1p_of(-np.minimum(reason.leave, 1.0)) * reason.part for reason in own]
    certain = _added([np.where((reason.leave >= 1.0) & (reason.part > 0.0), 1.0, 0.0) for reason in own])
    return np.where(certain > 0.0, 1.0, -expm1_of(-_added(hazards)))


def _separate(exits: list[FloatArray], parts: list[FloatArray]) -> list[FloatArray]:
    return [leave * part for leave, part in zip(exits, parts, strict=True)]


def _competing(exits: list[FloatArray], parts: list[FloatArray]) -> list[FloatArray]:
    if not exits:
        return []
    certain = [leave >= 1.0 for leave in exits]
    any_certain = reduce(np.logical_or, certain)
    with np.errstate(divide="ignore", invalid="ignore"):
        hazards = [
            -log1p_of(-np.minimum(leave, 1.0)) * part for leave, part in zip(exits, parts, strict=True)
        ]
        weights = [
            np.where(any_certain, np.where(sure, part, 0.0), hazard)
            for sure, part, hazard in zip(certain, parts, hazards, strict=True)
        ]
    total = _added(weights)
    leaving = np.where(any_certain, 1.0, -expm1_of(-total))
    return [
        np.where(total > 0.0, weight / np.where(total > 0.0, total, 1.0) * leaving, 0.0) for weight in weights
    ]


def _of_moments(values: FloatArray, rows: int) -> FloatArray:
    """Values of rows, or of moments and rows, as f8[phase or 1, position or 1, row]."""
    shape = (1, 1, 1, *values.shape)[-3:]
    return np.broadcast_to(values.reshape(shape), (*shape[:2], rows))


def _added(values: list[FloatArray]) -> FloatArray:
    total = np.zeros(np.broadcast_shapes(*(value.shape for value in values)))
    for value in values:
        total = total + value
    return total


def _checked_exit(cause: Cause, columns: Columns, rows: int) -> FloatArray:
    value = _of_moments(evaluate(cause.exit, columns), rows)
    wrong = ~((value >= 0.0) & (value <= 1.0))
    if wrong.any():
        where = np.unravel_index(int(np.argmax(wrong)), wrong.shape)
        row, found = int(where[-1]), float(value[where])
        raise ModelError(
            Both(
                f"{cause.path}: Die Wahrscheinlichkeit, »{cause.origin}« innerhalb eines Takts zu verlassen, "
                f"ist {found:.6g} (Reihe {row}); sie muss zwischen 0 und 1 liegen (eine mittlere Dauer "
                "darf nicht kürzer sein als ein Takt)",
                f"{cause.path}: the chance to leave »{cause.origin}« within one cycle is {found:.6g} "
                f"in row {row}; it must lie between 0 and 1 (a mean stay must not be shorter than the cycle)",
            )
        )
    return value


def _checked_share(cause: Cause, columns: Columns, rows: int) -> FloatArray:
    value = np.broadcast_to(evaluate(cause.share, columns), (rows,))
    wrong = ~((value >= -SLACK) & (value <= 1.0 + SLACK))
    if wrong.any():
        row = int(np.argmax(wrong))
        path = f"{cause.path}.to.{cause.destination}"
        raise ModelError(
            Both(
                f"{path}: Der Anteil ist {value[row]:.6g} (Reihe {row}); er muss zwischen 0 und 1 liegen",
                f"{path}: the share is {value[row]:.6g} in row {row}; it must lie between 0 and 1",
            )
        )
    return np.maximum(value, 0.0)


def _check_shares(causes: list[Cause], parts: list[FloatArray]) -> None:
    """The shares of a stay add up to 1, in each group of strata that leaves it alike."""
    stays = {(cause.path, cause.strata) for cause in causes if cause.path.startswith("stays.")}
    for path, strata in sorted(stays):
        total = _added(
            [
                part
                for cause, part in zip(causes, parts, strict=True)
                if (cause.path, cause.strata) == (path, strata)
            ]
        )
        if (abs(total - 1.0) > SLACK).any():
            row = int(np.argmax(abs(total - 1.0)))
            raise ModelError(
                Both(
                    f"{path}.to: Die Anteile ergeben zusammen {total[row]:.6g}, nicht 1 (Reihe {row})",
                    f"{path}.to: the shares add up to {total[row]:.6g} in row {row}, not to 1",
                )
            )
