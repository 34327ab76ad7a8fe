"""`prevsim diff A B`."""

import click

from prevention_sim.analysis.differences import differences
from prevention_sim.cli.options import LANGUAGE, chosen_language, scenario_files
from prevention_sim.report.recorded import recorded_pair
from prevention_sim.report.run_differences import tell_run_differences, told_differences
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("diff")
@click.argument("before", shell_complete=scenario_files)
@click.argument("after", shell_complete=scenario_files)
@LANGUAGE
def command(before: str, after: str, lang: str | None) -> None:
    """Say what differs between two scenario files or two results.

    Files are compared by meaning: comments, order and spelling of numbers do not count. Of results, as
    `prevsim run --json` prints them, the first number that differs is named, how many do, and which inputs.

    \b
    Examples:
      prevsim diff bielefeld_reference_cohort bielefeld_foster_mix
      prevsim diff old.yaml new.yaml
      prevsim diff old.json new.json
    """
    language = chosen_language(lang)
    paths = scenario_path(before), scenario_path(after)
    results = recorded_pair(*paths)
    if results is None:
        lines = told_differences(differences(*map(load_scenario, paths)), language)
    else:
        lines = tell_run_differences(*results, language)
    for line in lines:
        click.echo(line)
