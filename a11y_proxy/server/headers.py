"""Header fields of a reply: what the origin said, made true of what we send."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from a11y_proxy.core.fields import Field
from a11y_proxy.core.hashed import rehashed
from a11y_proxy.core.links import STYLING, is_hint, loads, names_original
from a11y_proxy.core.policy import OwnScript, amended
from a11y_proxy.core.refresh import parse_refresh
from a11y_proxy.server.adapt import OUR_COOKIES
from a11y_proxy.server.cleared import ended, spared
from a11y_proxy.server.live import PATH as LIVE
from a11y_proxy.server.live import integrity
from a11y_proxy.service.outbound import NAME
from a11y_proxy.service.request import Plain, Reply
from a11y_proxy.standards.http import (
    ADDRESSES,
    BODY_BOUND,
    CACHED,
    FOR_SERVERS,
    HOP_BY_HOP,
    HOST_BOUND,
    POLICIES,
)

_ORIGINS = ("access-control-allow-origin", "timing-allow-origin")
_LINK = re.compile(r"""<(?P<url>[^<>]*)>(?P<parameters>(?>[^",<]++|"[^"]*+")*+)""")
_PARAMETER = re.compile(r""";\s*+([^\s=;]++)\s*+=\s*+("[^"]*+"|[^\s;]*+)""")
_INTEGRITY = re.compile(r""";\s*+integrity\s*+=\s*+("[^"]*+"|[^\s;]*+)""", re.IGNORECASE)
_TLS_ONLY = ("__secure-", "__host-")
"""How cookies begin that are to be lost rather than sent without TLS (RFC 6265bis §4.1.3)."""


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where visitors meet the origin's words.

    `map_url` gives the address at our place for one at the origin's, `map_sheet` that of a style
    sheet or font; `absolute` says where an address leads at the origin. `hosts` says that sheets of
    other hosts come from us. `origins` are the site's, as a policy might name them, `public` is ours;
    `https` says that visitors come over TLS; `hashes` what became of a policy's;
    `cookies` are the pairs that the visitor sent.
    """

    map_url: Callable[[str], str]
    map_sheet: Callable[[str], str]
    absolute: Callable[[str], str]
    hosts: bool
    origins: frozenset[str]
    public: str
    https: bool
    hashes: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()


def reply_fields(reply: Reply, place: Place) -> list[Field]:
    """Gives the fields for the visitor, but for those that depend on the bytes sent."""
    dropped = _dropped(
        reply.fields.joined("connection"),
        reply.changed,
        isinstance(reply.body, Plain),
        reply.cache_control is not None,
    )
    kept = []
    for name, value in reply.fields:
        lower = name.lower()
        if lower in dropped:
            continue
        change = _CHANGES.get(lower)
        said = value if change is None else change(value, place)
        if said is not None:
            kept.append((name, said))
    clearing = reply.fields.joined("clear-site-data")
    return [*kept, *ended(clearing, place.cookies, tls=place.https), *_ours(reply)]


@lru_cache(maxsize=256)
def _dropped(connection: str, changed: bool, plain: bool, cached: bool) -> frozenset[str]:  # noqa: FBT001
    dropped = {"server", *HOP_BY_HOP, *HOST_BOUND, *FOR_SERVERS}
    dropped.update(word.strip().lower() for word in connection.split(","))
    if changed or plain:
        dropped |= BODY_BOUND
    if cached:
        dropped |= CACHED | {"date"}
    if changed:
        dropped.add("content-type")
    return frozenset(dropped)


def _ours(reply: Reply) -> list[Field]:
    fields = [("Server", NAME), ("Via", f"1.1 {NAME}"), ("Cache-Status", str(reply.handling))]
    if reply.cache_control is not None:
        fields.append(("Cache-Control", reply.cache_control))
        fields.append(("Vary", _vary(reply.fields.joined("vary"))))
    if reply.changed:
        # search engines are to find the original
        fields.append(("X-Robots-Tag", "noindex"))
    return fields


@lru_cache(maxsize=256)
def _vary(theirs: str) -> str:
    names = [name for part in theirs.split(",") if (name := part.strip())]
    known = set(map(str.lower, names))
    ours = [name for name in ("Accept-Encoding", "Cookie") if name.lower() not in known]
    return ", ".join(names + ours)


def _address(value: str, place: Place) -> str:
    return place.map_url(value)


def _link(value: str, place: Place) -> str | None:
    return _LINK.sub(lambda found: _one_link(found, place), value).strip(" ,") or None


def _one_link(found: re.Match[str], place: Place) -> str:
    """Gives a link (RFC 8288 §3) at our place; nothing for a hint to connect to a host."""
    url, parameters = found["url"], found["parameters"]
    said = {name.lower(): value.strip('"') for name, value in _PARAMETER.findall(parameters)}
    rel = said.get("rel", "")
    if names_original(rel, said.get("hreflang")):
        return f"<{place.absolute(url)}>{parameters}"
    if place.hosts and is_hint(rel):
        return ""
    if loads(rel, said.get("as")) not in STYLING:
        return f"<{place.map_url(url)}>{parameters}"
    return f"<{place.map_sheet(url)}>{_INTEGRITY.sub('', parameters)}"


def _refresh(value: str, place: Place) -> str:
    refresh = parse_refresh(value)
    if refresh is None or not refresh.url:
        return value
    return value[: refresh.start] + place.map_url(refresh.url) + value[refresh.end :]


def _policy(value: str, place: Place) -> str:
    script = OwnScript(f"{place.public}{LIVE}", f"'{integrity()}'")
    value = rehashed(value, place.hashes)
    return amended(value, place.origins, https=place.https, script=script)


def _cleared(value: str, _: Place) -> str | None:
    return spared(value)


def _allowed_origin(value: str, place: Place) -> str:
    return place.public if value.strip() in place.origins else value


def _cookie(value: str, place: Place) -> str | None:
    """Gives a cookie of the origin as a cookie of this host alone; none that is named like ours."""
    # of "=a=b" a browser keeps "a=b" without a name, and sends it as if it had one
    if value.lstrip(" \t=").startswith(OUR_COOKIES):
        return None
    pair, *attributes = value.split(";")
    tls = place.https or pair.lstrip(" \t").lower().startswith(_TLS_ONLY)
    return ";".join([pair, *(kept for kept in attributes if _holds_here(kept, tls=tls))])


def _holds_here(attribute: str, *, tls: bool) -> bool:
    """Says whether a cookie's attribute is for our host, too: those that need TLS need it (§5.7)."""
    name, value = (part.strip(" \t").lower() for part in attribute.partition("=")[::2])
    if name in {"", "domain"}:
        return False
    return tls or not (name in {"secure", "partitioned"} or (name, value) == ("samesite", "none"))


_CHANGES: Mapping[str, Callable[[str, Place], str | None]] = {
    **dict.fromkeys(ADDRESSES, _address),
    **dict.fromkeys(POLICIES, _policy),
    **dict.fromkeys(_ORIGINS, _allowed_origin),
    "clear-site-data": _cleared,
    "link": _link,
    "refresh": _refresh,
    "set-cookie": _cookie,
}
"""What becomes of a field's value; None where the field is left out."""
