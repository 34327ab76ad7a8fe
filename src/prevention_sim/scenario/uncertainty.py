"""What the ranges and distributions of a file mean: which numbers are drawn, and from which family.

The family follows from the kind of number unless the file names one: shares and probabilities are beta,
ratios lognormal, everything else that cannot be negative (money, durations, cases, rates) is gamma, and what
can be is normal. A duration is gamma because the mean of n exponential stays is; a count, because that is
what is known of the mean of a Poisson number. Counts of observed moves are always drawn, together Dirichlet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Final, Literal, TypeAlias

from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.distributions import Between, Dirichlet, Empirical, Known, Mixture, OfFamily
from prevention_sim.scenario.document import Located, Scenario, figures_of
from prevention_sim.scenario.evidence import Dimension, Figure, Formula
from prevention_sim.scenario.expressions import Name
from prevention_sim.scenario.lines import lines_of
from prevention_sim.scenario.quantities import UNREAD, Quantity, Unit
from prevention_sim.scenario.strata import ways_of

USUAL_INTERVAL: Final = 0.9
"""What a range holds unless the file says otherwise."""

Family = Literal[
    "beta", "gamma", "lognormal", "normal", "uniform", "triangular", "pert", "dirichlet", "empirical"
]
Possible: TypeAlias = tuple[float, float]

SHARES: Final[Possible] = (0.0, 1.0)
POSITIVE: Final[Possible] = (0.0, inf)
RISES: Final[Possible] = (-1.0, inf)
ANYTHING: Final[Possible] = (-inf, inf)

MAY_FALL: Final = (".rise", ".general_rise", ".rate", ".optimism_bias", ".variation")
"""Ends of paths whose shares may lie outside 0 to 100 %."""


@dataclass(frozen=True, slots=True)
class Range:
    """So much of the probability lies between two values."""

    low: float
    high: float
    interval: float


@dataclass(frozen=True, slots=True)
class Deviation:
    """A standard deviation."""

    sd: float


@dataclass(frozen=True, slots=True)
class Cases:
    """As sure as from so many observed cases."""

    count: float


@dataclass(frozen=True, slots=True)
class Ends:
    """Everything lies between two values."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Listed:
    """One of these values."""

    values: tuple[float, ...]


Width: TypeAlias = Range | Deviation | Cases | Ends | Listed


