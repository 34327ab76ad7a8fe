"""How many there is room for, who waits when there is none, and who goes first."""

from collections.abc import Iterator, Mapping
from typing import Final

from prevention_sim.report.explanation.telling import Statement, Teller, Told
from prevention_sim.report.numbers import plain
from prevention_sim.scenario.capacity import Capacity, Places
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.effects import Changes
from prevention_sim.scenario.interventions import Intervention
from prevention_sim.scenario.limits import by_stratum, places_of, slots_of

_SLOTS: Final = {"posts": "is_posts", "productive_share": "is_productive", "caseload": "is_caseload"}
"""The numbers that make the slots of a programme, and what each is called."""

_STAFFING: Final = {"post_size": "is_post_size", "hiring_lag": "is_hiring_lag", "attrition": "is_attrition"}
"""The numbers that say how posts come and go."""


class Queues(Teller):
    """Tells the capacity of a programme, and the places of states."""

    def capacity(self, programme: Intervention, path: str) -> Iterator[Statement]:
        """The slots of a programme and what becomes of them, and the queue before it."""
        capacity = programme.capacity
        if capacity is None:
            return
        title = self.amounts.words(programme.title)
        yield self._slots(capacity, path, title)
        yield from self._staffing(capacity, path, title)
        yield from self._schedule(capacity, path, title)
        if capacity.schedule or capacity.attrition is not None:
            yield Statement(self.tell(f"falls_{capacity.when_it_falls}"))
        yield Statement(self._queue(programme, capacity))
        if capacity.leaves is not None:
            number = self.told(f"{path}.leaves", "is_leaves", title=title)
            text = self.tell("leaves_queue", share=number.amount, source=self.source_of(number))
            yield self.statement(None, text, number)
        if programme.end is not None and capacity.waiting_room != 0:
            yield Statement(self.tell("queue_ends"))

    def _slots(self, capacity: Capacity, path: str, title: str) -> Statement:
        """How many can take part at once, and what that number is made of."""
        numbers = {
            key: self.told(f"{path}.{key}", label, title=title)
            for key, label in _SLOTS.items()
            if getattr(capacity, key) is not None
        }
        text = self.tell(
            "room_by_share" if capacity.productive_share else "room",
            slots=self._room(path, numbers["posts"]),
            posts=numbers["posts"].amount,
            share=numbers["productive_share"].amount if capacity.productive_share else "",
            caseload=self.amounts.cases(self.amounts.value(f"{path}.caseload")),
            source=self.sourced(*numbers.values(), more=self._formulas(numbers)),
        )
        if capacity.needs:
            needs = self.listed(list(self._by_group(capacity.needs, "need")), "and")
            text = f"{text} {self.tell('needs', case=self.amounts.a_case, needs=needs)}"
        return self.statement(capacity, text, *numbers.values())

    def _formulas(self, numbers: Mapping[str, Told]) -> tuple[str, ...]:
        return tuple(each for number in numbers.values() for each in self.formula(number))

    def _room(self, path: str, posts: Told) -> str:
        """`45 Kinder`: how many a number of posts has slots for."""
        share = f"{path}.productive_share"
        productive = self.amounts.value(share) if share in self.amounts.located else 1.0
        slots = slots_of(self.amounts.value(posts.path), productive, self.amounts.value(f"{path}.caseload"))
        return self.amounts.cases(float(slots))

    def _staffing(self, capacity: Capacity, path: str, title: str) -> Iterator[Statement]:
        """In which steps posts are filled, how long that takes, and how many of them are left."""
        for key, label in _STAFFING.items():
            if getattr(capacity, key) is not None:
                number = self.told(f"{path}.{key}", label, title=title)
                text = self.tell(key, amount=number.amount, source=self.source_of(number))
                yield self.statement(None, text, number)

    def _schedule(self, capacity: Capacity, path: str, title: str) -> Iterator[Statement]:
        for position, step in enumerate(capacity.schedule):
            month = self.amounts.month(step.from_)
            number = self.told(
                f"{path}.schedule[{position}].posts", "is_later_posts", title=title, start=month
            )
            text = self.tell(
                "later_posts",
                start=month,
                posts=number.amount,
                slots=self._room(path, number),
                source=self.source_of(number),
            )
            yield self.statement(step, text, number)

    def _queue(self, programme: Intervention, capacity: Capacity) -> str:
        """Who waits, how that is for them, and who comes first."""
        room = capacity.waiting_room
        if room == 0:
            return self.tell("turned_away")
        changed = any(
            isinstance(effect, Changes) and effect.while_ == "waiting" for effect in programme.effects
        )
        full = "" if room is None else self.tell("waiting_room", room=plain(room, self.language))
        waits = self.tell("waits_changed" if changed else "waits", full=full)
        return f"{waits} {self._order(capacity)}"

    def _order(self, queue: Capacity | Places) -> str:
        ranked = sorted(queue.priority, key=lambda stratum: queue.priority[stratum])
        if not ranked:
            return self.tell("first_come")
        groups = [self.amounts.quoted(self.amounts.group(stratum)) for stratum in ranked]
        everybody = set(by_stratum(self.scenario, queue.priority)) == set(strata_of(self.scenario))
        return self.tell("by_rank_of_all" if everybody else "by_rank", strata=self.listed(groups, "then"))

    def _by_group(self, named: Mapping[str, int], key: str) -> Iterator[str]:
        for name, number in named.items():
            yield self.tell(key, stratum=self.amounts.quoted(self.amounts.group(name)), number=str(number))

    def places(self) -> Iterator[Statement]:
        """The states whose places are limited, and where those wait who find none."""
        for path, places in places_of(self.scenario):
            yield from self._places(places, path)

    def _places(self, places: Places, path: str) -> Iterator[Statement]:
        state = self.amounts.state(path.split(".")[1])
        number = self.told(f"{path}.value", "is_limit", state=state)
        text = self.tell(
            "places",
            state=state,
            room=self.amounts.cases(self.amounts.value(number.path)),
            bridge=self.amounts.state(places.bridge),
            source=self.source_of(number),
        )
        yield self.statement(places, f"{text} {self._order(places)}", number)
        for position, step in enumerate(places.schedule):
            month = self.amounts.month(step.from_)
            later = self.told(
                f"{path}.schedule[{position}].places", "is_later_limit", state=state, start=month
            )
            room = self.amounts.cases(self.amounts.value(later.path))
            told = self.tell(
                "later_places", start=month, state=state, room=room, source=self.source_of(later)
            )
            yield self.statement(step, told, later)
