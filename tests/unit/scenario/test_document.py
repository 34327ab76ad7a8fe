"""Every number of a file is found by its path, with the kind its field takes and the source it rests on."""

import re

import pytest
from pydantic import ValidationError

from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.evidence import Dimension
from tests.unit.scenario.minimal import MINIMAL, edited, read

FIGURES = {
    "parameters.anteil": (Dimension.ANY, None),
    "parameters.satz": (Dimension.ANY, "amt"),
    "parameters.zins": (Dimension.ANY, None),
    "strata.hoch.share": (Dimension.SHARE, None),
    "caseload.stock.anfang.value": (Dimension.CASES, None),
    "caseload.intake.gruppe.value": (Dimension.CASES, None),
    "caseload.arrivals.neue.value": (Dimension.CASES_PER_TIME, "amt"),
    "stays.heim.mean": (Dimension.DURATION, "amt"),
    "stays.heim.to.ende": (Dimension.SHARE, "amt"),
    "stays.hilfe.probability": (Dimension.PROBABILITY, None),
    "stays.hilfe.to.ende": (Dimension.SHARE, None),
    "breakdowns[0].probability": (Dimension.PROBABILITY, None),
    "transitions[0].probability": (Dimension.PROBABILITY, "assumption"),
    "costs.entgelt.value": (Dimension.MONEY_PER_TIME, "amt"),
    "costs.stunden.value": (Dimension.MONEY_PER_TIME, None),
    "costs.stunden.at": (Dimension.MONEY_PER_HOUR, None),
    "interventions.hebammen.effects[0].share": (Dimension.SHARE, None),
    "interventions.hebammen.costs.stelle.value": (Dimension.MONEY_PER_TIME, None),
}


def test_every_number_is_found_with_its_kind_and_source_in_the_order_of_the_file() -> None:
    found = [(figure.path, (figure.dimension, figure.source)) for figure in figures_of(read(MINIMAL))]
    assert found == list(FIGURES.items())


def test_a_number_names_its_own_source_before_it_inherits_one() -> None:
    text = edited("mean: 21 months", "mean: {value: 21 months, source: assumption}")
    sources = {found.path: found.source for found in figures_of(read(text))}
    assert (sources["stays.heim.mean"], sources["stays.heim.to.ende"]) == ("assumption", "amt")


def test_shares_of_bearers_and_the_discount_rate_are_numbers_too() -> None:
    text = edited(
        "bearer: stadt\n",
        "bearer: stadt\nincome:\n  beitrag: {kind: fixed, title: Beitrag, value: 1 EUR/year}\n",
    )
    text = text.replace("value: 1 EUR/year}", "value: 1 EUR/year, bearer: {stadt: 50 %, land: rest}}")
    rate = "conventions: {discounting: {method: at_point, rate: 3 %/year}}\n"
    found = {figure.path: figure.dimension for figure in figures_of(read(rate + text))}
    assert found["income.beitrag.bearer.stadt"] is Dimension.SHARE
    assert found["conventions.discounting.rate"] is Dimension.PROBABILITY


def test_expected_values_are_results_and_no_inputs() -> None:
    assert not [found for found in figures_of(read(MINIMAL)) if found.path.startswith("expect")]


def test_a_path_leads_to_its_number_through_the_file() -> None:
    scenario = read(MINIMAL)
    for found in figures_of(scenario):
        here: object = scenario
        for step in re.findall(r"\w+", found.path):
            match here:
                case dict():
                    here = here[step]
                case tuple():
                    here = here[int(step)]
                case _:
                    here = getattr(here, step)
        assert here is found.figure


def test_a_scenario_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        read(MINIMAL).comparator = "mit"


def test_every_section_that_may_be_left_out_is_empty_then() -> None:
    optional = {name for name, field in Scenario.model_fields.items() if not field.is_required()}
    begin, end = MINIMAL.index("breakdowns:"), MINIMAL.index("costs:\n  entgelt")
    assert {"breakdowns", "transitions"} <= optional
    scenario = read(MINIMAL[:begin] + MINIMAL[end:])
    assert (scenario.breakdowns, scenario.transitions) == ((), ())
