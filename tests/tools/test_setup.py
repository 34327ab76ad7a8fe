"""The set-up does the least that is needed, and says in one sentence what it cannot do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import setup

ROOT = Path(setup.__file__).resolve().parent.parent


class Machine:
    """Runs nothing: notes each command, and fails those that contain one of the given words."""

    def __init__(self, root: Path, *, broken: tuple[str, ...] = ()) -> None:
        """Stand for a machine on which commands with a broken word fail."""
        self.root = root
        self.broken = broken
        self.commands: list[str] = []

    def __call__(self, command: setup.Command, *, quiet: bool = False) -> bool:
        """Note the command; a command that makes an environment leaves its folder, also when it fails."""
        del quiet
        line = " ".join(str(word).replace(str(self.root), "ROOT") for word in command)
        self.commands.append(line)
        if line.endswith("ROOT/.venv"):
            (self.root / ".venv").mkdir(exist_ok=True)
        return not any(word in line for word in self.broken)

    def started(self, words: str) -> bool:
        """Whether a command with these words was started."""
        return any(words in line for line in self.commands)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout, with a blank in its path, that holds only what the set-up reads."""
    root = tmp_path / "with blank"
    (root / "requirements").mkdir(parents=True)
    for name in ("requirements/core.lock", "requirements/dev.lock", "pyproject.toml"):
        (root / name).write_text(f"the text of {name}\n")
    return root


def installed(kind: str, root: Path) -> None:
    """Leave what a finished set-up leaves."""
    (root / ".venv").mkdir(exist_ok=True)
    setup.write_stamps(kind, root)


def test_a_fresh_checkout_gets_an_environment_its_packages_and_a_stamp(root: Path) -> None:
    machine = Machine(root)
    setup.set_up("core", root, machine)
    assert [line.split(" -m ")[-1].split(" ")[0] for line in machine.commands] == [
        "venv",
        "pip",
        "pip",
        "pip",
        "prevention_sim.foundation.compiling",
    ]
    assert setup.is_current("core", root)


def test_packages_are_installed_by_hash_and_only_as_wheels(root: Path) -> None:
    machine = Machine(root)
    setup.set_up("dev", root, machine)
    assert machine.started("--require-hashes --only-binary :all: -r requirements/dev.lock")


def test_the_checkout_itself_is_installed_without_fetching_anything(root: Path) -> None:
    machine = Machine(root)
    setup.set_up("core", root, machine)
    assert machine.started("--no-deps --no-build-isolation -e .")


def test_a_second_call_starts_nothing_but_the_interpreter(root: Path) -> None:
    installed("core", root)
    machine = Machine(root)
    setup.set_up("core", root, machine)
    assert machine.commands == ["ROOT/.venv/bin/python --version"]


def test_core_is_satisfied_where_dev_is_installed(root: Path) -> None:
    installed("dev", root)
    assert setup.is_current("core", root)


def test_dev_is_not_satisfied_where_only_core_is_installed(root: Path) -> None:
    installed("core", root)
    assert not setup.is_current("dev", root)


def test_dev_is_added_to_core_without_a_new_environment(root: Path) -> None:
    installed("core", root)
    machine = Machine(root)
    setup.set_up("dev", root, machine)
    assert not machine.started("-m venv")


def test_a_changed_lock_installs_again_in_the_same_environment(root: Path) -> None:
    installed("core", root)
    (root / "requirements" / "core.lock").write_text("another text\n")
    machine = Machine(root)
    setup.set_up("core", root, machine)
    assert machine.started("-r requirements/core.lock")
    assert not machine.started("-m venv")


def test_an_environment_without_stamp_is_made_anew(root: Path) -> None:
    (root / ".venv").mkdir()
    (root / ".venv" / "half-made").touch()
    setup.set_up("core", root, Machine(root))
    assert not (root / ".venv" / "half-made").exists()


@pytest.mark.parametrize(("line", "other"), [("python", "3.10"), ("place", "/somewhere/else")])
def test_an_environment_of_another_python_or_place_is_made_anew(root: Path, line: str, other: str) -> None:
    installed("core", root)
    stamp = root / ".venv" / "core"
    kept = [text for text in stamp.read_text().splitlines() if not text.startswith(line)]
    stamp.write_text("\n".join([*kept, f"{line}: {other}"]) + "\n")
    assert setup.is_stale(root, Machine(root))


