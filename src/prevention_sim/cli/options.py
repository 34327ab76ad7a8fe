"""What several commands take: a scenario by path or name, and a language."""

import os
from pathlib import Path
from typing import Final, cast

import click
from click.shell_completion import CompletionItem

from prevention_sim.foundation.languages import Language
from prevention_sim.scenario.shipped import shipped_names

COMPLETE_VARIABLE: Final = "_PREVSIM_COMPLETE"
"""Where a shell asks for completions; click forms the name from that of the program."""

CHOSEN = "prevention_sim.language"
"""Where a command leaves its choice for whoever prints its errors."""


def _remembered(context: click.Context, _: click.Parameter, value: str | None) -> str | None:
    context.meta[CHOSEN] = value
    return value


def scenario_files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Scenario files and names of scenarios that ship; where none fits, whatever the shell offers."""
    cut = max(incomplete.rfind("/"), incomplete.rfind("\\")) + 1
    folder, begin = incomplete[:cut], incomplete[cut:]
    names = [folder + path.name for path in Path(folder).glob("*.yaml") if path.name.startswith(begin)]
    names += [name for name in shipped_names() if name.startswith(incomplete)]
    return [CompletionItem(name) for name in sorted(names)] or [CompletionItem(incomplete, type="file")]


FILE = click.argument("file", type=str, shell_complete=scenario_files)
LANGUAGE = click.option(
    "--lang",
    callback=_remembered,
    type=click.Choice(["de", "en"]),
    help="Language of the output (default: PREVSIM_LANG, your system's, German).",
)


def chosen_language(option: str | None) -> Language:
    """The option, else PREVSIM_LANG, else the locale, else German."""
    for value in (
        option,
        os.environ.get("PREVSIM_LANG"),
        *map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")),
    ):
        short = (value or "")[:2].lower()
        if short in ("de", "en"):
            return cast("Language", short)
    return "de"


def changes_from(settings: tuple[str, ...]) -> dict[str, str]:
    """`PATH=VALUE` as given on the command line."""
    changes = {}
    for setting in settings:
        path, separator, value = setting.partition("=")
        if not separator:
            raise click.BadParameter(f"{setting!r} is not of the form PATH=VALUE", param_hint="--set")
        changes[path.strip()] = value.strip()
    return changes
