"""`bind(model, rows)`: the numbers of many rows at once.

Column arithmetic throughout: loops run over terms, never over rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.edges import Edges
from prevention_sim.model.expressions import Columns, evaluate
from prevention_sim.model.model import Model
from prevention_sim.model.outcomes import bind_outcomes
from prevention_sim.model.rows import Rows
from prevention_sim.model.transitions import SLACK
from prevention_sim.scenario.costs import LARGEST_VARIATION
from prevention_sim.scenario.expressions import Expression, names_in


@dataclass(frozen=True, slots=True)
class Bound:
    """A model with numbers.

    The chance of an edge is its scale, times its course in `shape` where it varies; entries and shifts have
    profiles likewise.

    start        f8[slot, strategy, stratum, row]    cases at the first boundary
    entry_scale  f8[entry, strategy, stratum, row]   cases per cycle while the entry's profile is 1
    scale        f8[edge, strategy, stratum, row]    chance per cycle
    shape        f8[course, strategy, stratum, row]  what varies with time; f8[1, 1] where nothing does
    shift        f8[shift, strategy, stratum, row]   share that passes at a boundary
    price        f8[line, row]                       EUR per unit of the line's driver, as assessed
    collected    f8[line, row]                       how much of that comes in
    adjusted     f8[line, row]                       what optimism and weak evidence change it by
    index        f8[line, period, row]               what prices have risen to
    cap          f8[line, row]                       most that it comes to in a year, in EUR
    places       f8[groups, row]                     places of a group
    variation    f8[differing line, row]             coefficient of variation between cases
    share        f8[line, bearer, period or 1, stratum and shared or 1, row]   who bears it; adds up to 1
    weight       f8[outcome, cell, strategy, row]    what a person-year counts of an outcome
    entry_weight f8[outcome, cell, row]              what an entry counts of it
    """

    rows: Rows
    start: FloatArray
    entry_scale: FloatArray
    scale: FloatArray
    shape: FloatArray
    shift: FloatArray
    price: FloatArray
    collected: FloatArray
    adjusted: FloatArray
    index: FloatArray
    cap: FloatArray
    places: FloatArray
    variation: FloatArray
    share: FloatArray
    weight: FloatArray
    entry_weight: FloatArray

    def replicated(self, row: int, seed: int, replications: Iterable[int]) -> "Bound":
        """One of the rows as often as there are replications, each with its luck."""
        rows = self.rows.part(row, row + 1).replicated(seed, replications)
        arrays = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "rows"}
        return Bound(
            rows=rows,
            **{
                name: np.repeat(values[..., row : row + 1], len(rows), axis=-1)
                if values.shape[-1] == len(self.rows)
                else values
                for name, values in arrays.items()
            },
        )


def bind(model: Model, rows: Rows) -> Bound:
    """Give a model the numbers of some rows; raises `ModelError` for numbers that cannot be."""
    columns = rows.columns()
    count = len(rows)
    lanes = (len(model.strategies), len(model.strata), count)
    _check_strata(model, columns)
    start: FloatArray = np.zeros((int(model.network.first_slot[-1]), *lanes))
    for term in model.start:
        start[model.network.slot(term.cell, term.elapsed, term.age)] += np.array(
            [_cases(amount, columns, count) for amount in term.amounts]
        )
    entry_scale: FloatArray = np.zeros((len(model.entries), *lanes))
    for position, entry in enumerate(model.entries):
        by_stratum = np.array([_cases(amount, columns, count) for amount in entry.amounts])
        for strategy in np.flatnonzero(entry.strategies):
            entry_scale[position, strategy] = by_stratum
    edges = Edges(model, columns, count)
    scale, shape = edges.bound()
    weight, entry_weight = bind_outcomes(
        model.outcomes, len(model.cells), len(model.strategies), columns, count
    )
    return Bound(
        rows=rows,
        start=start,
        entry_scale=entry_scale,
        scale=scale,
        shape=shape,
        shift=edges.shifts(),
        price=np.array(
            [line.sign * np.broadcast_to(evaluate(line.price, columns), (count,)) for line in model.lines]
        ).reshape(-1, count),
        collected=_collected(model, columns, count),
        adjusted=_adjusted(model, columns, count),
        index=_indices(model, columns, count),
        cap=_caps(model, columns, count),
        places=_places(model, columns, count),
        variation=_variations(model, columns, count),
        share=_bearer_shares(model, columns, count),
        weight=weight,
        entry_weight=entry_weight,
    )


def _cases(amount: Expression, columns: Columns, rows: int) -> FloatArray:
    value = np.broadcast_to(evaluate(amount, columns), (rows,))
    wrong = ~(value >= -SLACK)  # also what is no number at all
    if wrong.any():
        read = _read((amount,))
        row = int(np.argmax(wrong))
        raise ModelError(
            Both(
                f"Es kämen weniger als keine Fälle hinzu (Reihe {row}); beteiligte Zahlen: {read}",
                f"fewer than no cases enter in row {row}; numbers involved: {read}",
            )
        )
    return np.maximum(value, 0.0)


def _read(terms: tuple[Expression, ...]) -> str:
    return ", ".join(sorted({name for term in terms for name in names_in(term)}))


def _check_strata(model: Model, columns: Columns) -> None:
    read = _read(model.stratum_shares)
    values = [evaluate(share, columns) for share in model.stratum_shares]
    total = values[0]
    for value in values[1:]:
        total = total + value
    if (abs(total - 1.0) > SLACK).any():
        found = total[np.argmax(abs(total - 1.0))]
        raise ModelError(
            Both(
                f"Die Anteile der Gruppen ergeben zusammen {found:.6g}, nicht 1; einer darf »rest« heißen; "
                f"beteiligte Zahlen: {read}",
                f"the shares of the strata add up to {found:.6g}, not to 1; one of them may say »rest«; "
                f"numbers involved: {read}",
            )
        )
    for name, value in zip(model.strata, values, strict=True):
        if ((value < -SLACK) | (value > 1.0 + SLACK)).any():
            raise ModelError(
                Both(
                    f"Der Anteil der Gruppe »{name}« liegt nicht zwischen 0 und 1; beteiligte Zahlen: {read}",
                    f"the share of stratum »{name}« leaves the range from 0 to 1; numbers involved: {read}",
                )
            )


def _collected(model: Model, columns: Columns, rows: int) -> FloatArray:
    """What comes in of every line; raises where this, or what a refund pays back, is no share."""
    collected: FloatArray = np.ones((len(model.lines), rows))
    for position, line in enumerate(model.lines):
        if line.collected is not None:
            collected[position] = evaluate(line.collected, columns)
            _check_share(collected[position], f"{line.path}.collected_share")
        if line.payer is not None:
            _check_share(evaluate(line.price, columns), f"{line.path}.share")
    return collected


def _adjusted(model: Model, columns: Columns, rows: int) -> FloatArray:
    adjusted: FloatArray = np.ones((len(model.lines), rows))
    for position, line in enumerate(model.lines):
        if line.adjustment is not None:
            adjusted[position] = evaluate(line.adjustment, columns)
    return adjusted


def _check_share(values: FloatArray, path: str) -> None:
    if not ((values >= -SLACK) & (values <= 1.0 + SLACK)).all():
        raise ModelError(
            Both(
                f"{path}: Ein Anteil liegt nicht zwischen 0 und 1",
                f"{path}: a share leaves the range from 0 to 1",
            )
        )


def _indices(model: Model, columns: Columns, rows: int) -> FloatArray:
    index: FloatArray = np.ones((len(model.lines), len(model.calendar.year_of_period), rows))
    for position, line in enumerate(model.lines):
        for period, expression in enumerate(line.index):
            index[position, period] = evaluate(expression, columns)
    return index


def _caps(model: Model, columns: Columns, rows: int) -> FloatArray:
    cap: FloatArray = np.full((len(model.lines), rows), np.inf)
    for position, line in enumerate(model.lines):
        if line.cap is not None:
            cap[position] = evaluate(line.cap, columns)
    return cap


def _places(model: Model, columns: Columns, rows: int) -> FloatArray:
    """The places of groups; raises where a group has none."""
    places: FloatArray = np.ones((len(model.groups), rows))
    for position, groups in enumerate(model.groups):
        places[position] = evaluate(groups.places, columns)
    if not (places > 0.0).all():
        raise ModelError(
            Both("Eine Gruppe hat keinen Platz (places)", "a group has no place at all (places)")
        )
    return places


def _variations(model: Model, columns: Columns, rows: int) -> FloatArray:
    """How much cases differ in cost; raises where that is out of all proportion."""
    variation: FloatArray = np.zeros((len(model.differing), rows))
    for position, at in enumerate(model.differing):
        differs = model.lines[at].differs
        if differs is not None:
            variation[position] = evaluate(differs.variation, columns)
    if not ((variation >= 0.0) & (variation <= LARGEST_VARIATION)).all():
        raise ModelError(
            Both(
                "Eine Streuung zwischen den Fällen (variation) liegt nicht zwischen 0 % und 1000 %",
                "a variation between cases leaves the range from 0 % to 1000 %",
            )
        )
    return variation


def _bearer_shares(model: Model, columns: Columns, rows: int) -> FloatArray:
    """Who bears what; periods and strata are told apart only where some line is borne by rules."""
    ruled = any(len(line.bearing) > 1 for line in model.lines)
    cycles = model.calendar.first_cycle_of_period if ruled else (0,)
    strata = model.strata if ruled else ()
    share: FloatArray = np.zeros((len(model.lines), len(model.bearers), len(cycles), len(strata) + 1, rows))
    for position, line in enumerate(model.lines):
        for bearing in reversed(line.bearing):  # the first that holds is written last
            parts: FloatArray = np.zeros((len(model.bearers), rows))
            for bearer, part in bearing.shares:
                parts[model.bearers.index(bearer)] = evaluate(part, columns)
            _check_share(parts, f"{line.path}.bearer")
            if (abs(parts.sum(axis=0) - 1.0) > SLACK).any():
                raise ModelError(
                    Both(
                        f"{line.path}.bearer: Die Anteile ergeben zusammen nicht 1",
                        f"{line.path}.bearer: the shares do not add up to 1",
                    )
                )
            after = model.calendar.cycles if bearing.after is None else bearing.after
            when = [bearing.first <= cycle < after for cycle in cycles]
            everywhere = bearing.strata is None
            where = [*(everywhere or name in (bearing.strata or ()) for name in strata), everywhere]
            share[position][:, np.outer(when, where)] = parts[:, np.newaxis]
    return share
