"""`prevsim run FILE`."""

import click

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.cli.options import FILE, LANGUAGE, changes_from, chosen_language, scenario_path
from prevention_sim.model.compile import compile_model
from prevention_sim.report.document import build_report
from prevention_sim.report.renderers.json import result_as_json
from prevention_sim.report.renderers.terminal import console_for_output, print_report
from prevention_sim.report.wording import say
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.loading import read_file


@click.command("run")
@FILE
@LANGUAGE
@click.option(
    "--set", "settings", multiple=True, metavar="PATH=VALUE", help="Run with a number changed; repeatable."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, with unrounded numbers.")
@click.option("--no-color", is_flag=True, help="Print without colours.")
def command(file: str, lang: str | None, settings: tuple[str, ...], *, as_json: bool, no_color: bool) -> None:
    """Simulate a scenario FILE and print what it saves, for whom and when.

    FILE is a path, or the name of a scenario that ships.

    \b
    Examples:
      prevsim run bielefeld
      prevsim run my-scenario.yaml --lang en --json
      prevsim run bielefeld --set "unterbringung=40 %"
    """
    reading = read_file(scenario_path(file))
    scenario = with_values(reading.checked(), changes_from(settings))
    outcomes = evaluate_base(compile_model(scenario))
    if as_json:
        click.echo(result_as_json(scenario, outcomes))
        return

    language = chosen_language(lang)
    if reading.warnings:
        click.echo(say(language, "warnings_of_run", count=len(reading.warnings), file=file), err=True)
    report = build_report(scenario, outcomes, language)
    print_report(report, console_for_output(color=False if no_color else None))
