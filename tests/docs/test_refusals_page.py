"""The page on what is refused is executed: each piece of a file is refused in the words it shows."""

import doctest
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.report.numbers import Language
from prevention_sim.scenario.loading import read_content
from tools.key_examples import FRAME

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "what-we-refuse.md"
TEXT = PAGE.read_text(encoding="utf-8")
REFUSED = re.findall(r"### (.*?)\n(?:(?!###).)*?```yaml\n(.*?)```\n\n```text\n(.*?)```", TEXT, re.DOTALL)
LANGUAGES: tuple[Language, ...] = ("de", "en")


def sections(text: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes text only
    return found


def refusal_of(piece: str) -> list[str]:
    """What is printed of the small file with a piece put into it: first in German, then in English."""
    reading = read_content(json.dumps({**sections(FRAME), **sections(piece)}).encode())
    if reading.scenario is None:
        return [
            f"{problem.message.code} {problem.message.on_one_line(language)}"
            for language in LANGUAGES
            for problem in reading.errors
        ]
    with pytest.raises(ModelError) as refused:
        evaluate_base(compile_model(reading.scenario))
    return [refused.value.told(language) for language in LANGUAGES]


def test_every_piece_of_a_file_on_the_page_is_tested() -> None:
    assert len(REFUSED) == TEXT.count("```yaml") == TEXT.count("```text") > 10


@pytest.mark.parametrize(("title", "piece", "printed"), REFUSED, ids=[title for title, _, _ in REFUSED])
def test_what_the_page_shows_is_refused_in_these_words(title: str, piece: str, printed: str) -> None:
    for told, shown in zip(refusal_of(piece), printed.splitlines(), strict=True):
        begins, more, _ = shown.partition("…")
        assert told.startswith(begins) if more else told == shown, title


def test_the_code_of_the_page_runs() -> None:
    page = doctest.DocTestParser().get_doctest(TEXT, {"frame": FRAME.encode()}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner(verbose=False).run(page)
    assert result.attempted > 10
    assert result.failed == 0


def test_the_small_file_itself_is_right() -> None:
    assert read_content(FRAME.encode()).errors == ()


def test_halving_the_risk_of_a_year_is_not_halving_that_of_each_month() -> None:
    """The example of the page: 80 % a year."""
    monthly = 1.0 - 0.2 ** (1 / 12)
    assert round(100 * (1.0 - (1.0 - monthly / 2) ** 12)) == 54
