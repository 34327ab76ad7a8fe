"""A small town whose persons tests follow one by one: two groups, three states, moves between them.

Who comes and what is done for them, a test writes itself.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from prevention_sim.engines.coming import persons
from prevention_sim.engines.microsimulation import Address
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row

TOWN: Final = """
time: {start: 2020-01, years: 2, budget_window: 2}
strata: {hoch: {title: hoch, share: 50 %}, rest: {title: übrige, share: rest}}
states: {a: {title: Heim}, b: {title: Hilfe}, c: {title: beendet}}
transitions:
  - {from: a, to: c, probability: 5 %/month}
  - {from: b, to: a, probability: 8 %/month}
  - {from: b, to: c, probability: 5 %/month}
strategies: {ohne: {title: ohne Kurs}, mit: {title: mit Kurs, interventions: [kurs]}}
"""


def everybody(model: Model, luck: Luck) -> Iterator[Address]:
    """The address of every person of a replication."""
    coming = persons(model, base_row(model.table), [luck])[0].max(axis=-1)
    for stratum, population, cycle in np.argwhere(coming).tolist():
        for ordinal in range(coming[stratum, population, cycle]):
            yield Address(population, stratum, cycle, ordinal)
