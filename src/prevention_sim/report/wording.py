"""Every sentence a report may contain, in German and English."""

from typing import Final

from prevention_sim.foundation.languages import Language

Sentences = dict[Language, str]

TEXTS: Final[dict[str, Sentences]] = {
    "unchecked": {
        "de": "Entwurf, ungeprüft: Niemand hat die Zahlen mit den Unterlagen verglichen.",
        "en": "Draft, unchecked: nobody has compared the figures with their documents.",
    },
    "checked": {"de": "Geprüft: {by}, {on}.", "en": "Checked: {by}, {on}."},
    "relief": {
        "de": "Entlastung {years} ({payer}): rund {amount}, davon rund {first} im ersten Jahr.",
        "en": "Relief {years} ({payer}): about {amount}, of which about {first} in the first year.",
    },
    "relief_one_year": {
        "de": "Entlastung {years} ({payer}): rund {amount}.",
        "en": "Relief {years} ({payer}): about {amount}.",
    },
    "burden": {
        "de": "Mehrbelastung {years} ({payer}): rund {amount}; Entlastung im ersten Jahr {first}.",
        "en": "Extra burden {years} ({payer}): about {amount}; relief in the first year {first}.",
    },
    "chance_error": {
        "de": "Gerechnet mit einzelnen Personen: {mean} im Mittel aus {count} Durchläufen, mit 95 % Sicherheit auf ± {error} genau.",
        "en": "Computed person by person: {mean} on average over {count} replications, sure to ± {error} with 95 % confidence.",
    },
    "chance_once": {
        "de": "Gerechnet mit einzelnen Personen in einem einzigen Durchlauf: Das ist ein möglicher Verlauf, kein Mittel.",
        "en": "Computed person by person in a single replication: one possible course, not a mean.",
    },
    "chance_range": {
        "de": "Durch Zufall allein liegt die Entlastung in neun von zehn Durchläufen zwischen {low} und {high}; positiv ist sie in {share}.",
        "en": "By chance alone, the relief lies between {low} and {high} in nine of ten replications; it is positive in {share}.",
    },
    "chance_small": {
        "de": "Kleine Zahlen: Zufall verschiebt das Ergebnis um einen großen Teil seiner selbst. Nennen Sie die Spanne, nicht nur die Mitte.",
        "en": "Small numbers: chance moves the result by a large part of itself. State the range, not the middle alone.",
    },
    "chance_title": {
        "de": "Kosten in TEUR ({payer}): was zu erwarten ist, und was in schlechten Jahren",
        "en": "Cost in EUR thousand ({payer}): what to expect, and what in bad years",
    },
    "chance_p90": {
        "de": "in neun von zehn Durchläufen höchstens",
        "en": "at most, in nine of ten replications",
    },
    "chance_p95": {"de": "in 19 von 20 Durchläufen höchstens", "en": "at most, in 19 of 20 replications"},
    "chance_rule": {
        "de": "Aus {count} Durchläufen, in denen nur der Zufall wechselt; die Zahlen der Datei gelten dabei als genau bekannt.",
        "en": "Of {count} replications in which only chance differs; the numbers of the file are taken as known exactly.",
    },
    "chance_rule_one": {
        "de": "Aus einem einzigen Durchlauf; die Zahlen der Datei gelten dabei als genau bekannt.",
        "en": "Of a single replication; the numbers of the file are taken as known exactly.",
    },
    "draws_range": {
        "de": "Mit unsicheren Zahlen gerechnet ({count} Ziehungen; Zahlen mit Spanne: {some}): im Mittel {mean} Entlastung, mit {interval} Wahrscheinlichkeit zwischen {low} und {high}.",
        "en": "Computed with uncertain numbers ({count} draws; numbers with a range: {some}): a relief of {mean} on average, between {low} and {high} with a probability of {interval}.",
    },
    "draws_chance": {
        "de": "Mit {share} Wahrscheinlichkeit wird der Haushalt {years} insgesamt entlastet ({by_year}); der erwartete Verlust beträgt {loss}.",
        "en": "With a probability of {share} the budget is relieved in {years} as a whole ({by_year}); the expected loss is {loss}.",
    },
    "draws_always": {
        "de": "In allen Ziehungen wird der Haushalt {years} insgesamt entlastet (Wahrscheinlichkeit {share}; {by_year}); der erwartete Verlust beträgt {loss}.",
        "en": "In all draws the budget is relieved in {years} as a whole (probability {share}; {by_year}); the expected loss is {loss}.",
    },
    "draws_never": {
        "de": "In keiner Ziehung wird der Haushalt {years} insgesamt entlastet (Wahrscheinlichkeit {share}; {by_year}); der erwartete Verlust beträgt {loss}.",
        "en": "In no draw the budget is relieved in {years} as a whole (probability {share}; {by_year}); the expected loss is {loss}.",
    },
    "draws_minus": {"de": "Ein Minus heißt: mehr Kosten.", "en": "A minus means: more cost."},
    "draws_chance_of_year": {"de": "{year}: {share}", "en": "{year}: {share}"},
    "draws_error": {
        "de": "Dieses Mittel ist mit 95 % Sicherheit auf ± {error} genau; das ist der Fehler der Rechnung, nicht die Unsicherheit der Zahlen.",
        "en": "That average is sure to ± {error} with 95 % confidence; this is the error of the computation, not the uncertainty of the numbers.",
    },
    "draws_of_means": {
        "de": "Jede Ziehung ist ein Mittel aus {count} Durchläufen: Die Spanne kommt von den Zahlen der Datei, der Zufall einzelner Jahre kommt hinzu.",
        "en": "Each draw is a mean of {count} replications: the range comes from the numbers of the file, and the chance of single years comes on top.",
    },
    "draws_nothing": {
        "de": "Ziehungen ändern hier nichts: Keine Zahl der Datei hat eine Spanne (range) oder Verteilung (distribution).",
        "en": "Draws change nothing here: no number of the file has a range or a distribution.",
    },
    "draws_off": {
        "de": "Mit dem Wert als Mittelwert lässt sich die Spanne von {path} nicht genau treffen: Gezogen wird zwischen {low} und {high}.",
        "en": "With the value as its mean, the range of {path} cannot be met exactly: drawn is between {low} and {high}.",
    },
    "draws_title": {
        "de": "Entlastung in {unit} ({payer}) bei unsicheren Zahlen, Spannen mit {interval} Wahrscheinlichkeit",
        "en": "Relief in {unit} ({payer}) with uncertain numbers, ranges with a probability of {interval}",
    },
    "draws_mean": {"de": "im Mittel", "en": "on average"},
    "draws_low": {"de": "von", "en": "from"},
    "draws_high": {"de": "bis", "en": "to"},
    "draws_above_zero": {"de": "Wahrscheinlichkeit einer Entlastung", "en": "probability of relief"},
    "draws_loss": {"de": "erwarteter Verlust", "en": "expected loss"},
    "draws_rule": {
        "de": "In {count} Ziehungen (Startzahl {seed}) haben die unsicheren Zahlen andere Werte, in allen Strategien dieselben. Erwarteter Verlust: Mehrkosten im Mittel, wobei eine Entlastung als 0 zählt.",
        "en": "In {count} draws (seed {seed}) the uncertain numbers have other values, the same in all strategies. Expected loss: extra cost on average, with a relief counted as 0.",
    },
    "draws_cells": {
        "de": "Haushaltswirkung in {unit} ({payer}) je Position, Spannen mit {interval} Wahrscheinlichkeit",
        "en": "Effect on the budget in {unit} ({payer}) by line, ranges with a probability of {interval}",
    },
    "draws_cells_rule": {
        "de": "Die Enden der Positionen ergeben zusammen nicht die Enden der Summe: Es trifft nicht alles zugleich ein.",
        "en": "The ends of the lines do not add up to the ends of the total: not everything happens at once.",
    },
    "draws_figures": {
        "de": "Kennzahlen {years} bei unsicheren Zahlen, Spannen mit {interval} Wahrscheinlichkeit",
        "en": "Figures {years} with uncertain numbers, ranges with a probability of {interval}",
    },
    "draws_as_written": {"de": "wie in der Datei", "en": "as in the file"},
    "draws_ratio_rule": {
        "de": "Das Mittel einer Kennzahl mit Nenner ist das Verhältnis der Mittelwerte.",
        "en": "The average of a figure with a denominator is the ratio of the averages.",
    },
    "draws_undefined": {
        "de": "{figure}: keine Spanne, weil der Nenner nur in {share} der Ziehungen größer als 0 ist.",
        "en": "{figure}: no range, because the denominator is above 0 in {share} of the draws only.",
    },
    "draws_avoided_place_years": {"de": "vermiedene Platzjahre", "en": "avoided place-years"},
    "draws_avoided_placements": {"de": "vermiedene Unterbringungen", "en": "avoided placements"},
    "draws_supported_cases": {"de": "aufgenommene Fälle", "en": "cases taken in"},
    "draws_gross_relief_per_avoided_place_year": {
        "de": "brutto je vermiedenem Platzjahr",
        "en": "gross per avoided place-year",
    },
    "draws_programme_relief_per_avoided_place_year": {
        "de": "netto je vermiedenem Platzjahr",
        "en": "net per avoided place-year",
    },
    "draws_relief_per_avoided_place_year": {
        "de": "netto, alle Hilfen, je vermiedenem Platzjahr",
        "en": "net, all forms of help, per avoided place-year",
    },
    "draws_price_difference": {
        "de": "Preisunterschied je Fall und Jahr",
        "en": "price difference per case and year",
    },
    "draws_relief_per_supported_case": {
        "de": "Entlastung je aufgenommenem Fall",
        "en": "relief per case taken in",
    },
    "draws_present_value_of_relief": {"de": "Barwert der Entlastung", "en": "present value of the relief"},
    "draws_relief": {"de": "Entlastung", "en": "relief"},
    "engine_cohort": {"de": "Kohorte (erwartete Zahlen)", "en": "cohort (expected numbers)"},
    "engine_discrete_event": {
        "de": "Warteschlangen, Ereignis für Ereignis (Mittel aus {count} Durchläufen, Startzahl {seed})",
        "en": "queues, event by event (mean of {count} replications, seed {seed})",
    },
    "engine_simpy": {
        "de": "Warteschlangen mit SimPy (Mittel aus {count} Durchläufen, Startzahl {seed})",
        "en": "queues with SimPy (mean of {count} replications, seed {seed})",
    },
    "engine_microsimulation": {
        "de": "einzelne Personen ({count} Durchläufe, Startzahl {seed})",
        "en": "single persons ({count} replications, seed {seed})",
    },
    "waiting_relief": {
        "de": "Gerechnet ist mit den Plätzen, die es gibt. Gäbe es Plätze für alle, auch ohne die Maßnahme, so betrüge die Entlastung {years} {for_all} statt {relief}.",
        "en": "This is with the places there are. With places for all, also without the programme, the relief {years} would be {for_all} instead of {relief}.",
    },
    "waiting_placed": {
        "de": "Mit der Maßnahme wären es dann in »{placement}« {for_all} Platzjahre statt {placed}.",
        "en": "With the programme it would then be {for_all} place-years in “{placement}” instead of {placed}.",
    },
    "waiting_costs": {
        "de": "Das Warten kostet {bearer} {amount} ({years}), verglichen mit Plätzen für alle.",
        "en": "Waiting costs {bearer} {amount} ({years}), compared with places for all.",
    },
    "waiting_spares": {
        "de": "{bearer} gibt wegen fehlender Plätze {amount} weniger aus ({years}) als mit Plätzen für alle.",
        "en": "For lack of places {bearer} spends {amount} less ({years}) than with places for all.",
    },
    "size_best": {
        "de": "»{programme}«: Am meisten entlasten {posts} Stellen, nämlich {relief} ({payer}, {years}).",
        "en": "“{programme}”: {posts} posts relieve most, by {relief} ({payer}, {years}).",
    },
    "size_best_one": {
        "de": "»{programme}«: Am meisten entlastet eine Stelle, nämlich {relief} ({payer}, {years}).",
        "en": "“{programme}”: one post relieves most, by {relief} ({payer}, {years}).",
    },
    "size_beside_one": {
        "de": "Mit einer Stelle sind es {loss} weniger (auf ± {error} genau).",
        "en": "With one post it is {loss} less (to within ± {error}).",
    },
    "size_written_one": {
        "de": "Die eine Stelle der Datei bringt {loss} weniger (auf ± {error} genau).",
        "en": "The one post of the file brings {loss} less (to within ± {error}).",
    },
    "size_written_as_good_one": {
        "de": "Die eine Stelle der Datei ist so gut wie das Beste, so weit der Zufall es erkennen lässt.",
        "en": "The one post of the file is as good as the best, as far as chance lets one see.",
    },
    "size_flat": {
        "de": "Von {low} bis {high} Stellen unterscheidet sich das Ergebnis nicht mehr, als der Zufall ausmachen kann; in diesem Bereich entscheiden Wartezeit und Kinderschutz, nicht das Geld.",
        "en": "From {low} to {high} posts the result differs by no more than chance can make; within that range waiting and child protection decide, not money.",
    },
    "size_beside": {
        "de": "Mit {posts} Stellen sind es {loss} weniger (auf ± {error} genau).",
        "en": "With {posts} posts it is {loss} less (to within ± {error}).",
    },
    "size_written": {
        "de": "Die {posts} Stellen der Datei bringen {loss} weniger (auf ± {error} genau).",
        "en": "The {posts} posts of the file bring {loss} less (to within ± {error}).",
    },
    "size_written_as_good": {
        "de": "Die {posts} Stellen der Datei sind so gut wie das Beste, so weit der Zufall es erkennen lässt.",
        "en": "The {posts} posts of the file are as good as the best, as far as chance lets one see.",
    },
    "size_at_the_edge": {
        "de": "Das beste Ergebnis liegt am Rand des Versuchten; nennen Sie mit --posts weitere Zahlen.",
        "en": "The best result lies at the edge of what was tried; name more numbers with --posts.",
    },
    "size_posts": {"de": "Stellen", "en": "posts"},
    "size_places": {"de": "Plätze", "en": "places"},
    "size_use": {"de": "belegt", "en": "in use"},
    "size_waiting": {"de": "wartend", "en": "waiting"},
    "size_wait": {"de": "Wartezeit", "en": "wait"},
    "size_unserved": {"de": "gegangen", "en": "gone"},
    "size_avoided": {"de": "vermieden", "en": "avoided"},
    "size_relief": {"de": "Entlastung", "en": "relief"},
    "size_rule": {
        "de": "Zeitraum {years}, {payer}. Plätze, Belegung und Wartende im Mittel der Zeit; Wartezeit in Monaten, derer, die einen Platz bekamen; gegangen: ohne je einen Platz zu haben; vermieden: Platzjahre; Entlastung in TEUR, als Balken. Alle Zahlen von Stellen sind mit demselben Zufall gerechnet.",
        "en": "Period {years}, {payer}. Places, use and waiting as means over time; wait in months, of those who came to a place; gone: without ever having a place; avoided: place-years; relief in TEUR, as bars. Every number of posts is computed on the same luck.",
    },
    "queue_title": {
        "de": "Plätze und Warteliste: {limit} (Strategie »{strategy}«)",
        "en": "Places and waiting list: {limit} (strategy “{strategy}”)",
    },
    "queue_places": {"de": "Plätze im Jahresmittel", "en": "places, yearly average"},
    "queue_utilisation": {"de": "davon belegt", "en": "of these in use"},
    "queue_waiting": {"de": "wartend im Jahresmittel", "en": "waiting, yearly average"},
    "queue_longest": {"de": "wartend im Monat mit der längsten Liste", "en": "waiting when most are"},
    "queue_asked": {"de": "Anfragen im Jahr", "en": "requests in the year"},
    "queue_served": {"de": "davon kamen zu einem Platz", "en": "came to a place"},
    "queue_unserved": {"de": "gingen, ohne einen Platz zu haben", "en": "went without a place"},
    "queue_waits": {
        "de": "Wer einen Platz bekam, wartete im Mittel {mean} Monate, die Hälfte höchstens {half}, neun von zehn höchstens {most}. Wer am Ende noch wartet, zählt hier nicht.",
        "en": "Those who came to a place waited {mean} months on average, half of them {half} at most, nine in ten {most} at most. Who still waits in the end is not counted here.",
    },
    "queue_erlang": {
        "de": "Zum Vergleich Erlangs Formeln, nach denen alles rein zufällig kommt und geht, auf lange Sicht: {use} belegt, im Mittel {wait} Monate Wartezeit, {unserved} bleiben ohne Platz.",
        "en": "For comparison Erlang's formulas, by which all comes and goes at random, in the long run: {use} in use, a mean wait of {wait} months, {unserved} without a place.",
    },
    "queue_settles": {
        "de": "Bis es sich darauf einpendelt, vergehen etwa {years} Jahre.",
        "en": "It takes about {years} years to settle there.",
    },
    "queue_grows": {
        "de": "Auf Dauer fragen mehr an, als Plätze frei werden, und niemand gibt auf: Die Liste wächst nach Erlang um {growth} im Jahr, ohne Ende.",
        "en": "For ever more ask than places become free, and nobody gives up: by Erlang the list grows by {growth} a year, without end.",
    },
    "queue_impossible": {
        "de": "Achtung: Für »{limit}« reichen die Plätze auf Dauer nicht; die Warteliste wächst um etwa {growth} im Jahr.",
        "en": "Beware: places in “{limit}” will never be enough; the waiting list grows by about {growth} a year.",
    },
    "queue_overfull": {
        "de": "Mehr als 100 %: Wer schon betreut wird oder untergebracht ist, bleibt, auch wenn es zeitweise weniger Plätze gibt.",
        "en": "More than 100 %: who is helped or placed already stays, though there are fewer places for a time.",
    },
    "queue_nobody_came": {
        "de": "Niemand fragte nach einem Platz und bekam einen.",
        "en": "Nobody asked for a place and got one.",
    },
    "engine_discrete_event_one": {
        "de": "Warteschlangen, Ereignis für Ereignis (ein Durchlauf, Startzahl {seed})",
        "en": "queues, event by event (one replication, seed {seed})",
    },
    "engine_simpy_one": {
        "de": "Warteschlangen mit SimPy (ein Durchlauf, Startzahl {seed})",
        "en": "queues with SimPy (one replication, seed {seed})",
    },
    "engine_microsimulation_one": {
        "de": "einzelne Personen (ein Durchlauf, Startzahl {seed})",
        "en": "single persons (one replication, seed {seed})",
    },
    "no_difference": {"de": "Kein Unterschied {years} ({payer}).", "en": "No difference {years} ({payer})."},
    "compared": {
        "de": "Verglichen wird »{strategy}« mit »{comparator}«.",
        "en": "“{strategy}” is compared with “{comparator}”.",
    },
    "no_cut": {
        "de": "Das ist eine Verbesserung gegenüber der Entwicklung ohne die Maßnahme, keine Kürzung des Ansatzes.",
        "en": "This is an improvement on the course without the measure, not a cut of the appropriation.",
    },
    "supported": {
        "de": "Aufgenommen werden {supported}; in »{placement}« sind es {with_py} statt {without_py} Platzjahre, {avoided} weniger.",
        "en": "{supported} are taken in; “{placement}” has {with_py} instead of {without_py} place-years, {avoided} fewer.",
    },
    "supported_one": {
        "de": "Aufgenommen wird {supported}; in »{placement}« sind es {with_py} statt {without_py} Platzjahre, {avoided} weniger.",
        "en": "Taken in is {supported}; “{placement}” has {with_py} instead of {without_py} place-years, {avoided} fewer.",
    },
    "last_year": {
        "de": "Im Jahresmittel {year} sind {with_py} statt {without_py} {cases} in »{placement}«, {avoided} weniger.",
        "en": "On an average day of {year}, {with_py} instead of {without_py} {cases} are in “{placement}”, {avoided} fewer.",
    },
    "cost": {
        "de": "Kosten {years} bei »{strategy}« ({payer}): {amount}.",
        "en": "Cost {years} under “{strategy}” ({payer}): {amount}.",
    },
    "ratio_title_cases_in_year": {
        "de": "Je vermiedenem „Fall im Jahr“ in »{placement}«, {years} (Zählweise: Bestand am 31.12. und beendete; mittlere Dauer {months})",
        "en": "Per avoided “case in the year” in “{placement}”, {years} (counting rule: stock at 31 Dec and ended; mean stay {months})",
    },
    "ratio_title_stock_31_dec": {
        "de": "Je vermiedenem Fall am 31. Dezember in »{placement}«, {years} (Zählweise: Bestand am 31.12., bei gleichbleibendem Bestand ein Platzjahr)",
        "en": "Per avoided case at 31 December in “{placement}”, {years} (counting rule: stock at 31 Dec, a place-year where the stock stays the same)",
    },
    "ratio_title_place_years": {
        "de": "Je vermiedenem Platzjahr in »{placement}«, {years} (Zählweise: Platzjahre, Belegtage / 365)",
        "en": "Per avoided place-year in “{placement}”, {years} (counting rule: place-years, days in care / 365)",
    },
    "not_defined": {
        "de": "nicht bestimmt: In {years} werden keine Platzjahre vermieden ({avoided}).",
        "en": "not defined: no place-years are avoided in {years} ({avoided}).",
    },
    "gross": {"de": "brutto", "en": "gross"},
    "gross_note": {
        "de": "Kosten der Plätze nach Abzug der Beiträge",
        "en": "cost of the places less the contributions",
    },
    "net": {"de": "netto", "en": "net"},
    "net_note": {"de": "nach Abzug des Programms", "en": "less the programme"},
    "net_all": {"de": "netto, alle Hilfen", "en": "net, all forms of help"},
    "net_all_note": {
        "de": "mit Minder- und Mehraufwand bei den übrigen Hilfen",
        "en": "with what the other forms of help cost less or more",
    },
    "price_difference": {"de": "je Fall und Jahr", "en": "per case and year"},
    "price_difference_note": {
        "de": "Preisunterschied zwischen Platz und Programmhilfe, je Platzjahr; kein Ergebnis des Programms",
        "en": "price difference between place and programme help, per place-year; not a result of the programme",
    },
    "per_supported": {"de": "je aufgenommenem Fall", "en": "per case taken in"},
    "per_supported_note": {"de": "Entlastung über {years} zusammen", "en": "relief over {years} together"},
    "table_relief": {
        "de": "Haushaltswirkung in {unit} ({payer}); + Verbesserung, − Verschlechterung",
        "en": "Effect on the budget in {unit} ({payer}); + better, − worse",
    },
    "table_cost": {
        "de": "Kosten in {unit} ({payer}); + Aufwand, − Ertrag",
        "en": "Cost in {unit} ({payer}); + expense, − income",
    },
    "row": {"de": "Zeile", "en": "Row"},
    "sum": {"de": "Summe", "en": "Total"},
    "result": {"de": "Ergebnis", "en": "Result"},
    "after": {"de": "danach {years}", "en": "then {years}"},
    "cashable": {"de": "davon kassenwirksam", "en": "of which cashable"},
    "avoided_places": {"de": "vermiedene Plätze im Jahresmittel", "en": "avoided places, yearly average"},
    "everybody": {"de": "alle Kostenträger", "en": "all bearers"},
    "perspective_municipality": {"de": "die Kommune", "en": "the municipality"},
    "perspective_public": {"de": "alle öffentlichen Haushalte", "en": "all public budgets"},
    "perspective_society": {"de": "alle Kostenträger", "en": "all bearers"},
    "real": {
        "de": "Entlastung {years} real, in Preisen von {price_year}: {real}; nominal {nominal}. Allgemeine Preissteigerung {rise} im Jahr.",
        "en": "Relief {years} in real terms, in prices of {price_year}: {real}; nominal {nominal}. General rise of prices {rise} a year.",
    },
    "present_value_nominal": {
        "de": "Barwert der Entlastung {years}: {amount}, abgezinst mit {rate} im Jahr auf {start}.",
        "en": "Present value of the relief {years}: {amount}, discounted at {rate} a year to {start}.",
    },
    "later_rate": {"de": " (ab {start}: {rate})", "en": " (from {start}: {rate})"},
    "present_value_real": {
        "de": "Barwert der Entlastung {years}: {amount}, reale Beträge abgezinst mit {rate} (realer Zins) im Jahr auf {start}.",
        "en": "Present value of the relief {years}: {amount}, real amounts discounted at {rate} (real rate) a year to {start}.",
    },
    "conventions": {
        "de": "Preise von {price_year}, {rises}; die Tabelle ist nicht abgezinst. {counting}. {conversion}. Modell: {engine}.",
        "en": "Prices of {price_year}, {rises}; the table is not discounted. {counting}. {conversion}. Model: {engine}.",
    },
    "contributions": {
        "de": "{title} {years}: {parts}. Gebucht ist, was eingeht; der Rest der Forderung ist abgeschrieben.",
        "en": "{title} {years}: {parts}. Booked is what comes in; the rest of the claim is written off.",
    },
    "contribution": {
        "de": "festgesetzt {assessed}, eingehend {collected} ({strategy})",
        "en": "assessed {assessed}, collected {collected} ({strategy})",
    },
    "adjusted": {
        "de": "Entlastung {years} ({strategy}): {corrected} mit den Zu- und Abschlägen für Zuversicht und schwache Belege, {written} ohne sie.",
        "en": "Relief {years} ({strategy}): {corrected} with the adjustments for optimism and weak evidence, {written} without them.",
    },
    "with_rises": {"de": "mit den Preissteigerungen der Datei", "en": "with the price rises of the file"},
    "without_rises": {"de": "ohne Preissteigerung", "en": "without price rises"},
    "counting_start": {
        "de": "Gezählt wird am Anfang {cycle}",
        "en": "Counted at the start of {cycle}",
    },
    "counting_end": {"de": "Gezählt wird am Ende {cycle}", "en": "Counted at the end of {cycle}"},
    "counting_half_cycle": {
        "de": "Gezählt wird das Mittel aus Anfang und Ende {cycle}",
        "en": "Counted is the mean of start and end of {cycle}",
    },
    "counting_simpson": {
        "de": "Gezählt wird nach der Simpson-Regel über den Bestand an den Grenzen {cycle_many}; sie gilt für die Summe, einzelne Jahre sind nur ihre Teile",
        "en": "Counted by Simpson's rule over the cases at the boundaries of {cycle_many}; it holds for the total, single years are only its parts",
    },
    "counting_own_weights": {
        "de": "Gezählt wird der Bestand an den Grenzen {cycle_many} mit eigenen Gewichten, deren Summe {sum} statt {cycles} ist; sie gelten für die Summe, einzelne Jahre sind nur ihre Teile",
        "en": "Counted are the cases at the boundaries of {cycle_many} with weights of the file's own, whose sum is {sum} instead of {cycles}; they hold for the total, single years are only its parts",
    },
    "counting_own_weights_whole": {
        "de": "Gezählt wird der Bestand an den Grenzen {cycle_many} mit eigenen Gewichten, deren Summe {sum} ist; sie gelten für die Summe, einzelne Jahre sind nur ihre Teile",
        "en": "Counted are the cases at the boundaries of {cycle_many} with weights of the file's own, whose sum is {sum}; they hold for the total, single years are only its parts",
    },
    "conversion_separate": {
        "de": "Die Wahrscheinlichkeiten verschiedener Übergänge werden addiert",
        "en": "Chances of different moves are added",
    },
    "conversion_competing": {
        "de": "Verschiedene Übergänge konkurrieren als Raten",
        "en": "Different moves compete as rates",
    },
    "evidence": {
        "de": "Die {count} Zahlen der Datei: {grades}.",
        "en": "The file's {count} numbers: {grades}.",
    },
    "evidence_one": {"de": "Die eine Zahl der Datei: {grades}.", "en": "The file's one number: {grades}."},
    "grade_assumption": {"de": "{count} angenommen", "en": "{count} assumed"},
    "grade_measured": {"de": "{count} gemessen", "en": "{count} measured"},
    "grade_published": {"de": "{count} veröffentlicht", "en": "{count} published"},
    "grade_study": {"de": "{count} aus Studien", "en": "{count} from studies"},
    "grade_expert": {"de": "{count} von Fachleuten geschätzt", "en": "{count} estimated by experts"},
    "grade_claim": {"de": "{count} behauptet", "en": "{count} claimed"},
    "grade_none": {"de": "{count} ohne Quelle", "en": "{count} without a source"},
    "silent_about_cashable": {
        "de": "Zu einer Ersparnis bei {lines} sagt die Datei nicht, wie viel davon kassenwirksam ist; sie zählt hier nicht als kassenwirksam.",
        "en": "Of a saving in {lines} the file does not say how much is cashable; none of it is counted as cashable.",
    },
    "nothing_at_home": {
        "de": "Was das Kind zu Hause kostet (Unterkunft, Kita, Bildungspaket), steht nicht in der Datei.",
        "en": "What the child costs at home (housing, day care, education package) is not in the file.",
    },
    "protection": {
        "de": "Der Anspruch auf Hilfe (§ 27 SGB VIII) und Entscheidungen nach §§ 8a, 42 bleiben unberührt. Die Rechnung darf keine notwendige Unterbringung verzögern.",
        "en": "The right to help (§ 27 SGB VIII) and decisions under §§ 8a, 42 are untouched. The calculation must not delay a placement that is needed.",
    },
    "provenance": {
        "de": "Datei {scenario} · Prüfzeichen {digest} · prevention_sim {version}",
        "en": "file {scenario} · digest {digest} · prevention_sim {version}",
    },
    "other_title": {"de": "Andere Bezüge", "en": "Other denominators"},
    "uneven_years": {
        "de": "; jeder Schritt zählt ganz zu dem Haushaltsjahr, in dem er beginnt",
        "en": "; each step belongs as a whole to the budget year in which it begins",
    },
    "cycle_day": {"de": "jedes Tages", "en": "each day"},
    "cycle_week": {"de": "jeder Woche", "en": "each week"},
    "cycle_month": {"de": "jedes Monats", "en": "each month"},
    "cycle_quarter": {"de": "jedes Quartals", "en": "each quarter"},
    "cycle_year": {"de": "jedes Jahres", "en": "each year"},
    "cycle_several": {"de": "jedes Schritts ({length})", "en": "each step ({length})"},
    "cycles": {"de": "aller {unit}", "en": "all {unit}"},
    "cycles_several": {"de": "aller Schritte ({length})", "en": "all steps ({length})"},
    "cases_child": {"de": "Kinder", "en": "children"},
    "cases_family": {"de": "Familien", "en": "families"},
    "cases_person": {"de": "Personen", "en": "persons"},
    "cases_place": {"de": "Plätze", "en": "places"},
    "expectations": {
        "de": "Erwartete Werte: {held} von {count} stimmen.",
        "en": "Expected values: {held} of {count} hold.",
    },
    "expectations_one": {
        "de": "Erwartete Werte: {held} von {count} stimmt.",
        "en": "Expected values: {held} of {count} holds.",
    },
    "no_expectations": {
        "de": "Die Datei nennt keine erwarteten Werte (expect:).",
        "en": "The file names no expected values (expect:).",
    },
    "break_even_written": {
        "de": "{path} = {written}: Entlastung {years} ({payer}) {relief}",
        "en": "{path} = {written}: relief {years} ({payer}) {relief}",
    },
    "break_even_from": {
        "de": "Ab {value} rechnet sich »{strategy}«.",
        "en": "“{strategy}” pays from {value} on.",
    },
    "break_even_up_to": {
        "de": "Bis {value} rechnet sich »{strategy}«.",
        "en": "“{strategy}” pays up to {value}.",
    },
    "break_even_always": {
        "de": "Von {low} bis {high} rechnet sich »{strategy}« immer: Es gibt keinen kritischen Wert.",
        "en": "From {low} to {high} “{strategy}” always pays: there is no break-even.",
    },
    "break_even_never": {
        "de": "Von {low} bis {high} rechnet sich »{strategy}« nie: Es gibt keinen kritischen Wert.",
        "en": "From {low} to {high} “{strategy}” never pays: there is no break-even.",
    },
    "break_even_verified": {
        "de": "Nachgerechnet bei diesem Wert: {relief}. Gesucht von {low} bis {high}.",
        "en": "Run again at this value: {relief}. Searched from {low} to {high}.",
    },
    "per_year": {"de": "im Jahr", "en": "a year"},
    "per_quarter": {"de": "im Quartal", "en": "a quarter"},
    "per_month": {"de": "im Monat", "en": "a month"},
    "per_week": {"de": "in der Woche", "en": "a week"},
    "per_day": {"de": "am Tag", "en": "a day"},
    "per_hour": {"de": "je Stunde", "en": "an hour"},
    "unit_EUR": {"de": "€", "en": "EUR"},
    "unit_case": {"de": "Fälle", "en": "cases"},
    "unit_hour": {"de": "Stunden", "en": "hours"},
    "unit_month": {"de": "Monate", "en": "months"},
    "unit_year": {"de": "Jahre", "en": "years"},
    "unit_week": {"de": "Wochen", "en": "weeks"},
    "unit_day": {"de": "Tage", "en": "days"},
    "unit_quarter": {"de": "Quartale", "en": "quarters"},
    "errors_one": {"de": "{count} Fehler", "en": "{count} error"},
    "errors_many": {"de": "{count} Fehler", "en": "{count} errors"},
    "warnings_one": {"de": "{count} Hinweis", "en": "{count} warning"},
    "warnings_many": {"de": "{count} Hinweise", "en": "{count} warnings"},
    "nothing_computed": {"de": "Nichts wurde berechnet.", "en": "Nothing was computed."},
    "more_on_error": {
        "de": "Mehr dazu: prevsim help-error {code}",
        "en": "More on this: prevsim help-error {code}",
    },
    "warnings_of_run": {
        "de": "Hinweise zur Datei: {count}. Welche, zeigt prevsim validate {file}",
        "en": "Warnings about the file: {count}. prevsim validate {file} shows them",
    },
    "file_in_order": {
        "de": "{file}: keine Fehler ({lines} Zeilen, {count} Zahlen, davon {estimated} nur angenommen oder geschätzt)",
        "en": "{file}: no errors ({lines} lines, {count} numbers, {estimated} of them only assumed or estimated)",
    },
    "cause": {"de": "Ursache", "en": "Cause"},
    "fix": {"de": "Abhilfe", "en": "Fix"},
    "example": {"de": "Beispiel", "en": "Example"},
    "depends_on": {"de": "Wovon hängt es ab?", "en": "What does it hang on?"},
    "critical": {
        "de": "{name}: {written}; ab {value} rechnet es sich",
        "en": "{name}: {written}; it pays from {value} on",
    },
    "critical_up_to": {
        "de": "{name}: {written}; bis {value} rechnet es sich",
        "en": "{name}: {written}; it pays up to {value}",
    },
    "critical_none": {
        "de": "{name}: {written}; kein kritischer Wert zwischen {low} und {high}",
        "en": "{name}: {written}; no break-even between {low} and {high}",
    },
    "instead_of": {"de": "{amount} statt {written}", "en": "{amount} instead of {written}"},
    "waterfall": {
        "de": "Von brutto zu netto, {years}, in {unit} ({payer})",
        "en": "From gross to net, {years}, in {unit} ({payer})",
    },
    "step_gross": {"de": "vermiedene Platzkosten: {placement}", "en": "placement cost avoided: {placement}"},
    "step_contributions": {"de": "entfallende Beiträge", "en": "contributions lost"},
    "step_refunds": {"de": "entfallende Erstattungen", "en": "refunds lost"},
    "step_substitution": {"de": "andere Hilfe: {state}", "en": "other help: {state}"},
    "step_net_widening": {
        "de": "Gruppen, die sonst nicht untergebracht würden",
        "en": "groups that would not be placed otherwise",
    },
    "step_at_home": {"de": "Kosten des Kindes zu Hause", "en": "cost of the child at home"},
    "step_programme_help": {"de": "Hilfe im Programm", "en": "help in the programme"},
    "step_surcharges": {"de": "Zuschläge", "en": "surcharges"},
    "step_programme": {"de": "eigene Kosten des Programms", "en": "own cost of the programme"},
    "step_funding": {"de": "Förderung durch Dritte", "en": "funding by others"},
    "step_net": {"de": "netto", "en": "net"},
    "not_identified": {
        "de": "Ausweitung auf andere Gruppen ist nicht bestimmt: Keine Gruppe trägt das Merkmal imminent.",
        "en": "Widening to other groups is not identified: no group is tagged imminent.",
    },
    "mechanisms": {
        "de": "Was zum Ergebnis beiträgt, {years}, in {unit} ({payer})",
        "en": "What makes up the result, {years}, in {unit} ({payer})",
    },
    "mechanism_takes_in": {"de": "Aufnahme statt {states}", "en": "taken in instead of {states}"},
    "mechanism_changes": {"de": "Wirkung in »{states}«", "en": "effect in “{states}”"},
    "mechanism_costs": {"de": "eigene Kosten des Programms", "en": "own cost of the programme"},
    "fewer_place_years": {"de": "vermiedene Platzjahre: {avoided}", "en": "avoided place-years: {avoided}"},
    "too_many_effects": {
        "de": "nicht aufgeteilt: Das Programm hat {effects} Wirkungen, auseinandergehalten werden höchstens {most}.",
        "en": "not divided: the programme has {effects} effects, and at most {most} are told apart.",
    },
    "payback": {
        "de": "Das Programm trägt sich {months} Monate nach der ersten Ausgabe ({start}); tiefster Stand bis dahin {low} ({low_month}).",
        "en": "The programme pays back {months} months after the first expense ({start}); lowest point until then {low} ({low_month}).",
    },
    "payback_one": {
        "de": "Trägt sich einen Monat nach der ersten Ausgabe ({start}); tiefster Stand bis dahin {low} ({low_month}).",
        "en": "Pays back one month after the first expense ({start}); lowest point until then {low} ({low_month}).",
    },
    "payback_at_once": {
        "de": "Das Programm trägt sich vom ersten Monat an.",
        "en": "The programme pays from the first month on.",
    },
    "payback_never": {
        "de": "Das Programm trägt sich nicht innerhalb der {years} gerechneten Jahre; tiefster Stand {low} ({low_month}).",
        "en": "The programme does not pay back within the {years} years computed; lowest point {low} ({low_month}).",
    },
    "payback_never_one": {
        "de": "Trägt sich nicht innerhalb des einen gerechneten Jahres; tiefster Stand {low} ({low_month}).",
        "en": "Does not pay back within the one year computed; lowest point {low} ({low_month}).",
    },
    "internal_rate": {"de": "interner Zinsfuß", "en": "internal rate of return"},
    "internal_rate_note": {
        "de": "im Jahr, über {years}: Bei diesem Zins glichen sich Mehrausgaben und Entlastung aus",
        "en": "a year, over {years}: at this rate cost and relief would be worth the same",
    },
    "no_internal_rate": {"de": "keiner", "en": "none"},
    "no_internal_rate_note": {
        "de": "es gibt keine Mehrausgaben am Anfang, auf die nur noch Entlastung folgt",
        "en": "there is no cost at the beginning that nothing but relief follows",
    },
    "per_euro": {"de": "je Euro Programm", "en": "per euro of programme"},
    "per_euro_note": {
        "de": "Entlastung nach Abzug des Programms; Nutzen-Kosten-Verhältnis {ratio}, {valuation}",
        "en": "relief less the programme; benefit-cost ratio {ratio}, {valuation}",
    },
    "valued_present": {"de": "Barwerte", "en": "present values"},
    "valued_nominal": {"de": "nicht abgezinst", "en": "not discounted"},
    "fewer_is_better": {"de": "weniger ist besser", "en": "fewer is better"},
    "outcome_discounted": {"de": "abgezinst", "en": "discounted"},
    "outcome_difference": {"de": "Unterschied", "en": "difference"},
    "price_of_gain": {"de": "Mehrkosten je gewonnener Einheit", "en": "further cost per unit gained"},
    "price_of_loss": {"de": "Ersparnis je entgangener Einheit", "en": "saving per unit lost"},
    "quadrant_gain_at_cost": {
        "de": "wirkt besser, kostet {amount} mehr",
        "en": "better, costs {amount} more",
    },
    "quadrant_gain_without_cost": {
        "de": "wirkt besser bei einer Ersparnis von {amount}: kein Preis je Einheit",
        "en": "better at a saving of {amount}: no price per unit",
    },
    "quadrant_loss_at_saving": {
        "de": "wirkt schlechter, kostet {amount} weniger",
        "en": "worse, costs {amount} less",
    },
    "quadrant_loss_without_saving": {
        "de": "wirkt schlechter bei Mehrkosten von {amount}: kein Preis je Einheit",
        "en": "worse at a further cost of {amount}: no price per unit",
    },
    "quadrant_no_change": {
        "de": "die Wirkung ändert sich nicht: kein Preis je Einheit",
        "en": "the outcome does not change: no price per unit",
    },
    "cost_effectiveness": {
        "de": "Kosten und Wirkung, {payer} ({worth}): {outcome}",
        "en": "Cost and effect, {payer} ({worth}): {outcome}",
    },
    "option_note": {"de": "{amount} {unit}; {standing}{ties}", "en": "{amount} {unit}; {standing}{ties}"},
    "option_title": {"de": "»{title}«", "en": "“{title}”"},
    "option_first": {"de": "am günstigsten", "en": "cheapest"},
    "option_best": {
        "de": "überlegen: nichts wirkt besser oder kostet weniger",
        "en": "best: nothing brings more or costs less",
    },
    "option_icer": {
        "de": "{icer} je weiterer Einheit gegenüber {against}",
        "en": "{icer} per further unit against {against}",
    },
    "option_dominated": {
        "de": "unterlegen: {others} wirkt nicht schlechter und kostet nicht mehr",
        "en": "dominated: {others} brings no less and costs no more",
    },
    "option_extendedly_dominated": {
        "de": "erweitert unterlegen: eine Mischung aus {others} wirkt für dasselbe Geld besser",
        "en": "extendedly dominated: a mixture of {others} brings more for the same money",
    },
    "option_ties": {"de": "; gleichauf mit {others}", "en": "; level with {others}"},
    "per_case_in_year": {"de": "je „Fall im Jahr“", "en": "per “case in the year”"},
    "per_case_in_year_note": {
        "de": "netto, alle Hilfen, in amtlicher Zählung (Bestand am 31.12. und beendete; mittlere Dauer {months})",
        "en": "net, all forms of help, as official statistics count (stock at 31 Dec and ended; mean stay {months})",
    },
    "some_months": {"de": "{count} Monate", "en": "{count} months"},
    "some_months_one": {"de": "{count} Monat", "en": "{count} month"},
    "per_place_year": {"de": "je Platzjahr", "en": "per place-year"},
    "per_place_year_note": {
        "de": "netto, alle Hilfen, in Platzjahren (Belegtage / 365; mittlere Dauer {months})",
        "en": "net, all forms of help, in place-years (days in care / 365; mean stay {months})",
    },
    "none": {"de": "nicht bestimmt", "en": "not defined"},
    "measure_years": {"de": "Jahre", "en": "years"},
    "measure_relief": {"de": "Entlastung", "en": "relief"},
    "measure_present_value": {"de": "Barwert der Entlastung", "en": "present value of the relief"},
    "measure_supported": {"de": "aufgenommene Fälle", "en": "cases taken in"},
    "measure_avoided_place_years": {"de": "vermiedene Platzjahre", "en": "avoided place-years"},
    "measure_gross": {"de": "brutto je vermiedenem Platzjahr", "en": "gross per avoided place-year"},
    "measure_net": {"de": "netto je vermiedenem Platzjahr", "en": "net per avoided place-year"},
    "heading_counting": {"de": "Zählung", "en": "counting"},
    "heading_conversion": {"de": "Übergänge", "en": "moves"},
    "short_start": {"de": "Anfang", "en": "start"},
    "short_end": {"de": "Ende", "en": "end"},
    "short_half_cycle": {"de": "Mitte", "en": "half-cycle"},
    "short_simpson": {"de": "Simpson", "en": "Simpson"},
    "short_own_weights": {"de": "eigene Gewichte", "en": "own weights"},
    "short_separate": {"de": "addiert", "en": "added"},
    "short_competing": {"de": "konkurrierend", "en": "competing"},
    "as_written": {"de": "← Datei", "en": "← file"},
    "differ_in_years": {
        "de": "Die Spalten beziehen sich auf verschiedene Jahre.",
        "en": "The columns refer to different years.",
    },
    "differ_in_prices": {
        "de": "Die Spalten stehen in Preisen verschiedener Jahre.",
        "en": "The columns are in prices of different years.",
    },
    "no_differences": {"de": "Kein Unterschied.", "en": "No difference."},
    "count_differences": {"de": "Unterschiede: {count}", "en": "Differences: {count}"},
    "first_cell": {"de": "Erste abweichende Zahl: {cell}", "en": "First number that differs: {cell}"},
    "count_cells": {
        "de": "Abweichende Zahlen: {count} von {of}",
        "en": "Numbers that differ: {count} of {of}",
    },
    "no_cells_differ": {
        "de": "Die Ergebnisse sind gleich, Zahl für Zahl.",
        "en": "The results are equal, number by number.",
    },
    "inputs": {"de": "Eingaben:", "en": "Inputs:"},
    "inputs_unknown": {
        "de": "Welche Eingaben sich unterscheiden, ist nicht bekannt: Ein älteres Ergebnis nennt sie nicht.",
        "en": "Which inputs differ is not known: an older result does not name them.",
    },
    "apart_by_rounding": {
        "de": "gleich bis auf die letzten Stellen, wie auf einem anderen Rechner",
        "en": "equal but for the last digits, as on another machine",
    },
    "apart_more": {"de": "um {amount} mehr", "en": "{amount} more"},
    "apart_less": {"de": "um {amount} weniger", "en": "{amount} less"},
    "ever_placed": {
        "de": "Jemals in »{placement}« bis Ende {year} ({everybody}): {without} ohne Maßnahme, {with_programme} mit ihr.",
        "en": "Ever in “{placement}” until the end of {year} ({everybody}): {without} without the measure, {with_programme} with it.",
    },
    "placed_at_end": {
        "de": "Am Ende der Rechnung ({year}) noch in »{placement}«: {without} ohne Maßnahme, {with_programme} mit ihr.",
        "en": "Still in “{placement}” at the end of the calculation ({year}): {without} without the measure, {with_programme} with it.",
    },
    "delayed": {
        "de": "Ein Teil ist also aufgeschoben, nicht vermieden.",
        "en": "So some of it is delayed, not avoided.",
    },
    "household_provisional": {
        "de": "Vorläufige Haushaltsführung (§ 82 GO NRW): Eine neue freiwillige Maßnahme kann nicht beginnen ({programmes}).",
        "en": "Provisional household (§ 82 GO NRW): a new voluntary measure cannot start ({programmes}).",
    },
    "household_consolidation": {
        "de": "Haushaltssicherung (§ 76 GO NRW): Freiwillige Maßnahmen müssen mit dem Sicherungskonzept vereinbar sein ({programmes}).",
        "en": "Consolidation plan (§ 76 GO NRW): voluntary measures must be compatible with the plan ({programmes}).",
    },
    "household_rules": {
        "de": "Stand der Regeln: 3. NKFWG vom 5. März 2024 (GV. NRW. S. 136); vor dem Beschluss mit der Kämmerei prüfen.",
        "en": "Rules as of the 3. NKFWG of 5 March 2024 (GV. NRW. p. 136); check with the treasury before deciding.",
    },
    "bridge": {
        "de": "Vom letzten Ergebnis zur Prognose {year}: {title}{where}, in {unit} ({payer})",
        "en": "From the last result to the forecast {year}: {title}{where}, in {unit} ({payer})",
    },
    "bridge_product": {"de": "Produkt {number}", "en": "product {number}"},
    "bridge_cover_group": {"de": "Deckungskreis {number}", "en": "cover group {number}"},
    "bridge_last_result": {"de": "Ergebnis {year}", "en": "Result {year}"},
    "bridge_planned": {"de": "im Ansatz eingeplant", "en": "planned for in the appropriation"},
    "bridge_appropriation": {"de": "Ansatz {year}", "en": "Appropriation {year}"},
    "bridge_price": {"de": "Preis", "en": "price"},
    "bridge_price_note": {
        "de": "gegenüber {year}, bei der neuen Menge",
        "en": "against {year}, at the new quantity",
    },
    "bridge_quantity": {"de": "Menge", "en": "quantity"},
    "bridge_quantity_note": {
        "de": "{now} statt {before} Platzjahre, zum alten Preis von {price}",
        "en": "{now} instead of {before} place-years, at the old price of {price}",
    },
    "bridge_mix": {"de": "Dauer und Fallmix", "en": "duration and mix"},
    "bridge_mix_note": {
        "de": "andere Anteile der Hilfeformen, mit allem, was Preis und Menge nicht erklären",
        "en": "other shares of the forms of help, with all that price and quantity do not explain",
    },
    "bridge_price_and_mix": {"de": "Preis, Dauer und Fallmix", "en": "price, duration and mix"},
    "bridge_price_and_mix_note": {
        "de": "nicht getrennt: Die Datei nennt die Preise von {year} nicht",
        "en": "not told apart: the file does not tell the prices of {year}",
    },
    "bridge_not_split": {"de": "Veränderung", "en": "change"},
    "bridge_not_split_note": {
        "de": "Preis und Menge nicht bestimmt: Zum Ergebnis {year} fehlt die Menge",
        "en": "price and quantity not identified: the result {year} has no quantity",
    },
    "bridge_contained": {"de": "schon im Ansatz", "en": "in the appropriation already"},
    "bridge_contained_note": {
        "de": "der Teil der Veränderung, den der Ansatz enthält",
        "en": "the part of the change that the appropriation contains",
    },
    "bridge_status_quo": {"de": "Prognose {year} ohne Maßnahme", "en": "Forecast {year} without the measure"},
    "bridge_effect": {"de": "Wirkung", "en": "effect"},
    "bridge_effect_note": {"de": "durch »{strategy}«", "en": "of “{strategy}”"},
    "bridge_with_programme": {"de": "Prognose {year} mit Maßnahme", "en": "Forecast {year} with the measure"},
    "bridge_not_comparable": {
        "de": "Nicht vergleichbar: Am Anfang ist niemand in diesen Hilfen (caseload: stock). Ergebnis und Ansatz bezahlen auch den Bestand.",
        "en": "Not comparable: nobody is in these forms of help at the start (caseload: stock). Result and appropriation pay for the cases already there too.",
    },
    "slower_growth": {
        "de": "Kostendämpfung, keine Kürzung: Auch mit der Maßnahme liegt die Prognose {year} um {amount} über dem Ansatz {planned}.",
        "en": "Slower growth, no cut: even with the measure the forecast {year} is {amount} above the appropriation {planned}.",
    },
    "key_figures": {
        "de": "Kennzahlen »{comparator}« (Zählweise: Platzjahre, Belegtage / 365)",
        "en": "Key figures “{comparator}” (counting rule: place-years, days in care / 365)",
    },
    "key_figures_compared": {
        "de": "Kennzahlen »{comparator}«, darunter »{strategy}«, wo es abweicht (Zählweise: Platzjahre, Belegtage / 365)",
        "en": "Key figures “{comparator}”, below “{strategy}” where it differs (counting rule: place-years, days in care / 365)",
    },
    "key_figures_nobody_apart": {
        "de": "Keine Gruppe ist als unbegleitete Minderjährige oder § 35a gekennzeichnet; alle zählen mit.",
        "en": "No group is tagged as unaccompanied minors or § 35a; all are counted.",
    },
    "key_figures_without_apart": {
        "de": "Ohne unbegleitete Minderjährige und § 35a: {strata}.",
        "en": "Without unaccompanied minors and § 35a: {strata}.",
    },
    "key_figures_with_apart": {
        "de": "Dieselben Kennzahlen mit unbegleiteten Minderjährigen und § 35a ({strata})",
        "en": "The same key figures with unaccompanied minors and § 35a ({strata})",
    },
    "key_figures_help": {
        "de": "Hilfen sind ambulante Hilfen, Vollzeitpflege und Heim; Mutter und Kind (§ 19) zählt nicht dazu.",
        "en": "Help is ambulatory, foster and residential care; mother and child (§ 19) is not counted.",
    },
    "key_figures_no_stock": {
        "de": "Am Anfang ist niemand da: Die Zahlen beschreiben die gerechneten Fälle, nicht alle Hilfen der Kommune.",
        "en": "Nobody is there at the start: the figures describe the cases computed, not all help of the municipality.",
    },
    "setting_ambulatory": {"de": "ambulant", "en": "ambulatory"},
    "setting_foster": {"de": "Vollzeitpflege", "en": "foster care"},
    "setting_residential": {"de": "Heim", "en": "residential"},
    "setting_mother_child": {"de": "Mutter und Kind", "en": "mother and child"},
    "key_help_place_years_per_1000_under_21": {
        "de": "Hilfequote je 1.000 unter 21",
        "en": "help rate per 1,000 under 21",
    },
    "key_cost_per_place_year": {"de": "Fallkosten {setting} (€)", "en": "cost per case, {setting} (€)"},
    "key_ambulatory_share": {"de": "Anteil ambulanter Hilfen", "en": "ambulatory share"},
    "key_foster_share": {"de": "Anteil der Vollzeitpflege", "en": "foster share"},
    "key_residential_share": {"de": "Heimquote", "en": "residential share"},
    "key_mean_stay_months": {
        "de": "Verweildauer {setting} (Monate)",
        "en": "mean stay, {setting} (months)",
    },
    "key_net_cost_per_inhabitant_under_21": {
        "de": "Zuschussbedarf je unter 21 (€)",
        "en": "net cost per under-21 (€)",
    },
    "formula_help_place_years_per_1000_under_21": {
        "de": "Hilfequote = Platzjahre der Hilfen / Einwohner unter 21 × 1.000",
        "en": "help rate = place-years of help / inhabitants under 21 × 1,000",
    },
    "formula_cost_per_place_year": {
        "de": "Fallkosten = Kosten der Hilfeform abzüglich ihrer Erträge / ihre Platzjahre",
        "en": "cost per case = cost of the form of help less its income / its place-years",
    },
    "formula_ambulatory_share": {
        "de": "Anteil ambulanter Hilfen = ambulante Platzjahre / Platzjahre der Hilfen",
        "en": "ambulatory share = ambulatory place-years / place-years of help",
    },
    "formula_foster_share": {
        "de": "Anteil der Vollzeitpflege = Platzjahre in Vollzeitpflege / Platzjahre in Vollzeitpflege und Heim",
        "en": "foster share = place-years in foster care / place-years in foster and residential care",
    },
    "formula_residential_share": {
        "de": "Heimquote = Platzjahre im Heim / Platzjahre der Hilfen",
        "en": "residential share = residential place-years / place-years of help",
    },
    "formula_mean_stay_months": {
        "de": "Verweildauer = 12 × Platzjahre / beendete Aufenthalte, auch abgebrochene",
        "en": "mean stay = 12 × place-years / ended stays, broken-off ones included",
    },
    "formula_net_cost_per_inhabitant_under_21": {
        "de": "Zuschussbedarf = alle Kosten abzüglich aller Erträge / Einwohner unter 21",
        "en": "net cost = all cost less all income / inhabitants under 21",
    },
    "and": {"de": " und ", "en": " and "},
    "otherwise_yearly": {
        "de": "Ohne Programm wären von {count} neuen {cases} im Jahr ({years}) zunächst {settings}.",
        "en": "Without the programme, {count} new {cases} a year ({years}) would at first be: {settings}.",
    },
    "otherwise": {
        "de": "Ohne Programm wären von {count} {cases} zunächst {settings}.",
        "en": "Without the programme, {count} {cases} would at first be: {settings}.",
    },
    "enters_residential": {"de": "{count} im Heim", "en": "{count} in residential care"},
    "enters_foster": {"de": "{count} in einer Pflegefamilie", "en": "{count} with a foster family"},
    "enters_mother_child": {
        "de": "{count} mit der Mutter in einer Einrichtung",
        "en": "{count} with their mother in a home",
    },
    "enters_ambulatory": {"de": "{count} zu Hause mit Hilfe", "en": "{count} at home with help"},
    "enters_none": {"de": "{count} zu Hause ohne Hilfe", "en": "{count} at home without help"},
    "taken_of_placed": {
        "de": "Das Programm nimmt {share} derer auf, die untergebracht würden.",
        "en": "The programme takes in {share} of those who would be placed.",
    },
    "offered_to_placed": {
        "de": "Das Programm ist für {share} derer gedacht, die untergebracht würden; aufnehmen kann es sie, so weit Plätze frei sind.",
        "en": "The programme is meant for {share} of those who would be placed; it can take them in as far as places are free.",
    },
    "share_placed": {
        "de": "Anteil der {cases}, die sonst untergebracht würden",
        "en": "share of the {cases} who would be placed otherwise",
    },
    "share_diverted": {
        "de": "Anteil von diesen, den das Programm aufnimmt",
        "en": "share of these whom the programme takes in",
    },
    "observed": {
        "de": "In {title} blieben {years} von {gross} brutto {net} netto ({kept}); hier sind es {here}.",
        "en": "In {title}, {net} net remained of {gross} gross in {years} ({kept}); here it is {here}.",
    },
    "observed_less": {
        "de": "In {title} blieben {years} von {gross} brutto nur {net} netto ({kept}); hier sind es {here}.",
        "en": "In {title}, only {net} net remained of {gross} gross in {years} ({kept}); here it is {here}.",
    },
    "observed_doubt": {
        "de": "Das ist mehr als das Doppelte: Prüfen Sie, wohin die {cases} ohne Programm kämen, wie viele es rechtzeitig erreicht und was seine Hilfe kostet.",
        "en": "That is more than twice as much: check where the {cases} would go without the programme, how many it reaches in time, and what its help costs.",
    },
    "expected_found": {
        "de": "erwartet {expected}, gerechnet {found}, zulässig ± {tolerance}",
        "en": "expected {expected}, computed {found}, tolerance ± {tolerance}",
    },
}


def say(language: Language, key: str, **fields: str | int) -> str:
    """A sentence with its fields filled in."""
    return TEXTS[key][language].format(**fields)
