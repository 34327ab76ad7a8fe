"""The budget as CSV gives back the same table when it is read, in both dialects."""

import csv
import io

import pytest

from prevention_sim.api import run
from prevention_sim.report.budget import BudgetRow
from prevention_sim.report.renderers.csv import HEADINGS, DialectName, budget_as_csv
from prevention_sim.scenario.lines import lines_of
from prevention_sim.scenario.shipped import shipped_names

SIGNS: dict[DialectName, tuple[str, str]] = {"de": (";", ","), "en": (",", ".")}


def read_back(content: bytes, dialect: DialectName) -> list[list[str]]:
    separator, _ = SIGNS[dialect]
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def rows_of(content: bytes, dialect: DialectName) -> tuple[BudgetRow, ...]:
    point = SIGNS[dialect][1]
    _, *lines = read_back(content, dialect)
    return tuple(_row(line, point) for line in lines)


def _row(cells: list[str], point: str) -> BudgetRow:
    year, strategy, bearer, item, budget_row, product, basis, amount = cells
    number = float(amount.replace(point, "."))
    when = int(year) if year.isdigit() else year
    return BudgetRow(when, strategy, bearer, item, budget_row, product, basis, number)


def row(amount: float = 1.5, *, year: int | str = 2027, budget_row: str = "15") -> BudgetRow:
    return BudgetRow(year, "mit", "stadt", "heim", budget_row, "06.03", "accrual", amount)


@pytest.mark.parametrize("dialect", ["de", "en"])
@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_budget_is_read_back_to_the_last_bit(name: str, dialect: DialectName) -> None:
    result = run(name)
    rows = result.budget().rows
    assert bool(rows) == any(lines_of(result.scenario))
    assert rows_of(budget_as_csv(rows, dialect), dialect) == rows


@pytest.mark.parametrize("amount", [0.1 + 0.2, 1e-9, -1e22, 1 / 3, 40850.0, 2.0**-42, -1874.5542907714844])
@pytest.mark.parametrize("dialect", ["de", "en"])
def test_an_amount_keeps_every_digit(amount: float, dialect: DialectName) -> None:
    (found,) = rows_of(budget_as_csv((row(amount),), dialect), dialect)
    assert found.amount == amount


def test_both_dialects_print_the_same_digits() -> None:
    rows = run("bielefeld").budget().rows
    german = [line[-1] for line in read_back(budget_as_csv(rows, "de"), "de")[1:]]
    english = [line[-1] for line in read_back(budget_as_csv(rows, "en"), "en")[1:]]
    assert [text.replace(",", ".") for text in german] == english


def test_the_german_dialect_has_mark_semicolon_and_comma() -> None:
    content = budget_as_csv((row(-1.5),), "de")
    assert content.startswith(b"\xef\xbb\xbfyear;strategy;bearer;item;budget_row;product;basis;amount\r\n")
    assert content.endswith(b"\r\n2027;mit;stadt;heim;15;06.03;accrual;-1,5\r\n")


def test_the_english_dialect_has_comma_and_point_and_no_mark() -> None:
    content = budget_as_csv((row(-1.5),), "en")
    assert content == (",".join(HEADINGS) + "\r\n2027,mit,stadt,heim,15,06.03,accrual,-1.5\r\n").encode()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("dialect", ["de", "en"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(sign: str, dialect: DialectName) -> None:
    content = budget_as_csv((row(budget_row=f'{sign}HYPERLINK("x";"y,z")'),), dialect)
    (_, line) = read_back(content, dialect)
    assert line[4] == f'\'{sign}HYPERLINK("x";"y,z")'


def test_a_number_never_gets_an_apostrophe() -> None:
    assert b"'" not in budget_as_csv((row(-1.5), row(1e-9), row(year=-5)), "de")


def test_separators_quotes_and_line_ends_in_a_text_stay_in_their_cell() -> None:
    text = 'a;b,c"d"\nä'
    for dialect in ("de", "en"):
        (found,) = rows_of(budget_as_csv((row(budget_row=text),), dialect), dialect)
        assert found.budget_row == text


def test_what_is_paid_after_the_horizon_has_the_year_open() -> None:
    (found,) = rows_of(budget_as_csv((row(year="open"),), "de"), "de")
    assert found.year == "open"
