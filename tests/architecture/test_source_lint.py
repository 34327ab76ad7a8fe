"""What a linter cannot know about this project: which expressions would make figures differ between machines.

Figures pass through model, engines, economics and analysis. There, elementary functions come from
foundation/elementary.py, and no product is left to BLAS. Chance comes from foundation/randomness.py: there is
no other generator in the package. Nowhere in it can a file become code.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "prevention_sim"
MODULES = sorted(SRC.rglob("*.py"))
FIGURES = ("model", "engines", "economics", "analysis")

ELEMENTARY = ("exp", "exp2", "expm1", "float_power", "log", "log10", "log1p", "log2", "pow", "power")
PRODUCTS = ("dot", "einsum", "inner", "matmul", "tensordot", "vdot")

# A name stands for itself and for everything inside it.
NOT_FOR_FIGURES = {
    **{f"{module}.{name}": "elementary function" for module in ("math", "numpy") for name in ELEMENTARY},
    **{f"numpy.{name}": "BLAS product" for name in PRODUCTS},
    "time.time": "wall clock",
    "time.time_ns": "wall clock",
}
GENERATORS = (
    *("numpy.random", "random", "secrets", "scipy.stats.qmc"),
    *("os.urandom", "os.getrandom", "uuid.uuid1", "uuid.uuid4"),
)
UNSCRAMBLED = "scipy.stats.qmc.Sobol"
"""Points without chance, if they are not scrambled."""

NOT_ANYWHERE = {
    **dict.fromkeys(GENERATORS, "chance without address"),
    **dict.fromkeys(("cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve"), "data that is code"),
    **dict.fromkeys(("builtins.eval", "builtins.exec", "yaml.load", "yaml.unsafe_load"), "text that is code"),
}


def name(path: Path) -> str:
    """A module as a reader names it."""
    return path.relative_to(SRC).as_posix()


@pytest.mark.parametrize("path", [path for path in MODULES if name(path).startswith(FIGURES)], ids=name)
def test_figures_are_the_same_on_every_machine(path: Path) -> None:
    assert findings_in_figures(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_file_becomes_code_and_no_chance_is_without_address(path: Path) -> None:
    assert findings_anywhere(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        *((f"import numpy as np\ny = np.{name}(x)", "elementary function") for name in ELEMENTARY),
        ("import math\ny = math.log(x)", "elementary function"),
        ("from math import exp as e", "elementary function"),
        ("import numpy\ny = numpy.exp(x)", "elementary function"),
        ("y = x ** n", "power with a varying exponent"),
        ("y = x ** -n", "power with a varying exponent"),
        ("x **= n", "power with a varying exponent"),
        ("y = pow(x, n)", "power with a varying exponent"),
        ("y = a @ b", "BLAS product"),
        ("a @= b", "BLAS product"),
        ("import numpy as np\ny = np.dot(a, b)", "BLAS product"),
        ("import numpy as np\ny = np.einsum('i,i', a, b)", "BLAS product"),
        ("y = a.dot(b)", "BLAS product"),
        ("y = hash(x)", "hash that changes with the process"),
        ("import time\ny = time.time()", "wall clock"),
        ("from time import time", "wall clock"),
    ],
)
def test_a_figure_that_could_differ_is_found(source: str, finding: str) -> None:
    assert finding in " ".join(findings_in_figures(source))


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        ("import numpy as np\ny = np.random.default_rng(1)", "chance without address"),
        ("from numpy.random import default_rng", "chance without address"),
        ("import numpy.random as chance", "chance without address"),
        ("import random", "chance without address"),
        ("from random import random", "chance without address"),
        ("import secrets", "chance without address"),
        ("import os\ny = os.urandom(8)", "chance without address"),
        ("from uuid import uuid4", "chance without address"),
        ("from scipy.stats import qmc", "chance without address"),
        ("from scipy.stats.qmc import Sobol\nx = Sobol(3)", "chance without address"),
        ("from scipy.stats.qmc import Sobol\nx = Sobol(3, scramble=True)", "chance without address"),
        ("from scipy import stats\ny = stats.norm.rvs(size=3)", "chance without address"),
        ("import pickle", "data that is code"),
        ("from marshal import loads", "data that is code"),
        ("import shelve", "data that is code"),
        ("import numpy as np\ny = np.load(f, allow_pickle=True)", "data that is code"),
        ("y = eval(text)", "text that is code"),
        ("exec(text)", "text that is code"),
        ("import builtins\ny = builtins.eval(text)", "text that is code"),
        ("import yaml\ny = yaml.load(text, Loader=yaml.SafeLoader)", "text that is code"),
        ("import subprocess\nsubprocess.run(text, shell=True)", "command line made of text"),
    ],
)
def test_what_has_no_place_in_the_package_is_found(source: str, finding: str) -> None:
    assert finding in " ".join(findings_anywhere(source))


@pytest.mark.parametrize(
    "source",
    [
        "from prevention_sim.foundation.elementary import exp\ny = exp(x)",
        "import math\ny = math.sqrt(x)",
        "y = x ** 2 + x ** -1",
        "import random_walks",
        "import time\ny = time.perf_counter()",
        "y = catalogue.log(x)",
    ],
)
def test_what_is_harmless_passes(source: str) -> None:
    assert findings_in_figures(source) + findings_anywhere(source) == []


def findings_in_figures(source: str) -> list[str]:
    """What must not stand where figures are computed, each with its line."""
    tree = ast.parse(source)
    return [*forbidden_names(tree, NOT_FOR_FIGURES), *operators(tree), *calls_that_vary(tree)]


def findings_anywhere(source: str) -> list[str]:
    """What must not stand anywhere in the package, each with its line."""
    tree = ast.parse(source)
    return [*forbidden_names(tree, NOT_ANYWHERE), *calls_that_open_a_door(tree), *scrambled(tree)]


def scrambled(tree: ast.AST) -> Iterator[str]:
    """Sobol points that are not said to be as they are; scrambling draws chance without an address."""
    imported = imported_names(tree)
    for call in calls(tree):
        if dotted(call.func, imported) == UNSCRAMBLED:
            plain = [key.value for key in call.keywords if key.arg == "scramble"]
            if not (plain and isinstance(plain[0], ast.Constant) and plain[0].value is False):
                yield f"line {call.lineno}: {UNSCRAMBLED} (chance without address)"


def forbidden_names(tree: ast.AST, forbidden: dict[str, str]) -> Iterator[str]:
    """Imports and uses of names that are forbidden, under whatever name they were imported."""
    imported = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            used = list(full_names(node).values())
        elif isinstance(node, ast.Attribute):
            used = [dotted(node, imported)]
        else:
            continue
        for name in used:
            for culprit, reason in forbidden.items():
                if name != UNSCRAMBLED and (name == culprit or name.startswith(f"{culprit}.")):
                    yield f"line {node.lineno}: {name} ({reason})"


def imported_names(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for: {"np": "numpy"}."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return {short: full for node in imports for short, full in full_names(node).items()}


def full_names(node: ast.Import | ast.ImportFrom) -> dict[str, str]:
    """The names that one import statement brings, and what they stand for."""
    if isinstance(node, ast.ImportFrom):
        return {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return {alias.asname or alias.name: alias.name for alias in node.names}


def dotted(node: ast.expr, imported: dict[str, str]) -> str:
    """An expression such as np.random.normal as "numpy.random.normal"; empty for anything else."""
    if isinstance(node, ast.Name):
        return imported.get(node.id, "")
    if isinstance(node, ast.Attribute):
        before = dotted(node.value, imported)
        return f"{before}.{node.attr}" if before else ""
    return ""


def operators(tree: ast.AST) -> Iterator[str]:
    """Powers with an exponent that is no literal, and matrix products."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.BinOp | ast.AugAssign):
            continue
        right = node.right if isinstance(node, ast.BinOp) else node.value
        if isinstance(node.op, ast.Pow) and not is_literal(right):
            yield f"line {node.lineno}: ** (power with a varying exponent)"
        if isinstance(node.op, ast.MatMult):
            yield f"line {node.lineno}: @ (BLAS product)"


