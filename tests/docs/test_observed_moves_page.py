"""The files on the page about observed moves say what the page says of them."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.loading import Reading, read_content
from tests.small import run_model, tree_of

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "observed-moves.md").read_text(encoding="utf-8")
COUNTED, MATRIX, REFUSED, IN_TABLE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
[CSV] = re.findall(r"```\n(von;.*?)```", PAGE, re.DOTALL)
COMMON = "caseload: {stock: {group: {value: 100 cases, in: heim}}}\n"


def reading(block: str, folder: Path, cycle: str = "month") -> Reading:
    """A block in the small file, beside the table of the page."""
    (folder / "panel.csv").write_text(CSV, encoding="utf-8")
    time = f"time: {{start: 2020-01, years: 3, cycle: {cycle}, budget_window: 3}}\n"
    return read_content(json.dumps(tree_of(COMMON, time, block)).encode(), "seite.yaml", folder)


def at_end(block: str, folder: Path, cycle: str = "month") -> dict[str, float]:
    """Who is where after three years."""
    outcomes = run_model(compile_model(reading(block, folder, cycle).checked()))
    states = [cell.state for cell in outcomes.model.cells]
    return dict(zip(states, outcomes.trace.at_end[:, 0, 0, 0].tolist(), strict=True))


def test_counts_are_the_shares_of_the_page(tmp_path: Path) -> None:
    stayed = 1251 / 1717
    assert at_end(COUNTED, tmp_path, "year")["heim"] == pytest.approx(100.0 * stayed**3, rel=1e-12)


@pytest.mark.parametrize("block", [MATRIX, IN_TABLE], ids=["rows", "table"])
@pytest.mark.parametrize("cycle", ["month", "quarter", "year"])
def test_after_three_years_thirty_of_a_hundred_are_still_there(
    block: str, cycle: str, tmp_path: Path
) -> None:
    found = at_end(block, tmp_path, cycle)
    np.testing.assert_allclose([found[name] for name in ("heim", "pflege", "ende")], [30, 25, 45], atol=1e-8)


def test_the_matrix_that_is_refused_is_refused_with_one_half_a_point_away(tmp_path: Path) -> None:
    [problem] = reading(REFUSED, tmp_path).errors
    assert problem.code == "E325"
    assert "»heim« to »ende«" in problem.told("en")
    assert "differs by at most 0.531 percentage points" in problem.told("en")
    pasted = re.findall(r"(\w+: \{.*?\})", problem.message.allowed("en").removeprefix("allowed: "))
    offered = f"states: [heim, pflege, ende]\nmatrix: {{period: 3 years, rows: {{{', '.join(pasted)}}}}}"
    assert reading(offered, tmp_path).errors == ()
