"""What draws came to, for programs: every figure with its interval, numbers unrounded."""

from typing import Any

import numpy as np

from prevention_sim.analysis.draws import Drawn, Sample, drawn
from prevention_sim.model.distributions import quantiles
from prevention_sim.model.model import Model
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.uncertainty import Uncertain


def drawn_figures(scenario: Scenario, model: Model) -> dict[str, Any] | None:
    """The draws that a file asks for; None where it asks for none. A figure that is not defined is null."""
    asked = scenario.uncertainty
    if not asked.draws:
        return None
    found, interval = drawn(model, asked.draws, asked.plan, asked.seed), asked.interval.value
    return {
        "plan": found.design.plan,
        "count": found.design.count,
        "blocks": found.design.blocks,
        "seed": found.design.seed,
        "interval": interval,
        "dimensions": list(found.design.dimensions),
        "numbers": [_number(each, interval) for each in found.uncertain],
        "figures": _figures(found, interval),
        "perspective": found.perspective,
        "budget": [
            {"strategy": strategy, "item": item, "year": year, **_spread(sample, interval)}
            for (strategy, item, year), sample in found.cells.items()
            if sample.amount.any()
        ],
    }


def _figures(found: Drawn, interval: float) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "strategy": each.strategy,
            "perspective": each.perspective,
            "period": each.period,
            "unit": each.unit,
            "denominator": each.denominator,
            **_spread(each.sample, interval),
            "share_defined": each.sample.defined,
            "share_above_zero": each.sample.above_zero,
            "expected_loss": each.sample.expected_loss if each.id == "relief" else None,
        }
        for each in found.figures
    ]


def _spread(sample: Sample, interval: float) -> dict[str, float | None]:
    low, high = sample.ends(interval) or (None, None)
    return {"mean": sample.mean, "half_width_95": sample.half_width, "low": low, "high": high}


def _number(number: Uncertain, interval: float) -> dict[str, Any]:
    """A number and the interval of what is drawn of it; of shares drawn together, each by itself."""
    tail = (1.0 - interval) / 2.0
    low, high = (float(end) for end in quantiles(number, np.array([tail, 1.0 - tail])))
    return {"path": number.path, "family": number.family, "low": low, "high": high}
