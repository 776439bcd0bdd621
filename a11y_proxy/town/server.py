"""
Answers as municipal sites do, so that the proxy meets their habits before it meets them.

A session cookie for everybody, no caching of pages, its own absolute address in links, charsets
missing or wrong, one picture that takes its time.
"""

import asyncio
from html import escape
from pathlib import Path
from secrets import token_hex
from typing import Final
from urllib.parse import parse_qs, parse_qsl

from aiohttp import web
from aiohttp.typedefs import Handler

from a11y_proxy.town.pages import (
    ADDRESSES,
    MISSING,
    RECEIVED,
    Page,
    encode,
    find,
    only_items,
    read,
)

STATIC: Final = Path(__file__).parent / "static"
SLOW_PICTURE_SECONDS: Final = 0.3
ORIGIN: Final = web.AppKey("origin", str)
FILTERS: Final = ("q", "s", "year")


def make_app(origin: str | None = None) -> web.Application:
    """The town as an application; `origin` is the address pages call their own (else the request's)."""
    app = web.Application(middlewares=[_without_www, _session])
    app[ORIGIN] = origin or ""
    app.router.add_get("/news", _to_news)
    app.router.add_get("/photo.php", _slow_picture)
    app.router.add_get("/search/", _search)
    for path in RECEIVED:
        app.router.add_post(path, _received)
    app.router.add_static("/static/", STATIC)
    app.router.add_get("/{path:.*}", _page)
    return app


@web.middleware
async def _without_www(request: web.Request, handler: Handler) -> web.StreamResponse:
    if request.host.startswith("www."):
        host = request.host.removeprefix("www.")
        raise web.HTTPMovedPermanently(f"{request.scheme}://{host}{request.raw_path}")
    return await handler(request)


@web.middleware
async def _session(request: web.Request, handler: Handler) -> web.StreamResponse:
    response = await handler(request)
    if not request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store, no-cache, must-revalidate"
        response.headers["Pragma"] = "no-cache"
        response.headers["Expires"] = "Thu, 19 Nov 1981 08:52:00 GMT"
        response.set_cookie("PHPSESSID", request.cookies.get("PHPSESSID") or token_hex(13))
    return response


async def _to_news(request: web.Request) -> web.Response:
    return web.Response(status=301, headers={"Location": f"{_origin(request)}/news/"})


async def _slow_picture(_request: web.Request) -> web.FileResponse:
    await asyncio.sleep(SLOW_PICTURE_SECONDS)
    return web.FileResponse(STATIC / "img" / "DSC_0424.jpg")


async def _page(request: web.Request) -> web.Response:
    page = ADDRESSES.get(request.path, MISSING)
    text = read(page, _origin(request))
    query = _query(request, page)
    for name in FILTERS:
        text = only_items(text, query.get(name, ""))
    return _reply(page, text)


async def _search(request: web.Request) -> web.Response:
    page = ADDRESSES["/search/"]
    word = _query(request, page).get("q", "")
    text = read(page, _origin(request))
    found = _found(word, _origin(request)) if word else ""
    return _reply(page, text.replace("{{q}}", escape(word)).replace("{{found}}", found))


async def _received(request: web.Request) -> web.Response:
    page = RECEIVED[request.path]
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>\n"
        for name, value in await _fields(request, page)
    )
    return _reply(page, read(page, _origin(request)).replace("{{received}}", rows))


async def _fields(request: web.Request, page: Page) -> list[tuple[str, str]]:
    """What a form sent, in the encoding of its page; of a file, its name."""
    if request.content_type == "multipart/form-data":
        return [(name, _shown(value)) for name, value in (await request.post()).items()]
    body = (await request.read()).decode("ascii", "replace")
    return parse_qsl(body, keep_blank_values=True, encoding=page.encoding)


def _shown(value: object) -> str:
    if isinstance(value, web.FileField):
        return value.filename
    return value if isinstance(value, str) else ""  # a file field left empty arrives as bytes


def _found(word: str, origin: str) -> str:
    rows = [
        f'<a href="{origin}{hit.path}"><b>{escape(hit.title)}</b></a><br>'
        f"<font size=1>...{escape(hit.excerpt)}...</font><br><br>\n"
        for hit in find(word)
    ]
    return f"Знайдено сторінок: {len(rows)}<br><br>\n{''.join(rows)}"


def _query(request: web.Request, page: Page) -> dict[str, str]:
    """The query in the encoding of the page that asks it, as PHP of 2008 read it."""
    raw = request.raw_path.partition("?")[2]
    query = parse_qs(raw, encoding=page.encoding, errors="replace")
    return {name: values[0] for name, values in query.items()}


def _origin(request: web.Request) -> str:
    return request.app[ORIGIN] or escape(f"{request.scheme}://{request.host}")


def _reply(page: Page, text: str) -> web.Response:
    headers = {"Content-Type": page.content_type}
    return web.Response(body=encode(page, text), status=page.status, headers=headers)
