"""Cost-benefit simulation of preventive interventions in municipal social policy.

>>> import prevention_sim as ps
>>> result = ps.run(ps.load("bielefeld"))
>>> ps.Findings(result.outcomes).years("window")
(2012, 2013, 2014, 2015)

Nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prevention_sim.analysis.evaluation import evaluate, evaluate_base
    from prevention_sim.analysis.findings import Findings
    from prevention_sim.api import Result, break_even, compare, cost_effectiveness, load, run
    from prevention_sim.foundation.errors import ModelError, PreventionSimError
    from prevention_sim.model.compile import compile_model
    from prevention_sim.model.rows import set_rows
    from prevention_sim.scenario.document import Scenario
    from prevention_sim.scenario.problems import ScenarioError

_HOMES = {
    "Findings": "analysis.findings",
    "ModelError": "foundation.errors",
    "PreventionSimError": "foundation.errors",
    "Result": "api",
    "Scenario": "scenario.document",
    "ScenarioError": "scenario.problems",
    "break_even": "api",
    "compare": "api",
    "compile_model": "model.compile",
    "cost_effectiveness": "api",
    "evaluate": "analysis.evaluation",
    "evaluate_base": "analysis.evaluation",
    "load": "api",
    "run": "api",
    "set_rows": "model.rows",
}

__all__ = [
    "Findings",
    "ModelError",
    "PreventionSimError",
    "Result",
    "Scenario",
    "ScenarioError",
    "break_even",
    "compare",
    "compile_model",
    "cost_effectiveness",
    "evaluate",
    "evaluate_base",
    "load",
    "run",
    "set_rows",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Import a public name from the file that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names, for completion in a notebook."""
    return list(__all__)
