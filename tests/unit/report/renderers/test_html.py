"""The page as text: complete, escaped, the same bytes twice, and without anything from outside."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.model.compile import compile_model
from prevention_sim.report.numbers import Language
from prevention_sim.report.renderers import chart_svg, html, pictures
from prevention_sim.report.renderers.rendering import Rendered, ToRender
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path, shipped_names
from tests import small
from tests.hostile import ATTRIBUTE, HOSTILE, SCRIPT
from tests.unit.report.test_bridge_and_key_figures import TOWN

DAY = date(2027, 1, 2)
INSTALL = 'python -m pip install "prevention-sim[report]"'


class Page(HTMLParser):
    """What stands in a page: elements with their attributes, and the texts inside; refuses bad nesting."""

    VOID = frozenset({"meta", "link", "br", "wbr", "hr", "img", "input"})

    def __init__(self, source: str) -> None:
        """Read it all."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inside: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(source)
        assert self.inside == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.inside.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        """The innermost element ends."""
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        """A text belongs to every element around it."""
        for tag in set(self.inside):
            self.texts[tag][-1] += data

    def tags(self, *wanted: str) -> list[str]:
        """The elements of some kinds in their order."""
        return [tag for tag, _ in self.elements if tag in wanted]


def rendered(scenario: Scenario, language: Language = "de") -> Rendered:
    return html.render(ToRender(scenario, evaluate_base(compile_model(scenario)), language, DAY))


def source_of(scenario: Scenario, language: Language = "de") -> str:
    (content,) = rendered(scenario, language).files.values()
    return content.decode()


@pytest.fixture(scope="module")
def bielefeld() -> str:
    return source_of(load_scenario(scenario_path("bielefeld")))


def test_nothing_comes_from_outside_and_nothing_runs(bielefeld: str) -> None:
    page = Page(bielefeld)
    assert page.tags("script", "link", "img", "iframe", "object", "form", "base") == []
    links = [attributes["href"] for _, attributes in page.elements if "href" in attributes]
    assert links
    assert all(link.startswith("#") for link in links)
    assert not {name for _, attributes in page.elements for name in attributes} & {"src", "style", "onload"}
    assert "url(" not in bielefeld
    assert set(re.findall(r"https?://[^\"]*", bielefeld)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_the_policy_allows_the_one_style_sheet_by_its_hash(bielefeld: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", bielefeld, re.DOTALL)
    expected = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{expected}'; base-uri 'none'; form-action 'none'"
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": policy}) in Page(bielefeld).elements


@pytest.mark.parametrize("language", ["de", "en"])
def test_headings_are_one_outline(language: Language) -> None:
    page = Page(source_of(load_scenario(scenario_path("reference/wsipp_one_page")), language))
    levels = [int(tag[1]) for tag in page.tags("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_link_has_its_place() -> None:
    page = Page(source_of(load_scenario(scenario_path("reference/wsipp_one_page"))))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    asked = [attributes["href"][1:] for _, attributes in page.elements if "href" in attributes]
    for key in ("aria-labelledby",):
        asked += [word for _, attributes in page.elements for word in attributes.get(key, "").split()]
    assert set(asked) <= set(ids)


def test_every_figure_has_a_named_picture_and_a_table(bielefeld: str) -> None:
    figures = re.findall(r"<figure.*?</figure>", bielefeld, re.DOTALL)
    assert len(figures) == 5
    for figure in figures:
        assert figure.count("<svg") == figure.count("<table") == 1
        assert re.search(r"<title id=\"[^\"]+\">[^<]+</title>", figure)


def test_the_printed_budget_is_that_of_the_terminal(bielefeld: str) -> None:
    """COUNCIL 3: 340, 782, 1,001, 1,111 and 3,234 TEUR."""
    (row,) = re.findall(r"<tr class=\"result\">(.*?)</tr>", bielefeld)
    assert re.findall(r"<td class=\"number\">([^<]*)</td>", row) == [
        "340",
        "782",
        "1.001",
        "1.111",
        "3.234",
        "1.165",
    ]


def test_a_bridge_is_on_the_page() -> None:
    source = source_of(small.scenario(TOWN))
    assert "Prognose 2027 mit Maßnahme" in source
    assert "Kostendämpfung, keine Kürzung" in source


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "de",
            "Entlastung 2012–2015 (Stadt Bielefeld): rund 3,2 Mio. €, davon rund 340.000 € im ersten Jahr.",
        ),
        (
            "en",
            (
                "Relief 2012–2015 (Stadt Bielefeld): about €3.2 million, "
                "of which about €340,000 in the first year."
            ),
        ),
    ],
)
def test_the_first_sentence_is_the_headline(language: Language, sentence: str) -> None:
    source = source_of(load_scenario(scenario_path("bielefeld")), language)
    assert f'<p class="lead">{sentence}</p>' in source
    assert f'<html lang="{language}">' in source


def test_the_page_has_the_same_bytes_when_written_twice() -> None:
    scenario = load_scenario(scenario_path("bielefeld"))
    assert rendered(scenario) == rendered(scenario)


def test_markup_in_a_file_stays_text() -> None:
    page = Page(source_of(small.scenario(HOSTILE)))
    assert page.texts["h1"] == [SCRIPT]
    assert page.tags("script", "b", "img") == []
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    everything = "".join(page.texts["body"])
    assert "{{ 7*7 }}" in everything
    assert ATTRIBUTE.replace("\\", "") in everything


def test_file_names_come_from_the_id_alone() -> None:
    assert list(rendered(small.scenario(HOSTILE)).files) == ["boese.de.html"]


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_file_has_a_page(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(html, "can_draw", lambda: False)
    page = Page(source_of(load_scenario(scenario_path(name)), "en"))
    assert len(page.texts["h1"]) == 1
    assert page.tags("h2").count("h2") >= 7
    assert page.tags("figure").count("figure") >= 1


@pytest.mark.parametrize("language", ["de", "en"])
def test_without_the_extra_the_tables_are_there_and_the_page_says_how_to_get_pictures(
    monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setattr(html, "can_draw", lambda: False)
    found = rendered(load_scenario(scenario_path("bielefeld")), language)
    (content,) = found.files.values()
    (remark,) = found.remarks
    assert INSTALL in remark
    assert INSTALL.replace('"', "&#34;") in content.decode()
    assert content.decode().count("<svg") == 1  # the diagram needs no extra
    assert content.decode().count("<figure") == 5


def test_pictures_are_files_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = load_scenario(scenario_path("bielefeld"))
    run = ToRender(scenario, evaluate_base(compile_model(scenario)), "de", DAY)
    assert set(pictures.render(run).files) == {
        "bielefeld.de.diagram.svg",
        *(f"bielefeld.de.mit.{chart}.svg" for chart in ("budget", "waterfall", "payback", "caseload")),
    }
    monkeypatch.setattr(pictures, "can_draw", lambda: False)
    without = pictures.render(run)
    assert list(without.files) == ["bielefeld.de.diagram.svg"]
    assert INSTALL in without.remarks[0]


def test_drawing_is_possible_here() -> None:
    """Else the tests above would look at a page without pictures."""
    assert chart_svg.can_draw()
