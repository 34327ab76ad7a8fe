"""A file loads as it was written, or every error in it is told with its place, and nothing else happens."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.scenario import tree
from prevention_sim.scenario.loading import load_scenario, parse_scenario
from prevention_sim.scenario.problems import ScenarioError
from prevention_sim.scenario.tree import dotted
from tests.unit.scenario.minimal import MINIMAL, edited, places_in, problems_in, read

SHIPPED = sorted((Path(__file__).resolve().parents[3] / "scenarios").rglob("*.yaml"))
BIELEFELD = next(path for path in SHIPPED if path.name == "bielefeld.yaml").read_text(encoding="utf-8")


def test_the_minimal_file_is_right() -> None:
    assert problems_in(MINIMAL) == ()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_loads(path: Path) -> None:
    assert load_scenario(path).format == "prevention_sim/1"


def test_a_section_missing_in_the_file_is_told_at_its_begin() -> None:
    [problem] = problems_in(edited("comparator: ohne\n", ""))
    assert (problem.line, problem.column, problem.path) == (1, 1, "")


def test_all_errors_are_told_at_once_in_the_order_of_the_file() -> None:
    text = MINIMAL
    for old, new in (
        ("  title: Kleine Übung", "  ▸titel: Kleine Übung\n  title: Übung"),
        ("    unit: child", "    unit: ▸kid"),
        ("share: anteil", "share: ▸x.real"),
        ("mean: 21 months", "mean: ▸21.000 months"),
        ("{value: 1 %/year,", "{value: ▸1 %/yeer, ▸sourc: b,"),
        ("share: 50 %", "share: ▸50 percent"),
        ("  - figure: relief", "  - figure: ▸money"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    found = problems_in(text)
    assert [(problem.line, problem.column) for problem in found] == places_in(text)
    assert len(found) == 8


def test_a_problem_is_one_line_whatever_the_file_says() -> None:
    found = problems_in(edited("mean: 21 months", 'mean: "5\\n\\e[31mEUR"'))
    assert len(str(ScenarioError(found)).splitlines()) == len(found) == 1
    assert "\x1b" not in str(found[0])


@pytest.mark.parametrize(
    "written",
    ["05711000", "no", "yes", "on", "off", "null", "~", "1e3", "1_000", "12:30", "2020-01-01", ".inf"],
)
def test_text_stays_as_it_was_written(written: str) -> None:
    scenario = read(edited("municipality: 05711000", f"municipality: {written}"))
    assert scenario.scenario.municipality == written


@pytest.mark.parametrize("written", ["no", "05711000"])
def test_a_title_stays_as_it_was_written(written: str) -> None:
    assert read(edited("title: beendet", f"title: {written}")).states["ende"].title.de == written


def test_a_byte_order_mark_is_accepted_and_moves_no_place() -> None:
    mark = "\N{BYTE ORDER MARK}"
    assert read(mark + MINIMAL) == read(MINIMAL)
    assert [(problem.line, problem.column) for problem in problems_in(f"{mark}formatt: x\n{MINIMAL}")] == [
        (1, 1)
    ]


def test_windows_line_ends_change_nothing() -> None:
    assert read(MINIMAL.replace("\n", "\r\n")) == read(MINIMAL)


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        (b"", (1, 1), "E106"),
        (b"\n\n# nothing\n", (1, 1), "E106"),
        (b"- a\n- b\n", (1, 1), "E106"),
        (b"text", (1, 1), "E106"),
        ("a: b\nc: für\n".encode("latin-1"), (2, 5), "E105"),
        ("ä: b\nc: ".encode() + b"\xff", (2, 4), "E105"),
        (MINIMAL.encode("utf-16"), (1, 1), "E105"),
        (b"\0\0\0\0", (1, 1), "E105"),
        (b"%YAML 3.0\n---\na: b\n", (1, 1), "E100"),
        (b'a: "\\ud800"', (1, 7), "E100"),
    ],
)
def test_what_is_no_scenario_file_is_refused(content: bytes, place: tuple[int, int], code: str) -> None:
    with pytest.raises(ScenarioError) as error:
        parse_scenario(content)
    [problem] = error.value.problems
    assert (problem.line, problem.column, problem.code) == (*place, code)


HOSTILE = {
    "brackets": b"[" * 30_000,
    "brackets in a key": b"a: " + b"[" * 30_000,
    "braces": b"{a: " * 30_000,
    "dashes": b"- " * 30_000,
    "many numbers": b"a: [" + b"1," * 100_001 + b"]",
    "long text": b"a: " + b"x" * 1_000_000,
    "large file": b"#" * 10_000_001,
    "alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "alias of itself": b"a: &a [*a]\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once(name: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(ScenarioError) as error:
        parse_scenario(HOSTILE[name])
    assert [problem.code for problem in error.value.problems] in (["E107"], ["E109"])
    assert time.perf_counter() - begin < 5


def test_a_file_is_read_without_the_compiled_parser_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "_Loader", yaml.SafeLoader)
    assert problems_in(MINIMAL) == ()
    assert [problem.code for problem in problems_in("[" * 30_000)] == ["E109"]


def test_a_file_that_is_not_there_is_told_with_its_name(tmp_path: Path) -> None:
    for path in (tmp_path / "fehlt.yaml", tmp_path):
        with pytest.raises(ScenarioError, match="the file cannot be read") as error:
            load_scenario(path)
        assert error.value.problems[0].file == str(path)


def test_a_path_is_printed_as_people_write_it() -> None:
    assert dotted(("breakdowns", 0, "probability")) == "breakdowns[0].probability"


def loads_or_says_why(text: str) -> None:
    """Anything but a scenario, or problems with their places, is a defect."""
    problems = problems_in(text)
    lines = text.count("\n") + 2
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)
    assert all(len(str(problem).splitlines()) == 1 for problem in problems)


LINES = BIELEFELD.splitlines()
VALUES = [
    "",
    "rest",
    "50.000",
    "-1",
    "1/0",
    "[]",
    "{}",
    "a: b",
    "x",
    "1/heim",
    "°",
    "'",
    '"',
    "&a",
    "2012-01",
    "no",
    "9" * 99,
]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_edited_file_loads_or_is_refused(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["delete", "double", "swap", "replace", "indent"])):
            case "delete":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                first = data.draw(st.integers(0, max(0, len(lines[at]) - 1)))
                pair = lines[at][first : first + 2]
                lines[at] = lines[at][:first] + pair[::-1] + lines[at][first + 2 :]
            case "replace":
                value = data.draw(
                    st.sampled_from(VALUES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
                )
                lines[at] = f"{lines[at].partition(':')[0]}: {value}"
            case _:
                lines[at] = f" {lines[at]}"
    loads_or_says_why("\n".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.text("ab:-[]{}&*!|>'\"%@`#,?\n \t\\\0é\ufeff0", max_size=60))
def test_any_text_is_refused_in_words(text: str) -> None:
    loads_or_says_why(text)
