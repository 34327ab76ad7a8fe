"""Posts against relief and waiting: what `prevsim size` finds, as a picture."""

from prevention_sim.analysis.sizing import Sizing
from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import BLUE, INK, LEVEL, ORANGE, WIDTH, Chart, ChartTable, spec_of
from prevention_sim.report.numbers import Language
from prevention_sim.report.sizing import SizingTold
from prevention_sim.report.tables import unit_for


def chart_of(found: Sizing, told: SizingTold, language: Language) -> Chart:
    """Relief as bars, the best in another colour, and below it how many wait."""
    scale, unit = unit_for(max((abs(size.relief) for size in found.sizes), default=0.0))
    names = [figures[0] for figures, _, _ in told.rows]
    rows = [
        {
            "posts": name,
            "relief": round(size.relief / scale, 3),
            "low": round((size.relief - size.loss_half_width) / scale, 3),
            "high": round((size.relief + size.loss_half_width) / scale, 3),
            "waiting": round(size.waiting, 3),
            "best": size == found.best,
        }
        for name, size in zip(names, found.sizes, strict=True)
    ]
    across = {"field": "posts", "type": "nominal", "sort": None}
    relief = {
        "width": WIDTH,
        "height": 220,
        "encoding": {"x": {**across, "axis": {"title": None, "labels": False, "ticks": False}}},
        "layer": [
            {
                "mark": {"type": "bar", "stroke": INK, "strokeWidth": 0.5},
                "encoding": {
                    "y": {
                        "field": "relief",
                        "type": "quantitative",
                        "axis": {"title": tell(language, "posts_relief", unit=unit)},
                    },
                    "color": {"condition": {"test": "datum.best", "value": BLUE}, "value": LEVEL},
                },
            },
            {
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
                "encoding": {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}},
            },
        ],
    }
    waiting = {
        "width": WIDTH,
        "height": 110,
        "mark": {"type": "line", "color": ORANGE, "strokeWidth": 2.5, "point": {"size": 55, "color": ORANGE}},
        "encoding": {
            "x": {**across, "axis": {"title": tell(language, "posts"), "labelAngle": 0}},
            "y": {
                "field": "waiting",
                "type": "quantitative",
                "axis": {"title": tell(language, "posts_waiting"), "tickCount": 4},
            },
        },
    }
    return Chart(
        "posts",
        language,
        "bars",
        tell(language, "posts_title"),
        " ".join(told.sentences),
        spec_of(rows, vconcat=[relief, waiting], spacing=6),
        ChartTable(told.headings, tuple(figures for figures, _, _ in told.rows)),
    )
