"""`prevsim version`."""

from importlib.metadata import PackageNotFoundError, version

import click


@click.command("version")
def command() -> None:
    """Print the version."""
    try:
        click.echo(f"prevention_sim {version('prevention-sim')}")
    except PackageNotFoundError:
        click.echo("prevention_sim (run from source)")
