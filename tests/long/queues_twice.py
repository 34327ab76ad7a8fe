"""Queues counted twice on drawn files: by SimPy, by the source of the event loop, and by its compiled form.

`make test-long` runs it; the tests run a slice. It prints in how many files what came about, and fails where
two counts differ, where a place is taken that there is not, or where too few of the files are hard.
"""

import argparse
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.drawn_queues import files_with_queues
from tests.queues_compared import (
    OF_QUEUES,
    differing,
    happened,
    in_loop,
    in_simpy,
    model_of,
    taken_beyond,
    with_places_for_all,
    without_limits,
)
from tests.small import Tree

HARD = ("waiting", "leaving", "turning away", "falling capacity")
FREE = 50
"""So many files are counted with places for all, too."""


def main() -> None:
    """Print what happened; fail where the counts differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=300)
    asked = parser.parse_args()
    seen: Counter[str] = Counter()

    @seed(asked.seed)
    @settings(
        max_examples=asked.files, phases=[Phase.generate], deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(files_with_queues())
    def draw(tree: Tree) -> None:
        model = model_of(tree)
        read = in_simpy(model)
        for form in ("python", "compiled"):
            wrong = differing(read, in_loop(model, form))
            assert not wrong, (form, wrong)
        assert not taken_beyond(read)
        came_about = happened(tree, read)
        seen.update(name for name, whether in came_about.items() if whether)
        seen["hard"] += any(came_about[name] for name in HARD)
        seen["files"] += 1
        if seen["free"] < FREE:
            free = model_of(with_places_for_all(tree))
            alone = without_limits(free)
            for counted in (in_simpy(free), in_loop(free)):
                assert not differing(counted, alone, *OF_QUEUES)
            seen["free"] += 1

    draw()
    for name, number in seen.most_common():
        print(f"{number:6}  {name}")
    if 2 * seen["hard"] < seen["files"]:
        raise SystemExit("too few of the files are hard")


if __name__ == "__main__":
    main()
