"""What is counted beside money, and how it is all computed."""

from collections.abc import Iterator

from prevention_sim.report.conventions import tell_counting
from prevention_sim.report.explanation.telling import Statement, Teller
from prevention_sim.report.numbers import counted, plain
from prevention_sim.report.wording import say
from prevention_sim.scenario.limits import limited
from prevention_sim.scenario.settings import OwnWeights, Rates, Uncertainty


class Computing(Teller):
    """Outcomes and conventions."""

    def outcomes(self) -> Iterator[Statement]:
        """What is counted beside money, and which way is better."""
        for name, outcome in self.scenario.outcomes.items():
            title = self.amounts.words(outcome.title)
            numbers, parts = [], []
            for key, label, part in (
                ("weights", "is_outcome_weight", "outcome_weight"),
                ("entries", "is_outcome_of_entry", "outcome_of_entry"),
            ):
                for state in getattr(outcome, key):
                    where = self.amounts.state(state)
                    number = self.told(f"outcomes.{name}.{key}.{state}", label, title=title, state=where)
                    numbers.append(number)
                    amount = plain(self.amounts.value(number.path), self.language, 4)
                    parts.append(self.tell(part, amount=amount, state=where))
            formulas = tuple(each for number in numbers for each in self.formula(number))
            text = self.tell(
                f"outcome_{outcome.aim}",
                title=title,
                unit=self.amounts.words(outcome.unit),
                parts=self.listed(parts, "and"),
                source=self.sourced(*numbers, more=formulas),
            )
            yield self.statement(outcome, text, *numbers)

    def conventions(self) -> Iterator[Statement]:
        """Counting, conversion, discounting, real terms, adjustments."""
        conventions, discounting = self.scenario.conventions, self.scenario.conventions.discounting
        yield self._counting()
        conversion = say(self.language, f"conversion_{conventions.conversion}")
        yield Statement(self.tell("sentence", text=conversion))
        if discounting is None:
            yield Statement(self.tell("no_discounting"))
        else:
            number = self.told("conventions.discounting.rate", "is_rate")
            text = self.tell(
                f"discounting_{discounting.method}",
                rate=number.amount,
                start=self.amounts.month(self.scenario.time.start),
                source=self.sourced(number),
            )
            yield self.statement(discounting, text, number)
            yield from self._later_rates(discounting, "conventions.discounting")
            if discounting.terms == "real":
                yield Statement(self.tell("terms_real"))
            yield from self._discounted_outcomes(discounting.outcomes)
        if self.scenario.prices.general_rise is not None:
            rise = self.told("prices.general_rise", "is_general_rise")
            year = self.scenario.prices.year
            text = self.tell("real", rise=rise.amount, year=year, source=self.sourced(rise))
            yield self.statement(self.scenario.prices, text, rise)
        yield from self._adjustments()
        yield from self._engine()
        if self.scenario.expect:
            count = len(self.scenario.expect)
            yield Statement(self.tell(counted("expectations", count), count=count))

    def _engine(self) -> Iterator[Statement]:
        """What computes, where the file says anything about it."""
        engine, chance, usual = self.scenario.engine, self.scenario.uncertainty, Uncertainty()
        if engine == "auto" and limited(self.scenario):
            engine = "discrete_event"
        elif engine == "auto" and (chance.seed, chance.replications) == (usual.seed, usual.replications):
            return
        key = "engine_cohort" if engine == "cohort" else counted(f"engine_{engine}", chance.replications)
        yield Statement(self.tell(key, replications=str(chance.replications), seed=str(chance.seed)))

    def _adjustments(self) -> Iterator[Statement]:
        adjustments = self.scenario.adjustments
        if adjustments is None:
            return
        told = []
        if adjustments.optimism_bias is not None:
            told.append((self.told("adjustments.optimism_bias", "is_optimism_of_all"), "optimism_of_all", ""))
        for grade in adjustments.corrections:
            word = self.tell(f"grade_{grade}")
            number = self.told(f"adjustments.corrections.{grade}", "is_correction", grade=word)
            told.append((number, "correction", word))
        for position, (number, key, word) in enumerate(told):
            text = self.tell(key, share=number.amount, grade=word, source=self.source_of(number))
            yield self.statement(None if position else adjustments, text, number)

    def _counting(self) -> Statement:
        """The rule of counting; weights of the file's own are among its numbers."""
        counting = self.scenario.conventions.counting
        text = tell_counting(self.scenario, self.language)
        if not isinstance(counting, OwnWeights):
            return Statement(self.tell("sentence", text=text))
        numbers = [
            self.told(f"conventions.counting.weights[{boundary}]", "is_weight", boundary=str(boundary))
            for boundary in range(len(counting.weights))
        ]
        told = self.tell("sentence", text=f"{text}{self.sourced(*numbers)}")
        return self.statement(counting, told, *numbers)

    def _discounted_outcomes(self, rates: Rates | None) -> Iterator[Statement]:
        if rates is None:
            if self.scenario.outcomes:
                yield Statement(self.tell("outcomes_not_discounted"))
            return
        number = self.told("conventions.discounting.outcomes.rate", "is_outcome_rate")
        text = self.tell("outcomes_discounted", rate=number.amount, source=self.sourced(number))
        yield self.statement(rates, text, number)
        yield from self._later_rates(rates, "conventions.discounting.outcomes")

    def _later_rates(self, rates: Rates, path: str) -> Iterator[Statement]:
        for position, step in enumerate(rates.steps):
            month = self.amounts.month(step.from_)
            number = self.told(f"{path}.steps[{position}].rate", "is_later_rate", start=month)
            text = self.tell("later_rate", rate=number.amount, start=month, source=self.sourced(number))
            yield self.statement(None, text, number)
