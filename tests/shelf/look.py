"""
Looks at pages of the shelf, or any page, through the proxy, and prints what is wrong with them.

    python -m tests.shelf.look bootstrap5 --theme black-on-white --scale 200 --only painted,overflow
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import click
from playwright.sync_api import Error, Page, sync_playwright

from a11y_proxy.town import PAGES
from tests.conftest import FLAGS
from tests.probes.kept import compare
from tests.probes.probes import NARROW, WIDE, Found
from tests.probes.scripts import run
from tests.serving import serving, visitors
from tests.shelf.origin import SHELF, fetched

SIZES = {1280: WIDE, 320: NARROW}
HEIGHT = 900


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def folder_served(folder: Path) -> Iterator[str]:
    """Serves a folder of files and gives its origin."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def settle(page: Page, url: str) -> None:
    """Opens a page and waits until it has stopped asking for more, for 3 s at most."""
    page.goto(url, wait_until="load", timeout=60_000)
    page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
    with suppress(Error):
        page.wait_for_load_state("networkidle", timeout=3_000)


def looked_at(page: Page, url: str, only: Sequence[str], shots: Path | None) -> dict[str, Found]:
    """Gives what each probe finds on a page, by its name and the window's width."""
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    settle(page, url)
    found = {}
    for width, probes in SIZES.items():
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if shots:
            shots.parent.mkdir(parents=True, exist_ok=True)
            file = shots.with_name(f"{shots.name}-{width}.jpg")
            page.screenshot(path=file, full_page=True, type="jpeg", quality=60)
        for name, probe in probes.items():
            if not only or name in only:
                found[f"{name} {width}"] = probe(page)
    return found


def kept(page: Page, before: str, after: str) -> Found:
    """Gives the share of blocks that stand where they stood; for pages at 100 %."""
    layouts = []
    for url in (before, after):
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
        settle(page, url)
        layouts.append(run(page, "blocks"))
    found = compare(*layouts)
    return Found(found.moved, f"{100 * found.share:.1f} % of {found.blocks}")


@contextmanager
def origins(
    url: str | None, folder: Path | None, *, town: bool
) -> Iterator[tuple[str, dict[str, str]]]:
    """Gives an origin and its pages, path by name."""
    if url:
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        yield f"{parts.scheme}://{parts.netloc}", {path: path}
    elif folder:
        files = sorted(folder.rglob("*.html"))
        names = [str(file.relative_to(folder)) for file in files]
        with folder_served(folder) as origin:
            yield origin, {name: f"/{name}" for name in names}
    elif town:
        with serving("a11y_proxy", "town", ready="/") as origin:
            yield origin, {f"town{path}": path for path in PAGES}
    else:
        # The path tells pages of one package apart; our own page of a framework is its slug.
        here = [page for page in SHELF if fetched([page.slug])]
        if len(here) < len(SHELF):
            click.echo("Some packages are not here: tools/shelf all", err=True)
        pages = {f"{page.slug}/{page.path}".rstrip("/"): page.address for page in here}
        with serving("tests.shelf.origin", ready="/") as origin:
            yield origin, pages


@click.command()
@click.argument("slugs", nargs=-1)
@click.option("--theme", default="black-on-white", show_default=True)
@click.option("--scale", "scales", default=(200,), multiple=True, show_default=True)
@click.option("--only", default="", help="Probes, by comma: axe,painted,overflow,layout,sizes,kept")
@click.option("--shot", type=click.Path(path_type=Path), help="A folder for pictures.")
@click.option("--url", help="A page of any site instead of the shelf.")
@click.option("--folder", type=click.Path(path_type=Path), help="A folder of pages instead.")
@click.option("--town", is_flag=True, help="The demo town instead.")
@click.option("--most", default=15, show_default=True, help="Faults shown of each probe and page.")
@click.option("--no-scripts", is_flag=True, help="Look at the page without its scripts.")
def main(  # noqa: PLR0913, PLR0917 - one argument for each option
    slugs: tuple[str, ...],
    theme: str,
    scales: tuple[int, ...],
    only: str,
    shot: Path | None,
    url: str | None,
    folder: Path | None,
    most: int,
    town: bool,  # noqa: FBT001 - click passes flags so
    no_scripts: bool,  # noqa: FBT001 - click passes flags so
) -> None:
    """Look at pages of the shelf through the proxy. A SLUG may be the beginning of several."""
    wanted = [name for name in only.split(",") if name]
    table: list[tuple[str, dict[str, str]]] = []
    with (
        origins(url, folder, town=town) as (origin, pages),
        serving("a11y_proxy", "serve", "--origin", origin, ready="/_a11y/health") as proxy,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        for scale in scales:
            with visitors(browser, proxy) as visit:
                page = visit(f"theme={theme}&scale={scale}", scripts=not no_scripts)
                for name, path in pages.items():
                    if slugs and not name.startswith(slugs):
                        continue
                    title = f"{name} {theme} {scale} %"
                    begun = time.monotonic()
                    picture = (
                        shot / f"{name.strip('/').replace('/', '_')}-{theme}-{scale}"
                        if shot
                        else None
                    )
                    found = looked_at(page, proxy + path, wanted, picture)
                    if scale == 100 and (not wanted or "kept" in wanted):
                        found["kept 1280"] = kept(page, origin + path, proxy + path)
                    tell(title, found, most, time.monotonic() - begun)
                    table.append((title, {key: each.figure for key, each in found.items()}))
        browser.close()
    summary(table)


def tell(title: str, found: dict[str, Found], most: int, seconds: float) -> None:
    click.echo(f"\n== {title} ({seconds:.1f} s)")
    for name, each in found.items():
        for fault in each.faults[:most]:
            click.echo(f"  {name}: {fault}")
        if len(each.faults) > most:
            click.echo(f"  {name}: … and {len(each.faults) - most} more")


def summary(table: list[tuple[str, dict[str, str]]]) -> None:
    names = list(dict.fromkeys(name for _, figures in table for name in figures))
    wide = max((len(title) for title, _ in table), default=0)
    click.echo("\n" + " " * wide + "".join(f"  {name:>18}" for name in names))
    for title, figures in table:
        click.echo(f"{title:{wide}}" + "".join(f"  {figures.get(name, ''):>18}" for name in names))


if __name__ == "__main__":
    main()
