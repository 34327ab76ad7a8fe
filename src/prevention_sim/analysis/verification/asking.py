"""Whom programmes ask to take part, and whether any case is asked more than once.

Where every case is asked at most once, those taken in are a share of those asked, and what a strategy brings
is a straight line in that share.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from prevention_sim.model.model import Model
from prevention_sim.model.programmes import Programme
from prevention_sim.scenario.expressions import names_in


def shares_taken_in(model: Model) -> tuple[str, ...]:
    """A number for each offer and diversion that scales whom it takes in, by its path."""
    found = {name for diversion in model.diversions for name in names_in(diversion.share)}
    for offer in (offer for programme in model.programmes for offer in programme.offers):
        shares = (share for piece in offer.door.pieces for share in piece.shares)
        read = [name for share in shares for name in names_in(share) if ".enrolment[" in name]
        found.update(read[:1])
    return tuple(sorted(found))


def asked_once(model: Model, strategy: str) -> bool:
    """Whether no case can be asked twice in a strategy: neither at one time nor on its way."""
    position = model.strategies.index(strategy)
    programmes = [programme for programme in model.programmes if programme.strategies[position]]
    if any(offer.of == "present" for programme in programmes for offer in programme.offers):
        return False
    there = list(chain.from_iterable(_asked(each, "stock") for each in programmes))
    coming = list(chain.from_iterable(_asked(each, "entries") for each in programmes))
    moving = set(chain.from_iterable(_asked_on_moves(each) for each in programmes))
    at_one_time = len(there) == len(set(there)) and len(coming) == len(set(coming))
    starts = set(chain.from_iterable(_starts(each) for each in programmes))
    in_turn = len(starts) <= 1 and (not coming or starts <= {0})
    return at_one_time and in_turn and not moving & _reached(model, programmes, {*there, *coming})


def _asked(programme: Programme, of: str) -> Iterator[str]:
    """The states in which it asks the stock, or those who come."""
    yield from (state for offer in programme.offers if offer.of == of for state in offer.states)
    yield from (found.source for found in programme.diversions if found.of == of)


def _asked_on_moves(programme: Programme) -> Iterator[str]:
    yield from (state for offer in programme.offers if offer.of == "entries" for state in offer.states)
    yield from (found.source for found in programme.diversions if found.also_moves)


def _starts(programme: Programme) -> Iterator[int]:
    """The boundaries at which it asks the stock."""
    pieces = chain(
        *(offer.door.pieces for offer in programme.offers if offer.of == "stock"),
        *(found.door.pieces for found in programme.diversions if found.of == "stock"),
    )
    for piece in pieces:
        if any(list(names_in(share)) for share in piece.shares):
            yield from piece.boundaries.nonzero()[0].tolist()


def _reached(model: Model, programmes: Iterable[Programme], states: set[str]) -> set[str]:
    """The states that cases of some states may come to later."""
    ways = set(model.moves)
    ways.update((found.source, found.into) for each in programmes for found in each.diversions)
    reached: set[str] = set()
    waiting = set(states)
    while waiting:
        nearest = {to for origin, to in ways if origin in waiting}
        waiting = nearest - reached
        reached |= nearest
    return reached
