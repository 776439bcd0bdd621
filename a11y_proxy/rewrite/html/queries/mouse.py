"""Says what only a mouse can use: a click does something there, and no key comes to it."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach

OPERABLE = ("a", "area", "audio", "button", "details", "embed", "iframe", "input", "label", "object",
            "option", "select", "summary", "textarea", "video")  # fmt: skip
"""Elements that the keyboard uses."""

_NO_CONTROL = frozenset({"body", "fieldset", "form", "frameset", "html", "svg"})
_BY_OTHER_MEANS = ("role", "tabindex", "onkeydown", "onkeypress", "onkeyup", "contenteditable")
_DOES_NOTHING = frozenset({"", "return false", "return true", "void 0", "void(0)"})


def needs_mouse(element: Element, page: Page) -> bool:
    """Says whether an element with `onclick` does something that no key can do."""
    if element.tag in OPERABLE or element.tag in _NO_CONTROL:
        return False
    if any(element.get(name) is not None for name in _BY_OTHER_MEANS):
        return False
    if (element.get("onclick") or "").strip(" ;\n\t") in _DOES_NOTHING:
        return False
    # a click anywhere on a card does what the link or the button in it does
    if next(element.iterdescendants(*OPERABLE), None) is not None:
        return False
    return next(element.iterancestors(*OPERABLE), None) is None and not out_of_reach(element, page)
