"""What `prevsim verify` says, in German and English: what was done, what must follow, what was found."""

from dataclasses import dataclass
from typing import Final

from prevention_sim.analysis.verification.bench import Domain, Outcome, Reason
from prevention_sim.analysis.verification.face_validity import Kind
from prevention_sim.foundation.languages import Both, Language


@dataclass(frozen=True, slots=True)
class Explained:
    """A check in the words of a clerk."""

    title: Both
    done: Both
    expected: Both


EXPLAINED: Final[dict[str, Explained]] = {
    "documented": Explained(
        Both("Jede Zahl hat eine Quelle", "Every number has a source"),
        Both(
            "Zu jeder Zahl der Datei wurde nachgesehen, ob sie eine Quelle nennt.",
            "For every number of the file it was looked up whether it names a source.",
        ),
        Both(
            "Jede nennt eine, und sei es »assumption« für eine Annahme.",
            "Each names one, be it “assumption” for an assumption.",
        ),
    ),
    "possible": Explained(
        Both("Anteile und Wahrscheinlichkeiten gehen auf", "Shares and chances add up"),
        Both(
            "Alle Wege aus einem Zustand wurden je Takt zusammengezählt, ebenso die Anteile der Kostenträger.",
            "All ways out of a state were added up for a cycle, and the shares of the bearers as well.",
        ),
        Both(
            "Kein Weg liegt unter 0, zusammen liegen sie nicht über 1; Kostenträger ergeben genau 1.",
            "No way lies below 0, together they do not exceed 1; bearers come to exactly 1.",
        ),
    ),
    "influential": Explained(
        Both("Jede Zahl bewirkt etwas", "Every number matters"),
        Both(
            "Jede Zahl wurde um ein Hundertstel erhöht und gesenkt.",
            "Every number was raised and lowered by a hundredth.",
        ),
        Both(
            "Irgendeine Anzahl oder irgendein Betrag ändert sich; sonst liest niemand die Zahl.",
            "Some count or some amount changes; else nobody reads the number.",
        ),
    ),
    "nobody_lost": Explained(
        Both("Niemand geht verloren", "Nobody gets lost"),
        Both(
            "Für jeden Takt und jeden Zustand: Bestand am Anfang, Zugänge, Wechsel hinein und hinaus.",
            "For every cycle and every state: stock at the start, arrivals, moves in and out.",
        ),
        Both(
            "Anfang und Zugänge weniger Abgänge ergeben den nächsten Bestand.",
            "Start and arrivals less departures are the next stock.",
        ),
    ),
    "nobody_negative": Explained(
        Both("Nirgends weniger als niemand", "Nowhere fewer than nobody"),
        Both(
            "Alle Bestände, Zugänge und Wechsel wurden durchgesehen.",
            "All stocks, arrivals and moves were looked through.",
        ),
        Both("Keine Anzahl liegt unter 0.", "No count lies below 0."),
    ),
    "final_states_keep": Explained(
        Both("Was kein Ende hat, hält fest", "What has no way out keeps everybody"),
        Both(
            "Zustände, aus denen kein Weg führt, wurden Takt für Takt verfolgt.",
            "States that no way leads out of were followed cycle by cycle.",
        ),
        Both("Ihr Bestand nimmt nie ab.", "Their stock never falls."),
    ),
    "no_effect_no_difference": Explained(
        Both("Ohne Wirkung kein Unterschied", "Without effect no difference"),
        Both(
            "Alle Wirkungen und alle eigenen Kosten der Programme wurden auf 0 gesetzt.",
            "All effects and all costs of the programmes themselves were set to 0.",
        ),
        Both(
            "Jede Strategie gleicht der Vergleichsstrategie in jeder Anzahl und jedem Euro, genau.",
            "Every strategy equals the comparator in every count and every euro, exactly.",
        ),
    ),
    "twice_the_cases": Explained(
        Both("Doppelt so viele Fälle, doppelt so viele Personen", "Twice the cases, twice the persons"),
        Both("Bestand und Zugänge wurden verdoppelt.", "Stock and arrivals were doubled."),
        Both("Alle Anzahlen verdoppeln sich genau.", "All counts double exactly."),
    ),
    "half_the_reach": Explained(
        Both("Halbe Reichweite, halbe Wirkung", "Half the reach, half the effect"),
        Both(
            "Die aufgenommenen Anteile wurden auf 0, auf die Hälfte und auf den Wert der Datei gesetzt.",
            "The shares taken in were set to 0, to half, and to what the file says.",
        ),
        Both(
            "Die Entlastung bei der Hälfte liegt genau in der Mitte.",
            "The relief at half lies exactly in the middle.",
        ),
    ),
    "nothing_for_nothing": Explained(
        Both("Preise null, Kosten null", "Prices zero, cost zero"),
        Both("Alle Preise wurden auf 0 gesetzt.", "All prices were set to 0."),
        Both("Nichts kostet etwas, nichts bringt etwas ein.", "Nothing costs or yields anything."),
    ),
    "twice_the_prices": Explained(
        Both("Doppelte Preise, doppeltes Geld", "Twice the prices, twice the money"),
        Both("Alle Preise wurden verdoppelt.", "All prices were doubled."),
        Both(
            "Jeder Betrag verdoppelt sich, bis auf die Rundung weit unter einem Cent.",
            "Every amount doubles, but for rounding far below a cent.",
        ),
    ),
    "count_times_price": Explained(
        Both("Kosten sind Platzjahre mal Preis", "Cost is place-years times price"),
        Both(
            "Jede Position je Fall wurde aus den gezählten Platzjahren und dem Preis nachgerechnet.",
            "Every line paid per case was computed again from the place-years counted and the price.",
        ),
        Both("Es kommt der gebuchte Betrag heraus.", "It comes to the amount booked."),
    ),
    "undiscounted_at_zero": Explained(
        Both("Zinssatz null, nichts abgezinst", "Rate zero, nothing discounted"),
        Both("Der Zinssatz wurde auf 0 gesetzt.", "The discount rate was set to 0."),
        Both("Der Barwert ist die einfache Summe, genau.", "The present value is the plain sum, exactly."),
    ),
    "later_is_less": Explained(
        Both("Abgezinst ist nie mehr", "Discounted is never more"),
        Both(
            "Jeder Betrag wurde mit seinem Barwert verglichen.",
            "Every amount was compared with its present value.",
        ),
        Both("Kein Barwert ist größer als sein Betrag.", "No present value exceeds its amount."),
    ),
    "parts_add_up": Explained(
        Both("Teile ergeben das Ganze", "Parts add up to the whole"),
        Both(
            "Kostenträger, Positionen, Jahre und Gruppen wurden je für sich zusammengezählt.",
            "Bearers, lines, years and groups were each added up.",
        ),
        Both(
            "Überall dieselbe Summe, genau; Erstattungen heben sich auf, Zahlungen ergeben die Leistungen.",
            "The same total everywhere, exactly; refunds cancel out, payments come to the services.",
        ),
    ),
    "exchange_turns_signs": Explained(
        Both("Vertauscht kehrt sich alles um", "Exchanged, every sign turns"),
        Both("Strategie und Vergleich wurden vertauscht.", "Strategy and comparator were exchanged."),
        Both(
            "Aus jeder Entlastung wird eine gleich große Belastung.",
            "Every relief becomes a burden of the same size.",
        ),
    ),
    "differences_form_a_chain": Explained(
        Both("Unterschiede bilden eine Kette", "Differences form a chain"),
        Both(
            "Je drei Strategien wurden reihum verglichen.",
            "Strategies were compared in turn, three at a time.",
        ),
        Both(
            "Von der ersten zur zweiten und von dort zur dritten ist so weit wie von der ersten zur dritten.",
            "From the first to the second and on to the third is as far as from the first to the third.",
        ),
    ),
    "dearer_placement_saves_more": Explained(
        Both("Teurere Unterbringung, mehr Entlastung", "Dearer placement, more relief"),
        Both(
            "Alle Preise der Unterbringung wurden um 10 % erhöht.", "All placement prices were raised by 10%."
        ),
        Both(
            "Die Entlastung jedes Jahres ändert sich um 10 % der vermiedenen Unterbringungskosten; sie sinkt nicht, wo welche vermieden werden.",
            "The relief of each year changes by 10% of the placement cost avoided; it does not fall where some is avoided.",
        ),
    ),
    "horizon_keeps_the_years_before": Explained(
        Both("Ein Jahr weniger lässt die Jahre davor, wie sie sind", "A year less leaves the years before"),
        Both("Der Zeitraum wurde um ein Jahr verkürzt.", "The horizon was shortened by a year."),
        Both(
            "Alle früheren Jahre bleiben in jeder Anzahl und jedem Betrag gleich.",
            "All earlier years stay the same in every count and every amount.",
        ),
    ),
    "switching_values_turn": Explained(
        Both("Kippwerte kippen", "Switching values turn the answer"),
        Both(
            "An jedem Wert, ab dem es sich nach der Rechnung lohnt, wurde noch einmal gerechnet.",
            "At every value from which it is said to pay, the calculation was made again.",
        ),
        Both("Die Entlastung ist dort 0, auf den Cent.", "The relief is 0 there, to a cent."),
    ),
    "however_computed": Explained(
        Both("Einzeln oder zusammen gerechnet ist gleich", "Computed alone or together is the same"),
        Both(
            "Drei Fassungen der Datei wurden zusammen gerechnet und jede für sich.",
            "Three versions of the file were computed together and each by itself.",
        ),
        Both("Alle Ergebnisse sind gleich bis ins letzte Bit.", "All results are equal to the last bit."),
    ),
}
"""Every check of the battery by its id."""

