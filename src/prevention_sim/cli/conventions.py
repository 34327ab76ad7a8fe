"""`prevsim conventions FILE`."""

import click

from prevention_sim.analysis.conventions import under_all_conventions
from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.report.comparison import conventions_page
from prevention_sim.report.renderers.terminal import console_for_output, print_page
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("conventions")
@FILE
@LANGUAGE
def command(file: str, lang: str | None) -> None:
    """Show the headline of FILE under every convention of counting and of converting chances.

    \b
    Examples:
      prevsim conventions bielefeld
      prevsim conventions my-scenario.yaml --lang en
    """
    language = chosen_language(lang)
    scenario = load_scenario(scenario_path(file))
    alternatives = [name for name in scenario.strategies if name != scenario.comparator]
    if not alternatives:
        raise click.UsageError("the file has no strategy beside its comparator")
    found = tuple(under_all_conventions(scenario))
    for strategy in alternatives:
        print_page(conventions_page(scenario, found, strategy, language), console_for_output())
