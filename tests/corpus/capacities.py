"""Files with broken or doubtful queues: edits of the small file like those in `cases.py`."""

from tests.corpus.case import Case
from tests.unit.scenario.minimal import MINIMAL

TITLE = "    title: Hebammen\n"
POSTS = "posts: 2 FTE, caseload: 15"
HOME = "    title: {de: Heim, en: residential care}\n"
GROUPS = MINIMAL[MINIMAL.index("strata:\n") : MINIMAL.index("states:\n")]
END = "  ende:\n    title: beendet\n"
KURS = "interventions:\n  kurs:\n    title: Kurs\n"
CROSSED = """strata:
  hoch: {title: hoch, share: anteil}
  niedrig: {title: übrige, share: rest}
crossed_with:
  ort: {nord: {title: Nord, share: 40 %}, sued: {title: Süd, share: rest}}
"""
TO_THE_END = MINIMAL[MINIMAL.index("strata:\n") : MINIMAL.index("expect:\n")]


def with_capacity(keys: str, code: str, en: str, de: str, more: str = "") -> Case:
    """The programme of the small file with a capacity, and with further keys of its own."""
    return Case(TITLE, f"{TITLE}{more}    capacity: {{{keys}}}\n", code, en, de)


def with_places(keys: str, code: str, en: str, de: str) -> Case:
    """The home of the small file with limited places."""
    return Case(HOME, f"{HOME}    places: {{{keys}}}\n", code, en, de)


def while_waiting(keys: str, code: str, en: str, de: str, capacity: str = "") -> Case:
    """A programme with an effect on those who wait for it."""
    effect = f"{{kind: hazard_ratio, from: heim, ratio: 1.2, {keys}}}"
    takes = "    enrolment: [{of: entries, in: heim}]\n"
    return Case("interventions:\n", f"{KURS}{takes}{capacity}    effects:\n      - {effect}\n", code, en, de)


def in_crossed_groups(keys: str, code: str, en: str, de: str) -> Case:
    """The programme with a capacity where groups are crossed."""
    crossed = TO_THE_END.replace(GROUPS, CROSSED).replace(
        TITLE, f"{TITLE}    capacity: {{{POSTS}, {keys}}}\n"
    )
    return Case(TO_THE_END, crossed, code, en, de)


QUEUE = f"    capacity: {{{POSTS}}}\n"

