"""
What the operator sets: `a11y-proxy.toml`, over it the environment, over that the command line.

Each field's description completes the sentence "must be …", which is what a person reads
who got it wrong. `loading.py` reads them; only what composes and starts the server knows them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from ada_url import URL
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    IPvAnyNetwork,
    SecretStr,
)

from a11y_proxy.core.site import Credentials, NoTransform

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class SettingsError(ValueError):
    """A setting that cannot be used; the message is one line for each, with where it stands."""


def _origin(text: str) -> str:
    # as it goes over the network (RFC 6454 §6.2): a name in letters, such as .укр, in ASCII
    url = URL(text)
    if url.protocol not in {"http:", "https:"} or url.port == "0" or not _is_bare(url):
        raise ValueError(text)
    return url.origin


def _host(text: str) -> str:
    url = URL(f"http://{text}")
    if not _is_bare(url):
        raise ValueError(text)
    return url.host


def _is_bare(url: URL) -> bool:
    return url.pathname == "/" and not (url.search or url.hash or url.username or url.password)


def _address(text: str) -> str:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        raise ValueError(text)
    return text


def _language(text: str) -> str:
    if not _TAG.fullmatch(text):
        raise ValueError(text)
    return text


Origin = Annotated[str, AfterValidator(_origin)]
Language = Annotated[str, AfterValidator(_language)]
Host = Annotated[str, AfterValidator(_host)]
Address = Annotated[str, AfterValidator(_address)]
Scale = Annotated[int, Field(ge=100, le=400)]

_WHOLE = "a positive whole number"
_SECONDS = "a positive number of seconds"
_FILE = "the name of a file"
_ORIGIN = "an address such as https://town.example, without a path"
_HOSTS = "a list of host names, with port if not 80 or 443"
_SCALE = "a whole number of percent, 100 to 400"


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteSettings(_Section):
    """A site that is served; what is None or empty is as the other tables say for all."""

    origin: Origin | None = Field(default=None, description=_ORIGIN)
    aliases: tuple[Origin, ...] = Field(default=(), description=f"a list; each is {_ORIGIN}")
    language: Language | None = Field(
        default=None, description="a language tag (BCP 47) such as uk, not a country such as ua"
    )
    recipe: Path | None = Field(default=None, description=_FILE)
    credentials: Credentials = Field(default="original", description='"original" or "proxy"')
    no_transform: NoTransform = Field(default="respect", description='"respect" or "override"')
    user_agent: str = Field(
        default="Mozilla/5.0 (compatible; a11y-proxy/0.1)", description="a line of text"
    )
    hosts: tuple[Host, ...] = Field(default=(), description=_HOSTS)
    theme: str | None = Field(default=None, description="the name of a theme")
    scale: Scale | None = Field(default=None, description=_SCALE)
    share: float = Field(
        default=1.0,
        gt=0,
        description="a positive number: with 2 a site keeps twice what one with 1 does",
    )


class CacheSettings(_Section):
    """How much is kept in memory, by each process."""

    entries_mib: int = Field(default=64, gt=0, description=_WHOLE)
    artifacts_mib: int = Field(default=128, gt=0, description=_WHOLE)
    replies_mib: int = Field(default=64, gt=0, description=_WHOLE)
    grace_hours: float = Field(default=24.0, ge=0, description="a number of hours, 0 or more")
    folder: Path | None = Field(default=None, description="a folder that exists")


class LimitSettings(_Section):
    """How long and how large."""

    queue_seconds: float = Field(default=5.0, gt=0, description=_SECONDS)
    connect_seconds: float = Field(default=5.0, gt=0, description=_SECONDS)
    first_byte_seconds: float = Field(default=20.0, gt=0, description=_SECONDS)
    idle_seconds: float = Field(default=30.0, gt=0, description=_SECONDS)
    page_seconds: float = Field(default=30.0, gt=0, description=_SECONDS)
    visitor_idle_seconds: float = Field(default=60.0, gt=0, description=_SECONDS)
    header_seconds: float = Field(default=30.0, gt=0, description=_SECONDS)
    visitors: int = Field(default=2048, gt=0, description=_WHOLE)
    visitors_each: int = Field(default=256, gt=0, description=_WHOLE)
    misses_per_second: float = Field(default=50.0, ge=0, description="a number, 0 for no limit")
    upload_mib: int = Field(default=1024, gt=0, description=_WHOLE)
    page_mib: int = Field(default=8, gt=0, description=_WHOLE)
    transform_seconds: float = Field(default=10.0, gt=0, description=_SECONDS)
    transform_mib: int = Field(default=1024, ge=512, description="a whole number, 512 or more")
    transform_processes: int = Field(default=2, gt=0, description=_WHOLE)
    transform_waiting: int = Field(default=64, gt=0, description=_WHOLE)
    connections: int = Field(default=100, gt=0, description=_WHOLE)


class ThirdPartySettings(_Section):
    """What pages load from other hosts: their style sheets and fonts come through us."""

    sheets: bool = Field(default=True, description="true or false")
    hosts: tuple[Host, ...] = Field(
        default=(),
        description="a list of host names, with port if not 80 or 443, that need not be public",
    )
    key: SecretStr | None = Field(
        default=None, min_length=16, description="a secret of at least 16 characters"
    )


class ThemeSettings(_Section):
    """What a visitor sees who has chosen nothing."""

    folder: Path | None = Field(default=None, description="a folder of themes")
    default: str | None = Field(default=None, description="the name of a theme")
    typeface: Path | None = Field(
        default=None, description="a folder with NAME-Regular.woff2 and its licence, OFL.txt"
    )
    scale: Scale = Field(default=150, description=_SCALE)
    language: str = Field(default="uk", description="a language that has a catalogue, such as uk")


class ServerSettings(_Section):
    """How visitors reach the server."""

    listen: Address = Field(
        default="127.0.0.1:8080", description="HOST:PORT, such as 127.0.0.1:8080"
    )
    hosts: tuple[Host, ...] = Field(default=(), description=_HOSTS)
    https: bool = Field(default=False, description="true or false")
    certificate: Path | None = Field(default=None, description=_FILE)
    certificate_key: Path | None = Field(default=None, description=_FILE)
    hsts_seconds: int = Field(default=0, ge=0, description="a whole number of seconds, 0 or more")
    trusted: tuple[IPvAnyNetwork, ...] = Field(
        default=(), description="a list of addresses or networks, such as 10.0.0.0/8"
    )
    workers: int = Field(default=1, gt=0, description=_WHOLE)
    access_log: bool = Field(default=False, description="true or false")
    shutdown_seconds: float = Field(default=20.0, gt=0, description=_SECONDS)


def _listed(value: object) -> object:
    """Gives a list for a table alone: `[site]` is the one-site case of `[[site]]`."""
    return (value,) if isinstance(value, dict) else value


class Settings(_Section):
    """Everything that can be set, frozen."""

    site: Annotated[tuple[SiteSettings, ...], BeforeValidator(_listed), Field(min_length=1)] = (
        SiteSettings(),
    )
    cache: CacheSettings = CacheSettings()
    limits: LimitSettings = LimitSettings()
    third_party: ThirdPartySettings = ThirdPartySettings()
    themes: ThemeSettings = ThemeSettings()
    server: ServerSettings = ServerSettings()
