"""
The way of a page: decode, parse, repair, step by step, serialise, cut at the slots.

The order of `STEPS` is a literal with its reasons.
"""

from __future__ import annotations

from collections.abc import Callable

from a11y_proxy.core.artifact import Artifact, Marker
from a11y_proxy.core.charset import decode
from a11y_proxy.core.known import Known, Lesson
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite.html import document, engine
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.block import blocks
from a11y_proxy.rewrite.html.queries.described import described
from a11y_proxy.rewrite.html.queries.language import page_language
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.rewrite.html.steps.emphasis import emphasis
from a11y_proxy.rewrite.html.steps.frames import frames
from a11y_proxy.rewrite.html.steps.hashed import hashed, rehash
from a11y_proxy.rewrite.html.steps.live import live
from a11y_proxy.rewrite.html.steps.photographs import photographs
from a11y_proxy.rewrite.html.steps.pictures import pictures
from a11y_proxy.rewrite.html.steps.presentational import presentational
from a11y_proxy.rewrite.html.steps.relink import relink
from a11y_proxy.rewrite.html.steps.restyle import restyle
from a11y_proxy.rewrite.html.steps.scripts import scripts
from a11y_proxy.rewrite.html.steps.slots import slots
from a11y_proxy.rewrite.html.xhtml import as_html

Step = Callable[[Page], None]


def framed(page: Page) -> None:
    """Does to documents within the page what is done to a page, but for repairs."""

    def finish(inner: Page) -> None:
        for step in STEPS:
            step(inner)

    frames(page, finish)


STEPS: tuple[Step, ...] = (
    # while the texts are still the author's
    hashed,
    # their addresses stand on the page's own <base>, which relinking changes
    framed,
    # while the author's colours can still be read
    emphasis,
    # styles first: they resolve addresses against the page's own <base>, which relinking changes
    restyle,
    # the styles say by now which pictures were taken from behind words
    photographs,
    presentational,
    relink,
    scripts,
    # the alternative texts are final now, and the pictures' links are mapped
    pictures,
    live,
    # nothing changes a style or a script any more
    rehash,
    # last, so that nothing comes to stand before our style sheet
    slots,
)


def rewrite_page(  # noqa: PLR0913 - as `transform`
    source: Source,
    rendition: Rendition,
    site: Site,
    phrases: Phrases,
    known: Known,
    *,
    strict: bool,
) -> Artifact:
    """Gives the artifact of a page; raises UnparsableError where `document.parse` does."""
    text, charset = decode(source.body, source.charset)
    if source.xml and not source.fragment:
        text = as_html(text) or text
    tree = document.parse(text, fragment=source.fragment)
    mark = Marker(source.digest)
    page = Page(
        root=tree.root,
        url=source.url,
        site=site,
        rendition=rendition,
        phrases=phrases,
        mark=mark,
        charset=charset,
        language=site.language or phrases.default,
        fragment=source.fragment,
        header_language=source.language,
        known=known,
        hashes=source.hashes,
    )
    # what the authors made, before anything is done to it
    digests = blocks(page)
    page.repeated = frozenset(filter(lambda block: known.repeats(digests[block]), digests))
    lesson = Lesson(tuple(digests.values()), described(page))
    page.language = page_language(page) or page.language
    repairs, gave_up = engine.run(RULES, page, strict=strict)
    for step in STEPS:
        try:
            step(page)
        except Exception:  # a step that fails must not cost the page
            if strict:
                raise
            gave_up = (*gave_up, step.__name__)
    parts, places = mark.cut(document.serialise(tree))
    return Artifact(
        "text/html; charset=utf-8", parts, places, repairs, gave_up, lesson, page.new_hashes
    )
