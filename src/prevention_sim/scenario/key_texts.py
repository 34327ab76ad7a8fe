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
    "Scenario.engine": Both(
        "Womit gerechnet wird: auto (mittlere Fallzahlen, wo sie genügen, sonst einzelne Personen, mit Warteschlangen, wo Plätze begrenzt sind), cohort (mittlere Fallzahlen), "
        "microsimulation (einzelne Personen), discrete_event (einzelne Personen mit Warteschlangen) oder simpy (dasselbe, zum Nachlesen geschrieben und langsamer).",
        "What computes: auto (mean numbers of cases where they are exact, else persons, with queues where places are limited), cohort (mean numbers of cases), "
        "microsimulation (persons one by one), discrete_event (persons with queues) or simpy (the same, written to be read, and slower).",
    ),
    "Scenario.uncertainty": Both(
        "Zufall und unsichere Zahlen: womit der Zufall beginnt, wie oft die Fälle durchgespielt und wie oft Zahlen gezogen werden.",
        "Chance and uncertain numbers: where chance begins, how often the cases are lived through, and how often numbers are drawn.",
    ),
    "Uncertainty.seed": Both(
        "Startzahl des Zufalls; dieselbe Zahl gibt dasselbe Ergebnis. Ohne Angabe 1.",
        "The number chance begins with; the same gives the same result. 1 if left out.",
    ),
    "Uncertainty.replications": Both(
        "Wie oft die Fälle einzeln durchgespielt werden; gezeigt wird der Mittelwert. Ohne Angabe 200.",
        "How often the cases are lived through one by one; what is shown is the mean. 200 if left out.",
    ),
    "Uncertainty.draws": Both(
        "Wie oft für unsichere Zahlen andere Werte gezogen werden; 0 oder ohne Angabe: gar nicht.",
        "How often uncertain numbers take other values; 0, or left out: never.",
    ),
    "Uncertainty.plan": Both(
        "Wie gezogen wird: sobol (gleichmäßig, ohne Angabe), monte_carlo (rein zufällig) oder latin_hypercube (gleichmäßig je Zahl).",
        "How values are drawn: sobol (evenly, if left out), monte_carlo (by pure chance) or latin_hypercube (evenly for each number).",
    ),
    "Uncertainty.interval": Both(
        "Wie viel der Wahrscheinlichkeit die Spannen im Bericht umfassen. Ohne Angabe 90 %.",
        "How much of the probability the ranges in the report hold. 90 % if left out.",
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
    "Scenario.crossed_with": Both(
        "Weitere Einteilungen derselben Fälle, etwa nach Risiko neben Stadtteilen: Jede Gruppe trifft auf jede andere, aus nord und hoch wird nord_hoch, mit dem Produkt der Anteile.",
        "Further ways to tell the same cases apart, such as by risk beside districts: every group meets every other, nord and hoch become nord_hoch, with the product of their shares.",
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
    "TableFile.per": Both(
        "Zeitraum, wenn die Zahlen Wahrscheinlichkeiten oder Raten sind: year, month.",
        "The period, where the numbers are chances or rates: year, month.",
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
    "Scenario.outcomes": Both(
        "Was neben dem Geld gezählt wird, etwa Kinderjahre zu Hause oder Unterbringungen. Der Bericht nennt, was eine Einheit mehr kostet.",
        "What is counted beside money, such as child-years at home or placements. The report says what one more unit costs.",
    ),
    "Outcome.title": Both("Wie die Wirkung heißt.", "What the outcome is called."),
    "Outcome.unit": Both(
        "Wort für die Einheit, in der Mehrzahl: Kinderjahre zu Hause, QALYs, Unterbringungen.",
        "Word for the unit, in the plural: child-years at home, QALYs, placements.",
    ),
    "Outcome.aim": Both(
        "more: mehr davon ist besser; fewer: weniger ist besser, etwa bei Unterbringungen.",
        "more: more of it is better; fewer: less is better, as with placements.",
    ),
    "Outcome.weights": Both(
        "Was ein Jahr eines Falls in einem Zustand zählt: {hilfe: 1, heim: 0.5}; nicht genannte Zustände zählen nichts.",
        "What a year of one case in a state counts: {help: 1, home: 0.5}; states that are not named count nothing.",
    ),
    "Outcome.entries": Both(
        "Was ein Eintritt in einen Zustand zählt: {heim: 1}. Wer am Anfang schon da ist, tritt nicht ein.",
        "What an entry into a state counts: {home: 1}. Cases that are there at the start make no entry.",
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
        "Länge eines Schritts: day (Tag), week (Woche), month (Monat), quarter (Quartal), 6 months, year (Jahr) oder 3 years; ohne Angabe month.",
        "Length of a step: day, week, month, quarter, 6 months, year or 3 years; month if left out.",
    ),
    "Time.budget_window": Both(
        "Jahre des Haushalts, die der Bericht einzeln zeigt: Haushaltsjahr und drei Jahre Finanzplanung sind 4.",
        "Years of the budget the report shows one by one: budget year and three planning years are 4.",
    ),
    "Conventions.counting": Both(
        "Wann der Bestand eines Schritts gezählt wird: start (Anfang), end (Ende), half_cycle (Mittel aus beiden); wenn niemand später hinzukommt, auch simpson oder eigene Gewichte: {weights: [1/2, 1, 1/2]}.",
        "When the cases of a step are counted: at its start, its end, or half_cycle (the mean of both); where nobody enters later, also simpson or weights of your own: {weights: [1/2, 1, 1/2]}.",
    ),
    "OwnWeights.weights": Both(
        "Ein Gewicht für jeden Zeitpunkt, in Schritten: bei zwei Schritten drei Zahlen. Ihre Summe ist die gezählte Dauer.",
        "A weight for every boundary, in steps: three numbers for two steps. Their sum is the length of time that is counted.",
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
        "at_point: jeder Betrag nach seinem Zeitpunkt; per_cycle: alle Beträge eines Schritts nach dessen Anfang; per_year_…: alle Beträge eines Jahres nach dessen Anfang (start), Mitte (mid) oder Ende (end).",
        "at_point: every amount by its date; per_cycle: all amounts of a step by its start; per_year_…: all amounts of a year by its start, middle or end.",
    ),
    "Discounting.outcomes": Both(
        "Zinssatz für Wirkungen (outcomes), nach demselben Verfahren: {rate: 1.5 %/year}. Ohne ihn werden Wirkungen nicht abgezinst.",
        "Discount rate of outcomes, by the same method: {rate: 1.5 %/year}. Without it outcomes are not discounted.",
    ),
    "Rates.rate": Both("Zinssatz: 3.3 %/year.", "Discount rate: 3.3 %/year."),
    "Rates.steps": Both(
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
    "Figure.range": Both(
        "Spanne, in der die Zahl wahrscheinlich liegt: unteres und oberes Ende, in der Einheit des Werts. Sie umfasst 90 %, wenn »interval« nichts anderes sagt.",
        "The range the number probably lies in: low and high end, in the unit of the value. It holds 90 % unless “interval” says otherwise.",
    ),
    "Figure.interval": Both(
        "Wie viel der Wahrscheinlichkeit die Spanne umfasst, etwa 95 %.",
        "How much of the probability the range holds, such as 95 %.",
    ),
    "Figure.distribution": Both(
        "Wie die Werte der Zahl verteilt sind, wenn nicht wie üblich: ein Wort (gamma, fixed) oder ein Abschnitt. Der Wert bleibt der Mittelwert.",
        "How the values of the number are spread, where not as usual: a word (gamma, fixed) or a section. The value stays the mean.",
    ),
    "Known.kind": Both(
        "Die Zahl gilt als genau bekannt.",
        "The number is taken as known exactly.",
    ),
    "OfFamily.kind": Both(
        "Verteilung: beta (Anteile), gamma, lognormal (Faktoren) oder normal, an den Grenzen des Möglichen abgeschnitten.",
        "Distribution: beta (shares), gamma, lognormal (ratios) or normal, cut off where values become impossible.",
    ),
    "OfFamily.sd": Both(
        "Standardabweichung, in der Einheit des Werts.",
        "Standard deviation, in the unit of the value.",
    ),
    "OfFamily.relative_sd": Both(
        "Standardabweichung als Anteil des Werts, etwa 12 %.",
        "Standard deviation as a share of the value, such as 12 %.",
    ),
    "OfFamily.cases": Both(
        "Aus wie vielen beobachteten Fällen die Zahl stammt: bei 12 von 20 sind es 20.",
        "How many observed cases the number comes from: for 12 in 20 it is 20.",
    ),
    "Between.kind": Both(
        "Verteilung zwischen zwei Enden: uniform (alles gleich wahrscheinlich), triangular (Dreieck) oder pert (glatter Gipfel).",
        "Distribution between two ends: uniform (all equally likely), triangular, or pert (a smooth peak).",
    ),
    "Between.between": Both(
        "Kleinster und größter möglicher Wert.",
        "The smallest and the largest possible value.",
    ),
    "Dirichlet.kind": Both(
        "Anteile eines Ganzen, gemeinsam gezogen, sodass sie zusammen 100 % bleiben.",
        "Shares of one whole, drawn together so that they stay 100 %.",
    ),
    "Dirichlet.cases": Both(
        "Aus wie vielen beobachteten Fällen die Anteile stammen.",
        "How many observed cases the shares come from.",
    ),
    "Empirical.kind": Both(
        "Einer der aufgezählten Werte, jeder gleich wahrscheinlich.",
        "One of the listed values, each as likely as the others.",
    ),
    "Empirical.values": Both(
        "Die Werte; ihr Mittelwert ist der Wert der Zahl.",
        "The values; their mean is the value of the number.",
    ),
    "Mixture.kind": Both(
        "Mit einer gewissen Wahrscheinlichkeit ein fester Wert, etwa keine Wirkung, sonst ein gezogener.",
        "A fixed value with some probability, such as no effect, and a drawn one otherwise.",
    ),
    "Mixture.at": Both(
        "Der feste Wert: 0, bei Faktoren 1 für keine Wirkung.",
        "The fixed value: 0, or for ratios 1 for no effect.",
    ),
    "Mixture.probability": Both(
        "Wie wahrscheinlich der feste Wert ist.",
        "How probable the fixed value is.",
    ),
    "Mixture.family": Both(
        "Verteilung im übrigen Fall, wenn nicht die übliche; ihre Spanne ist die neben dem Wert.",
        "Distribution otherwise, if not the usual one; its range is the one beside the value.",
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
    "Stratum.was": Both(
        "Der frühere Name der Gruppe in der Datei, wenn er geändert wurde: So bleiben ihre Fälle dieselben.",
        "The former id of the stratum, where it has changed: so its cases stay the same.",
    ),
    "Stratum.tags": Both(
        "[imminent] kennzeichnet die Gruppe, die sonst untergebracht würde; [unaccompanied] unbegleitete Minderjährige und "
        "[section_35a] Hilfe nach § 35a, die in den Kennzahlen nicht mitzählen.",
        "[imminent] marks the group that would otherwise be placed; [unaccompanied] unaccompanied minors and "
        "[section_35a] help under § 35a, which the offices' indicators leave out.",
    ),
    "State.title": Both("Wie die Hilfe oder Lage heißt.", "What the help or situation is called."),
    "State.intensity": Both(
        "Stufe nach dem Umfang der Hilfe, als ganze Zahl: 0 für keine Hilfe, die größte für die teuerste. Keine Wahrscheinlichkeit hängt davon ab; "
        "sie sorgt dafür, dass derselbe Zufall einen Fall in jeder Strategie in ähnliche Hilfen führt. Ohne Angabe nach setting.",
        "Rank by how much is done for a case, a whole number: 0 for no help, the largest for the dearest. No chance depends on it; "
        "by it the same luck sends a case to similar help in every strategy. By setting if left out.",
    ),
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
    "Priced.optimism_bias": Both(
        "Bei Kosten: um wie viel sie erhöht werden, weil Planungen oft zu günstig sind: 10 %. Geht adjustments.optimism_bias vor.",
        "For costs: what they are raised by, because plans tend to be too cheap: 10 %. Goes before adjustments.optimism_bias.",
    ),
    "Priced.cap": Both(
        "Bei Kosten: Obergrenze im Jahr, in Euro dieses Jahres: 50 000 EUR/year. Was von Fällen abhängt, rechnet dann die Simulation einzelner Personen.",
        "For costs: a ceiling for the year, in euro of that year: 50 000 EUR/year. What depends on cases is then computed by simulating persons.",
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
    "Hourly.value": Both(
        "Betrag (5 100 EUR/month) oder Stunden (10 hours/month), dann mit dem Preis unter »at«.",
        "An amount (5 100 EUR/month), or hours (10 hours/month) with their price under “at”.",
    ),
    "Hourly.at": Both(
        "Preis der Stunde, wenn »value« Stunden nennt: 48.00 EUR/hour.",
        "Price of an hour where “value” gives hours: 48.00 EUR/hour.",
    ),
    "PerCase.delivered": Both(
        "Wie viele der abgerechneten Stunden bei der Familie ankommen: 5 hours/month. Bezahlt werden die abgerechneten.",
        "How many of the hours billed reach the family: 5 hours/month. Those billed are paid.",
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
    "PerCase.differs": Both(
        "Wie verschieden teuer die Fälle sind: {law: pareto, variation: 120 %}. Das Mittel ändert sich nicht, wohl aber die Streuung des Haushalts.",
        "How cases differ in cost: {law: pareto, variation: 120 %}. The mean stays, the spread of the budget does not.",
    ),
    "Differs.law": Both(
        "lognormal: um das Mittel herum. pareto: die meisten darunter, wenige weit darüber. Wer teurer ist, bleibt es, solange er da ist.",
        "lognormal: around the mean. pareto: most below it, few far above. Who is dearer stays so while there.",
    ),
    "Differs.variation": Both(
        "Standardabweichung der Kosten je Fall, geteilt durch ihr Mittel: 120 %.",
        "Standard deviation of the cost per case over its mean: 120 %.",
    ),
    "PerParticipant.kind": Both(
        "per_participant: ein Betrag je Fall und Zeit, solange der Fall am Programm teilnimmt. Nur in einem Programm.",
        "per_participant: an amount per case and time while the case takes part in the programme. Only in a programme.",
    ),
    "PerParticipant.in_": Both(
        "Nur in diesen Zuständen; ohne Angabe überall, wo der Fall teilnimmt.",
        "In these states only; wherever the case takes part if left out.",
    ),
    "PerEnrolment.kind": Both(
        "per_enrolment: ein Betrag für jeden Fall, den das Programm aufnimmt. Nur in einem Programm.",
        "per_enrolment: an amount for each case that the programme takes in. Only in a programme.",
    ),
    "PerEnrolment.value": Both("Betrag je Aufnahme: 800 EUR.", "Amount for each case taken in: 800 EUR."),
    "PerWaiting.kind": Both(
        "per_waiting: ein Betrag je Fall und Zeit, solange der Fall auf einen Platz im Programm wartet. Nur in einem Programm mit capacity.",
        "per_waiting: an amount per case and time while the case waits for a slot in the programme. Only in a programme with a capacity.",
    ),
    "Fixed.kind": Both(
        "fixed: ein fester Betrag im Jahr, unabhängig von der Zahl der Fälle.",
        "fixed: an amount per year, whatever the number of cases.",
    ),
    "Fixed.value": Both("Betrag: 40 850 EUR/year.", "Amount: 40 850 EUR/year."),
    "Running.from_": Both(
        "Erster Monat; ohne Angabe vom Beginn des Programms oder der Rechnung an.",
        "First month; from the start of the programme or calculation if left out.",
    ),
    "Running.until": Both(
        "Letzter Monat (einschließlich); ohne Angabe bis zum Ende des Programms oder der Rechnung.",
        "Last month (inclusive); until the end of the programme or calculation if left out.",
    ),
    "PerEntry.kind": Both(
        "per_entry: ein Betrag für jeden Fall, der in einen Zustand eintritt, von außen oder aus einem anderen.",
        "per_entry: an amount for each case that enters a state, from outside or from another.",
    ),
    "PerEntry.state": Both("In welchen Zustand eingetreten wird.", "The state that is entered."),
    "PerEntry.value": Both("Betrag je Eintritt: 1 200 EUR.", "Amount for each entry: 1 200 EUR."),
    "PerExit.kind": Both(
        "per_exit: ein Betrag für jeden Fall, der einen Zustand verlässt.",
        "per_exit: an amount for each case that leaves a state.",
    ),
    "PerExit.state": Both("Welcher Zustand verlassen wird.", "The state that is left."),
    "PerExit.value": Both("Betrag je Abgang: 800 EUR.", "Amount for each exit: 800 EUR."),
    "PerMove.kind": Both(
        "per_move: ein Betrag für jeden Wechsel von einem Zustand in einen anderen.",
        "per_move: an amount for each move from one state to another.",
    ),
    "PerMove.from_": Both("Aus welchem Zustand gewechselt wird.", "The state that is left."),
    "PerMove.to": Both("In welchen Zustand gewechselt wird.", "The state that is entered."),
    "PerMove.value": Both("Betrag je Wechsel: 500 EUR.", "Amount for each move: 500 EUR."),
    "PerEvent.kind": Both(
        "per_event: ein Betrag für ein Ereignis, das keine Hilfe beendet, etwa den Umzug in ein anderes Heim.",
        "per_event: an amount for an event that ends no stay, such as a change of home.",
    ),
    "PerEvent.state": Both("In welchem Zustand es vorkommt.", "The state in which it happens."),
    "PerEvent.rate": Both("Wie oft je Fall: 0.2/year.", "How often per case: 0.2/year."),
    "PerEvent.value": Both("Betrag je Ereignis: 1 200 EUR.", "Amount for each event: 1 200 EUR."),
    "Staff.kind": Both(
        "staff: Stellen mit Personal-, Sach- und Gemeinkosten.",
        "staff: posts with their cost of staff, material and overhead.",
    ),
    "Staff.posts": Both(
        "Zahl der Stellen (Vollzeit): 0.5 FTE. Bezahlt wird, ob ausgelastet oder nicht. Ohne Angabe die Stellen der »capacity« des Programms, von der Einstellung bis zum Weggang.",
        "Number of posts (full-time): 0.5 FTE. Paid, busy or not. Those of the programme’s “capacity” if left out, from hire to leaving.",
    ),
    "Staff.personnel": Both(
        "Personalkosten einer Stelle: 60 000 EUR/year.", "Cost of staff of one post: 60 000 EUR/year."
    ),
    "Staff.material": Both(
        "Sachkosten einer Stelle: 9 700 EUR/year.", "Material cost of one post: 9 700 EUR/year."
    ),
    "Staff.overhead": Both(
        "Gemeinkosten als Anteil der Personalkosten: 20 %.", "Overhead as a share of the cost of staff: 20 %."
    ),
    "OneOff.kind": Both(
        "one_off: ein einmaliger Betrag zu einem Zeitpunkt.", "one_off: an amount once, at a date."
    ),
    "OneOff.value": Both("Betrag: 100 000 EUR.", "Amount: 100 000 EUR."),
    "OneOff.at": Both(
        "Monat, an dessen Anfang der Betrag anfällt.", "The month at whose beginning the amount falls due."
    ),
    "StepFixed.kind": Both(
        "step_fixed: ein Betrag je Gruppe von Plätzen, die als Ganzes öffnet und schließt. Gerechnet wird damit in der Simulation einzelner Personen.",
        "step_fixed: an amount for each group of places that opens and closes as a whole. It is computed by simulating persons.",
    ),
    "StepFixed.state": Both("In welchem Zustand die Plätze sind.", "The state the places are in."),
    "StepFixed.places": Both("Wie viele Plätze eine Gruppe hat: 8.", "How many places a group has: 8."),
    "StepFixed.value": Both(
        "Betrag je Gruppe: 400 000 EUR/year.", "Amount for each group: 400 000 EUR/year."
    ),
    "StepFixed.notice": Both(
        "Wie lange eine Gruppe noch bezahlt wird, die nicht mehr gebraucht wird: 6 months.",
        "How long a group is still paid for that is needed no longer: 6 months.",
    ),
    "ShareOf.kind": Both(
        "share_of: ein Anteil anderer Posten, etwa ein Gemeinkostenzuschlag. Er läuft, wo und wann diese laufen, und wird getragen wie sie.",
        "share_of: a share of other lines, such as overhead. It runs where and when those run, and is borne like them.",
    ),
    "ShareOf.of": Both(
        "Auf welche Posten der Anteil gerechnet wird, einen oder mehrere.",
        "The lines the share is reckoned on, one or more.",
    ),
    "ShareOf.share": Both("Welcher Anteil: 20 %.", "Which share: 20 %."),
    "ShareOf.strata": Both(
        "Nur für diese Gruppen; ohne Angabe für alle.", "Only for these strata; for all if left out."
    ),
    "ShareOf.from_": Both(
        "Erster Monat der Leistung, auf die der Anteil gerechnet wird.",
        "First month of service the share is reckoned on.",
    ),
    "ShareOf.until": Both(
        "Letzter Monat der Leistung (einschließlich), auf die der Anteil gerechnet wird.",
        "Last month of service (inclusive) the share is reckoned on.",
    ),
    "ShareOf.bearer": Both(
        "Wer den Anteil trägt; ohne Angabe, wer die Posten trägt.",
        "Who bears the share; whoever bears the lines if left out.",
    ),
    "Scenario.adjustments": Both(
        "Um wie viel Posten der Programme vorsichtiger gerechnet werden. Der Bericht nennt das Ergebnis mit und ohne.",
        "What lines of programmes are corrected by, to be cautious. The report gives the result with and without.",
    ),
    "Adjustments.optimism_bias": Both(
        "Um wie viel Kosten der Programme erhöht werden, weil Planungen oft zu günstig sind: 10 %.",
        "What costs of programmes are raised by, because plans tend to be too cheap: 10 %.",
    ),
    "Adjustments.corrections": Both(
        "Je Beleg (measured, study, published, expert, claim, assumption), um wie viel berichtigt wird: {claim: 25 %}. Kosten steigen, Erträge sinken; es zählt die schwächste Zahl des Postens.",
        "By grade of evidence (measured, study, published, expert, claim, assumption), the correction: {claim: 25 %}. Costs rise, income falls; the weakest number of a line counts.",
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
    "Intervention.was": Both(
        "Der frühere Name des Programms in der Datei, wenn er geändert wurde: So nimmt es dieselben Fälle auf.",
        "The former id of the programme, where it has changed: so it takes in the same cases.",
    ),
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
    "Stratum.attributes": Both(
        "Zahlen, die in dieser Gruppe gelten; Formeln für Wahrscheinlichkeiten, Raten und Verhältnisse dürfen sie mit Namen lesen.",
        "Numbers of this stratum; formulas of chances, rates and ratios may read them by name.",
    ),
    "Stream.was": Both(
        "Der frühere Name des Zugangs in der Datei, wenn er geändert wurde: So bleiben seine Fälle dieselben.",
        "The former id of the stream, where it has changed: so its cases stay the same.",
    ),
    "Coming.varies": Both(
        "Wie die Zahl der Fälle schwankt: fixed (gar nicht), poisson (durch reinen Zufall) oder negative_binomial (stärker, siehe dispersion). "
        "Ohne Angabe bei arrivals poisson, bei intake fixed.",
        "How the number of cases varies: fixed (not at all), poisson (by pure chance) or negative_binomial (more, see dispersion). "
        "If left out, poisson for arrivals and fixed for intake.",
    ),
    "Coming.dispersion": Both(
        "Zu negative_binomial: die Varianz geteilt durch den Mittelwert, mindestens 1. Bei 1 ist es poisson.",
        "For negative_binomial: the variance over the mean, at least 1. With 1 it is poisson.",
    ),
    "Stream.age": Both(
        "Wie alt die Fälle sind, wenn sie kommen: 6 years. Nötig, wenn eine Formel das Alter (age) liest.",
        "How old the cases are when they come: 6 years. Needed where a formula reads age.",
    ),
    "Stock.elapsed": Both(
        "Wie lange die Fälle am Anfang schon in ihrem Zustand sind: 10 months; ohne Angabe seit eben.",
        "How long the cases have been in their state at the start: 10 months; a moment if left out.",
    ),
    "Leaving.law": Both(
        "Wie die Dauer verteilt ist, wenn die Wahrscheinlichkeit zu gehen nicht immer gleich ist; mit »mean« oder mit einer eigenen Skala.",
        "How durations are distributed, where the chance to leave is not always the same; with “mean” or a scale of its own.",
    ),
    "Leaving.stage": Both(
        "Reihenfolge im selben Takt: Stufe 2 betrifft nur die, die in Stufe 1 nicht gegangen sind. Ohne Angabe 1.",
        "Order within a cycle: stage 2 concerns those only who did not leave in stage 1. 1 if left out.",
    ),
    "Leaving.modifiers": Both(
        "Verhältnisse, die diese Wahrscheinlichkeit ändern: in manchen Gruppen, in manchen Monaten oder mit der Zeit.",
        "Ratios that change this chance: in some strata, in some months or with time.",
    ),
    "Law.kind": Both(
        "weibull, gamma, lognormal oder loglogistic.", "weibull, gamma, lognormal or loglogistic."
    ),
    "Law.shape": Both(
        "Form der Verteilung. Weibull: über 1 gehen mit der Zeit mehr, unter 1 weniger. Lognormal: die Standardabweichung des Logarithmus.",
        "Shape of the distribution. Weibull: above 1, more leave as time goes on, below 1 fewer. Lognormal: the standard deviation of the logarithm.",
    ),
    "Law.scale": Both(
        "Skala statt der mittleren Dauer. Weibull: Zeit, nach der 63 % gegangen sind; lognormal und loglogistic: der Median.",
        "Scale instead of the mean stay. Weibull: the time after which 63 % have left; lognormal and loglogistic: the median.",
    ),
    "Law.clock": Both(
        "Ab wann die Zeit zählt: entry (seit der Fall im Zustand ist) oder start (seit dem Beginn der Rechnung).",
        "From when time counts: entry (since the case is in the state) or start (since the calculation began).",
    ),
    "Modifier.kind": Both(
        "hazard_ratio (auf die Rate, ohne Zeitraum), risk_ratio (auf die Wahrscheinlichkeit) oder odds_ratio (auf die Chance p : 1 − p).",
        "hazard_ratio (on the rate, without a period), risk_ratio (on the probability) or odds_ratio (on the odds p : 1 − p).",
    ),
    "Modifier.ratio": Both(
        "Das Verhältnis: 0.8 senkt, 1 ändert nichts. Auch eine Formel, die age, years_since_entry, years_since_start oder Merkmale der Gruppe liest.",
        "The ratio: 0.8 lowers, 1 changes nothing. Also a formula that reads age, years_since_entry, years_since_start or attributes of the stratum.",
    ),
    "Modifier.over": Both(
        "Zeitraum, für den das Risiko oder die Chance gemessen wurde: 1 year; ohne Angabe der, für den die Wahrscheinlichkeit geschrieben ist.",
        "The time the risk or odds were measured over: 1 year; that of the probability if left out.",
    ),
    "Modifier.strata": Both("Nur in diesen Gruppen.", "In these strata only."),
    "Modifier.from_": Both("Erster Monat, in dem es gilt.", "First month in which it holds."),
    "Modifier.until": Both(
        "Letzter Monat, in dem es gilt (einschließlich).", "Last month in which it holds (inclusive)."
    ),
    "Enrolment.of": Both(
        "Wen das Programm aufnimmt: entries (wer in einen Zustand kommt), stock (wer beim Start dort ist) oder present (wer dort ist, nach und nach).",
        "Whom the programme takes in: entries (who enters a state), stock (who is there when it starts) or present (who is there, little by little).",
    ),
    "Enrolment.in_": Both("In welchen Zuständen.", "In which states."),
    "Enrolment.strata": Both("Nur in diesen Gruppen.", "In these strata only."),
    "Enrolment.reach": Both(
        "Wie viele es erreicht: 80 %; ohne Angabe alle.", "How many it reaches: 80 %; all if left out."
    ),
    "Enrolment.uptake": Both(
        "Wie viele der Erreichten annehmen: 60 %; ohne Angabe alle.",
        "How many of those reached accept: 60 %; all if left out.",
    ),
    "Enrolment.offered": Both(
        "Bei present: wie vielen es je Zeit angeboten wird: 10 %/month.",
        "With present: to how many it is offered per time: 10 %/month.",
    ),
    "Intervention.enrolment": Both(
        "Wen das Programm aufnimmt. Umlenkungen (diverts) nehmen selbst auf und brauchen das nicht.",
        "Whom the programme takes in. Diversions take in by themselves and need none.",
    ),
    "Intervention.ramp_up": Both(
        "Anlauf: welcher Teil der vollen Reichweite von einem Jahr an gilt: {2012: 30 %, 2013: 100 %}. Die Wirkung je Fall ändert er nicht.",
        "Ramp-up: which part of the full reach holds from a year on: {2012: 30 %, 2013: 100 %}. It does not change the effect per case.",
    ),
    "Intervention.lasts": Both(
        "Wie lange das Programm für einen Fall dauert: 18 months; ohne Angabe, bis er die Zustände verlässt.",
        "How long the programme lasts for a case: 18 months; until it leaves the states if left out.",
    ),
    "Intervention.continues_in": Both(
        "In welchen Zuständen ein Fall weiter teilnimmt; ohne Angabe in allen, die man wieder verlassen kann.",
        "In which states a case goes on taking part; in all that can be left if left out.",
    ),
    "Intervention.capacity": Both(
        "Wie viele Fälle zugleich teilnehmen können; wer keinen Platz findet, wartet. Ohne Angabe so viele, wie aufgenommen werden.",
        "How many cases can take part at once; who finds no slot waits. As many as are taken in if left out.",
    ),
    "Capacity.posts": Both(
        "Zahl der Stellen am Anfang (Vollzeit): 4 FTE. Sie sind vom ersten Tag des Programms an besetzt.",
        "Number of posts at the start (full-time): 4 FTE. They are filled from the first day of the programme.",
    ),
    "Capacity.post_size": Both(
        "Wie groß eine Stelle ist: 0.5 FTE. Stellen werden einzeln besetzt und einzeln frei; ihre Zahl ist ein Vielfaches davon. Ohne Angabe 1 FTE.",
        "How large one post is: 0.5 FTE. Posts are filled and left one by one; their number is a multiple of it. 1 FTE if left out.",
    ),
    "Capacity.productive_share": Both(
        "Welcher Teil einer Stelle den Fällen zugutekommt: 75 %. Der Rest sind Urlaub, Krankheit, Fahrten und Besprechungen. Ohne Angabe alles.",
        "Which part of a post goes to cases: 75 %. The rest is leave, illness, travel and meetings. All of it if left out.",
    ),
    "Capacity.caseload": Both(
        "Wie viele Fälle eine volle Stelle zugleich betreut, nicht im Jahr: 15. Plätze sind Stellen mal produktiver Anteil mal diese Zahl, abgerundet.",
        "How many cases a full post works with at once, not in a year: 15. Slots are posts times productive share times this number, rounded down.",
    ),
    "Capacity.hiring_lag": Both(
        "Wie lange es dauert, bis eine Stelle aus »schedule« oder die Nachfolge einer Fachkraft da ist: 3 months. Ohne Angabe ist sie es sofort.",
        "How long it takes until a post of the “schedule”, or a successor, is there: 3 months. At once if left out.",
    ),
    "Capacity.attrition": Both(
        "Welcher Teil der Fachkräfte weggeht, jede durch Zufall: 10 %/year. Ohne Angabe keine.",
        "Which share of the staff leaves, each by chance: 10 %/year. None if left out.",
    ),
    "Capacity.schedule": Both(
        "Wie sich die Zahl der Stellen später ändert, Monat für Monat der Reihe nach.",
        "How the number of posts changes later, in the order of months.",
    ),
    "Capacity.when_it_falls": Both(
        "Wenn es weniger Plätze gibt als Fälle, die teilnehmen: finish (alle nehmen bis zum Ende teil) oder transfer (wer zuletzt kam, kehrt in die Warteschlange zurück). Ohne Angabe finish.",
        "Where there are fewer slots than cases taking part: finish (all take part to their end) or transfer (those taken in last go back to the queue). finish if left out.",
    ),
    "Capacity.waiting_room": Both(
        "Wie viele höchstens warten; wer mehr vorfindet, geht wieder: 20. Bei 0 wartet niemand; ohne Angabe warten alle.",
        "How many wait at most; who finds that many leaves again: 20. With 0 nobody waits; everybody does if left out.",
    ),
    "Capacity.leaves": Both(
        "Wie viele derer, die warten, die Warteschlange verlassen: 5 %/month. Ohne Angabe keine.",
        "How many of those who wait leave the queue: 5 %/month. None if left out.",
    ),
    "Capacity.needs": Both(
        "Je Gruppe, wie viele Plätze ein Fall braucht: {hoch: 2}. Ohne Angabe einen.",
        "By stratum, how many slots a case takes: {hoch: 2}. One if left out.",
    ),
    "Queue.priority": Both(
        "Je Gruppe der Rang in der Warteschlange: {hoch: 1, niedrig: 2}; 1 kommt zuerst, wer keinen Rang hat, zuletzt. Innerhalb eines Rangs zählt, wer früher angefragt hat.",
        "By stratum, the rank in the queue: {hoch: 1, niedrig: 2}; 1 comes first, who has no rank comes last. Within a rank, whoever asked earlier comes first.",
    ),
    "PostsStep.from_": Both("Von welchem Monat an: 2028-01.", "From which month on: 2028-01."),
    "PostsStep.posts": Both(
        "Wie viele Stellen dann vorgesehen sind: 6 FTE.", "How many posts are meant to be there then: 6 FTE."
    ),
    "State.places": Both(
        "Wie viele Fälle zugleich hier sein können, in allen Strategien; wer keinen Platz findet, wartet anderswo. Ohne Angabe alle.",
        "How many cases can be here at once, in all strategies; who finds no place waits elsewhere. All if left out.",
    ),
    "Places.value": Both("Zahl der Plätze am Anfang: 64.", "Number of places at the start: 64."),
    "Places.bridge": Both(
        "In welchem Zustand ein Fall lebt, bis ein Platz frei wird, etwa in Inobhutnahme: mit dessen Kosten und Wahrscheinlichkeiten.",
        "The state in which a case lives until a place is free, such as emergency placement: with its costs and chances.",
    ),
    "Places.schedule": Both(
        "Wie sich die Zahl der Plätze später ändert, Monat für Monat der Reihe nach.",
        "How the number of places changes later, in the order of months.",
    ),
    "PlacesStep.from_": Both("Von welchem Monat an: 2028-01.", "From which month on: 2028-01."),
    "PlacesStep.places": Both("Wie viele Plätze es dann gibt: 72.", "How many places there are then: 72."),
    "Intervention.again": Both(
        "each_entry: wer wieder in einen Zustand kommt, kann wieder aufgenommen werden; once: jeder nur einmal.",
        "each_entry: who enters again may be taken in again; once: everybody only once.",
    ),
    "Diverts.also": Both(
        "moves: auch von denen, die aus anderen Zuständen kommen, nicht nur von außen.",
        "moves: also of those who come from other states, not from outside only.",
    ),
    "Changes.kind": Both(
        "hazard_ratio, risk_ratio oder odds_ratio: Wer teilnimmt, wechselt mit geänderter Wahrscheinlichkeit.",
        "hazard_ratio, risk_ratio or odds_ratio: who takes part moves with a changed chance.",
    ),
    "Changes.ratio": Both(
        "Das Verhältnis: 0.6 senkt, 1 ändert nichts; auch eine Formel.",
        "The ratio: 0.6 lowers, 1 changes nothing; also a formula.",
    ),
    "Changes.from_": Both(
        "Aus welchen Zuständen; ohne Angabe aus allen.", "Out of which states; out of all if left out."
    ),
    "Changes.to": Both(
        "In welche Zustände; ohne Angabe in alle.", "Into which states; into any if left out."
    ),
    "Changes.over": Both(
        "Zeitraum, für den das Risiko oder die Chance gemessen wurde: 1 year; ohne Angabe der, für den die Wahrscheinlichkeit geschrieben ist.",
        "The time the risk or odds were measured over: 1 year; that of the probability if left out.",
    ),
    "Changes.afterwards": Both(
        "ends: endet mit der Teilnahme; lasts: bleibt.", "ends: ends with taking part; lasts: stays."
    ),
    "Changes.fades_over": Both(
        "Lässt nach der Teilnahme gleichmäßig nach, bis zu dieser Zeit: 24 months.",
        "Fades evenly after taking part, until this time: 24 months.",
    ),
    "Changes.with_": Both(
        "Nur bei denen, die auch an diesen Programmen teilnehmen: was zwei Programme zusammen mehr oder weniger bewirken.",
        "Only for those who also take part in these programmes: what two programmes do together beyond each alone.",
    ),
    "Changes.while_": Both(
        "taking_part: wirkt in der Teilnahme; waiting: wirkt auf die, die auf einen Platz im Programm warten. Ohne Angabe taking_part.",
        "taking_part: acts while a case takes part; waiting: acts on those who wait for a slot in the programme. taking_part if left out.",
    ),
    "ChangesStay.kind": Both(
        "stay: eine andere mittlere Dauer für die, die teilnehmen.",
        "stay: another mean stay for those who take part.",
    ),
    "ChangesStay.state": Both("In welchem Zustand.", "In which state."),
    "ChangesStay.mean": Both("Die mittlere Dauer: 12 months.", "The mean stay: 12 months."),
    "ChangesWeight.kind": Both(
        "weight: Ein Jahr in einem Zustand zählt für eine Wirkung anders, solange der Fall teilnimmt.",
        "weight: a year in a state counts differently for an outcome while the case takes part.",
    ),
    "ChangesWeight.outcome": Both("Welche Wirkung unter outcomes.", "Which of the outcomes."),
    "ChangesWeight.state": Both(
        "In welchem Zustand, oder in welchen.", "In which state, or in which states."
    ),
    "ChangesWeight.weight": Both(
        "Was ein Jahr dann zählt, statt des Gewichts unter outcomes: 0.95.",
        "What a year then counts, instead of the weight under outcomes: 0.95.",
    ),
    "MovesStock.kind": Both(
        "moves: Ein Teil derer, die beim Start in einem Zustand sind, wechselt einmal in einen anderen.",
        "moves: some of those who are in a state when the programme starts move to another, once.",
    ),
    "MovesStock.from_": Both("Aus welchen Zuständen.", "Out of which states."),
    "MovesStock.into": Both("In welchen Zustand.", "Into which state."),
    "MovesStock.share": Both("Wie viele von ihnen: 20 %.", "How many of them: 20 %."),
    "ChangesEntry.kind": Both(
        "entry: Während das Programm läuft, bringen Zugänge mehr oder weniger Fälle.",
        "entry: while the programme runs, streams bring more or fewer cases.",
    ),
    "ChangesEntry.streams": Both(
        "Welche Zugänge unter intake oder arrivals.", "Which streams of intake or arrivals."
    ),
    "ChangesEntry.ratio": Both(
        "Das Verhältnis: 1.2 sind ein Fünftel mehr.", "The ratio: 1.2 is a fifth more."
    ),
    "Strategy.title": Both("Wie die Strategie heißt.", "What the strategy is called."),
    "Strategy.interventions": Both(
        "Programme, die zusammen laufen; ohne Angabe keines.",
        "Programmes that run together; none if left out.",
    ),
    "Expectation.figure": Both(
        "Welches Ergebnis gemeint ist; relief_per_euro: Entlastung je Euro Programm, benefit_cost_ratio: eins mehr; icer: was eine weitere Einheit einer Wirkung kostet, gegenüber der nächstgünstigeren Strategie, die nicht unterlegen ist; beaten_by: 1, wenn sie einer anderen unterlegen ist, 2, wenn einer Mischung aus zweien, sonst 0.",
        "Which result is meant; relief_per_euro: relief per euro of programme, benefit_cost_ratio: one more; icer: what a further unit of an outcome costs, against the next cheaper strategy that is not dominated; beaten_by: 1 where another strategy dominates it, 2 where a mixture of two does, else 0.",
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
    "Expectation.outcome": Both(
        "Welche Wirkung gemeint ist, wenn die Datei mehrere nennt.",
        "Which outcome is meant, where the file names several.",
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
