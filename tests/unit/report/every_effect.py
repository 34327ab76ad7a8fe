"""A made-up file with every kind of effect, ratio and law, to be read back and drawn."""

from typing import Final

EVERY_EFFECT: Final = """\
format: prevention_sim/1
scenario: {id: voll, title: Volle Sprache, case: {unit: child, definition: Kind}}
time: {start: 2027-01, years: 4, cycle: month, budget_window: 2}
conventions: {counting: start, conversion: competing}
prices: {year: 2027}
sources: {studie: {title: Studie A, grade: study}}
parameters: {grund: {value: 2 %/year, source: studie}}
strata:
  hoch: {title: hoch belastet, share: 20 %, attributes: {belastung: 1.5}, source: assumption}
  rest: {title: übrige, share: rest, attributes: {belastung: 1}, source: assumption}
states:
  spfh: {title: Familienhilfe}
  heim: {title: Heim, tags: [placement]}
  pflege: {title: Pflegefamilie}
  ende: {title: beendet}
caseload:
  stock: {da: {value: 60 cases, in: spfh, elapsed: 6 months, age: 4 years, source: assumption}}
  arrivals: {neue: {value: 30 cases/year, into: spfh, age: 3 years, source: assumption}}
stays:
  heim: {mean: 21 months, to: {ende: 100 %}, source: assumption}
  spfh:
    law: {kind: weibull, shape: 1.4, scale: 18 months, clock: start}
    to: {ende: 100 %}
    source: assumption
  pflege:
    mean: 40 months
    to: {ende: 60 %, spfh: rest}
    law: {kind: weibull, shape: 0.8}
    source: assumption
transitions:
  - {from: spfh, to: heim, probability: 55 %/year, source: studie}
  - {from: heim, to: pflege, probability: 4 %/month, stage: 2, source: studie,
     modifiers: [{kind: hazard_ratio, ratio: 1.5, strata: hoch, from: 2027-03, until: 2028-02},
                 {kind: risk_ratio, ratio: 0.5, over: 6 months}]}
  - {from: ende, to: spfh, probability: grund * belastung}
bearers: {stadt: {title: Stadt}}
interventions:
  frueh:
    title: Frühe Hilfe
    start: 2027-06
    enrolment:
      - {of: entries, in: spfh, strata: hoch, reach: 80 %, uptake: 60 %, source: studie}
      - {of: stock, in: spfh, uptake: 25 %, source: assumption}
      - {of: present, in: [spfh, heim], offered: 10 %/month, reach: 50 %, source: assumption}
    ramp_up: {2027: 30 %, 2028: 60 %, 2030: 100 %}
    continues_in: [spfh, heim]
    again: once
    effects:
      - {kind: hazard_ratio, ratio: 0.45, from: spfh, to: heim, fades_over: 12 months, source: studie}
      - kind: risk_ratio
        ratio: 0.5
        from: heim
        to: pflege
        over: 6 months
        afterwards: lasts
        source: studie
      - {kind: odds_ratio, ratio: 1.5, from: spfh, to: heim, with: druck, source: studie}
      - {kind: hazard_ratio, ratio: 0.9 * belastung, to: ende}
      - {kind: stay, state: heim, mean: 12 months, source: assumption}
      - {kind: entry, streams: neue, ratio: 1.2, source: assumption}
  druck:
    title: Gruppe
    effects:
      - {kind: diverts, from: heim, into: spfh, share: 20 %, also: moves, source: studie}
      - {kind: moves, from: heim, into: pflege, share: 10 %, source: assumption}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [frueh, druck]}}
comparator: ohne
"""
