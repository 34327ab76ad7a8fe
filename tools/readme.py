"""Put what the program prints now, and how long its layers are, into the README (tests compare)."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def main() -> None:
    """Refresh the block that shows `make run` and the figures of the picture."""
    text = README.read_text(encoding="utf-8")
    README.write_text(with_lengths(with_output(text)), encoding="utf-8")


def with_output(text: str) -> str:
    """The page with the output of `make run` as it is, up to the budget table."""
    command = [sys.executable, "-m", "prevention_sim", "run", "bielefeld", "--lang", "de"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    blocks = re.finditer(r"```\n(.*?)```", text, re.DOTALL)
    shown = next(block for block in blocks if "Entlastung" in block[1])
    return text[: shown.start(1)] + up_to_the_table(printed) + text[shown.end(1) :]


def up_to_the_table(printed: str) -> str:
    """The first paragraphs of a report, the budget table the last of them."""
    before, table, after = printed.partition("Haushaltswirkung")
    rows, _, _ = after.partition("\n\n")
    return f"{before}{table}{rows}\n\n[…]\n"


def with_lengths(text: str) -> str:
    """The page with the lines of code of each layer, to the nearest ten."""
    return re.sub(
        r"^( {6}│ {3}| {10})(\w+)( .*~ )[\d,]+$",
        lambda line: f"{line[1]}{line[2]}{line[3]}{length(line[2]):,}",
        text,
        flags=re.MULTILINE,
    )


def length(layer: str) -> int:
    """Lines of a layer's Python files, to the nearest ten."""
    files = (ROOT / "src" / "prevention_sim" / layer).rglob("*.py")
    return round(sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files), -1)


if __name__ == "__main__":
    main()
