"""The picture of a staircase: bars that begin where the one before ends; levels stand on the ground."""

from collections.abc import Iterator

from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import (
    BLUE,
    INK,
    LABEL_LINES,
    LEVEL,
    ORANGE,
    ChartTable,
    Spec,
    distinct,
    lines_of_label,
    signed,
    spec_of,
)
from prevention_sim.report.numbers import Language, decimal
from prevention_sim.report.staircase import Stair, Staircase

STAIR: int = 36
BARS: int = 420


def stairs_spec(staircase: Staircase, language: Language, *, more_is_better: bool) -> Spec:
    """One bar below the other; better is blue, worse is orange, and each says its amount with its sign."""
    stairs = staircase.stairs
    labels = distinct([lines_of_label(stair.name) for stair in stairs])
    rows = [
        {
            "label": label,
            "from": begin,
            "to": end,
            "text_at": max(begin, end),
            "text": decimal(stair.amount, language) if stair.is_level else signed(stair.amount, language),
            "colour": _colour(stair, more_is_better=more_is_better),
        }
        for stair, label, (begin, end) in zip(stairs, labels, _ends(stairs), strict=True)
    ]
    y = {"field": "label", "type": "nominal", "sort": None}
    axis = {"title": None, "labelExpr": LABEL_LINES, "labelLineHeight": 14}
    return spec_of(
        rows,
        width=BARS,
        height=STAIR * len(rows),
        encoding={"y": {**y, "axis": axis}},
        layer=[
            {
                "mark": {"type": "bar", "height": {"band": 0.62}, "stroke": INK, "strokeWidth": 1},
                "encoding": {
                    "x": {"field": "from", "type": "quantitative", "axis": {"title": staircase.unit}},
                    "x2": {"field": "to"},
                    "color": {"field": "colour", "type": "nominal", "scale": None},
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 5},
                "encoding": {
                    "x": {"field": "text_at", "type": "quantitative"},
                    "text": {"field": "text", "type": "nominal"},
                },
            },
        ],
    )


def stairs_table(staircase: Staircase, language: Language, heading: str) -> ChartTable:
    """Every amount with its name and note."""
    noted = any(stair.note for stair in staircase.stairs)
    return ChartTable(
        (heading, staircase.unit, *([tell(language, "note")] if noted else [])),
        tuple(
            (stair.name, decimal(stair.amount, language), *([stair.note] if noted else []))
            for stair in staircase.stairs
        ),
        noted=noted,
    )


def _ends(stairs: tuple[Stair, ...]) -> Iterator[tuple[int, int]]:
    reached = 0
    for stair in stairs:
        begin = 0 if stair.is_level else reached
        reached = begin + stair.amount
        yield begin, reached


def _colour(stair: Stair, *, more_is_better: bool) -> str:
    if stair.is_level:
        return LEVEL
    return BLUE if (stair.amount > 0) is more_is_better else ORANGE
