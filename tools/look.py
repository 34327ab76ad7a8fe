"""`make look`: every output the program can make, in one folder, to be read by a person."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "look"


def main() -> None:
    """Write the reports of every shipped scenario, their JSON, and the help of every command."""
    FOLDER.mkdir(exist_ok=True)
    for path in sorted((ROOT / "scenarios").rglob("*.yaml")):
        for language in ("de", "en"):
            write(f"{path.stem}.{language}.txt", "run", str(path), "--lang", language)
            write(f"{path.stem}.{language}.explained.txt", "explain", str(path), "--lang", language)
            write(f"{path.stem}.{language}.svg", "diagram", str(path), "--lang", language)
        write(f"{path.stem}.json", "run", str(path), "--json")
        write(f"{path.stem}.verify.txt", "verify", str(path))
    write("help.txt", "--help")
    for command in (
        "init",
        "explain",
        "diagram",
        "schema",
        "run",
        "verify",
        "breakeven",
        "compare",
        "conventions",
        "diff",
        "version",
    ):
        write(f"help-{command}.txt", command, "--help")
    print(f"{len(list(FOLDER.iterdir()))} files in {FOLDER.name}/")


def write(name: str, *arguments: str) -> None:
    """Keep what a command prints."""
    done = subprocess.run(
        [sys.executable, "-m", "prevention_sim", *arguments], capture_output=True, check=False
    )
    (FOLDER / name).write_bytes(done.stdout + done.stderr)


if __name__ == "__main__":
    main()
