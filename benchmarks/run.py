"""`make bench`: every comparison, one after the other."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import cohort_trace, duration, persons, queues, start_up

if __name__ == "__main__":
    cohort_trace.main()
    duration.main()
    persons.main()
    queues.main()
    start_up.main()
