"""How many cases are in which form of help, without and with the programme."""

from collections.abc import Iterator
from typing import NamedTuple

from prevention_sim.analysis.findings import Slice
from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import (
    BLUE,
    MOST_YEARS,
    ORANGE,
    Chart,
    ChartTable,
    Spec,
    distinct,
    spec_of,
)
from prevention_sim.report.numbers import Language, decimal
from prevention_sim.report.teller import Teller

MOST_STATES = 6
FEW = 5
"""Fewer cases than this are told with two places."""
PANEL_WIDTH, PANEL_HEIGHT = 290, 130


class _State(NamedTuple):
    """Cases on an average day, year by year, for the comparator and the strategy."""

    id: str
    without: tuple[float, ...]
    with_programme: tuple[float, ...]

    @property
    def gap(self) -> float:
        return sum(abs(a - b) for a, b in zip(self.without, self.with_programme, strict=True))

    def told(self, language: Language, places: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Without and with, rounded as the headline does: how many fewer is exact to the last place."""
        without = [round(cases, places) for cases in self.without]
        fewer = [round(a - b, places) for a, b in zip(self.without, self.with_programme, strict=True)]
        with_programme = [a - b for a, b in zip(without, fewer, strict=True)]
        return (
            tuple(decimal(cases, language, places) for cases in without),
            tuple(decimal(cases, language, places) for cases in with_programme),
        )


def draw(teller: Teller, strategy: str) -> Iterator[Chart]:
    """A small picture for each form of help, those of placement and of the largest differences first."""
    language, scenario = teller.language, teller.scenario
    calendar = teller.outcomes.model.calendar
    years = tuple(year for year in teller.findings.years("horizon") if calendar.is_whole(year))[:MOST_YEARS]
    if not years:
        return
    found = [_state(teller, strategy, state, years) for state in scenario.states]
    states = sorted(
        (state for state in found if any(state.without) or any(state.with_programme)),
        key=lambda state: (state.id not in teller.outcomes.model.placements, -state.gap),
    )[:MOST_STATES]
    if not states:
        return
    alone = strategy == scenario.comparator
    names = distinct(
        [teller.words(scenario.strategies[name].title) for name in (scenario.comparator, strategy)]
    )
    titles = distinct([teller.words(scenario.states[state.id].title) for state in states])
    places = 2 if max(max(state.without + state.with_programme) for state in states) < FEW else 1
    told = {title: state.told(language, places) for title, state in zip(titles, states, strict=True)}
    without, with_programme = (counts[-1] for counts in told[titles[0]])
    shown = names[:1] if alone else names
    yield Chart(
        "caseload",
        language,
        "lines",
        tell(language, "caseload_title"),
        tell(
            language,
            _reading(without, with_programme, alone=alone),
            year=years[-1],
            state=titles[0],
            cases=teller.say(f"cases_{scenario.scenario.case.unit}"),
            without=without,
            with_programme=with_programme,
        ),
        _spec(states, titles, years, shown),
        ChartTable(
            (tell(language, "state"), tell(language, "strategy"), *map(str, years)),
            tuple(
                (title, name, *counts)
                for title, of_state in told.items()
                for name, counts in zip(shown, of_state, strict=False)
            ),
            words=2,
        ),
    )


def _reading(without: str, with_programme: str, *, alone: bool) -> str:
    """Which sentence reads the last year of a form of help."""
    if alone:
        return "caseload_reading_single"
    return "caseload_reading_same" if without == with_programme else "caseload_reading"


def _state(teller: Teller, strategy: str, state: str, years: tuple[int, ...]) -> _State:
    def cases(name: str) -> tuple[float, ...]:
        findings = teller.findings
        return tuple(
            float(findings.person_years(name, Slice((year,)), frozenset({state}))[0]) for year in years
        )

    return _State(state, cases(teller.scenario.comparator), cases(strategy))


def _spec(states: list[_State], titles: list[str], years: tuple[int, ...], names: list[str]) -> Spec:
    shown = {"field": "name", "type": "nominal", "sort": None}
    colours = {"domain": names, "range": [ORANGE, BLUE][: len(names)]}
    dashes = {"domain": names, "range": [[5, 3], [1, 0]][: len(names)]}
    panels = [
        spec_of(
            [
                {"name": name, "year": str(year), "cases": round(counts[at], 3)}
                for name, counts in zip(names, (state.without, state.with_programme), strict=False)
                for at, year in enumerate(years)
            ],
            title={"text": title, "anchor": "start", "fontSize": 13},
            width=PANEL_WIDTH,
            height=PANEL_HEIGHT,
            mark={"type": "line", "strokeWidth": 2.5, "point": {"size": 45}},
            encoding={
                "x": {"field": "year", "type": "nominal", "axis": {"title": None, "labelAngle": 0}},
                "y": {"field": "cases", "type": "quantitative", "axis": {"title": None, "tickCount": 4}},
                "color": {**shown, "scale": colours},
                "strokeDash": {**shown, "scale": dashes},
            },
        )
        for state, title in zip(states, titles, strict=True)
    ]
    return {"concat": panels, "columns": 2, "resolve": {"scale": {"color": "shared", "strokeDash": "shared"}}}
