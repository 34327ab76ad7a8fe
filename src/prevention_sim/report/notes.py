"""What stands below a report: evidence, conventions, adjustments, provenance."""

from prevention_sim.analysis.adjustments import unadjusted
from prevention_sim.analysis.cashable import cashable_relief
from prevention_sim.analysis.contributions import as_assessed
from prevention_sim.analysis.findings import Findings
from prevention_sim.analysis.manifest import Manifest
from prevention_sim.report.conventions import tell_counting
from prevention_sim.report.explanation_wording import tell
from prevention_sim.report.numbers import counted, euro, percent
from prevention_sim.report.teller import Teller
from prevention_sim.scenario.costs import Priced
from prevention_sim.scenario.document import count_by_grade
from prevention_sim.scenario.lines import lines_of, prices_rise


class Notes(Teller):
    """The notes of a run."""

    def told(self, manifest: Manifest) -> tuple[str, ...]:
        """Evidence, other valuations, conventions, what is missing, and the origin of the result."""
        conventions = self.scenario.conventions
        grades = count_by_grade(self.scenario)
        told = ", ".join(
            self.say(f"grade_{grade}", count=count)
            for grade, count in sorted(grades.items(), key=lambda each: -each[1])
        )
        count = sum(grades.values())
        notes = [self.say(counted("evidence", count), count=count, grades=told)]
        notes += [*self._real_amounts(), *self._present_values()]
        notes.append(
            self.say(
                "conventions",
                price_year=self.scenario.prices.year,
                rises=self.say("with_rises" if prices_rise(self.scenario) else "without_rises"),
                counting=tell_counting(self.scenario, self.language),
                conversion=self.say(f"conversion_{conventions.conversion}"),
                engine=self._engine(),
            )
        )
        notes += [*self._contributions(), *self._adjusted()]
        notes += self._silent_about_cashable()
        if self._silent_about_home:
            notes.append(self.say("nothing_at_home"))
        if self.outcomes.model.placements:
            notes.append(self.say("protection"))
        digest, version = manifest.result_digest[:12], manifest.prevention_sim
        notes.append(
            self.say("provenance", scenario=manifest.scenario_sha256[:12], digest=digest, version=version)
        )
        return tuple(notes)

    def _engine(self) -> str:
        """What computed, and by which luck."""
        if self.outcomes.engine == "cohort":
            return self.say("engine_cohort")
        chance = self.scenario.uncertainty
        key = counted("engine_microsimulation", chance.replications)
        return self.say(key, count=chance.replications, seed=chance.seed)

    def _silent_about_cashable(self) -> list[str]:
        """The lines with a saving of which the file does not say what the treasury keeps, where others do."""
        model = self.outcomes.model
        reliefs = [
            cashable_relief(model, strategy, self.perspective)
            for strategy in model.strategies
            if strategy != model.comparator
        ]
        silent = {item for relief in reliefs if relief is not None for item in relief.silent}
        lines = [
            tell(self.language, "quoted", text=self.words(line.title))
            for path, line in lines_of(self.scenario)
            if path.rsplit(".", 1)[1] in silent
        ]
        return [self.say("silent_about_cashable", lines=", ".join(lines))] if lines else []

    @property
    def _silent_about_home(self) -> bool:
        """Whether children stay at home at a cost that no line speaks of."""
        model = self.outcomes.model
        compared = model.placements and len(model.strategies) > 1
        return bool(compared) and not any(line.at_home for line in model.lines)

    def _contributions(self) -> list[str]:
        """What is assessed beside what comes in, for every income of which only a share does."""
        lines = [
            (path.rsplit(".", 1)[1], line)
            for path, line in lines_of(self.scenario)
            if isinstance(line, Priced) and line.collected_share is not None
        ]
        if not lines:
            return []
        assessed = Findings(as_assessed(self.outcomes))

        def income(findings: Findings, strategy: str, item: str) -> str:
            return euro(-float(findings.cost(strategy, self.part(), (item,))[0]), self.language)

        told = []
        for item, line in lines:
            parts = [
                self.say(
                    "contribution",
                    assessed=income(assessed, name, item),
                    collected=income(self.findings, name, item),
                    strategy=self.words(strategy.title),
                )
                for name, strategy in self.scenario.strategies.items()
            ]
            title = self.words(line.title)
            told.append(self.say("contributions", title=title, years=self.years, parts="; ".join(parts)))
        return told

    def _adjusted(self) -> list[str]:
        """The relief beside the one without the corrections for optimism and weak evidence."""
        if all(line.adjustment is None for line in self.outcomes.model.lines):
            return []
        as_written = Findings(unadjusted(self.outcomes))
        return [
            self.say(
                "adjusted",
                years=self.years,
                strategy=self.words(strategy.title),
                **{
                    key: euro(float(findings.relief(name, self.part())[0]), self.language)
                    for key, findings in (("corrected", self.findings), ("written", as_written))
                },
            )
            for name, strategy in self.scenario.strategies.items()
            if name != self.scenario.comparator
        ]

    def _real_amounts(self) -> list[str]:
        """The relief in prices of the price year beside the nominal one."""
        if "real" not in self.outcomes.model.weights.valuations:
            return []
        table = self.outcomes.model.table
        rise = float(table.base[table.names.index("prices.general_rise")])
        return [
            self.say(
                "real",
                years=self.years,
                price_year=self.scenario.prices.year,
                rise=percent(rise, self.language, 1),
                **{
                    valuation: euro(
                        float(self.findings.relief(name, self.part(valuation=valuation))[0]), self.language
                    )
                    for valuation in ("nominal", "real")
                },
            )
            for name in self.scenario.strategies
            if name != self.scenario.comparator
        ]

    def _present_values(self) -> list[str]:
        discounting = self.scenario.conventions.discounting
        if discounting is None:
            return []
        rate = self._rate("conventions.discounting.rate")
        for position, step in enumerate(discounting.steps):
            later = self._rate(f"conventions.discounting.steps[{position}].rate")
            rate += self.say("later_rate", start=str(step.from_), rate=later)
        start = str(self.scenario.time.start)
        return [
            self.say(
                f"present_value_{discounting.terms}",
                years=self.years,
                amount=euro(
                    float(self.findings.relief(name, self.part(valuation="present"))[0]), self.language
                ),
                rate=rate,
                start=start,
            )
            for name in self.scenario.strategies
            if name != self.scenario.comparator
        ]

    def _rate(self, path: str) -> str:
        table = self.outcomes.model.table
        return percent(float(table.base[table.names.index(path)]), self.language, 1)
