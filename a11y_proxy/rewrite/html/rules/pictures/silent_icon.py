"""
Lets icons be silent that stand beside words.

Signs of an icon font are letters without a sound, or words that only draw a sign ("arrow_back"); some
screen readers say "unknown character", or read out an inline drawing as "graphic". Nothing is lost where
the words are beside. A large drawing without a name is for a person to name.

Before:

    <a href="/print"><i class="fa fa-print"></i> Print</a>
    <button><svg width="20" height="20"><path d="M1 1"/></svg> Save</button>

After:

    <a href="/print"><i class="fa fa-print" aria-hidden="true"></i> Print</a>
    <button><svg width="20" height="20" aria-hidden="true"><path d="M1 1"/></svg> Save</button>

Leaves alone:

    <svg width="20" height="20"><title>Saved</title><path d="M1 1"/></svg><svg role="img" aria-label="Saved" width="20"></svg>

    <p>He read <i>Kobzar</i>, the book, and <i class="title">Haydamaky</i>.</p>

    <i class="fa fa-print" title="Print"></i> Save <i class="fa fa-print" onclick="print()"></i>

    <svg width="600" height="300"><text>2026</text><path d="M1 1"/></svg>

    <div aria-hidden="true"><svg width="20" height="20"></svg> Save</div>

Flags:

    <svg width="600" height="300"><path d="M1 1"/></svg>

See: https://www.w3.org/WAI/tutorials/images/decorative/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.icon import is_icon
from a11y_proxy.rewrite.html.rule import rule

_SPEAKING = ("role", "aria-label", "aria-labelledby", "aria-hidden", "title", "onclick", "tabindex")
_TELLING = ("title", "desc", "text", "a", "foreignObject")
_PARTS = frozenset({"symbol", "defs", "style", "metadata", "linearGradient", "filter", "clipPath"})
_CONTROLS = ("a", "button")
_ICON = 64
_PRIVATE = re.compile(r"\s*[\ue000-\uf8ff]+\s*")
"""Characters to which nobody but a font gives a sign (Unicode §23.5, Private Use Area)."""

_LIGATURES = re.compile(r"(?:^|\s)material-(?:icons|symbols)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*+(\d++(?:\.\d++)?)\s*+(?:px)?\s*+")
_WHY = "The icon stands beside words and says nothing by itself"


@rule(criterion="1.1.1", selects="i, svg")
def silent_icon(element: Element, page: Page) -> Iterator[Edit]:
    if not len(element) and element.tag == "i" and not element.keys():
        return
    if any(map(element.get, _SPEAKING)):
        return
    drawn = element.tag == "svg"
    if drawn and next(element.iter(*_TELLING), None) is not None:
        return
    if not (drawn or _is_sign(element)) or out_of_reach(element, page):
        return
    if not drawn or _is_small(element) or next(element.iterancestors(*_CONTROLS), None) is not None:
        yield SetAttribute(element, "aria-hidden", "true", why=_WHY)
    elif next(element.iterancestors("svg"), None) is None:
        yield Flag(element, why="Nothing on the page says what this picture shows")


def _is_sign(element: Element) -> bool:
    """Says whether an `<i>` is a sign with words around it."""
    text = element.text or ""
    if len(element) or not (_LIGATURES.search(element.get("class") or "") or _draws(text, element)):
        return False
    parent = element.getparent()
    return parent is not None and any(not text.isspace() for text in _beside(element, parent))


def _beside(element: Element, parent: Element) -> Iterator[str]:
    yield parent.text or " "
    for child in parent:
        if child is not element and isinstance(child.tag, str):
            yield from child.itertext(with_tail=False)
        yield child.tail or " "


def _draws(text: str, element: Element) -> bool:
    return bool(_PRIVATE.fullmatch(text)) or (not text.strip() and is_icon(element))


def _is_small(svg: Element) -> bool:
    """Says whether the drawing is stated to be as small as an icon, or holds parts for others only."""
    if all(part.tag in _PARTS for part in svg if isinstance(part.tag, str)):
        return True
    for name in ("width", "height"):
        if (found := _LENGTH.fullmatch(svg.get(name, ""))) and float(found[1]) <= _ICON:
            return True
    box = (svg.get("viewBox") or svg.get("viewbox") or "").replace(",", " ").split()
    return "width" not in svg.keys() and len(box) == 4 and _is_short(box[3])  # noqa: SIM118  # no mapping


def _is_short(length: str) -> bool:
    found = _LENGTH.fullmatch(length)
    return found is not None and float(found[1]) <= _ICON
