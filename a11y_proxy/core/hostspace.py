"""
Addresses at our own place for the style sheets and fonts of other hosts.

`/_a11y/host/<signature>/<scheme>/<host[:port]>/<path?query>`. The signature says that we wrote the
address ourselves: nobody can have us fetch what no page or sheet named.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode

from ada_url import URL

SPACE = "/_a11y/host/"
_LENGTH = 18
"""Bytes of a signature: 144 bits, and a whole number of characters in base64."""


class ForgedAddressError(ValueError):
    """An address in the space that we did not write, or wrote with another key."""


def derived(secret: bytes, origin: str) -> bytes:
    """Gives the key of one site: what is signed for it cannot be opened by another with the same secret."""
    return hmac.digest(secret, origin.encode(), "sha256")


def signed(key: bytes, url: URL) -> str:
    """
    Gives our address of a sheet or font, root-relative, its fragment kept.

    `url` is http or https. Browsers write an address that was parsed once (URL Standard) again as it
    is, so the signature survives the way through them. A user name and password are not kept.
    """
    rest = f"{url.protocol[:-1]}/{url.host}{url.pathname}{url.search}"
    return f"{SPACE}{_signature(key, rest)}/{rest}{url.hash}"


def opened(key: bytes, target: str) -> str:
    """Gives the absolute address that a request target in the space stands for; raises ForgedAddressError."""
    signature, _, rest = target.removeprefix(SPACE).partition("/")
    said = signature.encode(errors="replace")
    if not hmac.compare_digest(said, _signature(key, rest).encode()):
        raise ForgedAddressError(f"Not signed by us: {target[:200]!r}")
    scheme, _, address = rest.partition("/")
    return f"{scheme}://{address}"


def _signature(key: bytes, rest: str) -> str:
    digest = hmac.digest(key, rest.encode(errors="replace"), "sha256")
    return urlsafe_b64encode(digest[:_LENGTH]).decode()
