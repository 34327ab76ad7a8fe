"""What it costs and what comes in, line by line."""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from prevention_sim.analysis.case_count import per_place_year
from prevention_sim.foundation.units import per_year
from prevention_sim.report.explanation.telling import Statement, Teller, Told
from prevention_sim.report.numbers import exact_euro
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
    PerWaiting,
    PricedLine,
    Refund,
    ShareOf,
    Staff,
    StepFixed,
    needs_persons,
)
from prevention_sim.scenario.lines import lines_of, product_of, receiver_of

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
    "differs.variation": "is_variation",
}
"""The numbers that make the amount of a line, and what each is called."""

CORRECTING: Final = {
    "collected_share": "is_collected",
    "optimism_bias": "is_optimism",
    "cap": "is_cap",
}
"""The numbers that correct it."""


class Money(Teller):
    """Costs and income, with who bears and who receives them."""

    def lines(self, section: str) -> Iterator[Statement]:
        """The lines of a section."""
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
        formulas = [each for number in numbers.values() for each in self.formula(number)]
        more = (
            *self._remarks(line, path, numbers),
            *(self.tell(name, share=number.amount) for name, number in corrections.items()),
            *self._booked(line, path, section),
            *formulas,
        )
        details = self.sourced(*numbers.values(), *shares, more=more)
        text = self.tell(key, title=title, details=details, **fields)
        if needs_persons(line):
            text = f"{text} {self.tell('not_linear')}"
        return self.statement(line, text, *numbers.values(), *shares)

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
            case PerParticipant() | PerWaiting():
                states = line.in_ if isinstance(line, PerParticipant) else None
                only = self.tell("only_in", states=self.amounts.states(states)) if states else ""
                amounts = self._money(*self._per_time(line, path, numbers))
                return line.kind, {"case": self.amounts.one_case, "only": only, "amounts": amounts}
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
                return self._staff(line, path, numbers)
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

    def _staff(self, line: Staff, path: str, numbers: dict[str, Told]) -> tuple[str, dict[str, str]]:
        """Posts, what one costs part by part, and what all cost; of a capacity, what each costs."""
        overhead = self.amounts.value(f"{path}.overhead") if line.overhead else 0.0
        material = self.amounts.per_year(f"{path}.material") if line.material else 0.0
        post = self.amounts.per_year(f"{path}.personnel") * (1.0 + overhead) + material
        parts = [
            self.tell(key, amount=numbers[key].amount)
            for key in ("personnel", "overhead", "material")
            if key in numbers
        ]
        posts = 1.0 if line.posts is None else self.amounts.value(f"{path}.posts")
        told = {
            "parts": self.listed(parts, "and"),
            "amounts": self.amounts.euro_both_periods(posts * post),
            "span": self._line_span(line, path),
        }
        if line.posts is None:
            programme = self.scenario.interventions[path.split(".")[1]]
            return "staff_of_capacity", told | {"programme": self.amounts.quoted(programme.title)}
        return "staff", told | {"posts": numbers["posts"].amount}

    def _remarks(self, line: PricedLine, path: str, numbers: dict[str, Told]) -> Iterator[str]:
        """What is said of a line per case beside its amount: at home, different cases, hours delivered."""
        if isinstance(line, PerCase) and line.counts_as:
            yield self.tell("at_home")
        if isinstance(line, PerCase) and line.differs:
            variation = numbers["differs.variation"].amount
            yield self.tell(f"differs_{line.differs.law}", variation=variation)
        if "delivered" in numbers:
            billed, delivered = (self.amounts.per_year(f"{path}.{key}") for key in ("value", "delivered"))
            price = billed * self.amounts.value(f"{path}.at") / delivered if delivered else 0.0
            yield self.tell(
                "delivered", hours=numbers["delivered"].amount, price=exact_euro(price, self.language)
            )

    def _share_of(self, line: ShareOf, path: str, section: str) -> Statement:
        titles = {path.rsplit(".", 1)[1]: line.title for path, line in lines_of(self.scenario)}
        only = self.amounts.groups(line.strata)
        title = self.amounts.words(line.title)
        share = self.told(f"{path}.share", "is_share", title=title)
        shares = self._bearer_shares(line, path, title)
        booked = self._booked(line, path, section) if line.bearer else self._row(line)
        dated = line.from_ is not None or line.until is not None
        text = self.tell(
            "share_of",
            title=title,
            share=share.amount,
            lines=self.listed([self.amounts.quoted(titles[name]) for name in line.of], "and"),
            only=self.tell("refund_only", strata=self.listed(only, "and")) if only else "",
            span=f", {self.span(line.from_, line.until)}" if dated else "",
            details=self.sourced(share, *shares, more=(*booked, *self.formula(share))),
        )
        return self.statement(line, text, share, *shares)

    def _refund(self, refund: Refund, path: str) -> Statement:
        titles = {path.rsplit(".", 1)[1]: line.title for path, line in lines_of(self.scenario)}
        bearers = self.scenario.bearers
        only = self.amounts.groups(refund.strata)
        title = self.amounts.words(refund.title)
        share = self.told(f"{path}.share", "is_refunded", title=title)
        text = self.tell(
            "refund",
            title=title,
            payer=self.amounts.words(bearers[refund.from_].title),
            receiver=self.amounts.words(bearers[receiver_of(self.scenario, refund)].title),
            share=share.amount,
            lines=self.listed([self.amounts.quoted(titles[name]) for name in refund.of], "and"),
            only=self.tell("refund_only", strata=self.listed(only, "and")) if only else "",
            details=self.sourced(share, more=(*self._row(refund), *self.formula(share))),
        )
        return self.statement(refund, text, share)

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
        return self.span(first, line.until or (programme.end if programme else None))

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
        parts = self.listed(list(self._bearer_parts(named, path)), "and")
        return (*row, self.tell(f"{verb}_in_parts", parts=parts))

    def _rule(self, rule: BearerRule, path: str) -> str:
        """When and for whom, and who then pays: `bis Dezember 2028 bei »SGB II« Bund`."""
        if isinstance(rule.bearer, str):
            bearer = self.amounts.words(self.scenario.bearers[rule.bearer].title)
        else:
            bearer = self.listed(list(self._bearer_parts(rule.bearer, path)), "and")
        if not rule.conditional:
            return self.tell("else", bearer=bearer)
        strata = self.amounts.groups(rule.strata)
        dated = rule.from_ is not None or rule.until is not None
        when = [self.span(rule.from_, rule.until)] if dated else []
        whom = [self.tell("rule_strata", strata=self.listed(strata, "and"))] if strata else []
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
