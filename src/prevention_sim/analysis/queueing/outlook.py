"""The closed forms applied to a limit of a scenario: where its queue is heading, whatever the horizon shows.

What comes is read from the same persons with places for all; the mean length of help is the time in it over
the number whose help ended, so help that goes on at the horizon does not shorten it. Patience is read from
the queue in the same way: time spent waiting over the number who left it unserved.
"""

from math import floor

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.queueing.pre_check import PreCheck, pre_check
from prevention_sim.analysis.queueing.station import Station
from prevention_sim.analysis.queues import Queue, with_places_for_all
from prevention_sim.economics.passages import between, taken_in
from prevention_sim.model.model import Model


def outlook(model: Model, queue: Queue) -> PreCheck | None:
    """What a queue comes to if all stays as it is; None where nobody asks, or nobody's help ends."""
    station = _station(model, queue)
    return None if station is None else pre_check(station)


def _station(model: Model, queue: Queue) -> Station | None:
    """The limit as a station without memory."""
    limit, free = queue.limit, with_places_for_all(model)
    cells = [
        at
        for at, cell in enumerate(model.cells)
        if cell.takes_part(limit.id) or (limit.state is not None and cell.state == limit.state)
    ]
    ways = taken_in(model, {limit.id}) if limit.state is None else between(model, None, limit.state)
    strategy = model.strategies.index(queue.strategy)
    came = ways.counted(free.trace)[0, :, :, strategy].sum()
    time = free.trace.time_in[0][:, cells, strategy].sum()
    ended = _there(free, cells, strategy) + came - free.trace.at_end[cells, strategy].sum()
    years = model.calendar.cycles * float(model.calendar.cycle_years)
    horizon = model.calendar.years
    slots = floor(queue.places(horizon) / max(limit.needs))
    if came <= 0.0 or ended <= 0.0 or slots < 1:
        return None
    left, waited = queue.unserved(horizon), queue.waiting(horizon) * years
    return Station(
        arrivals_per_year=float(came / years),
        mean_help_years=float(time / ended),
        slots=slots,
        mean_patience_years=waited / left if left > 0.0 and waited > 0.0 else None,
        waiting_room=limit.room,
    )


def _there(outcomes: Outcomes, cells: list[int], strategy: int) -> float:
    """How many are in some cells when it all begins."""
    firsts = outcomes.model.network.first_slot
    slots = np.concatenate([np.arange(firsts[cell], firsts[cell + 1]) for cell in cells])
    return float(outcomes.bound.start[slots, strategy].sum())
