"""Prints one digest for each way of computing the same: run in many processes, they must all be the same.

`python -m tests.contract.digests` prints a line `file engine way digest` for each. Ways differ in the number
of threads, in how many rows are worked at once, and in the order of the keys of the file. With `--one` it is
one way for each file and engine. The first line names the vector units that NumPy uses.
"""

import random
import sys
from collections.abc import Iterator
from itertools import product
from typing import Final

import numpy as np
import yaml
from click.testing import CliRunner

from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.cli.main import prevsim
from prevention_sim.engines import ENGINES
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.settings import EngineName
from prevention_sim.scenario.shipped import scenario_path
from tests import small
from tests.properties.rewriting import with_keys_shuffled
from tests.small import Tree

THREADS: Final = (1, 2, 3)
CHUNKS: Final = (2, 4, None)
ORDERS: Final = (0, 1)
"""Keys as they are written, and shuffled."""

TWO_CLOCKS: Final = """
time: {start: 2020-01, years: 4, budget_window: 4}
strata:
  hoch: {title: hoch, share: 40 %}
  mittel: {title: mittel, share: 35 %}
  rest: {title: übrige, share: rest}
states: {heim: {title: Heim, tags: [placement]}, hilfe: {title: Hilfe}, ende: {title: beendet}}
caseload:
  stock: {da: {value: 25 cases, in: hilfe, elapsed: 3 months}}
  arrivals: {neue: {value: 30 cases/year, into: {hoch: heim, mittel: hilfe, rest: hilfe}}}
stays:
  heim: {mean: 21 months, to: {ende: 70 %, hilfe: rest}}
  hilfe: {mean: 14 months, law: {kind: weibull, shape: 1.4}, to: {ende: 100 %}}
transitions: [{from: hilfe, to: heim, probability: 20 %/year}]
costs: {platz: {kind: per_case, title: Heimplatz, state: heim, value: 5 100 EUR/month}}
interventions:
  kurs:
    title: Kurs
    lasts: 6 months
    enrolment: [{of: entries, in: hilfe, reach: 60 %}]
    effects: [{kind: hazard_ratio, ratio: 0.5, from: hilfe, to: heim, fades_over: 6 months}]
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [kurs]}}
"""

VARIED: Final = {"bielefeld": "parameters.unterbringung", "two_clocks": "interventions.kurs.effects[0].ratio"}
"""The number in which the rows of a file differ."""

VALUES: Final = (0.3, 0.45, 0.6)
REPLICATIONS: Final = 2


def tree_of(name: str) -> Tree:
    """A file as nested mappings."""
    if name == "two_clocks":
        return small.tree_of(TWO_CLOCKS)
    found: Tree = yaml.load(scenario_path(name).read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506 - makes text only
    return found


def engines_of(name: str) -> Iterator[EngineName]:
    """The engines that can compute a file; SimPy takes too long for so many ways."""
    possible = [engine for engine in ENGINES if engine != "simpy"]
    yield from (engine for engine in possible if name == "bielefeld" or engine == "microsimulation")


def digests(name: str, engine: EngineName, *, one: bool) -> Iterator[tuple[str, str]]:
    """The digest of everything a file leads to, by the way in which it was computed."""
    for order in ORDERS[-1:] if one else ORDERS:
        tree = with_keys_shuffled(tree_of(name), random.Random(4)) if order else tree_of(name)  # noqa: S311 - no secret
        model = compile_model(small.scenario_of(tree))
        rows = set_rows(model.table, {VARIED[name]: VALUES})
        if engine != "cohort":
            rows = rows.replicated(7, range(REPLICATIONS))
        for threads, chunk in [(2, None)] if one else product(THREADS, CHUNKS):
            parts = [
                small.arrays_of(each)
                for each in evaluate(model, rows, engine=engine, threads=threads, chunk_rows=chunk)
            ]
            whole = {key: np.concatenate([part[key] for part in parts], axis=-1) for key in parts[0]}
            yield f"threads={threads},rows={chunk},order={order}", small.digest(whole)


def vector_units() -> list[str]:
    """Those that NumPy uses beyond what every processor has."""
    found: list[str] = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    return found


def say(*words: str) -> None:
    """Print a line."""
    sys.stdout.write(" ".join(words) + "\n")


def main() -> None:
    """Print them all, and that of a report as it is read."""
    one = "--one" in sys.argv
    say("uses", *vector_units())
    for name in VARIED:
        for engine in engines_of(name):
            for way, digest in digests(name, engine, one=one):
                say(name, engine, way, digest)
    report = CliRunner().invoke(prevsim, ["run", "bielefeld", "--lang", "de"]).stdout
    say("bielefeld", "report", "text", small.digest({"text": np.frombuffer(report.encode(), np.uint8)}))


if __name__ == "__main__":
    main()
