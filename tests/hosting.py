"""An origin for tests: answers with the bytes it holds, late or from elsewhere where a test wants it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Host:
    """A host that serves files of which it holds the bytes, and remembers who asked for what."""

    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    url: str = ""


class Handler(BaseHTTPRequestHandler):
    def __init__(self, host: Host, *rest: Any) -> None:
        self.host = host
        super().__init__(*rest)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.host.asked.append((path, {name.lower(): text for name, text in self.headers.items()}))
        time.sleep(self.host.late.get(path, 0))
        kind, body = self.host.files.get(path, ("text/plain", b""))
        place = self.host.moved.get(path)
        self.send_response(302 if place else 200 if path in self.host.files else 404)
        said = {"Content-Type": kind, "Content-Length": str(len(body)), **self.host.fields}
        if place:
            said["Location"] = place
        for name, value in said.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def hosting() -> Iterator[Host]:
    """Serves a new host on a free port of this machine."""
    host = Host()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, host))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    host.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
