"""
Gives an element's accessible name: what a screen reader calls it.

The order of sources is that of accname-1.2 (§4.3) and HTML-AAM, without CSS and embedded controls.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import OURS
from a11y_proxy.rewrite.html.page import Page, reads
from a11y_proxy.rewrite.html.queries.hidden import unheard
from a11y_proxy.rewrite.html.queries.identity import ids
from a11y_proxy.rewrite.html.queries.text import normalised, pieces, text_of

_ALT_NAMED = frozenset({"img", "area"})
_VALUE_NAMED = frozenset({"submit", "reset", "button"})
FIELDS = frozenset({"input", "select", "textarea"})
"""Elements that a visitor fills in."""


def name_of(element: Element, page: Page) -> str:
    """Gives the name, normalised; "" where there is none. A placeholder is no name for us."""
    return (
        _referenced(element, page)
        or normalised(element.get("aria-label"))
        or _native(element, page)
        or normalised(element.get("title"))
    )


def written_name(element: Element, page: Page) -> str:
    """Gives the name that an attribute says, for what content does not name; "" where none does."""
    return (
        _referenced(element, page)
        or normalised(element.get("aria-label"))
        or normalised(element.get("title"))
    )


def content_name(element: Element) -> str:
    """Gives the name that the element's content makes: words and the names of pictures."""
    if len(element) == 0:
        return normalised(element.text)
    return normalised("".join(pieces(element, _spoken)))


def says_words(element: Element) -> bool:
    """Says whether its author's words plainly are in it; a cheap look, before its name is made."""
    return _is_told(element.text) or any(
        _is_told(child.tail) or _is_told_in(child)
        for child in (element if len(element) else ())  # an iterator over nothing is dear in lxml
    )


def _is_told_in(child: Element) -> bool:
    if not isinstance(child.tag, str) or not _is_told(child.text):
        return False
    return not unheard(child) and child.get(OURS) is None


def _is_told(text: str | None) -> bool:
    if not text or text.isspace():
        return False
    return text.isprintable() or bool(normalised(text))


@reads("button", "for", "id", "label", *FIELDS)
def labels(page: Page) -> dict[Element, list[Element]]:
    """Gives the `<label>` elements of each field (HTML §4.10.4)."""
    found: dict[Element, list[Element]] = {}
    for label in page.root.iter("label"):
        target = label.get("for")
        field = (
            next(label.iterdescendants(*FIELDS, "button"), None)
            if target is None
            else page.ask(ids).get(target)
        )
        if field is not None:
            found.setdefault(field, []).append(label)
    return found


def _referenced(element: Element, page: Page) -> str:
    written = element.get("aria-labelledby")
    if not written:
        return ""
    targets = [page.ask(ids).get(reference) for reference in written.split()]
    return normalised(" ".join(content_name(target) for target in targets if target is not None))


def _native(element: Element, page: Page) -> str:
    tag = element.tag
    kind = (element.get("type") or "").strip().lower() if tag == "input" else ""
    if tag in _ALT_NAMED or kind == "image":
        return normalised(element.get("alt"))
    if kind in _VALUE_NAMED:
        return normalised(element.get("value"))
    if tag in FIELDS:
        return normalised(" ".join(text_of(label) for label in page.ask(labels).get(element, [])))
    return content_name(element)


def _spoken(element: Element) -> str | None:
    if element.tag == "title":
        parent = element.getparent()
        return None if parent is not None and parent.tag == "svg" else ""
    if unheard(element) or element.tag in {"select", "textarea"}:
        return ""
    if label := element.get("aria-label"):
        return label
    if element.tag in _ALT_NAMED:
        return element.get("alt") or element.get("title") or ""
    if len(element) == 0 and not normalised(element.text):
        return element.get("title")
    return None
