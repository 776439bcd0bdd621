"""
Marks the search, so that readers can go straight to it.

It is a form with one field to type in, which says by name that it searches. A page has one such way in:
the first outside the content.

Before:

    <form action="/search"><input name="q" title="Search"><button>Go</button></form><main>Text</main>

After:

    <form action="/search" role="search"><input name="q" title="Search"><button>Go</button></form><main>Text</main>

Leaves alone:

    <form role="search"><input name="q" title="Search"></form><form><input name="q" title="Search"></form>

    <search><form><input name="q" title="Search"></form></search>

    <form action="/subscribe"><input name="mail" type="email" title="E-mail"><button>Go</button></form>

    <form action="/search"><input name="q" title="Words"><input name="from" title="From"></form>

    <form><input type="search" title="Search" hidden><button>Go</button></form>

See: https://www.w3.org/WAI/ARIA/apg/patterns/landmarks/examples/search.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.landmark import landmarks, main_of
from a11y_proxy.rewrite.html.rule import rule

_FIELD = re.compile(
    r"q|s|qs|query|search(?:[-_]?(?:word|query|text|string|phrase))?|keys|keywords?|find|"
    r"poshuk|poisk|slova?|words?|text",
    re.IGNORECASE,
)
_PLACE = re.compile(r"search|poshuk|poisk|find", re.IGNORECASE)
_TYPED = frozenset({"", "text", "search"})
_NO_SEARCH = frozenset({"email", "file", "password", "tel", "url", "date", "number", "radio"})


@rule(criterion="1.3.1", selects="body")
def search_landmark(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body or page.ask(landmarks)["search"]:
        return
    found = [form for form in element.iter("form") if _searches(form, page)]
    outside = [form for form in found if main_of(page) not in set(form.iterancestors())]
    for form in (*outside, *found)[:1]:
        yield SetAttribute(form, "role", "search", why="This form searches the site")


def _searches(form: Element, page: Page) -> bool:
    fields = [field for field in form.iter("input", "textarea") if not out_of_reach(field, page)]
    kinds = [_kind(field) for field in fields]
    typed = [field for field, kind in zip(fields, kinds, strict=True) if kind in _TYPED]
    if len(typed) != 1 or not _NO_SEARCH.isdisjoint(kinds) or "textarea" in kinds:
        return False
    field = typed[0]
    if form.get("role") or out_of_reach(form, page):
        return False
    if _kind(field) == "search":
        return True
    named = _FIELD.fullmatch(field.get("name") or "")
    return bool(
        named and _PLACE.search(f"{form.get('action')} {form.get('id')} {form.get('class')}")
    )


def _kind(field: Element) -> str:
    return "textarea" if field.tag == "textarea" else (field.get("type") or "").strip().lower()
