"""`make look`: every output the program can make, in one folder, to be read by a person."""

import subprocess
import sys
from html import escape
from pathlib import Path
from typing import Final

from tools.browser import Media, browser, missing, picture, printed, show

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "look"
PAGES: Final = ("--html", "--svg", "-o", str(FOLDER))
VIEWS: Final[tuple[tuple[str, int, Media], ...]] = (
    ("light", 1280, "light"),
    ("dark", 1280, "dark"),
    ("phone", 400, "light"),
)


def main() -> None:
    """Write the reports of every shipped scenario, also as pages and pictures, JSON, help, and an index."""
    FOLDER.mkdir(exist_ok=True)
    for path in sorted((ROOT / "scenarios").rglob("*.yaml")):
        for language in ("de", "en"):
            write(f"{path.stem}.{language}.txt", "run", str(path), "--lang", language)
            write(f"{path.stem}.{language}.explained.txt", "explain", str(path), "--lang", language)
            write(f"{path.stem}.{language}.svg", "diagram", str(path), "--lang", language)
        write(f"{path.stem}.json", "run", str(path), "--json")
        write(f"{path.stem}.verify.txt", "verify", str(path))
    for path in sorted((ROOT / "scenarios").glob("*.yaml")):
        for language in ("de", "en"):
            write(f"{path.stem}.{language}.report.txt", "report", str(path), *PAGES, "--lang", language)
    take_pictures()
    write("help.txt", "--help")
    for command in (
        "init",
        "explain",
        "diagram",
        "schema",
        "run",
        "report",
        "verify",
        "breakeven",
        "compare",
        "conventions",
        "diff",
        "version",
    ):
        write(f"help-{command}.txt", command, "--help")
    put_index()
    print(f"{len(list(FOLDER.iterdir()))} files in {FOLDER.name}/, listed in {FOLDER.name}/index.html")


def take_pictures() -> None:
    """Every page as screens and a printer show it, where there is a browser."""
    if lacking := missing():
        print(f"No pictures of pages: {lacking}")
        return
    with browser() as driver:
        for page in sorted(FOLDER.glob("*.??.html")):
            for name, width, media in VIEWS:
                show(driver, page, width, media)
                page.with_suffix(f".{name}.png").write_bytes(picture(driver))
            page.with_suffix(".pdf").write_bytes(printed(driver))


def put_index() -> None:
    """A page that links every file and shows the pictures."""
    names = sorted(path.name for path in FOLDER.iterdir() if path.name != "index.html")
    items = [
        f'<li><a href="{escape(name)}">{escape(name)}</a>'
        + (f'<br><img src="{escape(name)}" alt="" width="700">' if name.endswith((".svg", ".png")) else "")
        for name in names
    ]
    text = '<!DOCTYPE html><meta charset="utf-8"><title>look</title><ul>' + "\n".join(items) + "</ul>\n"
    (FOLDER / "index.html").write_text(text, encoding="utf-8")


def write(name: str, *arguments: str) -> None:
    """Keep what a command prints."""
    done = subprocess.run(
        [sys.executable, "-m", "prevention_sim", *arguments], capture_output=True, check=False
    )
    (FOLDER / name).write_bytes(done.stdout + done.stderr)


if __name__ == "__main__":
    main()
