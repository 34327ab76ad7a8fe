"""Broken files: edits of the small file, each with its place, its code and what is said in both languages."""

from tests.corpus.capacities import BROKEN_QUEUES, DOUBTFUL_QUEUES
from tests.corpus.case import Case
from tests.corpus.programmes import BROKEN_PROGRAMMES
from tests.corpus.ranges import BROKEN_RANGES
from tests.unit.scenario.minimal import MINIMAL
from tests.unit.scenario.minimal import TABLE as TABLE_FILE

GROUPS = MINIMAL[MINIMAL.index("strata:\n") : MINIMAL.index("stays:\n")]
ASKED = """states:
  heim: {title: Heim, tags: [placement], setting: residential}
  pflege: {title: Pflege, setting: foster}
  hilfe: {title: ambulante Hilfe, setting: ambulatory}
  ende: {title: beendet}
caseload:
  arrivals:
    neue: {value: 30 cases/year}
without:
  heim: {share: 60 %}
  hilfe: {share: rest}
"""
"""The strata of the small file and the streams into them, and a question that takes their place."""

OBSERVED = (
    "observed:\n  anderswo: {{title: Anderswo, years: 2010–2012, gross: {gross}, net: 10 EUR/year}}\n"
    "expect:\n"
)

CHAIN = "".join(f"  p{step}: p{step + 1}\n" for step in range(1, 2_000)) + "  p2000: 1 %\n"

ONE_STEP = MINIMAL[MINIMAL.index("time:\n") : MINIMAL.index("stays:\n")]
ONE_STEP_CHANGED = (
    ONE_STEP[: ONE_STEP.index("  intake:\n")]
    .replace("{", "{{")
    .replace("}", "}}")
    .replace(
        "  years: 2\n  cycle: quarter\n", "  years: 1\n  cycle: year\nconventions:\n  counting: {counting}\n"
    )
)
"""The small file from its time to its caseload, and the same with one step and nobody who comes later."""
LONG_STAY = "stays:\n  heim:\n    mean: 21 months\n"
"""What follows."""

REFUND = "income:\n  uma: {kind: refund, title: UMA, of: %s, share: 80 %%, from: land}\n"

MOVES = MINIMAL[MINIMAL.index("stays:\n") : MINIMAL.index("costs:\n")]
TABLE = "tables:\n  tafel: {file: tafel.csv, source: amt}\n"
"""What a matrix takes the place of in the small file, and a table that is all its figures."""


def matrix(rows: str, more: str = "") -> str:
    """A matrix over one year in place of all moves of the small file."""
    return f"matrix:\n  period: 1 year\n  rows:\n{rows}{more}"


def in_table(content: str, code: str, en: str, de: str, declared: str = TABLE) -> Case:
    """A table beside the small file that has the problem itself."""
    return Case("", declared, code, en, de, table=content)


NEW = "    neue:\n      value: 30 cases/year\n"
"""The stream of the small file that numbers of chance are about."""

