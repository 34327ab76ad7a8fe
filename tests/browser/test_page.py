"""The page in a real browser without network: for everybody, at every width, and nothing runs in it."""

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.model.compile import compile_model
from prevention_sim.report.numbers import Language
from prevention_sim.report.renderers.html import render
from prevention_sim.report.renderers.rendering import ToRender
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path
from tests import small
from tests.hostile import HOSTILE
from tools.browser import Media, printed, show

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

NARROW, HALF, USUAL = 400, 640, 1280
"""A telephone, a usual window at 200 %, a usual window."""

AXE = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
PDF = b"%PDF-"


def written(scenario: Scenario, language: Language, folder: Path) -> Path:
    """A page as the command writes it."""
    outcomes = evaluate_base(compile_model(scenario))
    ((name, content),) = render(ToRender(scenario, outcomes, language, date(2027, 1, 2))).files.items()
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the founding example."""
    return written(load_scenario(scenario_path("bielefeld")), "de", tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with several strategies and bearers, in English."""
    scenario = load_scenario(scenario_path("reference/wsipp_one_page"))
    return written(scenario, "en", tmp_path_factory.mktemp("several"))


@pytest.mark.parametrize("media", ["light", "dark"])
def test_axe_finds_no_violation(driver: Chrome, page: Path, media: Media) -> None:
    show(driver, page, media=media)
    assert violations(driver) == []


def test_axe_finds_no_violation_where_there_are_several_strategies(driver: Chrome, several: Path) -> None:
    show(driver, several, NARROW)
    assert violations(driver) == []


def test_axe_would_find_one(driver: Chrome, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text("<!DOCTYPE html><html><body><img src='x.png'></body></html>", encoding="utf-8")
    show(driver, path)
    assert "image-alt" in violations(driver)


@pytest.mark.parametrize("width", [NARROW, HALF, USUAL])
def test_nothing_overflows_at_any_width(driver: Chrome, page: Path, several: Path, width: int) -> None:
    for each in (page, several):
        show(driver, each, width)
        assert driver.execute_script("return document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_every_link_and_whatever_scrolls(driver: Chrome, page: Path) -> None:
    show(driver, page, NARROW)
    wanted = driver.execute_script(
        "return [...document.querySelectorAll('a, .scroll, pre')].filter(e => e.matches('a') || "
        "e.scrollWidth > e.clientWidth).length"
    )
    reached: set[str] = set()
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    while (focused := driver.switch_to.active_element).tag_name != "body" and focused.id not in reached:
        reached.add(focused.id)
        focused.send_keys(Keys.TAB)
    assert wanted > 10
    assert len(reached) >= wanted


def test_the_first_stop_of_the_keyboard_leads_to_the_content(driver: Chrome, page: Path) -> None:
    show(driver, page)
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    link = driver.switch_to.active_element
    assert link.text == "Zum Inhalt springen"
    link.send_keys(Keys.ENTER)
    assert driver.current_url.endswith("#glance")


def test_every_picture_has_a_name_and_its_table(driver: Chrome, page: Path, several: Path) -> None:
    for each in (page, several):
        show(driver, each)
        figures = driver.find_elements(By.TAG_NAME, "figure")
        assert len(figures) >= 4
        for figure in figures:
            (picture,) = figure.find_elements(By.CSS_SELECTOR, "svg[role=img]")
            assert picture.accessible_name
            assert picture.size["height"] > 50
            assert len(figure.find_elements(By.CSS_SELECTOR, "tbody tr")) >= 1


def test_the_style_of_the_page_is_the_one_that_its_policy_allows(driver: Chrome, page: Path) -> None:
    show(driver, page)
    assert (
        driver.execute_script("return getComputedStyle(document.querySelector('.scroll')).overflowX")
        == "auto"
    )


def test_dark_is_dark_and_print_is_light(driver: Chrome, page: Path) -> None:
    grounds = {}
    for media in ("light", "dark", "print"):
        show(driver, page, media=media)
        ground = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        grounds[media] = [int(part) for part in ground.removeprefix("rgb(").removesuffix(")").split(",")]
    assert max(grounds["dark"]) < 60
    assert grounds["light"] == grounds["print"] == [255, 255, 255]


def test_the_page_can_be_printed(driver: Chrome, page: Path) -> None:
    show(driver, page)
    assert printed(driver).startswith(PDF)


def test_nothing_is_fetched_and_nothing_is_blocked(driver: Chrome, page: Path, several: Path) -> None:
    logged(driver)
    for each in (page, several):
        show(driver, each)
        assert driver.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert logged(driver) == []


def test_texts_of_a_file_stay_texts(driver: Chrome, tmp_path: Path) -> None:
    path = written(small.scenario(HOSTILE), "de", tmp_path)
    show(driver, path)
    assert driver.find_element(By.TAG_NAME, "h1").text.startswith("<script>document.title")
    assert driver.find_elements(By.CSS_SELECTOR, "script, img, iframe, b, [onload], [onerror]") == []
    assert "gehackt" not in driver.title.removeprefix("<script>document.title='gehackt'")
    assert violations(driver) == []


def logged(driver: Chrome) -> list[dict[str, Any]]:
    """What the browser had to complain about since it was last asked."""
    found: list[dict[str, Any]] = driver.get_log("browser")  # type: ignore[no-untyped-call]  # Selenium's
    return found


def violations(driver: Chrome) -> list[str]:
    """The rules that axe finds broken."""
    driver.execute_script(AXE)
    found: dict[str, Any] = driver.execute_async_script("axe.run().then(arguments[0])")
    return [each["id"] for each in found["violations"]]
