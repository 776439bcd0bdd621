"""Finds elements by id, and an id by which an element can be found."""

from __future__ import annotations

from collections import Counter
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
def doubled_ids(page: Page) -> frozenset[str]:
    """Gives the ids that several elements have."""
    if len(page.ask(ids)) == len(page.index.having("id")):
        return frozenset()
    times = Counter(element.get("id") or "" for element in page.index.having("id"))
    return frozenset(identity for identity, number in times.items() if identity and number > 1)


@reads("aria-describedby")
def descriptions(page: Page) -> frozenset[str]:
    """Gives the ids of what describes an element of the page."""
    described = page.index.having("aria-describedby")
    return frozenset(
        word for each in described for word in (each.get("aria-describedby") or "").split()
    )


@reads("id")
def free_ids(page: Page) -> Iterator[str]:
    """Gives ids that the page does not use, one after the other."""
    taken = page.ask(ids)
    return (name for number in count(1) if (name := f"a11y-{number}") not in taken)


def identity_of(element: Element, page: Page, *, doubled: bool = False) -> str | None:
    """
    Gives the id by which an element can be referred to, or a free one for an element without.

    None where another element has the same id: changing it could break what refers to it. A link needs
    only be the first with its id (`doubled`), as browsers go there.
    """
    written = element.get("id")
    if not written:
        given = page.ask(_given)
        if element not in given:
            given[element] = next(page.ask(free_ids))
        return given[element]
    if any(map(str.isspace, written)) or page.ask(ids).get(written) is not element:
        return None
    return written if doubled or written not in page.ask(doubled_ids) else None


@reads("id")
def _given(_page: Page) -> dict[Element, str]:
    """Two that refer to one element, before it has its id, are to agree on it."""
    return {}
