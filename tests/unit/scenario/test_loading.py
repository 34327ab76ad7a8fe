"""A file loads as it was written, or every error in it is told with its place, and nothing else happens."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.foundation.errors import ScenarioError
from prevention_sim.scenario import loading
from prevention_sim.scenario.loading import dotted, load_scenario, parse_scenario
from tests.unit.scenario.minimal import MINIMAL, PLACE, edited, places_in, problems_in, read

SHIPPED = sorted((Path(__file__).resolve().parents[3] / "scenarios").rglob("*.yaml"))
BIELEFELD = next(path for path in SHIPPED if path.name == "bielefeld.yaml").read_text(encoding="utf-8")

# name: (what stands in the minimal file, what replaces it with ▸ where the error is, code, part of message)
BROKEN = {
    "unknown key": ("  years: 2", "  ▸jahre: 2\n  years: 2", "E111", "unknown field »jahre«"),
    "unknown key deep inside": ("state: heim\n", "state: heim\n    ▸statee: heim\n", "E111", "»statee«"),
    "unknown key after an umlaut": (
        "{de: Heim, en: residential care}",
        "{de: Häuser für Ältere, en: home, ▸fr: foyer}",
        "E111",
        "»fr«",
    ),
    "decimal comma inside braces": (
        "{value: 1 %/year, source: assumption}",
        "{value: 1,▸5 %/year, source: assumption}",
        "E111",
        "»5 %/year«",
    ),
    "missing field": (
        "niedrig:\n    title: übrige\n    share: rest",
        "▸niedrig:\n    title: übrige",
        "E112",
        "»share« is missing",
    ),
    "missing field of the file": ("comparator: ohne\n", "", "E112", "»comparator« is missing"),
    "missing field in a list": (
        "  - from: ende\n    to: hilfe\n",
        "  - ▸from: ende\n",
        "E112",
        "»to« is missing",
    ),
    "missing month beside a value": (
        "gruppe:\n      value: 10 cases\n      at: 2020-07\n",
        "▸gruppe:\n      value: 10 cases\n",
        "E112",
        "»at« is missing",
    ),
    "missing value": ("share: 50 %", "▸share: {source: amt}", "E112", "»value« is missing"),
    "missing kind": ("entgelt:\n    kind: per_case\n", "▸entgelt:\n", "E112", "»kind« is missing"),
    "empty cost line": ("bearers:\n", "  ▸leer: {}\nbearers:\n", "E112", "»kind« is missing"),
    "unknown kind": ("kind: fixed", "kind: ▸fix", "E110", "»fix« is unknown; known: 'per_case', 'fixed'"),
    "unknown word": ("unit: child", "unit: ▸kid", "E110", "'child', 'family'"),
    "newer format": ("format: prevention_sim/1", "format: ▸prevention_sim/9", "E110", "'prevention_sim/1'"),
    "number with two readings": (
        "value: 40 000 EUR/year",
        "value: ▸40.000 EUR/year",
        "E110",
        "40 000 EUR/year or 40.0 EUR",
    ),
    "number with two readings in a long form": (
        "{value: 40 EUR/hour",
        "{value: ▸40.000 EUR/hour",
        "E110",
        "ambiguous",
    ),
    "number with two readings in a share": ("share: rest", "share: ▸50.000", "E110", "ambiguous"),
    "number with two readings in a price": (
        "10 hours/month at 48.50 EUR/hour",
        "▸10 hours/month at 48.500 EUR/hour",
        "E110",
        "»48.500 EUR/hour« is ambiguous",
    ),
    "unknown unit after an umlaut": (
        "{value: 1 %/year, source: assumption}",
        "{note: für später, value: ▸1 %/jahr}",
        "E110",
        "unit »%/jahr«",
    ),
    "no number": (
        "mean: 21 months",
        "mean: ▸lang und breit",
        "E110",
        "neither a number with a unit nor a formula",
    ),
    "not a number": ("mean: 21 months", "mean: ▸.nan", "E110", "neither a number"),
    "huge number": ("mean: 21 months", "mean: ▸1.0e+400", "E110", "too large"),
    "very long number": ("mean: 21 months", f"mean: ▸{'9' * 41} months", "E110", "at most 40 characters"),
    "zero below the line": ("1/12 per month", "▸1/0 per month", "E110", "0 below the line"),
    "huge divisor": ("1/12 per month", f"▸1/{'9' * 400} per month", "E110", "at most 9 digits"),
    "formula that would run": (
        "share: anteil",
        "share: ▸__import__('os').system('id')",
        "E110",
        "not allowed in a formula",
    ),
    "list for a number": ("mean: 21 months", "mean: ▸[21 months]", "E110", "a section is expected"),
    "section for a text": ("municipality: 05711000", "municipality: ▸{key: 5}", "E110", "a text is expected"),
    "text for a section": (
        "comparator: ohne\n",
        "comparator: ohne\nincome: ▸none\n",
        "E110",
        "a section is expected",
    ),
    "text for a list": ("tags: [placement]", "tags: ▸placement", "E110", "a list is expected"),
    "half a month": ("at: 2020-07", "at: ▸2020-07-15", "E110", "is not a month"),
    "half a year": ("years: 2", "years: ▸2.5", "E110", "is not a whole number"),
    "id with a capital": (
        "hilfe:\n    title: ambulante",
        "▸Hilfe:\n    title: ambulante",
        "E110",
        "an id has small letters",
    ),
    "reference with a capital": ("{hoch: heim,", "{hoch: ▸Heim,", "E110", "an id has small letters"),
    "key twice": (
        "comparator: ohne\n",
        "comparator: ohne\n▸comparator: mit\n",
        "E102",
        "»comparator« stands twice",
    ),
    "anchor": ("comparator: ohne", "comparator: ▸&a ohne", "E100", "anchors and aliases"),
    "alias": ("comparator: ohne", "comparator: ▸*a", "E100", "anchors and aliases"),
    "merge key": ("comparator: ohne", "▸<<: {a: b}\ncomparator: ohne", "E100", "merge keys"),
    "tag": ("comparator: ohne", "comparator: ▸!!python/object/apply:os.system [id]", "E100", "tags (!)"),
    "short tag": ("comparator: ohne", "comparator: ▸!x ohne", "E100", "tags (!)"),
    "two documents": ("", "▸---\nformat: prevention_sim/1\n", "E100", "more than one document"),
    "tab": ("  years: 2", "▸\tyears: 2", "E100", "not readable as YAML"),
    "open bracket": ("tags: [placement]", "tags: [placement", "E100", "not readable as YAML"),
    "list as a key": ("comparator: ohne", "? ▸[a]\n: b\ncomparator: ohne", "E100", "a key is one word"),
    "line break in a key": ("comparator: ohne", '▸"a\\nb": c\ncomparator: ohne', "E100", "a key is one word"),
    "control character": ("comparator: ohne", "comparator: oh▸\x07ne", "E100", "U+0007"),
    "control character after umlauts": (
        "title: übrige",
        "title: übrige für später ▸\x1b[31m",
        "E100",
        "U+001B",
    ),
    "long text": ("title: beendet", f"title: ▸{'x' * 10_001}", "E100", "longer than 10,000"),
    "deep nesting": ("", "x: " + "[" * 31 + "▸[", "E100", "deeper than 32"),
}
MARKED = {name: case for name, case in BROKEN.items() if PLACE in case[1]}


def test_the_minimal_file_is_right() -> None:
    assert problems_in(MINIMAL) == ()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_loads(path: Path) -> None:
    assert load_scenario(path).format == "prevention_sim/1"


@pytest.mark.parametrize("name", BROKEN)
def test_an_error_has_its_code_and_says_what_to_do(name: str) -> None:
    old, new, code, fragment = BROKEN[name]
    [problem] = problems_in(edited(old, new))
    assert problem.code == code
    assert fragment in problem.message


@pytest.mark.parametrize("name", MARKED)
def test_an_error_stands_where_the_file_is_wrong(name: str) -> None:
    text = edited(*MARKED[name][:2])
    [problem] = problems_in(text)
    assert [(problem.line, problem.column)] == places_in(text)
    assert problem.file == "klein.yaml"


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
    ("content", "place", "fragment"),
    [
        (b"", (1, 1), "empty"),
        (b"\n\n# nothing\n", (1, 1), "empty"),
        (b"- a\n- b\n", (1, 1), "has no sections"),
        (b"text", (1, 1), "has no sections"),
        ("a: b\nc: für\n".encode("latin-1"), (2, 5), "not UTF-8 text (byte 9)"),
        ("ä: b\nc: ".encode() + b"\xff", (2, 4), "not UTF-8 text (byte 9)"),
        (MINIMAL.encode("utf-16"), (1, 1), "not UTF-8 text (byte 0)"),
        (b"\0\0\0\0", (1, 1), "U+0000"),
        (b"%YAML 3.0\n---\na: b\n", (1, 1), "not readable as YAML"),
        (b'a: "\\ud800"', (1, 7), "not readable as YAML"),
    ],
)
def test_what_is_no_scenario_file_is_refused(content: bytes, place: tuple[int, int], fragment: str) -> None:
    with pytest.raises(ScenarioError) as error:
        parse_scenario(content)
    [problem] = error.value.problems
    assert (problem.line, problem.column, problem.code) == (*place, "E100")
    assert fragment in problem.message


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
    assert [problem.code for problem in error.value.problems] == ["E100"]
    assert time.perf_counter() - begin < 5


def test_a_file_is_read_without_the_compiled_parser_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_Loader", yaml.SafeLoader)
    assert problems_in(MINIMAL) == ()
    assert [problem.code for problem in problems_in("[" * 30_000)] == ["E100"]


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
