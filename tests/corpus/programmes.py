"""Broken files about programmes, laws and ratios: edits of the small file like those in `cases.py`."""

from tests.corpus.case import Case
from tests.unit.scenario.minimal import MINIMAL

GROUPS = MINIMAL[MINIMAL.index("strata:\n") : MINIMAL.index("stays:\n")]
STREAMS = MINIMAL[MINIMAL.index("  stock:\n") : MINIMAL.index("transitions:\n")]
GROUPS_AND_STREAMS = MINIMAL[MINIMAL.index("strata:\n") : MINIMAL.index("transitions:\n")]
WITHOUT_STRATA = """states:
  heim: {title: Heim, tags: [placement]}
  hilfe: {title: ambulante Hilfe}
  ende: {title: beendet}
caseload:
  arrivals:
    neue: {value: 30 cases/year, into: heim}
"""

KURS = "interventions:\n  kurs:\n    title: Kurs\n"
TAKES = "    enrolment: [{of: entries, in: heim}]\n"
HEBAMMEN = MINIMAL[MINIMAL.index("interventions:\n") : MINIMAL.index("comparator:")]
SHORTER = "{kind: stay, state: heim, mean: 18 months}"
MEAN = "    mean: 21 months\n"


def of_programme(keys: str, code: str, en: str, de: str, before: str = "") -> Case:
    """A programme beside that of the small file, and a section before it."""
    return Case("interventions:\n", before + KURS + keys, code, en, de)


def with_effect(effect: str, code: str, en: str, de: str) -> Case:
    """An effect of a programme that takes cases in."""
    return of_programme(f"{TAKES}    effects:\n      - {effect}\n", code, en, de)


def of_stay(keys: str, code: str, en: str, de: str) -> Case:
    """Another way in which the stay in the home is written."""
    return Case(MEAN, keys, code, en, de)


