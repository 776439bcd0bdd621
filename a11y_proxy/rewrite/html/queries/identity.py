"""Finds elements by id, and an id by which an element can be found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page, reads


@reads("id")
def ids(page: Page) -> dict[str, Element]:
    """Gives the element for each id; the first one where an id is doubled, as browsers do."""
    found: dict[str, Element] = {}
    for element in page.index.having("id"):
        if identity := element.get("id"):
            found.setdefault(identity, element)
    return found


@reads("id")
def doubled_ids(page: Page) -> dict[str, list[Element]]:
    """Gives the elements of each id that several have, in the order of the page."""
    found: dict[str, list[Element]] = {}
    for element in page.root.iter() if len(page.ask(ids)) < len(page.index.having("id")) else ():
        if identity := element.get("id"):
            found.setdefault(identity, []).append(element)
    return {identity: elements for identity, elements in found.items() if len(elements) > 1}


@reads("id")
def free_ids(page: Page) -> Iterator[str]:
    """Gives ids that the page does not use, one after the other."""
    taken = page.ask(ids)
    return (name for number in count(1) if (name := f"a11y-{number}") not in taken)


def identity_of(element: Element, page: Page) -> str | None:
    """
    Gives the id by which browsers find this element, or a free one for an element without.

    None where the element's own id is doubled and another one has it first: changing it could
    break what refers to it.
    """
    written = element.get("id")
    if not written:
        return next(page.ask(free_ids))
    usable = page.ask(ids).get(written) is element and not any(map(str.isspace, written))
    return written if usable else None
