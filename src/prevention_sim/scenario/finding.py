"""What checks report: a problem, and the part of the file that has it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.problems import Message, nearest


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and the path of the part that has it; `at_key` where the key is wrong, or lacks something."""

    path: str
    message: Message
    at_key: bool = False


def finding(code: str, path: str, variant: str = "", *, at_key: bool = False, **fields: object) -> Finding:
    """A finding with the fields of its message."""
    return Finding(path, Message(code, variant, fields), at_key)


def unknown(kind: str, name: str, known: Collection[str], path: str) -> Iterator[Finding]:
    """A name that stands for nothing."""
    if name not in known:
        yield finding(
            "E203",
            path,
            at_key=path.endswith(f".{name}"),
            kind=WORDS[kind],
            written=name,
            nearest=nearest(name, known),
            allowed=tuple(sorted(known)),
        )


def several_rests(shares: Mapping[str, object]) -> Iterator[Finding]:
    """Shares of one whole, by their path, of which more than one is the rest."""
    for path in [path for path, share in shares.items() if share == "rest"][1:]:
        yield finding("E204", path)


def decimal(value: float, digits: int = 10) -> Both:
    """A number as both languages write it."""
    text = f"{value:.{digits}g}"
    return Both(text.replace(".", ","), text)
