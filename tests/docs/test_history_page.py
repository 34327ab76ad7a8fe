"""What the page on histories shows is what the command prints."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from prevention_sim.cli.main import prevsim

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "history.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```text\n\$ prevsim (.*?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[command for command, _ in SHOWN])
def test_the_command_prints_what_the_page_shows(command: str, printed: str) -> None:
    done = CliRunner().invoke(prevsim, command.split())
    assert done.output == printed


def test_every_example_of_the_page_is_tested() -> None:
    assert len(SHOWN) == PAGE.count("```text") == 2


def test_an_unknown_person_is_refused_in_one_line() -> None:
    done = CliRunner().invoke(prevsim, ["history", "bielefeld", "--person", "arrivals.andere/heim/2012-04/1"])
    assert (done.exit_code, done.output.count("\n")) == (7, 1)
    assert "arrivals.neue_kinder" in done.output
