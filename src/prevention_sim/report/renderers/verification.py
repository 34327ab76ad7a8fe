"""A verification on a terminal: every check with its reasons, and a table of all at the end."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table

from prevention_sim.foundation.languages import Language
from prevention_sim.report.renderers.problems import problems_as_text
from prevention_sim.report.renderers.wrapping import put, words
from prevention_sim.report.verification import ToldCheck, ToldVerification, domains
from prevention_sim.report.verification_wording import MARKS, OUTCOMES, tell
from prevention_sim.scenario.problems import Problem

INDENT = (0, 0, 0, 2)


def print_in_full(
    told: ToldVerification, warnings: Sequence[Problem], console: Console, language: Language
) -> None:
    """Print all that was found in one file."""
    parts: list[RenderableType] = [*map(words, told.expectations), words(told.expected), ""]
    parts += [words(tell(language, "battery"), "bold"), *_explained(told.checks)]
    parts += ["", words(tell(language, "implied"), "bold")]
    parts += [Padding(words(figure), INDENT) for figure in told.figures]
    put(parts, console)
    if warnings:
        console.out(f"\n{problems_as_text(warnings, language)}", highlight=False)
    put(["", _table([told], language)], console)


def print_in_a_line(file: str, told: ToldVerification, console: Console) -> None:
    """Print a file in one line, and below it what fails."""
    mark = MARKS["passed" if told.sound else "failed"]
    failing = [line for line in told.expectations if line.startswith(MARKS["failed"])]
    console.out(f"{mark} {file}: {told.summary}", highlight=False)
    put([*(Padding(words(line), INDENT) for line in failing), *_explained(told.failing())], console)


def print_totals(every: Sequence[ToldVerification], console: Console, language: Language) -> None:
    """Print the table over some files."""
    put(["", _table(every, language)], console)


def _explained(checks: Iterable[ToldCheck]) -> Iterator[RenderableType]:
    for check in checks:
        yield Padding(words(check.headed), INDENT)
        if check.outcome != "not_applicable":
            yield Padding(words(f"{check.done} {check.expected}", "dim"), (0, 0, 0, 4))
        yield Padding(words(check.found), (0, 0, 0, 4))


def _table(every: Sequence[ToldVerification], language: Language) -> Table:
    """How many checks of each domain had which outcome."""
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    table.add_column(tell(language, "by_domain"))
    for outcome in OUTCOMES.values():
        table.add_column(outcome.told(language), justify="right")
    for domain, title in domains(language).items():
        counts = [sum(told.counted(domain)[name] for told in every) for name in OUTCOMES]
        table.add_row(title, *(str(count) if count else "–" for count in counts))
    return table
