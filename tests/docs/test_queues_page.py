"""The page on queues is executed, and what it says in words is checked."""

import doctest
from pathlib import Path

import numpy as np
import pytest

from prevention_sim.analysis.queueing.pre_check import pre_check
from prevention_sim.analysis.queueing.station import Station, steady_state
from tests.station_chain import poisson_chances, pollaczek_khinchine_cycles
from tests.tolerances import tolerance

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "queues.md"


def test_the_page_prints_what_the_program_computes() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0


def test_half_of_what_is_to_spare_more_than_doubles_the_wait() -> None:
    """Because more wait, too; on 40 slots, from 80 % on."""
    for spare in (8.0, 4.0, 2.0, 1.0, 0.5):
        before, after = (
            pre_check(Station(40.0 - each, 1.0, 40)).mean_wait_years for each in (spare, spare / 2.0)
        )
        assert before is not None
        assert after is not None
        assert after > 2.0 * before


def test_the_same_length_for_all_makes_the_queue_of_one_slot_half_as_long() -> None:
    """Help of 1,000 cycles for each, nine tenths taken."""
    coming = poisson_chances(0.9 / 1_000)
    alike = pollaczek_khinchine_cycles(coming, np.eye(1_001)[-1]) / 1_000
    no_memory = steady_state(Station(0.9, 1.0, slots=1)).mean_wait_years
    assert alike == pytest.approx(no_memory / 2.0, rel=tolerance("queue_twin"))
