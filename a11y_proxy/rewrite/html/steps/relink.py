"""
Keeps the visitor with us: what leads to the site leads to its readable version.

It says, too, in which encoding the page now is, and keeps what depended on the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.core.charset import output_encoding
from a11y_proxy.core.links import STYLING, is_hint, loads, names_original
from a11y_proxy.core.policy import amended
from a11y_proxy.core.refresh import parse_refresh
from a11y_proxy.core.srcset import map_srcset
from a11y_proxy.core.urlmap import UrlMap
from a11y_proxy.rewrite.html.apply import apply
from a11y_proxy.rewrite.html.edits import Remove
from a11y_proxy.rewrite.html.elements import ORIGINAL
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.standards.html import ANY, SRCSET_ATTRIBUTES, URL_ATTRIBUTES, URL_LIST_ATTRIBUTES

Writers = Mapping[str, tuple[frozenset[str], Callable[[str], str]]]
"""By attribute: the elements on which it holds addresses, and what gives its new value."""

_ABSOLUTE_PROPERTIES = frozenset(("og:url", "twitter:url"))


def relink(page: Page) -> None:
    """Maps every address of the page, and declares its encoding."""
    query_encoding = output_encoding(page.charset)
    urls = page_urls(page, query_encoding)
    writers = _writers(urls)
    of_sheets = {**writers, "href": (ANY, urls.map_sheet)}
    if page.site.host_key is not None:
        _take_hints(page.root)
    for element in page.root.iter(etree.Element):
        tag = element.tag
        settle = _SETTLED.get(tag)
        if settle is None or not settle(element, urls):
            styling = tag == "link" and _loads(element) in STYLING
            _map_attributes(element, of_sheets if styling else writers)
    if query_encoding != "utf-8":
        _keep_encoding(page.root, query_encoding)
    if page.head is not None:
        _declare_utf8(page.root, page.head)


def _writers(urls: UrlMap) -> Writers:
    def many(value: str) -> str:
        return " ".join(map(urls.map, value.split()))

    def srcset(value: str) -> str:
        return map_srcset(value, urls.map)

    tables = (URL_ATTRIBUTES, urls.map), (URL_LIST_ATTRIBUTES, many), (SRCSET_ATTRIBUTES, srcset)
    return {name: (tags, write) for table, write in tables for name, tags in table.items()}


def _map_attributes(element: Element, writers: Writers) -> None:
    for name in element.keys():  # noqa: SIM118  # an element is no mapping: it iterates children
        if name in writers:
            tags, write = writers[name]
            if tags is ANY or element.tag in tags:
                value = element.get(name, "")
                if (mapped := write(value)) != value and ORIGINAL not in element.attrib:
                    element.set(name, mapped)


def _put(element: Element, name: str, value: str) -> None:
    if element.get(name) != value:
        element.set(name, value)


# Elements with a grammar of their own; each function says whether nothing is left to map.


def _link(link: Element, urls: UrlMap) -> bool:
    href = link.get("href", "")
    # one with an id is read by a script of the page (WordPress puts it into the address bar): it stays here
    if names_original(link.get("rel", ""), link.get("hreflang")) and "id" not in link.attrib:
        _put(link, "href", urls.absolute(href))
        return True
    if "integrity" in link.attrib and urls.carries(href) and _loads(link) == "style":
        del link.attrib["integrity"]  # of bytes that we rewrite
    return False


def _script(script: Element, urls: UrlMap) -> bool:
    if "integrity" in script.attrib and urls.is_named_script(script.get("src", "")):
        del script.attrib["integrity"]  # as above
    return False


def _loads(link: Element) -> str:
    return loads(link.get("rel", ""), link.get("as"))


def _take_hints(root: Element) -> None:
    """
    Takes away the hints to connect to a host early.

    Most are there for sheets and fonts, which come from us: nobody else need know of the visit, and
    with us the visitor is connected.
    """
    for link in list(root.iter("link")):
        if is_hint(link.get("rel", "")):
            apply(Remove(link, why="What it prepares comes from us"))


def _meta(meta: Element, urls: UrlMap) -> bool:
    content = meta.get("content", "")
    pragma = meta.get("http-equiv", "").strip().lower()
    if pragma == "content-security-policy":
        # https: what it says of schemes stays, for at this place nothing is known of the visitor's
        _put(meta, "content", amended(content, urls.origins, https=True))
    elif pragma == "refresh":
        refresh = parse_refresh(content)
        if refresh and refresh.url:
            before, after = content[: refresh.start], content[refresh.end :]
            _put(meta, "content", before + urls.map(refresh.url) + after)
    elif (
        meta.get("property") or meta.get("name") or ""
    ).lower() in _ABSOLUTE_PROPERTIES and content:
        _put(meta, "content", urls.absolute(content))
    return True


def _base(base: Element, urls: UrlMap) -> bool:
    if urls.abroad:
        # it would take our panel along; what stood on it is absolute by now
        base.attrib.pop("href", None)
    return urls.abroad


def _param(param: Element, urls: UrlMap) -> bool:
    _put(param, "value", urls.map(param.get("value", "")))
    return True


_SETTLED: Mapping[object, Callable[[Element, UrlMap], bool]] = MappingProxyType(
    {"base": _base, "link": _link, "meta": _meta, "param": _param, "script": _script}
)


# The page comes out in UTF-8.


def _keep_encoding(root: Element, encoding: str) -> None:
    """
    Names the old encoding where the page's own was the default.

    A form is sent in it (HTML §4.10.21.4, "pick an encoding for the form"), a script file without
    a declaration is read in it (HTML §4.12.1).
    """
    for form in root.iter("form"):
        if not form.get("accept-charset", "").strip():
            form.set("accept-charset", encoding)
    for script in root.iter("script"):
        if script.get("src") and not script.get("charset"):
            script.set("charset", encoding)


def _declare_utf8(root: Element, head: Element) -> None:
    declared = False
    for meta in root.iter("meta"):
        if "charset" in meta.attrib:
            _put(meta, "charset", "utf-8")
            declared = True
        elif meta.get("http-equiv", "").strip().lower() == "content-type":
            _put(meta, "content", "text/html; charset=utf-8")
            declared = True
    if not declared:
        head.insert(0, etree.Element("meta", charset="utf-8"))
