"""
Clear-Site-Data without what would take the visitor's wishes along.

A browser that clears the site's cookies clears ours as well, even one that comes with the same reply: so the cookies
that the visitor sent are ended one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a11y_proxy.core.fields import Field
from a11y_proxy.server.adapt import OUR_COOKIES

_COOKIES = '"cookies"'
_ALL = '"*"'
_OTHERS = (
    '"cache"',
    '"clientHints"',
    '"executionContexts"',
    '"prefetchCache"',
    '"prerenderCache"',
    '"storage"',
)
"""What "*" means beside cookies (Clear Site Data §3.1, and what browsers add to it)."""


def spared(value: str) -> str | None:
    """Gives the field's value without cookies; None where nothing is left."""
    kinds = _kinds(value)
    kept = _OTHERS if _ALL in kinds else (kind for kind in kinds if kind != _COOKIES)
    return ", ".join(kept) or None


def ended(value: str, sent: Iterable[str], *, tls: bool) -> Iterator[Field]:
    """
    Gives what ends the site's own cookies, where the field's value asks for it.

    `sent` are the pairs that the visitor sent. A pair tells no path: cookies of a part of the site stay.
    """
    if {_ALL, _COOKIES}.isdisjoint(_kinds(value)):
        return
    secure = "; Secure" if tls else ""
    for pair in sent:
        name, sign, _ = pair.partition("=")
        if sign and name.isascii() and not name.startswith(OUR_COOKIES):
            yield "Set-Cookie", f"{name}=; Max-Age=0; Path=/{secure}"


def _kinds(value: str) -> list[str]:
    return [kind for part in value.split(",") if (kind := part.strip())]
