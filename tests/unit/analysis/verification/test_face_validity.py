"""What a run implies, by hand; and what of it is doubted, at its line and column."""

import pytest

from prevention_sim.analysis.verification.battery import verify
from prevention_sim.analysis.verification.bench import Bench
from prevention_sim.analysis.verification.face_validity import Kind, implied_figures
from prevention_sim.api import load
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.document import Scenario
from tests import small
from tests.unit.scenario.minimal import MINIMAL, edited, places_in, reading_of

SETTINGS = """
time: {start: 2020-01, years: 2, cycle: month, budget_window: 2}
scenario:
  id: small
  title: Klein
  population_under_21: {value: 40 000, source: assumption}
  case: {unit: child, definition: Kind}
states:
  heim: {title: Heim, tags: [placement], setting: residential}
  ende: {title: Ende}
caseload: {arrivals: {neue: {value: 60 cases/year, into: heim}}}
stays: {heim: {mean: 21 months, to: {ende: 100 %}}}
costs: {platz: {kind: per_case, title: Platz, state: heim, value: 5 000 EUR/month}}
income: {beitrag: {kind: per_case, title: Beitrag, state: heim, value: 200 EUR/month}}
"""


def figures(scenario: Scenario) -> dict[tuple[Kind, str | None, str], float]:
    found = implied_figures(Bench(scenario, compile_model(scenario)))
    return {(each.kind, each.state, each.strategy): each.value for each in found}


@pytest.mark.parametrize("counting", ["start", "end", "half_cycle"])
def test_a_stay_lasts_as_long_as_all_ways_out_leave_it_however_time_is_counted(counting: str) -> None:
    """1/20 and 1/5 a month: 1 / (1/20 + 1/5) = 4 months."""
    scenario = small.scenario(
        "stays: {a: {mean: 20 months, to: {b: 100 %}}}",
        "states: [a, b, c]",
        "breakdowns: [{from: a, to: c, probability: 1/5 per month}]",
        f"conventions: {{counting: {counting}, conversion: separate}}",
    )
    assert figures(scenario)["mean_stay_months", "a", "ohne"] == pytest.approx(4.0)


def test_figures_by_hand() -> None:
    """60 a year among 40,000 are 1.5 per 1,000; (5,000 - 200) x 12 a place and year."""
    found = figures(small.scenario(SETTINGS))
    assert found["placements_per_1000_under_21", None, "ohne"] == pytest.approx(1.5)
    assert found["cost_per_place_year", "heim", "ohne"] == pytest.approx(57_600.0)
    assert found["mean_stay_months", "heim", "ohne"] == pytest.approx(21.0)
    at_end = sum(5.0 * (20.0 / 21.0) ** months for months in range(1, 25))
    assert found["persons_in_placement_at_end", None, "ohne"] == pytest.approx(at_end)


def test_bielefeld_by_hand() -> None:
    """The package: 14 months, and 20 % and 5 % a year that break down."""
    found = figures(load("bielefeld"))
    leaving = 1.0 / 14.0 + (1.0 - 0.8 ** (1.0 / 12.0)) + (1.0 - 0.95 ** (1.0 / 12.0))
    assert found["mean_stay_months", "paket", "mit"] == pytest.approx(1.0 / leaving)
    assert found["cost_per_place_year", "heim", "ohne"] == pytest.approx(12.0 * (5_100.0 - 184.0))


def doubts(text: str) -> list[tuple[str, int, int]]:
    """Codes of a run with their places; those of sources stand in every small file."""
    reading = reading_of(text)
    found = reading.located(verify(reading.checked()).doubts)
    return [(each.code, each.line, each.column) for each in found if each.code != "W201"]


IDLE = [("W310", 21, 17), ("W310", 22, 9)]
"""Two parameters of the small file that nobody reads."""


def test_the_small_file_has_two_numbers_that_nobody_reads() -> None:
    assert doubts(MINIMAL) == IDLE


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("W311", "    mean: 21 months\n", "    mean: ▸90 months\n"),
        ("W313", "  ende:\n    title: beendet\n", "  ende:\n    title: beendet\n  ▸kur:\n    title: Kur\n"),
        (
            "W312",
            "  heim:\n    title: {de: Heim, en: residential care}\n",
            "  ▸heim:\n    setting: foster\n    title: {de: Heim, en: residential care}\n",
        ),
    ],
)
def test_a_doubt_stands_at_its_place(code: str, old: str, new: str) -> None:
    text = edited(old, new)
    if code == "W311":
        text = text.replace("  - from: hilfe\n    to: heim\n", "  - from: heim\n    to: hilfe\n")
    [place] = places_in(text)
    assert (code, *place) in doubts(text)


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ("population_under_21: {value: 8 000, source: assumption}", "scenario.population_under_21"),
        ("value: 50 000 EUR/month", "states.heim"),
        ("value: 1 500 EUR/month", "states.heim"),
        ("mean: 80 months", "states.heim"),
        ("mean: 9 months", "states.heim"),
    ],
)
def test_far_from_what_was_seen_is_doubted(changed: str, path: str) -> None:
    """7.5 per 1,000 where 3.5 were seen; 10 times the price, 3 tenths of it; stays beyond 10 to 68."""
    written = {
        "population_under_21": "population_under_21: {value: 40 000, source: assumption}",
        "value": "value: 5 000 EUR/month",
        "mean": "mean: 21 months",
    }[changed.partition(":")[0]]
    assert [
        each.path for each in verify(small.scenario(SETTINGS)).doubts if each.message.code == "W312"
    ] == []
    found = verify(small.scenario(SETTINGS.replace(written, changed))).doubts
    assert [each.path for each in found if each.message.code == "W312"] == [path]


NO_WAY_OUT = """
time: {start: 2020-01, years: 1, cycle: %s, budget_window: 1}
states: {a: {title: A}, b: {title: B}}
stays: {a: {mean: 2 years, to: {b: 100 %%}}}
costs: {platz: {kind: per_case, title: Platz, state: %s, value: 1 EUR/year, source: assumption}}
"""


@pytest.mark.parametrize(
    ("cycle", "state", "paths"), [("month", "b", ["states.b"]), ("year", "b", []), ("month", "a", [])]
)
def test_no_way_out_matters_where_it_costs_and_there_would_be_time(
    cycle: str, state: str, paths: list[str]
) -> None:
    found = verify(small.scenario(NO_WAY_OUT % (cycle, state))).doubts
    assert [each.path for each in found if each.message.code == "W314"] == paths


def test_what_is_made_up_for_later_is_called_delayed() -> None:
    """With half of the placements in foster care, more are placed in the end with the programme."""
    delayed = {
        name: [each.path for each in verify(load(name)).doubts if each.message.code == "W315"]
        for name in ("bielefeld", "bielefeld_foster_mix")
    }
    assert delayed == {"bielefeld": [], "bielefeld_foster_mix": ["strategies.mit"]}


def test_numbers_that_others_read_are_not_called_idle() -> None:
    scenario = small.scenario(
        SETTINGS,
        """
parameters:
  frist: {value: 6 months, source: assumption}
  quote: {value: 50 %, source: assumption}
conventions: {discounting: {method: at_point, rate: {value: 3 %/year, source: assumption}}}
prices: {year: 2020, general_rise: {value: 2 %/year, source: assumption}}
costs:
  platz:
    {kind: per_case, title: Platz, state: heim, value: 5 000 EUR/month, payment_lag: 1 month,
     cashable: {share: quote, lag: 1 month}}
""",
    )
    found = [each.path for each in verify(scenario).doubts if each.message.code == "W310"]
    assert found == ["parameters.frist.value"]
