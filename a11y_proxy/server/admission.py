"""
Turns away what no proxy may accept, on the raw request, before any address is built of it.

aiohttp's own parser refuses most malformed framing; this is what it lets through.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web
from aiohttp.http import HttpVersion10, HttpVersion11

from a11y_proxy.server.expectation import CONTINUE
from a11y_proxy.server.keys import Edge
from a11y_proxy.server.virtualhost import VIRTUAL_HOST
from a11y_proxy.service.outbound import NAME
from a11y_proxy.standards.http import METHODS, SAFE

_PROBES = frozenset({"/_a11y/health", "/_a11y/ready"})
"""What is asked of the process and of no site, mostly under an address: a load balancer knows no name."""


_OTHER_SCHEME = (
    "A form over https must not be sent on without it, or the other way round. If visitors come over "
    "TLS that ends before the proxy, set `server.https`, or list that server in `server.trusted`."
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A status and a sentence that the one who asked can act on; it repeats nothing of the request."""

    status: int
    message: str


def refusal(request: web.BaseRequest, edge: Edge) -> Refusal | None:
    """Gives the reason not to serve a request, or None."""
    for check in _CHECKS:
        no = check(request, edge)
        if no is not None:
            return no
    return None


def _version(request: web.BaseRequest, _: Edge) -> Refusal | None:
    if request.version in {HttpVersion10, HttpVersion11}:
        return None
    return Refusal(505, "The versions that are spoken are HTTP/1.1 and HTTP/1.0.")


def _target(request: web.BaseRequest, _: Edge) -> Refusal | None:
    # §3.2.2 of RFC 9112 lets a client name any host here, and aiohttp believes it over Host
    target = request._message.path  # noqa: SLF001 - `raw_path` is this; the URL is already parsed
    if not target.startswith("/"):
        return Refusal(400, "The request target must be a path that begins with a slash.")
    if "#" in target or "\\" in target.partition("?")[0]:
        return Refusal(400, "The request target must not contain '#' or a backslash.")
    return None


def _host(request: web.BaseRequest, _: Edge) -> Refusal | None:
    target = request._message.path  # noqa: SLF001 - as above
    if VIRTUAL_HOST in request or target in _PROBES:
        return None
    return Refusal(
        421,
        "This server does not serve the host that was asked for. "
        "If it should, add the host to `server.hosts` in a11y-proxy.toml, "
        "or to the `hosts` of one of its sites where there are several.",
    )


def _framing(request: web.BaseRequest, _: Edge) -> Refusal | None:
    codings = request.headers.getall("Transfer-Encoding", [])
    if codings and (codings != ["chunked"] or request.version != HttpVersion11):
        return Refusal(400, "The only Transfer-Encoding that is accepted is 'chunked' in HTTP/1.1.")
    if "_" in "".join(request.headers):
        return Refusal(400, "Header field names must not contain an underscore.")
    if request.method in SAFE and request.body_exists:
        return Refusal(400, f"A {request.method} request must not have a body.")
    return None


def _expectation(request: web.BaseRequest, _: Edge) -> Refusal | None:
    if request.headers.get("Expect", CONTINUE).lower() == CONTINUE:
        return None
    return Refusal(417, f"The only Expect that is met is '{CONTINUE}'.")


def _method(request: web.BaseRequest, _: Edge) -> Refusal | None:
    if request.method in METHODS:
        return None
    return Refusal(405, f"The methods that are served are {', '.join(sorted(METHODS))}.")


def _loop(request: web.BaseRequest, _: Edge) -> Refusal | None:
    known = ",".join(request.headers.getall("CDN-Loop", ())).split(",")
    if all(cdn.partition(";")[0].strip() != NAME for cdn in known):
        return None
    return Refusal(
        508, "The request comes from this proxy itself: its origin must not be its own address."
    )


def _cross_site(request: web.BaseRequest, edge: Edge) -> Refusal | None:
    # The origin's own check of Origin sees its own address, so the real check is here; for a WebSocket,
    # which any page may open with the visitor's cookies, there is no other.
    if request.method in SAFE and "Upgrade" not in request.headers:
        return None
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin is None:
        same = site in {None, "same-origin", "none"}
    elif origin == "null":
        # a page that keeps its address from others (`Referrer-Policy: no-referrer`) keeps it from us, too;
        # no page can forge what the browser says of it
        same = site == "same-origin"
    else:
        scheme, _, host = origin.partition("://")
        if host == request.headers["Host"] and scheme != edge.scheme(request):
            return Refusal(403, _OTHER_SCHEME)
        same = origin == f"{edge.scheme(request)}://{request.headers['Host']}"
    return None if same else Refusal(403, "A form on another site must not be sent here.")


_CHECKS: tuple[Callable[[web.BaseRequest, Edge], Refusal | None], ...] = (
    _version,
    _target,
    _host,
    _framing,
    _expectation,
    _method,
    _loop,
    _cross_site,
)
