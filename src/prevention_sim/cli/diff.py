"""`prevsim diff A B`."""

import click

from prevention_sim.analysis.differences import differences
from prevention_sim.cli.options import LANGUAGE, chosen_language
from prevention_sim.report.wording import say
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("diff")
@click.argument("before")
@click.argument("after")
@LANGUAGE
def command(before: str, after: str, lang: str | None) -> None:
    """Say what differs between two files, by meaning: comments, order and spelling of numbers do not count.

    \b
    Examples:
      prevsim diff bielefeld_reference_cohort bielefeld_foster_mix
      prevsim diff old.yaml new.yaml
    """
    language = chosen_language(lang)
    found = differences(*(load_scenario(scenario_path(file)) for file in (before, after)))
    for each in found:
        click.echo(f"{each.path}: {each.before or '–'} → {each.after or '–'}")
    click.echo(
        say(language, "count_differences", count=len(found)) if found else say(language, "no_differences")
    )
