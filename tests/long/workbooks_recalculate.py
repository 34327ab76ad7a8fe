"""Every shipped scenario as a workbook that another program recalculates, with blue cells changed by chance.

`make test-long` runs it; the tests run a slice. `--changes 100 --seed 2` asks for more.
"""

import argparse
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from prevention_sim.scenario.loading import load_scenario
from tests.workbooks import Recalculated

VALUES = {
    "fading_effect",
    "hiv_combination",
    "hiv_combination_alone",
    "hiv_combination_discounted",
    "mortality_by_age",
    "panel_three_years",
    "semi_markov_stay",
    "stay_in_pieces",
    "weibull_since_start",
}
"""What no formula says: chances that follow a clock, and the root of a matrix."""

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def main() -> None:
    """Print what was compared; fail where something differs from the engine by more than half a cent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--changes", type=int, default=20)
    asked = parser.parse_args()
    wrong = []
    for path in sorted(SCENARIOS.rglob("*.yaml")):
        with TemporaryDirectory() as folder:
            workbook = Recalculated.of(load_scenario(path), Path(folder))
        if not workbook.recalculates:
            print(f"{path.stem}: values")
            wrong += [] if path.stem in VALUES else [f"{path.stem} has no formulas"]
            continue
        random = Random(asked.seed)  # noqa: S311 - not for secrets
        found = workbook.differences()
        for _ in range(asked.changes):
            changed = workbook.change_by_chance(random)
            found += [f"{changed}: {difference}" for difference in workbook.differences()]
        print(
            f"{path.stem}: {asked.changes} changes among {len(workbook.blue())} numbers, {len(found)} wrong"
        )
        wrong += found
    if wrong:
        raise SystemExit("\n".join(wrong[:20]))


if __name__ == "__main__":
    main()
