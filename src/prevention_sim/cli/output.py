"""Where a command puts a text: in a file, or on standard output."""

from pathlib import Path

import click

OUTPUT = click.option(
    "-o", "--output", default="-", show_default=True, help="The file to write; - is standard output."
)


def put(text: str, output: str) -> None:
    """Write a text, the same bytes on every system."""
    if output == "-":
        click.echo(text, nl=False)
        return
    try:
        Path(output).write_bytes(text.encode())
    except OSError as error:
        raise click.BadParameter(f"»{output}« cannot be written: {error.strerror}", param_hint="-o") from None
