"""`python tools/reference.py`: the page that lists every key of a scenario file, from the editors' schema."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from prevention_sim.scenario.schema import scenario_schema  # noqa: E402 - found beside this script
from tools.key_examples import EXAMPLES, FRAME  # noqa: E402 - found beside this script

PAGE = ROOT / "docs" / "reference" / "scenario-file.md"
HEAD = """\
# Every key of a scenario file

Written by `tools/reference.py` from the texts an editor shows; change them in
`src/prevention_sim/scenario/key_texts.py`. `<id>` is a name of your own, `[]` an entry of a list, bold keys
are required. How numbers are written stands in [decision 0006](../decisions/0006-file-format.md).

Every part has an example with every key it may have, from `tools/key_examples.py`; where keys exclude
each other, `---` stands between two. Its sections take the place of those in this file:

"""

EVERYWHERE = {
    "Figure": "A number written out",
    "Title": "A title in two languages",
    "Known": "A number known for sure",
    "OfFamily": "A distribution with its width",
    "Between": "A distribution between two ends",
    "Dirichlet": "Shares drawn together",
    "Empirical": "One of several values",
    "Mixture": "Perhaps a fixed value",
}
"""Titles of the parts that may stand wherever a number may."""


def reference_page() -> str:
    """The page: for each part of a file a table and an example."""
    schema = scenario_schema()
    parts = parts_of("The file", "", schema, schema["$defs"], set())
    told = (f"\n## {title}\n\n{table(part)}\n{as_yaml(EXAMPLES[title])}" for title, part in parts)
    return HEAD + as_yaml(FRAME) + "".join(told)


def as_yaml(text: str) -> str:
    """A piece of a file, set off from the text."""
    return f"```yaml\n{text}```\n"


def parts_of(
    title: str, place: str, part: dict[str, Any], definitions: dict[str, Any], seen: set[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each part with the place it stands at first, followed by the parts inside it."""
    yield title, part
    for key, value in part["properties"].items():
        for suffix, name in references(value):
            if name not in seen:
                seen.add(name)
                inner = definitions[name]
                where = f"{place}.{key}{suffix}".removeprefix(".")
                yield from parts_of(title_of(name, where, inner), where, inner, definitions, seen)


def title_of(name: str, place: str, part: dict[str, Any]) -> str:
    """What a part is called: its place, and its kind where several stand there."""
    kind = part["properties"].get("kind", {}).get("const")
    return EVERYWHERE.get(name, f"`{place}`" + (f" with `kind: {kind}`" if kind else ""))


def references(value: dict[str, Any], suffix: str = "") -> Iterator[tuple[str, str]]:
    """The parts a key may hold, and what stands between the key and them."""
    if "$ref" in value:
        yield suffix, value["$ref"].rsplit("/", 1)[1]
    for choice in value.get("anyOf", []):
        yield from references(choice, suffix)
    if isinstance(value.get("additionalProperties"), dict):
        yield from references(value["additionalProperties"], f"{suffix}.<id>")
    if isinstance(value.get("items"), dict):
        yield from references(value["items"], f"{suffix}[]")


def table(part: dict[str, Any]) -> str:
    """The keys of a part with their texts."""
    required = part.get("required", [])
    rows = ["| key | deutsch | English |", "|---|---|---|"]
    for key, value in part["properties"].items():
        german, english = (text.replace("|", "\\|") for text in value["description"].split("\n\n"))
        name = f"**`{key}`**" if key in required else f"`{key}`"
        rows.append(f"| {name} | {german} | {english} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(reference_page(), encoding="utf-8", newline="\n")