BROKEN_PROGRAMMES: dict[str, Case] = {
    "effect on a move that is not there": with_effect(
        "▸{kind: hazard_ratio, from: heim, to: heim, ratio: 2}", "E362", "on no move", "keinen Wechsel"
    ),
    "effect from an unknown state": with_effect(
        "{kind: hazard_ratio, from: ▸hiem, ratio: 2}", "E203", "hiem", "hiem"
    ),
    "effect to an unknown state": with_effect(
        "{kind: hazard_ratio, to: ▸endee, ratio: 2}", "E203", "endee", "endee"
    ),
    "effect with an unknown programme": with_effect(
        "{kind: hazard_ratio, from: heim, ratio: 2, with: ▸kurse}", "E203", "kurse", "kurse"
    ),
    "effect of a programme that takes nobody in": of_programme(
        "    effects:\n      - ▸{kind: hazard_ratio, from: heim, ratio: 2}\n",
        "E366",
        "nobody in",
        "niemanden auf",
    ),
    "risk ratio on a mean stay": with_effect(
        "▸{kind: risk_ratio, from: heim, to: ende, ratio: 0.5}", "E363", "over: 1 year", "over: 1 year"
    ),
    "odds ratio on a mean stay": with_effect(
        "▸{kind: odds_ratio, from: heim, ratio: 0.5}", "E363", "no chance with a period", "mit Zeitraum"
    ),
    "effect that lasts and fades": with_effect(
        "{kind: hazard_ratio, ratio: 2, afterwards: lasts, ▸fades_over: 1 year}",
        "E369",
        "does not fade",
        "lässt nicht nach",
    ),
    "time since enrolment in an effect that lasts": with_effect(
        "{kind: hazard_ratio, from: heim, ratio: ▸1 + years_since_enrolment, afterwards: lasts}",
        "E382",
        "because of »afterwards: lasts«",
        "wegen »afterwards: lasts« auch nach der Teilnahme",
    ),
    "time since enrolment in an effect that fades": with_effect(
        "{kind: hazard_ratio, from: heim, ratio: ▸1 + years_since_enrolment, fades_over: 1 year}",
        "E382",
        "because of »fades_over«",
        "wegen »fades_over« auch nach der Teilnahme",
    ),
    "fades over no whole cycles": with_effect(
        "{kind: hazard_ratio, ratio: 2, fades_over: ▸2 months}", "E264", "whole number", "ganze Zahl"
    ),
    "another stay of a state without one": with_effect(
        "{kind: stay, state: ▸hilfe, mean: 12 months}", "E375", "no mean stay", "keine mittlere Dauer"
    ),
    "another stay of an unknown state": with_effect(
        "{kind: stay, state: ▸hiem, mean: 12 months}", "E203", "hiem", "hiem"
    ),
    "two other stays of one state in one programme": of_programme(
        f"{TAKES}    effects:\n      - {{kind: stay, state: heim, mean: 18 months}}\n"
        "      - {kind: stay, state: ▸heim, mean: 12 months}\n",
        "E383",
        "interventions.kurs.effects[0] already changes the mean stay in »heim«",
        "die mittlere Dauer in »heim« ändert schon interventions.kurs.effects[0]",
    ),
    "other stays of one state in two programmes": Case(
        HEBAMMEN,
        HEBAMMEN.replace("interventions:\n", f"{KURS}{TAKES}    effects: [{SHORTER}]\n", 1)
        .replace("    effects:\n", f"    effects:\n      - {SHORTER.replace('heim', '▸heim')}\n", 1)
        .replace("[hebammen]", "[hebammen, kurs]"),
        "E383",
        "interventions.kurs.effects[0] already changes",
        "ändert schon interventions.kurs.effects[0]",
    ),
    "more entries of an unknown stream": with_effect(
        "{kind: entry, streams: ▸neu, ratio: 2}", "E203", "neu", "neu"
    ),
    "stock moved to an unknown state": with_effect(
        "{kind: moves, from: heim, into: ▸hof, share: 5 %}", "E203", "hof", "hof"
    ),
    "stock moved from an unknown state": with_effect(
        "{kind: moves, from: ▸hof, into: heim, share: 5 %}", "E203", "hof", "hof"
    ),
    "present without an offer": of_programme(
        "    enrolment:\n      - ▸{of: present, in: heim}\n", "E364", "offered: 10 %/month", "nach und nach"
    ),
    "entries with an offer": of_programme(
        "    enrolment: [{of: entries, in: heim, ▸offered: 5 %/year}]\n",
        "E364",
        "only goes with",
        "passt nur zu",
    ),
    "taken in where nobody may be": of_programme(
        "    continues_in: hilfe\n    enrolment: [{of: stock, in: ▸heim}]\n",
        "E365",
        "take part",
        "teilnehmen",
    ),
    "taken in in an unknown state": of_programme(
        "    enrolment: [{of: stock, in: ▸hiem}]\n", "E203", "hiem", "hiem"
    ),
    "taken in of an unknown stratum": of_programme(
        "    enrolment: [{of: stock, in: heim, strata: ▸hooch}]\n", "E203", "hooch", "hooch"
    ),
    "continues in an unknown state": of_programme("    continues_in: ▸hiem\n", "E203", "hiem", "hiem"),
    "lasts no whole cycles": of_programme("    lasts: ▸4 months\n", "E264", "whole number", "ganze Zahl"),
    "ramp-up that begins late": of_programme(
        '    ▸ramp_up: {"2021": 50 %}\n', "E370", "begins in 2021", "beginnt 2021"
    ),
    "law without a scale": of_stay(
        "    ▸law: {kind: gamma, shape: 2}\n", "E367", "needs a scale", "eine Skala"
    ),
    "law with a scale and a mean": of_stay(
        MEAN + "    law: {kind: gamma, shape: 2, ▸scale: 9 months}\n", "E367", "the same twice", "zweimal"
    ),
    "stage 0 of a stay": of_stay(MEAN + "    stage: ▸0\n", "E368", "count from 1", "ab 1"),
    "risk ratio on a stay": of_stay(
        MEAN + "    modifiers:\n      - ▸{kind: risk_ratio, ratio: 0.8}\n",
        "E363",
        "over: 1 year",
        "over: 1 year",
    ),
    "ratio in an unknown stratum": of_stay(
        MEAN + "    modifiers: [{kind: hazard_ratio, ratio: 2, strata: ▸mittel}]\n",
        "E203",
        "mittel",
        "mittel",
    ),
    "time in a programme outside of programmes": Case(
        "    probability: 20 %/year\n",
        "    probability: ▸zins * years_since_enrolment\n",
        "E203",
        "years_since_enrolment",
        "years_since_enrolment",
    ),
    "time in a state as a share": Case(
        "share: 50 %", "share: ▸years_since_entry", "E203", "years_since_entry", "years_since_entry"
    ),
    "clock as a parameter": Case("  anteil: 60 %\n", "  anteil: 60 %\n  ▸age: 6\n", "E361", "clock", "Uhr"),
    "time in a state and in a programme for mean numbers of cases": of_programme(
        f"{TAKES}    lasts: 1 year\n    effects:\n"
        "      - ▸{kind: hazard_ratio, from: heim, ratio: 1 + years_since_entry}\n",
        "E378",
        "two clocks matter: kurs and years_since_entry",
        "zwei Uhren an: kurs und years_since_entry",
        before="engine: cohort\n",
    ),
    "age that one stream does not say": Case(
        STREAMS,
        STREAMS.replace("in: heim\n", "in: heim\n      age: 6 years\n")
        .replace("    gruppe:", "    ▸gruppe:")
        .replace("hilfe}\n", "hilfe}\n      age: 6 years\n")
        .replace("20 %/year", "zins * age"),
        "E372",
        "»age: 6 years« is missing",
        "»age: 6 years« fehlt",
    ),
    "attribute of one stratum only": Case(
        GROUPS_AND_STREAMS,
        GROUPS_AND_STREAMS.replace("share: anteil\n", "share: anteil\n    attributes: {index: 1}\n").replace(
            "20 %/year", "▸zins * index"
        ),
        "E377",
        "missing in: niedrig",
        "fehlt in: niedrig",
    ),
    "chances above 100 % in one stratum only": Case(
        "breakdowns:\n  - from: hilfe\n    to: heim\n    probability: 20 %/year\n",
        "conventions: {conversion: separate}\nbreakdowns:\n"
        "  - {from: hilfe, to: heim, probability: ▸90 % per quarter, strata: hoch}\n",
        "E131",
        "113%",
        "113 %",
    ),
    "counts and a chance above 100 %": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    counts: {hilfe: 1, ende: ▸99}\n    over: 1 quarter\nconventions: {conversion: separate}\n",
        "E131",
        "104.4%",
        "104,4 %",
    ),
    "crossed with no strata": Case(
        GROUPS,
        "▸crossed_with:\n  risiko:\n    oben: {title: oben, share: 30 %}\n"
        "    unten: {title: unten, share: rest}\n" + WITHOUT_STRATA,
        "E347",
        "names none there",
        "nennt dort keine",
    ),
    "crossed groups of one name": Case(
        "strata:\n",
        "crossed_with:\n  alter:\n    ▸hoch: {title: alt, share: 30 %}\n"
        "    klein: {title: jung, share: rest}\nstrata:\n",
        "E348",
        "stands under strata.hoch",
        "steht schon unter strata.hoch",
    ),
    "column by number of a table with names": Case(
        "transitions:\n",
        "tables:\n  tafel: {file: tafel.csv, per: year, source: amt}\ntransitions:\n"
        '  - from: hilfe\n    to: ende\n    probability: ▸"tafel.anteil[years_since_start]"\n',
        "E379",
        "names as keys",
        "Namen als Schlüssel",
        table="zustand;anteil\nheim;0,5\nhilfe;0,1\n",
    ),
    "column that the table lacks": Case(
        "transitions:\n",
        "tables:\n  tafel: {file: tafel.csv, per: year, source: amt}\ntransitions:\n"
        '  - from: hilfe\n    to: ende\n    probability: ▸"tafel.anteile[years_since_start]"\n',
        "E203",
        "anteile",
        "anteile",
        table="jahr;anteil\n0;0,5\n1;0,1\n",
    ),
    "table that the file lacks": Case(
        "    probability: 20 %/year\n",
        '    probability: ▸"tafel.anteil[years_since_start]"\n',
        "E203",
        "tafel",
        "tafel",
    ),
}
