"""
Tells a screen reader in which language to read the page.

A voice that takes Ukrainian for English spells it out letter by letter, or says nothing. Where a page
does not say its language and its letters prove none, the operator's word counts.

Before:

    <html><body><p>Їжте борщ із пампушками, панове єгері.</p></body></html>

After:

    <html lang="uk"><body><p>Їжте борщ із пампушками, панове єгері.</p></body></html>

Leaves alone:

    <html lang="uk-UA"><body><p>Каховка</p></body></html>

    <html lang="en"><body><p>Welcome to the community of Kakhovka</p></body></html>

    <html lang="en"><body><p>The letters і, ї, є and ґ are used in Ukrainian only.</p></body></html>

Flags:

    <html><body><p>Kakhovka 2024</p></body></html>

See: https://www.w3.org/WAI/WCAG22/Understanding/language-of-page
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.language import page_language
from a11y_proxy.rewrite.html.rule import rule
from a11y_proxy.standards.html import XML_LANG


@rule(criterion="3.1.1", selects="html")
def html_lang(element: Element, page: Page) -> Iterator[Edit]:
    why = "The language of the page was missing or not that of its text"
    language = page_language(page)
    if language is None and page.site.language:
        language, why = page.site.language, "The operator says in which language the site is"
    if language is None:
        yield Flag(
            element, why="The page does not say its language, and its letters do not prove one"
        )
        return
    yield SetAttribute(element, "lang", language, why=why)
    if element.get(XML_LANG) is not None:
        # HTML §3.2.6.2: where both are there, they must say the same
        yield SetAttribute(element, XML_LANG, language, why=why)
