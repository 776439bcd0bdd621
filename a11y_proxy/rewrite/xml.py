"""
Feeds, descriptions of searches and drawings: their links lead to us, and all else stays.

Who reads a feed may know no page that it stands on, so that its links are absolute at the place where
the visitor met us; a browser that shows a drawing does.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.core.artifact import Artifact, Marker, Slot
from a11y_proxy.core.literal import in_strings
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.standards.html import XLINK_HREF
from a11y_proxy.standards.media import DRAWING

_ROOTS = frozenset(("rss", "feed", "RDF", "OpenSearchDescription", "svg"))
"""What is mapped. A sitemap tells search engines of the original, as a canonical link does."""

_ATTRIBUTES = frozenset(("href", "src", "url", "template", XLINK_HREF))
_TEXTS = frozenset(
    ("link", "url", "comments", "commentRss", "guid", "uri", "icon", "logo", "Image", "SearchForm")
)
"""Elements, by local name, whose whole text is an address; an Atom `id` is a name."""


def rewrite_xml(source: Source, site: Site) -> Artifact:
    """Gives the document with its links mapped; as it came where it is broken or has entities."""
    root = _parsed(source.body)
    if root is None or etree.QName(root).localname not in _ROOTS:
        return Artifact(source.content_type, (source.body,))
    mark = Marker(source.digest)
    urls = UrlMap(site, source.url)
    place = "" if source.media_type == DRAWING else mark.word(Slot("place"))

    def address(url: str) -> str:
        mapped = urls.map(url)
        return url if mapped == url else place + mapped

    changed = [
        _map_element(element, address, lambda text: in_strings(text, site, place))
        for element in root.iter(etree.Element)
    ]
    if not any(changed):
        return Artifact(source.content_type, (source.body,))
    text = etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)
    parts, slots = mark.cut(text)
    return Artifact(f"{source.media_type}; charset=utf-8", parts, slots)


def _parsed(body: bytes) -> Element | None:
    if b"<!ENTITY" in body.replace(b"\0", b""):
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, strip_cdata=False
    )
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _map_element(
    element: Element, address: Callable[[str], str], markup: Callable[[str], str]
) -> bool:
    before = dict(element.attrib), element.text
    for name in _ATTRIBUTES.intersection(element.keys()):
        element.set(name, address(element.get(name, "")))
    text = element.text or ""
    if "<" in text:
        _write(element, markup(text))
    elif _holds_address(element):
        _write(element, address(text.strip()))
    return before != (dict(element.attrib), element.text)


def _holds_address(element: Element) -> bool:
    name = etree.QName(element).localname
    return name in _TEXTS and element.get("isPermaLink") != "false" and not len(element)


def _write(element: Element, text: str) -> None:
    # written only if it is new: a section of CDATA is none afterwards
    if text != (element.text or "").strip() and text != element.text:
        element.text = text
