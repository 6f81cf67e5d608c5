"""Chromium, driven by Playwright, and a JupyterLab on this computer alone.

Every page that a test opens is watched: a request that leaves this computer, a dialog or an
uncaught error fails the test.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from helpers import paths

SCREENSHOTS = paths.BUILD / "screenshots"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
STARTUP = 60
"""Seconds that JupyterLab may take to start, or to stop."""


class Lab(NamedTuple):
    """A running JupyterLab: its address, its token, and the folder it shows."""

    address: str
    token: str
    folder: Path


def chromium_path() -> str:
    """Where Chromium is; its absence ends the run as a failure."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not found or not Path(found).exists():
        pytest.exit(
            f"Chromium is missing{f' at {named}' if named else ''}. On Debian: "
            "sudo apt install chromium. Elsewhere, name one: CHROMIUM=/path/to/chrome.",
            returncode=2,
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, the system's own."""
    shutil.rmtree(SCREENSHOTS, ignore_errors=True)
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium_path(), args=[*quiet, *(["--no-sandbox"] if root else [])]
        )
        yield running
        running.close()


@pytest.fixture
def open_page(browser):
    """Open watched pages: ``with open_page(allowed="file:", **options) as page``."""

    @contextmanager
    def opened(allowed: str, **options: object) -> Iterator[Page]:
        context = browser.new_context(**options)
        context.set_default_timeout(60_000)
        page = context.new_page()
        seen: list[str] = []
        fine = (allowed, "data:", "blob:", "about:", allowed.replace("http:", "ws:"))
        page.on("request", lambda r: None if r.url.startswith(fine) else seen.append(r.url[:200]))
        page.on(
            "dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss())
        )
        page.on("pageerror", lambda error: seen.append(f"error: {error}"))
        try:
            yield page
            assert seen == []
        except BaseException:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENSHOTS / "failure.png")
            raise
        finally:
            context.close()

    return opened


@pytest.fixture
def screenshot():
    """Keep what a page looks like: ``screenshot(page, "name")``."""

    def keep(page: Page, name: str, **options: object) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png", **options)

    return keep


@pytest.fixture(scope="session")
def lab(tmp_path_factory) -> Iterator[Lab]:
    """JupyterLab on copies of the notebooks; it and its kernels are gone afterwards."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "notebooks"
    shutil.copytree(paths.NOTEBOOKS, folder, ignore=shutil.ignore_patterns(".*"))
    # All cells in the page at once, so that a test can look at each.
    settings = home / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text(
        '{"windowingMode": "none"}', encoding="utf-8"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    environment = os.environ | {
        "JUPYTER_TOKEN": token,
        "JUPYTER_CONFIG_PATH": str(paths.PROJECT / "jupyter"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--port={port}", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}",
    ]  # fmt: skip
    with (home / "lab.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 -- our own command
            command, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        running = Lab(f"http://127.0.0.1:{port}/", token, folder)
        try:
            _wait_until_up(running, process, home / "lab.log")
            yield running
        finally:
            _stop(running, process)


def _wait_until_up(lab: Lab, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + STARTUP
    while time.monotonic() < until and process.poll() is None:
        try:
            _call(lab, "api/status")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")


def _call(lab: Lab, path: str, method: str = "GET") -> bytes:
    request = urllib.request.Request(  # noqa: S310 -- an address of this computer
        lab.address + path, method=method, headers={"Authorization": f"token {lab.token}"}
    )
    with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
        return response.read()


def _stop(lab: Lab, process: subprocess.Popen) -> None:
    """Ask it to stop, so that it ends its kernels; insist if it doesn't."""
    family = [psutil.Process(process.pid)] if process.poll() is None else []
    family += [child for parent in family for child in parent.children(recursive=True)]
    try:
        _call(lab, "api/shutdown", "POST")
    except (urllib.error.URLError, ConnectionError):
        process.terminate()
    _, left = psutil.wait_procs(family, timeout=STARTUP / 3)
    for straggler in left:
        straggler.kill()
    psutil.wait_procs(left, timeout=STARTUP / 3)
    process.wait(timeout=STARTUP / 3)