def is_literal(node: ast.expr) -> bool:
    """Whether this is a number as written, with or without a sign."""
    return isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant)


def calls_that_vary(tree: ast.AST) -> Iterator[str]:
    """Calls of built-in functions and methods that could differ from machine to machine."""
    reasons = {"hash": "hash that changes with the process", "pow": "power with a varying exponent"}
    for call in calls(tree):
        if isinstance(call.func, ast.Name) and call.func.id in reasons:
            yield f"line {call.lineno}: {call.func.id} ({reasons[call.func.id]})"
        if isinstance(call.func, ast.Attribute) and call.func.attr == "dot":
            yield f"line {call.lineno}: .dot (BLAS product)"


def calls_that_open_a_door(tree: ast.AST) -> Iterator[str]:
    """Calls through which text or data could run, or chance come in."""
    for call in calls(tree):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "rvs":
            yield f"line {call.lineno}: .rvs (chance without address)"
        if isinstance(call.func, ast.Name) and call.func.id in {"eval", "exec"}:
            yield f"line {call.lineno}: {call.func.id} (text that is code)"
        for keyword in call.keywords:
            off = isinstance(keyword.value, ast.Constant) and not keyword.value.value
            if keyword.arg == "shell" and not off:
                yield f"line {call.lineno}: shell= (command line made of text)"
            if keyword.arg == "allow_pickle" and not off:
                yield f"line {call.lineno}: allow_pickle= (data that is code)"


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call in the tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))
