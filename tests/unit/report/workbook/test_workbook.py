"""A workbook: the engine's numbers by formula, nothing but the engine's numbers by value, and no surprise."""

import os
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.foundation.languages import Language
from prevention_sim.model.compile import compile_model
from prevention_sim.report.renderers.xlsx import workbook_as_xlsx
from prevention_sim.report.workbook import assumptions, budget
from prevention_sim.report.workbook.build import workbook_of
from prevention_sim.report.workbook.pages import Page, sheet_name
from prevention_sim.report.workbook.terms import Term
from prevention_sim.scenario.changing import simulated
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.small import Tree
from tests.strategies import files_with_funding
from tests.workbooks import Beside, Recalculated

SCENARIOS = Path(__file__).parents[4] / "scenarios"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

PAID_LATE = """
costs: {entgelt: {kind: per_case, title: Entgelt, state: a, value: 4 000 EUR/month, payment_lag: 2 months}}
"""

HARMFUL = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://boese.example","hier")',
    "\uff1d1+1",
    "  =1+1",
    '"=1+1"',
    "{=1+1}",
    "http://boese.example",
    "mailto:a@boese.example",
    "x" * 9_000,
)


def shipped(name: str) -> Scenario:
    return load_scenario(SCENARIOS / f"{name}.yaml")


def pages_of(scenario: Scenario, language: Language = "de") -> dict[str, Page]:
    pages = workbook_of(scenario, evaluate_base(compile_model(scenario)), language)
    return {page.name: page for page in pages}


def bytes_of(scenario: Scenario, language: Language = "de") -> bytes:
    pages = workbook_of(scenario, evaluate_base(compile_model(scenario)), language)
    return workbook_as_xlsx(pages, scenario.scenario.title.told(language), language)


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def formulas_in(content: bytes) -> Iterator[str]:
    for name, text in parts_of(content).items():
        if name.startswith("xl/worksheets/sheet"):
            for found in ET.fromstring(text).iter(f"{MAIN}f"):  # noqa: S314 - our own file
                yield found.text or ""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bielefeld", "reference/sick_sicker_half_cycle"])
def test_another_program_recalculates_what_the_engine_finds_after_changes(name: str, tmp_path: Path) -> None:
    workbook = Recalculated.of(shipped(name), tmp_path)
    random = Random(8)  # noqa: S311 - not for secrets
    assert workbook.recalculates
    assert workbook.differences() == []
    for _ in range(5):
        path = workbook.change_by_chance(random)
        assert workbook.differences() == [], path


def test_no_cell_of_a_recalculated_workbook_is_an_error(tmp_path: Path) -> None:
    workbook = Recalculated.of(shipped("bielefeld"), tmp_path)
    workbook.workbook.evaluate_all()
    found = [
        (page, row, column, workbook.value(page, row, column)) for page, row, column, _ in workbook.formulas()
    ]
    assert [each for each in found if not isinstance(each[3], int | float)] == []


def test_the_values_a_workbook_is_written_with_are_those_of_its_formulas(tmp_path: Path) -> None:
    workbook = Recalculated.of(shipped("bielefeld"), tmp_path)
    workbook.workbook.evaluate_all()
    for page, row, column, cell in workbook.formulas():
        assert isinstance(cell.content, Term)
        assert workbook.value(page, row, column) == pytest.approx(cell.content.value, rel=1e-9, abs=1e-6)


@pytest.mark.slow
@settings(max_examples=25)
@given(tree=files_with_programmes())
def test_any_file_with_programmes_is_told_as_the_engine_finds_it(tree: Tree) -> None:
    assert differences_of(tree) == []


@pytest.mark.slow
@settings(max_examples=25)
@given(tree=files_with_funding())
def test_any_file_with_funding_is_told_as_the_engine_finds_it(tree: Tree) -> None:
    assert differences_of(tree) == []


def differences_of(tree: Tree) -> list[str]:
    """Where the written values differ from the engine, by formula or not."""
    scenario = small.scenario_of(tree)
    outcomes = evaluate_base(compile_model(scenario))
    return list(Beside.cached(workbook_of(scenario, outcomes, "de"), outcomes).differences())


