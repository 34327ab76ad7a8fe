"""`prevsim diagram FILE`."""

import click

from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.cli.output import OUTPUT, put
from prevention_sim.report.flow_chart import flow_chart
from prevention_sim.report.renderers.svg import diagram_as_svg
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("diagram")
@FILE
@OUTPUT
@LANGUAGE
def command(file: str, output: str, lang: str | None) -> None:
    """Draw how cases move in a scenario FILE, and where the programme acts, as an SVG picture.

    \b
    Examples:
      prevsim diagram bielefeld -o bielefeld.svg
      prevsim diagram my-scenario.yaml --lang en -o picture.svg
    """
    scenario = load_scenario(scenario_path(file))
    put(diagram_as_svg(flow_chart(scenario, chosen_language(lang))), output)
