"""Everything that can be said about a file: one entry per code, in German and English.

A sentence has blanks (`{written}`), which whoever finds the problem fills. `prevsim help-error CODE` prints cause,
fix and example. An example is a piece of a file with ▸ where the problem stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from prevention_sim.foundation.languages import Both

MARK: Final = "▸"
NOTHING: Final = Both("", "")


@dataclass(frozen=True, slots=True)
class Says:
    """What is wrong, and what to write instead; a hint with an empty blank is left out."""

    text: Both
    hint: Both = NOTHING


@dataclass(frozen=True, slots=True)
class Entry:
    """The sentences of a code, and its explanation; `beside` is an example of a table beside the file."""

    says: Mapping[str, Says]
    cause: Both
    fix: Both
    example: str = ""
    beside: str = ""


def _says(de: str, en: str, hint_de: str = "", hint_en: str = "") -> Says:
    return Says(Both(de, en), Both(hint_de, hint_en))


DID_YOU_MEAN: Final = ("meinten Sie »{nearest}«?", "did you mean »{nearest}«?")

WORDS: Final[dict[str, Both]] = {
    "allowed": Both("erlaubt", "allowed"),
    "bearer": Both("Einen Kostenträger", "bearer"),
    "intervention": Both("Eine Maßnahme", "intervention"),
    "line": Both("Eine Position", "line"),
    "parameter": Both("Einen Parameter", "parameter"),
    "number": Both("Eine Zahl", "number"),
    "source": Both("Eine Quelle", "source"),
    "state": Both("Einen Zustand", "state"),
    "stream": Both("Einen Zugang", "stream"),
    "strategy": Both("Eine Strategie", "strategy"),
    "stratum": Both("Eine Gruppe", "stratum"),
    "no unit": Both("keine Einheit", "no unit"),
    "number without unit": Both("eine Zahl ohne Einheit", "a number without unit"),
    "SHARE": Both("ein Anteil: 30 %", "a share: 30 %"),
    "PROBABILITY": Both(
        "eine Wahrscheinlichkeit mit Zeitraum: 30 %/year, 1/14 per month",
        "a probability with its period: 30 %/year, 1/14 per month",
    ),
    "RATE": Both("eine Rate: 0.22/year", "a rate: 0.22/year"),
    "DURATION": Both("eine Dauer: 18 months", "a length of time: 18 months"),
    "product": Both("Ein Produkt", "product"),
    "MONEY": Both("ein Betrag: 4.5 Mio EUR", "an amount: 4.5 Mio EUR"),
    "TIME_IN_CARE": Both(
        "Belegtage oder Platzjahre: 34 839 days, 95.4 years",
        "days in care or place-years: 34 839 days, 95.4 years",
    ),
    "COUNT": Both("eine Anzahl: 70 000", "a count: 70 000"),
    "CASES": Both("eine Zahl von Fällen: 30 cases", "a number of cases: 30 cases"),
    "CASES_PER_TIME": Both("Fälle je Zeit: 30 cases/year", "cases per time: 30 cases/year"),
    "MONEY_PER_TIME": Both(
        "Geld je Zeit: 5 100 EUR/month, oder 6 hours/month mit at: 39.50 EUR/hour",
        "money per time: 5 100 EUR/month, or 6 hours/month with at: 39.50 EUR/hour",
    ),
    "MONEY_PER_HOUR": Both("Geld je Stunde: 39.50 EUR/hour", "money per hour: 39.50 EUR/hour"),
    "day": Both("Tag", "day"),
    "week": Both("Woche", "week"),
    "month": Both("Monat", "month"),
    "quarter": Both("Quartal", "quarter"),
    "year": Both("Jahr", "year"),
    "outcome": Both("Eine Wirkung", "outcome"),
    "HOURS_PER_TIME": Both("Stunden je Zeit: 6 hours/month", "hours per time: 6 hours/month"),
    "POSTS": Both("Stellen: 0.5 FTE", "posts: 0.5 FTE"),
    "column": Both("Eine Spalte", "column"),
    "table": Both("Eine Tabelle", "table"),
    "days": Both("Tage", "days"),
    "weeks": Both("Wochen", "weeks"),
    "months": Both("Monate", "months"),
    "quarters": Both("Quartale", "quarters"),
    "years": Both("Jahre", "years"),
}

_FORM: Final[dict[str, Entry]] = {
    "E100": Entry(
        says={
            "": _says("als YAML nicht lesbar ({reason})", "not readable as YAML ({reason})"),
            "tab": _says(
                "als YAML nicht lesbar: Hier steht ein Tabulator",
                "not readable as YAML: there is a tab here",
                "rücken Sie mit Leerzeichen ein",
                "indent with spaces",
            ),
            "colon": _says(
                "als YAML nicht lesbar: Hier kann kein Doppelpunkt stehen",
                "not readable as YAML: a colon cannot stand here",
                "prüfen Sie die Einrückung; ein Text mit Doppelpunkt steht in Anführungszeichen",
                "check the indentation; quote a text that has a colon",
            ),
            "indent": _says(
                "als YAML nicht lesbar: Die Einrückung passt nicht, oder ein Doppelpunkt fehlt",
                "not readable as YAML: the indentation does not fit, or a colon is missing",
                "Zeilen eines Abschnitts beginnen in derselben Spalte",
                "lines of one section begin in the same column",
            ),
            "bracket": _says(
                "als YAML nicht lesbar: Eine Klammer wird nicht geschlossen",
                "not readable as YAML: a bracket is not closed",
                "ergänzen Sie ] oder }}, oder ein Komma davor",
                "add ] or }}, or a comma before this",
            ),
        },
        cause=Both(
            "Der Text folgt nicht den Regeln von YAML; weiter unten kann deshalb nichts geprüft werden.",
            "The text does not follow the rules of YAML; nothing below this place can be checked.",
        ),
        fix=Both(
            "Sehen Sie die Stelle und die Zeile davor an: Einrückung mit Leerzeichen, Doppelpunkte, Klammern, Anführungszeichen.",
            "Look at the place and the line before it: indentation with spaces, colons, brackets, quotes.",
        ),
        example="time:\n▸\tbudget_window: 2\n",
    ),
    "E101": Entry(
        says={
            "": _says("die Datei kann nicht gelesen werden ({reason})", "the file cannot be read ({reason})"),
            "missing": _says(
                "die Datei kann nicht gelesen werden: Es gibt sie nicht",
                "the file cannot be read: it does not exist",
                "prüfen Sie Namen und Ordner",
                "check its name and folder",
            ),
            "folder": _says(
                "die Datei kann nicht gelesen werden: Das ist ein Ordner",
                "the file cannot be read: this is a folder",
            ),
        },
        cause=Both("Der Pfad führt zu keiner lesbaren Datei.", "The path leads to no readable file."),
        fix=Both(
            "Geben Sie den Pfad einer Szenariodatei an oder den Namen eines mitgelieferten Szenarios (bielefeld).",
            "Give the path of a scenario file or the name of a scenario that ships (bielefeld).",
        ),
    ),
    "E102": Entry(
        says={
            "": _says(
                "»{key}« steht zweimal, in den Zeilen {first} und {second}",
                "»{key}« stands twice, in lines {first} and {second}",
            )
        },
        cause=Both(
            "Ein Feld steht in einem Abschnitt zweimal. Andere Programme behalten still das letzte.",
            "A field stands twice in one section. Other programs keep the last one in silence.",
        ),
        fix=Both(
            "Streichen Sie eines der beiden oder geben Sie ihm einen anderen Namen.",
            "Delete one of the two or give it another name.",
        ),
        example="prices:\n  year: 2020\n  ▸year: 2021\n",
    ),
    "E105": Entry(
        says={
            "": _says("kein Text in UTF-8 (Byte {byte})", "the file is not UTF-8 text (byte {byte})"),
            "control": _says(
                "das Zeichen U+{sign} ist nicht erlaubt", "the character U+{sign} is not allowed"
            ),
        },
        cause=Both(
            "Die Datei ist anders kodiert (etwa Latin-1 oder UTF-16) oder enthält ein unsichtbares Zeichen.",
            "The file has another encoding (such as Latin-1 or UTF-16) or holds an invisible character.",
        ),
        fix=Both(
            "Speichern Sie die Datei im Editor als UTF-8, und löschen Sie das Zeichen.",
            "Save the file as UTF-8 in your editor, and delete the character.",
        ),
        example='sources:\n  amt:\n    title: "Auszug ▸\x07"\n    grade: measured\n',
    ),
    "E106": Entry(
        says={
            "": _says(
                "die Datei ist leer oder hat keine Abschnitte",
                "the file is empty or has no sections",
                "sie beginnt mit »format: prevention_sim/1«",
                "it begins with »format: prevention_sim/1«",
            )
        },
        cause=Both("In der Datei stehen keine Abschnitte.", "There are no sections in the file."),
        fix=Both(
            "Beginnen Sie mit einer Kopie eines mitgelieferten Szenarios.",
            "Begin with a copy of a scenario that ships.",
        ),
        example="▸- a\n- b\n",
    ),
    "E107": Entry(
        says={
            "": _says(
                "Anker und Verweise (& und *) sind nicht erlaubt",
                "anchors and aliases (& and *) are not allowed",
                "schreiben Sie den Wert aus",
                "write the value out",
            ),
            "tag": _says("Typangaben (!) sind nicht erlaubt", "tags (!) are not allowed"),
            "merge": _says(
                "Übernahmen (<<) sind nicht erlaubt",
                "merge keys (<<) are not allowed",
                "schreiben Sie die Felder aus",
                "write the fields out",
            ),
        },
        cause=Both(
            "YAML kann Stellen mit Namen versehen und anderswo einsetzen. Das liest niemand laut vor, und es kann eine Datei sprengen.",
            "YAML can name places and use them elsewhere. Nobody can read that aloud, and it can blow up a file.",
        ),
        fix=Both(
            "Schreiben Sie jeden Wert dort aus, wo er gilt; gemeinsame Zahlen gehören unter parameters. Ein Text, der mit & * ! beginnt, braucht Anführungszeichen.",
            "Write every value where it holds; shared numbers go under parameters. A text that begins with & * ! needs quotes.",
        ),
        example="prices:\n  year: ▸&jahr 2020\n",
    ),
    "E108": Entry(
        says={
            "": _says(
                "die Datei enthält mehr als ein Dokument (---)", "the file holds more than one document (---)"
            )
        },
        cause=Both(
            "Die Zeile --- beginnt in YAML eine neue Datei.", "The line --- begins a new file in YAML."
        ),
        fix=Both("Speichern Sie jedes Szenario in eine eigene Datei.", "Save each scenario in its own file."),
        example="format: prevention_sim/1\n▸---\nformat: prevention_sim/1\n",
    ),
    "E109": Entry(
        says={
            "": _says("die Datei ist größer als {limit} MB", "the file is larger than {limit} MB"),
            "deep": _says(
                "die Datei ist mehr als {limit} Ebenen tief", "the file nests deeper than {limit} levels"
            ),
            "many": _says("die Datei hat mehr als {limit} Teile", "the file has more than {limit} parts"),
            "long": _says(
                "ein Text ist länger als {limit} Zeichen", "a text is longer than {limit} characters"
            ),
        },
        cause=Both(
            "Die Grenzen schützen vor Dateien, die ein Programm lahmlegen sollen; ein Szenario bleibt weit darunter.",
            "The limits protect against files that are made to stall a program; a scenario stays far below.",
        ),
        fix=Both(
            "Prüfen Sie, ob dies die richtige Datei ist und ob Klammern geschlossen werden.",
            "Check whether this is the right file and whether brackets are closed.",
        ),
        example="expect: " + "[" * 31 + "▸[\n",
    ),
    "E110": Entry(
        says={
            "": _says("kann hier nicht stehen ({reason})", "cannot stand here ({reason})"),
            "section": _says(
                "hier wird ein Abschnitt erwartet",
                "a section is expected here",
                "mit »feld: wert« in jeder Zeile",
                "with »key: value« in each line",
            ),
            "text": _says("hier wird ein Text erwartet", "a text is expected here"),
            "list": _says(
                "hier wird eine Liste erwartet",
                "a list is expected here",
                "etwa [a, b]",
                "such as [a, b]",
            ),
            "number": _says("hier wird eine Zahl erwartet", "a number is expected here"),
        },
        cause=Both(
            "An der Stelle steht etwas anderer Art: eine Liste statt eines Abschnitts, ein Wort statt einer Liste.",
            "Something of another kind stands there: a list for a section, a word for a list.",
        ),
        fix=Both(
            "Vergleichen Sie mit derselben Stelle eines mitgelieferten Szenarios.",
            "Compare with the same place of a scenario that ships.",
        ),
        example="states:\n  heim:\n    title: Heim\n    tags: ▸placement\n",
    ),
    "E111": Entry(
        says={"": _says("unbekanntes Feld »{written}«", "unknown field »{written}«", *DID_YOU_MEAN)},
        cause=Both(
            "Der Abschnitt kennt dieses Feld nicht; es würde sonst ohne Wirkung bleiben.",
            "The section does not know this field; it would have no effect.",
        ),
        fix=Both(
            "Berichtigen Sie den Namen nach der Liste der erlaubten Felder; Bemerkungen gehören unter note.",
            "Correct the name after the list of allowed fields; remarks go under note.",
        ),
        example="time:\n  ▸budget_windw: 2\n",
    ),
    "E112": Entry(
        says={
            "": _says("»{missing}« fehlt", "»{missing}« is missing"),
            "into": _says(
                "»{missing}« fehlt",
                "»{missing}« is missing",
                "oder sagen Sie unter »without«, wohin die Fälle ohne Programm kämen",
                "or say under “without” where the cases would go without the programme",
            ),
        },
        cause=Both(
            "Ohne dieses Feld kann der Abschnitt nicht gerechnet werden.",
            "The section cannot be computed without this field.",
        ),
        fix=Both("Ergänzen Sie das Feld.", "Add the field."),
        example="sources:\n  ▸akte:\n    title: Akte\n",
    ),
    "E113": Entry(
        says={"": _says("»{written}« ist hier unbekannt", "»{written}« is unknown here", *DID_YOU_MEAN)},
        cause=Both("An dieser Stelle gelten nur bestimmte Wörter.", "Only certain words can stand here."),
        fix=Both("Wählen Sie eines der erlaubten Wörter.", "Choose one of the allowed words."),
        example="time:\n  cycle: ▸mnth\n",
    ),
    "E114": Entry(
        says={"": _says("ein Feldname ist ein einzelnes Wort", "a key is one word")},
        cause=Both(
            "Vor dem Doppelpunkt steht eine Liste, ein Abschnitt oder ein Zeilenumbruch.",
            "A list, a section or a line break stands before the colon.",
        ),
        fix=Both("Schreiben Sie ein Wort vor den Doppelpunkt.", "Write one word before the colon."),
        example="prices:\n  ? ▸[a]\n  : b\n",
    ),
    "E115": Entry(
        says={
            "": _says(
                "»{written}« ist kein Kurzname",
                "»{written}« is no id",
                "ein Kurzname hat kleine Buchstaben (a–z), Ziffern und _, und beginnt mit einem Buchstaben",
                "an id has small letters, digits and _, and begins with a letter",
            )
        },
        cause=Both(
            "Kurznamen sind Adressen. Umlaute, Großbuchstaben und Leerzeichen gehören in den Titel.",
            "Ids are addresses. Umlauts, capitals and spaces go into the title.",
        ),
        fix=Both("Schreiben Sie etwa heim_34 statt »Heim § 34«.", "Write heim_34, say, for »Heim § 34«."),
        example="sources:\n  ▸Akte:\n    title: Akte\n    grade: measured\n",
    ),
    "E116": Entry(
        says={
            "": _says(
                "»{written}« ist kein Monat",
                "»{written}« is not a month",
                "schreiben Sie 2012-01",
                "write 2012-01",
            )
        },
        cause=Both(
            "Ein Zeitpunkt ist ein Monat. Einen Tag braucht es nicht, weil innerhalb eines Takts nichts geschieht.",
            "A date is a month. A day is never needed, because nothing happens inside a cycle.",
        ),
        fix=Both(
            "Schreiben Sie Jahr und Monat mit Bindestrich: 2027-03.",
            "Write year and month with a hyphen: 2027-03.",
        ),
        example="caseload:\n  intake:\n    gruppe:\n      value: 10 cases\n      at: ▸07/2020\n      into: heim\n",
    ),
    "E117": Entry(
        says={"": _says("»{written}« ist keine ganze Zahl", "»{written}« is not a whole number")},
        cause=Both(
            "Jahre und Längen in Jahren sind ganze Zahlen ohne Einheit.",
            "Years and lengths in years are whole numbers without unit.",
        ),
        fix=Both("Schreiben Sie 5 statt 5 years oder 5.0.", "Write 5 for 5 years or 5.0."),
        example="prices:\n  year: ▸2020.5\n",
    ),
    "E118": Entry(
        says={
            "": _says(
                "das Dateiformat »{written}« kann dieses Programm nicht lesen",
                "this program cannot read the file format »{written}«",
            )
        },
        cause=Both(
            "Die Datei stammt aus einer neueren Fassung des Programms, oder die erste Zeile ist verschrieben.",
            "The file comes from a newer version of the program, or its first line is misspelt.",
        ),
        fix=Both(
            "Bringen Sie das Programm auf den neuesten Stand, oder schreiben Sie format: prevention_sim/1.",
            "Update the program, or write format: prevention_sim/1.",
        ),
        example="format: ▸prevention_sim/9\n",
    ),
    "E150": Entry(
        says={
            "": _says(
                "»{written}« ist kein Gemeindeschlüssel: Er hat 8 Stellen (ein Kreis 5, der Regionalschlüssel 12) und beginnt mit dem Land, 01 bis 16",
                "»{written}« is no municipal key: it has 8 digits (a district 5, the regional key 12) and begins with the Land, 01 to 16",
                "meinten Sie {nearest}?",
                "did you mean {nearest}?",
            )
        },
        cause=Both(
            "Tabellenprogramme streichen die führende Null: aus 05711000 (Bielefeld) wird 5711000.",
            "Spreadsheets drop the leading zero: 05711000 (Bielefeld) becomes 5711000.",
        ),
        fix=Both(
            "Schreiben Sie den Schlüssel mit allen Stellen oder den Namen der Kommune.",
            "Write the key with all its digits or the name of the municipality.",
        ),
        example=(
            "scenario:\n  id: klein\n  title: Übung\n  municipality: ▸5711000\n"
            "  case:\n    unit: child\n    definition: Kind\n"
        ),
    ),
}

_NUMBERS: Final[dict[str, Entry]] = {
    "E103": Entry(
        says={
            "": _says(
                "»{written}« ist mehrdeutig",
                "»{written}« is ambiguous",
                "schreiben Sie {thousands} oder {decimal}",
                "write {thousands} or {decimal}",
            )
        },
        cause=Both(
            "Ein Punkt oder Komma vor genau drei Ziffern trennt im Deutschen Tausender oder im Englischen Dezimalen: 50.000 ist fünfzigtausend oder fünfzig.",
            "A point or comma before exactly three digits separates thousands in one language and decimals in another: 50.000 is fifty thousand or fifty.",
        ),
        fix=Both(
            "Fünfzigtausend: 50 000 EUR oder 50000 EUR. Fünfzig: 50.0 EUR.",
            "Fifty thousand: 50 000 EUR or 50000 EUR. Fifty: 50.0 EUR.",
        ),
        example="parameters:\n  preis: ▸50.000 EUR/year\n",
    ),
    "E104": Entry(
        says={
            "": _says(
                "das Komma in »{written}« trennt hier Felder",
                "the comma in »{written}« separates fields here",
                'schreiben Sie {decimal} oder "{written}" in Anführungszeichen',
                'write {decimal}, or "{written}" in quotes',
            )
        },
        cause=Both(
            "Innerhalb von { } trennt YAML am Komma: {value: 4,5 EUR} sind das Feld »value: 4« und ein Feld »5 EUR«.",
            "Inside { } YAML separates at the comma: {value: 4,5 EUR} is the field »value: 4« and a field »5 EUR«.",
        ),
        fix=Both(
            'Schreiben Sie den Dezimalpunkt (4.5 EUR), Anführungszeichen ("4,5 EUR") oder jedes Feld in eine eigene Zeile.',
            'Write a decimal point (4.5 EUR), quotes ("4,5 EUR"), or each field on a line of its own.',
        ),
        example="parameters:\n  preis: {value: ▸4,5 EUR/hour, source: amt}\n",
    ),
    "E120": Entry(
        says={
            "": _says(
                "die Einheit »{unit}« in »{written}« ist unbekannt",
                "unit »{unit}« in »{written}« is unknown",
                *DID_YOU_MEAN,
            )
        },
        cause=Both(
            "Einheiten stehen in der Datei englisch, damit es ein Format für alle gibt; ein Tippfehler zählt als andere Einheit.",
            "Units are English in the file, so that there is one format for all; a slip counts as another unit.",
        ),
        fix=Both(
            "Schreiben Sie EUR/month, hours/month, cases/year, months, %/year; auch 12 TEUR/year oder 1.2 Mio EUR.",
            "Write EUR/month, hours/month, cases/year, months, %/year; also 12 TEUR/year or 1.2 Mio EUR.",
        ),
        example="parameters:\n  quote: ▸30 %/yer\n",
    ),
    "E121": Entry(
        says={
            "": _says(
                "»{written}« braucht einen Zeitraum",
                "»{written}« needs a period",
                "meinten Sie »{written}/year«? Erwartet wird {dimension}",
                "did you mean »{written}/year«? Expected is {dimension}",
            )
        },
        cause=Both(
            "Hier wird etwas je Zeit erwartet; 30 % im Jahr und 30 % im Monat sind sehr verschieden.",
            "Something per time is expected here; 30 % a year and 30 % a month are very different.",
        ),
        fix=Both(
            "Schreiben Sie /year, /month, /week oder /day dahinter.",
            "Write /year, /month, /week or /day behind it.",
        ),
        example="transitions:\n  - from: heim\n    to: ende\n    probability: ▸5 %\n",
    ),
    "E122": Entry(
        says={
            "": _says(
                "»{written}« ist weder eine Zahl mit Einheit noch eine Formel",
                "»{written}« is neither a number with a unit nor a formula",
            ),
            "empty": _says("hier fehlt eine Zahl", "a number is missing here"),
            "start": _says(
                "»{written}« beginnt nicht mit einer Zahl", "»{written}« does not begin with a number"
            ),
            "digits": _says("»{written}« ist keine Zahl", "»{written}« is not a number"),
        },
        cause=Both(
            "Der Text beginnt nicht mit einer Zahl und ist auch keine Formel über parameters.",
            "The text does not begin with a number and is no formula over parameters either.",
        ),
        fix=Both(
            "Schreiben Sie die Zahl zuerst, dann die Einheit: 5 100 EUR/month. Ist sie unbekannt, schätzen Sie sie und nennen Sie source: assumption.",
            "Write the number first, then its unit: 5 100 EUR/month. If it is unknown, estimate it and say source: assumption.",
        ),
        example="parameters:\n  preis: ▸k. A.\n",
    ),
    "E123": Entry(
        says={
            "": _says("»{written}« ist keine endliche Zahl", "»{written}« is not a finite number"),
            "formula": _says("eine Zahl der Formel ist zu groß", "a number in a formula is too large"),
        },
        cause=Both(
            "NaN (keine Zahl) und unendlich entstehen in anderen Programmen aus fehlenden Werten und Divisionen durch 0.",
            "NaN (not a number) and infinity arise in other programs from missing values and divisions by 0.",
        ),
        fix=Both("Schreiben Sie die gemeinte Zahl.", "Write the number that is meant."),
        example="parameters:\n  preis: ▸.nan\n",
    ),
    "E124": Entry(
        says={
            "": _says(
                "hier wird eine Zahl erwartet, gefunden: »{written}« (ja/nein)",
                "a number is expected here, found »{written}« (yes/no)",
            )
        },
        cause=Both(
            "yes, no, true, false, ja, nein sind keine Zahlen.",
            "yes, no, true, false, ja, nein are no numbers.",
        ),
        fix=Both(
            "Schreiben Sie 100 % oder 0 %, wenn ein Anteil gemeint ist.",
            "Write 100 % or 0 % if a share is meant.",
        ),
        example="parameters:\n  anteil_b: ▸yes\n",
    ),
    "E125": Entry(
        says={
            "": _says(
                "»{written}« ist nicht nach Tausendern gegliedert",
                "»{written}« is not grouped by thousands",
                "schreiben Sie 1 234 567.89",
                "write 1 234 567.89",
            ),
            "mixed": _says(
                "»{written}« mischt Trennzeichen",
                "»{written}« mixes separators",
                "schreiben Sie 1 234 567.89",
                "write 1 234 567.89",
            ),
        },
        cause=Both(
            "Leerzeichen, Unterstriche und Punkte gliedern nach je drei Ziffern.",
            "Spaces, underscores and points group by three digits.",
        ),
        fix=Both("Schreiben Sie 50 000 oder 50000.", "Write 50 000 or 50000."),
        example="parameters:\n  preis: ▸50 00 EUR/year\n",
    ),
    "E126": Entry(
        says={
            "": _says(
                "unter dem Bruchstrich kann keine 0 stehen",
                "a fraction cannot have 0 below the line",
            ),
            "long": _says(
                "unter dem Bruchstrich steht eine ganze Zahl mit höchstens {limit} Stellen",
                "below the line stands a whole number of at most {limit} digits",
            ),
        },
        cause=Both(
            "1/14 per month heißt: im Mittel 14 Monate. Unten steht eine ganze Zahl ab 1.",
            "1/14 per month means 14 months on average. Below the line stands a whole number from 1.",
        ),
        fix=Both("Schreiben Sie etwa 1/14 per month.", "Write 1/14 per month, say."),
        example="parameters:\n  quote: ▸1/0 per month\n",
    ),
    "E127": Entry(
        says={
            "": _says("eine Zahl hat höchstens {limit} Zeichen", "a number has at most {limit} characters")
        },
        cause=Both("Eine so lange Zahl ist ein Versehen.", "A number of this length is a slip."),
        fix=Both("Runden Sie die Zahl.", "Round the number."),
        example="parameters:\n  preis: ▸" + "9" * 41 + " EUR/year\n",
    ),
    "E131": Entry(
        says={
            "": _says(
                "Übergänge aus »{state}« ergeben zusammen {total} je {cycle}, höchstens 100 % sind möglich",
                "moves out of “{state}” add up to {total} per {cycle}, at most 100% is possible",
                "größter Anteil ({largest}); weitere: {others}",
                "largest part ({largest}); others: {others}",
            )
        },
        cause=Both(
            "Es gehen mehr Fälle, als da sind: Die Wahrscheinlichkeiten addieren sich (conversion: separate).",
            "More cases leave than are there: chances are added (conversion: separate).",
        ),
        fix=Both(
            "Prüfen Sie die Zeiträume der Wahrscheinlichkeiten, oder rechnen Sie mit conversion: competing.",
            "Check the periods of the chances, or compute with conversion: competing.",
        ),
        example=(
            "conventions:\n  conversion: separate\nbreakdowns:\n  - from: heim\n    to: ende\n"
            "    probability: ▸90 % per month\n"
        ),
    ),
    "E140": Entry(
        says={
            "": _says(
                "»{written}« ist in einer Formel nicht erlaubt; erlaubt sind Zahlen, Namen von Parametern, + - * / **, Vergleiche, {functions}",
                "»{written}« is not allowed in a formula; allowed are numbers, parameter names, + - * / **, comparisons, {functions}",
            ),
            "exponent": _says(
                "ein Exponent ist eine ganze Zahl von 0 bis {limit}, gefunden: {written}",
                "an exponent is a whole number from 0 to {limit}, found {written}",
            ),
            "values": _says(
                "{written} nimmt {expected} Werte, gefunden: {found}",
                "{written} takes {expected} values, found {found}",
            ),
        },
        cause=Both(
            "Formeln sind Rechnungen mit parameters und sonst nichts, damit eine Datei keinen Schaden anrichten kann.",
            "Formulas are arithmetic over parameters and nothing else, so that a file can do no harm.",
        ),
        fix=Both(
            "Schreiben Sie etwa 1 - anteil, preis * 1.02, min(a, b). Zahlen mit Einheit stehen unter parameters.",
            "Write 1 - share, price * 1.02, min(a, b), say. Numbers with a unit stand under parameters.",
        ),
        example="parameters:\n  rest_b: ▸anteil.real\n",
    ),
    "E141": Entry(
        says={
            "": _says(
                "eine Formel hat höchstens {limit} Zeichen", "a formula has at most {limit} characters"
            ),
            "parts": _says("eine Formel hat höchstens {limit} Teile", "a formula has at most {limit} parts"),
        },
        cause=Both(
            "Eine so lange Formel kann niemand nachprüfen.", "Nobody can check a formula of this length."
        ),
        fix=Both("Teilen Sie sie auf mehrere Parameter auf.", "Split it over several parameters."),
        example="parameters:\n  rest_b: ▸" + "1 + " * 130 + "1\n",
    ),
}

_SENSE: Final[dict[str, Entry]] = {
    "E203": Entry(
        says={"": _says("{kind} »{written}« gibt es nicht", "there is no {kind} »{written}«", *DID_YOU_MEAN)},
        cause=Both(
            "Der Name wird benutzt, aber in der Datei nicht eingeführt.",
            "The name is used but not introduced in the file.",
        ),
        fix=Both(
            "Berichtigen Sie ihn nach der Liste, oder führen Sie ihn in seinem Abschnitt ein.",
            "Correct it after the list, or introduce it in its section.",
        ),
        example="comparator: ▸ohme\n",
    ),
    "E204": Entry(
        says={"": _says("nur ein Anteil darf »rest« sein", "only one share may say »rest«")},
        cause=Both(
            "»rest« ist, was die anderen Anteile von 100 % übrig lassen; zweimal ist das unbestimmt.",
            "»rest« is what the other shares leave of 100 %; twice, it is undefined.",
        ),
        fix=Both("Schreiben Sie einen der Anteile als Zahl.", "Write one of the shares as a number."),
        example="stays:\n  hilfe:\n    mean: 12 months\n    to: {ende: rest, heim: ▸rest}\n",
    ),
    "E205": Entry(
        says={
            "": _says(
                "ein Übergang führt von einem Zustand in einen anderen",
                "a move goes from one state to another",
            ),
            "stay": _says(
                "ein Aufenthalt kann nicht in seinem eigenen Zustand enden",
                "a stay cannot end in its own state",
            ),
        },
        cause=Both("Wer bleibt, wo er ist, bewegt sich nicht.", "Who stays where they are does not move."),
        fix=Both(
            "Nennen Sie einen anderen Zustand, oder streichen Sie den Übergang.",
            "Name another state, or delete the move.",
        ),
        example="transitions:\n  - from: heim\n    to: ▸heim\n    probability: 5 %/year\n",
    ),
    "E206": Entry(
        says={
            "": _says(
                "genau eines wird gebraucht: »mean: 21 months«, »probability: 1/21 per month«, »rate: 0.57/year« oder »law«",
                "exactly one is needed: »mean: 21 months«, »probability: 1/21 per month«, »rate: 0.57/year« or »law«",
            ),
            "stay": _says(
                "genau eines wird gebraucht: »mean: 21 months«, »probability: 1/21 per month«, »rate: 0.57/year«, »law« oder »counts«",
                "exactly one is needed: »mean: 21 months«, »probability: 1/21 per month«, »rate: 0.57/year«, »law« or »counts«",
            ),
        },
        cause=Both(
            "Wie schnell Fälle gehen, wird einmal gesagt: als mittlere Dauer, als Wahrscheinlichkeit je Zeit, als Rate oder als Verteilung.",
            "How fast cases leave is said once: as a mean stay, as a chance per period, as a rate or as a distribution.",
        ),
        fix=Both("Lassen Sie eines davon stehen.", "Keep one of them."),
        example="stays:\n  ▸hilfe:\n    to: {ende: 100 %}\n",
    ),
    "E207": Entry(
        says={"": _says("kein Zustand für {strata}", "no state for stratum {strata}")},
        cause=Both(
            "Sind die Ziele je Gruppe genannt, braucht jede Gruppe eines.",
            "Where targets are named by stratum, every stratum needs one.",
        ),
        fix=Both("Ergänzen Sie die Gruppen.", "Add the strata."),
        example="caseload:\n  intake:\n    gruppe:\n      value: 10 cases\n      at: 2020-07\n      ▸into: {hoch: heim}\n",
    ),
    "E208": Entry(
        says={
            "": _says(
                "»{written}« heißen zwei Positionen ({other}); jede braucht ihren eigenen Namen",
                "»{written}« is the name of two lines ({other}); each line needs its own",
            )
        },
        cause=Both(
            "Ergebnisse werden nach dem Namen der Position ausgewiesen.",
            "Results are told by the name of the line.",
        ),
        fix=Both("Benennen Sie eine um; der Titel kann bleiben.", "Rename one; its title can stay."),
        example=(
            "interventions:\n  paten:\n    title: Paten\n    costs:\n"
            "      ▸entgelt: {kind: fixed, title: Entgelt, value: 1 EUR/year}\n"
        ),
    ),
    "E209": Entry(
        says={
            "": _says(
                "wer zahlt?",
                "who pays?",
                "nennen Sie hier einen Kostenträger oder einen für die ganze Datei (bearer: …)",
                "name a bearer here, or one for the whole file (bearer: …)",
            ),
            "none": _says("mindestens ein Kostenträger wird gebraucht", "at least one bearer is needed"),
        },
        cause=Both(
            "Es gibt mehrere Kostenträger, und die Position nennt keinen; oder es gibt gar keinen.",
            "There are several bearers and the line names none; or there is none at all.",
        ),
        fix=Both(
            "Schreiben Sie bearer: stadt an die Position oder einmal an den Anfang.",
            "Write bearer: stadt at the line, or once for the file.",
        ),
        example="▸bearers: {}\n",
    ),
    "E210": Entry(
        says={
            "": _says(
                "Zugänge in »{written}« lenkt schon {other} um",
                "entries into »{written}« are diverted already by {other}",
            )
        },
        cause=Both(
            "Zwei Wirkungen nähmen dieselben Fälle auf; welche zuerst kommt, wäre Zufall.",
            "Two effects would take the same cases; which comes first would be chance.",
        ),
        fix=Both("Fassen Sie die Wirkungen zusammen.", "Join the effects."),
        example=(
            "interventions:\n  paten:\n    title: Paten\n    effects:\n"
            "      - {kind: diverts, from: ende, into: hilfe, share: 10 %}\n"
            "      - {kind: diverts, from: ▸ende, into: hilfe, share: 10 %}\n"
        ),
    ),
    "E211": Entry(
        says={
            "": _says(
                "eine ganze Zahl von 1 bis {limit} wird erwartet, gefunden: {found}",
                "a whole number from 1 to {limit} is expected, found {found}",
            )
        },
        cause=Both("Ein Zeitraum hat mindestens ein Jahr.", "A horizon has at least one year."),
        fix=Both("Nennen Sie die Zahl der Jahre.", "Give the number of years."),
        example="time:\n  budget_window: ▸0\n",
    ),
    "E390": Entry(
        says={
            "": _says(
                "der Schritt ({cycle}) geht im Zeitraum ({years}) nicht auf",
                "the step ({cycle}) does not go evenly into the horizon ({years})",
                "rechnen Sie time.years: {fitting}, oder wählen Sie einen kürzeren Schritt",
                "compute time.years: {fitting}, or choose a shorter step",
            ),
            "window": _says(
                "der Schritt ({cycle}) geht in den Jahren des Haushalts ({years}) nicht auf",
                "the step ({cycle}) does not go evenly into the years of the budget ({years})",
                "schreiben Sie time.budget_window: {fitting}, oder wählen Sie einen kürzeren Schritt",
                "write time.budget_window: {fitting}, or choose a shorter step",
            ),
        },
        cause=Both(
            "Gerechnet wird in ganzen Schritten; der letzte endet mit dem Zeitraum, und einer mit den Jahren, die der "
            "Bericht als Haushalt zeigt.",
            "The calculation goes in whole steps; the last of them ends with the horizon, and one with the years that "
            "the report shows as the budget.",
        ),
        fix=Both(
            "Ändern Sie die Zahl der Jahre oder die Länge des Schritts.",
            "Change the number of years or the length of the step.",
        ),
        example=(
            "time:\n  start: 2020-01\n  years: 4\n  cycle: ▸3 years\n"
            "caseload:\n  stock:\n    anfang: {value: 5 cases, in: heim}\n  intake: {}\n  arrivals: {}\n"
        ),
    ),
    "W390": Entry(
        says={
            "": _says(
                "ein Schritt ({cycle}) zählt ganz zum Haushaltsjahr seines ersten Tages; die Jahre dazwischen bleiben "
                "leer",
                "a step ({cycle}) belongs as a whole to the budget year of its first day; the years between stay empty",
                "lesen Sie nur die Summe über alle Jahre, oder rechnen Sie in Jahren",
                "read only the total over all years, or compute in years",
            ),
            "weeks": _says(
                "ein Haushaltsjahr hat hier 52 oder 53 Wochen, nämlich alle, die in ihm beginnen; die letzte endet "
                "{days} nach dem Zeitraum",
                "a budget year has 52 or 53 weeks here, all that begin in it; the last ends {days} "
                "after the horizon",
                "wo es auf den einzelnen Haushalt ankommt, rechnen Sie in Tagen oder Monaten",
                "where a single budget matters, compute in days or months",
            ),
        },
        cause=Both(
            "Ein Schritt wird nicht auf zwei Haushaltsjahre verteilt. Wochen und Schritte von mehreren Jahren füllen "
            "Haushaltsjahre deshalb nicht gleichmäßig.",
            "A step is not spread over two budget years. So weeks and steps of several years do not fill budget years "
            "evenly.",
        ),
        fix=Both(
            "Rechnen Sie mit cycle: month, wenn der Bericht einzelne Haushaltsjahre zeigen soll.",
            "Compute with cycle: month if the report is to show single budget years.",
        ),
        example="time:\n  start: 2020-01\n  years: 2\n  cycle: ▸week\n",
    ),
    "W391": Entry(
        says={
            "": _says(
                "Monate beginnen selten mit einer Woche der Rechnung: Was für {month} geschrieben steht, gilt {days} "
                "später",
                "months rarely begin with a week of the calculation: what is written for {month} holds {days} "
                "later",
                "rechnen Sie in Tagen, wenn es darauf ankommt",
                "compute in days if that matters",
            )
        },
        cause=Both(
            "Innerhalb eines Schritts geschieht nichts. Ein Monat der Datei beginnt deshalb mit dem ersten Schritt, der "
            "nicht vor ihm anfängt; genannt ist der Monat, der am längsten wartet.",
            "Nothing happens inside a step. So a month of the file begins with the first step that does not begin before "
            "it; the month that waits longest is named.",
        ),
        fix=Both(
            "Schreiben Sie cycle: day oder cycle: month, oder nehmen Sie die Verschiebung hin; sie ist kürzer als eine "
            "Woche.",
            "Write cycle: day or cycle: month, or accept the delay; it is shorter than a week.",
        ),
        example="time:\n  start: 2020-01\n  years: 2\n  cycle: ▸week\n",
    ),
    "E212": Entry(
        says={
            "": _says(
                "{written} fällt nicht auf die Grenze eines Takts ({cycle}, ab {start})",
                "{written} does not fall on the boundary of a cycle ({cycle}, from {start})",
            )
        },
        cause=Both(
            "Innerhalb eines Takts geschieht nichts; Beginn und Ende fallen auf seine Grenzen.",
            "Nothing happens inside a cycle; beginnings and ends fall on its boundaries.",
        ),
        fix=Both(
            "Verschieben Sie den Monat, oder rechnen Sie mit cycle: month.",
            "Move the month, or compute with cycle: month.",
        ),
        example="caseload:\n  intake:\n    gruppe: {value: 10 cases, at: ▸2020-08, into: heim}\n",
    ),
    "E213": Entry(
        says={
            "": _says(
                "der Übergang von »{start}« nach »{end}« steht schon bei {other}",
                "the move from »{start}« to »{end}« stands at {other} already",
            ),
            "stratum": _says(
                "der Übergang von »{start}« nach »{end}« für »{stratum}« steht schon bei {other}",
                "the move from »{start}« to »{end}« for »{stratum}« stands at {other} already",
            ),
        },
        cause=Both(
            "Derselbe Übergang steht zweimal; ob beide zusammen gelten, ist unklar.",
            "The same move stands twice; whether both hold together is unclear.",
        ),
        fix=Both("Streichen Sie einen von beiden.", "Delete one of the two."),
        example=(
            "transitions:\n  - {from: heim, to: ende, strata: hoch, probability: 5 %/year}\n"
            "  - ▸{from: heim, to: ende, strata: hoch, probability: 6 %/year}\n"
        ),
    ),
    "E214": Entry(
        says={
            "": _says(
                "die Formel hängt von sich selbst ab: {circle}", "the formula depends on itself: {circle}"
            )
        },
        cause=Both("Die Parameter bilden einen Kreis.", "The parameters form a circle."),
        fix=Both("Geben Sie einem davon eine Zahl.", "Give one of them a number."),
        example="parameters:\n  a: ▸1 - b\n  b: 1 - a\n",
    ),
    "E215": Entry(
        says={
            "": _says(
                "{operator} nimmt keine Zahlen mit den Einheiten {units}",
                "{operator} does not take numbers with the units {units}",
            ),
            "product": _says(
                "ein Produkt aus {units} hat keine Einheit, die hier gilt",
                "a product of {units} has no unit this file can use",
            ),
            "equal": _says(
                "{operator} braucht gleiche Einheiten, gefunden: {units}",
                "{operator} needs equal units, found {units}",
            ),
        },
        cause=Both(
            "Die Einheiten der Formel passen nicht zusammen: EUR/month und EUR/year lassen sich nicht addieren.",
            "The units of the formula do not fit together: EUR/month and EUR/year cannot be added.",
        ),
        fix=Both("Schreiben Sie die Zahlen in derselben Einheit.", "Write the numbers in the same unit."),
        example="parameters:\n  summe: ▸anteil + satz\n",
    ),
    "E216": Entry(
        says={
            "": _says(
                "erwartet wird {dimension}; gefunden: {found}", "expected is {dimension}; found {found}"
            )
        },
        cause=Both(
            "Die Zahl hat eine Einheit anderer Art, als die Stelle braucht.",
            "The number has a unit of another kind than its place needs.",
        ),
        fix=Both(
            "Prüfen Sie, ob die Zahl an der richtigen Stelle steht und welche Einheit sie hat.",
            "Check whether the number stands in the right place and which unit it has.",
        ),
        example="stays:\n  hilfe:\n    mean: ▸12 cases\n    to: {ende: 100 %}\n",
    ),
    "E217": Entry(
        says={
            "": _says(
                "{found} ist kein Jahr des Zeitraums",
                "{found} is not a year of the horizon",
                "er geht von {first} bis {last}",
                "it runs from {first} to {last}",
            )
        },
        cause=Both("Für dieses Jahr gibt es kein Ergebnis.", "There is no result for this year."),
        fix=Both("Nennen Sie ein Haushaltsjahr des Zeitraums.", "Name a budget year of the horizon."),
        example="expect:\n  - {figure: relief, year: ▸2030, value: 1 EUR, tolerance: 1 EUR}\n",
    ),
    "E218": Entry(
        says={
            "present": _says(
                "die Datei zinst nicht ab (conventions.discounting)",
                "the file does not discount (conventions.discounting)",
            ),
            "real": _says(
                "die Datei nennt keine allgemeine Preissteigerung (prices.general_rise)",
                "the file gives no general rise of prices (prices.general_rise)",
            ),
        },
        cause=Both(
            "Ein Barwert wird erwartet, aber es gibt keinen Zinssatz; oder ein realer Betrag ohne Preisindex.",
            "A present value is expected, but there is no rate; or a real amount without a price index.",
        ),
        fix=Both(
            "Ergänzen Sie conventions.discounting oder prices.general_rise, oder streichen Sie valuation.",
            "Add conventions.discounting or prices.general_rise, or delete valuation.",
        ),
        example="expect:\n  - {figure: relief, valuation: ▸present, value: 1 EUR, tolerance: 1 EUR}\n",
    ),
    "E219": Entry(
        says={"": _says("hier wird eine schlichte Zahl erwartet", "a plain number is expected here")},
        cause=Both(
            "Erwartete Werte sind Zahlen, keine Formeln; sie sollen unabhängig von der Datei sein.",
            "Expected values are numbers, not formulas; they are to be independent of the file.",
        ),
        fix=Both("Schreiben Sie die Zahl.", "Write the number."),
        example="expect:\n  - {figure: relief, value: ▸2 * anteil, tolerance: 1 EUR}\n",
    ),
    "E220": Entry(
        says={
            "": _says(
                "hier wird ein schlichter Satz erwartet",
                "a plain rate is expected here",
                "Konventionen ändern sich nicht mit Parametern",
                "conventions do not vary with parameters",
            ),
            "weight": _says(
                "hier wird ein schlichtes Gewicht erwartet",
                "a plain weight is expected here",
                "Konventionen ändern sich nicht mit Parametern",
                "conventions do not vary with parameters",
            ),
        },
        cause=Both(
            "Ein Zinssatz, die allgemeine Preissteigerung oder ein Gewicht der Zählung ist eine Formel.",
            "A discount rate, the general rise of prices or a weight of counting is a formula.",
        ),
        fix=Both("Schreiben Sie den Satz als Zahl: 3 %/year.", "Write the rate as a number: 3 %/year."),
        example="conventions:\n  discounting:\n    method: at_point\n    rate: ▸zins\n",
    ),
    "E221": Entry(
        says={
            "": _says(
                "Formeln bauen über mehr als {limit} Schritte aufeinander auf",
                "formulas build on each other over more than {limit} steps",
            )
        },
        cause=Both("Eine so lange Kette prüft niemand nach.", "Nobody checks a chain of this length."),
        fix=Both("Fassen Sie Schritte zusammen.", "Join some steps."),
        example="parameters:\n  p0: ▸p1\n"
        + "".join(f"  p{n}: p{n + 1}\n" for n in range(1, 40))
        + "  p40: 1 %\n",
    ),
    "E222": Entry(
        says={
            "": _says(
                "{written} liegt außerhalb des Zeitraums von {years} Jahren ab {start}",
                "{written} lies outside the horizon of {years} years from {start}",
            )
        },
        cause=Both("An diesem Zeitpunkt würde nichts geschehen.", "Nothing would happen at this date."),
        fix=Both("Ändern Sie den Monat oder time.years.", "Change the month or time.years."),
        example="caseload:\n  intake:\n    gruppe: {value: 10 cases, at: ▸2031-01, into: heim}\n",
    ),
    "E223": Entry(
        says={
            "": _says(
                "{written} liegt vor {start}, wo dies beginnt",
                "{written} lies before {start}, where this begins",
            )
        },
        cause=Both("Das Ende liegt vor dem Anfang.", "The end lies before the beginning."),
        fix=Both("Tauschen oder berichtigen Sie die Monate.", "Swap or correct the months."),
        example="interventions:\n  paten:\n    title: Paten\n    start: 2020-10\n    end: ▸2020-06\n",
    ),
    "E260": Entry(
        says={
            "": _says(
                "»{key}« grenzt die Zahl »{figure}« nicht ein",
                "»{key}« does not narrow the figure »{figure}«",
            ),
            "either": _says(
                "»{key}« gilt nicht, wo schon »{other}« steht",
                "»{key}« does not hold where »{other}« stands",
                "streichen Sie eines von beiden",
                "delete one of the two",
            ),
        },
        cause=Both(
            "Die Angabe würde übergangen, und der erwartete Wert gälte für etwas anderes als gedacht.",
            "The key would be ignored, and the expected value would be for something else than meant.",
        ),
        fix=Both(
            "Streichen Sie die Angabe, oder wählen Sie eine Zahl, die sich so eingrenzen lässt.",
            "Delete the key, or choose a figure that can be narrowed like this.",
        ),
        example="expect:\n  - {figure: placements, ▸state: heim, value: 1, tolerance: 1}\n",
    ),
    "E261": Entry(
        says={
            "": _says(
                "ein Aufenthalt von {written} ist kürzer als ein Takt ({cycle})",
                "a stay of {written} is shorter than a cycle ({cycle})",
            )
        },
        cause=Both(
            "Niemand geht vor dem Ende eines Takts; die mittlere Dauer ist mindestens ein Takt.",
            "Nobody leaves before the end of a cycle; a mean stay is at least one cycle.",
        ),
        fix=Both(
            "Prüfen Sie die Einheit der Dauer, oder rechnen Sie mit kürzerem Takt (time.cycle).",
            "Check the unit of the stay, or compute with a shorter cycle (time.cycle).",
        ),
        example="stays:\n  hilfe:\n    mean: ▸2 weeks\n    to: {ende: 100 %}\n",
    ),
    "E262": Entry(
        says={
            "": _says("{found} liegt nicht zwischen 0 und 100 %", "{found} does not lie between 0 and 100%")
        },
        cause=Both(
            "Anteile und Wahrscheinlichkeiten sind weder negativ noch größer als das Ganze.",
            "Shares and chances are neither negative nor larger than the whole.",
        ),
        fix=Both("Prüfen Sie Zahl und Prozentzeichen.", "Check the number and its percent sign."),
        example="transitions:\n  - from: ende\n    to: heim\n    probability: ▸120 %/year\n",
    ),
    "E263": Entry(
        says={
            "": _says(
                "die Anteile ergeben zusammen {total}, nicht 100 %",
                "the shares add up to {total}, not to 100%",
                "einer darf »rest« heißen",
                "one of them may say »rest«",
            )
        },
        cause=Both(
            "Die Teile eines Ganzen ergeben das Ganze nicht.", "The parts of a whole do not make the whole."
        ),
        fix=Both("Berichtigen Sie einen Anteil, oder schreiben Sie rest.", "Correct a share, or write rest."),
        example="stays:\n  hilfe:\n    mean: 12 months\n    ▸to: {ende: 70 %, heim: 20 %}\n",
    ),
    "E264": Entry(
        says={
            "": _says(
                "{written} ist keine ganze Zahl von Takten ({cycle})",
                "{written} is not a whole number of cycles ({cycle})",
                "am nächsten liegt {whole}",
                "the nearest is {whole}",
            ),
            "formula": _says(
                "hier wird eine schlichte Dauer erwartet, keine Formel",
                "a plain length of time is expected here, not a formula",
            ),
        },
        cause=Both(
            "Zahlungen und freie Plätze verschieben sich um ganze Takte.",
            "Payments and places that become free move by whole cycles.",
        ),
        fix=Both(
            "Schreiben Sie eine Dauer in ganzen Takten, etwa 2 months.",
            "Write a length in whole cycles, such as 2 months.",
        ),
        example=(
            "costs:\n  miete:\n    kind: fixed\n    title: Miete\n    value: 100 EUR/month\n"
            "    payment_lag: ▸2 weeks\n"
        ),
    ),
    "E265": Entry(
        says={
            "": _says(
                "erwartet wird ein Satz je Jahr über −100 %: 2 %/year",
                "a rate per year above −100% is expected: 2 %/year",
            )
        },
        cause=Both(
            "Preise steigen und Beträge werden abgezinst mit Sätzen je Jahr.",
            "Prices rise and amounts are discounted by rates per year.",
        ),
        fix=Both("Rechnen Sie den Satz auf ein Jahr um.", "Convert the rate to a year."),
        example="prices:\n  year: 2020\n  rise: ▸1 %/month\n",
    ),
    "E230": Entry(
        says={
            "": _says(
                "»without« bildet die Gruppen; eigene »strata« sind daneben nicht möglich",
                "“without” makes the strata; there can be none of your own beside it",
                "streichen Sie einen der beiden Abschnitte",
                "delete one of the two sections",
            )
        },
        cause=Both(
            "Wer ohne Programm in denselben Zustand käme, ist eine Gruppe und heißt wie dieser Zustand.",
            "Those who would enter the same state without the programme are a stratum with the id of that state.",
        ),
        fix=Both(
            "Ohne eigene Gruppen: Streichen Sie strata. Mit eigenen Gruppen: Streichen Sie without, und nennen Sie "
            "unter into je Gruppe, wohin sie ohne Programm käme; tags: [imminent] kennzeichnet, wer untergebracht würde.",
            "Without strata of your own: delete strata. With them: delete without, and name under into where each "
            "stratum would go without the programme; tags: [imminent] marks those who would be placed.",
        ),
        example=(
            "strata:\n  hoch: {title: Hoch, share: anteil}\n▸without:\n  heim: {share: 60 %}\n  hilfe: {share: rest}\n"
        ),
    ),
    "E231": Entry(
        says={
            "": _says(
                "von »{state}« ist nicht gesagt, ob es eine Unterbringung ist (setting)",
                "the file does not say whether “{state}” is a placement (setting)",
                "ergänzen Sie bei diesem Zustand setting: residential, foster, mother_child, ambulatory oder none",
                "add to this state setting: residential, foster, mother_child, ambulatory or none",
            )
        },
        cause=Both(
            "Wer ohne Programm untergebracht würde, entscheidet über das Ergebnis; dazu muss jeder genannte Zustand "
            "sagen, wo das Kind dort lebt.",
            "Who would be placed without the programme decides the result, so every state named here must say where "
            "a child in it lives.",
        ),
        fix=Both(
            "Schreiben Sie im Abschnitt states zu diesem Zustand setting: ….",
            "In the section states, write setting: … to this state.",
        ),
        example=(
            "strata: {}\ncaseload: {arrivals: {neue: {value: 30 cases/year}}}\n"
            "states:\n  hilfe: {title: Hilfe, setting: ambulatory}\n"
            "without:\n  ▸heim: {share: 60 %}\n  hilfe: {share: rest}\n"
        ),
    ),
    "E232": Entry(
        says={
            "": _says(
                "Beobachtetes ist ein schlichter Betrag, keine Formel",
                "what was observed is a plain amount, no formula",
            ),
            "nothing": _says(
                "brutto muss mehr als 0 sein; sonst bleibt davon kein Anteil",
                "gross must be above 0; there is no share of nothing",
            ),
        },
        cause=Both(
            "Beobachtungen dienen dem Vergleich; sie hängen von keiner Zahl der Datei ab.",
            "Observations are there to compare with; they hang on no number of the file.",
        ),
        fix=Both("Schreiben Sie den Betrag: 42 751 EUR/year.", "Write the amount: 42 751 EUR/year."),
        example=(
            "observed:\n  anderswo: {title: Anderswo, years: 2010–2012, gross: ▸2 * preis, net: 15 785 EUR/year}\n"
        ),
    ),
    "E270": Entry(
        says={
            "": _says(
                "für {written} gilt schon ein anderer Zinssatz",
                "another rate holds for {written} already",
                "was ab time.start gilt, steht unter rate; jede Stufe beginnt später, in einem eigenen Monat",
                "what holds from time.start stands under rate; each step begins later, in a month of its own",
            )
        },
        cause=Both(
            "Die Stufe beginnt nicht nach time.start, oder zwei Stufen beginnen im selben Monat.",
            "The step does not begin after time.start, or two steps begin in the same month.",
        ),
        fix=Both(
            "Berichtigen Sie den Monat, oder streichen Sie die Stufe.",
            "Correct the month, or delete the step.",
        ),
        example=(
            "conventions:\n  discounting:\n    method: at_point\n    rate: 3.5 %/year\n"
            "    steps:\n      - {from: ▸2011-01, rate: 3 %/year}\n"
        ),
    ),
    "E271": Entry(
        says={
            "": _says(
                "{written} ist kein Beginn eines Jahres der Rechnung; diese beginnen im Monat {month}",
                "{written} does not begin a year of the calculation; these begin in month {month}",
                "oder method: at_point",
                "or method: at_point",
            )
        },
        cause=Both(
            "Bei per_year_… hat jedes Jahr, von time.start an gezählt, einen einzigen Zinssatz.",
            "Under per_year_… each year, counted from time.start, has one rate.",
        ),
        fix=Both(
            "Legen Sie die Stufe auf den Beginn eines Jahres, oder zinsen Sie mit at_point nach dem Zeitpunkt ab.",
            "Put the step at the beginning of a year, or discount by date with at_point.",
        ),
        example=(
            "conventions:\n  discounting:\n    method: per_year_end\n    rate: 3.5 %/year\n"
            "    steps:\n      - {from: ▸2021-07, rate: 3 %/year}\n"
        ),
    ),
    "E272": Entry(
        says={
            "": _says(
                "für »{state}« nennt die Datei keine mittlere Dauer, mit der sich »Fälle im Jahr« in Platzjahre umrechnen lassen",
                "the file states no mean stay in »{state}« that would convert cases in the year to place-years",
                "ergänzen Sie hier mean_stay: 21 months",
                "add mean_stay: 21 months here",
            ),
            "report": _says(
                "für »Fälle im Jahr« braucht der Bericht genau einen Zustand mit dem Merkmal placement und mittlerer Dauer (stays … mean)",
                "for cases in the year the report needs exactly one state tagged placement, with its mean stay (stays … mean)",
            ),
        },
        cause=Both(
            "Auf einen Platz kommen (1 + T) / T Fälle im Jahr, bei einer mittleren Dauer von T Jahren. Ohne T sind beide Zählweisen nicht vergleichbar.",
            "One place has (1 + T) / T cases in the year, at a mean stay of T years. Without T the two rules cannot be compared.",
        ),
        fix=Both(
            "Nennen Sie die mittlere Dauer, oder geben Sie den Betrag je Platz und Jahr an.",
            "State the mean stay, or give the amount per place and year.",
        ),
        example=(
            "costs:\n  lehrgang:\n    kind: per_case\n    title: Lehrgang\n    state: ende\n"
            "    value: 25 556 EUR/year\n    case_count: ▸cases_in_year\n"
        ),
    ),
    "E273": Entry(
        says={
            "": _says(
                "hier wird nichts umgerechnet",
                "nothing is converted here",
                "gehört dazu case_count: cases_in_year?",
                "is case_count: cases_in_year missing?",
            )
        },
        cause=Both(
            "Eine mittlere Dauer neben einem Betrag dient nur der Umrechnung von »Fällen im Jahr«.",
            "A mean stay beside an amount only converts cases in the year.",
        ),
        fix=Both(
            "Streichen Sie mean_stay, oder nennen Sie die Zählweise.", "Delete mean_stay, or state the rule."
        ),
        example=(
            "costs:\n  heim:\n    kind: per_case\n    title: Heim\n    state: heim\n"
            "    value: 40 159 EUR/year\n    mean_stay: ▸21 months\n"
        ),
    ),
    "E274": Entry(
        says={
            "": _says(
                "ein Betrag je Fall im Jahr gilt für ein Jahr: 25 556 EUR/year",
                "an amount per case in the year is for a year: 25 556 EUR/year",
            )
        },
        cause=Both(
            "»Fälle im Jahr« zählt ein ganzes Jahr zusammen; im Monat oder am Tag gibt es andere Zahlen.",
            "“Cases in the year” counts a whole year together; a month or a day has other numbers.",
        ),
        fix=Both("Geben Sie den Betrag je Jahr an.", "Give the amount per year."),
        example=(
            "costs:\n  heim:\n    kind: per_case\n    title: Heim\n    state: heim\n"
            "    value: ▸2 130 EUR/month\n    case_count: cases_in_year\n    mean_stay: 21 months\n"
        ),
    ),
    "E275": Entry(
        says={
            "": _says(
                "hier wird eine schlichte Dauer über null erwartet",
                "a plain length of time above zero is expected here",
            )
        },
        cause=Both(
            "Die Dauer ist null, negativ oder eine Formel; eine Zählweise hängt nicht an Parametern.",
            "The stay is zero, negative or a formula; a counting rule does not hang on parameters.",
        ),
        fix=Both("Schreiben Sie die Dauer aus: 21 months.", "Write the length of time out: 21 months."),
        example=(
            "costs:\n  heim:\n    kind: per_case\n    title: Heim\n    state: heim\n"
            "    value: 25 556 EUR/year\n    case_count: cases_in_year\n    mean_stay: ▸0 months\n"
        ),
    ),
}
_BUDGET: Final[dict[str, Entry]] = {
    "E250": Entry(
        says={
            "": _says(
                "das letzte Ergebnis ist von {year}, gerechnet wird ab {start}",
                "the last result is of {year}, the calculation begins in {start}",
                "nennen Sie das Ergebnis eines Jahres davor",
                "give the result of a year before",
            )
        },
        cause=Both(
            "Die Überleitung führt von einem abgeschlossenen Jahr zur Prognose; beide dürfen sich nicht überschneiden.",
            "The bridge leads from a closed year to the forecast; the two must not overlap.",
        ),
        fix=Both(
            "Tragen Sie das letzte Jahr ein, das vor dem Beginn der Rechnung abgeschlossen ist.",
            "Enter the last year that is closed before the calculation begins.",
        ),
        example=(
            "budget:\n  products:\n    hilfen:\n      title: Hilfen\n"
            "      last_result: {year: ▸2020, value: 4.5 Mio EUR}\n"
        ),
    ),
    "E251": Entry(
        says={
            "": _says(
                "der Ansatz ist von {year}, das letzte Ergebnis von {last}",
                "the appropriation is of {year}, the last result of {last}",
            )
        },
        cause=Both(
            "Der Ansatz folgt auf das letzte Ergebnis, er liegt nicht davor.",
            "The appropriation follows the last result, it does not lie before it.",
        ),
        fix=Both("Nennen Sie den laufenden Ansatz.", "Give the current appropriation."),
        example=(
            "budget:\n  products:\n    hilfen:\n      title: Hilfen\n"
            "      last_result: {year: 2018, value: 4.5 Mio EUR}\n"
            "      appropriation: {year: ▸2017, value: 4.6 Mio EUR}\n"
        ),
    ),
    "E252": Entry(
        says={
            "": _says(
                "dasselbe Produkt steht schon bei {other}", "the same product stands at {other} already"
            )
        },
        cause=Both(
            "Zwei Ergebnisse für ein Produkt; welches gilt, ist unklar.",
            "Two results for one product; which one holds is unclear.",
        ),
        fix=Both(
            "Streichen Sie eines von beiden, oder nennen Sie die Produktnummer, die gemeint ist.",
            "Delete one of the two, or give the product number that is meant.",
        ),
        example=(
            "budget:\n  products:\n    alles:\n      title: Alles\n"
            "      last_result: {year: 2018, value: 4.5 Mio EUR}\n"
            "    ▸hilfen:\n      title: Hilfen\n      last_result: {year: 2018, value: 4.5 Mio EUR}\n"
        ),
    ),
    "W230": Entry(
        says={
            "": _says(
                "in »{written}« fehlt wohl eine führende Null",
                "a leading zero seems to be missing in »{written}«",
                "meinten Sie »{meant}«?",
                "did you mean »{meant}«?",
            )
        },
        cause=Both(
            "Produktnummern haben zwei Stellen je Ebene. Tabellenprogramme machen aus 06.03 gern 6.3.",
            "Product numbers have two digits per level. Spreadsheets tend to turn 06.03 into 6.3.",
        ),
        fix=Both(
            'Schreiben Sie die Nummer in Anführungszeichen: "06.03".', 'Write the number in quotes: "06.03".'
        ),
        example="states:\n  kur:\n    title: Kur\n    product: ▸6.3\n",
    ),
    "W231": Entry(
        says={
            "": _says(
                "in »{title}« ist am Anfang niemand; Ergebnis und Prognose sind so nicht vergleichbar",
                "nobody is in “{title}” at the start; result and forecast cannot be compared",
                "ergänzen Sie den Bestand unter caseload: stock",
                "add the cases that are there under caseload: stock",
            ),
            "year": _says(
                "im Zeitraum des Haushalts liegt kein ganzes Haushaltsjahr; es gibt keine Überleitung",
                "no whole budget year lies in the budget window; there is no bridge",
            ),
        },
        cause=Both(
            "Die Überleitung vergleicht ein ganzes Jahr mit allen Fällen, auch denen, die schon da sind.",
            "The bridge compares a whole year with all cases, those already there included.",
        ),
        fix=Both(
            "Tragen Sie den Bestand zu Beginn ein, und lassen Sie die Rechnung im Januar beginnen.",
            "Enter the cases that are there at the start, and let the calculation begin in January.",
        ),
        example=(
            'states:\n  kur:\n    title: Kur\n    product: "06.04"\n'
            "costs:\n  kurkosten:\n    kind: per_case\n    title: Kur\n    state: kur\n"
            "    value: 3 000 EUR/month\n"
            'budget:\n  products:\n    ▸kuren:\n      title: Kuren\n      product: "06.04"\n'
            "      last_result: {year: 2018, value: 4.5 Mio EUR}\n"
        ),
    ),
}
_CHANCES: Final[dict[str, Entry]] = {
    "E361": Entry(
        says={
            "": _says(
                "»{written}« ist der Name einer Uhr und kann kein Parameter sein",
                "»{written}« is the name of a clock and cannot be a parameter",
            ),
        },
        cause=Both(
            "Formeln lesen age, years_since_entry, years_since_start und years_since_enrolment als Zeiten, die für jeden Fall anders sind.",
            "Formulas read age, years_since_entry, years_since_start and years_since_enrolment as times that differ between cases.",
        ),
        fix=Both("Geben Sie dem Parameter einen anderen Namen.", "Give the parameter another name."),
        example="parameters:\n  ▸age: 6\n",
    ),
    "E362": Entry(
        says={
            "": _says(
                "die Wirkung betrifft keinen Wechsel, den es in der Datei gibt",
                "the effect is on no move that the file has",
            ),
        },
        cause=Both(
            "Ein Verhältnis ändert die Wahrscheinlichkeit eines Wechsels; zwischen diesen Zuständen steht in der Datei keiner.",
            "A ratio changes the chance of a move; between these states the file has none.",
        ),
        fix=Both(
            "Vergleichen Sie from und to mit stays, breakdowns und transitions.",
            "Compare from and to with stays, breakdowns and transitions.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n    effects:\n      - ▸kind: hazard_ratio\n        from: ende\n        to: ende\n        ratio: 0.5\n",
    ),
    "E363": Entry(
        says={
            "": _says(
                "für den Wechsel {move} steht keine Wahrscheinlichkeit mit Zeitraum, daher fehlt »over: 1 year«",
                "the move {move} has no chance with a period, so »over: 1 year« is needed",
            ),
            "own": _says(
                "hier steht keine Wahrscheinlichkeit mit Zeitraum, daher fehlt »over: 1 year«",
                "there is no chance with a period here, so »over: 1 year« is needed",
            ),
        },
        cause=Both(
            "Ein Risiko- oder Chancenverhältnis gilt für die Wahrscheinlichkeit über einen Zeitraum. Bei einer mittleren Dauer oder Rate, oder bei mehreren Gründen, ist keiner geschrieben.",
            "A risk or odds ratio is about the chance over a time. With a mean stay or a rate, or several reasons, none is written.",
        ),
        fix=Both(
            "Schreiben Sie, über welche Zeit das Verhältnis gemessen wurde, oder nehmen Sie ein hazard_ratio.",
            "Write the time over which the ratio was measured, or use a hazard_ratio.",
        ),
        example="stays:\n  heim:\n    mean: 21 months\n    to: {ende: 100 %}\n    modifiers:\n      - ▸kind: risk_ratio\n        ratio: 0.8\n",
    ),
    "E364": Entry(
        says={
            "": _says(
                "wer schon da ist (of: present), wird nach und nach aufgenommen: »offered: 10 %/month« fehlt",
                "who is present is taken in little by little: »offered: 10 %/month« is missing",
            ),
            "once": _says("»offered« passt nur zu »of: present«", "»offered« only goes with »of: present«"),
        },
        cause=Both(
            "entries und stock werden einmal gefragt, present immer wieder.",
            "entries and stock are asked once, those present again and again.",
        ),
        fix=Both(
            "Schreiben Sie bei present, wie vielen es je Zeit angeboten wird, sonst nur reach und uptake.",
            "With present, write to how many it is offered per time; otherwise only reach and uptake.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    enrolment:\n      - ▸of: present\n        in: heim\n",
    ),
    "E365": Entry(
        says={
            "": _says("in »{written}« kann niemand teilnehmen", "nobody can take part in »{written}«"),
        },
        cause=Both(
            "Wer dort ist, bleibt für immer, oder der Zustand fehlt unter continues_in.",
            "Who is there stays for ever, or the state is missing under continues_in.",
        ),
        fix=Both(
            "Nennen Sie einen Zustand, den man wieder verlassen kann und der unter continues_in steht.",
            "Name a state that can be left and that stands under continues_in.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    continues_in: heim\n    enrolment:\n      - of: entries\n        in: ▸hilfe\n",
    ),
    "E366": Entry(
        says={
            "": _says(
                "das Programm nimmt niemanden auf, daher wirkt es auf niemanden",
                "the programme takes nobody in, so it has an effect on nobody",
            ),
            "line": _says(
                "das Programm nimmt niemanden auf, daher fällt hier nichts an",
                "the programme takes nobody in, so nothing is due here",
            ),
        },
        cause=Both(
            "Das gilt für die, die teilnehmen; wer das ist, sagt enrolment oder eine Umlenkung (diverts).",
            "This is about those who take part; enrolment says who that is, or a diversion.",
        ),
        fix=Both(
            "Schreiben Sie unter enrolment, wen das Programm aufnimmt.",
            "Write under enrolment whom the programme takes in.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    effects:\n      - ▸kind: hazard_ratio\n        from: heim\n        ratio: 0.5\n",
    ),
    "E367": Entry(
        says={
            "": _says(
                "die Verteilung braucht eine Skala: »mean« beim Zustand oder »scale« hier",
                "the law needs a scale: »mean« beside it or »scale« in it",
            ),
            "both": _says(
                "»scale« und »mean« sagen dasselbe zweimal", "»scale« and »mean« say the same twice"
            ),
        },
        cause=Both(
            "Form und Skala legen eine Verteilung fest; die Skala folgt auch aus der mittleren Dauer.",
            "Shape and scale fix a distribution; the scale also follows from the mean stay.",
        ),
        fix=Both("Geben Sie genau eines an.", "Give exactly one of them."),
        example="stays:\n  heim:\n    ▸law: {kind: weibull, shape: 1.5}\n    to: {ende: 100 %}\n",
    ),
    "E368": Entry(
        says={
            "": _says(
                "die Stufe ist {found}; gezählt wird ab 1", "the stage is {found}; stages count from 1"
            ),
        },
        cause=Both(
            "Stufen sind die Reihenfolge der Wechsel in einem Takt.",
            "Stages are the order of moves within a cycle.",
        ),
        fix=Both("Schreiben Sie 1, 2, 3 …", "Write 1, 2, 3 …"),
        example="transitions:\n  - from: heim\n    to: ende\n    probability: 1 %/year\n    stage: ▸0\n",
    ),
    "E369": Entry(
        says={
            "": _says("eine Wirkung, die bleibt, lässt nicht nach", "an effect that lasts does not fade"),
        },
        cause=Both(
            "»afterwards: lasts« und »fades_over« schließen einander aus.",
            "»afterwards: lasts« and »fades_over« exclude each other.",
        ),
        fix=Both("Lassen Sie eines davon stehen.", "Keep one of them."),
        example="interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n    effects:\n      - kind: hazard_ratio\n        from: heim\n        ratio: 0.5\n        afterwards: lasts\n        ▸fades_over: 1 year\n",
    ),
    "E370": Entry(
        says={
            "": _says(
                "der Anlauf beginnt {first}, das Programm {start}",
                "the ramp-up begins in {first}, the programme in {start}",
            ),
        },
        cause=Both(
            "Für die Zeit davor ist nicht gesagt, wie weit das Programm reicht.",
            "Nothing is said about the time before.",
        ),
        fix=Both("Nennen Sie das erste Jahr des Programms.", "Name the first year of the programme."),
        example='interventions:\n  kurs:\n    title: Kurs\n    ▸ramp_up: {"2021": 50 %}\n',
    ),
    "E372": Entry(
        says={
            "": _says(
                "eine Formel liest das Alter, hier steht keines; »age: 6 years« fehlt",
                "a formula reads age, and none stands here; »age: 6 years« is missing",
            ),
        },
        cause=Both(
            "Wie alt die Fälle sind, wenn sie kommen, muss bei jedem Bestand und Zugang stehen.",
            "How old cases are when they come must stand at each stock and stream.",
        ),
        fix=Both("Ergänzen Sie age.", "Add age."),
        example=(
            "caseload:\n  stock:\n    anfang: {value: 5 cases, in: heim, age: 6 years}\n  intake: {}\n"
            "  arrivals:\n    ▸neue: {value: 30 cases/year, into: heim}\n"
            "transitions:\n  - {from: heim, to: ende, probability: zins * exp(0 - age)}\n"
        ),
    ),
    "E375": Entry(
        says={
            "": _says(
                "»{written}« hat keine mittlere Dauer, die sich ändern ließe",
                "»{written}« has no mean stay that could be changed",
            ),
        },
        cause=Both(
            "Die Wirkung stay setzt eine andere mittlere Dauer; der Zustand braucht dafür unter stays ein »mean« ohne Verteilung.",
            "The effect stay sets another mean stay; the state needs a »mean« without a law under stays.",
        ),
        fix=Both(
            "Schreiben Sie die Dauer als »mean«, oder nehmen Sie ein hazard_ratio.",
            "Write the stay as a »mean«, or use a hazard_ratio.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n    effects:\n      - kind: stay\n        state: ▸ende\n        mean: 12 months\n",
    ),
    "E377": Entry(
        says={
            "": _says("»{name}« fehlt in: {strata}", "»{name}« is missing in: {strata}"),
        },
        cause=Both(
            "Eine Formel liest ein Merkmal, das nicht jede Gruppe hat.",
            "A formula reads an attribute that not every stratum has.",
        ),
        fix=Both("Ergänzen Sie das Merkmal unter attributes.", "Add the attribute under attributes."),
        example=(
            "strata:\n  hoch: {title: hoch belastet, share: anteil, attributes: {index: 1}}\n"
            "transitions:\n  - from: heim\n    to: ende\n    probability: ▸zins * index\n"
        ),
    ),
    "E378": Entry(
        says={
            "": _says(
                "in »{state}« kommt es auf zwei Uhren an: {first} und {second}",
                "in »{state}« two clocks matter: {first} and {second}",
                "schreiben Sie »engine: auto«",
                "write »engine: auto«",
            ),
        },
        cause=Both(
            "Die Datei verlangt die Rechnung mit mittleren Fallzahlen (engine: cohort). Diese führt je Zustand eine Uhr: die Dauer im Zustand, das Alter oder die Zeit in einem Programm. Mehreren folgt nur die Rechnung mit einzelnen Personen.",
            "The file asks for mean numbers of cases (engine: cohort). They keep one clock per state: the time in it, age, or the time in a programme. Only the simulation of persons follows more.",
        ),
        fix=Both(
            "Schreiben Sie »engine: auto« oder »engine: microsimulation«: Dann werden die Fälle einzeln durchgespielt. Oder verzichten Sie auf eine der beiden Uhren.",
            "Write »engine: auto« or »engine: microsimulation«, and cases are followed one by one. Or do without one of the clocks.",
        ),
        example=(
            "engine: cohort\nstays:\n  heim:\n    law: {kind: weibull, shape: 1.5, scale: 20 months}\n    to: {ende: 100 %}\n"
            "interventions:\n  ▸kurs:\n    title: Kurs\n    lasts: 12 months\n"
        ),
    ),
    "E379": Entry(
        says={
            "": _says(
                "diese Tabelle hat Namen als Schlüssel ({written}); nach einer Zahl lässt sich darin nichts suchen",
                "this table has names as keys ({written}); nothing can be found in it by a number",
            )
        },
        cause=Both(
            "Eine Formel liest eine Spalte nach dem Alter oder nach Jahren; dafür muss die erste Spalte ganze Zahlen enthalten.",
            "A formula reads a column by age or by years; its first column must hold whole numbers for that.",
        ),
        fix=Both(
            "Nehmen Sie eine Tabelle, deren erste Spalte Alter oder Jahre zählt.",
            "Use a table whose first column counts ages or years.",
        ),
        example=(
            "tables:\n  tafel: {file: tafel.csv, per: year, source: amt}\n"
            'transitions:\n  - from: hilfe\n    to: ende\n    probability: ▸"tafel.anteil[years_since_start]"\n'
        ),
        beside="zustand;anteil\nheim;0,5\nhilfe;0,1\n",
    ),
    "E347": Entry(
        says={
            "": _says(
                "gekreuzt wird mit den Gruppen unter »strata«; die Datei nennt dort keine",
                "groups are crossed with those under »strata«; the file names none there",
            )
        },
        cause=Both(
            "crossed_with teilt Gruppen weiter auf. Ohne Gruppen unter strata gibt es nichts aufzuteilen, und die Frage without nennt ihre Gruppen selbst.",
            "crossed_with divides groups further. Without groups under strata there is nothing to divide, and the question without names its groups itself.",
        ),
        fix=Both("Schreiben Sie eine der Einteilungen unter strata.", "Write one of the ways under strata."),
        example=(
            "strata: {}\n▸crossed_with:\n  risiko:\n    oben: {title: oben, share: 30 %}\n"
            "    unten: {title: unten, share: rest}\n"
            "caseload: {arrivals: {neue: {value: 30 cases/year, into: heim}}}\n"
        ),
    ),
    "E348": Entry(
        says={
            "": _says(
                "»{written}« steht schon unter {other}",
                "»{written}« stands under {other} already",
            )
        },
        cause=Both(
            "Angaben wie »strata: hoch« nennen eine Gruppe beim Namen; sie muss eindeutig sein.",
            "Statements such as »strata: hoch« call a group by its name; it must be the only one.",
        ),
        fix=Both(
            "Geben Sie einer der beiden Gruppen einen anderen Namen.", "Give one of the groups another name."
        ),
        example=(
            "crossed_with:\n  alter:\n    ▸hoch: {title: alt, share: 30 %}\n"
            "    klein: {title: jung, share: rest}\n"
        ),
    ),
    "E349": Entry(
        says={
            "": _says(
                "die Kosten der Fälle streuen um {found} ihres Mittels; möglich sind 0 % bis 1000 %",
                "the cost of cases varies by {found} of its mean; 0% to 1000% are possible",
            )
        },
        cause=Both(
            "variation ist die Standardabweichung der Kosten je Fall, geteilt durch ihr Mittel. Sie ist nie negativ, und mehr als das Zehnfache wurde nirgends gesehen.",
            "variation is the standard deviation of the cost per case over its mean. It is never negative, and more than ten times the mean has been seen nowhere.",
        ),
        fix=Both(
            "Schreiben Sie einen Anteil vom Mittel: 120 %. Ohne Unterschiede zwischen den Fällen streichen Sie »differs«.",
            "Write a share of the mean: 120 %. Where cases do not differ, drop “differs”.",
        ),
        example=(
            "costs:\n  platz:\n    kind: per_case\n    title: Heimplatz\n    state: heim\n"
            "    value: 5 100 EUR/month\n    differs: {law: lognormal, variation: ▸-120 %}\n"
        ),
    ),
    "E380": Entry(
        says={
            "": _says(
                "»{written}« gibt es nur in einem Programm", "»{written}« is only possible in a programme"
            ),
        },
        cause=Both(
            "Der Posten zählt die Fälle, die an einem Programm teilnehmen; unter costs und income der Datei steht nicht, an welchem.",
            "The line counts the cases that take part in a programme; under costs and income of the file nothing says in which.",
        ),
        fix=Both(
            "Schreiben Sie den Posten unter costs oder income des Programms, oder nehmen Sie per_case oder per_entry.",
            "Write the line under costs or income of the programme, or use per_case or per_entry.",
        ),
        example="costs:\n  kurs:\n    kind: ▸per_participant\n    title: Kurs\n    value: 300 EUR/month\n",
    ),
    "E381": Entry(
        says={
            "": _says(
                "in »{written}« ändert schon {other} dieses Gewicht",
                "{other} already changes this weight in »{written}«",
            ),
        },
        cause=Both(
            "Für einen Fall, der an beidem teilnimmt, wäre nicht gesagt, was ein Jahr zählt.",
            "For a case that takes part in both, nothing would say what a year counts.",
        ),
        fix=Both(
            "Lassen Sie eines davon stehen, oder trennen Sie die Programme in verschiedene Strategien.",
            "Keep one of them, or put the programmes into different strategies.",
        ),
        example="outcomes:\n  jahre: {title: Jahre, unit: Jahre, weights: {heim: 0.5}}\ninterventions:\n  kurs:\n    title: Kurs\n"
        "    enrolment: [{of: entries, in: heim}]\n    effects:\n"
        "      - {kind: weight, outcome: jahre, state: heim, weight: 0.6}\n"
        "      - {kind: weight, outcome: jahre, state: ▸heim, weight: 0.7}\n",
    ),
    "E382": Entry(
        says={
            "": _says(
                "dieses Verhältnis folgt der Zeit seit der Aufnahme (»{clock}«), wirkt aber wegen »{key}« auch nach der Teilnahme",
                "this ratio follows the time since enrolment (»{clock}«), but acts after participation too, because of »{key}«",
            ),
        },
        cause=Both(
            "Seit der Aufnahme wird nur gezählt, solange ein Fall teilnimmt. Danach zählt die Uhr ab dem Ende der Teilnahme; die Formel läse eine andere Zeit, als sie nennt.",
            "Time since enrolment is counted only while a case takes part. Afterwards the clock counts from the end of participation; the formula would read another time than it names.",
        ),
        fix=Both(
            "Lassen Sie die Wirkung der Uhr folgen und mit der Teilnahme enden, oder geben Sie ihr ein festes Verhältnis, wenn sie bleibt oder nachlässt.",
            "Let the effect follow the clock and end with participation, or give it a fixed ratio where it says »lasts« or »fades_over«.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n    effects:\n      - kind: hazard_ratio\n        from: heim\n        ratio: ▸1 - 0.5 * exp(0 - years_since_enrolment)\n        fades_over: 1 year\n",
    ),
    "E383": Entry(
        says={
            "": _says(
                "die mittlere Dauer in »{written}« ändert schon {other}",
                "{other} already changes the mean stay in »{written}«",
            ),
        },
        cause=Both(
            "Für einen Fall, der an beidem teilnimmt, wäre nicht gesagt, welche Dauer gilt. Verhältnisse werden malgenommen, zwei Dauern nicht.",
            "For a case that takes part in both, nothing would say which stay holds. Ratios multiply, two mean stays do not.",
        ),
        fix=Both(
            "Lassen Sie eine der beiden stehen, schreiben Sie die andere als »hazard_ratio« auf das Verlassen des Zustands, oder trennen Sie die Programme in verschiedene Strategien.",
            "Keep one of them, write the other as a »hazard_ratio« on leaving the state, or put the programmes into different strategies.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n    effects:\n"
        "      - {kind: stay, state: heim, mean: 18 months}\n      - {kind: stay, state: ▸heim, mean: 12 months}\n",
    ),
}

_LUCK: Final[dict[str, Entry]] = {
    "E394": Entry(
        says={
            "": _says(
                "»negative_binomial« braucht eine »dispersion«",
                "»negative_binomial« needs a »dispersion«",
                "schreiben Sie etwa dispersion: 1.5, oder »poisson«",
                "write dispersion: 1.5, for example, or »poisson«",
            ),
            "unused": _says(
                "»dispersion« gibt es nur zu »varies: negative_binomial«",
                "»dispersion« only goes with »varies: negative_binomial«",
            ),
            "small": _says(
                "die »dispersion« ist mindestens 1; hier steht {found}",
                "a »dispersion« is at least 1, not {found}",
            ),
        },
        cause=Both(
            "dispersion sagt, um wie viel mehr eine Zahl von Fällen schwankt als der reine Zufall (poisson): die Varianz geteilt durch den Mittelwert. Nur negative_binomial hat eine eigene, und weniger als der reine Zufall schwankt sie nicht.",
            "A dispersion says by how much more a number of cases varies than by pure chance (poisson): its variance over its mean. Only negative_binomial has one of its own, and it never varies less than by pure chance.",
        ),
        fix=Both(
            "Schreiben Sie beides zusammen, varies: negative_binomial und dispersion: 1.5. Wer weniger Schwankung will, schreibt varies: fixed.",
            "Write both together, varies: negative_binomial and dispersion: 1.5. For less variation write varies: fixed.",
        ),
        example="caseload:\n  arrivals:\n    neue:\n      value: 30 cases/year\n      into: heim\n      varies: ▸negative_binomial\n",
    ),
    "E395": Entry(
        says={
            "": _says(
                "möglich sind 1 bis {limit} Durchläufe, hier stehen {found}",
                "between 1 and {limit} replications are possible, not {found}",
            ),
            "seed": _says(
                "möglich sind Startzahlen von 0 bis {limit}, hier steht {found}",
                "seeds from 0 to {limit} are possible, not {found}",
            ),
        },
        cause=Both(
            "Einzelne Personen werden so oft durchgespielt, wie replications sagt; das Ergebnis ist der Mittelwert. Die Startzahl (seed) ist die Adresse des Zufalls und hat 64 Bit.",
            "Persons are lived through as often as replications says; the result is the mean. The seed is the address of chance and has 64 bits.",
        ),
        fix=Both(
            "200 Durchläufe genügen meist; das Vierfache halbiert die Unschärfe.",
            "200 replications mostly do; four times as many halve the error.",
        ),
        example="uncertainty:\n  replications: ▸0\n",
    ),
    "E396": Entry(
        says={"": _says("die Stufe {found} ist kleiner als 0", "the rank {found} is less than 0")},
        cause=Both(
            "intensity ordnet die Zustände danach, wie viel für einen Fall getan wird; 0 heißt: nichts.",
            "intensity ranks states by how much is done for a case; 0 means nothing.",
        ),
        fix=Both(
            "Schreiben Sie 0 für keine Hilfe und größere ganze Zahlen für mehr.",
            "Write 0 for no help and larger whole numbers for more.",
        ),
        example="states:\n  ende: {title: beendet, intensity: ▸-1}\n",
    ),
    "E397": Entry(
        says={
            "": _says(
                "»{written}« ist noch vergeben: an {other}",
                "»{written}« still belongs to {other}",
            )
        },
        cause=Both(
            "was nennt den früheren Namen; mit ihm behält, was umbenannt wurde, seinen Zufall. Zwei mit demselben Zufall wären dieselben Personen.",
            "was names the former id; by it, what is renamed keeps its luck. Two of the same luck would be the same persons.",
        ),
        fix=Both(
            "Nennen Sie den Namen, den gerade dieser Eintrag früher hatte, oder streichen Sie die Zeile.",
            "Name the id that this very entry had before, or delete the line.",
        ),
        example=(
            "caseload:\n  arrivals:\n    neue: {value: 30 cases/year, into: heim}\n"
            "    weitere: {value: 5 cases/year, into: heim, was: ▸neue}\n"
        ),
    ),
}

_QUEUES: Final[dict[str, Entry]] = {
    "E400": Entry(
        says={
            "": _says(
                "hier stehen {found} Stellen; weniger als keine gibt es nicht",
                "there are {found} posts here; there cannot be fewer than none",
            ),
            "size": _says("eine Stelle von {found} FTE gibt es nicht", "there is no post of {found} FTE"),
            "full": _says(
                "{found} FTE sind keine ganze Zahl voller Stellen",
                "{found} FTE are no whole number of full posts",
                "ergänzen Sie, wie groß eine Stelle ist: post_size: 0.5 FTE",
                "add how large a post is: post_size: 0.5 FTE",
            ),
            "whole": _says(
                "{found} FTE lassen sich nicht mit Stellen von je {size} FTE besetzen",
                "{found} FTE cannot be made up of posts of {size} FTE each",
                "schreiben Sie zum Beispiel {whole} FTE",
                "write {whole} FTE, for example",
            ),
        },
        cause=Both(
            "Stellen werden einzeln besetzt und einzeln frei, jede so groß, wie post_size sagt, sonst eine volle. Es gibt keine oder mehr davon.",
            "Posts are filled and left one by one, each as large as post_size says, else a full one. There are none or more of them.",
        ),
        fix=Both(
            "Schreiben Sie die Zahl der Stellen als Vielfaches von post_size; 0 FTE ist erlaubt, wenn der Stellenplan später welche bringt.",
            "Write the number of posts as a multiple of post_size; 0 FTE is allowed where the schedule brings some later.",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: ▸-2 FTE, caseload: 15}\n",
    ),
    "E401": Entry(
        says={
            "": _says(
                "eine Stelle betreut hier {found} Fälle zugleich; es müssen mehr als null sein",
                "a post works with {found} cases at once here; it must be more than none",
            )
        },
        cause=Both(
            "caseload sagt, wie viele Fälle eine volle Stelle gleichzeitig betreut. Bei null käme niemand an die Reihe, wie viele Stellen es auch gibt.",
            "caseload says how many cases a full post works with at once. With none, nobody would ever be served, however many posts there are.",
        ),
        fix=Both("Schreiben Sie eine Zahl von Fällen: 15.", "Write a number of cases: 15."),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: 2 FTE, caseload: ▸0}\n",
    ),
    "E402": Entry(
        says={
            "": _says(
                "ein Fall von »{stratum}« braucht {found} Plätze zugleich, es gibt aber nie mehr als {slots}",
                "a case of “{stratum}” needs {found} slots at once, but there are never more than {slots}",
                "senken Sie den Bedarf, oder erhöhen Sie die Stellen",
                "lower the need, or raise the posts",
            ),
            "none": _says(
                "ein Fall braucht mindestens einen Platz; hier steht {found}",
                "a case needs at least one slot, not {found}",
            ),
        },
        cause=Both(
            "Die Plätze eines Programms sind Stellen mal produktiver Anteil mal Fälle je Stelle, abgerundet. Wer mehr braucht, als es je gibt, wartet immer und hält alle auf, die nach ihm kommen.",
            "The slots of a programme are posts times productive share times cases per post, rounded down. Who needs more than there ever is waits for ever, and holds up all who come later.",
        ),
        fix=Both(
            "Prüfen Sie needs: Wie viele gewöhnliche Fälle ersetzt ein solcher Fall bei einer Fachkraft?",
            "Check needs: how many ordinary cases does such a case stand for in somebody’s caseload?",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: 2 FTE, caseload: 10, needs: {hoch: ▸30}}\n",
    ),
    "E403": Entry(
        says={
            "": _says(
                "»{written}« hat denselben Rang wie »{other}«: {rank}; wer zuerst an die Reihe kommt, ist so nicht gesagt",
                "“{written}” has the same rank as “{other}”: {rank}; so nothing says who is served first",
                "geben Sie jeder Gruppe einen eigenen Rang, oder streichen Sie beide",
                "give each stratum a rank of its own, or delete both",
            ),
            "both": _says(
                "zu »{stratum}« sagt schon »{other}« etwas",
                "“{other}” says something of “{stratum}” already",
                "nennen Sie jede Gruppe nur einmal",
                "name each stratum only once",
            ),
        },
        cause=Both(
            "Rang 1 kommt vor Rang 2. Gruppen ohne Rang kommen danach, alle zusammen in der Reihenfolge ihrer Anfragen. Zwei gleiche Ränge lassen offen, wer vorgeht.",
            "Rank 1 comes before rank 2. Strata without a rank come after them, all together in the order of their requests. Two equal ranks leave open who goes first.",
        ),
        fix=Both(
            "Schreiben Sie verschiedene Ränge. Soll zwischen zwei Gruppen allein die Reihenfolge der Anfragen zählen, lassen Sie beide ohne Rang.",
            "Write different ranks. Where only the order of requests is to count between two strata, leave both without a rank.",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: 2 FTE, caseload: 10, priority: {hoch: 1, niedrig: ▸1}}\n",
    ),
    "E404": Entry(
        says={
            "": _says(
                "{written} liegt vor dem Schritt davor ({other})",
                "{written} lies before the step before it ({other})",
                "ordnen Sie die Schritte nach dem Monat",
                "put the steps in the order of their months",
            ),
            "twice": _says(
                "zu {written} gibt es schon einen Schritt", "there is a step for {written} already"
            ),
            "early": _says(
                "der Plan ändert sich schon {written}, begonnen wird aber erst {start}",
                "the schedule changes in {written}, but all begins in {start}",
                "was im ersten Monat gilt, steht vor dem Plan, nicht in ihm",
                "what holds in the first month stands before the schedule, not in it",
            ),
            "over": _says(
                "der Plan ändert sich noch {written}, das Programm endet aber {end}",
                "the schedule changes in {written}, but the programme ends in {end}",
            ),
        },
        cause=Both(
            "Ein Plan sagt, was sich nach dem Beginn ändert, Monat für Monat der Reihe nach. Ein Schritt davor oder danach änderte nichts.",
            "A schedule says what changes after the start, month after month. A step before or after it would change nothing.",
        ),
        fix=Both(
            "Prüfen Sie die Monate, auch start und end des Programms.",
            "Check the months, and start and end of the programme.",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    start: 2020-07\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity:\n      posts: 2 FTE\n      caseload: 10\n      schedule: [{from: ▸2020-04, posts: 4 FTE}]\n",
    ),
    "E405": Entry(
        says={
            "": _says(
                "wer in »{written}« keinen Platz findet, kann nicht dort warten",
                "who finds no place in “{written}” cannot wait there",
            ),
            "limited": _says(
                "»{written}« hat selbst nur begrenzte Plätze; wer dort keinen fände, wäre nirgends",
                "“{written}” has limited places itself; who found none there would be nowhere",
            ),
        },
        cause=Both(
            "bridge nennt den Zustand, in dem ein Fall lebt, bis ein Platz frei wird: Inobhutnahme, Hilfe zu Hause oder keine Hilfe. Dort muss für jeden Platz sein.",
            "bridge names the state in which a case lives until a place is free: emergency placement, help at home or none. There must be room for everybody.",
        ),
        fix=Both(
            "Nennen Sie einen anderen Zustand, ohne places; notfalls einen eigenen mit seinen Kosten.",
            "Name another state without places, if need be one of its own with its costs.",
        ),
        example="states:\n  heim: {title: Heim, places: {value: 12, bridge: ▸heim}}\n",
    ),
    "E406": Entry(
        says={
            "": _says(
                "»{state}« hat begrenzte Plätze; ein Programm kann dorthin niemanden führen",
                "“{state}” has limited places; a programme cannot lead anybody there",
                "begrenzen Sie stattdessen das Programm mit »capacity«",
                "limit the programme by a “capacity” instead",
            ),
            "same": _says(
                "in »{state}« sind diese Fälle schon; wo gewartet wird, lässt sich dorthin niemand umlenken",
                "these cases are in “{state}” already; where cases wait, nobody can be diverted there",
                "nehmen Sie sie mit »enrolment« auf",
                "take them in by “enrolment”",
            ),
        },
        cause=Both(
            "Wer umgelenkt wird, nimmt vom ersten Tag an teil. Fände er dort keinen Platz, wäre er zugleich im Programm und in der Warteschlange; das ist nicht vorgesehen.",
            "Who is diverted takes part from the first day. Without a place there, such a case would be in the programme and in a queue at once, which is not possible.",
        ),
        fix=Both(
            "Streichen Sie places dort und geben Sie dem Programm eine capacity, oder lassen Sie die Fälle unter stays oder transitions dorthin wechseln.",
            "Delete places there and give the programme a capacity, or let cases move there under stays or transitions.",
        ),
        example="states:\n  hilfe: {title: Hilfe, places: {value: 12, bridge: ende}}\n"
        "interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: ▸hilfe, share: 50 %}]\n",
    ),
    "E407": Entry(
        says={
            "": _says(
                "»{programme}« hat keine »capacity«: Darauf wartet niemand",
                "“{programme}” has no “capacity”: nobody waits for it",
            ),
            "with": _says(
                "»with« passt nicht zu »while: waiting«: Wer wartet, nimmt noch nicht teil",
                "“with” does not go with “while: waiting”: who waits does not take part yet",
            ),
            "after": _says(
                "»{key}« passt nicht zu »while: waiting«: Die Wirkung endet mit dem Warten",
                "“{key}” does not go with “while: waiting”: the effect ends with waiting",
            ),
            "clock": _says(
                "»{clock}« zählt ab der Aufnahme; wer wartet, ist noch nicht aufgenommen",
                "“{clock}” counts from enrolment; who waits is not enrolled yet",
            ),
        },
        cause=Both(
            "Eine Wirkung mit »while: waiting« ändert, wie es denen ergeht, die auf einen Platz im Programm warten, und nur solange sie warten.",
            "An effect with “while: waiting” changes how those fare who wait for a slot in the programme, and only while they wait.",
        ),
        fix=Both(
            "Geben Sie dem Programm eine capacity, und trennen Sie, was beim Warten gilt, von dem, was in der Teilnahme gilt: zwei Wirkungen.",
            "Give the programme a capacity, and keep apart what holds while waiting and what holds while taking part: two effects.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n    effects:\n"
        "      - {kind: hazard_ratio, from: heim, ratio: 1.2, while: ▸waiting}\n",
    ),
    "E408": Entry(
        says={
            "": _says(
                "»posts« fehlt; weglassen lässt es sich nur in einem Programm mit »capacity«",
                "“posts” is missing; it can be left out only in a programme with a “capacity”",
                "schreiben Sie etwa posts: 0.5 FTE",
                "write posts: 0.5 FTE, for example",
            ),
            "waiting": _says(
                "das Programm hat keine »capacity«: Niemand wartet, und der Posten fiele nie an",
                "the programme has no “capacity”: nobody waits, and the line would never fall due",
            ),
        },
        cause=Both(
            "Stellen ohne eigene Zahl folgen den Stellen der capacity, und auf einen Platz wartet man nur, wo Plätze begrenzt sind.",
            "Posts without a number follow those of the capacity, and cases wait only where slots are limited.",
        ),
        fix=Both(
            "Ergänzen Sie die Zahl der Stellen oder die capacity des Programms.",
            "Add the number of posts, or the capacity of the programme.",
        ),
        example="costs:\n  ▸leitung: {kind: staff, title: Leitung, personnel: 80 000 EUR/year}\n",
    ),
    "E409": Entry(
        says={
            "": _says(
                "»{engine}« kennt keine Warteschlangen, die Datei begrenzt aber Plätze: {limits}",
                "“{engine}” knows no queues, but the file has limits: {limits}",
                "schreiben Sie »engine: discrete_event« oder »engine: auto«",
                "write “engine: discrete_event” or “engine: auto”",
            )
        },
        cause=Both(
            "Mittlere Fallzahlen (cohort) und einzelne Personen ohne Warteschlange (microsimulation) ließen alle sofort beginnen. Das Ergebnis wäre zu günstig, und niemand sähe es ihm an.",
            "Mean numbers of cases (cohort) and persons without queues (microsimulation) would let everybody begin at once. The result would be too favourable, and nobody could tell.",
        ),
        fix=Both(
            "Lassen Sie mit discrete_event rechnen, oder streichen Sie capacity und places, wenn die Plätze immer reichen.",
            "Compute by discrete_event, or delete capacity and places where they always suffice.",
        ),
        example="engine: ▸cohort\ninterventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: 2 FTE, caseload: 15}\n",
    ),
    "E410": Entry(
        says={
            "": _says("{found} Plätze gibt es nicht", "there cannot be {found} places"),
        },
        cause=Both(
            "Plätze sind eine ganze Zahl, null oder mehr; ein Fall belegt einen.",
            "Places are a whole number, none or more; a case takes one.",
        ),
        fix=Both("Schreiben Sie eine ganze Zahl: 64.", "Write a whole number: 64."),
        example="states:\n  heim: {title: Heim, places: {value: ▸12.5, bridge: hilfe}}\n",
    ),
    "E411": Entry(
        says={
            "": _says(
                "höchstens {found} können nicht warten; die kleinste Zahl ist 0",
                "at most {found} cannot wait; the smallest number is 0",
            ),
        },
        cause=Both(
            "waiting_room sagt, wie viele höchstens warten. Bei 0 wartet niemand: Wer keinen Platz findet, geht wieder.",
            "waiting_room says how many wait at most. With 0 nobody does: who finds no slot leaves.",
        ),
        fix=Both(
            "Schreiben Sie 0 oder mehr, oder streichen Sie die Zeile: Dann warten alle.",
            "Write 0 or more, or delete the line: then everybody waits.",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: 2 FTE, caseload: 15, waiting_room: ▸-1}\n",
    ),
    "W400": Entry(
        says={
            "": _says(
                "»{title}« hat nie einen Platz; niemand nimmt je teil",
                "“{title}” never has a slot; nobody ever takes part",
            ),
            "places": _says("in »{title}« gibt es nie einen Platz", "there is never a place in “{title}”"),
        },
        cause=Both(
            "Stellen mal produktiver Anteil mal Fälle je Stelle ergeben, abgerundet, immer null; oder die Zahl der Plätze ist immer null.",
            "Posts times productive share times cases per post, rounded down, are always none; or the number of places is always none.",
        ),
        fix=Both(
            "Prüfen Sie die Zahlen, auch die des Plans (schedule).",
            "Check the numbers, those of the schedule too.",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: ▸0 FTE, caseload: 15}\n",
    ),
    "W401": Entry(
        says={
            "": _says(
                "dieses Programm nimmt niemanden auf; um seine Plätze bewirbt sich keiner",
                "this programme takes nobody in; nobody asks for its slots",
            )
        },
        cause=Both(
            "Um Plätze geht es erst, wenn jemand aufgenommen wird: durch enrolment oder eine Umlenkung (diverts).",
            "Slots matter once somebody is taken in: by an enrolment or a diversion (diverts).",
        ),
        fix=Both(
            "Ergänzen Sie, wen das Programm aufnimmt. Zählen nur die Kosten der Stellen, dann genügt ein Posten staff.",
            "Add whom the programme takes in. Where only the cost of posts matters, a line of kind staff will do.",
        ),
        example="interventions:\n  kurs:\n    title: Kurs\n    ▸capacity: {posts: 2 FTE, caseload: 15}\n",
    ),
    "W402": Entry(
        says={
            "": _says(
                "{number} Fälle je Stelle sind ungewöhnlich ({usual})",
                "{number} cases per post are unusual ({usual})",
            )
        },
        cause=Both(
            "caseload ist, wie viele Fälle eine volle Stelle gleichzeitig betreut, nicht im Jahr. Wer Fälle im Jahr einträgt, bekommt zu viele Plätze.",
            "caseload is how many cases a full post works with at once, not in a year. Cases in the year give too many slots.",
        ),
        fix=Both(
            "Prüfen Sie die Zahl. Stimmt sie, dann schreiben Sie in die Notiz, warum es hier anders ist.",
            "Check the number. If it is right, say in a note why it is different here.",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: 2 FTE, caseload: ▸60}\n",
    ),
    "W403": Entry(
        says={
            "": _says(
                "{percent} % der Arbeitszeit für Fälle: Urlaub, Krankheit, Fahrten und Dokumentation sind selten nur der Rest",
                "{percent}% of the working time for cases: leave, illness, travel and records are seldom only the rest",
            ),
            "low": _says(
                "nur {percent} % der Arbeitszeit für Fälle: Der größere Teil der Stellen hilft niemandem",
                "only {percent}% of the working time for cases: the larger part of the posts helps nobody",
            ),
        },
        cause=Both(
            "productive_share ist, welcher Teil einer Stelle den Fällen zugutekommt. Üblich sind 50 bis 90 %.",
            "productive_share is which part of a post goes to cases. Mostly it lies between 50 and 90 %.",
        ),
        fix=Both(
            "Prüfen Sie, ob caseload schon je besetzter Stelle gemeint ist: Dann streichen Sie productive_share.",
            "Check whether caseload is meant per filled post already: then delete productive_share.",
        ),
        example="interventions:\n  hebammen:\n    title: Hebammen\n    effects: [{kind: diverts, from: heim, into: hilfe, share: 50 %}]\n"
        "    capacity: {posts: 2 FTE, caseload: 15, productive_share: ▸100 %}\n",
    ),
    "W404": Entry(
        says={
            "": _says(
                "in »{bridge}« zu warten kostet weniger als der Platz in »{state}«: Jeder fehlende Platz entlastete den Haushalt",
                "to wait in “{bridge}” costs less than the place in “{state}”: every missing place would relieve the budget",
            )
        },
        cause=Both(
            "Meist ist die Überbrückung teurer als der Platz, etwa eine Inobhutnahme. Fehlen ihre Kosten, dann sieht Warten wie Sparen aus.",
            "A bridge is mostly dearer than the place, such as an emergency placement. Where its costs are missing, waiting looks like saving.",
        ),
        fix=Both(
            "Ergänzen Sie unter costs, was der Zustand der Überbrückung kostet. Ist er wirklich billiger, dann schreiben Sie in die Notiz, wer die Folgen trägt.",
            "Add under costs what the state of the bridge costs. If it really is cheaper, say in a note who bears what follows.",
        ),
        example="states:\n  heim: {title: Heim, places: {value: 12, bridge: ▸hilfe}}\n",
    ),
    "W405": Entry(
        says={
            "": _says(
                "aus »{bridge}« führt nichts hinaus: Wer dort wartet, wartet bis zum Ende der Rechnung, wenn kein Platz frei wird",
                "nothing leads out of “{bridge}”: who waits there waits until the end of the calculation, if no place becomes free",
            )
        },
        cause=Both(
            "In der Überbrückung gelten deren eigene Wahrscheinlichkeiten. Hat sie keine, dann verlässt niemand die Warteschlange, und es warten immer mehr.",
            "In the bridge its own chances hold. Without any, nobody leaves the queue, and ever more wait.",
        ),
        fix=Both(
            "Schreiben Sie unter stays, wie lange jemand höchstens überbrückt wird und wohin es dann geht.",
            "Write under stays how long a case is bridged, and where it goes then.",
        ),
        example="states:\n  heim: {title: Heim, places: {value: 12, bridge: ▸warten}}\n  warten: {title: Inobhutnahme}\n",
    ),
    "W406": Entry(
        says={
            "": _says(
                "am Anfang sind {cases} Fälle in »{title}«, Platz ist aber nur für {room}",
                "{cases} cases are in “{title}” at the start, but there is room for only {room}",
            )
        },
        cause=Both(
            "Wer am Anfang da ist, bleibt; aufgenommen wird erst wieder, wenn genug gegangen sind. Vielleicht ist der Bestand in »Fällen im Jahr« gezählt.",
            "Who is there at the start stays; nobody is taken in until enough have left. Perhaps the stock is counted in cases in the year.",
        ),
        fix=Both(
            "Prüfen Sie Bestand und Plätze am selben Stichtag.",
            "Check the stock and the places at the same date.",
        ),
        example="states:\n  heim: {title: Heim, places: {value: ▸3, bridge: hilfe}}\n",
    ),
}

_RANGES: Final[dict[str, Entry]] = {
    "E420": Entry(
        says={
            "": _says(
                "das untere Ende ({low}) liegt über dem oberen ({high})",
                "the low end ({low}) is above the high end ({high})",
                "tauschen Sie beide",
                "swap them",
            ),
            "two": _says(
                "hier stehen zwei Zahlen, ein unteres und ein oberes Ende",
                "two numbers stand here, a low and a high end",
                "schreiben Sie etwa [38 %, 80 %]; eine Zahl mit Komma steht in Anführungszeichen",
                "write [38 %, 80 %], for example; quote a number with a comma",
            ),
            "unit": _says(
                "Wert und Spanne stehen in verschiedenen Einheiten",
                "value and range are in different units",
                "schreiben Sie beide Enden in »{unit}«",
                "write both ends in »{unit}«",
            ),
        },
        cause=Both(
            "Eine Spanne ist eine Liste aus zwei Zahlen: zuerst das untere Ende, dann das obere, beide in der Einheit des Werts.",
            "A range is a list of two numbers: first the low end, then the high one, both in the unit of the value.",
        ),
        fix=Both(
            "Schreiben Sie etwa value: 5 100 EUR/month und range: [4 000 EUR/month, 6 200 EUR/month].",
            "Write value: 5 100 EUR/month and range: [4 000 EUR/month, 6 200 EUR/month], for example.",
        ),
        example="parameters:\n  anteil: {value: 60 %, range: ▸[80 %, 38 %]}\n",
    ),
    "E421": Entry(
        says={
            "": _says(
                "der Wert ({value}) liegt nicht innerhalb der Spanne",
                "the value ({value}) is not inside the range",
            )
        },
        cause=Both(
            "Der Wert ist der Mittelwert dessen, was die Zahl sein kann; er liegt zwischen den Enden der Spanne.",
            "The value is the mean of what the number may be; it lies between the ends of the range.",
        ),
        fix=Both(
            "Prüfen Sie beide. Ist die Zahl genau bekannt, streichen Sie die Spanne.",
            "Check both. For a number that is known exactly, delete the range.",
        ),
        example="parameters:\n  anteil: {value: 60 %, range: ▸[65 %, 80 %]}\n",
    ),
    "E422": Entry(
        says={
            "": _says(
                "die Spanne reicht unter das, was hier möglich ist",
                "the range goes below what is possible here",
            ),
            "share": _says(
                "die Spanne eines Anteils bleibt zwischen 0 % und 100 %",
                "the range of a share stays between 0 % and 100 %",
            ),
        },
        cause=Both(
            "Anteile und Wahrscheinlichkeiten liegen zwischen 0 und 100 %; Beträge, Dauern, Fallzahlen und Faktoren sind nicht kleiner als 0.",
            "Shares and probabilities lie between 0 and 100 %; amounts, durations, cases and ratios are not below 0.",
        ),
        fix=Both("Kürzen Sie die Spanne auf das Mögliche.", "Cut the range to what is possible."),
        example="stays:\n  heim:\n    mean: 21 months\n    to:\n      ende: {value: 90 %, range: ▸[75 %, 105 %]}\n      hilfe: rest\n",
    ),
    "E423": Entry(
        says={
            "": _says(
                "{found} liegt nicht zwischen 0 und 100 %",
                "{found} is not between 0 and 100 %",
                "schreiben Sie etwa 95 %",
                "write 95 %, for example",
            ),
            "alone": _says(
                "»interval« sagt, wie viel eine Spanne umfasst; hier steht keine",
                "»interval« says how much a range holds, and there is none here",
                "ergänzen Sie »range«",
                "add a »range«",
            ),
        },
        cause=Both(
            "Eine Spanne umfasst einen Teil der Wahrscheinlichkeit, üblich sind 90 oder 95 %. Nichts und alles sind keine Spanne.",
            "A range holds a part of the probability, 90 or 95 % as a rule. Nothing and everything are no range.",
        ),
        fix=Both(
            "Schreiben Sie interval: 95 %, oder lassen Sie es weg; dann gelten 90 %.",
            "Write interval: 95 %, or leave it out for 90 %.",
        ),
        example="parameters:\n  anteil: {value: 60 %, range: [38 %, 80 %], interval: ▸95}\n",
    ),
    "E424": Entry(
        says={
            "": _says(
                "»{written}« gäbe hier auch Werte, die nicht möglich sind",
                "»{written}« would give values here that are not possible",
            )
        },
        cause=Both(
            "Ein Anteil liegt zwischen 0 und 100 %, ein Betrag kann größer als 1 sein; nicht jede Verteilung passt zu jeder Art von Zahl.",
            "A share lies between 0 and 100 %, an amount may be above 1; not every distribution goes with every kind of number.",
        ),
        fix=Both(
            "Nehmen Sie eine der erlaubten, oder streichen Sie »distribution«; dann wird die übliche genommen.",
            "Take one of those allowed, or delete »distribution« for the usual one.",
        ),
        example="stays:\n  heim:\n    mean: 21 months\n    to:\n      ende: {value: 70 %, range: [60 %, 80 %], distribution: ▸gamma}\n      hilfe: rest\n",
    ),
    "E425": Entry(
        says={
            "": _says(
                "eine Formel hat keine eigene Spanne",
                "a formula has no range of its own",
                "schreiben Sie sie an die Zahlen, die die Formel liest",
                "write it where the numbers stand that the formula reads",
            ),
            "fixed": _says(
                "diese Zahl ist in allen Ziehungen dieselbe und hat keine Spanne",
                "this number is the same in all draws and has no range",
            ),
        },
        cause=Both(
            "Gezogen werden Zahlen, die ausgeschrieben sind; Formeln folgen ihnen. Vereinbarungen über das Rechnen und Fristen in ganzen Takten gelten für alle Ziehungen.",
            "Numbers that are written out are drawn, and formulas follow them. Conventions, and times in whole cycles, hold for all draws.",
        ),
        fix=Both(
            "Streichen Sie die Spanne hier. Eine andere Frist prüfen Sie mit prevsim run FILE --set.",
            "Delete the range here. Try another time with prevsim run FILE --set.",
        ),
        example="parameters:\n  anteil: 60 %\n  rest: {value: 1 - anteil, ▸range: [20 %, 62 %]}\n",
    ),
    "E426": Entry(
        says={
            "none": _says(
                "hier fehlt, wie weit die Werte auseinanderliegen",
                "how far the values lie apart is missing here",
                "ergänzen Sie »range« beim Wert, oder sd, relative_sd oder cases",
                "add a »range« to the value, or sd, relative_sd or cases",
            ),
            "several": _says(
                "hier steht mehrmals, wie weit die Werte auseinanderliegen",
                "how far the values lie apart is said more than once",
                "lassen Sie »range« oder das andere weg",
                "leave out the »range« or the other",
            ),
            "size": _says("das muss größer als 0 sein", "this must be above 0"),
            "cases": _says(
                "»cases« gibt es nur zu beta, gamma und dirichlet",
                "»cases« only goes with beta, gamma and dirichlet",
            ),
            "beta": _says(
                "ein Anteil kann nicht so weit streuen",
                "a share cannot vary as much",
                "die Standardabweichung bleibt unter der Wurzel aus Wert mal (1 − Wert)",
                "a standard deviation stays below the root of value times (1 − value)",
            ),
            "zero": _says(
                "eine solche Verteilung hat einen Mittelwert über 0",
                "such a distribution has a mean above 0",
            ),
            "ends": _says(
                "zwischen diesen Enden liegt der Mittelwert zwischen {least} und {most}",
                "between these ends the mean lies between {least} and {most}",
                "der Wert ist der Mittelwert, nicht der häufigste Wert",
                "the value is the mean, not the most frequent value",
            ),
            "mean": _says(
                "der Mittelwert dieser Zahlen ist {mean}",
                "the mean of these numbers is {mean}",
                "schreiben Sie ihn als »value«",
                "write it as the »value«",
            ),
            "mixture": _says(
                "im übrigen Fall läge der Mittelwert bei {mean}, außerhalb der Spanne",
                "else the mean would be {mean}, outside the range",
                "der Wert ist der Mittelwert über beide Fälle",
                "the value is the mean of both cases together",
            ),
            "together": _says(
                "Anteile eines Ganzen werden alle gemeinsam gezogen oder keiner",
                "shares of one whole are drawn together all of them, or none",
                "schreiben Sie bei jedem dieselbe »distribution«",
                "write the same »distribution« at each",
            ),
            "whole": _says(
                "dirichlet gibt es nur für Anteile, die zusammen 100 % ergeben",
                "dirichlet is only for shares that make 100 % together",
            ),
        },
        cause=Both(
            "Der Wert einer Zahl ist immer der Mittelwert dessen, was gezogen wird. Die Verteilung sagt außerdem einmal, wie weit die Werte auseinanderliegen.",
            "The value of a number is always the mean of what is drawn. The distribution also says once how far the values lie apart.",
        ),
        fix=Both(
            "Schreiben Sie etwa range: [38 %, 80 %] beim Wert, oder distribution: {kind: beta, cases: 20}, oder distribution: {kind: uniform, between: [50 %, 70 %]}.",
            "Write range: [38 %, 80 %] beside the value, or distribution: {kind: beta, cases: 20}, or distribution: {kind: uniform, between: [50 %, 70 %]}.",
        ),
        example="parameters:\n  anteil:\n    value: 60 %\n    ▸distribution: {kind: uniform, between: [50 %, 90 %]}\n",
    ),
    "E427": Entry(
        says={
            "": _says(
                "möglich sind 0 bis {limit} Ziehungen, hier stehen {found}",
                "between 0 and {limit} draws are possible, not {found}",
            )
        },
        cause=Both(
            "draws sagt, mit wie vielen Sätzen möglicher Zahlen gerechnet wird; 0 heißt: nur mit den Zahlen, wie sie dastehen.",
            "draws says how many sets of possible numbers are computed; 0 means the numbers as they stand only.",
        ),
        fix=Both(
            "10000 Ziehungen genügen meist; der Bericht sagt, wie genau die Mitte damit ist.",
            "10000 draws mostly do; the report says how sure the mean is.",
        ),
        example="uncertainty:\n  draws: ▸-5\n",
    ),
}

_OBSERVED: Final[dict[str, Entry]] = {
    "E320": Entry(
        says={
            "": _says(
                "»{written}« ist kein Zeitraum",
                "»{written}« is not a period",
                "schreiben Sie eine ganze Zahl und ihre Einheit: 1 year, 3 years, 6 months",
                "write a whole number with its unit: 1 year, 3 years, 6 months",
            )
        },
        cause=Both(
            "Über welche Zeit beobachtet wurde, ist eine ganze Zahl von Tagen, Wochen, Monaten, Quartalen oder Jahren.",
            "The time over which something was observed is a whole number of days, weeks, months, quarters or years.",
        ),
        fix=Both("Schreiben Sie etwa »3 years«.", "Write “3 years”, for example."),
        example="stays:\n  hilfe:\n    counts: {ende: 30, hilfe: 70}\n    over: ▸ein Jahr\n",
    ),
    "E321": Entry(
        says={
            "": _says(
                "»{key}« steht neben »counts«; die Zählung sagt schon, wie viele gehen und wohin",
                "»{key}« stands beside »counts«, which say already how many leave and where they go",
                "streichen Sie eines von beiden",
                "delete one of the two",
            ),
            "nowhere": _says(
                "»counts« nennt nur »{state}« selbst; so ginge niemand",
                "»counts« names »{state}« only, so nobody would leave",
                "nennen Sie, wie viele am Ende wo waren",
                "say how many were where at the end",
            ),
        },
        cause=Both(
            "Gezählte Wechsel ersetzen die mittlere Dauer und die Ziele: Wer am Ende des Zeitraums noch da war, steht "
            "unter dem Namen des Zustands, alle anderen unter ihrem neuen.",
            "Counted moves take the place of a mean stay and its targets: who was still there at the end of the "
            "period stands under the state's own name, all others under their new one.",
        ),
        fix=Both(
            "Schreiben Sie entweder »counts« und »over« oder eine Dauer und »to«.",
            "Write either “counts” and “over”, or a length of stay and “to”.",
        ),
        example="stays:\n  hilfe:\n    counts: {ende: 30, hilfe: 70}\n    over: 1 year\n    ▸mean: 21 months\n",
    ),
    "E322": Entry(
        says={
            "": _says("eine Anzahl unter null: {found}", "a count below zero: {found}"),
            "nobody": _says("hier wurde niemand gezählt", "nobody was counted here"),
        },
        cause=Both(
            "Aus den Zahlen werden Anteile: so viele von allen, die am Anfang da waren.",
            "The counts become shares: so many of all who were there at the beginning.",
        ),
        fix=Both("Prüfen Sie die Auszählung.", "Check the count."),
        example="stays:\n  hilfe:\n    counts: {ende: ▸-30, hilfe: 70}\n    over: 1 year\n",
    ),
    "E323": Entry(
        says={
            "": _says(
                "die Anteile der Zeile »{state}« ergeben zusammen {total}, nicht 100 %, oder einer ist negativ",
                "the shares of the row »{state}« add up to {total}, not to 100%, or one is negative",
                "einer darf »rest« heißen",
                "one of them may say »rest«",
            )
        },
        cause=Both(
            "Jede Zeile einer Matrix sagt, wo alle waren, die in diesem Zustand begannen, auch wer dort blieb.",
            "Each row of a matrix says where all were who began in this state, those who stayed included.",
        ),
        fix=Both("Berichtigen Sie einen Anteil, oder schreiben Sie rest.", "Correct a share, or write rest."),
        example=(
            "stays: {}\nbreakdowns: []\ntransitions: []\nmatrix:\n  period: 1 year\n  rows:\n"
            "    ▸heim: {heim: 60 %, hilfe: 30 %}\n"
        ),
    ),
    "E324": Entry(
        says={
            "": _says(
                "»{state}« steht in der Matrix und wird hier noch einmal verlassen",
                "»{state}« is a state of the matrix and is left here once more",
                "streichen Sie den Wechsel hier oder den Zustand aus der Matrix",
                "delete the move here, or the state from the matrix",
            )
        },
        cause=Both(
            "Eine Matrix ist vollständig: Sie sagt für alle ihre Zustände, wo die Fälle am Ende des Zeitraums waren. "
            "Jeder weitere Wechsel zählte doppelt. Ein Zustand ohne Zeile wird nie verlassen.",
            "A matrix is complete: it says of all its states where cases were at the end of the period. Any other "
            "move would count twice. A state without a row is never left.",
        ),
        fix=Both("Sagen Sie jeden Wechsel an einer Stelle.", "Say each move in one place."),
        example=(
            "breakdowns: []\ntransitions: []\nmatrix: {period: 1 year, rows: {heim: {heim: 60 %, ende: rest}}}\n"
            "stays:\n  ▸heim: {mean: 21 months, to: {hilfe: 100 %}}\n  hilfe: {mean: 12 months, to: {heim: 100 %}}\n"
        ),
    ),
    "E325": Entry(
        says={
            "": _says(
                "aus dieser Matrix über {period} folgt nichts für kürzere Takte ({cycle}): Von »{origin}« nach "
                "»{target}« müsste eine Rate von {rate} im Jahr gelten, und Raten unter null gibt es nicht",
                "this matrix over {period} says nothing about shorter cycles ({cycle}): the rate from »{origin}« to "
                "»{target}« would have to be {rate} a year, and no rate is below zero",
                "die nächste Matrix, die gefunden wurde, weicht um höchstens {distance} ab",
                "the nearest matrix that was found differs by at most {distance}",
            ),
            "none": _says(
                "aus dieser Matrix über {period} folgt nichts für kürzere Takte ({cycle}): So starke Wechsel kommen "
                "durch keine gleichbleibenden Raten zustande",
                "this matrix over {period} says nothing about shorter cycles ({cycle}): no constant rates make "
                "cases move that much",
                "die nächste Matrix, die gefunden wurde, weicht um höchstens {distance} ab",
                "the nearest matrix that was found differs by at most {distance}",
            ),
        },
        cause=Both(
            "Nicht jede beobachtete Matrix lässt sich auf kürzere Takte umrechnen: Dazu müssten gleichbleibende Raten "
            "zu ihr führen, von denen keine negativ ist. Oft liegt es an Stichproben mit wenigen Fällen oder an "
            "gerundeten Anteilen (Israel, Rosenthal und Wei 2001).",
            "Not every observed matrix can be brought to shorter cycles: constant rates, none of them negative, would "
            "have to lead to it. Often small samples or rounded shares are the reason (Israel, Rosenthal and Wei 2001).",
        ),
        fix=Both(
            "Rechnen Sie in Takten von der Länge des Zeitraums, oder übernehmen Sie die erlaubten Zeilen unter »rows«, "
            "wenn die Abweichung vertretbar ist (Verfahren von Kreinin und Sidelnikova 2001), und vermerken Sie das.",
            "Compute in cycles as long as the period, or copy the allowed rows to “rows” if the difference can be "
            "justified (method of Kreinin and Sidelnikova 2001), and say so in a note.",
        ),
        example=(
            "stays: {}\nbreakdowns: []\ntransitions: []\n▸matrix:\n  period: 1 year\n  rows:\n"
            "    heim: {heim: 10 %, hilfe: 80 %, ende: 10 %}\n    hilfe: {heim: 10 %, hilfe: 10 %, ende: 80 %}\n"
            "    ende: {heim: 80 %, hilfe: 10 %, ende: 10 %}\n"
        ),
    ),
    "E326": Entry(
        says={
            "": _says(
                "eine Matrix hat entweder »rows« oder »table«",
                "a matrix has either »rows« or »table«",
            ),
            "many": _says(
                "die Matrix hat {count} Zustände, höchstens {limit} sind möglich",
                "the matrix has {count} states, at most {limit} are possible",
            ),
        },
        cause=Both(
            "Die Zeilen der Matrix stehen in der Datei oder in einer Tabelle daneben; sehr große Matrizen dauern zu lange.",
            "The rows of the matrix stand in the file or in a table beside it; very large ones take too long.",
        ),
        fix=Both(
            "Lassen Sie eines davon stehen; fassen Sie Zustände zusammen.", "Keep one of them; join states."
        ),
        example="stays: {}\nbreakdowns: []\ntransitions: []\n▸matrix: {period: 1 year}\n",
    ),
}

_TABLES: Final[dict[str, Entry]] = {
    "E330": Entry(
        says={
            "": _says(
                "»{written}« kann nicht gelesen werden: {reason}", "»{written}« cannot be read: {reason}"
            ),
            "missing": _says(
                "»{written}« gibt es nicht",
                "there is no file »{written}«",
                "der Name gilt vom Ordner der Szenariodatei aus",
                "the name is looked up in the folder of the scenario file",
            ),
            "folder": _says("»{written}« ist keine Datei", "»{written}« is not a file"),
            "outside": _says(
                "»{written}« liegt nicht im Ordner der Szenariodatei",
                "»{written}« does not lie in the folder of the scenario file",
                "legen Sie die Tabelle neben die Szenariodatei oder in einen Ordner darunter",
                "put the table beside the scenario file or into a folder below",
            ),
            "no_folder": _says(
                "»{written}« kann nicht gesucht werden: Ein Szenario aus der Standardeingabe hat keinen Ordner",
                "»{written}« cannot be looked up: a scenario from standard input has no folder",
                "geben Sie die Szenariodatei mit ihrem Pfad an",
                "give the scenario file by its path",
            ),
            "large": _says(
                "»{written}« ist größer als {limit} Bytes", "»{written}« is larger than {limit} bytes"
            ),
        },
        cause=Both(
            "Tabellen liegen im Ordner der Szenariodatei oder darunter, damit beide zusammen weitergegeben werden.",
            "Tables lie in the folder of the scenario file or below it, so that both are handed on together.",
        ),
        fix=Both(
            "Prüfen Sie Namen und Ort der Datei; ein Schrägstrich trennt Ordner: »daten/tafel.csv«.",
            "Check name and place of the file; a slash separates folders: “daten/tafel.csv”.",
        ),
        example="tables:\n  tafel: {file: ▸tafel.csv, source: amt}\n",
    ),
    "E331": Entry(
        says={
            "": _says(
                "die Datei ist nicht in cp1252 geschrieben (Byte {byte})",
                "the file is not written in cp1252 (byte {byte})",
                "versuchen Sie »encoding: utf-8«",
                "try »encoding: utf-8«",
            ),
            "other": _says(
                "die Datei ist nicht in {encoding} geschrieben (Byte {byte})",
                "the file is not written in {encoding} (byte {byte})",
                "Excel schreibt oft »encoding: cp1252«",
                "Excel often writes »encoding: cp1252«",
            ),
            "mark": _says(
                "die Datei beginnt mit einer Bytereihenfolge-Marke",
                "the file begins with a byte order mark",
                "schreiben Sie »encoding: utf-8-sig«",
                "write »encoding: utf-8-sig«",
            ),
            "utf-8": _says(
                "die Datei ist in UTF-8 geschrieben, nicht in cp1252",
                "the file is written in UTF-8, not in cp1252",
                "schreiben Sie »encoding: utf-8«",
                "write »encoding: utf-8«",
            ),
        },
        cause=Both(
            "Die Zeichen der Datei passen nicht zu dem, was »encoding« sagt; Umlaute kämen falsch an.",
            "The characters of the file do not fit what “encoding” says; umlauts would come out wrong.",
        ),
        fix=Both(
            "Nennen Sie unter »encoding«, wie die Datei geschrieben ist: utf-8, utf-8-sig oder cp1252.",
            "Say under “encoding” how the file is written: utf-8, utf-8-sig or cp1252.",
        ),
        beside="▸\N{BYTE ORDER MARK}alter;anteil\n0;0,5\n",
    ),
    "E332": Entry(
        says={
            "": _says(
                "»{written}« kann keine Spalte heißen",
                "»{written}« cannot be the name of a column",
                "kleine Buchstaben, Ziffern und Unterstriche; oder nennen Sie unter »columns« nur die gebrauchten Spalten",
                "small letters, digits and underscores; or name under »columns« the columns that are needed",
            ),
            "twice": _says("die Spalte »{written}« gibt es zweimal", "there are two columns »{written}«"),
            "missing": _says(
                "eine Spalte »{written}« gibt es nicht", "there is no column »{written}«", *DID_YOU_MEAN
            ),
            "delimiter": _says(
                "mit dem Trennzeichen »{delimiter}« hat die Datei nur eine Spalte",
                "with the delimiter »{delimiter}« the file has one column only",
                'meinten Sie »delimiter: "{nearest}"«?',
                'did you mean »delimiter: "{nearest}"«?',
            ),
            "empty": _says("die Datei ist leer", "the file is empty"),
            "rows": _says("unter den Spalten steht keine Zeile", "there is no row below the columns"),
        },
        cause=Both(
            "Die erste Zeile nennt die Spalten: zuerst den Schlüssel (Alter, Jahr, Monat, Zustand), dann die Namen, "
            "unter denen das Szenario die Zahlen anspricht.",
            "The first line names the columns: the key first (age, year, month, state), then the names by which the "
            "scenario speaks of the numbers.",
        ),
        fix=Both("Berichtigen Sie die erste Zeile der Tabelle.", "Correct the first line of the table."),
        beside="alter;▸Männer in %\n0;0,5\n",
    ),
    "E333": Entry(
        says={
            "": _says(
                "diese Zeile hat {found} Zellen, die erste hat {count}",
                "this row has {found} cells, the first line has {count}",
            ),
            "many": _says("mehr als {limit} Zeilen", "more than {limit} rows"),
        },
        cause=Both(
            "Jede Zeile hat so viele Zellen wie die erste; ein Text mit dem Trennzeichen steht in Anführungszeichen.",
            "Every row has as many cells as the first line; a text that has the delimiter stands in quotes.",
        ),
        fix=Both("Ergänzen oder streichen Sie Zellen.", "Add or delete cells."),
        beside="alter;anteil\n0;0,5;▸0,6\n",
    ),
    "E334": Entry(
        says={
            "": _says(
                "»{written}« kann kein Schlüssel sein",
                "»{written}« cannot be a key",
                "erlaubt sind ganze Zahlen (37), Monate (2020-07) und Namen (heim)",
                "keys are whole numbers (37), months (2020-07) or names (heim)",
            ),
            "mixed": _says(
                "»{written}« ist ein anderer Schlüssel als »{key}« in der ersten Zeile",
                "»{written}« is another kind of key than »{key}« in the first row",
            ),
            "twice": _says(
                "den Schlüssel »{written}« gibt es schon in Zeile {first}",
                "the key »{written}« stands already in line {first}",
            ),
            "gap": _says(
                "auf {before} folgt {written}; {missing} fehlt",
                "{before} is followed by {written}; {missing} is missing",
            ),
        },
        cause=Both(
            "Die erste Spalte ordnet jeder Zahl genau ein Alter, ein Jahr, einen Monat oder einen Zustand zu; Alter und "
            "Jahre folgen lückenlos aufeinander.",
            "The first column gives every number exactly one age, year, month or state; ages and years follow each "
            "other without a gap.",
        ),
        fix=Both("Ergänzen oder ordnen Sie die Zeilen.", "Add or sort the rows."),
        beside="alter;anteil\n0;0,5\n▸2;0,6\n",
    ),
    "E335": Entry(
        says={
            "": _says(
                "»{written}« ist keine Zahl mit »{decimal}« als Dezimalzeichen",
                "»{written}« is not a number with »{decimal}« as its decimal mark",
                "ohne Trennung der Tausender: {offered}",
                "without marks between thousands: {offered}",
            ),
            "empty": _says(
                "die Zelle ist leer",
                "the cell is empty",
                "ergänzen Sie die Zahl, 0 eingeschlossen, oder nennen Sie unter »columns« nur volle Spalten",
                "add the number, 0 included, or name under »columns« full columns only",
            ),
            "decimal": _says(
                "»{written}« hat »{other}« als Dezimalzeichen, die Tabelle ist mit »decimal: {decimal}« beschrieben",
                "»{written}« has »{other}« as its decimal mark, the table is said to have »decimal: {decimal}«",
                'schreiben Sie {swapped}, oder »decimal: "{other}"« für die ganze Tabelle',
                'write {swapped}, or »decimal: "{other}"« for the whole table',
            ),
            "readings": _says(
                "»{written}« ist mehrdeutig: {offered} oder {swapped}",
                "»{written}« is ambiguous: {offered} or {swapped}",
                'schreiben Sie {offered} oder {swapped}, oder »decimal: "{other}"« für die ganze Tabelle',
                'write {offered} or {swapped}, or »decimal: "{other}"« for the whole table',
            ),
        },
        cause=Both(
            "In den Spalten nach der ersten stehen Zahlen mit dem Dezimalzeichen, das »decimal« nennt, ohne Trennung der "
            "Tausender; ein %-Zeichen darf folgen.",
            "The columns after the first hold numbers with the decimal mark that “decimal” names, without marks "
            "between thousands; a % sign may follow.",
        ),
        fix=Both(
            "Berichtigen Sie die Zelle oder die Angabe »decimal«.", "Correct the cell or what “decimal” says."
        ),
        beside="alter;anteil\n0;▸0.001\n",
    ),
    "E336": Entry(
        says={
            "": _says(
                "in dieser Zeile stimmen die Anführungszeichen nicht",
                "the quotes of this line do not match",
            )
        },
        cause=Both(
            "Ein Anführungszeichen öffnet eine Zelle, das nächste vor dem Trennzeichen schließt sie, in derselben Zeile.",
            "A quote opens a cell, and the next one before a delimiter closes it, on the same line.",
        ),
        fix=Both("Ergänzen oder streichen Sie Anführungszeichen.", "Add or delete quotes."),
        beside='alter;anteil\n▸"0;0,5\n',
    ),
}

_DOUBTS: Final[dict[str, Entry]] = {
    "E240": Entry(
        says={
            "": _says(
                "»{written}« ist selbst eine Erstattung",
                "»{written}« is a refund itself",
                "nennen Sie den Posten, der erstattet wird",
                "name the line that is paid back",
            )
        },
        cause=Both(
            "Eine Erstattung von Erstattungen hinge von der Reihenfolge ab.",
            "A refund of refunds would depend on their order.",
        ),
        fix=Both(
            "Schreiben Sie bei »of« den Kostenposten und bei »share« den Anteil, der am Ende erstattet wird.",
            "Name the cost line under “of”, and under “share” the share that is paid back in the end.",
        ),
        example=(
            "income:\n"
            "  land: {kind: refund, title: Erstattung, of: stunden, share: 80 %, from: land}\n"
            "  bund: {kind: refund, title: Rest, of: ▸land, share: 20 %, from: land}\n"
        ),
    ),
    "E241": Entry(
        says={
            "": _says(
                "»{written}« erstattet sich selbst",
                "»{written}« pays itself back",
                "nennen Sie bei from einen anderen Kostenträger als bei bearer",
                "name another bearer under from than under bearer",
            )
        },
        cause=Both(
            "Wer erstattet und wer die Erstattung erhält, ist derselbe Kostenträger.",
            "The one who pays the refund and the one who receives it are the same bearer.",
        ),
        fix=Both(
            "Führen Sie den Erstattenden unter »bearers« auf: land: {title: Land, level: public}.",
            "List the one who pays under “bearers”: land: {title: Land, level: public}.",
        ),
        example="income:\n  uma: {kind: refund, title: Erstattung, of: stunden, share: 80 %, from: ▸stadt}\n",
    ),
    "E242": Entry(
        says={
            "": _says(
                "Kosten werden gezahlt, nicht eingezogen",
                "costs are paid, not collected",
                "collected_share gehört zu einem Posten unter »income«",
                "collected_share belongs to a line under “income”",
            )
        },
        cause=Both(
            "Der eingehende Anteil gehört zu festgesetzten Erträgen wie dem Kostenbeitrag der Eltern.",
            "The share that comes in belongs to income that is assessed, such as parents' contributions.",
        ),
        fix=Both(
            "Streichen Sie die Angabe, oder führen Sie den Posten unter »income«.",
            "Drop it, or put the line under “income”.",
        ),
        example=(
            "costs:\n"
            "  platz: {kind: per_case, title: Platz, state: heim, value: 5 000 EUR/month, ▸collected_share: 85 %}\n"
        ),
    ),
    "E243": Entry(
        says={
            "": _says(
                "in »{written}« ist das Kind nicht zu Hause",
                "in »{written}« the child is not at home",
                "counts_as: at_home gehört zu einem Zustand, in dem das Kind bei seiner Familie lebt",
                "counts_as: at_home belongs to a state in which the child lives with its family",
            )
        },
        cause=Both(
            "Der Zustand ist eine Unterbringung (setting oder placement), der Posten meint Kosten zu Hause.",
            "The state is a placement (setting or placement); the line means cost at home.",
        ),
        fix=Both(
            "Nennen Sie die ambulante Hilfe oder das Ende der Hilfe, je Zustand einen Posten.",
            "Name the ambulatory help or the end of the help, one line for each state.",
        ),
        example=(
            "costs:\n"
            "  unterkunft:\n    kind: per_case\n    title: Unterkunft (§ 22 SGB II)\n    state: ▸heim\n"
            "    value: 150 EUR/month\n    counts_as: at_home\n"
        ),
    ),
    "E244": Entry(
        says={
            "": _says(
                "diese Regel gilt immer; die Regeln nach ihr kommen nie zum Zug",
                "this rule always holds; the rules after it never do",
                "stellen Sie sie an das Ende, oder nennen Sie strata, from oder until",
                "put it last, or give strata, from or until",
            ),
            "last": _says(
                "wer trägt es, wenn keine Regel gilt?",
                "who bears it where no rule holds?",
                "ergänzen Sie am Ende eine Regel ohne Bedingung: - {{bearer: …}}",
                "add a rule without conditions at the end: - {{bearer: …}}",
            ),
        },
        cause=Both(
            "Die Regeln werden der Reihe nach geprüft; die erste, die gilt, bestimmt den Kostenträger.",
            "Rules are tried in order; the first that holds decides who pays.",
        ),
        fix=Both(
            "Genau die letzte Regel steht ohne strata, from und until.",
            "The last rule, and only the last, has no strata, from and until.",
        ),
        example=(
            "costs:\n"
            "  platz:\n    kind: per_case\n    title: Platz\n    state: heim\n    value: 5 000 EUR/month\n"
            "    bearer:\n      - {▸bearer: land, until: 2020-12}\n"
        ),
    ),
    "E245": Entry(
        says={
            "": _says(
                "ein realer Zins auf nominale Beträge mischt zweierlei",
                "a real rate on nominal amounts mixes two things",
                "ergänzen Sie prices.general_rise, die allgemeine Preissteigerung: 2 %/year",
                "add prices.general_rise, the general rise of prices: 2 %/year",
            )
        },
        cause=Both(
            "Die Preise der Datei steigen. Ein realer Zins gilt nur für Beträge, aus denen die allgemeine Preissteigerung herausgerechnet ist.",
            "The prices of the file rise. A real rate is for amounts without the general rise of prices.",
        ),
        fix=Both(
            "Nennen Sie die allgemeine Preissteigerung, oder einen nominalen Zins (terms: nominal).",
            "Give the general rise of prices, or a nominal rate (terms: nominal).",
        ),
        example=(
            "prices: {year: 2020, rise: 3 %/year}\n"
            "conventions:\n  discounting: {method: at_point, rate: 1.5 %/year, terms: ▸real}\n"
        ),
    ),
    "W201": Entry(
        says={"": _says("»{written}« nennt keine Quelle", "»{written}« names no source")},
        cause=Both(
            "Wer den Bericht prüft, will wissen, woher eine Zahl kommt.",
            "Whoever checks the report wants to know where a number comes from.",
        ),
        fix=Both(
            "Ergänzen Sie source: mit einem Eintrag aus sources oder source: assumption.",
            "Add source: with an entry of sources, or source: assumption.",
        ),
        example="parameters:\n  quote: ▸30 %\n",
    ),
    "W202": Entry(
        says={
            "": _says(
                "die Zahlen hat noch niemand geprüft; der Bericht ist ein Entwurf",
                "nobody has checked the figures yet; the report is a draft",
            ),
            "missing": _says(
                "niemand hat die Zahlen geprüft (checked fehlt); der Bericht ist ein Entwurf",
                "nobody has checked the figures (checked is missing); the report is a draft",
                "ergänzen Sie checked: {{by: Name, on: Datum}}",
                "add checked: {{by: name, on: date}}",
            ),
        },
        cause=Both(
            "Vier-Augen-Prinzip: Jemand anderes vergleicht die Zahlen mit den Unterlagen.",
            "Four eyes: somebody else compares the figures with the documents.",
        ),
        fix=Both(
            "Nach der Prüfung: checked: {by: Name, on: 2027-03-01}.",
            "After the check: checked: {by: name, on: 2027-03-01}.",
        ),
        example=(
            "scenario:\n  id: klein\n  title: Übung\n  checked: ▸{by: offen, on: offen}\n"
            "  case:\n    unit: child\n    definition: Kind\n"
        ),
    ),
    "W203": Entry(
        says={
            "": _says(
                "die meisten Zahlen sind nur angenommen oder geschätzt: {estimated} von {count}",
                "most numbers are only assumed or estimated: {estimated} of {count}",
                "beginnen Sie bei denen, an denen das Ergebnis hängt",
                "begin with those the result hangs on",
            )
        },
        cause=Both(
            "Mehr als die Hälfte der Zahlen stützt sich auf Annahmen oder auf Schätzungen von Fachleuten.",
            "More than half of the numbers rest on assumptions or on estimates by experts.",
        ),
        fix=Both(
            "Ersetzen Sie Annahmen durch Zahlen von vor Ort; prevsim explain zählt sie auf.",
            "Replace assumptions by local figures; prevsim explain lists them.",
        ),
        example="parameters:\n  p0: {value: ▸1 %, source: assumption}\n"
        + "".join(f"  p{n}: {{value: 1 %, source: assumption}}\n" for n in range(1, 40)),
    ),
    "W205": Entry(
        says={
            "": _says(
                "die Preise von {year} sind zu Beginn ({start}) {years} Jahre alt und werden nicht fortgeschrieben",
                "the prices of {year} are {years} years old at the start ({start}) and are not carried forward",
            ),
            "later": _says(
                "der Preisstand {year} liegt nach dem Zeitraum",
                "the price year {year} lies after the horizon",
            ),
        },
        cause=Both(
            "Alle Beträge gelten in Preisen eines Jahres; eine Steigerung wird nicht gerechnet.",
            "All amounts are in prices of one year; no rise is computed.",
        ),
        fix=Both(
            "Tragen Sie aktuelle Entgelte ein und passen Sie prices.year an. Beträge aus der Finanzplanung enthalten die Steigerung schon.",
            "Enter current rates and adapt prices.year. Amounts from a financial plan contain the rise already.",
        ),
        example="prices:\n  year: ▸2011\n",
    ),
    "W206": Entry(
        says={
            "": _says(
                "{service}: {number} EUR je {unit} liegt außerhalb der bekannten Entgelte ({low}–{high} EUR je {meant}; {source})",
                "{service}: {number} EUR per {unit} lies outside the known rates ({low}–{high} EUR per {meant}; {source})",
                "meinten Sie je {meant}?",
                "did you mean per {meant}?",
            )
        },
        cause=Both(
            "Tagessätze werden leicht als Monatsbeträge eingetragen.",
            "Rates per day are easily entered as amounts per month.",
        ),
        fix=Both("Prüfen Sie die Einheit im Entgeltbescheid.", "Check the unit in the rate agreement."),
        example=(
            "costs:\n  platz:\n    kind: per_case\n    title: Heimplatz\n    state: heim\n"
            "    value: ▸157 EUR/month\n"
        ),
    ),
    "W207": Entry(
        says={
            "": _says(
                "{cases} Fälle als Bestand: Bei {months} Monaten Verweildauer passt das zu {cases} Fällen im Jahr (Bestand rund {stock})",
                "{cases} as stock: with a mean stay of {months} months this looks like cases in the year (stock about {stock})",
            ),
            "called": _says(
                "{cases} Fälle stehen als Bestand, die Quelle spricht von Fällen im Jahr",
                "{cases} stand as stock, but their source speaks of cases in the year",
            ),
        },
        cause=Both(
            "Die Statistik zählt Fälle im Jahr: Bestand am Jahresende und beendete. Der Bestand an einem Tag ist kleiner.",
            "Statistics count cases in the year: stock at its end and those ended. The stock of one day is smaller.",
        ),
        fix=Both(
            "Tragen Sie unter stock die Fälle eines Stichtags ein.",
            "Enter under stock the cases of one day.",
        ),
        example=(
            "caseload:\n  stock:\n    zaehlung:\n      value: ▸121 cases\n      in: heim\n"
            "      note: Fälle im Jahr 2026\n"
        ),
    ),
    "W208": Entry(
        says={
            "": _says(
                "{service}: {number} Stunden je {unit} ist ungewöhnlich (üblich {low}–{high} je {meant}; {source})",
                "{service}: {number} hours per {unit} is unusual (usual are {low}–{high} per {meant}; {source})",
                "meinten Sie je {meant}?",
                "did you mean per {meant}?",
            )
        },
        cause=Both(
            "Fachleistungsstunden werden je Woche vereinbart und leicht je Monat eingetragen.",
            "Hours are agreed per week and easily entered per month.",
        ),
        fix=Both(
            "Prüfen Sie die Einheit: 6 hours/week sind rund 26 hours/month.",
            "Check the unit: 6 hours/week are about 26 hours/month.",
        ),
        example=(
            "costs:\n  familienhilfe:\n    kind: per_case\n    title: Familienhilfe (§ 31)\n    state: hilfe\n"
            "    value: ▸6 hours/month at 48 EUR/hour\n"
        ),
    ),
    "W209": Entry(
        says={
            "": _says(
                "die Fälle sind Familien, »{state}« zählt Kinder",
                "the cases are families, “{state}” counts children",
                "rechnen Sie in Kindern; je Familie sind es etwa 1,8",
                "count in children; a family has about 1.8",
            )
        },
        cause=Both(
            "Eine Hilfe gilt einer Familie, ein Platz einem Kind. Gemischt wird der Preis je Fall falsch.",
            "Help is for a family, a place for a child. Mixed, the price per case is wrong.",
        ),
        fix=Both(
            "Zählen Sie überall Kinder (unit: child), und teilen Sie Kosten je Familie durch die Kinder je Familie.",
            "Count children everywhere (unit: child), and divide costs per family by the children per family.",
        ),
        example=(
            "scenario:\n  id: klein\n  title: Übung\n  case:\n    unit: ▸family\n    definition: Familie\n"
        ),
    ),
    "W210": Entry(
        says={
            "": _says(
                "das Entgelt ist »netto«, und zugleich steht »{income}« als Ertrag da: Der Beitrag würde doppelt abgezogen",
                "the rate is net and “{income}” is income too: the contribution would be deducted twice",
                "tragen Sie das Entgelt brutto ein",
                "enter the gross rate",
            )
        },
        cause=Both("Ein Nettoentgelt enthält den Abzug schon.", "A net rate contains the deduction already."),
        fix=Both(
            "Brutto eintragen und den Beitrag unter income lassen, oder netto ohne income.",
            "Enter the gross rate and keep the contribution under income, or the net rate without income.",
        ),
        example=(
            "costs:\n  ▸platz:\n    kind: per_case\n    title: Heim, netto\n    state: heim\n"
            "    value: 4 900 EUR/month\n"
            "income:\n  beitrag: {kind: per_case, title: Kostenbeitrag, state: heim, value: 184 EUR/month}\n"
        ),
    ),
    "W211": Entry(
        says={
            "": _says(
                "»{line}« läuft ohne Ende",
                "“{line}” has no end",
                "ergänzen Sie until, wenn die Förderung befristet ist",
                "add until if the grant is limited",
            )
        },
        cause=Both(
            "Zuschüsse sind fast immer befristet; danach zahlt die Kommune.",
            "Grants are nearly always limited; then the municipality pays.",
        ),
        fix=Both(
            "Schreiben Sie until: 2029-12 oder, wenn sie dauerhaft ist, den letzten Monat des Zeitraums.",
            "Write until: 2029-12 or, if it is permanent, the last month of the horizon.",
        ),
        example="income:\n  ▸zuschuss: {kind: fixed, title: Bundesstiftung, value: 60 000 EUR/year}\n",
    ),
    "W212": Entry(
        says={
            "": _says(
                "alle, die sonst nach »{state}« kämen, werden rechtzeitig erreicht (100 %)",
                "all who would enter “{state}” are reached in time (100 %)",
                "prüfen Sie den Anteil; er bestimmt das Ergebnis",
                "check the share; it decides the result",
            )
        },
        cause=Both(
            "Kein bekanntes Programm erreicht alle. Das Ergebnis ist die obere Grenze.",
            "No known programme reaches everybody. The result is the upper limit.",
        ),
        fix=Both("Tragen Sie einen erreichbaren Anteil ein.", "Enter a share that can be reached."),
        example=(
            "interventions:\n  hebammen:\n    title: Hebammen\n    effects:\n"
            "      - {kind: diverts, from: heim, into: hilfe, share: ▸100 %}\n"
        ),
    ),
    "W213": Entry(
        says={
            "": _says(
                "die Fallzahl enthält unbegleitete Minderjährige (das Land erstattet, § 89d SGB VIII)",
                "the caseload includes unaccompanied minors (reimbursed, § 89d SGB VIII)",
                "ziehen Sie sie ab, oder führen Sie sie als eigene Gruppe",
                "remove them, or make them a group",
            )
        },
        cause=Both(
            "Ein Programm für Familien ändert ihre Zahl nicht, und das Land erstattet die Kosten.",
            "A programme for families does not change their number, and their cost is reimbursed.",
        ),
        fix=Both(
            "Rechnen Sie ohne sie, und schreiben Sie das in die Bemerkung (»ohne UMA«).",
            "Compute without them, and say so in the note (“without UMA”).",
        ),
        example=(
            "caseload:\n  stock:\n    ▸zaehlung:\n      value: 12 cases\n      in: heim\n"
            "      note: darunter 3 UMA\n"
        ),
    ),
    "W214": Entry(
        says={
            "costs": _says(
                "dieser Betrag der Kosten ist negativ ({number}); er bringt Geld",
                "this amount of a cost is negative ({number}); it brings money",
                "streichen Sie das Minus, oder schreiben Sie den Posten unter income",
                "remove the minus, or write the line under income",
            ),
            "income": _says(
                "dieser Betrag der Erträge ist negativ ({number}); er kostet Geld",
                "this amount of an income is negative ({number}); it costs money",
                "streichen Sie das Minus, oder schreiben Sie den Posten unter costs",
                "remove the minus, or write the line under costs",
            ),
        },
        cause=Both(
            "Kosten und Erträge stehen beide als positive Beträge da; das Vorzeichen folgt aus dem Abschnitt. Ein Minus kehrt es um, meist aus Versehen.",
            "Costs and income are both written as positive amounts; the section gives the sign. A minus turns it round, mostly by accident.",
        ),
        fix=Both(
            "Schreiben Sie den Betrag positiv in den Abschnitt, zu dem er gehört.",
            "Write the amount as a positive one in the section it belongs to.",
        ),
        example="costs:\n  platz: {kind: per_case, title: Platz, state: heim, value: ▸-180 EUR/day}\n",
    ),
    "W225": Entry(
        says={
            "": _says(
                "»{line}« wird zu {share} % erstattet, zu mehr als ganz",
                "“{line}” is paid back to {share} %, more than all of it",
                "prüfen Sie die Anteile der Erstattungen",
                "check the shares of the refunds",
            )
        },
        cause=Both(
            "Mehrere Erstattungen desselben Postens ergeben zusammen mehr, als er kostet.",
            "Several refunds of one line come to more than it costs.",
        ),
        fix=Both(
            "Senken Sie einen Anteil, oder beschränken Sie die Erstattungen mit »strata« auf verschiedene Gruppen.",
            "Lower a share, or limit the refunds to different groups with “strata”.",
        ),
        example=(
            "income:\n"
            "  land: {kind: refund, title: Land, of: stunden, share: 80 %, from: land}\n"
            "  jugendamt: {kind: refund, title: Jugendamt, of: stunden, share: ▸30 %, from: land}\n"
        ),
    ),
    "W235": Entry(
        says={
            "": _says(
                "Preisstand {year} und eine Preisstufe ab {start}: Die Steigerung würde doppelt gerechnet",
                "prices of {year} and a step from {start}: the rise would be counted twice",
                "streichen Sie die Stufe, oder nennen Sie einen früheren Preisstand",
                "delete the step, or name an earlier price year",
            )
        },
        cause=Both(
            "Die Beträge stehen schon in Preisen eines Jahres, in dem die Stufe galt.",
            "The amounts are in prices of a year in which the step held already.",
        ),
        fix=Both(
            "Nur Steigerungen nach dem Preisstand (prices.year) gehören in die Datei.",
            "Only rises after the price year (prices.year) belong in the file.",
        ),
        example="prices:\n  year: 2020\n  steps:\n    - {from: ▸2019-07, rise: 2.5 %}\n",
    ),
    "W220": Entry(
        says={
            "": _says(
                "ohne Programm würden alle untergebracht (100 %)",
                "everybody would be placed without the programme (100 %)",
                "prüfen Sie, ob das Programm nicht auch andere aufnimmt",
                "check whether the programme does not take in others too",
            )
        },
        cause=Both(
            "Kein Programm erkennt sicher, wer untergebracht würde. Für alle anderen entstehen nur Kosten, und ihr Anteil "
            "entscheidet das Ergebnis.",
            "No programme knows for certain who would be placed. All others only cost, and their share decides the "
            "result.",
        ),
        fix=Both(
            "Nennen Sie unter without auch, wer ohne Programm zu Hause bliebe, mit oder ohne Hilfe.",
            "Name under without also who would stay at home without the programme, with help or without.",
        ),
        example=(
            "strata: {}\ncaseload: {arrivals: {neue: {value: 30 cases/year}}}\n"
            "states:\n  heim: {title: Heim, setting: residential}\n▸without:\n  heim: {share: 100 %}\n"
        ),
    ),
    "E300": Entry(
        says={
            "": _says(
                "diese Zählung gilt nur, wenn nach dem ersten Zeitpunkt niemand hinzukommt; {stream} kommt später",
                "this way of counting is for cohorts that nobody joins after the start; {stream} enters later",
                "zählen Sie mit half_cycle",
                "count with half_cycle",
            )
        },
        cause=Both(
            "simpson und eigene Gewichte wiegen jeden Zeitpunkt einmal. Wer zwischen zwei Schritten hinzukommt, stünde am Ende des einen und am Anfang des nächsten verschieden da.",
            "simpson and weights of your own weigh every boundary once. Whoever joins between two steps would be absent at the end of one and present at the start of the next.",
        ),
        fix=Both(
            "Schreiben Sie counting: half_cycle, oder lassen Sie alle Fälle zu time.start da sein (stock, oder intake mit at: time.start).",
            "Write counting: half_cycle, or let all cases be there at time.start (stock, or intake at that month).",
        ),
        example="conventions:\n  counting: ▸simpson\n",
    ),
    "E301": Entry(
        says={
            "": _says(
                "simpson braucht mindestens zwei Schritte; die Datei hat einen",
                "simpson needs two steps or more; the file has one",
                "zählen Sie mit half_cycle, oder wählen Sie kürzere Schritte",
                "count with half_cycle, or choose shorter steps",
            )
        },
        cause=Both(
            "Die Regel legt Parabeln durch je drei Zeitpunkte; ein einziger Schritt hat nur zwei.",
            "The rule fits parabolas through three boundaries each; a single step has only two.",
        ),
        fix=Both(
            "Schreiben Sie counting: half_cycle, oder unter time: cycle: month.",
            "Write counting: half_cycle, or under time: cycle: month.",
        ),
        example=(
            "time:\n  start: 2020-01\n  years: 1\n  cycle: year\nconventions:\n  counting: ▸simpson\n"
            "caseload:\n  stock:\n    anfang: {value: 5 cases, in: heim}\n  intake: {}\n  arrivals: {}\n"
        ),
    ),
    "E302": Entry(
        says={
            "": _says(
                "hier stehen {found} Gewichte; bei {cycles} Schritten sind es {needed}",
                "there are {found} weights here; with {cycles} steps it takes {needed}",
                "eines je Zeitpunkt, Anfang und Ende eingeschlossen",
                "one for each boundary, first and last included",
            )
        },
        cause=Both(
            "Jeder Zeitpunkt vom Anfang des ersten bis zum Ende des letzten Schritts hat ein Gewicht.",
            "Every boundary from the start of the first to the end of the last step has a weight.",
        ),
        fix=Both(
            "Ergänzen oder streichen Sie Gewichte; ein Jahr in Quartalen hat vier Schritte und fünf Gewichte.",
            "Add or delete weights; a year in quarters has four steps and five weights.",
        ),
        example=(
            "time:\n  start: 2020-01\n  years: 2\n  cycle: year\n"
            "conventions:\n  counting:\n    weights: ▸[1/2, 1]\n"
            "caseload:\n  stock:\n    anfang: {value: 5 cases, in: heim}\n  intake: {}\n  arrivals: {}\n"
        ),
    ),
    "E303": Entry(
        says={
            "": _says(
                "hier steht nicht, was gezählt wird",
                "nothing says what is counted here",
                "nennen Sie weights (je Jahr in einem Zustand) oder entries (je Eintritt)",
                "give weights (per year in a state) or entries (per entry)",
            )
        },
        cause=Both(
            "Eine Wirkung zählt Zeit in Zuständen oder Eintritte in Zustände; hier fehlt beides.",
            "An outcome counts time in states or entries into states; here both are missing.",
        ),
        fix=Both(
            "Schreiben Sie, was ein Jahr in welchem Zustand zählt: weights: {hilfe: 1}.",
            "Write what a year in which state counts: weights: {hilfe: 1}.",
        ),
        example="outcomes:\n  ▸zu_hause: {title: Jahre zu Hause, unit: Kinderjahre}\n",
    ),
    "E304": Entry(
        says={
            "": _says(
                "die Datei nennt keine Wirkung (outcomes)",
                "the file names no outcome (outcomes)",
            ),
            "which": _says(
                "die Datei nennt mehrere Wirkungen",
                "the file names several outcomes",
                "nennen Sie eine unter outcome",
                "name one under outcome",
            ),
        },
        cause=Both(
            "Erwartet wird eine Wirkung oder ihr Preis; die Datei zählt keine, oder es bleibt offen, welche gemeint ist.",
            "An outcome or its price is expected; the file counts none, or it is open which one is meant.",
        ),
        fix=Both(
            "Ergänzen Sie den Abschnitt outcomes, oder nennen Sie die Wirkung unter outcome.",
            "Add the section outcomes, or name the outcome under outcome.",
        ),
        example="expect:\n  - {figure: ▸outcome, value: 1, tolerance: 1}\n",
    ),
    "W300": Entry(
        says={
            "": _says(
                "diese Zählung gilt für die Summe über {years} Jahre; der Bericht zeigt die ersten {window} als Teile davon",
                "this way of counting holds for the total of {years} years; the report shows the first {window} as parts of it",
                "setzen Sie time.budget_window auf {years}, oder zählen Sie mit half_cycle",
                "set time.budget_window to {years}, or count with half_cycle",
            )
        },
        cause=Both(
            "Bei simpson und eigenen Gewichten wiegen die Zeitpunkte verschieden; erst zusammen ergeben sie die Zeit. Ein einzelnes Jahr zählt dann zu viel oder zu wenig.",
            "Under simpson and weights of your own, boundaries weigh differently; only together they make up the time. A single year then counts too much or too little.",
        ),
        fix=Both(
            "Lesen Sie nur die Summe, oder zählen Sie mit half_cycle, wo es auf einzelne Jahre ankommt.",
            "Read the total only, or count with half_cycle where single years matter.",
        ),
        example=(
            "time:\n  start: 2020-01\n  years: 8\n  cycle: quarter\nconventions:\n  counting: ▸simpson\n"
            "caseload:\n  stock:\n    anfang: {value: 5 cases, in: heim}\n  intake: {}\n  arrivals: {}\n"
        ),
    ),
    "E340": Entry(
        says={
            "": _says(
                "von »{written}« nach »{written}« ist kein Wechsel",
                "from “{written}” to “{written}” is no move",
                "ein Wechsel der Wohnung im selben Zustand ist kind: per_event",
                "a change of home within a state is kind: per_event",
            )
        },
        cause=Both(
            "Ein Wechsel führt von einem Zustand in einen anderen.", "A move leads from one state to another."
        ),
        fix=Both(
            "Nennen Sie zwei verschiedene Zustände, oder eine Häufigkeit: kind: per_event, rate: 0.2/year.",
            "Name two different states, or how often it happens: kind: per_event, rate: 0.2/year.",
        ),
        example="costs:\n  umzug: {kind: per_move, title: Umzug, from: heim, to: ▸heim, value: 900 EUR}\n",
    ),
    "E341": Entry(
        says={
            "": _says(
                "eine Gruppe hat eine ganze Zahl von Plätzen, mindestens einen",
                "a group has a whole number of places, one at least",
            )
        },
        cause=Both(
            "Die Gruppe öffnet und schließt als Ganzes, darum müssen ihre Plätze abzählbar sein.",
            "The group opens and closes as a whole, so its places must be a count.",
        ),
        fix=Both("Schreiben Sie eine schlichte Zahl: places: 8.", "Write a plain number: places: 8."),
        example="costs:\n  gruppe: {kind: step_fixed, title: Gruppe, state: heim, places: ▸0, value: 1 EUR/year}\n",
    ),
    "E342": Entry(
        says={
            "": _says(
                "geleistete Stunden gibt es nur, wo Stunden abgerechnet werden",
                "hours are delivered only where hours are billed",
                "schreiben Sie die abgerechneten Stunden: value: 6 hours/month at 39.50 EUR/hour",
                "write the hours billed: value: 6 hours/month at 39.50 EUR/hour",
            )
        },
        cause=Both(
            "Der Posten nennt einen Betrag, keine Stunden mit ihrem Preis.",
            "The line gives an amount, not hours with their price.",
        ),
        fix=Both(
            "Geben Sie bei »value« die abgerechneten Stunden mit »at« an, oder streichen Sie »delivered«.",
            "Give the hours billed under “value” with “at”, or drop “delivered”.",
        ),
        example="costs:\n  hilfe:\n    kind: per_case\n    title: Hilfe\n    state: hilfe\n"
        "    value: 300 EUR/month\n    ▸delivered: 5 hours/month\n",
    ),
    "E343": Entry(
        says={
            "cap": _says(
                "eine Obergrenze gehört zu Kosten",
                "a ceiling belongs to costs",
                "ein begrenzter Zuschuss ist ein fester Betrag: kind: fixed",
                "a grant with a ceiling is a fixed amount: kind: fixed",
            ),
            "optimism_bias": _says(
                "der Aufschlag gehört zu Kosten",
                "the optimism bias belongs to costs",
                "Erträge mindert adjustments.corrections, nach ihrem Beleg",
                "income is lowered by adjustments.corrections, by its evidence",
            ),
        },
        cause=Both(
            "Beides macht Kosten vorsichtiger; unter »income« täte es das Gegenteil.",
            "Both make costs more cautious; under “income” they would do the opposite.",
        ),
        fix=Both(
            "Streichen Sie die Angabe, oder führen Sie den Posten unter »costs«.",
            "Drop it, or put the line under “costs”.",
        ),
        example="income:\n  spende: {kind: fixed, title: Spende, value: 9 EUR/year, ▸cap: 5 EUR/year}\n",
    ),
    "E344": Entry(
        says={
            "": _says(
                "»{written}« ist eine Erstattung",
                "“{written}” is a refund",
                "nennen Sie den Posten, der erstattet wird",
                "name the line that is paid back",
            ),
            "nothing": _says("ein Anteil wovon? Die Liste ist leer", "a share of what? The list is empty"),
        },
        cause=Both(
            "Ein Zuschlag gehört zu dem, was etwas kostet oder einbringt; eine Erstattung verschiebt das nur.",
            "A surcharge belongs to what costs or earns something; a refund only shifts that.",
        ),
        fix=Both(
            "Nennen Sie unter »of« Posten mit eigenem Betrag.",
            "Name lines with an amount of their own under “of”.",
        ),
        example="income:\n  uma: {kind: refund, title: UMA, of: entgelt, share: 80 %, from: land}\n"
        "costs:\n  zuschlag: {kind: share_of, title: Zuschlag, of: ▸uma, share: 20 %}\n",
    ),
    "E345": Entry(
        says={
            "": _says(
                "»{written}« ist auf Umwegen ein Anteil von sich selbst",
                "“{written}” is, by a detour, a share of itself",
            )
        },
        cause=Both(
            "Anteile, die im Kreis aufeinander verweisen, haben keinen Betrag.",
            "Shares that refer to each other in a circle have no amount.",
        ),
        fix=Both(
            "Nennen Sie unter »of« die Posten, auf die der Zuschlag am Ende gerechnet wird.",
            "Name under “of” the lines that the surcharge is reckoned on in the end.",
        ),
        example="costs:\n  a: {kind: share_of, title: A, of: ▸b, share: 20 %}\n"
        "  b: {kind: share_of, title: B, of: a, share: 20 %}\n",
    ),
    "E346": Entry(
        says={
            "": _says(
                "diese Posten tragen verschiedene; wer trägt den Zuschlag?",
                "these lines are borne differently; who bears the surcharge?",
                "ergänzen Sie bearer, oder schreiben Sie je Posten einen Zuschlag",
                "add bearer, or write one surcharge for each line",
            )
        },
        cause=Both(
            "Ohne eigene Angabe trägt den Zuschlag, wer die Posten trägt; hier sind das nicht dieselben.",
            "Unless it says so itself, a surcharge is borne like its lines; here those differ.",
        ),
        fix=Both(
            "Nennen Sie den Kostenträger des Zuschlags: bearer: stadt.",
            "Name who bears the surcharge: bearer: stadt.",
        ),
        example="bearer: stadt\ncosts:\n  a: {kind: fixed, title: A, value: 1 EUR/year}\n"
        "  b: {kind: fixed, title: B, value: 1 EUR/year, bearer: land}\n"
        "  c: {kind: share_of, title: C, of: ▸[a, b], share: 20 %}\n",
    ),
    "W340": Entry(
        says={
            "": _says(
                "»{line}« hängt davon ab, wie viele Fälle gleichzeitig da sind; gerechnet wird darum mit einzelnen Personen",
                "“{line}” depends on how many cases there are at once; so single persons are simulated",
                "wenn das zu lange dauert: ein Betrag je Fall (per_case) oder im Jahr (fixed)",
                "where that takes too long: an amount per case (per_case) or a year (fixed)",
            )
        },
        cause=Both(
            "Die Rechnung mit mittleren Fallzahlen (cohort) kennt keine einzelnen Jahre mit vielen oder wenigen Fällen. "
            "Gruppen, die als Ganzes öffnen, und Obergrenzen brauchen die Simulation einzelner Personen (microsimulation): "
            "Ihr Ergebnis ist ein Mittel über Wiederholungen und dauert länger.",
            "The engine of mean numbers (cohort) knows no single years with many or few cases. Groups that open as a "
            "whole, and ceilings, need the engine that simulates persons (microsimulation): its result is a mean over "
            "replications and takes longer.",
        ),
        fix=Both(
            "Lassen Sie die Angabe stehen, wenn es auf sie ankommt; mit »engine: cohort« lehnt »run« sie ab.",
            "Leave it where it matters; with “engine: cohort”, “run” refuses it.",
        ),
        example="costs:\n  gruppe:\n    ▸kind: step_fixed\n    title: Wohngruppe\n    state: heim\n    places: 8\n"
        "    value: 400 000 EUR/year\n",
    ),
}
_OF_A_RUN: Final[dict[str, Entry]] = {
    "W310": Entry(
        says={
            "": _says(
                "»{written}« ändert nichts am Ergebnis, auch nicht ein wenig größer oder kleiner",
                "»{written}« changes nothing of the result, nor would a little more or less",
            )
        },
        cause=Both(
            "Niemand liest die Zahl, oder sie gehört zu Fällen oder Zeiten, die es in der Rechnung nicht gibt.",
            "Nobody reads the number, or it belongs to cases or times that the calculation does not have.",
        ),
        fix=Both(
            "Prüfen Sie, ob sie an der richtigen Stelle steht; sonst streichen Sie sie.",
            "Check whether it stands in the right place; else delete it.",
        ),
        example="parameters:\n  quote: ▸30 %\n",
    ),
    "W311": Entry(
        says={
            "": _says(
                "»{state}« dauert in der Rechnung im Mittel nur {months} Monate, nicht {stated}: Abbrüche beenden es früher",
                "“{state}” lasts only {months} months on average in the calculation, not {stated}: breakdowns end it earlier",
            )
        },
        cause=Both(
            "Zur mittleren Dauer kommen alle weiteren Wege hinaus; zusammen lassen sie weniger als die Hälfte übrig.",
            "All other ways out come on top of the mean stay; together they leave less than half of it.",
        ),
        fix=Both(
            "Eine gemessene Dauer enthält meist schon die Abbrüche. Schreiben Sie die Dauer ohne sie, oder senken Sie die Abbrüche.",
            "A measured stay mostly has the breakdowns in it. Write the stay without them, or lower the breakdowns.",
        ),
        example=(
            "stays:\n  heim:\n    mean: ▸21 months\n    to: {ende: 100 %}\n"
            "breakdowns:\n  - {from: heim, to: hilfe, probability: 90 %/year}\n"
        ),
    ),
    "W312": Entry(
        says={
            "mean_stay_months": _says(
                "»{state}« dauert in der Rechnung im Mittel {number} Monate; gesehen wurden {low} bis {high} ({source})",
                "“{state}” lasts {number} months on average in the calculation; {low} to {high} were seen ({source})",
            ),
            "cost_per_place_year": _says(
                "»{state}« kostet in der Rechnung {number} EUR je Platz und Jahr; gesehen wurden {low} bis {high} ({source})",
                "“{state}” costs {number} EUR per place and year in the calculation; {low} to {high} were seen ({source})",
            ),
            "placements_per_1000_under_21": _says(
                "in der Rechnung beginnen im Jahr {number} Unterbringungen je 1.000 unter 21; gesehen wurden bis zu {high} ({source})",
                "{number} placements per 1,000 under 21 begin a year in the calculation; up to {high} were seen ({source})",
            ),
        },
        cause=Both(
            "Die Zahlen der Datei ergeben zusammen etwas, das weit von dem liegt, was anderswo gesehen wurde.",
            "Together, the numbers of the file lead to something far from what was seen elsewhere.",
        ),
        fix=Both(
            "Prüfen Sie Einheit und Zeitraum der beteiligten Zahlen. Stimmen sie, dann schreiben Sie in die Notiz, warum es hier anders ist.",
            "Check unit and period of the numbers involved. If they are right, say in a note why it is different here.",
        ),
        example=(
            "states:\n  ▸heim: {title: Heim, tags: [placement], setting: residential}\n"
            "stays:\n  heim: {mean: 120 months, to: {ende: 100 %}}\n"
        ),
    ),
    "W313": Entry(
        says={"": _says("in »{state}« ist nie jemand", "nobody is ever in “{state}”")},
        cause=Both(
            "Kein Weg führt hinein: kein Bestand, kein Zugang und kein Wechsel, der vorkommt.",
            "No way leads there: no stock, no arrivals and no move that occurs.",
        ),
        fix=Both(
            "Ergänzen Sie den Weg, oder streichen Sie den Zustand.", "Add the way, or delete the state."
        ),
        example="states:\n  ▸kur: {title: Kur}\n",
    ),
    "W314": Entry(
        says={
            "": _says(
                "aus »{state}« führt kein Weg hinaus: Wer dort ist, kostet bis zum Ende der Rechnung",
                "no way leads out of “{state}”: who is there costs until the end of the calculation",
            )
        },
        cause=Both(
            "Der Zustand kostet etwas oder ist eine Unterbringung, und die Datei sagt nicht, wie er endet.",
            "The state costs something or is a placement, and the file does not say how it ends.",
        ),
        fix=Both(
            "Tragen Sie unter stays ein, wie lange er im Mittel dauert.",
            "Enter under stays how long it lasts on average.",
        ),
        example=(
            "states:\n  ▸kur: {title: Kur, tags: [placement]}\n"
            "caseload:\n  stock:\n    anfang: {value: 5 cases, in: kur}\n"
        ),
    ),
    "W315": Entry(
        says={
            "": _says(
                "am Ende der Rechnung sind hier {at_end} Fälle untergebracht, im Vergleich {without}: Ein Teil ist aufgeschoben, nicht vermieden",
                "at the end of the calculation {at_end} cases are in placement here, {without} in comparison: some of it is delayed, not avoided",
            )
        },
        cause=Both(
            "Bis dahin ist Unterbringung vermieden worden, danach wird sie nachgeholt; die Rechnung endet vorher.",
            "Until then placement has been avoided, afterwards it is made up for; the calculation ends before.",
        ),
        fix=Both(
            "Verlängern Sie den Zeitraum (time: years), bis sich beide Zahlen nicht mehr ändern.",
            "Lengthen the horizon (time: years) until neither number changes any more.",
        ),
        example=(
            "interventions:\n  hebammen:\n    title: Hebammen\n    effects:\n"
            "      - {kind: diverts, from: heim, into: kur, share: 90 %}\n"
            "states:\n  kur: {title: Kur}\n"
            "caseload:\n  intake:\n    gruppe: {value: 90 cases, at: 2020-01, into: heim}\n"
            "stays:\n  kur: {mean: 15 months, to: {heim: 100 %}}\n"
            "  heim: {mean: 9 months, to: {ende: 100 %}}\n"
            "strategies:\n  ▸mit: {title: mit, interventions: [hebammen]}\n"
        ),
    ),
}

OF_A_RUN: Final = frozenset(_OF_A_RUN)
"""Codes that `prevsim verify` tells of a run, and no file by itself."""

CATALOGUE: Final[dict[str, Entry]] = {
    **_FORM,
    **_NUMBERS,
    **_SENSE,
    **_CHANCES,
    **_LUCK,
    **_QUEUES,
    **_RANGES,
    **_OBSERVED,
    **_TABLES,
    **_BUDGET,
    **_DOUBTS,
    **_OF_A_RUN,
}
