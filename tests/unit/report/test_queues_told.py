"""Capacity, places and waiting are read back in words, with every number of theirs."""

from pathlib import Path

import pytest

from prevention_sim.analysis.differences import differences
from prevention_sim.foundation.languages import Language
from prevention_sim.report.explanation import Explanation, explain
from prevention_sim.report.flow_chart import flow_chart
from prevention_sim.scenario.document import figures_of
from prevention_sim.scenario.loading import parse_scenario
from tests.unit.report.every_queue import EVERY_QUEUE


def edited(*edits: tuple[str, str]) -> str:
    text = EVERY_QUEUE
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(language: Language, *edits: tuple[str, str]) -> Explanation:
    return explain(parse_scenario(edited(*edits).encode()), language)


def sentences(language: Language, *edits: tuple[str, str]) -> list[str]:
    explanation = told(language, *edits)
    return [statement.text for section in explanation.sections for statement in section.statements]


def expected(language: Language) -> list[str]:
    """Sentences that must be told, one per line."""
    return Path(__file__).with_name(f"every_queue.{language}.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def german() -> list[str]:
    return sentences("de")


@pytest.fixture(scope="module")
def english() -> list[str]:
    return sentences("en")


@pytest.mark.parametrize("sentence", expected("de"))
def test_queues_in_german(german: list[str], sentence: str) -> None:
    assert sentence in german


@pytest.mark.parametrize("sentence", expected("en"))
def test_queues_in_english(english: list[str], sentence: str) -> None:
    assert sentence in english


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_number_of_a_queue_is_told_exactly_once(language: Language) -> None:
    paths = [number.path for number in told(language).numbers]
    assert sorted(paths) == sorted(found.path for found in figures_of(parse_scenario(EVERY_QUEUE.encode())))
    assert told("de").sections[-2].title != "Weitere Zahlen"


ALL_OF_IT = ("      productive_share: 75 %\n", "")
NOBODY_WAITS = ("waiting_room: 20", "waiting_room: 0")
AS_LONG_AS_IT_TAKES = ("      waiting_room: 20\n", "")
NO_RANKS = ("      priority: {hoch: 1, uebrige: 2}\n", "")
AS_WITHOUT = ("      - {kind: hazard_ratio, from: heim, ratio: 1.2, while: waiting, source: plan}\n", "")


@pytest.mark.parametrize(
    ("edits", "de", "en"),
    [
        (
            (ALL_OF_IT,),
            "Zugleich ist Platz für 60 Kinder: 4 Stellen × 15 Kinder je Stelle, abgerundet",
            "There is room for 60 children at once: 4 posts × 15 children a post, rounded down",
        ),
        (
            (NOBODY_WAITS,),
            "Wer keinen Platz findet, wird abgewiesen; niemand wartet.",
            "Who finds no slot is turned away; nobody waits.",
        ),
        (
            (AS_LONG_AS_IT_TAKES, NO_RANKS, AS_WITHOUT),
            "wartet; bis dahin ergeht es ihm wie ohne Programm. Zuerst kommt, wer früher angefragt hat.",
            "fares as without the programme until then. Whoever asked earlier comes first.",
        ),
        (
            (("when_it_falls: transfer", "when_it_falls: finish"),),
            "Gibt es einmal weniger Plätze als Teilnehmende, nehmen trotzdem alle bis zum Ende teil.",
            "Where there are fewer slots than cases taking part, all still take part to their end.",
        ),
        (
            (("sources:", "engine: simpy\nuncertainty: {seed: 7, replications: 40}\nsources:"),),
            "Fassung zum Nachlesen (SimPy): 40-mal, mit der Startzahl 7; das Ergebnis ist der Mittelwert.",
            "as written to be read (SimPy): 40 times, from the seed 7; the result is the mean.",
        ),
    ],
)
def test_what_a_key_changes_is_told(edits: tuple[tuple[str, str], ...], de: str, en: str) -> None:
    assert any(de in text for text in sentences("de", *edits))
    assert any(en in text for text in sentences("en", *edits))


def test_a_queue_that_nobody_joins_does_not_end() -> None:
    assert "Endet das Programm, löst sich die Warteschlange auf." not in sentences("de", NOBODY_WAITS)


def test_an_effect_on_waiting_is_drawn_where_cases_wait() -> None:
    """They wait in the home, which is none of the states the programme continues in."""
    chart = flow_chart(parse_scenario(EVERY_QUEUE.encode()), "de")
    marks = {(each.origin, each.destination): each.marks for each in chart.arrows if each.marks}
    assert marks == {("heim", "ende"): ("Programm: Tempo ×\N{NO-BREAK SPACE}1,2", "(beim Warten)")}


@pytest.mark.parametrize(
    ("path", "old", "new", "after"),
    [
        ("interventions.hebammen.capacity.posts.value", "posts: 4 FTE", "posts: 2 FTE", "2 FTE"),
        ("interventions.hebammen.capacity.waiting_room", "waiting_room: 20", "waiting_room: 5", "5"),
        ("states.heim.places.bridge", "bridge: krise", "bridge: hilfe", "hilfe"),
    ],
)
def test_every_key_of_a_queue_is_compared(path: str, old: str, new: str, after: str) -> None:
    before, then = parse_scenario(EVERY_QUEUE.encode()), parse_scenario(edited((old, new)).encode())
    assert {each.path: each.after for each in differences(before, then)} == {path: after}
