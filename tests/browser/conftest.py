"""The browser of these tests: without one they are skipped, and fail where nothing may be skipped."""

import os
from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from tools.browser import browser, missing


@pytest.fixture(scope="session")
def driver() -> Iterator[Chrome]:
    """A real browser without network."""
    if lacking := missing():
        if os.environ.get("CI") == "true":
            pytest.fail(lacking)
        pytest.skip(lacking)
    with browser() as found:
        yield found
