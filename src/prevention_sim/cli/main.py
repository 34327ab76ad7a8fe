"""The list of commands; each is imported only when it is called, so that help is quick."""

import atexit
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NoReturn, cast

import click

from prevention_sim.cli.options import CHOSEN, COMPLETE_VARIABLE, chosen_language
from prevention_sim.foundation.errors import DataError, PreventionSimError
from prevention_sim.report.renderers.problems import problems_as_text
from prevention_sim.scenario.problems import ScenarioError

COMMANDS: Final[dict[str, str]] = {
    "init": "Start a folder with an example, the schema for your editor and a README.",
    "explain": "Read a scenario back in sentences, to be checked line by line.",
    "diagram": "Draw how cases move, and where the programme acts.",
    "run": "Simulate a scenario and print what it saves, for whom and when.",
    "report": "Write the result as a page for the browser, a workbook that recalculates, or pictures.",
    "validate": "Check scenario files and say everything that is wrong or doubtful.",
    "verify": "Is the model sound? Checks on the very file, and the values its author expects.",
    "breakeven": "From which value of a number on does the programme pay?",
    "size": "How many posts does the programme need?",
    "schema": "Print the JSON Schema of scenario files, for editors.",
    "help-error": "Explain an error or a warning by its code.",
    "history": "Follow one person through every strategy.",
    "compare": "Put strategies of one or more files side by side.",
    "diff": "Say what differs between two files, or between two results.",
    "conventions": "Show the headline under every convention of counting.",
    "completion": "Print the script with which a shell completes commands and files.",
    "version": "Print the version.",
}
"""Every command with the line it has in the list; its code is in the file of its name."""

SCENARIO_INVALID: Final = 3
MODEL_REFUSED: Final = 7
UNEXPECTED: Final = 1


class _Commands(click.Group):
    """Looks commands up in the table and imports them on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"prevention_sim.cli.{cmd_name.replace('-', '_')}")
        return cast("click.Command", module.command)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command; an error is told in the language the command speaks."""
        try:
            return super().invoke(ctx)
        except ScenarioError as error:
            told = problems_as_text(error.problems, chosen_language(ctx.meta.get(CHOSEN)))
            code = SCENARIO_INVALID
        except PreventionSimError as error:
            told = error.told(chosen_language(ctx.meta.get(CHOSEN)))
            code = SCENARIO_INVALID if isinstance(error, DataError) else MODEL_REFUSED
        click.echo(told, err=True)
        raise click.exceptions.Exit(code)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def prevsim() -> None:
    """What do preventive interventions cost a city, and what do they save?

    \b
    Examples:
      prevsim run bielefeld
      prevsim run my-scenario.yaml --lang en
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit code; an error is a message, never a traceback."""
    _start_quickly()
    for stream in (sys.stdout, sys.stderr):
        cast("Any", stream).reconfigure(encoding="utf-8", errors="replace")
    if COMPLETE_VARIABLE in os.environ:
        import_module("prevention_sim.cli.powershell")
    try:
        prevsim(args=arguments, prog_name="prevsim", standalone_mode=True)
    except Exception as error:  # noqa: BLE001 - the last line before a user
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__}: {error} ({Path(place.filename).name}, line {place.lineno})"
        click.echo(f"An unexpected fault in the program, not in your file: {fault}.", err=True)
        click.echo(
            "Nothing was written. Please report it with this message and your scenario file.", err=True
        )
        sys.exit(UNEXPECTED)
    sys.exit(0)


def _start_quickly() -> None:
    """Leave out what a short process does not need: collecting garbage in cycles, and looking for plugins."""
    gc.disable()
    atexit.register(gc.freeze)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
