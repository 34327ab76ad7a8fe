"""Figures that stand under each other, each with what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Figures with the same denominator, each with what it means; an empty list comes with the reason.

    `remarks` hold the figures against what was observed elsewhere.
    """

    title: str
    figures: tuple[tuple[str, str, str], ...]
    reason: str = ""
    remarks: tuple[str, ...] = ()