def test_an_environment_that_lost_its_python_is_made_anew(root: Path) -> None:
    installed("core", root)
    assert setup.is_stale(root, Machine(root, broken=("--version",)))


@pytest.mark.parametrize(
    ("broken", "way"),
    [
        ((), "-m venv ROOT/.venv"),
        (("-m venv ROOT",), "-m venv --without-pip ROOT/.venv"),
        (("-m venv",), "virtualenv --python"),
        (("-m venv", "virtualenv"), "uv venv --seed"),
    ],
)
def test_ways_to_an_environment_are_tried_in_order(root: Path, broken: tuple[str, ...], way: str) -> None:
    machine = Machine(root, broken=broken)
    setup.create_environment(root, machine)
    last_made = [line for line in machine.commands if line.endswith("ROOT/.venv")][-1]
    assert way in last_made


def test_an_environment_whose_pip_does_not_start_is_not_taken(root: Path) -> None:
    machine = Machine(root, broken=("pip --version",))
    with pytest.raises(setup.SetupError):
        setup.create_environment(root, machine)


def test_without_any_way_one_sentence_names_the_remedy(root: Path) -> None:
    machine = Machine(root, broken=("venv", "virtualenv", "uv"))
    with pytest.raises(setup.SetupError, match="`apt install python3-venv`"):
        setup.set_up("core", root, machine)


def test_without_any_way_nothing_half_made_is_left(root: Path) -> None:
    with pytest.raises(setup.SetupError):
        setup.set_up("core", root, Machine(root, broken=("venv", "virtualenv", "uv")))
    assert not (root / ".venv").exists()


def test_a_failed_installation_leaves_no_stamp(root: Path) -> None:
    with pytest.raises(setup.SetupError, match=r"requirements/core.lock could not be installed"):
        setup.set_up("core", root, Machine(root, broken=("--require-hashes",)))
    assert not (root / ".venv" / "core").exists()


def test_kernels_that_do_not_compile_are_noted_and_no_obstacle(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup.set_up("core", root, Machine(root, broken=("compiling",)))
    assert "Note: the kernels could not be compiled in advance" in capsys.readouterr().out


@pytest.mark.parametrize("version", [(3, 10), (3, 15)])
def test_a_python_outside_the_locked_range_is_refused(version: tuple[int, int]) -> None:
    with pytest.raises(setup.SetupError, match=r"Python 3.11-3.14 is needed"):
        setup.require_supported(version)


def test_an_unknown_argument_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main(["install"]) == 2
    assert "core|dev|run|test" in capsys.readouterr().err


def test_settings_that_lead_packages_astray_are_dropped(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    installed("core", root)
    monkeypatch.setattr(setup, "ROOT", root)
    monkeypatch.setattr(setup, "is_stale", lambda *_: False)
    for name in setup.UNWANTED:
        monkeypatch.setenv(name, "1")
    setup.main(["core"])
    assert not any(name in os.environ for name in setup.UNWANTED)


def test_a_program_that_does_not_exist_counts_as_a_failure(tmp_path: Path) -> None:
    assert not setup.run_in(tmp_path)(["no-such-program-anywhere"], quiet=True)


def pins(lock: str) -> set[str]:
    """The packages of a lock file with their versions and markers."""
    lines = (ROOT / "requirements" / lock).read_text().splitlines()
    return {line.rstrip(" \\") for line in lines if "==" in line}


def test_dev_lock_holds_every_pin_of_core_lock() -> None:
    assert pins("core.lock") <= pins("dev.lock")


@pytest.mark.parametrize("lock", ["core.lock", "dev.lock"])
def test_a_lock_names_no_host(lock: str) -> None:
    assert "://" not in (ROOT / "requirements" / lock).read_text()


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_rebuilds_nothing_that_is_current(root: Path) -> None:
    for name in ("Makefile", "tools/setup.py"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    installed("dev", root)
    done = subprocess.run(["make", "-q", ".venv/core", ".venv/dev"], cwd=root, check=False)  # noqa: S607 - whichever make is there
    assert done.returncode == 0, sys.version