BROKEN_QUEUES: dict[str, Case] = {
    "negative posts": with_capacity(
        "posts: ▸-2 FTE, caseload: 15", "E400", "are -2 posts", "stehen -2 Stell"
    ),
    "negative posts from a month on": with_capacity(
        f"{POSTS}, schedule: [{{from: 2020-07, posts: ▸-0.5 FTE}}]", "E400", "-0.5 posts", "-0,5 Stellen"
    ),
    "posts of no size": with_capacity(f"{POSTS}, post_size: ▸0 FTE", "E400", "no post of 0 FTE", "von 0 FTE"),
    "posts that are no whole number": with_capacity(
        "posts: ▸2.5 FTE, caseload: 15",
        "E400",
        "2.5 FTE are no whole number of full posts; add how large a post is: post_size: 0.5 FTE",
        "2,5 FTE sind keine ganze Zahl voller Stellen; ergänzen Sie, wie groß eine Stelle ist",
    ),
    "posts smaller than one of them": with_capacity(
        "posts: ▸0.5 FTE, post_size: 1 FTE, caseload: 15", "E400", "write 1 FTE", "zum Beispiel 1 FTE"
    ),
    "posts that are no whole number of their size": with_capacity(
        "posts: ▸2.2 FTE, post_size: 0.5 FTE, caseload: 15",
        "E400",
        "2.2 FTE cannot be made up of posts of 0.5 FTE each; write 2 FTE",
        "2,2 FTE lassen sich nicht mit Stellen von je 0,5 FTE besetzen; schreiben Sie zum Beispiel 2 FTE",
    ),
    "posts in no whole number later": with_capacity(
        f"{POSTS}, post_size: 1 FTE, schedule: [{{from: 2020-07, posts: ▸2.5 FTE}}]", "E400", "2.5 FTE", "2,5"
    ),
    "no cases per post": with_capacity(
        "posts: 2 FTE, caseload: ▸0", "E401", "works with 0 cases", "betreut hier 0 Fälle"
    ),
    "cases per post below none": with_capacity("posts: 2 FTE, caseload: ▸-15", "E401", "-15", "-15 Fälle"),
    "request larger than the capacity": with_capacity(
        "posts: 2 FTE, caseload: 10, needs: {hoch: ▸30}",
        "E402",
        "a case of “hoch” needs 30 slots at once, but there are never more than 20",
        "ein Fall von »hoch« braucht 30 Plätze zugleich, es gibt aber nie mehr als 20",
    ),
    "request larger than the capacity ever": with_capacity(
        "posts: 1 FTE, caseload: 10, productive_share: 75 %, needs: {hoch: 22, niedrig: ▸23}, "
        "schedule: [{from: 2020-07, posts: 3 FTE}]",
        "E402",
        "never more than 22",
        "nie mehr als 22",
    ),
    "request for no slot": with_capacity(
        f"{POSTS}, needs: {{hoch: ▸0}}", "E402", "at least one slot, not 0", "mindestens einen Platz"
    ),
    "need of an unknown stratum": with_capacity(f"{POSTS}, needs: {{▸hooch: 2}}", "E203", "hooch", "hooch"),
    "need of a stratum that two groups share": in_crossed_groups(
        "needs: {hoch: 2, ▸nord: 3}", "E403", "“hoch” says something of “hoch_nord”", "sagt schon »hoch«"
    ),
    "priorities that tie": with_capacity(
        f"{POSTS}, priority: {{hoch: 1, niedrig: ▸1}}",
        "E403",
        "“niedrig” has the same rank as “hoch”: 1",
        "»niedrig« hat denselben Rang wie »hoch«: 1",
    ),
    "priority of an unknown stratum": with_capacity(
        f"{POSTS}, priority: {{▸hooch: 1}}", "E203", "hooch", "hooch"
    ),
    "priority of a stratum that two groups share": in_crossed_groups(
        "priority: {hoch: 1, ▸sued: 2}", "E403", "“hoch_sued” already", "zu »hoch_sued« sagt schon »hoch«"
    ),
    "schedule that ends before it starts": with_capacity(
        f"{POSTS}, schedule: [{{from: 2020-10, posts: 3 FTE}}, {{from: ▸2020-07, posts: 2 FTE}}]",
        "E404",
        "2020-07 lies before the step before it (2020-10); put the steps in the order",
        "2020-07 liegt vor dem Schritt davor (2020-10); ordnen Sie die Schritte",
    ),
    "schedule that is over before the programme starts": with_capacity(
        f"{POSTS}, schedule: [{{from: ▸2020-04, posts: 3 FTE}}]",
        "E404",
        "changes in 2020-04, but all begins in 2020-07",
        "ändert sich schon 2020-04, begonnen wird aber erst 2020-07",
        more="    start: 2020-07\n",
    ),
    "schedule that starts with the programme": with_capacity(
        f"{POSTS}, schedule: [{{from: ▸2020-01, posts: 3 FTE}}]", "E404", "first month stands", "ersten Monat"
    ),
    "schedule that starts after the programme": with_capacity(
        f"{POSTS}, schedule: [{{from: ▸2021-01, posts: 3 FTE}}]",
        "E404",
        "but the programme ends in 2020-12",
        "das Programm endet aber 2020-12",
        more="    end: 2020-12\n",
    ),
    "schedule beyond the horizon": with_capacity(
        f"{POSTS}, schedule: [{{from: ▸2022-01, posts: 3 FTE}}]", "E222", "2022-01", "2022-01"
    ),
    "schedule twice in one month": with_capacity(
        f"{POSTS}, schedule: [{{from: 2020-07, posts: 3 FTE}}, {{from: ▸2020-07, posts: 4 FTE}}]",
        "E404",
        "there is a step for 2020-07 already",
        "zu 2020-07 gibt es schon einen Schritt",
    ),
    "schedule between cycles": with_capacity(
        f"{POSTS}, schedule: [{{from: ▸2020-08, posts: 3 FTE}}]", "E212", "2020-08", "2020-08"
    ),
    "productive share above 100 %": with_capacity(
        f"{POSTS}, productive_share: ▸120 %", "E262", "120%", "120 %"
    ),
    "negative productive share": with_capacity(f"{POSTS}, productive_share: ▸-5 %", "E262", "-5%", "-5 %"),
    "attrition above 100 %": with_capacity(f"{POSTS}, attrition: ▸120 %/year", "E262", "120%", "120 %"),
    "queue that is left at a negative rate": with_capacity(
        f"{POSTS}, leaves: ▸-5 %/month", "E262", "-5%", "-5 %"
    ),
    "queue that is left by the time in a state": with_capacity(
        f"{POSTS}, leaves: ▸zins * years_since_entry", "E203", "years_since_entry", "years_since_entry"
    ),
    "posts that follow the years": with_capacity(
        "posts: ▸zins * years_since_start, caseload: 15", "E203", "years_since_start", "years_since_start"
    ),
    "posts without their unit": with_capacity("posts: ▸2, caseload: 15", "E216", "0.5 FTE", "0.5 FTE"),
    "hiring takes no whole cycles": with_capacity(
        f"{POSTS}, hiring_lag: ▸4 months", "E264", "whole number", "ganze Zahl"
    ),
    "hiring takes less than no time": with_capacity(
        f"{POSTS}, hiring_lag: ▸-3 months", "E264", "whole number", "ganze Zahl"
    ),
    "waiting room for fewer than none": with_capacity(
        f"{POSTS}, waiting_room: ▸-1", "E411", "the smallest number is 0", "die kleinste Zahl ist 0"
    ),
    "bridge to an unknown state": with_places("value: 12, bridge: ▸hife", "E203", "hilfe", "hilfe"),
    "bridge to the state itself": with_places(
        "value: 12, bridge: ▸heim", "E405", "cannot wait there", "kann nicht dort warten"
    ),
    "bridge to limited places": Case(
        f"{HOME}    tags: [placement]\n",
        f"{HOME}    places: {{value: 12, bridge: ▸kur}}\n"
        "  kur: {title: Kur, places: {value: 3, bridge: hilfe}}\n",
        "E405",
        "“kur” has limited places itself",
        "»kur« hat selbst nur begrenzte Plätze",
    ),
    "fewer places than none": with_places("value: ▸-12, bridge: hilfe", "E410", "-12 places", "-12 Plätze"),
    "half a place": with_places("value: ▸12.5, bridge: hilfe", "E410", "12.5 places", "12,5 Plätze"),
    "half a place later": with_places(
        "value: 12, bridge: hilfe, schedule: [{from: 2020-07, places: ▸12.5}]", "E410", "12.5", "12,5"
    ),
    "places that change from the start": with_places(
        "value: 12, bridge: hilfe, schedule: [{from: ▸2020-01, places: 14}]", "E404", "2020-01", "2020-01"
    ),
    "places first for two": with_places(
        "value: 12, bridge: hilfe, priority: {niedrig: 2, hoch: ▸2}", "E403", "same rank", "denselben Rang"
    ),
    "diversion to limited places": Case(
        "    title: ambulante Hilfe\n",
        "    title: ambulante Hilfe\n    places: {value: 12, bridge: ende}\n",
        "E406",
        "“ambulante Hilfe” has limited places; a programme cannot lead anybody there",
        "»ambulante Hilfe« hat begrenzte Plätze; ein Programm kann dorthin niemanden führen",
        place=(95, 15),
    ),
    "stock moved to limited places": Case(
        TO_THE_END,
        TO_THE_END.replace(END, f"{END}  kur: {{title: Kur, places: {{value: 3, bridge: ende}}}}\n").replace(
            "        share: 50 %\n",
            "        share: 50 %\n      - {kind: moves, from: hilfe, into: ▸kur, share: 5 %}\n",
        ),
        "E406",
        "limit the programme by a “capacity” instead",
        "begrenzen Sie stattdessen das Programm mit »capacity«",
    ),
    "diverted to where they are, with a capacity": Case(
        TO_THE_END,
        TO_THE_END.replace(TITLE, f"{TITLE}{QUEUE}").replace(
            "        share: 50 %\n",
            "        share: 50 %\n      - {kind: moves, from: hilfe, into: ▸hilfe, share: 5 %}\n",
        ),
        "E406",
        "these cases are in",
        "sind diese Fälle schon",
    ),
    "effect on those who wait for nothing": while_waiting(
        "while: ▸waiting", "E407", "“Kurs” has no “capacity”", "»Kurs« hat keine »capacity«"
    ),
    "effect on waiting with another programme": while_waiting(
        "while: waiting, ▸with: hebammen", "E407", "does not take part yet", "nimmt noch nicht teil", QUEUE
    ),
    "effect on waiting that lasts": while_waiting(
        "while: waiting, ▸afterwards: lasts", "E407", "ends with waiting", "endet mit dem Warten", QUEUE
    ),
    "effect on waiting that fades": while_waiting(
        "while: waiting, ▸fades_over: 1 year", "E407", "“fades_over” does not go", "»fades_over« passt", QUEUE
    ),
    "effect on waiting by the time in the programme": Case(
        "interventions:\n",
        f"{KURS}    enrolment: [{{of: entries, in: heim}}]\n{QUEUE}    effects:\n"
        "      - {kind: hazard_ratio, from: heim, ratio: ▸1 + years_since_enrolment, while: waiting}\n",
        "E407",
        "counts from enrolment",
        "zählt ab der Aufnahme",
    ),
    "posts without a number outside of programmes": Case(
        "costs:\n  entgelt:\n",
        "costs:\n  ▸leitung: {kind: staff, title: Leitung, personnel: 80 000 EUR/year}\n  entgelt:\n",
        "E408",
        "“posts” is missing",
        "»posts« fehlt",
    ),
    "posts without a number in a programme without capacity": Case(
        "        title: Stelle\n        value: 40 000 EUR/year\n",
        "        title: Stelle\n        value: 40 000 EUR/year\n"
        "      ▸leitung: {kind: staff, title: Leitung, personnel: 80 000 EUR/year}\n",
        "E408",
        "“posts” is missing",
        "»posts« fehlt",
    ),
    "cost of waiting where nobody waits": Case(
        "        title: Stelle\n        value: 40 000 EUR/year\n",
        "        title: Stelle\n        value: 40 000 EUR/year\n"
        "      warten: {kind: ▸per_waiting, title: Warten, value: 90 EUR/month}\n",
        "E408",
        "nobody waits",
        "Niemand wartet",
    ),
    "cost of waiting outside of programmes": Case(
        "costs:\n  entgelt:\n",
        "costs:\n  warten: {kind: ▸per_waiting, title: Warten, value: 90 EUR/month}\n  entgelt:\n",
        "E380",
        "only possible in a programme",
        "nur in einem Programm",
    ),
    "mean numbers of cases and a capacity": Case(
        f"interventions:\n  hebammen:\n{TITLE}",
        f"engine: ▸cohort\ninterventions:\n  hebammen:\n{TITLE}{QUEUE}",
        "E409",
        "“cohort” knows no queues, but the file has limits: interventions.hebammen.capacity; "
        "write “engine: discrete_event”",
        "»cohort« kennt keine Warteschlangen, die Datei begrenzt aber Plätze: "
        "interventions.hebammen.capacity; schreiben Sie »engine: discrete_event«",
    ),
    "persons without queues and places": Case(
        f"states:\n  heim:\n{HOME}",
        f"engine: ▸microsimulation\nstates:\n  heim:\n{HOME}    places: {{value: 12, bridge: hilfe}}\n",
        "E409",
        "“microsimulation” knows no queues, but the file has limits: states.heim.places",
        "»microsimulation« kennt keine Warteschlangen",
    ),
}

