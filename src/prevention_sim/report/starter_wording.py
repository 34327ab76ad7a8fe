"""What `prevsim init` says, and the page it leaves beside a copied example."""

from typing import Final

from prevention_sim.foundation.languages import Both

README: Final = Both(
    de="""\
{title}
{rule}

In diesem Ordner liegen:

  {scenario}
      die Szenariodatei: ein vollständiges, lauffähiges Beispiel
  {schema}
      das Schema: damit ergänzt und erklärt ein Editor jede Zeile der Szenariodatei
  README.txt
      diese Seite

Was man damit tut, im Terminal und in diesem Ordner:

  prevsim validate {scenario}
      sagt, was in der Datei falsch oder zweifelhaft ist, und in welcher Zeile
  prevsim explain {scenario}
      liest die Datei in ganzen Sätzen vor: so prüft man sie Zeile für Zeile
  prevsim diagram {scenario} -o bild.svg
      zeichnet, wie die Fälle sich bewegen und wo das Programm eingreift
  prevsim run {scenario}
      rechnet und zeigt, was das Programm bringt, wem und wann

Die Zahlen des Beispiels sind Platzhalter, bis jemand sie ersetzt: In der Szenariodatei steht bei jeder Zahl, woher
sie kommt (source). »assumption« heißt Annahme. Wer eine Zahl ändert, nennt unter »sources« die Unterlage dazu.
Ist alles verglichen, trägt man unter »checked« ein, wer es war und wann; bis dahin steht »ungeprüft« auf jedem Bericht.

Schreibweise: Einheiten englisch (EUR/month, cases/year, months), Tausender mit Leerzeichen (5 100 EUR/month),
Dezimalpunkt. Texte und Titel dürfen deutsch sein.
""",
    en="""\
{title}
{rule}

In this folder:

  {scenario}
      the scenario file: a complete example that runs
  {schema}
      the schema: with it, an editor completes and explains every line of the scenario file
  README.txt
      this page

What to do with them, in a terminal and in this folder:

  prevsim validate {scenario}
      says what in the file is wrong or doubtful, and in which line
  prevsim explain {scenario}
      reads the file back in whole sentences, to be checked line by line
  prevsim diagram {scenario} -o picture.svg
      draws how cases move and where the programme acts
  prevsim run {scenario}
      computes what the programme brings, for whom and when

The example's numbers are placeholders until somebody replaces them: beside each number the scenario file says where it
comes from (source). Whoever changes a number names the document under “sources”. When everything has been compared,
enter under “checked” who did it and when; until then every report says “unchecked”.

How to write: numbers with their unit (5 100 EUR/month, 30 cases/year, 21 months), spaces between thousands, a decimal
point.
""",
)

CREATED: Final = Both(
    de="Angelegt in {folder}: {files}. Weiter mit: prevsim explain {scenario}",
    en="Created in {folder}: {files}. Next: prevsim explain {scenario}",
)
UNKNOWN: Final = Both(
    de="Ein Beispiel »{name}« gibt es nicht. Es gibt:",
    en="There is no example “{name}”. There are:",
)
IN_THE_WAY: Final = Both(
    de="Nichts angelegt: {files} gibt es in {folder} schon, und es wird nie etwas überschrieben.",
    en="Nothing created: {files} exists in {folder} already, and nothing is ever overwritten.",
)
NO_FOLDER: Final = Both(
    de="Nichts angelegt: In {folder} kann nicht geschrieben werden ({reason}).",
    en="Nothing created: {folder} cannot be written to ({reason}).",
)
