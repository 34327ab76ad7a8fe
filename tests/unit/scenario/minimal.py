"""A small file in which everything is right, and edits that break it."""

import re
from pathlib import Path

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import Reading, parse_scenario, read_content
from prevention_sim.scenario.problems import Problem, ScenarioError

PLACE = "▸"
"""Stands in an edit where the error is expected; it is taken out before the file is read."""

FILE, TABLE = "klein.yaml", "tafel.csv"

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


def with_example(example: str) -> str:
    """The minimal file with the sections of an example put into its own; an example may be a whole file."""
    first = example.replace(PLACE, "")
    if first.startswith("-") or "---" in example:
        return example
    text = MINIMAL
    for section in re.split(rf"\n(?={PLACE}?\w)", example.rstrip("\n")):
        header, _, body = section.partition("\n")
        name = header.replace(PLACE, "").partition(":")[0]
        before, old, after = _cut(text, rf"{name}:")
        if header.endswith(":") and old:
            for key in dict.fromkeys(re.findall(rf"(?m)^  {PLACE}?(\w+):", body)):
                above, _, below = _cut(old, rf"  {key}:")
                old = above + below
            old_header, _, old_body = old.partition("\n")
            text = f"{before}{old_header}\n{body}\n{old_body}{after}"
        else:
            text = f"{before}{section}\n{after}"
    return text


def _cut(text: str, begin: str) -> tuple[str, str, str]:
    """What stands before a section, the section, and what follows; without one, nothing follows."""
    indent = len(begin) - len(begin.lstrip())
    found = re.search(rf"(?m)^{begin}.*\n(?:^(?: {{{indent + 1},}}|  - ).*\n)*", text)
    if found is None:
        return text, "", ""
    return text[: found.start()], found[0], text[found.end() :]


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
    return parse_scenario(text.replace(PLACE, "").encode(), FILE)


def reading_of(text: str) -> Reading:
    """Everything there is to say about a text, marks left out."""
    return read_content(text.replace(PLACE, "").encode(), FILE)


def problems_in(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text; empty where nothing is."""
    try:
        read(text)
    except ScenarioError as error:
        return error.problems
    return ()


def reading_beside(text: str, folder: Path, table: str | bytes) -> Reading:
    """Everything there is to say about a text in a folder that has a table too, if any, marks left out."""
    if table:
        content = table if isinstance(table, bytes) else table.replace(PLACE, "").encode()
        (folder / TABLE).write_bytes(content)
    return read_content(text.replace(PLACE, "").encode(), FILE, folder)


def errors_beside(text: str, folder: Path, table: str | bytes) -> tuple[Problem, ...]:
    """What is wrong with a text in a folder that has a table too."""
    return reading_beside(text, folder, table).errors
