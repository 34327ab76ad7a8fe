"""Who comes: numbers by the inverse of their distribution, against SciPy's; patience is exponential."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from scipy import stats

from prevention_sim.engines.addresses import person_keys
from prevention_sim.engines.coming import persons
from prevention_sim.engines.kernels.coming import inverse
from prevention_sim.engines.kernels.persons import PER_UNIT, in_units
from prevention_sim.foundation.elementary import log
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.rows import base_row
from tests import small

MEANS = (0.01, 0.5, 1.0, 3.7, 40.0, 900.0)
LUCK = Luck(1, 0).uniform(person_keys(1, 0, np.arange(2_000)), "coming", 0)
TIE = 1e-12


def numbers(mean: float, dispersion: float) -> tuple[Any, Any]:
    """What the uniforms above bring, and the law they follow."""
    found = inverse(np.full((LUCK.size, 1), mean), np.full(1, dispersion), LUCK[:, np.newaxis])[:, 0]
    if dispersion == 1.0:
        return found, stats.poisson(mean)
    return found, stats.nbinom(mean / (dispersion - 1.0), 1.0 / dispersion)


@pytest.mark.parametrize("mean", MEANS)
@pytest.mark.parametrize("dispersion", [1.0, 1.5, 4.0])
def test_numbers_are_those_of_the_inverse_distribution(mean: float, dispersion: float) -> None:
    """Exactly, but where a uniform lies within 1e-12 of a step; SciPy's own functions are that sure."""
    found, law = numbers(mean, dispersion)
    expected = law.ppf(LUCK)
    tie = np.minimum(np.abs(law.cdf(found) - LUCK), np.abs(law.cdf(found - 1) - LUCK)) < TIE
    assert (found[~tie] == expected[~tie]).all()


@pytest.mark.parametrize("dispersion", [1.0, 1.5, 4.0])
def test_more_come_where_more_are_expected(dispersion: float) -> None:
    """Person by person: a larger mean drops nobody."""
    found = [numbers(mean, dispersion)[0] for mean in MEANS]
    assert all((few <= many).all() for few, many in pairwise(found))


def test_whole_cases_of_a_fixed_stream_stay_within_one_of_the_running_mean() -> None:
    model = small.model(
        "time: {start: 2020-01, years: 5, budget_window: 1}",
        "caseload: {arrivals: {neue: {value: 31.7 cases/year, into: a, varies: fixed}}}",
        "stays: {a: {mean: 20 months, to: {b: 100 %}}}",
    )
    rows = base_row(model.table).replicated(1, range(50))
    came = persons(model, rows, rows.luck)[:, 0, 0, :, 0]
    mean = 31.7 / 12.0 * np.arange(1, came.shape[1] + 1)
    assert np.abs(np.cumsum(came, axis=1) - mean).max() < 1.0


def coming(caseload: str, time: str = "years: 1") -> int:
    """The largest number that comes at once in one replication."""
    model = small.model(f"time: {{start: 2020-01, {time}, budget_window: 1}}", f"caseload: {caseload}")
    rows = base_row(model.table).replicated(1, [0])
    return int(persons(model, rows, rows.luck).max())


def test_as_many_may_come_at_once_as_have_an_address() -> None:
    assert coming("{stock: {da: {value: 16777216 cases, in: a}}}") == 2**24


@pytest.mark.parametrize(
    "caseload",
    [
        "{stock: {da: {value: 16777217 cases, in: a}}}",
        "{intake: {da: {value: 16777217 cases, at: 2020-05, into: a}}}",
        "{arrivals: {neue: {value: 201326604 cases/year, into: a, varies: fixed}}}",
        "{arrivals: {neue: {value: 2000000000000000000000000 cases/year, into: a}}}",
    ],
)
def test_more_persons_at_once_than_have_an_address_are_refused(caseload: str) -> None:
    with pytest.raises(ModelError, match="ordinal of arrival: whole numbers from 0 to 16777215"):
        coming(caseload)


def test_more_cycles_than_have_an_address_are_refused() -> None:
    nobody = "{stock: {da: {value: 1 case, in: a}}}"
    assert coming(nobody, "years: 179, cycle: day") == 1
    with pytest.raises(ModelError, match="cycle of arrival: whole numbers from 0 to 65535"):
        coming(nobody, "years: 180, cycle: day")


def test_patience_is_unit_exponential() -> None:
    """Kolmogorov and Smirnov at 1e-5 of 2,000 persons; the seed was written before the first run."""
    patience = np.array([in_units(-log(luck)) for luck in LUCK]) / PER_UNIT
    assert stats.kstest(patience, "expon").pvalue > 1e-5
