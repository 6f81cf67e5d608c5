"""Each notebook in JupyterLab, as a reader meets it: opened, run, read, run again."""

import nbformat
import pytest
from playwright.sync_api import Page

from helpers import paths, runs

NOTEBOOKS = runs.committed_notebooks()
HOSTILE = paths.PROJECT / "tests" / "data" / "hostile"
RUN_TIMEOUT = 180_000
"""Milliseconds that all cells of one notebook may take."""

OUTPUTS = ".jp-Notebook .jp-OutputArea-output"
BUSY = """() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')]
    .some(prompt => prompt.textContent.includes('*'))"""
IDLE = f"() => !({BUSY})()"
WHAT_IS_SHOWN = """() => [...document.querySelectorAll('.jp-Notebook .jp-OutputArea-output')]
    .map(output => output.innerText + [...output.querySelectorAll('img')].map(i => i.src))"""


def open_notebook(page: Page, lab, name: str) -> None:
    page.goto(f"{lab.address}lab/tree/{name}?token={lab.token}&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    # Until its kernel has answered, JupyterLab would ask which one to run the cells with.
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.wait_for_timeout(1000)


def run_all_cells(page: Page) -> list[str]:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(BUSY, timeout=30_000)
    page.wait_for_function(IDLE, timeout=RUN_TIMEOUT)
    shown = None
    # A cell's number comes before its output is drawn: read until nothing changes any more.
    while shown != (now := page.evaluate(WHAT_IS_SHOWN)):
        shown = now
        page.wait_for_timeout(1000)
    return shown


def assert_no_error(page: Page) -> None:
    for kind in ("application/vnd.jupyter.error", "application/vnd.jupyter.stderr"):
        shown = page.locator(f'{OUTPUTS}[data-mime-type="{kind}"]')
        assert shown.all_inner_texts() == []


def assert_figures_are_drawn(page: Page, expected: int) -> None:
    page.wait_for_function(
        """expected => {
            const images = [...document.querySelectorAll('.jp-OutputArea-output img')];
            return images.length >= expected && images.every(image => image.complete);
        }""",
        arg=expected,
    )
    sizes = page.eval_on_selector_all(
        f"{OUTPUTS} img", "images => images.map(i => [i.naturalWidth, i.clientWidth])"
    )
    assert len(sizes) == expected
    for natural, shown in sizes:
        assert natural > 200
        assert shown > 200


def assert_tables_are_readable(page: Page) -> None:
    tables = page.eval_on_selector_all(
        f"{OUTPUTS} table",
        """tables => tables.map(table => ({
            rows: table.querySelectorAll('tbody tr').length,
            caption: table.caption ? table.caption.innerText : '',
            size: parseFloat(getComputedStyle(table).fontSize),
            empty: [...table.querySelectorAll('th')].filter(cell => !cell.innerText).length,
        }))""",
    )
    assert tables
    for table in tables:
        assert table["rows"] > 0
        assert len(table["caption"]) > 10
        assert table["size"] >= 10
        assert table["empty"] == 0


def headings(path) -> list[str]:
    return [
        line.lstrip("#").strip()
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("#")
    ]


def n_figures(path) -> int:
    cells = nbformat.read(path, as_version=4).cells
    return sum(
        "image/svg+xml" in output.get("data", {})
        for cell in cells
        for output in cell.get("outputs", [])
    )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_opens_runs_and_runs_again(lab, open_page, screenshot, path):
    with open_page(lab.address, viewport={"width": 1500, "height": 1100}) as page:
        open_notebook(page, lab, path.name)
        assert page.locator(".jp-Dialog").count() == 0
        assert_figures_are_drawn(page, n_figures(path))  # as stored, before any run
        screenshot(page, f"lab_{path.stem}_opened")
        first = run_all_cells(page)
        assert_no_error(page)
        assert_figures_are_drawn(page, n_figures(path))
        assert_tables_are_readable(page)
        keep_all_of_it(page, screenshot, path.stem)
        assert run_all_cells(page) == first
        assert_no_error(page)
        page.get_by_role("tab", name="Table of Contents").click()
        page.wait_for_selector(".jp-TableOfContents-content .jp-tocItem")
        shown = page.locator(".jp-TableOfContents-content .jp-tocItem-content").all_inner_texts()
        assert shown == headings(path)
        screenshot(page, f"lab_{path.stem}_contents")


def keep_all_of_it(page: Page, screenshot, name: str, most: int = 30) -> None:
    """Screenshots from top to bottom."""
    scroller = page.locator(".jp-WindowedPanel-outer").first
    height, window = scroller.evaluate("panel => [panel.scrollHeight, panel.clientHeight]")
    for number in range(min(-(-height // window), most)):
        scroller.evaluate("(panel, top) => { panel.scrollTop = top }", number * window)
        page.wait_for_timeout(150)
        screenshot(page, f"lab_{name}_{number + 1:02}")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_text_that_tries_to_break_out_does_nothing(lab, open_page, screenshot, path):
    folder = lab.folder / "hostile"
    folder.mkdir(exist_ok=True)
    runs.write_copy(path, folder, HOSTILE)
    with open_page(lab.address, viewport={"width": 1500, "height": 1100}) as page:
        open_notebook(page, lab, f"hostile/{path.name}")
        title = page.title()
        run_all_cells(page)
        assert_no_error(page)
        assert page.locator(f"{OUTPUTS} script, {OUTPUTS} iframe").count() == 0
        assert page.locator(f"{OUTPUTS} a[href^='javascript']").count() == 0
        assert page.title() == title
        screenshot(page, f"lab_{path.stem}_hostile")
