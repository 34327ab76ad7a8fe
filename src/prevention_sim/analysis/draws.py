"""What follows where numbers are not known for sure: every figure in every draw (second-order uncertainty).

Each draw is a row with other values of the uncertain numbers; what is read of a row is what is expected in
it. A ratio is one of expectations over all draws. Its values in single draws have an interval only where the
denominator is above zero in nearly all of them, else it is not defined.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final

import numpy as np

from prevention_sim.analysis.chance import NORMAL_95
from prevention_sim.analysis.evaluation import Outcomes, evaluate, grain_of
from prevention_sim.analysis.findings import Findings, Period, Perspective, Slice
from prevention_sim.analysis.indicators import Indicator, indicators
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both, Language
from prevention_sim.model.bind import bind
from prevention_sim.model.distributions import quantiles
from prevention_sim.model.draws import FEWEST_BLOCKS, Design, design_of, draws
from prevention_sim.model.laws import rounded
from prevention_sim.model.model import Model
from prevention_sim.model.rows import ParameterTable, Rows
from prevention_sim.scenario.expressions import names_in
from prevention_sim.scenario.settings import PlanName
from prevention_sim.scenario.uncertainty import Range, Uncertain

DEFINED_FROM: Final = 0.99
"""In so many draws at least a denominator is above zero where a ratio has an interval."""

MOST_REFUSED: Final = 100
"""Impossible draws are counted up to here."""

FEWEST, MOST = 256, 262_144
"""Draws that are tried at least and at most until a mean is as precise as asked."""

FAR: Final = 0.1
"""An end of a range that comes back off by more than this share of its width is told."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A figure in every draw, f8[draw], of a ratio with its denominator; draws come in independent blocks."""

    amount: FloatArray
    blocks: int
    over: FloatArray | None = None

    @property
    def defined(self) -> float:
        """In which share of the draws the figure has a value."""
        return 1.0 if self.over is None else float((self.over > 0.0).mean())

    @property
    def values(self) -> FloatArray | None:
        """The figure in the draws that have a value; None where too few have."""
        if self.over is None:
            return self.amount
        if self.defined < DEFINED_FROM:
            return None
        positive = self.over > 0.0
        return self.amount[positive] / self.over[positive]

    @property
    def mean(self) -> float | None:
        """What is expected; of a ratio, the ratio of what is expected."""
        if self.over is None:
            return float(self.amount.mean())
        below = float(self.over.mean())
        return float(self.amount.mean()) / below if below > 0.0 and self.values is not None else None

    @property
    def standard_error(self) -> float | None:
        """By how much the mean varies with other draws: by the means of blocks, or by single draws."""
        if self.mean is None:
            return None
        one = np.ones_like(self.amount) if self.over is None else self.over
        off = (self.amount - self.mean * one) / float(one.mean())
        parts = off if self.blocks == 1 else off.reshape(self.blocks, -1).mean(axis=1)
        return float(parts.std(ddof=1)) / sqrt(len(parts)) if len(parts) > 1 else None

    @property
    def half_width(self) -> float | None:
        """By how much the mean may be off, with 95 % confidence; None for a single draw."""
        if self.standard_error is None:
            return None
        return self.standard_error * (NORMAL_95 if self.blocks == 1 else _student_95(self.blocks - 1))

    def quantile(self, share: float) -> float | None:
        """The smallest value that at least a share of the draws does not exceed."""
        if self.values is None:
            return None
        ordered = np.sort(self.values)
        return float(ordered[max(0, int(np.ceil(share * len(ordered) - 1e-9)) - 1)])

    def ends(self, interval: float) -> tuple[float, float] | None:
        """Between which values so much of the probability lies, equally much beyond either."""
        low, high = self.quantile((1.0 - interval) / 2.0), self.quantile((1.0 + interval) / 2.0)
        return None if low is None or high is None else (low, high)

    @property
    def above_zero(self) -> float:
        """The probability that the figure is positive."""
        return float((self.amount > 0.0).mean())

    def probability_below(self, limit: float) -> float:
        """The probability that the figure is below a limit: a relief below -X is a loss of more than X."""
        return float((self.amount < limit).mean())

    @property
    def expected_loss(self) -> float:
        """What is lost on average, where a draw without loss counts as 0."""
        return float(np.maximum(-self.amount, 0.0).mean())


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the result in every draw; `period` is a span of the file, or one budget year."""

    id: str
    strategy: str
    perspective: Perspective | None
    period: Period | int
    unit: str
    denominator: str | None
    sample: Sample


@dataclass(frozen=True, slots=True)
class Drawn:
    """What draws came to; `cells` by strategy, line and year are of the narrowest perspective."""

    design: Design
    figures: tuple[Figure, ...]
    cells: Mapping[tuple[str, str, int], Sample]
    perspective: Perspective
    uncertain: tuple[Uncertain, ...]

    def figure(
        self, name: str, strategy: str, period: Period | int, perspective: Perspective | None = None
    ) -> Sample:
        """One of the figures; raises `KeyError` for one that there is not."""
        for each in self.figures:
            if (each.id, each.strategy, each.period) == (name, strategy, period) and (
                each.perspective in (None, perspective or self.perspective)
            ):
                return each.sample
        raise KeyError(f"no figure {name!r} of {strategy!r} in {period!r}")


@lru_cache(maxsize=2)
def drawn(model: Model, count: int, plan: PlanName, seed: int, like: Design | None = None) -> Drawn:
    """Compute at least so many draws; kept for whoever asks again. `like` shares the draws of another.

    Raises `ModelError` where numbers that cannot be are among them.
    """
    asked = count if model.table.uncertain else FEWEST_BLOCKS  # all the same
    design = design_of(asked, plan, seed, [model.table], like)
    amounts: dict[_Key, list[FloatArray]] = {}
    wholes: dict[_Key, list[FloatArray]] = {}
    cells: dict[tuple[str, str, int], list[FloatArray]] = {}
    perspective: Perspective = "municipality"
    for outcomes in _evaluated(model, draws(model.table, design)):
        findings = Findings(outcomes)
        perspective = findings.perspectives()[0]
        for each in (*indicators(outcomes), *_yearly(findings)):
            key = (each.id, each.strategy, each.perspective, each.period, each.unit, each.denominator)
            if each.amount is not None:
                amounts.setdefault(key, []).append(each.amount)
            if each.over is not None:
                wholes.setdefault(key, []).append(each.over)
        for cell, amount in _cells(findings, perspective):
            cells.setdefault(cell, []).append(amount)
    figures = tuple(
        Figure(*key, Sample(_joined(parts), design.blocks, _joined(wholes[key]) if key in wholes else None))
        for key, parts in amounts.items()
    )
    told = {cell: Sample(_joined(parts), design.blocks) for cell, parts in cells.items()}
    return Drawn(design, figures, told, perspective, model.table.uncertain)


def draws_until(model: Model, plan: PlanName, seed: int, half_width: float, *, most: int = MOST) -> int:
    """How many draws make the mean relief of the budget window as sure as asked; numbers double.

    Raises `ModelError` where not even the most that are allowed do.
    """
    count, found = FEWEST, float("inf")
    while count <= most:
        reliefs = [
            each.sample.half_width or 0.0
            for each in drawn(model, count, plan, seed).figures
            if each.id == "relief" and each.period == "window"
        ]
        found = max(reliefs, default=0.0)
        if found <= half_width:
            return count
        count *= 2
    raise ModelError(
        Both(
            f"Auch {most} Ziehungen bestimmen die Entlastung nur auf ± {found:,.0f} EUR genau",
            f"even {most} draws make the mean relief no surer than ± {found:,.0f} EUR",
        )
    )


_Key = tuple[str, str, Perspective | None, Period | int, str, str | None]


def off_range(number: Uncertain) -> tuple[float, float] | None:
    """What comes back of a range that its family cannot have with this mean; None where it comes back."""
    width = number.width
    if not isinstance(width, Range) or number.point is not None:
        return None
    tail = (1.0 - width.interval) / 2.0
    low, high = (float(end) for end in quantiles(number, np.array([tail, 1.0 - tail])))
    near = FAR * (width.high - width.low)
    return (low, high) if max(abs(low - width.low), abs(high - width.high)) > near else None


def _yearly(findings: Findings) -> Iterator[Indicator]:
    """Cost and relief of every budget year."""
    model = findings.outcomes.model
    for year in findings.years("horizon"):
        for perspective in findings.perspectives():
            part = Slice((year,), perspective=perspective)
            for strategy in model.strategies:
                yield Indicator("cost", strategy, perspective, year, findings.cost(strategy, part), "EUR")
                if strategy != model.comparator:
                    relief = findings.relief(strategy, part)
                    yield Indicator("relief", strategy, perspective, year, relief, "EUR")


def _cells(findings: Findings, perspective: Perspective) -> Iterator[tuple[tuple[str, str, int], FloatArray]]:
    """The cost of every line in every year that has any."""
    model = findings.outcomes.model
    for strategy in model.strategies:
        for line in model.lines:
            for year in findings.years("horizon"):
                part = Slice((year,), perspective=perspective)
                yield (strategy, line.item, year), findings.cost(strategy, part, (line.item,))


def _evaluated(model: Model, rows: Rows) -> Iterator[Outcomes]:
    try:
        yield from evaluate(model, rows, grain=grain_of(model))
    except ModelError as error:
        refused = list(_impossible(model, rows, 0, len(rows), [MOST_REFUSED]))
        if not refused:
            raise
        raise _refusal(model.table, rows, refused, error) from None


def _impossible(model: Model, rows: Rows, first: int, last: int, left: list[int]) -> Iterator[int]:
    """Rows with numbers that cannot be, by halving; no more than are `left` to be counted."""
    if left[0] == 0:
        return
    try:
        bind(model, rows.part(first, last))
    except ModelError:
        if last - first == 1:
            left[0] -= 1
            yield first
            return
        middle = (first + last) // 2
        yield from _impossible(model, rows, first, middle, left)
        yield from _impossible(model, rows, middle, last, left)


def _refusal(table: ParameterTable, rows: Rows, refused: list[int], error: ModelError) -> ModelError:
    """How many draws cannot be, why, and which uncertain numbers have to do with it."""
    involved = _involved(table, error.told("en"))
    values = rows.values[refused[0]]
    first = ", ".join(f"{path} = {values[table.names.index(path)]:.4g}" for path in involved)
    at_least = len(refused) == MOST_REFUSED

    def told(language: Language, many: str, sentence: str) -> str:
        return sentence.format(
            count=f"{many} {len(refused)}" if at_least else len(refused),
            all=len(rows),
            why=error.told(language),
            first=first,
        )

    return ModelError(
        Both(
            told(
                "de",
                "mindestens",
                "In {count} von {all} Ziehungen stehen Zahlen, die nicht sein können. {why}. "
                "Engere Spannen helfen; in der ersten dieser Ziehungen ist {first}",
            ),
            told(
                "en",
                "at least",
                "{count} of {all} draws have numbers that cannot be: {why}. "
                "Narrower ranges help; in the first of these draws {first}",
            ),
        )
    )


def _involved(table: ParameterTable, text: str) -> list[str]:
    """The uncertain numbers that a message names, or that a formula it names reads; all, if none."""
    read = {name for name in table.names if name in text}
    for name, formula in reversed(table.formulas):
        if name in text or name in read:
            read |= set(names_in(formula))
    paths = [number.path for number in table.uncertain]
    return [path for path in paths if path in read] or paths


def _joined(parts: list[FloatArray]) -> FloatArray:
    return np.concatenate(parts)


def _student_95(degrees: int) -> float:
    """Student's 97.5 % quantile."""
    from scipy.special import stdtrit  # noqa: PLC0415 - heavy, and few runs need it

    return float(rounded(np.array(stdtrit(degrees, 0.975))))
