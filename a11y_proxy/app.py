"""Composes the rooms: settings go in, plain arguments go on. Nothing below knows the settings."""

from __future__ import annotations

import asyncio
import logging

from aiohttp import web
from pydantic import SecretStr

from a11y_proxy import logs
from a11y_proxy.composition import exempt_of, plan
from a11y_proxy.origin.limits import Limits
from a11y_proxy.server.access import AccessLog
from a11y_proxy.server.connection import close_behind_chunks, strict_transport
from a11y_proxy.server.door import Door
from a11y_proxy.server.errors import guarded
from a11y_proxy.server.keys import TYPEFACE, UPLOADS
from a11y_proxy.server.lifespan import lifespan
from a11y_proxy.server.listening import serve
from a11y_proxy.server.live import script
from a11y_proxy.server.routes import ROUTES
from a11y_proxy.server.tls import Certificate, CertificateError
from a11y_proxy.server.upload import Uploads
from a11y_proxy.server.websocket import OPEN, close_all
from a11y_proxy.settings import ServerSettings, Settings, SettingsError
from a11y_proxy.stores.files import read_phrases, read_themes
from a11y_proxy.stores.key import kept_key, new_key
from a11y_proxy.stores.typefaces import read_typeface
from a11y_proxy.workers.pool import Pool, PoolLimits

_LOG = logging.getLogger(__name__)
_NO_TYPEFACE = (
    "The legible typeface is not offered: install the Debian package fonts-sil-andika, or name a "
    "folder as themes.typeface."
)

_MIB = 2**20


def make_app(settings: Settings) -> web.Application:
    """
    Gives the application.

    Raises SettingsError, also for a recipe, or ThemeError for themes that cannot be used.
    """
    settings = with_key(settings)
    phrases = read_phrases()
    typeface = read_typeface(settings.themes.typeface)
    if typeface is None:
        _LOG.info(_NO_TYPEFACE)
    themes = read_themes(settings.themes.folder, settings.themes.default, typeface)
    app = web.Application(middlewares=[guarded], client_max_size=0)
    app[TYPEFACE] = typeface
    app[OPEN] = set()
    app.on_shutdown.append(close_all)
    app[UPLOADS] = Uploads(settings.limits.upload_mib * _MIB, settings.limits.visitor_idle_seconds)
    pool = Pool(
        phrases,
        PoolLimits(
            settings.limits.transform_processes,
            settings.limits.transform_waiting,
            settings.limits.transform_seconds,
            settings.limits.transform_mib,
        ),
    )
    limits = _limits(settings)
    plans = [plan(settings, site, limits, themes, phrases) for site in settings.site]
    https = settings.server.https or settings.server.certificate is not None
    app.cleanup_ctx.append(lifespan(plans, pool, https=https, trusted=settings.server.trusted))
    app.on_response_prepare.append(close_behind_chunks)
    if settings.server.hsts_seconds:
        app.on_response_prepare.append(strict_transport(settings.server.hsts_seconds))
    app.add_routes(ROUTES)
    return app


def run(settings: Settings, *, reuse_port: bool = False) -> None:
    """Serves until it is told to stop (SIGTERM, SIGINT); requests under way are finished."""
    logs.set_up()
    host, port = address_of(settings)
    access = logging.getLogger("aiohttp.access") if settings.server.access_log else None
    certificate = certificate_of(settings.server)
    app = make_app(settings)
    script()  # takes a quarter of a second to make, which no visitor should wait for
    if certificate:
        app.cleanup_ctx.append(certificate.kept_current)
    serving = serve(
        app,
        _door(settings),
        host,
        port,
        patience=settings.server.shutdown_seconds,
        reuse_port=reuse_port,
        ssl_context=certificate.context if certificate else None,
        access_log=access,
        access_log_class=AccessLog,
        keepalive_timeout=settings.limits.header_seconds,
        # bodies of requests go to the origin as they come
        auto_decompress=False,
    )
    with asyncio.Runner(loop_factory=_loop) as runner:
        runner.run(serving)


def certificate_of(settings: ServerSettings) -> Certificate | None:
    """Gives the certificate to serve with, None where TLS ends before us; raises SettingsError."""
    chain, key = settings.certificate, settings.certificate_key
    if chain is None:
        if key is not None:
            raise SettingsError(
                "`server.certificate_key` is of no use without `server.certificate`"
            )
        return None
    try:
        return Certificate(chain, key)
    except CertificateError as error:
        raise SettingsError(f"`server.certificate` cannot be used: {error}") from error


def with_key(settings: Settings) -> Settings:
    """
    Gives the settings with the key that signs addresses of other hosts, where none was set.

    It is kept in the cache folder, else made for this start; processes that share a port must share
    it. Raises OSError where the folder cannot be used.
    """
    given = settings.third_party
    if given.key is not None or not given.sheets:
        return settings
    folder = settings.cache.folder
    key = SecretStr(new_key() if folder is None else kept_key(folder))
    return settings.model_copy(update={"third_party": given.model_copy(update={"key": key})})


def address_of(settings: Settings) -> tuple[str, int]:
    """Gives the host and the port to listen on."""
    host, _, port = settings.server.listen.rpartition(":")
    return host.strip("[]"), int(port)


def _door(settings: Settings) -> Door:
    granted = settings.limits
    return Door(
        granted.visitors,
        granted.visitors_each,
        granted.visitor_idle_seconds,
        exempt_of(settings),
    )


def _limits(settings: Settings) -> Limits:
    granted = settings.limits
    return Limits(
        queue=granted.queue_seconds,
        connect=granted.connect_seconds,
        first_byte=granted.first_byte_seconds,
        idle=granted.idle_seconds,
        page=granted.page_seconds,
        ceiling=granted.page_mib * _MIB,
        connections=granted.connections,
        connections_per_host=granted.connections,
    )


def _loop() -> asyncio.AbstractEventLoop:
    try:
        import uvloop  # noqa: PLC0415 - it does not exist on every system
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()
