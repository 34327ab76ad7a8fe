"""The languages the program speaks."""

from typing import Literal, NamedTuple

Language = Literal["de", "en"]


class Both(NamedTuple):
    """A text in each language."""

    de: str
    en: str

    def told(self, language: Language) -> str:
        """The text in one of them."""
        return self.de if language == "de" else self.en
