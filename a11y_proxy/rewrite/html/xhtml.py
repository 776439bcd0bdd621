"""
XHTML to HTML: what a browser reads as XML comes to the one parser as markup that means the same.

Read as HTML, `<script/>` would swallow the rest of the page and a CDATA section all of its text.
"""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree
from lxml.etree import _Element as Element

_DECLARATION = re.compile(r"\A\ufeff?\s*+<\?xml\b[^>]*\?>")
_ENTITY = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&([A-Za-z][A-Za-z0-9]*;)", re.DOTALL)
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


def as_html(text: str) -> str | None:
    """
    Gives the page as HTML; None where it is not well-formed, or has entities of its own.

    Nothing is fetched: the names that the DTDs of XHTML define are those of HTML (XHTML 1.0 §A.2).
    """
    if "<!ENTITY" in text:
        return None
    plain = _ENTITY.sub(_character, _DECLARATION.sub("", text, count=1))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element = etree.fromstring(plain.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(root)
    return "<!DOCTYPE html>" + etree.tostring(root, method="html", encoding="unicode")


def _character(found: re.Match[str]) -> str:
    name = found[1]
    return found[0] if name is None or name in _OF_XML else html5.get(name, found[0])
