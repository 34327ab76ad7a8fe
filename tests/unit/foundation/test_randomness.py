"""A random number depends on its address, on all of it, and on nothing else."""

import hashlib
import itertools
import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.engines import addresses
from prevention_sim.engines.addresses import person_keys, population_ids, purpose_ids
from prevention_sim.engines.kernels.persons import Person, in_units, sojourn_luck, uniform
from prevention_sim.foundation import randomness
from prevention_sim.foundation.compiling import kernel
from prevention_sim.foundation.elementary import log
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.randomness import Luck, in_unit_interval, philox4x32, uniforms

Words = npt.NDArray[np.uint64]
LARGEST_Z = 4.42  # exceeded by one standard normal in 100,000; the seeds are fixed, so a pass stays a pass
PERSONS = person_keys(population=7, cycle=3, ordinal=np.arange(1000))
KNOWN_ANSWERS = [  # of the Random123 distribution: counter, key, output
    ("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
]


def words(text: str) -> Words:
    return np.array([int(word, 16) for word in text.split()], dtype=np.uint64)


def scalar_philox(counter: tuple[int, ...], key: tuple[int, ...]) -> tuple[int, ...]:
    """Philox once more, from its definition and in Python's own integers."""
    (c0, c1, c2, c3), (k0, k1) = counter, key
    for _ in range(10):
        high0, low0 = divmod(0xD2511F53 * c0, 2**32)
        high1, low1 = divmod(0xCD9E8D57 * c2, 2**32)
        c0, c1, c2, c3 = high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0
        k0, k1 = (k0 + 0x9E3779B9) % 2**32, (k1 + 0xBB67AE85) % 2**32
    return c0, c1, c2, c3


def digest_bits(text: bytes, bits: int) -> int:
    return int(hashlib.sha256(text).hexdigest()[: bits // 4], 16)


def z_of_chi_square(uniforms: npt.NDArray[np.float64], bins: int) -> float:
    """Return chi-square over equal bins, turned standard normal by Wilson and Hilferty's cube root."""
    counts = np.histogram(uniforms, bins, (0.0, 1.0))[0]
    expected = uniforms.size / bins
    freedom = bins - 1
    chi_square = float(((counts - expected) ** 2).sum() / expected)
    spread = 2 / (9 * freedom)
    return (math.cbrt(chi_square / freedom) - (1 - spread)) / math.sqrt(spread)


@kernel("void(u8[:, ::1], u8[::1], u8[:, ::1])")
def philox_rows(counters: Words, key: Words, out: Words) -> None:
    """Fill each row of `out` from that row of `counters`."""
    for i in range(counters.shape[0]):
        counter = (counters[i, 0], counters[i, 1], counters[i, 2], counters[i, 3])
        out[i, 0], out[i, 1], out[i, 2], out[i, 3] = philox4x32(counter, (key[0], key[1]))


@pytest.mark.parametrize(("counter", "key", "expected"), KNOWN_ANSWERS)
def test_philox_gives_the_published_answers(counter: str, key: str, expected: str) -> None:
    c, k = words(counter), words(key)
    assert np.array_equal(
        philox4x32((c[0:1], c[1:2], c[2:3], c[3:4]), (k[0:1], k[1:2])), words(expected)[:, None]
    )


def test_philox_is_the_same_in_kernels_and_in_arrays() -> None:
    counters = np.random.default_rng(5).integers(0, 2**32, (2000, 4), dtype=np.uint64)
    key = words("a4093822 299f31d0")
    in_arrays = np.stack(philox4x32(tuple(counters.T), (key[0:1], key[1:2])), axis=1)
    for form in (philox_rows.python, philox_rows.compiled):
        out = np.empty_like(counters)
        form(counters, key, out)
        assert np.array_equal(out, in_arrays)


@given(
    seed=st.integers(0, 2**64 - 1),
    replication=st.integers(0, 2**32 - 1),
    population=st.integers(0, 2**24 - 1),
    cycle=st.integers(0, 2**16 - 1),
    ordinal=st.integers(0, 2**24 - 1),
    purpose=st.text("abcxyzäöüß_ -"),
    occurrence=st.integers(0, 2**32 - 1),
)
def test_the_numbering_is_the_documented_one(  # noqa: PLR0913, PLR0917 - an address has so many parts
    seed: int, replication: int, population: int, cycle: int, ordinal: int, purpose: str, occurrence: int
) -> None:
    key = digest_bits(f"{seed}/{replication}".encode(), 64)
    person = population * 2**40 + cycle * 2**24 + ordinal
    counter = (occurrence, digest_bits(purpose.encode(), 32), person % 2**32, person // 2**32)
    a, b, _, _ = scalar_philox(counter, (key % 2**32, key // 2**32))
    expected = ((a * 2**32 + b) // 2**12 + 0.5) / 2**52
    drawn = Luck(seed, replication).uniform(person_keys(population, cycle, ordinal), purpose, occurrence)
    assert float(drawn) == expected


@kernel("void(u8[:, ::1], u8[::1], f8[:, ::1])")
def draws(addresses: Words, key: Words, out: npt.NDArray[np.float64]) -> None:
    """Fill each row of `out` with what persons draw: addresses are purpose, occurrence, person low, high."""
    for i in range(addresses.shape[0]):
        person = Person(addresses[i, 2], addresses[i, 3], key[0], key[1])
        out[i, 0] = uniform(person, addresses[i, 0], addresses[i, 1])
        patience, out[i, 1] = sojourn_luck(person, addresses[i, 0], addresses[i, 1])
        out[i, 2] = patience


@settings(max_examples=30)
@given(
    seed=st.integers(0, 2**64 - 1),
    replication=st.integers(0, 2**32 - 1),
    purpose=st.text(),
    persons=st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=9),
    occurrence=st.integers(0, 2**32 - 1),
)
@pytest.mark.xdist_group("compiled")
def test_kernels_of_persons_draw_what_luck_draws(
    seed: int, replication: int, purpose: str, persons: list[int], occurrence: int
) -> None:
    """The same bits from NumPy, from a kernel's source and from its compiled form."""
    luck, keys = Luck(seed, replication), np.array(persons, dtype=np.uint64)
    addresses = np.empty((keys.size, 4), dtype=np.uint64)
    addresses[:, 0], addresses[:, 1] = digest_bits(purpose.encode(), 32), occurrence
    addresses[:, 2], addresses[:, 3] = keys & np.uint64(2**32 - 1), keys >> np.uint64(32)
    expected = luck.uniform(keys, purpose, occurrence)
    words = (addresses[:, 1], addresses[:, 0], addresses[:, 2], addresses[:, 3])
    _, _, c, d = philox4x32(words, luck.key)
    for form in (draws.python, draws.compiled):
        found = np.empty((keys.size, 3))
        form(addresses, np.array(luck.key), found)
        assert found[:, 0].tobytes() == expected.tobytes()
        assert found[:, 1].tobytes() == np.asarray(in_unit_interval(c, d)).tobytes()
        assert (found[:, 2] == [in_units(-log(each)) for each in expected]).all()


def test_the_extreme_words_stay_inside_the_open_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    for word, expected in ((0, 2.0**-53), (2**32 - 1, 1.0 - 2.0**-53)):
        output = np.full(1, word, dtype=np.uint64)
        monkeypatch.setattr(randomness, "philox4x32", lambda *_, output=output: (output,) * 4)
        assert Luck(1, 1).uniform(PERSONS[:1], "any", 0).tolist() == [expected]


@pytest.mark.parametrize("seed", [0, 1, 2**64 - 1])
def test_uniforms_fill_the_interval_evenly(seed: int) -> None:
    uniforms = Luck(seed, 0).uniform(person_keys(1, 0, np.arange(200_000)), "patience", 0)
    assert abs(z_of_chi_square(uniforms, 1000)) < LARGEST_Z
    assert abs((uniforms.mean() - 0.5) * math.sqrt(12 * uniforms.size)) < LARGEST_Z


@pytest.mark.parametrize("part", ["replication", "purpose", "occurrence", "seed"])
def test_neighbouring_addresses_are_uncorrelated(part: str) -> None:
    persons = person_keys(1, 0, np.arange(100_000))
    first = Luck(1, 0).uniform(persons, "patience", 0)
    second = {
        "replication": lambda: Luck(1, 1).uniform(persons, "patience", 0),
        "purpose": lambda: Luck(1, 0).uniform(persons, "destination", 0),
        "occurrence": lambda: Luck(1, 0).uniform(persons, "patience", 1),
        "seed": lambda: Luck(2, 0).uniform(persons, "patience", 0),
    }[part]()
    correlation = float(np.corrcoef(first, second)[0, 1])
    assert abs(correlation) * math.sqrt(persons.size) < LARGEST_Z


def test_every_part_of_the_address_matters() -> None:
    parts = itertools.product((0, 1), (0, 1), (0, 1), (0, 1), (0, 1), ("patience", "destination"), (0, 1))
    drawn = [
        float(Luck(seed, replication).uniform(person_keys(population, cycle, ordinal), purpose, occurrence))
        for seed, replication, population, cycle, ordinal, purpose, occurrence in parts
    ]
    assert len(set(drawn)) == 2**7


def test_replications_are_distinct() -> None:
    drawn = {tuple(Luck(0, replication).uniform(PERSONS[:4], "patience", 0)) for replication in range(2000)}
    assert len(drawn) == 2000
    assert len({tuple(map(int, Luck(0, replication).key)) for replication in range(2000)}) == 2000


def test_seed_and_replication_are_not_added_up() -> None:
    addresses = itertools.product(range(40), range(40))
    assert len({tuple(map(int, Luck(*address).key)) for address in addresses}) == 1600


def test_the_order_and_the_company_of_persons_do_not_matter() -> None:
    luck = Luck(3, 1)
    together = luck.uniform(PERSONS, "patience", 0)
    order = np.random.default_rng(1).permutation(PERSONS.size)
    assert np.array_equal(luck.uniform(PERSONS[order], "patience", 0), together[order])
    alone = [float(luck.uniform(PERSONS[i : i + 1], "patience", 0)[0]) for i in range(20)]
    assert alone == together[:20].tolist()


def test_each_person_may_have_an_occurrence_of_their_own() -> None:
    luck = Luck(3, 1)
    occurrences = np.arange(PERSONS.size) % 3
    mixed = luck.uniform(PERSONS, "patience", occurrences)
    for occurrence in range(3):
        chosen = occurrences == occurrence
        assert np.array_equal(mixed[chosen], luck.uniform(PERSONS, "patience", occurrence)[chosen])


def test_nobody_draws_nothing() -> None:
    assert Luck(0, 0).uniform(PERSONS[:0], "patience", 0).shape == (0,)


def test_luck_is_equal_by_address_and_cannot_be_changed() -> None:
    assert Luck(0, 1) == Luck(0, 1) != Luck(1, 0)
    with pytest.raises(AttributeError):
        Luck(0, 1).seed = 2  # type: ignore[misc]


def test_person_keys_are_structural_and_never_coincide() -> None:
    populations, cycles, ordinals = np.meshgrid([0, 1, 2**24 - 1], [0, 1, 2**16 - 1], [0, 1, 2**24 - 1])
    keys = person_keys(populations, cycles, ordinals)
    assert len(set(keys.ravel().tolist())) == 27
    assert int(person_keys(2**24 - 1, 2**16 - 1, 2**24 - 1)) == 2**64 - 1
    assert int(person_keys(1, 2, 3)) == 1 << 40 | 2 << 24 | 3


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (lambda: Luck(-1, 0), "seed"),
        (lambda: Luck(2**64, 0), "seed"),
        (lambda: Luck(0, -1), "replication"),
        (lambda: Luck(0, 2**32), "replication"),
        (lambda: Luck(0.5, 0), "seed"),  # type: ignore[arg-type]
        (lambda: Luck(True, 0), "seed"),  # noqa: FBT003 - a truth value is the point
        (lambda: person_keys(2**24, 0, 0), "population"),
        (lambda: person_keys(0, 2**16, 0), "cycle of arrival"),
        (lambda: person_keys(0, 0, np.array([0, 2**24])), "ordinal of arrival.*found 0 to 16777216"),
        (lambda: person_keys(0, 0, np.array([-1, 5])), "ordinal of arrival"),
        (lambda: person_keys(0, 0, np.array([0.0])), "ordinal of arrival"),
        (lambda: Luck(0, 0).uniform(PERSONS, "patience", 2**32), "occurrence"),
        (lambda: Luck(0, 0).uniform(PERSONS, "patience", np.full(1000, -1)), "occurrence"),
        (lambda: Luck(0, 0).uniform(np.array([-1]), "patience", 0), "person key"),
    ],
)
def test_what_does_not_fit_into_its_part_of_the_address_is_refused(address: object, message: str) -> None:
    assert callable(address)
    with pytest.raises(ModelError, match=message):
        address()


def test_names_are_numbered_by_their_digest() -> None:
    assert purpose_ids(["patience", "destination", "patience"]) == {
        "patience": digest_bits(b"patience", 32),
        "destination": digest_bits(b"destination", 32),
    }
    pair = ("sennestadt", "geburten")
    assert population_ids([pair]) == {pair: digest_bits(b"sennestadt\x1fgeburten", 24)}
    assert purpose_ids([]) == {}


def test_the_separator_keeps_stratum_and_stream_apart() -> None:
    assert len(set(population_ids([("a", "bc"), ("ab", "c"), ("", "abc")]).values())) == 3


def test_two_populations_with_the_same_number_are_both_named() -> None:
    seen: dict[int, str] = {}
    for i in itertools.count():  # about 2**12 tries find one of the coincidences that the check is for
        number = digest_bits(f"s{i}\x1fstock".encode(), 24)
        if number in seen:
            break
        seen[number] = f"s{i}"
    with pytest.raises(ModelError, match=f"{seen[number]}.*s{i}"):
        population_ids([(seen[number], "stock"), ("other", "stock"), (f"s{i}", "stock")])


def test_two_purposes_with_the_same_number_are_both_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "first_bits", lambda *_: 42)
    with pytest.raises(ModelError, match="'patience' and 'destination'"):
        purpose_ids(["patience", "destination"])


def test_many_replications_at_once_have_the_luck_of_each() -> None:
    lucks = [Luck(5, 0), Luck(5, 1), Luck(5, 0), Luck(6, 1)]
    keys = PERSONS[:12].reshape(3, 4)
    together = uniforms(lucks, keys, "coming")
    for at, luck in enumerate(lucks):
        np.testing.assert_array_equal(together[..., at], luck.uniform(keys, "coming", 0))
