"""Whether something other than the browser may play a film or a sound."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page

_HANDLES = ("class", "id", "name")
_HANDLE_STARTS = ("data-", "on", "aria-")


def may_be_driven(medium: Element, page: Page) -> bool:
    """
    Says whether a script may have the medium in hand, as far as the page can tell.

    It may where there is something to find it by, a script of the page that speaks of its kind, or a
    button beside it.
    """
    names = medium.keys()
    if any(name in _HANDLES or name.startswith(_HANDLE_STARTS) for name in names):
        return True
    box = medium.getparent()
    if box is None or next(box.iter("button", "input"), None) is not None:
        return True
    return str(medium.tag) in page.ask(_scripts)


def _scripts(page: Page) -> str:
    """Gives the words of all scripts that stand in the page, in small letters."""
    return "\n".join(script.text or "" for script in page.root.iter("script")).lower()
