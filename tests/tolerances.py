"""The one reader of `tolerances.toml`."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def tolerance(name: str) -> float:
    """How far two numbers may lie apart in the comparison of this name."""
    entries = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return float(entries[name]["value"])
