"""Set up `.venv`, and run the program or its tests in it.

    python tools/setup.py core    what the program needs
    python tools/setup.py dev     the same, and what its tests and checks need
    python tools/setup.py run     core, then the Bielefeld scenario
    python tools/setup.py test    dev, then the tests

Only the standard library is used, and nothing outside `.venv` is written. A stamp in `.venv` records what was
installed; while it is right, a second call neither starts pip nor needs the network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Command = Sequence[str | Path]
    Run = Callable[..., bool]  # run(command, quiet=False): did it succeed?

ROOT = Path(__file__).resolve().parent.parent
STAMPS = {"core": ("core",), "dev": ("core", "dev")}  # dev holds everything of core
TASKS = {
    "run": ("core", ["-m", "prevention_sim", "run", "scenarios/bielefeld.yaml"]),
    "test": ("dev", ["-m", "pytest"]),
}
OLDEST, NEWEST = (3, 11), (3, 14)
# Settings of the user's shell that would send packages elsewhere or load modules from elsewhere.
UNWANTED = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_REQUIRE_VIRTUALENV", "PIP_TARGET")


class SetupError(Exception):
    """One sentence for the person at the terminal."""


def main(arguments: Sequence[str]) -> int:
    """Do what the one argument asks for and return the exit status."""
    if len(arguments) != 1 or arguments[0] not in {*STAMPS, *TASKS}:
        print(f"usage: python tools/setup.py {'|'.join([*STAMPS, *TASKS])}", file=sys.stderr)
        return 2
    kind, command = TASKS.get(arguments[0], (arguments[0], []))
    for name in UNWANTED:
        os.environ.pop(name, None)
    try:
        set_up(kind, ROOT, run_in(ROOT))
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    if not command:
        return 0
    return subprocess.run([interpreter(ROOT), *command], cwd=ROOT, check=False).returncode


def set_up(kind: str, root: Path, run: Run) -> None:
    """Make `.venv` hold the locked packages of one kind, doing only what is missing."""
    require_supported(sys.version_info[:2])
    if is_stale(root, run):
        shutil.rmtree(root / ".venv")
    if is_current(kind, root):
        write_stamps(kind, root)  # newer than the files that make compares them with
        return
    if not (root / ".venv").exists():
        create_environment(root, run)
    install(kind, root, run)
    warm_kernels(root, run)
    write_stamps(kind, root)


def require_supported(version: tuple[int, ...]) -> None:
    """Refuse a Python that the lock files do not cover."""
    if not OLDEST <= version <= NEWEST:
        raise SetupError(f"Python 3.11-3.14 is needed, and this is {version[0]}.{version[1]}.")


def interpreter(root: Path) -> Path:
    """The Python inside `.venv`."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# What is there already: the stamps.


def stamp_text(kind: str, root: Path) -> str:
    """What a stamp says when everything of this kind is installed, and is meant for this place."""
    locked = (root / "requirements" / f"{kind}.lock").read_bytes() + (root / "pyproject.toml").read_bytes()
    return f"digest: {hashlib.sha256(locked).hexdigest()}\n{foundation_text(root)}"


def foundation_text(root: Path) -> str:
    """The end of every stamp: what cannot change without a new environment."""
    return f"python: {sys.version_info[0]}.{sys.version_info[1]}\nplace: {root}\n"


def read_stamp(kind: str, root: Path) -> str:
    """The stamp as it was written, or nothing."""
    path = root / ".venv" / kind
    return path.read_text("utf-8", "surrogateescape") if path.is_file() else ""


def is_current(kind: str, root: Path) -> bool:
    """Whether nothing has to be installed."""
    return read_stamp(kind, root) == stamp_text(kind, root)


def is_stale(root: Path, run: Run) -> bool:
    """Whether `.venv` is half made, was made by another Python or elsewhere, or has lost its Python."""
    if not (root / ".venv").exists():
        return False
    if not any(read_stamp(kind, root).endswith(foundation_text(root)) for kind in STAMPS):
        return True
    return not run([interpreter(root), "--version"], quiet=True)


def write_stamps(kind: str, root: Path) -> None:
    """Record what is installed; each stamp appears whole or not at all."""
    for name in STAMPS[kind]:
        draft = root / ".venv" / f"{name}.new"
        draft.write_text(stamp_text(name, root), "utf-8", "surrogateescape", newline="\n")
        draft.replace(root / ".venv" / name)


# Making an environment: the first way that ends with a working pip.


def create_environment(root: Path, run: Run) -> None:
    """Make an empty `.venv` that has pip."""
    for commands in ways_to_create(root):
        shutil.rmtree(root / ".venv", ignore_errors=True)  # an attempt that failed leaves half of one
        if all(run(command, quiet=True) for command in commands):
            return
    shutil.rmtree(root / ".venv", ignore_errors=True)
    raise SetupError(
        f"{base_python()} cannot make a virtual environment with pip: "
        "`apt install python3-venv` mends that on Debian and Ubuntu, a Python from python.org elsewhere."
    )


def ways_to_create(root: Path) -> Iterator[list[Command]]:
    """The commands of each way, the usual one first; each way ends by asking pip for its version."""
    python, venv = base_python(), root / ".venv"
    has_pip: Command = [interpreter(root), "-m", "pip", "--version"]
    yield [[python, "-m", "venv", venv], has_pip]
    yield [
        [python, "-m", "venv", "--without-pip", venv],
        [python, "-m", "pip", "--python", interpreter(root), "install", "--only-binary", ":all:", "pip"],
        has_pip,
    ]
    yield [["virtualenv", "--python", python, venv], has_pip]
    yield [["uv", "venv", "--seed", "--python", python, venv], has_pip]


def base_python() -> str:
    """The Python this one came from, which outlives the deletion of an activated `.venv`."""
    base: str = getattr(sys, "_base_executable", "") or sys.executable
    return base


# Filling it.


def install(kind: str, root: Path, run: Run) -> None:
    """Install the locked packages, then this checkout in place."""
    pip: list[str | Path] = [
        interpreter(root),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    lock = Path("requirements", f"{kind}.lock")
    print(f"Setting up .venv from {lock.as_posix()}: under a minute, once.", flush=True)
    locked: Command = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock]
    in_place: Command = [*pip, "--no-deps", "--no-build-isolation", "-e", "."]
    if not (run(locked) and run(in_place)):
        raise SetupError(f"{lock.as_posix()} could not be installed; pip says why above.")


def warm_kernels(root: Path, run: Run) -> None:
    """Compile the kernels into the cache; without it they compile when they are first used."""
    if not run([interpreter(root), "-m", "prevention_sim.foundation.compiling"], quiet=True):
        print("Note: the kernels could not be compiled in advance; the first large run will take longer.")


def run_in(root: Path) -> Run:
    """A way to run commands at the top of the repository."""

    def run(command: Command, *, quiet: bool = False) -> bool:
        output = subprocess.DEVNULL if quiet else None
        try:
            done = subprocess.run(command, cwd=root, stdout=output, stderr=output, check=False)
        except OSError:  # there is no such program
            return False
        return done.returncode == 0

    return run


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
