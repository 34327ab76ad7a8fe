"""The format-free report of a run: sentences, figures side by side, tables. Renderers only print it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from prevention_sim.analysis.adjustments import unadjusted
from prevention_sim.analysis.break_even import BreakEven, Question, break_even
from prevention_sim.analysis.bridge import bridges
from prevention_sim.analysis.case_count import placement_stay_years
from prevention_sim.analysis.cashable import cashable_relief
from prevention_sim.analysis.contributions import as_assessed
from prevention_sim.analysis.counterfactual import questions, would_be_placed, would_enter
from prevention_sim.analysis.decomposition import MOST_EFFECTS, Mechanism, decompose, switches_of
from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.analysis.ever_placed import ever_placed
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.analysis.indicators import Indicator, avoided_place_years, indicators
from prevention_sim.analysis.key_figures import key_indicators
from prevention_sim.analysis.manifest import Manifest, manifest_of
from prevention_sim.analysis.observed import observed_series
from prevention_sim.analysis.returns import returns
from prevention_sim.analysis.timing import timing
from prevention_sim.analysis.waterfall import Step, waterfall
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import Rows, parameter_table, units_of
from prevention_sim.report.break_even import number_of
from prevention_sim.report.bridge import tell_bridge
from prevention_sim.report.conventions import tell_counting
from prevention_sim.report.cost_effectiveness import tell_cost_effectiveness
from prevention_sim.report.explanation_wording import OF_MANY_CASES
from prevention_sim.report.key_figures import KeyFigureTable, tell_key_figures
from prevention_sim.report.numbers import Language, about_euro, decimal, euro, percent, plain
from prevention_sim.report.outcomes import tell_outcomes
from prevention_sim.report.rounding import add_up
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.tables import TENTHS, BudgetTable, Column, budget_table, unit_for
from prevention_sim.report.wording import say
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.checks import lines_of, prices_rise
from prevention_sim.scenario.costs import Priced
from prevention_sim.scenario.document import Scenario, count_by_grade
from prevention_sim.scenario.parts import Title

ENDS: Final = 2
"""Points at which the report looks for a break-even; `prevsim breakeven` looks closer."""

DOUBTFUL: Final = 2.0
"""How many times as much as observed elsewhere may remain of the gross amount before the report asks why."""


@dataclass(frozen=True, slots=True)
class StrategyReport:
    """What one strategy means against the comparator."""

    headline: tuple[str, ...]
    side_by_side: tuple[SideBySide, ...]
    table: BudgetTable
    waterfall: SideBySide | None = None
    mechanisms: SideBySide | None = None
    depends_on: tuple[str, ...] = ()
    bridges: tuple[SideBySide, ...] = ()
    key_figures: tuple[KeyFigureTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A run in words and tables of one language."""

    language: Language
    title: str
    remarks: tuple[str, ...]
    strategies: tuple[StrategyReport, ...]
    cost_effectiveness: tuple[SideBySide, ...]
    notes: tuple[str, ...]
    manifest: Manifest
    indicators: tuple[Indicator, ...]


def build_report(scenario: Scenario, outcomes: Outcomes, language: Language) -> Report:
    """Tell the outcomes of the base row."""
    teller = _Teller(scenario, outcomes, language)
    manifest = manifest_of(scenario, outcomes)
    alternatives = [name for name in scenario.strategies if name != scenario.comparator]
    told = [teller.alternative(name) for name in alternatives] or [teller.single(scenario.comparator)]
    return Report(
        language,
        teller.words(scenario.scenario.title),
        teller.remarks(),
        tuple(told),
        tell_cost_effectiveness(scenario, teller.findings, teller.perspective, teller.payer, language),
        teller.notes(manifest),
        manifest,
        (*indicators(outcomes), *key_indicators(scenario, outcomes)),
    )


