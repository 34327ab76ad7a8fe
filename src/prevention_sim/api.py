"""The front door for Python: load a scenario, run it, read, compare and ask when it pays.

>>> result = run("bielefeld", language="en")
>>> print(result.per("relief_per_avoided_place_year"))
49,509 EUR per avoided place-year in heim (place-years: days in care / 365)

Nothing here computes: every function names the one below that does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray

from prevention_sim.analysis.break_even import BreakEven, Question
from prevention_sim.analysis.break_even import break_even as roots_of
from prevention_sim.analysis.chance import Chance, chance
from prevention_sim.analysis.cost_effectiveness import CostEffectiveness, options_of
from prevention_sim.analysis.cost_effectiveness import cost_effectiveness as compared_options
from prevention_sim.analysis.decomposition import Mechanism, decompose
from prevention_sim.analysis.draws import Drawn, drawn
from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.analysis.findings import PERSPECTIVES, Findings, Period, Perspective, Slice
from prevention_sim.analysis.indicators import Indicator, indicators
from prevention_sim.analysis.key_figures import key_indicators
from prevention_sim.engines import COUNTERS
from prevention_sim.foundation.axes import Label
from prevention_sim.foundation.errors import PreventionSimError
from prevention_sim.foundation.languages import Language
from prevention_sim.model.compile import compile_model
from prevention_sim.report.budget import BudgetRow, budget_rows
from prevention_sim.report.comparison import Page, alternatives_of, compare_on_a_page
from prevention_sim.report.document import Report, build_report
from prevention_sim.report.outcomes import OutcomeRow, outcome_rows
from prevention_sim.report.renderers.csv import DialectName, budget_as_csv
from prevention_sim.report.renderers.json import result_as_json
from prevention_sim.report.renderers.notebook import page_as_html, report_as_html
from prevention_sim.scenario.changing import simulated, with_values
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.problems import nearest
from prevention_sim.scenario.settings import EngineName, PlanName
from prevention_sim.scenario.shipped import scenario_path

T = TypeVar("T")

PERIODS: Final[tuple[Period, ...]] = get_args(Period)
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure with its denominator; `value` is None where the denominator is not above zero."""

    id: str
    value: float | None
    unit: str
    denominator: str
    strategy: str
    perspective: Perspective | None
    period: Period

    def __str__(self) -> str:
        """In words; whole units, and shares to three digits."""
        digits = ".3g" if self.unit == "share" else ",.0f"
        told = "not defined:" if self.value is None else f"{self.value:{digits}}"
        return f"{told} {self.unit} per {self.denominator}"


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget as a long table, unrounded; costs positive, income negative, not discounted."""

    rows: tuple[BudgetRow, ...]

    def to_csv(self, dialect: DialectName = "de") -> bytes:
        """The content of a CSV file, as `prevsim run --csv` prints it."""
        return budget_as_csv(self.rows, _one_of("dialect", dialect, LANGUAGES))

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is no dependency, so its types are not known
        """A pandas.DataFrame with one column for each field of a row."""
        columns = [each.name for each in fields(BudgetRow)]
        return _library("pandas").DataFrame([astuple(row) for row in self.rows], columns=columns)


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """One run: the scenario as it was run, what it leads to, and the language it is told in."""

    scenario: Scenario
    outcomes: Outcomes = field(repr=False)
    language: Language = "de"
    changes: tuple[tuple[str, str], ...] = ()

    def indicators(self) -> tuple[Indicator, ...]:
        """Every figure of every strategy, perspective and period, the key figures of each year included."""
        return (*indicators(self.outcomes), *key_indicators(self.scenario, self.outcomes))

    def per(
        self,
        id: str,  # noqa: A002 - what the figures themselves call it
        *,
        strategy: str | None = None,
        perspective: Perspective | None = None,
        period: Period = "window",
    ) -> Ratio:
        """A figure of a span of years that has a denominator, with the denominator named.

        Without more words: the first strategy that is not the comparator, the narrowest perspective (the
        municipality, where it bears anything), the budget window.
        """
        every = indicators(self.outcomes)
        ratios = {each.id: each for each in every if each.denominator is not None}
        if id not in ratios:
            raise PreventionSimError(_no_ratio(id, self.indicators(), set(ratios)))
        perspectives = Findings(self.outcomes).perspectives()
        wanted = (
            _chosen_strategy(self.scenario, strategy),
            _one_of("perspective", perspective or perspectives[0], perspectives),
            _one_of("period", period, PERIODS),
        )
        found = {(each.strategy, each.perspective, each.period): each for each in every if each.id == id}
        periods = {each.period for each in every}
        asked = (wanted[0], wanted[1], "window" if wanted[2] not in periods else wanted[2])
        each = found.get(asked) or found[asked[0], None, asked[2]]  # what is no money has no perspective
        value = None if each.values is None else float(each.values[0])
        whole = each.denominator or ""
        return Ratio(each.id, value, each.unit, whole, asked[0], each.perspective, asked[2])

    def decomposition(
        self,
        *,
        strategy: str | None = None,
        perspective: Perspective | None = None,
        period: Period = "window",
    ) -> tuple[Mechanism, ...]:
        """What each effect and each programme itself brings; chosen as in `per`, adding up to the relief."""
        findings = Findings(self.outcomes)
        known = findings.perspectives()
        part = Slice(
            findings.years(_one_of("period", period, PERIODS)),
            perspective=_one_of("perspective", perspective or known[0], known),
        )
        return decompose(self.outcomes.model, _chosen_strategy(self.scenario, strategy), [part])[0]

    def chance(self, perspective: Perspective | None = None) -> Chance:
        """Every replication of a run that simulates persons, for the narrowest perspective unless named."""
        if self.outcomes.engine not in COUNTERS:
            raise PreventionSimError(
                "mean numbers were computed, and they leave nothing to chance; run with "
                'engine="microsimulation"'
            )
        known = Findings(self.outcomes).perspectives()
        return chance(self.outcomes.model, _one_of("perspective", perspective or known[0], known))

    def draws(self, *, like: Drawn | None = None) -> Drawn:
        """Every figure in every draw; `like` those of another result, so that both share their draws."""
        asked = self.scenario.uncertainty
        if not asked.draws and like is None:
            raise PreventionSimError("no draws were asked for; run with draws=10_000")
        design = like.design if like else None
        return drawn(self.outcomes.model, asked.draws, asked.plan, asked.seed, design)

    def budget(self) -> Budget:
        """Every amount by year, strategy, bearer, line and basis."""
        return Budget(budget_rows(self.scenario, self.outcomes))

    def beside_money(self) -> tuple[OutcomeRow, ...]:
        """What is counted beside money, as `prevsim run --csv-outcomes` prints it."""
        return outcome_rows(self.scenario, self.outcomes, self.language)

    def report(self, language: Language | None = None) -> Report:
        """Sentences, figures side by side and tables, in one language."""
        return build_report(
            self.scenario, self.outcomes, _one_of("language", language or self.language, LANGUAGES)
        )

    def to_json(self) -> str:
        """What `prevsim run --json` prints."""
        return result_as_json(self.scenario, self.outcomes)

    def to_xarray(self) -> Any:  # noqa: ANN401 - xarray is no dependency, so its types are not known
        """The whole ledger as an xarray.DataArray in EUR, with its axes by name."""
        cube = self.outcomes.ledger.amount
        coordinates = {name: _coordinate(labels) for name, labels in cube.axes.labels.items()}
        about = {
            "unit": "EUR",
            "scenario": self.scenario.scenario.id,
            "price_year": self.scenario.prices.year,
        }
        return _library("xarray").DataArray(
            cube.values.copy(), coords=coordinates, dims=list(cube.axes.names), name="amount", attrs=about
        )

    def __repr__(self) -> str:
        """The file and its headline."""
        headline = " ".join(strategy.headline[0] for strategy in self.report().strategies)
        return f"<Result {self.scenario.scenario.id}: {headline}>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return report_as_html(self.report())


@dataclass(frozen=True, slots=True)
class Comparison(Page):
    """Strategies of one or more results side by side, in words; one column each."""

    language: Language

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return page_as_html(self, self.language)


def load(path_or_name: str | Path) -> Scenario:
    """A scenario from a path, or one that ships by its name; raises `ScenarioError` with every error."""
    return load_scenario(scenario_path(path_or_name))


def run(  # noqa: PLR0913 - a question has these parts
    scenario: Scenario | str | Path,
    changes: Mapping[str, str] | None = None,
    *,
    language: Language = "de",
    engine: EngineName | None = None,
    seed: int | None = None,
    replications: int | None = None,
    draws: int | None = None,
    plan: PlanName | None = None,
) -> Result:
    """Simulate a scenario, with numbers changed as `prevsim run --set` does: `{"unterbringung": "40 %"}`.

    A value is text with its unit, as it would stand in the file. Engine, seed, replications, draws and their
    plan are those of the file unless given. Raises `ModelError` for a number that cannot be.
    """
    _one_of("language", language, LANGUAGES)
    for name, value in (changes or {}).items():
        if not isinstance(value, str):
            raise PreventionSimError(
                f"{name}: write the value as text with its unit, as in the file, not as {value!r}; "
                'for example {"share": "40 %"}'
            )
    read = scenario if isinstance(scenario, Scenario) else load(scenario)
    changed = simulated(with_values(read, changes or {}), engine, seed, replications, draws=draws, plan=plan)
    return Result(
        changed, evaluate_base(compile_model(changed)), language, tuple(sorted((changes or {}).items()))
    )


def compare(*results: Result) -> Comparison:
    """The strategies of results side by side, in the language of the first; headings name what changed."""
    columns = []
    for result in results:
        changed = "".join(f"\n{name} = {value}" for name, value in result.changes)
        columns += [
            replace(column, heading=column.heading + changed)
            for column in alternatives_of(result.scenario, result.outcomes, results[0].language)
        ]
    if not columns:
        raise PreventionSimError(
            "there is nothing to compare: give results whose files have a strategy beside the comparator"
        )
    page = compare_on_a_page(columns, results[0].language)
    return Comparison(page.headings, page.rows, page.notes, results[0].language)


def break_even(  # noqa: PLR0913 - a question has these parts
    scenario: Scenario | str | Path,
    over: str,
    *,
    strategy: str | None = None,
    period: Period = "window",
    perspective: Perspective = "municipality",
    between: tuple[float, float] | None = None,
) -> BreakEven:
    """From which value of a number on does a strategy pay?

    `over` is the id of a parameter or a path; without a strategy, the first that is not the comparator is
    meant; `between` bounds the search. Raises `ModelError` for a number the file does not have.
    """
    read = scenario if isinstance(scenario, Scenario) else load(scenario)
    question = Question(
        _chosen_strategy(read, strategy),
        _one_of("period", period, PERIODS),
        _one_of("perspective", perspective, PERSPECTIVES),
    )
    if between is not None and not between[0] < between[1]:
        raise PreventionSimError(f"between: {between[0]!r} is not below {between[1]!r}")
    return roots_of(read, compile_model(read), over, question, between)


def cost_effectiveness(
    of: Result | Iterable[tuple[str, float, float]],
    outcome: str | None = None,
    *,
    perspective: Perspective | None = None,
    period: Period = "horizon",
    discounted: bool = True,
) -> CostEffectiveness:
    """Which options are worth considering, and what a further unit of effect costs along them.

    `of` is a result, whose strategies are compared by an outcome of the file, or a list of (name, cost,
    effect). Of a result, `perspective` is the narrowest unless named, and amounts are `discounted` where the
    file discounts. Raises `ModelError` for options that cannot be compared.
    """
    if not isinstance(of, Result):
        return compared_options(of)
    findings, known = Findings(of.outcomes), tuple(of.scenario.outcomes)
    if not known:
        raise PreventionSimError("the file names no outcome; add the section outcomes")
    perspectives = findings.perspectives()
    valuation = of.outcomes.model.weights.discounted if discounted else "nominal"
    part = Slice(
        findings.years(_one_of("period", period, PERIODS)),
        valuation,
        perspective=_one_of("perspective", perspective or perspectives[0], perspectives),
    )
    return compared_options(options_of(findings, _one_of("outcome", outcome or known[0], known), part))


def _chosen_strategy(scenario: Scenario, strategy: str | None) -> str:
    alternatives = tuple(name for name in scenario.strategies if name != scenario.comparator)
    if not alternatives:
        raise PreventionSimError("the file has no strategy beside its comparator")
    return _one_of("strategy", strategy or alternatives[0], alternatives)


def _one_of(what: str, given: T, allowed: tuple[T, ...]) -> T:
    if given not in allowed:
        raise PreventionSimError(f"{what}: {given!r} is not one of {', '.join(map(str, allowed))}")
    return given


def _no_ratio(name: str, every: tuple[Indicator, ...], ratios: set[str]) -> str:
    """Why a figure has no denominator to name, and which figures have one."""
    choice = f"Figures with a denominator: {', '.join(sorted(ratios)) or 'none in this file'}."
    known = next((each for each in every if each.id == name), None)
    if known is not None:
        why = "is a total and has no denominator" if known.denominator is None else "belongs to single years"
        return f"{name!r} {why}; read it from indicators(). {choice}"
    meant = nearest(name, ratios)
    return f"there is no figure {name!r}. " + (f"Did you mean {meant!r}? " if meant else "") + choice


def _coordinate(labels: tuple[Label, ...]) -> NDArray[Any]:
    """Labels as an array that keeps years numbers, also where one of them is "open"."""
    return np.array(labels, dtype=object if len({type(label) for label in labels}) > 1 else None)


def _library(name: str) -> Any:  # noqa: ANN401 - a module
    """A library that is used only where somebody asks for its objects."""
    try:
        return import_module(name)
    except ImportError as error:
        raise PreventionSimError(
            f"this needs {name}, which cannot be imported ({error}); install it: pip install {name}"
        ) from error
