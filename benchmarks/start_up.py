"""Start-up: help beside bare Python; runs in fresh processes, with an empty and a filled kernel cache.

`prevsim validate` is held against its libraries, in seconds of computing: what else the machine does then
touches it less.
"""

import os
import subprocess
import sys
import tempfile
from functools import partial

from benchmarks.timing import computing, in_turn

PAIRS = 7
LIBRARIES = "import yaml, pydantic; pydantic.BaseModel"
ONE_MODEL = (
    "import yaml; from pydantic import BaseModel, create_model;"
    "create_model('One', word=(str, ...)).model_validate({'word': 'a'})"
)
LARGE = (
    "import numpy as np, prevention_sim as ps;"
    "m = ps.compile_model(ps.load('scenarios/bielefeld.yaml'));"
    "rows = ps.set_rows(m.table, {'parameters.unterbringung': np.linspace(0.1, 0.9, 2000)});"
    "list(ps.evaluate(m, rows))"
)


def python(*arguments: str, cache: str) -> None:
    """Run Python in a fresh process with a kernel cache of its own."""
    environment = {**os.environ, "NUMBA_CACHE_DIR": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # bytecode is kept, as on any user's machine
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def main() -> None:
    """Print each case beside bare Python."""
    with tempfile.TemporaryDirectory() as filled:
        python("-c", LARGE, cache=filled)
        bare = partial(python, "-c", "pass", cache=filled)
        libraries = partial(python, "-c", LIBRARIES, cache=filled)
        one_model = partial(python, "-c", ONE_MODEL, cache=filled)
        validate = partial(python, "-m", "prevention_sim", "validate", "bielefeld", cache=filled)
        cases = {
            "prevsim --help": partial(python, "-m", "prevention_sim", "--help", cache=filled),
            "import yaml, pydantic": libraries,
            "prevsim validate bielefeld": validate,
            "prevsim run bielefeld": partial(
                python, "-m", "prevention_sim", "run", "bielefeld", cache=filled
            ),
            "2,000 rows, kernels cached": partial(python, "-c", LARGE, cache=filled),
        }
        print("start-up, each in a fresh process beside `python -c pass`")
        for name, case in cases.items():
            paired = in_turn(case, bare, PAIRS)
            print(f"  {name:28s} {paired.ours:6.2f} s {1 / paired.ratio:6.1f}x")

        def cold() -> None:
            with tempfile.TemporaryDirectory() as empty:
                python("-c", LARGE, cache=empty)

        paired = in_turn(cold, bare, 3)
        print(f"  {'2,000 rows, nothing compiled':28s} {paired.ours:6.2f} s {1 / paired.ratio:6.1f}x")
        print("seconds of computing, beside a process that imports yaml and pydantic")
        for name, case in (("one pydantic model", one_model), ("prevsim validate bielefeld", validate)):
            paired = in_turn(case, libraries, 3 * PAIRS, computing)
            print(f"  {name:28s} {paired.ours:6.2f} s {1 / paired.ratio:6.2f}x")


if __name__ == "__main__":
    main()
