"""`prevsim init [DIR]`."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from prevention_sim.cli.options import LANGUAGE, chosen_language
from prevention_sim.foundation.languages import Language
from prevention_sim.report.starter import Starter, examples, starter
from prevention_sim.report.starter_wording import CREATED, IN_THE_WAY, NO_FOLDER, UNKNOWN

USAGE = 2
LIST = "list"


@click.command("init")
@click.argument("folder", metavar="[DIR]", required=False)
@click.option(
    "--example", default="bielefeld", show_default=True, help="Which example to copy; `list` shows all."
)
@LANGUAGE
def command(folder: str | None, example: str, lang: str | None) -> None:
    """Start a folder DIR of your own: a complete example, the schema for your editor, and a README.txt.

    Without DIR the folder is called after the example. Nothing is ever overwritten.

    \b
    Examples:
      prevsim init
      prevsim init my-city --example bielefeld_foster_mix --lang en
    """
    language = chosen_language(lang)
    found = None if example == LIST else starter(example, language)
    if found is None:
        _show_examples(example, language)
        return
    _create(found, Path(folder or Path(found.scenario).stem), language)


def _show_examples(asked: str, language: Language) -> None:
    """The list, as an answer or beside a refusal."""
    wrong = asked != LIST
    if wrong:
        click.echo(UNKNOWN.told(language).format(name=asked), err=True)
    for each in examples(language):
        click.echo(f"  {each.name}\n      {each.question}", err=wrong)
    sys.exit(USAGE if wrong else 0)


def _create(found: Starter, folder: Path, language: Language) -> None:
    """Write all files or none."""
    existing = [name for name in found.files if (folder / name).exists()]
    if existing:
        _refuse(IN_THE_WAY.told(language).format(files=", ".join(existing), folder=folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in found.files.items():
            with (folder / name).open("xb") as file:
                file.write(content.encode())
    except OSError as error:
        _refuse(NO_FOLDER.told(language).format(folder=folder, reason=error.strerror))
    told = CREATED.told(language).format(
        folder=folder, files=", ".join(found.files), scenario=folder / found.scenario
    )
    click.echo(told)


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(USAGE)
