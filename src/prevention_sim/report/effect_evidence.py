"""How strong the evidence is that a programme does what the file says."""

from collections.abc import Iterator

from prevention_sim.report.dossier_wording import tell
from prevention_sim.report.teller import Teller
from prevention_sim.scenario.document import (
    ESTIMATED,
    Located,
    count_by_grade,
    figures_of,
    grade_of,
)
from prevention_sim.scenario.evidence import Formula
from prevention_sim.scenario.expressions import names_in

UNPROVEN = ESTIMATED | {"none", "claim"}
"""Grades of numbers that nobody observed."""

MOST_NAMED = 5


class EffectEvidence(Teller):
    """Tells what is not proven."""

    def told(self, strategy: str) -> Iterator[str]:
        """Whether the effect is measured, the grades of all numbers, and those without a source."""
        grades = [grade for found in self._of_effect(strategy) if (grade := grade_of(self.scenario, found))]
        if grades:
            unproven = sum(grade in UNPROVEN for grade in grades)
            key = "measured" if not unproven else "assumed" if unproven == len(grades) else "partly"
            yield tell(self.language, f"effect_{key}", count=len(grades), estimated=unproven)
        counted = count_by_grade(self.scenario)
        told = ", ".join(
            self.say(f"grade_{grade}", count=count)
            for grade, count in sorted(counted.items(), key=lambda each: -each[1])
        )
        yield self.say("evidence", count=sum(counted.values()), grades=told)
        silent = [
            found.path for found in figures_of(self.scenario) if grade_of(self.scenario, found) == "none"
        ]
        if silent:
            named, more = silent[:MOST_NAMED], len(silent) - MOST_NAMED
            key = "without_source_many" if more > 0 else "without_source"
            yield tell(self.language, key, paths=", ".join(named), more=more)

    def _of_effect(self, strategy: str) -> Iterator[Located]:
        """What the file says programmes do, and where cases would be without them, down to plain numbers."""
        located = {found.path: found for found in figures_of(self.scenario)}
        programmes = self.scenario.strategies[strategy].interventions
        begins = [f"interventions.{name}.{part}" for name in programmes for part in ("effects", "enrolment")]
        asked = [path for path in located if path.startswith((*begins, "without."))]
        seen: set[str] = set()
        while asked:
            path = asked.pop()
            if path in seen or path not in located:
                continue
            seen.add(path)
            value = located[path].figure.value
            if isinstance(value, Formula):
                asked += [f"parameters.{name}" for name in names_in(value.expression)]
            else:
                yield located[path]
