"""The page of relations names every relation, and only tests that exist."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = "tests/properties/test_metamorphic.py"
RELATIONS = 52

ROWS = {
    int(number): (relation, answer)
    for number, relation, answer in re.findall(
        r"^\| (\d+) \| (.+) \| (.+) \|$",
        (Path(__file__).parent / "RELATIONS.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}


def named_in(answer: str) -> list[tuple[str, str]]:
    """File and name of each test in an answer."""
    return re.findall(r"`([\w/.]+\.py)::(\w+)`", answer)


def functions_of(file: str) -> dict[str, str]:
    """The tests of a file with their docstrings."""
    body = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    return {node.name: ast.get_docstring(node) or "" for node in functions if node.name.startswith("test_")}


def test_every_relation_is_listed_once() -> None:
    page = (Path(__file__).parent / "RELATIONS.md").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)] == list(
        range(1, RELATIONS + 1)
    )
    assert list(ROWS) == list(range(1, RELATIONS + 1))


def test_every_test_that_is_named_exists() -> None:
    named = {test for _, answer in ROWS.values() for test in named_in(answer)}
    assert {(file, name) for file, name in named if name not in functions_of(file)} == set()


def test_a_relation_without_a_test_says_why() -> None:
    reasons = [answer for _, answer in ROWS.values() if not named_in(answer)]
    assert all(re.search(r"needs|yet|before", reason) and "`" not in reason for reason in reasons)


def test_every_property_stands_on_the_page_under_the_number_it_names() -> None:
    numbers = {
        name: number
        for number, (_, answer) in ROWS.items()
        for file, name in named_in(answer)
        if file == HERE
    }
    found = {name: re.match(r"(\d+) \(", said) for name, said in functions_of(HERE).items()}
    assert {name: int(number[1]) for name, number in found.items() if number} == numbers
    assert all(found.values())
