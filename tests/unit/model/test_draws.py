"""Rows by draws: shared by path, even by plan, and exact where nothing is uncertain."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from prevention_sim.analysis.evaluation import evaluate, evaluate_base
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.compile import compile_model
from prevention_sim.model.draws import Design, design_of, draws, uniforms
from prevention_sim.model.rows import ParameterTable, parameter_table
from prevention_sim.scenario.settings import PlanName
from tests.unit.scenario.minimal import edited, read

PLANS: tuple[PlanName, ...] = ("sobol", "monte_carlo", "latin_hypercube")
SHARE, STAY, MOVE = "  anteil: 60 %\n", "    mean: 21 months\n", "    probability: 20 %/year\n"
UNCERTAIN = edited(SHARE, "  anteil: {value: 60 %, range: [38 %, 80 %]}\n").replace(
    STAY, "    mean: {value: 21 months, distribution: {kind: gamma, cases: 25}}\n"
)
MORE = UNCERTAIN.replace(MOVE, "    probability: {value: 20 %/year, range: [10 %/year, 33 %/year]}\n")
"""The small file with two uncertain numbers, and with a third whose path stands before them."""

plans = pytest.mark.parametrize("plan", PLANS)


def table_of(text: str) -> ParameterTable:
    return parameter_table(read(text))


def column(table: ParameterTable, values: FloatArray, path: str) -> FloatArray:
    return values[:, table.names.index(path)]


def designed(plan: PlanName, count: int, *tables: ParameterTable, seed: int = 1) -> Design:
    return design_of(count, plan, seed, tables)


@pytest.mark.parametrize(
    ("plan", "asked", "blocks", "size"),
    [
        ("sobol", 10_000, 10, 1024),
        ("sobol", 2**17, 8, 2**14),
        ("sobol", 1, 8, 1),
        ("latin_hypercube", 1001, 8, 126),
        ("monte_carlo", 1001, 1, 1001),
    ],
)
def test_a_design_has_at_least_as_many_draws_as_asked(
    plan: PlanName, asked: int, blocks: int, size: int
) -> None:
    design = designed(plan, asked)
    assert (design.blocks, design.size) == (blocks, size)
    assert design.count >= asked


@plans
def test_means_are_those_of_the_file(plan: PlanName) -> None:
    """Within four standard errors of pure chance, which no plan exceeds."""
    table = table_of(MORE)
    rows = draws(table, designed(plan, 4096, table))
    assert len(table.uncertain) == 3
    for number in table.uncertain:
        drawn = column(table, rows.values, number.path)
        error = drawn.std() / np.sqrt(len(drawn))
        assert abs(drawn.mean() - number.mean) < 4.0 * error
        assert drawn.std() > 0.05 * number.mean


@plans
def test_numbers_that_are_known_stay_as_written(plan: PlanName) -> None:
    table = table_of(UNCERTAIN)
    rows = draws(table, designed(plan, 16, table))
    drawn = {number.path for number in table.uncertain}
    for name, base in zip(table.names, table.base, strict=True):
        if name not in drawn:
            assert (column(table, rows.values, name) == base).all()


@plans
def test_formulas_follow_what_is_drawn(plan: PlanName) -> None:
    table = table_of(UNCERTAIN)
    rows = draws(table, designed(plan, 16, table))
    columns = rows.columns()
    assert_array_equal(columns["strata.hoch.share"], columns["parameters.anteil"])


@plans
def test_files_that_are_compared_share_their_draws(plan: PlanName) -> None:
    """Though one has a number more, whose path stands before the others."""
    one, other = table_of(UNCERTAIN), table_of(MORE)
    design = designed(plan, 64, one, other)
    left, right = draws(one, design), draws(other, design)
    for number in one.uncertain:
        assert_array_equal(column(one, left.values, number.path), column(other, right.values, number.path))


@plans
def test_a_later_file_shares_the_draws_of_an_earlier_design(plan: PlanName) -> None:
    one, other = table_of(UNCERTAIN), table_of(MORE)
    first = designed(plan, 64, one)
    later = design_of(64, plan, 1, [other], like=first)
    for number in one.uncertain:
        assert_array_equal(uniforms(first, number.path), uniforms(later, number.path))


@plans
def test_another_seed_is_other_luck(plan: PlanName) -> None:
    table = table_of(UNCERTAIN)
    path = table.uncertain[0].path
    first, second = (uniforms(designed(plan, 64, table, seed=seed), path) for seed in (0, 1))
    assert not np.isclose(first, second).any()


@pytest.mark.parametrize("plan", ["sobol", "latin_hypercube"])
def test_every_block_is_even_over_each_number(plan: PlanName) -> None:
    table = table_of(MORE)
    design = designed(plan, 256, table)
    for number in table.uncertain:
        for block in uniforms(design, number.path).reshape(design.blocks, design.size):
            layers = np.sort((block * design.size).astype(int))
            assert_array_equal(layers, np.arange(design.size))


def test_sobol_points_are_even_over_two_numbers_at_once() -> None:
    """Each of 16 x 16 boxes holds one of 256 points: the first two dimensions are a (0, 8, 2)-net."""
    table = table_of(UNCERTAIN)
    design = designed("sobol", 8 * 256, table)
    one, other = (uniforms(design, each.path).reshape(design.blocks, -1) for each in table.uncertain)
    for block in range(design.blocks):
        boxes = (one[block] * 16).astype(int) * 16 + (other[block] * 16).astype(int)
        assert_array_equal(np.sort(boxes), np.arange(256))


def test_shares_drawn_together_keep_their_sum_and_are_dirichlet() -> None:
    """Moments of Dirichlet(10, 6, 4): mean a / 20, variance m (1 - m) / 21, covariance -m n / 21."""
    shares = "{value: %s %%, distribution: {kind: dirichlet, cases: 20}}"
    text = edited(
        "    to: {ende: 70 %, hilfe: rest}\n",
        f"    to:\n      ende: {shares % 50}\n      hilfe: {shares % 30}\n      pflege: rest\n",
    ).replace("  ende:\n    title: beendet\n", "  ende:\n    title: beendet\n  pflege:\n    title: Pflege\n")
    table = table_of(text)
    rows = draws(table, designed("sobol", 2**15, table))
    ende, hilfe = (column(table, rows.values, f"stays.heim.to.{name}") for name in ("ende", "hilfe"))
    assert ((ende > 0.0) & (hilfe > 0.0) & (ende + hilfe < 1.0)).all()
    assert ende.mean() == pytest.approx(0.5, abs=2e-3)
    assert ende.var() == pytest.approx(0.25 / 21.0, rel=0.02)
    assert np.cov(ende, hilfe)[0, 1] == pytest.approx(-0.15 / 21.0, rel=0.03)


def test_without_anything_uncertain_draws_are_the_file_itself() -> None:
    model = compile_model(read(edited("", "")))
    base = evaluate_base(model)
    rows = draws(model.table, designed("sobol", 8, model.table))
    (outcomes,) = evaluate(model, rows)
    for row in range(len(rows)):
        assert_array_equal(outcomes.ledger.amount.values[..., row], base.ledger.amount.values[..., 0])
