"""The sentences in which a scenario file is read back, in German and English.

They are made to be read aloud and checked line by line; titles from the file stand in quotation marks.
"""

from typing import Final

from prevention_sim.foundation.languages import Both, Language

ONE_CASE: Final = {
    "child": Both("Kind", "child"),
    "family": Both("Familie", "family"),
    "person": Both("Person", "person"),
    "place": Both("Platz", "place"),
}
A_CASE: Final = {
    "child": Both("ein Kind", "a child"),
    "family": Both("eine Familie", "a family"),
    "person": Both("eine Person", "a person"),
    "place": Both("ein Platz", "a place"),
}
MANY_CASES: Final = {
    "child": Both("Kinder", "children"),
    "family": Both("Familien", "families"),
    "person": Both("Personen", "persons"),
    "place": Both("Plätze", "places"),
}
OF_MANY_CASES: Final = {
    "child": Both("Kindern", "children"),
    "family": Both("Familien", "families"),
    "person": Both("Personen", "persons"),
    "place": Both("Plätzen", "places"),
}

PER: Final = {
    "year": Both("im Jahr", "a year"),
    "quarter": Both("im Quartal", "a quarter"),
    "month": Both("im Monat", "a month"),
    "week": Both("in der Woche", "a week"),
    "day": Both("am Tag", "a day"),
    "hour": Both("je Stunde", "an hour"),
    "case": Both("je Fall", "a case"),
}
ONE: Final = {
    "year": Both("Jahr", "year"),
    "quarter": Both("Quartal", "quarter"),
    "month": Both("Monat", "month"),
    "week": Both("Woche", "week"),
    "day": Both("Tag", "day"),
    "hour": Both("Stunde", "hour"),
    "FTE": Both("Stelle", "post"),
}
MANY: Final = {
    "year": Both("Jahre", "years"),
    "quarter": Both("Quartale", "quarters"),
    "month": Both("Monate", "months"),
    "week": Both("Wochen", "weeks"),
    "day": Both("Tage", "days"),
    "hour": Both("Stunden", "hours"),
    "FTE": Both("Stellen", "posts"),
}
IN_STEPS: Final = {
    "year": Both("in Jahren", "in years"),
    "quarter": Both("in Quartalen", "in quarters"),
    "month": Both("in Monaten", "in months"),
    "week": Both("in Wochen", "in weeks"),
    "day": Both("in Tagen", "in days"),
}
IN_LONG_STEPS: Final = {
    "year": Both("in Schritten von {count} Jahren", "in steps of {count} years"),
    "month": Both("in Schritten von {count} Monaten", "in steps of {count} months"),
}
IN_MANY: Final = {
    "year": Both("in {count} Jahren", "in {count} years"),
    "quarter": Both("in {count} Quartalen", "in {count} quarters"),
    "month": Both("in {count} Monaten", "in {count} months"),
    "week": Both("in {count} Wochen", "in {count} weeks"),
    "day": Both("in {count} Tagen", "in {count} days"),
}

