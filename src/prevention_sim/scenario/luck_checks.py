"""Checks on chance: how numbers of cases vary, what ranks states, what ids were, and how often all is run."""

from collections.abc import Iterator, Mapping
from typing import Final

from prevention_sim.scenario.caseload import Arrivals, Intake, Stratum, Stream
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Formula
from prevention_sim.scenario.finding import Finding, finding
from prevention_sim.scenario.interventions import Intervention
from prevention_sim.scenario.quantities import UNREAD

MOST_REPLICATIONS: Final = 100_000
LARGEST_SEED: Final = 2**64 - 1


def wrong_luck(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with what chance decides by."""
    for state, written in scenario.states.items():
        if written.intensity is not None and written.intensity < 0:
            yield finding("E396", f"states.{state}.intensity", found=written.intensity)
    coming: dict[str, Mapping[str, Intake | Arrivals]] = {
        "intake": scenario.caseload.intake, "arrivals": scenario.caseload.arrivals
    }  # fmt: skip
    for kind, streams in coming.items():
        for name, stream in streams.items():
            yield from _varying(stream, f"caseload.{kind}.{name}")
    yield from _uncertainty(scenario)
    yield from _renamed(scenario)


def _varying(stream: Intake | Arrivals, path: str) -> Iterator[Finding]:
    """A dispersion goes with the one law that has it, and lets numbers vary more than Poisson's does."""
    wanted = stream.varies == "negative_binomial"
    if stream.dispersion is None:
        if wanted:
            yield finding("E394", f"{path}.varies")
    elif not wanted:
        yield finding("E394", f"{path}.dispersion", "unused", at_key=True)
    elif not isinstance(stream.dispersion.value, Formula):
        value = stream.dispersion.value
        if value.unit != UNREAD and value.value < 1.0:
            yield finding("E394", f"{path}.dispersion.value", "small", found=f"{value.value:g}")


def _uncertainty(scenario: Scenario) -> Iterator[Finding]:
    seed, replications = scenario.uncertainty.seed, scenario.uncertainty.replications
    if not 0 <= seed <= LARGEST_SEED:
        yield finding("E395", "uncertainty.seed", "seed", found=seed, limit=LARGEST_SEED)
    if not 1 <= replications <= MOST_REPLICATIONS:
        yield finding("E395", "uncertainty.replications", found=replications, limit=MOST_REPLICATIONS)


def _renamed(scenario: Scenario) -> Iterator[Finding]:
    """An id of old is nobody's now, and that of one only."""
    for section, written in _with_former_ids(scenario).items():
        owners = {name: f"{section}.{name}" for name in written}
        for name, each in written.items():
            if each.was in owners:
                yield finding("E397", f"{section}.{name}.was", written=each.was, other=owners[each.was])
            elif each.was is not None:
                owners[each.was] = f"{section}.{name}"


def _with_former_ids(scenario: Scenario) -> dict[str, Mapping[str, Stratum | Stream | Intervention]]:
    """Every section whose ids may change and keep their luck."""
    return {
        "strata": scenario.strata,
        **{f"crossed_with.{way}": groups for way, groups in scenario.crossed_with.items()},
        "caseload.stock": scenario.caseload.stock,
        "caseload.intake": scenario.caseload.intake,
        "caseload.arrivals": scenario.caseload.arrivals,
        "interventions": scenario.interventions,
    }
