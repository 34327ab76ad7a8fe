"""What an intervention may be said to do; what each kind means stands in `model/effects.py`."""

from typing import Literal, TypeAlias

from pydantic import Field

from prevention_sim.scenario.evidence import Share, Sourced
from prevention_sim.scenario.parts import Id, Ids


class Diverts(Sourced):
    """A share of those who enter certain states from outside enters another state instead."""

    kind: Literal["diverts"]
    from_: Ids = Field(alias="from")
    into: Id
    share: Share


Effect: TypeAlias = Diverts
"""Every effect kind; a new one joins the union here and the `match` in `model/effects.py`."""
