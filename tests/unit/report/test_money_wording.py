"""What reports and explanations say about who pays in the end."""

import pytest

from prevention_sim.report.document import build_report
from prevention_sim.report.explanation import explain
from prevention_sim.report.numbers import Language
from tests import small

REFUND = """
strata: {uma: {title: UMA, share: 25 %}, uebrige: {title: übrige, share: rest}}
bearers: {land: {title: Land, level: public}, stadt: {title: Stadt}}
bearer: stadt
costs: {heim: {kind: per_case, title: Heim, state: a, value: 5 000 EUR/month}}
income:
  erstattung:
    {kind: refund, title: Erstattung (§ 89d), of: heim, share: 80 %, from: land, strata: uma, row: "02"}
"""


def explained(language: Language, *texts: str) -> str:
    """Every sentence of an explanation."""
    told = explain(small.scenario(*texts), language)
    return "\n".join(statement.text for section in told.sections for statement in section.statements)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Land erstattet 80 % von »Heim«, soweit Stadt das trägt, nur bei »UMA« (Haushaltszeile 02; "),
        ("en", "Land refunds 80% of “Heim” as far as Stadt bears it, only for “UMA” (budget row 02; "),
    ],
)
def test_a_refund_is_read_back_with_both_sides(language: Language, sentence: str) -> None:
    assert f"\nErstattung (§ 89d): {sentence}" in explained(language, REFUND)


CONTRIBUTION = """
income:
  beitrag: {kind: per_case, title: Kostenbeitrag, state: a, value: 200 EUR/month, collected_share: 85 %}
"""


@pytest.mark.parametrize(
    ("language", "sentence", "note"),
    [
        (
            "de",
            "(davon gehen 85 % ein; ohne Quelle)",
            "Kostenbeitrag 2020: festgesetzt 2.400 €, eingehend 2.040 € (ohne). Gebucht ist, was eingeht",
        ),
        (
            "en",
            "(85% of it comes in; no source)",
            "Kostenbeitrag 2020: assessed €2,400, collected €2,040 (ohne). Booked is what comes in",
        ),
    ],
)
def test_what_is_assessed_stands_beside_what_comes_in(language: Language, sentence: str, note: str) -> None:
    assert sentence in explained(language, CONTRIBUTION)
    notes = build_report(small.scenario(CONTRIBUTION), small.run(CONTRIBUTION), language).notes
    assert [told for told in notes if told.startswith(note)]


def test_where_all_comes_in_nothing_is_said_about_it() -> None:
    all_of_it = CONTRIBUTION.replace(", collected_share: 85 %", "")
    notes = build_report(small.scenario(all_of_it), small.run(all_of_it), "de").notes
    assert not [told for told in notes if "festgesetzt" in told]


HOME = """
states: {a: {title: Heim, tags: [placement]}, b: {title: Hilfe}}
costs: {wohnen: {kind: per_case, title: Unterkunft, state: b, value: 150 EUR/month, counts_as: at_home}}
"""
MISSING = {"de": "Was das Kind zu Hause kostet", "en": "What the child costs at home"}


def home_is_missing(language: Language, *texts: str) -> bool:
    """Whether a report says that the cost of the child at home is not in the file."""
    notes = build_report(small.scenario(*texts), small.run(*texts), language).notes
    return any(note.startswith(MISSING[language]) for note in notes)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_report_says_when_the_child_at_home_costs_nothing(language: Language) -> None:
    silent = HOME.replace(", counts_as: at_home", "")
    assert home_is_missing(language, small.WITH_PROGRAMME, silent)
    assert not home_is_missing(language, small.WITH_PROGRAMME, HOME)
    assert not home_is_missing(language, silent)


PARTLY_CASHABLE = """
costs:
  platz: {kind: per_case, title: Platz, state: a, value: 100 EUR/month, cashable: {share: 80 %}}
  neben: {kind: per_case, title: Nebenkosten, state: a, value: 10 EUR/month}
  hilfe: {kind: per_case, title: Hilfe, state: b, value: 30 EUR/month}
"""
ENTERING = "caseload: {intake: {gruppe: {value: 1 case, at: 2020-01, into: a}}}"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "de",
            (
                "Zu einer Ersparnis bei »Nebenkosten« sagt die Datei nicht, wie viel davon kassenwirksam "
                "ist; sie zählt hier nicht als kassenwirksam."
            ),
        ),
        (
            "en",
            (
                "Of a saving in “Nebenkosten” the file does not say how much is cashable; "
                "none of it is counted as cashable."
            ),
        ),
    ],
)
def test_a_report_names_the_savings_of_which_the_file_does_not_say_what_is_cashable(
    language: Language, sentence: str
) -> None:
    """Where the file speaks of every saving, or of none, there is nothing to tell."""

    def told(costs: str) -> bool:
        texts = (small.WITH_PROGRAMME, ENTERING, costs)
        return sentence in build_report(small.scenario(*texts), small.run(*texts), language).notes

    assert told(PARTLY_CASHABLE)
    assert not told(PARTLY_CASHABLE.replace("10 EUR/month", "10 EUR/month, cashable: {share: 0 %}"))
    assert not told(PARTLY_CASHABLE.replace(", cashable: {share: 80 %}", ""))


