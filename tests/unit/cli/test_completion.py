"""What a shell is told when somebody presses Tab."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from prevention_sim.cli import powershell
from prevention_sim.cli.completion import SHELLS
from prevention_sim.cli.main import COMMANDS, prevsim


def asked(shell: str, **environment: str) -> list[str]:
    """The lines printed for a shell."""
    given = {"_PREVSIM_COMPLETE": f"{shell}_complete", **environment}
    done = CliRunner().invoke(prevsim, [], env=given, prog_name="prevsim")
    assert done.exit_code == 0
    return done.output.splitlines()


def in_bash(words: str) -> list[str]:
    count = len(words.split(" ")) - 1
    return asked("bash", COMP_WORDS=words, COMP_CWORD=str(count))


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script_that_asks_this_program(shell: str) -> None:
    done = CliRunner().invoke(prevsim, ["completion", shell])
    assert done.exit_code == 0
    assert f"{shell}_complete" in done.output
    assert "prevsim" in done.output


def test_an_unknown_shell_is_refused_with_the_known_ones() -> None:
    done = CliRunner().invoke(prevsim, ["completion", "cmd"])
    assert done.exit_code == 2
    assert "'powershell'" in done.output


def test_commands_and_options_are_completed() -> None:
    assert in_bash("prevsim dia") == ["plain,diagram"]
    assert len(in_bash("prevsim ")) == len(COMMANDS)
    assert in_bash("prevsim run bielefeld --js") == ["plain,--json"]
    assert in_bash("prevsim run bielefeld --lang ") == ["plain,de", "plain,en"]


@pytest.mark.parametrize("command", ["run", "validate", "explain", "compare", "verify", "diff bielefeld"])
def test_scenario_files_are_completed_and_other_files_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "unter").mkdir()
    for name in ("stadt.yaml", "stadt.txt", "unter/stadtteil.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert in_bash(f"prevsim {command} st") == ["plain,stadt.yaml"]
    assert in_bash(f"prevsim {command} unter/") == ["plain,unter/stadtteil.yaml"]
    assert in_bash(f"prevsim {command} nichts") == ["file,nichts"]


def test_scenarios_that_ship_are_completed_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert in_bash("prevsim run reference/hiv_m") == ["plain,reference/hiv_monotherapy"]


def test_powershell_gets_a_value_and_its_help_and_looks_for_files_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Meine Stadt.yaml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    [command] = asked("powershell", COMP_WORDS="prevsim diag", COMP_WORD="diag")
    assert command.split("\t")[0] == "diagram"
    assert all(line.split("\t", 1)[1] for line in asked("powershell", COMP_WORDS="prevsim "))
    named = asked("powershell", COMP_WORDS="prevsim run Mei", COMP_WORD="Mei")
    assert named == ["'Meine Stadt.yaml'\tMeine Stadt.yaml"]
    assert asked("powershell", COMP_WORDS=r"prevsim run .\x", COMP_WORD=r".\x") == [""]
    assert powershell.PowerShellComplete.name in SHELLS


BASH = shutil.which("bash")


@pytest.mark.skipif(BASH is None or os.name == "nt", reason="there is no bash")
def test_bash_itself_completes_with_the_script(tmp_path: Path) -> None:
    program = tmp_path / "prevsim"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m prevention_sim "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = CliRunner().invoke(prevsim, ["completion", "bash"]).output
    ask = 'COMP_WORDS=(prevsim expl); COMP_CWORD=1; _prevsim_completion prevsim; echo "${COMPREPLY[@]}"'
    done = subprocess.run(
        [str(BASH), "-c", f"{script}\n{ask}"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        check=True,
    )
    assert done.stdout == "explain\n"
