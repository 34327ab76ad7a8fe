"""A made-up file of ten states that move in all directions, to see whether its diagram can be read."""

from typing import Final

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import parse_scenario

TITLES: Final = {
    "fh": "Frühe Hilfen",
    "eb": "Erziehungsberatung (§ 28)",
    "spfh": "Familienhilfe (§ 31)",
    "tg": "Tagesgruppe (§ 32)",
    "pflege": "Vollzeitpflege (§ 33)",
    "heim": "Heim (§ 34)",
    "bp": "Bereitschaftspflege (§ 42)",
    "muki": "Mutter-Kind-Einrichtung (§ 19)",
    "jv": "Hilfe für junge Volljährige (§ 41)",
    "ende": "keine Hilfe mehr",
}
STAYS: Final = {"fh": 9, "eb": 6, "spfh": 14, "tg": 16, "pflege": 50, "muki": 8, "jv": 15}
MOVES: Final = (
    ("fh", "heim", 3), ("eb", "spfh", 10), ("eb", "heim", 4), ("spfh", "heim", 12), ("spfh", "bp", 5),
    ("spfh", "pflege", 4), ("tg", "heim", 8), ("pflege", "heim", 6), ("muki", "pflege", 9),
    ("bp", "pflege", 30), ("ende", "spfh", 3), ("ende", "heim", 2), ("spfh", "tg", 6), ("bp", "muki", 10),
)  # fmt: skip

HEAD: Final = """\
format: prevention_sim/1
scenario: {id: zehn, title: Zehn Zustände & mehr, case: {unit: child, definition: Kind}}
time: {start: 2027-01, years: 5}
prices: {year: 2027}
bearers: {stadt: {title: Stadt}}
interventions:
  programm:
    title: P
    enrolment:
      - {of: entries, in: [spfh, eb], reach: 80 %, uptake: 60 %}
      - {of: present, in: tg, offered: 10 %/month}
    effects:
      - {kind: diverts, from: [heim, bp], into: fh, share: 60 %}
      - {kind: hazard_ratio, ratio: 0.55, to: heim}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [programm]}}
comparator: ohne
strata: {hoch: {title: H, share: 20 %}, mittel: {title: M, share: 30 %}, rest: {title: R, share: rest}}
caseload:
  stock: {da: {value: 60 cases, in: heim}}
  arrivals:
    neue: {value: 120 cases/year, into: {hoch: heim, mittel: spfh, rest: eb}}
    weitere: {value: 10 cases/year, into: bp}
"""


def ten_states() -> Scenario:
    """The file, read."""
    tags = {name: ", tags: [placement]" if name in ("heim", "bp") else "" for name in TITLES}
    states = [f'  {name}: {{title: "{title}"{tags[name]}}}' for name, title in TITLES.items()]
    stays = [f"  {name}: {{mean: {months} months, to: {{ende: 100 %}}}}" for name, months in STAYS.items()]
    stays.append("  heim: {mean: 21 months, to: {ende: 50 %, pflege: 20 %, jv: 20 %, tg: rest}}")
    stays.append("  bp: {mean: 3 months, to: {heim: 100 %}}")
    moves = [f"  - {{from: {origin}, to: {to}, probability: {p} %/year}}" for origin, to, p in MOVES]
    lines = ["states:", *states, "stays:", *stays, "breakdowns:", *moves]
    return parse_scenario((HEAD + "\n".join(lines) + "\n").encode())
