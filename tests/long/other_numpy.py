"""The same digests with another NumPy: `python tests/long/other_numpy.py 2.4.0` installs it beside this one.

Counts of persons and every cell of the ledger are whole numbers or sums that are exact, so the oldest and the
newest NumPy that the package allows find the same bits. Its folder is deleted afterwards.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import numpy as np

ROOT: Final = Path(__file__).parents[2]
OLDEST: Final = "2.4.0"


def digests(*folders: str) -> tuple[str, list[str]]:
    """The version of NumPy in the folders, and what is printed with it."""
    paths = os.pathsep.join([*folders, str(ROOT / "src"), str(ROOT)])
    environment = {**os.environ, "PYTHONPATH": paths}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    version = run("-c", "import numpy; print(numpy.__version__)").strip()
    return version, run("-m", "tests.contract.digests", "--one").splitlines()[1:]


def main() -> None:
    """Compare what is found here with what another version finds."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else OLDEST
    with tempfile.TemporaryDirectory() as folder:
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder]
        subprocess.run([*install, f"numpy=={wanted}"], check=True)
        version, other = digests(folder)
    here = digests()[1]
    if version != wanted or other != here:
        sys.exit(f"NumPy {np.__version__} and {version} differ:\n" + "\n".join([*here, *other]))
    print(f"NumPy {np.__version__} and {version}: the same {len(here)} digests")


if __name__ == "__main__":
    main()
