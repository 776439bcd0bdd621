"""Header fields of a reply: what the origin said, made true of what we send."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from a11y_proxy.core.fields import Field, Fields
from a11y_proxy.server.adapt import OUR_COOKIES
from a11y_proxy.server.policy import amended
from a11y_proxy.service.outbound import NAME
from a11y_proxy.service.request import Plain, Reply
from a11y_proxy.standards.http import ADDRESSES, BODY_BOUND, CACHED, HOP_BY_HOP, HOST_BOUND

MapUrl = Callable[[str], str]

_POLICIES = frozenset({"content-security-policy", "content-security-policy-report-only"})
_LINK = re.compile(r"<([^>]*)>")
_REFRESH = re.compile(
    r"(?P<wait>[^;,]*[;,]\s*url\s*=\s*)(?P<quote>[\"']?)(?P<url>.*)(?P=quote)$", re.IGNORECASE
)
_INSECURE_ONLY = ("secure", "partitioned", "samesite=none")
"""Cookie attributes that browsers accept over TLS only (RFC 6265bis §5.7)."""


def reply_fields(reply: Reply, map_url: MapUrl, origins: frozenset[str], *, https: bool) -> Fields:
    """
    Gives the fields for the visitor, but for those that depend on the bytes sent.

    `map_url` gives the address at our place for one at the origin's; `origins` are the site's, as
    a policy might name them.
    """
    fields = reply.fields
    named = {word.strip().lower() for word in fields.joined("connection").split(",")}
    dropped = HOP_BY_HOP | HOST_BOUND | named | {"server"}
    if reply.changed or isinstance(reply.body, Plain):
        dropped |= BODY_BOUND
    if reply.cache_control is not None:
        dropped |= CACHED | {"date"}
    if reply.changed:
        dropped |= {"content-type"}
    change = _Change(map_url, origins, https)
    kept = Fields.of(pair for pair in _with_cookies(fields.without(dropped), https=https))
    return kept.mapped(change).plus(*_ours(reply))


def _ours(reply: Reply) -> Iterator[Field]:
    yield "Server", NAME
    yield "Via", f"1.1 {NAME}"
    yield "Cache-Status", str(reply.handling)
    if reply.cache_control is not None:
        yield "Cache-Control", reply.cache_control
        theirs = [name.strip() for name in reply.fields.joined("vary").split(",") if name.strip()]
        known = {name.lower() for name in theirs}
        names = [name for name in ("Accept-Encoding", "Cookie") if name.lower() not in known]
        yield "Vary", ", ".join([*theirs, *names])
    if reply.changed:
        # search engines are to find the original
        yield "X-Robots-Tag", "noindex"


class _Change:
    def __init__(self, map_url: MapUrl, origins: frozenset[str], https: bool) -> None:  # noqa: FBT001
        self._map_url = map_url
        self._origins = origins
        self._https = https

    def __call__(self, name: str, value: str) -> str:
        if name in ADDRESSES:
            return self._map_url(value)
        if name == "link":
            return _LINK.sub(lambda match: f"<{self._map_url(match[1])}>", value)
        if name == "refresh" and (match := _REFRESH.match(value)):
            return match["wait"] + self._map_url(match["url"])
        if name in _POLICIES:
            return amended(value, self._origins, https=self._https)
        return value


def _with_cookies(fields: Fields, *, https: bool) -> Iterator[Field]:
    for name, value in fields:
        if name.lower() != "set-cookie":
            yield name, value
        elif not value.strip().startswith(OUR_COOKIES):
            yield name, _cookie(value, https=https)


def _cookie(value: str, *, https: bool) -> str:
    """Gives a cookie of the origin as a cookie of this host alone."""
    pair, *attributes = value.split(";")
    kept = [
        attribute
        for attribute in attributes
        if (plain := attribute.replace(" ", "").lower())
        and not plain.startswith("domain=")
        and (https or plain not in _INSECURE_ONLY)
    ]
    return ";".join([pair, *kept])
