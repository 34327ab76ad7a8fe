"""Every chart as a picture of its own, and the diagram of moves."""

from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts import charts_of
from prevention_sim.report.flow_chart import flow_chart
from prevention_sim.report.renderers.chart_svg import can_draw, chart_as_svg
from prevention_sim.report.renderers.rendering import Rendered, ToRender
from prevention_sim.report.renderers.svg import diagram_as_svg
from prevention_sim.report.teller import Teller


def render(run: ToRender) -> Rendered:
    """Pictures by the names of strategy and chart; without the extra, the diagram alone."""
    diagram = diagram_as_svg(flow_chart(run.scenario, run.language))
    files = {f"{run.name}.diagram.svg": diagram.encode()}
    if not can_draw():
        return Rendered(files, (tell(run.language, "missing"),))
    teller = Teller(run.scenario, run.outcomes, run.language)
    alternatives = [name for name in run.scenario.strategies if name != run.scenario.comparator]
    for strategy in alternatives or [run.scenario.comparator]:
        for chart in charts_of(teller, strategy):
            files[f"{run.name}.{strategy}.{chart.id}.svg"] = chart_as_svg(chart).encode()
    return Rendered(files)
