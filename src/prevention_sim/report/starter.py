"""A folder to start from: a shipped example, the schema for the editor, and a page that says what to do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from prevention_sim.foundation.languages import Language
from prevention_sim.report.starter_wording import README
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.schema import EDITOR_LINE, FILE_NAME, schema_as_json
from prevention_sim.scenario.shipped import find_scenario, shipped_names

README_NAME: Final = "README.txt"


@dataclass(frozen=True, slots=True)
class Example:
    """A scenario that ships: its name and the question it answers."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Starter:
    """Files by name; the scenario is one of them."""

    scenario: str
    files: dict[str, str]


def examples(language: Language) -> list[Example]:
    """Every scenario that ships, with its title and question."""
    paths = {name: find_scenario(name) for name in shipped_names()}
    return [Example(name, _question(path, language)) for name, path in paths.items() if path]


def starter(name: str, language: Language) -> Starter | None:
    """The files of an example; None where there is none of that name."""
    path = find_scenario(name)
    if path is None:
        return None
    scenario = load_scenario(path)
    title = scenario.scenario.title.told(language)
    page = README.told(language).format(
        title=title, rule="=" * len(title), scenario=path.name, schema=FILE_NAME
    )
    content = path.read_text(encoding="utf-8")
    files = {path.name: EDITOR_LINE + content, FILE_NAME: schema_as_json(), README_NAME: page}
    beside = [table.file for table in scenario.tables.values()]
    tables = {name: (path.parent / name).read_text(encoding="utf-8") for name in beside}
    return Starter(path.name, files | tables)


def _question(path: Path, language: Language) -> str:
    about = load_scenario(path).scenario
    title = about.title.told(language)
    return f"{title}: {about.question.told(language)}" if about.question else title
