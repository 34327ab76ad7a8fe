"""What came out and what the colours mean, whether all checks hold, and where the numbers come from."""

from dataclasses import dataclass
from math import ldexp
from typing import Final

from prevention_sim.analysis.manifest import manifest_of
from prevention_sim.analysis.timing import timing
from prevention_sim.report.dependence import Dependence
from prevention_sim.report.headline import Headline
from prevention_sim.report.workbook.assumptions import Assumptions
from prevention_sim.report.workbook.budget import Budget
from prevention_sim.report.workbook.cohort import Cohort
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.indicators import Indicators
from prevention_sim.report.workbook.money import Amounts, Prices
from prevention_sim.report.workbook.moving import Moving
from prevention_sim.report.workbook.pages import Allowed, Form, Page, Watch, address
from prevention_sim.report.workbook.terms import (
    ONE,
    Range,
    Term,
    across,
    largest_of,
    number,
    size,
    smallest_of,
    sum_of,
    total,
)

WORDS, VALUE = 0, 1
CHECK_HEAD: Final = 3
SLACK: Final = 1e-9
CENT: Final = 0.005
MOST_RANGES: Final = 250


@dataclass
class Checks:
    """The sheet of checks: each is a number that must not exceed another."""

    desk: Desk
    page: Page
    _next: int = CHECK_HEAD + 1

    @classmethod
    def on(cls, desk: Desk) -> "Checks":
        """Begin the sheet."""
        page = desk.page(desk.say("checks"))
        page.text(0, 0, desk.say("checks"), "title")
        page.text(1, 0, desk.say("checks_note"), "note")
        page.texts(
            CHECK_HEAD,
            0,
            [desk.say(f"head_{head}") for head in ("check", "found", "limit", "state")],
            "column",
        )
        page.widths |= {0: 76, 1: 20, 2: 20, 3: 16}
        page.frozen = (CHECK_HEAD + 1, 0)
        return cls(desk, page)

    def at_most(self, words: str, found: Term, limit: float, form: Form = "factor") -> None:
        """Write a check; it turns red where the number exceeds the limit."""
        row = self._next
        self._next += 1
        self.page.text(row, 0, words)
        self.page.put(row, 1, found, form)
        self.page.enter(row, 2, limit, form)
        broken = Term(f"IF({address(row, 1)}<={address(row, 2)},0,1)", float(found.value > limit))
        self.page.put(row, 3, broken, "whole", "check")

    def of_moves(self, moving: Moving, cohort: Cohort) -> None:
        """Nobody leaves twice, nobody is lost, no share is below 0."""
        for at in range(0, len(cohort.leaving), MOST_RANGES):
            leaving = cohort.leaving[at : at + MOST_RANGES]
            self.at_most(self.desk.say("check_leaving"), largest_of(leaving), 1.0 + SLACK)
        for at in range(0, len(cohort.imbalances), MOST_RANGES):
            lost = cohort.imbalances[at : at + MOST_RANGES]
            self.at_most(self.desk.say("check_balance"), largest_of(lost), 1e-6)
        if moving.shares:
            below = smallest_of(moving.shares[:MOST_RANGES])
            self.at_most(self.desk.say("check_parts"), Term(f"-{below.text}", -below.value), SLACK)

    def of_cases(self, entries: Range | None) -> None:
        """No group is below 0."""
        if entries is not None:
            below = smallest_of([entries])
            self.at_most(self.desk.say("check_cases"), Term(f"-{below.text}", -below.value), SLACK)

    def of_money(self, prices: Prices, amounts: Amounts, budget: Budget) -> None:
        """Bearers bear everything once, and the budget is the sum of its amounts."""
        for shares in prices.of_line[:MOST_RANGES]:
            whole = sum_of(shares)
            if len(shares.values) > 1:
                self.at_most(self.desk.say("check_bearers"), size(whole - ONE), SLACK)
        for at, strategy in enumerate(self.desk.model.strategies):
            paid = [
                sum_of(across(terms))
                for line, written in enumerate(self.desk.model.lines)
                if written.payer is None
                for (of_strategy, _), terms in amounts.of[line, "nominal"].items()
                if of_strategy == at
            ]
            if 0 < len(paid) <= MOST_RANGES:
                words = self.desk.say("check_sum", strategy=self.desk.strategy(strategy))
                self.at_most(words, size(total(paid) - budget.whole(at)), CENT, "money")

    def as_computed(self, budget: Budget, assumptions: Assumptions) -> None:
        """As long as nothing is changed, the sheets come to what the program computed."""
        changed = assumptions.changed()
        self.at_most(self.desk.say("check_fixed"), assumptions.changed_in_vain(), 0.0, "whole")
        for at, strategy in enumerate(self.desk.model.strategies):
            words = self.desk.say("check_run", strategy=self.desk.strategy(strategy))
            cube = self.desk.outcomes.ledger.amount.where(
                strategy=strategy, valuation="nominal", basis="accrual"
            )
            booked = float(cube.total_by("row")[0])
            here = budget.whole(at)
            off = size(here - number(booked))
            limit = CENT + cube.values.size * ldexp(1.0, -self.desk.outcomes.ledger.grain_bits)
            self.at_most(words, Term(f"IF({changed.text}>0,0,{off.text})", off.value), limit, "money")

    def failed(self) -> Term:
        """How many checks fail."""
        if self._next == CHECK_HEAD + 1:
            return Term("0", 0.0)
        first, last = (CHECK_HEAD + 1, 3), (self._next - 1, 3)
        self.page.watches.append(Watch(first, last, f"={address(*first)}>0", "red"))
        return sum_of(self.page.values(first, last))


