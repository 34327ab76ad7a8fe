"""Put the output as it is now into the README (a test compares the two)."""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def main() -> None:
    """Replace the block that shows `make run`."""
    command = [sys.executable, "-m", "prevention_sim", "run", "bielefeld", "--lang", "de"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    text = README.read_text(encoding="utf-8")
    blocks = re.finditer(r"```\n(.*?)```", text, re.DOTALL)
    shown = next(block for block in blocks if "Entlastung" in block[1])
    README.write_text(text[: shown.start(1)] + printed + text[shown.end(1) :], encoding="utf-8")


if __name__ == "__main__":
    main()
