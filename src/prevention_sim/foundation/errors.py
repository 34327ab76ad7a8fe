"""Every error this package raises on purpose.

PreventionSimError        catch this to catch them all
├── ScenarioError         the file is wrong; carries every problem found in it (scenario/problems.py)
├── ModelError            the file is readable, but cannot be computed as it stands
└── DataError             data beside the scenario (tables, stored results) cannot be used
"""


class PreventionSimError(Exception):
    """Anything the user can act on; all other exceptions are defects of the program."""


class ModelError(PreventionSimError):
    """The scenario is readable, but cannot be computed as it stands."""


class DataError(PreventionSimError):
    """Data beside the scenario cannot be read or does not fit."""
