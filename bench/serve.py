"""
Serving: hits of the proxy beside nginx in one run, with a page for all and with one of a session.

    python -m bench.serve [requests per round]

A page for all stands against a static file of the same bytes. A page with `no-store` and a session's
cookie, as most municipal sites send them, is fetched for each visitor: only its artifact is a hit.
It stands against nginx passing it on. Every hit of ours reads the visitor's cookie, fills the slots
and answers with a tag of its own; nginx does nothing of that. Wall time includes the client and the
origin, which share the machine, so processor time of the server for each request is the figure to
trust. Contestants take turns; the median counts.
"""

from __future__ import annotations

import asyncio
import gzip
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

ROUNDS, CONNECTIONS = 5, 16
PARAGRAPH = "<p class=text style='color:#777;font-size:11px'>Рішення сесії міської ради.</p>\n"
PAGE = f"<!doctype html><html lang=uk><title>Рада</title><body>{PARAGRAPH * 900}</body></html>"
FOR_ALL, OF_A_SESSION = "/", "/session"
FIELDS = """\
Host: 127.0.0.1
User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
Accept-Language: uk,en-US;q=0.7,en;q=0.3
Accept-Encoding: gzip
Upgrade-Insecure-Requests: 1
Sec-Fetch-Dest: document
Sec-Fetch-Mode: navigate
Sec-Fetch-Site: same-origin
"""
WISHES = "a11y_preferences=theme=yellow-on-black&scale=200"
COOKIES = {FOR_ALL: WISHES, OF_A_SESSION: f"PHPSESSID=0123456789abcdef; {WISHES}"}


@dataclass
class Contestant:
    name: str
    port: int
    pid: int
    target: str = FOR_ALL
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def figures(self) -> tuple[float, float]:
        return statistics.median(self.rates), statistics.median(self.costs)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def processor_seconds(pid: int) -> float:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    own = sum(int(thread.read_text("ascii").split()[0]) for thread in threads) / 1e9
    return own + sum(processor_seconds(int(child)) for child in children)


def request(target: str, version: str) -> bytes:
    head = f"GET {target} HTTP/{version}\n{FIELDS}Cookie: {COOKIES[target]}\n\n"
    return head.replace("\n", "\r\n").encode("ascii")


async def ask(port: int, target: str, count: int) -> int:
    """Asks for a page `count` times on one connection; gives the bytes of the last reply."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    length = 0
    for _ in range(count):
        writer.write(request(target, "1.1"))
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
    writer.close()
    return length


async def race(contestant: Contestant, requests: int) -> int:
    processor, wall = processor_seconds(contestant.pid), time.perf_counter()
    share = requests // CONNECTIONS
    lengths = await asyncio.gather(
        *(ask(contestant.port, contestant.target, share) for _ in range(CONNECTIONS))
    )
    contestant.rates.append(share * CONNECTIONS / (time.perf_counter() - wall))
    spent = processor_seconds(contestant.pid) - processor
    contestant.costs.append(spent / (share * CONNECTIONS) * 1e6)
    return lengths[0]


async def origin() -> tuple[web.AppRunner, int]:
    packed = gzip.compress(PAGE.encode())

    async def for_all(_: web.Request) -> web.Response:
        headers = {"Cache-Control": "max-age=3600"}
        return web.Response(text=PAGE, content_type="text/html", headers=headers)

    async def of_a_session(_: web.Request) -> web.Response:
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Encoding": "gzip",
            "Cache-Control": "no-store, no-cache, must-revalidate",
            "Set-Cookie": "PHPSESSID=0123456789abcdef; path=/",
        }
        return web.Response(body=packed, headers=headers)

    app = web.Application()
    app.router.add_get(FOR_ALL, for_all)
    app.router.add_get(OF_A_SESSION, of_a_session)
    runner, port = web.AppRunner(app, access_log=None), free_port()
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner, port


@contextmanager
def proxy(origin_port: int) -> Iterator[tuple[int, int]]:
    """Gives the port and the process."""
    port = free_port()
    where = ["--origin", f"http://127.0.0.1:{origin_port}", "--listen", f"127.0.0.1:{port}"]
    process = subprocess.Popen([sys.executable, "-m", "a11y_proxy", "serve", *where])
    try:
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


@contextmanager
def nginx(body: bytes, origin_port: int) -> Iterator[tuple[int, int] | None]:
    """Gives the port and the process; None where there is no nginx."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        port, place = free_port(), Path(folder)
        place.chmod(0o755)
        (place / "index.html").write_bytes(b"")
        (place / "index.html.gz").write_bytes(body)
        (place / "nginx.conf").write_text(
            f"daemon off; pid {folder}/pid; error_log stderr crit; worker_processes 1;"
            "events {} http { access_log off; gzip_static on; default_type text/html;"
            f"upstream origin {{ server 127.0.0.1:{origin_port}; keepalive 32; }}"
            f"server {{ listen 127.0.0.1:{port}; root {folder}; keepalive_requests 1000000;"
            f"location {OF_A_SESSION} {{ proxy_pass http://origin; proxy_http_version 1.1;"
            "proxy_set_header Connection ''; } } }"
        )
        process = subprocess.Popen([program, "-p", folder, "-c", f"{folder}/nginx.conf"])
        try:
            yield port, process.pid
        finally:
            process.terminate()
            process.wait()


async def ready(port: int) -> None:
    for _ in range(300):
        try:
            await ask(port, FOR_ALL, 1)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing answers on port {port}")


async def body_of(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request(FOR_ALL, "1.0"))
    reply = await reader.read()
    writer.close()
    return reply.partition(b"\r\n\r\n")[2]


def show(ours: Contestant, theirs: Contestant | None) -> None:
    for contestant in filter(None, (theirs, ours)):
        rate, cost = contestant.figures()
        print(f"{contestant.name:28} {rate:8,.0f} requests/s  {cost:7.1f} µs processor/request")
    if theirs is not None:
        (rate, cost), (their_rate, their_cost) = ours.figures(), theirs.figures()
        share, times = rate / their_rate, cost / their_cost
        print(f"{'ratio':28} {share:8.2f} of its rate  {times:8.1f} x its processor time")


async def main(requests: int) -> None:
    runner, origin_port = await origin()
    with proxy(origin_port) as (port, pid):
        await ready(port)
        body = await body_of(port)
        print(f"{len(PAGE.encode()):,} bytes of page, {len(body):,} on the wire")
        ours = [
            Contestant("a11y-proxy, for all", port, pid, FOR_ALL),
            Contestant("a11y-proxy, of a session", port, pid, OF_A_SESSION),
        ]
        theirs: list[Contestant | None] = [None, None]
        with nginx(body, origin_port) as place:
            if place is None:
                print("nginx is not installed: no comparison (Debian: apt-get install nginx-light)")
            else:
                await ready(place[0])
                theirs = [
                    Contestant("nginx, static", *place, FOR_ALL),
                    Contestant("nginx, passing on", *place, OF_A_SESSION),
                ]
            for _ in range(ROUNDS):
                for contestant in filter(None, (*theirs, *ours)):
                    slower = 1 if contestant.target == FOR_ALL else 4
                    await race(contestant, requests // slower)
    for one, other in zip(ours, theirs, strict=True):
        show(one, other)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000))
