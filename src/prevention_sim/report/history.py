"""The path of one person in the words of a clerk: when, what happens in each strategy, where it ends."""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from babel.dates import format_date

from prevention_sim.analysis.history import Group, History, Persons, Step
from prevention_sim.model.compile import EVERYBODY
from prevention_sim.report.amounts import Amounts
from prevention_sim.report.explanation_wording import ONE_CASE
from prevention_sim.report.history_wording import tell
from prevention_sim.report.numbers import Language, counted, plain
from prevention_sim.scenario.document import Scenario


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences, a table whose first column says what a row is about, and sentences after it."""

    before: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    after: tuple[str, ...]


def tell_persons(scenario: Scenario, persons: Persons, file: str, language: Language) -> Told:
    """Who comes, and how to ask for one of them."""
    groups: list[Group] = [group for group in persons.groups() if group.count]
    luck = {"seed": persons.seed, "replication": persons.replication}
    if not groups:
        return Told((tell(language, "nobody", **luck),), (), (), ())
    amounts, count = Amounts(scenario, language), sum(group.count for group in groups)
    cases = {"count": plain(count, language), "cases": amounts.many_cases, "case": amounts.a_case}
    return Told(
        (tell(language, counted("everybody", count), **cases, **luck),),
        tuple(tell(language, key) for key in ("stream", "stratum", "count", "first")),
        tuple(
            (group.stream, group.stratum, plain(group.count, language), ", ".join(group.first))
            for group in groups
        ),
        (tell(language, "ask", file=file, person=groups[0].first[0]),),
    )


def tell_history(scenario: Scenario, persons: Persons, history: History, language: Language) -> Told:
    """One person's path, the comparator first."""
    teller = _Teller(Amounts(scenario, language), persons)
    others = [name for name in scenario.strategies if name != scenario.comparator]
    strategies = (scenario.comparator, *others)
    columns = [history.steps[name] for name in strategies]
    boundaries = sorted({step.boundary for step in chain(*columns)})
    rows = [
        (teller.when(boundary), *(teller.at(boundary, steps, history) for steps in columns))
        for boundary in boundaries
    ]
    return Told(
        (
            teller.person(history),
            tell(language, "luck", seed=persons.seed, replication=persons.replication),
        ),
        (teller.unit, *(scenario.strategies[name].title.told(language) for name in strategies)),
        (*rows, (tell(language, "at_end"), *map(teller.end, columns))),
        (tell(language, "no_prediction"),),
    )


class _Teller:
    """Says when and what."""

    def __init__(self, amounts: Amounts, persons: Persons) -> None:
        self.amounts, self.scenario, self.language = amounts, amounts.scenario, amounts.language
        self.calendar = persons.model.calendar

    @property
    def unit(self) -> str:
        """What the first column counts."""
        return tell(self.language, "when_days" if self.calendar.in_days else "when")

    def when(self, boundary: int) -> str:
        """`Mai 2013`, or where cycles are days or weeks `17. Mai 2013`."""
        month = self.calendar.month_of(boundary)
        if not self.calendar.in_days:
            return self.amounts.month(month)
        first_day = date(month.year, month.month, self.calendar.day_of(boundary))
        day: str = format_date(first_day, "long", locale=self.language)
        return day

    def person(self, history: History) -> str:
        """Which of those who come together, when and from where."""
        kind, name = history.stream.split(".")
        stratum = ""
        if history.stratum != EVERYBODY:
            title = self.amounts.words(self.amounts.group(history.stratum))
            stratum = tell(self.language, "of_stratum", title=title)
        return tell(
            self.language,
            "was_there" if kind == "stock" else "comes",
            case=_begun(ONE_CASE[self.scenario.scenario.case.unit].told(self.language)),
            ordinal=history.ordinal + 1,
            among=history.among,
            month=self.when(history.cycle),
            stream=tell(self.language, f"stream_{kind}", name=name),
            stratum=stratum,
        )

    def at(self, boundary: int, steps: tuple[Step, ...], history: History) -> str:
        """What happens to a person at a boundary in one strategy."""
        if not steps:
            return tell(self.language, "stays_away") if boundary == history.cycle else ""
        step = next((step for step in steps if step.boundary == boundary), None)
        return "" if step is None else ", ".join(self._parts(step, stock=history.stream.startswith("stock.")))

    def _parts(self, step: Step, *, stock: bool) -> list[str]:
        state = self.scenario.states[step.after.state].title.told(self.language)
        come = "is_in" if stock else "enters"
        moved = [tell(self.language, "moves" if step.before else come, state=state)] if step.moves else []
        return [
            *(tell(self.language, "leaves", programme=self._title(name)) for name in step.leaves),
            *moved,
            *(tell(self.language, "joins", programme=self._title(name)) for name in step.joins),
        ]

    def _title(self, programme: str) -> str:
        return self.scenario.interventions[programme].title.told(self.language)

    def end(self, steps: tuple[Step, ...]) -> str:
        """Where a person is at the last boundary."""
        if not steps:
            return ""
        state = self.scenario.states[steps[-1].after.state].title.told(self.language)
        return tell(self.language, "ends_in", state=state)


def _begun(word: str) -> str:
    return word[:1].upper() + word[1:]
