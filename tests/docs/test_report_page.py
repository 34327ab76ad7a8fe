"""The page about the report names every kind of file and every chart."""

from pathlib import Path

from prevention_sim.cli.report import FORMATS
from prevention_sim.report.charts import CHARTS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "report.md").read_text(encoding="utf-8")


def test_every_kind_of_file_is_named() -> None:
    assert [name for name in FORMATS if f"`--{name}`" not in PAGE] == []


def test_every_chart_is_named() -> None:
    assert [name for name in CHARTS if f"| `{name}" not in PAGE] == []
