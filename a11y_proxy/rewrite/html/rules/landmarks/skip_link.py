"""
Lets the keyboard go past the menus with one key.

Somebody who cannot use a mouse presses Tab for every link of every menu, on every page. Where the menu
or the search comes late, there are ways to them, too.

Before:

    <body><ul><li><a href="/">Home</a></li></ul><main><h1>Water</h1></main></body>

After:

    <body><a class="a11y-skip" href="#a11y-1" data-a11y-ui="">Skip to content</a><ul><li><a href="/">Home</a></li></ul><main id="a11y-1"><h1>Water</h1></main></body>

Leaves alone:

    <body><a href="#news">To the news</a><ul><li><a href="/">Home</a></li></ul><main id="news"><h1>Water</h1></main></body>

    <body><p>Home</p><a name="here"></a><a href="#start">Skip</a><main><h1 id="start">Water</h1></main></body>

    <body><p>A page without a main region has nothing to skip to.</p><a href="/">Home</a></body>

See: https://www.w3.org/WAI/WCAG22/Understanding/bypass-blocks
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, SetAttribute
from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.identity import free_ids, identity_of, ids
from a11y_proxy.rewrite.html.queries.landmark import landmarks, main_of
from a11y_proxy.rewrite.html.queries.name import content_name
from a11y_proxy.rewrite.html.queries.named import in_order
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rule import rule

_AMONG_FIRST = 3
_FAR = 8
"""With fewer links before it, the Tab key is there as soon by itself."""


@rule(criterion="2.4.1", selects="body")
def skip_link(element: Element, page: Page) -> Iterator[Edit]:
    main = main_of(page)
    if main is None or element is not page.body or _has_own(element, main, page):
        return
    for phrase, target in reversed(list(_ways(element, main, page))):  # each goes before the last
        yield from _way(phrase, target, page)


def _ways(body: Element, main: Element, page: Page) -> Iterator[tuple[str, Element]]:
    """Gives what lies behind links enough, and the words that lead there."""
    if _is_behind(main, 1, body, page):
        yield "Skip to content", main
    marks = page.ask(landmarks)
    for role, phrase in (("navigation", "Skip to menu"), ("search", "Skip to search")):
        first = next(iter(in_order(marks[role], page)), None)
        if first is not None and _is_behind(first, _FAR, body, page):
            yield phrase, first


def _is_behind(target: Element, links: int, body: Element, page: Page) -> bool:
    for element in body.iter("a", str(target.tag)):
        if element is target:
            return False
        if element.get("href") is not None and not out_of_reach(element, page):
            links -= 1
            if links == 0:
                return target not in element.iterancestors()
    return False


def _way(phrase: str, target: Element, page: Page) -> Iterator[Edit]:
    why = "There was no way past what every page repeats"
    identity = identity_of(target, page, doubled=True)
    if identity is None:
        identity = next(page.ask(free_ids))
        yield Insert(target, ours("span", id=identity, tabindex="-1"), "first", why=why)
    elif target.get("id") != identity:
        yield SetAttribute(target, "id", identity, why=why)
    # under a <base> a bare "#main" would lead to another page
    here = page.url.partition("#")[0] if _has_base(page) else ""
    body = page.root if page.body is None else page.body
    link = worded("a", phrase, body, page, class_="a11y-skip", href=f"{here}#{identity}")
    yield Insert(body, link, "first", why=why)


def _has_own(body: Element, main: Element, page: Page) -> bool:
    reachable = (
        link
        for link in body.iter("a")
        if link.get("href") is not None and not out_of_reach(link, page)
    )
    return any(_leads_to(main, link, page) for link in islice(reachable, _AMONG_FIRST))


def _leads_to(main: Element, link: Element, page: Page) -> bool:
    target = _target(link, page)
    if target is None or target is page.body or not content_name(link):
        return False
    return target is main or main in target.iterancestors() or target in main.iterancestors()


def _target(link: Element, page: Page) -> Element | None:
    address, mark, fragment = (link.get("href") or "").strip().rpartition("#")
    if not mark or not fragment or (address and address != page.url):
        return None
    return page.ask(ids).get(fragment)


def _has_base(page: Page) -> bool:
    return any(base.get("href") for base in page.root.iter("base"))
