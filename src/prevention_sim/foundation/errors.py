"""Every error this package raises on purpose.

PreventionSimError        catch this to catch them all
├── ScenarioError         the file is wrong; carries every problem found in it (scenario/problems.py)
├── ModelError            the file is readable, but cannot be computed as it stands
└── DataError             data beside the scenario (tables, stored results) cannot be used
"""

from prevention_sim.foundation.languages import Both, Language


class PreventionSimError(Exception):
    """Anything the user can act on; all other exceptions are defects of the program."""

    def told(self, language: Language) -> str:
        """The message in one language; a message that has only one is told as it is."""
        message = self.args[0] if len(self.args) == 1 else None
        return message.told(language) if isinstance(message, Both) else str(self)

    def __str__(self) -> str:
        """The message in English."""
        message = self.args[0] if len(self.args) == 1 else None
        return message.en if isinstance(message, Both) else super().__str__()


class ModelError(PreventionSimError):
    """The scenario is readable, but cannot be computed as it stands."""


class DataError(PreventionSimError):
    """Data beside the scenario cannot be read or does not fit."""