@dataclass(frozen=True, slots=True)
class PointMass:
    """A value that the number has with a probability of its own."""

    at: float
    probability: float


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A number that is drawn; the mean is that of the family, apart from a point mass.

    `whole` names the shares that it is one of, where they are drawn together and then brought to their sum.
    """

    path: str
    mean: float
    family: Family
    width: Width
    possible: Possible
    point: PointMass | None = None
    whole: str = ""


def uncertain_of(scenario: Scenario) -> tuple[Uncertain, ...]:
    """Every number of the file that is drawn, by path; formulas over them follow."""
    readers, wholes = readers_of(scenario), dict(wholes_of(scenario))
    found = [meant(each, possible_of(each, readers), wholes) for each in figures_of(scenario)]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.path))


def meant(found: Located, possible: Possible, wholes: Mapping[str, str]) -> Uncertain | None:
    """How a number is drawn; None for one that is known for sure."""
    figure, value, written = found.figure, found.figure.value, found.figure.distribution
    if isinstance(value, Formula) or isinstance(written, Known):
        return None
    if is_observed_count(found.path) and figure.range is None and written is None:
        cases = Cases(value.value)
        return Uncertain(found.path, value.value, "gamma", cases, POSITIVE) if value.value > 0.0 else None
    width = _width_of(figure, value.value)
    if width is None or (isinstance(width, Range) and width.low == width.high):
        return None
    named = written.family if isinstance(written, Mixture) else written.kind if written else None
    number = Uncertain(found.path, value.value, named or usual_family(found, possible), width, possible)
    match written:
        case Mixture(at=at, probability=chance):
            mean = (value.value - at.value * chance.value) / (1.0 - chance.value)
            return replace(number, mean=mean, point=PointMass(at.value, chance.value))
        case Dirichlet():
            return replace(number, whole=wholes.get(found.path, ""), possible=POSITIVE)
        case _:
            return number


def _width_of(figure: Figure, mean: float) -> Width | None:
    """How far the values of a number lie apart, as far as the file says it."""
    match figure.distribution:
        case OfFamily(sd=Quantity(sd)):
            return Deviation(sd)
        case OfFamily(relative_sd=Quantity(relative)):
            return Deviation(relative * mean)
        case OfFamily(cases=Quantity(count)) | Dirichlet(cases=Quantity(count)):
            return Cases(count)
        case Between(between=(low, high)):
            return Ends(low.value, high.value)
        case Empirical(values=values):
            return Listed(tuple(sorted(each.value for each in values)))
        case _:
            return _range_of(figure)


def is_observed_count(path: str) -> bool:
    """Whether a number counts moves that were observed, so that how many there are says how sure it is."""
    section, _, rest = path.partition(".")
    return section == "stays" and ".counts." in rest


def usual_family(found: Located, possible: Possible) -> Family:
    """The family that a kind of number has unless the file names one."""
    match possible:
        case (0.0, 1.0):
            return "beta"
        case (low, _) if low < 0.0:
            return "normal"
        case _:
            value = found.figure.value
            plain = isinstance(value, Quantity) and value.unit == Unit()
            ratio = found.path.endswith(".ratio") or (found.dimension is Dimension.ANY and plain)
            return "lognormal" if ratio else "gamma"


def families_of(possible: Possible) -> tuple[Family, ...]:
    """The families whose values are all possible; others would give shares above 100 %."""
    if possible == SHARES:
        return ("beta", "normal", "uniform", "triangular", "pert", "dirichlet", "empirical")
    if possible[0] < 0.0:
        return ("normal", "uniform", "triangular", "pert", "empirical")
    return ("gamma", "lognormal", "normal", "uniform", "triangular", "pert", "empirical")


def possible_of(found: Located, readers: Mapping[str, frozenset[Dimension]]) -> Possible:
    """The values a number may have: by its place, and for a parameter by the places that read it."""
    value = found.figure.value
    if not isinstance(value, Quantity) or value.value < 0.0:
        return ANYTHING
    if found.dimension in (Dimension.SHARE, Dimension.PROBABILITY):
        return RISES if found.path.endswith(MAY_FALL) else SHARES
    if found.dimension is not Dimension.ANY:
        return POSITIVE
    read_as = readers.get(found.path, frozenset())
    chance = not value.unit.numerator and value.value <= 1.0 and read_as <= {*_SHARES}
    return SHARES if chance and _holds_shares(found.figure) else POSITIVE


_SHARES: Final = frozenset({Dimension.SHARE, Dimension.PROBABILITY, Dimension.ANY})


def _holds_shares(figure: Figure) -> bool:
    return figure.range is None or figure.range[1].value <= 1.0


def readers_of(scenario: Scenario) -> Mapping[str, frozenset[Dimension]]:
    """The kinds of number as which parameters are read by name alone."""
    found: dict[str, frozenset[Dimension]] = {}
    for each in figures_of(scenario):
        match each.figure.value:
            case Formula(expression=Name(name)):
                path = f"parameters.{name}"
                found[path] = found.get(path, frozenset()) | {each.dimension}
            case _:
                continue
    return found


def wholes_of(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Shares that make 100 % together: the path of each, and of the whole it belongs to."""
    for way, groups in ways_of(scenario).items() or {"strata": strata_of(scenario)}.items():
        yield from ((f"{way}.{name}.share", way) for name in groups)
    yield from ((f"without.{name}.share", "without") for name in scenario.without)
    for state, stay in scenario.stays.items():
        yield from ((f"stays.{state}.to.{name}", f"stays.{state}.to") for name in stay.to)
    for path, line in lines_of(scenario):
        if isinstance(line.bearer, dict):
            yield from ((f"{path}.bearer.{name}", f"{path}.bearer") for name in line.bearer)


def _range_of(figure: Figure) -> Range | None:
    if figure.range is None:
        return None
    low, high = figure.range
    interval = USUAL_INTERVAL if figure.interval is None else figure.interval.value
    return Range(low.value, high.value, interval)


def is_read(figure: Figure) -> bool:
    """Whether everything about a number could be read."""
    written = [figure.value, *(figure.range or ()), figure.interval]
    return all(each.unit != UNREAD for each in written if isinstance(each, Quantity))
