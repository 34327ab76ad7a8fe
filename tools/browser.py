"""A real browser that reaches no network: for the tests of pages, and for `make look`."""

import shutil
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

Media = Literal["light", "dark", "print"]

FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # whatever a page asks for elsewhere is not there
    "--force-device-scale-factor=1",
)


def missing() -> str:
    """What a machine lacks to open a page; empty where nothing is missing."""
    lacking = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"not installed: {', '.join(lacking)} (sudo tools/real-parts.sh installs them)" if lacking else ""


@contextmanager
def browser() -> Iterator[Chrome]:
    """A browser with an empty profile of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


def show(driver: Chrome, page: Path, width: int = 1280, media: Media = "light") -> None:
    """Open a page in a window of a width, as a screen or a printer shows it."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if media == "dark" else "light"}
    emulated = {"media": "print" if media == "print" else "screen", "features": [scheme]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    driver.get(page.resolve().as_uri())


def picture(driver: Chrome, top: int = 0, most: int = 16000) -> bytes:
    """The page as a PNG, from a height on."""
    sizes = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    clip: dict[str, Any] = {
        "x": 0,
        "y": top,
        "width": sizes["width"],
        "height": min(sizes["height"] - top, most),
        "scale": 1,
    }
    taken = driver.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
    return b64decode(taken["data"])


def printed(driver: Chrome) -> bytes:
    """The page as a PDF, as it would be printed."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    settings = {"printBackground": True, "preferCSSPageSize": True}
    return b64decode(driver.execute_cdp_cmd("Page.printToPDF", settings)["data"])
