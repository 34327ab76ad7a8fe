"""The words of a page that are no sentence of the report: headings, questions, the glossary."""

from typing import Final

from prevention_sim.foundation.languages import Both, Language

WORDS: Final[dict[str, Both]] = {
    # the head of the page
    "municipality": Both("Kommune", "Municipality"),
    "author": Both("Verfasser", "Author"),
    "question": Both("Frage", "Question"),
    "case": Both("Ein Fall ist", "One case is"),
    "made": Both("Erstellt am", "Made on"),
    "file": Both("Datei", "File"),
    "digest": Both("Prüfzeichen", "Digest"),
    "skip": Both("Zum Inhalt springen", "Skip to the content"),
    "contents": Both("Inhalt", "Contents"),
    "picture": Both("Bild: {title}", "Picture: {title}"),
    "table": Both("Tabelle: {title}", "Table: {title}"),
    # sections
    "glance": Both("Auf einen Blick", "At a glance"),
    "chain": Both("Wirkungskette", "How it works"),
    "budget": Both("Haushaltswirkung", "Effect on the budget"),
    "bearers": Both(
        "Woher es kommt, wer trägt und wer profitiert", "Where it comes from, who pays and who gains"
    ),
    "cases": Both("Fälle und Kennzahlen", "Cases and key figures"),
    "certainty": Both("Wie sicher ist das?", "How sure is that?"),
    "effectiveness": Both("Kosten und Wirkung", "Cost and effect"),
    "evidence": Both("Annahmen und Quellen", "Assumptions and sources"),
    "checking": Both("Prüfung", "Checking"),
    "glossary": Both("Begriffe und Barrierefreiheit", "Terms and accessibility"),
    # four numbers
    "number_relief": Both("Entlastung {years}", "Relief {years}"),
    "number_burden": Both("Mehrbelastung {years}", "Extra burden {years}"),
    "number_last_year": Both("davon im Jahr {year}", "of which in {year}"),
    "number_places": Both(
        "Plätze weniger im Jahresmittel {year}", "fewer places on an average day of {year}"
    ),
    "number_places_more": Both(
        "Plätze mehr im Jahresmittel {year}", "more places on an average day of {year}"
    ),
    "number_payback": Both("trägt es sich", "it pays"),
    "payback_at_once": Both("sofort", "at once"),
    "payback_months": Both("nach {months} Monaten", "after {months} months"),
    "payback_one_month": Both("nach einem Monat", "after one month"),
    "payback_never": Both("nicht bis {year}", "not by {year}"),
    # the questions of the first page
    "ask_child": Both("Was geschieht fachlich?", "What happens to the cases?"),
    "ask_budget": Both("Was bedeutet das für den Haushalt?", "What does it mean for the budget?"),
    "ask_per_case": Both("Was heißt das je Fall und Jahr?", "What is that per case and year?"),
    "ask_dependence": Both("Wovon hängt es ab?", "What does it hang on?"),
    "ask_evidence": Both("Was ist nicht belegt?", "What is not proven?"),
    "ask_payers": Both("Wer trägt, wer profitiert?", "Who pays, who gains?"),
    "ask_law": Both("Was sagt das Haushaltsrecht?", "What does budget law say?"),
    "ask_protection": Both("Was gilt für den Kinderschutz?", "What about the protection of children?"),
    "ask_later": Both("Wie wird nach dem Beschluss geprüft?", "How is it checked after the decision?"),
    "nothing_critical": Both(
        "Die Datei nennt keine Zahl, von der das Ergebnis besonders abhängt (critical:, what_if:).",
        "The file names no number that the result hangs on in particular (critical:, what_if:).",
    ),
    "effect_assumed": Both(
        "Die Wirkung ist angenommen, nicht gemessen.", "The effect is assumed, not measured."
    ),
    "effect_partly": Both(
        "Von {count} Zahlen zur Wirkung sind {estimated} angenommen oder geschätzt.",
        "Of {count} numbers about the effect, {estimated} are assumed or estimated.",
    ),
    "effect_measured": Both(
        "Keine Zahl zur Wirkung ist nur angenommen oder geschätzt.",
        "No number about the effect is merely assumed or estimated.",
    ),
    "without_source": Both("Ohne Quelle: {paths}.", "Without a source: {paths}."),
    "without_source_many": Both(
        "Ohne Quelle: {paths} und {more} weitere, siehe »Annahmen und Quellen«.",
        "Without a source: {paths} and {more} more, see “Assumptions and sources”.",
    ),
    "one_bearer": Both("Aufwand und Entlastung liegen bei: {bearer}.", "Cost and relief are with: {bearer}."),
    "no_allocations": Both(
        "Eine Rückwirkung auf Schlüsselzuweisungen ist nicht gerechnet.",
        "No effect on general grants is computed.",
    ),
    "duty_voluntary": Both(
        "»{programme}« ist eine freiwillige Leistung.", "“{programme}” is a voluntary service."
    ),
    "duty_mandatory": Both("»{programme}« ist eine Pflichtaufgabe.", "“{programme}” is a mandatory service."),
    "duty_discretionary": Both(
        "»{programme}« ist eine Pflichtaufgabe, deren Umfang die Kommune bestimmt.",
        "“{programme}” is a mandatory service whose extent the municipality decides.",
    ),
    "duty_unknown": Both(
        "Ob »{programme}« Pflichtaufgabe oder freiwillig ist, sagt die Datei nicht (duty:).",
        "The file does not say whether “{programme}” is mandatory or voluntary (duty:).",
    ),
    "later": Both(
        "Ab wann sich eine Wirkung dieser Größe erkennen lässt, ist noch nicht gerechnet. Halten Sie vierteljährlich "
        "aufgenommene Fälle, Platzjahre und Kosten fest und vergleichen Sie sie mit dieser Rechnung.",
        "From when on an effect of this size can be seen is not computed yet. Keep count of cases taken in, "
        "place-years and cost every quarter, and compare them with this calculation.",
    ),
    "certain_input": Both(
        "Die Tabellen dieser Seite rechnen mit den Zahlen der Datei, so wie sie dastehen. Wie weit das Ergebnis schwankt, "
        "wenn sie unsicher sind, sagt prevsim run mit --draws; wovon es abhängt, steht unter »Auf einen Blick«.",
        "The tables of this page take the numbers of the file as they stand. How far the result moves when they are "
        "uncertain is told by prevsim run with --draws; what it hangs on is said under “At a glance”.",
    ),
    # tables of the page
    "flows": Both("Die Wege der Fälle", "The ways of the cases"),
    "from": Both("von", "from"),
    "to": Both("nach", "to"),
    "how": Both("wie", "how"),
    "register": Both(
        "Alle {count} Zahlen der Datei, die ohne Quelle zuerst, und was aus ihnen folgt",
        "All {count} numbers of the file, those without a source first, and what follows from them",
    ),
    "where": Both("Stelle in der Datei", "place in the file"),
    "value": Both("Wert", "value"),
    "source": Both("Quelle", "source"),
    "grade": Both("Beleg", "evidence"),
    "note": Both("Anmerkung", "note"),
    "no_source": Both("ohne Quelle", "without a source"),
    "derived": Both("aus anderen Zahlen", "from other numbers"),
    "cells": Both("{count} Zahlen", "{count} numbers"),
    "reproduce": Both("So lässt sich das Ergebnis wiederholen", "How to reproduce the result"),
    "reproduce_rule": Both(
        "Dieselbe Datei und dieselbe Version ergeben dasselbe Prüfzeichen. Ob das Modell in sich stimmt, prüft der zweite Befehl.",
        "The same file and the same version give the same digest. The second command checks whether the model is sound.",
    ),
    # the glossary
    "term_relief": Both("Entlastung", "Relief"),
    "term_relief_is": Both(
        "Kosten ohne die Maßnahme abzüglich der Kosten mit ihr; ein Minus davor heißt Mehrbelastung.",
        "Cost without the measure less cost with it; a minus before it means an extra burden.",
    ),
    "term_place_year": Both("Platzjahr", "Place-year"),
    "term_place_year_is": Both(
        "Ein Platz, der ein Jahr lang belegt ist; zwei Plätze für je ein halbes Jahr sind auch ein Platzjahr.",
        "A place that is taken for a year; two places for half a year each are a place-year, too.",
    ),
    "term_gross": Both("Brutto und netto", "Gross and net"),
    "term_gross_is": Both(
        "Brutto sind die vermiedenen Kosten der Plätze, netto ist, was nach Abzug des Programms bleibt.",
        "Gross is the cost of the places avoided, net is what remains of it after the programme is paid.",
    ),
    "term_cashable": Both("Kassenwirksam", "Cashable"),
    "term_cashable_is": Both(
        "Der Teil einer Entlastung, der tatsächlich nicht ausgegeben werden muss.",
        "The part of a relief that indeed need not be spent.",
    ),
    "term_present": Both("Barwert", "Present value"),
    "term_present_is": Both(
        "Was spätere Beträge am Anfang der Rechnung wert sind.",
        "What later amounts are worth at the start of the calculation.",
    ),
    "accessibility": Both(
        "Unter jedem Bild steht eine Tabelle mit denselben Zahlen und darüber ein Satz, der es liest. Farbe ist nie das einzige Zeichen. "
        "Die Seite braucht kein Skript und lädt nichts nach; sie lässt sich drucken und mit der Tastatur lesen.",
        "Below every picture stands a table with the same numbers, and above it a sentence that reads it. Colour is never the only sign. "
        "The page needs no script and fetches nothing; it can be printed, and read with the keyboard.",
    ),
}


def tell(language: Language, key: str, **fields: str | int) -> str:
    """A text with its fields filled in."""
    return WORDS[key].told(language).format(**fields)
