"""What falls on one boundary happens in the stated order, whatever the order of the file (relation 49).

Chances are 0 or 1, so every engine must have the same numbers, and another order would end elsewhere.
"""

import random
from typing import Final

import pytest

from prevention_sim.engines import ENGINES
from prevention_sim.scenario.settings import EngineName
from tests import small
from tests.properties.rewriting import with_keys_shuffled

TEN: Final = "caseload: {intake: {gruppe: {value: 10 cases, at: 2020-%s, into: a}}}\nstates: [a, b, c]\n"
PROGRAMMES: Final = "strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [%s]}}\n"

ORDERS: Final = {
    "who moves as a programme starts is moved from where it went": (
        TEN % "03"
        + PROGRAMMES % "umzug"
        + """
transitions: [{from: a, to: b, probability: 100 %/month}]
interventions:
  umzug: {title: U, start: 2020-04, effects: [{kind: moves, from: b, into: c, share: 100 %}]}
""",
        "c",
    ),
    "who comes as a programme starts is not of the stock": (
        TEN % "04"
        + PROGRAMMES % "umzug"
        + """
interventions:
  umzug: {title: U, start: 2020-04, effects: [{kind: moves, from: a, into: c, share: 100 %}]}
""",
        "a",
    ),
    "who comes is diverted before a place is offered": (
        TEN % "04"
        + PROGRAMMES % "angebot, umweg"
        + """
transitions: [{from: [a, b], to: c, probability: 100 %/month}]
interventions:
  umweg: {title: U, effects: [{kind: diverts, from: a, into: b, share: 100 %}]}
  angebot:
    title: A
    enrolment: [{of: entries, in: a}]
    effects: [{kind: hazard_ratio, from: b, to: c, ratio: 0}]
""",
        "c",
    ),
    "a place is offered after the stay in the programme is over": (
        TEN % "01"
        + PROGRAMMES % "kurs"
        + """
transitions: [{from: a, to: b, probability: 100 %/month}]
interventions:
  kurs:
    title: K
    lasts: 1 month
    enrolment: [{of: present, in: a, offered: 100 %/month}]
    effects: [{kind: hazard_ratio, ratio: 0}]
""",
        "a",
    ),
    "a programme that is over lets somebody go at the end of the next cycle": (
        TEN % "01"
        + PROGRAMMES % "kurs, umzug"
        + """
transitions: [{from: a, to: b, probability: 100 %/month}]
interventions:
  kurs:
    title: K
    lasts: 3 months
    enrolment: [{of: entries, in: a}]
    effects: [{kind: hazard_ratio, ratio: 0}]
  umzug: {title: U, start: 2020-04, effects: [{kind: moves, from: b, into: c, share: 100 %}]}
""",
        "b",
    ),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("order", ORDERS)
def test_what_falls_on_one_boundary_happens_in_the_stated_order(engine: EngineName, order: str) -> None:
    text, ends_in = ORDERS[order]
    tree = small.tree_of(text)
    outcomes = small.run_tree(tree, engine)
    model, end = outcomes.model, outcomes.trace.at_end[:, :, 0, 0]
    there = {
        cell.state
        for cell, number in zip(model.cells, end[:, model.strategies.index("mit")], strict=True)
        if number
    }
    assert there == {ends_in}
    assert end[:, model.strategies.index("mit")].sum() == 10.0
    shuffled = small.run_tree(with_keys_shuffled(tree, random.Random(8)), engine)  # noqa: S311 - no secret
    assert small.digest(small.arrays_of(shuffled)) == small.digest(small.arrays_of(outcomes))
