"""The indicators of a run, each with its unit, its denominator in words and the period it refers to.

A ratio is a ratio of expectations. It has no value where its denominator is not positive: a programme that
avoids nothing has no cost per avoided place-year, and no number can stand for that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from prevention_sim.analysis.case_count import cases_in_year_per_place, placement_stay_years
from prevention_sim.analysis.counterfactual import would_be_placed, would_enter
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Period, Perspective, Slice
from prevention_sim.foundation.axes import FloatArray

PREFIXES: Final = {"nominal": "", "real": "real_", "present": "present_value_of_"}
"""How the names of an amount begin, by its valuation."""

PLACE_YEARS = "place-years: days in care / 365"
CASES_IN_YEAR = "cases in the year: stock at 31 December + ended, converted with the mean stay"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure of the result, f8[row]; of a ratio the numerator, and what it is divided by in `over`.

    `period` is a span of the file, or one budget year.
    """

    id: str
    strategy: str
    perspective: Perspective | None
    period: Period | int
    amount: FloatArray | None
    unit: str
    denominator: str | None = None
    over: FloatArray | None = None

    @property
    def values(self) -> FloatArray | None:
        """The figure in every row, or None where it is not defined."""
        if self.amount is None or self.over is None:
            return self.amount
        return ratio(self.amount, self.over)


def indicators(outcomes: Outcomes) -> tuple[Indicator, ...]:
    """Every indicator of every strategy and period."""
    findings = Findings(outcomes)
    found: list[Indicator] = []
    for period in findings.periods():
        for strategy in outcomes.model.strategies:
            found += _counts(findings, strategy, period)
            for perspective in findings.perspectives():
                found += _money(findings, strategy, period, perspective)
    return tuple(found)


def ratio(numerator: FloatArray, denominator: FloatArray) -> FloatArray | None:
    """A quotient, or None where a denominator is not above zero in every row."""
    return numerator / denominator if (denominator > 0.0).all() else None


def avoided_place_years(findings: Findings, strategy: str, part: Slice) -> FloatArray:
    """Person-years in placement under the comparator less those under the strategy."""
    model = findings.outcomes.model
    without = findings.person_years(model.comparator, part, model.placements)
    return without - findings.person_years(strategy, part, model.placements)


def avoided_placements(findings: Findings, strategy: str, part: Slice) -> FloatArray:
    """Entries into placement under the comparator less those under the strategy."""
    return findings.placements(findings.outcomes.model.comparator, part) - findings.placements(strategy, part)


def _counts(findings: Findings, strategy: str, period: Period) -> Iterator[Indicator]:
    model = findings.outcomes.model
    part = Slice(findings.years(period))

    def count(name: str, values: FloatArray, unit: str) -> Indicator:
        return Indicator(name, strategy, None, period, values, unit)

    if model.placements:
        yield count(
            "placement_person_years", findings.person_years(strategy, part, model.placements), "person-years"
        )
        yield count("placements", findings.placements(strategy, part), "entries")
        if period == "horizon" or findings.years("window") == findings.years("horizon"):
            yield count(
                "persons_in_placement_at_end", findings.persons_at_end(strategy, model.placements), "persons"
            )
    if strategy == model.comparator:
        for setting, cases in would_enter(findings, part).items():
            yield count(f"would_enter_{setting}", cases, "cases")
    elif model.otherwise:
        taken, placed = would_be_placed(findings, part, strategy), would_be_placed(findings, part)
        whole = "case that would be placed otherwise"
        yield Indicator("diverted_share", strategy, None, period, taken, "share", whole, placed)
    if strategy != model.comparator:
        yield count("supported_cases", findings.supported_cases(strategy, part), "cases")
        if model.placements:
            yield count("avoided_place_years", avoided_place_years(findings, strategy, part), "place-years")
            yield count("avoided_placements", avoided_placements(findings, strategy, part), "entries")


def _money(
    findings: Findings, strategy: str, period: Period, perspective: Perspective
) -> Iterator[Indicator]:
    model = findings.outcomes.model
    part = Slice(findings.years(period), perspective=perspective)

    def figure(
        name: str, amount: FloatArray | None, denominator: str | None = None, over: FloatArray | None = None
    ) -> Indicator:
        return Indicator(name, strategy, perspective, period, amount, "EUR", denominator, over)

    for valuation in model.weights.of_money:
        prefix = PREFIXES[valuation]
        valued = Slice(part.years, valuation, perspective=perspective)
        yield figure(prefix + "cost", findings.cost(strategy, valued))
        if strategy != model.comparator:
            yield figure(prefix + "relief", findings.relief(strategy, valued))
    if strategy == model.comparator:
        return
    relief = findings.relief(strategy, part)
    supported = findings.supported_cases(strategy, part)
    yield figure("relief_per_supported_case", relief, "supported case, over the whole period", supported)
    if model.placements:
        placement = ", ".join(sorted(model.placements))
        reliefs = {
            "gross_relief": findings.relief(strategy, part, findings.items_of_state(model.placements)),
            "programme_relief": findings.relief(strategy, part, findings.programme_items(strategy)),
            "relief": relief,
        }
        avoided = avoided_place_years(findings, strategy, part)
        for name, amount in reliefs.items():
            denominator = f"avoided place-year in {placement} ({PLACE_YEARS})"
            yield figure(f"{name}_per_avoided_place_year", amount, denominator, avoided)
        yield figure(
            "price_difference",
            findings.price_difference(strategy),
            f"case and year ({PLACE_YEARS}), price of placement less price of what is given instead",
        )
        stay = placement_stay_years(findings.outcomes)
        if stay is not None:
            cases = avoided * cases_in_year_per_place(stay)
            for name, amount in reliefs.items():
                denominator = f"avoided case in {placement} ({CASES_IN_YEAR})"
                yield figure(f"{name}_per_avoided_case_in_year", amount, denominator, cases)
