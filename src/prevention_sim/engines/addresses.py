"""Where chance finds a person, and what it is asked for.

    person       population << 40 | cycle of arrival << 24 | ordinal within that cycle
    population   first 24 bits of SHA-256 of "<stratum>", the byte 0x1f and "<stream>" in UTF-8
    occurrence   moves so far; of an offer at a rate also how often it came before in the same sojourn, r:
                 (r % 256) << 24 | (r // 256) << 16 | moves

This numbering is settled, as that of `foundation/randomness.py` is. Names whose numbers coincide are refused.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

import numpy as np

from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.randomness import PURPOSE_BITS, Whole, Words, first_bits, fits

Name = TypeVar("Name", bound=Hashable)

POPULATION_BITS, CYCLE_BITS, ORDINAL_BITS = 24, 16, 24


def person_keys(population: Whole, cycle: Whole, ordinal: Whole) -> Words:
    """Return the keys of persons by where they come from, their cycle of arrival, and their place in it."""
    who = fits("population", population, POPULATION_BITS) << np.uint64(CYCLE_BITS + ORDINAL_BITS)
    when = fits("cycle of arrival", cycle, CYCLE_BITS) << np.uint64(ORDINAL_BITS)
    return np.asarray(who | when | fits("ordinal of arrival", ordinal, ORDINAL_BITS))


def population_ids(populations: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Give each population (stratum id, stream id) of a scenario its number; two with the same one raise."""
    labels = {pair: "\x1f".join(pair) for pair in populations}
    return _distinct("populations", labels, POPULATION_BITS)


def purpose_ids(names: Iterable[str]) -> dict[str, int]:
    """Give each purpose of a scenario its number; two with the same one raise."""
    return _distinct("purposes", {name: name for name in names}, PURPOSE_BITS)


def _distinct(kind: str, labels: Mapping[Name, str], bits: int) -> dict[Name, int]:
    owners: dict[int, Name] = {}
    for name, label in labels.items():
        owner = owners.setdefault(first_bits(label, bits), name)
        if owner != name:
            raise ModelError(
                Both(
                    f"»{owner}« und »{name}« haben für den Zufall dieselbe Nummer; benennen Sie eines um",
                    f"the {kind} {owner!r} and {name!r} have the same number for chance; rename one",
                )
            )
    return {name: number for number, name in owners.items()}
