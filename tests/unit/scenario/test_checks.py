"""Every rule that spans sections has an example that breaks it, found where it is broken."""

import inspect
import re
import time

import pytest

from prevention_sim.scenario import checks
from prevention_sim.scenario.checks import LONGEST_CHAIN, check, lines_of
from tests.unit.scenario.minimal import MINIMAL, edited, places_in, problems_in, read

EFFECT = "        share: 50 %\n"
MOVE = "    probability: 20 %/year\n"
FIRST_LINE = "    value: 5 100 EUR/month\n"
EXPECTED = "    tolerance: 1 EUR\n"
DISCOUNTING = "conventions:\n  discounting:\n    method: at_point\n    rate: "

# name: (what stands in the minimal file, what replaces it with ▸ where the error is, code, part of message)
BROKEN = {
    "state of a stay": (
        "stays:\n",
        "stays:\n  ▸haft:\n    mean: 1 months\n    to: {ende: rest}\n",
        "E203",
        "»haft«",
    ),
    "state after a stay": (
        "{ende: 70 %, hilfe: rest}",
        "{ende: 70 %, ▸haft: rest}",
        "E203",
        "no state »haft«",
    ),
    "state a move leaves": ("  - from: ende", "  - from: ▸[ende, haft]", "E203", "no state »haft«"),
    "state a move enters": (
        "- from: hilfe\n    to: heim\n",
        "- from: hilfe\n    to: ▸haft\n",
        "E203",
        "no state »haft«",
    ),
    "stratum of a move": (
        MOVE,
        MOVE + "    strata: ▸[hoch, tief]\n",
        "E203",
        "no stratum »tief«; known: hoch, niedrig",
    ),
    "state of a stock": ("in: heim", "in: ▸haft", "E203", "no state »haft«"),
    "state of an intake": ("      into: heim", "      into: ▸haft", "E203", "no state »haft«"),
    "state of one stratum": (
        "{hoch: heim, niedrig: hilfe}",
        "{hoch: ▸haft, niedrig: hilfe}",
        "E203",
        "»haft«",
    ),
    "stratum of a stream": ("niedrig: hilfe}", "niedrig: hilfe, ▸tief: hilfe}", "E203", "no stratum »tief«"),
    "state of a line": ("state: heim", "state: ▸haft", "E203", "no state »haft«"),
    "bearer of a line": (
        FIRST_LINE,
        FIRST_LINE + "    bearer: ▸bund\n",
        "E203",
        "no bearer »bund«; known: land, stadt",
    ),
    "bearer among several": (
        FIRST_LINE,
        FIRST_LINE + "    bearer: ▸{stadt: 50 %, bund: rest}\n",
        "E203",
        "no bearer »bund«",
    ),
    "state an effect leaves": ("from: heim", "from: ▸[heim, haft]", "E203", "no state »haft«"),
    "state an effect enters": ("        into: hilfe", "        into: ▸haft", "E203", "no state »haft«"),
    "intervention of a strategy": ("[hebammen]", "▸[hebammen, paten]", "E203", "no intervention »paten«"),
    "comparator": (
        "comparator: ohne",
        "comparator: ▸nichts",
        "E203",
        "no strategy »nichts«; known: mit, ohne",
    ),
    "strategy expected": (EXPECTED, EXPECTED + "    strategy: ▸alle\n", "E203", "no strategy »alle«"),
    "state expected": (EXPECTED, EXPECTED + "    state: ▸[heim, haft]\n", "E203", "no state »haft«"),
    "stratum expected": (EXPECTED, EXPECTED + "    stratum: ▸tief\n", "E203", "known: hoch, niedrig, shared"),
    "line expected": (EXPECTED, EXPECTED + "    item: ▸strom\n", "E203", "known: entgelt, stelle, stunden"),
    "parameter": (
        "share: anteil",
        "share: ▸1 - quote",
        "E203",
        "no parameter »quote«; known: anteil, satz, zins",
    ),
    "parameter named often": ("share: anteil", "share: ▸quote * quote", "E203", "»quote«"),
    "source of a part": (
        "rest}\n    source: amt",
        "rest}\n    source: ▸akte",
        "E203",
        "known: amt, assumption",
    ),
    "source of a number": ("source: assumption}", "source: ▸akte}", "E203", "no source »akte«"),
    "source of an expected value": (
        "value: 1 000 EUR",
        "value: {value: 1 EUR, source: ▸akte}",
        "E203",
        "»akte«",
    ),
    "two strata that take the rest": (
        "anteil\n  niedrig:\n    title: übrige\n    share: rest",
        "rest\n  niedrig:\n    title: übrige\n    share: ▸rest",
        "E204",
        "only one share may say »rest«",
    ),
    "two states that take the rest": (
        "{ende: 70 %, hilfe: rest}",
        "{ende: rest, hilfe: ▸rest}",
        "E204",
        "»rest«",
    ),
    "two bearers that take the rest": (
        FIRST_LINE,
        FIRST_LINE + "    bearer: {stadt: rest, land: ▸rest}\n",
        "E204",
        "only one share",
    ),
    "stay that ends in its state": ("{ende: 100 %}", "{ende: 50 %, ▸hilfe: 50 %}", "E205", "its own state"),
    "move that goes nowhere": (
        "- from: hilfe\n    to: heim\n",
        "- from: hilfe\n    to: ▸hilfe\n",
        "E205",
        "from one state to another",
    ),
    "stay without length": ("heim:\n    mean: 21 months\n", "▸heim:\n", "E206", "either »mean"),
    "stay with two lengths": (
        "  hilfe:\n    probability",
        "  ▸hilfe:\n    mean: 12 months\n    probability",
        "E206",
        "either »mean",
    ),
    "stratum without a state": (
        "into: {hoch: heim, niedrig: hilfe}",
        "▸into: {hoch: heim}",
        "E207",
        "stratum niedrig",
    ),
    "two lines of one name": ("      stelle:\n", "      ▸entgelt:\n", "E208", "the name of two lines"),
    "effects that take the same entries": (
        EFFECT,
        EFFECT + "      - {kind: diverts, from: ▸[ende, heim], into: hilfe, share: 10 %}\n",
        "E210",
        "diverted already by interventions.hebammen.effects[0]",
    ),
    "no years": ("years: 2", "years: ▸0", "E211", "from 1 to 1000"),
    "too many years": ("years: 2", "years: ▸1001", "E211", "found 1001"),
    "no budget window": ("years: 2", "years: 2\n  budget_window: ▸0", "E211", "found 0"),
    "month within a cycle": ("at: 2020-07", "at: ▸2020-08", "E212", "2020-08 does not fall on"),
    "intake after the horizon": (
        "at: 2020-07",
        "at: ▸2022-01",
        "E222",
        "outside the horizon of 2 years from 2020-01",
    ),
    "intake before the start": ("at: 2020-07", "at: ▸2019-10", "E222", "outside the horizon"),
    "programme over before the start": (
        "    title: Hebammen\n",
        "    title: Hebammen\n    end: ▸2019-09\n",
        "E222",
        "outside the horizon",
    ),
    "end before its beginning": (
        "    title: Hebammen\n",
        "    title: Hebammen\n    start: 2020-10\n    end: ▸2020-06\n",
        "E223",
        "2020-06 lies before 2020-10",
    ),
    "end within a cycle": (
        "    title: Hebammen\n",
        "    title: Hebammen\n    end: ▸2020-08\n",
        "E212",
        "2020-08 does not fall on the boundary of a cycle (quarter, from 2020-01)",
    ),
    "move said twice": (
        "  - from: ende\n",
        "  - ▸from: hilfe\n    to: heim\n    strata: hoch\n    probability: 1 %/year\n  - from: ende\n",
        "E213",
        "from »hilfe« to »heim« for »hoch« stands at breakdowns[0] already",
    ),
    "parameter of itself": ("anteil: 60 %", "anteil: ▸1 - anteil", "E214", "anteil → anteil"),
    "parameters in a circle": (
        "anteil: 60 %",
        "anteil: ▸b\n  b: c\n  c: anteil",
        "E214",
        "anteil → b → c → anteil",
    ),
    "chain of parameters": (
        "anteil: 60 %",
        "p0: ▸p1\n  "
        + "".join(f"p{step}: p{step + 1}\n  " for step in range(1, 2_000))
        + "p2000: 1 %\n  anteil: 60 %",
        "E221",
        f"more than {LONGEST_CHAIN} steps",
    ),
    "units in a sum": (
        "share: anteil",
        "share: ▸anteil + satz",
        "E215",
        "+ needs equal units, found no unit and EUR/hour",
    ),
    "year out of the horizon": (
        EXPECTED,
        EXPECTED + "    year: ▸2023\n",
        "E217",
        "2023 is not a year of the horizon",
    ),
    "present value without a rate": (
        EXPECTED,
        EXPECTED + "    valuation: ▸present\n",
        "E218",
        "does not discount",
    ),
    "expected formula": ("value: 1 000 EUR", "value: ▸2 * anteil", "E219", "a plain number"),
    "tolerance that is a formula": (
        "tolerance: 1 EUR",
        "tolerance: {value: ▸anteil}",
        "E219",
        "a plain number",
    ),
    "discounting by a formula": (
        "sources:\n",
        f"{DISCOUNTING}▸zins * 2\nsources:\n",
        "E220",
        "a plain rate",
    ),
}

