"""Published figures come out to their last printed digit, from the files or with some numbers changed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from prevention_sim.analysis.evaluation import evaluate, evaluate_base
from prevention_sim.analysis.expectations import Comparison, compare_expectations
from prevention_sim.analysis.findings import Findings, Period, Slice
from prevention_sim.analysis.indicators import avoided_place_years, indicators, ratio
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.loading import load_scenario
from tests.tolerances import tolerance

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FILES = sorted(str(path.relative_to(SCENARIOS)) for path in SCENARIOS.rglob("*.yaml"))
EXPECTED = [
    (file, position) for file in FILES for position in range(len(load_scenario(SCENARIOS / file).expect))
]

IMMINENT = "interventions.familienhebammen.effects[0].share"
OTHERS = "interventions.familienhebammen.effects[1].share"
PLACED = "parameters.unterbringung"
FOSTER = "parameters.pflegeanteil"
PACKAGE_TRAVEL = "costs.paket_fahrten.value"
DOUBLED_HOURS = {"costs.paket_hebamme.value": 12.0, "costs.paket_familienhilfe.value": 20.0}


@cache
def compared(file: str) -> tuple[Comparison, ...]:
    scenario = load_scenario(SCENARIOS / file)
    return compare_expectations(scenario, evaluate_base(compile_model(scenario)))


@pytest.mark.parametrize(("file", "position"), EXPECTED)
def test_a_file_meets_what_it_expects(file: str, position: int) -> None:
    comparison = compared(file)[position]
    assert comparison.holds, comparison


def test_every_shipped_file_expects_something() -> None:
    assert {file for file, _ in EXPECTED} == set(FILES)


@cache
def model_of(name: str) -> Model:
    return compile_model(load_scenario(SCENARIOS / f"{name}.yaml"))


@dataclass(frozen=True)
class Answer:
    """What the programme brings over a period, in the first row."""

    relief: float
    avoided: float
    relief_per_avoided: float | None
    price_difference: float


def findings_of(name: str, numbers: dict[str, float]) -> Findings:
    """A shipped file with some of its numbers changed."""
    model = model_of(name)
    return Findings(next(evaluate(model, set_rows(model.table, numbers))))


def answer(name: str, numbers: dict[str, float], period: Period = "horizon") -> Answer:
    """What a shipped file says with some of its numbers changed."""
    findings = findings_of(name, numbers)
    part = Slice(findings.years(period))
    relief, avoided = findings.relief("mit", part), avoided_place_years(findings, "mit", part)
    difference = findings.price_difference("mit")
    assert difference is not None
    per_avoided = ratio(relief, avoided)
    return Answer(
        relief=float(relief[0]),
        avoided=float(avoided[0]),
        relief_per_avoided=None if per_avoided is None else float(per_avoided[0]),
        price_difference=float(difference[0]),
    )


def relief_of(name: str, numbers: dict[str, float], period: Period = "horizon") -> float:
    """The relief alone."""
    findings = findings_of(name, numbers)
    return float(findings.relief("mit", Slice(findings.years(period)))[0])


def closed(numbers: dict[str, float]) -> Answer:
    """The reference cohort."""
    return answer("bielefeld_reference_cohort", numbers)


def to_the_euro(value: float) -> object:
    return pytest.approx(value, abs=tolerance("published_euro"), rel=0.0)


@pytest.mark.parametrize(
    ("foster", "relief"),
    [(0.0, 1_173_897.0), (0.5, 516_015.0), (5 / 6, 77_428.0)],
    ids=["none", "half", "5 of 6"],
)
def test_the_relief_when_some_would_be_in_foster_care_instead(foster: float, relief: float) -> None:
    assert closed({FOSTER: foster}).relief == to_the_euro(relief)


def test_without_homes_to_avoid_the_relief_per_avoided_place_year_is_not_defined() -> None:
    found = closed({FOSTER: 5 / 6})
    assert found.avoided == pytest.approx(-3.52, abs=tolerance("published_hundredth"))
    assert found.relief_per_avoided is None
    outcomes = findings_of("bielefeld_reference_cohort", {FOSTER: 5 / 6}).outcomes
    undefined = {indicator.id for indicator in indicators(outcomes) if indicator.values is None}
    assert undefined == {
        "relief_per_avoided_place_year",
        "gross_relief_per_avoided_place_year",
        "programme_relief_per_avoided_place_year",
    }


def test_the_relief_when_only_a_quarter_of_the_imminent_is_reached() -> None:
    assert closed({IMMINENT: 0.25}).relief == to_the_euro(218_164.0)


def test_the_relief_with_a_package_of_1500_euro_a_month() -> None:
    found = closed({PACKAGE_TRAVEL: 33.0 + 750.0})
    assert found.price_difference == to_the_euro(40_992.0)
    assert found.relief == to_the_euro(935_468.0)


def test_the_price_difference_of_placement_and_package() -> None:
    assert closed({}).price_difference == to_the_euro(49_992.0)


def test_the_running_programme_when_half_would_be_in_foster_care() -> None:
    assert answer("bielefeld", {FOSTER: 0.5}, "window").relief == to_the_euro(1_474_104.0)


def test_the_running_programme_with_doubled_hours() -> None:
    assert answer("bielefeld", DOUBLED_HOURS, "window").relief == to_the_euro(2_501_321.0)


def test_the_running_programme_breaks_even_at_8_39_percent() -> None:
    low, high = (relief_of("bielefeld", {PLACED: share}, "window") for share in (0.08385, 0.08395))
    assert low < 0.0 < high


@pytest.mark.parametrize(
    ("name", "path", "published", "slack"),
    [
        ("bielefeld_reference_cohort", PLACED, 0.0795952, "published_share"),
        ("bielefeld_reference_cohort", IMMINENT, 0.0788, "published_share_short"),
        ("bielefeld_net_widening", PLACED, 0.1217751, "published_share"),
    ],
)
def test_the_published_break_evens_change_the_sign(
    name: str, path: str, published: float, slack: str
) -> None:
    low, high = (relief_of(name, {path: published + step}) for step in (-tolerance(slack), tolerance(slack)))
    assert low < 0.0 < high


def test_the_waterfall_of_the_reference_cohort_adds_up_to_the_grain() -> None:
    """Home, foster care, family help, package and coordination are the whole relief."""
    findings = Findings(evaluate_base(model_of("bielefeld_reference_cohort")))
    part = Slice(findings.years("horizon"))
    steps = [
        findings.relief("mit", part, findings.items_of_state(frozenset([state])))[0]
        for state in ("heim", "pflege", "spfh", "paket")
    ]
    steps.append(findings.relief("mit", part, ("koordination",))[0])
    assert [round(step) for step in steps] == [1_315_182, 90_538, 54_263, -238_428, -47_658]
    assert sum(steps) == findings.relief("mit", part)[0]


def test_the_years_of_the_running_programme_add_up_to_its_window() -> None:
    findings = Findings(evaluate_base(model_of("bielefeld")))
    years = findings.years("window")
    by_year = [findings.relief("mit", Slice((year,)))[0] for year in years]
    assert [round(value) for value in by_year] == [339_838, 781_806, 1_001_321, 1_110_816]
    assert sum(by_year) == findings.relief("mit", Slice(years))[0]


def test_the_reference_cohort_stays_itself_when_nothing_is_changed() -> None:
    assert closed({OTHERS: 1.0, IMMINENT: 1.0}) == closed({})
