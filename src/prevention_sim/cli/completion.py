"""`prevsim completion SHELL`."""

from typing import Final

import click
from click.shell_completion import ShellComplete, get_completion_class

from prevention_sim.cli import powershell
from prevention_sim.cli.options import COMPLETE_VARIABLE

SHELLS: Final = ("bash", "zsh", "fish", powershell.PowerShellComplete.name)


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script with which a SHELL completes commands, options and scenario files.

    \b
    Examples:
      prevsim completion bash >> ~/.bashrc
      prevsim completion fish > ~/.config/fish/completions/prevsim.fish
      prevsim completion powershell >> $PROFILE
    """
    root = context.find_root()
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"click does not know {shell}")
    completer = found(root.command, {}, "prevsim", COMPLETE_VARIABLE)
    click.echo(ShellComplete.source(completer), nl=False)  # without looking which version is installed
