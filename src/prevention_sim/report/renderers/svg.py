"""A flow diagram as one self-contained SVG: nothing is fetched from elsewhere, the bytes are always the same.

Colour is never the only sign: what a programme does is dashed and heavier as well as blue, each programme in
dashes of its own; a placement has a thick frame as well as a grey ground.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum
from typing import Final
from xml.sax.saxutils import escape

from prevention_sim.report.diagram_wording import tell
from prevention_sim.report.flow_chart import Arrow, Box, BoxKind, FlowChart
from prevention_sim.report.flow_layout import Layout, Rect, Route, Size, Station, place_flow

FONT: Final = "Arial, Helvetica, 'Liberation Sans', sans-serif"
FONT_SIZE: Final = 13
LINE_HEIGHT: Final = 17.0
TITLE_SIZE: Final = 17
TITLE_LINE: Final = 22.0
LEAST_WIDTH: Final = 420.0
"""A title is not broken into shorter lines than this, however small the picture."""
MARGIN: Final = 20.0
BOX_PADDING: Final[dict[BoxKind, float]] = {"state": 10.0, "placement": 16.0, "source": 12.0}
"""Space around a text; a placement is set in bold and needs more."""
LABEL_PADDING: Final = 3.0
BOLD: Final = 1.15
"""How much wider bold letters are."""
LEGEND_SAMPLE: Final = 46.0
LEGEND_LINE: Final = 26.0
ARROW: Final = 8.0

INK: Final = "#222222"
PROGRAMME: Final = "#0072B2"
DASHES: Final = ("8 5", "2 4", "14 4 3 4", "18 6")
"""How the lines of the first, second, ... programme are broken; then again from the first."""

MARKED: Final = f' fill="{PROGRAMME}" font-style="italic"'
"""How it is written where a programme acts."""

SAMPLE: Final = "× …"
"""A mark in the legend."""

GROUND: Final = "#EDEDED"

NARROW: Final = "iIjlt.,:;'|!()[]fr /-"
WIDE: Final = "mMWw%@—→"


def diagram_as_svg(chart: FlowChart) -> str:
    """Draw a chart."""
    layout = layout_of(chart)
    title = _title_lines(chart.title, layout.width)
    title_width = max(map(_title_width, title))
    head = MARGIN + TITLE_LINE * len(title) + MARGIN
    legend = list(_legend(chart))
    legend_width = max((LEGEND_SAMPLE + text_width(text) for _, text in legend), default=0.0)
    width = 2 * MARGIN + max(layout.width, title_width, legend_width)
    below = head + layout.height + MARGIN
    height = below + len(legend) * LEGEND_LINE + MARGIN
    shift = (width - layout.width) / 2
    parts = [
        _opening(chart, width, height),
        f'<title id="title">{escape(chart.title)}</title>',
        f'<desc id="desc">{escape(chart.description)}</desc>',
        f'<rect width="{_n(width)}" height="{_n(height)}" fill="#FFFFFF"/>',
        *_title_drawn(title),
        f'<g transform="translate({_n(shift)} {_n(head)})">',
        *_picture(chart, layout),
        "</g>",
        *_legend_drawn(legend, below),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _opening(chart: FlowChart, width: float, height: float) -> str:
    size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
    words = f'lang="{chart.language}" role="img" aria-labelledby="title desc"'
    text = f'font-family="{FONT}" font-size="{FONT_SIZE}" fill="{INK}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {words} {size} {text}>'


def layout_of(chart: FlowChart) -> Layout:
    """Where everything stands, for texts of the estimated size."""
    boxes = {box.id: text_size((*box.lines, *box.marks), BOX_PADDING[box.kind]) for box in chart.boxes}
    arrows = [(arrow.origin, arrow.destination) for arrow in chart.arrows]
    labels = [text_size((*arrow.lines, *arrow.marks), LABEL_PADDING) for arrow in chart.arrows]
    return place_flow(boxes, arrows, labels)


def text_width(text: str) -> float:
    """How wide a text is at most in a usual sans-serif; fonts differ, so it errs on the wide side."""
    return fsum(
        FONT_SIZE * (0.36 if sign in NARROW else 0.98 if sign in WIDE else 0.72 if sign.isupper() else 0.61)
        for sign in text
    )


def text_size(lines: Sequence[str], padding: float) -> Size:
    """Width and height of lines with space around them."""
    return max(map(text_width, lines)) + 2 * padding, LINE_HEIGHT * len(lines) + 2 * padding


def _title_width(text: str) -> float:
    return BOLD * text_width(text) * TITLE_SIZE / FONT_SIZE


def _title_lines(title: str, width: float) -> list[str]:
    """A title in lines that are no wider than the picture, where words allow it."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _title_width(longer) > max(width, LEAST_WIDTH):
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _title_drawn(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        y = MARGIN + TITLE_SIZE + TITLE_LINE * number
        yield (
            f'<text x="{_n(MARGIN)}" y="{_n(y)}" font-size="{TITLE_SIZE}"'
            f' font-weight="bold">{escape(line)}</text>'
        )


def _n(value: float) -> str:
    """A coordinate to a tenth of a pixel."""
    return f"{value + 0.0:.1f}".removesuffix(".0")


def _picture(chart: FlowChart, layout: Layout) -> Iterator[str]:
    """Lines below labels below boxes."""
    for arrow, route in zip(chart.arrows, layout.routes, strict=True):
        yield _line(arrow, route, _dashes(chart, arrow.programme))
    for arrow, rect in zip(chart.arrows, layout.labels, strict=True):
        colour = PROGRAMME if arrow.kind == "diverted" else INK
        yield _rect(rect, 'fill="#FFFFFF"')
        yield from _text(arrow.lines, arrow.marks, rect, f' fill="{colour}"')
    for box in chart.boxes:
        yield from _box(box, layout.boxes[box.id])


def _line(arrow: Arrow, route: Route, dashes: str) -> str:
    colour = PROGRAMME if arrow.kind == "diverted" else INK
    return f'<path d="{_path(route)}" fill="none" {_stroke(dashes)}/>{_head(route, colour)}'


def _dashes(chart: FlowChart, programme: str) -> str:
    """How the lines of a programme are broken; empty for what no programme does."""
    return DASHES[chart.programmes.index(programme) % len(DASHES)] if programme else ""


def _stroke(dashes: str) -> str:
    broken = f'stroke="{PROGRAMME}" stroke-width="2.4" stroke-dasharray="{dashes}"'
    return broken if dashes else f'stroke="{INK}" stroke-width="1.3"'


def _path(route: Route) -> str:
    """Straight down through every row, with a bend between rows; it ends where the arrow's head begins."""
    stations = list(route.stations)
    first, last = stations[0], stations[-1]
    if route.upwards:
        stations[0] = Station(first.x, min(first.top + ARROW, first.bottom), first.bottom)
    else:
        stations[-1] = Station(last.x, last.top, max(last.bottom - ARROW, last.top))
    pieces = [f"M{_n(stations[0].x)} {_n(stations[0].top)}V{_n(stations[0].bottom)}"]
    for upper, lower in pairwise(stations):
        middle = (upper.bottom + lower.top) / 2
        pieces.append(
            f"C{_n(upper.x)} {_n(middle)} {_n(lower.x)} {_n(middle)} {_n(lower.x)} {_n(lower.top)}"
            f"V{_n(lower.bottom)}"
        )
    return "".join(pieces)


def _head(route: Route, colour: str) -> str:
    """The triangle at the end of an arrow; lines meet boxes from straight above or below."""
    if route.upwards:
        x, y, back = route.stations[0].x, route.stations[0].top, ARROW
    else:
        x, y, back = route.stations[-1].x, route.stations[-1].bottom, -ARROW
    return f'<path d="M{_n(x)} {_n(y)}l{_n(-ARROW / 2)} {_n(back)}h{_n(ARROW)}z" fill="{colour}"/>'


def _box(box: Box, rect: Rect) -> Iterator[str]:
    styles = {
        "state": f'rx="4" fill="#FFFFFF" stroke="{INK}" stroke-width="1.3"',
        "placement": f'rx="4" fill="{GROUND}" stroke="{INK}" stroke-width="3.5"',
        "source": f'rx="{_n(rect.height / 2)}" fill="#FFFFFF" stroke="{INK}" stroke-width="1.3"',
    }
    yield _rect(rect, styles[box.kind])
    yield from _text(box.lines, box.marks, rect, ' font-weight="bold"' if box.kind == "placement" else "")


def _rect(rect: Rect, style: str) -> str:
    place = f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'
    return f"<rect {place} {style}/>"


def _text(lines: Sequence[str], marks: Sequence[str], rect: Rect, style: str) -> Iterator[str]:
    """Lines and below them marks, in the middle of a rectangle."""
    x = rect.x + rect.width / 2
    styled = [*((line, style) for line in lines), *((mark, MARKED) for mark in marks)]
    top = rect.y + (rect.height - LINE_HEIGHT * len(styled)) / 2
    for number, (line, how) in enumerate(styled):
        y = top + LINE_HEIGHT * number + FONT_SIZE
        yield f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="middle"{how}>{escape(line)}</text>'


def _legend(chart: FlowChart) -> Iterator[tuple[str | None, str]]:
    """The signs that occur, with their meaning: the dashes of a line, MARKED, or None for a placement."""
    language, programmes = chart.language, chart.programmes
    if any(arrow.kind == "move" for arrow in chart.arrows):
        yield "", tell(language, "legend_move")
    for programme in programmes:
        several = tell(language, "legend_programme", programme=programme)
        text = several if len(programmes) > 1 else tell(language, "legend_diverted")
        yield _dashes(chart, programme), text
    if chart.is_marked:
        yield MARKED, tell(language, "legend_mark")
    if any(box.kind == "placement" for box in chart.boxes):
        yield None, tell(language, "legend_placement")


def _legend_drawn(legend: list[tuple[str | None, str]], top: float) -> Iterator[str]:
    for number, (dashes, text) in enumerate(legend):
        y = top + LEGEND_LINE * number + LEGEND_LINE / 2
        if dashes is None:
            style = f'rx="3" fill="{GROUND}" stroke="{INK}" stroke-width="3"'
            yield _rect(Rect(MARGIN + 2, y - 7, 30, 14), style)
        elif dashes == MARKED:
            yield f'<text x="{_n(MARGIN)}" y="{_n(y + 4.5)}"{MARKED}>{SAMPLE}</text>'
        else:
            yield f'<path d="M{_n(MARGIN)} {_n(y)}h34" fill="none" {_stroke(dashes)}/>'
        yield f'<text x="{_n(MARGIN + LEGEND_SAMPLE)}" y="{_n(y + 4.5)}">{escape(text)}</text>'
