"""What the result hangs on: the values at which it turns, and the file with other numbers."""

from typing import Final

import numpy as np

from prevention_sim.analysis.break_even import BreakEven, Question, break_even
from prevention_sim.analysis.counterfactual import questions
from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import Rows, parameter_table, units_of
from prevention_sim.report.break_even import number_of
from prevention_sim.report.numbers import about_euro
from prevention_sim.report.teller import Teller
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.document import Scenario

ENDS: Final = 2
"""Points at which the report looks for a break-even; `prevsim breakeven` looks closer."""


class Dependence(Teller):
    """What the relief of a strategy depends on."""

    def told(self, strategy: str) -> tuple[str, ...]:
        """Break-evens, then what would be if some numbers were others."""
        relief = float(self.findings.relief(strategy, self.part())[0])
        return (*self._critical(strategy), *self._what_if(strategy, relief))

    def _critical(self, strategy: str) -> list[str]:
        """The break-even of every number the file calls critical, and of the counterfactual it asks for."""
        question, model = Question(strategy, "window", self.perspective, ENDS), self.outcomes.model
        named = {name: break_even(self.scenario, model, name, question) for name in self.scenario.critical}
        told = [line for name, found in named.items() for line in self._turns(self.scenario, name, found)]
        for asked in questions(self.scenario, model, strategy):
            found = break_even(
                asked.scenario, compile_model(asked.scenario), asked.path, question, asked.within
            )
            if not any(found.asks_the_same_as(other) for other in named.values()):
                cases = self.say(f"cases_{self.scenario.scenario.case.unit}")
                told += self._turns(asked.scenario, self.say(f"share_{asked.share}", cases=cases), found)
        return told

    def _turns(self, scenario: Scenario, name: str, found: BreakEven) -> list[str]:
        """Every value at which a number of a scenario turns the answer."""
        number = number_of(scenario, found, self.language)
        fields = {"name": name, "written": number(found.written)}
        if not found.roots:
            return [self.say("critical_none", low=number(found.low), high=number(found.high), **fields)]
        return [
            self.say("critical" if root.pays_above else "critical_up_to", value=number(root.value), **fields)
            for root in found.roots
        ]

    def _what_if(self, strategy: str, relief: float) -> list[str]:
        """The relief of the same file with other numbers, beside the relief as written."""
        written = about_euro(relief, self.language)
        told = []
        for question in self.scenario.what_if:
            changed = self._outcomes_of(with_values(self.scenario, question.set))
            amount = about_euro(float(Findings(changed).relief(strategy, self.part())[0]), self.language)
            title = self.words(question.title)
            told.append(f"{title}: {self.say('instead_of', amount=amount, written=written)}")
        return told

    def _outcomes_of(self, changed: Scenario) -> Outcomes:
        """A changed file: another row of the model where only numbers changed, else a model of its own."""
        model, table = self.outcomes.model, parameter_table(changed)
        if units_of(changed) != units_of(self.scenario) or table.formulas != model.table.formulas:
            return evaluate_base(compile_model(changed))
        row = Rows(model.table, table.base[np.newaxis, :])
        grain = self.outcomes.ledger.grain_bits
        return next(evaluate(model.in_nominal_terms(), row, grain=grain))
