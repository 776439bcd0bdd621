"""HTML as tables: which elements have no end tag, whose text is raw, which attributes are addresses."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr"),
        # obsolete, and still without an end tag
        *("basefont", "bgsound", "frame", "keygen", "param"),
    )
)
"""Elements without content and end tag (HTML §13.3, "serializes as void")."""

RAW_TEXT = frozenset(("iframe", "noembed", "noframes", "plaintext", "script", "style", "xmp"))
"""Elements whose text is written as it is, without character references (HTML §13.3)."""

FIRST_NEWLINE_DROPPED = frozenset(("listing", "pre", "textarea"))
"""Elements whose start tag swallows a line feed right after it (HTML §13.2.6.4.7)."""

XLINK = "http://www.w3.org/1999/xlink"
XLINK_HREF = f"{{{XLINK}}}href"
"""`xlink:href` as lxml names it."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""`xml:lang` as lxml names it, on any element."""

ANY: frozenset[str] = frozenset()
"""In the tables below: the attribute means the same on every element."""

URL_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "href": ANY,
        XLINK_HREF: ANY,
        "src": ANY,
        "action": frozenset(("form",)),
        "formaction": frozenset(("button", "input")),
        "cite": frozenset(("blockquote", "del", "ins", "q")),
        "data": frozenset(("object",)),
        "codebase": frozenset(("applet", "object")),
        "poster": frozenset(("video",)),
        "background": frozenset(
            ("body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"),
        ),
        "longdesc": frozenset(("frame", "iframe", "img")),
        "lowsrc": frozenset(("img",)),
        "dynsrc": frozenset(("img",)),
        "manifest": frozenset(("html",)),
        "data-src": ANY,
        "data-bg": ANY,
        "data-background": ANY,
        "data-background-image": ANY,
        "data-original": ANY,
        "data-lazy": ANY,
        "data-lazy-src": ANY,
        "data-href": ANY,
        "data-url": ANY,
        "data-poster": ANY,
    }
)
"""Attributes that hold one address, and the elements on which they do (HTML, "Attributes")."""

URL_LIST_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {"ping": frozenset(("a", "area"))}
)
"""Attributes that hold addresses with spaces between them."""

HINTS = frozenset(("dns-prefetch", "preconnect"))
"""Link types that make ready for a host and load nothing from it (HTML §4.6.7)."""

EARLY = frozenset(("preload", "prefetch"))
"""Link types that load something before it is needed; `as` says what."""

SRCSET_ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "srcset": frozenset(("img", "source")),
        "imagesrcset": frozenset(("link",)),
        "data-srcset": ANY,
    }
)
"""Attributes in the grammar of `srcset` (HTML §4.8.4.2.1)."""
