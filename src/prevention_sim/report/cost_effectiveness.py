"""The table of cost and effect: which strategies are worth considering, and what a further unit costs."""

from collections.abc import Iterable
from typing import assert_never

from prevention_sim.analysis.cost_effectiveness import (
    CostEffectiveness,
    Option,
    cost_effectiveness,
    options_of,
)
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.report.numbers import Language, decimal, euro
from prevention_sim.report.outcomes import outcome_title, places_of, price_of_unit
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario


def tell_cost_effectiveness(
    scenario: Scenario, findings: Findings, perspective: Perspective, payer: str, language: Language
) -> tuple[SideBySide, ...]:
    """One table for each outcome, over the whole horizon; none where there is nothing to compare."""
    if len(scenario.strategies) == 1:
        return ()
    valuation = findings.outcomes.model.weights.discounted
    part = Slice(findings.years("horizon"), valuation, perspective=perspective)
    tables = []
    for name in scenario.outcomes:
        found = cost_effectiveness(options_of(findings, name, part))
        title = say(
            language,
            "cost_effectiveness",
            payer=payer,
            worth=say(language, f"valued_{valuation}"),
            outcome=outcome_title(scenario, findings, name, language),
        )
        rows = tuple(_row(scenario, name, found, option, language) for option in found.options)
        tables.append(SideBySide(title, rows))
    return tuple(tables)


def _row(
    scenario: Scenario, outcome: str, found: CostEffectiveness, option: Option, language: Language
) -> tuple[str, str, str]:
    amount = option.effect if scenario.outcomes[outcome].aim == "more" else 0.0 - option.effect
    note = say(
        language,
        "option_note",
        amount=decimal(amount, language, places_of(amount)),
        unit=scenario.outcomes[outcome].unit.told(language),
        standing=_standing(scenario, found, option, language),
        ties=_ties(scenario, option, language),
    )
    return (scenario.strategies[option.name].title.told(language), euro(option.cost, language), note)


def _standing(scenario: Scenario, found: CostEffectiveness, option: Option, language: Language) -> str:
    match option.standing:
        case "frontier" if option.icer is not None:
            against = _titles(scenario, option.against, language)
            return say(language, "option_icer", icer=price_of_unit(option.icer, language), against=against)
        case "frontier":
            alone = {each.name for each in found.frontier} <= {option.name, *option.same_as}
            return say(language, "option_best" if alone else "option_first")
        case "dominated" | "extendedly_dominated":
            others = _titles(scenario, option.beaten_by, language)
            return say(language, f"option_{option.standing}", others=others)
        case _:
            assert_never(option.standing)


def _ties(scenario: Scenario, option: Option, language: Language) -> str:
    if not option.same_as:
        return ""
    return say(language, "option_ties", others=_titles(scenario, option.same_as, language))


def _titles(scenario: Scenario, names: Iterable[str], language: Language) -> str:
    quoted = [
        say(language, "option_title", title=scenario.strategies[name].title.told(language)) for name in names
    ]
    return say(language, "and").join(quoted)
