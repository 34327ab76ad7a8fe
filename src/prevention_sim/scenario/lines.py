"""The lines of a file: every cost and income, who bears it, its product, and how its price moves."""

from collections.abc import Iterator

from prevention_sim.scenario.costs import Bearers, IncomeLine, PerCase, Priced, Refund, ShareOf
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.settings import Escalation


def lines_of(scenario: Scenario) -> Iterator[tuple[str, IncomeLine]]:
    """Every cost and income line of the file with its path."""
    for section in ("costs", "income"):
        for name, line in getattr(scenario, section).items():
            yield f"{section}.{name}", line
    for programme, intervention in scenario.interventions.items():
        for section in ("costs", "income"):
            for name, line in getattr(intervention, section).items():
                yield f"interventions.{programme}.{section}.{name}", line


def lines_by_name(scenario: Scenario) -> dict[str, IncomeLine]:
    """Every line by its name, which no other line of the file has."""
    return {name_of_line(path): line for path, line in lines_of(scenario)}


def name_of_line(path: str) -> str:
    """The name of the line at a path."""
    return path.rsplit(".", 1)[1]


def bearer_of(scenario: Scenario, line: IncomeLine, path: str) -> tuple[str, Bearers]:
    """Who bears a line, and the path of the line that says so: a share follows the first line it is of."""
    while isinstance(line, ShareOf) and line.bearer is None:
        path, line = next(each for each in lines_of(scenario) if name_of_line(each[0]) == line.of[0])
    return path, line.bearer or scenario.bearer or next(iter(scenario.bearers), "")


def receiver_of(scenario: Scenario, refund: Refund) -> str:
    """Who gets a refund: the bearer it names, else that of the file, else the only one."""
    return refund.bearer or scenario.bearer or next(iter(scenario.bearers), "")


def product_of(scenario: Scenario, line: IncomeLine) -> str | None:
    """The product a line is budgeted under: its own, else that of its state."""
    if line.product is not None or line.form is None:
        return line.product
    state = scenario.states.get(line.form)
    return state.product if state else None


def forms_of(scenario: Scenario, product: str | None) -> frozenset[str]:
    """The forms of help of a product: the states its lines are paid for; without a product, of all."""
    return frozenset(
        line.state
        for _, line in lines_of(scenario)
        if isinstance(line, PerCase) and not line.counts_as and product in (None, product_of(scenario, line))
    )


def prices_rise(scenario: Scenario) -> bool:
    """Whether the prices of some line move after the price year."""
    return any(rises.rise or rises.steps for rises in escalations(scenario).values())


def escalations(scenario: Scenario) -> dict[str, Escalation]:
    """How prices move, in the whole file and in single lines, by path."""
    own = {
        f"{path}.prices": line.prices
        for path, line in lines_of(scenario)
        if isinstance(line, Priced) and line.prices
    }
    return {"prices": scenario.prices, **own}
