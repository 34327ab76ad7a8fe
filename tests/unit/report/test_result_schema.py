"""The contract of the JSON result: what is printed keeps it, and what is not in it is refused."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from prevention_sim.api import run
from prevention_sim.report.result_schema import FORMAT, RESULT_SCHEMA, result_schema_as_json
from prevention_sim.scenario.shipped import shipped_names
from tests import small

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "result-json.md"
VALIDATOR = Draft202012Validator(RESULT_SCHEMA)

Places = list[str | int]


@cache
def printed(name: str = "bielefeld") -> str:
    return run(name).to_json()


def objects(part: Any, place: Places) -> Iterator[Places]:  # noqa: ANN401 - any part of a document
    """The places of all objects of a document; of a list the first one."""
    if isinstance(part, dict):
        yield place
        for key, value in part.items():
            yield from objects(value, [*place, key])
    elif isinstance(part, list) and part:
        yield from objects(part[0], [*place, 0])


def at(document: Any, place: Places) -> Any:  # noqa: ANN401 - any part of a document
    for key in place:
        document = document[key]
    return document


def wrong(document: Any) -> list[str]:  # noqa: ANN401 - any document
    return [error.message for error in VALIDATOR.iter_errors(document)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(RESULT_SCHEMA)
    assert json.loads(result_schema_as_json()) == RESULT_SCHEMA


@pytest.mark.parametrize("name", shipped_names())
def test_the_result_of_every_shipped_scenario_keeps_the_contract(name: str) -> None:
    assert wrong(json.loads(printed(name))) == []


def test_an_unknown_key_anywhere_breaks_the_contract() -> None:
    document = json.loads(printed())
    places = list(objects(document, []))
    assert len(places) > 7
    for place in places:
        changed = copy.deepcopy(document)
        at(changed, place)["unknown"] = 1
        assert wrong(changed), place


def test_a_missing_key_anywhere_breaks_the_contract() -> None:
    document = json.loads(printed())
    for place in objects(document, []):
        for key in at(document, place):
            if place != ["strategies"]:
                changed = copy.deepcopy(document)
                del at(changed, place)[key]
                assert wrong(changed), [*place, key]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["format"], "prevention_sim.result/1"),
        (["strategies"], {}),
        (["indicators", 0, "value"], "27.6"),
        (["indicators", 0, "period"], "year"),
        (["indicators", 0, "denominator"], "place-year"),
        (["budget", 0, "year"], "2012"),
        (["budget", 0, "amount"], None),
        (["budget", 0, "amount"], 0.0),
        (["manifest", "result_digest"], "e53d04753713"),
        (["scenario", "start"], "2012-13"),
    ],
)
def test_a_wrong_value_breaks_the_contract(place: Places, value: Any) -> None:  # noqa: ANN401 - any value
    document = json.loads(printed())
    at(document, place[:-1])[place[-1]] = value
    assert len(wrong(document)) == 1


def test_a_ratio_without_denominator_breaks_the_contract() -> None:
    document = json.loads(printed())
    ratio = next(each for each in document["indicators"] if "_per_" in each["id"])
    ratio["denominator"] = None
    assert wrong(document)


def test_a_run_of_persons_keeps_the_contract_and_is_explained_on_the_page() -> None:
    document = json.loads(run("bielefeld", engine="microsimulation", replications=3).to_json())
    assert wrong(document) == []
    assert (document["manifest"]["engine"], document["manifest"]["replications"]) == ("microsimulation", 3)
    assert {(row["figure"], row["strategy"]) for row in document["chance"]} == {
        ("cost", "ohne"), ("cost", "mit"), ("relief", "mit")
    }  # fmt: skip
    text = PAGE.read_text(encoding="utf-8")
    assert {name for name in document["chance"][0] if f"`{name}`" not in text} == set()


LATE = """
time: {start: 2020-01, years: 2, budget_window: 2}
costs:
  heim: {kind: per_case, title: Heim, state: a, value: 100 EUR/month, payment_lag: 2 months}
"""


def test_money_paid_after_the_horizon_keeps_the_contract() -> None:
    document = json.loads(run(small.scenario(LATE)).to_json())
    assert {(row["year"], row["basis"]) for row in document["budget"]} >= {
        ("open", "cash"),
        (2020, "accrual"),
    }
    assert wrong(document) == []


BUDGETED = """
costs: {heim: {kind: per_case, title: Heim, state: a, value: 100 EUR/month, product: "06.03"}}
budget:
  products:
    heim: {title: Heim, product: "06.03", last_result: {year: 2019, value: 1 000 EUR, quantity: 1 years}}
"""


def test_a_bridge_keeps_the_contract_and_is_explained_on_the_page() -> None:
    document = json.loads(run(small.scenario(BUDGETED)).to_json())
    assert wrong(document) == []
    assert document["budget"][0]["product"] == "06.03"
    (bridge,) = document["bridges"]
    text = PAGE.read_text(encoding="utf-8")
    assert {name for name in {*bridge, *bridge["causes"]} if f"`{name}`" not in text} == set()
    assert bridge["last_result"] + sum(bridge["causes"].values()) == bridge["status_quo"]


def test_the_page_names_the_format_and_every_key() -> None:
    text = PAGE.read_text(encoding="utf-8")
    document = json.loads(printed())
    keys = {
        key for place in objects(document, []) if place[:1] != ["strategies"] for key in at(document, place)
    }
    assert {name for name in {*keys, FORMAT} if f"`{name}`" not in text} == set()
