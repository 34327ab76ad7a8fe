"""Figures with a denominator, each with the words it needs."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from prevention_sim.analysis.case_count import placement_stay_years
from prevention_sim.analysis.indicators import indicators
from prevention_sim.analysis.observed import observed_series
from prevention_sim.analysis.returns import internal_rate, returns
from prevention_sim.report.numbers import counted, decimal, euro, percent
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.teller import Teller, span

DOUBTFUL: Final = 2.0
"""How many times as much as observed elsewhere may remain of the gross amount before the report asks why."""


class Ratios(Teller):
    """Relief per case, per place-year and per euro."""

    def told(self, strategy: str) -> tuple[SideBySide, ...]:
        """Gross and net per avoided place-year together, then figures with other denominators."""
        found = {
            each.id: None if each.values is None else float(each.values[0])
            for each in indicators(self.outcomes)
            if each.strategy == strategy
            and each.period == "window"
            and each.perspective in (None, self.perspective)
        }

        def figures(**wanted: str) -> tuple[tuple[str, str, str], ...]:
            return tuple(
                (self.say(key), euro(value, self.language), self.say(f"{key}_note", years=self.years))
                for key, name in wanted.items()
                if (value := found.get(name)) is not None
            )

        blocks = []
        if self.outcomes.model.placements:
            avoided = found["avoided_place_years"] or 0.0
            reason = (
                ""
                if avoided > 0
                else self.say("not_defined", years=self.years, avoided=decimal(avoided, self.language, 1))
            )
            per = "case_in_year" if self.rule == "cases_in_year" else "place_year"
            per_case = figures(
                gross=f"gross_relief_per_avoided_{per}",
                net=f"programme_relief_per_avoided_{per}",
                net_all=f"relief_per_avoided_{per}",
            )
            kept = self._observed(
                found["gross_relief_per_avoided_place_year"], found["relief_per_avoided_place_year"]
            )
            blocks.append(SideBySide(self._ratio_title(), per_case, reason, kept))
        others = figures(price_difference="price_difference", per_supported="relief_per_supported_case")
        others += self._per_euro(strategy)
        others += self._by_the_other_rule(found)
        return (*blocks, SideBySide(self.say("other_title"), others)) if others else tuple(blocks)

    def _observed(self, gross: float | None, net: float | None) -> tuple[str, ...]:
        """What remained of the gross amount elsewhere, and a doubt where far more remains here."""
        if gross is None or net is None or gross <= 0.0:
            return ()
        here, told = net / gross, []
        for series in observed_series(self.scenario):
            sentence = self.say(
                "observed_less" if series.kept < here else "observed",
                title=self.words(series.title),
                years=series.years,
                gross=euro(series.gross, self.language),
                net=euro(series.net, self.language),
                kept=percent(series.kept, self.language),
                here=percent(here, self.language),
            )
            if here > DOUBTFUL * series.kept:
                cases = self.say(f"cases_{self.scenario.scenario.case.unit}")
                sentence += f" {self.say('observed_doubt', cases=cases)}"
            told.append(sentence)
        return tuple(told)

    def _per_euro(self, strategy: str) -> tuple[tuple[str, str, str], ...]:
        """What a euro for the programme returns, where the programme costs something."""
        valuation = self.outcomes.model.weights.discounted
        found = returns(self.findings, strategy, self.part(valuation=valuation))
        if found.per_euro is None or found.benefit_cost_ratio is None:
            return ()
        note = self.say(
            "per_euro_note",
            ratio=decimal(float(found.benefit_cost_ratio[0]), self.language, 2),
            valuation=self.say(f"valued_{valuation}"),
        )
        amount = decimal(float(found.per_euro[0]), self.language, 2)
        told = f"{amount} €" if self.language == "de" else f"€{amount}"
        return ((self.say("per_euro"), told, note), self._internal_rate(strategy))

    def _internal_rate(self, strategy: str) -> tuple[str, str, str]:
        """The yearly rate at which later relief makes up for earlier cost, or why there is none."""
        horizon = self.findings.years("horizon")
        yearly = np.array([float(self.findings.relief(strategy, self.part(year))[0]) for year in horizon])
        rate = internal_rate(yearly)
        title = self.say("internal_rate")
        if rate is None:
            return (title, self.say("no_internal_rate"), self.say("no_internal_rate_note"))
        return (title, percent(rate, self.language, 1), self.say("internal_rate_note", years=span(horizon)))

    def _ratio_title(self) -> str:
        """What the ratios refer to, with the counting rule the file leads with."""
        return self.say(
            f"ratio_title_{self.rule}",
            placement=self.placement,
            years=self.years,
            months=self._mean_stay() or "",
        )

    def _by_the_other_rule(self, found: Mapping[str, float | None]) -> tuple[tuple[str, str, str], ...]:
        """The net figure per place-year where cases in the year lead, and the other way round."""
        months = self._mean_stay()
        per = "place_year" if self.rule == "cases_in_year" else "case_in_year"
        net = found.get(f"relief_per_avoided_{per}")
        if net is None or months is None:
            return ()
        note = self.say(f"per_{per}_note", months=months)
        return ((self.say(f"per_{per}"), euro(net, self.language), note),)

    def _mean_stay(self) -> str | None:
        """The mean stay in placement in months."""
        years = placement_stay_years(self.outcomes)
        if years is None:
            return None
        months = 12.0 * float(years[0])
        return self.say(counted("some_months", round(months)), count=decimal(months, self.language))
