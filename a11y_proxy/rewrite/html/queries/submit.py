"""Says what a button of a form does, where it has no words: to send or to clear it is what such a button is."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.role import role_of

_SEARCHING = re.compile(r"(?:^|[/_.?-])(?:search|poshuk|poisk|find)", re.IGNORECASE)
_TYPED = frozenset({"text", "search"})
_ASKED = frozenset({"q", "query", "s", "search", "searchword", "keyword", "keywords"})


def submit_name(button: Element, page: Page) -> str:
    """Gives "Search" or "Submit" for a button that sends a form, "Clear the form" for one that does; else ""."""
    kind = (button.get("type") or ("submit" if button.tag == "button" else "")).strip().lower()
    form = next(button.iterancestors("form"), None)
    if form is None or kind not in {"image", "reset", "submit"}:
        return ""
    if kind == "reset":
        return page.say("Clear the form")
    known = page.ask(_searches)
    if form not in known:
        known[form] = is_search(form)
    return page.say("Search") if known[form] else page.say("Submit")


def is_search(form: Element) -> bool:
    """Says whether a form searches the site, by its role, its address or the name of its field."""
    if role_of(form) == "search" or next(form.iterancestors("search"), None) is not None:
        return True
    if _SEARCHING.search((form.get("action") or "").partition("#")[0]):
        return True
    fields = [field for field in form.iter("input") if field.get("type", "text") in _TYPED]
    return len(fields) == 1 and (
        fields[0].get("type") == "search" or (fields[0].get("name") or "").lower() in _ASKED
    )


def _searches(_page: Page) -> dict[Element, bool]:
    return {}
