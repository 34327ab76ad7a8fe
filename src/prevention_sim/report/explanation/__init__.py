"""A scenario file read back as prose, so that a person can check it line by line.

Nothing is simulated. Every number of the file is told once, where it belongs, with its source; behind each
sentence stands the list of numbers it tells.
"""

from dataclasses import dataclass

from prevention_sim.report.amounts import Amounts
from prevention_sim.report.explanation.about import About
from prevention_sim.report.explanation.cases import Cases
from prevention_sim.report.explanation.computing import Computing
from prevention_sim.report.explanation.money import Money
from prevention_sim.report.explanation.moves import Moves
from prevention_sim.report.explanation.payers import Payers
from prevention_sim.report.explanation.programmes import Programmes
from prevention_sim.report.explanation.telling import Section, Told
from prevention_sim.report.explanation.uncertainty import Uncertainty
from prevention_sim.report.numbers import Language
from prevention_sim.scenario.document import Scenario


@dataclass(frozen=True, slots=True)
class Explanation:
    """A file in words of one language."""

    language: Language
    title: str
    sections: tuple[Section, ...]

    @property
    def numbers(self) -> tuple[Told, ...]:
        """Every number of the file, in the order told."""
        return tuple(
            number
            for section in self.sections
            for statement in section.statements
            for number in statement.numbers
        )


def explain(scenario: Scenario, language: Language) -> Explanation:
    """Tell what stands in a file: first what is unchecked, unsourced or assumed, then all of it in order."""
    amounts = Amounts(scenario, language)
    about, cases, moves = About(amounts), Cases(amounts), Moves(amounts)
    programmes, money, payers = Programmes(amounts), Money(amounts), Payers(amounts)
    computing = Computing(amounts)
    told = [
        about.section(key, statements)
        for key, statements in (
            ("about", about.about()),
            ("parameters", about.parameters()),
            ("caseload", cases.caseload()),
            ("without", cases.without()),
            ("stays", moves.stays()),
            ("breakdowns", moves.moves("breakdowns", "on_top")),
            ("transitions", moves.moves("transitions", "if_a_year")),
            ("matrix", moves.matrix()),
            ("tables", about.tables()),
            ("programmes", programmes.programmes()),
            ("costs", money.lines("costs")),
            ("income", money.lines("income")),
            ("bearers", payers.bearers()),
            ("budget", payers.budget()),
            ("outcomes", computing.outcomes()),
            ("strategies", programmes.strategies()),
            ("observations", cases.observations()),
            ("conventions", computing.conventions()),
        )
    ]
    numbers = [number for section in told for each in section.statements for number in each.numbers]
    others = about.section("others", about.others({number.path for number in numbers}))
    numbers += [number for each in others.statements for number in each.numbers]
    sections = (
        about.section("review", about.review(numbers)),
        *told,
        others,
        about.section("ranges", Uncertainty(amounts).ranges(numbers)),
        about.section("sources", about.sources(numbers)),
    )
    title = amounts.words(scenario.scenario.title)
    return Explanation(language, title, tuple(section for section in sections if section.statements))
