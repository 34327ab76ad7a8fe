"""Hypothesis strategies for valid scenario files, small enough that a slow twin can follow.

At most 6 states, 3 strata, 3 streams, 3 bearers and 24 cycles. Chances to leave a state stay below 1 by
construction: the stay takes at most 40 % of a state per cycle, each of at most four breakdowns at most 10 %.
"""

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.small import Tree, tree_of

STATES = ("heim", "pflege", "spfh", "paket", "ende", "tagesgruppe")
STRATA = ("nord", "sued", "mitte")
BEARERS = ("kommune", "land", "kasse")
LEVELS = ("municipality", "public", "society")
METHODS = (None, "at_point", "per_cycle", "per_year_start", "per_year_mid", "per_year_end")
MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Clock:
    """When a drawn file plays."""

    first: int
    cycle: str
    years: int

    @property
    def step(self) -> int:
        """Months of a cycle."""
        return MONTHS[self.cycle]

    def boundary(self, position: int) -> str:
        """The month that begins at a boundary, as a file writes it."""
        return month(self.first + self.step * position)

    def last_month(self, position: int) -> str:
        """The last month of a cycle, as a file writes it."""
        return month(self.first + self.step * (position + 1) - 1)

    @property
    def cycles(self) -> int:
        """How many cycles the horizon has."""
        return 12 * self.years // self.step


def month(count: int) -> str:
    """Months since the year 0 as `2012-01`."""
    return f"{count // 12:04}-{count % 12 + 1:02}"


def clocks() -> SearchStrategy[Clock]:
    """Start, cycle length and horizon."""
    longest = {"month": 2, "quarter": 6, "year": 12}
    return st.sampled_from(sorted(longest)).flatmap(
        lambda cycle: st.builds(
            Clock,
            first=st.integers(2010 * 12, 2013 * 12),
            cycle=st.just(cycle),
            years=st.integers(1, longest[cycle]),
        )
    )


def calendar_years() -> SearchStrategy[Clock]:
    """Clocks whose years are budget years."""
    return clocks().map(lambda clock: replace(clock, first=clock.first // 12 * 12))


def percentages(least: int = 0, most: int = 100) -> SearchStrategy[str]:
    """A share in tenths of a percent."""
    return st.integers(10 * least, 10 * most).map(lambda tenths: f"{tenths / 10} %")


@st.composite
def parts_of_one(draw: DrawFn, names: tuple[str, ...]) -> dict[str, str]:
    """Shares that add up to 100 %; the last may say `rest`."""
    left, shares = 1000, {}
    for name in names[:-1]:
        part = draw(st.integers(0, left))
        shares[name] = f"{part / 10} %"
        left -= part
    shares[names[-1]] = "rest" if draw(st.booleans()) else f"{left / 10} %"
    return shares


@st.composite
def strata(draw: DrawFn) -> Tree:
    """No strata, or one to three, plain or by a formula of a parameter."""
    count = draw(st.integers(0, 3))
    if count == 2 and draw(st.booleans()):
        formulas = dict(zip(STRATA, ("anteil", "1 - anteil"), strict=False))
        written = {name: {"title": name, "share": share} for name, share in formulas.items()}
        return {"strata": written, "parameters": {"anteil": draw(percentages())}}
    names = STRATA[:count]
    shares: dict[str, str] = draw(parts_of_one(names)) if names else {}
    return {"strata": {name: {"title": name, "share": share} for name, share in shares.items()}}


@st.composite
def destinations(draw: DrawFn, states: tuple[str, ...], groups: tuple[str, ...]) -> str | dict[str, str]:
    """One state for everybody, or one for each stratum."""
    one = st.sampled_from(states)
    return {group: draw(one) for group in groups} if len(groups) > 0 and draw(st.booleans()) else draw(one)


@st.composite
def caseloads(draw: DrawFn, clock: Clock, states: tuple[str, ...], groups: tuple[str, ...]) -> Tree:
    """One to three streams."""
    caseload: Tree = {}
    for position in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("stock", "intake", "arrivals")))
        into = draw(destinations(states, groups))
        cases = draw(st.integers(0, 400)) / 10
        if kind == "stock":
            stream = {"value": f"{cases} cases", "in": into}
        elif kind == "intake":
            at = clock.boundary(draw(st.integers(0, clock.cycles - 1)))
            stream = {"value": f"{cases} cases", "at": at, "into": into}
        else:
            stream = {"value": f"{cases} cases/{draw(st.sampled_from(('month', 'year')))}", "into": into}
            stream |= draw(spans(clock, "from", "until"))
        caseload.setdefault(kind, {})[f"strom_{position}"] = stream
    return {"caseload": caseload}


