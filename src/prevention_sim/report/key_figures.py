"""The offices' indicators as a table: without the programme, below it with it, and how each is counted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from prevention_sim.analysis.findings import Findings
from prevention_sim.analysis.key_figures import KeyFigure, Kind, counted_strata, kept_apart, key_figures
from prevention_sim.report.numbers import Language, decimal, percent
from prevention_sim.report.tables import MOST_YEARS
from prevention_sim.report.wording import say
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.document import Scenario

PLACES: Final[dict[Kind, int]] = {
    "help_place_years_per_1000_under_21": 1,
    "cost_per_place_year": 0,
    "mean_stay_months": 1,
    "net_cost_per_inhabitant_under_21": 0,
}
"""Decimal places; what is not named is a share."""


@dataclass(frozen=True, slots=True)
class KeyFigureTable:
    """Words in the first cell of a row, then one figure for each year; the notes say how each is counted.

    A line of the programme stands below that of the comparator where they differ.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def tell_key_figures(
    scenario: Scenario, findings: Findings, strategy: str, language: Language
) -> tuple[KeyFigureTable, ...]:
    """The table of the strata that count, and one of all where some stay out; none without settings."""
    counted = _table(scenario, findings, strategy, counted_strata(scenario, findings), language)
    if not counted.rows:
        return ()
    apart = kept_apart(scenario)
    if not apart:
        return (counted,)
    everybody = _table(scenario, findings, strategy, findings.outcomes.model.strata, language)
    names = ", ".join(strata_of(scenario)[name].title.told(language) for name in sorted(apart))
    title = say(language, "key_figures_with_apart", strata=names)
    return (counted, replace(everybody, title=title, notes=()))


def _table(
    scenario: Scenario, findings: Findings, strategy: str, strata: tuple[str, ...], language: Language
) -> KeyFigureTable:
    years = findings.whole_years()[:MOST_YEARS]
    shown = dict.fromkeys((scenario.comparator, strategy))
    by_strategy = {
        name: [tuple(key_figures(scenario, findings, name, year, strata)) for year in years] for name in shown
    }
    rows: list[tuple[str, ...]] = []
    kinds: dict[Kind, None] = {}
    for each in zip(*(zip(*of_years, strict=True) for of_years in by_strategy.values()), strict=True):
        kinds[each[0][0].kind] = None
        for name, figures in zip(shown, each, strict=True):
            title = scenario.strategies[name].title.told(language)
            cells = tuple(_cell(figure, language) for figure in figures)
            if name == scenario.comparator:
                rows.append((_name(figures[0], language), *cells))
            elif cells != rows[-1][1:]:
                rows.append((f"  {title}", *cells))
    titles = [scenario.strategies[name].title.told(language) for name in shown]
    key = "key_figures" if len(titles) == 1 else "key_figures_compared"
    return KeyFigureTable(
        title=say(language, key, comparator=titles[0], strategy=titles[-1]),
        headings=tuple(str(year) for year in years),
        rows=tuple(rows),
        notes=(*_notes(scenario, language), *(say(language, f"formula_{kind}") for kind in kinds)),
    )


def _notes(scenario: Scenario, language: Language) -> Iterator[str]:
    """Who is counted."""
    names = ", ".join(strata_of(scenario)[name].title.told(language) for name in sorted(kept_apart(scenario)))
    yield say(language, "key_figures_without_apart" if names else "key_figures_nobody_apart", strata=names)
    yield say(language, "key_figures_help")
    if not scenario.caseload.stock:
        yield say(language, "key_figures_no_stock")


def _name(figure: KeyFigure, language: Language) -> str:
    setting = say(language, f"setting_{figure.setting}") if figure.setting else ""
    return say(language, f"key_{figure.kind}", setting=setting)


def _cell(figure: KeyFigure, language: Language) -> str:
    if figure.values is None:
        return say(language, "none")
    value = float(figure.values[0])
    if figure.kind not in PLACES:
        return percent(value, language, 1)
    return decimal(value, language, PLACES[figure.kind])
