"""Where the boxes, labels and lines of a flow diagram stand.

Boxes stand in rows from top to bottom, labels in rows of their own between them. A line passes every row in a
slot that nothing else stands in, so no line runs through a box or label that is not its own, and nothing
overlaps. The method is Sugiyama's: turn some arrows until none leads in a circle, put boxes in rows by the
longest way to them, order the rows by what they are joined to, then move everything to where its neighbours
are as far as the order allows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import fsum, inf
from typing import Final

Size = tuple[float, float]
"""Width and height."""

BETWEEN: Final = 18.0
"""Free space between neighbours in a row."""
BETWEEN_ROWS: Final = 26.0
"""Free height between rows, where the lines bend."""
PORT: Final = 16.0
"""Width that each line takes where it meets a box."""
SWEEPS: Final = 24
"""How often the rows are put in order, downwards and upwards in turn."""
SETTLINGS: Final = 100
"""How often everything is moved towards its neighbours."""
STRAIGHTENINGS: Final = 4
"""How often lines are straightened; one that has become straight leaves room for another."""
STRAIGHT: Final = 8.0
"""How much more a line wants to be straight than to be near its boxes."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Rect") -> bool:
        """Whether two rectangles share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside, not on the edge."""
        return self.x < x < self.x + self.width and self.y < y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Station:
    """A piece of a line that runs straight down: at x, from `top` to `bottom`."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Route:
    """A line from top to bottom; where `upwards`, its arrow points to the top."""

    stations: tuple[Station, ...]
    upwards: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by id, labels and routes in the order of the arrows, and the size of the whole."""

    boxes: dict[str, Rect]
    labels: tuple[Rect, ...]
    routes: tuple[Route, ...]
    width: float
    height: float


@dataclass(slots=True)
class _Item:
    """Something that takes a place in a row: a box, a label, or a line that only passes."""

    row: int
    width: float
    height: float
    is_box: bool = False
    above: list["_Item"] = field(default_factory=list)
    below: list["_Item"] = field(default_factory=list)
    x: float = 0.0
    place: int = 0


def place_flow(
    boxes: Mapping[str, Size], arrows: Sequence[tuple[str, str]], labels: Sequence[Size]
) -> Layout:
    """Place boxes, arrows between them, and one label on each arrow."""
    layers = _layers(list(boxes), arrows)
    ends = dict.fromkeys(boxes, 0)
    for arrow in arrows:
        for name in arrow:
            ends[name] += 1
    items = {
        name: _Item(2 * layers[name], max(width, PORT * (ends[name] + 1)), height, is_box=True)
        for name, (width, height) in boxes.items()
    }
    chains, labelled = _chains(items, layers, arrows, labels)
    rows = _rows([*items.values(), *(item for chain in chains for item in chain[1:-1])])
    _order(rows)
    _spread(rows)
    for _ in range(STRAIGHTENINGS):
        for chain in chains:
            _straighten(chain[1:-1], rows)
    return _drawn(items, rows, chains, labelled, [layers[first] > layers[last] for first, last in arrows])


