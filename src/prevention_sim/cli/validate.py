"""`prevsim validate FILE...`."""

import sys
from typing import Final

import click

from prevention_sim.cli.options import LANGUAGE, chosen_language, scenario_files
from prevention_sim.cli.reading import read_given
from prevention_sim.foundation.languages import Language
from prevention_sim.report.renderers.problems import problems_as_json, problems_as_text
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario, count_by_grade, estimated_of
from prevention_sim.scenario.loading import Reading

INVALID: Final = 3
DOUBTFUL: Final = 4


@click.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=scenario_files)
@click.option("--strict", is_flag=True, help="Leave with exit code 4 if there are warnings.")
@click.option("--json", "as_json", is_flag=True, help="Print a list of problems as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Print one line per problem, and nothing else.")
@LANGUAGE
def command(files: tuple[str, ...], lang: str | None, *, strict: bool, as_json: bool, quiet: bool) -> None:
    """Check every scenario FILE and say everything that is wrong or doubtful; nothing is computed.

    FILE is a path, the name of a scenario that ships, or - for standard input. Leaves with exit code 3
    if a file is wrong, with 4 under --strict if something is doubtful. Problems go to standard error;
    with --json or --quiet they go to standard output, and standard error stays empty.

    \b
    Examples:
      prevsim validate bielefeld
      prevsim validate *.yaml --strict --json --lang en
    """
    language = chosen_language(lang)
    readings = {file: read_given(file) for file in files}
    problems = tuple(problem for reading in readings.values() for problem in reading.problems)
    if as_json:
        click.echo(problems_as_json(problems, language))
    elif quiet:
        for problem in problems:
            click.echo(problem.told(language))
    else:
        _print(readings, language)
    if any(reading.errors for reading in readings.values()):
        sys.exit(INVALID)
    sys.exit(DOUBTFUL if strict and problems else 0)


def _print(readings: dict[str, Reading], language: Language) -> None:
    for file, reading in readings.items():
        if reading.problems:
            click.echo(problems_as_text(reading.problems, language), err=True)
        if reading.scenario is not None:
            click.echo(_in_order(file, reading.lines, reading.scenario, language))


def _in_order(file: str, lines: int, scenario: Scenario, language: Language) -> str:
    """That a file has no errors, how long it is, and how much of it is only estimated."""
    grades = count_by_grade(scenario)
    count, estimated = sum(grades.values()), estimated_of(grades)
    return say(language, "file_in_order", file=file, lines=lines, count=count, estimated=estimated)
