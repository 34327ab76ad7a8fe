"""How long cases stay, and how they move."""

from collections.abc import Iterator

from prevention_sim.report.explanation.telling import Statement, Teller, Told
from prevention_sim.report.numbers import plain
from prevention_sim.scenario.caseload import Move, Stay
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.matrix import cells_of
from prevention_sim.scenario.parts import Period


class Moves(Teller):
    """Stays, breakdowns, transitions and what was observed."""

    def stays(self) -> Iterator[Statement]:
        """How stays end when nothing breaks down."""
        for name, stay in self.scenario.stays.items():
            state = self.amounts.state(name)
            if stay.over is not None:
                yield self._counted(name, stay, stay.over)
                continue
            path = f"stays.{name}.{stay.ways[0]}"
            length = self.told(path, "is_stay", state=state)
            targets = [
                self.told(
                    f"stays.{name}.to.{target}", "is_target", origin=state, state=self.amounts.state(target)
                )
                for target, share in stay.to.items()
                if share != "rest"
            ]
            mean = self.amounts.months(self.amounts.mean_months(name))
            more = () if length.amount == mean else (self.tell("written", text=length.amount),)
            text = self.tell(
                "stay",
                state=state,
                cases=self.amounts.many_cases,
                mean=mean,
                source=self.sourced(length, more=(*more, *self.formula(length))),
                then=self._then(name, stay),
            )
            yield self.statement(stay, text, length, *targets)

    def _then(self, name: str, stay: Stay) -> str:
        parts = []
        for target, written in stay.to.items():
            share = self.amounts.share(stay.to, target, f"stays.{name}.to.{{}}")
            if share == 1.0 and len(stay.to) == 1:
                return self.tell("then_all", state=self.amounts.state(target))
            key = "then_rest" if written == "rest" else "then_part"
            count = plain(100.0 * share, self.language, 1)
            parts.append(self.tell(key, count=count, state=self.amounts.state(target)))
        return self.tell("then_parts", cases=self.amounts.of_cases, parts=self.listed(parts, "and"))

    def _counted(self, name: str, stay: Stay, period: Period) -> Statement:
        """How many were where at the end of a period."""
        path = f"stays.{name}.counts"
        numbers = [self._is_after(f"{path}.{target}", name, target, period) for target in stay.counts]
        counts = {target: self.amounts.value(f"{path}.{target}") for target in stay.counts}
        parts = [self._part_after(name, target, count) for target, count in counts.items()]
        text = self.tell(
            "after",
            count=plain(sum(counts.values()), self.language),
            cases=self.amounts.of_cases,
            state=self.amounts.state(name),
            period=period.told(self.language),
            parts=self.listed(parts, "and"),
            source=self.sourced(*numbers),
        )
        return self.statement(stay, text, *numbers)

    def _is_after(self, path: str, origin: str, target: str, period: Period) -> Told:
        states = {"origin": self.amounts.state(origin), "state": self.amounts.state(target)}
        return self.told(path, "is_after", period=period.told(self.language), **states)

    def _part_after(self, origin: str, target: str, count: float, *, rest: bool = False) -> str:
        key = "still_there" if target == origin else "are_in"
        told = plain(count, self.language, 2) + (self.tell("the_rest") if rest else "")
        return self.tell(key, count=told, state=self.amounts.state(target))

    def matrix(self) -> Iterator[Statement]:
        """Where the cases of each state were after the period."""
        matrix = self.scenario.matrix
        if matrix is None:
            return
        for origin, row in cells_of(self.scenario).items():
            written = {target: cell.path for target, cell in row.items() if cell.written != "rest"}
            numbers = [
                self._is_after(path, origin, target, matrix.period) for target, path in written.items()
            ]
            shares = {target: self.amounts.value(path) for target, path in written.items()}
            rest = 1.0 - sum(shares.values())
            parts = [
                self._part_after(origin, target, 100.0 * shares.get(target, rest), rest=target not in shares)
                for target in row
            ]
            text = self.tell(
                "after",
                count="100",
                cases=self.amounts.of_cases,
                state=self.amounts.state(origin),
                period=matrix.period.told(self.language),
                parts=self.listed(parts, "and"),
                source=self.sourced(*numbers),
            )
            yield self.statement(matrix, text, *numbers)

    def moves(self, section: str, lead: str) -> Iterator[Statement]:
        """Moves of a section, after a sentence that leads to them."""
        moves: tuple[Move, ...] = getattr(self.scenario, section)
        if moves:
            yield Statement(self.tell(lead, cases=self.amounts.many_cases))
        for position, move in enumerate(moves):
            yield self._move(move, f"{section}[{position}]")

    def _move(self, move: Move, path: str) -> Statement:
        origin, state = self.amounts.states(move.from_), self.amounts.state(move.to)
        strata = [self.amounts.quoted(strata_of(self.scenario)[name].title) for name in move.strata or ()]
        only = self.tell("only_for", strata=self.listed(strata, "and")) if strata else ""
        number = self.told(f"{path}.{move.ways[0]}", "is_move", only=only, origin=origin, state=state)
        yearly = self.amounts.chance_per_year(move, path)
        count, base = self.amounts.out_of(yearly)
        said = number.amount == self.amounts.percent(yearly) + " " + self.amounts.a_year
        more = () if said else (self.tell("written", text=number.amount),)
        text = self.tell(
            "move_one" if count == "1" else "move",
            only=only,
            base=base,
            cases=self.amounts.of_cases,
            origin=origin,
            count=count,
            state=state,
            source=self.sourced(number, more=(*more, *self.formula(number))),
        )
        return self.statement(move, text, number)
