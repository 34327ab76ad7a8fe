"""A short example for every part of a scenario file, with every key the part has.

An example holds whole sections; they take the place of those in `FRAME`, a small file in which everything is
right. Where keys exclude each other, `---` stands between two examples. Tests load each.
"""

from textwrap import indent
from typing import Final

FRAME: Final = """\
format: prevention_sim/1
scenario: {id: beispiel, title: Beispiel, case: {unit: child, definition: Kind}}
time: {start: 2027-01, years: 4, cycle: month}
prices: {year: 2027}
sources: {amt: {title: Auszug der Statistik, grade: measured}}
parameters: {anteil: 60 %}
strata: {hoch: {title: hoch belastet, share: 20 %}, uebrige: {title: übrige, share: rest}}
states:
  heim: {title: Heim (§ 34), tags: [placement]}
  hilfe: {title: Familienhilfe (§ 31)}
  ende: {title: keine Hilfe}
caseload: {arrivals: {neue: {value: 30 cases/year, into: heim}}}
stays:
  heim: {mean: 21 months, to: {ende: 100 %}}
  hilfe: {mean: 14 months, to: {ende: 100 %}}
transitions: [{from: hilfe, to: heim, probability: 20 %/year}]
costs: {platz: {kind: per_case, title: Heimplatz, state: heim, value: 5 100 EUR/month}}
bearers: {stadt: {title: Stadt}, land: {title: Land, level: public}}
bearer: stadt
interventions:
  programm:
    title: Programm
    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]
strategies: {mit: {title: mit Programm, interventions: [programm]}, ohne: {title: ohne}}
comparator: ohne
"""

TABLES: Final = {
    "sterblichkeit.csv": "alter;maennlich;weiblich\n0;0,003;0,002\n1;0,001;0,001\n",
    "verlauf.csv": "von;heim;hilfe;ende\nheim;0,5;0;0,5\nhilfe;0,1;0,4;0,5\n",
}
"""The files that examples of tables name."""

_BOOKED: Final = """\
    product: "06.03.10"
    row: Hilfen zur Erziehung
    payment_lag: 1 month
    cashable: {share: 80 %}
    source: amt
    note: nach der Vereinbarung vom Mai
"""
_PRICED: Final = f"""\
{_BOOKED}\
    prices: {{rise: 2 %/year}}
    collected_share: 95 %
    optimism_bias: 10 %
    cap: 900 000 EUR/year
    bearer: {{stadt: 70 %, land: rest}}
"""
_INCOME: Final = _PRICED.replace("    optimism_bias: 10 %\n    cap: 900 000 EUR/year\n", "")
_COST: Final = _PRICED.replace("    collected_share: 95 %\n", "")


def _cost(keys: str) -> str:
    """A cost and an income of one kind: only income comes in for a share, only costs are raised or capped."""
    return f"costs:\n  kosten:\n{keys}{_COST}income:\n  erstattung:\n{keys}{_INCOME}"


def _inside(keys: str) -> str:
    """The same for a kind that stands only inside a programme."""
    lines = indent(_cost(keys), "    ")
    return (
        f"interventions:\n  programm:\n    title: Kurs\n    enrolment: [{{of: entries, in: heim}}]\n{lines}"
    )


