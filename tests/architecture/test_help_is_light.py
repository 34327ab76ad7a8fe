"""Asking for help, or importing the package, does not wait for heavy libraries."""

import functools
import subprocess
import sys

import pytest

HELP = "import sys; sys.argv = ['prevsim', '--help']; from prevention_sim.cli.main import main; main()"
IMPORT = "import prevention_sim"
VALIDATE = HELP.replace("'--help'", "'validate', 'bielefeld'")
RUN = HELP.replace("'--help'", "'run', 'bielefeld'")
REPORT = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"


@functools.cache
def modules_after(program: str) -> frozenset[str]:
    """The modules a fresh Python holds when a short program has ended."""
    done = subprocess.run(
        [sys.executable, "-c", f"{REPORT}\n{program}"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return frozenset(done.stderr.split())


@pytest.mark.parametrize("library", ["numpy", "scipy", "numba", "pydantic", "rich", "yaml"])
def test_help_loads_no_heavy_library(library: str) -> None:
    assert library not in modules_after(HELP)


@pytest.mark.parametrize("library", ["numpy", "scipy", "numba", "babel", "pydantic", "rich", "yaml", "click"])
def test_importing_the_package_loads_nothing_heavy(library: str) -> None:
    assert library not in modules_after(IMPORT)


@pytest.mark.parametrize("library", ["numpy", "scipy", "numba", "rich", "babel"])
def test_checking_a_file_loads_no_heavy_library(library: str) -> None:
    assert library not in modules_after(VALIDATE)


@pytest.mark.parametrize("library", ["jinja2", "vl_convert"])
def test_running_a_file_loads_nothing_that_draws(library: str) -> None:
    assert library not in modules_after(RUN)
