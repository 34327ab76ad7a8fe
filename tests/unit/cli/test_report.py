"""`prevsim report` as a user runs it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from prevention_sim.cli.main import prevsim as program
from tests.unit.cli.test_commands import prevsim

WITHOUT_EXTRA = """
import sys
from importlib import util
found = util.find_spec
util.find_spec = lambda name, *rest: None if name == "vl_convert" else found(name, *rest)
sys.argv = ["prevsim", "report", "bielefeld", "--lang", "en", "-o", sys.argv[1]]
from prevention_sim.cli.main import main
main()
"""


def test_the_page_is_written_into_a_folder_that_need_not_exist(tmp_path: Path) -> None:
    done = prevsim("report", "bielefeld", "--lang", "de", "-o", str(tmp_path / "neu"))
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == tmp_path / "neu" / "bielefeld.de.html"
    assert done.stderr == ""


def test_the_day_and_the_bytes_follow_source_date_epoch(tmp_path: Path) -> None:
    pages = []
    for folder, zone in (("eins", "UTC"), ("zwei", "Pacific/Auckland")):
        done = prevsim(
            *("report", "bielefeld", "--html", "--svg", "--lang", "de", "-o", str(tmp_path / folder)),
            SOURCE_DATE_EPOCH="1800000000",
            TZ=zone,
            LC_ALL="C",
        )
        assert done.returncode == 0, done.stderr
        pages.append({path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()})
    assert pages[0] == pages[1]
    assert len(pages[0]) == 6
    assert "15. Januar 2027" in pages[0]["bielefeld.de.html"].decode()


def test_standard_input_is_a_file_too(tmp_path: Path) -> None:
    given = (Path(__file__).parents[3] / "scenarios" / "bielefeld.yaml").read_text(encoding="utf-8")
    assert prevsim("report", "-", "--lang", "en", "-o", str(tmp_path), given=given).returncode == 0
    assert (tmp_path / "bielefeld.en.html").is_file()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    done = prevsim("report", "bielefeld", "-o", str(tmp_path / "datei"))
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_a_wrong_file_is_told_as_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "falsch.yaml"
    path.write_text("format: prevention_sim/1\n", encoding="utf-8")
    assert prevsim("report", str(path), "-o", str(tmp_path)).returncode == 3


def test_without_the_extra_the_page_is_written_and_the_way_to_install_it_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRA, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert 'python -m pip install "prevention-sim[report]"' in done.stderr
    assert (tmp_path / "bielefeld.en.html").is_file()


@pytest.mark.parametrize("option", ["--html", "--svg", "--xlsx"])
def test_help_lists_every_kind_of_file(option: str) -> None:
    assert option in prevsim("report", "--help").stdout


def test_a_workbook_is_written_into_a_folder_that_need_not_exist(tmp_path: Path) -> None:
    folder = tmp_path / "neu" / "bericht"
    told = CliRunner().invoke(
        program, ["report", "reference/kurve_kriegen", "--xlsx", "--lang", "de", "-o", str(folder)]
    )
    assert told.exit_code == 0, told.output
    path = folder / "kurve_kriegen.de.xlsx"
    assert told.output == f"{path}\n"
    with zipfile.ZipFile(path) as archive:
        assert 'name="Übersicht"' in archive.read("xl/workbook.xml").decode()


def test_a_workbook_speaks_english_where_asked(tmp_path: Path) -> None:
    given = ["report", "reference/kurve_kriegen", "--xlsx", "--lang", "en", "-o", str(tmp_path)]
    assert CliRunner().invoke(program, given).exit_code == 0
    with zipfile.ZipFile(tmp_path / "kurve_kriegen.en.xlsx") as archive:
        assert 'name="Overview"' in archive.read("xl/workbook.xml").decode()
