"""The built wheel is whole: it runs a shipped scenario by name, far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*arguments: str | Path, cwd: Path, **environment: str) -> str:
    """Run this Python with arguments and return what it printed; fail with what it complained about."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "pip", "wheel", *OFFLINE, "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    run("-m", "pip", "install", *OFFLINE, "--target", folder, wheel, cwd=folder)
    return folder


def test_the_wheel_ships_every_scenario(wheel: Path) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "scenarios").rglob("*.yaml")}
    shipped = set(zipfile.ZipFile(wheel).namelist())
    assert {f"prevention_sim/{name}" for name in here} <= shipped


def test_the_wheel_ships_what_a_page_is_made_of(wheel: Path) -> None:
    report = ROOT / "src" / "prevention_sim" / "report"
    kinds = (report / "renderers" / "page").iterdir(), (report / "fonts").iterdir()
    wanted = {path.relative_to(ROOT / "src").as_posix() for kind in kinds for path in kind}
    assert len(wanted) == 5
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_declares_its_types(wheel: Path) -> None:
    assert "prevention_sim/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_the_installed_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    where = run(
        "-c", "import prevention_sim as p; print(p.__file__)", cwd=tmp_path, PYTHONPATH=str(installed)
    )
    assert Path(where.strip()).is_relative_to(installed)


def test_the_installed_wheel_runs_a_shipped_scenario_by_its_name(installed: Path, tmp_path: Path) -> None:
    told = run("-m", "prevention_sim", "run", "bielefeld", cwd=tmp_path, PYTHONPATH=str(installed))
    assert "Bielefeld" in told
