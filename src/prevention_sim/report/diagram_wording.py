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
