"""
Tells a screen reader which parts of a page are in another language.

A Ukrainian voice reads an English menu letter by letter, and a Russian quotation with the wrong sounds.
Of a region in one other language the whole is marked, once; what says that it is in a language
in which it is not, is put right. Names, brands and short words prove nothing and stay.

Before:

    <html lang="uk"><body><p>Їдальня школи не зачинена, є обіди, її меню і ціни є на сайті.</p><p>The council publishes its decisions here, and sums them up for guests of the community.</p></body></html>

After:

    <html lang="uk"><body><p>Їдальня школи не зачинена, є обіди, її меню і ціни є на сайті.</p><p lang="en">The council publishes its decisions here, and sums them up for guests of the community.</p></body></html>

Leaves alone:

    <html lang="uk"><body><p>Їдальня школи не зачинена, є обіди, її меню і ціни є на сайті.</p><p>Kakhovka City Council, Department of Economy and Finance</p></body></html>

    <html lang="uk"><body><p>Їдальня школи не зачинена, є обіди.</p><blockquote lang="en">The council publishes its decisions here, and sums them up for guests.</blockquote></body></html>

    <html lang="uk"><body><p>Їдальня школи не зачинена.</p><pre>The first and the last of the words that you can not have with this</pre></body></html>

    <html lang="uk"><body><p>Їдальня школи не зачинена, є обіди.</p><p>Гэта цікавы і вялікі дзень, мы віншуем вас і чытаем вершы.</p></body></html>

See: https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, RemoveAttribute, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.language import (
    NEVER_CYRILLIC,
    declared_language,
    has_signs_beside,
    primary,
)
from a11y_proxy.rewrite.html.queries.written import (
    LANGUAGES,
    Evidence,
    evidence_by_element,
    evidence_of,
    language_of,
)
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="3.1.2", selects="body, [lang]")
def language_of_parts(element: Element, page: Page) -> Iterator[Edit]:
    if page.body is None or element is page.root:
        return
    declared = declared_language(element)
    if declared is None:
        around = declared_language(page.root)
        spoken = primary(around) if around else ""
        if element is page.body and has_signs_beside(spoken, page):
            yield from _parts(element, spoken, page)
        return
    evidence = evidence_of(element, page)
    spoken = primary(declared)
    written = language_of(evidence)
    if spoken in LANGUAGES and written not in {spoken, None}:
        why = "This part said that it is in a language in which it is not"
        yield SetAttribute(element, "lang", str(written), why=why)
    elif spoken in NEVER_CYRILLIC and evidence.cyrillic and not evidence.latin:
        why = "This part said that it is in a language that has no such letters"
        yield RemoveAttribute(element, "lang", why=why)
        yield from _parts(element, "", page)
    elif set(evidence.signs()) - {spoken} and len(element):
        yield from _parts(element, spoken, page)


def _parts(region: Element, spoken: str, page: Page) -> Iterator[Edit]:
    """Marks the outermost parts of a region that are in another language, and only in that."""
    evidence = page.ask(evidence_by_element)
    for part in region:
        found = evidence.get(part)
        if found is None or part.get("lang") is not None:
            continue  # without words, or asked by itself
        language = language_of(found)
        if language not in {None, spoken} and language_of(_unsaid(part, page)) == language:
            yield SetAttribute(part, "lang", str(language), why="This part is in another language")
        elif set(found.signs()) - {spoken}:
            yield from _parts(part, spoken, page)  # no deeper than `limits.MAX_DEPTH`


def _unsaid(part: Element, page: Page) -> Evidence:
    """Gives the evidence of the words whose language nothing inside the part says."""
    evidence = page.ask(evidence_by_element)
    found = evidence[part]
    for child in part:
        if child in evidence:
            said = child.get("lang") is not None
            inside = Evidence() if said else _unsaid(child, page)
            found = found.without(evidence[child]).and_of(inside)
    return found