@st.composite
def stays(draw: DrawFn, clock: Clock, states: tuple[str, ...]) -> Tree:
    """Stays of some states; the others are left by breakdowns only, or never."""
    written = {}
    for state in states:
        others = tuple(other for other in states if other != state)
        if draw(st.booleans()):
            continue
        targets = tuple(draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True)))
        if draw(st.integers(0, 3)) == 0:
            written[state] = draw(counts(clock, state, targets))
            continue
        if draw(st.booleans()):
            how = {"mean": f"{draw(st.integers(25, 600)) * clock.step / 10} months"}
        elif draw(st.booleans()):
            how = {"rate": f"{draw(st.integers(0, 500)) / 1000}/{clock.cycle}"}
        else:
            how = {"probability": f"{draw(percentages(0, 40))}/{clock.cycle}"}
        written[state] = how | {"to": draw(parts_of_one(targets))}
    return {"stays": written}


@st.composite
def counts(draw: DrawFn, clock: Clock, state: str, targets: tuple[str, ...]) -> Tree:
    """Counted moves over one to three cycles, of which at most 40 % left."""
    gone = {target: draw(st.integers(0, 100)) for target in targets}
    stayed = draw(st.integers(2 * max(sum(gone.values()), 1), 1000))
    period = draw(st.sampled_from((f"1 {clock.cycle}", f"3 {clock.cycle}s")))
    return {"counts": {state: str(stayed)} | {to: str(count) for to, count in gone.items()}, "over": period}


@st.composite
def breakdowns(draw: DrawFn, states: tuple[str, ...], groups: tuple[str, ...]) -> Tree:
    """Up to four moves; none is said twice."""
    pairs = st.tuples(st.sampled_from(states), st.sampled_from(states)).filter(
        lambda pair: pair[0] != pair[1]
    )
    written = []
    for origin, target in draw(st.lists(pairs, max_size=4, unique=True)):
        period = draw(st.sampled_from(("year", "3 years")))
        move: Tree = {"from": origin, "to": target}
        if draw(st.booleans()):
            move["probability"] = f"{draw(percentages(0, 10))}/{period}"
        else:
            move["rate"] = f"{draw(st.integers(0, 100)) / 1000}/year"
        if len(groups) > 0 and draw(st.booleans()):
            move["strata"] = draw(st.lists(st.sampled_from(groups), min_size=1, unique=True))
        written.append(move)
    return {draw(st.sampled_from(("breakdowns", "transitions"))): written}


@st.composite
def bearers_of_line(draw: DrawFn, bearers: tuple[str, ...]) -> str | dict[str, str]:
    """One bearer, or shares of several."""
    if len(bearers) == 1 or draw(st.booleans()):
        return draw(st.sampled_from(bearers))
    return draw(parts_of_one(bearers))


@st.composite
def lines(draw: DrawFn, clock: Clock, states: tuple[str, ...], bearers: tuple[str, ...], name: str) -> Tree:
    """Up to three cost or income lines, numbered after a name."""
    written: dict[str, Any] = {}
    for position in range(draw(st.integers(0, 3))):
        line: Tree = {"title": "Zeile", "bearer": draw(bearers_of_line(bearers))}
        line |= draw(dated_lines(clock) if draw(st.integers(0, 2)) == 0 else lines_of_cases(states))
        if draw(st.integers(0, 3)) == 0:
            lag = {"lag": f"{clock.step * draw(st.integers(0, 2))} months"} if draw(st.booleans()) else {}
            line["cashable"] = {"share": draw(percentages())} | lag
        written[f"{name}_{position}"] = line
    return written


def amounts() -> SearchStrategy[str]:
    """Up to 9,000 EUR."""
    return st.integers(0, 900_000).map(lambda cents: f"{cents / 100} EUR")


@st.composite
def dated_lines(draw: DrawFn, clock: Clock) -> Tree:
    """An amount whatever the cases do: once, or while it runs."""
    kind = draw(st.sampled_from(("fixed", "staff", "one_off")))
    if kind == "one_off":
        at = clock.boundary(draw(st.integers(0, clock.cycles - 1)))
        return {"kind": kind, "value": draw(amounts()), "at": at}
    period, span = draw(st.sampled_from(("day", "month", "year"))), draw(spans(clock, "from", "until"))
    if kind == "fixed":
        return {"kind": kind, "value": f"{draw(amounts())}/{period}"} | span
    posts = {"posts": f"{draw(st.integers(0, 20)) / 4} FTE", "personnel": f"{draw(amounts())}/{period}"}
    material = {"material": f"{draw(amounts())}/month"} if draw(st.booleans()) else {}
    overhead = {"overhead": draw(percentages())} if draw(st.booleans()) else {}
    return {"kind": kind} | posts | material | overhead | span


