"""Checks on how sure numbers are: ranges, intervals, and distributions that fit the kind of number."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, assert_never

from prevention_sim.scenario.distributions import (
    Between,
    Dirichlet,
    Distribution,
    Empirical,
    Known,
    Mixture,
    OfFamily,
)
from prevention_sim.scenario.document import Located, Scenario
from prevention_sim.scenario.evidence import Dimension, Figure, Formula
from prevention_sim.scenario.finding import Finding, finding
from prevention_sim.scenario.quantities import UNREAD, Quantity
from prevention_sim.scenario.uncertainty import (
    Cases,
    Deviation,
    Ends,
    Listed,
    Possible,
    Range,
    Uncertain,
    families_of,
    is_read,
    meant,
    possible_of,
    readers_of,
    wholes_of,
)

MOST_DRAWS: Final = 10_000_000
NEARLY: Final = 1e-9
NEAR: Final = 1e-3
"""How far, relative to itself, the mean of listed values may be from the value."""

VARYING_TIMES: Final = (".mean", ".scale", ".mean_stay")
"""Ends of paths of durations that need not be whole cycles."""


def wrong_uncertainty(scenario: Scenario, figures: Sequence[Located]) -> Iterator[Finding]:
    """What is wrong with ranges, distributions, and how many values are drawn."""
    yield from _settings(scenario)
    uncertain = [found for found in figures if _says_more(found.figure) and is_read(found.figure)]
    if not uncertain:
        return
    readers, wholes = readers_of(scenario), dict(wholes_of(scenario))
    for found in uncertain:
        possible = possible_of(found, readers)
        yield from list(_not_drawn(found)) or _wrong(found, possible, wholes)
    yield from _together(figures, wholes)


def _says_more(figure: Figure) -> bool:
    return any(each is not None for each in (figure.range, figure.interval, figure.distribution))


def _is_fixed(found: Located) -> bool:
    """Whether a number is the same in every row: a convention, or a time in whole cycles."""
    whole = found.dimension is Dimension.DURATION and not found.path.endswith(VARYING_TIMES)
    return whole or found.path.startswith("conventions.") or found.path == "prices.general_rise"


def _together(figures: Sequence[Located], wholes: Mapping[str, str]) -> Iterator[Finding]:
    """Shares of one whole are drawn together all or not at all, and from the same cases."""
    first: dict[str, Distribution | None] = {}
    for found in figures:
        whole, written = wholes.get(found.path), found.figure.distribution
        if whole is None or written == first.setdefault(whole, written):
            continue
        if isinstance(written, Dirichlet) or isinstance(first[whole], Dirichlet):
            yield finding("E426", found.path, "together", at_key=True)


def _settings(scenario: Scenario) -> Iterator[Finding]:
    written = scenario.uncertainty
    if not 0 <= written.draws <= MOST_DRAWS:
        yield finding("E427", "uncertainty.draws", found=written.draws, limit=MOST_DRAWS)
    if written.interval.unit != UNREAD and not 0.0 < written.interval.value < 1.0:
        yield finding("E423", "uncertainty.interval", found=_told(written.interval.value))


def _not_drawn(found: Located) -> Iterator[Finding]:
    """Formulas follow from other numbers, and some numbers are the same in every row."""
    figure, key = found.figure, _first_key(found)
    if isinstance(figure.value, Formula):
        yield finding("E425", f"{found.path}.{key}", at_key=True)
    elif _is_fixed(found):
        yield finding("E425", f"{found.path}.{key}", "fixed", at_key=True)
    elif figure.interval is not None and figure.range is None:
        yield finding("E423", f"{found.path}.interval", "alone", at_key=True)


def _first_key(found: Located) -> str:
    return next(
        key for key in ("range", "distribution", "interval") if getattr(found.figure, key) is not None
    )


def _wrong(found: Located, possible: Possible, wholes: Mapping[str, str]) -> Iterator[Finding]:
    findings = list(_range(found, possible)) or list(_distribution(found, possible, wholes))
    yield from findings
    number = None if findings else meant(found, possible, wholes)
    if number is not None:
        yield from _drawn(found, number)


def _range(found: Located, possible: Possible) -> Iterator[Finding]:
    figure, path = found.figure, f"{found.path}.range"
    if figure.interval is not None and not 0.0 < figure.interval.value < 1.0:
        yield finding("E423", f"{found.path}.interval", found=_told(figure.interval.value))
    if figure.range is None or not isinstance(figure.value, Quantity):
        return
    (low, high), value = figure.range, figure.value
    if {low.unit, high.unit} != {value.unit}:
        yield finding("E420", path, "unit", unit=str(value.unit) or "%")
    elif low.value > high.value:
        yield finding("E420", path, low=_told(low.value), high=_told(high.value))
    elif low.value < possible[0] or high.value > possible[1]:
        yield finding("E422", path, "share" if possible[1] == 1.0 else "")
    elif isinstance(figure.distribution, Mixture | Known):
        return
    elif not (low.value < value.value < high.value or low.value == value.value == high.value):
        yield finding("E421", path, value=_told(value.value))


def _distribution(found: Located, possible: Possible, wholes: Mapping[str, str]) -> Iterator[Finding]:
    written, path = found.figure.distribution, f"{found.path}.distribution"
    if written is None:
        return
    family = written.family if isinstance(written, Mixture) else written.kind
    allowed = families_of(possible)
    if family is not None and family != "fixed" and family not in allowed:
        yield finding("E424", path, written=family, allowed=allowed)
        return
    for key, quantity in _figures_of(written):
        if quantity.unit != UNREAD and not quantity.value > 0.0:
            yield finding("E426", f"{path}.{key}", "size")
    yield from _widths(found, written, path)
    if isinstance(written, OfFamily) and written.cases and written.kind not in ("beta", "gamma"):
        yield finding("E426", f"{path}.cases", "cases", at_key=True)
    elif isinstance(written, Dirichlet) and found.path not in wholes:
        yield finding("E426", path, "whole", at_key=True)
    elif isinstance(written, Mixture) and not 0.0 < written.probability.value < 1.0:
        yield finding("E423", f"{path}.probability", found=_told(written.probability.value))


def _widths(found: Located, written: Distribution, path: str) -> Iterator[Finding]:
    """How far values lie apart is said once: by the range, or by the distribution."""
    ranged = found.figure.range is not None
    match written:
        case Known():
            return
        case OfFamily(sd=sd, relative_sd=relative, cases=cases):
            ways = ranged + sum(each is not None for each in (sd, relative, cases))
        case Mixture():
            ways = int(ranged)
        case Between() | Dirichlet() | Empirical():
            ways = 1 + ranged
        case _:
            assert_never(written)
    if ways != 1:
        yield finding("E426", path, "several" if ways else "none", at_key=True)


def _figures_of(written: Distribution) -> Iterator[tuple[str, Quantity]]:
    """The figures of a distribution that must be above zero."""
    for key in ("sd", "relative_sd", "cases"):
        quantity = getattr(written, key, None)
        if isinstance(quantity, Quantity):
            yield key, quantity


def _drawn(found: Located, number: Uncertain) -> Iterator[Finding]:
    """The mean and the width go together, and all that is drawn is possible."""
    path, mean = f"{found.path}.distribution", number.mean
    match number.width:
        case Range(low, high) if number.point is not None and not low < mean < high:
            yield finding("E426", path, "mixture", at_key=True, mean=_told(mean))
        case Deviation(sd) if number.family == "beta" and sd * sd >= mean * (1.0 - mean):
            yield finding("E426", path, "beta", at_key=True)
        case Deviation() | Cases() if number.family != "normal" and mean <= 0.0:
            yield finding("E426", path, "zero", at_key=True)
        case Ends(low, high):
            yield from _between(path, number, low, high)
        case Listed(values):
            centre = sum(values) / len(values) if values else 0.0
            if abs(centre - mean) > NEAR * abs(mean):
                yield finding("E426", path, "mean", at_key=True, mean=_told(centre))
            elif values[0] < number.possible[0] or values[-1] > number.possible[1]:
                yield finding("E422", path, "share" if number.possible[1] == 1.0 else "")
        case _:
            return


def _between(path: str, number: Uncertain, low: float, high: float) -> Iterator[Finding]:
    """Ends that the mean allows: a peak between them, or their middle."""
    first, last = number.possible
    weight = {"uniform": 1.0 / 2.0, "triangular": 1.0 / 3.0, "pert": 1.0 / 6.0}[number.family]
    lowest, highest = high * weight + low * (1.0 - weight), low * weight + high * (1.0 - weight)
    slack = NEARLY * (abs(low) + abs(high))
    if low >= high:
        yield finding("E420", f"{path}.between", low=_told(low), high=_told(high))
    elif low < first or high > last:
        yield finding("E422", f"{path}.between", "share" if last == 1.0 else "")
    elif not lowest - slack <= number.mean <= highest + slack:
        least, most = _told(lowest), _told(highest)
        yield finding("E426", path, "ends", at_key=True, least=least, most=most)


def _told(value: float) -> str:
    return f"{value:.6g}"
