"""The same result, to the last bit, however it is computed and whatever surrounds the program."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from tests.contract.digests import vector_units

ROOT = Path(__file__).parents[2]
ENGINES_OF_FILES: Final = {
    ("bielefeld", "cohort"), ("bielefeld", "microsimulation"), ("bielefeld", "discrete_event"),
    ("bielefeld", "report"),
    ("two_clocks", "microsimulation"),
}  # fmt: skip


def surroundings() -> Iterator[dict[str, str]]:
    """Environments in which nothing may differ."""
    yield {"PYTHONHASHSEED": "0"}
    yield {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8"}
    yield {"TZ": "America/St_Johns", "LC_ALL": "C", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    yield {"OPENBLAS_NUM_THREADS": "2", "OPENBLAS_CORETYPE": "Prescott"}
    yield {"NPY_DISABLE_CPU_FEATURES": " ".join(vector_units()[1:])}
    yield {"NPY_DISABLE_CPU_FEATURES": " ".join(vector_units())}


def printed_in(environment: dict[str, str], *options: str) -> list[list[str]]:
    """What the program prints in a process of its own."""
    program = [sys.executable, "-m", "tests.contract.digests", *options]
    paths = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    done = subprocess.run(
        program,
        cwd=ROOT,
        env={**os.environ, **paths, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split() for line in done.stdout.splitlines()]


def test_the_result_is_the_same_however_and_wherever_it_is_computed() -> None:
    everywhere = list(surroundings())
    with ThreadPoolExecutor(2) as pool:
        every = pool.submit(printed_in, {})
        others = list(pool.map(lambda each: printed_in(each, "--one"), everywhere))
    reference = {(name, engine): digest for name, engine, _, digest in every.result()[1:]}
    assert set(reference) == ENGINES_OF_FILES
    used = [units for (_, *units), *_ in others]
    assert used[-1] == []  # else the last of these surroundings would be none
    combinations = 0
    for environment, (_, *lines) in zip([{}, *everywhere], [every.result(), *others], strict=True):
        for name, engine, way, digest in lines:
            assert digest == reference[name, engine], (environment, name, engine, way)
            combinations += 1
    assert combinations >= 3 * 3 * 3 * 2 + 4 * len(
        everywhere
    )  # threads, rows, orders for three engines of files