@st.composite
def lines_of_cases(draw: DrawFn, states: tuple[str, ...]) -> Tree:
    """An amount for cases: for their time, what they are told, their moves, or events."""
    kind = draw(st.sampled_from(("per_case", "per_case", "per_entry", "per_exit", "per_move", "per_event")))
    value, (state, other) = draw(amounts()), draw(st.permutations(states))[:2]
    if kind == "per_move":
        return {"kind": kind, "from": state, "to": other, "value": value}
    line: Tree = {"kind": kind, "state": state}
    if kind == "per_event":
        period = draw(st.sampled_from(("month", "year")))
        return line | {"rate": f"{draw(st.integers(0, 300)) / 100}/{period}", "value": value}
    if kind != "per_case":
        return line | {"value": value}
    if draw(st.booleans()):
        delivered = {"delivered": "3 hours/month"} if draw(st.booleans()) else {}
        hours = f"{draw(st.integers(0, 400)) / 10} hours/month"
        return line | {"value": hours, "at": f"{value}/hour"} | delivered
    period = draw(st.sampled_from(("day", "month", "year")))
    return line | {"value": f"{value}/{period}"} | (draw(counting_rules()) if period == "year" else {})


@st.composite
def rises(draw: DrawFn, clock: Clock) -> Tree:
    """How prices move: by the year, at dates, both, or not at all."""
    rise = {"rise": f"{draw(percentages(0, 8))}/year"} if draw(st.booleans()) else {}
    dates = draw(st.lists(st.integers(0, clock.cycles - 1), max_size=2, unique=True))
    steps = [{"from": clock.boundary(at), "rise": draw(percentages(0, 8))} for at in dates]
    return rise | ({"steps": steps} if steps else {})


@st.composite
def shares_of_lines(draw: DrawFn, clock: Clock, groups: tuple[str, ...], lines: list[str]) -> Tree:
    """A share of one line, or of several: then with a bearer of its own."""
    of = draw(st.lists(st.sampled_from(lines), min_size=1, max_size=3, unique=True))
    bearer = {"bearer": BEARERS[0]} if len(of) > 1 or draw(st.booleans()) else {}
    some = draw(some_strata(groups))
    share = {"kind": "share_of", "title": "Zuschlag", "of": of, "share": draw(percentages())}
    return share | bearer | some | draw(spans(clock, "from", "until"))


@st.composite
def some_strata(draw: DrawFn, groups: tuple[str, ...]) -> dict[str, list[str]]:
    """Some of the strata, or all by not naming any."""
    if not groups or draw(st.booleans()):
        return {}
    return {"strata": draw(st.lists(st.sampled_from(groups), min_size=1, unique=True))}


@st.composite
def counting_rules(draw: DrawFn) -> dict[str, str]:
    """How the cases of an amount per year are counted."""
    rule = draw(st.sampled_from(("place_years", "cases_in_year", "stock_31_dec")))
    stay = {"mean_stay": f"{draw(st.integers(1, 90))} months"} if rule == "cases_in_year" else {}
    return {"case_count": rule} | stay


@st.composite
def spans(draw: DrawFn, clock: Clock, first: str, last: str) -> dict[str, str]:
    """A beginning and an end on boundaries of a clock, each of which may be left out."""
    begin, end = sorted((draw(st.integers(0, clock.cycles - 1)), draw(st.integers(0, clock.cycles - 1))))
    span = {}
    if draw(st.booleans()):
        span[first] = clock.boundary(begin)
    if draw(st.booleans()):
        span[last] = clock.last_month(end)
    return span


