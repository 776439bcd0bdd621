"""Says what nobody sees, and what nobody hears."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page

UNRENDERED = frozenset({
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "datalist",
    "noframes", "noembed", "param", "source", "track",
})  # fmt: skip
"""Elements whose content is not on the page (HTML Standard §15.3.1; scripting is on)."""

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
    known = page.ask(_reaches)
    climbed = []
    here: Element | None = element
    while here is not None and here not in known:
        climbed.append(here)
        here = here.getparent()
    answer = here is not None and known[here]
    for passed in reversed(climbed):
        answer = answer or (passed.tag != "noscript" and unheard(passed))
        known[passed] = answer
    return answer


def _reaches(_page: Page) -> dict[Element, bool]:
    return {}
