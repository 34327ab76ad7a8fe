"""Who enters from outside, and where: all strategies in one augmented space.

A diverted share q of the entries into X is (X, participant) in strategies without the intervention and (Y,
participant) in those with it; the rest is (X, untreated) in all. So a diversion of nobody, or into the same
state, is the same arithmetic in every strategy, and what happens to participants under the comparator *is*
the counterfactual.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.effects import entry_ratios
from prevention_sim.model.expressions import minus, times
from prevention_sim.model.figures import per_year_amount
from prevention_sim.model.model import Entry, Varying
from prevention_sim.model.network import Cell, Gate
from prevention_sim.model.programmes import NOBODY, Diversion, Programme, part_of
from prevention_sim.model.space import Space, joined, knows
from prevention_sim.scenario.caseload import Arrivals, Intake, Into, Stock, Stratum
from prevention_sim.scenario.counterfactual import destination_of, states_in, strata_of
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Name, Number
from prevention_sim.scenario.strata import former_names, groups_by_stratum, ways_of


@dataclass(frozen=True, slots=True)
class Stream:
    """Entries into one state: when, and how many per cycle in each stratum (0 for those bound elsewhere).

    Programmes change their number by `ratios`; `age` is by how many cycles they are older than the youngest.
    """

    id: str
    state: str
    amounts: tuple[Expression, ...]
    profile: FloatArray
    ratios: tuple[tuple[str, Expression], ...] = ()
    age: int = 0


def stratum_shares(scenario: Scenario, strata: tuple[str, ...]) -> tuple[Expression, ...]:
    """The share of every stratum; a file without strata has one that is everybody."""
    if scenario.crossed_with:
        shares = {way: _shares(groups, way) for way, groups in ways_of(scenario).items()}
        groups = groups_by_stratum(scenario)
        return tuple(_product([shares[way][group] for way, group in groups[name].items()]) for name in strata)
    named = strata_of(scenario)
    shares_of_one = _shares(named, "strata" if scenario.strata else "without")
    return tuple(shares_of_one[name] for name in strata) if named else (Number(1.0),)


def _shares(groups: Mapping[str, Stratum], path: str) -> dict[str, Expression]:
    """The shares of one whole; `rest` is what the others leave."""
    rest: Expression = Number(1.0)
    for name in sorted(groups):
        if groups[name].share != "rest":
            rest = minus(rest, Name(f"{path}.{name}.share"))
    return {
        name: rest if group.share == "rest" else Name(f"{path}.{name}.share")
        for name, group in groups.items()
    }


def _product(shares: Sequence[Expression]) -> Expression:
    whole, *others = shares
    for share in others:
        whole = times(whole, share)
    return whole


def starting(
    scenario: Scenario, strata: tuple[str, ...], shares: tuple[Expression, ...]
) -> list[tuple[str, str, Stock, tuple[Expression, ...]]]:
    """The stock by stream: states with the cases of each stratum that are there at the first boundary."""
    return [
        (
            f"stock.{name}",
            state,
            stock,
            _by_stratum(Name(f"caseload.stock.{name}.value"), shares, strata, into, state),
        )
        for name, stock in sorted(scenario.caseload.stock.items())
        for into in [destination_of(scenario, stock)]
        for state in states_in(into)
    ]


def streams(
    scenario: Scenario,
    calendar: Calendar,
    strata: tuple[str, ...],
    shares: tuple[Expression, ...],
    ages: Callable[[Intake | Arrivals], int],
) -> Iterator[Stream]:
    """Intake and arrivals as streams per state; `ages` tells how much older than the youngest they are."""
    ratios = entry_ratios(scenario)
    for name, intake in sorted(scenario.caseload.intake.items()):
        amount: Expression = Name(f"caseload.intake.{name}.value")
        into = destination_of(scenario, intake)
        for state in states_in(into):
            cases = _by_stratum(amount, shares, strata, into, state)
            when = calendar.moment(intake.at)
            yield Stream(f"intake.{name}", state, cases, when, ratios.get(name, ()), ages(intake))
    for name, arrivals in sorted(scenario.caseload.arrivals.items()):
        yearly = per_year_amount(scenario, arrivals.value, f"caseload.arrivals.{name}.value")
        amount = times(yearly, float(calendar.cycle_years))
        profile = calendar.span(arrivals.from_, arrivals.until)
        into = destination_of(scenario, arrivals)
        for state in states_in(into):
            cases = _by_stratum(amount, shares, strata, into, state)
            yield Stream(f"arrivals.{name}", state, cases, profile, ratios.get(name, ()), ages(arrivals))


def varying(scenario: Scenario) -> dict[str, Varying]:
    """The streams that do not bring their mean number of cases: arrivals by Poisson's law unless told."""
    found: dict[str, Varying] = {}
    kinds: dict[str, Mapping[str, Intake | Arrivals]] = {
        "intake": scenario.caseload.intake, "arrivals": scenario.caseload.arrivals
    }  # fmt: skip
    for kind, streams_of in kinds.items():
        for name, stream in streams_of.items():
            law = stream.varies or ("poisson" if kind == "arrivals" else "fixed")
            path = f"caseload.{kind}.{name}.dispersion"
            if law == "negative_binomial":
                found[f"{kind}.{name}"] = Varying(law, Name(path))
            elif law == "poisson":
                found[f"{kind}.{name}"] = Varying(law)
    return found


