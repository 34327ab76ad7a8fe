"""A kernel has two forms with one source, and nothing happens before the compiled one is asked for."""

import os
import re
import subprocess
import sys
import types
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from prevention_sim.foundation import compiling
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.compiling import KERNEL_MODULES, PYTHON_STEPS, Kernel, kernel, subroutine

Array = npt.NDArray[np.float64]
SOURCE = Path(compiling.__file__).parents[2]
CACHE = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
COMPILE_ONE = """
import logging, sys
import numpy as np
logging.basicConfig(format="NOTE %(message)s", stream=sys.stdout)
from prevention_sim.foundation import elementary
out = np.empty(2)
elementary._each.compiled(3, np.array([0.0, 1.0]), out)
print(out.tolist())
"""


def run(code: str, **environment: str) -> list[str]:
    """Run code in a fresh interpreter; return the lines it printed."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"NUMBA_CACHE_DIR", CACHE}}
    environment = inherited | {"PYTHONPATH": str(SOURCE)} | environment
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.splitlines()


def cached_kernels(folder: Path) -> int:
    return len(list(folder.rglob("*.nbc")))


@subroutine
def third(x: float) -> float:
    """Return a number whose last bit a fused or reordered computation would miss."""
    return (x * x - 0.1) / 3.0 + x


@kernel("void(f8[::1], f8[::1])")
def thirds(values: Array, out: Array) -> None:
    """Fill `out`, also where the divisor is 0."""
    for i in range(values.size):
        out[i] = third(values[i]) / values[i]


def test_both_forms_return_the_same_bits() -> None:
    values = np.random.default_rng(3).random(2000)
    source, machine = np.empty_like(values), np.empty_like(values)
    thirds.python(values, source)
    thirds.compiled(values, machine)
    assert np.array_equal(source.view(np.uint64), machine.view(np.uint64))


def test_division_by_zero_is_that_of_ieee_754() -> None:
    out = np.empty(1)
    thirds.compiled(np.zeros(1), out)
    assert out[0] == -np.inf


def test_a_wrong_dtype_fails_instead_of_compiling_again() -> None:
    with pytest.raises(TypeError, match="No matching definition"):
        thirds.compiled(np.zeros(3, dtype=np.float32), np.zeros(3))


def test_a_kernel_is_compiled_once() -> None:
    assert thirds.compiled is thirds.compiled


@pytest.mark.parametrize(
    ("steps", "python_below", "compiled"),
    [
        (0, PYTHON_STEPS, False),
        (PYTHON_STEPS - 1, PYTHON_STEPS, False),
        (PYTHON_STEPS, PYTHON_STEPS, True),
        (5, 5, True),
    ],
)
def test_large_work_is_given_to_the_compiled_form(steps: int, python_below: int, *, compiled: bool) -> None:
    chosen = thirds.for_work(steps, python_below)
    assert chosen is (thirds.compiled if compiled else thirds.python)


def test_small_work_is_given_to_the_function_a_kernel_names_for_it() -> None:
    def at_once(values: FloatArray, out: FloatArray) -> None:
        np.divide(values, 3.0, out=out)

    named = Kernel(thirds.python, thirds.signatures, at_once)
    assert named.for_work(0) is at_once


def test_a_kernel_keeps_its_name_and_docstring() -> None:
    assert thirds.name == f"{__name__}.thirds"
    assert thirds.__doc__ == "Fill `out`, also where the divisor is 0."


def test_a_subroutine_stays_a_plain_function() -> None:
    assert isinstance(third, types.FunctionType)


def test_numba_is_imported_only_for_a_compiled_form(tmp_path: Path) -> None:
    code = """
import sys
import numpy as np
import prevention_sim.foundation.compiling, prevention_sim.foundation.randomness
from prevention_sim.foundation.elementary import log1p_of
log1p_of(np.zeros(10))
print("numba" in sys.modules)
"""
    assert run(code, **{CACHE: str(tmp_path)}) == ["False"]
    assert not list(tmp_path.iterdir())


def test_kernels_are_cached_in_the_users_cache_folder_by_their_source(tmp_path: Path) -> None:
    assert run(COMPILE_ONE, **{CACHE: str(tmp_path)}) == ["[0.0, 0.6931471805599453]"]
    (folder,) = (tmp_path / "prevention_sim").iterdir()
    assert re.fullmatch(r"kernels-[0-9a-f]{12}", folder.name)
    assert cached_kernels(folder) == 1
    before = sorted(folder.rglob("*"))
    run(COMPILE_ONE, **{CACHE: str(tmp_path)})
    assert sorted(folder.rglob("*")) == before


def test_without_a_writable_folder_kernels_are_compiled_anew_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "file").touch()  # nobody, not even root, makes a folder inside a file
    note, result = run(COMPILE_ONE, **{CACHE: str(tmp_path / "file" / "cache")})
    assert note.startswith("NOTE compiled kernels are not kept between runs: ")
    assert result == "[0.0, 0.6931471805599453]"


def test_a_folder_of_the_user_that_is_not_writable_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file" / "cache"))
    _, cache = compiling._numba.__wrapped__()
    assert not cache
    assert len(caplog.messages) == 1


def test_a_kernel_without_a_file_is_compiled_without_cache(caplog: pytest.LogCaptureFixture) -> None:
    names: dict[str, object] = {}
    exec("def double(x):\n    return x + x", names)  # noqa: S102 - as typed into an interpreter
    typed = kernel("f8(f8)")(names["double"])  # type: ignore[arg-type, var-annotated]
    assert typed.compiled(2.0) == 4.0
    assert "compiled without cache" in caplog.text


def test_an_edited_subroutine_gets_a_cache_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("prevention_sim.foundation.compiling", *KERNEL_MODULES):
        file = tmp_path.joinpath(*module.split(".")).with_suffix(".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x = 1\n")
    foundation = tmp_path / "prevention_sim" / "foundation"
    monkeypatch.setattr(compiling, "__file__", str(foundation / "compiling.py"))
    before = compiling._cache_folder()
    (foundation / "elementary.py").write_text("x = 2\n")
    assert compiling._cache_folder() != before
    assert compiling._cache_folder().parent == before.parent


def test_every_module_with_compiled_code_is_listed() -> None:
    package = SOURCE / "prevention_sim"
    marked = {
        ".".join(file.relative_to(SOURCE).with_suffix("").parts)
        for file in package.rglob("*.py")
        if re.search(r"^@(kernel\(|subroutine$)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert marked == set(KERNEL_MODULES)


def test_the_module_as_a_program_fills_the_cache_in_the_folder_of_the_user(tmp_path: Path) -> None:
    code = """
import runpy
from prevention_sim.foundation import compiling
compiling.KERNEL_MODULES = compiling.KERNEL_MODULES[:1]
runpy.run_module("prevention_sim.foundation.compiling", run_name="__main__")
"""
    mine, default = tmp_path / "mine", tmp_path / "default"
    lines = run(code, NUMBA_CACHE_DIR=str(mine), **{CACHE: str(default)})
    assert [re.sub(r"\d+\.\d\d", "0.00", line).strip() for line in lines] == [
        "0.00 s  prevention_sim.foundation.elementary._each"
    ]
    assert cached_kernels(mine) == 1
    assert not default.exists()
