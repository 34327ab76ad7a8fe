"""Arrays whose dimensions have names and whose positions have labels.

A `Cube` is how results leave the engine room: `cost.total_by("strategy", "year")` instead of a reshaped array
whose order only its author remembers. Sums run over whatever is not named.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int32]
Label: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Axes:
    """The names of the dimensions in order, each with the labels of its positions."""

    labels: Mapping[str, tuple[Label, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """The dimensions in the order of the array."""
        return tuple(self.labels)

    @property
    def shape(self) -> tuple[int, ...]:
        """The lengths of the dimensions."""
        return tuple(len(labels) for labels in self.labels.values())

    def position(self, axis: str, label: Label) -> int:
        """Where a label stands on its axis; raises `KeyError` that names both."""
        known = self.labels[axis]
        if label not in known:
            raise KeyError(f"no {label!r} on axis {axis!r}: {', '.join(map(str, known))}")
        return known.index(label)


@dataclass(frozen=True, slots=True)
class Cube:
    """Values with labelled axes.

    >>> axes = Axes({"item": ("home", "help"), "year": (2012, 2013)})
    >>> cost = Cube(np.array([[1.0, 2.0], [10.0, 20.0]]), axes)
    >>> cost.total_by("year")
    array([11., 22.])
    >>> cost.where(item="help").total_by("year")
    array([10., 20.])
    """

    values: FloatArray
    axes: Axes

    def __post_init__(self) -> None:
        """Refuse values that do not fit their labels."""
        if self.values.shape != self.axes.shape:
            raise ValueError(
                f"values {self.values.shape} do not fit axes {self.axes.names} {self.axes.shape}"
            )

    def where(self, **wanted: Label | tuple[Label, ...]) -> "Cube":
        """Keep only these labels on the named axes; no axis disappears."""
        values, labels = self.values, dict(self.axes.labels)
        for axis, chosen in wanted.items():
            kept = chosen if isinstance(chosen, tuple) else (chosen,)
            positions = [self.axes.position(axis, label) for label in kept]
            values = np.take(values, positions, axis=self.axes.names.index(axis))
            labels[axis] = kept
        return Cube(values, Axes(labels))

    def total_by(self, *names: str) -> FloatArray:
        """Sum over every axis that is not named; the result has the named axes in the given order."""
        order = self.axes.names
        summed = tuple(position for position, name in enumerate(order) if name not in names)
        kept = [name for name in order if name in names]
        total: FloatArray = self.values.sum(axis=summed)
        return total.transpose([kept.index(name) for name in names]) if len(names) > 1 else total
