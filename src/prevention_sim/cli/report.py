"""`prevsim report FILE`."""

from pathlib import Path

import click

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.cli.reading import read_given
from prevention_sim.model.compile import compile_model
from prevention_sim.report.renderers.xlsx import workbook_as_xlsx
from prevention_sim.report.workbook.build import workbook_of


@click.command("report")
@FILE
@click.option("--xlsx", "as_xlsx", is_flag=True, help="Write a workbook that recalculates.")
@LANGUAGE
@click.option("-o", "--output", default=".", show_default=True, help="The folder to write into.")
def command(file: str, lang: str | None, output: str, *, as_xlsx: bool) -> None:
    """Write the report of a scenario FILE into a folder.

    \b
    Examples:
      prevsim report bielefeld --xlsx -o report
      prevsim report my-scenario.yaml --xlsx --lang en
    """
    if not as_xlsx:
        raise click.UsageError("say what to write: --xlsx")
    scenario, language = read_given(file).checked(), chosen_language(lang)
    outcomes = evaluate_base(compile_model(scenario))
    title = scenario.scenario.title.told(language)
    content = workbook_as_xlsx(workbook_of(scenario, outcomes, language), title, language)
    path = Path(output) / f"{scenario.scenario.id}.xlsx"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise click.BadParameter(f"»{path}« cannot be written: {error.strerror}", param_hint="-o") from None
    click.echo(str(path))
