"""
Throws every bomb at a proxy while others visit it, and prints what became of each: `make test-bombs`.

Names of bombs, or parts of them, as arguments choose among them.
"""

from __future__ import annotations

import http.client
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from a11y_proxy.service.fallback import CANNOT_REWRITE
from a11y_proxy.stores.files import read_phrases
from tests.bombs.pages import HEAD, PAGES
from tests.bombs.sheets import SHEETS
from tests.bombs.visitors import p99, visiting, workers
from tests.bombs.wire import REQUESTS, answers, endless
from tests.server.conftest import Origin, Proxy, one_origin, started

NOTICE = read_phrases().say("uk", CANNOT_REWRITE).encode("ascii", "xmlcharrefreplace")
AS_SET = {
    "A11Y_LIMITS__PAGE_MIB": "8",
    "A11Y_LIMITS__PAGE_SECONDS": "30",
    "A11Y_LIMITS__FIRST_BYTE_SECONDS": "20",
    "A11Y_LIMITS__TRANSFORM_SECONDS": "10",
}
"""As a server is that nobody has set anything of."""

MOST = 12 * 2**20
"""Bytes that are read of what has no end."""


def bombs(origin: Origin) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Gives the name of each, the target to ask for, and the fields to ask with."""
    for name, (make, size) in PAGES.items():
        yield name, origin.page("/page", f"{HEAD}{make(size)}".encode()), {}
    for name, (make, size) in SHEETS.items():
        path = origin.page("/sheet", make(size).encode(), "Content-Type: text/css")
        yield f"CSS: {name}", path, {"Sec-Fetch-Dest": "style"}
    for name, (body, fields) in answers().items():
        coded = {"Accept-Encoding": "gzip, br"} if "Content-Encoding" in fields[-1] else {}
        yield name, origin.page("/answer", body, *fields), coded
    yield "chunks without end", origin.says("/endless", endless), {}
    for name, (target, fields) in REQUESTS.items():
        origin.page(target, b"<p>x</p>")
        yield name, target, dict(fields)


def thrown(proxy: Proxy, target: str, fields: dict[str, str]) -> str:
    """Gives in a word or two what became of it."""
    connection = http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=90)
    with closing(connection):
        try:
            connection.request("GET", target, headers=fields)
            answer = connection.getresponse()
            body = answer.read(MOST)
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
    if answer.status >= 400:
        return f"{answer.status}"
    if NOTICE in body:
        return "as it is, with notice"
    if body.startswith(b"/* a11y-proxy"):
        return "no sheet"
    return "adapted" if b"a11y" in body else "as it is"


def main(chosen: list[str]) -> None:
    with (
        contextmanager(one_origin)() as origin,
        contextmanager(started)(origin.url, **AS_SET) as proxy,
    ):
        print(f"{'bomb':38} {'became':22} {'s':>5}  new  MiB  hit p99  miss p99")
        hits: list[float] = []
        misses: list[float] = []
        for name, target, fields in bombs(origin):
            if chosen and not any(part in name for part in chosen):
                continue
            before, start = workers(proxy.port), time.monotonic()
            with visiting(proxy, origin) as felt:
                became = thrown(proxy, target, fields)
                took = time.monotonic() - start
            new = len(workers(proxy.port) - before)
            hits += felt.hits
            misses += felt.misses
            wrong = f"  others: {felt.wrong}" if felt.wrong else ""
            print(
                f"{name[:38]:38} {became:22} {took:5.1f}  {new:3}  {felt.workers:3}"
                f"  {p99(felt.hits):7.3f}  {p99(felt.misses):8.3f}{wrong}",
                flush=True,
            )
        print(
            f"others: {len(hits)} hits, p99 {p99(hits):.3f} s; {len(misses)} misses, p99 {p99(misses):.3f} s"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
