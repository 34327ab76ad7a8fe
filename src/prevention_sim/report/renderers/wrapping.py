"""Lines that break between words, but not between a number and its unit.

rich breaks at every kind of space, so such spaces become a mark while it wraps, and spaces again in the end.
"""

import re
from collections.abc import Iterable
from typing import Final

from rich.console import Console, RenderableType
from rich.text import Text

MARK: Final = "\ue000"
_TIED: Final = re.compile(r"(?<=\d) (?=%|€|Mio\.|million)|(?<=Mio\.) (?=€)|(?<=§) (?=\d)|(?<=§§) (?=\d)")


def words(sentence: str, style: str = "") -> Text:
    """A text to print with `put`."""
    return Text(_TIED.sub(MARK, sentence), style=style)


def put(parts: Iterable[RenderableType], console: Console) -> None:
    """Print one part below the other, without blanks at the ends of lines."""
    with console.capture() as printed:
        for part in parts:
            console.print(part)
    lines = (line.rstrip().replace(MARK, " ") for line in printed.get().splitlines())
    console.out("".join(f"{line}\n" for line in lines), end="", highlight=False)