class _Teller:
    """Puts figures into words; holds what every sentence needs: file, findings and language."""

    def __init__(self, scenario: Scenario, outcomes: Outcomes, language: Language) -> None:
        self.scenario, self.outcomes, self.language = scenario, outcomes, language
        self.findings = Findings(outcomes)
        self.perspective: Perspective = self.findings.perspectives()[0]
        self.window = self.findings.years("window")
        self.rule = scenario.scenario.case_count

    def words(self, title: Title) -> str:
        return title.told(self.language)

    def say(self, key: str, **fields: str | int) -> str:
        return say(self.language, key, **fields)

    @property
    def payer(self) -> str:
        bearers = self.findings.bearers(self.perspective)
        if len(bearers) == 1:
            return self.words(self.scenario.bearers[bearers[0]].title)
        return self.say(f"perspective_{self.perspective}")

    @property
    def placement(self) -> str:
        return ", ".join(
            self.words(self.scenario.states[name].title) for name in sorted(self.outcomes.model.placements)
        )

    @property
    def years(self) -> str:
        return span(self.window)

    def part(self, *years: int, valuation: str = "nominal") -> Slice:
        return Slice(years or self.window, valuation, perspective=self.perspective)

    def remarks(self) -> tuple[str, ...]:
        about = self.scenario.scenario
        checked = about.checked
        unsigned = checked is None or "open" in (checked.by, checked.on)
        state = (
            self.say("unchecked")
            if unsigned or checked is None
            else self.say("checked", by=checked.by, on=checked.on)
        )
        return (*([self.words(about.note)] if about.note else []), state)

    def alternative(self, strategy: str) -> StrategyReport:
        relief = float(self.findings.relief(strategy, self.part())[0])
        first = float(self.findings.relief(strategy, self.part(self.window[0]))[0])
        key = "relief" if relief > 0 else "burden" if relief < 0 else "no_difference"
        if key == "relief" and len(self.window) == 1:
            key = "relief_one_year"
        told = {"amount": about_euro(abs(relief), self.language), "first": about_euro(first, self.language)}
        sentences = [self.say(key, years=self.years, payer=self.payer, **told)]
        titles = self.scenario.strategies
        names = {
            "strategy": self.words(titles[strategy].title),
            "comparator": self.words(titles[self.scenario.comparator].title),
        }
        sentences.append(self.say("compared", **names) + (" " + self.say("no_cut") if relief > 0 else ""))
        sentences += self._otherwise(strategy)
        if self.outcomes.model.placements:
            sentences += [
                self._supported(strategy),
                *self._last_year(strategy),
                self._ever_placed(strategy),
                self._placed_at_end(strategy),
            ]
        sentences += [self._payback(strategy), *self._household(strategy)]
        table = self._table(strategy, relief=True)
        return StrategyReport(
            tuple(sentences),
            (*self._side_by_side(strategy), *self._beside_money(strategy)),
            table,
            self._waterfall(strategy),
            self._mechanisms(strategy, table),
            (*self._critical(strategy), *self._what_if(strategy, relief)),
            self._bridges(strategy),
            tell_key_figures(self.scenario, self.findings, strategy, self.language),
        )

    def single(self, strategy: str) -> StrategyReport:
        cost = float(self.findings.cost(strategy, self.part())[0])
        title = self.words(self.scenario.strategies[strategy].title)
        sentence = self.say(
            "cost", years=self.years, strategy=title, amount=euro(cost, self.language), payer=self.payer
        )
        return StrategyReport(
            (sentence,),
            self._beside_money(strategy),
            self._table(strategy, relief=False),
            bridges=self._bridges(strategy),
            key_figures=tell_key_figures(self.scenario, self.findings, strategy, self.language),
        )

    def _household(self, strategy: str) -> list[str]:
        """What the status of the household means for voluntary programmes."""
        status = self.scenario.budget.household if self.scenario.budget else None
        programmes = [
            self.scenario.interventions[name] for name in self.scenario.strategies[strategy].interventions
        ]
        voluntary = [self.words(each.title) for each in programmes if each.duty == "voluntary"]
        if status in (None, "regular") or not voluntary:
            return []
        return [self.say(f"household_{status}", programmes=", ".join(voluntary)), self.say("household_rules")]

    def _bridges(self, strategy: str) -> tuple[SideBySide, ...]:
        """The way from last result and appropriation to the forecast, product by product."""
        return tuple(
            tell_bridge(self.scenario, bridge, self.payer, self.language)
            for bridge in bridges(self.scenario, self.outcomes, strategy)
        )

    def _otherwise(self, strategy: str) -> list[str]:
        """Where the cases would go without the programme, and how many of those placed it takes in."""
        entering = {
            setting: float(cases[0]) for setting, cases in would_enter(self.findings, self.part()).items()
        }
        if not any(entering.values()):
            return []
        placed = float(would_be_placed(self.findings, self.part())[0])
        taken = float(would_be_placed(self.findings, self.part(), strategy)[0])
        running = not self.scenario.caseload.intake
        years = len(self.window) if running else 1
        tenths = add_up([10.0 * cases / years for cases in entering.values()])
        *most, last = [
            self.say(f"enters_{setting}", count=plain(count / 10.0, self.language, 1))
            for setting, count in zip(entering, tenths, strict=True)
        ]
        sentence = self.say(
            "otherwise_yearly" if running else "otherwise",
            years=self.years,
            count=plain(sum(tenths) / 10.0, self.language, 1),
            cases=OF_MANY_CASES[self.scenario.scenario.case.unit].told(self.language),
            settings=self.say("and").join((", ".join(most), last)) if most else last,
        )
        if placed <= 0.0:
            return [sentence]
        share = percent(taken / placed, self.language, 0 if taken in (0.0, placed) else 1)
        return [f"{sentence} {self.say('taken_of_placed', share=share)}"]

    def _placed(self, strategy: str, part: Slice) -> dict[str, str]:
        """Place-years of the strategy and of the comparator, and how many fewer, in tenths that add up."""
        model = self.outcomes.model
        without = float(self.findings.person_years(model.comparator, part, model.placements)[0])
        with_programme = float(self.findings.person_years(strategy, part, model.placements)[0])
        total, avoided = round(10.0 * without), round(10.0 * (without - with_programme))
        return {
            "with_py": decimal((total - avoided) / 10.0, self.language, 1),
            "without_py": decimal(total / 10.0, self.language, 1),
            "avoided": decimal(avoided / 10.0, self.language, 1),
            "placement": self.placement,
        }

    def _last_year(self, strategy: str) -> list[str]:
        """Where the window has led to, in children on an average day of its last year."""
        if len(self.window) == 1:
            return []
        cases = self.say(f"cases_{self.scenario.scenario.case.unit}")
        last = self.window[-1]
        return [self.say("last_year", year=last, cases=cases, **self._placed(strategy, self.part(last)))]

    def _supported(self, strategy: str) -> str:
        supported = float(self.findings.supported_cases(strategy, self.part())[0])
        return self.say(
            "supported",
            supported=decimal(supported, self.language, 0 if supported == round(supported) else 1),
            cases=self.say(f"cases_{self.scenario.scenario.case.unit}"),
            **self._placed(strategy, self.part()),
        )

    def _ever_placed(self, strategy: str) -> str:
        """The implied effect in children, over the whole horizon."""
        model = self.outcomes.model
        ever = dict(zip(model.strategies, ever_placed(self.outcomes)[:, 0], strict=True))
        horizon = self.findings.years("horizon")
        everybody = sum(
            float(values[:, model.strategies.index(strategy)].sum())
            for values in (self.outcomes.bound.start, self.outcomes.trace.entries[0].sum(axis=0))
        )
        return self.say(
            "ever_placed",
            year=horizon[-1],
            without=decimal(ever[model.comparator], self.language, 1),
            with_programme=decimal(ever[strategy], self.language, 1),
            cases_all=decimal(everybody, self.language, 0 if everybody == round(everybody) else 1),
            cases=self.say(f"cases_{self.scenario.scenario.case.unit}"),
            placement=self.placement,
        )

    def _placed_at_end(self, strategy: str) -> str:
        """Who is still placed when the calculation ends, so that delay is not taken for avoidance."""
        model = self.outcomes.model
        tenths = [
            round(10.0 * float(self.findings.persons_at_end(name, model.placements)[0]))
            for name in (model.comparator, strategy)
        ]
        without, with_programme = (decimal(count / 10.0, self.language, 1) for count in tenths)
        sentence = self.say(
            "placed_at_end",
            year=self.findings.years("horizon")[-1],
            without=without,
            with_programme=with_programme,
            placement=self.placement,
        )
        avoided = avoided_place_years(self.findings, strategy, Slice(self.findings.years("horizon")))[0]
        delayed = avoided > 0.0 and tenths[1] > tenths[0]
        return f"{sentence} {self.say('delayed')}" if delayed else sentence

    def _critical(self, strategy: str) -> list[str]:
        """The break-even of every number the file calls critical, and of the counterfactual it asks for."""
        question, model = Question(strategy, "window", self.perspective, ENDS), self.outcomes.model
        named = {name: break_even(self.scenario, model, name, question) for name in self.scenario.critical}
        told = [line for name, found in named.items() for line in self._turns(self.scenario, name, found)]
        for asked in questions(self.scenario, model, strategy):
            found = break_even(
                asked.scenario, compile_model(asked.scenario), asked.path, question, asked.within
            )
            if not any(found.asks_the_same_as(other) for other in named.values()):
                cases = self.say(f"cases_{self.scenario.scenario.case.unit}")
                told += self._turns(asked.scenario, self.say(f"share_{asked.share}", cases=cases), found)
        return told

    def _turns(self, scenario: Scenario, name: str, found: BreakEven) -> list[str]:
        """Every value at which a number of a scenario turns the answer."""
        number = number_of(scenario, found, self.language)
        fields = {"name": name, "written": number(found.written)}
        if not found.roots:
            return [self.say("critical_none", low=number(found.low), high=number(found.high), **fields)]
        return [
            self.say("critical" if root.pays_above else "critical_up_to", value=number(root.value), **fields)
            for root in found.roots
        ]

    def _what_if(self, strategy: str, relief: float) -> list[str]:
        """The relief of the same file with other numbers, beside the relief as written."""
        written = about_euro(relief, self.language)
        told = []
        for question in self.scenario.what_if:
            changed = self._outcomes_of(with_values(self.scenario, question.set))
            amount = about_euro(float(Findings(changed).relief(strategy, self.part())[0]), self.language)
            title = self.words(question.title)
            told.append(f"{title}: {self.say('instead_of', amount=amount, written=written)}")
        return told

    def _outcomes_of(self, changed: Scenario) -> Outcomes:
        """A changed file: another row of the model where only numbers changed, else a model of its own."""
        model, table = self.outcomes.model, parameter_table(changed)
        if units_of(changed) != units_of(self.scenario) or table.formulas != model.table.formulas:
            return evaluate_base(compile_model(changed))
        row = Rows(model.table, table.base[np.newaxis, :])
        grain = self.outcomes.ledger.grain_bits
        return next(evaluate(model.in_nominal_terms(), row, grain=grain))

    def _payback(self, strategy: str) -> str:
        found = timing(self.outcomes.model, strategy, self.perspective)
        if found.first_expense is None or found.low_month is None:
            return self.say("payback_at_once")
        low = {"low": euro(found.low_point, self.language), "low_month": str(found.low_month)}
        if found.payback_months is None:
            return self.say("payback_never", years=self.scenario.time.years, **low)
        return self.say("payback", months=found.payback_months, start=str(found.first_expense), **low)

    def _waterfall(self, strategy: str) -> SideBySide | None:
        """The steps from gross to net in whole numbers that add up."""
        if not self.outcomes.model.placements:
            return None
        steps = waterfall(self.findings, strategy, self.part())
        known = [
            (step, float(step.relief[0]))
            for step in steps
            if step.relief is not None and step.relief[0] != 0.0
        ]
        scale, unit = unit_for(max((abs(amount) for _, amount in known), default=0.0))
        rounded = add_up([amount / scale for _, amount in known])
        figures = [
            (self._step(step), decimal(whole, self.language), "")
            for (step, _), whole in zip(known, rounded, strict=True)
        ]
        figures.append((self.say("step_net"), decimal(sum(rounded), self.language), ""))
        reason = self.say("not_identified") if any(step.relief is None for step in steps) else ""
        title = self.say("waterfall", years=self.years, unit=unit, payer=self.payer)
        return SideBySide(title, tuple(figures), reason)

    def _step(self, step: Step) -> str:
        state = self.words(self.scenario.states[step.state].title) if step.state else ""
        return self.say(f"step_{step.kind}", placement=self.placement, state=state)

    def _mechanisms(self, strategy: str, table: BudgetTable) -> SideBySide | None:
        """What each effect and each programme itself brings, adding up to the result of the table."""
        title = self.say("mechanisms", years=self.years, unit=table.unit, payer=self.payer)
        model = self.outcomes.model
        effects = len(switches_of(model, strategy))
        if effects > MOST_EFFECTS:
            return SideBySide(title, (), self.say("too_many_effects", effects=effects, most=MOST_EFFECTS))
        (found,) = decompose(model, strategy, [self.part()])
        parts = [each for each in found if each.relief or each.avoided_place_years]
        if len(parts) <= 1:
            return None
        reliefs = add_up([each.relief / table.scale for each in parts], table.total)
        places = add_up([TENTHS * each.avoided_place_years for each in parts])
        names = self._mechanism_names(parts)
        figures = [
            (name, decimal(relief, self.language), self._fewer_place_years(place_years))
            for name, relief, place_years in zip(names, reliefs, places, strict=True)
        ]
        whole = (
            self.say("result"),
            decimal(table.total, self.language),
            self._fewer_place_years(sum(places)),
        )
        return SideBySide(title, (*figures, whole))

    def _mechanism_names(self, parts: Sequence[Mechanism]) -> list[str]:
        """What each mechanism is, and whose it is where there are several programmes."""
        several = len({each.programme for each in parts}) > 1
        names = []
        for each in parts:
            states = " / ".join(self.words(self.scenario.states[state].title) for state in each.instead_of)
            name = self.say("mechanism_effect", states=states) if states else self.say("mechanism_own")
            programme = self.words(self.scenario.interventions[each.programme].title)
            names.append(f"{programme}: {name}" if several else name)
        return names

    def _fewer_place_years(self, tenths: int) -> str:
        if tenths == 0 or not self.outcomes.model.placements:
            return ""
        return self.say("fewer_place_years", avoided=decimal(tenths / TENTHS, self.language, 1))

    def _side_by_side(self, strategy: str) -> tuple[SideBySide, ...]:
        """Gross and net per avoided place-year together, then figures with other denominators."""
        found = {
            each.id: None if each.values is None else float(each.values[0])
            for each in indicators(self.outcomes)
            if each.strategy == strategy
            and each.period == "window"
            and each.perspective in (None, self.perspective)
        }

        def figures(**wanted: str) -> tuple[tuple[str, str, str], ...]:
            return tuple(
                (self.say(key), euro(value, self.language), self.say(f"{key}_note", years=self.years))
                for key, name in wanted.items()
                if (value := found.get(name)) is not None
            )

        blocks = []
        if self.outcomes.model.placements:
            avoided = found["avoided_place_years"] or 0.0
            reason = (
                ""
                if avoided > 0
                else self.say("not_defined", years=self.years, avoided=decimal(avoided, self.language, 1))
            )
            per = "case_in_year" if self.rule == "cases_in_year" else "place_year"
            per_case = figures(
                gross=f"gross_relief_per_avoided_{per}",
                net=f"programme_relief_per_avoided_{per}",
                net_all=f"relief_per_avoided_{per}",
            )
            kept = self._observed(
                found["gross_relief_per_avoided_place_year"], found["relief_per_avoided_place_year"]
            )
            blocks.append(SideBySide(self._ratio_title(), per_case, reason, kept))
        others = figures(price_difference="price_difference", per_supported="relief_per_supported_case")
        others += self._per_euro(strategy)
        others += self._by_the_other_rule(found)
        return (*blocks, SideBySide(self.say("other_title"), others)) if others else tuple(blocks)

    def _beside_money(self, strategy: str) -> tuple[SideBySide, ...]:
        return tell_outcomes(self.scenario, self.findings, strategy, self.perspective, self.language)

    def _observed(self, gross: float | None, net: float | None) -> tuple[str, ...]:
        """What remained of the gross amount elsewhere, and a doubt where far more remains here."""
        if gross is None or net is None or gross <= 0.0:
            return ()
        here, told = net / gross, []
        for series in observed_series(self.scenario):
            sentence = self.say(
                "observed_less" if series.kept < here else "observed",
                title=self.words(series.title),
                years=series.years,
                gross=euro(series.gross, self.language),
                net=euro(series.net, self.language),
                kept=percent(series.kept, self.language),
                here=percent(here, self.language),
            )
            if here > DOUBTFUL * series.kept:
                cases = self.say(f"cases_{self.scenario.scenario.case.unit}")
                sentence += f" {self.say('observed_doubt', cases=cases)}"
            told.append(sentence)
        return tuple(told)

    def _per_euro(self, strategy: str) -> tuple[tuple[str, str, str], ...]:
        """What a euro for the programme returns, where the programme costs something."""
        valuation = self.outcomes.model.weights.discounted
        found = returns(self.findings, strategy, self.part(valuation=valuation))
        if found.per_euro is None or found.benefit_cost_ratio is None:
            return ()
        note = self.say(
            "per_euro_note",
            ratio=decimal(float(found.benefit_cost_ratio[0]), self.language, 2),
            valuation=self.say(f"valued_{valuation}"),
        )
        amount = decimal(float(found.per_euro[0]), self.language, 2)
        told = f"{amount} €" if self.language == "de" else f"€{amount}"
        return ((self.say("per_euro"), told, note),)

    def _ratio_title(self) -> str:
        """What the ratios refer to, with the counting rule the file leads with."""
        return self.say(
            f"ratio_title_{self.rule}",
            placement=self.placement,
            years=self.years,
            months=self._mean_stay() or "",
        )

    def _by_the_other_rule(self, found: Mapping[str, float | None]) -> tuple[tuple[str, str, str], ...]:
        """The net figure per place-year where cases in the year lead, and the other way round."""
        months = self._mean_stay()
        per = "place_year" if self.rule == "cases_in_year" else "case_in_year"
        net = found.get(f"relief_per_avoided_{per}")
        if net is None or months is None:
            return ()
        note = self.say(f"per_{per}_note", months=months)
        return ((self.say(f"per_{per}"), euro(net, self.language), note),)

    def _mean_stay(self) -> str | None:
        """The mean stay in placement in months."""
        years = placement_stay_years(self.outcomes)
        return None if years is None else decimal(12.0 * float(years[0]), self.language)

    def _table(self, strategy: str, *, relief: bool) -> BudgetTable:
        titles = {
            path.rsplit(".", 1)[1]: (line.row or "", self.words(line.title))
            for path, line in lines_of(self.scenario)
        }
        years = self.findings.years("horizon")
        amount = self.findings.relief if relief else self.findings.cost
        rows = [
            (*titles[item], [float(amount(strategy, self.part(year), (item,))[0]) for year in years])
            for item in titles
        ]
        places: list[float] | None = None
        if relief and self.outcomes.model.placements:
            places = [
                float(avoided_place_years(self.findings, strategy, self.part(year))[0]) for year in years
            ]
        kept = cashable_relief(self.outcomes.model, strategy, self.perspective) if relief else None
        cashable = None if kept is None else kept.by_year.tolist()
        table = budget_table([row for row in rows if any(row[2])], years, len(self.window), places, cashable)
        title = self.say("table_relief" if relief else "table_cost", unit=table.unit, payer=self.payer)
        return table.named(title, [self._heading(column) for column in table.columns])

    def _heading(self, column: Column) -> str:
        if column.kind == "sum":
            return self.say("sum")
        return self.say("after", years=span(column.years)) if column.kind == "after" else span(column.years)

    def notes(self, manifest: Manifest) -> tuple[str, ...]:
        conventions = self.scenario.conventions
        grades = count_by_grade(self.scenario)
        told = ", ".join(
            self.say(f"grade_{grade}", count=count)
            for grade, count in sorted(grades.items(), key=lambda each: -each[1])
        )
        notes = [self.say("evidence", count=sum(grades.values()), grades=told)]
        notes += [*self._real_amounts(), *self._present_values()]
        notes.append(
            self.say(
                "conventions",
                price_year=self.scenario.prices.year,
                rises=self.say("with_rises" if prices_rise(self.scenario) else "without_rises"),
                counting=tell_counting(self.scenario, self.language),
                conversion=self.say(f"conversion_{conventions.conversion}"),
            )
        )
        notes += [*self._contributions(), *self._adjusted()]
        if self._silent_about_home:
            notes.append(self.say("nothing_at_home"))
        if self.outcomes.model.placements:
            notes.append(self.say("protection"))
        digest, version = manifest.result_digest[:12], manifest.prevention_sim
        notes.append(
            self.say("provenance", scenario=manifest.scenario_sha256[:12], digest=digest, version=version)
        )
        return tuple(notes)

    @property
    def _silent_about_home(self) -> bool:
        """Whether children stay at home at a cost that no line speaks of."""
        model = self.outcomes.model
        compared = model.placements and len(model.strategies) > 1
        return bool(compared) and not any(line.at_home for line in model.lines)

    def _contributions(self) -> list[str]:
        """What is assessed beside what comes in, for every income of which only a share does."""
        lines = [
            (path.rsplit(".", 1)[1], line)
            for path, line in lines_of(self.scenario)
            if isinstance(line, Priced) and line.collected_share is not None
        ]
        if not lines:
            return []
        assessed = Findings(as_assessed(self.outcomes))

        def income(findings: Findings, strategy: str, item: str) -> str:
            return euro(-float(findings.cost(strategy, self.part(), (item,))[0]), self.language)

        told = []
        for item, line in lines:
            parts = [
                self.say(
                    "contribution",
                    assessed=income(assessed, name, item),
                    collected=income(self.findings, name, item),
                    strategy=self.words(strategy.title),
                )
                for name, strategy in self.scenario.strategies.items()
            ]
            title = self.words(line.title)
            told.append(self.say("contributions", title=title, years=self.years, parts="; ".join(parts)))
        return told

    def _adjusted(self) -> list[str]:
        """The relief beside the one without the corrections for optimism and weak evidence."""
        if all(line.adjustment is None for line in self.outcomes.model.lines):
            return []
        as_written = Findings(unadjusted(self.outcomes))
        return [
            self.say(
                "adjusted",
                years=self.years,
                strategy=self.words(strategy.title),
                **{
                    key: euro(float(findings.relief(name, self.part())[0]), self.language)
                    for key, findings in (("corrected", self.findings), ("written", as_written))
                },
            )
            for name, strategy in self.scenario.strategies.items()
            if name != self.scenario.comparator
        ]

    def _real_amounts(self) -> list[str]:
        """The relief in prices of the price year beside the nominal one."""
        if "real" not in self.outcomes.model.weights.valuations:
            return []
        table = self.outcomes.model.table
        rise = float(table.base[table.names.index("prices.general_rise")])
        return [
            self.say(
                "real",
                years=self.years,
                price_year=self.scenario.prices.year,
                rise=percent(rise, self.language, 1),
                **{
                    valuation: euro(
                        float(self.findings.relief(name, self.part(valuation=valuation))[0]), self.language
                    )
                    for valuation in ("nominal", "real")
                },
            )
            for name in self.scenario.strategies
            if name != self.scenario.comparator
        ]

    def _present_values(self) -> list[str]:
        discounting = self.scenario.conventions.discounting
        if discounting is None:
            return []
        rate = self._rate("conventions.discounting.rate")
        for position, step in enumerate(discounting.steps):
            later = self._rate(f"conventions.discounting.steps[{position}].rate")
            rate += self.say("later_rate", start=str(step.from_), rate=later)
        start = str(self.scenario.time.start)
        return [
            self.say(
                f"present_value_{discounting.terms}",
                years=self.years,
                amount=euro(
                    float(self.findings.relief(name, self.part(valuation="present"))[0]), self.language
                ),
                rate=rate,
                start=start,
            )
            for name in self.scenario.strategies
            if name != self.scenario.comparator
        ]

    def _rate(self, path: str) -> str:
        table = self.outcomes.model.table
        return percent(float(table.base[table.names.index(path)]), self.language, 1)


def span(years: tuple[int, ...]) -> str:
    """`2012`, or `2012–2015`."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