BROKEN = {
    "more variation than by chance, but not how much": Case(
        NEW,
        f"{NEW}      varies: ▸negative_binomial\n",
        "E394",
        "needs a »dispersion«",
        "braucht eine »dispersion«",
    ),
    "a dispersion of pure chance": Case(
        NEW,
        f"{NEW}      ▸dispersion: 1.5\n",
        "E394",
        "only goes with »varies: negative_binomial«",
        "gibt es nur zu »varies: negative_binomial«",
    ),
    "a dispersion of a fixed number": Case(
        "      at: 2020-07\n",
        "      at: 2020-07\n      varies: fixed\n      ▸dispersion: 1.5\n",
        "E394",
        "only goes with",
        "gibt es nur zu",
    ),
    "less variation than by chance": Case(
        NEW,
        f"{NEW}      varies: negative_binomial\n      dispersion: ▸0.8\n",
        "E394",
        "at least 1, not 0.8",
        "mindestens 1; hier steht 0.8",
    ),
    "a law of numbers that does not exist": Case(
        NEW, f"{NEW}      varies: ▸normal\n", "E113", "negative_binomial", "negative_binomial"
    ),
    "no replication": Case("", "uncertainty: {replications: ▸0}\n", "E395", "not 0", "hier stehen 0"),
    "more replications than anybody waits for": Case(
        "", "uncertainty: {replications: ▸100001}\n", "E395", "between 1 and 100000", "1 bis 100000"
    ),
    "seed below nothing": Case("", "uncertainty: {seed: ▸-1}\n", "E395", "not -1", "hier steht -1"),
    "seed of more than 64 bits": Case(
        "",
        "uncertainty: {seed: ▸18446744073709551616}\n",
        "E395",
        "from 0 to 18446744073709551615",
        "von 0 bis 18446744073709551615",
    ),
    "seed that is no number": Case("", "uncertainty: {seed: ▸heute}\n", "E117", "heute", "heute"),
    "engine that does not exist": Case("", "engine: ▸personen\n", "E113", "cohort", "cohort"),
    "less than no help": Case(
        "    title: ambulante Hilfe\n",
        "    title: ambulante Hilfe\n    intensity: ▸-1\n",
        "E396",
        "the rank -1",
        "die Stufe -1",
    ),
    "a former id that is still in use": Case(
        NEW, f"    weitere: {{value: 5 cases/year, into: heim, was: ▸neue}}\n{NEW}", "E397", "neue", "neue"
    ),
    "a former id of two groups": Case(
        "    title: hoch belastet\n    share: anteil\n  niedrig:\n",
        "    title: hoch belastet\n    was: alle\n    share: anteil\n  niedrig:\n    was: ▸alle\n",
        "E397",
        "»alle« still belongs to strata.hoch",
        "an strata.hoch",
    ),
    "counts without their period": Case(
        "    mean: 21 months\n    to: {ende: 70 %, hilfe: rest}\n    source: amt\n  hilfe:",
        "    counts: {ende: 70, heim: 30}\n    source: amt\n  hilfe:",
        "E112",
        "»over« is missing",
        "»over« fehlt",
        (MINIMAL[: MINIMAL.index("stays:\n")].count("\n") + 2, 3),
    ),
    "counts beside targets": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    counts: {ende: 70, hilfe: 30}\n    over: 1 year\n    ▸to: {ende: 100 %}\n",
        "E321",
        "»to« stands beside »counts«",
        "»to« steht neben »counts«",
    ),
    "counts beside a rate": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    counts: {ende: 70, hilfe: 30}\n    over: 1 year\n    ▸rate: 0.2/year\n",
        "E321",
        "»rate« stands beside »counts«",
        "streichen Sie eines von beiden",
    ),
    "counts of nobody who left": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    ▸counts: {hilfe: 30}\n    over: 1 year\n",
        "E321",
        "nobody would leave",
        "so ginge niemand",
    ),
    "counts into an unknown state": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    counts: {▸endee: 70, hilfe: 30}\n    over: 1 year\n",
        "E203",
        "did you mean »ende«?",
        "meinten Sie »ende«?",
    ),
    "a count below zero": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    counts: {ende: ▸-7, hilfe: 30}\n    over: 1 year\n",
        "E322",
        "a count below zero: -7",
        "eine Anzahl unter null: -7",
    ),
    "counts of nobody": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    ▸counts: {ende: 0, hilfe: 0}\n    over: 1 year\n",
        "E322",
        "nobody was counted here",
        "hier wurde niemand gezählt",
    ),
    "a count with a unit": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    counts: {ende: ▸7 cases, hilfe: 30}\n    over: 1 year\n",
        "E216",
        "a count: 70 000",
        "eine Anzahl: 70 000",
    ),
    "a period of no whole number": Case(
        "    probability: 1/12 per month\n    to: {ende: 100 %}\n",
        "    counts: {ende: 70, hilfe: 30}\n    over: ▸1.5 years\n",
        "E320",
        "»1.5 years« is not a period",
        "»1.5 years« ist kein Zeitraum",
    ),
    "a row of a matrix that misses 100 %": Case(
        MOVES,
        matrix("    heim: {heim: 60 %, ende: 40 %}\n    ▸hilfe: {hilfe: 50 %, ende: 40 %}\n"),
        "E323",
        "the shares of the row »hilfe« add up to 90%",
        "die Anteile der Zeile »hilfe« ergeben zusammen 90 %",
    ),
    "a row of a matrix that leaves less than nothing to the rest": Case(
        MOVES,
        matrix("    ▸heim: {heim: 60 %, hilfe: 50 %, ende: rest}\n"),
        "E323",
        "the shares of the row »heim« add up to 110%",
        "die Anteile der Zeile »heim« ergeben zusammen 110 %",
    ),
    "an empty row of a matrix": Case(
        MOVES,
        matrix("    ▸heim: {}\n"),
        "E323",
        "add up to 0%",
        "ergeben zusammen 0 %",
    ),
    "a matrix into an unknown state": Case(
        MOVES,
        matrix("    heim: {heim: 60 %, ▸endee: 40 %}\n"),
        "E203",
        "did you mean »ende«?",
        "meinten Sie »ende«?",
    ),
    "a matrix without rows": Case(
        MOVES,
        "▸matrix: {period: 1 year}\n",
        "E326",
        "either »rows« or »table«",
        "entweder »rows« oder »table«",
    ),
    "a matrix of too many states": Case(
        MOVES,
        matrix("".join(f"    s{row}: {{s{row}: 100 %}}\n" for row in range(21))).replace("matrix", "▸matrix"),
        "E326",
        "the matrix has 21 states, at most 20 are possible",
        "die Matrix hat 21 Zustände, höchstens 20 sind möglich",
    ),
    "two rests in a row of a matrix": Case(
        MOVES,
        matrix("    heim: {heim: rest, ende: ▸rest}\n"),
        "E204",
        "rest",
        "rest",
    ),
    "a matrix without a generator": Case(
        MOVES,
        matrix("    heim: {heim: 90 %, hilfe: 10 %}\n    hilfe: {hilfe: 90 %, ende: 10 %}\n").replace(
            "matrix", "▸matrix"
        ),
        "E325",
        "the rate from »heim« to »ende« would have to be -0.00575 a year",
        "die nächste Matrix, die gefunden wurde, weicht um höchstens 0,531 Prozentpunkte ab; erlaubt: ende:",
    ),
    "a matrix that is no power of anything": Case(
        MOVES,
        matrix("    heim: {heim: 40 %, hilfe: 60 %}\n    hilfe: {heim: 70 %, hilfe: 30 %}\n").replace(
            "matrix", "▸matrix"
        ),
        "E325",
        "no constant rates make cases move that much",
        "So starke Wechsel kommen durch keine gleichbleibenden Raten zustande",
    ),
    "a move out of a state of the matrix": Case(
        MOVES,
        "transitions:\n  - {from: ▸ende, to: hilfe, probability: 1 %/year}\n"
        + matrix("    heim: {heim: 60 %, ende: 40 %}\n"),
        "E324",
        "»ende« is a state of the matrix and is left here once more",
        "»ende« steht in der Matrix und wird hier noch einmal verlassen",
    ),
    "a matrix in a table that is not there": Case(
        MOVES,
        "matrix: {period: 1 year, table: ▸tafl}\n" + TABLE,
        "E203",
        "did you mean »tafel«?",
        "meinten Sie »tafel«?",
        None,
        "von;heim;ende\nheim;0,6;0,4\n",
    ),
    "a matrix in a table with an unknown state": Case(
        MOVES,
        "matrix: {period: 1 year, table: ▸tafel}\n" + TABLE,
        "E203",
        "»endee«",
        "»endee«",
        None,
        "von;heim;endee\nheim;0,6;0,4\nhilfe;0,6;0,4\n",
    ),
    "a table that is not there": Case(
        "",
        "tables:\n  tafel: {file: ▸tafle.csv, source: amt}\n",
        "E330",
        "there is no file »tafle.csv«",
        "»tafle.csv« gibt es nicht",
    ),
    "a table outside the folder": Case(
        "",
        "tables:\n  tafel: {file: ▸../tafel.csv, source: amt}\n",
        "E330",
        "does not lie in the folder of the scenario file",
        "liegt nicht im Ordner der Szenariodatei",
    ),
    "a table by its whole path": Case(
        "",
        "tables:\n  tafel: {file: ▸/etc/passwd, source: amt}\n",
        "E330",
        "does not lie in the folder of the scenario file",
        "liegt nicht im Ordner der Szenariodatei",
    ),
    "a table that is a folder": Case(
        "", "tables:\n  tafel: {file: ▸., source: amt}\n", "E330", "is not a file", "ist keine Datei"
    ),
    "a table without a source": Case(
        "",
        "tables:\n  ▸tafel: {file: tafel.csv}\n",
        "E112",
        "»source« is missing",
        "»source« fehlt",
    ),
    "an unknown way to write a table": Case(
        "",
        "tables:\n  tafel: {file: tafel.csv, source: amt, encoding: ▸latin1}\n",
        "E113",
        "»latin1« is unknown here",
        "erlaubt: utf-8, utf-8-sig, cp1252",
        None,
        "alter;anteil\n0;0,5\n",
    ),
    "a ragged row": in_table(
        "alter;anteil\n0;0,5;▸0,6\n", "E333", "this row has 3 cells", "diese Zeile hat 3 Zellen"
    ),
    "a short row": in_table(
        "alter;anteil\n▸0\n", "E333", "this row has 1 cells, the first line has 2", "die erste hat 2"
    ),
    "a key that stands twice": in_table(
        "zustand;anteil\nheim;1\n▸heim;0,6\n",
        "E334",
        "the key »heim« stands already in line 2",
        "den Schlüssel »heim« gibt es schon in Zeile 2",
    ),
    "a gap between ages": in_table(
        "alter;anteil\n0;0,5\n▸2;0,6\n",
        "E334",
        "0 is followed by 2; 1 is missing",
        "auf 0 folgt 2; 1 fehlt",
    ),
    "an age among states": in_table(
        "alter;anteil\nheim;0,5\n▸2;0,6\n", "E334", "another kind of key", "ein anderer Schlüssel als »heim«"
    ),
    "a key that is a sentence": in_table(
        "alter;anteil\n▸100 und älter;0,5\n", "E334", "cannot be a key", "kann kein Schlüssel sein"
    ),
    "a decimal point in a German table": in_table(
        "alter;anteil\n0;0,5\n1;▸0.001\n",
        "E335",
        'write 0,001, or »decimal: "."« for the whole table',
        "»0.001« hat ».« als Dezimalzeichen",
    ),
    "a decimal comma in an English table": in_table(
        "alter;anteil\n0;▸0,5\n",
        "E335",
        "»0,5« has »,« as its decimal mark",
        'schreiben Sie 0.5, oder »decimal: ","« für die ganze Tabelle',
        TABLE.replace("source", 'decimal: ".", source'),
    ),
    "a number with two readings in a table": in_table(
        "alter;anteil\n0;▸1.234\n",
        "E335",
        "»1.234« is ambiguous: 1234 or 1,234",
        "»1.234« ist mehrdeutig: 1234 oder 1,234",
    ),
    "thousands in a table": in_table(
        "alter;anteil\n0;▸1 234,5\n",
        "E335",
        "without marks between thousands: 1234,5",
        "ohne Trennung der Tausender: 1234,5",
    ),
    "a word in a table": in_table(
        "alter;anteil\n0;▸k. A.\n", "E335", "»k. A.« is not a number", "»k. A.« ist keine Zahl"
    ),
    "an empty cell": in_table("alter;anteil\n0;▸\n", "E335", "the cell is empty", "die Zelle ist leer"),
    "a heading that is no id": in_table(
        "alter;▸Männer\n0;1\n", "E332", "cannot be the name of a column", "kann keine Spalte heißen"
    ),
    "a heading that stands twice": in_table(
        "alter;m;▸m\n0;1;2\n", "E332", "two columns »m«", "die Spalte »m« gibt es zweimal"
    ),
    "a column that is missing": in_table(
        "▸alter;maenner\n0;1\n",
        "E332",
        "there is no column »maennlich«",
        "eine Spalte »maennlich« gibt es nicht; meinten Sie »maenner«? erlaubt: maenner",
        TABLE.replace("source", "columns: [maennlich], source"),
    ),
    "a table without rows": in_table(
        "▸alter;m\n", "E332", "no row below the columns", "unter den Spalten steht keine Zeile"
    ),
    "another delimiter": in_table(
        "▸alter,m\n0,1\n", "E332", 'did you mean »delimiter: ","«?', 'meinten Sie »delimiter: ","«?'
    ),
    "quotes that stay open": in_table(
        'alter;m\n▸"0;1\n',
        "E336",
        "the quotes of this line do not match",
        "stimmen die Anführungszeichen nicht",
    ),
    "a table with a byte order mark": in_table(
        "▸\N{BYTE ORDER MARK}alter;m\n0;1\n", "E331", "encoding: utf-8-sig", "Bytereihenfolge-Marke"
    ),
    "a table of another encoding": Case(
        "",
        TABLE,
        "E331",
        "(byte FC)",
        "Excel schreibt oft »encoding: cp1252«",
        (1, 2),
        "für;m\n0;1\n".encode("cp1252"),
        TABLE_FILE,
    ),
    "UTF-8 read as cp1252": Case(
        "",
        TABLE.replace("source", "encoding: cp1252, source"),
        "E331",
        "the file is written in UTF-8",
        "die Datei ist in UTF-8 geschrieben",
        (1, 1),
        "für;m\n0;1\n".encode(),
        TABLE_FILE,
    ),
    "a table that is too large": Case(
        "",
        TABLE.replace("tafel.csv", "▸tafel.csv"),
        "E330",
        "larger than 1 000 000 bytes",
        "größer als 1 000 000 Bytes",
        None,
        b"0" * 1_000_001,
    ),
    "a table with too many rows": in_table(
        "jahr;m\n" + "".join(f"{row};1\n" for row in range(9999)) + "a;1\n▸b;1\n",
        "E333",
        "more than 10000 rows",
        "mehr als 10000 Zeilen",
    ),
    "unknown key": Case(
        "  years: 2", "  ▸jahre: 2\n  years: 2", "E111", "unknown field »jahre«", "unbekanntes Feld »jahre«"
    ),
    "unknown key deep inside": Case(
        "state: heim\n", "state: heim\n    ▸statee: heim\n", "E111", "»statee«", "unbekanntes Feld »statee«"
    ),
    "unknown key after an umlaut": Case(
        "{de: Heim, en: residential care}",
        "{de: Häuser für Ältere, en: home, ▸fr: foyer}",
        "E111",
        "»fr«",
        "unbekanntes Feld »fr«",
    ),
    "decimal comma inside braces": Case(
        "{value: 1 %/year, source: assumption}",
        "{value: ▸1,5 %/year, source: assumption}",
        "E104",
        "the comma in »1,5 %/year« separates fields here",
        "das Komma in »1,5 %/year« trennt hier Felder",
    ),
    "missing field": Case(
        "niedrig:\n    title: übrige\n    share: rest",
        "▸niedrig:\n    title: übrige",
        "E112",
        "»share« is missing",
        "»share« fehlt",
    ),
    "missing field of the file": Case(
        "comparator: ohne\n", "", "E112", "»comparator« is missing", "»comparator« fehlt", (1, 1)
    ),
    "missing field in a list": Case(
        "  - from: ende\n    to: hilfe\n", "  - ▸from: ende\n", "E112", "»to« is missing", "»to« fehlt"
    ),
    "missing month beside a value": Case(
        "gruppe:\n      value: 10 cases\n      at: 2020-07\n",
        "▸gruppe:\n      value: 10 cases\n",
        "E112",
        "»at« is missing",
        "»at« fehlt",
    ),
    "missing value": Case(
        "share: 50 %", "▸share: {source: amt}", "E112", "»value« is missing", "»value« fehlt"
    ),
    "missing kind": Case(
        "entgelt:\n    kind: per_case\n", "▸entgelt:\n", "E112", "»kind« is missing", "»kind« fehlt"
    ),
    "empty cost line": Case(
        "bearers:\n", "  ▸leer: {}\nbearers:\n", "E112", "»kind« is missing", "»kind« fehlt"
    ),
    "unknown kind": Case(
        "kind: fixed", "kind: ▸fix", "E113", "»fix« is unknown here", "»fix« ist hier unbekannt"
    ),
    "unknown word": Case(
        "unit: child", "unit: ▸kid", "E113", "»kid« is unknown here", "»kid« ist hier unbekannt"
    ),
    "newer format": Case(
        "format: prevention_sim/1",
        "format: ▸prevention_sim/9",
        "E118",
        "this program cannot read the file format »prevention_sim/9«",
        "das Dateiformat »prevention_sim/9« kann dieses Programm nicht lesen",
    ),
    "number with two readings": Case(
        "value: 40 000 EUR/year",
        "value: ▸40.000 EUR/year",
        "E103",
        "40 000 EUR/year or 40.0 EUR",
        "»40.000 EUR/year« ist mehrdeutig",
    ),
    "number with two readings in a long form": Case(
        "{value: 40 EUR/hour",
        "{value: ▸40.000 EUR/hour",
        "E103",
        "ambiguous",
        "»40.000 EUR/hour« ist mehrdeutig",
    ),
    "number with two readings in a share": Case(
        "share: rest", "share: ▸50.000", "E103", "ambiguous", "»50.000« ist mehrdeutig"
    ),
    "number with two readings in a price": Case(
        "10 hours/month at 48.50 EUR/hour",
        "▸10 hours/month at 48.500 EUR/hour",
        "E103",
        "»48.500 EUR/hour« is ambiguous",
        "»48.500 EUR/hour« ist mehrdeutig",
    ),
    "unknown unit after an umlaut": Case(
        "{value: 1 %/year, source: assumption}",
        "{note: für später, value: ▸1 %/jahr}",
        "E120",
        "unit »%/jahr«",
        "die Einheit »%/jahr« in »1 %/jahr« ist unbekannt",
    ),
    "no number": Case(
        "mean: 21 months",
        "mean: ▸lang und breit",
        "E122",
        "neither a number with a unit nor a formula",
        "»lang und breit« ist weder eine Zahl mit Einheit noch eine Formel",
    ),
    "not a number": Case(
        "mean: 21 months",
        "mean: ▸.nan",
        "E123",
        "».nan« is not a finite number",
        "».nan« ist keine endliche Zahl",
    ),
    "huge number": Case(
        "mean: 21 months", "mean: ▸1.0e+400", "E123", "too large", "eine Zahl der Formel ist zu groß"
    ),
    "very long number": Case(
        "mean: 21 months",
        "mean: ▸99999999999999999999999999999999999999999 months",
        "E127",
        "at most 40 characters",
        "eine Zahl hat höchstens 40 Zeichen",
    ),
    "zero below the line": Case(
        "1/12 per month",
        "▸1/0 per month",
        "E126",
        "0 below the line",
        "unter dem Bruchstrich kann keine 0 stehen",
    ),
    "huge divisor": Case(
        "1/12 per month",
        f"▸1/{'9' * 400} per month",
        "E126",
        "at most 9 digits",
        "unter dem Bruchstrich steht eine ganze Zahl mit höchstens 9 Stellen",
    ),
    "formula that would run": Case(
        "share: anteil",
        "share: ▸__import__('os').system('id')",
        "E140",
        "not allowed in a formula",
        "»__import__('os').system('id')« ist in einer Formel nicht erlaubt; erl",
    ),
    "list for a number": Case(
        "mean: 21 months",
        "mean: ▸[21 months]",
        "E110",
        "a section is expected",
        "hier wird ein Abschnitt erwartet",
    ),
    "section for a text": Case(
        "municipality: 05711000",
        "municipality: ▸{key: 5}",
        "E110",
        "a text is expected",
        "hier wird ein Text erwartet",
    ),
    "text for a section": Case(
        "comparator: ohne\n",
        "comparator: ohne\nincome: ▸none\n",
        "E110",
        "a section is expected",
        "hier wird ein Abschnitt erwartet",
    ),
    "text for a list": Case(
        "tags: [placement]", "tags: ▸placement", "E110", "a list is expected", "hier wird eine Liste erwartet"
    ),
    "half a month": Case(
        "at: 2020-07", "at: ▸2020-07-15", "E116", "is not a month", "»2020-07-15« ist kein Monat"
    ),
    "half a year": Case(
        "years: 2", "years: ▸2.5", "E117", "is not a whole number", "»2.5« ist keine ganze Zahl"
    ),
    "id with a capital": Case(
        "hilfe:\n    title: ambulante",
        "▸Hilfe:\n    title: ambulante",
        "E115",
        "an id has small letters",
        "»Hilfe« ist kein Kurzname",
    ),
    "reference with a capital": Case(
        "{hoch: heim,", "{hoch: ▸Heim,", "E115", "an id has small letters", "»Heim« ist kein Kurzname"
    ),
    "key twice": Case(
        "comparator: ohne\n",
        "comparator: ohne\n▸comparator: mit\n",
        "E102",
        "»comparator« stands twice",
        "»comparator« steht zweimal, in den Zeilen 106 und 107",
    ),
    "anchor": Case(
        "comparator: ohne",
        "comparator: ▸&a ohne",
        "E107",
        "anchors and aliases",
        "Anker und Verweise (& und *) sind nicht erlaubt",
    ),
    "alias": Case(
        "comparator: ohne",
        "comparator: ▸*a",
        "E107",
        "anchors and aliases",
        "Anker und Verweise (& und *) sind nicht erlaubt",
    ),
    "merge key": Case(
        "comparator: ohne",
        "▸<<: {a: b}\ncomparator: ohne",
        "E107",
        "merge keys",
        "Übernahmen (<<) sind nicht erlaubt",
    ),
    "tag": Case(
        "comparator: ohne",
        "comparator: ▸!!python/object/apply:os.system [id]",
        "E107",
        "tags (!)",
        "Typangaben (!) sind nicht erlaubt",
    ),
    "short tag": Case(
        "comparator: ohne", "comparator: ▸!x ohne", "E107", "tags (!)", "Typangaben (!) sind nicht erlaubt"
    ),
    "two documents": Case(
        "",
        "▸---\nformat: prevention_sim/1\n",
        "E108",
        "more than one document",
        "die Datei enthält mehr als ein Dokument (---)",
    ),
    "tab": Case(
        "  years: 2",
        "▸\tyears: 2",
        "E100",
        "not readable as YAML",
        "als YAML nicht lesbar: Hier steht ein Tabulator",
    ),
    "open bracket": Case(
        "tags: [placement]",
        "tags: [placement",
        "E100",
        "not readable as YAML",
        "als YAML nicht lesbar: Eine Klammer wird nicht geschlossen",
        (34, 8),
    ),
    "list as a key": Case(
        "comparator: ohne",
        "? ▸[a]\n: b\ncomparator: ohne",
        "E114",
        "a key is one word",
        "ein Feldname ist ein einzelnes Wort",
    ),
    "line break in a key": Case(
        "comparator: ohne",
        '▸"a\\nb": c\ncomparator: ohne',
        "E114",
        "a key is one word",
        "ein Feldname ist ein einzelnes Wort",
    ),
    "control character": Case(
        "comparator: ohne", "comparator: oh▸\x07ne", "E105", "U+0007", "das Zeichen U+0007 ist nicht erlaubt"
    ),
    "control character after umlauts": Case(
        "title: übrige",
        "title: übrige für später ▸\x1b[31m",
        "E105",
        "U+001B",
        "das Zeichen U+001B ist nicht erlaubt",
    ),
    "long text": Case(
        "title: beendet",
        f"title: ▸{'x' * 10_001}",
        "E109",
        "a text is longer than 10 000 characters",
        "ein Text ist länger als 10 000 Zeichen",
    ),
    "deep nesting": Case(
        "",
        "x: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[▸[",
        "E109",
        "deeper than 32",
        "die Datei ist mehr als 32 Ebenen tief",
    ),
    "state of a stay": Case(
        "stays:\n",
        "stays:\n  ▸haft:\n    mean: 1 months\n    to: {ende: rest}\n",
        "E203",
        "»haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "state after a stay": Case(
        "{ende: 70 %, hilfe: rest}",
        "{ende: 70 %, ▸haft: rest}",
        "E203",
        "no state »haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "state a move leaves": Case(
        "  - from: ende",
        "  - from: ▸[ende, haft]",
        "E203",
        "no state »haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "state a move enters": Case(
        "- from: hilfe\n    to: heim\n",
        "- from: hilfe\n    to: ▸haft\n",
        "E203",
        "no state »haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "stratum of a move": Case(
        "    probability: 20 %/year\n",
        "    probability: 20 %/year\n    strata: ▸[hoch, tief]\n",
        "E203",
        "there is no stratum »tief«",
        "Eine Gruppe »tief« gibt es nicht",
    ),
    "state of a stock": Case(
        "in: heim", "in: ▸haft", "E203", "no state »haft«", "Einen Zustand »haft« gibt es nicht"
    ),
    "state of an intake": Case(
        "      into: heim",
        "      into: ▸haft",
        "E203",
        "no state »haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "state of one stratum": Case(
        "{hoch: heim, niedrig: hilfe}",
        "{hoch: ▸haft, niedrig: hilfe}",
        "E203",
        "»haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "stratum of a stream": Case(
        "niedrig: hilfe}",
        "niedrig: hilfe, ▸tief: hilfe}",
        "E203",
        "no stratum »tief«",
        "Eine Gruppe »tief« gibt es nicht",
    ),
    "state of a line": Case(
        "state: heim", "state: ▸haft", "E203", "no state »haft«", "Einen Zustand »haft« gibt es nicht"
    ),
    "bearer of a line": Case(
        "    value: 5 100 EUR/month\n",
        "    value: 5 100 EUR/month\n    bearer: ▸bund\n",
        "E203",
        "there is no bearer »bund«",
        "Einen Kostenträger »bund« gibt es nicht",
    ),
    "bearer among several": Case(
        "    value: 5 100 EUR/month\n",
        "    value: 5 100 EUR/month\n    bearer: ▸{stadt: 50 %, bund: rest}\n",
        "E203",
        "no bearer »bund«",
        "Einen Kostenträger »bund« gibt es nicht",
    ),
    "state an effect leaves": Case(
        "from: heim", "from: ▸[heim, haft]", "E203", "no state »haft«", "Einen Zustand »haft« gibt es nicht"
    ),
    "state an effect enters": Case(
        "        into: hilfe",
        "        into: ▸haft",
        "E203",
        "no state »haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "intervention of a strategy": Case(
        "[hebammen]",
        "▸[hebammen, paten]",
        "E203",
        "no intervention »paten«",
        "Eine Maßnahme »paten« gibt es nicht",
    ),
    "comparator": Case(
        "comparator: ohne",
        "comparator: ▸nichts",
        "E203",
        "there is no strategy »nichts«",
        "Eine Strategie »nichts« gibt es nicht",
    ),
    "strategy expected": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    strategy: ▸alle\n",
        "E203",
        "no strategy »alle«",
        "Eine Strategie »alle« gibt es nicht",
    ),
    "state expected": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    state: ▸[heim, haft]\n",
        "E203",
        "no state »haft«",
        "Einen Zustand »haft« gibt es nicht",
    ),
    "stratum expected": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    stratum: ▸tief\n",
        "E203",
        "there is no stratum »tief«",
        "Eine Gruppe »tief« gibt es nicht",
    ),
    "line expected": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    item: ▸strom\n",
        "E203",
        "there is no line »strom«",
        "Eine Position »strom« gibt es nicht",
    ),
    "parameter": Case(
        "share: anteil",
        "share: ▸1 - quote",
        "E203",
        "there is no parameter »quote«",
        "Einen Parameter »quote« gibt es nicht",
    ),
    "parameter named often": Case(
        "share: anteil", "share: ▸quote * quote", "E203", "»quote«", "Einen Parameter »quote« gibt es nicht"
    ),
    "source of a part": Case(
        "rest}\n    source: amt",
        "rest}\n    source: ▸akte",
        "E203",
        "there is no source »akte«",
        "Eine Quelle »akte« gibt es nicht",
    ),
    "source of a number": Case(
        "source: assumption}",
        "source: ▸akte}",
        "E203",
        "no source »akte«",
        "Eine Quelle »akte« gibt es nicht",
    ),
    "source of an expected value": Case(
        "value: 1 000 EUR",
        "value: {value: 1 EUR, source: ▸akte}",
        "E203",
        "»akte«",
        "Eine Quelle »akte« gibt es nicht",
    ),
    "two strata that take the rest": Case(
        "anteil\n  niedrig:\n    title: übrige\n    share: rest",
        "rest\n  niedrig:\n    title: übrige\n    share: ▸rest",
        "E204",
        "only one share may say »rest«",
        "nur ein Anteil darf »rest« sein",
    ),
    "two states that take the rest": Case(
        "{ende: 70 %, hilfe: rest}",
        "{ende: rest, hilfe: ▸rest}",
        "E204",
        "»rest«",
        "nur ein Anteil darf »rest« sein",
    ),
    "two bearers that take the rest": Case(
        "    value: 5 100 EUR/month\n",
        "    value: 5 100 EUR/month\n    bearer: {stadt: rest, land: ▸rest}\n",
        "E204",
        "only one share",
        "nur ein Anteil darf »rest« sein",
    ),
    "stay that ends in its state": Case(
        "{ende: 100 %}",
        "{ende: 50 %, ▸hilfe: 50 %}",
        "E205",
        "its own state",
        "ein Aufenthalt kann nicht in seinem eigenen Zustand enden",
    ),
    "move that goes nowhere": Case(
        "- from: hilfe\n    to: heim\n",
        "- from: hilfe\n    to: ▸hilfe\n",
        "E205",
        "from one state to another",
        "ein Übergang führt von einem Zustand in einen anderen",
    ),
    "stay without length": Case(
        "heim:\n    mean: 21 months\n",
        "▸heim:\n",
        "E206",
        "exactly one is needed",
        "genau eines wird gebraucht: »mean: 21 months«, »probability: 1/21 per ",
    ),
    "stay with two lengths": Case(
        "  hilfe:\n    probability",
        "  ▸hilfe:\n    mean: 12 months\n    probability",
        "E206",
        "exactly one is needed",
        "genau eines wird gebraucht: »mean: 21 months«, »probability: 1/21 per ",
    ),
    "stratum without a state": Case(
        "into: {hoch: heim, niedrig: hilfe}",
        "▸into: {hoch: heim}",
        "E207",
        "stratum niedrig",
        "kein Zustand für niedrig",
    ),
    "no state for anybody": Case(
        "      value: 10 cases\n      at: 2020-07\n      into: heim\n",
        "      value: 10 cases\n      at: 2020-07\n",
        "E112",
        "say under “without” where the cases would go",
        "sagen Sie unter »without«, wohin die Fälle ohne Programm kämen",
        (44, 5),
    ),
    "strata beside the question": Case(
        "stays:\n",
        "▸without:\n  heim: {share: rest}\nstays:\n",
        "E230",
        "delete one of the two sections",
        "eigene »strata« sind daneben nicht möglich",
    ),
    "otherwise in an unknown state": Case(
        GROUPS,
        ASKED.replace("  hilfe: {share", "  ▸hilfen: {share"),
        "E203",
        "hilfen",
        "Einen Zustand »hilfen«",
    ),
    "otherwise in a state without a setting": Case(
        GROUPS,
        ASKED.replace("  hilfe: {share", "  ▸ende: {share"),
        "E231",
        "whether “beendet” is a placement",
        "ob es eine Unterbringung ist (setting)",
    ),
    "the rest goes two ways": Case(
        GROUPS,
        ASKED.replace("60 %", "rest").replace("hilfe: {share: ", "hilfe: {share: ▸"),
        "E204",
        "only one share may say »rest«",
        "nur ein Anteil darf »rest« sein",
    ),
    "observed by a formula": Case(
        "expect:\n",
        OBSERVED.format(gross="▸2 * satz"),
        "E232",
        "a plain amount, no formula",
        "ein schlichter Betrag, keine Formel",
    ),
    "nothing observed": Case(
        "expect:\n",
        OBSERVED.format(gross="▸0 EUR/year"),
        "E232",
        "gross must be above 0",
        "brutto muss mehr als 0 sein",
    ),
    "observed without a period": Case(
        "expect:\n",
        OBSERVED.format(gross="▸42 751 EUR"),
        "E121",
        "»42 751 EUR« needs a period",
        "»42 751 EUR« braucht einen Zeitraum",
    ),
    "two lines of one name": Case(
        "      stelle:\n",
        "      ▸entgelt:\n",
        "E208",
        "the name of two lines",
        "»entgelt« heißen zwei Positionen (costs.entgelt); jede braucht ihren e",
    ),
    "effects that take the same entries": Case(
        "        share: 50 %\n",
        "        share: 50 %\n      - {kind: diverts, from: ▸[ende, heim], into: hilfe, share: 10 %}\n",
        "E210",
        "diverted already by interventions.hebammen.effects[0]",
        "Zugänge in »heim« lenkt schon interventions.hebammen.effects[0] um",
    ),
    "no years": Case(
        "years: 2",
        "years: ▸0",
        "E211",
        "from 1 to 1000",
        "eine ganze Zahl von 1 bis 1000 wird erwartet, gefunden: 0",
    ),
    "too many years": Case(
        "years: 2",
        "years: ▸1001",
        "E211",
        "found 1001",
        "eine ganze Zahl von 1 bis 1000 wird erwartet, gefunden: 1001",
    ),
    "no budget window": Case(
        "years: 2",
        "years: 2\n  budget_window: ▸0",
        "E211",
        "found 0",
        "eine ganze Zahl von 1 bis 1000 wird erwartet, gefunden: 0",
    ),
    "month within a cycle": Case(
        "at: 2020-07",
        "at: ▸2020-08",
        "E212",
        "2020-08 does not fall on",
        "2020-08 fällt nicht auf die Grenze eines Takts (Quartal, ab 2020-01)",
    ),
    "cycle of no known length": Case(
        "  cycle: quarter\n",
        "  cycle: ▸fortnight\n",
        "E113",
        "»fortnight«",
        "»fortnight«",
    ),
    "cycle that does not divide a year": Case(
        "  cycle: quarter\n",
        "  cycle: ▸5 months\n",
        "E113",
        "6 months",
        "6 months",
    ),
    "horizon of no whole cycles": Case(
        ONE_STEP,
        ONE_STEP_CHANGED.format(counting="start").replace(
            "  years: 1\n  cycle: year\n", "  years: 4\n  cycle: ▸3 years\n"
        ),
        "E390",
        "the step (3 years) does not go evenly into the horizon (4 years); compute time.years: 6",
        "der Schritt (3 Jahre) geht im Zeitraum (4 Jahre) nicht auf; rechnen Sie time.years: 6",
    ),
    "budget window of no whole cycles": Case(
        ONE_STEP,
        ONE_STEP_CHANGED.format(counting="start").replace(
            "  years: 1\n  cycle: year\n", "  years: 6\n  cycle: ▸3 years\n"
        ),
        "E390",
        "does not go evenly into the years of the budget (4 years); write time.budget_window: 6",
        "geht in den Jahren des Haushalts (4 Jahre) nicht auf; schreiben Sie time.budget_window: 6",
    ),
    "month within three years": Case(
        "  years: 2\n  cycle: quarter\n",
        "  years: 3\n  cycle: 3 years\n",
        "E212",
        "2020-07 does not fall on the boundary of a cycle (3 years, from 2020-01)",
        "2020-07 fällt nicht auf die Grenze eines Takts (3 Jahre, ab 2020-01)",
        (46, 11),
    ),
    "intake after the horizon": Case(
        "at: 2020-07",
        "at: ▸2022-01",
        "E222",
        "outside the horizon of 2 years from 2020-01",
        "2022-01 liegt außerhalb des Zeitraums von 2 Jahren ab 2020-01",
    ),
    "intake before the start": Case(
        "at: 2020-07",
        "at: ▸2019-10",
        "E222",
        "outside the horizon",
        "2019-10 liegt außerhalb des Zeitraums von 2 Jahren ab 2020-01",
    ),
    "programme over before the start": Case(
        "    title: Hebammen\n",
        "    title: Hebammen\n    end: ▸2019-09\n",
        "E222",
        "outside the horizon",
        "2019-09 liegt außerhalb des Zeitraums von 2 Jahren ab 2020-01",
    ),
    "last result after the start": Case(
        "comparator: ohne\n",
        "comparator: ohne\nbudget:\n  products:\n    hilfen:\n      title: Hilfen\n"
        "      last_result: {year: ▸2020, value: 4.5 Mio EUR}\n",
        "E250",
        "the last result is of 2020, the calculation begins in 2020",
        "das letzte Ergebnis ist von 2020, gerechnet wird ab 2020",
    ),
    "appropriation before the last result": Case(
        "comparator: ohne\n",
        "comparator: ohne\nbudget:\n  products:\n    hilfen:\n      title: Hilfen\n"
        "      last_result: {year: 2018, value: 4.5 Mio EUR}\n"
        "      appropriation: {year: ▸2017, value: 4.6 Mio EUR}\n",
        "E251",
        "the appropriation is of 2017, the last result of 2018",
        "der Ansatz ist von 2017, das letzte Ergebnis von 2018",
    ),
    "a product budgeted twice": Case(
        "comparator: ohne\n",
        "comparator: ohne\nbudget:\n  products:\n"
        "    alles: {title: Alles, last_result: {year: 2018, value: 4.5 Mio EUR}}\n"
        "    ▸hilfen: {title: Hilfen, last_result: {year: 2018, value: 4.5 Mio EUR}}\n",
        "E252",
        "the same product stands at budget.products.alles already",
        "dasselbe Produkt steht schon bei budget.products.alles",
    ),
    "a product that no line has": Case(
        "comparator: ohne\n",
        "comparator: ohne\nbudget:\n  products:\n"
        "    hilfen: {title: Hilfen, product: ▸06.04, last_result: {year: 2018, value: 4.5 Mio EUR}}\n",
        "E203",
        "there is no product »06.04«",
        "Ein Produkt »06.04« gibt es nicht",
    ),
    "a budget in euros per year": Case(
        "comparator: ohne\n",
        "comparator: ohne\nbudget:\n  products:\n    hilfen:\n      title: Hilfen\n"
        "      last_result: {year: 2018, value: ▸4.5 Mio EUR/year}\n",
        "E216",
        "an amount: 4.5 Mio EUR",
        "ein Betrag: 4.5 Mio EUR",
    ),
    "refund of a refund": Case(
        "bearers:\n",
        f"{REFUND % 'entgelt'}  r: {{kind: refund, title: R, of: ▸uma, share: 1 %, from: land}}\nbearers:\n",
        "E240",
        "»uma« is a refund itself",
        "»uma« ist selbst eine Erstattung",
    ),
    "refund from oneself": Case(
        "bearers:\n",
        "income:\n  uma: {kind: refund, title: UMA, of: entgelt, share: 80 %, from: ▸stadt}\nbearers:\n",
        "E241",
        "»stadt« pays itself back",
        "»stadt« erstattet sich selbst",
    ),
    "refund of an unknown line": Case(
        "bearers:\n",
        f"{REFUND % '▸engelt'}bearers:\n",
        "E203",
        "did you mean »entgelt«?",
        "meinten Sie »entgelt«?",
    ),
    "refund from an unknown bearer": Case(
        "bearers:\n",
        "income:\n  uma: {kind: refund, title: UMA, of: entgelt, share: 80 %, from: ▸lant}\nbearers:\n",
        "E203",
        "did you mean »land«?",
        "meinten Sie »land«?",
    ),
    "refund among the costs": Case(
        "    kind: per_case\n    title: Stunden\n",
        "    kind: ▸refund\n    title: Stunden\n",
        "E113",
        "»refund«",
        "erlaubt",
    ),
    "costs that are collected": Case(
        "    value: 10 hours/month at 48.50 EUR/hour\n",
        "    value: 10 hours/month at 48.50 EUR/hour\n    ▸collected_share: 85 %\n",
        "E242",
        "costs are paid, not collected",
        "Kosten werden gezahlt, nicht eingezogen",
    ),
    "at home in a home": Case(
        "    state: heim\n    value: 5 100 EUR/month\n",
        "    state: ▸heim\n    value: 5 100 EUR/month\n    counts_as: at_home\n",
        "E243",
        "in »heim« the child is not at home",
        "in »heim« ist das Kind nicht zu Hause",
    ),
    "entry into an unknown state": Case(
        "bearers:\n",
        "  x: {kind: per_entry, title: X, state: ▸heimm, value: 800 EUR}\nbearers:\n",
        "E203",
        "did you mean »heim«?",
        "meinten Sie »heim«?",
    ),
    "exit at an amount per month": Case(
        "bearers:\n",
        "  x: {kind: per_exit, title: X, state: heim, value: ▸800 EUR/month}\nbearers:\n",
        "E216",
        "an amount: 4.5 Mio EUR",
        "ein Betrag: 4.5 Mio EUR",
    ),
    "move from an unknown state": Case(
        "bearers:\n",
        "  x: {kind: per_move, title: X, from: ▸heimm, to: hilfe, value: 1 EUR}\nbearers:\n",
        "E203",
        "did you mean »heim«?",
        "meinten Sie »heim«?",
    ),
    "move to the same state": Case(
        "bearers:\n",
        "  x: {kind: per_move, title: X, from: heim, to: ▸heim, value: 1 EUR}\nbearers:\n",
        "E340",
        "from “heim” to “heim” is no move",
        "von »heim« nach »heim« ist kein Wechsel",
    ),
    "event without a period": Case(
        "bearers:\n",
        "  x: {kind: per_event, title: X, state: heim, rate: ▸0.2, value: 1 EUR}\nbearers:\n",
        "E121",
        "a rate: 0.22/year",
        "eine Rate: 0.22/year",
    ),
    "once, after the horizon": Case(
        "bearers:\n",
        "  x: {kind: one_off, title: X, at: ▸2022-01, value: 1 EUR}\nbearers:\n",
        "E222",
        "2022-01",
        "2022-01",
    ),
    "once, inside a cycle": Case(
        "bearers:\n",
        "  x: {kind: one_off, title: X, at: ▸2020-02, value: 1 EUR}\nbearers:\n",
        "E212",
        "2020-02",
        "2020-02",
    ),
    "posts without their unit": Case(
        "bearers:\n",
        "  x: {kind: staff, title: X, posts: ▸0.5, personnel: 60 000 EUR/year}\nbearers:\n",
        "E216",
        "posts: 0.5 FTE",
        "Stellen: 0.5 FTE",
    ),
    "posts at an amount": Case(
        "bearers:\n",
        "  x: {kind: staff, title: X, posts: 0.5 FTE, personnel: ▸60 000 EUR}\nbearers:\n",
        "E121",
        "money per time",
        "Geld je Zeit",
    ),
    "a group of seven and a half places": Case(
        "bearers:\n",
        "  x: {kind: step_fixed, title: X, state: heim, places: ▸7.5, value: 9 EUR/year}\nbearers:\n",
        "E341",
        "a whole number of places",
        "eine ganze Zahl von Plätzen",
    ),
    "a group with a notice of half a month": Case(
        "bearers:\n",
        "  x: {kind: step_fixed, title: X, state: heim, places: 8, value: 9 EUR/year, notice: ▸0.5 months}\n"
        "bearers:\n",
        "E264",
        "0.5 months is not a whole number of cycles",
        "0.5 months ist keine ganze Zahl von Takten",
    ),
    "cases that differ by less than nothing": Case(
        "bearers:\n",
        "  x:\n    {kind: per_case, title: X, state: heim, value: 9 EUR/year,"
        " differs: {law: pareto, variation: ▸-120 %}}\nbearers:\n",
        "E349",
        "varies by -120% of its mean",
        "streuen um -120 % ihres Mittels",
    ),
    "hours delivered where none are billed": Case(
        "bearers:\n",
        "  x: {kind: per_case, title: X, state: hilfe, value: 9 EUR/month, ▸delivered: 5 hours/month}\n"
        "bearers:\n",
        "E342",
        "only where hours are billed",
        "nur, wo Stunden abgerechnet werden",
    ),
    "share of an unknown line": Case(
        "bearers:\n",
        "  x: {kind: share_of, title: X, of: ▸entgeld, share: 20 %}\nbearers:\n",
        "E203",
        "did you mean »entgelt«?",
        "meinten Sie »entgelt«?",
    ),
    "share of nothing": Case(
        "bearers:\n",
        "  x: {kind: share_of, title: X, of: ▸[], share: 20 %}\nbearers:\n",
        "E344",
        "The list is empty",
        "Die Liste ist leer",
    ),
    "cases of a programme outside of one": Case(
        "bearers:\n",
        "  x: {kind: ▸per_participant, title: X, value: 9 EUR/month}\nbearers:\n",
        "E380",
        "only possible in a programme",
        "nur in einem Programm",
    ),
    "cases taken in by a programme that takes nobody in": Case(
        "interventions:\n",
        "interventions:\n  kurs:\n    title: Kurs\n"
        "    costs: {▸x: {kind: per_enrolment, title: X, value: 9 EUR}}\n",
        "E366",
        "nothing is due here",
        "fällt hier nichts an",
    ),
    "time in a programme where it does not continue": Case(
        "interventions:\n",
        "interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n"
        "    continues_in: heim\n"
        "    costs: {x: {kind: per_participant, title: X, in: ▸hilfe, value: 9 EUR/month}}\n",
        "E365",
        "nobody can take part",
        "kann niemand teilnehmen",
    ),
    "weight of an unknown outcome": Case(
        "interventions:\n",
        "outcomes: {jahre: {title: J, unit: J, weights: {heim: 0.5}}}\n"
        "interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n"
        "    effects: [{kind: weight, outcome: ▸jahr, state: heim, weight: 0.6}]\n",
        "E203",
        "did you mean »jahre«?",
        "meinten Sie »jahre«?",
    ),
    "two weights of one state": Case(
        "interventions:\n",
        "outcomes: {jahre: {title: J, unit: J, weights: {heim: 0.5}}}\n"
        "interventions:\n  kurs:\n    title: Kurs\n    enrolment: [{of: entries, in: heim}]\n"
        "    effects:\n      - {kind: weight, outcome: jahre, state: heim, weight: 0.6}\n"
        "      - {kind: weight, outcome: jahre, state: ▸[hilfe, heim], weight: 0.7}\n",
        "E381",
        "interventions.kurs.effects[0] already changes this weight",
        "ändert schon interventions.kurs.effects[0]",
    ),
    "share of itself": Case(
        "bearers:\n",
        "  x: {kind: share_of, title: X, of: ▸x, share: 20 %}\nbearers:\n",
        "E345",
        "a share of itself",
        "ein Anteil von sich selbst",
    ),
    "share of lines that are borne differently": Case(
        "bearers:\n",
        "  x: {kind: share_of, title: X, of: ▸[entgelt, y], share: 20 %}\n"
        "  y: {kind: fixed, title: Y, value: 1 EUR/year, bearer: land}\nbearers:\n",
        "E346",
        "these lines are borne differently",
        "diese Posten tragen verschiedene",
    ),
    "a share of a circle": Case(
        "bearers:\n",
        "  x: {kind: share_of, title: X, of: ▸y, share: 20 %}\n"
        "  y: {kind: share_of, title: Y, of: [entgelt, x], share: 20 %}\nbearers:\n",
        "E345",
        "“x” is, by a detour, a share of itself",
        "»x« ist auf Umwegen ein Anteil von sich selbst",
    ),
    "share of a refund": Case(
        "bearers:\n",
        f"  x: {{kind: share_of, title: X, of: ▸uma, share: 20 %}}\n{REFUND % 'entgelt'}bearers:\n",
        "E344",
        "“uma” is a refund",
        "»uma« ist eine Erstattung",
    ),
    "a ceiling on income": Case(
        "bearers:\n",
        "income:\n  x: {kind: one_off, title: X, at: 2020-01, value: 9 EUR, ▸cap: 5 EUR/year}\nbearers:\n",
        "E343",
        "a ceiling belongs to costs",
        "eine Obergrenze gehört zu Kosten",
    ),
    "income that is too optimistic": Case(
        "bearers:\n",
        "income:\n  x: {kind: one_off, title: X, at: 2020-01, value: 9 EUR, ▸optimism_bias: 5 %}\nbearers:\n",
        "E343",
        "the optimism bias belongs to costs",
        "der Aufschlag gehört zu Kosten",
    ),
    "a correction for no grade": Case(
        "comparator: ohne\n",
        "comparator: ohne\nadjustments:\n  corrections: {guess: ▸25 %}\n",
        "E113",
        "guess",
        "guess",
    ),
    "rules without an end": Case(
        "    value: 10 hours/month at 48.50 EUR/hour\n",
        "    value: 10 hours/month at 48.50 EUR/hour\n    bearer:\n      - {▸bearer: land, until: 2020-12}\n",
        "E244",
        "who bears it where no rule holds?",
        "wer trägt es, wenn keine Regel gilt?",
    ),
    "rules that never hold": Case(
        "    value: 10 hours/month at 48.50 EUR/hour\n",
        "    value: 10 hours/month at 48.50 EUR/hour\n    bearer:\n      - {▸bearer: land}\n"
        "      - {bearer: stadt}\n",
        "E244",
        "this rule always holds",
        "diese Regel gilt immer",
    ),
    "rule for an unknown stratum": Case(
        "    value: 10 hours/month at 48.50 EUR/hour\n",
        "    value: 10 hours/month at 48.50 EUR/hour\n    bearer:\n"
        "      - {bearer: land, strata: ▸hoh}\n      - {bearer: stadt}\n",
        "E203",
        "did you mean »hoch«?",
        "meinten Sie »hoch«?",
    ),
    "rule within a cycle": Case(
        "    value: 10 hours/month at 48.50 EUR/hour\n",
        "    value: 10 hours/month at 48.50 EUR/hour\n    bearer:\n"
        "      - {bearer: land, from: ▸2020-02}\n      - {bearer: stadt}\n",
        "E212",
        "2020-02",
        "2020-02",
    ),
    "end before its beginning": Case(
        "    title: Hebammen\n",
        "    title: Hebammen\n    start: 2020-10\n    end: ▸2020-06\n",
        "E223",
        "2020-06 lies before 2020-10",
        "2020-06 liegt vor 2020-10, wo dies beginnt",
    ),
    "end within a cycle": Case(
        "    title: Hebammen\n",
        "    title: Hebammen\n    end: ▸2020-08\n",
        "E212",
        "2020-08 does not fall on the boundary of a cycle (quarter, from 2020-01)",
        "2020-08 fällt nicht auf die Grenze eines Takts (Quartal, ab 2020-01)",
    ),
    "move said twice": Case(
        "  - from: ende\n",
        "  - ▸from: hilfe\n    to: heim\n    strata: hoch\n    probability: 1 %/year\n  - from: ende\n",
        "E213",
        "from »hilfe« to »heim« for »hoch« stands at breakdowns[0] already",
        "der Übergang von »hilfe« nach »heim« für »hoch« steht schon bei breakd",
    ),
    "parameter of itself": Case(
        "anteil: 60 %",
        "anteil: ▸1 - anteil",
        "E214",
        "anteil → anteil",
        "die Formel hängt von sich selbst ab: anteil → anteil",
    ),
    "parameters in a circle": Case(
        "anteil: 60 %",
        "anteil: ▸b\n  b: c\n  c: anteil",
        "E214",
        "anteil → b → c → anteil",
        "die Formel hängt von sich selbst ab: anteil → b → c → anteil",
    ),
    "chain of parameters": Case(
        "anteil: 60 %",
        "p0: ▸p1\n" + CHAIN + "  anteil: 60 %",
        "E221",
        "more than 32 steps",
        "Formeln bauen über mehr als 32 Schritte aufeinander auf",
    ),
    "units in a sum": Case(
        "share: anteil",
        "share: ▸anteil + satz",
        "E215",
        "+ needs equal units, found no unit and EUR/hour",
        "+ braucht gleiche Einheiten, gefunden: keine Einheit und EUR/hour",
    ),
    "year after the last of the horizon": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    year: ▸2022\n",
        "E217",
        "it runs from 2020 to 2021",
        "er geht von 2020 bis 2021",
    ),
    "expectation narrowed by what its figure has not": Case(
        "  - figure: relief\n    value: 1 000 EUR\n    tolerance: 1 EUR\n",
        "  - figure: price_difference\n    value: 1 000 EUR\n    tolerance: 1 EUR\n    ▸stratum: hoch\n",
        "E260",
        "»stratum« does not narrow the figure »price_difference«; allowed: strategy",
        "»stratum« grenzt die Zahl »price_difference« nicht ein; erlaubt: strategy",
    ),
    "expectation of a year and of a period": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    year: 2020\n    ▸period: window\n",
        "E260",
        "»period« does not hold where »year« stands",
        "»period« gilt nicht, wo schon »year« steht",
    ),
    "expectation of a line and of a state": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    item: entgelt\n    ▸state: heim\n",
        "E260",
        "»state« does not hold where »item« stands",
        "»state« gilt nicht, wo schon »item« steht",
    ),
    "more cases leave than are there": Case(
        "breakdowns:\n  - from: hilfe\n    to: heim\n    probability: 20 %/year\n",
        "conventions: {conversion: separate}\n"
        "breakdowns:\n  - from: hilfe\n    to: heim\n    probability: ▸90 % per quarter\n",
        "E131",
        "add up to 113% per quarter, at most 100% is possible; largest part (90%); "
        "others: stays.hilfe.probability (22.97%)",
        "Übergänge aus »ambulante Hilfe« ergeben zusammen 113 % je Quartal, höchstens 100 % sind möglich; "
        "größter Anteil (90 %); weitere: stays.hilfe.probability (22,97 %)",
    ),
    "stay shorter than a cycle": Case(
        "    mean: 21 months\n",
        "    mean: ▸21 days\n",
        "E261",
        "a stay of 21 days is shorter than a cycle (quarter)",
        "ein Aufenthalt von 21 days ist kürzer als ein Takt (Quartal)",
    ),
    "share above the whole": Case(
        "share: 50 %", "share: ▸150 %", "E262", "150% does not lie between", "150 % liegt nicht zwischen"
    ),
    "chance below nothing": Case(
        "    probability: 20 %/year\n",
        "    probability: ▸-20 %/year\n",
        "E262",
        "-20% does not lie between",
        "-20 % liegt nicht zwischen",
    ),
    "shares that leave something over": Case(
        "    to: {ende: 70 %, hilfe: rest}\n",
        "    ▸to: {ende: 70 %, hilfe: 29.9 %}\n",
        "E263",
        "the shares add up to 99.9%, not to 100%",
        "die Anteile ergeben zusammen 99,9 %, nicht 100 %",
    ),
    "shares that leave less than nothing for the rest": Case(
        "bearer: stadt\n",
        "bearer: stadt\nincome:\n  beitrag:\n    kind: fixed\n    title: B\n    value: 1 EUR/year\n"
        "    until: 2020-12\n    ▸bearer: {stadt: 70 %, land: 40 %}\n",
        "E263",
        "the shares add up to 110%",
        "die Anteile ergeben zusammen 110 %",
    ),
    "lag inside a cycle": Case(
        "    value: 5 100 EUR/month\n",
        "    value: 5 100 EUR/month\n    payment_lag: ▸1 month\n",
        "E264",
        "1 month is not a whole number of cycles (quarter)",
        "1 month ist keine ganze Zahl von Takten (Quartal)",
    ),
    "rise of prices by the month": Case(
        "prices:\n  year: 2020", "prices:\n  year: 2020\n  rise: ▸1 %/month", "E265", "per year", "je Jahr"
    ),
    "year out of the horizon": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    year: ▸2023\n",
        "E217",
        "2023 is not a year of the horizon",
        "2023 ist kein Jahr des Zeitraums",
    ),
    "present value without a rate": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    valuation: ▸present\n",
        "E218",
        "does not discount",
        "die Datei zinst nicht ab (conventions.discounting)",
    ),
    "real amount without a general rise of prices": Case(
        "    tolerance: 1 EUR\n",
        "    tolerance: 1 EUR\n    valuation: ▸real\n",
        "E218",
        "no general rise of prices (prices.general_rise)",
        "nennt keine allgemeine Preissteigerung",
    ),
    "general rise of prices by a formula": Case(
        "prices:\n  year: 2020\n",
        "prices:\n  year: 2020\n  general_rise: ▸zins * 2\n",
        "E220",
        "a plain rate",
        "hier wird ein schlichter Satz erwartet",
    ),
    "real rate on nominal amounts": Case(
        "prices:\n  year: 2020\n",
        "prices:\n  year: 2020\n  rise: 3 %/year\n"
        "conventions:\n  discounting: {method: at_point, rate: 1 %/year, terms: ▸real}\n",
        "E245",
        "a real rate on nominal amounts mixes two things",
        "mischt zweierlei",
    ),
    "expected formula": Case(
        "value: 1 000 EUR",
        "value: ▸2 * anteil",
        "E219",
        "a plain number",
        "hier wird eine schlichte Zahl erwartet",
    ),
    "tolerance that is a formula": Case(
        "tolerance: 1 EUR",
        "tolerance: {value: ▸anteil}",
        "E219",
        "a plain number",
        "hier wird eine schlichte Zahl erwartet",
    ),
    "discounting by a formula": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: at_point\n    rate: ▸zins * 2\nsources:\n",
        "E220",
        "a plain rate",
        "hier wird ein schlichter Satz erwartet",
    ),
    "later rate by a formula": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: at_point\n    rate: 3 %/year\n"
        "    steps: [{from: 2021-01, rate: ▸zins * 2}]\nsources:\n",
        "E220",
        "a plain rate",
        "hier wird ein schlichter Satz erwartet",
    ),
    "later rate from the start": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: at_point\n    rate: 3 %/year\n"
        "    steps: [{from: ▸2020-01, rate: 2 %/year}]\nsources:\n",
        "E270",
        "another rate holds for 2020-01 already",
        "für 2020-01 gilt schon ein anderer Zinssatz",
    ),
    "two later rates from one month": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: at_point\n    rate: 3 %/year\n    steps:\n"
        "      - {from: 2021-01, rate: 2 %/year}\n      - {from: ▸2021-01, rate: 1 %/year}\nsources:\n",
        "E270",
        "another rate holds for 2021-01 already",
        "für 2021-01 gilt schon ein anderer Zinssatz",
    ),
    "later rate within a year of one rate": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: per_year_end\n    rate: 3 %/year\n"
        "    steps: [{from: ▸2020-07, rate: 2 %/year}]\nsources:\n",
        "E271",
        "these begin in month 01",
        "diese beginnen im Monat 01",
    ),
    "later rate within a cycle": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: at_point\n    rate: 3 %/year\n"
        "    steps: [{from: ▸2020-08, rate: 2 %/year}]\nsources:\n",
        "E212",
        "2020-08 does not fall on",
        "2020-08 fällt nicht auf die Grenze eines Takts",
    ),
    "simpson where cases arrive later": Case(
        "sources:\n",
        "conventions:\n  counting: ▸simpson\nsources:\n",
        "E300",
        "caseload.intake.gruppe enters later",
        "caseload.intake.gruppe kommt später",
    ),
    "own weights where cases arrive later": Case(
        "sources:\n",
        "conventions:\n  counting: ▸{weights: [1/2, 1, 1, 1, 1, 1, 1, 1, 1/2]}\nsources:\n",
        "E300",
        "count with half_cycle",
        "zählen Sie mit half_cycle",
    ),
    "simpson over one step": Case(
        ONE_STEP,
        ONE_STEP_CHANGED.format(counting="▸simpson"),
        "E301",
        "simpson needs two steps or more",
        "simpson braucht mindestens zwei Schritte",
    ),
    "one weight for each step": Case(
        ONE_STEP,
        ONE_STEP_CHANGED.format(counting="{weights: ▸[1]}"),
        "E302",
        "there are 1 weights here; with 1 steps it takes 2",
        "hier stehen 1 Gewichte; bei 1 Schritten sind es 2",
    ),
    "weight by a formula": Case(
        ONE_STEP,
        ONE_STEP_CHANGED.format(counting="{weights: [▸anteil * 2, 1/2]}"),
        "E220",
        "a plain weight",
        "hier wird ein schlichtes Gewicht erwartet",
    ),
    "weight with a unit": Case(
        ONE_STEP,
        ONE_STEP_CHANGED.format(counting="{weights: [1/2, ▸1/2 per month]}"),
        "E216",
        "found /month",
        "gefunden: /month",
    ),
    "discount rate of outcomes by a formula": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: per_cycle\n    rate: 3 %/year\n"
        "    outcomes: {rate: ▸zins * 2}\nsources:\n",
        "E220",
        "a plain rate",
        "hier wird ein schlichter Satz erwartet",
    ),
    "discount rate of outcomes without a period": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: per_cycle\n    rate: 3 %/year\n"
        "    outcomes: {rate: ▸1.5 %}\nsources:\n",
        "E121",
        "needs a period",
        "%/year",
    ),
    "outcome that counts nothing": Case(
        "comparator: ohne\n",
        "comparator: ohne\noutcomes:\n  ▸jahre: {title: Jahre zu Hause, unit: Kinderjahre}\n",
        "E303",
        "nothing says what is counted",
        "hier steht nicht, was gezählt wird",
    ),
    "outcome in an unknown state": Case(
        "comparator: ohne\n",
        "comparator: ohne\noutcomes:\n  jahre: {title: Jahre, unit: Jahre, weights: {▸hilf: 1}}\n",
        "E203",
        "did you mean »hilfe«?",
        "meinten Sie »hilfe«?",
    ),
    "outcome of entries into an unknown state": Case(
        "comparator: ohne\n",
        "comparator: ohne\noutcomes:\n  jahre: {title: Jahre, unit: Jahre, entries: {▸hein: 1}}\n",
        "E203",
        "did you mean »heim«?",
        "meinten Sie »heim«?",
    ),
    "weight of an outcome with a unit": Case(
        "comparator: ohne\n",
        "comparator: ohne\noutcomes:\n  jahre: {title: Jahre, unit: Jahre, weights: {heim: ▸1/year}}\n",
        "E216",
        "found /year",
        "gefunden: /year",
    ),
    "expected outcome of a file without one": Case(
        "  - figure: relief\n",
        "  - {figure: ▸icer, value: 1, tolerance: 1}\n  - figure: relief\n",
        "E304",
        "the file names no outcome",
        "die Datei nennt keine Wirkung",
    ),
    "expected outcome where there are several": Case(
        "comparator: ohne\nexpect:\n",
        "comparator: ohne\noutcomes:\n  jahre: {title: Jahre, unit: Jahre, weights: {heim: 1}}\n"
        "  eintritte: {title: Eintritte, unit: Eintritte, entries: {heim: 1}}\nexpect:\n"
        "  - {figure: ▸outcome, value: 1, tolerance: 1}\n",
        "E304",
        "name one under outcome; allowed: jahre, eintritte",
        "nennen Sie eine unter outcome; erlaubt: jahre, eintritte",
    ),
    "expected outcome that is not there": Case(
        "comparator: ohne\nexpect:\n",
        "comparator: ohne\noutcomes:\n  jahre: {title: Jahre, unit: Jahre, weights: {heim: 1}}\nexpect:\n"
        "  - {figure: outcome, outcome: ▸jahr, value: 1, tolerance: 1}\n",
        "E203",
        "did you mean »jahre«?",
        "meinten Sie »jahre«?",
    ),
    "amount per case in the year without a stay": Case(
        "    state: hilfe\n    value: 10 hours/month at 48.50 EUR/hour",
        "    state: hilfe\n    value: 25 556 EUR/year\n    case_count: ▸cases_in_year",
        "E272",
        "the file states no mean stay in »hilfe«",
        "für »hilfe« nennt die Datei keine mittlere Dauer",
    ),
    "mean stay beside a price of a place": Case(
        "    value: 5 100 EUR/month",
        "    value: 5 100 EUR/month\n    mean_stay: ▸21 months",
        "E273",
        "nothing is converted here",
        "hier wird nichts umgerechnet",
    ),
    "mean stay of nothing": Case(
        "    value: 5 100 EUR/month",
        "    value: 25 556 EUR/year\n    case_count: cases_in_year\n    mean_stay: ▸0 months",
        "E275",
        "a plain length of time above zero",
        "eine schlichte Dauer über null",
    ),
    "amount per case in the year and month": Case(
        "    value: 5 100 EUR/month",
        "    value: ▸5 100 EUR/month\n    case_count: cases_in_year",
        "E274",
        "is for a year",
        "gilt für ein Jahr",
    ),
    "unit of a share": Case(
        "share: anteil",
        "share: ▸60 EUR",
        "E216",
        "a share: 30 %; found EUR",
        "erwartet wird ein Anteil: 30 %; gefunden: EUR",
    ),
    "unit of a share of a rest": Case(
        "{ende: 70 %,",
        "{ende: ▸70 %/year,",
        "E216",
        "a share: 30 %; found /year",
        "erwartet wird ein Anteil: 30 %; gefunden: /year",
    ),
    "unit of a probability": Case(
        "20 %/year", "▸20 %", "E121", "a probability with its period", "»20 %« braucht einen Zeitraum"
    ),
    "unit of a duration": Case(
        "21 months",
        "▸21 %",
        "E216",
        "a length of time",
        "erwartet wird eine Dauer: 18 months; gefunden: eine Zahl ohne Einheit",
    ),
    "unit of a cases": Case(
        "5 cases",
        "▸5",
        "E216",
        "a number of cases: 30 cases; found a number without unit",
        "erwartet wird eine Zahl von Fällen: 30 cases; gefunden: eine Zahl ohne",
    ),
    "unit of a cases per time": Case(
        "30 cases/year", "▸30 cases", "E121", "cases per time", "»30 cases« braucht einen Zeitraum"
    ),
    "unit of a money": Case(
        "5 100 EUR/month", "▸5 100 EUR", "E121", "money per time", "»5 100 EUR« braucht einen Zeitraum"
    ),
    "unit of a money in a long form": Case(
        "5 100 EUR/month",
        "{source: amt, value: ▸5 100 EUR}",
        "E121",
        "money per time",
        "»5 100 EUR« braucht einen Zeitraum",
    ),
    "unit of a hours without a price": Case(
        "10 hours/month at 48.50 EUR/hour",
        "▸10 hours/month",
        "E216",
        "money per time",
        "erwartet wird Geld je Zeit: 5 100 EUR/month, oder 6 hours/month mit at",
    ),
    "unit of a price": Case(
        "10 hours/month at 48.50 EUR/hour",
        "▸10 hours/month at 48.50 EUR",
        "E216",
        "money per hour",
        "erwartet wird Geld je Stunde: 39.50 EUR/hour; gefunden: EUR",
    ),
    "unit of a formula": Case(
        "5 100 EUR/month",
        "▸satz * anteil",
        "E216",
        "money per time: 5 100 EUR/month, or 6 hours/month",
        "erwartet wird Geld je Zeit: 5 100 EUR/month, oder 6 hours/month mit at",
    ),
    "unit of a rate": Case(
        "sources:\n",
        "conventions:\n  discounting:\n    method: at_point\n    rate: ▸3 %\nsources:\n",
        "E121",
        "a probability with its period",
        "»3 %« braucht einen Zeitraum",
    ),
    "comma inside braces of money": Case(
        "value: 40 000 EUR/year",
        "value: 40 000 EUR/year\n        bearer: {stadt: ▸62,5 %, land: rest}",
        "E104",
        "separates fields",
        "das Komma in »62,5 %« trennt hier Felder",
    ),
    "comma inside braces of a share": Case(
        "{ende: 70 %, hilfe: rest}",
        "{ende: ▸4,5 %, hilfe: rest}",
        "E104",
        "write 4.5 %",
        "das Komma in »4,5 %« trennt hier Felder",
    ),
    "comma inside braces of a value": Case(
        "{value: 40 EUR/hour, source: amt}",
        "{value: ▸4,5 EUR/hour, source: amt}",
        "E104",
        'or "4,5 EUR/hour" in quotes',
        "das Komma in »4,5 EUR/hour« trennt hier Felder",
    ),
    "period misspelt": Case(
        "20 %/year", "▸30 %/yaer", "E120", "did you mean »30 %/year«?", "meinten Sie »30 %/year«?"
    ),
    "period misspelt without percent": Case(
        "20 %/year", "▸30/yer", "E120", "did you mean »30/year«?", "meinten Sie »30/year«?"
    ),
    "unit misspelt": Case(
        "5 100 EUR/month",
        "▸5 100 EUR/mnth",
        "E120",
        "»5 100 EUR/month«",
        "die Einheit »EUR/mnth« in »5 100 EUR/mnth« ist unbekannt",
    ),
    "unit in German": Case(
        "21 months",
        "▸21 Monate",
        "E120",
        "unit »Monate«",
        "die Einheit »Monate« in »21 Monate« ist unbekannt",
    ),
    "foreign currency": Case(
        "5 100 EUR/month",
        "▸5 100 USD/month",
        "E120",
        "unit »USD/month«",
        "die Einheit »USD/month« in »5 100 USD/month« ist unbekannt",
    ),
    "infinite number": Case(
        "mean: 21 months", "mean: ▸.inf", "E123", "not a finite number", "».inf« ist keine endliche Zahl"
    ),
    "nan in capitals": Case(
        "share: anteil",
        "share: ▸NaN",
        "E123",
        "»NaN« is not a finite number",
        "»NaN« ist keine endliche Zahl",
    ),
    "yes for a number": Case(
        "share: 50 %",
        "share: ▸yes",
        "E124",
        "found »yes«",
        "hier wird eine Zahl erwartet, gefunden: »yes« (ja/nein)",
    ),
    "no for a share": Case(
        "share: rest",
        "share: ▸no",
        "E124",
        "found »no«",
        "hier wird eine Zahl erwartet, gefunden: »no« (ja/nein)",
    ),
    "nothing for a number": Case(
        "mean: 21 months", "mean:▸ ", "E122", "a number is missing", "hier fehlt eine Zahl"
    ),
    "k. A. for a number": Case(
        "mean: 21 months",
        "mean: ▸k. A.",
        "E122",
        "»k. A.«",
        "»k. A.« ist weder eine Zahl mit Einheit noch eine Formel",
    ),
    "number behind its unit": Case(
        "5 100 EUR/month",
        "▸EUR 5 100",
        "E122",
        "neither a number",
        "»EUR 5 100« ist weder eine Zahl mit Einheit noch eine Formel",
    ),
    "thousands out of step": Case(
        "40 000 EUR/year",
        "▸40 00 EUR/year",
        "E125",
        "not grouped by thousands",
        "»40 00« ist nicht nach Tausendern gegliedert",
    ),
    "separators mixed": Case(
        "40 000 EUR/year",
        "▸40.000.00 EUR/year",
        "E125",
        "mixes separators",
        "»40.000.00« mischt Trennzeichen",
    ),
    "municipal key without its zero": Case(
        "municipality: 05711000",
        "municipality: ▸5711000",
        "E150",
        "did you mean 05711000?",
        "meinten Sie 05711000?",
    ),
    "municipal key of no Land": Case(
        "municipality: 05711000",
        "municipality: ▸99711000",
        "E150",
        "no municipal key",
        "»99711000« ist kein Gemeindeschlüssel: Er hat 8 Stellen (ein Kreis 5, ",
    ),
    "municipal key too short": Case(
        "municipality: 05711000",
        "municipality: ▸057110",
        "E150",
        "8 digits",
        "»057110« ist kein Gemeindeschlüssel: Er hat 8 Stellen (ein Kreis 5, de",
    ),
    "field nearly right": Case(
        "  years: 2",
        "  ▸yeras: 2\n  years: 2",
        "E111",
        "did you mean »years«? allowed: start",
        "meinten Sie »years«?",
    ),
    "field nearly right in an effect": Case(
        "        share: 50 %",
        "        ▸shar: 50 %\n        share: 50 %",
        "E111",
        "»share«? allowed: source",
        "unbekanntes Feld »shar«",
    ),
    "field of another cost kind": Case(
        "value: 40 000 EUR/year",
        "value: 40 000 EUR/year\n        ▸state: heim",
        "E111",
        "unknown field »state«",
        "unbekanntes Feld »state«",
    ),
    "price index": Case(
        "prices:\n  year: 2020",
        "prices:\n  year: 2020\n  ▸index: 2018",
        "E111",
        "unknown field »index«",
        "unbekanntes Feld »index«",
    ),
    "word nearly right": Case(
        "cycle: quarter", "cycle: ▸quater", "E113", "did you mean »quarter«?", "meinten Sie »quarter«?"
    ),
    "state nearly right": Case(
        "state: heim", "state: ▸hiem", "E203", "did you mean »heim«?", "meinten Sie »heim«?"
    ),
    "state nearly right in a list": Case(
        "from: heim", "from: ▸[heim, hilf]", "E203", "did you mean »hilfe«?", "meinten Sie »hilfe«?"
    ),
    "source nearly right": Case(
        "source: assumption}",
        "source: ▸asumption}",
        "E203",
        "did you mean »assumption«?",
        "meinten Sie »assumption«?",
    ),
    "parameter nearly right": Case(
        "share: anteil", "share: ▸anteill", "E203", "did you mean »anteil«?", "meinten Sie »anteil«?"
    ),
    "colon in a text": Case(
        "title: beendet",
        "title: beendet▸: ja",
        "E100",
        "quote a text",
        "als YAML nicht lesbar: Hier kann kein Doppelpunkt stehen",
    ),
    "section out of line": Case(
        "  title: Kleine Übung\n",
        "   title: Kleine Übung\n",
        "E100",
        "check the indentation",
        "als YAML nicht lesbar: Hier kann kein Doppelpunkt stehen",
        (4, 9),
    ),
    "quote not closed": Case(
        "title: beendet",
        'title: "beendet',
        "E100",
        "not readable as YAML",
        "als YAML nicht lesbar: Eine Klammer wird nicht geschlossen",
        (111, 1),
    ),
    "month with a word": Case(
        "at: 2020-07", "at: ▸Juli 2020", "E116", "write 2012-01", "»Juli 2020« ist kein Monat"
    ),
    "years with a unit": Case(
        "years: 2", "years: ▸2 years", "E117", "not a whole number", "»2 years« ist keine ganze Zahl"
    ),
    "key of a stratum twice": Case(
        "  niedrig:\n",
        "  ▸hoch:\n",
        "E102",
        "»hoch« stands twice",
        "»hoch« steht zweimal, in den Zeilen 24 und 27",
    ),
    "empty section": Case(
        "bearers:\n  stadt:\n    title: Stadt\n  land:\n    title: Land\n    level: public\nbearer: stadt\n",
        "bearers:▸ \n",
        "E110",
        "a section is expected",
        "hier wird ein Abschnitt erwartet",
    ),
    "too few values of a function": Case(
        "share: anteil",
        "share: ▸min(anteil)",
        "E140",
        "min takes 2 values, found 1",
        "min nimmt 2 Werte, gefunden: 1",
    ),
    "power that varies": Case(
        "share: anteil",
        "share: ▸anteil ** 17",
        "E140",
        "an exponent is a whole number",
        "ein Exponent ist eine ganze Zahl von 0 bis 16, gefunden: 17",
    ),
    "long formula": Case(
        "share: anteil",
        "share: ▸" + "1 + " * 130 + "1",
        "E141",
        "at most 500 characters",
        "eine Formel hat höchstens 500 Zeichen",
    ),
    "formula of many parts": Case(
        "share: anteil",
        "share: ▸" + "+".join("1" * 120),
        "E141",
        "at most 200 parts",
        "eine Formel hat höchstens 200 Teile",
    ),
    "units in a product": Case(
        "share: anteil",
        "share: ▸satz * satz",
        "E215",
        "a product of",
        "ein Produkt aus EUR/hour und EUR/hour hat keine Einheit, die hier gilt",
    ),
} | {**BROKEN_PROGRAMMES, **BROKEN_QUEUES, **BROKEN_RANGES}

