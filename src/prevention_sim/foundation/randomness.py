"""Chance with an address.

A random number is a pure function of (seed, replication, person, purpose, occurrence), never of the order of
execution; neither the strategy nor the parameter row is part of the address. So strategies share their luck
person by person, and any number of workers draws the same. This numbering is settled: changing it changes
every stochastic result.

    generator    Philox4x32-10 (J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3; SC11, 2011)
    key          first 64 bits of SHA-256 of the ASCII text "<seed>/<replication>" in decimal; words low, high
    counter      words occurrence, purpose, person low, person high
    purpose      first 32 bits of SHA-256 of its name in UTF-8
    uniform      output words a, b: (((a << 32 | b) >> 12) + 1/2) * 2**-52, 2**-53 to 1 - 2**-53 inclusive;
                 who needs a second one at the same address takes it from the words c, d

The first bits of a digest are its first bytes read as a big-endian number. A uniform has 52 bits because with
53 the largest would round to 1.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from prevention_sim.foundation.compiling import subroutine
from prevention_sim.foundation.errors import ModelError

Words = npt.NDArray[np.uint64]  # 32-bit words in 64-bit lanes, except in person keys, which fill theirs
Word = TypeVar("Word", np.uint64, Words)
Whole = int | npt.NDArray[np.integer]

SEED_BITS, REPLICATION_BITS, PURPOSE_BITS, OCCURRENCE_BITS = 64, 32, 32, 32

LOW_WORD = np.uint64(0xFFFFFFFF)
WORD = np.uint64(32)
MULTIPLIER_0, MULTIPLIER_1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
TWELVE, UNIT, HALF_UNIT = np.uint64(12), 2.0**-52, 2.0**-53
WEYL_0, WEYL_1 = np.uint64(0x9E3779B9), np.uint64(0xBB67AE85)


@dataclass(frozen=True, slots=True)
class Luck:
    """All random numbers of one replication.

    >>> luck = Luck(seed=0, replication=0)
    >>> luck.uniform((1 << 40) + np.arange(3), "patience", occurrence=0).round(3)
    array([0.001, 0.241, 0.05 ])
    """

    seed: int
    replication: int

    def __post_init__(self) -> None:
        """Refuse an address that does not fit; 0 is a seed like any other."""
        fits("seed", self.seed, SEED_BITS)
        fits("replication", self.replication, REPLICATION_BITS)

    @property
    def key(self) -> tuple[Words, Words]:
        """Both key words of the generator."""
        key = np.array(first_bits(f"{self.seed:d}/{self.replication:d}", 64), dtype=np.uint64)
        return np.asarray(key & LOW_WORD), np.asarray(key >> WORD)

    def uniform(self, person_keys: Words, purpose: str, occurrence: Whole) -> npt.NDArray[np.float64]:
        """One number in (0, 1) per person for the given purpose, the occurrence-th time it is asked for."""
        return _uniform(self.key, person_keys, purpose, occurrence)


def keys_of(lucks: Sequence[Luck]) -> Words:
    """The key words of many replications: u8[replication, word]."""
    return np.array([luck.key for luck in lucks], dtype=np.uint64).reshape(-1, 2)


def uniforms(lucks: Sequence[Luck], person_keys: Words, purpose: str) -> npt.NDArray[np.float64]:
    """The first number of some persons for a purpose, in many replications: f8[..., replication]."""
    different = {luck: at for at, luck in enumerate(dict.fromkeys(lucks))}
    low, high = keys_of([*different]).T
    found = _uniform((low, high), person_keys[..., np.newaxis], purpose, 0)
    return found if len(different) == len(lucks) else found[..., [different[luck] for luck in lucks]]


def _uniform(
    key: tuple[Words, Words], person_keys: Words, purpose: str, occurrence: Whole
) -> npt.NDArray[np.float64]:
    persons = fits("person key", person_keys, 64)
    what = np.array(first_bits(purpose, PURPOSE_BITS), dtype=np.uint64)
    when = fits("occurrence", occurrence, OCCURRENCE_BITS)
    a, b, _, _ = philox4x32((when, what, persons & LOW_WORD, persons >> WORD), key)
    return np.asarray(in_unit_interval(a, b), dtype=np.float64)


@subroutine
def philox4x32(
    counter: tuple[Word, Word, Word, Word], key: tuple[Word, Word]
) -> tuple[Word, Word, Word, Word]:
    """Ten rounds of Philox on a counter of four words under a key of two; works on arrays and in kernels."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        p0, p1 = MULTIPLIER_0 * c0, MULTIPLIER_1 * c2
        c0, c1, c2, c3 = (p1 >> WORD) ^ c1 ^ k0, p1 & LOW_WORD, (p0 >> WORD) ^ c3 ^ k1, p0 & LOW_WORD
        k0, k1 = (k0 + WEYL_0) & LOW_WORD, (k1 + WEYL_1) & LOW_WORD
    return c0, c1, c2, c3


@subroutine
def in_unit_interval(high: Any, low: Any) -> Any:  # noqa: ANN401 - words, or arrays of them
    """The number in (0, 1) that two words make; works on arrays and in kernels."""
    return ((high << WORD | low) >> TWELVE) * UNIT + HALF_UNIT


def first_bits(text: str, bits: int) -> int:
    """The number that the beginning of a text's digest is."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[: bits // 8], "big")


def fits(what: str, value: Whole, bits: int) -> Words:
    """Return whole numbers as 64-bit words, or raise if one needs more bits than the address gives it."""
    given = np.asarray(value)
    if given.size and not (given.dtype.kind in "iu" and given.min() >= 0 and int(given.max()) < 2**bits):
        found = value if given.ndim == 0 else f"{given.min()} to {given.max()}"
        raise ModelError(f"{what}: whole numbers from 0 to {2**bits - 1} are possible, found {found}")
    return given.astype(np.uint64)
