"""
Connects to public addresses only, whatever their names are.

The check is made on the very address that a connection goes to, when it is made: a name may lead to
another place each time it is asked for.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

LIST_IT = "if it should be asked, add its host to `third_party.hosts` in a11y-proxy.toml"


class NotPublicError(OSError):
    """The connection would go to an address that is not everyone's."""


_Found = tuple[Any, Any, int, str, tuple[Any, ...]]
"""Family, type, protocol, canonical name, address: a row of `getaddrinfo`."""


def public_socket(found: _Found) -> socket.socket:
    """Gives the socket for a connection to an address; raises NotPublicError if it is not public."""
    family, kind, protocol, _, address = found
    if not is_public(str(address[0])):
        raise NotPublicError(f"not a public address; {LIST_IT}")
    return socket.socket(family, kind, protocol)


_TRANSLATED = IPv6Network("64:ff9b::/96")
"""RFC 6052: an IPv4 address stands in the last bits."""


def is_public(address: str) -> bool:
    """
    Says whether an IP address is one that everyone reaches (IANA special-purpose registries).

    An address that carries another inside, as IPv6 has them on the way to IPv4, is what it carries.
    """
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        found = _carried(found) or found
    special = found.is_multicast or found.is_reserved or found.is_unspecified
    if isinstance(found, IPv6Address) and found.is_site_local:
        return False
    return found.is_global and not special


def _carried(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
