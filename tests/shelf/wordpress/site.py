"""
Runs WordPress as Debian ships it: a database of its own without a service, PHP's own server.

Everything it writes is in a temporary folder and gone afterwards. It is two sites in one: the
first part of a path is the name of the theme that the page is shown in.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

HERE: Final = Path(__file__).parent
PICTURES: Final = HERE.parents[2] / "a11y_proxy" / "town" / "static" / "img"
SHIPPED: Final = Path("/usr/share/wordpress")
THEMES: Final = ("twentytwentyone", "twentytwentythree")
STARTS_WITHIN: Final = 30.0
DATABASE: Final = (
    "--no-defaults",
    "--skip-networking",
    "--skip-grant-tables",  # whoever reaches the socket in our own folder may do anything
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-buffer-pool-size=32M",
)


@dataclass(frozen=True, slots=True)
class WordPress:
    """Where a running WordPress answers, and the folders whose files it does not send itself."""

    origin: str
    folders: tuple[Path, ...]


def installed() -> bool:
    """Tells whether the Debian packages are here: `tools/shelf wordpress` installs them."""
    themes = all((SHIPPED / "wp-content" / "themes" / theme).is_dir() for theme in THEMES)
    return themes and all(shutil.which(command, path=path()) for command in ("mariadbd", "php"))


def path() -> str:
    """Where commands are, the servers' folder included, which a plain user's path may lack."""
    return f"{os.environ.get('PATH', '')}:/usr/sbin"


@contextmanager
def running() -> Iterator[WordPress]:
    """A WordPress with a town's pages in it, for as long as it is needed."""
    with TemporaryDirectory(prefix="wordpress-") as name:
        folder = Path(name)
        content = folder / "wp-content"
        content.mkdir()
        (content / "themes").symlink_to(SHIPPED / "wp-content" / "themes")
        settings = {
            "PATH": path(),
            "SHELF_SOCKET": str(folder / "socket"),
            "SHELF_CONTENT": str(content),
        }
        with database(folder, settings), pages(settings) as origin:
            yield WordPress(origin, (SHIPPED, folder))


@contextmanager
def database(folder: Path, settings: dict[str, str]) -> Iterator[None]:
    data, log = folder / "data", folder / "log"
    data.mkdir()
    command = ["mariadbd", *DATABASE, f"--datadir={data}", f"--socket={settings['SHELF_SOCKET']}"]
    if os.geteuid() == 0:
        command.append("--user=root")
    with log.open("wb") as out, process(command, settings, out) as server:
        wait(lambda: speaks(socket.AF_UNIX, settings["SHELF_SOCKET"]), server)
        fill = ["php", str(HERE / "content.php"), str(PICTURES)]
        subprocess.run(fill, env=settings | {"SHELF_THEME": THEMES[0]}, check=True)
        yield


@contextmanager
def pages(settings: dict[str, str]) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = listener.getsockname()
    command = ["php", "-q", "-S", f"{address[0]}:{address[1]}", str(HERE / "page.php")]
    with process(command, settings, subprocess.DEVNULL) as server:
        wait(lambda: speaks(socket.AF_INET, address), server)
        yield f"http://{address[0]}:{address[1]}"


@contextmanager
def process(
    command: list[str], settings: dict[str, str], out: object
) -> Iterator[subprocess.Popen]:
    with subprocess.Popen(command, env=settings, stdout=out, stderr=out) as server:
        try:
            yield server
        finally:
            server.terminate()


def wait(ready: object, server: subprocess.Popen) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while not ready():
        assert server.poll() is None, f"{server.args} ended by itself"
        assert time.monotonic() < until, f"{server.args} does not answer"
        time.sleep(0.05)


def speaks(family: int, address: object) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as client:
        return client.connect_ex(address) == 0
