"""
Says in a menu which page this is.

Who sees the menu sees the current entry in another colour; who listens hears one like all others, and
follows it to where they are.

Before:

    <nav><a href="/news/15">News</a> <a href="/contacts">Contacts</a></nav>

After:

    <nav><a href="/news/15" aria-current="page">News</a> <a href="/contacts">Contacts</a></nav>

Leaves alone:

    <nav><a href="/news">News</a> <a href="/contacts">Contacts</a></nav>

    <nav><a href="/news/15">News</a> <a href="/contacts" aria-current="page">Contacts</a></nav>

    <p>This is <a href="/news/15">the news of today</a>.</p>

    <nav><a href="#one">One</a> <a href="https://town.example/news/15#two">Two</a></nav>

See: https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.role import role_of
from a11y_proxy.rewrite.html.queries.twin import base_of, links_of
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The menu did not say which of its links is this page"


@rule(criterion="1.3.1", selects="body")
def current_page(element: Element, page: Page) -> Iterator[Edit]:
    here = page.url.partition("#")[0].removeprefix(page.site.origin)
    for menu in (*element.iter("nav"), *page.index.having("role")):
        if role_of(menu) == "navigation":
            yield from _marked(menu, here, page)


def _marked(menu: Element, here: str, page: Page) -> Iterator[Edit]:
    addresses = page.ask(links_of).address
    links = [link for link in menu.iter("a") if link.get("href") is not None]
    if not any(link.get("aria-current") for link in links):
        for link in links:
            # an empty address is that of the base: most often of this page
            written = (link.get("href") or "").strip()
            if here == (addresses.get(link) if written else page.ask(base_of)):
                yield SetAttribute(link, "aria-current", "page", why=_WHY)
