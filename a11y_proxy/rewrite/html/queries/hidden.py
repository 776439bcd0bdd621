"""Says what nobody sees, and what nobody hears."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

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
    if "hidden" in names or ("style" in names and _HIDING_STYLE.search(element.get("style") or "")):
        return True
    return (
        "type" in names
        and element.tag == "input"
        and (element.get("type") or "").strip().lower() == "hidden"
    )


def unheard(element: Element) -> bool:
    """Says whether the element itself is kept from assistive technology (`unseen` is, too)."""
    hidden = element.get("aria-hidden")
    return (hidden is not None and hidden.strip().lower() == "true") or unseen(element)


def out_of_reach(element: Element, page: Page) -> bool:
    """
    Says whether the element, or one that it stands in, is `unheard`.

    What stands in `<noscript>` is within reach of visitors without scripts.
    """
    beyond = page.ask(_unheard_elements)
    return element in beyond or not beyond.isdisjoint(element.iterancestors())


_NEVER_HEARD = UNRENDERED - {"noscript"}


@reads(*HIDING, *_NEVER_HEARD)
def _unheard_elements(page: Page) -> set[Element]:
    hiding = {element for name in HIDING for element in page.index.having(name)}
    found = {element for element in hiding if element.tag != "noscript" and unheard(element)}
    return found.union(page.root.iter(*_NEVER_HEARD))
