"""
Runs WordPress as Debian ships it: a database of its own without a service, PHP's own server.

Everything it writes is in a temporary folder and gone afterwards. `running` is two sites in one: the
first part of a path is the name of the theme that the page is shown in. `whole_site` is one site
with its administration, which always names itself by its own address.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    with (
        folder() as (here, settings),
        database(here, settings | {"SHELF_THEME": THEMES[0]}),
        pages("page.php", SHIPPED, address(), settings) as origin,
    ):
        yield WordPress(origin, (SHIPPED, here))


@contextmanager
def whole_site() -> Iterator[WordPress]:
    """A whole site in one theme: its pages and its administration, as a web server shows them."""
    with folder() as (here, settings):
        root, place = here / "site", address()
        root.mkdir()
        parts = {each.name: each for each in SHIPPED.iterdir()}
        parts |= {"wp-config.php": HERE / "config.php", "wp-content": here / "wp-content"}
        for part, stands in parts.items():
            (root / part).symlink_to(stands)
        settings |= {"SHELF_THEME": THEMES[0], "SHELF_HOME": f"http://{place}"}
        with database(here, settings), pages("site.php", root, place, settings) as origin:
            yield WordPress(origin, (root,))


@contextmanager
def folder() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder for all that one run writes, and the environment that tells of it."""
    with TemporaryDirectory(prefix="wordpress-") as name:
        here = Path(name)
        content = here / "wp-content"
        content.mkdir()
        (content / "themes").symlink_to(SHIPPED / "wp-content" / "themes")
        yield (
            here,
            {
                "PATH": path(),
                "SHELF_SOCKET": str(here / "socket"),
                "SHELF_CONTENT": str(content),
                # it answers one request at a time, else, and pages ask it for more while they are made
                "PHP_CLI_SERVER_WORKERS": "4",
            },
        )


@contextmanager
def database(here: Path, settings: dict[str, str]) -> Iterator[None]:
    """A database, filled with a town's pages."""
    data, log = here / "data", here / "log"
    data.mkdir()
    command = ["mariadbd", *DATABASE, f"--datadir={data}", f"--socket={settings['SHELF_SOCKET']}"]
    if os.geteuid() == 0:
        command.append("--user=root")
    with log.open("wb") as out, process(command, settings, out) as server:
        wait(lambda: speaks(socket.AF_UNIX, settings["SHELF_SOCKET"]), server)
        subprocess.run(["php", str(HERE / "content.php"), str(PICTURES)], env=settings, check=True)
        yield


@contextmanager
def pages(script: str, root: Path, place: str, settings: dict[str, str]) -> Iterator[str]:
    """PHP's own server, which asks a script of ours for every page."""
    command = ["php", "-q", "-S", place, "-t", str(root), str(HERE / script)]
    host, _, port = place.partition(":")
    with process(command, settings, subprocess.DEVNULL) as server:
        wait(lambda: speaks(socket.AF_INET, (host, int(port))), server)
        yield f"http://{place}"


def address() -> str:
    """A host and a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return "{}:{}".format(*listener.getsockname())


@contextmanager
def process(
    command: list[str], settings: dict[str, str], out: object
) -> Iterator[subprocess.Popen]:
    group = subprocess.Popen(command, env=settings, stdout=out, stderr=out, process_group=0)
    with group as server:
        try:
            yield server
        finally:
            # PHP's server does not end those that work for it
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)


def wait(ready: object, server: subprocess.Popen) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while not ready():
        assert server.poll() is None, f"{server.args} ended by itself"
        assert time.monotonic() < until, f"{server.args} does not answer"
        time.sleep(0.05)


def speaks(family: int, address: object) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as client:
        return client.connect_ex(address) == 0
