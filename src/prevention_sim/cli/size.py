"""`prevsim size FILE`."""

import click

from prevention_sim.analysis.findings import PERSPECTIVES
from prevention_sim.analysis.sizing import size_posts
from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.cli.output import put
from prevention_sim.model.compile import compile_model
from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.posts import chart_of
from prevention_sim.report.renderers.chart_svg import can_draw, chart_as_svg
from prevention_sim.report.renderers.terminal import console_for_output, print_sizing
from prevention_sim.report.sizing import tell_sizing
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path


@click.command("size")
@FILE
@click.option(
    "--programme", help="The programme whose posts are sized (default: the only one with a capacity)."
)
@click.option(
    "--strategy", help="The strategy that is to pay (default: the first that is not the comparator)."
)
@click.option("--posts", multiple=True, type=float, help="A number of posts to try; may be given repeatedly.")
@click.option("--perspective", type=click.Choice(PERSPECTIVES), default="municipality", show_default=True)
@click.option("--svg", metavar="FILE", help="Also write a picture: posts against relief and waiting.")
@LANGUAGE
def command(
    file: str,
    programme: str | None,
    strategy: str | None,
    posts: tuple[float, ...],
    perspective: str,
    svg: str | None,
    lang: str | None,
) -> None:
    """How many posts does the programme in FILE need?

    Tells for each number of posts how long cases wait, how many place-years are avoided and what the relief
    is; which number is best, and how flat the optimum is.

    \b
    Examples:
      prevsim size bielefeld_capacity
      prevsim size my-scenario.yaml --posts 1 --posts 1.5 --posts 2 --svg posts.svg
    """
    scenario = load_scenario(scenario_path(file))
    alternatives = [name for name in scenario.strategies if name != scenario.comparator]
    chosen = strategy or next(iter(alternatives), "")
    if chosen not in alternatives:
        raise click.BadParameter(
            f"choose one of: {', '.join(alternatives) or 'the file has none'}", param_hint="--strategy"
        )
    found = size_posts(compile_model(scenario), chosen, perspective, programme, posts)  # type: ignore[arg-type]  # click's choices
    language = chosen_language(lang)
    told = tell_sizing(scenario, found, perspective, language)
    print_sizing(told, console_for_output())
    if svg is None:
        return
    if not can_draw():
        click.echo(tell(language, "missing"), err=True)
        return
    put(chart_as_svg(chart_of(found, told, language)), svg)