def former_ids(scenario: Scenario) -> dict[str, str]:
    """What strata and streams were called, where that has changed."""
    caseload = scenario.caseload
    kinds: dict[str, Mapping[str, Stock | Intake | Arrivals]] = {
        "stock": caseload.stock, "intake": caseload.intake, "arrivals": caseload.arrivals
    }  # fmt: skip
    return former_names(scenario) | {
        f"{kind}.{name}": f"{kind}.{stream.was}"
        for kind, streams_of in kinds.items()
        for name, stream in streams_of.items()
        if stream.was
    }


@dataclass(frozen=True)
class Placing:
    """Streams as entries into cells: after what changes their size, diversion, and offers on entry."""

    space: Space
    programmes: tuple[Programme, ...]

    def placed(self, streams: Iterable[Stream]) -> tuple[Entry, ...]:
        """Every part of some streams."""
        return tuple(entry for stream in streams for entry in self.place(stream))

    def place(self, stream: Stream) -> Iterator[Entry]:
        """Every part of a stream."""
        everywhere = (True,) * self.space.strategies
        cell, amounts = Cell(stream.state), stream.amounts
        entry = Entry(
            stream.id, stream.state, cell, stream.profile, amounts, amounts, everywhere, age=stream.age
        )
        for sized in self._changed(stream, entry):
            for part in self._diverted(sized):
                for cell, gates, enrolled in self.space.participants(part.cell):
                    for taken in _through(part, gates):
                        yield replace(
                            taken,
                            cell=cell,
                            enrols=(*part.enrols, *enrolled),
                            meant_for=(*part.meant_for, *enrolled),
                        )

    def _changed(self, stream: Stream, entry: Entry) -> Iterator[Entry]:
        """The cases as they are, and as they are while a programme that changes their number runs."""
        parts = [entry]
        for programme in self.programmes:
            for ratio in (ratio for name, ratio in stream.ratios if name == programme.id):
                parts = [after for part in parts for after in _sized(part, ratio, programme)]
        yield from (part for part in parts if part.profile.any() and any(part.strategies))

    def _diverted(self, entry: Entry) -> Iterator[Entry]:
        """Who is diverted in the strategies that do so, who would be in the others, and who is not."""
        parts = [entry]
        for programme in self.programmes:
            for diversion in programme.diversions:
                if diversion.of == "entries":
                    parts = [
                        after
                        for part in parts
                        for after in self._split(part, diversion, programme, entry.cell)
                    ]
        yield from parts

    def _split(
        self, entry: Entry, diversion: Diversion, programme: Programme, bound_for: Cell
    ) -> Iterator[Entry]:
        """What a diversion makes of an entry that was bound for a state."""
        if bound_for.state != diversion.source or knows(entry.cell.status, programme.id):
            yield entry
            return
        active = _both(entry.strategies, programme.strategies)
        inactive = _both(entry.strategies, tuple(not runs for runs in programme.strategies))
        yield from _through(entry, (Gate(diversion.door, taken=False),))
        for taken in _through(entry, (Gate(diversion.door, taken=True),)):
            would_be = replace(taken, meant_for=(*entry.meant_for, programme.id))
            yield replace(
                would_be, cell=self._joined(entry.cell.state, entry, programme), strategies=inactive
            )
            if any(active):
                yield replace(
                    would_be,
                    cell=self._joined(diversion.into, entry, programme),
                    strategies=active,
                    enrols=(*entry.enrols, programme.id),
                )

    def _joined(self, state: str, entry: Entry, programme: Programme) -> Cell:
        """A case of an entry that a programme takes in, in a state."""
        return Cell(state, self.space.on_entry(joined(entry.cell.status, (programme.id,)), state))


def _sized(entry: Entry, ratio: Expression, programme: Programme) -> Iterator[Entry]:
    """What a ratio makes of an entry: it holds while the programme runs, in strategies that have it."""
    running, outside = (entry.profile * each for each in (programme.runs, 1.0 - programme.runs))
    without = _both(entry.strategies, tuple(not has for has in programme.strategies))
    yield replace(entry, profile=outside)
    yield replace(entry, profile=running, strategies=without)
    yield replace(
        entry,
        profile=running,
        strategies=_both(entry.strategies, programme.strategies),
        coming=tuple(times(amount, ratio) for amount in entry.coming),
        amounts=tuple(times(amount, ratio) for amount in entry.amounts),
    )


def _both(one: tuple[bool, ...], other: tuple[bool, ...]) -> tuple[bool, ...]:
    return tuple(here and there for here, there in zip(one, other, strict=True))


def _through(entry: Entry, gates: tuple[Gate, ...]) -> Iterator[Entry]:
    """The part of an entry that goes through some gates, piece by piece of their shares."""
    if not gates:
        yield entry
        return
    gate, *others = gates
    for piece in gate.pieces:
        during = entry.profile * piece.boundaries[:-1]
        nobody = gate.taken and all(share == NOBODY for share in piece.shares)
        if during.any() and not nobody:
            amounts = tuple(
                part_of(amount, share, taken=gate.taken)
                for amount, share in zip(entry.amounts, piece.shares, strict=True)
            )
            passed = replace(entry, profile=during, amounts=amounts, gates=(*entry.gates, gate))
            yield from _through(passed, tuple(others))


def _by_stratum(
    amount: Expression, shares: tuple[Expression, ...], strata: tuple[str, ...], into: Into, state: str
) -> tuple[Expression, ...]:
    return tuple(
        times(amount, share) if isinstance(into, str) or into[stratum] == state else Number(0.0)
        for stratum, share in zip(strata, shares, strict=True)
    )
