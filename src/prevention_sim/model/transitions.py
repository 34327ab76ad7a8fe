"""Stays and moves become chances per cycle.

`separate`: the chances of all causes add up. `competing`: a cause with total chance p and share s is a hazard
-s log(1 - p), and a rate is its own hazard; a cycle's exit is 1 - exp(-sum of hazards), split in proportion
to them (a certain exit beats every uncertain one).
"""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import expm1_of, log1p_of
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.expressions import Columns, evaluate
from prevention_sim.model.figures import exit_per_cycle, shares
from prevention_sim.model.model import Cause, Model
from prevention_sim.model.observed_moves import MATRIX, counted, of_matrix
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Number, names_in

SLACK = 1e-9
"""How far rounding may carry a sum of chances above 1."""


def compile_causes(scenario: Scenario, strata: tuple[str, ...], cycle_years: Fraction) -> tuple[Cause, ...]:
    """Every reason to move that the file states, in the order of states."""
    everywhere = tuple(range(len(strata)))
    return tuple(
        sorted(
            [
                *_stays(scenario, everywhere, cycle_years),
                *counted(scenario, everywhere, cycle_years),
                *of_matrix(scenario, everywhere, cycle_years),
                *_moves(scenario, strata, cycle_years),
            ],
            key=lambda cause: (cause.origin, cause.destination, cause.path),
        )
    )


def _stays(scenario: Scenario, everywhere: tuple[int, ...], cycle_years: Fraction) -> Iterator[Cause]:
    for state, stay in scenario.stays.items():
        if stay.over is not None:
            continue
        path = f"stays.{state}"
        leave = exit_per_cycle(scenario, stay, path, cycle_years)
        for target, share in shares(stay.to, f"{path}.to").items():
            yield Cause(state, target, everywhere, leave, share, path)


def _moves(scenario: Scenario, strata: tuple[str, ...], cycle_years: Fraction) -> Iterator[Cause]:
    for section in ("breakdowns", "transitions"):
        for position, move in enumerate(getattr(scenario, section)):
            path = f"{section}[{position}]"
            leave = exit_per_cycle(scenario, move, path, cycle_years)
            chosen = tuple(strata.index(stratum) for stratum in move.strata or strata)
            for origin in move.from_:
                yield Cause(origin, move.to, chosen, leave, Number(1.0), path)


def bind_moves(model: Model, columns: Columns, rows: int) -> FloatArray:
    """Chance per cycle of every move, f8[move, stratum, row]; raises `ModelError` for impossible chances."""
    chance: FloatArray = np.zeros((len(model.moves), len(model.strata), rows))
    for state in model.states:
        causes = [cause for cause in model.causes if cause.origin == state]
        exits = [_checked_exit(cause, columns, rows) for cause in causes]
        parts = [_checked_share(cause, columns, rows) for cause in causes]
        _check_shares(causes, parts)
        for stratum in range(len(model.strata)):
            here = [position for position, cause in enumerate(causes) if stratum in cause.strata]
            whole = all(causes[position].path == MATRIX for position in here)
            split = _separate if whole or model.conversion == "separate" else _competing
            chances = split([exits[position] for position in here], [parts[position] for position in here])
            for position, value in zip(here, chances, strict=True):
                cause = causes[position]
                chance[model.moves.index((cause.origin, cause.destination)), stratum] += value
        _check_total(model, state, chance)
    return chance


def _separate(exits: list[FloatArray], parts: list[FloatArray]) -> list[FloatArray]:
    return [leave * part for leave, part in zip(exits, parts, strict=True)]


def _competing(exits: list[FloatArray], parts: list[FloatArray]) -> list[FloatArray]:
    if not exits:
        return []
    certain = np.array([leave >= 1.0 for leave in exits])
    any_certain = certain.any(axis=0)
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


def _added(values: list[FloatArray]) -> FloatArray:
    total = np.zeros_like(values[0])
    for value in values:
        total = total + value
    return total


def _checked_exit(cause: Cause, columns: Columns, rows: int) -> FloatArray:
    value = np.broadcast_to(evaluate(cause.exit, columns), (rows,))
    wrong = ~((value >= 0.0) & (value <= 1.0))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise ModelError(
            Both(
                f"{cause.path}: Die Wahrscheinlichkeit, »{cause.origin}« innerhalb eines Takts zu verlassen, "
                f"ist {value[row]:.6g} (Reihe {row}); sie muss zwischen 0 und 1 liegen (eine mittlere Dauer "
                "darf nicht kürzer sein als ein Takt)",
                f"{cause.path}: the chance to leave »{cause.origin}« within one cycle is {value[row]:.6g} "
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
    for path in sorted({cause.path for cause in causes if cause.path.startswith("stays.")}):
        total = _added([part for cause, part in zip(causes, parts, strict=True) if cause.path == path])
        if (abs(total - 1.0) > SLACK).any():
            row = int(np.argmax(abs(total - 1.0)))
            raise ModelError(
                Both(
                    f"{path}.to: Die Anteile ergeben zusammen {total[row]:.6g}, nicht 1 (Reihe {row})",
                    f"{path}.to: the shares add up to {total[row]:.6g} in row {row}, not to 1",
                )
            )


def _check_total(model: Model, state: str, chance: FloatArray) -> None:
    leaving = [position for position, (origin, _) in enumerate(model.moves) if origin == state]
    total = chance[leaving].sum(axis=0) if leaving else np.zeros(chance.shape[1:])
    if (total > 1.0 + SLACK).any():
        stratum, row = np.unravel_index(int(np.argmax(total)), total.shape)
        largest = sorted(leaving, key=lambda position: -float(chance[position, stratum, row]))[:3]
        named = [f"»{model.moves[position][1]}« {chance[position, stratum, row]:.4g}" for position in largest]
        numbers = {name for cause in model.causes if cause.origin == state for name in names_in(cause.exit)}
        found, group, read = total[stratum, row], model.strata[stratum], ", ".join(sorted(numbers))
        raise ModelError(
            Both(
                f"Die Wahrscheinlichkeiten, »{state}« zu verlassen, ergeben zusammen {found:.6g} je Takt, "
                f"höchstens 1 ist möglich (Gruppe »{group}«, jeder Takt, Reihe {row}); am größten: "
                f"{', '.join(f'nach {each}' for each in named)}; beteiligte Zahlen: {read}",
                f"chances to leave »{state}« add up to {found:.6g} per cycle, at most 1 "
                f"is possible (stratum »{group}«, every cycle, row {row}); largest: "
                f"{', '.join(f'to {each}' for each in named)}; numbers involved: {read}",
            )
        )
