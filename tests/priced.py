"""A file with all its prices times a factor."""

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes, evaluate
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import Rows
from tests import small
from tests.small import Tree


def priced(tree: Tree, *factors: float) -> Outcomes:
    """The file with all its prices times each factor, one row for each."""
    model = compile_model(small.scenario_of(tree))
    values = np.tile(model.table.base, (len(factors), 1))
    for position, name in enumerate(model.table.names):
        if is_price(tree, name):
            values[:, position] *= factors
    return next(evaluate(model, Rows(model.table, values)))


def is_price(tree: Tree, path: str) -> bool:
    """Whether a line is proportional to the numbers at such paths; of hours and price only one counts."""
    *where, key = path.split(".")
    if not {"costs", "income"} & {*where[-2:-1]}:
        return False
    line = tree
    for name in where:
        line = line[name]
    hours = line["kind"] == "per_case" and "at" in line
    return key in ("personnel", "material", "at" if hours else "value")
