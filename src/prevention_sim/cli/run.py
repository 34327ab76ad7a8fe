"""`prevsim run FILE`."""

from typing import TYPE_CHECKING, cast

import click

from prevention_sim.analysis.chance import replications_until
from prevention_sim.analysis.draws import draws_until
from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings
from prevention_sim.cli.options import FILE, LANGUAGE, changes_from, chosen_language
from prevention_sim.cli.reading import read_given
from prevention_sim.engines import ENGINES, engine_of
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.report.budget import budget_rows
from prevention_sim.report.document import build_report
from prevention_sim.report.outcomes import outcome_rows
from prevention_sim.report.renderers.csv import DialectName, budget_as_csv, outcomes_as_csv
from prevention_sim.report.renderers.json import result_as_json
from prevention_sim.report.renderers.terminal import console_for_output, print_report
from prevention_sim.report.wording import say
from prevention_sim.scenario.changing import simulated, with_values
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.quantities import QuantityError, parse_quantity

if TYPE_CHECKING:
    from prevention_sim.scenario.settings import EngineName, PlanName

PLANS = ("sobol", "monte_carlo", "latin_hypercube")


@click.command("run")
@FILE
@LANGUAGE
@click.option(
    "--set", "settings", multiple=True, metavar="PATH=VALUE", help="Run with a number changed; repeatable."
)
@click.option("--engine", type=click.Choice(["auto", *ENGINES]), help="Simulate mean numbers, or persons.")
@click.option("--replications", type=click.IntRange(1, 10**6), help="How often persons live through it all.")
@click.option("--draws", type=click.IntRange(1, 10**7), help="How often uncertain numbers take other values.")
@click.option("--plan", type=click.Choice(PLANS), help="How draws are spread (default: sobol).")
@click.option("--seed", type=click.IntRange(0, 2**64 - 1), help="The number from which all luck follows.")
@click.option("--until-precision", metavar="AMOUNT", help='Until the mean relief is this sure: "20 000 EUR".')
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, with unrounded numbers.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the budget as CSV, with unrounded numbers.")
@click.option(
    "--csv-outcomes", is_flag=True, help="Print what is counted beside money as CSV, with unrounded numbers."
)
@click.option(
    "--csv-dialect",
    type=click.Choice(["de", "en"]),
    help="Semicolon and decimal comma, or comma and point (default: as the language).",
)
@click.option("-q", "--quiet", is_flag=True, help="Print no notes on standard error.")
@click.option("--no-color", is_flag=True, help="Print without colours.")
def command(
    file: str,
    lang: str | None,
    settings: tuple[str, ...],
    csv_dialect: str | None,
    engine: str | None,
    replications: int | None,
    draws: int | None,
    plan: str | None,
    seed: int | None,
    until_precision: str | None,
    *,
    as_json: bool,
    as_csv: bool,
    csv_outcomes: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Simulate a scenario FILE and print what it saves, for whom and when.

    FILE is a path, the name of a scenario that ships, or - for standard input.

    \b
    Examples:
      prevsim run bielefeld
      prevsim run my-scenario.yaml --lang en --json
      prevsim run bielefeld --set "unterbringung=40 %"
      prevsim run bielefeld --csv --csv-dialect de > budget.csv
      prevsim run bielefeld --engine microsimulation --replications 1000
      prevsim run bielefeld --engine microsimulation --until-precision "20 000 EUR"
      prevsim run bielefeld_uncertain --draws 10000
      prevsim run bielefeld_uncertain --until-precision "1 000 EUR"
    """
    if as_json + as_csv + csv_outcomes > 1:
        raise click.UsageError("choose one of --json, --csv and --csv-outcomes")
    if csv_dialect and not (as_csv or csv_outcomes):
        raise click.UsageError("--csv-dialect goes with --csv and --csv-outcomes")
    reading = read_given(file)
    scenario = reading.checked()
    if settings:
        scenario = with_values(scenario, changes_from(settings))
    scenario = simulated(
        scenario,
        cast("EngineName | None", engine),
        seed,
        replications,
        draws=draws,
        plan=cast("PlanName | None", plan),
    )
    model = compile_model(scenario)
    by_draws = bool(scenario.uncertainty.draws or (until_precision and model.table.uncertain))
    by_chance = bool(replications or (until_precision and not by_draws))
    _refuse_what_has_no_use(model, draws=by_draws, chance=by_chance, seed=seed, plan=plan)
    if until_precision is not None:
        scenario = _until(scenario, model, until_precision)
        model = compile_model(scenario)
    outcomes = evaluate_base(model)
    if as_json:
        click.echo(result_as_json(scenario, outcomes))
        return
    language = chosen_language(lang)
    dialect = cast("DialectName", csv_dialect or language)
    if as_csv:
        click.echo(budget_as_csv(budget_rows(scenario, outcomes), dialect), nl=False)
        return
    if csv_outcomes:
        click.echo(outcomes_as_csv(outcome_rows(scenario, outcomes, dialect), dialect), nl=False)
        return

    if reading.warnings and not quiet:
        click.echo(say(language, "warnings_of_run", count=len(reading.warnings), file=file), err=True)
    report = build_report(scenario, outcomes, language)
    print_report(report, console_for_output(color=False if no_color else None))


def _refuse_what_has_no_use(
    model: Model, *, draws: bool, chance: bool, seed: int | None, plan: str | None
) -> None:
    """Mean numbers have no luck; a seed is that of the draws then, and a plan that of draws always."""
    if plan is not None and not draws:
        raise click.UsageError("--plan goes with --draws")
    if engine_of(model) == "cohort" and (chance or (seed is not None and not draws)):
        raise click.UsageError(
            "mean numbers need no luck; --replications, --seed and --until-precision go with "
            "--engine microsimulation, the last two also with --draws"
        )


def _until(scenario: Scenario, model: Model, amount: str) -> Scenario:
    """The scenario with as many replications or draws as make the relief of every strategy so sure."""
    try:
        wanted = parse_quantity(amount)
    except QuantityError as error:
        raise click.BadParameter(str(error), param_hint="--until-precision") from error
    if wanted.unit.numerator != "EUR" or wanted.unit.denominator or wanted.value <= 0.0:
        raise click.BadParameter(
            f'{amount!r} is no amount of money; for example "20 000 EUR"', param_hint="--until-precision"
        )
    asked = scenario.uncertainty
    if engine_of(model) == "cohort":
        return simulated(scenario, draws=draws_until(model, asked.plan, asked.seed, wanted.value))
    perspective = Findings(evaluate_base(model)).perspectives()[0]
    needed = [
        replications_until(model, perspective, name, wanted.value)
        for name in scenario.strategies
        if name != scenario.comparator
    ]
    return simulated(scenario, replications=max(needed, default=None))