REASONS: Final[dict[Reason, Both]] = {
    "no_alternative": Both(
        "Die Datei hat neben dem Vergleich keine Strategie.",
        "The file has no strategy beside the comparator.",
    ),
    "no_case": Both("Die Datei nennt keine Fälle.", "The file names no cases."),
    "no_diversion": Both("Kein Programm nimmt jemanden auf.", "No programme takes anybody in."),
    "no_discounting": Both("Die Datei zinst nicht ab.", "The file does not discount."),
    "no_final_state": Both("Aus jedem Zustand führt ein Weg.", "A way leads out of every state."),
    "no_line": Both("Nichts wird je Fall bezahlt.", "Nothing is paid per case."),
    "no_placement_line": Both("Keine Unterbringung hat einen Preis.", "No placement has a price."),
    "no_price": Both("Die Datei nennt keine Preise.", "The file names no prices."),
    "no_root": Both(
        "Kein Wert, nach dem die Datei fragt, kippt das Ergebnis.",
        "No value the file asks about turns the answer.",
    ),
    "no_third_strategy": Both("Dazu braucht es drei Strategien.", "That takes three strategies."),
    "no_whole_year": Both(
        "Der Zeitraum hat kein volles Jahr, das bliebe.", "The horizon has no whole year that would remain."
    ),
    "rate_below_zero": Both("Ein Zinssatz liegt unter 0.", "A discount rate lies below 0."),
    "persons": Both(
        "Nur einzelne Personen können das rechnen; bei ihnen gilt es im Mittel, nicht genau.",
        "Only single persons can compute this; among them it holds on average, not exactly.",
    ),
    "asked_again": Both(
        "Manche Fälle werden mehrmals gefragt; dann ist der halbe Anteil nicht die halbe Wirkung.",
        "Some cases are asked more than once; half the share is not half the effect then.",
    ),
    "weights_of_the_whole": Both(
        "Die Zählregel gewichtet den Zeitraum als Ganzes; ein kürzerer hat andere Gewichte.",
        "The counting rule weighs the horizon as a whole; a shorter one has other weights.",
    ),
}

