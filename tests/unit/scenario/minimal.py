"""A small file in which everything is right, and edits that break it."""

from prevention_sim.foundation.errors import Problem, ScenarioError
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import parse_scenario

PLACE = "▸"
"""Stands in an edit where the error is expected; it is taken out before the file is read."""

MINIMAL = """\
format: prevention_sim/1
scenario:
  id: klein
  title: Kleine Übung
  municipality: 05711000
  case:
    unit: child
    definition: Kind
time:
  start: 2020-01
  years: 2
  cycle: quarter
prices:
  year: 2020
sources:
  amt:
    title: Auszug der Statistik
    grade: measured
parameters:
  anteil: 60 %
  satz: {value: 40 EUR/hour, source: amt}
  zins: 3 %/year
strata:
  hoch:
    title: hoch belastet
    share: anteil
  niedrig:
    title: übrige
    share: rest
states:
  heim:
    title: {de: Heim, en: residential care}
    tags: [placement]
  hilfe:
    title: ambulante Hilfe
  ende:
    title: beendet
caseload:
  stock:
    anfang:
      value: 5 cases
      in: heim
  intake:
    gruppe:
      value: 10 cases
      at: 2020-07
      into: heim
  arrivals:
    neue:
      value: 30 cases/year
      into: {hoch: heim, niedrig: hilfe}
      source: amt
stays:
  heim:
    mean: 21 months
    to: {ende: 70 %, hilfe: rest}
    source: amt
  hilfe:
    probability: 1/12 per month
    to: {ende: 100 %}
breakdowns:
  - from: hilfe
    to: heim
    probability: 20 %/year
transitions:
  - from: ende
    to: hilfe
    probability: {value: 1 %/year, source: assumption}
costs:
  entgelt:
    kind: per_case
    title: Entgelt
    state: heim
    value: 5 100 EUR/month
    source: amt
  stunden:
    kind: per_case
    title: Stunden
    state: hilfe
    value: 10 hours/month at 48.50 EUR/hour
bearers:
  stadt:
    title: Stadt
  land:
    title: Land
    level: public
bearer: stadt
interventions:
  hebammen:
    title: Hebammen
    effects:
      - kind: diverts
        from: heim
        into: hilfe
        share: 50 %
    costs:
      stelle:
        kind: fixed
        title: Stelle
        value: 40 000 EUR/year
strategies:
  ohne: {title: ohne}
  mit:
    title: mit
    interventions: [hebammen]
comparator: ohne
expect:
  - figure: relief
    value: 1 000 EUR
    tolerance: 1 EUR
"""


def edited(old: str, new: str) -> str:
    """The minimal file with its one `old` replaced; without `old`, `new` follows at the end."""
    assert not old or MINIMAL.count(old) == 1, f"{MINIMAL.count(old)} times in the file: {old}"
    return MINIMAL.replace(old, new) if old else MINIMAL + new


def places_in(text: str) -> list[tuple[int, int]]:
    """Line and column, from 1, of every mark."""
    return [
        (number, len(line[:position].replace(PLACE, "")) + 1)
        for number, line in enumerate(text.split("\n"), 1)
        for position, sign in enumerate(line)
        if sign == PLACE
    ]


def read(text: str) -> Scenario:
    """The scenario in a text, marks left out."""
    return parse_scenario(text.replace(PLACE, "").encode(), "klein.yaml")


def problems_in(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text; empty where nothing is."""
    try:
        read(text)
    except ScenarioError as error:
        return error.problems
    return ()
