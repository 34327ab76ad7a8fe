"""`prevsim schema`."""

import click

from prevention_sim.cli.output import OUTPUT, put
from prevention_sim.report.result_schema import result_schema_as_json
from prevention_sim.scenario.schema import schema_as_json


@click.command("schema")
@OUTPUT
@click.option("--result", is_flag=True, help="The schema of what `prevsim run --json` prints instead.")
def command(output: str, *, result: bool) -> None:
    """Print the JSON Schema of scenario files, with which an editor completes and explains every key.

    An editor with a YAML extension finds it through the first line of a scenario file:
    # yaml-language-server: $schema=prevention-sim.schema.json

    \b
    Examples:
      prevsim schema -o prevention-sim.schema.json
      prevsim schema | less
      prevsim schema --result -o prevention-sim-result.schema.json
    """
    put(result_schema_as_json() if result else schema_as_json(), output)
