"""The README shows the output as it is."""

import re
from pathlib import Path

from click.testing import CliRunner

from prevention_sim.cli.main import COMMANDS, prevsim
from tools.readme import length, up_to_the_table

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_the_bielefeld_run_as_it_is() -> None:
    shown = next(block for block in re.findall(r"```\n(.*?)```", README, re.DOTALL) if "Entlastung" in block)
    run = CliRunner().invoke(prevsim, ["run", str(ROOT / "scenarios" / "bielefeld.yaml"), "--lang", "de"])
    assert run.exit_code == 0
    assert shown == up_to_the_table(run.stdout)


def test_every_file_the_readme_names_exists() -> None:
    named = set(re.findall(r"`(scenarios/[\w/.]+)`|\]\(([\w/.-]+\.md)\)", README))
    assert named
    for path in (first or second for first, second in named):
        assert (ROOT / path).exists(), path


def test_every_file_contributing_names_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for path in re.findall(r"`(src/[\w/]+\.py)`|\]\(([\w/.-]+\.md)\)", text):
        assert (ROOT / (path[0] or path[1])).exists(), path


def test_every_command_of_the_readme_exists() -> None:
    for command in re.findall(r"-m prevention_sim (\w+)", README):
        assert command in COMMANDS


def test_the_picture_shows_how_long_each_layer_is() -> None:
    shown = dict(re.findall(r"^(?: {6}│ {3}| {10})(\w+) .*~ ([\d,]+)$", README, re.MULTILINE))
    assert set(shown) == {path.name for path in (ROOT / "src/prevention_sim").iterdir() if path.is_dir()} - {
        "__pycache__"
    }
    for layer, lines in shown.items():
        assert abs(int(lines.replace(",", "")) - length(layer)) <= 0.1 * length(layer), "run: make look"
