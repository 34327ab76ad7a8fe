"""The words of a flow diagram, in German and English."""

from typing import Final

from prevention_sim.foundation.languages import Both, Language

WORDS: Final[dict[str, Both]] = {
    "arrivals": Both("neu: {amount} im Jahr", "new: {amount} a year"),
    "intake": Both("{month}: {amount}", "{month}: {amount}"),
    "stock": Both("am Anfang {amount}", "{amount} at the start"),
    "per_year": Both("{count} im Jahr", "{count} a year"),
    "mean": Both("im Mittel {months}", "{months} on average"),
    "of_hundred": Both("{count} von 100", "{count} of 100"),
    "then": Both("{mean}, dann {share}", "{mean}, then {share}"),
    "after": Both("{count} von {seen}", "{count} of {seen}"),
    "later": Both("{period} später", "{period} later"),
    "only": Both("(nur {strata})", "({strata} only)"),
    "programme": Both("Programm", "programme"),
    "takes": Both("{programme}: {count} von 100", "{programme}: {count} of 100"),
    "instead": Both("statt {origin}", "instead of {origin}"),
    "at_start": Both("einmalig beim Start", "once, at the start"),
    "takes_entries": Both("{programme} nimmt {count} von 100 auf", "{programme} takes in {count} of 100"),
    "takes_stock": Both(
        "{programme} nimmt beim Start {count} von 100 auf", "{programme} takes in {count} of 100 at the start"
    ),
    "takes_present": Both("{programme} nimmt nach und nach auf", "{programme} takes in little by little"),
    "hazard_ratio": Both("{programme}: Tempo {ratio}", "{programme}: pace {ratio}"),
    "risk_ratio": Both("{programme}: Risiko {ratio}", "{programme}: risk {ratio}"),
    "odds_ratio": Both("{programme}: Chancen {ratio}", "{programme}: odds {ratio}"),
    "while_waiting": Both("{mark} (beim Warten)", "{mark} (while waiting)"),
    "other_stay": Both("{programme}: im Mittel {mean}", "{programme}: {mean} on average"),
    "entry": Both("{programme}: {ratio}", "{programme}: {ratio}"),
    "diverts_move": Both("{programme}: {count} von 100 zu {state}", "{programme}: {count} of 100 to {state}"),
    "times": Both("× {ratio}", "× {ratio}"),
    "by_case": Both("je nach Fall", "by case"),
    "by_stay": Both("je nach Dauer", "by length of stay"),
    "acting": Both("{box}: {marks}.", "{box}: {marks}."),
    "legend_mark": Both(
        "wen ein Programm aufnimmt (im Kasten), was es für sie ändert (am Pfeil)",
        "whom a programme takes in (in a box), what it changes for them (on an arrow)",
    ),
    "flow": Both("{origin} → {destination}: {label}", "{origin} → {destination}: {label}"),
    "described": Both(
        "Flussbild. Kästen sind Hilfen und Lagen, Pfeile sind Wechsel. {flows}",
        "Flow diagram. Boxes are forms of help and situations, arrows are moves. {flows}",
    ),
    "legend_move": Both(
        "wie Fälle sich bewegen, mit mittlerer Dauer oder Anteil im Jahr",
        "how cases move, with mean stay or chance a year",
    ),
    "legend_diverted": Both("wen das Programm aufnimmt", "whom the programme takes in"),
    "legend_programme": Both("wen »{programme}« aufnimmt", "whom “{programme}” takes in"),
    "legend_placement": Both("Unterbringung, die vermieden werden soll", "placement that is to be avoided"),
}


def tell(language: Language, key: str, **fields: str | int) -> str:
    """A text with its fields filled in."""
    return WORDS[key].told(language).format(**fields)
