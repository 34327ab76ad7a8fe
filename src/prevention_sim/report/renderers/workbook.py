"""The workbook as a file: its sheets are made in `report/workbook`, and written by `xlsx.py`."""

from prevention_sim.report.renderers.rendering import Rendered, ToRender
from prevention_sim.report.renderers.xlsx import workbook_as_xlsx
from prevention_sim.report.workbook.build import workbook_of


def render(run: ToRender) -> Rendered:
    """One workbook."""
    title = run.scenario.scenario.title.told(run.language)
    pages = workbook_of(run.scenario, run.outcomes, run.language)
    return Rendered({f"{run.name}.xlsx": workbook_as_xlsx(pages, title, run.language)})
