"""Notices a redirect that would lead a visitor in a circle, because the site lives elsewhere."""

from __future__ import annotations

from a11y_proxy.core.site import Site
from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.origin.errors import OriginMovedError
from a11y_proxy.service.request import Reply, Request, Streamed
from a11y_proxy.standards.http import REDIRECTS


def refuse_circle(site: Site, request: Request, reply: Reply) -> None:
    """
    Raises OriginMovedError for a redirect to the same page at another origin that is the site too.

    An origin that sends http to https, or to its name with www, would be asked the same again: both
    are one address at our place. The message names the origin that should be configured.
    """
    location = reply.fields.get("location")
    if location is None or reply.status not in REDIRECTS:
        return
    urls = UrlMap(site, reply.url)
    home = urls.absolute(location)
    if urls.map(home) != request.target or home.startswith(f"{site.origin}/"):
        return
    if isinstance(reply.body, Streamed):
        reply.body.close()
    origin = home.removesuffix(request.target)
    raise OriginMovedError(f"{site.origin} redirects to {origin}: set `site.origin` to that")
