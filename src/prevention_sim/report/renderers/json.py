"""The result for programs: numbers unrounded, keys stable, words in English."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import product
from typing import Any

from prevention_sim.analysis.bridge import bridges
from prevention_sim.analysis.chance import Spread, chance
from prevention_sim.analysis.cost_effectiveness import cost_effectiveness, options_of
from prevention_sim.analysis.decomposition import MOST_EFFECTS, decompose, switches_of
from prevention_sim.analysis.differences import inputs_of
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import indicators
from prevention_sim.analysis.key_figures import key_indicators
from prevention_sim.analysis.manifest import manifest_of
from prevention_sim.analysis.queues import capacity_effect, queues
from prevention_sim.engines import COUNTERS
from prevention_sim.report.budget import AXES, budget_rows
from prevention_sim.report.drawn_figures import drawn_figures
from prevention_sim.report.outcomes import valuations_of
from prevention_sim.report.result_schema import FORMAT
from prevention_sim.scenario.document import Scenario


def result_as_json(scenario: Scenario, outcomes: Outcomes) -> str:
    """The base row as one JSON document; a figure that is not defined is null."""
    return json.dumps(_result(scenario, outcomes), indent=2, ensure_ascii=False, allow_nan=False)


def _result(scenario: Scenario, outcomes: Outcomes) -> dict[str, Any]:
    about = scenario.scenario
    return {
        "format": FORMAT,
        "scenario": {
            "id": about.id,
            "title": about.title.model_dump(),
            "case": about.case.unit,
            "case_count": about.case_count,
            "start": str(scenario.time.start),
            "years": scenario.time.years,
            "price_year": scenario.prices.year,
        },
        "strategies": {name: strategy.title.model_dump() for name, strategy in scenario.strategies.items()},
        "comparator": scenario.comparator,
        "indicators": [
            {
                "id": each.id,
                "strategy": each.strategy,
                "perspective": each.perspective,
                "period": each.period,
                "value": None if each.values is None else float(each.values[0]),
                "unit": each.unit,
                "denominator": each.denominator,
            }
            for each in (*indicators(outcomes), *key_indicators(scenario, outcomes))
        ],
        "bridges": _bridges(scenario, outcomes),
        "budget": _budget(scenario, outcomes),
        "outcomes": list(_outcomes(scenario, outcomes)),
        "cost_effectiveness": list(_cost_effectiveness(scenario, outcomes)),
        "decomposition": list(_decomposition(outcomes)),
        "chance": list(_chance(outcomes)),
        "draws": drawn_figures(scenario, outcomes.model),
        "queues": _queues(outcomes),
        "inputs": [{"path": path, "value": value} for path, value in sorted(inputs_of(scenario).items())],
        "manifest": manifest_of(scenario, outcomes).as_dict(),
    }


def _chance(outcomes: Outcomes) -> Iterator[dict[str, Any]]:
    """How single replications lie around their mean; nothing where only mean numbers were computed."""
    if outcomes.engine not in COUNTERS:
        return
    findings, model = Findings(outcomes), outcomes.model
    for perspective in findings.perspectives():
        found = chance(model, perspective)
        for strategy in model.strategies:
            spreads: list[tuple[str, int | str, Spread]] = [
                ("cost", year, found.of_year(strategy, year)) for year in found.years
            ]
            if strategy != model.comparator:
                spreads.append(("relief", "window", found.relief(strategy, findings.years("window"))))
            for figure, period, spread in spreads:
                yield {
                    "figure": figure,
                    "strategy": strategy,
                    "perspective": perspective,
                    "period": period,
                    "mean": spread.mean,
                    "half_width_95": spread.half_width if found.replications > 1 else None,
                    **{f"p{percent:02}": spread.quantile(percent / 100) for percent in (5, 50, 90, 95)},
                    "share_above_zero": float((spread.values > 0.0).mean()),
                }


def _queues(outcomes: Outcomes) -> dict[str, Any] | None:
    """What became of queues year by year, how long cases waited, and what it costs; null where nobody can."""
    findings, model = Findings(outcomes), outcomes.model
    found = [queue for strategy in model.strategies for queue in queues(outcomes, strategy)]
    if not found:
        return None
    return {
        "years": [
            {
                "strategy": queue.strategy,
                "limit": queue.limit.id,
                "year": year,
                "places": queue.places((year,)),
                "utilisation": queue.utilisation((year,)),
                "waiting": queue.waiting((year,)),
                "longest": queue.longest((year,)),
                "asked": queue.asked((year,)),
                "served": queue.served((year,)),
                "unserved": queue.unserved((year,)),
            }
            for queue in found
            for year in findings.years("horizon")
        ],
        "waits": [
            {
                "strategy": queue.strategy,
                "limit": queue.limit.id,
                "mean_months": queue.mean_wait_months,
                "p50_months": queue.wait_quantile_months(0.5),
                "p90_months": queue.wait_quantile_months(0.9),
            }
            for queue in found
        ],
        "effects": [
            {"strategy": strategy, "perspective": perspective, **asdict(effect)}
            for strategy in model.strategies
            for perspective in findings.perspectives()
            for part in [Slice(findings.years("window"), perspective=perspective)]
            for effect in [capacity_effect(outcomes, strategy, part)]
        ],
    }


def _decomposition(outcomes: Outcomes) -> Iterator[dict[str, Any]]:
    """What each mechanism brings; nothing for a strategy with too many effects to be told apart."""
    findings, model = Findings(outcomes), outcomes.model
    asked = [(period, each) for period in findings.periods() for each in findings.perspectives()]
    parts = [Slice(findings.years(period), perspective=perspective) for period, perspective in asked]
    for strategy in model.strategies:
        if strategy == model.comparator or len(switches_of(model, strategy)) > MOST_EFFECTS:
            continue
        for (period, perspective), mechanisms in zip(asked, decompose(model, strategy, parts), strict=True):
            where = {"strategy": strategy, "perspective": perspective, "period": period}
            yield from ({**where, **asdict(each)} for each in mechanisms)


def _outcomes(scenario: Scenario, outcomes: Outcomes) -> Iterator[dict[str, Any]]:
    """What is counted beside money, and what a unit gained costs against the comparator."""
    findings, model = Findings(outcomes), outcomes.model
    for name, outcome in scenario.outcomes.items():
        for period, valuation in product(findings.periods(), valuations_of(outcomes)):
            part = Slice(findings.years(period), valuation)
            compared = float(findings.outcome(name, model.comparator, part)[0])
            for strategy in scenario.strategies:
                value = float(findings.outcome(name, strategy, part)[0])
                yield {
                    "outcome": name,
                    "strategy": strategy,
                    "period": period,
                    "valuation": valuation,
                    "value": value,
                    "difference": value - compared,
                    "unit": outcome.unit.en,
                    "aim": outcome.aim,
                }


def _cost_effectiveness(scenario: Scenario, outcomes: Outcomes) -> Iterator[dict[str, Any]]:
    """Where each strategy stands by cost and effect; nothing where there is one strategy only."""
    findings = Findings(outcomes)
    if len(scenario.strategies) == 1:
        return
    asked = product(findings.perspectives(), findings.periods(), valuations_of(outcomes))
    for name, (perspective, period, valuation) in product(scenario.outcomes, asked):
        part = Slice(findings.years(period), valuation, perspective=perspective)
        where = {"outcome": name, "perspective": perspective, "period": period, "valuation": valuation}
        for option in cost_effectiveness(options_of(findings, name, part)).options:
            told = asdict(option)
            yield {**where, "strategy": told.pop("name"), **told}


def _budget(scenario: Scenario, outcomes: Outcomes) -> list[dict[str, Any]]:
    """Costs positive, income negative, in EUR, not discounted; cells of 0 are left out."""
    return [
        {**{name: getattr(row, name) for name in (*AXES, "product")}, "amount": row.amount}
        for row in budget_rows(scenario, outcomes)
    ]


def _bridges(scenario: Scenario, outcomes: Outcomes) -> list[dict[str, Any]]:
    """From last result to forecast by product and strategy, in EUR; the causes add up exactly."""
    return [
        {
            "product": each.product,
            "strategy": each.strategy,
            "year": each.year,
            "comparable": each.comparable,
            "last_result": float(each.last_result[0]),
            "appropriation": None if each.appropriation is None else float(each.appropriation[0]),
            "causes": {cause.kind: float(cause.amount[0]) for cause in each.causes},
            "status_quo": float(each.status_quo[0]),
            "effect": float(each.effect[0]),
            "with_programme": float(each.with_programme[0]),
        }
        for strategy in scenario.strategies
        for each in bridges(scenario, outcomes, strategy)
    ]
