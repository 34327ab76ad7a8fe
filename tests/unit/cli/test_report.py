"""`prevsim report` as a user runs it."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from prevention_sim.cli.main import prevsim


def test_a_workbook_is_written_into_a_folder_that_need_not_exist(tmp_path: Path) -> None:
    folder = tmp_path / "neu" / "bericht"
    told = CliRunner().invoke(prevsim, ["report", "reference/kurve_kriegen", "--xlsx", "-o", str(folder)])
    assert told.exit_code == 0, told.output
    path = folder / "kurve_kriegen.xlsx"
    assert told.output == f"{path}\n"
    with zipfile.ZipFile(path) as archive:
        assert 'name="Übersicht"' in archive.read("xl/workbook.xml").decode()


def test_a_workbook_speaks_english_where_asked(tmp_path: Path) -> None:
    given = ["report", "reference/kurve_kriegen", "--xlsx", "--lang", "en", "-o", str(tmp_path)]
    assert CliRunner().invoke(prevsim, given).exit_code == 0
    with zipfile.ZipFile(tmp_path / "kurve_kriegen.xlsx") as archive:
        assert 'name="Overview"' in archive.read("xl/workbook.xml").decode()


@pytest.mark.parametrize(
    ("given", "words"), [([], "--xlsx"), (["--xlsx", "-o", "{file}"], "cannot be written")]
)
def test_what_cannot_be_done_is_said(given: list[str], words: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    arguments = [each.format(file=file) for each in given]
    told = CliRunner().invoke(prevsim, ["report", "reference/kurve_kriegen", *arguments])
    assert told.exit_code == 2
    assert words in told.output
