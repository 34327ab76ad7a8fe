"""`prevsim verify FILE`."""

import sys

import click

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.expectations import Comparison, compare_expectations
from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.model.compile import compile_model
from prevention_sim.report.numbers import Language
from prevention_sim.report.wording import say
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path

NOT_REPRODUCED = 5


@click.command("verify")
@FILE
@LANGUAGE
def command(file: str, lang: str | None) -> None:
    """Run a scenario FILE and hold it against the values under `expect:`, unrounded.

    Leaves with exit code 5 if a value does not hold.

    \b
    Examples:
      prevsim verify bielefeld_reference_cohort
      prevsim verify my-scenario.yaml --lang en
    """
    language = chosen_language(lang)
    scenario = load_scenario(scenario_path(file))
    compared = compare_expectations(scenario, evaluate_base(compile_model(scenario)))
    for comparison in compared:
        click.echo(_line(comparison, language))
    held = sum(comparison.holds for comparison in compared)
    key = "expectations" if compared else "no_expectations"
    click.echo(say(language, key, count=len(compared), held=held))
    sys.exit(0 if held == len(compared) else NOT_REPRODUCED)


def _line(comparison: Comparison, language: Language) -> str:
    expectation = comparison.expectation
    chosen = expectation.model_dump(exclude={"value", "tolerance", "note", "figure"}, exclude_defaults=True)
    where = " ".join(
        f"{key}={','.join(value) if isinstance(value, tuple) else value}" for key, value in chosen.items()
    )
    found = "–" if comparison.found is None else repr(comparison.found)
    tolerance = repr(comparison.tolerance)
    values = say(
        language, "expected_found", expected=repr(comparison.expected), found=found, tolerance=tolerance
    )
    return f"{'✓' if comparison.holds else '✗'} {expectation.figure} {where}: {values}".replace(" :", ":")
