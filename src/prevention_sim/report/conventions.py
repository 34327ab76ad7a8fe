"""How cases are counted, in a sentence without its full stop."""

from prevention_sim.model.conventions import own_weights
from prevention_sim.report.explanation_wording import MANY
from prevention_sim.report.numbers import Language, plain
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.settings import OwnWeights

PLACES = 3


def tell_counting(scenario: Scenario, language: Language) -> str:
    """The rule of the file; of weights of its own also the sum, and what it should be."""
    counting, time = scenario.conventions.counting, scenario.time
    cycle = time.grid.cycle
    length, unit = cycle.told(language), MANY[cycle.unit].told(language)
    one, all_of_them = (
        (f"cycle_{cycle.unit}", "cycles") if cycle.count == 1 else ("cycle_several", "cycles_several")
    )
    fields = {
        "cycle": say(language, one, length=length),
        "cycle_many": say(language, all_of_them, unit=unit, length=length),
    }
    uneven = say(language, "uneven_years") if cycle.unit == "week" or cycle.years > 1 else ""
    if not isinstance(counting, OwnWeights):
        return say(language, f"counting_{counting}", **fields) + uneven
    weighed = plain(float(own_weights(counting).sum()), language, PLACES)
    cycles = plain(time.cycles, language, PLACES)
    key = "counting_own_weights_whole" if weighed == cycles else "counting_own_weights"
    return say(language, key, sum=weighed, cycles=cycles, **fields) + uneven
