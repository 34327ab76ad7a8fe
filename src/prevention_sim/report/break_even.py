"""A break-even in sentences."""

from collections.abc import Callable
from functools import partial

from prevention_sim.analysis.break_even import BreakEven, Question, is_share
from prevention_sim.model.calendar import Calendar
from prevention_sim.report.numbers import Language, euro
from prevention_sim.report.quantities import with_unit
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.unit_algebra import unit_of


def tell_break_even(
    scenario: Scenario, question: Question, found: BreakEven, language: Language
) -> list[str]:
    """What was asked, and each value at which the answer turns."""
    number = number_of(scenario, found, language)
    years = Calendar.of(scenario.time).years
    window = years[: scenario.time.budget_window] if question.period == "window" else years
    strategy = scenario.strategies[question.strategy].title.told(language)
    searched = {"low": number(found.low), "high": number(found.high)}
    lines = [
        say(
            language,
            "break_even_written",
            path=found.path,
            written=number(found.written),
            years=f"{window[0]}–{window[-1]}",
            payer=say(language, f"perspective_{question.perspective}"),
            relief=euro(found.relief_as_written, language),
        )
    ]
    if not found.roots:
        key = "break_even_always" if found.relief_as_written > 0.0 else "break_even_never"
        return [*lines, say(language, key, strategy=strategy, **searched)]
    for root in found.roots:
        key = "break_even_from" if root.pays_above else "break_even_up_to"
        verified = say(language, "break_even_verified", relief=euro(root.relief, language), **searched)
        lines.append(f"{say(language, key, value=number(root.value), strategy=strategy)} {verified}")
    return lines


def number_of(scenario: Scenario, found: BreakEven, language: Language) -> Callable[[float], str]:
    """How values of the number are printed: in its unit, a share as a percentage."""
    located = next(each for each in figures_of(scenario) if each.path == found.path)
    unit = unit_of(located.figure, scenario.readable)
    return partial(with_unit, unit=unit, language=language, share=is_share(located, found.written))
