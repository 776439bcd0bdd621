"""Whether a page runs scripts: one that does may add to itself what no rewriting has seen."""

from __future__ import annotations

from lxml.etree import _Element as Element

_LANGUAGES = ("javascript", "ecmascript", "jscript", "livescript")


def is_scripted(root: Element) -> bool:
    """Tells whether anything in the page is a script (HTML §4.12.1) or an event handler."""
    return any(_runs(element) for element in root.iter("*"))


def _runs(element: Element) -> bool:
    if element.tag == "script":
        kind = (element.get("type") or "").strip().lower()
        return kind in {"", "module"} or any(word in kind for word in _LANGUAGES)
    return any(
        name.startswith("on") or value.lstrip()[:11].lower() == "javascript:"
        for name, value in element.items()
    )
