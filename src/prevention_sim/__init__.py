"""Cost-benefit simulation of preventive interventions in municipal social policy.

>>> import prevention_sim as ps
>>> model = ps.compile_model(ps.load_scenario("scenarios/bielefeld.yaml"))
>>> ps.Findings(ps.evaluate_base(model)).years("window")
(2012, 2013, 2014, 2015)

Nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
    from prevention_sim.analysis.findings import Findings
    from prevention_sim.analysis.indicators import Indicator, indicators
    from prevention_sim.foundation.errors import ModelError, PreventionSimError
    from prevention_sim.model.compile import compile_model
    from prevention_sim.model.rows import base_row, set_rows
    from prevention_sim.scenario.document import Scenario
    from prevention_sim.scenario.loading import load_scenario
    from prevention_sim.scenario.problems import ScenarioError

_HOMES = {
    "Findings": "analysis.findings",
    "Indicator": "analysis.indicators",
    "ModelError": "foundation.errors",
    "Outcomes": "analysis.evaluation",
    "PreventionSimError": "foundation.errors",
    "Scenario": "scenario.document",
    "ScenarioError": "scenario.problems",
    "base_row": "model.rows",
    "compile_model": "model.compile",
    "evaluate": "analysis.evaluation",
    "evaluate_base": "analysis.evaluation",
    "indicators": "analysis.indicators",
    "load_scenario": "scenario.loading",
    "set_rows": "model.rows",
}

__all__ = [
    "Findings",
    "Indicator",
    "ModelError",
    "Outcomes",
    "PreventionSimError",
    "Scenario",
    "ScenarioError",
    "base_row",
    "compile_model",
    "evaluate",
    "evaluate_base",
    "indicators",
    "load_scenario",
    "set_rows",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Import a public name from the file that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
