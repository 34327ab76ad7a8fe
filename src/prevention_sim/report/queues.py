"""Queues in words and tables: who waits, how long, and what that costs whom."""

from collections.abc import Callable, Iterator

from prevention_sim.analysis.queueing.outlook import outlook
from prevention_sim.analysis.queues import CapacityEffect, Queue, capacity_effect, queues
from prevention_sim.report.key_figures import KeyFigureTable
from prevention_sim.report.numbers import about_euro, decimal, percent
from prevention_sim.report.teller import Teller

NO_FIGURE = "–"
TINY = 1e-6


class QueueTeller(Teller):
    """Tells of the queues of a strategy; nothing where nobody can wait."""

    def tables(self, strategy: str) -> tuple[KeyFigureTable, ...]:
        """A table for each limit of a strategy, year by year."""
        return tuple(self._table(queue) for queue in queues(self.outcomes, strategy))

    def sentences(self, strategy: str) -> list[str]:
        """What waiting costs, who bears it, and what the programme would bring with places for all."""
        if strategy == self.scenario.comparator or not any(queues(self.outcomes, strategy)):
            return []
        effect = capacity_effect(self.outcomes, strategy, self.part())
        found = {
            "relief": about_euro(effect.relief, self.language),
            "for_all": about_euro(effect.relief_for_all, self.language),
            "years": self.years,
        }
        told = [self.say("waiting_relief", **found)]
        if self.outcomes.model.placements:
            told.append(
                self.say(
                    "waiting_placed",
                    placement=self.placement,
                    placed=decimal(effect.placed, self.language, 1),
                    for_all=decimal(effect.placed_for_all, self.language, 1),
                )
            )
        return [*told, *self._who_bears(effect), *self._warnings(strategy)]

    def _who_bears(self, effect: CapacityEffect) -> Iterator[str]:
        """What the lack of places costs each bearer in the strategy alone."""
        for bearer, cost in effect.cost.items():
            if cost:
                yield self.say(
                    "waiting_costs" if cost > 0.0 else "waiting_spares",
                    bearer=self.words(self.scenario.bearers[bearer].title),
                    amount=about_euro(abs(cost), self.language),
                    years=self.years,
                )

    def _table(self, queue: Queue) -> KeyFigureTable:
        rows = [
            self._row("queue_places", queue.places, 1),
            (
                self.say("queue_utilisation"),
                *(self._share(queue.utilisation((year,))) for year in self.window),
            ),
            self._row("queue_waiting", queue.waiting, 1),
            self._row("queue_longest", queue.longest, 1),
            self._row("queue_asked", queue.asked, 1),
            self._row("queue_served", queue.served, 1),
            self._row("queue_unserved", queue.unserved, 1),
        ]
        title = self.say("queue_title", limit=self.name(queue), strategy=self._strategy(queue.strategy))
        return KeyFigureTable(title, tuple(map(str, self.window)), tuple(rows), tuple(self._notes(queue)))

    def _row(self, key: str, figure: Callable[[tuple[int, ...]], float], places: int) -> tuple[str, ...]:
        return (self.say(key), *(decimal(figure((year,)), self.language, places) for year in self.window))

    def _share(self, share: float | None) -> str:
        return NO_FIGURE if share is None else percent(share, self.language)

    def _notes(self, queue: Queue) -> Iterator[str]:
        mean = queue.mean_wait_months
        if mean is None:
            yield self.say("queue_nobody_came")
            return
        quantiles = (queue.wait_quantile_months(share) or 0.0 for share in (0.5, 0.9))
        half, most = (
            decimal(months, self.language, 0 if abs(months - round(months)) < TINY else 1)
            for months in quantiles
        )
        yield self.say("queue_waits", mean=decimal(mean, self.language, 1), half=half, most=most)
        yield from self._outlook(queue)
        if any((queue.utilisation((year,)) or 0.0) > 1.0 for year in self.window):
            yield self.say("queue_overfull")

    def _outlook(self, queue: Queue) -> Iterator[str]:
        """What the queue comes to in the long run, by Erlang's formulas."""
        found = outlook(self.outcomes.model, queue)
        if found is None:
            return
        if found.mean_wait_years is None:
            yield self.say("queue_grows", growth=decimal(found.growth_per_year, self.language, 1))
            return
        settling = found.settling_years or 0.0
        yield self.say(
            "queue_erlang",
            use=percent(found.utilisation, self.language),
            wait=decimal(12.0 * found.mean_wait_years, self.language, 1),
            unserved=percent(found.share_unserved, self.language),
        ) + (
            " " + self.say("queue_settles", years=decimal(settling, self.language))
            if settling > len(self.findings.years("horizon"))
            else ""
        )

    def _warnings(self, strategy: str) -> Iterator[str]:
        """Limits at which more ask for ever than can be served."""
        for queue in queues(self.outcomes, strategy):
            found = outlook(self.outcomes.model, queue)
            if found is not None and found.impossible:
                yield self.say(
                    "queue_impossible",
                    limit=self.name(queue),
                    growth=decimal(found.growth_per_year, self.language, 1),
                )

    def name(self, queue: Queue) -> str:
        """The programme or the form of help whose places they are."""
        limit = queue.limit
        if limit.state is not None:
            return self.words(self.scenario.states[limit.state].title)
        return self.words(self.scenario.interventions[limit.id].title)

    def _strategy(self, name: str) -> str:
        return self.words(self.scenario.strategies[name].title)
