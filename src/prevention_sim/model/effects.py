"""What each effect kind does; what may be written stands in `scenario/effects.py`."""

from prevention_sim.model.calendar import Calendar
from prevention_sim.model.model import Diversion
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import Diverts
from prevention_sim.scenario.expressions import Name


def compile_diversions(scenario: Scenario, calendar: Calendar) -> tuple[Diversion, ...]:
    """The diversions of all interventions that some strategy has, one per state they divert from."""
    wanted = {name for strategy in scenario.strategies.values() for name in strategy.interventions}
    diversions = []
    for programme in sorted(wanted):
        intervention = scenario.interventions[programme]
        running = calendar.span(intervention.start, intervention.end)
        for position, effect in enumerate(intervention.effects):
            path = f"interventions.{programme}.effects[{position}]"
            match effect:
                case Diverts():
                    share = Name(f"{path}.share")
                    diversions += [
                        Diversion(programme, state, effect.into, share, running) for state in effect.from_
                    ]
    return tuple(diversions)
