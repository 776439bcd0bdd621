"""The way of a style sheet that is a file of its own."""

from __future__ import annotations

from a11y_proxy.core.artifact import Artifact, Marker
from a11y_proxy.core.charset import decode_css
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet


def rewrite_stylesheet(source: Source, site: Site) -> Artifact:
    """Gives the artifact of a sheet; addresses in it are resolved against its own (CSS Values §4.5)."""
    text, _ = decode_css(source.body, source.charset)
    mark = Marker(source.digest)
    urls = UrlMap(site, source.url)
    context = SheetContext(map_url=urls.map, mark=mark, map_sheet=urls.map_sheet)
    parts, slots = mark.cut(rewrite_sheet(text, context).encode())
    return Artifact("text/css; charset=utf-8", parts, slots)