EXAMPLES: Final[dict[str, str]] = {
    "`scenario`": """\
scenario:
  id: beispiel
  title: {de: Hilfe statt Heim, en: Help instead of a home}
  municipality: Stadt Beispiel
  population_under_21: 70 000
  author: M. Muster
  question: Entlastet das Programm den Haushalt?
  note: Entwurf, ohne Daten der Stadt.
  case: {unit: child, definition: Kind unter 4 Jahren}
  case_count: place_years
  checked: {by: open, on: open}
""",
    "A title in two languages": """\
states:
  heim: {title: {de: Heim, en: Residential care}, tags: [placement]}
  hilfe: {title: {de: Familienhilfe, en: Help at home}}
  ende: {title: {de: keine Hilfe, en: No help}}
""",
    "A number written out": """\
parameters:
  anteil:
    value: 60 %
    range: [38 %, 80 %]
    interval: 95 %
    distribution: normal
    source: amt
    note: Mittel der Jahre 2020 bis 2024
""",
    "A number known for sure": """\
parameters:
  anteil: {value: 60 %, range: [38 %, 80 %], distribution: {kind: fixed}}
""",
    "A distribution with its width": """\
parameters:
  anteil: {value: 60 %, distribution: {kind: beta, cases: 20}}
costs:
  platz:
    kind: per_case
    title: Heimplatz
    state: heim
    value: {value: 5 100 EUR/month, distribution: {kind: lognormal, relative_sd: 12 %}}
---
parameters:
  anteil: {value: 60 %, distribution: {kind: normal, sd: 5 %}}
""",
    "A distribution between two ends": """\
parameters:
  anteil: {value: 60 %, distribution: {kind: pert, between: [30 %, 80 %]}}
""",
    "Shares drawn together": """\
stays:
  heim:
    mean: 21 months
    to:
      ende: {value: 70 %, distribution: {kind: dirichlet, cases: 40}}
      hilfe: rest
  hilfe: {mean: 14 months, to: {ende: 100 %}}
""",
    "One of several values": """\
parameters:
  anteil: {value: 60 %, distribution: {kind: empirical, values: [50 %, 55 %, 60 %, 75 %]}}
""",
    "Perhaps a fixed value": """\
interventions:
  programm:
    title: Programm
    effects:
      - kind: diverts
        from: heim
        into: hilfe
        share:
          value: 48 %
          range: [40 %, 80 %]
          distribution: {kind: mixture, at: 0 %, probability: 20 %, family: beta}
""",
    "`scenario.case`": """\
scenario:
  id: beispiel
  title: Beispiel
  case: {unit: child, definition: Kind unter 4 Jahren mit drohender Unterbringung}
""",
    "`scenario.checked`": """\
scenario:
  id: beispiel
  title: Beispiel
  case: {unit: child, definition: Kind}
  checked: {by: A. Beispiel, on: 2027-01-15}
""",
    "`time`": "time: {start: 2027-01, years: 10, cycle: quarter, budget_window: 4}\n",
    "`conventions`": """\
conventions:
  counting: half_cycle
  conversion: competing
  discounting: {rate: 2 %/year, method: at_point}
""",
    "`conventions.counting`": """\
time: {start: 2027-01, years: 2, cycle: year, budget_window: 2}
caseload: {intake: {gruppe: {value: 12 cases, at: 2027-01, into: heim}}}
conventions:
  counting: {weights: [0.5, 1, 0.5], source: amt, note: wie in der Vorlage}
""",
    "`conventions.discounting`": """\
conventions:
  discounting:
    rate: 3 %/year
    steps: [{from: 2029-01, rate: 2.5 %/year}]
    method: per_year_start
    terms: real
    outcomes: {rate: 1.5 %/year}
prices: {year: 2027, general_rise: 2 %/year}
""",
    "`conventions.discounting.steps[]`": """\
conventions:
  discounting:
    rate: 3 %/year
    method: at_point
    steps: [{from: 2029-01, rate: 2.5 %/year}]
""",
    "`conventions.discounting.outcomes`": """\
conventions:
  discounting:
    rate: 3 %/year
    method: at_point
    outcomes: {rate: 1.5 %/year, steps: [{from: 2029-01, rate: 1 %/year}]}
""",
    "`prices`": """\
prices:
  year: 2027
  rise: 2 %/year
  steps: [{from: 2028-03, rise: 2.5 %}]
  general_rise: 2 %/year
  source: amt
  note: nach dem Tarif
""",
    "`prices.steps[]`": "prices: {year: 2027, steps: [{from: 2028-03, rise: 2.5 %}]}\n",
    "`adjustments`": """\
adjustments:
  optimism_bias: 15 %
  corrections: {expert: 10 %, assumption: 20 %}
  source: amt
  note: nach dem Handbuch
""",
    "`sources.<id>`": """\
sources:
  amt: {title: Auszug der Statistik, grade: measured, url: "https://www.example.org/statistik"}
""",
    "`strata.<id>`": """\
strata:
  hoch:
    title: hoch belastet
    was: belastet
    share: 20 %
    tags: [imminent]
    attributes: {belastung: 1.5}
    source: amt
    note: nach der Gefährdungseinschätzung
  uebrige: {title: übrige, share: rest, attributes: {belastung: 1}}
crossed_with:
  stadtteil: {nord: {title: Nord, share: 40 %}, sued: {title: Süd, share: rest}}
""",
    "`states.<id>`": """\
states:
  heim:
    title: Heim (§ 34)
    intensity: 2
    product: "06.03.20"
    setting: residential
    tags: [placement]
    places: {value: 64, bridge: hilfe}
  hilfe: {title: Familienhilfe (§ 31), intensity: 1, product: "06.03.10", setting: ambulatory}
  ende: {title: keine Hilfe, intensity: 0, setting: none}
""",
    "`states.<id>.places`": """\
states:
  heim:
    title: Heim (§ 34)
    tags: [placement]
    places:
      value: 64
      bridge: inobhutnahme
      schedule: [{from: 2029-01, places: 72}]
      priority: {hoch: 1}
      source: amt
      note: belegte Plätze im Bezirk
  inobhutnahme: {title: Inobhutnahme (§ 42)}
  hilfe: {title: Familienhilfe (§ 31)}
  ende: {title: keine Hilfe}
""",
    "`states.<id>.places.schedule[]`": """\
states:
  heim:
    title: Heim (§ 34)
    tags: [placement]
    places:
      value: 64
      bridge: hilfe
      schedule: [{from: 2029-01, places: 72, source: amt, note: Neubau}]
  hilfe: {title: Familienhilfe (§ 31)}
  ende: {title: keine Hilfe}
""",
    "`caseload`": """\
caseload:
  stock: {da: {value: 60 cases, in: hilfe}}
  intake: {gruppe: {value: 12 cases, at: 2027-09, into: hilfe}}
  arrivals: {neue: {value: 30 cases/year, into: heim}}
""",
    "`caseload.stock.<id>`": """\
caseload:
  stock:
    da:
      value: 60 cases
      in: hilfe
      elapsed: 6 months
      age: 4 years
      was: bestand
      source: amt
      note: Stand 31.12.
""",
    "`caseload.intake.<id>`": """\
caseload:
  intake:
    gruppe:
      value: 12 cases
      at: 2027-09
      into: hilfe
      age: 3 years
      varies: negative_binomial
      dispersion: 1.5
      was: jahrgang
      source: amt
      note: ein Jahrgang
""",
    "`caseload.arrivals.<id>`": """\
caseload:
  arrivals:
    neue:
      value: 30 cases/year
      into: {hoch: heim, uebrige: hilfe}
      from: 2027-04
      until: 2029-12
      age: 3 years
      varies: negative_binomial
      dispersion: 1.5
      was: zugang
      source: amt
      note: Mittel der letzten drei Jahre
""",
    "`without.<id>`": """\
strata: {}
states:
  heim: {title: Heim (§ 34), setting: residential, tags: [placement]}
  hilfe: {title: Familienhilfe (§ 31), setting: ambulatory}
  ende: {title: keine Hilfe, setting: none}
caseload: {arrivals: {neue: {value: 30 cases/year}}}
without:
  heim: {title: sonst ins Heim, share: 60 %, source: amt, note: nach Aktenlage}
  ende: {share: rest}
""",
    "`stays.<id>`": """\
stays:
  heim:
    mean: 21 months
    law: {kind: weibull, shape: 1.4}
    to: {ende: 100 %}
    stage: 1
    modifiers: [{kind: hazard_ratio, ratio: 0.8, strata: hoch}]
    source: amt
    note: aus der Statistik der beendeten Hilfen
  hilfe: {probability: 5 %/month, to: {ende: 80 %, heim: rest}}
  pause: {rate: 0.5/year, to: {hilfe: 100 %}}
  ende: {counts: {ende: 90, hilfe: 10}, over: 1 year}
states:
  heim: {title: Heim (§ 34), tags: [placement]}
  hilfe: {title: Familienhilfe (§ 31)}
  pause: {title: Unterbrechung}
  ende: {title: keine Hilfe}
""",
    "`stays.<id>.law`": """\
stays:
  heim: {law: {kind: weibull, shape: 1.4, scale: 24 months, clock: entry}, to: {ende: 100 %}}
  hilfe: {mean: 14 months, law: {kind: lognormal, shape: 0.8}, to: {ende: 100 %}}
""",
    "`stays.<id>.modifiers[]`": """\
stays:
  heim:
    mean: 21 months
    to: {ende: 100 %}
    modifiers:
      - kind: risk_ratio
        ratio: 0.8
        over: 1 year
        strata: hoch
        from: 2027-06
        until: 2028-12
        source: amt
        note: mit der neuen Vereinbarung
  hilfe: {mean: 14 months, to: {ende: 100 %}}
""",
    "`breakdowns[]`": """\
transitions: []
breakdowns:
  - {from: hilfe, to: heim, probability: 20 %/year, strata: hoch, stage: 1, source: amt, note: Abbruch}
  - {from: ende, to: hilfe, rate: 0.02/year, modifiers: [{kind: hazard_ratio, ratio: 1.5, strata: hoch}]}
  - {from: ende, to: heim, mean: 20 years, law: {kind: weibull, shape: 0.7, clock: start}}
""",
    "`matrix`": """\
stays: {}
transitions: []
matrix:
  period: 1 year
  rows:
    heim: {heim: 50 %, ende: rest}
    hilfe: {heim: 10 %, hilfe: 40 %, ende: rest}
  source: amt
  note: Verläufe 2024
---
stays: {}
transitions: []
tables: {verlauf: {file: verlauf.csv, source: amt}}
matrix: {period: 1 year, table: verlauf}
""",
    "`tables.<id>`": """\
tables:
  sterblichkeit:
    file: sterblichkeit.csv
    delimiter: ";"
    decimal: ","
    encoding: utf-8
    per: year
    columns: [maennlich, weiblich]
    source: amt
    note: Periodensterbetafel
""",
    "`costs.<id>` with `kind: per_case`": _cost(
        """\
    kind: per_case
    title: Fachleistungsstunden
    state: hilfe
    value: 120 hours/year
    at: 48.50 EUR/hour
    delivered: 100 hours/year
    counts_as: at_home
    case_count: cases_in_year
    mean_stay: 14 months
    differs: {law: lognormal, variation: 40 %}
"""
    ),
    "`costs.<id>.differs`": """\
costs:
  platz:
    kind: per_case
    title: Heimplatz
    state: heim
    value: 5 100 EUR/month
    differs: {law: pareto, variation: 120 %}
""",
    "`costs.<id>.cashable`": """\
costs:
  platz:
    kind: per_case
    title: Heimplatz
    state: heim
    value: 5 100 EUR/month
    cashable: {share: 70 %, lag: 3 months}
""",
    "`costs.<id>.prices`": """\
costs:
  platz:
    kind: per_case
    title: Heimplatz
    state: heim
    value: 5 100 EUR/month
    prices: {rise: 2 %/year, steps: [{from: 2028-03, rise: 3 %}], source: amt, note: Entgelt}
""",
    "`costs.<id>.bearer[]`": """\
costs:
  platz:
    kind: per_case
    title: Heimplatz
    state: heim
    value: 5 100 EUR/month
    bearer:
      - {bearer: land, strata: hoch, from: 2027-01, until: 2028-12}
      - {bearer: {stadt: 80 %, land: rest}}
""",
    "`costs.<id>` with `kind: per_entry`": _cost(
        """\
    kind: per_entry
    title: Aufnahme
    state: heim
    value: 1 200 EUR
"""
    ),
    "`costs.<id>` with `kind: per_exit`": _cost(
        """\
    kind: per_exit
    title: Abschluss
    state: heim
    value: 400 EUR
"""
    ),
    "`costs.<id>` with `kind: per_move`": _cost(
        """\
    kind: per_move
    title: Krisenplatz
    from: hilfe
    to: heim
    value: 2 000 EUR
"""
    ),
    "`costs.<id>` with `kind: per_event`": _cost(
        """\
    kind: per_event
    title: Wechsel der Gruppe
    state: heim
    rate: 0.22/year
    value: 900 EUR
"""
    ),
    "`costs.<id>` with `kind: per_participant`": _inside(
        """\
    kind: per_participant
    title: Kursleitung
    in: heim
    value: 2 hours/month
    at: 48.50 EUR/hour
"""
    ),
    "`costs.<id>` with `kind: per_enrolment`": _inside(
        """\
    kind: per_enrolment
    title: Material
    value: 60 EUR
"""
    ),
    "`costs.<id>` with `kind: per_waiting`": _inside(
        """\
    kind: per_waiting
    title: Beratung beim Warten
    value: 1 hour/month
    at: 48.50 EUR/hour
"""
    ).replace("    enrolment:", "    capacity: {posts: 4 FTE, caseload: 15}\n    enrolment:"),
    "`costs.<id>` with `kind: fixed`": _cost(
        """\
    kind: fixed
    title: Leitung
    value: 60 000 EUR/year
    from: 2027-03
    until: 2030-06
"""
    ),
    "`costs.<id>` with `kind: staff`": _cost(
        """\
    kind: staff
    title: Fachkräfte
    posts: 2.5 FTE
    personnel: 78 000 EUR/year
    material: 9 700 EUR/year
    overhead: 20 %
    from: 2027-03
    until: 2030-06
"""
    ),
    "`costs.<id>` with `kind: one_off`": _cost(
        """\
    kind: one_off
    title: Ausstattung
    value: 25 000 EUR
    at: 2027-02
"""
    ),
    "`costs.<id>` with `kind: step_fixed`": _cost(
        """\
    kind: step_fixed
    title: Gruppe mit acht Plätzen
    state: heim
    places: 8
    value: 480 000 EUR/year
    notice: 6 months
"""
    ),
    "`costs.<id>` with `kind: share_of`": f"""\
costs:
  platz: {{kind: per_case, title: Heimplatz, state: heim, value: 5 100 EUR/month}}
  verwaltung:
    kind: share_of
    title: Verwaltung
    of: platz
    share: 7 %
    strata: hoch
    from: 2027-03
    until: 2029-12
    bearer: land
{_BOOKED}""",
    "`income.<id>` with `kind: refund`": f"""\
costs: {{platz: {{kind: per_case, title: Heimplatz, state: heim, value: 5 100 EUR/month}}}}
income:
  erstattung:
    kind: refund
    title: Erstattung (§ 89d)
    of: platz
    share: 100 %
    from: land
    bearer: stadt
    strata: hoch
{_BOOKED}""",
    "`bearers.<id>`": """\
bearers:
  stadt: {title: Stadt, level: municipality}
  land: {title: Land, level: public}
""",
    "`budget`": """\
budget:
  household: regular
  products: {hilfen: {title: Hilfen, last_result: {year: 2025, value: 4.2 Mio EUR}}}
""",
    "`budget.products.<id>`": """\
costs: {platz: {kind: per_case, title: Heimplatz, product: "06.03.10", state: heim, value: 5 100 EUR/month}}
budget:
  products:
    hilfen:
      title: Hilfen
      product: "06.03.10"
      cover_group: "06.03"
      last_result: {year: 2025, value: 4.2 Mio EUR}
      appropriation: {year: 2027, value: 4.6 Mio EUR}
""",
    "`budget.products.<id>.last_result`": """\
budget:
  products:
    hilfen:
      title: Hilfen
      last_result: {year: 2025, value: 4.2 Mio EUR, quantity: 34 839 days, source: amt, note: vorläufig}
""",
    "`budget.products.<id>.appropriation`": """\
budget:
  products:
    hilfen:
      title: Hilfen
      last_result: {year: 2025, value: 4.2 Mio EUR}
      appropriation: {year: 2027, value: 4.6 Mio EUR, source: amt, note: Entwurf}
""",
    "`outcomes.<id>`": """\
outcomes:
  zu_hause:
    title: Kinderjahre zu Hause
    unit: Kinderjahre
    aim: more
    weights: {hilfe: 1, ende: 1}
    source: assumption
    note: jedes Jahr zählt gleich
  unterbringungen: {title: Unterbringungen, unit: Fälle, aim: fewer, entries: {heim: 1}}
""",
    "`interventions.<id>`": """\
interventions:
  programm:
    title: Frühe Hilfe
    was: fruehe_hilfe
    duty: voluntary
    start: 2027-06
    end: 2030-05
    enrolment: [{of: entries, in: hilfe, reach: 80 %, uptake: 60 %}]
    ramp_up: {2027: 30 %, 2028: 100 %}
    lasts: 12 months
    continues_in: hilfe
    again: once
    capacity: {posts: 4 FTE, caseload: 15}
    effects: [{kind: hazard_ratio, ratio: 0.55, from: hilfe, to: heim}]
    costs: {leitung: {kind: fixed, title: Leitung, value: 60 000 EUR/year}}
    income: {stiftung: {kind: fixed, title: Stiftung, value: 10 000 EUR/year}}
""",
    "`interventions.<id>.enrolment[]`": """\
interventions:
  programm:
    title: Frühe Hilfe
    enrolment:
      - {of: entries, in: hilfe, strata: hoch, reach: 80 %, uptake: 60 %, source: amt, note: Lotsendienst}
      - {of: stock, in: hilfe, uptake: 25 %}
      - {of: present, in: [hilfe, heim], offered: 10 %/month, uptake: 50 %}
    effects: [{kind: hazard_ratio, ratio: 0.55, from: hilfe, to: heim}]
""",
    "`interventions.<id>.capacity`": """\
interventions:
  programm:
    title: Programm
    capacity:
      posts: 4 FTE
      post_size: 0.5 FTE
      productive_share: 75 %
      caseload: 15
      hiring_lag: 3 months
      attrition: 10 %/year
      schedule: [{from: 2028-01, posts: 6 FTE}]
      when_it_falls: transfer
      waiting_room: 20
      leaves: 5 %/month
      needs: {hoch: 2}
      priority: {hoch: 1}
      source: amt
      note: nach dem Stellenplan
    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]
""",
    "`interventions.<id>.capacity.schedule[]`": """\
interventions:
  programm:
    title: Programm
    capacity:
      posts: 4 FTE
      caseload: 15
      schedule: [{from: 2028-01, posts: 6 FTE, source: amt, note: nach dem Stellenplan}]
    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]
""",
    "`interventions.<id>.effects[]` with `kind: diverts`": """\
interventions:
  programm:
    title: Programm
    effects:
      - {kind: diverts, from: heim, into: hilfe, share: 50 %, also: moves, source: amt, note: nach Plan}
""",
    "`interventions.<id>.effects[]`": """\
interventions:
  programm:
    title: Frühe Hilfe
    enrolment: [{of: entries, in: hilfe, uptake: 60 %}]
    effects:
      - kind: hazard_ratio
        ratio: 0.55
        from: hilfe
        to: heim
        fades_over: 12 months
        source: amt
        note: aus der Studie
      - {kind: risk_ratio, ratio: 0.8, from: hilfe, to: heim, over: 6 months, afterwards: lasts}
      - {kind: odds_ratio, ratio: 0.9, from: hilfe, to: heim, with: gruppe}
      - {kind: hazard_ratio, ratio: 1.1, from: hilfe, to: heim, while: waiting}
    capacity: {posts: 4 FTE, caseload: 15}
  gruppe:
    title: Elterngruppe
    enrolment: [{of: entries, in: hilfe, uptake: 30 %}]
strategies: {mit: {title: mit, interventions: [programm, gruppe]}, ohne: {title: ohne}}
""",
    "`interventions.<id>.effects[]` with `kind: stay`": """\
interventions:
  programm:
    title: Rückkehrberatung
    enrolment: [{of: entries, in: heim}]
    effects: [{kind: stay, state: heim, mean: 15 months, source: amt, note: Ziel}]
""",
    "`interventions.<id>.effects[]` with `kind: moves`": """\
interventions:
  programm:
    title: Umstieg
    effects: [{kind: moves, from: heim, into: hilfe, share: 10 %, source: amt, note: nach Hilfeplan}]
""",
    "`interventions.<id>.effects[]` with `kind: entry`": """\
interventions:
  programm:
    title: Mehr Meldungen
    effects: [{kind: entry, streams: neue, ratio: 1.2, source: amt, note: erwartet}]
""",
    "`interventions.<id>.effects[]` with `kind: weight`": """\
outcomes: {jahre: {title: Jahre zu Hause, unit: Kinderjahre, weights: {hilfe: 1}}}
interventions:
  programm:
    title: Kurs
    enrolment: [{of: entries, in: heim}]
    effects: [{kind: weight, outcome: jahre, state: heim, weight: 0.2, source: amt, note: erwartet}]
""",
    "`strategies.<id>`": """\
strategies:
  mit: {title: mit Programm, interventions: [programm]}
  ohne: {title: ohne}
""",
    "`uncertainty`": """\
engine: microsimulation
uncertainty: {seed: 7, replications: 400, draws: 1000, plan: latin_hypercube, interval: 95 %}
""",
    "`what_if[]`": "what_if: [{title: Nur die Hälfte, set: {anteil: 30 %}}]\n",
    "`observed.<id>`": """\
observed:
  nachbar:
    title: Nachbarstadt
    years: 2011 bis 2015
    gross: 40 000 EUR/year
    net: 12 000 EUR/year
    source: amt
    note: ein anderes Programm
""",
    "`expect[]`": """\
expect:
  - figure: cost
    value: 1 000 EUR
    tolerance: 1 EUR
    strategy: mit
    year: 2027
    state: heim
    stratum: hoch
    valuation: nominal
    note: von Hand gerechnet
  - {figure: cost, value: 1 000 EUR, tolerance: 1 EUR, strategy: mit, item: platz, period: window}
  - {figure: outcome, value: 3, tolerance: 1, strategy: mit, outcome: zu_hause}
outcomes: {zu_hause: {title: Jahre zu Hause, unit: Jahre, weights: {hilfe: 1}}}
""",
}
"""By the heading of the part in the reference."""

