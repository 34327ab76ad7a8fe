"""What differs between two results, in words: the first cell, how many cells, and which inputs."""

from dataclasses import dataclass
from typing import Final

from prevention_sim.analysis.differences import Difference, unlike
from prevention_sim.report.numbers import Language, decimal, percent
from prevention_sim.report.recorded import Cell, Recorded
from prevention_sim.report.wording import say

SAME_WITHIN: Final = 1e-12
"""How far another machine may carry a number."""

FEWEST_PLACES, MOST_PLACES = 2, 12


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A cell with its number in each result; None where it is not defined or not there."""

    cell: Cell
    before: float | None
    after: float | None


def cell_differences(before: Recorded, after: Recorded) -> tuple[CellDifference, ...]:
    """Every cell whose numbers are unlike, in the order of the results; an amount that is left out is 0."""
    return tuple(
        CellDifference(cell, *numbers)
        for cell in {**before.cells, **after.cells}
        if (numbers := (_number(before, cell), _number(after, cell)))[0] != numbers[1]
    )


def tell_run_differences(before: Recorded, after: Recorded, language: Language) -> list[str]:
    """The lines `prevsim diff` prints."""
    lines = []
    unlike_cells = cell_differences(before, after)
    if unlike_cells:
        count = len({**before.cells, **after.cells})
        first = unlike_cells[0]
        lines += [
            say(language, "first_cell", cell=" · ".join(part for part in first.cell if part)),
            f"  {_shown(first, language)}",
            say(language, "count_cells", count=len(unlike_cells), of=count),
        ]
    else:
        lines.append(say(language, "no_cells_differ"))
    if before.inputs is None or after.inputs is None:
        return [*lines, say(language, "inputs_unknown")]
    inputs = unlike(before.inputs, after.inputs)
    return [*lines, say(language, "inputs"), *told_differences(inputs, language)]


def told_differences(found: tuple[Difference, ...], language: Language) -> list[str]:
    """Inputs that differ, one a line, and how many there are."""
    lines = [f"{each.path}: {each.before or '–'} → {each.after or '–'}" for each in found]
    return [
        *lines,
        say(language, "count_differences", count=len(found)) if found else say(language, "no_differences"),
    ]


def _number(result: Recorded, cell: Cell) -> float | None:
    return result.cells.get(cell, 0.0 if cell[0] == "budget" else None)


def _shown(found: CellDifference, language: Language) -> str:
    """Both numbers and how far they are apart."""
    before, after = found.before, found.after
    if before is None or after is None:
        known = [
            say(language, "none") if each is None else decimal(each, language, FEWEST_PLACES)
            for each in (before, after)
        ]
        return f"{known[0]} → {known[1]}"
    places = next(
        (few for few in range(FEWEST_PLACES, MOST_PLACES) if round(before, few) != round(after, few)),
        MOST_PLACES,
    )
    shown = f"{decimal(before, language, places)} → {decimal(after, language, places)}"
    apart, largest = abs(after - before), max(abs(before), abs(after))
    if apart <= SAME_WITHIN * largest:
        return f"{shown} ({say(language, 'apart_by_rounding')})"
    key = "apart_more" if after > before else "apart_less"
    told = say(language, key, amount=decimal(apart, language, places))
    share = f", {percent(apart / abs(before), language, FEWEST_PLACES)}" if before else ""
    return f"{shown} ({told}{share})"
