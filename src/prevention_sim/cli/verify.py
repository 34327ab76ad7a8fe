"""`prevsim verify FILE|FOLDER...`."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from prevention_sim.analysis.verification.battery import Verification, verify
from prevention_sim.cli.options import LANGUAGE, chosen_language, scenario_files
from prevention_sim.cli.reading import read_given
from prevention_sim.foundation.errors import PreventionSimError
from prevention_sim.foundation.languages import Language
from prevention_sim.report.renderers.problems import problem_as_data, problems_as_text
from prevention_sim.report.renderers.terminal import console_for_output
from prevention_sim.report.renderers.verification import print_in_a_line, print_in_full, print_totals
from prevention_sim.report.verification import ToldVerification, tell_verification, verification_as_data
from prevention_sim.report.verification_wording import tell
from prevention_sim.scenario.problems import Problem

FORMAT: Final = "prevention_sim/verification/1"
INVALID: Final = 3
NOT_SOUND: Final = 5
REFUSED: Final = 7
WORST_FIRST: Final = (INVALID, REFUSED, NOT_SOUND, 0)


@dataclass(frozen=True, slots=True)
class _Verified:
    """A file with what was found in it, and its exit code; without findings, why there are none."""

    file: str
    code: int
    problems: tuple[Problem, ...] = ()
    refusal: PreventionSimError | None = None
    found: Verification | None = None
    told: ToldVerification | None = None


@click.command("verify")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER...", shell_complete=scenario_files)
@click.option("--json", "as_json", is_flag=True, help="Print everything that was found as JSON.")
@LANGUAGE
def command(files: tuple[str, ...], lang: str | None, *, as_json: bool) -> None:
    """Is the model sound? Check a scenario FILE, or every *.yaml in a FOLDER.

    Holds the run against the values under `expect:`, unrounded, changes the file in ways whose consequence is
    known, and names what looks odd. Leaves with exit code 5 if a value does not hold or a check fails, with 3
    if a file is wrong and with 7 if one cannot be computed; a warning fails nothing.

    \b
    Examples:
      prevsim verify bielefeld_reference_cohort
      prevsim verify scenarios/ --json --lang en
    """
    language = chosen_language(lang)
    paths = [path for given in files for path in _files_of(given, language)]
    every = []
    for path in paths:
        every.append(_verified(path, language))
        if not as_json:
            _print(every[-1], language, alone=len(paths) == 1)
    if as_json:
        click.echo(json.dumps(_as_data(every, language), indent=2, ensure_ascii=False, allow_nan=False))
    elif len(paths) > 1:
        print_totals([each.told for each in every if each.told], console_for_output(), language)
        sound = sum(each.code == 0 for each in every)
        click.echo(tell(language, "all_files", sound=sound, files=len(paths)))
    sys.exit(next(code for code in WORST_FIRST if code in {each.code for each in every}))


def _files_of(given: str, language: Language) -> Iterator[str]:
    """A file as it is given, or every scenario below a folder."""
    folder = Path(given)
    if not folder.is_dir():
        yield given
        return
    paths = sorted(folder.rglob("*.yaml"))
    if not paths:
        raise click.BadParameter(tell(language, "no_files", folder=given), param_hint="FOLDER")
    yield from map(str, paths)


def _verified(file: str, language: Language) -> _Verified:
    reading = read_given(file)
    if reading.scenario is None:
        return _Verified(file, INVALID, reading.errors)
    try:
        found = verify(reading.scenario)
    except PreventionSimError as refusal:
        return _Verified(file, REFUSED, refusal=refusal)
    told = tell_verification(reading.scenario, found, language)
    code = 0 if found.sound else NOT_SOUND
    return _Verified(file, code, reading.located(found.doubts), found=found, told=told)


def _print(verified: _Verified, language: Language, *, alone: bool) -> None:
    if verified.refusal is not None:
        told = verified.refusal.told(language)
        click.echo(told if alone else f"{verified.file}: {told}", err=True)
    elif verified.told is None:
        click.echo(problems_as_text(verified.problems, language), err=True)
    elif alone:
        print_in_full(verified.told, verified.problems, console_for_output(), language)
    else:
        print_in_a_line(verified.file, verified.told, console_for_output())


def _as_data(every: list[_Verified], language: Language) -> dict[str, Any]:
    files = []
    for each in every:
        data: dict[str, Any] = {"file": each.file, "sound": False}
        if each.found is not None and each.told is not None:
            data = verification_as_data(each.file, each.found, each.told)
        data["problems"] = [problem_as_data(problem, language) for problem in each.problems]
        data["refusal"] = None if each.refusal is None else each.refusal.told(language)
        files.append(data)
    return {"format": FORMAT, "files": files}