def _layers(names: list[str], arrows: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The row of each box: the longest way to it, after arrows against the order were turned."""
    order = {name: position for position, name in enumerate(_acyclic_order(names, arrows))}
    layers = dict.fromkeys(names, 0)
    for name in sorted(names, key=order.__getitem__):
        for first, last in arrows:
            upper, lower = sorted((first, last), key=order.__getitem__)
            if upper == name:
                layers[lower] = max(layers[lower], layers[name] + 1)
    return layers


def _acyclic_order(names: list[str], arrows: Sequence[tuple[str, str]]) -> list[str]:
    """An order that few arrows run against (Eades, Lin and Smyth): sources first, sinks last."""
    left = list(names)
    start: list[str] = []
    end: list[str] = []
    while left:
        out = {name: sum(a == name and b in left for a, b in arrows) for name in left}
        into = {name: sum(b == name and a in left for a, b in arrows) for name in left}
        sink = next((name for name in reversed(left) if not out[name] and into[name]), None)
        if sink is not None:
            end.insert(0, sink)
            left.remove(sink)
            continue
        best = max(left, key=lambda name: (not into[name], out[name] - into[name], -left.index(name)))
        start.append(best)
        left.remove(best)
    return start + end


def _chains(
    items: dict[str, _Item],
    layers: dict[str, int],
    arrows: Sequence[tuple[str, str]],
    labels: Sequence[Size],
) -> tuple[list[list[_Item]], list[int]]:
    """What each arrow passes from its upper to its lower box, and where in that its label is."""
    filled: dict[int, float] = {}
    chains, labelled = [], []
    for (first, last), (width, height) in zip(arrows, labels, strict=True):
        upper, lower = sorted((first, last), key=layers.__getitem__)
        between = range(items[upper].row + 1, items[lower].row)
        where = min(between[::2], key=lambda row: (filled.get(row, 0.0), row))
        filled[where] = filled.get(where, 0.0) + width + BETWEEN
        passed = [
            _Item(row, width if row == where else 1.0, height if row == where else 0.0) for row in between
        ]
        chain = [items[upper], *passed, items[lower]]
        for above, below in pairwise(chain):
            above.below.append(below)
            below.above.append(above)
        chains.append(chain)
        labelled.append(1 + where - between[0])
    return chains, labelled


def _rows(items: list[_Item]) -> list[list[_Item]]:
    rows: list[list[_Item]] = [[] for _ in range(1 + max(item.row for item in items))]
    for item in items:
        item.place = len(rows[item.row])
        rows[item.row].append(item)
    return rows


def _order(rows: list[list[_Item]]) -> None:
    """Order each row by the middle of what it is joined to, downwards and upwards; keep the best order."""
    best, fewest = [list(row) for row in rows], _crossings(rows)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for row in rows if down else reversed(rows):
            row.sort(key=lambda item: _middle(item.above if down else item.below, item.place))
            for place, item in enumerate(row):
                item.place = place
        crossings = _crossings(rows)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    for row, kept in zip(rows, best, strict=True):
        row[:] = kept
        for place, item in enumerate(row):
            item.place = place


def _middle(neighbours: list[_Item], otherwise: int) -> float:
    if not neighbours:
        return otherwise
    return sum(item.place for item in neighbours) / len(neighbours)


def _crossings(rows: list[list[_Item]]) -> int:
    found = 0
    for row in rows:
        lines = [(item.place, below.place) for item in row for below in item.below]
        found += sum((a - c) * (b - d) < 0 for at, (a, b) in enumerate(lines) for c, d in lines[at + 1 :])
    return found


def _spread(rows: list[list[_Item]]) -> None:
    """Give every item its x: as near to its neighbours as its own row allows."""
    for row in rows:
        _settle(row, [(0.0, 1.0)] * len(row))
    for sweep in range(SETTLINGS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            _settle(row, [_pull(item) for item in row])


def _pull(item: _Item) -> tuple[float, float]:
    """Where an item is drawn to, and how strongly: a long line above all wants to be straight."""
    joined = [(other.x, _strength(item, other)) for other in item.above + item.below]
    weight = fsum(strength for _, strength in joined)
    return (fsum(x * strength for x, strength in joined) / weight, weight) if joined else (item.x, 1.0)


def _strength(item: _Item, other: _Item) -> float:
    return 1.0 if item.is_box or other.is_box else STRAIGHT


def _settle(row: list[_Item], wanted: Sequence[tuple[float, float]]) -> None:
    """The nearest positions that keep the order and the distances (pool adjacent violators)."""
    offsets = [0.0]
    for left, right in pairwise(row):
        offsets.append(offsets[-1] + (left.width + right.width) / 2 + BETWEEN)
    pools: list[tuple[float, float, int]] = []
    for (target, weight), offset in zip(wanted, offsets, strict=True):
        mean, total, count = target - offset, weight, 1
        while pools and pools[-1][0] > mean:
            before, heavy, size = pools.pop()
            mean = (before * heavy + mean * total) / (heavy + total)
            total, count = total + heavy, count + size
        pools.append((mean, total, count))
    shifts = [mean for mean, _, count in pools for _ in range(count)]
    for item, shift, offset in zip(row, shifts, offsets, strict=True):
        item.x = shift + offset


def _straighten(passed: Sequence[_Item], rows: list[list[_Item]]) -> None:
    """Put what a line passes through on as few straight lines as the neighbours leave room for."""
    run: list[_Item] = []
    low, high = -inf, inf
    for item in passed:
        least, most = _room(item, rows[item.row])
        if run and max(low, least) > min(high, most):
            _align(run, low, high)
            run, low, high = [], -inf, inf
        run.append(item)
        low, high = max(low, least), min(high, most)
    _align(run, low, high)


def _room(item: _Item, row: list[_Item]) -> tuple[float, float]:
    """How far an item could move to the left and right."""
    least, most = -inf, inf
    if item.place > 0:
        left = row[item.place - 1]
        least = left.x + (left.width + item.width) / 2 + BETWEEN
    if item.place + 1 < len(row):
        right = row[item.place + 1]
        most = right.x - (right.width + item.width) / 2 - BETWEEN
    return min(least, item.x), max(most, item.x)


def _align(run: list[_Item], low: float, high: float) -> None:
    middle = fsum(item.x for item in run) / len(run)
    for item in run:
        item.x = min(max(middle, low), high)


def _drawn(
    items: dict[str, _Item],
    rows: list[list[_Item]],
    chains: list[list[_Item]],
    labelled: list[int],
    upwards: list[bool],
) -> Layout:
    left = min(item.x - item.width / 2 for row in rows for item in row)
    right = max(item.x + item.width / 2 for row in rows for item in row)
    bands, top = [], 0.0
    for row in rows:
        height = max(item.height for item in row)
        bands.append((top, top + height))
        top += height + BETWEEN_ROWS
    for row in rows:
        for item in row:
            item.x -= left

    def rect(item: _Item) -> Rect:
        upper, lower = bands[item.row]
        return Rect(item.x - item.width / 2, (upper + lower - item.height) / 2, item.width, item.height)

    ports = _ports(chains)
    routes = []
    for number, chain in enumerate(chains):
        first, last = rect(chain[0]), rect(chain[-1])
        stations = [
            Station(ports[number, 0], first.y + first.height, bands[chain[0].row][1]),
            *(Station(item.x, *bands[item.row]) for item in chain[1:-1]),
            Station(ports[number, 1], bands[chain[-1].row][0], last.y),
        ]
        routes.append(Route(tuple(stations), upwards[number]))
    labels = tuple(rect(chain[at]) for chain, at in zip(chains, labelled, strict=True))
    boxes = {name: rect(item) for name, item in items.items()}
    return Layout(boxes, labels, tuple(routes), right - left, top - BETWEEN_ROWS)


def _ports(chains: list[list[_Item]]) -> dict[tuple[int, int], float]:
    """Where each line leaves its upper box (0) and meets its lower one (1), ordered by what comes next."""
    at: dict[tuple[int, int], list[tuple[float, int]]] = {}
    ends: dict[int, _Item] = {}
    for number, chain in enumerate(chains):
        for end, item, following in ((0, chain[0], chain[1]), (1, chain[-1], chain[-2])):
            at.setdefault((id(item), end), []).append((following.x, number))
            ends[id(item)] = item
    ports = {}
    for (key, end), lines in at.items():
        box, step = ends[key], min(2 * PORT, ends[key].width / (len(lines) + 1))
        for place, (_, number) in enumerate(sorted(lines)):
            ports[number, end] = box.x + step * (place - (len(lines) - 1) / 2)
    return ports
