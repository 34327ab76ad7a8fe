"""How long cases stay, and how they move."""

from collections.abc import Iterator
from typing import Literal, assert_never

from prevention_sim.report.explanation.ratios import Ratios
from prevention_sim.report.explanation.telling import Statement, Told
from prevention_sim.report.numbers import plain
from prevention_sim.scenario.caseload import WAYS, Law, Leaving, Move, Stay
from prevention_sim.scenario.matrix import cells_of
from prevention_sim.scenario.parts import Period


class Moves(Ratios):
    """Stays, breakdowns, transitions and what was observed."""

    def stays(self) -> Iterator[Statement]:
        """How stays end when nothing breaks down."""
        for name, stay in self.scenario.stays.items():
            if stay.over is not None:
                yield self._counted(name, stay, stay.over)
                continue
            yield self._stay(name, stay)
            yield from self._modifiers(stay, f"stays.{name}")

    def _stay(self, name: str, stay: Stay) -> Statement:
        path, state = f"stays.{name}", self.amounts.state(name)
        numbers = self._numbers(stay, path, "is_stay", state=state)
        targets = [
            self.told(f"{path}.to.{target}", "is_target", origin=state, state=self.amounts.state(target))
            for target, share in stay.to.items()
            if share != "rest"
        ]
        fields = {"state": state, "cases": self.amounts.many_cases, "then": self._then(name, stay)}
        if self.amounts.varies(stay, path):
            text = self._varying("stay", stay, path, numbers, **fields)
        else:
            mean = self.amounts.months(self.amounts.mean_months(name))
            more = () if numbers[0].amount == mean else (self.tell("written", text=numbers[0].amount),)
            source = self.sourced(*numbers, more=(*more, *self.formula(numbers[0])))
            text = self.tell("stay", mean=mean, source=source, **fields)
        return self.statement(stay, text + self._law(stay, path) + self._stage(stay), *numbers, *targets)

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
            path = f"{section}[{position}]"
            yield self._move(move, path)
            yield from self._modifiers(move, path)

    def _move(self, move: Move, path: str) -> Statement:
        origin, state = self.amounts.states(move.from_), self.amounts.state(move.to)
        strata = self.amounts.groups(move.strata)
        only = self.tell("only_for", strata=self.listed(strata, "and")) if strata else ""
        named = {"only": only, "origin": origin, "state": state}
        numbers = self._numbers(move, path, "is_move", **named)
        if move.law is not None or self.amounts.varies(move, path):
            text = self._varying("move", move, path, numbers, cases=self.amounts.many_cases, **named)
        else:
            text = self._of_hundred(move, path, numbers[0], **named)
        return self.statement(move, text + self._law(move, path) + self._stage(move), *numbers)

    def _of_hundred(self, move: Move, path: str, number: Told, **named: str) -> str:
        """How many of 100 move in a year."""
        yearly = self.amounts.chance_per_year(move, path)
        count, base = self.amounts.out_of(yearly)
        said = number.amount == self.amounts.percent(yearly) + " " + self.amounts.a_year
        more = () if said else (self.tell("written", text=number.amount),)
        return self.tell(
            "move_one" if count == "1" else "move",
            base=base,
            cases=self.amounts.of_cases,
            count=count,
            source=self.sourced(number, more=(*more, *self.formula(number))),
            **named,
        )

    # How fast, and what changes it

    def _numbers(self, leaving: Leaving, path: str, label: str, **named: str) -> list[Told]:
        """The numbers that say how fast cases leave: a way, or a law with its mean or scale."""
        labels: dict[str, str] = {
            way: label for way in WAYS if way != "law" and getattr(leaving, way) is not None
        }
        if leaving.law is not None:
            labels["law.shape"] = "is_shape"
            if leaving.law.scale is not None:
                labels["law.scale"] = "is_scale"
        return [self.told(f"{path}.{key}", called, **named) for key, called in labels.items()]

    def _varying(
        self, what: Literal["stay", "move"], leaving: Leaving, path: str, numbers: list[Told], **fields: str
    ) -> str:
        """How fast cases leave where no one number says it."""
        if leaving.law is None:
            (number,) = numbers
            more = (*self.formula(number), *self.behind(number))
            return self.tell(f"{what}_by_case", source=self.sourced(number, more=more), **fields)
        scaled = "law.scale" if leaving.law.scale else "mean"
        when = self.tell(
            f"by_{leaving.law.kind}" if leaving.law.scale else "by_mean",
            shape=self.amounts.text(f"{path}.law.shape"),
            scale=self.amounts.text(f"{path}.{scaled}"),
        )
        formulas = tuple(each for number in numbers for each in self.formula(number))
        source = self.sourced(*numbers, more=formulas)
        return self.tell(f"{what}_by_law", when=when, source=source, **fields)

    def _law(self, leaving: Leaving, path: str) -> str:
        """What a law means for those who have been there longer; empty without one."""
        law = leaving.law
        if law is None:
            return ""
        shape = self.amounts.value(f"{path}.law.shape")
        return " " + self.tell(
            "law",
            law=self.tell(f"law_{law.kind}"),
            shape=self.amounts.text(f"{path}.law.shape"),
            clock=self.tell(f"clock_{law.clock}"),
            meaning=self.tell(f"{law.clock}_{_course(law, shape)}"),
        )

    def _stage(self, leaving: Leaving) -> str:
        return " " + self.tell("stage", stage=leaving.stage) if leaving.stage > 1 else ""

    def _modifiers(self, leaving: Leaving, path: str) -> Iterator[Statement]:
        """The ratios on a chance, each with those and the months it is for."""
        for position, modifier in enumerate(leaving.modifiers):
            where = f"{path}.modifiers[{position}]"
            numbers = self.factor(modifier, where)
            named = self.amounts.groups(modifier.strata)
            dated = modifier.from_ is not None or modifier.until is not None
            text = self.tell(
                "modifier",
                whom=self.tell("for_strata", strata=self.listed(named, "and")) if named else "",
                span=f" {self.span(modifier.from_, modifier.until)}" if dated else "",
                change=self.multiplied(modifier, where),
                source=self.sourced(numbers[0], more=self.behind(numbers[0])),
            )
            yield self.statement(modifier, text, *numbers)


def _course(law: Law, shape: float) -> str:
    """Whether the chance to leave rises or falls with time, stays, or rises first and falls then."""
    match law.kind:
        case "weibull" | "gamma":
            return "rises" if shape > 1.0 else "falls" if shape < 1.0 else "stays"
        case "lognormal":
            return "turns"
        case "loglogistic":
            return "turns" if shape > 1.0 else "falls"
        case _:
            assert_never(law.kind)