EXAMPLES["The file"] = (
    FRAME.replace(
        "sources:",
        """conventions: {counting: start, conversion: competing}
adjustments: {optimism_bias: 15 %}
crossed_with: {stadtteil: {nord: {title: Nord, share: 40 %}, sued: {title: Süd, share: rest}}}
sources:""",
    ).replace(
        "bearers:",
        """breakdowns: [{from: ende, to: hilfe, probability: 2 %/year}]
tables: {sterblichkeit: {file: sterblichkeit.csv, source: amt}}
income: {beitrag: {kind: per_case, title: Kostenbeitrag, state: heim, value: 120 EUR/month}}
outcomes: {zu_hause: {title: Jahre zu Hause, unit: Jahre, weights: {hilfe: 1}}}
budget: {household: regular}
critical: [anteil]
what_if: [{title: Nur die Hälfte, set: {anteil: 30 %}}]
observed: {nachbar: {title: Nachbarstadt, years: 2011 bis 2015, gross: 40 000 EUR/year, net: 12 000 EUR/year}}
expect: [{figure: relief, value: 1 000 EUR, tolerance: 1 EUR}]
engine: auto
uncertainty: {seed: 7, replications: 400}
bearers:""",
    )
    + """\
---
strata: {}
states:
  heim: {title: Heim (§ 34), setting: residential, tags: [placement]}
  hilfe: {title: Familienhilfe (§ 31), setting: ambulatory}
  ende: {title: keine Hilfe, setting: none}
caseload: {arrivals: {neue: {value: 30 cases/year}}}
without: {heim: {share: 60 %}, hilfe: {share: rest}}
stays: {}
transitions: []
matrix: {period: 1 year, rows: {heim: {heim: 50 %, ende: rest}, hilfe: {hilfe: 40 %, ende: rest}}}
"""
)
