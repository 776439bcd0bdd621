"""Whom an address stands for, where something is counted for each visitor."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

Networks = tuple[IPv4Network | IPv6Network, ...]

THIS_MACHINE: Networks = (IPv4Network("127.0.0.0/8"), IPv6Network("::1/128"))
_HOUSEHOLD = 64
"""Bits of an IPv6 address that one household or company has for itself (RFC 6177)."""


@lru_cache(maxsize=4096)
def household(address: str, exempt: Networks) -> str | None:
    """Gives what is counted as one visitor: an IPv4 address, or an IPv6 /64; None for the exempt."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if any(found in network for network in exempt):
        return None
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, _HOUSEHOLD), strict=False))
    return str(found)
