"""Takes the documents that stand in attributes (`<iframe srcdoc>`, HTML §4.8.5) out and puts them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from a11y_proxy.rewrite.html import document
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import page_urls
from a11y_proxy.rewrite.unparsable import UnparsableError


def frames(page: Page, finish: Callable[[Page], None]) -> None:
    """
    Lets `finish` work on each framed document as on a page of its own.

    Its addresses stand on the base of the page around it, and it was never in an encoding. What
    cannot be parsed stays as it is; so does a document in a document that is framed itself.
    """
    if page.framed:
        return
    for frame in page.root.iter("iframe"):
        try:
            inner = document.parse(frame.attrib["srcdoc"])
        except (KeyError, UnparsableError):
            continue
        finish(_framed(page, inner))
        frame.set("srcdoc", document.serialise(inner).decode())


def _framed(page: Page, inner: document.Document) -> Page:
    here = page_urls(page).absolute("")
    return replace(
        page,
        root=inner.root,
        url=here,
        charset="utf-8",
        framed=True,
        fragment=False,
        answers={},
        alive=[],
    )
