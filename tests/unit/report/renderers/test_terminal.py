"""When a terminal gets bold and italics, and when it gets plain text."""

import io
import sys

import pytest

from prevention_sim.api import run
from prevention_sim.report.document import Report
from prevention_sim.report.renderers.terminal import PLAIN_WIDTH, console_for_output, print_report

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "TTY_COMPATIBLE", "COLUMNS")


class _Terminal(io.StringIO):
    """Standard output that says whether it is a terminal."""

    def __init__(self, *, tty: bool) -> None:
        super().__init__()
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty


@pytest.fixture(scope="module")
def report() -> Report:
    return run("bielefeld").report()


@pytest.mark.parametrize(
    ("tty", "environment", "color", "styled"),
    [
        (True, {"TERM": "xterm"}, None, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, None, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, None, True),
        (True, {"TERM": "dumb"}, None, False),
        (True, {"TERM": "dumb", "FORCE_COLOR": "1"}, None, False),
        (True, {"TERM": "xterm"}, False, False),
        (False, {"TERM": "xterm"}, None, False),
        (False, {"TERM": "xterm", "FORCE_COLOR": "1"}, None, True),
        (False, {"FORCE_COLOR": ""}, None, False),
        (False, {"TERM": "xterm", "FORCE_COLOR": "1", "NO_COLOR": "1"}, None, False),
        (False, {"TERM": "xterm", "FORCE_COLOR": "1"}, False, False),
    ],
)
def test_styles_follow_terminal_variables_and_option(  # noqa: PLR0913, PLR0917 - the cases of a table
    monkeypatch: pytest.MonkeyPatch,
    report: Report,
    tty: bool,  # noqa: FBT001 - a column of the table
    environment: dict[str, str],
    color: bool | None,  # noqa: FBT001 - a column of the table
    styled: bool,  # noqa: FBT001 - a column of the table
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    output = _Terminal(tty=tty)
    monkeypatch.setattr(sys, "stdout", output)
    print_report(report, console_for_output(color=color))
    assert ("\x1b" in output.getvalue()) == styled
    assert "Entlastung 2012–2015" in output.getvalue()


@pytest.mark.parametrize("forced", [{}, {"FORCE_COLOR": "1"}])
def test_a_pipe_has_its_own_width_whatever_the_terminal(
    monkeypatch: pytest.MonkeyPatch, forced: dict[str, str]
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": "40", **forced}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", _Terminal(tty=False))
    assert console_for_output().width == PLAIN_WIDTH
