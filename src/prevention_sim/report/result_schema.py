"""The contract of a result in JSON: which keys there are, and what stands in them.

The schema is closed: a key it does not know is an error. Within one version of the format, figures with a new
`id` may join; a key that is added, renamed or dropped makes a new version.
"""

import json
from typing import Any, Final

FORMAT: Final = "prevention_sim.result/2.4"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_SHA256: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_NAME: Final[Schema] = {"type": "string", "minLength": 1}
_ID: Final[Schema] = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,59}$"}


def _object(**properties: Schema) -> Schema:
    """An object in which every key must stand, and no other may."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_TITLE: Final = _object(de={"type": "string"}, en={"type": "string"})

_INDICATOR: Final[Schema] = {
    **_object(
        id=_ID,
        strategy=_ID,
        perspective={"enum": ["municipality", "public", "society", None]},
        period={"anyOf": [{"enum": ["window", "horizon"]}, {"type": "integer"}]},
        value={"type": ["number", "null"]},
        unit=_NAME,
        denominator={"type": ["string", "null"], "minLength": 1},
    ),
    "if": {"properties": {"id": {"pattern": "_per_|_share|^mean_stay_|^price_difference$"}}},
    "then": {"properties": {"denominator": {"type": "string"}}},
    "else": {"properties": {"denominator": {"type": "null"}}},
}

_SCENARIO: Final = _object(
    id=_ID,
    title=_TITLE,
    case={"enum": ["child", "family", "person", "place"]},
    case_count={"enum": ["place_years", "cases_in_year", "stock_31_dec"]},
    start={"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    years={"type": "integer", "minimum": 1},
    price_year={"type": "integer"},
)

_BUDGET_ROW: Final = _object(
    year={"anyOf": [{"type": "integer"}, {"const": "open"}]},
    strategy=_ID,
    bearer=_ID,
    item=_ID,
    basis={"enum": ["accrual", "cash"]},
    product={"type": "string"},
    amount={"type": "number", "not": {"const": 0}},
)

_BRIDGE: Final = _object(
    product=_ID,
    strategy=_ID,
    year={"type": "integer"},
    comparable={"type": "boolean"},
    last_result={"type": "number"},
    appropriation={"type": ["number", "null"]},
    causes={
        "type": "object",
        "propertyNames": {"enum": ["price", "quantity", "mix", "price_and_mix", "not_split"]},
        "additionalProperties": {"type": "number"},
        "minProperties": 1,
    },
    status_quo={"type": "number"},
    effect={"type": "number"},
    with_programme={"type": "number"},
)

_MECHANISM: Final = _object(
    strategy=_ID,
    perspective={"enum": ["municipality", "public", "society"]},
    period={"enum": ["window", "horizon"]},
    programme=_ID,
    kind={"enum": ["takes_in", "changes", "costs"]},
    path={"type": ["string", "null"], "minLength": 1},
    states={"type": "array", "items": _ID},
    relief={"type": "number"},
    avoided_place_years={"type": "number"},
)

_VALUATION: Final[Schema] = {"enum": ["nominal", "present"]}
_IDS: Final[Schema] = {"type": "array", "items": _ID}

_OUTCOME: Final = _object(
    outcome=_ID,
    strategy=_ID,
    period={"enum": ["window", "horizon"]},
    valuation=_VALUATION,
    value={"type": "number"},
    difference={"type": "number"},
    unit=_NAME,
    aim={"enum": ["more", "fewer"]},
)

_OPTION: Final = _object(
    outcome=_ID,
    perspective={"enum": ["municipality", "public", "society"]},
    period={"enum": ["window", "horizon"]},
    valuation=_VALUATION,
    strategy=_ID,
    cost={"type": "number"},
    effect={"type": "number"},
    standing={"enum": ["frontier", "dominated", "extendedly_dominated"]},
    icer={"type": ["number", "null"]},
    against=_IDS,
    beaten_by=_IDS,
    same_as=_IDS,
)

_SPREAD: Final = _object(
    figure={"enum": ["cost", "relief"]},
    strategy=_ID,
    perspective={"enum": ["municipality", "public", "society"]},
    period={"anyOf": [{"const": "window"}, {"type": "integer"}]},
    mean={"type": "number"},
    half_width_95={"type": ["number", "null"]},
    p05={"type": "number"},
    p50={"type": "number"},
    p90={"type": "number"},
    p95={"type": "number"},
    share_above_zero={"type": "number"},
)

_NUMBER_OR_NOT: Final[Schema] = {"type": ["number", "null"]}

_DRAWN: Final[Schema] = {
    "mean": _NUMBER_OR_NOT,
    "half_width_95": _NUMBER_OR_NOT,
    "low": _NUMBER_OR_NOT,
    "high": _NUMBER_OR_NOT,
}

_DRAWN_FIGURE: Final = _object(
    id=_ID,
    strategy=_ID,
    perspective={"enum": ["municipality", "public", "society", None]},
    period={"anyOf": [{"enum": ["window", "horizon"]}, {"type": "integer"}]},
    unit=_NAME,
    denominator={"type": ["string", "null"], "minLength": 1},
    **_DRAWN,
    share_defined={"type": "number", "minimum": 0, "maximum": 1},
    share_above_zero={"type": "number", "minimum": 0, "maximum": 1},
    expected_loss=_NUMBER_OR_NOT,
)

_DRAWN_CELL: Final = _object(strategy=_ID, item=_ID, year={"type": "integer"}, **_DRAWN)

_DRAWN_NUMBER: Final = _object(
    path=_NAME,
    family={
        "enum": [
            "beta",
            "gamma",
            "lognormal",
            "normal",
            "uniform",
            "triangular",
            "pert",
            "dirichlet",
            "empirical",
        ]
    },
    low={"type": "number"},
    high={"type": "number"},
)

_DRAWS: Final = _object(
    plan={"enum": ["sobol", "monte_carlo", "latin_hypercube"]},
    count={"type": "integer", "minimum": 1},
    blocks={"type": "integer", "minimum": 1},
    seed={"type": "integer", "minimum": 0},
    interval={"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    dimensions={"type": "array", "items": _NAME},
    numbers={"type": "array", "items": _DRAWN_NUMBER},
    figures={"type": "array", "items": _DRAWN_FIGURE},
    perspective={"enum": ["municipality", "public", "society"]},
    budget={"type": "array", "items": _DRAWN_CELL},
)

_MANIFEST: Final = _object(
    scenario_id=_ID,
    scenario_sha256=_SHA256,
    data_sha256={"type": "object", "additionalProperties": _SHA256},
    engine=_NAME,
    seed={"type": ["integer", "null"]},
    replications={"type": ["integer", "null"]},
    prevention_sim=_NAME,
    python=_NAME,
    numpy=_NAME,
    result_digest=_SHA256,
)

_NUMBER_OR_NULL: Final[Schema] = {"type": ["number", "null"]}

_QUEUES: Final = _object(
    years={
        "type": "array",
        "items": _object(
            strategy=_ID,
            limit=_NAME,
            year={"type": "integer"},
            places={"type": "number"},
            utilisation=_NUMBER_OR_NULL,
            waiting={"type": "number"},
            longest={"type": "number"},
            asked={"type": "number"},
            served={"type": "number"},
            unserved={"type": "number"},
        ),
    },
    waits={
        "type": "array",
        "items": _object(
            strategy=_ID,
            limit=_NAME,
            mean_months=_NUMBER_OR_NULL,
            p50_months=_NUMBER_OR_NULL,
            p90_months=_NUMBER_OR_NULL,
        ),
    },
    effects={
        "type": "array",
        "items": _object(
            strategy=_ID,
            perspective={"enum": ["municipality", "public", "society"]},
            cost={"type": "object", "propertyNames": _ID, "additionalProperties": {"type": "number"}},
            relief={"type": "number"},
            relief_for_all={"type": "number"},
            placed={"type": "number"},
            placed_for_all={"type": "number"},
        ),
    },
)

RESULT_SCHEMA: Final[Schema] = {
    "$schema": DIALECT,
    "title": FORMAT,
    **_object(
        format={"const": FORMAT},
        scenario=_SCENARIO,
        strategies={
            "type": "object",
            "propertyNames": _ID,
            "additionalProperties": _TITLE,
            "minProperties": 1,
        },
        comparator=_ID,
        indicators={"type": "array", "items": _INDICATOR},
        bridges={"type": "array", "items": _BRIDGE},
        budget={"type": "array", "items": _BUDGET_ROW},
        outcomes={"type": "array", "items": _OUTCOME},
        cost_effectiveness={"type": "array", "items": _OPTION},
        decomposition={"type": "array", "items": _MECHANISM},
        chance={"type": "array", "items": _SPREAD},
        draws={"anyOf": [{"type": "null"}, _DRAWS]},
        queues={"anyOf": [{"type": "null"}, _QUEUES]},
        inputs={"type": "array", "items": _object(path=_NAME, value={"type": "string"})},
        manifest=_MANIFEST,
    ),
}


def result_schema_as_json() -> str:
    """The schema as the text of a file."""
    return json.dumps(RESULT_SCHEMA, indent=2, ensure_ascii=False) + "\n"
