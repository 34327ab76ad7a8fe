"""What the programmes do, and which run together."""

from collections.abc import Iterator

from prevention_sim.report.explanation.telling import Statement, Teller
from prevention_sim.report.numbers import plain
from prevention_sim.scenario.interventions import Intervention, diversions_of


class Programmes(Teller):
    """Whom they take in, what changes for whom, and for how long."""

    def programmes(self) -> Iterator[Statement]:
        """Each programme with what it does."""
        for name, programme in self.scenario.interventions.items():
            yield Statement(
                self.tell(
                    "programme",
                    title=self.amounts.quoted(programme.title),
                    duty=self.tell(programme.duty) if programme.duty else "",
                    span=self.span(programme.start, programme.end),
                )
            )
            yield from self._effects(name, programme)

    def _effects(self, name: str, programme: Intervention) -> Iterator[Statement]:
        for where, effect in diversions_of({name: programme}):
            origin = self.amounts.states(effect.from_)
            path = f"{where}.share"
            number = self.told(path, "is_diverted", origin=origin)
            text = self.tell(
                "diverts",
                cases=self.amounts.of_cases,
                origin=origin,
                count=plain(100.0 * self.amounts.value(path), self.language, 1),
                state=self.amounts.state(effect.into),
                source=self.source_of(number),
            )
            yield self.statement(effect, text, number)

    def strategies(self) -> Iterator[Statement]:
        """Which programmes run together, and what is compared."""
        for strategy in self.scenario.strategies.values():
            programmes = [
                self.amounts.quoted(self.scenario.interventions[name].title)
                for name in strategy.interventions
            ]
            key = "strategy_with" if programmes else "strategy_without"
            listed = self.listed(programmes, "and") if programmes else ""
            yield Statement(self.tell(key, title=self.amounts.quoted(strategy.title), programmes=listed))
        comparator = self.scenario.strategies[self.scenario.comparator]
        if len(self.scenario.strategies) > 1:
            yield Statement(self.tell("comparator", title=self.amounts.quoted(comparator.title)))
