"""Nothing in a flow diagram covers anything else, whatever the file."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.report.flow_chart import FlowChart, flow_chart
from prevention_sim.report.flow_layout import Layout, Rect, Route, place_flow
from prevention_sim.report.renderers.svg import layout_of
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import find_scenario, shipped_names
from tests.unit.report.ten_states import ten_states

SAMPLES = 40


def points_of(route: Route) -> Iterator[tuple[float, float]]:
    """Points along a line: straight through the rows, bent between them as it is drawn."""
    for station in route.stations:
        for step in range(SAMPLES + 1):
            yield station.x, station.top + (station.bottom - station.top) * step / SAMPLES
    for upper, lower in pairwise(route.stations):
        middle = (upper.bottom + lower.top) / 2
        for step in range(SAMPLES + 1):
            t = step / SAMPLES
            early, late = (1 - t) ** 3 + 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2 + t**3
            y = (1 - t) ** 3 * upper.bottom + 3 * (1 - t) * t * ((1 - t) + t) * middle + t**3 * lower.top
            yield early * upper.x + late * lower.x, y


def assert_readable(layout: Layout, arrows: Sequence[tuple[str, str]]) -> None:
    rects = [*layout.boxes.values(), *layout.labels]
    for one, other in combinations(rects, 2):
        assert not one.overlaps(other), (one, other)
    for rect in rects:
        assert rect.x >= -1e-6
        assert rect.y >= -1e-6
        assert rect.x + rect.width <= layout.width + 1e-6
        assert rect.y + rect.height <= layout.height + 1e-6
    for number, (route, ends) in enumerate(zip(layout.routes, arrows, strict=True)):
        others = [rect for name, rect in layout.boxes.items() if name not in ends]
        others += [rect for at, rect in enumerate(layout.labels) if at != number]
        for x, y in points_of(route):
            assert not any(rect.contains(x, y) for rect in others), (number, x, y)


def ends_of(chart: FlowChart) -> list[tuple[str, str]]:
    return [(arrow.origin, arrow.destination) for arrow in chart.arrows]


@pytest.mark.parametrize("name", shipped_names())
def test_no_box_label_or_line_covers_another_in_the_shipped_files(name: str) -> None:
    path = find_scenario(name)
    assert path is not None
    chart = flow_chart(load_scenario(path), "de")
    assert_readable(layout_of(chart), ends_of(chart))


@pytest.mark.parametrize("language", ["de", "en"])
def test_ten_states_are_readable(language: str) -> None:
    chart = flow_chart(ten_states(), "de" if language == "de" else "en")
    assert sum(box.kind != "source" for box in chart.boxes) == 10
    assert_readable(layout_of(chart), ends_of(chart))


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 10).flatmap(
        lambda count: st.tuples(
            st.lists(st.floats(30.0, 200.0), min_size=count, max_size=count),
            st.lists(
                st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.floats(20.0, 180.0)),
                max_size=20,
            ),
        )
    )
)
def test_any_graph_is_readable(drawn: tuple[list[float], list[tuple[int, int, float]]]) -> None:
    widths, edges = drawn
    boxes = {f"s{number}": (width, 40.0) for number, width in enumerate(widths)}
    arrows = [(f"s{a}", f"s{b}") for a, b, _ in edges if a != b]
    layout = place_flow(boxes, arrows, [(width, 20.0) for a, b, width in edges if a != b])
    assert_readable(layout, arrows)


def test_lines_begin_and_end_on_their_boxes() -> None:
    layout = place_flow({"a": (50.0, 30.0), "b": (50.0, 30.0)}, [("a", "b"), ("b", "a")], [(40.0, 20.0)] * 2)
    for route, (upper, lower) in zip(layout.routes, [("a", "b"), ("a", "b")], strict=True):
        first, last = route.stations[0], route.stations[-1]
        assert first.top == layout.boxes[upper].y + layout.boxes[upper].height
        assert last.bottom == layout.boxes[lower].y
        assert layout.boxes[upper].x < first.x < layout.boxes[upper].x + layout.boxes[upper].width
    assert [route.upwards for route in layout.routes] == [False, True]


def test_touching_rectangles_do_not_overlap() -> None:
    assert not Rect(0, 0, 10, 10).overlaps(Rect(10, 0, 10, 10))
    assert Rect(0, 0, 10, 10).overlaps(Rect(9, 9, 10, 10))


def test_the_layout_is_the_same_each_time() -> None:
    chart = flow_chart(ten_states(), "de")
    assert layout_of(chart) == layout_of(chart)
