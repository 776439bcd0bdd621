"""
Keeps what a policy lets in by its hash: the hash of what it became takes the place of the old one.

Nothing else is let in by that: whatever has a new hash is, byte by byte, what became of a text that was let in.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from a11y_proxy.core.hashed import algorithms, hash_of, hashes, rehashed
from a11y_proxy.rewrite.html.page import LetIn, Page
from a11y_proxy.rewrite.html.shield import revealed


def hashed(page: Page) -> None:
    """Finds the styles, scripts and attributes that a policy, or one of the page itself, names by hash."""
    page.hashes |= {
        source for meta in _policies(page) for source in hashes(meta.get("content", ""))
    }
    if not page.hashes:
        return
    used = algorithms(page.hashes)
    page.let_in = [
        LetIn(element, name, named)
        for element, name, text in _inline(page.root)
        if (named := page.hashes & {hash_of(revealed(text), algorithm) for algorithm in used})
    ]


def rehash(page: Page) -> None:
    """
    Says what became of the hashes, and writes it into the policies of the page itself.

    One hash is for all visitors, so no width in such a style can be multiplied by their scale.
    """
    for element, name, named in page.let_in:
        text = (element.text if name is None else element.get(name)) or ""
        text = page.mark.unmarked(text)
        if name is None:
            element.text = text
        for source in named:
            became = hash_of(revealed(text), *algorithms([source]))
            page.became.setdefault(source, set()).add(became)
    for meta in _policies(page) if page.became else ():
        meta.set("content", rehashed(meta.get("content", ""), page.new_hashes))


def _policies(page: Page) -> Iterator[Element]:
    for meta in page.root.iter("meta"):
        if meta.get("http-equiv", "").strip().lower() == "content-security-policy":
            yield meta


def _inline(root: Element) -> Iterator[tuple[Element, str | None, str]]:
    """Gives what hashes may be of, with the attribute that it stands in, if any (§4.2.3)."""
    for element in root.iter(etree.Element):
        if element.tag in {"style", "script"}:
            yield element, None, element.text or ""
        for name, value in element.items():
            if name == "style" or name.startswith("on"):
                yield element, name, value
