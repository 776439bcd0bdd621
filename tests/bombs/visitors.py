"""Other visitors, who ask for ordinary pages all the while, and what they and the machine feel of it."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.server.conftest import Origin, Proxy

PAGE = "<!doctype html><html lang=uk><title>т</title><body><h1>{}</h1>" + "<p>слово</p>" * 50
_NUMBERS = count()
_NICE, _PARENT = 18, 3
"""Places in /proc/<pid>/stat."""


@dataclass
class Felt:
    """Seconds that hits and misses took, statuses that were not 200, and the most memory, in MiB."""

    hits: list[float] = field(default_factory=list)
    misses: list[float] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    server: int = 0
    workers: int = 0


def p99(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)] if seconds else float("nan")


@contextmanager
def visiting(proxy: Proxy, origin: Origin) -> Iterator[Felt]:
    """Has one visitor ask for a page that is cached, one for pages that are not, over and over."""
    felt, over = Felt(), threading.Event()
    fields = ("Content-Type: text/html; charset=utf-8", "Cache-Control: max-age=600")
    origin.page("/good", PAGE.format("добре").encode(), *fields)
    proxy.ask("/good")

    def hit() -> None:
        felt.hits.append(_seconds(proxy, "/good", felt.wrong))

    def miss() -> None:
        number = next(_NUMBERS)
        path = origin.page(f"/miss-{number}", PAGE.format(number).encode())
        felt.misses.append(_seconds(proxy, path, felt.wrong))

    def look() -> None:
        felt.server = max(felt.server, memory(server(proxy.port)))
        felt.workers = max([felt.workers, *map(memory, workers(proxy.port))])

    def again(call: Callable[[], None], pause: float) -> None:
        while not over.wait(pause):
            call()

    pauses = ((hit, 0.02), (miss, 0.1), (look, 0.2))
    threads = [threading.Thread(target=again, args=each) for each in pauses]
    for each in threads:
        each.start()
    try:
        yield felt
    finally:
        over.set()
        for each in threads:
            each.join()


def _seconds(proxy: Proxy, path: str, wrong: list[int]) -> float:
    """Gives how long a page took to come; takes down its status where it did not."""
    start = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=60)
    with closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
    if answer.status != 200:
        wrong.append(answer.status)
    return time.monotonic() - start


def server(port: int) -> int:
    """Gives the number of the server's process (Linux)."""
    mark = f"127.0.0.1:{port}".encode()
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark in line.read_bytes().split(b"\0") and int(
                _stat(int(line.parent.name))[_PARENT]
            ):
                return int(line.parent.name)
        except OSError:
            continue
    raise LookupError(port)


def workers(port: int) -> set[int]:
    """Gives the numbers of the processes that adapt: they give way to all others."""
    parents: dict[int, int] = {}
    nice: set[int] = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = _stat(int(folder.name))
        except OSError:
            continue
        parents[int(folder.name)] = int(stat[_PARENT])
        if int(stat[_NICE]) >= 10:
            nice.add(int(folder.name))
    root = server(port)

    def below(pid: int) -> bool:
        while pid in parents and pid != root:
            pid = parents[pid]
        return pid == root

    return {pid for pid in nice if below(pid) and parents[pid] != root}


def memory(pid: int) -> int:
    """Gives the MiB that a process holds now; none when it has gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    kib = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(kib[0]) // 1024 if kib else 0


def _stat(pid: int) -> list[str]:
    text = Path(f"/proc/{pid}/stat").read_text()
    return ["", "", *text[text.rindex(")") + 2 :].split()]
