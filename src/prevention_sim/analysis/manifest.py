"""What a result carries so that it can be traced and recomputed: hashes, versions and its digest."""

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import product
from typing import Any

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.engines import COUNTERS
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Formula
from prevention_sim.scenario.parts import Part
from prevention_sim.scenario.quantities import Quantity
from prevention_sim.scenario.tables import Table


@dataclass(frozen=True, slots=True)
class Manifest:
    """The scenario by its content, tables beside it by their bytes, the versions, the digest of the result.

    Seed and replications are of runs that simulate persons.

    Comments, the order of the file and the spelling of numbers do not change the scenario's hash.
    """

    scenario_id: str
    scenario_sha256: str
    data_sha256: Mapping[str, str]
    engine: str
    seed: int | None
    replications: int | None
    prevention_sim: str
    python: str
    numpy: str
    result_digest: str

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def manifest_of(scenario: Scenario, outcomes: Outcomes) -> Manifest:
    """The manifest of a run's base row."""
    simulation = outcomes.model.simulation if outcomes.engine in COUNTERS else None
    return Manifest(
        scenario_id=scenario.scenario.id,
        scenario_sha256=_sha256(canonical_text(scenario)),
        data_sha256={
            table.file: table.sha256 for table in scenario.tables.values() if isinstance(table, Table)
        },
        engine=outcomes.engine,
        seed=None if simulation is None else simulation.seed,
        replications=None if simulation is None else simulation.replications,
        prevention_sim=package_version(),
        python=platform.python_version(),
        numpy=np.__version__,
        result_digest=result_digest(outcomes),
    )


def package_version() -> str:
    """The installed version; "source" where the package runs without being installed."""
    try:
        return version("prevention-sim")
    except PackageNotFoundError:
        return "source"


def canonical_text(scenario: Scenario) -> str:
    """The file as it was understood: defaults filled in, keys sorted, numbers as values."""
    return json.dumps(understood(scenario), sort_keys=True, ensure_ascii=False)


def result_digest(outcomes: Outcomes) -> str:
    """SHA-256 over a sorted table of ledger, person-years and outcomes: 12 digits, no negative zero."""
    model, ledger = outcomes.model, outcomes.ledger.amount
    lines = _table("ledger", tuple(ledger.axes.labels.values()), ledger.values)
    cells = tuple(str(cell) for cell in model.cells)
    rows = tuple(range(outcomes.trace.time_in.shape[-1]))
    periods = tuple(range(len(model.calendar.year_of_period)))
    labels = (model.weights.valuations, periods, cells, model.strategies, model.strata, rows)
    lines += _table("time_in", labels, outcomes.trace.time_in)
    lines += _outcome_lines(Findings(outcomes))
    return _sha256("\n".join(sorted(lines)))


def _outcome_lines(findings: Findings) -> list[str]:
    """Totals of outcomes; how they are spread over the years follows from the time in states."""
    model, horizon = findings.outcomes.model, findings.years("horizon")
    lines = []
    for outcome, valuation, strategy in product(model.outcomes, ("nominal", "present"), model.strategies):
        values = findings.outcome(outcome.id, strategy, Slice(horizon, valuation))
        labels = (outcome.id, valuation, strategy)
        lines += _table("|".join(("outcome", *labels)), (tuple(range(len(values))),), values)
    return lines


def _table(name: str, labels: tuple[tuple[str | int, ...], ...], values: FloatArray) -> list[str]:
    return [
        "|".join(
            [name, *(str(axis[at]) for axis, at in zip(labels, position, strict=True)), f"{value + 0.0:.12g}"]
        )
        for position, value in np.ndenumerate(values)
    ]


def understood(part: object) -> object:
    """Plain data of a part; a formula counts by what it computes, not by how it was typed."""
    match part:
        case Part():
            fields = {name: field for name, field in type(part).model_fields.items() if not field.exclude}
            return {field.alias or name: understood(getattr(part, name)) for name, field in fields.items()}
        case Formula(expression=expression):
            return repr(expression)
        case Quantity(value, unit):
            return f"{value!r} {unit}".strip().replace(".0 ", " ").removesuffix(".0")
        case Mapping():
            return {str(key): understood(value) for key, value in part.items()}
        case tuple():
            return [understood(value) for value in part]
        case _:
            return part


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
