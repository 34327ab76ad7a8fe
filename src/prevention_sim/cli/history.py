"""`prevsim history FILE --person KEY`."""

import click

from prevention_sim.analysis.history import Persons
from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.model.compile import compile_model
from prevention_sim.report.history import tell_history, tell_persons
from prevention_sim.report.renderers.history import print_told
from prevention_sim.report.renderers.terminal import console_for_output
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("history")
@FILE
@click.option("--person", metavar="KEY", help="Whose path: stream/stratum/month/number (default: list them).")
@click.option("--seed", type=click.IntRange(0, 2**64 - 1), help="Another seed than that of the file.")
@click.option(
    "--replication",
    type=click.IntRange(0, 2**32 - 1),
    default=0,
    show_default=True,
    help="Which replication; the first is 0.",
)
@LANGUAGE
def command(file: str, person: str | None, seed: int | None, replication: int, lang: str | None) -> None:
    """Follow one person of FILE through every strategy, as it is in the full run.

    Without --person it lists how many there are, with the first of each stream and stratum.

    \b
    Examples:
      prevsim history bielefeld
      prevsim history bielefeld --person arrivals.neue_kinder/heim/2012-04/1
      prevsim history my-scenario.yaml --seed 7 --replication 3 --lang en
    """
    language = chosen_language(lang)
    scenario = load_scenario(scenario_path(file))
    begin = scenario.uncertainty.seed if seed is None else seed
    persons = Persons(compile_model(scenario), begin, replication)
    if person is None:
        told = tell_persons(scenario, persons, file, language)
    else:
        told = tell_history(scenario, persons, persons.history(person), language)
    print_told(told, console_for_output())
