"""Lets `python -m a11y_proxy.town` show the town alone, to look at it without the proxy."""

import click
from aiohttp import web

from a11y_proxy.town.server import make_app


@click.command()
@click.option("--listen", default="127.0.0.1:8081", show_default=True, metavar="HOST:PORT")
@click.option("--origin", help="Address the pages call their own; the request's by default.")
def main(listen: str, origin: str | None) -> None:
    """Serve the demo town."""
    host, _, port = listen.rpartition(":")
    web.run_app(make_app(origin), host=host, port=int(port))


if __name__ == "__main__":
    main()
