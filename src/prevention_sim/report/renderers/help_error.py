"""What `prevsim help-error` prints: the sentences of a code, its cause, its fix, and an example."""

import re
from typing import Final

from prevention_sim.foundation.languages import Language
from prevention_sim.report.wording import say
from prevention_sim.scenario.messages import CATALOGUE, MARK

WIDEST: Final = 100


def explanation_of(code: str, language: Language) -> str:
    """Everything the catalogue holds on a code."""
    entry = CATALOGUE[code]
    sentences = [_with_gaps(variant.text.told(language)) for variant in entry.says.values()]
    parts = [
        "\n      ".join([f"{code}  {sentences[0]}", *sentences[1:]]),
        f"{say(language, 'cause')}  {entry.cause.told(language)}",
        f"{say(language, 'fix')}  {entry.fix.told(language)}",
    ]
    if example := entry.example or entry.beside:
        parts.append("\n".join([f"{say(language, 'example')}", *_marked(example)]))
    return "\n\n".join(parts)


def _with_gaps(template: str) -> str:
    """A sentence of the catalogue with an ellipsis where the file's own words will stand."""
    return re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", template).replace("{{", "{").replace("}}", "}")


def _marked(example: str) -> list[str]:
    """The lines of an example, with a caret under the place of the problem."""
    lines = []
    for line in example.rstrip("\n").split("\n"):
        clean = line.replace(MARK, "").replace("\t", "→").replace("\x07", "\N{REPLACEMENT CHARACTER}")
        lines.append(f"    {clean if len(clean) <= WIDEST else clean[:WIDEST] + '…'}")
        if MARK in line:
            lines.append(f"    {' ' * line.index(MARK)}^")
    return lines
