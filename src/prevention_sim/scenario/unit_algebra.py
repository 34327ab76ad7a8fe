"""Which unit a formula has.

A product takes the unit of its one factor that has a unit; sums, `min`, `max`, `clip` and `where` need the
same unit on both sides; a quotient of equal units has none. Anything cleverer is refused: a clerk could not
check it by eye.
"""

from collections.abc import Mapping, Sequence

from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.expressions import LOOK_UP, Expression, Name, Number, Operation
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.problems import UnreadableError
from prevention_sim.scenario.quantities import UNREAD, Unit

NO_UNIT = Unit()


class UnitError(UnreadableError):
    """A formula whose units do not fit together."""


def unit_of(figure: Figure, parameters: Mapping[str, Figure]) -> Unit:
    """The unit of a number of the file; raises `UnitError`."""
    return _unit_of(figure, parameters, {})


def _unit_of(figure: Figure, parameters: Mapping[str, Figure], known: dict[str, Unit]) -> Unit:
    value = figure.value
    return _unit(value.expression, parameters, known) if isinstance(value, Formula) else value.unit


def _unit(expression: Expression, parameters: Mapping[str, Figure], known: dict[str, Unit]) -> Unit:
    match expression:
        case Number():
            return NO_UNIT
        case Name(name) if name not in parameters:  # a clock in years, or an attribute of a stratum
            return NO_UNIT
        case Name(name):
            if name not in known:  # a name read twice is followed once
                known[name] = _unit_of(parameters[name], parameters, known)
            return known[name]
        case Operation(operator, (column, _)) if operator == LOOK_UP:
            return _unit(column, parameters, known)
        case Operation("-", (Number(0.0), operand)):
            return _unit(operand, parameters, known)
        case Operation(operator, operands):
            return _combined(operator, [_unit(operand, parameters, known) for operand in operands])


def _combined(operator: str, units: Sequence[Unit]) -> Unit:  # noqa: PLR0911 - one return per rule
    match operator:
        case _ if UNREAD in units:
            return UNREAD
        case "*":
            return _at_most_one(units)
        case "/" if units[1] == NO_UNIT:
            return units[0]
        case "/" if units[0] == units[1]:
            return NO_UNIT
        case "+" | "-" | "min" | "max" | "clip":
            return _same(units, operator)
        case "where":
            return _same(units[1:], operator)
        case "<" | "<=" | ">" | ">=" | "==":
            _same(units, operator)
            return NO_UNIT
        case _ if all(unit == NO_UNIT for unit in units):
            return NO_UNIT
        case _:
            raise UnitError("E215", operator=operator, units=_listed(units))


def _at_most_one(units: Sequence[Unit]) -> Unit:
    with_unit = [unit for unit in units if unit != NO_UNIT]
    if len(with_unit) > 1:
        raise UnitError("E215", "product", units=_listed(units))
    return with_unit[0] if with_unit else NO_UNIT


def _same(units: Sequence[Unit], operator: str) -> Unit:
    if len(set(units)) > 1:
        raise UnitError("E215", "equal", operator=operator, units=_listed(units))
    return units[0]


def _listed(units: Sequence[Unit]) -> Both:
    named = [Both(str(unit), str(unit)) if unit != NO_UNIT else WORDS["no unit"] for unit in units]
    return Both(" und ".join(unit.de for unit in named), " and ".join(unit.en for unit in named))