DOUBTFUL_QUEUES: dict[str, Case] = {
    "capacity of nothing": with_capacity(
        "posts: ▸0 FTE, caseload: 15", "W400", "“Hebammen” never has a slot", "»Hebammen« hat nie einen Platz"
    ),
    "capacity of less than a slot": with_capacity(
        "posts: ▸0.1 FTE, post_size: 0.1 FTE, caseload: 9", "W400", "never has a slot", "nie einen Platz"
    ),
    "no places ever": with_places("value: ▸0, bridge: hilfe", "W400", "never a place", "nie einen Platz"),
    "capacity of a programme that takes nobody in": Case(
        "interventions:\n",
        f"{KURS}    ▸capacity: {{{POSTS}}}\n",
        "W401",
        "takes nobody in",
        "nimmt niemanden auf",
    ),
    "too many families per midwife": with_capacity(
        "posts: 2 FTE, caseload: ▸60",
        "W402",
        "60 cases per post are unusual (family midwives: 15 to 20",
        "60 Fälle je Stelle sind ungewöhnlich (Familienhebammen: meist 15 bis 20",
    ),
    "too few families per midwife": with_capacity("posts: 9 FTE, caseload: ▸4", "W402", "4 cases", "4 Fälle"),
    "nothing but cases": with_capacity(
        f"{POSTS}, productive_share: ▸95 %", "W403", "95% of the working time", "95 % der Arbeitszeit"
    ),
    "hardly any cases": with_capacity(
        f"{POSTS}, productive_share: ▸45 %", "W403", "only 45%", "nur 45 % der Arbeitszeit"
    ),
    "more cases than places at the start": with_places(
        "value: ▸4, bridge: hilfe",
        "W406",
        "5 cases are in “residential care” at the start, but there is room for only 4",
        "am Anfang sind 5 Fälle in »Heim«, Platz ist aber nur für 4",
    ),
    "bridge cheaper than the place": with_places(
        "value: 12, bridge: ▸hilfe",
        "W404",
        "to wait in “ambulante Hilfe” costs less than the place in “residential care”",
        "in »ambulante Hilfe« zu warten kostet weniger als der Platz in »Heim«",
    ),
    "bridge that is never left": Case(
        f"{HOME}    tags: [placement]\n",
        f"{HOME}    places: {{value: 12, bridge: ▸krise}}\n  krise: {{title: Inobhutnahme}}\n",
        "W405",
        "nothing leads out of “Inobhutnahme”",
        "aus »Inobhutnahme« führt nichts hinaus",
    ),
}
