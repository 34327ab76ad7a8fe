"""The files on the page about outcomes are run, and every figure on the page is compared."""

import doctest
import re
from pathlib import Path

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.loading import parse_scenario

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "outcomes.md"


def files() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_page_prints_what_the_program_computes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "wirkung.yaml").write_text(files()[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0


def test_the_weights_on_the_page_fit_its_file() -> None:
    file, _, weights = files()
    own = file.replace("conventions:\n  counting: simpson\n", weights)
    assert own != file
    assert parse_scenario(own.encode()).conventions.counting_name == "own_weights"


def test_the_other_weight_on_the_page_counts_for_those_who_take_part() -> None:
    """Eight children for two years at 0.6, in a home that they could leave."""
    file, effect, _ = files()
    begin, end = file.index("interventions:"), file.index("strategies:")
    own = file[:begin] + effect + file[end:].replace("[programm]", "[hilfe]")
    own += "transitions: [{from: heim, to: pflege, probability: 0 %/year}]\n"
    findings = Findings(evaluate_base(compile_model(parse_scenario(own.encode()))))
    part = Slice(findings.years("horizon"))
    found = [float(findings.outcome("gute_jahre", name, part)[0]) for name in ("ohne", "mit")]
    assert found == pytest.approx([8.0, 9.6])
