"""Every error this package raises on purpose.

PreventionSimError        catch this to catch them all
├── ScenarioError         the file is wrong; carries every problem found in it, with its place
├── ModelError            the file is readable, but cannot be computed as it stands
└── DataError             data beside the scenario (tables, stored results) cannot be used
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file, and where; lines and columns count from 1."""

    file: str
    line: int
    column: int
    code: str
    path: str
    message: str

    def __str__(self) -> str:
        """Say it on one line; a problem of the whole file has no path."""
        return f"{self.file}:{self.line}:{self.column}: {f'{self.code} {self.path}'.rstrip()}: {self.message}"


class PreventionSimError(Exception):
    """Anything the user can act on; all other exceptions are defects of the program."""


class ScenarioError(PreventionSimError):
    """The scenario file is wrong; all its problems are told at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order given."""
        self.problems = tuple(problems)
        if not self.problems:
            raise ValueError("a ScenarioError names at least one problem")
        super().__init__(
            self.problems
        )  # the only argument, so that the error survives the way between processes

    def __str__(self) -> str:
        """Print one line per problem."""
        return "\n".join(map(str, self.problems))


class ModelError(PreventionSimError):
    """The scenario is readable, but cannot be computed as it stands."""


class DataError(PreventionSimError):
    """Data beside the scenario cannot be read or does not fit."""
