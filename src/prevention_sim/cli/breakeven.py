"""`prevsim breakeven FILE --over NUMBER`."""

import sys

import click

from prevention_sim.analysis.break_even import BreakEven, Question, break_even
from prevention_sim.analysis.findings import PERSPECTIVES
from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.model.compile import compile_model
from prevention_sim.report.break_even import tell_break_even
from prevention_sim.report.renderers.terminal import console_for_output, print_sentences
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path

TARGET_NOT_REACHED = 8


@click.command("breakeven")
@FILE
@click.option(
    "--over", required=True, help="The number to vary: a parameter's id, or a path such as costs.heim.value."
)
@click.option(
    "--strategy", help="The strategy that is to pay (default: the first that is not the comparator)."
)
@click.option("--period", type=click.Choice(["window", "horizon"]), default="window", show_default=True)
@click.option("--perspective", type=click.Choice(PERSPECTIVES), default="municipality", show_default=True)
@click.option("--between", type=(float, float), help="Search between two values, in the unit of the file.")
@LANGUAGE
def command(
    file: str,
    over: str,
    strategy: str | None,
    period: str,
    perspective: str,
    between: tuple[float, float] | None,
    lang: str | None,
) -> None:
    """From which value of a number on does the programme in FILE pay?

    Leaves with exit code 8 if it pays always or never in the range.

    \b
    Examples:
      prevsim breakeven bielefeld --over unterbringung
      prevsim breakeven my-scenario.yaml --over costs.heim_entgelt.value --period horizon
    """
    scenario = load_scenario(scenario_path(file))
    alternatives = [name for name in scenario.strategies if name != scenario.comparator]
    chosen = strategy or next(iter(alternatives), "")
    if chosen not in alternatives:
        raise click.BadParameter(
            f"choose one of: {', '.join(alternatives) or 'the file has none'}", param_hint="--strategy"
        )
    question = Question(chosen, period, perspective)  # type: ignore[arg-type]  # click's choices
    found: BreakEven = break_even(scenario, compile_model(scenario), over, question, between)
    told = tell_break_even(scenario, question, found, chosen_language(lang))
    print_sentences(told, console_for_output())
    sys.exit(0 if found.roots else TARGET_NOT_REACHED)