HEIM = "    state: heim\n    value: 5 100 EUR/month\n"
STUNDEN = "    title: Stunden\n    state: hilfe\n    value: 10 hours/month at 48.50 EUR/hour\n"
GRANT = "bearer: stadt\nincome:\n  ▸zuschuss: {kind: fixed, title: Stiftung, value: 60 000 EUR/year}\n"
CONTRIBUTION = "income:\n  beitrag: {kind: per_case, title: Beitrag, state: heim, value: 184 EUR/month}\n"

DOUBTFUL = {
    "years of a budget in weeks": Case(
        "  cycle: quarter\n",
        "  cycle: ▸week\n",
        "W390",
        "the last ends 5 days after the horizon",
        "die letzte endet 5 Tage nach dem Zeitraum",
    ),
    "months in weeks": Case(
        "  cycle: quarter\n",
        "  cycle: ▸week\n",
        "W391",
        "what is written for 2020-07 holds 1 day later",
        "Was für 2020-07 geschrieben steht, gilt 1 Tag später",
    ),
    "years between cycles": Case(
        ONE_STEP + LONG_STAY,
        ONE_STEP_CHANGED.format(counting="start").replace(
            "  years: 1\n  cycle: year\n", "  years: 3\n  cycle: ▸3 years\n"
        )
        + LONG_STAY.replace("21 months", "60 months"),
        "W390",
        "the years between stay empty",
        "die Jahre dazwischen bleiben leer",
    ),
    "single years of a total": Case(
        ONE_STEP,
        ONE_STEP_CHANGED.format(counting="▸simpson").replace("years: 1\n", "years: 4\n  budget_window: 2\n"),
        "W300",
        "holds for the total of 4 years; the report shows the first 2",
        "gilt für die Summe über 4 Jahre; der Bericht zeigt die ersten 2",
    ),
    "day rate per month": Case(
        HEIM,
        "    state: heim\n    value: ▸157 EUR/month\n",
        "W206",
        "157 EUR per month lies outside the known rates (129–270 EUR per day",
        "157 EUR je Monat liegt außerhalb der bekannten Entgelte (129–270 EUR je Tag",
    ),
    "day rate per year": Case(
        HEIM,
        "    state: heim\n    value: ▸180 EUR/year\n",
        "W206",
        "did you mean per day?",
        "meinten Sie je Tag?",
    ),
    "hours of a week per month": Case(
        STUNDEN,
        "    title: Familienhilfe\n    state: hilfe\n    value: ▸6 hours/month at 48.50 EUR/hour\n",
        "W208",
        "6 hours per month is unusual (usual are 2–6 per week",
        "6 Stunden je Monat ist ungewöhnlich (üblich 2–6 je Woche",
    ),
    "cases in the year as stock": Case(
        "      value: 5 cases\n",
        "      value: ▸49.5 cases\n",
        "W207",
        "with a mean stay of 21 months this looks like cases in the year (stock about 32)",
        "Bei 21 Monaten Verweildauer passt das zu 49,5 Fällen im Jahr (Bestand rund 32)",
    ),
    "stock that is called cases in the year": Case(
        "      value: 5 cases\n",
        "      value: ▸5 cases\n      note: Fälle im Jahr 2019\n",
        "W207",
        "their source speaks of cases in the year",
        "die Quelle spricht von Fällen im Jahr",
    ),
    "product number without its leading zero": Case(
        "    title: ambulante Hilfe\n",
        "    title: ambulante Hilfe\n    product: ▸6.3\n",
        "W230",
        "did you mean »06.03«?",
        "in »6.3« fehlt wohl eine führende Null",
    ),
    "budget of a form of help that starts empty": Case(
        "    title: ambulante Hilfe\n  ende:\n    title: beendet\n",
        '    title: ambulante Hilfe\n    product: "06.03"\n  ende:\n    title: beendet\n'
        'budget:\n  products:\n    ▸hilfen:\n      title: Hilfen\n      product: "06.03"\n'
        "      last_result: {year: 2018, value: 4.5 Mio EUR}\n",
        "W231",
        "nobody is in “Hilfen” at the start",
        "in »Hilfen« ist am Anfang niemand",
    ),
    "budget without a whole year": Case(
        "  start: 2020-01\n  years: 2\n  cycle: quarter\n",
        "  start: 2020-04\n  years: 2\n  cycle: quarter\n  budget_window: 1\n"
        "budget:\n  products:\n    ▸alles:\n      title: Alles\n"
        "      last_result: {year: 2018, value: 4.5 Mio EUR}\n",
        "W231",
        "no whole budget year lies in the budget window",
        "im Zeitraum des Haushalts liegt kein ganzes Haushaltsjahr",
    ),
    "families and children": Case(
        "unit: child",
        "unit: ▸family",
        "W209",
        "the cases are families, “residential care” counts children",
        "die Fälle sind Familien, »Heim« zählt Kinder",
    ),
    "contribution deducted twice": Case(
        "bearers:\n",
        "  ▸platz:\n    kind: per_case\n    title: Platz, netto\n    state: heim\n"
        f"    value: 4 900 EUR/month\n{CONTRIBUTION}bearers:\n",
        "W210",
        "deducted twice",
        "doppelt abgezogen",
    ),
    "negative cost": Case(
        HEIM,
        "    state: heim\n    value: ▸-5 100 EUR/month\n",
        "W214",
        "this amount of a cost is negative (-5100); it brings money",
        "dieser Betrag der Kosten ist negativ (-5100); er bringt Geld",
    ),
    "negative cost of a programme": Case(
        "40 000 EUR/year", "▸-40 000 EUR/year", "W214", "write the line under income", "unter income"
    ),
    "negative income": Case(
        "bearers:\n",
        CONTRIBUTION.replace("184", "▸-184") + "bearers:\n",
        "W214",
        "this amount of an income is negative (-184); it costs money",
        "dieser Betrag der Erträge ist negativ (-184); er kostet Geld",
    ),
    "grant without end": Case("bearer: stadt\n", GRANT, "W211", "“Stiftung” has no end", "läuft ohne Ende"),
    "paid back twice": Case(
        "bearers:\n",
        f"{REFUND % 'entgelt'}  b: {{kind: refund, title: B, of: entgelt, from: land, share: ▸30 %}}\n"
        "bearers:\n",
        "W225",
        "“entgelt” is paid back to 110 %",
        "»entgelt« wird zu 110 % erstattet",
    ),
    "everybody placed": Case(
        GROUPS,
        ASKED.replace("without:", "▸without:").replace("hilfe: {share: ", "pflege: {share: "),
        "W220",
        "everybody would be placed",
        "würden alle untergebracht",
    ),
    "a group that opens as a whole": Case(
        "bearers:\n",
        "  x: {▸kind: step_fixed, title: X, state: heim, places: 8, value: 9 EUR/year, source: amt}\n"
        "bearers:\n",
        "W340",
        "so single persons are simulated",
        "gerechnet wird darum mit einzelnen Personen",
    ),
    "a ceiling for the year": Case(
        "bearers:\n",
        "  x: {kind: per_exit, title: X, state: heim, value: 9 EUR, ▸cap: 5 EUR/year, source: amt}\n"
        "bearers:\n",
        "W340",
        "so single persons are simulated",
        "gerechnet wird darum mit einzelnen Personen",
    ),
    "everybody placed by numbers": Case(
        GROUPS,
        ASKED.replace("without:", "▸without:").replace("60 %", "100 %"),
        "W220",
        "does not take in others too",
        "nicht auch andere aufnimmt",
    ),
    "everybody diverted": Case(
        "share: 50 %", "share: ▸100 %", "W212", "are reached in time (100 %)", "werden rechtzeitig erreicht"
    ),
    "unaccompanied minors in the definition": Case(
        "definition: Kind", "definition: ▸Kind oder UMA", "W213", "unaccompanied minors", "unbegleitete"
    ),
    "unaccompanied minors in a stream": Case(
        "    anfang:\n",
        "    ▸anfang:\n      note: mit unbegleiteten Minderjährigen\n",
        "W213",
        "remove them, or make them a group",
        "als eigene Gruppe",
    ),
    "old prices": Case(
        "prices:\n  year: 2020", "prices:\n  year: ▸2011", "W205", "are 9 years old", "9 Jahre alt"
    ),
    "prices of the future": Case(
        "prices:\n  year: 2020", "prices:\n  year: ▸2027", "W205", "after the horizon", "nach dem Zeitraum"
    ),
    "step before the price year": Case(
        "prices:\n  year: 2020",
        "prices:\n  year: 2020\n  steps:\n    - {from: ▸2018-01, rise: 2 %}",
        "W235",
        "prices of 2020 and a step from 2018-01: the rise would be counted twice",
        "Preisstand 2020 und eine Preisstufe ab 2018-01: Die Steigerung würde doppelt gerechnet",
    ),
    "step in the price year, for one line": Case(
        "    title: Entgelt\n",
        "    title: Entgelt\n    prices: {steps: [{from: ▸2020-07, rise: 2 %}]}\n",
        "W235",
        "a step from 2020-07",
        "eine Preisstufe ab 2020-07",
    ),
    "most numbers assumed": Case(
        "  anteil: 60 %\n",
        "  anteil: {value: ▸60 %, source: assumption}\n"
        + "".join(f"  p{n}: {{value: 1 %, source: assumption}}\n" for n in range(20)),
        "W203",
        "most numbers are only assumed or estimated: 22 of",
        "die meisten Zahlen sind nur angenommen oder geschätzt: 22 von",
    ),
    "nobody has checked": Case(
        "  case:\n    unit",
        "  checked: ▸{by: offen, on: offen}\n  case:\n    unit",
        "W202",
        "draft",
        "Entwurf",
    ),
    "number without a source": Case(
        "share: 50 %", "share: ▸50 %", "W201", "»50 %« names no source", "»50 %« nennt keine Quelle"
    ),
} | DOUBTFUL_QUEUES