SENTENCES: Final[dict[str, Both]] = {
    # headings
    "review": Both("Was ist geprüft, was ist angenommen?", "What is checked, what is assumed?"),
    "about": Both("Worum geht es?", "What is it about?"),
    "parameters": Both("Zahlen mit Namen", "Named numbers"),
    "caseload": Both("Wer kommt, und wie viele?", "Who comes, and how many?"),
    "without": Both(
        "Wohin kämen die {cases} ohne Programm?", "Where would the {cases} go without the programme?"
    ),
    "stays": Both(
        "Wie lange dauert es, und was kommt danach?", "How long does it last, and what comes then?"
    ),
    "breakdowns": Both("Abbrüche und Rückfälle", "Breakdowns and relapses"),
    "transitions": Both("Wechsel", "Moves"),
    "matrix": Both("Wo waren die {cases} danach?", "Where were the {cases} afterwards?"),
    "tables": Both("Tabellen", "Tables"),
    "costs": Both("Was kostet es?", "What does it cost?"),
    "income": Both("Was geht ein?", "What comes in?"),
    "bearers": Both("Wer zahlt?", "Who pays?"),
    "budget": Both("Womit vergleicht der Rat?", "What does the council compare with?"),
    "programmes": Both("Was tut das Programm?", "What does the programme do?"),
    "outcomes": Both("Was wird neben dem Geld gezählt?", "What is counted beside money?"),
    "strategies": Both("Was wird verglichen?", "What is compared?"),
    "observations": Both("Was wurde anderswo beobachtet?", "What was observed elsewhere?"),
    "conventions": Both("Wie wird gerechnet?", "How is it computed?"),
    "others": Both("Weitere Zahlen", "Other numbers"),
    "ranges": Both("Wie sicher sind die Zahlen?", "How sure are the numbers?"),
    "sources": Both("Woher kommen die Zahlen?", "Where do the numbers come from?"),
    # how sure numbers are
    "draws": Both(
        "Unsicher ist, wie viel diese Zahlen betragen ({some}). Gerechnet wird auch mit {count} Ziehungen {plan}; der Wert ist immer der Mittelwert.",
        "How much these numbers are is uncertain ({some}). {count} draws {plan} are computed too; the value is always the mean.",
    ),
    "no_draws": Both(
        "Unsicher ist, wie viel diese Zahlen betragen ({some}). Spannen des Ergebnisses zeigt »prevsim run --draws 10000«; der Wert ist immer der Mittelwert.",
        "How much these numbers are is uncertain ({some}). “prevsim run --draws 10000” shows ranges of the result; the value is always the mean.",
    ),
    "plan_sobol": Both("in gleichmäßiger Streuung", "spread evenly"),
    "plan_monte_carlo": Both("nach reinem Zufall", "by pure chance"),
    "plan_latin_hypercube": Both("in gleichmäßiger Streuung je Zahl", "spread evenly over each number"),
    "uncertain": Both("{label}: {amount}, {width}.", "{label}: {amount}, {width}."),
    "range": Both(
        "mit {sure} Wahrscheinlichkeit zwischen {low} und {high}",
        "between {low} and {high} with a probability of {sure}",
    ),
    "ends": Both("sicher zwischen {low} und {high}", "surely between {low} and {high}"),
    "deviation": Both("Standardabweichung {sd}", "standard deviation {sd}"),
    "observed_cases": Both(
        "so sicher wie aus {count} beobachteten Fällen", "as sure as from {count} observed cases"
    ),
    "listed_values": Both(
        "einer von {count} Werten zwischen {low} und {high}", "one of {count} values between {low} and {high}"
    ),
    "point_mass": Both(
        "mit {probability} Wahrscheinlichkeit genau {at}; sonst im Mittel {mean}, {width}",
        "exactly {at} with a probability of {probability}; else {mean} on average, {width}",
    ),
    "family_beta": Both("Beta-Verteilung", "beta distribution"),
    "family_gamma": Both("Gamma-Verteilung", "gamma distribution"),
    "family_lognormal": Both("Lognormal-Verteilung", "lognormal distribution"),
    "family_normal": Both("Normalverteilung", "normal distribution"),
    "family_uniform": Both("alles gleich wahrscheinlich", "all equally likely"),
    "family_triangular": Both("Dreiecksverteilung", "triangular distribution"),
    "family_pert": Both("PERT-Verteilung", "PERT distribution"),
    "family_dirichlet": Both(
        "Dirichlet-Verteilung, gemeinsam mit den übrigen Anteilen",
        "Dirichlet distribution, together with the other shares",
    ),
    "family_empirical": Both("jeder gleich wahrscheinlich", "each equally likely"),
    # pieces
    "quoted": Both("»{text}«", "“{text}”"),
    "and": Both(" und ", " and "),
    "or": Both(" oder ", " or "),
    "source": Both("Quelle: {title}", "source: {title}"),
    "assumed": Both("angenommen", "assumed"),
    "no_source": Both("ohne Quelle", "no source"),
    "note": Both("Anmerkung: {note}", "Note: {note}"),
    "written": Both("geschrieben: {text}", "written: {text}"),
    "by_formula": Both("nach der Formel {formula}", "by the formula {formula}"),
    "rest": Both("der Rest", "the rest"),
    "rest_of_parts": Both("{share}, der Rest", "{share}, the rest"),
    "from_until": Both("von {first} bis {last}", "from {first} to {last}"),
    "from": Both("ab {first}", "from {first} on"),
    "until": Both("bis {last}", "until {last}"),
    "endless": Both("unbegrenzt lange", "indefinitely"),
    "whole_time": Both("über die ganze Zeit", "over the whole time"),
    # what is checked
    "no_numbers": Both("Die Datei nennt keine Zahlen.", "The file gives no numbers."),
    "none_unsourced": Both(
        "Ohne Quelle ist keine der {count} Zahlen.", "None of the {count} numbers is without a source."
    ),
    "none_unsourced_one": Both("Die eine Zahl hat eine Quelle.", "The one number has a source."),
    "unsourced": Both(
        "Ohne Quelle: {some} von {count} Zahlen.", "Without a source: {some} of {count} numbers."
    ),
    "unsourced_one": Both("Ohne Quelle ist die eine Zahl.", "The one number is without a source."),
    "none_assumed": Both(
        "Angenommen ist keine der {count} Zahlen.", "None of the {count} numbers is assumed."
    ),
    "none_assumed_one": Both("Die eine Zahl ist nicht angenommen.", "The one number is not assumed."),
    "assumption_list": Both("Angenommen: {some} von {count} Zahlen.", "Assumed: {some} of {count} numbers."),
    "assumption_list_one": Both("Angenommen ist die eine Zahl.", "The one number is assumed."),
    "item": Both("{label}: {amount}", "{label}: {amount}"),
    # what it is about
    "question": Both("Die Frage: {question}", "The question: {question}"),
    "place": Both("Für: {municipality}.", "For: {municipality}."),
    "author": Both("Geschrieben von: {author}.", "Written by: {author}."),
    "case": Both("Gezählt werden {cases}: {definition}.", "Counted are {cases}: {definition}."),
    "case_count_place_years": Both(
        "Gezählt wird in Platzjahren (Belegtage geteilt durch 365), nicht in »Fällen im Jahr«.",
        "The count is in place-years (days in care divided by 365), not in “cases in the year”.",
    ),
    "case_count_cases_in_year": Both(
        "Der Bericht nennt Beträge je »Fall im Jahr« (Bestand am 31.12. und beendete); gerechnet wird in Platzjahren (Belegtage geteilt durch 365).",
        "The report gives amounts per “case in the year” (stock at 31 Dec and ended); the calculation is in place-years (days in care divided by 365).",
    ),
    "case_count_stock_31_dec": Both(
        "Der Bericht nennt Beträge je Fall am 31. Dezember; gerechnet wird in Platzjahren (Belegtage geteilt durch 365), was bei gleichbleibendem Bestand dasselbe ist.",
        "The report gives amounts per case at 31 December; the calculation is in place-years (days in care divided by 365), which is the same where the stock stays the same.",
    ),
    "time": Both(
        "Die Rechnung beginnt im {start} und läuft {years}; der Haushalt zeigt {window}. Gerechnet wird {steps}.",
        "The calculation begins in {start} and runs for {years}; the budget shows {window}. It is computed {steps}.",
    ),
    "time_in_days": Both(
        "Jedes Jahr hat dabei 365 Tage, auch ein Schaltjahr.",
        "Every year has 365 days in it, leap years included.",
    ),
    "time_in_weeks": Both(
        "Ein Monat der Datei beginnt mit der ersten Woche, die nicht vor ihm anfängt; eine Woche zählt zum Haushaltsjahr "
        "ihres ersten Tages.",
        "A month of the file begins with the first week that does not begin before it; a week belongs to the budget year "
        "of its first day.",
    ),
    "rising_prices": Both(
        "Alle Beträge stehen in Preisen von {year} und steigen danach; um wie viel, steht unter den weiteren Zahlen.",
        "All amounts are in prices of {year} and rise after it; by how much stands among the other numbers.",
    ),
    "prices": Both(
        "Alle Beträge stehen in Preisen von {year}; Preissteigerungen werden nicht gerechnet.",
        "All amounts are in prices of {year}; price rises are not computed.",
    ),
    # numbers with names
    "parameter": Both("{name}: {amount}{source}.", "{name}: {amount}{source}."),
    # who comes
    "situations": Both("Es gibt {count} Lagen: {states}.", "There are {count} situations: {states}."),
    "situations_one": Both("Es gibt eine Lage: {states}.", "There is one situation: {states}."),
    "placement": Both(
        "Unterbringung, die vermieden werden soll: {states}.", "Placement that is to be avoided: {states}."
    ),
    "intensity": Both(
        "Nach dem Umfang der Hilfe geordnet, der geringste zuerst: {states}.",
        "In the order of how much is done for a case, the least first: {states}.",
    ),
    "ranked": Both("{state} ({rank})", "{state} ({rank})"),
    "was": Both(
        "Dieser Eintrag hieß in der Datei früher {was}; damit bleiben seine Fälle dieselben.",
        "This entry was called {was} before; so its cases stay the same.",
    ),
    "varies_fixed": Both("Ihre Zahl schwankt nicht.", "Their number does not vary."),
    "varies_poisson": Both(
        "Ihre Zahl schwankt durch reinen Zufall um diesen Mittelwert.",
        "Their number varies around this mean by pure chance.",
    ),
    "varies_negative_binomial": Both(
        "Ihre Zahl schwankt stärker als durch reinen Zufall: Die Varianz beträgt das {dispersion}fache des Mittelwerts{source}.",
        "Their number varies more than by pure chance: the variance is {dispersion} times the mean{source}.",
    ),
    "imminent": Both(
        "Sonst untergebracht würden: {strata}.", "Those who would otherwise be placed: {strata}."
    ),
    "stock": Both(
        "Am Anfang schon da: {amount}, in {where}{source}.",
        "There already at the start: {amount}, in {where}{source}.",
    ),
    "intake": Both(
        "Im {month} beginnt eine Gruppe: {amount}{source}. Ohne Programm kommen sie in {where}.",
        "In {month} a group begins: {amount}{source}. Without the programme they enter {where}.",
    ),
    "arrivals": Both(
        "Jedes Jahr kommen neu hinzu: {amount}, gleichmäßig verteilt, im Mittel {monthly} im Monat, {span}{source}. Ohne Programm kommen sie in {where}.",
        "Arriving each year: {amount}, spread evenly, on average {monthly} a month, {span}{source}. Without the programme they enter {where}.",
    ),
    "unaccompanied": Both(
        "Unbegleitete Minderjährige, in den Kennzahlen nicht mitgezählt: {strata}.",
        "Unaccompanied minors, left out of the key figures: {strata}.",
    ),
    "section_35a": Both(
        "Hilfe nach § 35a, in den Kennzahlen nicht mitgezählt: {strata}.",
        "Help under § 35a, left out of the key figures: {strata}.",
    ),
    "stream": Both("{name}: {sentence}", "{name}: {sentence}"),
    "into_each": Both("{state} ({stratum})", "{state} ({stratum})"),
    "stratum": Both(
        "Zu {stratum} gehören {share} der {cases}{formula}{source}.",
        "{share} of the {cases} belong to {stratum}{formula}{source}.",
    ),
    "stratum_rest": Both(
        "Zu {stratum} gehört der Rest, {share} der {cases}.",
        "The rest, {share} of the {cases}, belong to {stratum}.",
    ),
    "crossed": Both(
        "Die Einteilungen sind gekreuzt: Jede Gruppe der einen trifft auf jede der anderen, ihr Anteil ist das Produkt.",
        "These ways of telling cases apart are crossed: every group of one meets every group of the others, and its share is the product.",
    ),
    "attributes": Both(
        "Merkmale von {stratum}: {parts}{source}.", "Attributes of {stratum}: {parts}{source}."
    ),
    "elapsed": Both("Sie sind schon {elapsed} dort{source}.", "They have been there for {elapsed}{source}."),
    "age": Both(
        "Wenn sie kommen, sind sie {age} alt{source}.", "When they come, they are {age} old{source}."
    ),
    "into_unsaid": Both("die Lagen des nächsten Abschnitts", "the situations of the next section"),
    "there_unsaid": Both("den Lagen des nächsten Abschnitts", "the situations of the next section"),
    # the counterfactual
    "otherwise": Both(
        "Von 100 {cases} {count} in {state}, {setting}{source}.",
        "Of 100 {cases}, {count} to {state}, {setting}{source}.",
    ),
    "otherwise_rest": Both(
        "Die übrigen {count} in {state}, {setting}.", "The other {count} to {state}, {setting}."
    ),
    "setting_residential": Both("also in ein Heim", "that is, to a home"),
    "setting_foster": Both("also in eine Pflegefamilie", "that is, to a foster family"),
    "setting_mother_child": Both(
        "also mit der Mutter in eine Einrichtung", "that is, to a home with the mother"
    ),
    "setting_ambulatory": Both(
        "also in Hilfe zu Hause, ohne Unterbringung", "that is, to help in the family, without placement"
    ),
    "setting_none": Both("also in keine Hilfe", "that is, to no help"),
    "observed": Both(
        "{title}, {years}: Von {gross} brutto je vermiedenem Platzjahr blieben {net} netto, {kept}{source}. Damit wird nicht gerechnet.",
        "{title}, {years}: of {gross} gross per avoided place-year, {net} net remained, {kept}{source}. Nothing is computed from this.",
    ),
    # stays and moves
    "stay": Both(
        "In {state} bleiben {cases} im Mittel {mean}{source}. Danach {then}.",
        "In {state}, {cases} stay {mean} on average{source}. Then {then}.",
    ),
    "rate": Both("Rate {rate}", "rate of {rate}"),
    "then_all": Both("wechseln alle zu {state}", "all go on to {state}"),
    "then_parts": Both("wechseln von 100 {cases} {parts}", "of 100 {cases}, {parts}"),
    "then_part": Both("{count} zu {state}", "{count} go on to {state}"),
    "then_rest": Both("{count} (der Rest) zu {state}", "{count} (the rest) go on to {state}"),
    "after": Both(
        "Von {count} {cases} in {state} waren {period} später {parts}{source}.",
        "Of {count} {cases} in {state}, {period} later: {parts}{source}.",
    ),
    "still_there": Both("{count} noch dort", "{count} still there"),
    "are_in": Both("{count} in {state}", "{count} in {state}"),
    "the_rest": Both(" (der Rest)", " (the rest)"),
    "table": Both(
        "Tabelle »{name}« (Datei {file}), Spalte »{column}« ({source}):",
        "Table “{name}” (file {file}), column “{column}” ({source}):",
    ),
    "on_top": Both(
        "Diese Wechsel kommen zum Ende der Hilfe hinzu. Die Zahlen gelten für {cases}, die ein Jahr dort wären und bei denen nichts anderes dazwischenkommt.",
        "These moves come on top of the end of the help. The counts are for {cases} who would be there for a year with nothing else coming between.",
    ),
    "if_a_year": Both(
        "Die Zahlen gelten für {cases}, die ein Jahr dort wären und bei denen nichts anderes dazwischenkommt.",
        "The counts are for {cases} who would be there for a year with nothing else coming between.",
    ),
    "move": Both(
        "{only}Von {base} {cases} in {origin} wechseln im Jahr {count} zu {state}{source}.",
        "{only}Of {base} {cases} in {origin}, {count} a year move to {state}{source}.",
    ),
    "move_one": Both(
        "{only}Von {base} {cases} in {origin} wechselt im Jahr {count} zu {state}{source}.",
        "{only}Of {base} {cases} in {origin}, {count} a year moves to {state}{source}.",
    ),
    "move_by_case": Both(
        "{only}Wie viele {cases} aus {origin} zu {state} wechseln, hängt vom Fall ab{source}.",
        "{only}How many {cases} move from {origin} to {state} depends on the case{source}.",
    ),
    "move_by_law": Both(
        "{only}Aus {origin} wechseln {cases} zu {state}; {when}{source}.",
        "{only}From {origin}, {cases} move to {state}; {when}{source}.",
    ),
    "stay_by_case": Both(
        "Wie viele {cases} {state} verlassen, hängt vom Fall ab{source}. Danach {then}.",
        "How many {cases} leave {state} depends on the case{source}. Then {then}.",
    ),
    "stay_by_law": Both(
        "{cases} verlassen {state}; {when}{source}. Danach {then}.",
        "{cases} leave {state}; {when}{source}. Then {then}.",
    ),
    "by_mean": Both("im Mittel dauert es {scale}", "it takes {scale} on average"),
    "by_weibull": Both(
        "bis 63 von 100 gegangen sind, dauert es {scale}", "it takes {scale} until 63 of 100 have left"
    ),
    "by_gamma": Both("im Mittel dauert es {shape} mal {scale}", "it takes {shape} times {scale} on average"),
    "by_lognormal": Both(
        "bis die Hälfte gegangen ist, dauert es {scale}", "it takes {scale} until half of them have left"
    ),
    "by_loglogistic": Both(
        "bis die Hälfte gegangen ist, dauert es {scale}", "it takes {scale} until half of them have left"
    ),
    "law": Both(
        "Die Dauer ist {law}-verteilt (Form {shape}), gezählt {clock}: {meaning}.",
        "The time is distributed by a {law} law (shape {shape}), counted {clock}: {meaning}.",
    ),
    "law_weibull": Both("Weibull", "Weibull"),
    "law_gamma": Both("Gamma", "gamma"),
    "law_lognormal": Both("lognormal", "lognormal"),
    "law_loglogistic": Both("loglogistisch", "log-logistic"),
    "clock_entry": Both("vom Eintritt an", "from entry"),
    "clock_start": Both("vom Beginn der Rechnung an", "from the start of the calculation"),
    "entry_rises": Both(
        "Wer schon länger da ist, geht eher", "who has been there longer is more likely to leave"
    ),
    "entry_falls": Both(
        "Wer schon länger da ist, geht seltener", "who has been there longer is less likely to leave"
    ),
    "entry_stays": Both(
        "Es ist gleich, wie lange jemand schon da ist", "it does not matter how long somebody has been there"
    ),
    "entry_turns": Both(
        "Anfangs geht eher, wer schon länger da ist, später seltener",
        "at first those leave more likely who have been there longer, later less likely",
    ),
    "start_rises": Both("Mit der Zeit gehen mehr", "as time goes on, more leave"),
    "start_falls": Both("Mit der Zeit gehen weniger", "as time goes on, fewer leave"),
    "start_stays": Both(
        "Es ist gleich, wie viel Zeit vergangen ist", "it does not matter how much time has passed"
    ),
    "start_turns": Both(
        "Erst gehen mit der Zeit mehr, dann weniger", "at first more leave as time goes on, then fewer"
    ),
    "clock_age": Both("age ist das Alter in Jahren", "age is the age in years"),
    "clock_years_since_entry": Both(
        "years_since_entry sind die Jahre seit dem Eintritt in die Lage",
        "years_since_entry are the years since entry into the situation",
    ),
    "clock_years_since_start": Both(
        "years_since_start sind die Jahre seit dem Beginn der Rechnung",
        "years_since_start are the years since the calculation began",
    ),
    "clock_years_since_enrolment": Both(
        "years_since_enrolment sind die Jahre seit der Aufnahme ins Programm",
        "years_since_enrolment are the years since the programme took the case in",
    ),
    "stage": Both(
        "Das betrifft nur, wer in den Stufen davor nicht gegangen ist (Stufe {stage}).",
        "This concerns only those who did not leave in the stages before (stage {stage}).",
    ),
    "modifier": Both(
        "Davon abweichend{whom}{span}: {change}{source}.", "Other than that{whom}{span}: {change}{source}."
    ),
    "for_strata": Both(" bei {strata}", " for {strata}"),
    "only_for": Both("Nur bei {strata}: ", "Only for {strata}: "),
    # money
    "per_case": Both(
        "{title}, je {case} in {state}: {amounts}{details}.",
        "{title}, per {case} in {state}: {amounts}{details}.",
    ),
    "fixed": Both(
        "{title}, unabhängig von der Zahl der {cases}: {amounts}, {span}{details}.",
        "{title}, whatever the number of {cases}: {amounts}, {span}{details}.",
    ),
    "per_participant": Both(
        "{title}, je {case} im Programm{only}: {amounts}{details}.",
        "{title}, per {case} in the programme{only}: {amounts}{details}.",
    ),
    "only_in": Both(", nur in {states}", ", only in {states}"),
    "per_waiting": Both(
        "{title}, je {case} in der Warteschlange: {amounts}{details}.",
        "{title}, per {case} in the queue: {amounts}{details}.",
    ),
    "per_enrolment": Both(
        "{title}: {amount} für jede Aufnahme in das Programm{details}.",
        "{title}: {amount} for each case taken into the programme{details}.",
    ),
    "per_entry": Both(
        "{title}: {amount} für jeden Eintritt in {state}{details}.",
        "{title}: {amount} for each entry into {state}{details}.",
    ),
    "per_exit": Both(
        "{title}: {amount} für jeden Abgang aus {state}{details}.",
        "{title}: {amount} for each exit from {state}{details}.",
    ),
    "per_move": Both(
        "{title}: {amount} für jeden Wechsel von {origin} zu {state}{details}.",
        "{title}: {amount} for each move from {origin} to {state}{details}.",
    ),
    "one_off": Both(
        "{title}: einmalig {amount}, {month}{details}.", "{title}: {amount} once, in {month}{details}."
    ),
    "staff": Both(
        "{title}, {posts}: je Stelle {parts}; zusammen {amounts}, {span}{details}.",
        "{title}, {posts}: for each post {parts}; together {amounts}, {span}{details}.",
    ),
    "staff_of_capacity": Both(
        "{title}, je besetzte Stelle von {programme}: {parts}; zusammen {amounts}, {span}{details}.",
        "{title}, for each filled post of {programme}: {parts}; together {amounts}, {span}{details}.",
    ),
    "personnel": Both("{amount} Personalkosten", "{amount} of staff"),
    "overhead": Both("{amount} davon als Gemeinkosten", "{amount} of that as overhead"),
    "material": Both("{amount} Sachkosten", "{amount} of material"),
    "step_fixed": Both(
        "{title}, je volle oder angebrochene Gruppe von {places} Plätzen in {state}: {amounts}{notice}{details}.",
        "{title}, for each full or begun group of {places} places in {state}: {amounts}{notice}{details}.",
    ),
    "notice": Both("; Frist bis zur Schließung: {notice}", "; notice before it closes: {notice}"),
    "not_linear": Both(
        "Mit mittleren Fallzahlen lässt sich das nicht ausrechnen; gerechnet wird mit einzelnen Personen (microsimulation).",
        "This cannot be computed from mean numbers of cases; single persons are simulated (microsimulation).",
    ),
    "share_of": Both(
        "{title}: {share} von {lines}{only}{span}{details}.",
        "{title}: {share} of {lines}{only}{span}{details}.",
    ),
    "delivered": Both(
        "davon geleistet: {hours}; die geleistete Stunde kostet so {price}",
        "of it delivered: {hours}; an hour delivered costs {price}",
    ),
    "differs_lognormal": Both(
        "von Fall zu Fall verschieden, um das Mittel herum (lognormal): Standardabweichung {variation} des Mittels",
        "different from case to case, around the mean (lognormal): standard deviation {variation} of the mean",
    ),
    "differs_pareto": Both(
        "von Fall zu Fall verschieden, die meisten Fälle unter dem Mittel und wenige weit darüber (Pareto): Standardabweichung {variation} des Mittels",
        "different from case to case, most below the mean and few far above (Pareto): standard deviation {variation} of the mean",
    ),
    "optimism_bias": Both(
        "zuzüglich {share}, weil Planungen oft zu günstig sind",
        "plus {share}, because plans tend to be too cheap",
    ),
    "cap": Both("höchstens {share}", "at most {share}"),
    "optimism_of_all": Both(
        "Kosten der Programme sind um {share} erhöht, weil Planungen oft zu günstig sind{source}.",
        "Costs of the programmes are raised by {share}, because plans tend to be too cheap{source}.",
    ),
    "correction": Both(
        "Posten der Programme, hinter denen als schwächster Beleg »{grade}« steht, sind um {share} berichtigt: Kosten nach oben, Erträge nach unten{source}.",
        "Lines of the programmes whose weakest evidence is “{grade}” are corrected by {share}: costs up, income down{source}.",
    ),
    "refund": Both(
        "{title}: {payer} erstattet {share} von {lines}, soweit {receiver} das trägt{only}{details}.",
        "{title}: {payer} refunds {share} of {lines} as far as {receiver} bears it{only}{details}.",
    ),
    "refund_only": Both(", nur bei {strata}", ", only for {strata}"),
    "hours_times_price": Both("{hours} × {price} = {amounts}", "{hours} × {price} = {amounts}"),
    "written_is": Both("{written} = {amounts}", "{written} = {amounts}"),
    "both_periods": Both("{monthly} im Monat, {yearly} im Jahr", "{monthly} a month, {yearly} a year"),
    "per_case_in_year": Both(
        "{written} je »Fall im Jahr« (Bestand am 31.12. und beendete; mittlere Dauer {stay}) = {amounts} je Platz",
        "{written} per “case in the year” (stock at 31 Dec and ended; mean stay {stay}) = {amounts} per place",
    ),
    "per_case_at_31_dec": Both(
        "{amounts} je Fall am 31. Dezember; bei gleichbleibendem Bestand ist das ein Platz",
        "{amounts} per case at 31 December; where the stock stays the same that is a place",
    ),
    "row": Both("Haushaltszeile {row}", "budget row {row}"),
    "at_home": Both("Kosten des Kindes zu Hause", "cost of the child at home"),
    "collected_share": Both("davon gehen {share} ein", "{share} of it comes in"),
    "borne_by": Both("trägt {bearer}", "borne by {bearer}"),
    "received_by": Both("erhält {bearer}", "received by {bearer}"),
    "borne_in_parts": Both("es tragen {parts}", "borne by {parts}"),
    "received_in_parts": Both("es erhalten {parts}", "received by {parts}"),
    "borne_by_rule": Both("Kostenträger: {rules}", "borne {rules}"),
    "received_by_rule": Both("Empfänger: {rules}", "received {rules}"),
    "rule": Both("{when} {bearer}", "{when} by {bearer}"),
    "rule_strata": Both("bei {strata}", "for {strata}"),
    "else": Both("sonst {bearer}", "otherwise by {bearer}"),
    "bearer_part": Both("{bearer} {share}", "{bearer} {share}"),
    "one_bearer": Both(
        "Alle Kosten trägt und alle Einnahmen erhält {bearer}.",
        "{bearer} bears all costs and receives all income.",
    ),
    "level_municipality": Both(
        "{bearer} zählt zum Haushalt der Kommune.", "{bearer} counts towards the municipality's budget."
    ),
    "level_public": Both(
        "{bearer} zählt zu den übrigen öffentlichen Haushalten.",
        "{bearer} counts towards the other public budgets.",
    ),
    "level_society": Both(
        "{bearer} zählt zur Gesellschaft, zu keinem öffentlichen Haushalt.",
        "{bearer} counts towards society, not towards a public budget.",
    ),
    # the budget
    "product": Both("Produkt {product}", "product {product}"),
    "cover_group": Both("Deckungskreis {cover_group}", "cover group {cover_group}"),
    "household_regular": Both(
        "Die Haushaltssatzung ist in Kraft.", "The budget of the municipality is in force."
    ),
    "household_consolidation": Both(
        "Die Kommune hat ein Haushaltssicherungskonzept (§ 76 GO NRW).",
        "The municipality has a consolidation plan (§ 76 GO NRW).",
    ),
    "household_provisional": Both(
        "Die Kommune ist in der vorläufigen Haushaltsführung (§ 82 GO NRW).",
        "The municipality has no budget in force yet (§ 82 GO NRW).",
    ),
    "last_result": Both(
        "{title}, Ergebnis {year}: {amount}{quantity}{source}.",
        "{title}, result {year}: {amount}{quantity}{source}.",
    ),
    "for_quantity": Both(" für {quantity} Betreuung", " for {quantity} of care"),
    "appropriation": Both(
        "{title}, Ansatz {year}: {amount}{source}.", "{title}, appropriation {year}: {amount}{source}."
    ),
    "population": Both("Einwohner unter 21: {amount}{source}.", "Inhabitants under 21: {amount}{source}."),
    # programmes
    "programme": Both("{title}{duty} läuft {span}.", "{title}{duty} runs {span}."),
    "mandatory": Both(" (Pflichtaufgabe)", " (mandatory)"),
    "discretionary": Both(" (Pflichtaufgabe mit Spielraum)", " (mandatory, with discretion)"),
    "voluntary": Both(" (freiwillige Aufgabe)", " (voluntary)"),
    "diverts": Both(
        "Von 100 {cases}, die sonst in {origin} kämen, nimmt das Programm {count} in {state} auf{source}.",
        "Of 100 {cases} who would otherwise enter {origin}, the programme takes {count} into {state}{source}.",
    ),
    "weighs": Both(
        "Solange ein Fall am Programm teilnimmt, zählt ein Jahr für {title} {weight}: {states}{source}.",
        "While a case takes part in the programme, a year counts {weight} for {title}: {states}{source}.",
    ),
    "weighs_in": Both("in {state} statt {otherwise}", "in {state} instead of {otherwise}"),
    "diverts_moves": Both(
        "Von 100 {cases}, die sonst in {origin} kämen, auch aus anderen Lagen, nimmt das Programm {count} in {state} auf{source}.",
        "Of 100 {cases} who would otherwise enter {origin}, from other situations too, the programme takes {count} into {state}{source}.",
    ),
    "moves_stock": Both(
        "Beim Start wechseln einmalig von 100 {cases}, die dann in {origin} sind, {count} zu {state}{source}.",
        "When it starts, of 100 {cases} who are then in {origin}, {count} move to {state}, once{source}.",
    ),
    # whom a programme takes in
    "enrols_entries": Both(
        "Aufgenommen werden {cases}, wenn sie in {states} kommen{strata}: {share}{source}.",
        "Taken in are {cases} when they enter {states}{strata}: {share}{source}.",
    ),
    "enrols_stock": Both(
        "Aufgenommen werden {cases}, die beim Start in {states} sind{strata}: {share}{source}.",
        "Taken in are {cases} who are in {states} when it starts{strata}: {share}{source}.",
    ),
    "enrols_present": Both(
        "Aufgenommen werden nach und nach {cases}, die in {states} sind{strata}: {share}{source}.",
        "Taken in little by little are {cases} who are in {states}{strata}: {share}{source}.",
    ),
    "taken_all": Both("alle", "all of them"),
    "taken_reach": Both("{reach} von 100 werden erreicht", "{reach} of 100 are reached"),
    "taken_uptake": Both("{uptake} von 100 nehmen an", "{uptake} of 100 accept"),
    "taken_reach_and_uptake": Both(
        "{reach} von 100 werden erreicht, davon nehmen {uptake} von 100 an; das sind {both} von 100",
        "{reach} of 100 are reached, of whom {uptake} of 100 accept; that is {both} of 100",
    ),
    "offered": Both(
        "Angeboten wird es {offered}; von diesen: {taken}", "it is offered to {offered}; of these: {taken}"
    ),
    "ramp": Both(
        "Im Anlauf werden davon aufgenommen: {parts}{source}.",
        "While it starts up, of these are taken in: {parts}{source}.",
    ),
    "ramp_year": Both("{first} {share}", "{share} in {first}"),
    "ramp_years": Both("{first} bis {last} {share}", "{share} from {first} to {last}"),
    "ramp_from": Both("ab {first} {share}", "{share} from {first} on"),
    "takes_part": Both(
        "Die Teilnahme dauert an, solange {case} in {states} ist.",
        "Taking part goes on while {case} is in {states}.",
    ),
    "takes_part_for": Both(
        "Die Teilnahme dauert {lasts}, höchstens solange {case} in {states} ist{source}.",
        "Taking part lasts {lasts}, at most while {case} is in {states}{source}.",
    ),
    "where_left": Both(
        "einer Lage, aus der noch etwas herausführt,", "a situation that something leads out of"
    ),
    "once": Both("Jeder Fall wird nur einmal aufgenommen.", "Each case is taken in only once."),
    # how many there is room for
    "room": Both(
        "Zugleich ist Platz für {slots}: {posts} × {caseload} je Stelle, abgerundet{source}.",
        "There is room for {slots} at once: {posts} × {caseload} a post, rounded down{source}.",
    ),
    "room_by_share": Both(
        "Zugleich ist Platz für {slots}: {posts} × {share} der Arbeitszeit × {caseload} je Stelle, abgerundet{source}.",
        "There is room for {slots} at once: {posts} × {share} of the working time × {caseload} a post, rounded down{source}.",
    ),
    "needs": Both(
        "So viele Plätze braucht {case}: {needs}, sonst einen.",
        "How many slots {case} takes: {needs}, otherwise one.",
    ),
    "need": Both("bei {stratum} {number}", "{number} for {stratum}"),
    "post_size": Both(
        "Besetzt wird in Schritten von {amount}{source}.", "Posts are filled in steps of {amount}{source}."
    ),
    "hiring_lag": Both(
        "Bis eine neue Fachkraft da ist, dauert es {amount}{source}.",
        "It takes {amount} until a new member of staff is there{source}.",
    ),
    "attrition": Both(
        "Von den Fachkräften gehen {amount} weg, durch Zufall, und werden ersetzt{source}.",
        "Of the staff, {amount} leave, by chance, and are replaced{source}.",
    ),
    "later_posts": Both(
        "Ab {start} sind {posts} vorgesehen, Platz für {slots}{source}.",
        "From {start} on {posts} are planned, room for {slots}{source}.",
    ),
    "falls_finish": Both(
        "Gibt es einmal weniger Plätze als Teilnehmende, nehmen trotzdem alle bis zum Ende teil.",
        "Where there are fewer slots than cases taking part, all still take part to their end.",
    ),
    "falls_transfer": Both(
        "Gibt es einmal weniger Plätze als Teilnehmende, kehren die zuletzt Aufgenommenen in die Warteschlange zurück.",
        "Where there are fewer slots than cases taking part, those taken in last go back to the queue.",
    ),
    "waits": Both(
        "Wer keinen Platz findet, wartet{full}; bis dahin ergeht es ihm wie ohne Programm.",
        "Who finds no slot waits{full}, and fares as without the programme until then.",
    ),
    "waits_changed": Both(
        "Wer keinen Platz findet, wartet{full}; was bis dahin anders ist als ohne Programm, steht unten.",
        "Who finds no slot waits{full}; what differs until then from being without the programme stands below.",
    ),
    "waiting_room": Both(
        " (warten schon {room}, wird er abgewiesen)", " (or is turned away where {room} do already)"
    ),
    "turned_away": Both(
        "Wer keinen Platz findet, wird abgewiesen; niemand wartet.",
        "Who finds no slot is turned away; nobody waits.",
    ),
    "first_come": Both("Zuerst kommt, wer früher angefragt hat.", "Whoever asked earlier comes first."),
    "by_rank_of_all": Both(
        "Zuerst kommt {strata}; im selben Rang, wer früher angefragt hat.",
        "First comes {strata}; within a rank, whoever asked earlier.",
    ),
    "by_rank": Both(
        "Zuerst kommt {strata}, zuletzt kommen alle anderen; im selben Rang, wer früher angefragt hat.",
        "First comes {strata}, last come all others; within a rank, whoever asked earlier.",
    ),
    "then": Both(", dann ", ", then "),
    "leaves_queue": Both(
        "Von denen, die warten, geben {share} auf{source}.", "Of those who wait, {share} give up{source}."
    ),
    "queue_ends": Both(
        "Endet das Programm, löst sich die Warteschlange auf.",
        "When the programme ends, nobody waits any more.",
    ),
    "places": Both(
        "In {state} ist in allen Strategien nur Platz für {room}{source}. Wer keinen findet, ist in {bridge}, bis einer frei wird; geht er vorher von dort weg, wartet er nicht mehr.",
        "In all strategies there is room for only {room} in {state}{source}. Who finds no place is in {bridge} until one is free; who leaves there earlier waits no more.",
    ),
    "later_places": Both(
        "Ab {start} ist in {state} Platz für {room}{source}.",
        "From {start} on there is room for {room} in {state}{source}.",
    ),
    # what changes for those who take part
    "changes_less": Both(
        "Wer {who}, wechselt seltener{way}{source}.", "Those who {who} move less often{way}{source}."
    ),
    "changes_more": Both(
        "Wer {who}, wechselt häufiger{way}{source}.", "Those who {who} move more often{way}{source}."
    ),
    "changes_same": Both(
        "Wer {who}, wechselt so oft wie sonst{way}{source}.",
        "Those who {who} move as often as else{way}{source}.",
    ),
    "changes_other": Both(
        "Wer {who}, wechselt in anderem Maß{way}, je nach Fall{source}.",
        "Those who {who} move at another pace{way}, depending on the case{source}.",
    ),
    "who_taking_part": Both("teilnimmt", "take part"),
    "who_waiting": Both("auf einen Platz wartet", "wait for a slot"),
    "afterwards_waiting": Both("Das gilt, solange gewartet wird.", "This holds while they wait."),
    "out_of": Both(" aus {states}", " from {states}"),
    "into": Both(" zu {states}", " to {states}"),
    "hazard_ratio": Both("das Tempo der Wechsel mal {ratio}{over}", "the pace of moves times {ratio}{over}"),
    "risk_ratio": Both("die Wahrscheinlichkeit{over} mal {ratio}", "the chance{over} times {ratio}"),
    "odds_ratio": Both(
        "das Verhältnis derer, die wechseln, zu denen, die bleiben,{over} mal {ratio}",
        "the ratio of those who move to those who stay,{over} times {ratio}",
    ),
    "over": Both(" über {period}", " over {period}"),
    "over_unsaid": Both(" im Zeitraum, für den sie geschrieben ist,", " over the time it is written for,"),
    "compared_fewer": Both(
        "von {base} {cases} statt {before} nur noch {after} {period}",
        "of {base} {cases}, only {after} instead of {before} {period}",
    ),
    "compared_more": Both(
        "von {base} {cases} statt {before} dann {after} {period}",
        "of {base} {cases}, {after} instead of {before} {period}",
    ),
    "afterwards_ends": Both("Danach gilt das nicht mehr.", "Afterwards this no longer holds."),
    "afterwards_lasts": Both("Das bleibt auch danach so.", "It stays so afterwards."),
    "fades": Both(
        "Danach lässt es {over} lang gleichmäßig nach und ist dann vorbei.",
        "Afterwards it fades evenly for {over} and is then over.",
    ),
    "together": Both(
        "Das gilt nur für die, die auch an {programmes} teilnehmen.",
        "This holds only for those who also take part in {programmes}.",
    ),
    "stays_other": Both(
        "Wer teilnimmt, bleibt in {state} im Mittel {mean} statt {before}{source}.",
        "Those who take part stay in {state} for {mean} on average instead of {before}{source}.",
    ),
    "entry_less": Both(
        "Solange das Programm läuft, kommen weniger {cases} aus {streams}, {ratio}-mal so viele{source}.",
        "While the programme runs, fewer {cases} come from {streams}, {ratio} times as many{source}.",
    ),
    "entry_more": Both(
        "Solange das Programm läuft, kommen mehr {cases} aus {streams}, {ratio}-mal so viele{source}.",
        "While the programme runs, more {cases} come from {streams}, {ratio} times as many{source}.",
    ),
    "entry_same": Both(
        "Solange das Programm läuft, kommen so viele {cases} aus {streams} wie sonst, {ratio}-mal so viele{source}.",
        "While the programme runs, as many {cases} come from {streams} as else, {ratio} times as many{source}.",
    ),
    "instead_of": Both("{after} statt {before}", "{after} instead of {before}"),
    # outcomes
    "outcome_more": Both(
        "{title} ({unit}): Es zählt {parts}; mehr ist besser{source}.",
        "{title} ({unit}): what counts is {parts}; more is better{source}.",
    ),
    "outcome_fewer": Both(
        "{title} ({unit}): Es zählt {parts}; weniger ist besser{source}.",
        "{title} ({unit}): what counts is {parts}; fewer is better{source}.",
    ),
    "outcome_weight": Both("ein Jahr in {state} {amount}", "a year in {state} {amount}"),
    "outcome_of_entry": Both("ein Eintritt in {state} {amount}", "an entry into {state} {amount}"),
    # strategies
    "strategy_with": Both("{title}: mit {programmes}.", "{title}: with {programmes}."),
    "strategy_without": Both("{title}: Es läuft kein Programm.", "{title}: no programme runs."),
    "comparator": Both("Verglichen wird jedes Mal mit {title}.", "The comparison is each time with {title}."),
    # how it is computed
    "discounting_at_point": Both(
        "Für den Barwert wird mit {rate} auf {start} abgezinst, jeder Betrag nach seinem Zeitpunkt{source}.",
        "For the present value, amounts are discounted at {rate} to {start}, each by its date{source}.",
    ),
    "discounting_per_cycle": Both(
        "Für den Barwert wird mit {rate} auf {start} abgezinst, alle Beträge eines Schritts nach dessen Anfang{source}.",
        "For the present value, amounts are discounted at {rate} to {start}, all of a step by its start{source}.",
    ),
    "outcomes_discounted": Both(
        "Wirkungen werden mit {rate} abgezinst, nach demselben Verfahren{source}.",
        "Outcomes are discounted at {rate}, by the same method{source}.",
    ),
    "outcomes_not_discounted": Both("Wirkungen werden nicht abgezinst.", "Outcomes are not discounted."),
    "discounting_per_year_start": Both(
        "Für den Barwert wird mit {rate} auf {start} abgezinst, alle Beträge eines Jahres nach dessen Anfang{source}.",
        "For the present value, amounts are discounted at {rate} to {start}, all of a year by its start{source}.",
    ),
    "discounting_per_year_mid": Both(
        "Für den Barwert wird mit {rate} auf {start} abgezinst, alle Beträge eines Jahres nach dessen Mitte{source}.",
        "For the present value, amounts are discounted at {rate} to {start}, all of a year by its middle{source}.",
    ),
    "discounting_per_year_end": Both(
        "Für den Barwert wird mit {rate} auf {start} abgezinst, alle Beträge eines Jahres nach dessen Ende{source}.",
        "For the present value, amounts are discounted at {rate} to {start}, all of a year by its end{source}.",
    ),
    "later_rate": Both(
        "Ab {start} gilt der Satz von {rate}; für die Zeit davor bleibt es beim bisherigen{source}.",
        "From {start} the rate is {rate}; the time before keeps its own{source}.",
    ),
    "terms_real": Both(
        "Der Zinssatz ist real und gilt für reale Beträge.", "The rate is a real one, for real amounts."
    ),
    "real": Both(
        "Reale Beträge stehen in Preisen von {year}; die Preise steigen allgemein um {rise}{source}.",
        "Real amounts are in prices of {year}; prices at large rise by {rise}{source}.",
    ),
    "no_discounting": Both("Es wird nicht abgezinst.", "Nothing is discounted."),
    "expectations": Both(
        "Die Datei nennt {count} erwartete Ergebnisse; »prevsim verify« prüft sie.",
        "The file names {count} expected results; “prevsim verify” holds the run against them.",
    ),
    "expectations_one": Both(
        "Die Datei nennt ein erwartetes Ergebnis; »prevsim verify« prüft es.",
        "The file names one expected result; “prevsim verify” holds the run against it.",
    ),
    "sentence": Both("{text}.", "{text}."),
    "engine_auto": Both(
        "Gerechnet wird mit mittleren Fallzahlen, wo sie genügen. Sonst werden die Fälle einzeln durchgespielt: {replications}-mal, mit der Startzahl {seed}; das Ergebnis ist der Mittelwert.",
        "Mean numbers of cases are computed where they are exact. Else cases are lived through one by one: {replications} times, from the seed {seed}; the result is the mean.",
    ),
    "engine_auto_one": Both(
        "Gerechnet wird mit mittleren Fallzahlen, wo sie genügen. Sonst werden die Fälle einzeln durchgespielt: einmal, mit der Startzahl {seed}.",
        "Mean numbers of cases are computed where they are exact. Else cases are lived through one by one: once, from the seed {seed}.",
    ),
    "engine_cohort": Both(
        "Gerechnet wird mit mittleren Fallzahlen.", "What is computed are mean numbers of cases."
    ),
    "engine_microsimulation": Both(
        "Die Fälle werden einzeln durchgespielt: {replications}-mal, mit der Startzahl {seed}; das Ergebnis ist der Mittelwert.",
        "Cases are lived through one by one: {replications} times, from the seed {seed}; the result is the mean.",
    ),
    "engine_discrete_event": Both(
        "Die Fälle werden einzeln durchgespielt, mit Warteschlangen, wo Plätze begrenzt sind: {replications}-mal, mit der Startzahl {seed}; das Ergebnis ist der Mittelwert.",
        "Cases are lived through one by one, with queues where places are limited: {replications} times, from the seed {seed}; the result is the mean.",
    ),
    "engine_discrete_event_one": Both(
        "Die Fälle werden einzeln durchgespielt, mit Warteschlangen, wo Plätze begrenzt sind: einmal, mit der Startzahl {seed}.",
        "Cases are lived through one by one, with queues where places are limited: once, from the seed {seed}.",
    ),
    "engine_simpy": Both(
        "Die Fälle werden einzeln durchgespielt, mit Warteschlangen, wo Plätze begrenzt sind, in der Fassung zum Nachlesen (SimPy): {replications}-mal, mit der Startzahl {seed}; das Ergebnis ist der Mittelwert.",
        "Cases are lived through one by one, with queues where places are limited, as written to be read (SimPy): {replications} times, from the seed {seed}; the result is the mean.",
    ),
    "engine_simpy_one": Both(
        "Die Fälle werden einzeln durchgespielt, mit Warteschlangen, wo Plätze begrenzt sind, in der Fassung zum Nachlesen (SimPy): einmal, mit der Startzahl {seed}.",
        "Cases are lived through one by one, with queues where places are limited, as written to be read (SimPy): once, from the seed {seed}.",
    ),
    "engine_microsimulation_one": Both(
        "Die Fälle werden einzeln durchgespielt: einmal, mit der Startzahl {seed}.",
        "Cases are lived through one by one: once, from the seed {seed}.",
    ),
    # sources
    "source_used": Both(
        "{title} ({grade}{url}): {count} von {all} Zahlen.",
        "{title} ({grade}{url}): {count} of {all} numbers.",
    ),
    "source_used_one": Both(
        "{title} ({grade}{url}): die eine Zahl.", "{title} ({grade}{url}): the one number."
    ),
    "source_unused": Both(
        "{title} ({grade}{url}): keine Zahl der Datei nennt diese Quelle.",
        "{title} ({grade}{url}): no number of the file names this source.",
    ),
    "source_observed": Both(
        "{title} ({grade}{url}): nur zum Vergleich.", "{title} ({grade}{url}): for comparison only."
    ),
    "grade_measured": Both("gemessen", "measured"),
    "grade_study": Both("Studie", "study"),
    "grade_published": Both("veröffentlicht", "published"),
    "grade_expert": Both("Schätzung von Fachleuten", "estimate of experts"),
    "grade_claim": Both("Behauptung", "claim"),
    "grade_assumption": Both("Annahme", "assumption"),
    # what a number is, in the list of assumptions
    "is_parameter": Both("{name}", "{name}"),
    "is_general_rise": Both("allgemeine Preissteigerung", "general rise of prices"),
    "is_rate": Both("Zinssatz", "discount rate"),
    "is_later_rate": Both("Zinssatz ab {start}", "discount rate from {start}"),
    "is_outcome_rate": Both("Zinssatz der Wirkungen", "discount rate of outcomes"),
    "is_weight": Both("Gewicht der Grenze {boundary}", "weight of boundary {boundary}"),
    "is_outcome_weight": Both("{title} je Jahr in {state}", "{title} per year in {state}"),
    "is_outcome_weight_inside": Both(
        "{title} je Jahr in {state}, im Programm", "{title} per year in {state}, in the programme"
    ),
    "is_outcome_of_entry": Both("{title} je Eintritt in {state}", "{title} per entry into {state}"),
    "is_stock": Both("Fälle am Anfang ({name})", "cases at the start ({name})"),
    "is_intake": Both("gemeinsamer Beginn ({name})", "begin together ({name})"),
    "is_arrivals": Both("neue Fälle ({name})", "new cases ({name})"),
    "is_stratum": Both("Anteil {stratum}", "share of {stratum}"),
    "is_stay": Both("Dauer in {state}", "stay in {state}"),
    "is_after": Both("aus {origin} {period} später in {state}", "from {origin} in {state} {period} later"),
    "is_cell": Both("Tabelle {name}, {column} bei {at}", "table {name}, {column} at {at}"),
    "is_target": Both("aus {origin} zu {state}", "from {origin} on to {state}"),
    "is_move": Both("{only}Wechsel aus {origin} zu {state}", "{only}move from {origin} to {state}"),
    "is_line": Both("{title}", "{title}"),
    "is_collected": Both("{title}, eingehender Anteil", "{title}, share that comes in"),
    "is_refunded": Both("{title}, erstatteter Anteil", "{title}, share refunded"),
    "is_posts": Both("{title}, Stellen", "{title}, posts"),
    "is_productive": Both("{title}, Arbeitszeit für Fälle", "{title}, working time for cases"),
    "is_caseload": Both("{title}, Fälle je Stelle", "{title}, cases per post"),
    "is_post_size": Both("{title}, Größe einer Stelle", "{title}, size of a post"),
    "is_hiring_lag": Both("{title}, Dauer der Besetzung", "{title}, time to fill a post"),
    "is_attrition": Both("{title}, Weggang von Fachkräften", "{title}, staff that leaves"),
    "is_later_posts": Both("{title}, Stellen ab {start}", "{title}, posts from {start}"),
    "is_leaves": Both("{title}, geben das Warten auf", "{title}, give up waiting"),
    "is_limit": Both("Plätze in {state}", "places in {state}"),
    "is_later_limit": Both("Plätze in {state} ab {start}", "places in {state} from {start}"),
    "is_personnel": Both("{title}, Personalkosten je Stelle", "{title}, cost of staff per post"),
    "is_overhead": Both("{title}, Gemeinkosten", "{title}, overhead"),
    "is_material": Both("{title}, Sachkosten je Stelle", "{title}, material per post"),
    "is_event_rate": Both("{title}, Häufigkeit", "{title}, how often"),
    "is_delivered": Both("{title}, geleistete Stunden", "{title}, hours delivered"),
    "is_places": Both("{title}, Plätze je Gruppe", "{title}, places of a group"),
    "is_notice": Both("{title}, Frist", "{title}, notice"),
    "is_share": Both("{title}, Anteil", "{title}, share"),
    "is_optimism": Both("{title}, Aufschlag", "{title}, optimism bias"),
    "is_variation": Both("{title}, Streuung zwischen den Fällen", "{title}, variation between cases"),
    "is_cap": Both("{title}, Obergrenze", "{title}, ceiling"),
    "is_optimism_of_all": Both("Aufschlag auf Programmkosten", "optimism bias of programme costs"),
    "is_correction": Both("Berichtigung bei »{grade}«", "correction for “{grade}”"),
    "is_hour_price": Both("{title}, Preis der Stunde", "{title}, price of an hour"),
    "is_mean_stay": Both("{title}, mittlere Dauer", "{title}, mean stay"),
    "is_bearer_share": Both("{title}, Anteil {bearer}", "{title}, share of {bearer}"),
    "is_population": Both("Einwohner unter 21", "inhabitants under 21"),
    "is_last_result": Both("letztes Ergebnis", "last result"),
    "is_last_quantity": Both("Menge zum letzten Ergebnis", "quantity of the last result"),
    "is_appropriation": Both("Ansatz", "appropriation"),
    "is_ratio": Both("Verhältnis", "ratio"),
    "is_over": Both("Zeitraum des Verhältnisses", "time of the ratio"),
    "is_offered": Both("angeboten", "offered"),
    "is_reach": Both("erreicht", "reached"),
    "is_uptake": Both("nehmen an", "accept"),
    "is_ramp": Both("Anlauf {year}", "ramp-up {year}"),
    "is_lasts": Both("Dauer der Teilnahme", "time of taking part"),
    "is_fading": Both("Nachlassen der Wirkung", "fading of the effect"),
    "is_other_stay": Both("Dauer in {state} mit Programm", "stay in {state} with the programme"),
    "is_moved": Both("beim Start aus {origin}", "from {origin} at the start"),
    "is_entry": Both("Zugang aus {streams}", "entry from {streams}"),
    "is_attribute": Both("{name} bei {stratum}", "{name} of {stratum}"),
    "is_elapsed": Both("schon da ({name})", "there already ({name})"),
    "is_dispersion": Both("Schwankung ({name})", "dispersion ({name})"),
    "is_age": Both("Alter ({name})", "age ({name})"),
    "is_shape": Both("Form der Dauer in {state}", "shape of the stay in {state}"),
    "is_scale": Both("Skala der Dauer in {state}", "scale of the stay in {state}"),
    "is_diverted": Both("aufgenommen statt {origin}", "taken in instead of {origin}"),
}


def tell(language: Language, key: str, **fields: str | int) -> str:
    """A sentence, or a piece of one, with its fields filled in."""
    return SENTENCES[key].told(language).format(**fields)
