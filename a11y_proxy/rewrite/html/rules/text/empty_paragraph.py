"""
Keeps paragraphs silent that hold nothing but a space.

They were typed to move what follows down the page. A screen reader stops at each: "blank", "blank",
"blank". The room stays, the stop goes. A paragraph that a script may fill is left alone.

Before:

    <p>News</p><p>&nbsp;</p><p class="MsoNormal"><span lang="EN-US">&nbsp;</span></p><p>More</p>

After:

    <p>News</p><p aria-hidden="true">&nbsp;</p><p class="MsoNormal" aria-hidden="true"><span lang="EN-US">&nbsp;</span></p><p>More</p>

Leaves alone:

    <p></p><p>&nbsp;5</p>

    <p class="price">&nbsp;</p><p id="weather">&nbsp;</p>

    <p><img src="a.png" alt="a">&nbsp;</p>

See: https://www.w3.org/WAI/WCAG22/Techniques/failures/F43
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.wholetext import text_in
from a11y_proxy.rewrite.html.rule import rule

_LOOKS = frozenset({"align", "style", "class", "lang", "dir"})
_HOLLOW = frozenset({"b", "br", "em", "font", "i", "o:p", "span", "strong", "u"})


@rule(criterion="1.3.1", selects="body, a11y-fragment")
def empty_paragraph(element: Element, _page: Page) -> Iterator[Edit]:
    for paragraph in element.iter("p"):
        text = paragraph.text
        if (text is None or text.isspace()) and _is_only_room(paragraph):
            why = "The paragraph holds nothing but room"
            yield SetAttribute(paragraph, "aria-hidden", "true", why=why)


def _is_only_room(paragraph: Element) -> bool:
    content = text_in(paragraph)
    spaced = "\u00a0" in content or next(paragraph.iter("br"), None) is not None
    if content.strip() or not spaced:
        return False
    inside = paragraph.iterdescendants()
    named = all(_has_only_looks(part) for part in paragraph.iter())
    return named and all(_is_hollow(part) for part in inside)


def _is_hollow(part: Element) -> bool:
    # a name that XML refuses, as Word's "o:p", stands in the tree as a name of ours
    return part.tag in _HOLLOW or str(part.tag).startswith("a11y-")


def _has_only_looks(part: Element) -> bool:
    """Says whether no script can mean this element: no id, and no class but a word processor's."""
    classes = (part.get("class") or "").split()
    return _LOOKS.issuperset(part.keys()) and all(name.startswith("Mso") for name in classes)
