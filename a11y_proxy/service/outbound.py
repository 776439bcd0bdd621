"""What a request says to the origin, in place of what the visitor said to us."""

from __future__ import annotations

from collections.abc import Callable

from a11y_proxy.caching.client import ours
from a11y_proxy.caching.entry import Entry
from a11y_proxy.caching.shareable import spoken
from a11y_proxy.core.fields import Fields
from a11y_proxy.core.site import Site
from a11y_proxy.origin.coding import acceptable
from a11y_proxy.service.credentials import without_password
from a11y_proxy.service.request import Request
from a11y_proxy.standards.http import CONDITIONS, RANGE

NAME = "a11y-proxy"
"""How we name ourselves to other proxies (RFC 9110 §7.6.3, RFC 8586)."""

_REPLACED = frozenset({"accept-encoding", "host", "user-agent", "x-forwarded-for"})
_DIGITS = 9
_STYLING = "text/css,font/*;q=0.9,*/*;q=0.1"
_REWRITTEN = frozenset({"document", "iframe", "frame", "style"})


def own(request: Request, site: Site, user_agent: str) -> Fields:
    """
    Gives the fields of a request whose answer is the visitor's own.

    Neither X-Forwarded-Host nor -Proto is said: the origin is to answer as itself.
    """
    fields = without_password(site, request.fields.without(_REPLACED))
    if ours(fields.joined("if-none-match")):
        fields = fields.without(CONDITIONS)
    if request.destination in _REWRITTEN:
        # a piece of a page cannot be rewritten
        fields = fields.without(RANGE)
    client = (("X-Forwarded-For", request.client),) if request.client else ()
    return fields.mapped(_at_home(request.public_origin, site.origin)).plus(
        *_from_us(request, user_agent), *client
    )


def common(request: Request, stored: Entry | None, user_agent: str) -> Fields:
    """Gives the fields of a request whose answer may be anyone's; asks about `stored` if given."""
    conditions = stored.conditions if stored else ()
    return spoken(request.fields).plus(*_from_us(request, user_agent), *conditions)


def anonymous(request: Request, stored: Entry | None, user_agent: str) -> Fields:
    """Gives the fields of a request to another host: nothing in them is of a visitor."""
    conditions = stored.conditions if stored else ()
    return Fields((("Accept", _STYLING), *_from_us(request, user_agent), *conditions))


def _from_us(request: Request, user_agent: str) -> tuple[tuple[str, str], ...]:
    # one User-Agent for all: an origin that tells browsers apart would mix them up in the cache
    return (
        ("User-Agent", user_agent),
        ("Accept-Encoding", acceptable(request.fields.joined("accept-encoding"))),
        ("Via", f"1.1 {NAME}"),
        ("CDN-Loop", NAME),
    )


def _at_home(public: str, origin: str) -> Callable[[str, str], str]:
    """
    Puts the origin's own address where the visitor's browser put ours, and counts us as one hop.

    The server has refused what comes from other sites before, so this hides nothing from the
    origin's own check.
    """

    def change(name: str, value: str) -> str:
        if name == "origin" and value == public:
            return origin
        if name == "max-forwards" and value.isdecimal():
            # RFC 9110 §7.6.2; at 0 it does not come this far
            return str(max(int(value[:_DIGITS]) - 1, 0))
        if name == "referer" and (value == public or value.startswith(f"{public}/")):
            return origin + value.removeprefix(public)
        return value

    return change
