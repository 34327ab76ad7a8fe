"""A scenario as a command is given it: a path, the name of one that ships, or - for standard input."""

import sys

from prevention_sim.scenario.loading import Reading, read_content, read_file
from prevention_sim.scenario.shipped import scenario_path


def read_given(file: str) -> Reading:
    """Read it with everything there is to say about it."""
    return read_content(sys.stdin.buffer.read(), "-") if file == "-" else read_file(scenario_path(file))
