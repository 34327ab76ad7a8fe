"""The page on verify names every check, outcome, warning and field there is."""

import re
from pathlib import Path

from prevention_sim.analysis.verification import CHECKS
from prevention_sim.analysis.verification.battery import verify
from prevention_sim.api import load
from prevention_sim.report.verification import tell_verification, verification_as_data
from prevention_sim.report.verification_wording import EXPLAINED, MARKS
from prevention_sim.scenario.messages import OF_A_RUN

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "verify.md").read_text(encoding="utf-8")


def test_every_check_stands_in_the_table_with_its_titles() -> None:
    rows = re.findall(r"(?m)^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|", PAGE)
    checks = {name: (de, en) for name, en, de in rows if name in EXPLAINED}
    assert list(checks) == list(CHECKS)
    assert checks == {name: tuple(explained.title) for name, explained in EXPLAINED.items()}


def test_every_warning_of_a_run_stands_there() -> None:
    assert set(re.findall(r"W3\d\d", PAGE)) == OF_A_RUN


def test_every_mark_and_field_stands_there() -> None:
    scenario = load("bielefeld_net_widening")
    found = verify(scenario)
    data = verification_as_data("a.yaml", found, tell_verification(scenario, found, "en"))
    fields = {*data, *(name for part in ("expectations", "checks", "figures") for name in data[part][0])}
    assert all(f"`{name}`" in PAGE for name in fields)
    assert all(mark in PAGE for mark in MARKS.values())
