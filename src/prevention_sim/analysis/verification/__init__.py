"""Is the model sound? Checks after TECH-VER on the user's own scenario."""

from typing import Final

from prevention_sim.analysis.verification.bench import Check
from prevention_sim.analysis.verification.events import (
    final_states_keep,
    half_the_reach,
    no_effect_no_difference,
    nobody_lost,
    nobody_negative,
    twice_the_cases,
)
from prevention_sim.analysis.verification.inputs import documented, influential, possible
from prevention_sim.analysis.verification.overall import however_computed, switching_values_turn
from prevention_sim.analysis.verification.results import (
    count_times_price,
    dearer_placement_saves_more,
    differences_form_a_chain,
    exchange_turns_signs,
    horizon_keeps_the_years_before,
    later_is_less,
    nothing_for_nothing,
    parts_add_up,
    twice_the_prices,
    undiscounted_at_zero,
)

CHECKS: Final[dict[str, Check]] = {
    "documented": Check("input", documented),
    "possible": Check("input", possible),
    "influential": Check("input", influential),
    "nobody_lost": Check("events", nobody_lost),
    "nobody_negative": Check("events", nobody_negative),
    "final_states_keep": Check("events", final_states_keep),
    "no_effect_no_difference": Check("events", no_effect_no_difference),
    "twice_the_cases": Check("events", twice_the_cases),
    "half_the_reach": Check("events", half_the_reach),
    "nothing_for_nothing": Check("results", nothing_for_nothing),
    "twice_the_prices": Check("results", twice_the_prices),
    "count_times_price": Check("results", count_times_price),
    "undiscounted_at_zero": Check("results", undiscounted_at_zero),
    "later_is_less": Check("results", later_is_less),
    "parts_add_up": Check("results", parts_add_up),
    "exchange_turns_signs": Check("results", exchange_turns_signs),
    "differences_form_a_chain": Check("results", differences_form_a_chain),
    "dearer_placement_saves_more": Check("results", dearer_placement_saves_more),
    "horizon_keeps_the_years_before": Check("results", horizon_keeps_the_years_before),
    "switching_values_turn": Check("uncertainty", switching_values_turn),
    "however_computed": Check("overall", however_computed),
}
"""Every check by its id, in the order of TECH-VER's domains; `report/verification_wording.py` words them."""
