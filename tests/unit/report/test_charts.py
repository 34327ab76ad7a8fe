"""Charts show what the findings say: sentence, table and picture agree, in both languages."""

import json
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.timing import cash_course
from prevention_sim.model.compile import compile_model
from prevention_sim.report.breakdown import Breakdown
from prevention_sim.report.charts import CHARTS, charts_of
from prevention_sim.report.charts.chart import Chart, lines_of_label
from prevention_sim.report.numbers import Language
from prevention_sim.report.renderers.chart_svg import chart_as_svg
from prevention_sim.report.teller import Teller
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path, shipped_names
from tests import small
from tests.hostile import HOSTILE, SCRIPT
from tests.unit.report.test_bridge_and_key_figures import TOWN

LANGUAGES: tuple[Language, ...] = ("de", "en")
PAYERS = """
bearers: {stadt: {title: Stadt}, land: {title: Land, level: public}}
bearer: stadt
costs:
  heim: {kind: per_case, title: Heim, state: heim, value: 60 000 EUR/year}
  hilfe: {kind: per_case, title: Hilfe, state: hilfe, value: 12 000 EUR/year, bearer: land}
states: {heim: {title: Heim, tags: [placement]}, hilfe: {title: Hilfe}}
caseload: {intake: {neue: {value: 10 cases, at: 2020-01, into: heim}}}
interventions: {hilfe: {title: P, effects: [{kind: diverts, from: heim, into: hilfe, share: 40 %}]}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""


def drawn(scenario: Scenario, strategy: str = "mit", language: Language = "de") -> dict[str, Chart]:
    """Every chart of a strategy by its id."""
    outcomes = evaluate_base(compile_model(scenario))
    return {chart.id: chart for chart in charts_of(Teller(scenario, outcomes, language), strategy)}


def bielefeld() -> tuple[Scenario, Outcomes]:
    """The founding example."""
    scenario = load_scenario(scenario_path("bielefeld"))
    return scenario, evaluate_base(compile_model(scenario))


def whole(text: str) -> int:
    """A printed whole number, German or English."""
    return int(re.sub(r"[.,]", "", text).replace("−", "-"))


def columns(chart: Chart) -> list[list[int]]:
    """The figures of a table, column by column, without the words that lead."""
    rows = [row[chart.table.words :] for row in chart.table.rows]
    return [[whole(cell) for cell in column] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_budget_adds_up_in_rows_and_columns_and_is_that_of_the_ledger(language: Language) -> None:
    scenario, outcomes = bielefeld()
    chart = drawn(scenario, language=language)["budget"]
    without, with_programme, relief = columns(chart)
    assert [a - b for a, b in zip(without, with_programme, strict=True)] == relief
    for column in (without, with_programme, relief):
        assert sum(column[:-1]) == column[-1]
    findings = Findings(outcomes)
    exact = float(findings.relief("mit", Slice(findings.years("horizon")))[0])
    assert relief[-1] == round(exact / 1000)
    assert all(chart.table.rows[-1][at] in chart.reading for at in (1, 2, 3))


@pytest.mark.parametrize("name", ["bielefeld", "bielefeld_foster_mix", "bielefeld_net_widening"])
def test_the_charts_round_a_year_as_the_budget_table_does(name: str) -> None:
    scenario = load_scenario(scenario_path(name))
    outcomes = evaluate_base(compile_model(scenario))
    table = Breakdown(scenario, outcomes, "de").table("mit", relief=True)
    single = {
        column.years[0]: total
        for column, total in zip(table.columns, table.totals, strict=True)
        if column.kind != "sum" and len(column.years) == 1
    }
    charts = drawn(scenario)
    *reliefs, total = columns(charts["budget"])[-1]
    assert reliefs == list(single.values()) == columns(charts["payback"])[0]
    assert sum(reliefs) == total


def test_the_budget_in_words() -> None:
    chart = drawn(bielefeld()[0])["budget"]
    assert chart.reading == (
        "Über 2012–2016 kostet »ohne Programm« 8.516 TEUR und »mit Programm« 4.117 TEUR: 4.399 TEUR weniger."
    )


def test_the_waterfall_comes_down_to_the_net_relief_of_the_window() -> None:
    """COUNCIL 3: 3,234 TEUR in the four years of the window."""
    chart = drawn(bielefeld()[0])["waterfall"]
    ((*steps, net),) = columns(chart)
    assert sum(steps) == net == 3234
    assert chart.reading.endswith("es bleiben 3.234 TEUR.")
    rows = chart.spec["data"]["values"]
    assert all(after["from"] == before["to"] for before, after in pairwise(rows[:-1]))
    assert (rows[-1]["from"], rows[-1]["to"]) == (0, 3234)


def test_the_line_of_payback_ends_where_the_table_ends() -> None:
    scenario, outcomes = bielefeld()
    chart = drawn(scenario)["payback"]
    in_year, cumulated = columns(chart)
    assert [sum(in_year[: at + 1]) for at in range(len(in_year))] == cumulated
    points = chart.spec["data"]["values"]
    course = cash_course(outcomes.model, "mit", "municipality")
    assert len(points) == 61  # five years of months, and the start
    assert points[-1]["amount"] == pytest.approx(float(course.nominal.sum()) / 1000, abs=0.01)
    assert round(points[-1]["amount"]) == cumulated[-1]


def test_the_caseload_is_that_of_the_headline() -> None:
    """COUNCIL 3, item 1: 13 instead of 35 children in 2015."""
    rows = {row[:2]: row[2:] for row in drawn(bielefeld()[0])["caseload"].table.rows}
    years = drawn(bielefeld()[0])["caseload"].table.headings[2:]
    at = years.index("2015")
    assert rows["Heim (§ 34)", "ohne Programm"][at] == "35,0"
    assert rows["Heim (§ 34)", "mit Programm"][at] == "13,5"


def test_bearers_share_what_is_saved() -> None:
    """Four of ten for a year: the city saves 240,000 EUR, the state pays 48,000 EUR for help instead."""
    chart = drawn(small.scenario(PAYERS))["bearers"]
    assert chart.table.rows == (("Land", "−48"), ("Stadt", "240"), ("Summe", "192"))
    assert chart.reading == "Entlastung: Stadt 240 TEUR. Mehrbelastung: Land 48 TEUR. Zusammen: 192 TEUR."


def test_one_bearer_needs_no_chart() -> None:
    assert "bearers" not in drawn(bielefeld()[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bridge_stands_on_its_levels(language: Language) -> None:
    chart = drawn(small.scenario(TOWN), language=language)["bridge-1"]
    reached = 0
    for row in chart.spec["data"]["values"]:
        assert row["from"] in (0, reached)
        reached = row["to"]
    first, last = chart.table.rows[0][1], chart.table.rows[-1][1]
    assert first in chart.reading
    assert last in chart.reading
    assert whole(last) == reached


def test_a_strategy_without_a_comparison_shows_what_it_costs() -> None:
    scenario = load_scenario(scenario_path("reference/hildesheim_midwives"))
    charts = drawn(scenario, scenario.comparator)
    assert set(charts) <= {"budget", "caseload"}
    assert len(charts["budget"].table.headings) == 2


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_file_is_drawn_in_both_languages(name: str) -> None:
    scenario = load_scenario(scenario_path(name))
    strategies = [each for each in scenario.strategies if each != scenario.comparator] or [
        scenario.comparator
    ]
    for strategy in strategies:
        told = [drawn(scenario, strategy, language) for language in LANGUAGES]
        assert list(told[0]) == list(told[1])
        for german, english in zip(told[0].values(), told[1].values(), strict=True):
            assert german.title != english.title
            assert german.reading != english.reading
            assert len(german.table.rows) == len(english.table.rows)
            for chart in (german, english):
                assert {len(row) for row in chart.table.rows} == {len(chart.table.headings)}
                assert "nan" not in json.dumps(chart.spec).lower()
                assert "{" not in chart.alternative


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_have_the_same_bytes_when_drawn_twice(language: Language) -> None:
    for chart in drawn(bielefeld()[0], language=language).values():
        assert chart_as_svg(chart) == chart_as_svg(chart)


def test_a_picture_has_a_name_and_no_part_that_acts() -> None:
    for chart in drawn(small.scenario(HOSTILE)).values():
        for svg in (chart_as_svg(chart), chart_as_svg(chart, id_=f"{chart.id}-1")):
            root = ET.fromstring(svg)  # noqa: S314 - our own picture
            kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
            assert kinds <= {"svg", "title", "desc", "g", "path", "rect", "text", "tspan", "line"}
            names = {name for element in root.iter() for name in element.attrib}
            assert not [name for name in names if name.startswith("on") or "href" in name or name == "style"]
            assert root.attrib["role"] == "img"
            assert "<script" not in svg


def test_texts_of_a_file_are_drawn_as_they_stand() -> None:
    svg = chart_as_svg(drawn(small.scenario(HOSTILE))["budget"])
    texts = "".join(ET.fromstring(svg).itertext())  # noqa: S314 - our own picture
    assert SCRIPT in texts


def test_numbers_are_written_as_the_language_writes_them() -> None:
    scenario = bielefeld()[0]
    assert ">2.500<" in chart_as_svg(drawn(scenario)["budget"])
    assert ">2,500<" in chart_as_svg(drawn(scenario, language="en")["budget"])


def test_a_label_breaks_between_words() -> None:
    assert lines_of_label("Gruppen, die sonst nicht untergebracht würden") == (
        "Gruppen, die sonst nicht\nuntergebracht würden"
    )


def test_every_chart_is_drawn_by_some_test() -> None:
    known = {*drawn(bielefeld()[0]), *drawn(small.scenario(PAYERS)), *drawn(small.scenario(TOWN))}
    known |= {*drawn(load_scenario(scenario_path("bielefeld_capacity")))}
    assert {chart.split("-")[0] for chart in known} == set(CHARTS)
