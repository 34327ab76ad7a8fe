"""Tables beside a scenario: CSV files whose numbers are numbers of the file, each with a path of its own."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from prevention_sim.scenario.evidence import Figure, Sourced
from prevention_sim.scenario.parts import Id


class TableFile(Sourced):
    """A CSV file in the folder of the scenario or below it, and how it is written.

    The first line names the columns. The first column is the key: an age, a year, a month, a state. The
    others are named by ids; only those in `columns` are read, all of them without it. Chances and rates are
    `per` a time.
    """

    file: str
    source: Id
    delimiter: Literal[";", ",", "tab"] = ";"
    decimal: Literal[",", "."] = ","
    encoding: Literal["utf-8", "utf-8-sig", "cp1252"] = "utf-8"
    columns: tuple[Id, ...] = ()
    per: Literal["day", "week", "month", "quarter", "year"] | None = None


class Table(TableFile):
    """A table that was read: figures by column and key, in the order of the file.

    `path` is where it stands in the scenario, `sha256` the digest of the file's bytes.
    """

    path: str = Field(exclude=True)
    sha256: str = Field(exclude=True)
    cells: dict[str, dict[str, Figure]]

    @property
    def keys(self) -> tuple[str, ...]:
        """The first column: consecutive whole numbers, months, or ids."""
        return tuple(next(iter(self.cells.values())))

    def column(self, name: str) -> dict[str, str]:
        """The path of each number of a column by its key: `tables.sterblichkeit.maennlich[37]`."""
        return {key: f"{self.path}.{name}[{key}]" for key in self.cells[name]}

    @property
    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Every number with its path."""
        for name, figures in self.cells.items():
            yield from zip(self.column(name).values(), figures.values(), strict=True)
