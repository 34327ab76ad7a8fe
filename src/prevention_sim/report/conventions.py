"""How cases are counted, in a sentence without its full stop."""

from prevention_sim.foundation.units import MONTHS_PER_CYCLE
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
    fields = {
        "cycle": say(language, f"cycle_{time.cycle}"),
        "cycle_many": MANY[time.cycle].told(language),
    }
    if not isinstance(counting, OwnWeights):
        return say(language, f"counting_{counting}", **fields)
    weighed = plain(float(own_weights(counting).sum()), language, PLACES)
    cycles = plain(12 * time.years / MONTHS_PER_CYCLE[time.cycle], language, PLACES)
    key = "counting_own_weights_whole" if weighed == cycles else "counting_own_weights"
    return say(language, key, sum=weighed, cycles=cycles, **fields)
