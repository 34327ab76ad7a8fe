"""LibreOffice opens a workbook, recalculates it after a change, and finds what the engine finds."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from prevention_sim.analysis.evaluation import evaluate, evaluate_base
from prevention_sim.analysis.indicators import indicators
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.report.renderers.xlsx import workbook_as_xlsx
from prevention_sim.report.workbook import assumptions
from prevention_sim.report.workbook import indicators as sheet
from prevention_sim.report.workbook.build import workbook_of
from prevention_sim.report.workbook.pages import Cell
from prevention_sim.report.workbook.terms import Term
from prevention_sim.scenario.loading import load_scenario

SCENARIOS = Path(__file__).parents[4] / "scenarios"
OFFICE = shutil.which("soffice")

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""Recalculate whatever is opened, as a user does who changes a cell."""

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-calc)")
@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("bielefeld", "parameters.unterbringung", 0.35),
        ("bielefeld", "stays.heim.mean", 15.0),
        ("reference/sick_sicker_half_cycle", "parameters.sterben", 0.004),
    ],
)
def test_libreoffice_finds_what_the_engine_finds(name: str, path: str, value: float, tmp_path: Path) -> None:
    scenario = load_scenario(SCENARIOS / f"{name}.yaml")
    model = compile_model(scenario)
    pages = workbook_of(scenario, evaluate_base(model), "en")
    page = next(each for each in pages if each.name == "Assumptions")
    row = next(row for (row, column), cell in page.cells.items() if cell.content == path)
    form = page.cells[row, assumptions.VALUE].form
    page.cells[row, assumptions.VALUE] = Cell(Term("", value), "input", form)
    (tmp_path / "book.xlsx").write_bytes(workbook_as_xlsx(pages, "Probe", "en"))

    outcomes = next(evaluate(model, set_rows(model.table, {path: value})))
    found = read_sheet(tmp_path, "Indicators")
    by_formula = [
        (indicator, cells[sheet.VALUE])
        for indicator, cells in zip(indicators(outcomes), found[sheet.HEAD + 1 :], strict=False)
        if cells[sheet.HOW] == "formula"
    ]
    assert by_formula
    for indicator, cell in by_formula:
        if indicator.values is not None:
            assert float(cell) == pytest.approx(float(indicator.values[0]), abs=0.005), indicator.id


def read_sheet(folder: Path, name: str) -> list[list[str]]:
    """A sheet as LibreOffice recalculates it, unformatted."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    assert OFFICE is not None
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            EVERY_SHEET,
            "--outdir",
            str(folder),
            str(folder / "book.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    with (folder / f"book-{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
