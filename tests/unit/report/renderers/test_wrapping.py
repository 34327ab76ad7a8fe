"""Lines break between words, never between a number and its unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from prevention_sim.report.renderers.wrapping import MARK, put, words

SENTENCE = "Das sind 100 % von rund 3,2 Mio. € nach §§ 27 bis 35 oder € 5 million, nicht 37 % von § 34."


def printed(sentence: str, width: int) -> str:
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        put([words(sentence)], console)
    return capture.get()


@pytest.mark.parametrize("width", range(16, 100))
def test_number_and_unit_stay_on_one_line(width: int) -> None:
    lines = printed(SENTENCE, width).splitlines()
    for together in ("100 %", "3,2 Mio. €", "§§ 27", "5 million", "37 %", "§ 34"):
        assert any(together in line for line in lines), together
    assert max(map(len, lines)) <= width


@given(st.lists(st.from_regex(r"[a-z0-9%€§]{1,8}", fullmatch=True), min_size=1, max_size=30))
def test_no_word_is_lost_and_no_mark_is_left(spoken: list[str]) -> None:
    told = printed(" ".join(spoken), 40)
    assert told.split() == spoken
    assert MARK not in told
