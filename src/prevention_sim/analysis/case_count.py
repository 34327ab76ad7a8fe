"""Three ways in which German offices count cases, and how they convert.

Place-years are days in care / 365, the yearly average. Cases in the year are the stock at 31 December plus
those ended (Destatis). In a steady state with inflow F and mean stay T years the stock is S = F T, on average
and at 31 December, and the cases in the year N = S + F, so N / S = (1 + T) / T (DOMAIN 3.2, V14).
"""

from typing import TypeVar

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.expressions import evaluate

Number = TypeVar("Number", float, FloatArray)


def cases_in_year_per_place(mean_stay_years: Number) -> Number:
    """How many cases in the year one place has.

    >>> round(cases_in_year_per_place(21 / 12), 3)
    1.571
    """
    return (1.0 + mean_stay_years) / mean_stay_years


def per_case_in_year(per_place_year: Number, mean_stay_years: Number) -> Number:
    """An amount per place-year as an amount per case in the year.

    >>> round(per_case_in_year(50_000, 21 / 12))
    31818
    """
    return per_place_year / cases_in_year_per_place(mean_stay_years)


def per_place_year(per_case: Number, mean_stay_years: Number) -> Number:
    """An amount per case in the year as an amount per place-year.

    >>> round(per_place_year(25_556, 21 / 12))
    40159
    """
    return per_case * cases_in_year_per_place(mean_stay_years)


def inflow_and_stock(cases_in_year: float, mean_stay_years: float) -> tuple[float, float]:
    """Inflow per year and stock behind a number of cases in the year, in a steady state.

    >>> inflow_and_stock(121_000, 21 / 12)
    (44000.0, 77000.0)
    """
    inflow = cases_in_year / (1.0 + mean_stay_years)
    return inflow, inflow * mean_stay_years


def placement_stay_years(outcomes: Outcomes) -> FloatArray | None:
    """The mean stay in placement in years, f8[row]; None unless the file states exactly one."""
    stay = outcomes.model.placement_stay
    return None if stay is None else evaluate(stay, outcomes.bound.rows.columns())
