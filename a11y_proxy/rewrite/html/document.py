"""
The only file that parses or serialises HTML, so that no page is read as no browser reads it.

turbohtml builds the tree that the HTML standard asks for; lxml gets the very same tree as XML,
because its own HTML parser would build another one. On the way out XML becomes HTML again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element
from turbohtml import Doctype, parse_fragment
from turbohtml import Document as SpecDocument
from turbohtml import Element as SpecElement
from turbohtml import parse as parse_document

from a11y_proxy.rewrite.html import limits, shield
from a11y_proxy.rewrite.unparsable import UnparsableError
from a11y_proxy.standards.html import FIRST_NEWLINE_DROPPED, RAW_TEXT, VOID, XLINK

FRAGMENT = "a11y-fragment"
"""The element that holds a fragment; it is not serialised."""


@dataclass(slots=True)
class Document:
    """
    A page as a tree of lxml elements; comments outside `<html>` are the root's siblings.

    `doctype` is the declaration as the page writes it (quirks mode depends on it); `names` are
    names in the tree that stand for others, such as `@click`, that XML refuses.
    """

    root: Element
    doctype: str | None = None
    fragment: bool = False
    names: Mapping[str, str] = field(default_factory=dict)


def parse(text: str, *, fragment: bool = False) -> Document:
    """
    Gives the tree that a browser would build (HTML §13.2, scripting on, `<noscript>` read as markup).

    A fragment is parsed as the content of a `<template>`, where every element is at home, table
    rows as well (§13.2.6.4.22). Raises UnparsableError for what must not be parsed.
    """
    limits.check_text(text)
    octets = text.encode(errors="replace")
    if shield.has_noncharacters(octets):
        text = shield.without_noncharacters(text)
    tree = _spec_tree(text, fragment=fragment)
    names = shield.hide_names(_with_names_for_html_only(tree), octets)
    shield.hide_hyphens(tree)
    if shield.has_controls(octets):
        shield.hide_controls(tree)
    doctype = None if isinstance(tree, SpecElement) else _take_doctype(tree, text)
    root = _as_lxml(tree.inner_xml, fragment=fragment)
    return Document(root, doctype, fragment, names)


def serialise(document: Document) -> bytes:
    """Gives the page in UTF-8, written by the rules of HTML §13.3."""
    root = document.root
    _hide_foreign_raw_text(root)
    _close_plaintext(root)
    before = [_xml(node) for node in root.itersiblings(preceding=True)][::-1]
    inside = _without_wrapping(_xml(root), fragment=document.fragment)
    after = [_xml(node) for node in root.itersiblings()]
    markup = _UNLIKE_XML.sub(_as_html, b"".join((*before, inside, *after)))
    if b"</plaintext>" in markup:
        markup = _PLAINTEXT_END.sub(b"", markup)
    markup = shield.restore(markup, document.names)
    return f"{document.doctype}\n".encode() + markup if document.doctype else markup


# Reading

_XML_PARSER = etree.XMLParser(
    huge_tree=True, resolve_entities=False, no_network=True, load_dtd=False, remove_pis=False
)
_XLINK_DECLARATION = f' xmlns:xlink="{XLINK}"'
_DECLARATIONS = re.compile(r'xmlns(?::xlink)?="[^"<>]*"(?: xmlns(?::xlink)?="[^"<>]*")*')
_TAG_NAME = re.compile(r"<[^\s<>!?/]+ ")
_ROOT_TAG = re.compile(r"((?>(?><!--.*?-->)|(?><\?.*?>))*+<html)", re.DOTALL)
_AUTHOR_DOCTYPE = re.compile(
    r"(?>\s|(?><!--.*?--!?>)|<[?/!](?!doctype)[^>]*+>)*+(<!doctype[^>]*+>)",
    re.DOTALL | re.IGNORECASE,
)
_TOO_DEEP = etree.XPath("/*" * (limits.MAX_DEPTH + 1))


def _spec_tree(text: str, *, fragment: bool) -> SpecDocument | SpecElement:
    """Gives turbohtml's tree, with the content of `<noscript>` as elements, for rules to see."""
    if fragment:
        return parse_fragment(text, "template", positions=False)
    tree = parse_document(
        text, positions=False, scripting=True, allow_declarative_shadow_roots=False
    )
    for noscript in tree.select("noscript"):
        content = parse_fragment(noscript.text, "template", positions=False)
        noscript.clear()
        noscript.extend(list(content.children))
    return tree


def _with_names_for_html_only(tree: SpecDocument | SpecElement) -> list[tuple[SpecElement, str]]:
    """Gives the names that XML refuses, each with its element; counts on the way."""
    found: list[tuple[SpecElement, str]] = []
    fine: set[str] = set()
    elements = list(tree.iter_elements())
    limits.check("elements", len(elements), limits.MAX_ELEMENTS)
    for element in elements:
        attributes = element.attrs
        if element.tag in fine and fine.issuperset(attributes):
            continue
        limits.check("attributes on one element", len(attributes), limits.MAX_ATTRIBUTES)
        for name in (element.tag, *attributes):
            if shield.is_xml_name(name):
                fine.add(name)
            else:
                found.append((element, name))
    return found


