"""`prevsim compare FILE...`."""

import click

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.cli.options import LANGUAGE, chosen_language, scenario_files
from prevention_sim.model.compile import compile_model
from prevention_sim.report.comparison import Compared, alternatives_of, compare_on_a_page
from prevention_sim.report.renderers.terminal import console_for_output, print_page
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("compare")
@click.argument("files", nargs=-1, required=True, shell_complete=scenario_files)
@LANGUAGE
def command(files: tuple[str, ...], lang: str | None) -> None:
    """Put the strategies of one or more FILES side by side, each beside its own comparator.

    \b
    Examples:
      prevsim compare bielefeld bielefeld_foster_mix
      prevsim compare mine.yaml yours.yaml --lang en
    """
    language = chosen_language(lang)
    columns: list[Compared] = []
    for file in files:
        scenario = load_scenario(scenario_path(file))
        columns += alternatives_of(scenario, evaluate_base(compile_model(scenario)), language)
    if not columns:
        raise click.UsageError("none of the files has a strategy beside its comparator")
    print_page(compare_on_a_page(columns, language), console_for_output())
