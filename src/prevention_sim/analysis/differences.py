"""What differs between two scenarios by meaning: comments, order and spelling of numbers do not count.

Expectations are results, not inputs; they are not compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prevention_sim.analysis.manifest import understood
from prevention_sim.scenario.document import Scenario


@dataclass(frozen=True, slots=True)
class Difference:
    """A path with what stands there in each scenario; None where nothing stands."""

    path: str
    before: str | None
    after: str | None


def differences(before: Scenario, after: Scenario) -> tuple[Difference, ...]:
    """Every path at which two scenarios differ, in the order of paths."""
    return unlike(inputs_of(before), inputs_of(after))


def unlike(left: Mapping[str, str], right: Mapping[str, str]) -> tuple[Difference, ...]:
    """Every path at which two sets of inputs differ, in the order of paths."""
    return tuple(
        Difference(path, left.get(path), right.get(path))
        for path in sorted({**left, **right})
        if left.get(path) != right.get(path)
    )


def inputs_of(scenario: Scenario) -> dict[str, str]:
    """Everything a scenario says, by path and as it was understood."""
    return dict(_leaves(understood(scenario.model_copy(update={"expect": ()})), ""))


def _leaves(part: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, Mapping):
        for key, value in part.items():
            yield from _leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(part, list):
        for position, value in enumerate(part):
            yield from _leaves(value, f"{path}[{position}]")
    elif part is not None:
        yield path, str(part)
