"""Several results on one page: the same measures, one column for each strategy or convention."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from prevention_sim.analysis.conventions import UnderConventions
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import avoided_place_years, ratio
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.report.numbers import Language, decimal, euro
from prevention_sim.report.teller import span
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario


@dataclass(frozen=True, slots=True)
class Compared:
    """A strategy of a file with its outcomes, and the heading it gets."""

    heading: str
    scenario: Scenario
    outcomes: Outcomes
    strategy: str


@dataclass(frozen=True, slots=True)
class Page:
    """A table of words; the first column says what the row is."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def alternatives_of(scenario: Scenario, outcomes: Outcomes, language: Language) -> list[Compared]:
    """Every strategy of a file but its comparator."""
    file = scenario.scenario.id.replace("_", " ")
    return [
        Compared(f"{file}\n{strategy.title.told(language)}", scenario, outcomes, name)
        for name, strategy in scenario.strategies.items()
        if name != scenario.comparator
    ]


def compare_on_a_page(columns: Sequence[Compared], language: Language) -> Page:
    """The measures a council asks for, side by side, each over the file's own budget window."""
    told = [_measures(column, language) for column in columns]
    rows = tuple(
        (say(language, f"measure_{name}"), *(measures[name] for measures in told)) for name in MEASURES
    )
    headings = ("", *(column.heading for column in columns))
    return Page(headings, rows, _unlike(columns, language))


def conventions_page(
    scenario: Scenario, found: Sequence[UnderConventions], strategy: str, language: Language
) -> Page:
    """The headline under every pair of conventions; the file's own is marked."""
    shown = ("relief", "avoided_place_years", "net")
    rows = []
    for each in found:
        counting = say(language, f"short_{each.conventions.counting_name}")
        conversion = say(language, f"short_{each.conventions.conversion}")
        if each.refusal is not None:
            figures = [each.refusal.told(language), "", ""]
        elif each.outcomes is not None:
            told = _measures(Compared("", scenario, each.outcomes, strategy), language)
            figures = [told[name] for name in shown]
        rows.append((counting, conversion, *figures, say(language, "as_written") if each.as_written else ""))
    headings = (
        say(language, "heading_counting"),
        say(language, "heading_conversion"),
        *(say(language, f"measure_{name}") for name in shown),
        "",
    )
    return Page(headings, tuple(rows), ())


MEASURES = ("years", "relief", "present_value", "supported", "avoided_place_years", "gross", "net")


def _measures(column: Compared, language: Language) -> dict[str, str]:
    """Each measure as it is printed."""
    findings = Findings(column.outcomes)
    model, strategy = column.outcomes.model, column.strategy
    part = Slice(findings.years("window"), perspective=findings.perspectives()[0])
    relief, avoided = findings.relief(strategy, part), avoided_place_years(findings, strategy, part)
    gross = findings.relief(strategy, part, findings.items_of_state(model.placements))
    worth = findings.relief(strategy, replace(part, valuation=model.weights.discounted))

    def per_place_year(amount: FloatArray) -> str:
        value = ratio(amount, avoided)
        return say(language, "none") if value is None else euro(float(value[0]), language)

    return {
        "years": span(part.years),
        "relief": euro(float(relief[0]), language),
        "present_value": euro(float(worth[0]), language),
        "supported": decimal(float(findings.supported_cases(strategy, part)[0]), language),
        "avoided_place_years": decimal(float(avoided[0]), language, 1),
        "gross": per_place_year(gross),
        "net": per_place_year(relief),
    }


def _unlike(columns: Sequence[Compared], language: Language) -> tuple[str, ...]:
    """What makes columns hard to compare, said below them."""
    windows = {Findings(column.outcomes).years("window") for column in columns}
    prices = {column.scenario.prices.year for column in columns}
    unlike = {"differ_in_years": len(windows) > 1, "differ_in_prices": len(prices) > 1}
    return tuple(say(language, key) for key, differ in unlike.items() if differ)
