"""Start-up: help beside bare Python; runs in fresh processes, with an empty and a filled kernel cache."""

import os
import subprocess
import sys
import tempfile
from functools import partial

from benchmarks.timing import in_turn

PAIRS = 7
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
        cases = {
            "prevsim --help": partial(python, "-m", "prevention_sim", "--help", cache=filled),
            "import yaml, pydantic": partial(
                python, "-c", "import yaml, pydantic; pydantic.BaseModel", cache=filled
            ),
            "yaml and one pydantic model": partial(python, "-c", ONE_MODEL, cache=filled),
            "prevsim validate bielefeld": partial(
                python, "-m", "prevention_sim", "validate", "bielefeld", cache=filled
            ),
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


if __name__ == "__main__":
    main()
