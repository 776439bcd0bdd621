"""
Looks at pages of the shelf, or any page, through the proxy, and prints what is wrong with them.

    python -m tests.shelf.look bootstrap-5 --theme black-on-white --scale 200 --only painted,layout
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import click
from playwright.sync_api import Error, Page, sync_playwright

from a11y_proxy.town import PAGES
from tests.conftest import FLAGS
from tests.probes.probes import Found
from tests.probes.visit import kept, look_at
from tests.serving import serving, visitors
from tests.shelf.origin import fetched
from tests.shelf.shelf import SHELF

Row = tuple[str, dict[str, Found]]


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
        names = [str(file.relative_to(folder)) for file in sorted(folder.rglob("*.html"))]
        with folder_served(folder) as origin:
            yield origin, {name: f"/{name}" for name in names}
    elif town:
        with serving("a11y_proxy", "town", ready="/") as origin:
            yield origin, {f"town{path}": path for path in PAGES}
    else:
        here = [page for page in SHELF if fetched([page.slug])]
        if len(here) < len(SHELF):
            click.echo("Some packages are not here: tools/shelf all", err=True)
        with serving("tests.shelf.origin", ready="/") as origin:
            yield origin, {page.address.strip("/"): page.address for page in here}


def proxy_of(origin: str, *, alone: bool) -> tuple[str, ...]:
    """Gives the command that serves an origin; `alone` asks no other host for anything."""
    config = ("--config", str(Path(__file__).parent / "proxy.toml")) if alone else ()
    return ("serve", "--origin", origin, *config)


@contextmanager
def browsing(home: str, preferences: str, *, scripts: bool) -> Iterator[Page]:
    """Gives a visitor's page in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        with visitors(browser, home) as visit:
            yield visit(preferences, scripts=scripts)
        browser.close()


@click.command()
@click.argument("slugs", nargs=-1)
@click.option("--theme", default="black-on-white", show_default=True)
@click.option("--scale", "scales", type=int, default=(200,), multiple=True, show_default=True)
@click.option("--only", default="", help="Probes by comma: painted,overflow,layout,sizes,kept …")
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
    """Look at pages through the proxy. A SLUG may be the beginning of several addresses."""
    wanted = {name for name in only.split(",") if name}
    table: list[Row] = []
    if shot:
        shot.mkdir(parents=True, exist_ok=True)
    with (
        origins(url, folder, town=town) as (origin, pages),
        serving("a11y_proxy", *proxy_of(origin, alone=not url), ready="/_a11y/health") as proxy,
    ):
        chosen = {name: path for name, path in pages.items() if name.startswith(slugs or "")}
        for scale in scales:
            wish = f"theme={theme}&scale={scale}"
            with browsing(proxy, wish, scripts=not no_scripts) as page:
                for name, path in chosen.items():
                    title, begun = f"{name} {theme} {scale} %", time.monotonic()
                    file = shot / f"{name.replace('/', '_')}-{theme}-{scale}" if shot else None
                    try:
                        found = look_at(page, proxy + path, wanted, file)
                        if scale == 100 and (not wanted or "kept" in wanted):
                            found["kept 1280"] = kept(page, origin + path, proxy + path)
                    except Error as error:
                        found = {"error": Found([str(error)], "error")}
                    tell(title, found, most, time.monotonic() - begun)
                    table.append((title, found))
    summary(table)


def tell(title: str, found: dict[str, Found], most: int, seconds: float) -> None:
    """Prints the faults of one page, a line each."""
    click.echo(f"\n== {title} ({seconds:.1f} s)")
    for name, each in found.items():
        for fault in each.faults[:most]:
            click.echo(f"  {name}: {fault}")
        if len(each.faults) > most:
            click.echo(f"  {name}: … and {len(each.faults) - most} more")


def summary(table: list[Row]) -> None:
    """Prints a row for each page, a column for each probe and width."""
    names = list(dict.fromkeys(name for _, found in table for name in found))
    wide = max((len(title) for title, _ in table), default=0)
    columns = {
        name: max(len(name), *(len(found[name].figure) for _, found in table if name in found))
        for name in names
    }
    click.echo("\n" + " " * wide + "".join(f"  {name:>{columns[name]}}" for name in names))
    for title, found in table:
        figures = (found[name].figure if name in found else "" for name in names)
        cells = (
            f"  {figure:>{columns[name]}}" for figure, name in zip(figures, names, strict=True)
        )
        click.echo(f"{title:{wide}}" + "".join(cells))


if __name__ == "__main__":
    main()
