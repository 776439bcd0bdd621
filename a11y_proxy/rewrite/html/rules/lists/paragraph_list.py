"""
Makes a list of paragraphs that were typed as one.

Each begins with a bullet, a dash or its number, but nothing says that they belong together, how many they
are, and how to get past them. They look as before; bullets are not read out, numbers are. Dashes may
begin talk as well: they are a list where its items end as items do, or where no sentence does.

Before:

    <p>Bring with you:</p><p>– a passport;</p><p>– an <a href="/form">application</a>;</p><p>– two photographs.</p>

After:

    <p>Bring with you:</p><ul class="a11y-lines"><li class="a11y-lines"><p><span aria-hidden="true">– </span>a passport;</p></li><li class="a11y-lines"><p><span aria-hidden="true">– </span>an <a href="/form">application</a>;</p></li><li class="a11y-lines"><p><span aria-hidden="true">– </span>two photographs.</p></li></ul>

Leaves alone:

    <p>— Good morning.</p><p>— Good morning. Is it open?</p><p>— It is.</p>

    <p>1. The first article</p><p>It goes on.</p><p>2. The second article</p><p>It goes on.</p>

    <ul><li><p>• One</p></li><li><p>• Two</p></li></ul>

See: https://www.w3.org/WAI/WCAG22/Techniques/html/H48
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, WrapSiblings, WrapText
from a11y_proxy.rewrite.html.elements import around, list_part
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.typed import typed_lists
from a11y_proxy.rewrite.html.rule import rule

_WHY = "The paragraphs were typed as a list"


@rule(criterion="1.3.1", selects="body, a11y-fragment")
def paragraph_list(element: Element, page: Page) -> Iterator[Edit]:
    if element is not page.body:
        return
    wholes: dict[Element, Element] = {}
    for run in typed_lists(page):
        parts = [list_part("li", native=True) for _ in run]
        for item, part in zip(run, parts, strict=True):
            if not item.number:
                sign = around("span", aria_hidden="true")
                yield WrapText(item.lead, "text", 0, item.mark, sign, why="The bullet was read out")
            # what stands in the item may be a list by now
            yield WrapSiblings(item.block, wholes.get(item.last, item.last), part, why=_WHY)
        whole = list_part("ol" if run[0].number else "ul", native=True)
        yield WrapSiblings(parts[0], parts[-1], whole, why=_WHY)
        wholes[run[-1].block] = whole
