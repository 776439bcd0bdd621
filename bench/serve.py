"""
Serving: hits of the proxy beside nginx with a static file of the same bytes, in one run.

    python -m bench.serve [requests per round]

Every hit reads the visitor's cookie, fills the slots and answers with a tag of its own; nginx does
nothing of that. Wall time includes the client, which shares the machine, so processor time of the
server for each request is the figure to trust. Contestants take turns; the median counts.
"""

from __future__ import annotations

import asyncio
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
TICKS = os.sysconf("SC_CLK_TCK")
COOKIE = b"Cookie: a11y_preferences=theme=yellow-on-black&scale=200\r\n"


@dataclass
class Contestant:
    name: str
    port: int
    pid: int
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def figures(self) -> tuple[float, float]:
        return statistics.median(self.rates), statistics.median(self.costs)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def processor_seconds(pid: int) -> float:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / TICKS
    return own + sum(processor_seconds(int(child)) for child in children)


async def ask(port: int, count: int) -> int:
    """Asks for the page `count` times on one connection; gives the bytes of the last reply."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n" + COOKIE + b"\r\n"
    length = 0
    for _ in range(count):
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
    writer.close()
    return length


async def race(contestant: Contestant, requests: int) -> int:
    processor, wall = processor_seconds(contestant.pid), time.perf_counter()
    share = requests // CONNECTIONS
    lengths = await asyncio.gather(*(ask(contestant.port, share) for _ in range(CONNECTIONS)))
    contestant.rates.append(share * CONNECTIONS / (time.perf_counter() - wall))
    spent = processor_seconds(contestant.pid) - processor
    contestant.costs.append(spent / (share * CONNECTIONS) * 1e6)
    return lengths[0]


async def origin() -> tuple[web.AppRunner, int]:
    async def page(_: web.Request) -> web.Response:
        headers = {"Cache-Control": "max-age=3600"}
        return web.Response(text=PAGE, content_type="text/html", headers=headers)

    app = web.Application()
    app.router.add_get("/", page)
    runner, port = web.AppRunner(app, access_log=None), free_port()
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner, port


@contextmanager
def proxy(origin_port: int) -> Iterator[Contestant]:
    port = free_port()
    where = ["--origin", f"http://127.0.0.1:{origin_port}", "--listen", f"127.0.0.1:{port}"]
    process = subprocess.Popen([sys.executable, "-m", "a11y_proxy", "serve", *where])
    try:
        yield Contestant("a11y-proxy, hit", port, process.pid)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def nginx(body: bytes) -> Iterator[Contestant | None]:
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
            f"server {{ listen 127.0.0.1:{port}; root {folder}; keepalive_requests 1000000; }} }}"
        )
        process = subprocess.Popen([program, "-p", folder, "-c", f"{folder}/nginx.conf"])
        try:
            yield Contestant("nginx, static", port, process.pid)
        finally:
            process.terminate()
            process.wait()


async def ready(port: int) -> None:
    for _ in range(300):
        try:
            await ask(port, 1)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing answers on port {port}")


async def body_of(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
    writer.write(head + COOKIE + b"\r\n")
    reply = await reader.read()
    writer.close()
    return reply.partition(b"\r\n\r\n")[2]


async def main(requests: int) -> None:
    runner, origin_port = await origin()
    with proxy(origin_port) as ours:
        await ready(ours.port)
        body = await body_of(ours.port)
        print(f"{len(PAGE.encode()):,} bytes of page, {len(body):,} on the wire")
        with nginx(body) as theirs:
            if theirs is None:
                print("nginx is not installed: no comparison (Debian: apt-get install nginx-light)")
            else:
                await ready(theirs.port)
            contestants = [one for one in (theirs, ours) if one]
            for _ in range(ROUNDS):
                for contestant in contestants:
                    await race(contestant, requests)
    for contestant in contestants:
        rate, cost = contestant.figures()
        print(f"{contestant.name:16} {rate:8,.0f} requests/s  {cost:7.1f} µs processor/request")
    if theirs is not None:
        (rate, cost), (their_rate, their_cost) = ours.figures(), theirs.figures()
        print(
            f"ratio            {rate / their_rate:8.2f} of its rate  {cost / their_cost:6.1f} x its processor time"
        )
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000))
