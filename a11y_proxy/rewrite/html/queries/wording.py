"""
Says words of ours in the language around them.

A voice reads what stands in a foreign paragraph with that paragraph's sounds: words in another
language than the text around them must say so (WCAG 3.1.2).
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.elements import ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.language import declared_language

IN_LANGUAGE = {
    "de": "in German", "en": "in English", "fr": "in French", "pl": "in Polish", "ru": "in Russian",
    "uk": "in Ukrainian",
}  # fmt: skip
"""By primary language subtag: the phrase for what is said or written in it."""


def worded(tag: str, phrase: str, place: Element, page: Page, /, **attributes: str) -> Element:
    """Gives a new element of ours for a place in the page: a phrase, and `lang` where it is needed."""
    around = _language_around(place, page)
    spoken = page.phrases.known(around)
    element = ours(tag, page.phrases.say(spoken, phrase), **attributes)
    if around.partition("-")[0].lower() != spoken:
        element.set("lang", spoken)
    return element


def said(phrase: str, place: Element, page: Page, /, **values: object) -> str:
    """Gives a phrase for an attribute of the place, in the language around it where we speak that."""
    return page.phrases.say(page.phrases.known(_language_around(place, page)), phrase, **values)


def _language_around(place: Element, page: Page) -> str:
    marked = page.index.having("lang")
    around = (here for here in (place, *place.iterancestors()) if here in marked)
    return next(filter(None, map(declared_language, around)), page.language)
