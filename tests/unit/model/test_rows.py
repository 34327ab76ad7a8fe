"""The parameter table, and rows that differ from the file in some numbers."""

import numpy as np
import pytest

from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.rows import ParameterTable, base_row, parameter_table, set_rows
from prevention_sim.scenario.document import count_by_grade
from tests import small

FORMULAS = """
strata: {nord: {title: Nord, share: anteil * faktor}, sued: {title: Süd, share: rest}}
parameters: {anteil: 30 %, faktor: doppelt / 4, doppelt: "2"}
"""


@pytest.fixture
def table() -> ParameterTable:
    return parameter_table(small.scenario(FORMULAS))


def test_a_number_stands_at_its_path_in_the_unit_it_is_written_in(table: ParameterTable) -> None:
    columns = base_row(table).columns()
    assert columns["parameters.anteil"].tolist() == [0.3]
    assert columns["caseload.stock.group.value"].tolist() == [1.0]


def test_paths_stand_in_alphabetical_order(table: ParameterTable) -> None:
    assert list(table.names) == sorted(table.names)


def test_a_formula_follows_the_numbers_and_formulas_it_reads(table: ParameterTable) -> None:
    rows = set_rows(table, {"parameters.anteil": [0.3, 0.6], "parameters.doppelt": [2.0, 1.0]})
    assert rows.columns()["parameters.faktor"].tolist() == [0.5, 0.25]
    assert rows.columns()["strata.nord.share"].tolist() == [0.15, 0.15]


def test_a_formula_cannot_be_set_and_the_message_names_what_it_reads(table: ParameterTable) -> None:
    message = (
        r"strata\.nord\.share is a formula; set the numbers it reads: parameters\.anteil, parameters\.faktor"
    )
    with pytest.raises(ModelError, match=message):
        set_rows(table, {"strata.nord.share": 0.5})


def test_an_unknown_path_is_refused(table: ParameterTable) -> None:
    with pytest.raises(ModelError, match=r"there is no number at parameters\.anteill"):
        set_rows(table, {"parameters.anteill": 0.5})


def test_a_row_cannot_change_the_discount_rate_in_silence() -> None:
    discounting = "conventions: {discounting: {method: at_point, rate: 3 %/year}}"
    discounted = parameter_table(small.scenario(discounting))
    with pytest.raises(ModelError, match=r"conventions\.discounting\.rate"):
        set_rows(discounted, {"conventions.discounting.rate": 0.04})


def test_one_value_serves_all_rows(table: ParameterTable) -> None:
    rows = set_rows(table, {"parameters.anteil": [0.1, 0.2, 0.3], "parameters.doppelt": 3.0})
    assert len(rows) == 3
    assert rows.columns()["parameters.doppelt"].tolist() == [3.0, 3.0, 3.0]
    assert rows.columns()["caseload.stock.group.value"].tolist() == [1.0, 1.0, 1.0]


def test_setting_nothing_is_the_base_row(table: ParameterTable) -> None:
    assert (set_rows(table, {}).values == base_row(table).values).all()


def test_rows_leave_the_table_untouched(table: ParameterTable) -> None:
    before = table.base.copy()
    set_rows(table, {"parameters.anteil": 0.9})
    assert (table.base == before).all()


def test_a_part_of_rows_keeps_their_order(table: ParameterTable) -> None:
    rows = set_rows(table, {"parameters.anteil": np.arange(5.0)})
    assert rows.part(1, 3).columns()["parameters.anteil"].tolist() == [1.0, 2.0]
    assert len(rows.part(4, 9)) == 1


def test_a_formula_without_a_finite_value_names_its_path_and_row() -> None:
    scenario = small.scenario(FORMULAS.replace("doppelt / 4", "1 / doppelt"))
    rows = set_rows(parameter_table(scenario), {"parameters.doppelt": [1.0, 0.0]})
    with pytest.raises(ModelError, match=r"parameters\.faktor: the formula has no finite value in row 1"):
        rows.columns()


def test_every_number_is_counted_by_the_grade_of_its_source() -> None:
    scenario = small.scenario(
        "sources: {amt: {title: Amt, grade: measured}}",
        "stays: {a: {mean: 14 months, to: {b: 100 %}, source: amt}}",
        "costs: {c: {kind: fixed, title: c, value: 12 EUR/year, source: assumption}}",
    )
    assert count_by_grade(scenario) == {"measured": 2, "assumption": 1, "none": 1}
