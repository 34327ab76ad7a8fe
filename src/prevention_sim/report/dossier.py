"""Everything a page tells: the report, the answers of its first page, charts, the diagram, the register."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.dates import format_date

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.report.charts import charts_of
from prevention_sim.report.charts.chart import Chart, ChartTable
from prevention_sim.report.document import Report, StrategyReport, build_report
from prevention_sim.report.dossier_wording import tell
from prevention_sim.report.first_page import Answer, FirstPage, KeyNumber
from prevention_sim.report.flow_chart import FlowChart, flow_chart
from prevention_sim.report.numbers import Language
from prevention_sim.report.register import Register, register_of
from prevention_sim.report.teller import Teller
from prevention_sim.scenario.document import Scenario

DAYS: Final[dict[Language, str]] = {"de": "de_DE", "en": "en_GB"}
"""How a day is written: 2. Januar 2027, 2 January 2027."""


@dataclass(frozen=True, slots=True)
class StrategyDossier:
    """A strategy: its title, its first page, its report, and its charts by their id."""

    title: str
    numbers: tuple[KeyNumber, ...]
    answers: tuple[Answer, ...]
    report: StrategyReport
    charts: dict[str, Chart]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A run, told in full in one language; `facts` stand in its head, `unchecked` marks a draft."""

    report: Report
    facts: tuple[tuple[str, str], ...]
    unchecked: bool
    diagram: FlowChart
    flows: ChartTable
    strategies: tuple[StrategyDossier, ...]
    register: Register
    commands: tuple[str, ...]


def build_dossier(scenario: Scenario, outcomes: Outcomes, language: Language, made: date) -> Dossier:
    """Tell the outcomes of the base row, with everything a reader may ask about them."""
    report, diagram = build_report(scenario, outcomes, language), flow_chart(scenario, language)
    alternatives = [name for name in scenario.strategies if name != scenario.comparator]
    return Dossier(
        report,
        _facts(scenario, report, made),
        scenario.is_unchecked,
        diagram,
        _flows(diagram),
        tuple(
            _strategy(scenario, outcomes, name, told, language)
            for name, told in zip(alternatives or [scenario.comparator], report.strategies, strict=True)
        ),
        register_of(scenario, language),
        tuple(
            f"prevsim {command} {scenario.scenario.id}.yaml{options}"
            for command, options in (
                ("run", f" --lang {language}"),
                ("verify", ""),
                ("report", " --html -o ."),
            )
        ),
    )


def _strategy(
    scenario: Scenario, outcomes: Outcomes, strategy: str, told: StrategyReport, language: Language
) -> StrategyDossier:
    charts = {chart.id: chart for chart in charts_of(Teller(scenario, outcomes, language), strategy)}
    title = scenario.strategies[strategy].title.told(language)
    if strategy == scenario.comparator:
        answer = Answer(tell(language, "ask_budget"), told.headline, blocks=told.side_by_side)
        return StrategyDossier(title, (), (answer,), told, charts)
    page = FirstPage(scenario, outcomes, language)
    payers = charts["bearers"].reading if "bearers" in charts else ""
    answers = tuple(page.answers(strategy, told, payers))
    return StrategyDossier(title, tuple(page.numbers(strategy, told)), answers, told, charts)


def _facts(scenario: Scenario, report: Report, made: date) -> tuple[tuple[str, str], ...]:
    """What the head of the page says, in pairs."""
    about, language, manifest = scenario.scenario, report.language, report.manifest
    known = {
        "municipality": about.municipality,
        "question": about.question and about.question.told(language),
        "case": about.case.definition.told(language),
        "author": about.author,
        "made": format_date(made, "long", locale=DAYS[language]),
        "file": f"{manifest.scenario_id} · {manifest.scenario_sha256[:12]}",
        "digest": f"{manifest.result_digest[:12]} · prevention_sim {manifest.prevention_sim}",
    }
    return tuple((tell(language, key), value) for key, value in known.items() if value)


def _flows(diagram: FlowChart) -> ChartTable:
    """The diagram as a table."""
    language = diagram.language
    names = {box.id: " ".join(box.lines) for box in diagram.boxes}
    rows = tuple(
        (names[arrow.origin], names[arrow.destination], " ".join((*arrow.lines, *arrow.marks)))
        for arrow in diagram.arrows
    )
    return ChartTable(tuple(tell(language, key) for key in ("from", "to", "how")), rows, words=3)
