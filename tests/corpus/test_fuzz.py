"""The first of the mutations that `make test-long` runs in full."""

import pytest

from tests.long.fuzz_scenarios import KINDS, mutation, read

BATCH = 50


@pytest.mark.parametrize("first", range(0, 300, BATCH))
def test_a_file_changed_by_chance_loads_or_is_told_what_is_wrong(first: int) -> None:
    for number in range(first, first + BATCH):
        read(number)


def test_a_mutation_is_the_same_each_time() -> None:
    assert [mutation(number) for number in range(20)] == [mutation(number) for number in range(20)]
    assert KINDS
