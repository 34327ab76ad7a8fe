"""`prevsim schema`."""

import click

from prevention_sim.cli.output import OUTPUT, put
from prevention_sim.scenario.schema import schema_as_json


@click.command("schema")
@OUTPUT
def command(output: str) -> None:
    """Print the JSON Schema of scenario files, with which an editor completes and explains every key.

    An editor with a YAML extension finds it through the first line of a scenario file:
    # yaml-language-server: $schema=prevention-sim.schema.json

    \b
    Examples:
      prevsim schema -o prevention-sim.schema.json
      prevsim schema | less
    """
    put(schema_as_json(), output)
