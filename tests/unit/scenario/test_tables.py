"""Tables beside a scenario: what is read, where each number is, and what a result says of the file."""

import hashlib
from pathlib import Path

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.manifest import manifest_of
from prevention_sim.model.compile import compile_model
from prevention_sim.report.explanation import explain
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.loading import load_scenario, read_content
from prevention_sim.scenario.tables import Table
from tests.unit.scenario.minimal import MINIMAL, edited

GERMAN = "alter;männlich;m;w\n0;k. A.;0,003;2,5 %\n1;;1e-3;−0,5\n"
DECLARED = "tables:\n  tafel: {file: daten/tafel.csv, source: amt%s}\n"


def written(folder: Path, content: bytes, more: str = "", text: str = MINIMAL) -> Path:
    """The small file with a table in a folder beside it."""
    (folder / "daten").mkdir(exist_ok=True)
    (folder / "daten" / "tafel.csv").write_bytes(content)
    path = folder / "klein.yaml"
    path.write_text(text + DECLARED % more, encoding="utf-8")
    return path


def table_of(scenario: Scenario) -> Table:
    """The table that was read."""
    table = scenario.tables["tafel"]
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize(
    ("content", "more"),
    [
        (GERMAN.encode(), ""),
        (GERMAN.replace("\n", "\r\n").encode("utf-8-sig"), ", encoding: utf-8-sig"),
        (GERMAN.replace("−", "-").encode("cp1252"), ", encoding: cp1252"),
        (GERMAN.replace(",", ".").replace(";", ",").encode(), ', delimiter: ",", decimal: "."'),
        (GERMAN.replace(";", "\t").encode(), ", delimiter: tab"),
        (('"' + GERMAN.replace(";", '";"').replace("\n", '"\n"')).rstrip('"').encode(), ""),
    ],
    ids=["utf-8", "utf-8-sig", "cp1252", "english", "tab", "quoted"],
)
def test_a_table_is_the_same_however_it_is_written(content: bytes, more: str, tmp_path: Path) -> None:
    table = table_of(load_scenario(written(tmp_path, content, f", columns: [m, w]{more}")))
    assert table.keys == ("0", "1")
    assert {path: figure.value.value for path, figure in table.figures} == {  # type: ignore[union-attr]
        "tables.tafel.m[0]": 0.003,
        "tables.tafel.m[1]": 0.001,
        "tables.tafel.w[0]": 0.025,
        "tables.tafel.w[1]": -0.5,
    }
    assert table.column("w") == {"0": "tables.tafel.w[0]", "1": "tables.tafel.w[1]"}


def test_every_number_of_a_table_has_its_source(tmp_path: Path) -> None:
    scenario = load_scenario(written(tmp_path, b"alter;m\n0;0,5\n1;0,6\n"))
    found = {each.path: each.source for each in figures_of(scenario) if each.path.startswith("tables")}
    assert found == {"tables.tafel.m[0]": "amt", "tables.tafel.m[1]": "amt"}


def test_a_number_of_a_table_can_be_changed_like_any_other(tmp_path: Path) -> None:
    scenario = with_values(
        load_scenario(written(tmp_path, b"alter;m\n0;0,5\n1;0,6\n")), {"tables.tafel.m[1]": "70 %"}
    )
    table = compile_model(scenario).table
    assert dict(zip(table.names, table.base.tolist(), strict=True))["tables.tafel.m[1]"] == 0.7


def test_a_result_names_the_bytes_of_every_table_and_the_scenario_only_its_numbers(tmp_path: Path) -> None:
    manifests = []
    for content in (b"alter;m\n0;0,5\n", b"alter;m\n0;0,50\n", b"alter;m\n0;0,51\n"):
        scenario = load_scenario(written(tmp_path, content))
        manifest = manifest_of(scenario, evaluate_base(compile_model(scenario)))
        assert manifest.data_sha256 == {"daten/tafel.csv": hashlib.sha256(content).hexdigest()}
        manifests.append(manifest.scenario_sha256)
    assert manifests[0] == manifests[1] != manifests[2]


def test_a_matrix_in_a_table_is_the_matrix_in_the_file(tmp_path: Path) -> None:
    moves = MINIMAL[MINIMAL.index("stays:\n") : MINIMAL.index("costs:\n")]
    shares = "heim: {heim: 60 %, ende: 40 %}, ende: {heim: 20 %, ende: 80 %}"
    rows = f"matrix: {{period: 3 years, rows: {{{shares}}}}}\n"
    inline = load_scenario(written(tmp_path, b"alter;m\n0;0,5\n", text=edited(moves, rows)))
    in_table = "matrix: {period: 3 years, table: tafel, source: amt}\n"
    content = b"von;heim;ende\nheim;60 %;0,4\nende;0,2;80 %\n"
    beside = load_scenario(written(tmp_path, content, text=edited(moves, in_table)))
    ends = [evaluate_base(compile_model(each)).trace.at_end.tobytes() for each in (inline, beside)]
    assert ends[0] == ends[1]


def test_a_scenario_without_a_folder_cannot_look_for_a_table() -> None:
    text = edited("", "tables:\n  tafel: {file: tafel.csv, source: amt}\n")
    [problem] = read_content(text.encode(), "-").errors
    assert "from standard input has no folder" in problem.told("en")
    assert "aus der Standardeingabe hat keinen Ordner" in problem.told("de")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "innen").mkdir()
    (tmp_path / "geheim.csv").write_text("alter;m\n0;1\n", encoding="utf-8")
    (tmp_path / "innen" / "tafel.csv").symlink_to(tmp_path / "geheim.csv")
    text = edited("", "tables:\n  tafel: {file: tafel.csv, source: amt}\n")
    [problem] = read_content(text.encode(), "klein.yaml", tmp_path / "innen").errors
    assert (problem.code, problem.message.variant) == ("E330", "outside")


def test_every_error_of_file_and_tables_is_told_at_once_the_file_first(tmp_path: Path) -> None:
    text = edited("value: 5 100 EUR/month", "value: 5 100 EURO/month")
    path = written(tmp_path, b"alter;m;w\n0;0.001;\n2;1.234\n2;1;2;3\n", text=text)
    problems = read_content(path.read_bytes(), "klein.yaml", tmp_path).errors
    assert [(problem.file, problem.line, problem.column, problem.code) for problem in problems] == [
        ("klein.yaml", 74, 12, "E120"),
        ("daten/tafel.csv", 2, 3, "E335"),
        ("daten/tafel.csv", 2, 9, "E335"),
        ("daten/tafel.csv", 3, 1, "E334"),
        ("daten/tafel.csv", 3, 3, "E333"),
        ("daten/tafel.csv", 4, 1, "E334"),
        ("daten/tafel.csv", 4, 7, "E333"),
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Tabelle »tafel« (Datei daten/tafel.csv), Spalte »m« (Quelle: Auszug der Statistik):"),
        ("en", "Table “tafel” (file daten/tafel.csv), column “m” (source: Auszug der Statistik):"),
    ],
)
def test_a_table_is_read_back(language: str, sentence: str, tmp_path: Path) -> None:
    scenario = load_scenario(written(tmp_path, b"alter;m\n0;0,5\n1;3,25\n"))
    explanation = explain(scenario, language)  # type: ignore[arg-type]
    [statement] = [each for part in explanation.sections for each in part.statements if each.text == sentence]
    assert statement.items == ("0: 50 %; 1: 3,25" if language == "de" else "0: 50%; 1: 3.25",)
