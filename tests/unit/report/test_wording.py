"""Every sentence exists in both languages and has the same fields in both."""

import re

import pytest

from prevention_sim.report.wording import TEXTS


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_have_the_same_fields(key: str) -> None:
    fields = {language: set(re.findall(r"\{(\w+)\}", text)) for language, text in TEXTS[key].items()}
    assert set(fields) == {"de", "en"}
    assert fields["de"] == fields["en"]


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_no_sentence_is_empty(key: str) -> None:
    assert all(text.strip() for text in TEXTS[key].values())
