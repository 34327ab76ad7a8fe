"""What a file is about, what is checked in it, and where its numbers come from."""

from collections.abc import Iterator
from dataclasses import replace

from prevention_sim.report.explanation.telling import Statement, Teller, Told
from prevention_sim.report.explanation_wording import IN_LONG_STEPS, IN_STEPS, MANY, ONE
from prevention_sim.report.numbers import counted
from prevention_sim.report.teller import span as years_span
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import observations_of
from prevention_sim.scenario.evidence import ASSUMPTION
from prevention_sim.scenario.lines import prices_rise
from prevention_sim.scenario.parts import Period
from prevention_sim.scenario.tables import Table


class About(Teller):
    """The question, the numbers with names, the tables, the sources."""

    def review(self, numbers: list[Told]) -> Iterator[Statement]:
        """What is unchecked, without a source or assumed."""
        checked = self.scenario.scenario.checked
        if checked is None or "open" in (checked.by, checked.on):
            yield Statement(say(self.language, "unchecked"))
        else:
            yield Statement(say(self.language, "checked", by=checked.by, on=checked.on))
        written = [number for number in numbers if not self.amounts.is_formula(number.path)]
        if not written:
            yield Statement(self.tell("no_numbers"))
            return
        for some, none, wanted in (
            ("unsourced", "none_unsourced", [number for number in written if number.source is None]),
            ("assumption_list", "none_assumed", [number for number in written if self._assumed(number)]),
        ):
            items = tuple(self.tell("item", label=each.label, amount=each.amount) for each in wanted)
            key = counted(some if wanted else none, len(written))
            yield Statement(self.tell(key, some=len(wanted), count=len(written)), items=items)

    def _assumed(self, number: Told) -> bool:
        if number.source is None or number.source == ASSUMPTION:
            return number.source == ASSUMPTION
        return self.scenario.sources[number.source].grade == "assumption"

    def sources(self, numbers: list[Told]) -> Iterator[Statement]:
        """Each source, and how many numbers name it."""
        written = [number for number in numbers if not self.amounts.is_formula(number.path)]
        observed = {found.source for found in observations_of(self.scenario)}
        for name, source in self.scenario.sources.items():
            count = sum(number.source == name for number in written)
            yield Statement(
                self.tell(
                    counted("source_used", len(written))
                    if count
                    else "source_observed"
                    if name in observed
                    else "source_unused",
                    title=self.amounts.words(source.title),
                    grade=self.tell(f"grade_{source.grade}"),
                    url=f", {source.url}" if source.url else "",
                    count=count,
                    all=len(written),
                )
            )

    def about(self) -> Iterator[Statement]:
        """The question, the cases, the time and the prices."""
        about, words = self.scenario.scenario, self.amounts.words
        if about.question:
            yield Statement(self.tell("question", question=words(about.question)))
        if about.note:
            yield Statement(words(about.note))
        if about.municipality:
            yield Statement(self.tell("place", municipality=about.municipality))
        if about.population_under_21:
            number = self.told("scenario.population_under_21", "is_population")
            text = self.tell("population", amount=number.amount, source=self.source_of(number))
            yield self.statement(about.population_under_21, text, number)
        if about.author:
            yield Statement(self.tell("author", author=about.author))
        case = self.tell("case", cases=self.amounts.many_cases, definition=words(about.case.definition))
        yield Statement(f"{case} {self.tell(f'case_count_{about.case_count}')}")
        yield Statement(self._time())
        rises = "rising_prices" if prices_rise(self.scenario) else "prices"
        yield Statement(self.tell(rises, year=self.scenario.prices.year))

    def _time(self) -> str:
        time = self.scenario.time
        years = (ONE if time.years == 1 else MANY)["year"].told(self.language)
        shown = min(time.budget_window, time.years)
        text = self.tell(
            "time",
            start=self.amounts.month(time.start),
            years=f"{time.years} {years}",
            steps=self._steps(time.grid.cycle),
            window=years_span(tuple(range(time.start.year, time.start.year + shown))),
        )
        days = [self.tell("time_in_days")] if time.grid.in_days else []
        weeks = [self.tell("time_in_weeks")] if time.cycle == "week" else []
        return " ".join((text, *days, *weeks))

    def _steps(self, cycle: Period) -> str:
        """`in Tagen`, `in Schritten von 3 Jahren`."""
        words = (IN_STEPS if cycle.count == 1 else IN_LONG_STEPS)[cycle.unit]
        return words.told(self.language).format(count=cycle.count)

    def parameters(self) -> Iterator[Statement]:
        """Numbers with names."""
        for name, figure in self.scenario.parameters.items():
            number = self.told(f"parameters.{name}", "is_parameter", name=name)
            text = self.tell(
                "parameter",
                name=name,
                amount=number.amount,
                source=self.sourced(number, more=self.formula(number)),
            )
            yield self.statement(figure, text, number)

    def tables(self) -> Iterator[Statement]:
        """The tables beside the file, apart from the one that is the matrix."""
        matrix = self.scenario.matrix
        for name, table in self.scenario.tables.items():
            if not isinstance(table, Table) or (matrix and matrix.table == name):
                continue
            for column in table.cells:
                cells = table.column(column).items()
                numbers = [
                    self.told(path, "is_cell", name=name, column=column, at=key) for key, path in cells
                ]
                values = [f"{key}: {number.amount}" for (key, _), number in zip(cells, numbers, strict=True)]
                text = self.tell(
                    "table", name=name, file=table.file, column=column, source=self.origin(table.source)
                )
                statement = self.statement(table, text, *numbers)
                yield replace(statement, items=("; ".join(values),))

    def others(self, told: set[str]) -> Iterator[Statement]:
        """Numbers no sentence above speaks of; none is left out in silence."""
        for path in self.amounts.located:
            if path not in told:
                number = self.told(path, "is_parameter", name=path)
                text = self.tell("parameter", name=path, amount=number.amount, source=self.source_of(number))
                yield self.statement(None, text, number)
