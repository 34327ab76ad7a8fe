"""The parameter table, and the rows every analysis consists of."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.expressions import evaluate
from prevention_sim.model.figures import resolved
from prevention_sim.scenario.clocks import differs_between_cases
from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.evidence import Formula
from prevention_sim.scenario.expressions import Expression, names_in
from prevention_sim.scenario.quantities import Unit
from prevention_sim.scenario.uncertainty import Uncertain, uncertain_of
from prevention_sim.scenario.unit_algebra import unit_of


@dataclass(frozen=True)
class ParameterTable:
    """Every number of a file by its path, in the unit it is written in; formulas follow from the numbers.

    `uncertain` says of some numbers what else they may be.
    """

    names: tuple[str, ...]
    base: FloatArray
    formulas: tuple[tuple[str, Expression], ...]
    uncertain: tuple[Uncertain, ...] = ()


@dataclass(frozen=True)
class Rows:
    """Lines of the parameter table, f8[row, parameter]; the only thing an analysis creates.

    Each may have its luck, which makes it one replication; rows without are about what is expected.
    """

    table: ParameterTable
    values: FloatArray
    luck: tuple[Luck, ...] = ()

    def __len__(self) -> int:
        """How many rows."""
        return len(self.values)

    def part(self, first: int, last: int) -> "Rows":
        """The rows from `first` up to, not including, `last`."""
        return Rows(self.table, self.values[first:last], self.luck[first:last])

    def replicated(self, seed: int, replications: Iterable[int]) -> "Rows":
        """Every row once for each replication of a seed, replications running fastest."""
        luck = tuple(Luck(seed, replication) for replication in replications)
        return Rows(self.table, np.repeat(self.values, len(luck), axis=0), luck * len(self))

    def columns(self) -> dict[str, FloatArray]:
        """Every number and every formula by its path: f8[row]."""
        found = {name: self.values[:, position] for position, name in enumerate(self.table.names)}
        for name, formula in self.table.formulas:
            value = np.broadcast_to(evaluate(formula, found), (len(self),))
            if not np.isfinite(value).all():
                row = int(np.argmin(np.isfinite(value)))
                raise ModelError(
                    Both(
                        f"{name}: Die Formel hat keinen endlichen Wert (Reihe {row})",
                        f"{name}: the formula has no finite value in row {row}",
                    )
                )
            found[name] = value
        return found


def parameter_table(scenario: Scenario) -> ParameterTable:
    """The table of a scenario; formulas stand after everything they read.

    A formula that reads a clock or an attribute is no column: it stands in the terms that read it.
    """
    numbers: dict[str, float] = {}
    formulas: dict[str, Expression] = {}
    for found in figures_of(scenario):
        value = found.figure.value
        if differs_between_cases(scenario, found.figure):
            continue
        if isinstance(value, Formula):
            formulas[found.path] = resolved(scenario, value.expression)
        else:
            numbers[found.path] = value.value
    names = tuple(sorted(numbers))
    base = np.array([numbers[name] for name in names])
    return ParameterTable(names, base, tuple(_in_order(formulas)), uncertain_of(scenario))


def units_of(scenario: Scenario) -> dict[str, Unit]:
    """The unit of every number of the file by its path: what its column is counted in."""
    return {found.path: unit_of(found.figure, scenario.readable) for found in figures_of(scenario)}


def base_row(table: ParameterTable) -> Rows:
    """The one row in which everything is as written."""
    return Rows(table, table.base[np.newaxis, :])


def set_rows(table: ParameterTable, changes: Mapping[str, ArrayLike]) -> Rows:
    """Rows that differ from the file in some numbers, given by path as a value or one value per row.

    Raises `ModelError` for a path that is no number of the file.
    """
    changed = {path: np.atleast_1d(np.asarray(value, dtype=np.float64)) for path, value in changes.items()}
    lengths = {len(value) for value in changed.values()} - {1}
    if len(lengths) > 1:
        raise ModelError(
            f"numbers for rows come in different lengths: {', '.join(map(str, sorted(lengths)))}"
        )
    count = max(lengths, default=1)
    values = np.tile(table.base, (count, 1))
    for path, value in changed.items():
        values[:, _position(table, path)] = value
    return Rows(table, values)


def with_numbers(table: ParameterTable, paths: Collection[str]) -> ParameterTable:
    """The table with some formulas as plain numbers of their base value, so that rows may vary them."""
    columns = base_row(table).columns()
    names = tuple(sorted({*table.names, *paths}))
    base = np.array([columns[name][0] for name in names])
    formulas = tuple(each for each in table.formulas if each[0] not in paths)
    return replace(table, names=names, base=base, formulas=formulas)


def named_path(table: ParameterTable, name: str) -> str:
    """The path of a number given by its path or, for a parameter, its id; raises `ModelError`."""
    path = f"parameters.{name}" if "." not in name else name
    return table.names[_position(table, path)]


def _position(table: ParameterTable, path: str) -> int:
    if path.startswith("conventions.") or path == "prices.general_rise":
        raise ModelError(
            Both(
                f"{path} ist eine Vereinbarung über das Rechnen: Ändern Sie sie in der Datei",
                f"{path} is a convention: the same for all rows of a model, so change it in the file",
            )
        )
    if path in table.names:
        return table.names.index(path)
    formula = dict(table.formulas).get(path)
    if formula is not None:
        read = ", ".join(sorted(set(names_in(formula))))
        raise ModelError(
            Both(
                f"{path} ist eine Formel; ändern Sie die Zahlen, die sie liest: {read}",
                f"{path} is a formula; set the numbers it reads: {read}",
            )
        )
    raise ModelError(Both(f"Eine Zahl {path} gibt es nicht", f"there is no number at {path}"))


def _in_order(formulas: Mapping[str, Expression]) -> list[tuple[str, Expression]]:
    ordered: dict[str, Expression] = {}

    def place(path: str) -> None:
        for name in sorted(set(names_in(formulas[path]))):
            if name in formulas and name not in ordered:
                place(name)
        ordered[path] = formulas[path]

    for path in sorted(formulas):
        if path not in ordered:
            place(path)
    return list(ordered.items())