@st.composite
def programmes(draw: DrawFn, clock: Clock, states: tuple[str, ...], bearers: tuple[str, ...]) -> Tree:
    """One or two interventions that divert from different states, and strategies with and without them."""
    sources = draw(st.permutations(states))
    written: dict[str, Any] = {}
    for position in range(draw(st.integers(1, 2))):
        effects = [
            {
                "kind": "diverts",
                "from": source,
                "into": draw(st.sampled_from(states)),
                "share": draw(percentages()),
            }
            for source in sources[position :: max(2, len(states) - 1)][:2]
        ]
        written[f"hilfe_{position}"] = {
            "title": "Hilfe",
            "effects": effects,
            "costs": draw(lines(clock, states, bearers, f"hilfe_{position}_kosten")),
            "income": draw(lines(clock, states, bearers, f"hilfe_{position}_ertrag")),
        } | draw(spans(clock, "start", "end"))
    strategies: dict[str, Any] = {
        "ohne": {"title": "ohne"},
        "mit": {"title": "mit", "interventions": list(written)},
    }
    if draw(st.booleans()):
        strategies["anders"] = {"title": "anders", "interventions": list(written)[-1:]}
    return {"interventions": written, "strategies": strategies, "comparator": "ohne"}


@st.composite
def conventions(draw: DrawFn, clock: Clock) -> Tree:
    """Counting, conversion and discounting."""
    chosen: Tree = {
        "counting": draw(st.sampled_from(("start", "end", "half_cycle"))),
        "conversion": draw(st.sampled_from(("separate", "competing"))),
    }
    method = draw(st.sampled_from(METHODS))
    if method is not None:
        chosen["discounting"] = {"method": method, "rate": f"{draw(percentages(0, 8))}/year"}
        years = draw(st.lists(st.integers(1, clock.years), max_size=2, unique=True).map(sorted))
        per_year = 12 // clock.step
        chosen["discounting"]["steps"] = [
            {"from": clock.boundary(year * per_year), "rate": f"{draw(percentages(0, 8))}/year"}
            for year in years
            if year < clock.years
        ]
    return {"conventions": chosen}


@st.composite
def files(draw: DrawFn, when: SearchStrategy[Clock] | None = None) -> Tree:
    """A valid scenario file, at any time or at a given one."""
    clock = draw(clocks() if when is None else when)
    states = STATES[: draw(st.integers(2, len(STATES)))]
    bearers = BEARERS[: draw(st.integers(1, len(BEARERS)))]
    tree = tree_of()
    tree["time"] = {
        "start": month(clock.first),
        "years": str(clock.years),
        "cycle": clock.cycle,
        "budget_window": str(draw(st.integers(1, clock.years + 1))),
    }
    tree["states"] = {
        state: {"title": state} | ({"tags": ["placement"]} if draw(st.booleans()) else {}) for state in states
    }
    tree["bearers"] = {
        name: {"title": name, "level": level} for name, level in zip(bearers, LEVELS, strict=False)
    }
    tree |= draw(strata())
    groups = tuple(tree["strata"])
    for section in (
        conventions(clock),
        caseloads(clock, states, groups),
        stays(clock, states),
        breakdowns(states, groups),
        programmes(clock, states, bearers),
    ):
        tree |= draw(section)
    tree["costs"] = draw(lines(clock, states, bearers, "kosten"))
    tree["income"] = draw(lines(clock, states, bearers, "ertrag"))
    return tree


@st.composite
def files_with_funding(draw: DrawFn, when: SearchStrategy[Clock] | None = None) -> Tree:
    """A file whose prices rise, whose payments are late, and whose lines are shares and refunds of others."""
    clock = draw(clocks() if when is None else when)
    tree = draw(files(st.just(clock)))
    groups = tuple(tree["strata"])
    tree["prices"] = {"year": str(clock.first // 12 + draw(st.integers(-1, 1)))} | draw(rises(clock))
    for part in (tree, *tree["interventions"].values()):
        for section in ("costs", "income"):
            for line in part[section].values():
                if draw(st.integers(0, 3)) == 0:
                    line["payment_lag"] = f"{clock.step * draw(st.integers(0, 4))} months"
                if draw(st.integers(0, 3)) == 0:
                    line["prices"] = draw(rises(clock))
    named = [*tree["costs"], *tree["income"]]
    for name in ("zuschlag", "aufschlag"):
        if len(named) > 0 and draw(st.booleans()):
            section = draw(st.sampled_from(("costs", "income")))
            tree[section][name] = draw(shares_of_lines(clock, groups, named))
            named.append(name)
    if len(named) > 0 and len(tree["bearers"]) > 1 and draw(st.booleans()):
        of = draw(st.lists(st.sampled_from(named), min_size=1, max_size=3, unique=True))
        refund = {"kind": "refund", "title": "Erstattung", "of": of, "share": draw(percentages())}
        who = {"from": BEARERS[1], "bearer": BEARERS[0]}
        tree["income"]["erstattung"] = refund | who | draw(some_strata(groups))
    return tree