def _outside_tags(match: re.Match[str]) -> str:
    """Gives nothing for a declaration right after a tag's name, and any other match as it is."""
    text, end = match.string, match.start()
    start = text.rfind("<", 0, end)
    return "" if _TAG_NAME.fullmatch(text, start, end) else match[0]


def _take_doctype(tree: SpecDocument, text: str) -> str | None:
    """Takes the doctype out of the tree, and gives it as the page writes it."""
    node = next((child for child in tree.children if isinstance(child, Doctype)), None)
    if node is None:
        return None
    node.extract()
    written = _AUTHOR_DOCTYPE.match(text)
    return written[1] if written else f"<!DOCTYPE {node.name}>"


def _as_lxml(xml: str, *, fragment: bool) -> Element:
    """
    Gives the lxml tree of turbohtml's XML.

    Namespace declarations are taken out of the tags, so that tags are plain; only xlink is
    declared, once and on the root, so that its attributes can be read and set.
    """
    xml = _DECLARATIONS.sub(_outside_tags, xml)
    if fragment:
        xml = f"<{FRAGMENT}{_XLINK_DECLARATION}>{xml}</{FRAGMENT}>"
    else:
        xml = _ROOT_TAG.sub(rf"\1{_XLINK_DECLARATION}", xml, count=1)
    try:
        root = etree.fromstring(xml.encode(errors="replace"), _XML_PARSER)
    except etree.XMLSyntaxError as error:
        raise UnparsableError(f"The page cannot be taken over: {error}.") from error
    if _TOO_DEEP(root):
        raise UnparsableError(f"Elements are nested deeper than {limits.MAX_DEPTH} levels.")
    return root


# Writing

# A void element keeps the slash that XML gives it: HTML ignores it, SVG needs it.
_UNLIKE_XML = re.compile(
    rf"""
    <(?:
        !--.*?-->
      | \?.*?\?>
      | (?P<raw>(?:{"|".join(sorted(RAW_TEXT))})(?>\s[^>]*+)?+(?<!/)>)(?P<text>[^<]*+)
      | (?P<swallowing>(?:{"|".join(sorted(FIRST_NEWLINE_DROPPED))})(?>\s[^>]*+)?+(?<!/)>)\n
      | (?!(?:{"|".join(sorted(VOID))})[\s/])(?P<empty>[^\s/>!?]++)(?P<attributes>[^>]*+)(?<=/)>
    )""".encode(),
    re.DOTALL | re.VERBOSE,
)
_FOREIGN = frozenset(("math", "svg"))
_INTEGRATION_POINTS = frozenset(("annotation-xml", "desc", "foreignObject", "title"))
_PLAINTEXT_END = re.compile(rb"</plaintext>(?:</(?!plaintext)[^<>]+>)*\Z")


def _as_html(match: re.Match[bytes]) -> bytes:
    """Gives the HTML for what XML writes in another way."""
    match match.lastgroup:
        case "text":
            return b"<" + match["raw"] + _unescaped(match["text"])
        case "attributes":
            name = match["empty"]
            return b"<%b%b></%b>" % (name, match["attributes"][:-1], name)
        case "swallowing":
            return b"<" + match["swallowing"] + b"\n\n"
        case _:
            return match[0]


def _unescaped(text: bytes) -> bytes:
    if b"&" not in text:
        return text
    text = text.replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&#13;", b"\r")
    return text.replace(b"&amp;", b"&")


def _xml(node: Element) -> bytes:
    return etree.tostring(node, encoding="utf-8", xml_declaration=False, with_tail=False)


def _without_wrapping(xml: bytes, *, fragment: bool) -> bytes:
    """Gives the root's XML without what `_as_lxml` put around or into it."""
    if not fragment:
        return xml.replace(_XLINK_DECLARATION.encode(), b"", 1)
    start = xml.index(b">") + 1
    return xml[start:].removesuffix(f"</{FRAGMENT}>".encode())


def _hide_foreign_raw_text(root: Element) -> None:
    """Keeps `<` and `&` of scripts and styles in SVG escaped: there they are ordinary text."""
    for element in root.iter(*RAW_TEXT):
        text = element.text
        if text and ("<" in text or "&" in text) and _is_foreign(element):
            element.text = text.replace("&", shield.AMPERSAND).replace("<", shield.LESS_THAN)


def _is_foreign(element: Element) -> bool:
    """Whether the element is SVG or MathML rather than HTML (HTML §13.1.2, foreign elements)."""
    around = element.iterancestors(*_FOREIGN, *_INTEGRATION_POINTS)
    nearest = next(around, None)
    return nearest is not None and nearest.tag in _FOREIGN


def _close_plaintext(root: Element) -> None:
    """
    Makes `<plaintext>` a `<pre>` where anything follows it.

    It has no end tag: what follows would become its text. At the very end of a page it stays.
    """
    for element in list(root.iter("plaintext")):
        around = (element, *element.iterancestors())
        last = all(not node.tail and node.getnext() is None for node in around)
        if not last and not _is_foreign(element):
            element.tag = "pre"
