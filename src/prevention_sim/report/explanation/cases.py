"""Who comes, and where they would go without the programme."""

from collections.abc import Iterator

from prevention_sim.analysis.observed import observed_series
from prevention_sim.report.explanation.queues import Queues
from prevention_sim.report.explanation.telling import Statement, Teller
from prevention_sim.report.numbers import counted, exact_euro, plain
from prevention_sim.scenario.caseload import Arrivals, Intake, Into, Stratum, Stream
from prevention_sim.scenario.counterfactual import share_path, strata_of
from prevention_sim.scenario.strata import ways_of


class Cases(Teller):
    """The situations, the groups, the streams, the counterfactual."""

    def caseload(self) -> Iterator[Statement]:
        """The situations, the groups and the streams."""
        yield from self._situations()
        yield from Queues(self.amounts).places()
        yield from self._strata()
        caseload = self.scenario.caseload
        several = len(caseload.stock) + len(caseload.intake) + len(caseload.arrivals) > 1
        for name, stock in caseload.stock.items():
            number = self.told(f"caseload.stock.{name}.value", "is_stock", name=name)
            text = self.tell(
                "stock",
                amount=number.amount,
                where=self._where(stock.into, "there_unsaid"),
                source=self.source_of(number),
            )
            yield self.statement(stock, self._stream(name, text, several=several), number)
            yield from self._when(stock, f"caseload.stock.{name}", name)
        for name, intake in caseload.intake.items():
            number = self.told(f"caseload.intake.{name}.value", "is_intake", name=name)
            text = self.tell(
                "intake",
                month=self.amounts.month(intake.at),
                amount=number.amount,
                where=self._where(intake.into, "into_unsaid"),
                source=self.source_of(number),
            )
            yield self.statement(intake, self._stream(name, text, several=several), number)
            yield from self._varying(intake, f"caseload.intake.{name}", name)
            yield from self._when(intake, f"caseload.intake.{name}", name)
        for name, arrivals in caseload.arrivals.items():
            number = self.told(f"caseload.arrivals.{name}.value", "is_arrivals", name=name)
            yearly = self.amounts.per_year(number.path)
            text = self.tell(
                "arrivals",
                amount=self.amounts.cases(yearly),
                monthly=plain(yearly / 12.0, self.language),
                span=self.span(arrivals.from_, arrivals.until),
                where=self._where(arrivals.into, "into_unsaid"),
                source=self.source_of(number),
            )
            yield self.statement(arrivals, self._stream(name, text, several=several), number)
            yield from self._varying(arrivals, f"caseload.arrivals.{name}", name)
            yield from self._when(arrivals, f"caseload.arrivals.{name}", name)

    def _stream(self, name: str, sentence: str, *, several: bool) -> str:
        return self.tell("stream", name=name, sentence=sentence) if several else sentence

    def _when(self, stream: Stream, path: str, name: str) -> Iterator[Statement]:
        """How old the cases of a stream are when they come, how long those of a stock have been there."""
        yield from self.renamed(stream.was)
        for key in ("elapsed", "age"):
            if getattr(stream, key, None) is not None:
                number = self.told(f"{path}.{key}", f"is_{key}", name=name)
                text = self.tell(key, source=self.source_of(number), **{key: number.amount})
                yield self.statement(None, text, number)

    def _varying(self, stream: Intake | Arrivals, path: str, name: str) -> Iterator[Statement]:
        """How the number of cases varies, where the file says so."""
        if stream.varies is None:
            return
        numbers = [self.told(f"{path}.dispersion", "is_dispersion", name=name)] if stream.dispersion else []
        amounts = [number.amount for number in numbers]
        text = self.tell(
            f"varies_{stream.varies}", dispersion="".join(amounts), source=self.sourced(*numbers)
        )
        yield self.statement(None, text, *numbers)

    def _where(self, into: Into | None, unsaid: str) -> str:
        if into is None:
            return self.tell(unsaid)
        if isinstance(into, str):
            return self.amounts.state(into)
        parts = [
            self.tell(
                "into_each",
                state=self.amounts.state(state),
                stratum=self.amounts.words(self.amounts.group(stratum)),
            )
            for stratum, state in into.items()
        ]
        return self.listed(parts, "and")

    def _situations(self) -> Iterator[Statement]:
        states = self.scenario.states
        listed = self.listed([self.amounts.state(name) for name in states], "and")
        yield Statement(self.tell(counted("situations", len(states)), count=len(states), states=listed))
        avoided = [self.amounts.state(name) for name, state in states.items() if "placement" in state.tags]
        if avoided:
            yield Statement(self.tell("placement", states=self.listed(avoided, "and")))
        ranked = [
            self.tell("ranked", state=self.amounts.state(name), rank=str(state.intensity))
            for name, state in sorted(states.items(), key=lambda each: each[1].intensity or 0)
            if state.intensity is not None
        ]
        if ranked:
            yield Statement(self.tell("intensity", states=self.listed(ranked, "and")))

    def _tagged(self) -> Iterator[Statement]:
        """Which groups would otherwise be placed, and which the key figures leave out."""
        groups = [stratum for way in ways_of(self.scenario).values() for stratum in way.values()]
        for tag in ("imminent", "unaccompanied", "section_35a"):
            tagged = [self.amounts.quoted(stratum.title) for stratum in groups if tag in stratum.tags]
            if tagged:
                yield Statement(self.tell(tag, strata=self.listed(tagged, "and")))

    def _strata(self) -> Iterator[Statement]:
        ways = ways_of(self.scenario)
        for way, groups in ways.items():
            shares = {name: stratum.share for name, stratum in groups.items()}
            for name, stratum in groups.items():
                share = self.amounts.percent(self.amounts.share(shares, name, f"{way}.{{}}.share"))
                yield self._stratum(stratum, f"{way}.{name}", share)
                yield from self.renamed(stratum.was)
                yield from self._attributes(stratum, f"{way}.{name}")
        if len(ways) > 1:
            yield Statement(self.tell("crossed"))
        yield from self._tagged()

    def _stratum(self, stratum: Stratum, path: str, share: str) -> Statement:
        title = self.amounts.quoted(stratum.title)
        fields = {"share": share, "cases": self.amounts.many_cases, "stratum": title}
        if stratum.share == "rest":
            return self.statement(stratum, self.tell("stratum_rest", **fields))
        number = self.told(f"{path}.share", "is_stratum", stratum=title)
        formula = "".join(f", {each}" for each in self.formula(number))
        text = self.tell("stratum", formula=formula, source=self.sourced(number), **fields)
        return self.statement(stratum, text, number)

    def _attributes(self, stratum: Stratum, path: str) -> Iterator[Statement]:
        """The numbers of a stratum that formulas may read by name."""
        if not stratum.attributes:
            return
        title = self.amounts.quoted(stratum.title)
        numbers = {
            key: self.told(f"{path}.attributes.{key}", "is_attribute", name=key, stratum=title)
            for key in stratum.attributes
        }
        parts = [f"{key} {self.amounts.attribute(number.path)}" for key, number in numbers.items()]
        formulas = tuple(each for number in numbers.values() for each in self.formula(number))
        source = self.sourced(*numbers.values(), more=formulas)
        text = self.tell("attributes", stratum=title, parts=self.listed(parts, "and"), source=source)
        yield self.statement(None, text, *numbers.values())

    def without(self) -> Iterator[Statement]:
        """The question where the cases would go without the programme, with its answer."""
        shares = {name: answer.share for name, answer in self.scenario.without.items()}
        for name, answer in self.scenario.without.items():
            share = self.amounts.share(shares, name, share_path(self.scenario, "{}"))
            setting = self.tell(f"setting_{self.scenario.states[name].setting}")
            fields = {
                "count": plain(100.0 * share, self.language, 1),
                "cases": self.amounts.of_cases,
                "state": self.amounts.state(name),
                "setting": setting,
            }
            if answer.share == "rest":
                yield self.statement(answer, self.tell("otherwise_rest", **fields))
                continue
            title = self.amounts.quoted(strata_of(self.scenario)[name].title)
            number = self.told(share_path(self.scenario, name), "is_stratum", stratum=title)
            text = self.tell("otherwise", source=self.source_of(number), **fields)
            yield self.statement(answer, text, number)

    def observations(self) -> Iterator[Statement]:
        """What was observed elsewhere."""
        for series, written in zip(
            observed_series(self.scenario), self.scenario.observed.values(), strict=True
        ):
            text = self.tell(
                "observed",
                title=self.amounts.words(series.title),
                years=series.years,
                gross=exact_euro(series.gross, self.language),
                net=exact_euro(series.net, self.language),
                kept=self.amounts.percent(round(series.kept, 3)),
                source=f" ({self.origin(written.source)})",
            )
            yield self.statement(written, text)
