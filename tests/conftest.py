"""What all tests share: Hypothesis tries the same examples in every run; no failure is a matter of luck."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "project", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")
