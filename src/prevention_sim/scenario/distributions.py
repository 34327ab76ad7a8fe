"""How a file says which values a number may have: by a family of distributions and how wide it is.

The value of the number is always the mean of what is drawn; a distribution never moves it.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from prevention_sim.scenario.parts import Part
from prevention_sim.scenario.plain_numbers import NumberText, Plain
from prevention_sim.scenario.problems import UnreadableError

FamilyName = Literal["beta", "gamma", "lognormal", "normal"]
"""Families that a mean and one figure of width determine."""


class Known(Part):
    """Known for sure; a range beside it is only told."""

    kind: Literal["fixed"]


class OfFamily(Part):
    """A family with its standard deviation, absolute or relative to the value, or else a range beside it.

    `cases` is from how many observed cases the number is: a share of 12 in 20 has `cases: 20`.
    """

    kind: FamilyName
    sd: Plain | None = None
    relative_sd: Plain | None = None
    cases: Plain | None = None


def _pair(written: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    if not isinstance(written, tuple | list) or len(written) != 2:  # noqa: PLR2004 - a low and a high end
        raise UnreadableError("E420", "two")
    return tuple(written)


Pair = Annotated[
    tuple[Plain, Plain],
    BeforeValidator(_pair, json_schema_input_type=tuple[NumberText, NumberText]),
]
"""`[38 %, 80 %]`."""


class Between(Part):
    """All values lie between two ends; the peak of a triangle or of PERT follows from the mean."""

    kind: Literal["uniform", "triangular", "pert"]
    between: Pair


class Dirichlet(Part):
    """Shares of one whole, drawn together so that they keep its sum; as sure as from so many cases."""

    kind: Literal["dirichlet"]
    cases: Plain


class Empirical(Part):
    """One of the values listed, each as likely as the others."""

    kind: Literal["empirical"]
    values: tuple[Plain, ...]


class Mixture(Part):
    """With a probability the number is exactly `at`, such as 0 for no effect; else it is drawn.

    The range beside it is that of the other cases; their mean follows, so that the value stays the mean.
    """

    kind: Literal["mixture"]
    at: Plain
    probability: Plain
    family: FamilyName | None = None


def _by_name(written: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    return {"kind": written} if isinstance(written, str) else written


_Kinds = Annotated[Known | OfFamily | Between | Dirichlet | Empirical | Mixture, Field(discriminator="kind")]
Distribution: TypeAlias = Annotated[
    _Kinds, BeforeValidator(_by_name, json_schema_input_type=FamilyName | Literal["fixed"] | _Kinds)
]
"""`lognormal`, or `{kind: gamma, cases: 25}`."""
