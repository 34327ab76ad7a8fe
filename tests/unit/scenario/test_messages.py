"""Every code is explained, in both languages, with an example that has the problem where it says."""

import re
from pathlib import Path

import pytest

from prevention_sim.analysis.verification.battery import verify
from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.loading import read_file
from prevention_sim.scenario.messages import CATALOGUE, MARK, OF_A_RUN, WORDS
from tests.unit.scenario.minimal import (
    PLACE,
    TABLE,
    edited,
    places_in,
    reading_beside,
    with_example,
)

SOURCE = Path(__file__).resolve().parents[3] / "src" / "prevention_sim"
RAISING = (*SOURCE.glob("scenario/*.py"), SOURCE / "analysis" / "verification" / "face_validity.py")

BESIDE = {code: entry.beside for code, entry in CATALOGUE.items() if entry.beside and not entry.example}
EXAMPLES = {code: entry.example for code, entry in CATALOGUE.items() if entry.example}
SENTENCES = {
    f"{code} {variant}".strip(): says
    for code, entry in CATALOGUE.items()
    for variant, says in entry.says.items()
}


def test_every_code_that_is_raised_has_an_entry_and_every_entry_is_raised() -> None:
    modules = [path for path in RAISING if path.name != "messages.py"]
    raised = {code for path in modules for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))}
    assert raised == set(CATALOGUE)


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_has_its_problem_at_its_mark(code: str, tmp_path: Path) -> None:
    text = with_example(EXAMPLES[code])
    reading = reading_beside(text, tmp_path, CATALOGUE[code].beside)
    doubts = reading.located(verify(reading.checked()).doubts) if code in OF_A_RUN else ()
    found = {(problem.code, problem.line, problem.column) for problem in (*reading.problems, *doubts)}
    [place] = places_in(text)
    assert (code, *place) in found


@pytest.mark.parametrize("code", sorted(code for code in EXAMPLES if code < "W" and code != "E209"))
def test_an_example_has_no_other_error(code: str, tmp_path: Path) -> None:  # without bearers, none is named
    reading = reading_beside(with_example(EXAMPLES[code]), tmp_path, CATALOGUE[code].beside)
    assert [problem.code for problem in reading.errors] == [code]


@pytest.mark.parametrize("code", BESIDE)
def test_an_example_of_a_table_has_its_problem_at_its_mark_and_no_other(code: str, tmp_path: Path) -> None:
    text = edited("", "tables:\n  tafel: {file: tafel.csv, source: amt}\n")
    [problem] = reading_beside(text, tmp_path, BESIDE[code]).errors
    assert [(problem.line, problem.column)] == places_in(BESIDE[code])
    assert (problem.code, problem.file) == (code, TABLE)


def test_the_code_without_an_example_is_that_of_a_file_that_is_not_there() -> None:
    assert set(CATALOGUE) - set(EXAMPLES) - set(BESIDE) == {"E101"}
    assert [problem.code for problem in read_file("fehlt.yaml").problems] == ["E101"]


def test_the_mark_of_examples_is_the_one_the_tests_take_out() -> None:
    assert MARK == PLACE


def blanks(text: str) -> set[str]:
    """The fields a sentence has."""
    return set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", text))


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_has_the_same_blanks_in_both_languages(name: str) -> None:
    says = SENTENCES[name]
    assert blanks(says.text.de) == blanks(says.text.en)
    assert blanks(says.hint.de) == blanks(says.hint.en)
    assert bool(says.hint.de) == bool(says.hint.en)


@pytest.mark.parametrize("code", CATALOGUE)
def test_nothing_is_left_untranslated(code: str) -> None:
    entry = CATALOGUE[code]
    texts = [entry.cause, entry.fix, *(says.text for says in entry.says.values())]
    assert all(text.de and text.en and text.de != text.en for text in texts)


@pytest.mark.parametrize("name", WORDS)
def test_a_word_has_both_languages(name: str) -> None:
    assert isinstance(WORDS[name], Both)
    assert all(WORDS[name])
