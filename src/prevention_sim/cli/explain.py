"""`prevsim explain FILE`."""

import click

from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.report.explanation import explain
from prevention_sim.report.renderers.prose import print_explanation
from prevention_sim.report.renderers.terminal import console_for_output
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("explain")
@FILE
@LANGUAGE
@click.option("--no-color", is_flag=True, help="Print without colours.")
def command(file: str, lang: str | None, *, no_color: bool) -> None:
    """Read a scenario FILE back in sentences, to be checked line by line; nothing is simulated.

    What nobody has checked comes first, then numbers without a source, then assumptions.

    \b
    Examples:
      prevsim explain bielefeld
      prevsim explain my-scenario.yaml --lang en
    """
    scenario = load_scenario(scenario_path(file))
    explanation = explain(scenario, chosen_language(lang))
    print_explanation(explanation, console_for_output(color=False if no_color else None))
