"""What a server before us says of its visitor, believed only of those that the operator trusts."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

from aiohttp import web

from a11y_proxy.core.visitors import Networks

VISITOR = web.RequestKey("VISITOR", str)
"""The address that a trusted server has given."""
_SCHEMES = frozenset({"http", "https"})


def as_visitor(request: web.Request, trusted: Networks) -> web.Request:
    """
    Gives the request as its visitor made it, with their address (`remote`) and scheme.

    X-Forwarded-For and X-Forwarded-Proto count, or Forwarded (RFC 7239) where there is no
    X-Forwarded-For; none of them does unless the connection comes from a trusted server.
    """
    if not trusted:
        return request
    peer = _address(request.remote or "")
    if peer is None or not _is_in(peer, trusted):
        return request
    hops, schemes = _said(request)
    scheme = next((said for said in reversed(schemes) if said in _SCHEMES), request.scheme)
    request[VISITOR] = address = str(_visitor(peer, hops, trusted))
    return request.clone(remote=address, scheme=scheme)


def _said(request: web.Request) -> tuple[list[str], list[str]]:
    """Gives the addresses and the schemes that servers have added, the nearest last."""
    if "X-Forwarded-For" in request.headers or "Forwarded" not in request.headers:
        return _listed(request, "X-Forwarded-For"), _listed(request, "X-Forwarded-Proto")
    elements = [element for element in request.forwarded if element]
    return (
        [element.get("for", "") for element in elements],
        [element.get("proto", "").lower() for element in elements],
    )


def _listed(request: web.Request, name: str) -> list[str]:
    values = ",".join(request.headers.getall(name, ()))
    return [part.strip().lower() for part in values.split(",")]


def _visitor(
    peer: IPv4Address | IPv6Address, hops: Iterable[str], trusted: Networks
) -> IPv4Address | IPv6Address:
    """Gives the nearest address that is not of a trusted server: what stands before it may be forged."""
    found = peer
    for hop in reversed(list(hops)):
        address = _address(hop)
        if address is None or not _is_in(found, trusted):
            break
        found = address
    return found


def _is_in(address: IPv4Address | IPv6Address, networks: Networks) -> bool:
    return any(address in network for network in networks)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Gives the address in a node (RFC 7239 §6), of which the port is left out."""
    bare = text.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found
