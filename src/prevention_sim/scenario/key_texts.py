"""What every key of a scenario file means, in German and English, for people who write one in an editor.

Named `Part.key` after the class that declares the key; a key that several parts share stands once.
"""

from typing import Final

from pydantic import BaseModel

from prevention_sim.foundation.languages import Both

KEY_TEXTS: Final[dict[str, Both]] = {
    "Scenario.format": Both(
        "Dateiformat, nicht ändern.",
        "File format, leave as it is.",
    ),
    "Scenario.scenario": Both(
        "Worum es in der Datei geht: Titel, Frage, was ein Fall ist, wer geprüft hat.",
        "What the file is about: title, question, what a case is, who checked it.",
    ),
    "Scenario.time": Both(
        "Wann die Rechnung beginnt, wie lange sie läuft und in welchen Schritten.",
        "When the calculation begins, how long it runs and in which steps.",
    ),
    "Scenario.conventions": Both(
        "Wie gezählt, umgerechnet und abgezinst wird.",
        "How cases are counted, chances converted and amounts discounted.",
    ),
    "Scenario.prices": Both(
        "In Preisen welchen Jahres alle Beträge stehen.",
        "The year whose prices all amounts are in.",
    ),
    "Scenario.sources": Both(
        "Unterlagen, aus denen die Zahlen stammen. Jede Zahl nennt eine davon mit »source:«, oder assumption für eine Annahme.",
        "Documents the numbers come from. Each number names one with “source:”, or assumption.",
    ),
    "Scenario.parameters": Both(
        "Zahlen mit Namen, die in Formeln an anderer Stelle der Datei stehen können.",
        "Named numbers that formulas elsewhere in the file may use.",
    ),
    "Scenario.strata": Both(
        "Gruppen von Fällen, etwa nach Risiko, Alter oder Stadtteil, mit ihrem Anteil. Die Anteile ergeben 100 %.",
        "Groups of cases, by risk, age or district, with their shares. The shares add up to 100 %.",
    ),
    "Scenario.states": Both(
        "Hilfeformen und Lagen, in denen ein Fall sein kann.",
        "Forms of help and situations a case can be in.",
    ),
    "Scenario.caseload": Both(
        "Wie viele Fälle am Anfang da sind und wie viele hinzukommen.",
        "How many cases are there at the start, and how many come.",
    ),
    "Scenario.without": Both(
        "Wohin kämen die Fälle ohne Programm? Je Zustand der Anteil; die Anteile ergeben 100 %. Wer untergebracht würde, sagt setting beim Zustand.",
        "Where would the cases go without the programme? A share for each state; the shares add up to 100 %. Who would be placed is said by setting at the state.",
    ),
    "Scenario.observed": Both(
        "Was anderswo beobachtet wurde; der Bericht stellt es neben das Ergebnis. Gerechnet wird damit nicht.",
        "What was observed elsewhere; the report puts it beside the result. Nothing is computed from it.",
    ),
    "Otherwise.title": Both(
        "Wie diese Gruppe heißt; ohne Angabe »sonst« und der Titel des Zustands.",
        "What this group is called; “otherwise” and the title of the state if left out.",
    ),
    "Otherwise.share": Both(
        "Anteil an allen Fällen: 60 %, eine Formel, oder rest für das, was die anderen übrig lassen.",
        "Share of all cases: 60 %, a formula, or rest for what the others leave.",
    ),
    "Observed.title": Both("Der Ort: Bergkamen.", "The place: Bergkamen."),
    "Observed.years": Both("Die Jahre, als Text: 2010–2012.", "The years, as text: 2010–2012."),
    "Observed.gross": Both(
        "Vermiedene Platzkosten je vermiedenem Platzjahr: 42 751 EUR/year.",
        "Placement cost avoided per avoided place-year: 42 751 EUR/year.",
    ),
    "Observed.net": Both(
        "Was davon nach allen anderen Kosten blieb: 15 785 EUR/year.",
        "What remained of it after all other cost: 15 785 EUR/year.",
    ),
    "Scenario.stays": Both(
        "Wie lange eine Hilfe im Mittel dauert und wohin die Fälle danach gehen.",
        "How long a form of help lasts on average, and where cases go then.",
    ),
    "Scenario.breakdowns": Both(
        "Abbrüche und Rückfälle: Wechsel, die zum Ende der Hilfe hinzukommen.",
        "Breakdowns and relapses: moves on top of the end of the help.",
    ),
    "Scenario.transitions": Both(
        "Wechsel zwischen Zuständen mit ihrer Wahrscheinlichkeit, ohne mittlere Dauer.",
        "Moves between states with their chance, without a mean stay.",
    ),
    "Scenario.matrix": Both(
        "Wo die Fälle jedes Zustands nach einem Zeitraum waren, vollständig, auch über mehrere Jahre; umgerechnet auf den Takt. Ersetzt stays und transitions dieser Zustände.",
        "Where the cases of each state were after a period, complete, also over several years; brought to the cycle. Takes the place of stays and transitions of these states.",
    ),
    "Matrix.period": Both(
        "Der Zeitraum der Beobachtung: 1 year, 3 years, 6 months.",
        "The period of the observation: 1 year, 3 years, 6 months.",
    ),
    "Matrix.rows": Both(
        "Je Zustand am Anfang die Anteile der Zustände am Ende: {heim: {heim: 60 %, ende: rest}}. Ein Zustand ohne Zeile wird nie verlassen.",
        "For each state at the beginning the shares of the states at the end: {heim: {heim: 60 %, ende: rest}}. A state without a row is never left.",
    ),
    "Matrix.table": Both(
        "Statt rows eine Tabelle aus tables: je Zeile der Zustand am Anfang, je Spalte einer am Ende.",
        "A table of tables instead of rows: a line for each state at the beginning, a column for each at the end.",
    ),
    "Scenario.tables": Both(
        "Tabellen als CSV-Dateien im Ordner der Szenariodatei oder darunter. Jede Zahl hat einen Pfad wie tables.sterblichkeit.maennlich[37] und die Quelle der Tabelle.",
        "Tables as CSV files in the folder of the scenario file or below it. Every number has a path like tables.sterblichkeit.maennlich[37] and the source of the table.",
    ),
    "TableFile.file": Both(
        "Name der Datei, vom Ordner der Szenariodatei aus: daten/tafel.csv.",
        "Name of the file, from the folder of the scenario file: daten/tafel.csv.",
    ),
    "TableFile.source": Both(
        "Woher alle Zahlen der Tabelle stammen: eine Quelle aus sources, oder assumption.",
        "Where all numbers of the table are from: one of sources, or assumption.",
    ),
    "TableFile.delimiter": Both(
        'Was die Zellen trennt: ";", "," oder tab.',
        'What separates cells: ";", "," or tab.',
    ),
    "TableFile.decimal": Both(
        'Dezimalzeichen: "," oder ".".',
        'Decimal mark: "," or ".".',
    ),
    "TableFile.encoding": Both(
        "Wie die Datei geschrieben ist: utf-8, utf-8-sig (mit Marke am Anfang) oder cp1252 (Excel unter Windows).",
        "How the file is written: utf-8, utf-8-sig (with a mark at the beginning) or cp1252 (Excel on Windows).",
    ),
    "TableFile.columns": Both(
        "Die Spalten, die gebraucht werden; ohne Angabe alle.",
        "The columns that are needed; all if left out.",
    ),
    "Scenario.costs": Both(
        "Was die Hilfen kosten, mit und ohne Programm. Beträge sind positiv.",
        "What the forms of help cost, with and without the programme. Amounts are positive.",
    ),
    "Scenario.income": Both(
        "Was eingeht, etwa Kostenbeiträge. Beträge sind positiv.",
        "What comes in, such as contributions. Amounts are positive.",
    ),
    "Scenario.bearers": Both(
        "Wer zahlt: Stadt, Land, Krankenkasse und andere.",
        "Who pays: city, state, health insurance and others.",
    ),
    "Scenario.bearer": Both(
        "Wer zahlt, wo nichts anderes dabeisteht.",
        "Who pays where nothing else is said.",
    ),
    "Scenario.interventions": Both(
        "Programme: wann sie laufen, was sie ändern, was sie kosten.",
        "Programmes: when they run, what they change, what they cost.",
    ),
    "Scenario.strategies": Both(
        "Was verglichen wird; jede Strategie nennt die Programme, die in ihr laufen.",
        "What is compared; each strategy names the programmes that run in it.",
    ),
    "Scenario.critical": Both(
        "Parameter, deren kritischen Wert der Bericht nennt: ab wann es sich rechnet.",
        "Parameters whose break-even the report states.",
    ),
    "Scenario.what_if": Both(
        "Was wäre, wenn: dieselbe Rechnung mit anderen Zahlen, im Bericht neben dem Ergebnis.",
        "What if: the same calculation with other numbers, told beside the result.",
    ),
    "Scenario.budget": Both(
        "Womit der Rat vergleicht: letztes Ergebnis und Ansatz je Produkt, und der Stand des Haushalts.",
        "What the council compares with: last result and appropriation by product, and the status of the household.",
    ),
    "Budget.household": Both(
        "Stand des Haushalts: regular (Satzung in Kraft), consolidation (Haushaltssicherung), provisional (vorläufige Haushaltsführung).",
        "Status of the household: regular (budget in force), consolidation (consolidation plan), provisional (no budget in force yet).",
    ),
    "Budget.products": Both(
        "Produkte, für die der Bericht vom letzten Ergebnis zur Prognose überleitet.",
        "Products for which the report bridges from the last result to the forecast.",
    ),
    "BudgetProduct.title": Both("Wie das Produkt heißt.", "What the product is called."),
    "BudgetProduct.product": Both(
        'Produktnummer, die bei Zuständen oder Posten steht: "06.03.20"; ohne Angabe alles, was die Datei zählt.',
        'The product number that states or lines name: "06.03.20"; all that the file counts if left out.',
    ),
    "BudgetProduct.cover_group": Both(
        "Deckungskreis, in dem Mehraufwand gedeckt werden kann.",
        "Cover group within which extra expense can be covered.",
    ),
    "BudgetProduct.last_result": Both("Das letzte Jahresergebnis.", "The result of the last closed year."),
    "BudgetProduct.appropriation": Both("Der laufende Haushaltsansatz.", "The current appropriation."),
    "LastResult.year": Both("Jahr des Ergebnisses: 2025.", "The year of the result: 2025."),
    "LastResult.value": Both("Aufwand abzüglich Erträge: 4.5 Mio EUR.", "Expense less income: 4.5 Mio EUR."),
    "LastResult.quantity": Both(
        "Belegtage (34 839 days) oder Platzjahre (95.4 years), die dafür geleistet wurden; ohne sie lassen sich Preis und Menge nicht trennen.",
        "Days in care (34 839 days) or place-years (95.4 years) given for it; without them, price and quantity cannot be told apart.",
    ),
    "Appropriation.year": Both("Jahr des Ansatzes: 2026.", "The year of the appropriation: 2026."),
    "Appropriation.value": Both(
        "Aufwand abzüglich Erträge: 4.7 Mio EUR.", "Expense less income: 4.7 Mio EUR."
    ),
    "Discounting.terms": Both(
        "real: ein Zins über die Preissteigerung hinaus, auf reale Beträge; sonst nominal auf nominale Beträge.",
        "real: a rate over and above the rise of prices, on real amounts; else nominal on nominal amounts.",
    ),
    "Prices.general_rise": Both(
        "Wie die Preise allgemein steigen: 2 %/year. Der Bericht nennt die Entlastung dann auch real, in Preisen des Preisjahres.",
        "How prices at large rise: 2 %/year. The report then also gives the relief in real terms, in prices of the price year.",
    ),
    "WhatIf.title": Both("Wie der Bericht es nennt.", "What the report calls it."),
    "WhatIf.set": Both(
        "Welche Zahlen dann gelten: {pflegeanteil: 50 %}.", "Which numbers hold then: {pflegeanteil: 50 %}."
    ),
    "Scenario.comparator": Both(
        "Die Strategie, mit der alle anderen verglichen werden, meist die ohne Programm.",
        "The strategy all others are compared with, mostly the one without the programme.",
    ),
    "Scenario.expect": Both(
        "Ergebnisse, die der Verfasser erwartet; »prevsim verify« prüft sie.",
        "Results the author expects; “prevsim verify” holds the run against them.",
    ),
    "About.id": Both(
        "Kurzname der Datei: kleine Buchstaben, Ziffern und _.",
        "Short name of the file: small letters, digits and _.",
    ),
    "About.title": Both(
        "Überschrift des Berichts; ein Text, oder {de: …, en: …}.",
        "Heading of the report; a text, or {de: …, en: …}.",
    ),
    "About.municipality": Both("Stadt oder Gemeinde.", "City or municipality."),
    "About.population_under_21": Both(
        "Einwohner unter 21 Jahren, für Kennzahlen je Einwohner: 70 000.",
        "Inhabitants under 21, for indicators per inhabitant: 70 000.",
    ),
    "About.author": Both("Wer die Datei geschrieben hat.", "Who wrote the file."),
    "About.question": Both(
        "Die Frage in einem Satz, auf die die Rechnung antwortet.",
        "The question the calculation answers, in one sentence.",
    ),
    "About.note": Both(
        "Vorbehalt, der über jedem Bericht steht.",
        "A reservation that stands above every report.",
    ),
    "About.case": Both("Was als ein Fall gezählt wird.", "What is counted as one case."),
    "About.case_count": Both(
        "Zählweise, in der der Bericht Beträge je Fall voranstellt: place_years (Platzjahre, Belegtage / 365), cases_in_year (Bestand am 31.12. und beendete), stock_31_dec (Bestand am 31.12.).",
        "Counting rule in which the report leads amounts per case: place_years (days in care / 365), cases_in_year (stock at 31 December and ended), stock_31_dec (stock at 31 December).",
    ),
    "About.checked": Both(
        "Wer die Zahlen mit den Unterlagen verglichen hat und wann; {by: open, on: open}, solange es niemand war.",
        "Who compared the figures with their documents, and when; {by: open, on: open} while nobody has.",
    ),
    "Case.unit": Both(
        "Gezählt werden Kinder (child), Familien (family), Personen (person) oder Plätze (place).",
        "Counted are children, families, persons or places.",
    ),
    "Case.definition": Both(
        "Wer genau dazugehört: Kind unter 4 Jahren mit drohender Unterbringung.",
        "Who exactly belongs to them: child under 4 at the threshold of placement.",
    ),
    "Checked.by": Both("Name, oder open.", "A name, or open."),
    "Checked.on": Both("Datum, oder open.", "A date, or open."),
    "Time.start": Both("Erster Monat: 2027-01.", "First month: 2027-01."),
    "Time.years": Both("Wie viele Jahre gerechnet wird.", "How many years are computed."),
    "Time.cycle": Both(
        "Länge eines Schritts: month (Monat), quarter (Quartal) oder year (Jahr).",
        "Length of a step: month, quarter or year.",
    ),
    "Time.budget_window": Both(
        "Jahre des Haushalts, die der Bericht einzeln zeigt: Haushaltsjahr und drei Jahre Finanzplanung sind 4.",
        "Years of the budget the report shows one by one: budget year and three planning years are 4.",
    ),
    "Conventions.counting": Both(
        "Wann der Bestand eines Schritts gezählt wird: start (Anfang), end (Ende), half_cycle (Mittel aus beiden).",
        "When the cases of a step are counted: at its start, its end, or half_cycle (the mean of both).",
    ),
    "Conventions.conversion": Both(
        "separate: Wahrscheinlichkeiten verschiedener Wechsel addieren sich; competing: sie konkurrieren als Raten.",
        "separate: chances of different moves add up; competing: they compete as rates.",
    ),
    "Conventions.discounting": Both(
        "Abzinsung für den Barwert; ohne diesen Abschnitt wird nicht abgezinst.",
        "Discounting for the present value; without this section nothing is discounted.",
    ),
    "Discounting.method": Both(
        "at_point: jeder Betrag nach seinem Zeitpunkt; per_year_…: alle Beträge eines Jahres nach dessen Anfang (start), Mitte (mid) oder Ende (end).",
        "at_point: every amount by its date; per_year_…: all amounts of a year by its start, middle or end.",
    ),
    "Discounting.rate": Both("Zinssatz: 3.3 %/year.", "Discount rate: 3.3 %/year."),
    "Discounting.steps": Both(
        "Spätere Zinssätze, jeder von seinem Monat an: {from: 2051-01, rate: 3 %/year}. Die Zeit davor behält ihren Satz.",
        "Later rates, each from its month on: {from: 2051-01, rate: 3 %/year}. The time before keeps its own.",
    ),
    "RateStep.from_": Both(
        "Monat, von dem an der Satz gilt; bei per_year_… der Beginn eines Jahres nach time.start.",
        "The month from which the rate holds; with per_year_… the beginning of a year after time.start.",
    ),
    "RateStep.rate": Both("Zinssatz von da an: 3 %/year.", "Discount rate from then on: 3 %/year."),
    "Escalation.rise": Both(
        "Steigerung im Jahr, jeweils zum 1. Januar, vom Preisjahr an gerechnet: 2 %/year.",
        "Rise per year, each 1 January, counted from the price year: 2 %/year.",
    ),
    "Escalation.steps": Both(
        "Steigerungen zu einem Datum, etwa eine neue Entgeltvereinbarung: {from: 2027-03, rise: 2.5 %}.",
        "Rises at a date, such as a new agreement on rates: {from: 2027-03, rise: 2.5 %}.",
    ),
    "PriceStep.from_": Both(
        "Monat, von dem an der neue Preis gilt.", "The month from which the new price holds."
    ),
    "PriceStep.rise": Both(
        "Steigerung gegenüber dem Preis davor: 2.5 %.", "Rise on the price before: 2.5 %."
    ),
    "Prices.year": Both(
        "Preisstand aller Beträge; Preissteigerungen werden nicht gerechnet.",
        "Price year of all amounts; price rises are not computed.",
    ),
    "Source.title": Both(
        "Wie die Unterlage heißt, mit Nummer und Datum.",
        "What the document is called, with number and date.",
    ),
    "Source.grade": Both(
        "Wie gut belegt: measured (gemessen), study (Studie), published (veröffentlicht), expert (Fachleute), claim (Behauptung), assumption (Annahme).",
        "How strong the evidence is: measured, study, published, expert, claim or assumption.",
    ),
    "Source.url": Both("Wo man sie findet.", "Where to find it."),
    "Title.de": Both("Auf Deutsch.", "In German."),
    "Title.en": Both("Auf Englisch.", "In English."),
    "Figure.value": Both(
        "Die Zahl mit Einheit (5 100 EUR/month, 60 %, 1/14 per month) oder eine Formel über Parameter.",
        "The number with its unit (5 100 EUR/month, 60 %, 1/14 per month), or a formula over parameters.",
    ),
    "Figure.source": Both(
        "Aus welcher Unterlage die Zahl ist: ein Name unter »sources«, oder assumption.",
        "The document the number is from: a name under “sources”, or assumption.",
    ),
    "Figure.note": Both("Anmerkung zur Zahl.", "A remark on the number."),
    "Sourced.source": Both(
        "Quelle aller Zahlen dieses Abschnitts, die keine eigene nennen: ein Name unter »sources«, oder assumption.",
        "Source of all numbers of this section without one of their own: a name under “sources”, or assumption.",
    ),
    "Sourced.note": Both("Anmerkung, erscheint im Bericht.", "A remark, shown in the report."),
    "Stratum.title": Both("Wie die Gruppe heißt.", "What the group is called."),
    "Stratum.share": Both(
        "Anteil an allen Fällen: 60 %, eine Formel, oder rest für das, was die anderen übrig lassen.",
        "Share of all cases: 60 %, a formula, or rest for what the others leave.",
    ),
    "Stratum.tags": Both(
        "[imminent] kennzeichnet die Gruppe, die sonst untergebracht würde; [unaccompanied] unbegleitete Minderjährige und "
        "[section_35a] Hilfe nach § 35a, die in den Kennzahlen nicht mitzählen.",
        "[imminent] marks the group that would otherwise be placed; [unaccompanied] unaccompanied minors and "
        "[section_35a] help under § 35a, which the offices' indicators leave out.",
    ),
    "State.title": Both("Wie die Hilfe oder Lage heißt.", "What the help or situation is called."),
    "State.product": Both(
        'Produkt, unter dem die Hilfe im Haushalt steht: "06.03.20". Gilt für alle ihre Posten ohne eigenes Produkt.',
        'The product the help is budgeted under: "06.03.20". Holds for all its lines without a product of their own.',
    ),
    "State.setting": Both(
        "Wo das Kind lebt: residential im Heim, foster in einer Pflegefamilie, mother_child mit der Mutter in einer Einrichtung, "
        "ambulatory zu Hause mit Hilfe, none zu Hause ohne Hilfe.",
        "Where the child lives: residential in a home, foster with a foster family, mother_child with its mother in a home, "
        "ambulatory in its family with help, none in its family without.",
    ),
    "State.tags": Both(
        "[placement] kennzeichnet die Unterbringung, die das Programm vermeiden soll.",
        "[placement] marks the placement the programme is to avoid.",
    ),
    "Caseload.stock": Both("Fälle, die am Anfang schon da sind.", "Cases that are there at the start."),
    "Caseload.intake": Both(
        "Gruppen, die gemeinsam zu einem Zeitpunkt beginnen.",
        "Groups that begin together at one date.",
    ),
    "Caseload.arrivals": Both(
        "Fälle, die über das Jahr verteilt neu hinzukommen.",
        "New cases, spread evenly over the year.",
    ),
    "Stock.value": Both("Wie viele es sind: 60 cases.", "How many there are: 60 cases."),
    "Stock.into": Both(
        "In welchem Zustand sie sind: einer für alle, oder je Gruppe einer. Ohne Angabe der, in den sie nach »without« kämen.",
        "The state they are in: one for all, or one for each stratum. If left out, the one they would enter by “without”.",
    ),
    "Intake.value": Both("Wie viele beginnen: 30 cases.", "How many begin: 30 cases."),
    "Intake.at": Both("In welchem Monat: 2012-01.", "In which month: 2012-01."),
    "Intake.into": Both(
        "Wohin sie ohne Programm kommen: ein Zustand für alle, oder je Gruppe einer. Ohne Angabe wie unter »without«.",
        "Where they go without the programme: one state for all, or one for each stratum. If left out, as under “without”.",
    ),
    "Arrivals.value": Both("Wie viele im Jahr kommen: 30 cases/year.", "How many come: 30 cases/year."),
    "Arrivals.into": Both(
        "Wohin sie ohne Programm kommen: ein Zustand für alle, oder je Gruppe einer. Ohne Angabe wie unter »without«.",
        "Where they go without the programme: one state for all, or one for each stratum. If left out, as under “without”.",
    ),
    "Arrivals.from_": Both(
        "Erster Monat; ohne Angabe vom Beginn der Rechnung an.",
        "First month; from the start of the calculation if left out.",
    ),
    "Arrivals.until": Both(
        "Letzter Monat (einschließlich); ohne Angabe bis zum Ende.",
        "Last month (inclusive); until the end if left out.",
    ),
    "Leaving.mean": Both(
        "Mittlere Dauer: 21 months. Genau eines von mean, probability und rate.",
        "Mean stay: 21 months. Exactly one of mean, probability and rate.",
    ),
    "Leaving.probability": Both(
        "Wahrscheinlichkeit mit ihrem Zeitraum: 20 %/year, 1/14 per month, 12 %/3 years.",
        "Chance with its period: 20 %/year, 1/14 per month, 12 %/3 years.",
    ),
    "Leaving.rate": Both(
        "Rate: Ereignisse je Person und Zeit, solange sie da ist: 0.22/year. Sie kann größer als 1 sein.",
        "Rate: events per person and time while there: 0.22/year. It may exceed 1.",
    ),
    "Stay.to": Both(
        "Wohin die Fälle danach gehen, mit Anteilen: {ende: 70 %, pflege: rest}. Fällt weg, wo gezählt wurde.",
        "Where cases go then, with shares: {ende: 70 %, pflege: rest}. Left out where cases were counted.",
    ),
    "Stay.counts": Both(
        "Gezählte Wechsel statt Dauer und Zielen: wie viele am Ende des Zeitraums wo waren, {heim: 1251, pflege: 350}. Wer noch da war, steht unter dem Zustand selbst.",
        "Counted moves instead of a length and targets: how many were where at the end of the period, {heim: 1251, pflege: 350}. Who was still there stands under the state itself.",
    ),
    "Stay.over": Both(
        "Über welchen Zeitraum gezählt wurde: 1 year, 3 years, 6 months.",
        "The period over which was counted: 1 year, 3 years, 6 months.",
    ),
    "Move.from_": Both("Aus welchem Zustand, oder aus welchen.", "From which state or states."),
    "Move.to": Both("In welchen Zustand.", "Into which state."),
    "Move.strata": Both(
        "Nur für diese Gruppen; ohne Angabe für alle.",
        "For these strata only; for all if left out.",
    ),
    "Line.title": Both("Wie der Posten im Bericht heißt.", "What the line is called in the report."),
    "Line.product": Both(
        'Produkt im Haushalt: "06.03.20"; ohne Angabe das des Zustands.',
        'Product in the budget: "06.03.20"; that of the state if left out.',
    ),
    "Line.row": Both(
        "Zeile des Teilergebnisplans: 11 Personal, 15 Transferaufwendungen, 03 sonstige Transfererträge.",
        "Row of the budget plan: 11 personnel, 15 transfer expenses, 03 other transfer income.",
    ),
    "Priced.prices": Both(
        "Wie sich die Preise dieses Postens entwickeln; ersetzt die Angaben unter »prices« der Datei.",
        "How the prices of this line move; replaces what the file says under “prices”.",
    ),
    "Line.payment_lag": Both(
        "Wie viel später als die Leistung gezahlt wird: 2 months. Verschiebt die Zahlung, nicht das Ergebnis.",
        "How much later than the service it is paid: 2 months. Moves the payment, not the result.",
    ),
    "Line.cashable": Both(
        "Was von einer Ersparnis wirklich in der Kasse bleibt. Ohne Angabe zählt eine Ersparnis hier nicht als kassenwirksam.",
        "What of a saving the treasury really keeps. Without it, a saving on this line does not count as cash.",
    ),
    "Cashable.share": Both("Anteil der Ersparnis: 80 %.", "Share of the saving: 80 %."),
    "Cashable.lag": Both(
        "Wie lange ein Platz frei sein muss, bis er aufgegeben ist: 6 months.",
        "How long a place must be empty before it is given up: 6 months.",
    ),
    "Priced.collected_share": Both(
        "Bei Erträgen: Welcher Anteil des festgesetzten Betrags wirklich eingeht: 85 %. Gebucht wird, was eingeht.",
        "For income: which share of what is assessed really comes in: 85 %. Booked is what comes in.",
    ),
    "Priced.bearer": Both(
        "Wer zahlt: ein Name unter »bearers«, Anteile {kommune: 80 %, land: rest}, oder eine Liste von Regeln, deren erste zutreffende gilt.",
        "Who pays: a name under “bearers”, shares {kommune: 80 %, land: rest}, or a list of rules, of which the first that fits holds.",
    ),
    "BearerRule.bearer": Both(
        "Wer nach dieser Regel zahlt: ein Name, oder Anteile.", "Who pays by this rule: a name, or shares."
    ),
    "BearerRule.strata": Both(
        "Für welche Gruppen die Regel gilt; feste Kosten gehören zu keiner Gruppe.",
        "The strata the rule holds for; fixed costs belong to none.",
    ),
    "BearerRule.from_": Both(
        "Erster Monat der Leistung, für den die Regel gilt.", "First month of service the rule holds for."
    ),
    "BearerRule.until": Both(
        "Letzter Monat der Leistung (einschließlich), für den die Regel gilt.",
        "Last month of service (inclusive) the rule holds for.",
    ),
    "PerCase.kind": Both(
        "per_case: ein Betrag je Fall und Zeit in einem Zustand.",
        "per_case: an amount per case and time in a state.",
    ),
    "PerCase.state": Both(
        "Für Fälle in welchem Zustand der Betrag anfällt.", "The state whose cases cost the amount."
    ),
    "PerCase.value": Both(
        "Betrag (5 100 EUR/month) oder Stunden (10 hours/month), dann mit dem Preis unter »at«.",
        "An amount (5 100 EUR/month), or hours (10 hours/month) with their price under “at”.",
    ),
    "PerCase.at": Both(
        "Preis der Stunde, wenn »value« Stunden nennt: 48.00 EUR/hour.",
        "Price of an hour where “value” gives hours: 48.00 EUR/hour.",
    ),
    "PerCase.counts_as": Both(
        "at_home: was ein Kind kostet, das zu Hause bleibt (Unterkunft, Kita, Bildungspaket); der Bericht zeigt es als eigene Stufe.",
        "at_home: what a child costs that stays at home (housing, day care, education package); a step of its own in the report.",
    ),
    "PerCase.case_count": Both(
        "Wie die Fälle gezählt sind, auf die sich der Betrag bezieht; ohne Angabe Platzjahre. Ein Betrag je Fall im Jahr (cases_in_year) wird mit der mittleren Dauer umgerechnet.",
        "How the cases are counted that the amount refers to; place-years unless said. An amount per case in the year (cases_in_year) is converted with the mean stay.",
    ),
    "PerCase.mean_stay": Both(
        "Mittlere Dauer für die Umrechnung, wenn nicht die des Zustands gilt: 21 months.",
        "Mean stay for the conversion, where that of the state does not hold: 21 months.",
    ),
    "Fixed.kind": Both(
        "fixed: ein fester Betrag im Jahr, unabhängig von der Zahl der Fälle.",
        "fixed: an amount per year, whatever the number of cases.",
    ),
    "Fixed.value": Both("Betrag: 40 850 EUR/year.", "Amount: 40 850 EUR/year."),
    "Fixed.from_": Both(
        "Erster Monat; ohne Angabe vom Beginn des Programms oder der Rechnung an.",
        "First month; from the start of the programme or calculation if left out.",
    ),
    "Fixed.until": Both(
        "Letzter Monat (einschließlich); ohne Angabe bis zum Ende des Programms oder der Rechnung.",
        "Last month (inclusive); until the end of the programme or calculation if left out.",
    ),
    "Refund.kind": Both(
        "refund: ein Anteil anderer Posten, den jemand erstattet (§§ 89 ff. SGB VIII). Für alle Kostenträger zusammen hebt er sich auf.",
        "refund: a share of other lines that somebody pays back. It cancels out for all bearers together.",
    ),
    "Refund.of": Both(
        "Welche Posten erstattet werden, einer oder mehrere; Erträge darunter mindern die Erstattung.",
        "Which lines are paid back, one or more; income among them lowers the refund.",
    ),
    "Refund.share": Both(
        "Welcher Anteil erstattet wird: 80 %. Eigenes Personal wird meist nicht erstattet.",
        "Which share is paid back: 80 %. The municipality's own staff mostly is not.",
    ),
    "Refund.from_": Both(
        "Wer erstattet: ein Name unter »bearers«.", "Who pays back: a name under “bearers”."
    ),
    "Refund.bearer": Both(
        "Wer die Erstattung erhält; erstattet wird, was er von den Posten trägt.",
        "Who receives the refund; paid back is what it bears of the lines.",
    ),
    "Refund.strata": Both(
        "Nur für diese Gruppen, etwa unbegleitete Minderjährige; ohne Angabe für alle.",
        "Only for these strata, such as unaccompanied minors; for all if left out.",
    ),
    "Bearer.title": Both("Wie der Kostenträger heißt.", "What the bearer is called."),
    "Bearer.level": Both(
        "Wo er mitzählt: municipality (Haushalt der Kommune), public (alle öffentlichen Haushalte), society (Gesellschaft).",
        "Where it counts: municipality, public (all public budgets) or society.",
    ),
    "Intervention.title": Both("Wie das Programm heißt.", "What the programme is called."),
    "Intervention.duty": Both(
        "mandatory (Pflichtaufgabe), discretionary (Pflichtaufgabe mit Spielraum) oder voluntary (freiwillig).",
        "mandatory, discretionary (mandatory, with discretion over the amount) or voluntary.",
    ),
    "Intervention.start": Both(
        "Erster Monat des Programms; ohne Angabe vom Beginn der Rechnung an.",
        "First month of the programme; from the start of the calculation if left out.",
    ),
    "Intervention.end": Both(
        "Letzter Monat des Programms (einschließlich); ohne Angabe bis zum Ende.",
        "Last month of the programme (inclusive); until the end if left out.",
    ),
    "Intervention.effects": Both("Was das Programm ändert.", "What the programme changes."),
    "Intervention.costs": Both(
        "Was es kostet, über die Hilfen hinaus; nur in Strategien, in denen es läuft.",
        "What it costs beyond the forms of help; only in strategies in which it runs.",
    ),
    "Intervention.income": Both(
        "Was dafür eingeht, etwa eine Förderung; nur in Strategien, in denen es läuft.",
        "What comes in for it, such as a grant; only in strategies in which it runs.",
    ),
    "Diverts.kind": Both(
        "diverts: Ein Teil derer, die in einen Zustand kämen, kommt in einen anderen.",
        "diverts: some of those who would enter one state enter another.",
    ),
    "Diverts.from_": Both(
        "Wohin die Fälle sonst kämen, ein Zustand oder mehrere.",
        "Where the cases would go otherwise, one state or several.",
    ),
    "Diverts.into": Both("Wohin das Programm sie aufnimmt.", "Where the programme takes them in."),
    "Diverts.share": Both(
        "Wie viele von ihnen das Programm aufnimmt: 80 %.", "How many of them the programme takes: 80 %."
    ),
    "Strategy.title": Both("Wie die Strategie heißt.", "What the strategy is called."),
    "Strategy.interventions": Both(
        "Programme, die zusammen laufen; ohne Angabe keines.",
        "Programmes that run together; none if left out.",
    ),
    "Expectation.figure": Both(
        "Welches Ergebnis gemeint ist; relief_per_euro: Entlastung je Euro Programm, benefit_cost_ratio: eins mehr.",
        "Which result is meant; relief_per_euro: relief per euro of programme, benefit_cost_ratio: one more.",
    ),
    "Expectation.value": Both("Der erwartete Wert, ungerundet.", "The expected value, unrounded."),
    "Expectation.tolerance": Both(
        "Wie weit das Ergebnis davon abweichen darf.", "How far the result may be off."
    ),
    "Expectation.strategy": Both(
        "Nur in dieser Strategie; ohne Angabe gegenüber dem Vergleichsmaßstab.",
        "In this strategy only; against the comparator if left out.",
    ),
    "Expectation.year": Both(
        "Nur in diesem Jahr; ohne Angabe im ganzen Zeitraum.",
        "In this year only; over the whole period if left out.",
    ),
    "Expectation.state": Both("Nur in diesen Zuständen.", "In these states only."),
    "Expectation.stratum": Both(
        "Nur für diese Gruppe; shared für das, was keiner Gruppe gehört.",
        "For this stratum only; shared for what belongs to none.",
    ),
    "Expectation.item": Both(
        "Nur dieser Posten unter costs oder income.", "This line of costs or income only."
    ),
    "Expectation.period": Both(
        "horizon (ganze Laufzeit) oder window (Jahre des Haushalts).",
        "horizon (the whole run) or window (the years of the budget).",
    ),
    "Expectation.valuation": Both(
        "nominal (nicht abgezinst) oder present (Barwert).",
        "nominal (not discounted) or present (present value).",
    ),
    "Expectation.note": Both(
        "Anmerkung, etwa woher der Wert ist.", "A remark, such as where the value is from."
    ),
}


def key_text(part: type[BaseModel], name: str) -> Both | None:
    """The text of a key, its own or that of the part it is inherited from; None for a part no file writes out."""
    names = (f"{cls.__name__.lstrip('_')}.{name}" for cls in part.__mro__)
    return next((KEY_TEXTS[name] for name in names if name in KEY_TEXTS), None)
