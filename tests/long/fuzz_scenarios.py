"""Files edited by chance: each loads, or every problem of it is told with its place; nothing else happens.

`make test-long` runs 20,000 of them; the tests run the first few hundred. Each mutation has a number, and the
number is all its chance: `python tests/long/fuzz_scenarios.py --only 4711` repeats one.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import Final

from prevention_sim.report.renderers.problems import problems_as_json, problems_as_text
from prevention_sim.scenario.loading import Reading, read_content
from prevention_sim.scenario.shipped import find_scenario
from tests.unit.report.every_queue import EVERY_QUEUE
from tests.unit.scenario.minimal import MINIMAL

BIELEFELD: Final = find_scenario("bielefeld")
FILES: Final = (MINIMAL.encode(), BIELEFELD.read_bytes() if BIELEFELD else b"", EVERY_QUEUE.encode())
MUTATIONS: Final = 20_000
SLOWEST_SECONDS: Final = 5.0

VALUES: Final = (
    "", "rest", "50.000", "-1", "1/0", "[]", "{}", "a: b", "x", "1/heim", "30/yer", "30 %/yaer", "°", "'",
    "&a", "*a", "!x", "2012-01", "no", "nan", ".inf", "9" * 99, "1 - anteil", "heim", "[heim, heim]", "5 EUR",
    "5 EUR/3 months", "0 months", "{de: a}", "|", ">", "- a", "? b", "---", "<<: {a: b}", "100 %", "1e9", '"',
)  # fmt: skip
SIGNS: Final = "{}[]:,#&*!|>'\"%@`?- \n\t0.€äß\x00\x07\x85\u2028\ufeff\U0001f600"


def _line(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(chance.randrange(len(lines)), lines[at])
        case 2:
            lines[at] = f"{lines[at].partition(':')[0]}: {chance.choice(VALUES)}"
        case 3:
            lines[at] = " " * chance.randrange(9) + lines[at].lstrip()
        case 4:
            key, colon, value = lines[at].partition(":")
            lines[at] = f"{key[:-1]}{chance.choice('xyz_')}{colon}{value}"
        case _:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]


def by_lines(content: bytes, chance: random.Random) -> bytes:
    """Lines left out, doubled, moved, given other values, indents or keys."""
    lines = content.decode().split("\n")
    for _ in range(chance.randint(1, 4)):
        _line(lines, chance)
    return "\n".join(lines).encode()


def by_signs(content: bytes, chance: random.Random) -> bytes:
    """Signs that mean something to YAML, anywhere."""
    text = content.decode()
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(SIGNS) + text[at + chance.randint(0, 2) :]
    return text.encode()


def by_bytes(content: bytes, chance: random.Random) -> bytes:
    """Bytes changed, left out or cut off, whatever they make of the text."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    start = chance.randrange(len(changed))
    return bytes(changed[:start] if chance.random() < 0.3 else changed)


def by_brackets(content: bytes, chance: random.Random) -> bytes:
    """Tens of thousands of opening brackets, alone or somewhere in a file."""
    opening = chance.choice([b"[", b"{", b"- ", b"{a: ", b"? ", b"[{", b"'", b"(", b"&a [", b"-"])
    at = chance.randrange(len(content))
    flood = opening * (60_000 // len(opening))
    return flood if chance.random() < 0.5 else content[:at] + flood + content[at:]


KINDS: Final[tuple[Callable[[bytes, random.Random], bytes], ...]] = (
    by_lines,
    by_lines,
    by_lines,
    by_signs,
    by_bytes,
)


def mutation(number: int) -> bytes:
    """The changed file of a number."""
    chance = random.Random(number)  # noqa: S311 - examples, not secrets
    kind = by_brackets if number % 50 == 0 else chance.choice(KINDS)
    return kind(chance.choice(FILES), chance)


def read(number: int) -> Reading:
    """Read a changed file and print what is wrong with it; anything odd is an error of the program."""
    content = mutation(number)
    begin = time.perf_counter()
    reading = read_content(content, "fuzz.yaml")
    for language in ("de", "en"):
        shown = problems_as_text(reading.problems[:50], language) if reading.problems else ""
        problems_as_json(reading.problems[:50], language)
        assert "\x07" not in shown, f"mutation {number}: a control character reaches the terminal"
    lines = (
        content.count(b"\n") + content.count(b"\r") + content.count(b"\xc2\x85") + content.count(b"\xe2") + 2
    )
    for problem in reading.problems:
        assert 1 <= problem.line <= lines, f"mutation {number}: {problem}"
        assert 1 <= problem.column <= problem.end_column, f"mutation {number}: {problem}"
        assert len(problem.told("de").splitlines()) == 1, f"mutation {number}: {problem}"
    assert (reading.scenario is None) == bool(reading.errors), f"mutation {number}"
    assert time.perf_counter() - begin < SLOWEST_SECONDS, f"mutation {number} is slow"
    return reading


def main() -> None:
    """Run many mutations, or one, and print how often each code was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=MUTATIONS)
    parser.add_argument("--only", type=int)
    chosen = parser.parse_args()
    if chosen.only is not None:
        print(mutation(chosen.only).decode(errors="replace")[:2_000])
        print(*map(str, read(chosen.only).problems), sep="\n")
        return
    told: Counter[str] = Counter()
    valid = 0
    for number in range(chosen.count):
        reading = read(number)
        valid += reading.scenario is not None
        told.update({problem.code for problem in reading.problems})
    print(f"{chosen.count:,} mutations, {valid:,} still valid; files in which each code was told:")
    print(*(f"  {code} {count:>6,}" for code, count in sorted(told.items())), sep="\n")


if __name__ == "__main__":
    main()
