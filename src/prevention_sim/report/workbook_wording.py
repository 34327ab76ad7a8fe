"""Every word a workbook may contain beside those of the file, in German and English."""

from typing import Final

from prevention_sim.foundation.languages import Both

KEYS: Final[dict[str, Both]] = {
    "value": Both("", ""),
    "at": Both(": Preis der Stunde", ": price of an hour"),
    "mean": Both(": mittlere Dauer", ": mean stay"),
    "share": Both(": Anteil", ": share"),
    "probability": Both(": Wahrscheinlichkeit", ": probability"),
    "rate": Both(": Rate", ": rate"),
    "ratio": Both(": Verhältnis", ": ratio"),
    "posts": Both(": Stellen", ": posts"),
    "personnel": Both(": Personalkosten", ": cost of staff"),
    "material": Both(": Sachkosten", ": material"),
    "overhead": Both(": Gemeinkosten", ": overhead"),
    "optimism_bias": Both(": Zuschlag für Optimismus", ": optimism bias"),
}
"""What a number is, by the key it stands under, after the title of its part."""

TEXTS: Final[dict[str, Both]] = {
    "overview": Both("Übersicht", "Overview"),
    "assumptions": Both("Annahmen", "Assumptions"),
    "assumptions_note": Both(
        "Blau: darf geändert werden, alles Weitere rechnet nach. Gelb: weicht von der Datei ab. Grau: legt fest, wie diese Mappe gebaut ist; wer das ändert, braucht eine neue.",
        "Blue: may be changed, everything else follows. Yellow: differs from the file. Grey: decides how this workbook is built; whoever changes it needs a new one.",
    ),
    "assumptions_values": Both(
        "Die Zahlen der Datei. In dieser Mappe rechnet nichts nach: Wer eine Zahl ändern will, ändert sie in der Datei und rechnet neu.",
        "The numbers of the file. Nothing recalculates in this workbook: to change a number, change the file and run it again.",
    ),
    "assumptions_names": Both(
        "Jede Zahl hat einen Namen, mit dem Formeln sie nennen. Ein Anteil ist eine Zahl von 0 bis 100 %.",
        "Each number has a name by which formulas call it. A share is a number from 0 to 100 %.",
    ),
    "head_what": Both("Was", "What"),
    "head_name": Both("Name in Formeln", "Name in formulas"),
    "head_value": Both("Wert", "Value"),
    "head_unit": Both("Einheit", "Unit"),
    "head_as_written": Both("Wert in der Datei", "Value in the file"),
    "head_changed": Both("geändert", "changed"),
    "head_price_year": Both("Preisstand", "Price year"),
    "head_source": Both("Quelle", "Source"),
    "head_grade": Both("Beleg", "Evidence"),
    "head_path": Both("Stelle in der Datei", "Place in the file"),
    "head_remark": Both("Bemerkung", "Remark"),
    "then": Both(": Anteil, danach {state}", ": share, then {state}"),
    "discounting": Both("Abzinsung", "Discounting"),
    "effect": Both("{programme}, {number}. Wirkung", "{programme}, effect {number}"),
    "not_allowed": Both("Das geht hier nicht", "Not possible here"),
    "allowed_share": Both("Ein Anteil liegt zwischen 0 % und 100 %.", "A share lies between 0 % and 100 %."),
    "allowed_number": Both(
        "Hier steht eine Zahl, in der Einheit rechts daneben.", "A number, in the unit beside it."
    ),
    "follows": Both("folgt aus: {formula}", "follows from: {formula}"),
    "share": Both("Anteil", "share"),
    "cases": Both("Fälle", "cases"),
    "no_source": Both("keine Quelle genannt", "no source named"),
    "grade_none": Both("ohne Quelle", "no source"),
    "grade_measured": Both("gemessen", "measured"),
    "grade_study": Both("Studie", "study"),
    "grade_published": Both("veröffentlicht", "published"),
    "grade_expert": Both("geschätzt", "expert estimate"),
    "grade_claim": Both("Behauptung", "claim"),
    "grade_assumption": Both("Annahme", "assumption"),
    "dates": Both("Zeit", "Dates"),
    "dates_note": Both(
        "Jeder Takt mit seinem Haushaltsjahr, wie viel Zeit er zählt und was ein Euro in ihm wert ist.",
        "Every cycle with its budget year, how much time it counts, and what a euro in it is worth.",
    ),
    "head_cycle": Both("Takt", "Cycle"),
    "head_begin": Both("Beginn", "Begin"),
    "head_year": Both("Haushaltsjahr", "Budget year"),
    "head_part": Both("Abschnitt", "Part"),
    "head_start": Both("Jahre, Bestand am Anfang{valuation}", "Years, cases at the start{valuation}"),
    "head_end": Both("Jahre, Bestand am Ende{valuation}", "Years, cases at the end{valuation}"),
    "head_at_start": Both("Faktor am Anfang{valuation}", "Factor at the start{valuation}"),
    "head_at_end": Both("Faktor am Ende{valuation}", "Factor at the end{valuation}"),
    "head_rate": Both("Zinssatz im Jahr", "Rate a year"),
    "head_worth": Both("Abzinsung", "Discount factor"),
    "of_nominal": Both("", ""),
    "of_real": Both(", in Preisen des Preisjahrs", ", in prices of the price year"),
    "of_present": Both(", abgezinst", ", discounted"),
    "of_outcomes": Both(", abgezinste Wirkungen", ", discounted outcomes"),
    "coming": Both("Zugänge", "Entries"),
    "coming_note": Both(
        "Fälle am Anfang, und Fälle, die in jedem Takt hinzukommen, je Gruppe.",
        "Cases at the start, and cases that come in each cycle, by group.",
    ),
    "head_stream": Both("Woher", "From where"),
    "head_into": Both("Wohin", "Where to"),
    "head_where": Both("In welcher Strategie", "In which strategy"),
    "head_when": Both("Wann", "When"),
    "everywhere": Both("in jeder", "in all"),
    "at_begin": Both("am Anfang", "at the start"),
    "shift": Both("Anteil von »{origin}«, der wechselt", "Share of »{origin}« that passes"),
    "never": Both("nie", "never"),
    "always": Both("immer", "always"),
    "span": Both("{first} bis {last}", "{first} to {last}"),
    "during": Both("Teilnehmer: {programme}", "participant: {programme}"),
    "after": Both("früher Teilnehmer: {programme}", "former participant: {programme}"),
    "everybody": Both("alle", "all"),
    "shared": Both("ohne Gruppe", "no group"),
    "moving": Both("Übergänge", "Moves"),
    "moving_separate": Both(
        "Wie wahrscheinlich ein Wechsel in einem Takt ist, Schritt für Schritt. Wahrscheinlichkeiten addieren sich.",
        "How likely a move is in a cycle, step by step. Chances add up.",
    ),
    "moving_competing": Both(
        "Wie wahrscheinlich ein Wechsel in einem Takt ist, Schritt für Schritt. Raten teilen sich den Abgang.",
        "How likely a move is in a cycle, step by step. Hazards share the exit.",
    ),
    "head_move": Both("Wechsel", "Move"),
    "head_step": Both("Schritt", "Step"),
    "leaves": Both("Abgang je Takt ({path})", "exit per cycle ({path})"),
    "part": Both("davon Anteil hierhin", "share of it that goes here"),
    "hazard": Both("Rate je Takt", "hazard per cycle"),
    "certain": Both("sicherer Wechsel", "certain move"),
    "all_moves": Both("alle Wechsel", "all moves"),
    "chance": Both("Chance je Takt", "chance per cycle"),
    "alone": Both("Chance, wenn es nur diesen Wechsel gäbe", "chance if nothing competed"),
    "ratio": Both("Verhältnis ({path})", "ratio ({path})"),
    "under_effect": Both("unter der Wirkung", "under the effect"),
    "chance_now": Both("Chance je Takt unter der Wirkung", "chance per cycle under the effect"),
    "left_after": Both("bleibt nach Stufe {stage}", "left after stage {stage}"),
    "ways": Both("Wege zwischen den Spalten der Kohorten", "Ways between the columns of the cohorts"),
    "cohort": Both("Kohorte {strategy}", "Cohort {strategy}"),
    "cohort_note": Both(
        "Oben die Chancen eines Takts (von oben nach links), darunter die Fälle Takt für Takt: Ende = Anfang × Chancen, nächster Anfang = Ende + Zugänge.",
        "Above, the chances of a cycle (from the top to the left); below, the cases cycle by cycle: end = start × chances, next start = end + entries.",
    ),
    "to_from": Both("nach ↓ von →", "to ↓ from →"),
    "leaving": Both("verlassen", "leave"),
    "at_start_of": Both("Anfang\n{cell}", "Start\n{cell}"),
    "at_end_of": Both("Ende\n{cell}", "End\n{cell}"),
    "shifted": Both("Wechsel am Anfang\n{cell}", "Shift at the start\n{cell}"),
    "sum_check": Both("Prüfung: Summe Ende − Summe Anfang", "Check: sum of ends − sum of starts"),
    "counts": Both("Mengen", "Quantities"),
    "counts_note": Both(
        "Was mit Preisen malgenommen wird: Personenjahre, Aufnahmen, Wechsel, Jahre, je Strategie und Gruppe.",
        "What prices are multiplied with: person-years, enrolments, moves, years, by strategy and group.",
    ),
    "head_strategy": Both("Strategie", "Strategy"),
    "head_stratum": Both("Gruppe", "Group"),
    "from": Both("ab {start}", "from {start}"),
    "person_years": Both("Personenjahre: {states}", "Person-years: {states}"),
    "time_taking_part": Both(
        "Personenjahre der Teilnehmer: {programme}", "Person-years of participants: {programme}"
    ),
    "enrolments": Both("Aufnahmen: {programme}", "Enrolments: {programme}"),
    "crossings": Both("Wechsel: {origin} → {destination}", "Moves: {origin} → {destination}"),
    "any": Both("überall", "anywhere"),
    "active_time": Both("Jahre, in denen ein Posten läuft", "Years during which a line runs"),
    "dated": Both("Fälligkeiten", "Payments due"),
    "placements": Both("Eintritte in Unterbringung", "Entries into placement"),
    "supported": Both("Aufnahmen in Programme von »{strategy}«", "Enrolments in programmes of »{strategy}«"),
    "prices": Both("Preise", "Prices"),
    "prices_note": Both(
        "Was ein Posten je Einheit kostet (je Personenjahr, Aufnahme, Wechsel oder Jahr), und wer ihn trägt. Vorzeichen: 1 Ausgabe, −1 Einnahme.",
        "What a line costs per unit (person-year, enrolment, move or year), and who bears it. Sign: 1 cost, −1 income.",
    ),
    "head_line": Both("Posten", "Line"),
    "head_sign": Both("Vorzeichen", "Sign"),
    "head_price": Both("Preis oder Anteil", "Price or share"),
    "head_collected": Both("davon eingehend", "collected"),
    "head_adjusted": Both("Korrektur", "Correction"),
    "head_per": Both("Name in der Datei", "Name in the file"),
    "index_of": Both("Index {period}", "Index {period}"),
    "bearer_shares": Both("Wer welchen Anteil trägt", "Who bears which share"),
    "head_rule": Both("gilt für", "holds for"),
    "amounts": Both("Beträge", "Amounts"),
    "amounts_note": Both(
        "Menge × Preis, je Posten, Strategie und Gruppe, in Euro; Ausgaben positiv, Einnahmen negativ.",
        "Quantity × price, by line, strategy and group, in EUR; costs positive, income negative.",
    ),
    "amounts_values": Both(
        "Die Beträge des Laufs als Werte, in Euro; Ausgaben positiv, Einnahmen negativ.",
        "The amounts of the run as values, in EUR; costs positive, income negative.",
    ),
    "head_row": Both("Zeile", "Row"),
    "budget": Both("Haushalt", "Budget"),
    "budget_note": Both(
        "In Euro, nach dem Jahr der Leistung. Kosten: Ausgaben positiv, Einnahmen negativ. Entlastung: Kosten ohne weniger Kosten mit Programm.",
        "In EUR, by the year of the service. Costs positive, income negative. Relief: costs without less costs with the programme.",
    ),
    "head_bearer": Both("Kostenträger", "Bearer"),
    "sum": Both("Summe {first}–{last}", "Sum {first}–{last}"),
    "cost_of": Both("Kosten: {strategy}{valuation}", "Costs: {strategy}{valuation}"),
    "relief_of": Both("Entlastung: {strategy}{valuation}", "Relief: {strategy}{valuation}"),
    "cost": Both("Kosten", "Costs"),
    "relief": Both("Entlastung", "Relief"),
    "outcomes": Both("Wirkungen", "Outcomes"),
    "outcomes_note": Both(
        "Was neben dem Geld gezählt wird: Personenjahre und Eintritte, jeweils mal Gewicht.",
        "What is counted beside money: person-years and entries, each times its weight.",
    ),
    "outcomes_values": Both(
        "Was neben dem Geld gezählt wird, als Werte des Laufs.",
        "What is counted beside money, as values of the run.",
    ),
    "weight": Both("Gewicht: {cell}", "Weight: {cell}"),
    "entering": Both("Eintritte: {cell}", "Entries: {cell}"),
    "indicators": Both("Kennzahlen", "Indicators"),
    "indicators_note": Both(
        "»Formel« rechnet nach, wenn sich eine Annahme ändert; »Wert« ist der Stand der Datei und ändert sich nicht.",
        "»formula« follows when an assumption changes; »value« is as in the file and does not change.",
    ),
    "indicators_values": Both("Die Kennzahlen des Laufs als Werte.", "The indicators of the run as values."),
    "head_indicator": Both("Kennzahl", "Indicator"),
    "head_perspective": Both("Wessen Haushalt", "Whose budget"),
    "head_years": Both("Jahre", "Years"),
    "head_denominator": Both("je", "per"),
    "head_how": Both("Formel oder Wert", "Formula or value"),
    "by_formula": Both("Formel", "formula"),
    "by_run": Both("Wert", "value"),
    "for_municipality": Both("Kommune", "municipality"),
    "for_public": Both("alle öffentlichen Haushalte", "all public budgets"),
    "for_society": Both("alle Kostenträger", "all bearers"),
    "indicator_placement_person_years": Both("Personenjahre in Unterbringung", "Person-years in placement"),
    "indicator_placements": Both("Eintritte in Unterbringung", "Entries into placement"),
    "indicator_persons_in_placement_at_end": Both(
        "am Ende noch untergebracht", "Still in placement at the end"
    ),
    "indicator_would_enter_residential": Both("kämen ohne Programm ins Heim", "Would enter residential care"),
    "indicator_would_enter_foster": Both("kämen ohne Programm in Pflege", "Would enter foster care"),
    "indicator_would_enter_mother_child": Both(
        "kämen ohne Programm in Mutter-Kind-Hilfe", "Would enter mother-and-child care"
    ),
    "indicator_would_enter_ambulatory": Both(
        "bekämen ohne Programm ambulante Hilfe", "Would get ambulatory help"
    ),
    "indicator_would_enter_none": Both("bekämen ohne Programm keine Hilfe", "Would get no help"),
    "indicator_diverted_share": Both("davon vom Programm aufgenommen", "Share the programme takes in"),
    "indicator_supported_cases": Both("geförderte Fälle", "Supported cases"),
    "indicator_avoided_place_years": Both("vermiedene Platzjahre", "Avoided place-years"),
    "indicator_avoided_placements": Both("vermiedene Unterbringungen", "Avoided placements"),
    "indicator_cost": Both("Kosten", "Costs"),
    "indicator_relief": Both("Entlastung", "Relief"),
    "indicator_real_cost": Both("Kosten in Preisen des Preisjahrs", "Costs in prices of the price year"),
    "indicator_real_relief": Both(
        "Entlastung in Preisen des Preisjahrs", "Relief in prices of the price year"
    ),
    "indicator_present_value_of_cost": Both("Barwert der Kosten", "Present value of costs"),
    "indicator_present_value_of_relief": Both("Barwert der Entlastung", "Present value of relief"),
    "indicator_relief_per_supported_case": Both(
        "Entlastung je gefördertem Fall", "Relief per supported case"
    ),
    "indicator_gross_relief_per_avoided_place_year": Both(
        "Bruttoentlastung je vermiedenem Platzjahr", "Gross relief per avoided place-year"
    ),
    "indicator_programme_relief_per_avoided_place_year": Both(
        "Entlastung nach Programmkosten je vermiedenem Platzjahr",
        "Relief after programme cost per avoided place-year",
    ),
    "indicator_relief_per_avoided_place_year": Both(
        "Entlastung je vermiedenem Platzjahr", "Relief per avoided place-year"
    ),
    "indicator_gross_relief_per_avoided_case_in_year": Both(
        "Bruttoentlastung je vermiedenem Fall im Jahr", "Gross relief per avoided case in the year"
    ),
    "indicator_programme_relief_per_avoided_case_in_year": Both(
        "Entlastung nach Programmkosten je vermiedenem Fall im Jahr",
        "Relief after programme cost per avoided case in the year",
    ),
    "indicator_relief_per_avoided_case_in_year": Both(
        "Entlastung je vermiedenem Fall im Jahr", "Relief per avoided case in the year"
    ),
    "indicator_price_difference": Both("Unterschied der Preise", "Difference in prices"),
    "per_supported_case": Both(
        "geförderter Fall, über alle Jahre zusammen", "supported case, over the whole period"
    ),
    "per_avoided_place_year": Both(
        "vermiedenes Platzjahr (Belegtage / 365)", "avoided place-year (days in care / 365)"
    ),
    "per_avoided_case_in_year": Both(
        "vermiedener Fall im Jahr (Bestand am 31. Dezember + beendete, aus der mittleren Dauer umgerechnet)",
        "avoided case in the year (stock at 31 December + ended, converted with the mean stay)",
    ),
    "per_price_difference": Both(
        "Fall und Jahr (Belegtage / 365), Unterbringung weniger das, was stattdessen gegeben wird",
        "case and year (days in care / 365), placement less what is given instead",
    ),
    "per_diverted_share": Both("Fall, der sonst untergebracht würde", "case that would be placed otherwise"),
    "checks": Both("Prüfungen", "Checks"),
    "checks_note": Both(
        "0 heißt in Ordnung. Wird eine Zeile rot, ergeben die geänderten Annahmen zusammen keinen Sinn, oder in einer Formel wurde etwas überschrieben.",
        "0 means fine. Where a line turns red, the changed assumptions make no sense together, or a formula was overwritten.",
    ),
    "head_check": Both("Was nicht überschritten werden darf", "What must not be exceeded"),
    "head_found": Both("gefunden", "found"),
    "head_limit": Both("höchstens", "at most"),
    "head_state": Both("Verstöße", "violations"),
    "check_leaving": Both(
        "größte Chance, einen Zustand in einem Takt zu verlassen",
        "largest chance to leave a state in a cycle",
    ),
    "check_balance": Both(
        "größter Unterschied zwischen der Zahl der Fälle am Anfang und am Ende eines Takts",
        "largest difference between the cases at the start and the end of a cycle",
    ),
    "check_parts": Both("um so viel liegt ein Anteil unter 0", "by so much a share lies below 0"),
    "check_cases": Both(
        "um so viel liegt eine Zahl von Fällen unter 0", "by so much a number of cases lies below 0"
    ),
    "check_bearers": Both(
        "um so viel verfehlen die Anteile der Kostenträger eines Postens die 100 %",
        "by so much the shares of a line's bearers miss 100 %",
    ),
    "check_fixed": Both(
        "graue Annahmen, die geändert wurden: diese Mappe folgt ihnen nicht",
        "grey assumptions that were changed: this workbook does not follow them",
    ),
    "check_sum": Both(
        "Unterschied zwischen Haushalt und Summe der Beträge: {strategy}",
        "Difference between the budget and the sum of amounts: {strategy}",
    ),
    "check_run": Both(
        "Unterschied zum Lauf des Programms, solange keine Annahme geändert ist: {strategy}",
        "Difference from the run of the program, as long as no assumption is changed: {strategy}",
    ),
    "unchecked": Both(
        "Entwurf, ungeprüft: Niemand hat die Zahlen mit den Unterlagen verglichen.",
        "Draft, unchecked: nobody has compared the figures with their documents.",
    ),
    "checked": Both(
        "Die Zahlen wurden mit den Unterlagen verglichen.", "The figures were compared with their documents."
    ),
    "values_only": Both(
        "Diese Mappe enthält Werte und rechnet nicht nach: {reason}. Das kann nur das Programm rechnen.",
        "This workbook holds values and does not recalculate: {reason}. Only the program can compute that.",
    ),
    "first_numbers": Both("Ergebnis (rechnet nach)", "Result (recalculates)"),
    "sign": Both(
        "Vorzeichen der Euro-Beträge auf diesem Blatt (1: Entlastung ist positiv, −1: weniger Ausgaben sind negativ)",
        "Sign of the amounts on this sheet (1: relief is positive, −1: less spending is negative)",
    ),
    "sign_choice": Both("Hier steht 1 oder −1.", "Enter 1 or −1."),
    "state_of_workbook": Both("Stand dieser Mappe", "State of this workbook"),
    "changed_numbers": Both("Annahmen, die von der Datei abweichen", "Assumptions that differ from the file"),
    "failed_checks": Both("Prüfungen, die nicht bestanden sind", "Checks that fail"),
    "as_in_file": Both(
        "Der Bericht zum Stand der Datei (Text, rechnet nicht nach)",
        "The report as the file stands (text, does not recalculate)",
    ),
    "colours": Both("Farben", "Colours"),
    "colour_input": Both("Zahl, die geändert werden darf", "Number that may be changed"),
    "colour_fixed": Both("Zahl, die feststeht", "Number that is fixed"),
    "sheets": Both("Blätter", "Sheets"),
    "sources": Both("Quellen", "Sources"),
    "sources_note": Both(
        "Woher die Zahlen kommen, und womit sich der Lauf wiederholen lässt.",
        "Where the numbers come from, and what makes the run repeatable.",
    ),
    "head_id": Both("Name", "Name"),
    "head_url": Both("Adresse", "Address"),
    "protocol": Both("Protokoll", "Protocol"),
    "page": Both("Seite", "Page"),
    "of_pages": Both("von", "of"),
}
