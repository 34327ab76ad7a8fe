"""Put the output as it is now into the README (a test compares the two)."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Replace the block that shows `make run`."""
    command = [sys.executable, "-m", "prevention_sim", "run", "scenarios/bielefeld.yaml", "--lang", "de"]
    printed = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout.decode()
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    block = next(found for found in re.finditer(r"```\n(.*?)```", text, re.DOTALL) if "Entlastung" in found[1])
    readme.write_text(text[: block.start(1)] + printed + text[block.end(1) :], encoding="utf-8")


if __name__ == "__main__":
    main()
