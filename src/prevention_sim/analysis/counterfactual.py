"""Where the cases would go without the programme, how many of them it takes in, and what hangs on either.

Nothing is typed twice: the comparator carries the would-be participants, so both are counted in the run. For
a break-even, each becomes one number of the file: the share that would be placed, split among states as
written, and the share of these whom the programme takes in, split among its effects as written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.expressions import evaluate, minus, times
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from prevention_sim.scenario.caseload import OUT_OF_HOME, Setting
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import Diverts, Effect
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.expressions import Expression, Name, Number
from prevention_sim.scenario.interventions import Intervention
from prevention_sim.scenario.quantities import Quantity, Unit

SETTINGS: Final[tuple[Setting, ...]] = get_args(Setting)

ASKED: Final = "_asked"
"""The parameter a question is put as; no file can have one of this name."""


def would_enter(findings: Findings, part: Slice) -> dict[Setting, FloatArray]:
    """Cases that enter each setting the file speaks of under the comparator, f8[row]."""
    model = findings.outcomes.model
    states = {
        setting: frozenset(name for name, found in model.otherwise.items() if found == setting)
        for setting in SETTINGS
    }
    return {
        setting: findings.entered(model.comparator, part, named) for setting, named in states.items() if named
    }


def would_be_placed(findings: Findings, part: Slice, strategy: str | None = None) -> FloatArray:
    """Cases that enter placement under the comparator, f8[row]; of a strategy, those it takes in."""
    model = findings.outcomes.model
    placed = frozenset(name for name, setting in model.otherwise.items() if setting in OUT_OF_HOME)
    programmes = None if strategy is None else findings.programmes(strategy)
    return findings.entered(model.comparator, part, placed, programmes)


@dataclass(frozen=True, slots=True)
class Asked:
    """A share of the counterfactual as one number of the same scenario, and the range in which it can be."""

    share: Literal["placed", "diverted"]
    scenario: Scenario
    path: str
    within: tuple[float, float]


def questions(scenario: Scenario, model: Model, strategy: str) -> Iterator[Asked]:
    """The two shares that decide the sign of a programme which takes in those who would be placed."""
    columns = base_row(model.table).columns()
    shares = {
        name: float(evaluate(share, columns)[0])
        for name, share in zip(model.strata, model.stratum_shares, strict=True)
    }
    imminent = {name: share for name, share in shares.items() if name in model.imminent}
    taken = {
        (programme, position): float(columns[f"interventions.{programme}.effects[{position}].share"][0])
        for programme in scenario.strategies[strategy].interventions
        if programme not in scenario.strategies[scenario.comparator].interventions
        for position, effect in enumerate(scenario.interventions[programme].effects)
        if imminent.keys() & set(_diverted_from(effect))
    }
    placed = sum(imminent.values())
    reached = sum(
        imminent.get(state, 0.0) * share
        for (programme, position), share in taken.items()
        for state in _diverted_from(scenario.interventions[programme].effects[position])
    )
    if not scenario.without or reached <= 0.0:
        return
    at_home = {name: share for name, share in shares.items() if name not in imminent}
    if len(at_home) == 1 or sum(at_home.values()) > 0.0:
        yield _asked("placed", _with_placed(scenario, imminent, at_home), placed, 1.0)
    parts = {address: share * placed / reached for address, share in taken.items()}
    most = min(1.0, 1.0 / max(parts.values()))
    yield _asked("diverted", _with_diverted(scenario, imminent, parts), reached / placed, most)


def _asked(share: Literal["placed", "diverted"], scenario: Scenario, written: float, most: float) -> Asked:
    number = Figure.model_construct(value=Quantity(written, Unit()), source=None, note=None)
    parameters = {**scenario.parameters, ASKED: number}
    varied = scenario.model_copy(update={"parameters": parameters})
    return Asked(share, varied, f"parameters.{ASKED}", (0.0, most))


def _with_placed(scenario: Scenario, imminent: Mapping[str, float], at_home: Mapping[str, float]) -> Scenario:
    """The file with one number for those who would be placed; within both groups nothing shifts."""
    placed, left = sum(imminent.values()), sum(at_home.values())
    parts = {name: _of(Name(ASKED), share / placed) for name, share in imminent.items()}
    others = minus(Number(1.0), Name(ASKED))
    parts |= {name: _of(others, share / left if left > 0.0 else 1.0) for name, share in at_home.items()}
    without = {
        name: answer.model_copy(update={"share": parts[name]}) for name, answer in scenario.without.items()
    }
    return scenario.model_copy(update={"without": without})


def _with_diverted(
    scenario: Scenario, imminent: Mapping[str, float], parts: Mapping[tuple[str, int], float]
) -> Scenario:
    """The file with one number for those of them who are taken in; what others are offered stays."""
    interventions = {
        name: programme.model_copy(update={"effects": tuple(_effects(name, programme, imminent, parts))})
        for name, programme in scenario.interventions.items()
    }
    return scenario.model_copy(update={"interventions": interventions})


def _effects(
    name: str,
    programme: Intervention,
    imminent: Mapping[str, float],
    parts: Mapping[tuple[str, int], float],
) -> Iterator[Effect]:
    for position, effect in enumerate(programme.effects):
        if (name, position) not in parts or not isinstance(effect, Diverts):
            yield effect
            continue
        share = _of(Name(ASKED), parts[name, position])
        others = tuple(state for state in effect.from_ if state not in imminent)
        placed = tuple(state for state in effect.from_ if state in imminent)
        yield effect.model_copy(update={"from_": placed, "share": share})
        if others:
            yield effect.model_copy(update={"from_": others})


def _diverted_from(effect: Effect) -> tuple[str, ...]:
    """The states an effect takes those away from who are bound for them."""
    return effect.from_ if isinstance(effect, Diverts) else ()


def _of(whole: Expression, part: float) -> Figure:
    formula = Formula("", times(whole, part))
    return Figure.model_construct(value=formula, source=None, note=None)
