"""Who is relieved and who pays: the relief of every bearer."""

from collections.abc import Iterator

from prevention_sim.report.chart_wording import tell
from prevention_sim.report.charts.chart import Chart, of_unit
from prevention_sim.report.charts.stairs import stairs_spec, stairs_table
from prevention_sim.report.numbers import Language
from prevention_sim.report.rounding import add_up
from prevention_sim.report.staircase import Stair, Staircase
from prevention_sim.report.tables import unit_for
from prevention_sim.report.teller import Teller


def draw(teller: Teller, strategy: str) -> Iterator[Chart]:
    """From bearer to bearer, up to what all have together; nothing where only one is touched."""
    language, scenario = teller.language, teller.scenario
    reliefs = {
        bearer: amount
        for bearer, amount in teller.findings.relief_by_bearer(strategy, teller.window).items()
        if amount
    }
    if len(reliefs) <= 1:
        return
    scale, unit = unit_for(max(map(abs, reliefs.values())))
    amounts = add_up([amount / scale for amount in reliefs.values()])
    names = [teller.words(scenario.bearers[bearer].title) for bearer in reliefs]
    stairs = [Stair(name, amount) for name, amount in zip(names, amounts, strict=True)]
    whole = Stair(tell(language, "sum"), sum(amounts), is_level=True)
    title = tell(language, "bearers_title", years=teller.years, unit=unit)
    staircase = Staircase(title, unit, (*stairs, whole))
    told = [
        tell(language, key, parts=", ".join(_named(stair, unit, language) for stair in some))
        for key, some in (
            ("bearers_relieved", [stair for stair in stairs if stair.amount >= 0]),
            ("bearers_burdened", [stair for stair in stairs if stair.amount < 0]),
        )
        if some
    ]
    told.append(tell(language, "bearers_sum", amount=of_unit(whole.amount, unit, language)))
    yield Chart(
        "bearers",
        language,
        "steps",
        title,
        " ".join(told),
        stairs_spec(staircase, language, more_is_better=True),
        stairs_table(staircase, language, tell(language, "bearer")),
    )


def _named(stair: Stair, unit: str, language: Language) -> str:
    amount = of_unit(abs(stair.amount), unit, language)
    return tell(language, "bearer_amount", bearer=stair.name, amount=amount)
