"""The SVG stands alone, can be read without colour, and is the same each time."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from prevention_sim.foundation.languages import Language
from prevention_sim.report.flow_chart import flow_chart
from prevention_sim.report.renderers.svg import FONT_SIZE, diagram_as_svg, text_width
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import find_scenario, shipped_names
from tests import small
from tests.unit.report.ten_states import ten_states

ROOT = Path(__file__).parents[4]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(name: str) -> str:
    path = find_scenario(name)
    assert path is not None
    return diagram_as_svg(flow_chart(load_scenario(path), "de"))


@pytest.fixture(scope="module")
def bielefeld() -> str:
    return drawn("bielefeld")


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own text


def test_title_and_description_come_first(bielefeld: str) -> None:
    first, second = list(parsed(bielefeld))[:2]
    assert (first.tag, first.text) == (f"{SVG}title", "Familienhebammen und ambulante Hilfe statt Heim")
    assert second.tag == f"{SVG}desc"
    assert "Flussbild" in (second.text or "")
    assert parsed(bielefeld).get("aria-labelledby") == f"{first.get('id')} {second.get('id')}"


@pytest.mark.parametrize("name", shipped_names())
def test_nothing_is_fetched_or_run(name: str) -> None:
    text = drawn(name)
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert not {"script", "style", "image", "use", "foreignObject"} & {
        each.tag.removeprefix(SVG) for each in parsed(text).iter()
    }


def test_the_programme_is_dashed_and_blue_and_nothing_else_is(bielefeld: str) -> None:
    lines = [each for each in parsed(bielefeld).iter(f"{SVG}path") if each.get("stroke")]
    dashed = {each.get("stroke") for each in lines if each.get("stroke-dasharray")}
    solid = {each.get("stroke") for each in lines if not each.get("stroke-dasharray")}
    assert dashed == {"#0072B2"}
    assert solid == {"#222222"}


@pytest.mark.parametrize("name", shipped_names())
def test_every_text_lies_inside_the_picture(name: str) -> None:
    root = parsed(drawn(name))
    width = float(root.get("width", "0"))
    for group, shift in ((root, 0.0), *((each, _shift(each)) for each in root.iter(f"{SVG}g"))):
        for each in group.findall(f"{SVG}text"):
            middle = each.get("text-anchor") == "middle"
            long = text_width(each.text or "") * float(each.get("font-size", FONT_SIZE)) / FONT_SIZE
            left = shift + float(each.get("x", "0")) - (long / 2 if middle else 0.0)
            assert left >= 0.0, each.text
            assert left + long <= width, each.text


def _shift(group: ET.Element) -> float:
    found = re.search(r"translate\(([\d.]+)", group.get("transform", ""))
    return float(found[1]) if found else 0.0


def test_signs_of_markup_in_titles_are_escaped() -> None:
    text = diagram_as_svg(flow_chart(ten_states(), "de"))
    assert "Zehn Zustände &amp; mehr" in text
    assert parsed(text)[0].text == "Zehn Zustände & mehr"


def test_the_bytes_are_the_same_each_time(bielefeld: str) -> None:
    assert drawn("bielefeld") == bielefeld
    assert bielefeld.endswith("</svg>\n")


TWO_PROGRAMMES = """
states: [a, b, c]
caseload: {arrivals: {neue: {value: 12 cases/year, into: {n: a, s: b}}}}
strata: {n: {title: N, share: 50 %}, s: {title: S, share: rest}}
interventions:
  eins: {title: Lotsen, effects: [{kind: diverts, from: a, into: c, share: 40 %}]}
  zwei: {title: Paten, effects: [{kind: diverts, from: b, into: c, share: 30 %}]}
"""


@pytest.mark.parametrize("language", ["de", "en"])
def test_several_programmes_are_named_and_told_apart_without_colour(language: Language) -> None:
    chart = flow_chart(small.scenario(TWO_PROGRAMMES), language)
    text = diagram_as_svg(chart)
    dashes = re.findall(r'stroke-dasharray="([^"]+)"', text)
    assert chart.programmes == ("Lotsen", "Paten")
    assert sorted(dashes) == sorted(2 * list(dict.fromkeys(dashes)))  # an arrow and its place in the legend
    assert len(set(dashes)) == 2
    legend = {"de": "wen »Paten« aufnimmt", "en": "whom “Paten” takes in"}[language]
    assert legend in text
    assert "Lotsen: 40 " in text


def test_one_programme_needs_no_name(bielefeld: str) -> None:
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', bielefeld))) == 1
    assert "wen das Programm aufnimmt" in bielefeld