def test_a_euro_of_the_budget_leads_back_to_an_assumption() -> None:
    pages = pages_of(shipped("bielefeld"))
    row = next(
        row
        for (row, column), cell in sorted(pages["Haushalt"].cells.items())
        if column == budget.LINE and cell.content == "Heim (§ 34)"
    )
    names = {name for page in pages.values() for name in page.names}
    waiting, seen, reached = [("Haushalt", row, budget.YEARS)], set(), set()
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        page, *place = at
        cell = pages[page].cells[place[0], place[1]]
        if cell.is_formula and isinstance(cell.content, Term):
            text = cell.content.text
            reached |= {name for name in names if re.search(rf"(?<![\w']){name}(?!\w)", text)}
            waiting += list(cells_read(text, page))
    assert {"costs_heim_entgelt_value", "stays_heim_mean", "caseload_arrivals_neue_kinder_value"} <= reached
    assert "costs_pflege_geld_value" not in reached


def cells_read(text: str, page: str) -> Iterator[tuple[str, int, int]]:
    """Every cell a formula reads, of ranges also those between."""
    pattern = r"(?:'([^']+)'!)?(?<![\w$.])([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?(?![\w(])"
    for sheet, left, top, right, bottom in re.findall(pattern, text):
        for row in range(int(top), int(bottom or top) + 1):
            for column in range(number_of(left), number_of(right or left) + 1):
                yield sheet or page, row - 1, column - 1


def number_of(letters: str) -> int:
    found = 0
    for letter in letters:
        found = 26 * found + ord(letter) - ord("A") + 1
    return found


@pytest.mark.parametrize("harmful", HARMFUL, ids=lambda text: repr(text[:20]))
def test_a_text_of_the_file_never_becomes_a_formula_or_a_link(harmful: str) -> None:
    scenario = shipped("reference/kurve_kriegen")
    plain = len(list(formulas_in(bytes_of(scenario))))
    content = bytes_of(with_texts(scenario, harmful))
    parts = parts_of(content)
    assert len(list(formulas_in(content))) == plain
    assert not any("<hyperlink" in text for name, text in parts.items() if "worksheets" in name)
    strings = ET.fromstring(parts["xl/sharedStrings.xml"])  # noqa: S314 - our own file
    assert harmful in {found.text for found in strings.iter(f"{MAIN}t")}


@pytest.mark.parametrize("sign", ["\t", "\r"])
def test_signs_that_begin_a_formula_elsewhere_stay_text(sign: str) -> None:
    scenario = shipped("reference/kurve_kriegen")
    plain = len(list(formulas_in(bytes_of(scenario))))
    assert len(list(formulas_in(bytes_of(with_texts(scenario, f"{sign}=1+1"))))) == plain


def with_texts(scenario: Scenario, text: str) -> Scenario:
    """The scenario with all titles the same text, past the checks of the reader."""
    title = scenario.scenario.title.model_copy(update={"de": text, "en": text})
    about = scenario.scenario.model_copy(update={"title": title, "question": title, "note": title})
    parts = {
        section: {
            name: part.model_copy(update={"title": title})
            for name, part in getattr(scenario, section).items()
        }
        for section in ("states", "costs", "strategies", "interventions", "bearers", "sources")
    }
    return scenario.model_copy(update={"scenario": about, **parts})


def test_a_workbook_is_the_same_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "1700000000")
    first = bytes_of(shipped("reference/kurve_kriegen"))
    assert bytes_of(shipped("reference/kurve_kriegen")) == first
    assert "2023-11-14T22:13:20Z" in parts_of(first)["docProps/core.xml"]


@pytest.mark.parametrize("name", ["reference/semi_markov_stay", "reference/weibull_since_start"])
def test_a_file_with_a_clock_gets_values_and_the_reason(name: str) -> None:
    scenario = shipped(name)
    assert list(formulas_in(bytes_of(scenario))) == []
    pages = pages_of(scenario)
    words = [cell.content for cell in pages["Übersicht"].cells.values() if isinstance(cell.content, str)]
    assert any("rechnet nicht nach" in text and "Dauer" in text for text in words)
    outcomes = evaluate_base(compile_model(scenario))
    assert list(Beside.cached(tuple(pages.values()), outcomes).differences()) == []


