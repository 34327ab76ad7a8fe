"""The chances of edges and shifts, in every lane, and at every moment where they vary."""

from dataclasses import dataclass, field

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.effects import POSITION
from prevention_sim.model.expressions import Columns, evaluate
from prevention_sim.model.figures import CLOCK
from prevention_sim.model.model import Model
from prevention_sim.model.network import Cell, Gate, Piece, Treatment
from prevention_sim.model.transitions import SLACK, Chances
from prevention_sim.scenario.clocks import AGE, SINCE_ENROLMENT, SINCE_ENTRY, SINCE_START
from prevention_sim.scenario.expressions import Expression, names_in


@dataclass(frozen=True)
class Edges:
    """The chances of a model's edges for the columns of some rows."""

    model: Model
    columns: Columns
    rows: int
    _known: dict[tuple[object, ...], dict[int, list[FloatArray]]] = field(default_factory=dict)

    def bound(self) -> tuple[FloatArray, FloatArray]:
        """Scale f8[edge, strategy, stratum, row] and shape f8[course, strategy, stratum, row] or f8[1, 1].

        The chance of an edge that varies stands in its course, and its scale is 1.
        """
        model, network = self.model, self.model.network
        lanes = (len(model.strategies), len(model.strata), self.rows)
        scale: FloatArray = np.zeros((len(network.edges), *lanes))
        varying = 1 + sum(course.rows for course in model.courses if course)
        shape: FloatArray = np.ones((varying, *lanes) if varying > 1 else (1, 1))
        for position, (edge, course) in enumerate(zip(network.edges, model.courses, strict=True)):
            through = [self._through(edge.gates, stratum) for stratum in range(len(model.strata))]
            for strategy in np.flatnonzero(edge.strategies):
                chances = self._chances(edge.origin, int(strategy))[edge.move]
                for stratum, (chance, passing) in enumerate(zip(chances, through, strict=True)):
                    value = chance if passing is None else chance * passing
                    if edge.ended is not None:
                        at = network.cells.index(edge.origin)
                        value = value * network.at_last(at, edge.ended)[:, np.newaxis]
                    lane = (strategy, stratum)
                    if course is None:
                        scale[(position, *lane)] = value[0, 0]
                        continue
                    moments = np.broadcast_to(value, (course.phases, course.positions, self.rows))
                    shape[(slice(course.first, course.first + course.rows), *lane)] = moments.reshape(
                        -1, self.rows
                    )
                    scale[(position, *lane)] = 1.0
        return scale, shape

    def shifts(self) -> FloatArray:
        """The shares of shifts: f8[shift, strategy, stratum, row]."""
        model = self.model
        found: FloatArray = np.zeros(
            (len(model.network.shifts), len(model.strategies), len(model.strata), self.rows)
        )
        for position, shift in enumerate(model.network.shifts):
            for stratum, share in enumerate(shift.piece.shares):
                found[position, np.array(shift.strategies), stratum] = self._share(share)
        return found

    def doors(self) -> FloatArray:
        """The share of those who go through each door: f8[door, boundary, stratum, row]."""
        model = self.model
        boundaries = model.calendar.cycles + 1
        found: FloatArray = np.zeros((len(model.doors), boundaries, len(model.strata), self.rows))
        for position, door in enumerate(model.doors):
            for piece in door.pieces:
                shares = np.array([self._share(share) for share in piece.shares])
                found[position, piece.boundaries != 0.0] = shares
        return found

    def _chances(self, cell: Cell, strategy: int) -> dict[int, list[FloatArray]]:
        """The chances of all moves out of a cell in a strategy; cells that agree in them share the work."""
        model = self.model
        having = frozenset(each.id for each in model.programmes if each.strategies[strategy])
        found = (change.in_cell(cell, having) for change in model.changes)
        acting = tuple(each for each in found if each is not None)
        clocks = model.network.clocks[model.cells.index(cell)]
        key = (cell.state, tuple((clock.of, clock.length) for clock in clocks), acting)
        if key not in self._known:
            chances = Chances(model, cell.state, {**self.columns, **self._moments(cell)}, self.rows, acting)
            self._known[key] = chances.by_move
        return self._known[key]

    def _moments(self, cell: Cell) -> dict[str, FloatArray]:
        """What formulas may read of a moment: f8[phase, 1, 1] or f8[1, position, 1]."""
        model = self.model
        length = float(model.calendar.cycle_years)
        cycle = model.first_cycle_of_phase.astype(np.float64)[:, np.newaxis, np.newaxis]
        found = {f"{CLOCK}cycle": cycle, CLOCK + SINCE_START: cycle * length}
        if model.age_at_start is not None:
            found[CLOCK + AGE] = model.age_at_start + cycle * length
        clocks = model.network.clocks[model.cells.index(cell)]
        for clock, positions in zip(clocks, model.network.grid(model.cells.index(cell)), strict=True):
            at = positions.astype(np.float64)[np.newaxis, :, np.newaxis]
            if isinstance(clock.of, Treatment):
                found[POSITION + clock.of.programme] = at
                found[CLOCK + SINCE_ENROLMENT + clock.of.programme] = at * length
            else:
                name = SINCE_ENTRY if clock.of == "entry" else AGE
                found[CLOCK + name] = (clock.origin + at) * length
        return found

    def _through(self, gates: tuple[Gate, ...], stratum: int) -> FloatArray | None:
        """The share that goes through some gates in a stratum, f8[phase or 1, 1, row]; None where all do."""
        share: FloatArray | None = None
        for gate in gates:
            taken = self._by_phase(gate.pieces, stratum)
            passing = taken if gate.taken else 1.0 - taken
            share = passing if share is None else share * passing
        return share

    def _by_phase(self, pieces: tuple[Piece, ...], stratum: int) -> FloatArray:
        if len(pieces) == 1:
            return self._share(pieces[0].shares[stratum])[np.newaxis, np.newaxis]
        asked = self.model.first_cycle_of_phase + 1  # where the move ends
        held = [next(piece for piece in pieces if piece.boundaries[at]) for at in asked]
        return np.array([self._share(piece.shares[stratum]) for piece in held])[:, np.newaxis]

    def _share(self, share: Expression) -> FloatArray:
        """A share of each row; raises `ModelError` where it is none."""
        value = np.broadcast_to(evaluate(share, self.columns), (self.rows,))
        wrong = ~((value >= -SLACK) & (value <= 1.0 + SLACK))
        if wrong.any():
            row, read = int(np.argmax(wrong)), ", ".join(sorted(set(names_in(share))))
            raise ModelError(
                Both(
                    f"Ein Anteil liegt nicht zwischen 0 und 1 (Reihe {row}); beteiligte Zahlen: {read}",
                    f"a share leaves the range from 0 to 1 in row {row}; numbers involved: {read}",
                )
            )
        return np.clip(value, 0.0, 1.0)
