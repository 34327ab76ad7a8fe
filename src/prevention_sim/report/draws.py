"""How sure a result is where numbers of the file are not, in words and tables."""

from functools import reduce
from operator import add
from typing import Final

from prevention_sim.analysis.draws import Drawn, Figure, Sample, drawn, off_range
from prevention_sim.analysis.indicators import indicators
from prevention_sim.report.key_figures import KeyFigureTable
from prevention_sim.report.numbers import about_euro, decimal, euro, percent
from prevention_sim.report.tables import unit_for
from prevention_sim.report.teller import Teller
from prevention_sim.scenario.lines import lines_of
from prevention_sim.scenario.settings import Uncertainty

FIGURES: Final = {
    "relief": 0,
    "present_value_of_relief": 0,
    "gross_relief_per_avoided_place_year": 0,
    "programme_relief_per_avoided_place_year": 0,
    "relief_per_avoided_place_year": 0,
    "relief_per_supported_case": 0,
    "price_difference": 0,
    "avoided_place_years": 1,
    "avoided_placements": 1,
    "supported_cases": 1,
}
"""The figures that are told, each with its decimal places."""


class DrawsTeller(Teller):
    """Tells the range of the result, how likely it is a relief, and how sure the computation is."""

    def sentences(self, strategy: str) -> list[str]:
        """Beside the headline; nothing where the file asks for no draws."""
        if not self._asked.draws or strategy == self.scenario.comparator:
            return []
        if not self.outcomes.model.table.uncertain:
            return [self.say("draws_nothing")]
        relief = self._found.figure("relief", strategy, "window")
        low, high = relief.ends(self._interval) or (0.0, 0.0)
        years = [
            self.say("draws_chance_of_year", year=str(year), share=self._chance(self._relief(strategy, year)))
            for year in self.window
        ]
        told = [
            self.say(
                "draws_range",
                count=decimal(self._found.design.count, self.language),
                some=len(self._found.uncertain),
                mean=about_euro(relief.mean or 0.0, self.language),
                interval=self._sure,
                low=about_euro(low, self.language),
                high=about_euro(high, self.language),
            ),
            self.say(
                {1.0: "draws_always", 0.0: "draws_never"}.get(relief.above_zero, "draws_chance"),
                share=self._chance(relief),
                years=self.years,
                by_year=", ".join(years),
                loss=about_euro(relief.expected_loss, self.language),
            ),
            self.say("draws_error", error=about_euro(relief.half_width or 0.0, self.language)),
        ]
        if low < 0.0:
            told.insert(1, self.say("draws_minus"))
        if self.outcomes.engine == "microsimulation":
            told.append(self.say("draws_of_means", count=self._asked.replications))
        return told

    def tables(self, strategy: str) -> tuple[KeyFigureTable, ...]:
        """Relief by year, figures, and every line of the budget; nothing where nothing is drawn."""
        compared = strategy != self.scenario.comparator
        if not self._asked.draws or not compared or not self.outcomes.model.table.uncertain:
            return ()
        return (self._by_year(strategy), self._figures(strategy), self._by_line(strategy))

    def _by_year(self, strategy: str) -> KeyFigureTable:
        samples = [self._relief(strategy, year) for year in self.window]
        samples.append(self._found.figure("relief", strategy, "window"))
        scale, unit = unit_for(max(abs(each.mean or 0.0) for each in samples))

        def row(key: str, figures: list[float]) -> tuple[str, ...]:
            return (self.say(key), *(decimal(figure / scale, self.language) for figure in figures))

        ends = [each.ends(self._interval) or (0.0, 0.0) for each in samples]
        rows = (
            row("draws_mean", [each.mean or 0.0 for each in samples]),
            row("draws_low", [low for low, _ in ends]),
            row("draws_high", [high for _, high in ends]),
            (self.say("draws_above_zero"), *map(self._chance, samples)),
            row("draws_loss", [each.expected_loss for each in samples]),
        )
        title = self.say("draws_title", unit=unit, payer=self.payer, interval=self._sure)
        count = decimal(self._found.design.count, self.language)
        notes = (self.say("draws_rule", count=count, seed=str(self._asked.seed)), *self._off())
        return KeyFigureTable(title, (*map(str, self.window), self.say("sum")), rows, notes)

    def _off(self) -> list[str]:
        """Ranges that do not come back."""
        found = {number.path: off_range(number) for number in self._found.uncertain}
        return [
            self.say("draws_off", path=path, low=f"{ends[0]:.4g}", high=f"{ends[1]:.4g}")
            for path, ends in found.items()
            if ends is not None
        ]

    def _figures(self, strategy: str) -> KeyFigureTable:
        written = {
            each.id: None if each.values is None else float(each.values[0])
            for each in indicators(self.outcomes)
            if each.strategy == strategy
            and each.period == "window"
            and each.perspective in (None, self.perspective)
        }
        known = {
            each.id: each
            for each in self._found.figures
            if each.strategy == strategy
            and each.period == "window"
            and each.perspective in (None, self.perspective)
        }
        told = [known[name] for name in FIGURES if name in known]
        rows = tuple(
            (self.say(f"draws_{each.id}"), *self._cells(each, written.get(each.id))) for each in told
        )
        notes = [
            self.say(
                "draws_undefined",
                figure=self.say(f"draws_{each.id}"),
                share=percent(each.sample.defined, self.language),
            )
            for each in told
            if each.sample.values is None
        ]
        title = self.say("draws_figures", years=self.years, interval=self._sure)
        headings = ("draws_as_written", "draws_mean", "draws_low", "draws_high")
        return KeyFigureTable(
            title, tuple(map(self.say, headings)), rows, (self.say("draws_ratio_rule"), *notes)
        )

    def _cells(self, figure: Figure, written: float | None) -> tuple[str, ...]:
        low, high = figure.sample.ends(self._interval) or (None, None)
        return tuple(self._told(figure, value) for value in (written, figure.sample.mean, low, high))

    def _told(self, figure: Figure, value: float | None) -> str:
        if value is None:
            return self.say("none")
        if figure.unit == "EUR":
            return euro(value, self.language)
        return decimal(value, self.language, FIGURES[figure.id])

    def _by_line(self, strategy: str) -> KeyFigureTable:
        years, comparator = self.window, self.scenario.comparator
        lines = {path.rsplit(".", 1)[1]: self.words(line.title) for path, line in lines_of(self.scenario)}
        cells = self._found.cells
        blocks = self._found.design.blocks
        effects = {
            item: [
                cells[comparator, item, year].amount - cells[strategy, item, year].amount for year in years
            ]
            for item in lines
        }
        changed = {
            item: [Sample(each, blocks) for each in (*by_year, reduce(add, by_year))]
            for item, by_year in effects.items()
            if any(each.any() for each in by_year)
        }
        scale, unit = unit_for(max((abs(each[-1].mean or 0.0) for each in changed.values()), default=0.0))
        rows = []
        for item, samples in changed.items():
            ends = [each.ends(self._interval) or (0.0, 0.0) for each in samples]
            for side, lead in enumerate(
                (f"{lines[item]}: {self.say('draws_low')}", f"  {self.say('draws_high')}")
            ):
                rows.append((lead, *(decimal(end[side] / scale, self.language) for end in ends)))
        title = self.say("draws_cells", unit=unit, payer=self.payer, interval=self._sure)
        headings = (*map(str, years), self.say("sum"))
        return KeyFigureTable(title, headings, tuple(rows), (self.say("draws_cells_rule"),))

    def _relief(self, strategy: str, year: int) -> Sample:
        return self._found.figure("relief", strategy, year)

    def _chance(self, sample: Sample) -> str:
        """A probability in percent; nearly sure is not sure."""
        share = sample.above_zero
        places = 0 if 0.005 <= share <= 0.995 or share in (0.0, 1.0) else 1  # noqa: PLR2004 - half a percent
        return percent(share, self.language, places)

    @property
    def _asked(self) -> Uncertainty:
        return self.scenario.uncertainty

    @property
    def _interval(self) -> float:
        return self._asked.interval.value

    @property
    def _sure(self) -> str:
        return percent(self._interval, self.language)

    @property
    def _found(self) -> Drawn:
        asked = self._asked
        return drawn(self.outcomes.model, asked.draws, asked.plan, asked.seed)
