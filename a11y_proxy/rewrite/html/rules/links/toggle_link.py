"""
Turns the site's own link to its "version for people with impairments" into the way back.

Whoever reads this is in such a version. The site's own link would switch on another, mostly of colours
only, in the middle of this one; it leads to the same page of the ordinary site instead, and says so.

Before:

    <a href="/?special=1">Version for the visually impaired</a>

After:

    <a href="/_a11y/leave?next=/news/15">Version for the visually impaired<span class="a11y-hint" data-a11y-ui=""> (you are in it; back to the ordinary version)</span></a>

Leaves alone:

    <a href="/news/16">A version of the site for people with impaired sight was opened yesterday</a>

    <a href="/library">У бібліотеці відкрито простір для людей із порушеннями зору</a>

    <a href="https://other.example/special">Version for the visually impaired</a>

    <a>Version for the visually impaired</a><p>Version for the visually impaired</p>

See: https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, SetAttribute
from a11y_proxy.rewrite.html.index import TREE
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.text import normalised
from a11y_proxy.rewrite.html.queries.twin import link_texts
from a11y_proxy.rewrite.html.queries.wording import worded
from a11y_proxy.rewrite.html.rule import rule

_LEAVE = "/_a11y/leave?next="
_LONGEST = 90
_PEOPLE = r"""
    (?: слабозорих | слабовидящих | незрячих
      | (?:людей|осіб|людям|особам|лиц|лицам)\s+(?:з|із|с)\s+
        (?:вадами|порушеннями|порушенням|нарушениями|нарушением|інвалідністю|инвалидностью)
        (?:\s+(?:слуху|зору|слуха|зрения|та|і|и|або))* )
    """
_VERSION = re.compile(
    rf"""
    (?:версія|версия|режим)\s+(?:(?:сайту|сайта|порталу|перегляду)\s+)?(?:для\s+)?{_PEOPLE}
    | (?:accessible|special)\s+version
    | version\s+for\s+(?:the\s+)?(?:visually\s+impaired|blind|people\s+with\s+
        (?:visual\s+|sight\s+|hearing\s+)?(?:impairments?|disabilities))
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The whole words of such a link: a headline that only tells of one has more."""

_FOR_PEOPLE = re.compile(rf"(?:для\s+)?{_PEOPLE}", re.IGNORECASE | re.VERBOSE)
"""Words that may also head a part of the site, unless they lead to no other page."""

_STAYS = re.compile(r"#|\?|javascript:|$", re.IGNORECASE)
_IN_ALL = ("верс", "version", "режим", "слабо", "незряч", "вадами", "поруш", "наруш")
_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")

_WHY = "The site's link to a version such as this one leads back to the ordinary site"


@rule(criterion="2.4.4", selects="a[href]")
def toggle_link(element: Element, page: Page) -> Iterator[Edit]:
    if not page.ask(_may_be_some):
        return
    text = page.ask(link_texts)[element]
    if not text or len(text) > _LONGEST or not _is_toggle(text, element, page):
        return
    href, urls = (element.get("href") or "").strip(), page.ask(page_urls)
    # a script's address is none; under a base abroad ours would not be ours
    if urls.abroad or not (_STAYS.match(href) or urls.is_ours(href)):
        return
    if out_of_reach(element, page):
        return
    path = page.url.partition("#")[0].removeprefix(page.site.origin) or "/"
    phrase = "(you are in it; back to the ordinary version)"
    hint = worded("span", phrase, element, page, class_="a11y-hint")
    hint.text = f" {hint.text}"
    yield SetAttribute(element, "href", _LEAVE + quote(path, safe="/"), why=_WHY)
    yield Insert(element, hint, "last", why=_WHY)


def _is_toggle(text: str, link: Element, page: Page) -> bool:
    phrases = page.site.toggle_phrases
    if not (phrases or _may_be_one(text)):
        return False
    words = _SIGNS.sub("", normalised(text))
    if _VERSION.fullmatch(words) or words.casefold() in map(str.casefold, phrases):
        return True
    return bool(_FOR_PEOPLE.fullmatch(words) and _STAYS.match((link.get("href") or "").strip()))


@reads(TREE)
def _may_be_some(page: Page) -> bool:
    return bool(page.site.toggle_phrases) or _may_be_one("\n".join(page.ask(link_texts).values()))


def _may_be_one(text: str) -> bool:
    """A cheap look first: one of these is in all such words."""
    lower = text.lower()
    return any(sign in lower for sign in _IN_ALL)
