"""Charts as SVG by vl-convert, which the extra `report` brings; the same bytes wherever it runs.

Letters are measured in Arimo, which ships in the package. It has the widths of Arial, Helvetica and
Liberation Sans, so a picture fits its frame also where a reader has only one of these.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from textwrap import wrap
from typing import Any, Final, Literal
from xml.sax.saxutils import escape, quoteattr

from prevention_sim.report.charts.chart import GRID, INK, PAPER, Chart, Spec
from prevention_sim.report.numbers import Language

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
VERSION: Final = "6.4"
FONTS: Final = Path(__file__).parents[1] / "fonts"
FAMILY: Final = "Arimo, Arial, Helvetica, 'Liberation Sans', sans-serif"
LOCALES: Final[dict[Language, Literal["de-DE", "en-GB"]]] = {"de": "de-DE", "en": "en-GB"}
TITLE_LETTERS: Final = 66
SUBTITLE_LETTERS: Final = 95
OPENING: Final = re.compile(r"<svg [^>]*?(width=\"[^\"]*\" height=\"[^\"]*\" viewBox=\"[^\"]*\")>")

ROLES: Final = re.compile(r'(<g class="[^"]*") role="graphics-[a-z]+" aria-roledescription="[^"]*">')
"""What Vega calls its groups; the picture as a whole has a name instead."""

CONFIG: Final[dict[str, Any]] = {
    "aria": False,
    "background": PAPER,
    "font": FAMILY,
    "padding": 8,
    "view": {"stroke": None},
    "text": {"fontSize": 13, "color": INK},
    "axis": {
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "labelColor": INK,
        "titleColor": INK,
        "domainColor": INK,
        "tickColor": INK,
        "gridColor": GRID,
        "labelLimit": 260,
    },
    "axisY": {"tickCount": 6},
    "axisX": {"labelOverlap": "parity"},
    "axisXBand": {"grid": False},
    "header": {"labelFontSize": 13, "labelFontWeight": "bold", "labelColor": INK, "labelLimit": 300},
    "concat": {"spacing": 24},
    "legend": {
        "orient": "top",
        "title": None,
        "direction": "vertical",
        "labelFontSize": 13,
        "labelColor": INK,
        "labelLimit": 600,
        "symbolStrokeColor": INK,
    },
    "title": {"anchor": "start", "fontSize": 16, "subtitleFontSize": 13, "color": INK, "subtitleColor": INK},
}


def can_draw() -> bool:
    """Whether the extra is installed."""
    return find_spec("vl_convert") is not None


def chart_as_svg(chart: Chart, *, id_: str | None = None) -> str:
    """A chart as a picture of its own, with its title; with an id, as part of a page that has the title."""
    spec = chart.spec if id_ else {**chart.spec, "title": _title(chart)}
    drawn = _drawn({"$schema": SCHEMA, **spec}, chart.language)
    name = id_ or "chart"
    words = (
        f'<title id="{name}-title">{escape(chart.title)}</title>'
        f'<desc id="{name}-desc">{escape(chart.alternative)}</desc>'
    )
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang={quoteattr(chart.language)} role="img"'
        rf' aria-labelledby="{name}-title {name}-desc" \1>'
    )
    drawn = OPENING.sub(lambda found: found.expand(opening) + words, drawn, count=1)
    return ROLES.sub(r"\1>", drawn) + "\n"


def _title(chart: Chart) -> dict[str, list[str]]:
    return {"text": wrap(chart.title, TITLE_LETTERS), "subtitle": wrap(chart.reading, SUBTITLE_LETTERS)}


def _drawn(spec: Spec, language: Language) -> str:
    import vl_convert  # noqa: PLC0415 - 84 MB that only pictures need

    _register_fonts()
    drawn: str = vl_convert.vegalite_to_svg(
        dict(spec),
        vl_version=VERSION,
        config=CONFIG,
        allowed_base_urls=[],
        format_locale=LOCALES[language],
    )
    return drawn


@cache
def _register_fonts() -> None:
    import vl_convert  # noqa: PLC0415 - likewise

    vl_convert.register_font_directory(str(FONTS))