@pytest.mark.parametrize(
    ("language", "step", "mark"),
    [
        ("de", "Kosten des Kindes zu Hause", "(Kosten des Kindes zu Hause; ohne Quelle)"),
        ("en", "cost of the child at home", "(cost of the child at home; no source)"),
    ],
)
def test_the_child_at_home_is_told_by_name(language: Language, step: str, mark: str) -> None:
    assert mark in explained(language, HOME)
    texts = (small.WITH_PROGRAMME, "caseload: {intake: {g: {value: 8 cases, at: 2020-01, into: a}}}", HOME)
    (told,) = build_report(small.scenario(*texts), small.run(*texts), language).strategies
    assert told.waterfall is not None
    assert step in [title for title, _, _ in told.waterfall.figures]


RULES = """
strata: {sgb2: {title: SGB II, share: 50 %}, uebrige: {title: übrige, share: rest}}
bearers: {bund: {title: Bund, level: public}, stadt: {title: Stadt}}
costs:
  kita:
    kind: per_case
    title: Kita
    state: a
    value: 1 000 EUR/month
    bearer:
      - {bearer: bund, strata: sgb2, from: 2020-03, until: 2020-06}
      - {bearer: {bund: 25 %, stadt: rest}, until: 2020-09}
      - {bearer: stadt}
"""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "de",
            (
                "Kostenträger: von März 2020 bis Juni 2020 bei »SGB II« Bund; "
                "bis September 2020 Bund 25 % und Stadt 75 %, der Rest; sonst Stadt"
            ),
        ),
        (
            "en",
            (
                "borne from March 2020 to June 2020 for “SGB II” by Bund; "
                "until September 2020 by Bund 25% and Stadt 75%, the rest; otherwise by Stadt"
            ),
        ),
    ],
)
def test_rules_are_read_back_in_their_order(language: Language, told: str) -> None:
    assert told in explained(language, RULES)


REAL = """
time: {start: 2020-01, years: 2, budget_window: 2}
prices: {year: 2020, rise: 5 %/year, general_rise: 5 %/year}
conventions: {discounting: {method: per_year_start, rate: 0 %/year, terms: real}}
caseload: {intake: {g: {value: 10 cases, at: 2020-01, into: a}}}
costs: {heim: {kind: per_case, title: Heim, state: a, value: 1 000 EUR/month}}
"""


@pytest.mark.parametrize(
    ("language", "notes", "sentences"),
    [
        (
            "de",
            [
                "Entlastung 2020–2021 real, in Preisen von 2020: 96.000 €; nominal 98.400 €. Allgemeine",
                "Barwert der Entlastung 2020–2021: 96.000 €, reale Beträge abgezinst mit 0,0 % (realer Zins)",
                "Preise von 2020, mit den Preissteigerungen der Datei; ",
            ],
            [
                "Alle Beträge stehen in Preisen von 2020 und steigen danach; ",
                "Der Zinssatz ist real und gilt für reale Beträge.",
                "Reale Beträge stehen in Preisen von 2020; die Preise steigen allgemein um 5 % im Jahr (ohne",
            ],
        ),
        (
            "en",
            [
                "Relief 2020–2021 in real terms, in prices of 2020: €96,000; nominal €98,400. General",
                "Present value of the relief 2020–2021: €96,000, real amounts discounted at 0.0% (real rate)",
                "Prices of 2020, with the price rises of the file; ",
            ],
            [
                "All amounts are in prices of 2020 and rise after it; ",
                "The rate is a real one, for real amounts.",
                "Real amounts are in prices of 2020; prices at large rise by 5% a year (no source).",
            ],
        ),
    ],
)
def test_real_amounts_stand_beside_nominal_ones(
    language: Language, notes: list[str], sentences: list[str]
) -> None:
    """4 of 10 places of 12,000 EUR are avoided in each of two years, the second 5 % dearer."""
    texts = (small.WITH_PROGRAMME, REAL)
    told = build_report(small.scenario(*texts), small.run(*texts), language).notes
    assert [note for note in notes if not any(each.startswith(note) for each in told)] == []
    assert [each for each in sentences if each not in explained(language, *texts)] == []


