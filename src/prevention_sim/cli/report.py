"""`prevsim report FILE`."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import click

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.cli.options import FILE, LANGUAGE, chosen_language
from prevention_sim.cli.reading import read_given
from prevention_sim.model.compile import compile_model
from prevention_sim.report.renderers.rendering import ToRender

if TYPE_CHECKING:
    from prevention_sim.report.renderers.rendering import Render


class _Format(NamedTuple):
    """A module of `report/renderers` whose `render` makes files, and what its option says."""

    module: str
    help: str


FORMATS: Final[dict[str, _Format]] = {
    "html": _Format("html", "One page for a browser; works without script, made to be printed."),
    "svg": _Format("pictures", "Every chart as a picture of its own."),
    "xlsx": _Format("workbook", "A workbook that recalculates: change a blue cell, and the result follows."),
}
"""Every kind of file a report can be; one line for each."""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for name, kind in reversed(FORMATS.items()):
        command = click.option(f"--{name}", is_flag=True, help=kind.help)(command)
    return command


@click.command("report")
@FILE
@_options
@click.option(
    "-o", "--output", default=".", show_default=True, metavar="DIR", help="The folder to write into."
)
@LANGUAGE
def command(file: str, output: str, lang: str | None, **wanted: bool) -> None:
    """Write what a scenario FILE leads to as files for others to read.

    Without a choice it is one page for a browser. The files are called after the id of the scenario and the
    language; the day on them follows SOURCE_DATE_EPOCH where that is set.

    \b
    Examples:
      prevsim report bielefeld -o reports
      prevsim report my-scenario.yaml --html --svg --xlsx --lang en -o reports
    """
    chosen = [kind for name, kind in FORMATS.items() if wanted[name]] or [FORMATS["html"]]
    scenario = read_given(file).checked()
    run = ToRender(scenario, evaluate_base(compile_model(scenario)), chosen_language(lang), _today())
    folder = Path(output)
    for kind in chosen:
        module: Any = import_module(f"prevention_sim.report.renderers.{kind.module}")
        rendered = cast("Render", module.render)(run)
        for remark in rendered.remarks:
            click.echo(remark, err=True)
        for name, content in rendered.files.items():
            _write(folder / name, content)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise click.BadParameter(f"»{path}« cannot be written: {error.strerror}", param_hint="-o") from None
    click.echo(path)


def _today() -> date:
    """The day that files carry: of SOURCE_DATE_EPOCH, by which builds are repeated, or the present one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)).date()
