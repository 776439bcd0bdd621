"""The commands: serve, town, transform, themes, rules."""

from __future__ import annotations

import multiprocessing
import socket
import sys
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click
from aiohttp import web

from a11y_proxy import filtering, logs
from a11y_proxy.app import certificate_of, make_app, run, with_key
from a11y_proxy.loading import load
from a11y_proxy.origin.errors import OriginError
from a11y_proxy.rewrite.html.handbook import rules_markdown
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.rewrite.unparsable import UnparsableError
from a11y_proxy.server.parser import ParserError, require_strict_parser
from a11y_proxy.server.supervisor import Supervisor
from a11y_proxy.settings import Settings, SettingsError
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.contrast import lowest
from a11y_proxy.theming.theme import ThemeError
from a11y_proxy.town.server import make_app as make_town

_FAILED, _MISUSED = 1, 2
_LISTEN = "HOST:PORT"


@click.group()
@click.version_option(package_name="a11y-proxy")
def main() -> None:
    """Serves a web site as a high-contrast, enlarged, screen-reader-friendly version."""
    logs.set_up()


@main.command()
@click.option("--origin", metavar="URL", help="The site to serve, such as https://town.example.")
@click.option("--demo", is_flag=True, help="Serve the bundled demo town instead of a site.")
@click.option("--listen", metavar=_LISTEN, help="Where to listen. [default: 127.0.0.1:8080]")
@click.option(
    "--config", type=click.Path(path_type=Path), help="A file instead of a11y-proxy.toml."
)
@click.option("--workers", type=int, help="How many processes share the port. [default: 1]")
@click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False, writable=True),
    help="Where the key of addresses is kept from one start to the next. Caches are in memory.",
)
def serve(  # noqa: PLR0913, PLR0917 - one argument for each option
    origin: str | None,
    demo: bool,  # noqa: FBT001 - click passes flags so
    listen: str | None,
    config: Path | None,
    workers: int | None,
    cache_dir: Path | None,
) -> None:
    """Serve a site, or the demo town."""
    if demo and origin:
        _fail("Give either --origin or --demo, not both.", _MISUSED)
    town = _start_town() if demo else None
    given: dict[str, dict[str, Any]] = {
        "site": {"origin": origin or town, "language": "uk" if demo else None},
        "server": {"listen": listen, "workers": workers},
        "cache": {"folder": cache_dir},
    }
    try:
        require_strict_parser()
        settings = load(config, _without_none(given))
        scheme = "https" if certificate_of(settings.server) else "http"
        for site in settings.site:
            click.echo(f"Serving {site.origin} on {scheme}://{settings.server.listen}", err=True)
        _run(with_key(settings))
    except SettingsError as error:
        _fail(str(error), _MISUSED)
    except (ParserError, ThemeError, OSError) as error:
        _fail(str(error), _FAILED)


@main.command()
@click.option("--listen", default="127.0.0.1:8081", show_default=True, metavar=_LISTEN)
def town(listen: str) -> None:
    """Serve the demo town alone, as it is without the proxy."""
    host, _, port = listen.rpartition(":")
    web.run_app(make_town(), host=host, port=int(port), access_log=None)


@main.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("--base-url", metavar="URL", help="The address of the page, where it is a file.")
@click.option("--theme", metavar="NAME", help="The colours to use.")
@click.option("--css", is_flag=True, help="The source is a style sheet.")
@click.option("--report", type=click.Path(path_type=Path), help="Write what was done, as JSON.")
def transform(
    source: str,
    base_url: str | None,
    theme: str | None,
    css: bool,  # noqa: FBT001 - click passes flags so
    report: Path | None,
) -> None:
    """Rewrite one page or style sheet to standard output."""
    try:
        settings = load()
        result = filtering.transform(source, base_url, theme, css=css, settings=settings)
    except (ThemeError, SettingsError, filtering.UnusableSourceError) as error:
        _fail(str(error), _MISUSED)
    except (UnparsableError, OriginError, OSError) as error:
        _fail(f"{source}: {error}", _FAILED)
    if report:
        report.write_text(result.report, "utf-8")
    sys.stdout.buffer.write(result.output)


@main.group()
def themes() -> None:
    """Look after the themes."""


@themes.command()
@click.option("--folder", type=click.Path(path_type=Path), help="A folder of themes.")
def check(folder: Path | None) -> None:
    """Compute every pair of colours; fail naming the pair that breaks a theme's promise."""
    try:
        found = read_themes(folder)
    except ThemeError as error:
        _fail(str(error), _FAILED)
    for theme in found.values():
        said = (f"{pair.role} on {pair.ground} {pair.ratio:.2f}:1" for pair in lowest(theme))
        promise = theme.promise if theme.repaints else "promises no contrast for pages; ours"
        click.echo(f"{theme.name}: {promise}; lowest: {', '.join(said)}")


@main.command()
@click.option("--markdown", is_flag=True, help="The whole documentation of the rules.")
def rules(markdown: bool) -> None:  # noqa: FBT001 - click passes flags so
    """List what is repaired on a page."""
    if markdown:
        click.echo(rules_markdown(), nl=False)
        return
    for rule in RULES:
        click.echo(f"{rule.id:24} {rule.criterion:7} {rule.promise}")


def _run(settings: Settings) -> None:
    count = settings.server.workers
    if count == 1:
        run(settings)
        return
    make_app(settings)  # what is wrong ends the start here, and not each process again and again
    work = partial(run, settings, reuse_port=True)
    Supervisor(work, count, settings.server.shutdown_seconds).run()


def _start_town() -> str:
    """Starts the town in a process that ends with this one; gives its origin."""
    listening = socket.create_server(("127.0.0.1", 0))
    spawn = multiprocessing.get_context("spawn")
    spawn.Process(target=_serve_town, args=(listening,), daemon=True).start()
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


def _serve_town(listening: socket.socket) -> None:
    web.run_app(make_town(), sock=listening, access_log=None, print=None)


def _without_none(given: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {
        section: {name: value for name, value in values.items() if value is not None}
        for section, values in given.items()
    }


def _fail(message: str, status: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(status)
