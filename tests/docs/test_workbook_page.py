"""The page about the workbook names the sheets there are, and a formula as it stands."""

import re
from pathlib import Path

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.model.compile import compile_model
from prevention_sim.report.workbook.build import workbook_of
from prevention_sim.report.workbook.pages import Page
from prevention_sim.report.workbook.terms import Term
from prevention_sim.scenario.loading import load_scenario

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "workbook.md").read_text(encoding="utf-8")


def pages() -> tuple[Page, ...]:
    scenario = load_scenario(ROOT / "scenarios" / "bielefeld.yaml")
    return workbook_of(scenario, evaluate_base(compile_model(scenario)), "en")


def test_the_sheets_stand_in_the_order_in_which_the_page_names_them() -> None:
    named = re.findall(r"^\| ([A-Z]\w+)(?: …)? \|", PAGE, re.MULTILINE)
    there = [page.name.split()[0] for page in pages()]
    assert list(dict.fromkeys(there)) == named


def test_the_formula_on_the_page_stands_in_the_workbook() -> None:
    (written,) = re.findall(r"`=(1-[^`]+)`", PAGE)
    contents = [cell.content for page in pages() for cell in page.cells.values()]
    assert written in {each.text for each in contents if isinstance(each, Term)}
