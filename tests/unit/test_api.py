"""The front door for Python: what it gives, what it refuses, and in which words."""

import json
import sys
from dataclasses import FrozenInstanceError, fields, replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import prevention_sim as ps
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.api import Result, break_even, compare, load, run
from prevention_sim.foundation.errors import ModelError, PreventionSimError
from prevention_sim.report.budget import BudgetRow
from prevention_sim.report.renderers.csv import budget_as_csv
from prevention_sim.report.renderers.json import result_as_json
from prevention_sim.report.result_schema import FORMAT
from prevention_sim.scenario.loading import parse_scenario
from prevention_sim.scenario.problems import ScenarioError
from tests import small
from tests.unit.scenario.minimal import MINIMAL

SCENARIOS = Path(__file__).parents[2] / "scenarios"
NET = "relief_per_avoided_place_year"


@pytest.fixture(scope="module")
def result() -> Result:
    return run("bielefeld", language="en")


class _Page(HTMLParser):
    """The elements and the text of a piece of HTML; every element must be closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= {"lang", "style"}
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_public_names_are_few_sorted_and_there() -> None:
    assert ps.__all__ == sorted(ps.__all__)
    assert len(ps.__all__) <= 15
    assert all(getattr(ps, name) is not None for name in ps.__all__)
    assert dir(ps) == ps.__all__


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'simulate'"):
        _ = ps.simulate


def test_a_scenario_is_loaded_by_name_and_by_path() -> None:
    assert load("bielefeld") == load(SCENARIOS / "bielefeld.yaml") == load(str(SCENARIOS / "bielefeld.yaml"))


def test_a_missing_file_is_a_scenario_error() -> None:
    with pytest.raises(ScenarioError):
        load("nothing-here.yaml")


def test_a_result_does_not_change(result: Result) -> None:
    with pytest.raises(FrozenInstanceError):
        result.language = "de"  # type: ignore[misc]


def test_a_run_without_changes_is_the_scenario_as_loaded(result: Result) -> None:
    assert result.scenario == load("bielefeld")
    assert result.changes == ()


def test_a_change_is_in_the_scenario_that_was_run() -> None:
    changed = run(load("bielefeld"), {"unterbringung": "40 %"})
    assert changed.scenario != load("bielefeld")
    assert changed.changes == (("unterbringung", "40 %"),)
    assert changed.to_json() != run("bielefeld").to_json()


def test_a_change_that_is_no_text_is_refused_with_an_example() -> None:
    with pytest.raises(PreventionSimError, match="as text with its unit"):
        run("bielefeld", {"unterbringung": 0.4})  # type: ignore[dict-item]


def test_a_change_of_a_number_the_file_does_not_have_is_refused() -> None:
    with pytest.raises(ModelError, match="no number at parameters"):
        run("bielefeld", {"gibt_es_nicht": "40 %"})


def test_a_ratio_names_its_denominator(result: Result) -> None:
    net = result.per(NET)
    assert (net.strategy, net.perspective, net.period) == ("mit", "municipality", "window")
    assert net.denominator == "avoided place-year in heim (place-years: days in care / 365)"
    assert str(net) == f"49,509 EUR per {net.denominator}"


def test_a_ratio_is_the_figure_of_the_indicators(result: Result) -> None:
    (horizon,) = [each for each in result.indicators() if (each.id, each.period) == (NET, "horizon")]
    assert horizon.values is not None
    assert result.per(NET, period="horizon").value == horizon.values[0]
    assert result.per(NET, period="horizon").value != result.per(NET).value


def test_where_window_and_horizon_are_one_either_is_answered() -> None:
    found = run(parse_scenario(MINIMAL.encode()), {})
    names = {each.id for each in found.indicators() if each.denominator}
    periods = {each.period for each in found.indicators()}
    for name in names:
        assert found.per(name, period="horizon").period in periods


@pytest.mark.parametrize("name", ["relief", "cost", "placements", "avoided_place_years"])
def test_a_total_has_no_denominator_and_is_refused(result: Result, name: str) -> None:
    with pytest.raises(PreventionSimError, match=f"'{name}' is a total and has no denominator"):
        result.per(name)


def test_an_unknown_figure_is_refused_with_the_one_that_was_meant(result: Result) -> None:
    with pytest.raises(PreventionSimError, match=f"Did you mean '{NET}'"):
        result.per("relief_per_avoided_placeyear")


@pytest.mark.parametrize(
    "asked",
    [{"strategy": "ohne"}, {"strategy": "x"}, {"perspective": "society"}, {"period": "year"}],
)
def test_a_ratio_of_what_is_not_there_is_refused(result: Result, asked: dict[str, Any]) -> None:
    with pytest.raises(PreventionSimError, match=f"{next(iter(asked))}: .* is not one of"):
        result.per(NET, **asked)


def test_a_ratio_without_positive_denominator_has_no_value() -> None:
    undefined = run("bielefeld_reference_cohort", {"pflegeanteil": "5/6"}).per(NET)
    assert undefined.value is None
    assert str(undefined).startswith("not defined: EUR per avoided place-year")


def test_a_file_with_one_strategy_has_nothing_per_anything() -> None:
    with pytest.raises(PreventionSimError, match="none in this file"):
        run("reference/hiv_monotherapy").per(NET)


def test_the_report_speaks_the_language_asked_for(result: Result) -> None:
    assert result.report().strategies[0].headline[0].startswith("Relief 2012–2015")
    assert result.report("de").strategies[0].headline[0].startswith("Entlastung 2012–2015")


def test_a_language_that_is_not_spoken_is_refused(result: Result) -> None:
    refusal = "language: 'fr' is not one of de, en"
    with pytest.raises(PreventionSimError, match=refusal):
        run("bielefeld", language="fr")  # type: ignore[arg-type]
    with pytest.raises(PreventionSimError, match=refusal):
        result.report("fr")  # type: ignore[arg-type]


def test_json_is_that_of_the_command(result: Result) -> None:
    assert result.to_json() == result_as_json(result.scenario, result.outcomes)
    assert json.loads(result.to_json())["format"] == FORMAT


def test_csv_is_that_of_the_command(result: Result) -> None:
    assert result.budget().to_csv("en") == budget_as_csv(result.budget().rows, "en")
    with pytest.raises(PreventionSimError, match="dialect: 'fr'"):
        result.budget().to_csv("fr")  # type: ignore[arg-type]


def test_the_budget_adds_up_to_the_cost_exactly(result: Result) -> None:
    findings = Findings(result.outcomes)
    part = Slice(findings.years("horizon"))
    for strategy in ("mit", "ohne"):
        total = sum(row.amount for row in result.budget().rows if row.strategy == strategy)
        assert total == findings.cost(strategy, part)[0]


def test_the_text_of_a_result_is_its_headline(result: Result) -> None:
    assert repr(result).startswith(
        "<Result bielefeld: Relief 2012–2015 (Stadt Bielefeld): about €3.2 million"
    )


def test_a_key_figure_of_single_years_is_not_called_a_total(result: Result) -> None:
    with pytest.raises(PreventionSimError, match="'residential_share' belongs to single years"):
        result.per("residential_share")
    found = [each for each in result.indicators() if each.id == "residential_share"]
    assert {each.period for each in found} == {2012, 2013, 2014, 2015}


def test_a_notebook_shows_headline_figures_and_budget(result: Result) -> None:
    page = _Page(result._repr_html_())
    for text in (
        "about €3.2 million",
        "Per avoided place-year",
        "€44,760",
        "€49,509",
        "3,234",
        "Coordination",
    ):
        assert text.casefold() in page.text.casefold(), text


@pytest.mark.parametrize(
    "name", ["bielefeld_net_widening", "bielefeld_reference_cohort", "reference/hiv_monotherapy"]
)
def test_every_shipped_result_is_closed_html_of_plain_elements(name: str) -> None:
    page = _Page(run(name)._repr_html_())
    assert page.seen <= {"div", "p", "strong", "em", "table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_a_text_of_the_file_cannot_become_html(result: Result) -> None:
    evil = '<script>alert("x")</script>&amp;'
    about = result.scenario.scenario
    title = about.title.model_copy(update={"de": evil, "en": evil})
    changed = about.model_copy(update={"title": title, "note": title})
    html = replace(result, scenario=result.scenario.model_copy(update={"scenario": changed}))._repr_html_()
    page = _Page(html)
    assert "script" not in page.seen
    assert "<script" not in html
    assert page.text.count(evil) == 2


def test_results_stand_side_by_side_with_what_was_changed(result: Result) -> None:
    page = compare(result, run("bielefeld", {"unterbringung": "40 %"}))
    assert [heading.splitlines()[2:] for heading in page.headings[1:]] == [[], ["unterbringung = 40 %"]]
    assert ("relief", "€3,233,781", "€1,980,539") in page.rows
    assert "€1,980,539" in _Page(page._repr_html_()).text


def test_nothing_to_compare_is_said() -> None:
    for results in ((), (run("reference/hiv_monotherapy"),)):
        with pytest.raises(PreventionSimError, match="nothing to compare"):
            compare(*results)


def test_break_even_finds_the_value_at_which_the_relief_is_zero() -> None:
    (root,) = break_even("bielefeld", over="unterbringung").roots
    assert root.value == pytest.approx(0.0839, abs=1e-4)
    assert abs(root.relief) < 0.01  # what a root is verified to
    at_root = run("bielefeld", {"unterbringung": f"{root.value:.12f}"})
    (relief,) = [each for each in at_root.indicators() if (each.id, each.period) == ("relief", "window")]
    assert relief.values is not None
    assert abs(relief.values[0]) < 0.01


@pytest.mark.parametrize(
    "asked",
    [
        {"strategy": "ohne"},
        {"period": "years"},
        {"perspective": "city"},
        {"between": (1.0, 0.0)},
        {"between": (0.5, float("nan"))},
    ],
)
def test_a_break_even_that_cannot_be_asked_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(PreventionSimError, match=f"{next(iter(asked))}: "):
        break_even("bielefeld", "unterbringung", **asked)


def test_a_break_even_of_one_strategy_is_refused() -> None:
    with pytest.raises(PreventionSimError, match="no strategy beside its comparator"):
        break_even("reference/hiv_monotherapy", "x")


def test_pandas_gets_a_column_for_each_field(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    library = SimpleNamespace(DataFrame=lambda rows, columns: (rows, columns))
    monkeypatch.setitem(sys.modules, "pandas", library)
    rows, columns = result.budget().to_pandas()
    assert columns == [field.name for field in fields(BudgetRow)]
    assert [BudgetRow(*row) for row in rows] == list(result.budget().rows)


def test_xarray_gets_the_ledger_with_its_axes(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    library = SimpleNamespace(DataArray=lambda values, **about: (values, about))
    monkeypatch.setitem(sys.modules, "xarray", library)
    values, about = result.to_xarray()
    cube = result.outcomes.ledger.amount
    assert about["dims"] == list(cube.axes.names)
    assert tuple(len(about["coords"][name]) for name in about["dims"]) == values.shape
    assert about["attrs"] == {"unit": "EUR", "scenario": "bielefeld", "price_year": 2011}
    assert np.array_equal(values, cube.values)
    assert not np.shares_memory(values, cube.values)


def test_years_stay_numbers_beside_what_is_paid_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xarray", SimpleNamespace(DataArray=lambda _, **about: about["coords"]))
    late = """
    time: {start: 2020-01, years: 1, budget_window: 1}
    costs: {heim: {kind: per_case, title: Heim, state: a, value: 100 EUR/month, payment_lag: 2 months}}
    """
    assert run(small.scenario(late)).to_xarray()["year"].tolist() == [2020, "open"]


def test_a_missing_library_is_said_with_what_to_install(
    result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pandas", "xarray"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(PreventionSimError, match="pip install pandas"):
        result.budget().to_pandas()
    with pytest.raises(PreventionSimError, match="pip install xarray"):
        result.to_xarray()


def test_a_share_is_told_as_one() -> None:
    reached = run("bielefeld", {"interventions.familienhebammen.effects[0].share": "25 %"})
    assert str(reached.per("diverted_share")) == "0.25 share per case that would be placed otherwise"


def test_draws_are_shared_by_results_that_are_compared() -> None:
    """One midwife's post less is the same relief more in every draw: 40,850 EUR a year, for 14 months."""
    first = run("bielefeld_uncertain", draws=64).draws()
    path = "interventions.familienhebammen.costs.koordination.value"
    cheaper = run("bielefeld_uncertain", {path: "0 EUR/year"}, draws=8).draws(like=first)
    assert cheaper.design == first.design
    more = cheaper.figure("relief", "mit", "window").amount - first.figure("relief", "mit", "window").amount
    assert more == pytest.approx(np.full(64, 40_850.0 * 14.0 / 12.0), abs=0.01)
    with pytest.raises(KeyError, match="no figure 'gain' of 'mit' in 'window'"):
        first.figure("gain", "mit", "window")


def test_draws_that_nobody_asked_for_are_refused(result: Result) -> None:
    with pytest.raises(PreventionSimError, match="no draws were asked for"):
        result.draws()
