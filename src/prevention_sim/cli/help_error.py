"""`prevsim help-error CODE`."""

import click

from prevention_sim.cli.options import LANGUAGE, chosen_language
from prevention_sim.report.renderers.help_error import explanation_of
from prevention_sim.scenario.messages import CATALOGUE
from prevention_sim.scenario.problems import nearest


@click.command("help-error")
@click.argument("code", type=str)
@LANGUAGE
def command(code: str, lang: str | None) -> None:
    """Explain an error or a warning by its CODE: cause, fix and an example.

    \b
    Examples:
      prevsim help-error E103
      prevsim help-error W212 --lang en
    """
    known = code.upper()
    if known not in CATALOGUE:
        meant = nearest(known, CATALOGUE)
        offered = f"Did you mean {meant}?" if meant else f"Known are {', '.join(CATALOGUE)}."
        raise click.BadParameter(f"There is no code {code}. {offered}", param_hint="CODE")
    click.echo(explanation_of(known, chosen_language(lang)))
