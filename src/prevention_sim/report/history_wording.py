"""What `prevsim history` says, in German and English."""

from typing import Final

from prevention_sim.foundation.languages import Both, Language

WORDS: Final[dict[str, Both]] = {
    # who comes
    "everybody": Both(
        "Im Durchlauf {replication} mit der Startzahl {seed} sind es {count} {cases}:",
        "In replication {replication} of the seed {seed} there are {count} {cases}:",
    ),
    "everybody_one": Both(
        "Im Durchlauf {replication} mit der Startzahl {seed} ist es {case}:",
        "In replication {replication} of the seed {seed} there is {case}:",
    ),
    "stream": Both("Zugang", "Stream"),
    "stratum": Both("Gruppe", "Stratum"),
    "count": Both("Anzahl", "Number"),
    "first": Both("die ersten", "the first"),
    "ask": Both(
        "Den Weg eines Falls zeigt: prevsim history {file} --person {person}",
        "The path of one is shown by: prevsim history {file} --person {person}",
    ),
    "nobody": Both(
        "Im Durchlauf {replication} mit der Startzahl {seed} kommt niemand.",
        "In replication {replication} of the seed {seed} nobody comes.",
    ),
    # who it is
    "comes": Both(
        "{case} {ordinal} von {among} im {month} ({stream}{stratum})",
        "{case} {ordinal} of {among} in {month} ({stream}{stratum})",
    ),
    "was_there": Both(
        "{case} {ordinal} von {among}, am Anfang schon da ({stream}{stratum})",
        "{case} {ordinal} of {among}, there already at the start ({stream}{stratum})",
    ),
    "stream_arrivals": Both("Zugang »{name}«", "stream “{name}”"),
    "stream_intake": Both("Zugang »{name}«", "stream “{name}”"),
    "stream_stock": Both("Bestand »{name}«", "stock “{name}”"),
    "of_stratum": Both(", Gruppe »{title}«", ", stratum “{title}”"),
    "luck": Both(
        "Durchlauf {replication}, Startzahl {seed}: derselbe Zufall in jeder Strategie.",
        "Replication {replication}, seed {seed}: the same luck in every strategy.",
    ),
    # what happens
    "when": Both("Monat", "Month"),
    "when_days": Both("Tag", "Day"),
    "is_in": Both("ist in »{state}«", "is in “{state}”"),
    "enters": Both("kommt in »{state}«", "enters “{state}”"),
    "moves": Both("wechselt in »{state}«", "moves to “{state}”"),
    "joins": Both("nimmt an »{programme}« teil", "takes part in “{programme}”"),
    "leaves": Both("Teilnahme an »{programme}« endet", "ceases to take part in “{programme}”"),
    "stays_away": Both("kommt nicht", "does not come"),
    "at_end": Both("am Ende", "at the end"),
    "ends_in": Both("in »{state}«", "in “{state}”"),
    "no_prediction": Both(
        "Ein einzelner Verlauf zeigt, wie gerechnet wird. Was das Programm bewirkt, sagen nur die Mittelwerte über viele.",
        "A single path shows how it is computed. What the programme does, only the means over many tell.",
    ),
}


def tell(language: Language, key: str, **fields: str | int) -> str:
    """A text with its fields filled in."""
    return WORDS[key].told(language).format(**fields)