def first_page(desk: Desk, page: Page, assumptions: Assumptions, sheet: Indicators, failed: Term) -> None:
    """Title, sentences, the numbers that count, checks, colours, and what stands on which sheet."""
    about = desk.scenario.scenario
    page.text(0, WORDS, about.title.told(desk.language), "title")
    page.widths |= {WORDS: 112, VALUE: 24}
    row = 1
    if about.question:
        page.text(row, WORDS, about.question.told(desk.language))
        row += 1
    checked = about.checked
    unsigned = checked is None or "open" in (checked.by, checked.on)
    page.text(row, WORDS, desk.say("unchecked" if unsigned else "checked"), "note")
    row += 1
    if desk.why_values is not None:
        page.text(row, WORDS, desk.say("values_only", reason=desk.why_values.told(desk.language)), "heading")
        row += 1
    row = _numbers(desk, page, sheet, row + 1)
    if page.live:
        row = _states(desk, page, assumptions, failed, row + 1)
    row = _sentences(desk, page, row + 1)
    _guide(desk, page, row + 1)


def _numbers(desk: Desk, page: Page, sheet: Indicators, row: int) -> int:
    """The indicators of the window that are read first, with a cell that turns their sign."""
    perspective = desk.findings.perspectives()[0]
    others = [name for name in desk.model.strategies if name != desk.model.comparator]
    page.text(row, WORDS, desk.say("first_numbers"), "heading")
    sign = ONE
    if page.live and others:
        row += 1
        page.text(row, WORDS, desk.say("sign"))
        sign = page.enter(row, VALUE, 1.0, "whole", "input")
        page.allowed.append(
            Allowed(
                (row, VALUE),
                choices=(1.0, -1.0),
                title=desk.say("not_allowed"),
                message=desk.say("sign_choice"),
            )
        )
    names = ("relief", "present_value_of_relief", "relief_per_avoided_place_year", "avoided_place_years")
    for strategy in others or desk.model.strategies:
        for name in names if others else ("cost", "present_value_of_cost"):
            for whose in (perspective, None):
                found = sheet.at.get((name, strategy, whose, desk.findings.periods()[0]))
                if found is None:
                    continue
                row += 1
                years = desk.findings.years("window")
                words = desk.say(f"indicator_{name}")
                page.text(row, WORDS, f"{words}, {years[0]}–{years[-1]} ({desk.strategy(strategy)})")
                turned = found if name == "avoided_place_years" or sign is ONE else _turned(sign, found)
                page.put(row, VALUE, turned, "cases" if whose is None else "money", "total")
    return row + 1


