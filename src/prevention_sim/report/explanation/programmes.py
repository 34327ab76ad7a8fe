"""What the programmes do, and which run together."""

from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from prevention_sim.report.explanation.queues import Queues
from prevention_sim.report.explanation.ratios import Ratios
from prevention_sim.report.explanation.telling import Statement, Told
from prevention_sim.report.numbers import plain
from prevention_sim.scenario.caseload import Leaving
from prevention_sim.scenario.effects import (
    Changes,
    ChangesEntry,
    ChangesStay,
    ChangesWeight,
    Diverts,
    Effect,
    MovesStock,
)
from prevention_sim.scenario.interventions import Enrolment, Intervention
from prevention_sim.scenario.moves import leavings_of, moves_changed


class Programmes(Ratios):
    """Whom they take in, what changes for whom, and for how long."""

    def programmes(self) -> Iterator[Statement]:
        """Each programme with what it does."""
        queues = Queues(self.amounts)
        for name, programme in self.scenario.interventions.items():
            path = f"interventions.{name}"
            yield Statement(
                self.tell(
                    "programme",
                    title=self.amounts.quoted(programme.title),
                    duty=self.tell(programme.duty) if programme.duty else "",
                    span=self.span(programme.start, programme.end),
                )
            )
            yield from self.renamed(programme.was)
            for position, enrolment in enumerate(programme.enrolment):
                yield self._enrolment(enrolment, f"{path}.enrolment[{position}]")
            yield from self._ramp(programme, path)
            yield from self._taking_part(programme, path)
            yield from queues.capacity(programme, f"{path}.capacity")
            for position, effect in enumerate(programme.effects):
                yield self._effect(programme, effect, f"{path}.effects[{position}]")

    def strategies(self) -> Iterator[Statement]:
        """Which programmes run together, and what is compared."""
        for strategy in self.scenario.strategies.values():
            programmes = [self._programme(name) for name in strategy.interventions]
            key = "strategy_with" if programmes else "strategy_without"
            listed = self.listed(programmes, "and") if programmes else ""
            yield Statement(self.tell(key, title=self.amounts.quoted(strategy.title), programmes=listed))
        comparator = self.scenario.strategies[self.scenario.comparator]
        if len(self.scenario.strategies) > 1:
            yield Statement(self.tell("comparator", title=self.amounts.quoted(comparator.title)))

    def _programme(self, name: str) -> str:
        return self.amounts.quoted(self.scenario.interventions[name].title)

    # Whom it takes in, and for how long

    def _enrolment(self, enrolment: Enrolment, path: str) -> Statement:
        """Of whom it takes in how many: those it reaches times those who accept."""
        numbers = {
            key: self.told(f"{path}.{key}", f"is_{key}")
            for key in ("offered", "reach", "uptake")
            if getattr(enrolment, key) is not None
        }
        strata = self.amounts.groups(enrolment.strata)
        text = self.tell(
            f"enrols_{enrolment.of}",
            cases=self.amounts.many_cases,
            states=self.amounts.states(enrolment.in_),
            strata=self.tell("refund_only", strata=self.listed(strata, "and")) if strata else "",
            share=self._taken(numbers),
            source=self.sourced(
                *numbers.values(),
                more=tuple(each for number in numbers.values() for each in self.formula(number)),
            ),
        )
        return self.statement(enrolment, text, *numbers.values())

    def _taken(self, numbers: dict[str, Told]) -> str:
        """`80 von 100 werden erreicht, davon nehmen 60 von 100 an`."""
        counts = {
            key: plain(100.0 * self.amounts.value(number.path), self.language, 1)
            for key, number in numbers.items()
            if key != "offered"
        }
        key = "_and_".join(counts) or "all"
        if len(counts) > 1:
            product = 100.0
            for name in counts:
                product *= self.amounts.value(numbers[name].path)
            counts["both"] = plain(product, self.language, 1)
        taken = self.tell(f"taken_{key}", **counts)
        offered = numbers.get("offered")
        return taken if offered is None else self.tell("offered", offered=offered.amount, taken=taken)

    def _ramp(self, programme: Intervention, path: str) -> Iterator[Statement]:
        """How much of the full reach holds in which years."""
        years = sorted(programme.ramp_up)
        if not years:
            return
        numbers = [self.told(f"{path}.ramp_up.{year}", "is_ramp", year=year) for year in years]
        until = [str(int(later) - 1) for _, later in pairwise(years)]
        parts = [
            self.tell(
                "ramp_years" if last != first else "ramp_year", first=first, last=last, share=number.amount
            )
            for first, last, number in zip(years, until, numbers, strict=False)
        ]
        parts.append(self.tell("ramp_from", first=years[-1], share=numbers[-1].amount))
        text = self.tell("ramp", parts=self.listed(parts, "and"), source=self.sourced(*numbers))
        yield Statement(text, tuple(numbers))

    def _taking_part(self, programme: Intervention, path: str) -> Iterator[Statement]:
        """How long a case takes part, where that matters; and whether it may come again."""
        matters = any(isinstance(effect, Changes | ChangesStay) for effect in programme.effects)
        if matters or programme.enrolment or programme.lasts is not None or programme.continues_in:
            inside = programme.continues_in
            states = self.amounts.states(inside) if inside else self.tell("where_left")
            fields = {"case": self.amounts.a_case, "states": states}
            if programme.lasts is None:
                yield Statement(self.tell("takes_part", **fields))
            else:
                number = self.told(f"{path}.lasts", "is_lasts")
                source = self.source_of(number)
                text = self.tell("takes_part_for", lasts=number.amount, source=source, **fields)
                yield self.statement(None, text, number)
        if programme.again == "once":
            yield Statement(self.tell("once"))

    # What it does

    def _effect(self, programme: Intervention, effect: Effect, path: str) -> Statement:
        match effect:
            case Diverts():
                return self._diverts(effect, path)
            case Changes():
                return self._changes(programme, effect, path)
            case ChangesStay():
                return self._stay(effect, path)
            case MovesStock():
                return self._moves(effect, path)
            case ChangesEntry():
                return self._entry(effect, path)
            case ChangesWeight():
                return self._weighed(effect, path)
            case _:
                assert_never(effect)

    def _diverts(self, effect: Diverts, path: str) -> Statement:
        origin = self.amounts.states(effect.from_)
        number = self.told(f"{path}.share", "is_diverted", origin=origin)
        text = self.tell(
            "diverts_moves" if effect.also else "diverts",
            cases=self.amounts.of_cases,
            origin=origin,
            count=plain(100.0 * self.amounts.value(number.path), self.language, 1),
            state=self.amounts.state(effect.into),
            source=self.source_of(number),
        )
        return self.statement(effect, text, number)

    def _changes(self, programme: Intervention, effect: Changes, path: str) -> Statement:
        """Who moves more or less often, out of which states and into which, and what holds afterwards."""
        numbers = list(self.factor(effect, path))
        compared = tuple(self._compared(programme, effect, path))
        text = self.tell(
            f"changes_{self.direction(effect.ratio, f'{path}.ratio')}",
            who=self.tell(f"who_{effect.while_}"),
            way=self._way(effect.from_ or (), effect.to or ()),
            source=self.sourced(
                numbers[0],
                more=(self.multiplied(effect, path), *self.behind(numbers[0])),
            ),
        )
        sentences = [text]
        if effect.while_ == "waiting":
            sentences.append(self.tell("afterwards_waiting"))
        elif effect.fades_over is not None:
            numbers.append(self.told(f"{path}.fades_over", "is_fading"))
            sentences.append(self.tell("fades", over=numbers[-1].amount))
        else:
            sentences.append(self.tell(f"afterwards_{effect.afterwards}"))
        if effect.with_:
            others = self.listed([self._programme(name) for name in effect.with_], "and")
            sentences.append(self.tell("together", programmes=others))
        found = self.statement(effect, " ".join(sentences), *numbers)
        return Statement(found.text, found.numbers, compared)

    def _way(self, origins: tuple[str, ...], targets: tuple[str, ...]) -> str:
        """` aus »A« zu »B«`."""
        return "".join(
            self.tell(key, states=self.amounts.states(states))
            for key, states in (("out_of", origins), ("into", targets))
            if states
        )

    def _compared(self, programme: Intervention, effect: Changes, path: str) -> Iterator[str]:
        """What the ratio makes of each chance that is written as one number."""
        paths = {id(leaving): where for where, leaving in leavings_of(self.scenario)}
        told: dict[str, tuple[Leaving, str, list[str]]] = {}
        for (origin, to), leavings in moves_changed(self.scenario, programme, effect).items():
            (first, *others) = leavings
            if not others and isinstance(first, Leaving):
                told.setdefault(paths[id(first)], (first, to, []))[2].append(origin)
        for where, (leaving, to, origins) in told.items():
            compared = self.compared(leaving, where, effect, path)
            if compared:
                yield self.tell("item", label=self._way(tuple(origins), (to,)).strip(), amount=compared)

    def _stay(self, effect: ChangesStay, path: str) -> Statement:
        state = self.amounts.state(effect.state)
        number = self.told(f"{path}.mean", "is_other_stay", state=state)
        before = self.amounts.text(f"stays.{effect.state}.mean")
        text = self.tell(
            "stays_other", state=state, mean=number.amount, before=before, source=self.source_of(number)
        )
        return self.statement(effect, text, number)

    def _moves(self, effect: MovesStock, path: str) -> Statement:
        origin = self.amounts.states(effect.from_)
        number = self.told(f"{path}.share", "is_moved", origin=origin)
        text = self.tell(
            "moves_stock",
            cases=self.amounts.of_cases,
            origin=origin,
            count=plain(100.0 * self.amounts.value(number.path), self.language, 1),
            state=self.amounts.state(effect.into),
            source=self.source_of(number),
        )
        return self.statement(effect, text, number)

    def _weighed(self, effect: ChangesWeight, path: str) -> Statement:
        """Another weight of an outcome, state by state, beside the one it replaces."""
        outcome, where = self.scenario.outcomes[effect.outcome], f"{path}.weight"
        number = self.told(
            where,
            "is_outcome_weight_inside",
            title=self.amounts.words(outcome.title),
            state=self.amounts.states(effect.state),
        )
        before = [
            self.amounts.value(f"outcomes.{effect.outcome}.weights.{state}")
            if state in outcome.weights
            else 0.0
            for state in effect.state
        ]
        told = [
            self.tell("weighs_in", state=self.amounts.state(state), otherwise=plain(weight, self.language, 4))
            for state, weight in zip(effect.state, before, strict=True)
        ]
        text = self.tell(
            "weighs",
            title=self.amounts.quoted(outcome.title),
            states=self.listed(told, "and"),
            weight=plain(self.amounts.value(where), self.language, 4),
            source=self.sourced(number, more=tuple(self.formula(number))),
        )
        return self.statement(effect, text, number)

    def _entry(self, effect: ChangesEntry, path: str) -> Statement:
        """How many cases some streams bring while the programme runs, and how many else."""
        streams = self.listed([self.tell("quoted", text=name) for name in effect.streams], "and")
        number = self.told(f"{path}.ratio", "is_entry", streams=streams)
        text = self.tell(
            f"entry_{self.direction(effect.ratio, number.path)}",
            cases=self.amounts.many_cases,
            streams=streams,
            ratio=number.amount,
            source=self.source_of(number),
        )
        found = self.statement(effect, text, number)
        return Statement(found.text, found.numbers, tuple(self._of_streams(effect, number)))

    def _of_streams(self, effect: ChangesEntry, ratio: Told) -> Iterator[str]:
        for name in effect.streams:
            kind = "intake" if name in self.scenario.caseload.intake else "arrivals"
            path = f"caseload.{kind}.{name}.value"
            yearly = kind == "arrivals"
            cases = self.amounts.per_year(path) if yearly else self.amounts.value(path)
            period = f" {self.amounts.a_year}" if yearly else ""
            compared = self.tell(
                "instead_of",
                before=plain(cases, self.language, 1),
                after=self.amounts.cases(cases * self.amounts.value(ratio.path)) + period,
            )
            yield self.tell("item", label=name, amount=compared)
