"""The sentences a report begins with: what a strategy brings, to whom, and by what."""

from prevention_sim.analysis.counterfactual import would_be_placed, would_enter
from prevention_sim.analysis.ever_placed import ever_placed
from prevention_sim.analysis.findings import Slice
from prevention_sim.analysis.indicators import avoided_place_years
from prevention_sim.analysis.timing import Timing
from prevention_sim.report.explanation_wording import A_CASE, MANY_CASES, OF_MANY_CASES
from prevention_sim.report.numbers import about_euro, counted, decimal, euro, percent, plain
from prevention_sim.report.rounding import add_up
from prevention_sim.report.teller import Teller


class Headline(Teller):
    """One strategy against the comparator, in sentences."""

    def told(self, strategy: str, pays: Timing) -> tuple[str, ...]:
        """From the relief in one sentence to what its size means, and when it pays."""
        relief, compared = self.money(strategy)
        return (
            relief,
            compared,
            *self.cases(strategy),
            self.payback(pays),
            *self.household(strategy),
        )

    def money(self, strategy: str) -> tuple[str, str]:
        """What it brings, and against what."""
        relief = float(self.findings.relief(strategy, self.part())[0])
        first = float(self.findings.relief(strategy, self.part(self.window[0]))[0])
        key = "relief" if relief > 0 else "burden" if relief < 0 else "no_difference"
        if key == "relief" and len(self.window) == 1:
            key = "relief_one_year"
        told = {"amount": about_euro(abs(relief), self.language), "first": about_euro(first, self.language)}
        titles = self.scenario.strategies
        compared = self.say(
            "compared",
            strategy=self.words(titles[strategy].title),
            comparator=self.words(titles[self.scenario.comparator].title),
        )
        return (
            self.say(key, years=self.years, payer=self.payer, **told),
            f"{compared} {self.say('no_cut')}" if relief > 0 else compared,
        )

    def cases(self, strategy: str) -> tuple[str, ...]:
        """What happens to the cases, where some of them are placed."""
        otherwise = self._otherwise(strategy)
        if not self.outcomes.model.placements:
            return tuple(otherwise)
        return (
            *otherwise,
            self._supported(strategy),
            *self._last_year(strategy),
            *self._ever_placed(strategy),
            self._placed_at_end(strategy),
        )

    def household(self, strategy: str) -> list[str]:
        """What the status of the household means for voluntary programmes."""
        status = self.scenario.budget.household if self.scenario.budget else None
        programmes = [
            self.scenario.interventions[name] for name in self.scenario.strategies[strategy].interventions
        ]
        voluntary = [self.words(each.title) for each in programmes if each.duty == "voluntary"]
        if status in (None, "regular") or not voluntary:
            return []
        return [self.say(f"household_{status}", programmes=", ".join(voluntary)), self.say("household_rules")]

    def _otherwise(self, strategy: str) -> list[str]:
        """Where the cases would go without the programme, and how many of those placed it takes in."""
        entering = {
            setting: float(cases[0]) for setting, cases in would_enter(self.findings, self.part()).items()
        }
        if not any(entering.values()):
            return []
        placed = float(would_be_placed(self.findings, self.part())[0])
        taken = float(would_be_placed(self.findings, self.part(), strategy)[0])
        running = not self.scenario.caseload.intake
        years = len(self.window) if running else 1
        tenths = add_up([10.0 * cases / years for cases in entering.values()])
        *most, last = [
            self.say(f"enters_{setting}", count=plain(count / 10.0, self.language, 1))
            for setting, count in zip(entering, tenths, strict=True)
        ]
        sentence = self.say(
            "otherwise_yearly" if running else "otherwise",
            years=self.years,
            count=plain(sum(tenths) / 10.0, self.language, 1),
            cases=OF_MANY_CASES[self.scenario.scenario.case.unit].told(self.language),
            settings=self.say("and").join((", ".join(most), last)) if most else last,
        )
        if placed <= 0.0:
            return [sentence]
        share = percent(taken / placed, self.language, 0 if taken in (0.0, placed) else 1)
        key = "offered_to_placed" if self._may_be_full(strategy) else "taken_of_placed"
        return [f"{sentence} {self.say(key, share=share)}"]

    def _may_be_full(self, strategy: str) -> bool:
        """Whether a programme of the strategy takes in no more cases than it has places for."""
        programmes = self.findings.programmes(strategy)
        return any(limit.id in programmes for limit in self.outcomes.model.limits)

    def _placed(self, strategy: str, part: Slice) -> dict[str, str]:
        """Place-years of the strategy and of the comparator, and how many fewer, in tenths that add up."""
        model = self.outcomes.model
        without = float(self.findings.person_years(model.comparator, part, model.placements)[0])
        with_programme = float(self.findings.person_years(strategy, part, model.placements)[0])
        total, avoided = round(10.0 * without), round(10.0 * (without - with_programme))
        return {
            "with_py": decimal((total - avoided) / 10.0, self.language, 1),
            "without_py": decimal(total / 10.0, self.language, 1),
            "avoided": decimal(avoided / 10.0, self.language, 1),
            "placement": self.placement,
        }

    def _last_year(self, strategy: str) -> list[str]:
        """Where the window has led to, in children on an average day of its last year, where it is whole."""
        last = self.window[-1]
        if len(self.window) == 1 or not self.outcomes.model.calendar.is_whole(last):
            return []
        cases = self.say(f"cases_{self.scenario.scenario.case.unit}")
        return [self.say("last_year", year=last, cases=cases, **self._placed(strategy, self.part(last)))]

    def _supported(self, strategy: str) -> str:
        supported = float(self.findings.supported_cases(strategy, self.part())[0])
        return self.say(
            counted("supported", supported),
            supported=self._cases(supported),
            **self._placed(strategy, self.part()),
        )

    def _cases(self, number: float) -> str:
        """`ein Kind`, `30 Kinder` or `23,5 Kinder`."""
        unit = self.scenario.scenario.case.unit
        if number == 1.0:
            return A_CASE[unit].told(self.language)
        written = decimal(number, self.language, 0 if number == round(number) else 1)
        return f"{written} {MANY_CASES[unit].told(self.language)}"

    def _ever_placed(self, strategy: str) -> list[str]:
        """The implied effect in children, over the whole horizon; not told where places are few.

        The states it makes absorbing would fill up.
        """
        model = self.outcomes.model
        if model.limits:
            return []
        ever = dict(zip(model.strategies, ever_placed(self.outcomes)[:, 0], strict=True))
        horizon = self.findings.years("horizon")
        everybody = sum(
            float(values[:, model.strategies.index(strategy)].sum())
            for values in (self.outcomes.bound.start, self.outcomes.trace.entries[0].sum(axis=0))
        )
        return [
            self.say(
                "ever_placed",
                year=horizon[-1],
                without=decimal(ever[model.comparator], self.language, 1),
                with_programme=decimal(ever[strategy], self.language, 1),
                everybody=self._cases(everybody),
                placement=self.placement,
            )
        ]

    def _placed_at_end(self, strategy: str) -> str:
        """Who is still placed when the calculation ends, so that delay is not taken for avoidance."""
        model = self.outcomes.model
        tenths = [
            round(10.0 * float(self.findings.persons_at_end(name, model.placements)[0]))
            for name in (model.comparator, strategy)
        ]
        without, with_programme = (decimal(count / 10.0, self.language, 1) for count in tenths)
        sentence = self.say(
            "placed_at_end",
            year=self.findings.years("horizon")[-1],
            without=without,
            with_programme=with_programme,
            placement=self.placement,
        )
        avoided = avoided_place_years(self.findings, strategy, Slice(self.findings.years("horizon")))[0]
        delayed = avoided > 0.0 and tenths[1] > tenths[0]
        return f"{sentence} {self.say('delayed')}" if delayed else sentence

    def payback(self, found: Timing) -> str:
        """When it pays, and how far it goes into the red before."""
        if found.first_expense is None or found.low_month is None:
            return self.say("payback_at_once")
        low = {"low": euro(found.low_point, self.language), "low_month": str(found.low_month)}
        if found.payback_months is None:
            years = self.scenario.time.years
            return self.say(counted("payback_never", years), years=years, **low)
        key, months = counted("payback", found.payback_months), found.payback_months
        return self.say(key, months=months, start=str(found.first_expense), **low)
