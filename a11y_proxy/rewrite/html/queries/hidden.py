"""Says what nobody sees, and what nobody hears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.index import AUTHORS
from a11y_proxy.rewrite.html.page import Page, reads

UNRENDERED = frozenset({
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "datalist",
    "noframes", "noembed", "param", "source", "track",
})  # fmt: skip
"""Elements whose content is not on the page (HTML Standard §15.3.1; scripting is on)."""

HIDING = ("aria-hidden", "hidden", "style", "type")
"""The attributes that tell."""

_HIDING_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)


def unseen(element: Element) -> bool:
    """
    Says whether the element itself is not rendered, by tag, attribute or its own `style`.

    Style sheets are not asked: what they hide may be shown by a script or another width.
    """
    if element.tag in UNRENDERED:
        return True
    names = element.keys()  # one look at all of them costs no more than one for each
    if "hidden" in names or ("style" in names and _hides(element.get("style") or "")):
        return True
    return (
        "type" in names
        and element.tag == "input"
        and (element.get("type") or "").strip().lower() == "hidden"
    )


@lru_cache(maxsize=1024)
def _hides(style: str) -> bool:
    return _HIDING_STYLE.search(style) is not None


def unheard(element: Element) -> bool:
    """Says whether the element itself is kept from assistive technology (`unseen` is, too)."""
    hidden = element.get("aria-hidden")
    return (hidden is not None and hidden.strip().lower() == "true") or unseen(element)


def out_of_reach(element: Element, page: Page) -> bool:
    """
    Says whether the element, or one that it stands in, is `unheard`.

    What stands in `<noscript>` is within reach of visitors without scripts.
    """
    return element in page.ask(_beyond)


_NEVER_HEARD = UNRENDERED - {"noscript"}


@reads(AUTHORS, *HIDING, *_NEVER_HEARD)
def _beyond(page: Page) -> set[Element]:
    found: set[Element] = set()
    for element in chain(page.ask(_unrendered), page.ask(_hiding), _kept_from_speech(page)):
        if element.tag != "noscript" and element not in found:
            # an iterator over nothing is dear in lxml
            found.update(element.iter() if len(element) else (element,))
    return found


@reads(*_NEVER_HEARD)
def _unrendered(page: Page) -> list[Element]:
    return list(page.root.iter(*_NEVER_HEARD))


def _kept_from_speech(page: Page) -> Iterator[Element]:
    hidden = page.index.having("aria-hidden")
    return (each for each in hidden if (each.get("aria-hidden") or "").strip().lower() == "true")


@reads("hidden", "style", "type")
def _hiding(page: Page) -> list[Element]:
    having = page.index.having
    styled = [each for each in having("style") if _hides(each.get("style") or "")]
    return [*having("hidden"), *styled, *filter(unseen, having("type"))]
