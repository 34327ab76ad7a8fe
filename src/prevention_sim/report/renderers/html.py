"""The report as one page for a browser: without script, with nothing from outside, and made to be printed.

Every text is escaped by the template. The only markup that enters as it is comes from our own renderers of
pictures, which escape what they write. The content security policy allows one style sheet, by its hash.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from prevention_sim.report.chart_wording import tell as tell_chart
from prevention_sim.report.charts.chart import Chart
from prevention_sim.report.dossier import Dossier, build_dossier
from prevention_sim.report.dossier_wording import tell
from prevention_sim.report.numbers import MINUS, Language, decimal
from prevention_sim.report.renderers.chart_svg import can_draw, chart_as_svg
from prevention_sim.report.renderers.rendering import Rendered, ToRender
from prevention_sim.report.renderers.svg import diagram_as_svg
from prevention_sim.report.tables import TENTHS, BudgetTable
from prevention_sim.report.wording import say

PAGE: Final = Path(__file__).parent / "page"
SECTIONS: Final = (
    "glance",
    "chain",
    "budget",
    "bearers",
    "cases",
    "certainty",
    "effectiveness",
    "evidence",
    "checking",
    "glossary",
)
TERMS: Final = ("relief", "place_year", "gross", "cashable", "present")


def render(run: ToRender) -> Rendered:
    """The page; without the extra it has tables and no pictures, and says how to get them."""
    dossier = build_dossier(run.scenario, run.outcomes, run.language, run.made)
    page = page_of(dossier, pictures=can_draw())
    remarks = () if can_draw() else (tell_chart(run.language, "missing"),)
    return Rendered({f"{run.name}.html": page.encode()}, remarks)


def page_of(dossier: Dossier, *, pictures: bool) -> str:
    """A dossier as HTML."""
    language = dossier.report.language
    style = (PAGE / "report.css").read_text(encoding="utf-8")

    def picture(chart: Chart, number: int) -> Markup:
        return _markup(chart_as_svg(chart, id_=f"{chart.id}-{number}"))

    return (
        _environment(language)
        .get_template("report.html.j2")
        .render(
            dossier=dossier,
            report=dossier.report,
            language=language,
            style=_markup(style),
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            picture=picture if pictures else None,
            diagram=_markup(diagram_as_svg(dossier.diagram)),
            sections=_sections(dossier),
            terms=TERMS,
            missing="" if pictures else tell_chart(language, "missing"),
        )
    )


def _sections(dossier: Dossier) -> tuple[str, ...]:
    """The sections that have something to say."""
    told = dossier.strategies
    optional = {
        "chain": bool(dossier.flows.rows),
        "bearers": any(
            {"waterfall", "bearers"} & set(each.charts) or each.report.mechanisms for each in told
        ),
        "cases": any(
            "caseload" in each.charts or each.report.key_figures or each.report.queues for each in told
        ),
        "effectiveness": bool(dossier.report.cost_effectiveness),
    }
    return tuple(section for section in SECTIONS if optional.get(section, True))


def _markup(text: str) -> Markup:
    """What our own renderers wrote, who escape every text of the file."""
    return Markup(text)  # noqa: S704 - see above


def _unbroken(text: object) -> object:
    """No line ends after a paragraph sign, or between a minus and the sign of a currency."""
    if type(text) is not str:  # markup is left as it is
        return text
    return text.replace("§ ", "§\N{NO-BREAK SPACE}").replace(f"{MINUS}€", f"{MINUS}\N{WORD JOINER}€")


def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_unbroken,
    )

    def words(key: str, **fields: str | int) -> str:
        return tell(language, key, **fields)

    def phrase(key: str) -> str:
        return say(language, key)

    def budget_rows(table: BudgetTable) -> list[tuple[str, str, tuple[str, ...], str]]:
        return _budget_rows(table, language)

    environment.globals |= {"words": words, "phrase": phrase, "budget_rows": budget_rows}
    return environment


def _budget_rows(table: BudgetTable, language: Language) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Budget row, title, figures and kind of every line of a budget table."""

    def whole(cells: Sequence[int], unit: int = 1) -> tuple[str, ...]:
        return tuple(decimal(cell / unit, language, 0 if unit == 1 else 1) for cell in cells)

    rows = [(row.row, row.title, whole(row.cells), "line") for row in table.rows]
    rows.append(("", say(language, "result"), whole(table.totals), "result"))
    if table.cashable is not None:
        rows.append(("", say(language, "cashable"), whole(table.cashable), "below"))
    if table.places is not None:
        rows.append(("", say(language, "avoided_places"), whole(table.places, TENTHS), "below"))
    return rows
