"""A scenario file read back as prose, so that a person can check it line by line.

Nothing is simulated. Every number of the file is told once, where it belongs, with its source; behind each
sentence stands the list of numbers it tells.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, assert_never

from prevention_sim.analysis.case_count import per_place_year
from prevention_sim.analysis.observed import observed_series
from prevention_sim.foundation.units import per_year
from prevention_sim.report.amounts import Amounts
from prevention_sim.report.conventions import tell_counting
from prevention_sim.report.explanation_wording import MANY, ONE, tell
from prevention_sim.report.numbers import Language, exact_euro, plain
from prevention_sim.report.teller import span as years_span
from prevention_sim.report.wording import say
from prevention_sim.scenario.budget import BudgetProduct
from prevention_sim.scenario.caseload import Into, Move, Stay
from prevention_sim.scenario.checks import lines_of, prices_rise, product_of, receiver_of
from prevention_sim.scenario.costs import (
    BearerRule,
    Bearers,
    Fixed,
    Hourly,
    IncomeLine,
    OneOff,
    PerCase,
    PerEnrolment,
    PerEntry,
    PerEvent,
    PerExit,
    PerMove,
    PerParticipant,
    PricedLine,
    Refund,
    ShareOf,
    Staff,
    StepFixed,
)
from prevention_sim.scenario.counterfactual import share_path, strata_of
from prevention_sim.scenario.document import Scenario, observations_of
from prevention_sim.scenario.effects import ChangesWeight
from prevention_sim.scenario.evidence import ASSUMPTION
from prevention_sim.scenario.interventions import Intervention, diversions_of, weights_of
from prevention_sim.scenario.matrix import cells_of
from prevention_sim.scenario.parts import Month, Period
from prevention_sim.scenario.settings import OwnWeights, Rates
from prevention_sim.scenario.tables import Table

IN_A_LINE: Final = {
    "posts": "is_posts",
    "personnel": "is_personnel",
    "overhead": "is_overhead",
    "material": "is_material",
    "rate": "is_event_rate",
    "value": "is_line",
    "at": "is_hour_price",
    "delivered": "is_delivered",
    "mean_stay": "is_mean_stay",
    "places": "is_places",
    "notice": "is_notice",
}
"""The numbers that make the amount of a line, and what each is called."""

CORRECTING: Final = {
    "collected_share": "is_collected",
    "optimism_bias": "is_optimism",
    "cap": "is_cap",
}
"""The numbers that correct it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number of the file: where it stands, what it is, how much, and the source it names."""

    path: str
    label: str
    amount: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or two, the numbers told in them, and a list under them."""

    text: str
    numbers: tuple[Told, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under a heading."""

    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A file in words of one language."""

    language: Language
    title: str
    sections: tuple[Section, ...]

    @property
    def numbers(self) -> tuple[Told, ...]:
        """Every number of the file, in the order told."""
        return tuple(
            number
            for section in self.sections
            for statement in section.statements
            for number in statement.numbers
        )


def explain(scenario: Scenario, language: Language) -> Explanation:
    """Tell what stands in a file: first what is unchecked, unsourced or assumed, then all of it in order."""
    teller = _Teller(scenario, language)
    told = [
        teller.section(key, statements)
        for key, statements in (
            ("about", teller.about()),
            ("parameters", teller.parameters()),
            ("caseload", teller.caseload()),
            ("without", teller.without()),
            ("stays", teller.stays()),
            ("breakdowns", teller.moves("breakdowns", "on_top")),
            ("transitions", teller.moves("transitions", "if_a_year")),
            ("matrix", teller.matrix()),
            ("tables", teller.tables()),
            ("programmes", teller.programmes()),
            ("costs", teller.lines("costs")),
            ("income", teller.lines("income")),
            ("bearers", teller.bearers()),
            ("budget", teller.budget()),
            ("outcomes", teller.outcomes()),
            ("strategies", teller.strategies()),
            ("observations", teller.observations()),
            ("conventions", teller.conventions()),
        )
    ]
    numbers = [number for section in told for each in section.statements for number in each.numbers]
    others = teller.section("others", teller.others({number.path for number in numbers}))
    numbers += [number for each in others.statements for number in each.numbers]
    sections = (
        teller.section("review", teller.review(numbers)),
        *told,
        others,
        teller.section("sources", teller.sources(numbers)),
    )
    title = teller.amounts.words(scenario.scenario.title)
    return Explanation(language, title, tuple(section for section in sections if section.statements))


class _Teller:
    """Puts a file into sentences; holds what every sentence needs: the file, its amounts and the language."""

    def __init__(self, scenario: Scenario, language: Language) -> None:
        self.scenario, self.language = scenario, language
        self.amounts = Amounts(scenario, language)

    def tell(self, key: str, **fields: str | int) -> str:
        return tell(self.language, key, **fields)

    def section(self, key: str, statements: Iterator[Statement]) -> Section:
        return Section(self.tell(key, cases=self.amounts.many_cases), tuple(statements))

    def told(self, path: str, key: str, **fields: str) -> Told:
        found = self.amounts.located[path]
        source = None if self.amounts.is_formula(path) else found.source
        return Told(path, self.tell(key, **fields), self.amounts.text(path), source)

    # What is checked, and where numbers come from

    def review(self, numbers: list[Told]) -> Iterator[Statement]:
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
            key = some if wanted else none
            yield Statement(self.tell(key, some=len(wanted), count=len(written)), items=items)

    def _assumed(self, number: Told) -> bool:
        if number.source is None or number.source == ASSUMPTION:
            return number.source == ASSUMPTION
        return self.scenario.sources[number.source].grade == "assumption"

    def sources(self, numbers: list[Told]) -> Iterator[Statement]:
        written = [number for number in numbers if not self.amounts.is_formula(number.path)]
        observed = {found.source for found in observations_of(self.scenario)}
        for name, source in self.scenario.sources.items():
            count = sum(number.source == name for number in written)
            yield Statement(
                self.tell(
                    "source_used" if count else "source_observed" if name in observed else "source_unused",
                    title=self.amounts.words(source.title),
                    grade=self.tell(f"grade_{source.grade}"),
                    url=f", {source.url}" if source.url else "",
                    count=count,
                    all=len(written),
                )
            )

    def _from(self, *numbers: Told, more: tuple[str, ...] = ()) -> str:
        """Where numbers come from, behind other remarks in one pair of brackets; formulas have no source."""
        written = [number for number in numbers if not self.amounts.is_formula(number.path)]
        origins = {number.source: self._origin(number.source) for number in written}
        if len(origins) > 1:
            pieces = [f"{number.amount}: {origins[number.source]}" for number in written]
        else:
            pieces = list(origins.values())
        pieces = [*more, *pieces]
        return f" ({'; '.join(pieces)})" if pieces else ""

    def _origin(self, source: str | None) -> str:
        if source is None:
            return self.tell("no_source")
        if source == ASSUMPTION:
            return self.tell("assumed")
        return self.tell("source", title=self.amounts.words(self.scenario.sources[source].title))

    def _with_notes(self, text: str, part: object, numbers: tuple[Told, ...]) -> str:
        """A sentence, and the remarks the author made on it."""
        notes = [getattr(part, "note", None)]
        notes += [self.amounts.located[number.path].figure.note for number in numbers]
        said = dict.fromkeys(note for note in notes if note)
        return " ".join((text, *(self.tell("note", note=note) for note in said)))

    def _statement(self, part: object, text: str, *numbers: Told) -> Statement:
        return Statement(self._with_notes(text, part, numbers), numbers)

    # What it is about

    def about(self) -> Iterator[Statement]:
        about, words = self.scenario.scenario, self.amounts.words
        if about.question:
            yield Statement(self.tell("question", question=words(about.question)))
        if about.note:
            yield Statement(words(about.note))
        if about.municipality:
            yield Statement(self.tell("place", municipality=about.municipality))
        if about.population_under_21:
            number = self.told("scenario.population_under_21", "is_population")
            text = self.tell("population", amount=number.amount, source=self._source_of(number))
            yield self._statement(about.population_under_21, text, number)
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
        return self.tell(
            "time",
            start=self.amounts.month(time.start),
            years=f"{time.years} {years}",
            cycle=ONE[time.cycle].told(self.language),
            window=years_span(tuple(range(time.start.year, time.start.year + shown))),
        )

    def parameters(self) -> Iterator[Statement]:
        for name, figure in self.scenario.parameters.items():
            number = self.told(f"parameters.{name}", "is_parameter", name=name)
            text = self.tell(
                "parameter",
                name=name,
                amount=number.amount,
                source=self._from(number, more=self._formula(number)),
            )
            yield self._statement(figure, text, number)

    def _formula(self, number: Told) -> tuple[str, ...]:
        formula = self.amounts.formula(number.path)
        return (self.tell("by_formula", formula=formula),) if formula else ()

    # Who comes

    def caseload(self) -> Iterator[Statement]:
        yield from self._situations()
        yield from self._strata()
        caseload = self.scenario.caseload
        several = len(caseload.stock) + len(caseload.intake) + len(caseload.arrivals) > 1
        for name, stock in caseload.stock.items():
            number = self.told(f"caseload.stock.{name}.value", "is_stock", name=name)
            text = self.tell(
                "stock",
                amount=number.amount,
                where=self._where(stock.into, "there_unsaid"),
                source=self._source_of(number),
            )
            yield self._statement(stock, self._stream(name, text, several=several), number)
        for name, intake in caseload.intake.items():
            number = self.told(f"caseload.intake.{name}.value", "is_intake", name=name)
            text = self.tell(
                "intake",
                month=self.amounts.month(intake.at),
                amount=number.amount,
                where=self._where(intake.into, "into_unsaid"),
                source=self._source_of(number),
            )
            yield self._statement(intake, self._stream(name, text, several=several), number)
        for name, arrivals in caseload.arrivals.items():
            number = self.told(f"caseload.arrivals.{name}.value", "is_arrivals", name=name)
            yearly = self.amounts.per_year(number.path)
            text = self.tell(
                "arrivals",
                amount=self.amounts.cases(yearly),
                monthly=plain(yearly / 12.0, self.language),
                span=self._span(arrivals.from_, arrivals.until),
                where=self._where(arrivals.into, "into_unsaid"),
                source=self._source_of(number),
            )
            yield self._statement(arrivals, self._stream(name, text, several=several), number)

    def _source_of(self, number: Told) -> str:
        return self._from(number, more=self._formula(number))

    def _stream(self, name: str, sentence: str, *, several: bool) -> str:
        return self.tell("stream", name=name, sentence=sentence) if several else sentence

    def _where(self, into: Into | None, unsaid: str) -> str:
        if into is None:
            return self.tell(unsaid)
        if isinstance(into, str):
            return self.amounts.state(into)
        strata = strata_of(self.scenario)
        parts = [
            self.tell(
                "into_each",
                state=self.amounts.state(state),
                stratum=self.amounts.words(strata[stratum].title),
            )
            for stratum, state in into.items()
        ]
        return self._listed(parts, "and")

    def _listed(self, parts: list[str], word: str) -> str:
        *most, last = parts
        return self.tell(word).join((", ".join(most), last)) if most else last

    def _situations(self) -> Iterator[Statement]:
        states = self.scenario.states
        listed = self._listed([self.amounts.state(name) for name in states], "and")
        yield Statement(self.tell("situations", count=len(states), states=listed))
        avoided = [self.amounts.state(name) for name, state in states.items() if "placement" in state.tags]
        if avoided:
            yield Statement(self.tell("placement", states=self._listed(avoided, "and")))

    def _apart(self) -> Iterator[Statement]:
        strata = self.scenario.strata.values()
        for tag in ("unaccompanied", "section_35a"):
            tagged = [self.amounts.quoted(stratum.title) for stratum in strata if tag in stratum.tags]
            if tagged:
                yield Statement(self.tell(tag, strata=self._listed(tagged, "and")))

    def _imminent(self) -> Iterator[Statement]:
        strata = self.scenario.strata.values()
        imminent = [self.amounts.quoted(stratum.title) for stratum in strata if "imminent" in stratum.tags]
        if imminent:
            yield Statement(self.tell("imminent", strata=self._listed(imminent, "and")))

    def _strata(self) -> Iterator[Statement]:
        shares = {name: stratum.share for name, stratum in self.scenario.strata.items()}
        for name, stratum in self.scenario.strata.items():
            share = self.amounts.percent(self.amounts.share(shares, name, "strata.{}.share"))
            fields = {
                "share": share,
                "cases": self.amounts.many_cases,
                "stratum": self.amounts.quoted(stratum.title),
            }
            if stratum.share == "rest":
                yield self._statement(stratum, self.tell("stratum_rest", **fields))
                continue
            path = f"strata.{name}.share"
            number = self.told(path, "is_stratum", stratum=fields["stratum"])
            formula = "".join(f", {each}" for each in self._formula(number))
            text = self.tell("stratum", formula=formula, source=self._from(number), **fields)
            yield self._statement(stratum, text, number)
        yield from self._imminent()
        yield from self._apart()

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
                yield self._statement(answer, self.tell("otherwise_rest", **fields))
                continue
            title = self.amounts.quoted(strata_of(self.scenario)[name].title)
            number = self.told(share_path(self.scenario, name), "is_stratum", stratum=title)
            text = self.tell("otherwise", source=self._source_of(number), **fields)
            yield self._statement(answer, text, number)

    def observations(self) -> Iterator[Statement]:
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
                source=f" ({self._origin(written.source)})",
            )
            yield self._statement(written, text)

    def _span(self, first: Month | None, last: Month | None) -> str:
        match first, last:
            case None, None:
                return self.tell("whole_time")
            case Month(), None:
                return self.tell("from", first=self.amounts.month(first))
            case None, Month():
                return self.tell("until", last=self.amounts.month(last))
            case Month(), Month():
                return self.tell("from_until", first=self.amounts.month(first), last=self.amounts.month(last))
            case _:
                assert_never((first, last))  # type: ignore[arg-type]

    # How cases move

    def stays(self) -> Iterator[Statement]:
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
                source=self._from(length, more=(*more, *self._formula(length))),
                then=self._then(name, stay),
            )
            yield self._statement(stay, text, length, *targets)

    def _then(self, name: str, stay: Stay) -> str:
        parts = []
        for target, written in stay.to.items():
            share = self.amounts.share(stay.to, target, f"stays.{name}.to.{{}}")
            if share == 1.0 and len(stay.to) == 1:
                return self.tell("then_all", state=self.amounts.state(target))
            key = "then_rest" if written == "rest" else "then_part"
            count = plain(100.0 * share, self.language, 1)
            parts.append(self.tell(key, count=count, state=self.amounts.state(target)))
        return self.tell("then_parts", cases=self.amounts.of_cases, parts=self._listed(parts, "and"))

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
            parts=self._listed(parts, "and"),
            source=self._from(*numbers),
        )
        return self._statement(stay, text, *numbers)

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
                parts=self._listed(parts, "and"),
                source=self._from(*numbers),
            )
            yield self._statement(matrix, text, *numbers)

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
                    "table", name=name, file=table.file, column=column, source=self._origin(table.source)
                )
                statement = self._statement(table, text, *numbers)
                yield replace(statement, items=("; ".join(values),))

    def moves(self, section: str, lead: str) -> Iterator[Statement]:
        moves: tuple[Move, ...] = getattr(self.scenario, section)
        if moves:
            yield Statement(self.tell(lead, cases=self.amounts.many_cases))
        for position, move in enumerate(moves):
            yield self._move(move, f"{section}[{position}]")

    def _move(self, move: Move, path: str) -> Statement:
        origin, state = self.amounts.states(move.from_), self.amounts.state(move.to)
        strata = [self.amounts.quoted(strata_of(self.scenario)[name].title) for name in move.strata or ()]
        only = self.tell("only_for", strata=self._listed(strata, "and")) if strata else ""
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
            source=self._from(number, more=(*more, *self._formula(number))),
        )
        return self._statement(move, text, number)

    # What the programmes do

    def programmes(self) -> Iterator[Statement]:
        for name, programme in self.scenario.interventions.items():
            yield Statement(
                self.tell(
                    "programme",
                    title=self.amounts.quoted(programme.title),
                    duty=self.tell(programme.duty) if programme.duty else "",
                    span=self._span(programme.start, programme.end),
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
                source=self._source_of(number),
            )
            yield self._statement(effect, text, number)
        for where, weight in weights_of({name: programme}):
            yield from self._weighed(where, weight)

    def _weighed(self, where: str, effect: ChangesWeight) -> Iterator[Statement]:
        """Another weight of an outcome, state by state, beside the one it replaces."""
        outcome = self.scenario.outcomes[effect.outcome]
        title = self.amounts.words(outcome.title)
        path = f"{where}.weight"
        for state in effect.state:
            told = self.amounts.state(state)
            number = self.told(path, "is_outcome_weight_inside", title=title, state=told)
            otherwise = f"outcomes.{effect.outcome}.weights.{state}"
            before = self.amounts.value(otherwise) if state in outcome.weights else 0.0
            text = self.tell(
                "weighs",
                title=self.amounts.quoted(outcome.title),
                state=told,
                weight=plain(self.amounts.value(path), self.language, 4),
                otherwise=plain(before, self.language, 4),
                source=self._from(number, more=tuple(self._formula(number))),
            )
            yield self._statement(effect, text, number)

    # Money

    def lines(self, section: str) -> Iterator[Statement]:
        for path, line in lines_of(self.scenario):
            if path.split(".")[-2] == section:
                match line:
                    case Refund():
                        yield self._refund(line, path)
                    case ShareOf():
                        yield self._share_of(line, path, section)
                    case _:
                        yield self._line(line, path, section)

    def _line(self, line: PricedLine, path: str, section: str) -> Statement:
        title = self.amounts.words(line.title)
        numbers = self._numbers_of(path, title, IN_A_LINE)
        key, fields = self._kind(line, path, numbers)
        corrections = self._numbers_of(path, title, CORRECTING)
        shares = [*self._bearer_shares(line, path, title), *corrections.values()]
        formulas = [each for number in numbers.values() for each in self._formula(number)]
        more = (
            *self._remarks(line, path, numbers),
            *(self.tell(name, share=number.amount) for name, number in corrections.items()),
            *self._booked(line, path, section),
            *formulas,
        )
        details = self._from(*numbers.values(), *shares, more=more)
        text = self.tell(key, title=title, details=details, **fields)
        if isinstance(line, StepFixed) or line.cap is not None:
            text = f"{text} {self.tell('not_linear')}"
        return self._statement(line, text, *numbers.values(), *shares)

    def _numbers_of(self, path: str, title: str, keys: Mapping[str, str]) -> dict[str, Told]:
        """The numbers a line has, by key."""
        return {
            key: self.told(f"{path}.{key}", told_as, title=title)
            for key, told_as in keys.items()
            if f"{path}.{key}" in self.amounts.located
        }

    def _kind(  # noqa: PLR0911 - one return per kind
        self, line: PricedLine, path: str, numbers: dict[str, Told]
    ) -> tuple[str, dict[str, str]]:
        """The sentence of a kind of line, and what is said in it."""
        state = self.amounts.state(line.form) if line.form else ""
        match line:
            case PerCase() | PerEvent():
                amounts = self._per_case_amounts(line, path, numbers)
                return "per_case", {"case": self.amounts.one_case, "state": state, "amounts": amounts}
            case PerParticipant():
                only = self.tell("only_in", states=self.amounts.states(line.in_)) if line.in_ else ""
                amounts = self._money(*self._per_time(line, path, numbers))
                return "per_participant", {"case": self.amounts.one_case, "only": only, "amounts": amounts}
            case PerEnrolment():
                return "per_enrolment", {"amount": numbers["value"].amount}
            case PerEntry() | PerExit():
                return line.kind, {"state": state, "amount": numbers["value"].amount}
            case PerMove():
                origin = self.amounts.state(line.from_)
                return "per_move", {"origin": origin, "state": state, "amount": numbers["value"].amount}
            case Fixed():
                amounts = self._money([numbers["value"]], self.amounts.per_year(f"{path}.value"))
                span = self._line_span(line, path)
                return "fixed", {"cases": self.amounts.many_cases, "span": span, "amounts": amounts}
            case Staff():
                return "staff", self._staff(line, path, numbers)
            case OneOff():
                month = self.amounts.month(line.at)
                return "one_off", {"month": month, "amount": numbers["value"].amount}
            case StepFixed():
                amounts = self._money([numbers["value"]], self.amounts.per_year(f"{path}.value"))
                notice = self.tell("notice", notice=numbers["notice"].amount) if line.notice else ""
                places = numbers["places"].amount
                return "step_fixed", {"state": state, "amounts": amounts, "places": places, "notice": notice}
            case _:
                assert_never(line)

    def _staff(self, line: Staff, path: str, numbers: dict[str, Told]) -> dict[str, str]:
        """Posts, what one costs part by part, and what all of them cost."""
        overhead = self.amounts.value(f"{path}.overhead") if line.overhead else 0.0
        material = self.amounts.per_year(f"{path}.material") if line.material else 0.0
        post = self.amounts.per_year(f"{path}.personnel") * (1.0 + overhead) + material
        parts = [
            self.tell(key, amount=numbers[key].amount)
            for key in ("personnel", "overhead", "material")
            if key in numbers
        ]
        return {
            "posts": numbers["posts"].amount,
            "parts": self._listed(parts, "and"),
            "amounts": self.amounts.euro_both_periods(self.amounts.value(f"{path}.posts") * post),
            "span": self._line_span(line, path),
        }

    def _remarks(self, line: PricedLine, path: str, numbers: dict[str, Told]) -> Iterator[str]:
        """What is said of a line per case beside its amount: the child at home, hours that are delivered."""
        if isinstance(line, PerCase) and line.counts_as:
            yield self.tell("at_home")
        if "delivered" in numbers:
            billed, delivered = (self.amounts.per_year(f"{path}.{key}") for key in ("value", "delivered"))
            price = billed * self.amounts.value(f"{path}.at") / delivered if delivered else 0.0
            yield self.tell(
                "delivered", hours=numbers["delivered"].amount, price=exact_euro(price, self.language)
            )

    def _share_of(self, line: ShareOf, path: str, section: str) -> Statement:
        titles = {path.rsplit(".", 1)[1]: line.title for path, line in lines_of(self.scenario)}
        only = [self.amounts.quoted(strata_of(self.scenario)[name].title) for name in line.strata or ()]
        title = self.amounts.words(line.title)
        share = self.told(f"{path}.share", "is_share", title=title)
        shares = self._bearer_shares(line, path, title)
        booked = self._booked(line, path, section) if line.bearer else self._row(line)
        dated = line.from_ is not None or line.until is not None
        text = self.tell(
            "share_of",
            title=title,
            share=share.amount,
            lines=self._listed([self.amounts.quoted(titles[name]) for name in line.of], "and"),
            only=self.tell("refund_only", strata=self._listed(only, "and")) if only else "",
            span=f", {self._span(line.from_, line.until)}" if dated else "",
            details=self._from(share, *shares, more=(*booked, *self._formula(share))),
        )
        return self._statement(line, text, share, *shares)

    def _refund(self, refund: Refund, path: str) -> Statement:
        titles = {path.rsplit(".", 1)[1]: line.title for path, line in lines_of(self.scenario)}
        strata, bearers = strata_of(self.scenario), self.scenario.bearers
        only = [self.amounts.quoted(strata[name].title) for name in refund.strata or ()]
        title = self.amounts.words(refund.title)
        share = self.told(f"{path}.share", "is_refunded", title=title)
        text = self.tell(
            "refund",
            title=title,
            payer=self.amounts.words(bearers[refund.from_].title),
            receiver=self.amounts.words(bearers[receiver_of(self.scenario, refund)].title),
            share=share.amount,
            lines=self._listed([self.amounts.quoted(titles[name]) for name in refund.of], "and"),
            only=self.tell("refund_only", strata=self._listed(only, "and")) if only else "",
            details=self._from(share, more=(*self._row(refund), *self._formula(share))),
        )
        return self._statement(refund, text, share)

    def _money(self, numbers: list[Told], yearly: float) -> str:
        """An amount per month and per year; hours with their price, and other periods, as written too."""
        both = self.amounts.euro_both_periods(yearly)
        if len(numbers) > 1:
            hours, price = numbers
            return self.tell("hours_times_price", hours=hours.amount, price=price.amount, amounts=both)
        unit = self.amounts.unit(numbers[0].path)
        if unit.count == 1 and unit.denominator in ("month", "year"):
            return both
        return self.tell("written_is", written=numbers[0].amount, amounts=both)

    def _per_case_amounts(self, line: PerCase | PerEvent, path: str, numbers: dict[str, Told]) -> str:
        """An amount per case, and what it is per place-year under another counting rule."""
        if isinstance(line, PerEvent):
            yearly = self.amounts.per_year(f"{path}.rate") * self.amounts.value(f"{path}.value")
            return self._money([numbers["rate"], numbers["value"]], yearly)
        factors, yearly = self._per_time(line, path, numbers)
        match line.case_count:
            case "place_years":
                return self._money(factors, yearly)
            case "stock_31_dec":
                return self.tell("per_case_at_31_dec", amounts=self._money(factors, yearly))
            case "cases_in_year":
                where = f"{path}.mean_stay" if line.mean_stay else f"stays.{line.state}.mean"
                years = self.amounts.value(where) / per_year(self.amounts.unit(where).numerator)
                return self.tell(
                    "per_case_in_year",
                    written=" × ".join(number.amount for number in factors),
                    stay=self.amounts.months(12.0 * years),
                    amounts=self.amounts.euro_both_periods(per_place_year(yearly, years)),
                )
            case _:
                assert_never(line.case_count)

    def _per_time(self, line: Hourly, path: str, numbers: dict[str, Told]) -> tuple[list[Told], float]:
        """The numbers that make an amount per time, and what it is in a year."""
        yearly = self.amounts.per_year(f"{path}.value")
        if line.at is not None:
            yearly *= self.amounts.value(f"{path}.at")
        return [numbers[key] for key in ("value", "at") if key in numbers], yearly

    def _line_span(self, line: Fixed | Staff, path: str) -> str:
        inside = path.startswith("interventions.")
        programme = self.scenario.interventions[path.split(".")[1]] if inside else None
        first = line.from_ or (programme.start if programme else None)
        return self._span(first, line.until or (programme.end if programme else None))

    def _row(self, line: IncomeLine) -> tuple[str, ...]:
        product = product_of(self.scenario, line)
        return tuple(
            self.tell(key, **{key: written})
            for key, written in (("product", product), ("row", line.row))
            if written
        )

    def _booked(self, line: PricedLine | ShareOf, path: str, section: str) -> tuple[str, ...]:
        row = self._row(line)
        named = line.bearer or self.scenario.bearer
        if named is None or len(self.scenario.bearers) == 1:
            return row
        verb = "received" if section == "income" else "borne"
        if isinstance(named, tuple):
            rules = [self._rule(rule, f"{path}.bearer[{at}]") for at, rule in enumerate(named)]
            return (*row, self.tell(f"{verb}_by_rule", rules="; ".join(rules)))
        if isinstance(named, str):
            bearer = self.amounts.words(self.scenario.bearers[named].title)
            return (*row, self.tell(f"{verb}_by", bearer=bearer))
        parts = self._listed(list(self._bearer_parts(named, path)), "and")
        return (*row, self.tell(f"{verb}_in_parts", parts=parts))

    def _rule(self, rule: BearerRule, path: str) -> str:
        """When and for whom, and who then pays: `bis Dezember 2028 bei »SGB II« Bund`."""
        if isinstance(rule.bearer, str):
            bearer = self.amounts.words(self.scenario.bearers[rule.bearer].title)
        else:
            bearer = self._listed(list(self._bearer_parts(rule.bearer, path)), "and")
        if not rule.conditional:
            return self.tell("else", bearer=bearer)
        strata = [self.amounts.quoted(strata_of(self.scenario)[name].title) for name in rule.strata or ()]
        dated = rule.from_ is not None or rule.until is not None
        when = [self._span(rule.from_, rule.until)] if dated else []
        whom = [self.tell("rule_strata", strata=self._listed(strata, "and"))] if strata else []
        return self.tell("rule", when=" ".join((*when, *whom)), bearer=bearer)

    def _bearer_parts(self, named: Mapping[str, object], path: str) -> Iterator[str]:
        for name in named:
            share = self.amounts.percent(self.amounts.share(named, name, f"{path}.bearer.{{}}"))
            bearer = self.amounts.words(self.scenario.bearers[name].title)
            if named[name] == "rest":
                share = self.tell("rest_of_parts", share=share)
            yield self.tell("bearer_part", bearer=bearer, share=share)

    def _bearer_shares(self, line: PricedLine | ShareOf, path: str, title: str) -> list[Told]:
        named: Bearers | None = line.bearer
        parts = {f"{path}.bearer": named}
        if isinstance(named, tuple):
            parts = {f"{path}.bearer[{at}].bearer": rule.bearer for at, rule in enumerate(named)}
        return [
            self.told(
                f"{place}.{name}",
                "is_bearer_share",
                title=title,
                bearer=self.amounts.words(self.scenario.bearers[name].title),
            )
            for place, shared in parts.items()
            if isinstance(shared, Mapping)
            for name, share in shared.items()
            if share != "rest"
        ]

    def bearers(self) -> Iterator[Statement]:
        bearers = self.scenario.bearers
        if len(bearers) == 1:
            (only,) = bearers.values()
            yield Statement(self.tell("one_bearer", bearer=self.amounts.words(only.title)))
        for bearer in bearers.values():
            yield Statement(self.tell(f"level_{bearer.level}", bearer=self.amounts.words(bearer.title)))

    def budget(self) -> Iterator[Statement]:
        budget = self.scenario.budget
        if budget and budget.household:
            yield Statement(self.tell(f"household_{budget.household}"))
        for name, budgeted in budget.products.items() if budget else ():
            yield self._last_result(f"budget.products.{name}.last_result", budgeted)
            if budgeted.appropriation:
                number = self.told(f"budget.products.{name}.appropriation.value", "is_appropriation")
                text = self.tell(
                    "appropriation",
                    title=self._product(budgeted),
                    year=budgeted.appropriation.year,
                    amount=number.amount,
                    source=self._source_of(number),
                )
                yield self._statement(budgeted.appropriation, text, number)

    def _last_result(self, path: str, budgeted: BudgetProduct) -> Statement:
        last = budgeted.last_result
        numbers = [self.told(f"{path}.value", "is_last_result")]
        quantity = ""
        if last.quantity is not None:
            numbers.append(self.told(f"{path}.quantity", "is_last_quantity"))
            quantity = self.tell("for_quantity", quantity=numbers[1].amount)
        text = self.tell(
            "last_result",
            title=self._product(budgeted),
            year=last.year,
            amount=numbers[0].amount,
            quantity=quantity,
            source=self._from(
                *numbers, more=tuple(each for number in numbers for each in self._formula(number))
            ),
        )
        return self._statement(last, text, *numbers)

    def _product(self, budgeted: BudgetProduct) -> str:
        """A product with its numbers: »Hilfen« (Produkt 06.03.20, Deckungskreis 06.03)."""
        where = [
            self.tell(key, **{key: number})
            for key, number in (("product", budgeted.product), ("cover_group", budgeted.cover_group))
            if number
        ]
        return self.amounts.quoted(budgeted.title) + (f" ({', '.join(where)})" if where else "")

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
            formulas = tuple(each for number in numbers for each in self._formula(number))
            text = self.tell(
                f"outcome_{outcome.aim}",
                title=title,
                unit=self.amounts.words(outcome.unit),
                parts=self._listed(parts, "and"),
                source=self._from(*numbers, more=formulas),
            )
            yield self._statement(outcome, text, *numbers)

    # What is compared, and how

    def strategies(self) -> Iterator[Statement]:
        for strategy in self.scenario.strategies.values():
            programmes = [
                self.amounts.quoted(self.scenario.interventions[name].title)
                for name in strategy.interventions
            ]
            key = "strategy_with" if programmes else "strategy_without"
            listed = self._listed(programmes, "and") if programmes else ""
            yield Statement(self.tell(key, title=self.amounts.quoted(strategy.title), programmes=listed))
        comparator = self.scenario.strategies[self.scenario.comparator]
        if len(self.scenario.strategies) > 1:
            yield Statement(self.tell("comparator", title=self.amounts.quoted(comparator.title)))

    def conventions(self) -> Iterator[Statement]:
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
                source=self._from(number),
            )
            yield self._statement(discounting, text, number)
            yield from self._later_rates(discounting, "conventions.discounting")
            if discounting.terms == "real":
                yield Statement(self.tell("terms_real"))
            yield from self._discounted_outcomes(discounting.outcomes)
        if self.scenario.prices.general_rise is not None:
            rise = self.told("prices.general_rise", "is_general_rise")
            year = self.scenario.prices.year
            text = self.tell("real", rise=rise.amount, year=year, source=self._from(rise))
            yield self._statement(self.scenario.prices, text, rise)
        yield from self._adjustments()
        if self.scenario.expect:
            yield Statement(self.tell("expectations", count=len(self.scenario.expect)))

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
            text = self.tell(key, share=number.amount, grade=word, source=self._source_of(number))
            yield self._statement(None if position else adjustments, text, number)

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
        told = self.tell("sentence", text=f"{text}{self._from(*numbers)}")
        return self._statement(counting, told, *numbers)

    def _discounted_outcomes(self, rates: Rates | None) -> Iterator[Statement]:
        if rates is None:
            if self.scenario.outcomes:
                yield Statement(self.tell("outcomes_not_discounted"))
            return
        number = self.told("conventions.discounting.outcomes.rate", "is_outcome_rate")
        text = self.tell("outcomes_discounted", rate=number.amount, source=self._from(number))
        yield self._statement(rates, text, number)
        yield from self._later_rates(rates, "conventions.discounting.outcomes")

    def _later_rates(self, rates: Rates, path: str) -> Iterator[Statement]:
        for position, step in enumerate(rates.steps):
            month = self.amounts.month(step.from_)
            number = self.told(f"{path}.steps[{position}].rate", "is_later_rate", start=month)
            text = self.tell("later_rate", rate=number.amount, start=month, source=self._from(number))
            yield self._statement(None, text, number)

    def others(self, told: set[str]) -> Iterator[Statement]:
        """Numbers no sentence above speaks of; none is left out in silence."""
        for path in self.amounts.located:
            if path not in told:
                number = self.told(path, "is_parameter", name=path)
                text = self.tell("parameter", name=path, amount=number.amount, source=self._source_of(number))
                yield self._statement(None, text, number)
