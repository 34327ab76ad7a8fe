"""The event loop of those who wait against theory, for longer: other luck for every station, and more runs.

`make test-long` runs it; the tests run a slice. Everybody's start must be that of the walk in every
replication; means of the classical queues must be those of the chain and, extrapolated, the published ones.
"""

import argparse

from tests.analytic.test_queues import CLASSICAL, STATIONS, assert_it_is_classical, assert_it_is_the_walk


def main() -> None:
    """Stop at the first that is not as theory says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replications", type=int, default=50)
    parser.add_argument("--runs", type=int, default=1_000)
    asked = parser.parse_args()
    for name in STATIONS:
        for replication in range(asked.replications):
            assert_it_is_the_walk(name, replication)
        print(f"{name}: everybody begins when the walk says, {asked.replications} years", flush=True)
    for name in CLASSICAL:
        assert_it_is_classical(name, asked.runs)
        print(f"{name}: as the chain says, and as published, {asked.runs} runs", flush=True)


if __name__ == "__main__":
    main()