def test_many_states_and_strategies_still_fit_into_formulas() -> None:
    scenario = shipped("reference/frontier_ties")
    outcomes = evaluate_base(compile_model(scenario))
    pages = workbook_of(scenario, outcomes, "de")
    assert pages[0].live
    assert list(Beside.cached(pages, outcomes).differences()) == []


@pytest.mark.parametrize("name", ["reference/hiv_monotherapy", "reference/hiv_combination"])
def test_what_is_counted_beside_money_stands_by_year_in_formulas_or_values(name: str) -> None:
    scenario = shipped(name)
    outcomes = evaluate_base(compile_model(scenario))
    pages = workbook_of(scenario, outcomes, "de")
    assert any(page.name == "Wirkungen" for page in pages)
    assert list(Beside.cached(pages, outcomes).differences()) == []


def test_persons_get_values_and_the_reason() -> None:
    scenario = simulated(shipped("reference/kurve_kriegen"), "microsimulation", replications=4)
    pages = pages_of(scenario)
    words = [cell.content for cell in pages["Übersicht"].cells.values() if isinstance(cell.content, str)]
    assert any("einzelnen Personen" in text for text in words)
    assert not any(cell.is_formula for page in pages.values() for cell in page.cells.values())


def test_impossible_numbers_turn_a_check_red(tmp_path: Path) -> None:
    workbook = Recalculated.of(shipped("bielefeld"), tmp_path)
    assert failed_checks(workbook) == 0
    workbook.change("stays.spfh.mean", 0.5)  # half a month: twice certain to leave within one
    assert failed_checks(workbook) > 0


def test_a_grey_number_that_is_changed_turns_a_check_red(tmp_path: Path) -> None:
    workbook = Recalculated.of(small.scenario(PAID_LATE), tmp_path)
    page = workbook.pages["Annahmen"]
    grey = [
        row
        for (row, column), cell in page.cells.items()
        if column == assumptions.CHANGED and page.cells[row, assumptions.VALUE].look == "fixed"
    ]
    assert failed_checks(workbook) == 0
    workbook.workbook.set_value("Annahmen", grey[0] + 1, assumptions.VALUE + 1, 4321.5)
    assert failed_checks(workbook) == 1


def failed_checks(workbook: Recalculated) -> float:
    """How many checks the first sheet counts as failed."""
    page = workbook.pages["Übersicht"]
    row = next(
        at for (at, _), cell in page.cells.items() if cell.content == "Prüfungen, die nicht bestanden sind"
    )
    workbook.workbook.evaluate_all()
    return float(workbook.value("Übersicht", row, 1))


def test_both_languages_have_the_same_numbers_and_other_words() -> None:
    german, english = (list(pages_of(shipped("bielefeld"), language).values()) for language in ("de", "en"))
    for one, other in zip(german, english, strict=True):
        assert one.name != other.name
        assert one.cells.keys() == other.cells.keys()
        for at, cell in one.cells.items():
            if isinstance(cell.content, Term):
                content = other.cells[at].content
                assert isinstance(content, Term)
                assert cell.content.value == pytest.approx(content.value, nan_ok=True)


def test_sheets_may_have_any_title() -> None:
    taken: list[str] = []
    for title in ("a/b", "A B", "x" * 40, "x" * 50, "'", "", "[]:*?"):
        name = sheet_name(title, taken)
        assert name
        assert len(name) <= 31
        assert not set("[]:*?/\\'") & set(name)
        assert name.casefold() not in {other.casefold() for other in taken}
        taken.append(name)


def test_every_sheet_is_printed_across_with_its_name() -> None:
    parts = parts_of(bytes_of(shipped("bielefeld")))
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    for text in sheets:
        assert 'orientation="landscape"' in text
        assert "fitToPage" in text
        assert "oddFooter" in text