# name: (what stands in the minimal file, a number of another kind, what is expected)
WRONG_UNIT = {
    "share": ("share: anteil", "share: ▸60 EUR", "a share: 30 %; found EUR"),
    "share of a rest": ("{ende: 70 %,", "{ende: ▸70 %/year,", "a share: 30 %; found /year"),
    "probability": ("20 %/year", "▸20 %", "a probability with its period"),
    "duration": ("21 months", "▸21 %", "a length of time"),
    "cases": ("5 cases", "▸5", "a number of cases: 30 cases; found a number without unit"),
    "cases per time": ("30 cases/year", "▸30 cases", "cases per time"),
    "money": ("5 100 EUR/month", "▸5 100 EUR", "money per time"),
    "money in a long form": ("5 100 EUR/month", "{source: amt, value: ▸5 100 EUR}", "money per time"),
    "hours without a price": ("10 hours/month at 48.50 EUR/hour", "▸10 hours/month", "money per time"),
    "price": ("10 hours/month at 48.50 EUR/hour", "▸10 hours/month at 48.50 EUR", "money per hour"),
    "formula": ("5 100 EUR/month", "▸satz * anteil", "money per time: 5 100 EUR/month, or 6 hours/month"),
    "rate": ("sources:\n", f"{DISCOUNTING}▸3 %\nsources:\n", "a probability with its period"),
}
CORPUS = BROKEN | {
    f"unit of a {name}": (old, new, "E216", text) for name, (old, new, text) in WRONG_UNIT.items()
}