def _turned(sign: Term, found: Term) -> Term:
    """A number times the sign; a dash stays one."""
    return Term(f'IF(ISNUMBER({found.text}),{sign.text}*{found.text},"–")', found.value)


def _states(desk: Desk, page: Page, assumptions: Assumptions, failed: Term, row: int) -> int:
    page.text(row, WORDS, desk.say("state_of_workbook"), "heading")
    page.text(row + 1, WORDS, desk.say("changed_numbers"))
    page.put(row + 1, VALUE, assumptions.changed(), "whole", "total")
    page.watches.append(Watch((row + 1, VALUE), (row + 1, VALUE), f"={address(row + 1, VALUE)}>0", "yellow"))
    page.text(row + 2, WORDS, desk.say("failed_checks"))
    page.put(row + 2, VALUE, failed, "whole", "total")
    page.watches.append(Watch((row + 2, VALUE), (row + 2, VALUE), f"={address(row + 2, VALUE)}>0", "red"))
    return row + 3


def _sentences(desk: Desk, page: Page, row: int) -> int:
    """What the report says of the numbers as they stand in the file."""
    of_run = (desk.scenario, desk.outcomes, desk.language)
    others = [name for name in desk.model.strategies if name != desk.model.comparator]
    if not others:
        return row
    page.text(row, WORDS, desk.say("as_in_file"), "heading")
    for strategy in others:
        headline = Headline(*of_run)
        pays = timing(desk.model, strategy, headline.perspective)
        for sentence in (*headline.told(strategy, pays), *Dependence(*of_run).told(strategy)):
            row += 1
            page.text(row, WORDS, sentence, "sentence")
    return row + 1


def _guide(desk: Desk, page: Page, row: int) -> None:
    """What the colours mean, and what stands where."""
    page.text(row, WORDS, desk.say("colours"), "heading")
    for look in ("input", "fixed") if page.live else ("fixed",):
        row += 1
        page.text(row, WORDS, desk.say(f"colour_{look}"))
        page.enter(row, VALUE, 1.0, "", "input" if look == "input" else "fixed")
    row += 2
    page.text(row, WORDS, desk.say("sheets"), "heading")
    for other in desk.pages[1:]:
        row += 1
        note = other.cells[1, 0].content
        page.text(row, WORDS, f"{other.name}: {note}", "sentence")


def sources(desk: Desk) -> None:
    """The sources of the file, and what makes the run reproducible."""
    page = desk.page(desk.say("sources"))
    page.text(0, 0, desk.say("sources"), "title")
    page.text(1, 0, desk.say("sources_note"), "note")
    page.texts(3, 0, [desk.say(f"head_{head}") for head in ("id", "source", "grade", "url")], "column")
    page.widths |= {0: 24, 1: 80, 2: 18, 3: 60}
    page.frozen = (4, 0)
    row = 4
    for name, source in sorted(desk.scenario.sources.items()):
        words = (name, source.title.told(desk.language), desk.say(f"grade_{source.grade}"), source.url or "")
        page.texts(row, 0, words)
        row += 1
    page.text(row + 1, 0, desk.say("protocol"), "heading")
    row += 2
    for key, value in manifest_of(desk.scenario, desk.outcomes).as_dict().items():
        for name, text in value.items() if isinstance(value, dict) else ((key, value),):
            if text is not None:
                page.texts(row, 0, (str(name), str(text)))
                row += 1
