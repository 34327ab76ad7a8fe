"""Which mechanism brings how much: the relief divided among the effects of programmes and their own costs.

Every subset of the effects is a row of the parameter table in which the shares of the others are 0, their
ratios 1 and their stays as they would be without. An effect gets its Shapley value: the mean of what it adds,
over all orders in which effects could be switched on. So effects that help or hinder each other share what
they do together. What is left with all effects off is what the programmes cost by themselves. All of it is
expected counts, never a difference between single persons.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from math import comb, ldexp
from typing import Final, Literal

import numpy as np

from prevention_sim.analysis.evaluation import evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import avoided_place_years
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.effects import Change
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows, base_row, set_rows, with_numbers
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation

Kind = Literal["takes_in", "changes", "costs"]

MOST_EFFECTS: Final = 8
"""Every effect more doubles the rows; 8 effects are 256 rows."""

ON: Final = "on."
"""What columns begin with that say whether an effect on chances is on; no number of a file is named so."""


@dataclass(frozen=True, slots=True)
class Mechanism:
    """An effect by the path of its number and the states it acts in, or what a programme itself costs.

    `relief` is in EUR; own costs have no path and no states.
    """

    programme: str
    kind: Kind
    path: str | None
    states: tuple[str, ...]
    relief: float
    avoided_place_years: float


@dataclass(frozen=True, slots=True)
class Switch:
    """An effect that is off where a column of a switchable model has one value, and on as the file says.

    `path` is where the effect stands in the file.
    """

    programme: str
    kind: Kind
    path: str
    states: tuple[str, ...]
    column: str
    off: float


def decompose(model: Model, strategy: str, parts: Sequence[Slice]) -> tuple[tuple[Mechanism, ...], ...]:
    """What each mechanism brings a strategy against the comparator, for each of some parts of the result.

    Reliefs add up to the relief of the base row exactly: they lie on the grain of the ledger, and the largest
    effect takes what rounding leaves. Raises `ModelError` for more than `MOST_EFFECTS` effects.
    """
    switches = switches_of(model, strategy)
    if len(switches) > MOST_EFFECTS:
        raise ModelError(
            Both(
                f"{len(switches)} Wirkungen lassen sich nicht auseinanderhalten, höchstens {MOST_EFFECTS}",
                f"{len(switches)} effects are too many to be told apart; {MOST_EFFECTS} are possible",
            )
        )
    owners = sorted({line.programme for line in model.lines if line.programme} & _apart(model, strategy))
    written = evaluate_base(model)
    grain = written.ledger.grain_bits
    read = [_Values() for _ in parts]
    if all(part.valuation == "nominal" for part in parts):
        model = model.in_nominal_terms()
    switched = switchable(model)
    for outcomes in chain(evaluate(switched, _some_off(switched, switches), grain=grain), (written,)):
        for part, values in zip(parts, read, strict=True):
            values.add(Findings(outcomes), strategy, part, owners)
    return tuple(_mechanisms(switches, owners, values, grain) for values in read)


def switches_of(model: Model, strategy: str) -> tuple[Switch, ...]:
    """The effects of every programme that only one of the strategy and its comparator has.

    Weights of outcomes are none of them: they move nobody, and no money.
    """
    found: dict[tuple[str, str], Switch] = {}
    for switch in (*_diverting(model), *_resizing(model), *_changing(model)):
        if switch.programme in _apart(model, strategy):
            known = found.get((switch.programme, switch.path), replace(switch, states=()))
            states = dict.fromkeys((*known.states, *switch.states))
            found[switch.programme, switch.path] = replace(known, states=tuple(states))
    return tuple(found.values())


def _diverting(model: Model) -> Iterator[Switch]:
    for diversion in model.diversions:
        if isinstance(diversion.share, Name):
            path, source = diversion.share.name, (diversion.source,)
            yield Switch(diversion.programme, "takes_in", path, source, path, 0.0)


def _resizing(model: Model) -> Iterator[Switch]:
    for programme in model.programmes:
        for resizing in programme.resizings:
            path = resizing.ratio.name
            yield Switch(programme.id, "changes", path, resizing.states, path, 1.0)


def _changing(model: Model) -> Iterator[Switch]:
    for change in model.changes:
        column, origin = _column(change), (change.move[0],)
        yield Switch(change.programme, "changes", change.path, origin, column, 0.0)


def _column(change: Change) -> str:
    """Where a switchable model reads whether an effect on chances is on."""
    return f"{ON}{change.path}"


def switchable(model: Model) -> Model:
    """The same model with a number for each effect on chances: 1 where it is on, as it is in the base row.

    An effect that is off has the ratio 1, or leaves the stay as the file has it without the programme.
    """
    columns = sorted({_column(change) for change in model.changes})
    names = tuple(sorted((*model.table.names, *columns)))
    known = dict(zip(model.table.names, model.table.base, strict=True))
    table = replace(model.table, names=names, base=np.array([known.get(name, 1.0) for name in names]))
    return replace(model, table=table, changes=tuple(_switchable(model, each) for each in model.changes))


def _switchable(model: Model, change: Change) -> Change:
    ratios = tuple(
        Operation("where", (Name(_column(change)), ratio, _neutral(model, change, stratum)))
        for stratum, ratio in enumerate(change.ratios)
    )
    return replace(change, ratios=ratios)


def _neutral(model: Model, change: Change, stratum: int) -> Expression:
    """The ratio 1; for a stay, its chance to end without the programme."""
    if change.stay is None:
        return Number(1.0)
    return next(cause.exit for cause in model.causes if cause.path == change.stay and stratum in cause.strata)


def shapley(values: Sequence[float]) -> list[float]:
    """What each effect adds, averaged over all orders; bit e of a position tells whether effect e is on.

    >>> shapley([0.0, 10.0, 20.0, 36.0])
    [13.0, 23.0]
    """
    effects = len(values).bit_length() - 1
    parts = []
    for bit in (1 << effect for effect in range(effects)):
        part = 0.0
        for subset in (subset for subset in range(len(values)) if not subset & bit):
            part += (values[subset | bit] - values[subset]) / (
                effects * comb(effects - 1, subset.bit_count())
            )
        parts.append(part)
    return parts


@dataclass(frozen=True, slots=True)
class _Values:
    """What was read of one part: by subset of effects, and what each programme costs with all effects off."""

    relief: list[float] = field(default_factory=list)
    avoided: list[float] = field(default_factory=list)
    own_costs: list[float] = field(default_factory=list)

    def add(self, findings: Findings, strategy: str, part: Slice, owners: Sequence[str]) -> None:
        """Read the next rows; the first of all has every effect off."""
        if not self.relief:
            for owner in owners:
                items = tuple(line.item for line in findings.outcomes.model.lines if line.programme == owner)
                self.own_costs.append(float(findings.relief(strategy, part, items)[0]))
        self.relief.extend(findings.relief(strategy, part).tolist())
        self.avoided.extend(avoided_place_years(findings, strategy, part).tolist())


def _apart(model: Model, strategy: str) -> frozenset[str]:
    """The programmes that only one of the strategy and its comparator has."""
    return model.programmes_of(strategy) ^ model.programmes_of(model.comparator)


def _some_off(model: Model, switches: Sequence[Switch]) -> Rows:
    """One row for each subset of effects, none first, but for all of them: that is the row as written."""
    columns = [switch.column for switch in switches]
    written = base_row(model.table).columns()
    subsets = np.arange(1 << len(columns))
    on = {
        switch.column: np.where(subsets >> at & 1, written[switch.column], switch.off)
        for at, switch in enumerate(switches)
    }
    return set_rows(with_numbers(model.table, columns), on).part(0, len(subsets) - 1)


def _mechanisms(
    switches: Sequence[Switch], owners: Sequence[str], values: _Values, grain: int
) -> tuple[Mechanism, ...]:
    booked = [ldexp(round(ldexp(part, grain)), -grain) for part in shapley(values.relief)]
    reliefs = _with_rest(booked, values.relief[-1] - values.relief[0])
    avoided = _with_rest(shapley(values.avoided), values.avoided[-1] - values.avoided[0])
    effects = [
        Mechanism(switch.programme, switch.kind, switch.path, switch.states, relief, place_years)
        for switch, relief, place_years in zip(switches, reliefs, avoided, strict=True)
    ]
    own = [
        Mechanism(owner, "costs", None, (), relief, 0.0)
        for owner, relief in zip(owners, values.own_costs, strict=True)
    ]
    return (*effects, *own)


def _with_rest(parts: list[float], whole: float) -> list[float]:
    """Parts that add up to a whole; the largest takes what rounding leaves."""
    largest = max(range(len(parts)), key=lambda at: abs(parts[at]), default=0)
    others = sum(part for at, part in enumerate(parts) if at != largest)
    return [whole - others if at == largest else part for at, part in enumerate(parts)]
