"""Where the scenarios that ship are: beside the checkout, or inside an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
FOLDERS = (_PACKAGE.parents[1] / "scenarios", _PACKAGE / "scenarios")


def find_scenario(name: str) -> Path | None:
    """The file of a shipped scenario: `bielefeld`, `reference/hiv_monotherapy`."""
    for folder in FOLDERS:
        path = folder / f"{name.removesuffix('.yaml')}.yaml"
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            return path
    return None


def scenario_path(file: str | Path) -> Path:
    """A path as given, or the path of a scenario that ships, by its name."""
    given = Path(file)
    return given if given.exists() else find_scenario(str(file)) or given


def shipped_names() -> list[str]:
    """The names of all scenarios that ship, those of the main folder first."""
    folder = next(folder for folder in FOLDERS if folder.is_dir())
    paths = sorted(folder.rglob("*.yaml"), key=lambda path: (len(path.parts), path))
    return [path.relative_to(folder).with_suffix("").as_posix() for path in paths]