def test_the_minimal_file_breaks_no_rule() -> None:
    assert list(check(read(MINIMAL))) == []


@pytest.mark.parametrize("name", CORPUS)
def test_a_broken_rule_is_told_where_it_is_broken(name: str) -> None:
    old, new, code, fragment = CORPUS[name]
    text = edited(old, new)
    [problem] = problems_in(text)
    assert (problem.code, problem.line, problem.column) == (code, *places_in(text)[0])
    assert fragment in problem.message


def test_every_rule_has_an_example_that_breaks_it() -> None:
    codes = set(re.findall(r'"(E\d+)"', inspect.getsource(checks)))
    assert codes - {case[2] for case in CORPUS.values()} == {"E209"}  # who pays: below


def test_every_line_says_who_pays_where_there_are_several_bearers() -> None:
    found = problems_in(edited("bearer: stadt\n", ""))
    assert [problem.code for problem in found] == ["E209"] * 3
    assert [problem.path for problem in found] == [
        "costs.entgelt",
        "costs.stunden",
        "interventions.hebammen.costs.stelle",
    ]


def test_one_bearer_pays_for_every_line_that_names_none() -> None:
    text = edited("bearer: stadt\n", "").replace("  land:\n    title: Land\n    level: public\n", "")
    assert problems_in(text) == ()


def test_somebody_has_to_pay() -> None:
    begin, end = MINIMAL.index("bearers:"), MINIMAL.index("interventions:\n  hebammen")
    [problem] = problems_in(f"{MINIMAL[:begin]}bearers: {{}}\n{MINIMAL[end:]}")
    assert (problem.code, problem.message) == ("E209", "at least one bearer is needed")


def test_two_circles_are_told_at_once() -> None:
    found = problems_in(edited("anteil: 60 %", "anteil: b\n  b: anteil\n  c: b + d\n  d: d * 2"))
    assert [(problem.code, problem.path) for problem in found] == [
        ("E214", "parameters.anteil"),
        ("E214", "parameters.d"),
    ]


@pytest.mark.parametrize("length", [1, LONGEST_CHAIN - 1])
def test_a_short_chain_of_parameters_is_no_error(length: int) -> None:
    chain = "".join(f"p{step}: p{step + 1} + p{step + 1}\n  " for step in range(length))
    begin = time.perf_counter()
    assert problems_in(edited("anteil: 60 %", f"{chain}p{length}: 1 %\n  anteil: 60 %")) == ()
    assert time.perf_counter() - begin < 5


def test_an_inherited_source_is_told_once() -> None:
    text = edited(
        "value: 10 hours/month at 48.50 EUR/hour\n",
        "value: 10 hours/month at 48.50 EUR/hour\n    source: x\n",
    )
    assert [problem.path for problem in problems_in(text)] == ["costs.stunden.source"]


def test_the_lines_of_a_file_are_found_with_their_paths() -> None:
    assert [path for path, _ in lines_of(read(MINIMAL))] == [
        "costs.entgelt",
        "costs.stunden",
        "interventions.hebammen.costs.stelle",
    ]
