"""A scenario with some numbers changed, as if the file had been edited.

A changed number has no source any more: it becomes an assumption.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import ValidationError

from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.evidence import ASSUMPTION, Figure
from prevention_sim.scenario.finding import Finding
from prevention_sim.scenario.parts import Part
from prevention_sim.scenario.possible import wrong_in
from prevention_sim.scenario.problems import Message, UnreadableError
from prevention_sim.scenario.settings import EngineName, PlanName
from prevention_sim.scenario.tables import Table


def with_values(scenario: Scenario, changes: Mapping[str, str]) -> Scenario:
    """The scenario with numbers replaced, given by path (or id of a parameter) as text: `{"share": "50 %"}`.

    Raises `ModelError` for a path that is no number of the file, and for a text that does not fit its place.
    """
    known = {found.path for found in figures_of(scenario)}
    paths = {name if "." in name else f"parameters.{name}": text for name, text in changes.items()}
    for path, text in paths.items():
        if path not in known:
            raise ModelError(Both(f"Eine Zahl {path} gibt es nicht", f"there is no number at {path}"))
        try:
            figure = Figure.model_validate({"value": text.strip(), "source": ASSUMPTION})
        except ValidationError as error:
            unreadable: UnreadableError = error.errors()[0]["ctx"]["error"]
            raise ModelError(_sentence(path, unreadable.message)) from None
        scenario = _replaced(scenario, _keys(path), figure)
    problems = [_told(found, paths) for found in wrong_in(scenario)]
    if problems:
        raise ModelError(Both(*("\n".join(told) for told in zip(*problems, strict=True))))
    return scenario


def simulated(  # noqa: PLR0913 - all a command may change about how the file is computed
    scenario: Scenario,
    engine: Literal["auto"] | EngineName | None = None,
    seed: int | None = None,
    replications: int | None = None,
    *,
    draws: int | None = None,
    plan: PlanName | None = None,
) -> Scenario:
    """The scenario with another engine, seed, or number of replications or draws; None leaves the file's."""
    given = {"seed": seed, "replications": replications, "draws": draws, "plan": plan}
    changed = scenario.uncertainty.model_copy(
        update={key: value for key, value in given.items() if value is not None}
    )
    return scenario.model_copy(update={"engine": engine or scenario.engine, "uncertainty": changed})


def _told(found: Finding, paths: Mapping[str, str]) -> Both:
    """A finding in a sentence, with the text that was given for its path."""
    written = next((text for path, text in paths.items() if found.path.startswith(path)), "")
    message = replace(found.message, fields={"written": written, **found.message.fields})
    return _sentence(found.path.removesuffix(".value"), message)


def _sentence(path: str, message: Message) -> Both:
    return Both(f"{path}: {message.on_one_line('de')}", f"{path}: {message.on_one_line('en')}")


def _keys(path: str) -> tuple[str, ...]:
    return tuple(path.replace("[", ".").replace("]", "").split("."))


def _replaced(part: Any, keys: tuple[str, ...], figure: Figure) -> Any:  # noqa: ANN401 - any part of a file
    """A part with the figure at the end of the keys exchanged; everything else is the same object."""
    if not keys:
        return figure
    key, *rest = keys
    if isinstance(part, Table):
        column = _replaced(part.cells[key], tuple(rest), figure)
        return part.model_copy(update={"cells": {**part.cells, key: column}})
    if isinstance(part, Part):
        fields = type(part).model_fields
        name = next(name for name, field in fields.items() if key in (name, field.alias))
        return part.model_copy(update={name: _replaced(getattr(part, name), tuple(rest), figure)})
    if isinstance(part, Mapping):
        return {**part, key: _replaced(part[key], tuple(rest), figure)}
    position = int(key)
    return (*part[:position], _replaced(part[position], tuple(rest), figure), *part[position + 1 :])
