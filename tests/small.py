"""Scenarios from a few lines: a test writes only the sections its sentence is about.

`states: [a, b]` is short for states whose titles are their ids; every other section is as in a file.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

import numpy as np
import yaml

from prevention_sim.analysis.evaluation import Outcomes, evaluate, grain_of
from prevention_sim.engines.cohort import why_not_cohort
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import parse_scenario
from prevention_sim.scenario.settings import EngineName

Tree: TypeAlias = dict[str, Any]
"""A file as nested mappings and lists; every scalar is the text that a file would hold."""

DEFAULTS = """
format: prevention_sim/1
scenario: {id: small, title: Klein, case: {unit: child, definition: Kind}}
time: {start: 2020-01, years: 1, budget_window: 1}
conventions: {counting: start, conversion: separate}
prices: {year: 2020}
states: [a, b]
caseload: {stock: {group: {value: 1 case, in: a}}}
bearers: {kommune: {title: Kommune}}
strategies: {ohne: {title: ohne}}
comparator: ohne
"""

WITH_PROGRAMME = """
interventions: {hilfe: {title: Hilfe, effects: [{kind: diverts, from: a, into: b, share: 40 %}]}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""


def tree_of(*texts: str) -> Tree:
    """The sections of some texts over the defaults; a later text replaces whole sections of earlier ones."""
    tree: Tree = {}
    for text in (DEFAULTS, *texts):
        tree |= cast("Tree", yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - the base loader makes text only
    if isinstance(tree["states"], list):
        tree["states"] = {state: {"title": state} for state in tree["states"]}
    return tree


def scenario_of(tree: Tree) -> Scenario:
    """A file as the package reads it; JSON is YAML."""
    return parse_scenario(json.dumps(tree).encode())


def scenario(*texts: str) -> Scenario:
    """A scenario from a few lines."""
    return scenario_of(tree_of(*texts))


def model(*texts: str) -> Model:
    """A compiled model from a few lines."""
    return compile_model(scenario(*texts))


def run_tree(tree: Tree, engine: EngineName = "cohort") -> Outcomes:
    """What a file leads to, everything being as written."""
    return run_model(compile_model(scenario_of(tree)), engine)


def run(*texts: str, engine: EngineName = "cohort") -> Outcomes:
    """What a few lines lead to."""
    return run_model(model(*texts), engine)


def run_model(compiled: Model, engine: EngineName = "cohort", replication: int = 0) -> Outcomes:
    """What the base row of a model leads to: what is expected, or for persons one replication.

    A replication is booked on the grain of expected numbers where these can be had: that takes no persons.
    """
    row = base_row(compiled.table)
    if engine == "cohort":
        return next(evaluate(compiled, row, engine=engine))
    grain = grain_of(compiled, "cohort") if why_not_cohort(compiled) is None else None
    return next(evaluate(compiled, row.replicated(1, [replication]), engine=engine, grain=grain))


def arrays_of(outcomes: Outcomes) -> dict[str, FloatArray]:
    """Every number of a result."""
    trace = outcomes.trace
    return {
        "ledger": outcomes.ledger.amount.values,
        "time_in": trace.time_in,
        "moves": trace.moves.along(),
        "shifts": trace.shifts,
        "entries": trace.entries,
        "at_end": trace.at_end,
    }


def digest(arrays: Mapping[str, FloatArray]) -> str:
    """One text for all bits; only -0.0 counts as 0.0."""
    found = hashlib.sha256()
    for name, values in sorted(arrays.items()):
        found.update(f"{name} {values.shape} ".encode())
        found.update(np.ascontiguousarray(values + 0.0).tobytes())
    return found.hexdigest()
