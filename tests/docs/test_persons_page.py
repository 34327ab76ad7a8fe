"""The page on persons is executed."""

import doctest
from pathlib import Path

from prevention_sim.analysis.history import Persons
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.loading import parse_scenario

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "persons.md"
TEXT = PAGE.read_text(encoding="utf-8")
FILE = TEXT.split("```yaml\n")[1].split("```")[0].encode()
NEVER = 1000


def test_the_code_of_the_page_runs() -> None:
    page = doctest.DocTestParser().get_doctest(TEXT, {"file": FILE}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner(verbose=False).run(page)
    assert result.attempted > 10
    assert result.failed == 0


def test_lower_hazards_mean_leaving_not_earlier() -> None:
    """The promise of the page, for all of its children."""
    persons = Persons(compile_model(parse_scenario(FILE)), seed=1, replication=0)
    later = 0
    for number in range(1, 41):
        steps = persons.history(f"intake.gruppe/all/2027-01/{number}").steps
        left = {
            strategy: next((step.boundary for step in each if step.boundary), NEVER)
            for strategy, each in steps.items()
        }
        assert left["mit"] >= left["ohne"]
        later += left["mit"] > left["ohne"]
        if not steps["mit"][0].joins:
            assert left["mit"] == left["ohne"]
    assert 10 < later < 30
