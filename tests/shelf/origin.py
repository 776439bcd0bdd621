"""
Serves the torture shelf: pages nobody here wrote, from packages that `tools/shelf` fetched.

    python -m tests.shelf.origin --listen 127.0.0.1:8082

`/<slug>/<path>` is a file of the package that the slug names, our own page of components for it,
or a page of WordPress. What a page asks of other hosts is not there: the shelf is as deaf as a
broken network, but for the faces of icons, whose names would stand in their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click
from aiohttp import web

from tests.shelf import govuk
from tests.shelf.shelf import AT_ROOT, FACES, FOLDERS, LENT, SHELF
from tests.shelf.wordpress import site
from tests.shelf.wordpress.forward import Forward

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
PACKAGES: Final = ROOT / ".shelf" / "node_modules"
PICTURES: Final = ROOT / "a11y_proxy" / "town" / "static" / "img"
GOVUK_PAGES: Final = ("", "forms")


def fetched(slugs: Iterable[str] | None = None) -> bool:
    """Tells whether what these pages are made of is here; of all but WordPress by default."""
    return all(
        site.installed() if slug in site.THEMES else (PACKAGES / FOLDERS[slug]).is_dir()
        for slug in slugs or FOLDERS
    )


def make_app() -> web.Application:
    """The shelf as an application; an address it does not know is answered with 404."""
    app = web.Application()
    forward = Forward()
    app.on_cleanup.append(forward.close)
    app.router.add_get("/", _list)
    for theme in site.THEMES:
        app.router.add_get(f"/{{theme:{theme}}}/{{path:.*}}", forward.answer)
    app.router.add_get("/faces/{name}", _face)
    app.router.add_get("/{slug}/pictures/{name}", _picture)
    app.router.add_get("/{slug}/{path:.*}", _file)
    return app


async def _list(_request: web.Request) -> web.Response:
    rows = "".join(f'<li><a href="{page.address}">{page.what}</a></li>' for page in SHELF)
    text = f'<!doctype html><html lang="en"><title>The torture shelf</title><ul>{rows}</ul></html>'
    return web.Response(text=text, content_type="text/html")


async def _picture(request: web.Request) -> web.StreamResponse:
    return _reply(request.match_info["name"], PICTURES)


async def _face(request: web.Request) -> web.StreamResponse:
    return _reply(request.match_info["name"], PACKAGES / FACES)


async def _file(request: web.Request) -> web.StreamResponse:
    slug, path = request.match_info["slug"], request.match_info["path"]
    if slug not in FOLDERS:
        return _reply(f"{slug}/{path}", *(PACKAGES / folder for folder in AT_ROOT))
    if slug == "govuk" and path in GOVUK_PAGES:
        text = govuk.page(PACKAGES / FOLDERS[slug], forms=path != "")
        return web.Response(text=text, content_type="text/html")
    if path:
        return _reply(path, PACKAGES / FOLDERS[slug])
    return _reply(f"{slug}.html", HERE / "pages")


def _reply(path: str, *folders: Path) -> web.StreamResponse:
    """The file of the first folder that has it, never one from beside the folder."""
    for folder in folders:
        file = (folder / path).resolve()
        if file.is_file() and file.is_relative_to(folder.resolve()):
            return web.FileResponse(file) if file.suffix != ".html" else _page(file)
    raise web.HTTPNotFound


def _page(file: Path) -> web.Response:
    text = file.read_text()
    for address, here in LENT.items():
        text = text.replace(address, here)
    return web.Response(text=text, content_type="text/html")


@click.command()
@click.option("--listen", default="127.0.0.1:8082", show_default=True, metavar="HOST:PORT")
def main(listen: str) -> None:
    """Serve the torture shelf."""
    host, _, port = listen.rpartition(":")
    web.run_app(make_app(), host=host, port=int(port))


if __name__ == "__main__":
    main()