DOMAINS: Final[dict[Domain, Both]] = {
    "input": Both("Eingaben", "Inputs"),
    "events": Both("Ereignisse und Zustände", "Events and states"),
    "results": Both("Ergebnisse", "Results"),
    "uncertainty": Both("Unsicherheit", "Uncertainty"),
    "overall": Both("Das Ganze", "The whole"),
}

OUTCOMES: Final[dict[Outcome, Both]] = {
    "passed": Both("bestanden", "passed"),
    "failed": Both("nicht bestanden", "failed"),
    "doubtful": Both("mit Hinweis", "with a warning"),
    "not_applicable": Both("nicht anwendbar", "not applicable"),
}

MARKS: Final[dict[Outcome, str]] = {"passed": "✓", "failed": "✗", "doubtful": "!", "not_applicable": "–"}

FIGURES: Final[dict[Kind, Both]] = {
    "mean_stay_months": Both(
        "»{state}« dauert im Mittel {value} Monate, alle Wege hinaus zusammen.",
        "“{state}” lasts {value} months on average, all ways out together.",
    ),
    "cost_per_place_year": Both(
        "»{state}« kostet {value} EUR je Platz und Jahr, Erträge abgezogen.",
        "“{state}” costs {value} EUR per place and year, income deducted.",
    ),
    "placements_per_1000_under_21": Both(
        "»{strategy}«: Im Jahr beginnen {value} Unterbringungen je 1.000 unter 21.",
        "“{strategy}”: {value} placements per 1,000 under 21 begin in a year.",
    ),
    "persons_in_placement_at_end": Both(
        "»{strategy}«: Am Ende der Rechnung sind {value} Fälle untergebracht.",
        "“{strategy}”: {value} cases are in placement at the end of the calculation.",
    ),
}

WORDS: Final[dict[str, Both]] = {
    "found": Both(
        "{figures} Zahlen verglichen, größte Abweichung {apart}, erlaubt {allowed}.",
        "{figures} figures compared, largest deviation {apart}, allowed {allowed}.",
    ),
    "found_one": Both(
        "Eine Zahl verglichen, Abweichung {apart}, erlaubt {allowed}.",
        "One figure compared, deviation {apart}, allowed {allowed}.",
    ),
    "listed_none": Both("{figures} Zahlen, keine davon fällt auf.", "{figures} numbers, none stands out."),
    "listed_none_one": Both("Eine Zahl, sie fällt nicht auf.", "One number, which does not stand out."),
    "listed": Both("{count} von {figures} Zahlen: {paths}.", "{count} of {figures} numbers: {paths}."),
    "battery": Both("Prüfungen an dieser Datei", "Checks on this very file"),
    "by_domain": Both("Bereich", "Domain"),
    "implied": Both("Was die Rechnung mitsagt", "What the calculation implies"),
    "all_files": Both(
        "{sound} von {files} Dateien sind in Ordnung.", "{sound} of {files} files are in order."
    ),
    "no_files": Both("In »{folder}« liegt keine *.yaml.", "There is no *.yaml in “{folder}”."),
    "summary": Both(
        "erwartete Werte {held} von {expected}; Prüfungen: {checks}",
        "expected values {held} of {expected}; checks: {checks}",
    ),
}


def tell(language: Language, key: str, **fields: str | int) -> str:
    """A text with its fields filled in."""
    return WORDS[key].told(language).format(**fields)
