"""A made-up file with everything that can be said about capacity, places and waiting."""

from typing import Final

EVERY_QUEUE: Final = """\
format: prevention_sim/1
scenario: {id: warten, title: Warten, case: {unit: child, definition: Kind}}
time: {start: 2027-01, years: 4, cycle: month}
prices: {year: 2027}
sources: {plan: {title: Plan, grade: expert}}
strata:
  hoch: {title: hoch belastet, share: 20 %, source: plan}
  uebrige: {title: übrige, share: rest}
states:
  heim:
    title: Heim
    tags: [placement]
    places:
      value: 64
      bridge: krise
      schedule: [{from: 2029-01, places: 72}]
      priority: {hoch: 1}
      source: plan
      note: belegt
  krise: {title: Inobhutnahme}
  hilfe: {title: Familienhilfe}
  ende: {title: keine Hilfe}
caseload: {arrivals: {neue: {value: 30 cases/year, into: heim, source: plan}}}
stays:
  heim: {mean: 21 months, to: {ende: 100 %}, source: plan}
  hilfe: {mean: 14 months, to: {ende: 100 %}, source: plan}
bearers: {stadt: {title: Stadt}}
interventions:
  hebammen:
    title: Hebammen
    end: 2029-12
    continues_in: hilfe
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
      priority: {hoch: 1, uebrige: 2}
      source: plan
      note: geplant
    effects:
      - {kind: diverts, from: heim, into: hilfe, share: 50 %, source: plan}
      - {kind: hazard_ratio, from: heim, ratio: 1.2, while: waiting, source: plan}
    costs:
      stellen: {kind: staff, title: Hebammen, personnel: 60 000 EUR/year, overhead: 20 %, source: plan}
      beratung: {kind: per_waiting, title: Beratung, value: 2 hours/month at 45 EUR/hour, source: plan}
strategies: {mit: {title: mit, interventions: [hebammen]}, ohne: {title: ohne}}
comparator: ohne
"""