@pytest.mark.parametrize(
    ("line", "german", "english"),
    [
        (
            "kind: per_entry, state: a, value: 800 EUR",
            "800 € für jeden Eintritt in »a«",
            "€800 for each entry into “a”",
        ),
        (
            "kind: per_exit, state: a, value: 800 EUR",
            "800 € für jeden Abgang aus »a«",
            "€800 for each exit from “a”",
        ),
        (
            "kind: per_move, from: a, to: b, value: 800 EUR",
            "800 € für jeden Wechsel von »a« zu »b«",
            "€800 for each move from “a” to “b”",
        ),
        (
            "kind: per_event, state: a, rate: 0.2/year, value: 600 EUR",
            "Rate 0,2 im Jahr × 600 € = 10 € im Monat, 120 € im Jahr",
            "rate of 0.2 a year × €600 = €10 a month, €120 a year",
        ),
        (
            "kind: one_off, value: 800 EUR, at: 2020-03",
            "einmalig 800 €, März 2020",
            "€800 once, in March 2020",
        ),
        (
            "kind: staff, posts: 2 FTE, personnel: 50 000 EUR/year, overhead: 20 %",
            (
                "2 Stellen: je Stelle 50.000 € im Jahr Personalkosten und 20 % davon als Gemeinkosten; "
                "zusammen 10.000 € im Monat, 120.000 € im Jahr"
            ),
            (
                "2 posts: for each post €50,000 a year of staff and 20% of that as overhead; "
                "together €10,000 a month, €120,000 a year"
            ),
        ),
        (
            "kind: per_case, state: a, value: 6 hours/month at 40 EUR/hour, delivered: 5 hours/month",
            "davon geleistet: 5 Stunden im Monat; die geleistete Stunde kostet so 48 €",
            "of it delivered: 5 hours a month; an hour delivered costs €48",
        ),
        ("kind: share_of, of: heim, share: 20 %", "20 % von »Heim«", "20% of “Heim”"),
        (
            "kind: step_fixed, state: a, places: 8, value: 12 EUR/year, notice: 6 months",
            (
                "je volle oder angebrochene Gruppe von 8 Plätzen in »a«: 1 € im Monat, 12 € im Jahr; "
                "Frist bis zur Schließung: 6 Monate"
            ),
            (
                "for each full or begun group of 8 places in “a”: €1 a month, €12 a year; "
                "notice before it closes: 6 months"
            ),
        ),
        (
            "kind: per_case, state: a, value: 12 EUR/year, differs: {law: lognormal, variation: 40 %}",
            "verschieden, um das Mittel herum (lognormal): Standardabweichung 40 % des Mittels",
            "different from case to case, around the mean (lognormal): standard deviation 40% of the mean",
        ),
        (
            "kind: per_case, state: a, value: 12 EUR/year, differs: {law: pareto, variation: 120 %}",
            "die meisten Fälle unter dem Mittel und wenige weit darüber (Pareto): Standardabweichung 120 %",
            "most below the mean and few far above (Pareto): standard deviation 120% of the mean",
        ),
        (
            "kind: per_case, state: a, value: 12 EUR/year, cap: 9 EUR/year",
            "gerechnet wird mit einzelnen Personen (microsimulation)",
            "single persons are simulated (microsimulation)",
        ),
        (
            "kind: fixed, value: 12 EUR/year, cap: 9 EUR/year, optimism_bias: 10 %",
            "zuzüglich 10 %, weil Planungen oft zu günstig sind; höchstens 9 € im Jahr",
            "plus 10%, because plans tend to be too cheap; at most €9 a year",
        ),
    ],
)
def test_every_kind_of_line_is_read_back(line: str, german: str, english: str) -> None:
    heim = "heim: {kind: per_case, title: Heim, state: a, value: 5 000 EUR/month}"
    costs = f"costs: {{{heim}, x: {{title: X, {line}}}}}"
    assert german in explained("de", costs)
    assert english in explained("en", costs)


PROGRAMME = """
transitions: [{from: a, to: b, rate: 1/year}, {from: b, to: a, rate: 1/year}]
outcomes: {jahre: {title: {de: Gute Jahre, en: Good years}, unit: J, weights: {a: 0.75}}}
interventions:
  kurs:
    title: Kurs
    enrolment: [{of: entries, in: a}]
    effects: [{kind: weight, outcome: jahre, state: [a, b], weight: 0.95}]
    costs:
      platz: {kind: per_participant, title: Platz, in: [a, b], value: 2 hours/month at 50 EUR/hour}
      aufnahme: {kind: per_enrolment, title: Gespräch, value: 80 EUR}
"""


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            [
                "ein Fall am Programm teilnimmt, zählt ein Jahr für »Gute Jahre« 0,95: in »a« statt 0,75",
                "und in »b« statt 0 ",
                "Platz, je Kind im Programm, nur in »a« oder »b«: 2 Stunden im Monat × 50 € je Stunde",
                "Gespräch: 80 € für jede Aufnahme in das Programm",
            ],
        ),
        (
            "en",
            [
                "takes part in the programme, a year counts 0.95 for “Good years”: in “a” instead of 0.75",
                "and in “b” instead of 0",
                "Platz, per child in the programme, only in “a” or “b”: 2 hours a month × €50 an hour",
                "Gespräch: €80 for each case taken into the programme",
            ],
        ),
    ],
)
def test_what_holds_while_a_case_takes_part_is_read_back(language: Language, sentences: list[str]) -> None:
    told = explained(language, PROGRAMME)
    assert [each for each in sentences if each not in told] == []
