"""Where a relief comes from: by line and year, from gross to net, and by mechanism."""

from collections.abc import Sequence

from prevention_sim.analysis.cashable import cashable_relief
from prevention_sim.analysis.decomposition import MOST_EFFECTS, Mechanism, decompose, switches_of
from prevention_sim.analysis.indicators import avoided_place_years
from prevention_sim.analysis.waterfall import Step, waterfall
from prevention_sim.report.numbers import decimal
from prevention_sim.report.rounding import add_up
from prevention_sim.report.side_by_side import SideBySide
from prevention_sim.report.staircase import Stair, Staircase
from prevention_sim.report.tables import TENTHS, BudgetTable, Column, budget_table, unit_for
from prevention_sim.report.teller import Teller, span
from prevention_sim.scenario.lines import lines_of


class Breakdown(Teller):
    """The parts of a relief, each adding up to it."""

    def waterfall(self, strategy: str) -> SideBySide | None:
        """The steps from gross to net as figures."""
        found = self.staircase(strategy)
        return None if found is None else found.side_by_side(self.language)

    def staircase(self, strategy: str) -> Staircase | None:
        """The steps from gross to net in whole numbers that add up; None without placements."""
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
        stairs = [Stair(self._step(step), whole) for (step, _), whole in zip(known, rounded, strict=True)]
        stairs.append(Stair(self.say("step_net"), sum(rounded), is_level=True))
        reason = self.say("not_identified") if any(step.relief is None for step in steps) else ""
        title = self.say("waterfall", years=self.years, unit=unit, payer=self.payer)
        return Staircase(title, unit, tuple(stairs), reason)

    def _step(self, step: Step) -> str:
        state = self.words(self.scenario.states[step.state].title) if step.state else ""
        return self.say(f"step_{step.kind}", placement=self.placement, state=state)

    def mechanisms(self, strategy: str, table: BudgetTable) -> SideBySide | None:
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
            states = " / ".join(self.words(self.scenario.states[state].title) for state in each.states)
            name = self.say(f"mechanism_{each.kind}", states=states)
            programme = self.words(self.scenario.interventions[each.programme].title)
            names.append(f"{programme}: {name}" if several else name)
        return names

    def _fewer_place_years(self, tenths: int) -> str:
        if tenths == 0 or not self.outcomes.model.placements:
            return ""
        return self.say("fewer_place_years", avoided=decimal(tenths / TENTHS, self.language, 1))

    def table(self, strategy: str, *, relief: bool) -> BudgetTable:
        """The budget by line and year."""
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
