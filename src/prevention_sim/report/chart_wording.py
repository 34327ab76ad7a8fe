"""The words of charts, in German and English."""

from typing import Final

from prevention_sim.foundation.languages import Both, Language

WORDS: Final[dict[str, Both]] = {
    "alt": Both("{kind}: {title}. {reading}", "{kind}: {title}. {reading}"),
    "bars": Both("Balkendiagramm", "Bar chart"),
    "steps": Both("Wasserfalldiagramm", "Waterfall chart"),
    "line": Both("Liniendiagramm", "Line chart"),
    "lines": Both("Liniendiagramme", "Line charts"),
    "amount": Both("{amount} {unit}", "{amount} {unit}"),
    "more": Both("{amount} mehr", "{amount} more"),
    "less": Both("{amount} weniger", "{amount} less"),
    "the_same": Both("gleich viel", "the same"),
    "year": Both("Jahr", "year"),
    "sum": Both("Summe", "total"),
    "relief": Both("Entlastung", "relief"),
    "budget_title": Both("Kosten je Jahr in {unit} ({payer})", "Cost per year in {unit} ({payer})"),
    "budget_reading": Both(
        "Über {years} kostet »{comparator}« {without} und »{strategy}« {with_programme}: {difference}.",
        "Over {years}, “{comparator}” costs {without} and “{strategy}” {with_programme}: {difference}.",
    ),
    "budget_reading_single": Both(
        "Über {years} kostet »{strategy}« {with_programme}.",
        "Over {years}, “{strategy}” costs {with_programme}.",
    ),
    "step": Both("Schritt", "step"),
    "waterfall_reading": Both(
        "Der größte Posten ist »{gross}« mit {amount}; es bleiben {net}.",
        "The largest item is “{gross}” with {amount}; {net} remain.",
    ),
    "waterfall_reading_burden": Both(
        "Der größte Posten ist »{gross}« mit {amount}; am Ende steht eine Mehrbelastung von {net}.",
        "The largest item is “{gross}” with {amount}; in the end there is an extra burden of {net}.",
    ),
    "payback_title": Both(
        "Aufgelaufene Entlastung in {unit} ({payer})", "Cumulated relief in {unit} ({payer})"
    ),
    "payback_reading": Both(
        "Bis Ende {year} sind {amount} zusammengekommen. {payback}",
        "By the end of {year}, {amount} have come together. {payback}",
    ),
    "cumulated": Both("aufgelaufen", "cumulated"),
    "in_the_year": Both("im Jahr", "in the year"),
    "end_of": Both("Ende {year}", "end of {year}"),
    "bearers_title": Both(
        "Wer entlastet wird und wer mehr trägt, {years}, in {unit}",
        "Who is relieved and who bears more, {years}, in {unit}",
    ),
    "bearer_amount": Both("{bearer} {amount}", "{bearer} {amount}"),
    "bearers_relieved": Both("Entlastung: {parts}.", "Relief: {parts}."),
    "bearers_burdened": Both("Mehrbelastung: {parts}.", "Extra burden: {parts}."),
    "bearers_sum": Both("Zusammen: {amount}.", "Together: {amount}."),
    "bearer": Both("Kostenträger", "bearer"),
    "waiting_title": Both("Wie viele auf einen Platz warten", "How many wait for a place"),
    "waiting_reading": Both(
        "Am meisten wird auf »{limit}« gewartet; {year} warten im Mittel {waiting}.",
        "Most wait for “{limit}”; in {year} {waiting} wait on average.",
    ),
    "limit": Both("Plätze in", "places in"),
    "posts": Both("Stellen", "posts"),
    "posts_title": Both("Stellen, Entlastung und Warteliste", "Posts, relief and waiting list"),
    "posts_relief": Both("Entlastung in {unit}", "relief in {unit}"),
    "posts_waiting": Both("wartend", "waiting"),
    "caseload_title": Both(
        "Wo die Fälle im Jahresmittel sind (Zählweise: Platzjahre)",
        "Where the cases are on an average day (counting rule: place-years)",
    ),
    "caseload_reading": Both(
        "Im Jahr {year} sind im Mittel {with_programme} statt {without} {cases} in »{state}«.",
        "In {year}, {with_programme} instead of {without} {cases} are in “{state}” on average.",
    ),
    "caseload_reading_same": Both(
        "Im Jahr {year} sind im Mittel {without} {cases} in »{state}«, mit wie ohne Maßnahme.",
        "In {year}, {without} {cases} are in “{state}” on average, with the measure as without it.",
    ),
    "caseload_reading_single": Both(
        "Im Jahr {year} sind im Mittel {without} {cases} in »{state}«.",
        "In {year}, {without} {cases} are in “{state}” on average.",
    ),
    "state": Both("Lage", "state"),
    "strategy": Both("Strategie", "strategy"),
    "bridge_reading": Both(
        "Von {last} ({last_name}) auf {forecast} ({forecast_name}).",
        "From {last} ({last_name}) to {forecast} ({forecast_name}).",
    ),
    "note": Both("Anmerkung", "note"),
    "missing": Both(
        "Die Bilder fehlen, weil die Erweiterung »report« nicht installiert ist; die Tabellen enthalten alle Zahlen. "
        'So wird sie installiert: python -m pip install "prevention-sim[report]"',
        "The pictures are missing because the extra “report” is not installed; the tables hold every number. "
        'Install it with: python -m pip install "prevention-sim[report]"',
    ),
}


def tell(language: Language, key: str, **fields: str | int) -> str:
    """A text with its fields filled in."""
    return WORDS[key].told(language).format(**fields)
