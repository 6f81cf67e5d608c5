"""The report in a browser: nothing leaves it, nothing runs in it, everybody can read it."""

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from helpers import paths

CORPORA = {"example": None, "hostile": paths.PROJECT / "tests" / "data" / "hostile"}
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
VIEWS = {
    "light": {"viewport": DESKTOP, "color_scheme": "light"},
    "dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
}


@pytest.fixture(scope="session", params=CORPORA)
def report(request, tmp_path_factory):
    """A folder with a report, made as ``make report`` makes it; and its name."""
    out = tmp_path_factory.mktemp(request.param) / "report"
    articles = CORPORA[request.param]
    command = [sys.executable, str(paths.PROJECT / "tools" / "report.py"), "--out", str(out)]
    if articles:
        command += ["--articles", str(articles)]
    subprocess.run(command, check=True, timeout=300)  # noqa: S603 -- our own command
    return request.param, sorted(out.glob("*.html"))


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_is_quiet_and_accessible(report, open_page, screenshot, view):
    name, pages = report
    assert len(pages) > 2
    with open_page("file:", **VIEWS[view]) as page:
        page.add_init_script(
            "window.blocked = [];"
            "addEventListener('securitypolicyviolation', e => blocked.push(e.blockedURI))"
        )
        for path in pages:
            page.goto(path.as_uri())
            screenshot(page, f"report_{name}_{view}_{path.stem}", full_page=True)
            assert page.evaluate("blocked") == []
            assert page.locator("script").count() == 0
            findings = Axe().run(page).response["violations"]
            assert [(found["impact"], found["id"]) for found in findings] == []
            assert (
                page.evaluate("document.documentElement.scrollWidth")
                <= (VIEWS[view]["viewport"]["width"])
            )


def test_every_page_can_be_read(report, open_page):
    _, pages = report
    with open_page("file:", viewport=DESKTOP) as page:
        for path in pages:
            page.goto(path.as_uri())
            pictures = page.eval_on_selector_all(
                "img", "images => images.map(i => [i.naturalWidth, i.alt.length])"
            )
            assert all(width > 100 and alt > 20 for width, alt in pictures)
            assert page.locator("details.code[open]").count() == 0
            targets = page.eval_on_selector_all(
                ".contents a", "links => links.map(a => !!document.getElementById(a.hash.slice(1)))"
            )
            assert all(targets)
            assert path.stem == "index" or len(targets) > 4
            formulas = page.eval_on_selector_all(
                "math", "all => all.map(m => m.getBoundingClientRect().width)"
            )
            assert all(width > 2 for width in formulas)


def test_links_between_pages_and_to_tables_lead_somewhere(report, open_page):
    _, pages = report
    with open_page("file:", viewport=DESKTOP) as page:
        for path in pages:
            page.goto(path.as_uri())
            for link in page.eval_on_selector_all(
                "a", "all => all.map(a => a.getAttribute('href'))"
            ):
                if not link.startswith(("#", "https:")):
                    assert (path.parent / link.split("#")[0]).is_file(), link


def test_it_is_dark_where_dark_is_wanted_and_prints_without_code(report, open_page, tmp_path):
    _, pages = report
    backgrounds = []
    for scheme in ("light", "dark"):
        with open_page("file:", viewport=DESKTOP, color_scheme=scheme) as page:
            page.goto(pages[0].as_uri())
            backgrounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            page.emulate_media(media="print")
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
                "rgb(255, 255, 255)"
            )
            assert page.locator("details.code").first.is_hidden()
            page.pdf(path=tmp_path / "page.pdf")
    assert backgrounds == ["rgb(255, 255, 255)", "rgb(22, 25, 29)"]
