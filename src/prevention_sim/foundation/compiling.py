"""The one decorator of compiled kernels.

A *kernel* is a plain function on arrays. Its Python source is also what gets compiled, so there is one
implementation and both forms return the same bits: no fast-math, no contraction to fused multiply-add,
division as in IEEE 754.

    @subroutine                                 a plain function that kernels call; in Python it stays that
    def half(x: float) -> float: ...
    @kernel("void(f8[::1])")                    explicit signatures: a wrong dtype fails, not compiles again
    def halve(values: FloatArray) -> None: ...
    halve.for_work(steps)(values)               the source for small work, the compiled form for large work

For small work a kernel may name another function, `@kernel(..., small=halve_at_once)`, of the same bits.

Nothing is compiled, and numba is not imported, before `compiled` is first asked for. Compiled code is kept in
the user's cache folder, or where NUMBA_CACHE_DIR points to; without a writable place it is compiled anew in
each process. `python -m prevention_sim.foundation.compiling` fills the cache.
"""

import functools
import hashlib
import importlib
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

# Every module with a kernel or a subroutine (a test compares); by name: foundation imports no higher layer.
KERNEL_MODULES = (
    "prevention_sim.foundation.elementary",
    "prevention_sim.foundation.randomness",
    "prevention_sim.engines.kernels.rows",
    "prevention_sim.engines.kernels.cohort",
    "prevention_sim.engines.kernels.coming",
    "prevention_sim.engines.kernels.quantiles",
    "prevention_sim.engines.kernels.persons",
    "prevention_sim.engines.kernels.queues",
)

# Below so many elementary steps the interpreter is done before compiled code would be loaded from the cache.
PYTHON_STEPS = 200_000

_log = logging.getLogger(__name__)
_lock = threading.RLock()
_kernels: list["Kernel[..., Any]"] = []
_waiting_subroutines: list[Callable[..., Any]] = []


@dataclass(eq=False)
class Kernel(Generic[P, R]):
    """A function in forms that return the same bits: `python`, `compiled`, and `small` for small work."""

    python: Callable[P, R]
    signatures: tuple[str, ...]
    other: Callable[..., Any] | None = None
    allocates: bool = True

    def __post_init__(self) -> None:
        """Take name and words of the source; compile nothing."""
        self.__doc__ = self.python.__doc__
        self.name = f"{self.python.__module__}.{self.python.__qualname__}"
        self.small: Callable[P, R] = self.other or self.python

    @functools.cached_property
    def compiled(self) -> Callable[P, R]:
        """Machine code, compiled or loaded from the cache on first use; two threads may get equal copies."""
        with _lock:
            made: Callable[P, R] = _compile(self.python, self.signatures, allocates=self.allocates)
        return made

    def for_work(self, steps: float, python_below: float = PYTHON_STEPS) -> Callable[P, R]:
        """Return the form that is done sooner with about so many elementary steps."""
        return self.small if steps < python_below else self.compiled


def kernel(
    *signatures: str, small: Callable[..., Any] | None = None, allocates: bool = True
) -> Callable[[Callable[P, R]], Kernel[P, R]]:
    """Make a function on arrays a kernel; signatures in numba's notation, as in `"void(f8[::1], i8)"`.

    A kernel that allocates nothing does without counting references to arrays, which takes most of the time
    of one that hands tuples of arrays to subroutines.
    """

    def decorate(python: Callable[P, R]) -> Kernel[P, R]:
        made = Kernel(python, signatures, small, allocates)
        _kernels.append(made)
        return made

    return decorate


def subroutine(python: Callable[P, R]) -> Callable[P, R]:
    """Let kernels call this function in both forms; it is returned unchanged. It must allocate nothing."""
    _waiting_subroutines.append(python)
    return python


def warm_kernels() -> None:
    """Compile every kernel of the package into the cache; one line per kernel."""
    for module in KERNEL_MODULES:
        importlib.import_module(module)
    for each in _kernels:
        start = time.perf_counter()
        each.compiled  # noqa: B018 - asking is compiling
        sys.stdout.write(f"{time.perf_counter() - start:6.2f} s  {each.name}\n")


def _compile(  # numba has no types
    python: Callable[..., Any], signatures: tuple[str, ...], *, allocates: bool
) -> Any:  # noqa: ANN401
    numba, cache = _numba()
    exact = {"fastmath": False, "error_model": "numpy"}
    while _waiting_subroutines:
        numba.extending.register_jitable(**exact, forceinline=True, _nrt=False)(_waiting_subroutines.pop())
    jit = functools.partial(numba.njit, list(signatures), nogil=True, **exact, _nrt=allocates)
    if cache:
        try:
            return jit(cache=True)(python)
        except (OSError, RuntimeError) as error:  # the disk is full, or the function has no file
            _log.warning("kernel %s is compiled without cache: %s", python.__qualname__, error)
    return jit(cache=False)(python)


@functools.cache
def _numba() -> tuple[Any, bool]:
    """Import numba with its cache folder set; also whether that folder can be used."""
    try:
        folder = os.environ.get("NUMBA_CACHE_DIR") or str(_cache_folder())
        Path(folder).mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except (OSError, RuntimeError) as error:  # RuntimeError: the user has no home
        _log.warning("compiled kernels are not kept between runs: %s", error)
        return importlib.import_module("numba"), False
    os.environ["NUMBA_CACHE_DIR"] = folder
    numba: Any = importlib.import_module("numba")
    numba.config.CACHE_DIR = folder  # in case somebody imported numba before
    return numba, True


def _cache_folder() -> Path:
    """Name the user's cache folder for this source, and so for this version.

    numba compares a kernel's own file with its cache, but not the files of the subroutines it calls. With the
    digest of all of them in the folder's name, no kernel is loaded that was compiled with another.
    """
    package = Path(__file__).parents[1]
    files = [package.joinpath(*name.split(".")[1:]).with_suffix(".py") for name in KERNEL_MODULES]
    source = b"".join(file.read_bytes() for file in [Path(__file__), *files])
    user = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(user, "prevention_sim", f"kernels-{hashlib.sha256(source).hexdigest()[:12]}")


if __name__ == "__main__":
    # Run as a script, this file is a second module; the kernels register with the imported one.
    importlib.import_module("prevention_sim.foundation.compiling").warm_kernels()
