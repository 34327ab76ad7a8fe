"""Files stay readable: each says what it is, none grows past what an eye takes in."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "prevention_sim"
MODULES = sorted(SRC.rglob("*.py"))

FOUNDATION_LINES = 640  # fewer than these: a foundation that grows takes over what a layer should own
FUNCTION_LINES = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    """A module as a reader names it."""
    return path.relative_to(SRC).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_with_code_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_fits_on_a_page(path: Path) -> None:
    assert long_functions(path.read_text(encoding="utf-8")) == []


def test_a_function_that_is_too_long_is_found() -> None:
    assert long_functions("def f():\n    '''Text.'''\n" + "    x = 1\n" * (FUNCTION_LINES + 1)) == [
        "f: 61 lines"
    ]


def test_the_foundation_stays_small() -> None:
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in SRC.glob("foundation/**/*.py"))
    assert lines < FOUNDATION_LINES


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [name(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_the_build_tool_is_locked_in_the_range_that_the_build_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["build-system"]["requires"] == project["dependency-groups"]["build"]


def long_functions(source: str) -> list[str]:
    """The functions whose body, without its docstring, has too many lines."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]
    lengths = {function.name: body_lines(function) for function in functions}
    return [f"{name}: {lines} lines" for name, lines in lengths.items() if lines > FUNCTION_LINES]


def body_lines(function: Function) -> int:
    """The lines from the first statement to the last."""
    first = function.body[1 if ast.get_docstring(function) is not None else 0 :]
    return function.body[-1].end_lineno - first[0].lineno + 1 if first and function.body[-1].end_lineno else 0
