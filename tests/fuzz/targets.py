"""What is asked of each reader of strange text: it may refuse in its own word, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

import tinycss2
from ada_url import URL
from hypothesis import strategies as st

from a11y_proxy.caching.client import ours, unchanged
from a11y_proxy.caching.directives import directives, seconds
from a11y_proxy.caching.entry import media_type
from a11y_proxy.caching.freshness import moment
from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.charset import decode, decode_css
from a11y_proxy.core.hostspace import ForgedAddressError, opened
from a11y_proxy.core.policy import amended
from a11y_proxy.core.preferences import Appearance, Preferences, Rendition
from a11y_proxy.core.refresh import parse_refresh
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.core.srcset import map_srcset
from a11y_proxy.core.stills import STILLS
from a11y_proxy.core.stills.unfinished import UnfinishedError
from a11y_proxy.core.urlmap import RefusedTargetError, UrlMap, encode_query, to_origin
from a11y_proxy.core.webvtt import NotCaptionsError, paragraphs
from a11y_proxy.origin.coding import acceptable, decoder
from a11y_proxy.origin.errors import OriginBrokenError
from a11y_proxy.origin.octets import text_of
from a11y_proxy.rewrite import transform
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_media, rewrite_sheet, rewrite_style
from a11y_proxy.rewrite.html import document
from a11y_proxy.rewrite.unparsable import UnparsableError
from a11y_proxy.server.preferences import PreferenceError, apply, read, safe_next
from a11y_proxy.stores.files import read_phrases
from tests.fuzz import inputs
from tests.rewrite.css.originals import without_originals

SITE = Site("http://t.example")
PAGE = "http://t.example/a/b"
CONTEXT = SheetContext(UrlMap(SITE, PAGE).map, Marker("0" * 32))
PHRASES = read_phrases()
WISHES = Preferences(Appearance("a"))
LOOKALIKE = str.maketrans("aceiopxyABCEHIKMOPTX", "асеіорхуАВСЕНІКМОРТХ")
AUTHORS = "#a1b2c3"
"""The one colour that no sheet of ours can hold."""

STEP = 2**19
_CONTROLS = {chr(code) for code in (*range(9), *range(10, 32), 127)}


@dataclass(frozen=True)
class Target:
    """A property of what reads some inputs: `check` raises where it does not hold."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def page(body: bytes) -> None:
    """No rule and no step gives up, and no letter of the page is lost."""
    with suppress(UnparsableError):
        artifact = transform(
            Source(PAGE, "text/html", body), Rendition(), SITE, PHRASES, strict=True
        )
        assert len(artifact.parts) == len(artifact.slots) + 1
        before = _letters(decode(body, None)[0])
        after = _letters(b"".join(artifact.parts).decode())
        assert not before - after, f"lost: {before - after}"


def sheet(text: str) -> None:
    """Colours become roles, and what came out is read as it was written."""
    with suppress(UnparsableError):
        once = rewrite_sheet(text, CONTEXT)
        assert _selectors(rewrite_sheet(once, CONTEXT)) == _selectors(once)


def style(text: str) -> None:
    """As `sheet`; what is no declaration a browser does not read."""
    with suppress(UnparsableError):
        for name in ("color", "background-color", "border-color", "fill"):
            after = without_originals(rewrite_style(f"{name}:{AUTHORS};{text}", CONTEXT))
            assert AUTHORS not in after.partition(";")[0]


def media(text: str) -> None:
    """Gives something for anything."""
    with suppress(UnparsableError):
        rewrite_media(text, CONTEXT)


def field(text: str) -> None:
    """No field of the origin's, or of a visitor's, is too strange, and none begins another one."""
    said = text_of(b"link", text.encode("utf-8", "replace"))
    if said is None:
        return
    assert not _CONTROLS & set(said)
    text = said
    for name in directives(text):
        seconds(directives(text), name)
    media_type(text)
    acceptable(text)
    moment(text)
    ours(text)
    unchanged(text, '"x"')
    found = parse_refresh(text)
    assert found is None or text[found.start : found.end] == found.url
    policy = amended(text, frozenset({"http://t.example"}), https=False)
    assert not {"\r", "\n"} & set(policy)


def wish(text: str) -> None:
    """A cookie is read or ignored, a query too or refused, and the way back stays here."""
    read(f"a11y_preferences={text}", ["a"], WISHES)
    for name in ("theme", "scale", "lang", "images", "motion", "next"):
        with suppress(PreferenceError):
            apply(WISHES, {name: text}, ["a"])
    back = URL(safe_next(text), base="http://proxy.test/x")
    assert back.origin == "http://proxy.test"
    assert safe_next(text).isascii()


def captions(text: str) -> None:
    """Captions, or none."""
    with suppress(NotCaptionsError):
        assert all(each.words for each in paragraphs(f"WEBVTT\n\n{text}"))


def picture(body: bytes) -> None:
    """Its first picture is no larger than all of it and a closing mark, and moves no more."""
    for still in set(STILLS.values()):
        for start in (b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF"):
            with suppress(UnfinishedError):
                first = still(start + body)
                assert first is None or len(first) <= len(start + body) + 12


def srcset(text: str) -> None:
    """Only addresses change."""
    assert map_srcset(text, lambda url: url) == text


def octets(body: bytes) -> None:
    """Bytes are text in some encoding, and unpacked step by step or not at all."""
    decode(body, None)
    decode_css(body, None)
    for coding in ("gzip", "br", "deflate"):
        undo = decoder(coding)
        assert undo is not None
        with suppress(OriginBrokenError):
            assert all(len(part) <= STEP for part in islice(undo.feed(body), 99))
            undo.finish()


def address(text: str) -> None:
    """What is asked for stays at the origin, and what is written leads to us or where it led."""
    with suppress(RefusedTargetError):
        assert URL(to_origin(SITE, text)).origin == "http://t.example"
    with suppress(ForgedAddressError):
        opened(b"k" * 16, text)
        raise AssertionError("nobody signed this")
    encode_query(text, "windows-1251")
    mapped = UrlMap(SITE, PAGE).map(text)
    if mapped != text:
        found = URL(mapped, base="http://proxy.test/")
        here = found.origin == "http://proxy.test"
        assert here or found.href == URL(text, base=PAGE).href


def _letters(text: str) -> Counter[str]:
    tree = document.parse(text)
    for element in tree.root.iter("style", "script"):
        element.text = None
    words = "".join(tree.root.itertext("*")).translate(LOOKALIKE)
    return Counter(filter(str.isalnum, words))


def _selectors(text: str) -> list[str]:
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return [tinycss2.serialize(r.prelude).strip() for r in rules if r.type == "qualified-rule"]


TARGETS = {
    "page": Target(inputs.BYTES, page),
    "sheet": Target(inputs.CSS, sheet),
    "style": Target(inputs.CSS, style),
    "media": Target(inputs.CSS, media),
    "field": Target(inputs.HTTP, field),
    "wish": Target(inputs.HTTP, wish),
    "captions": Target(inputs.HTTP, captions),
    "picture": Target(st.binary(max_size=300), picture),
    "srcset": Target(inputs.URLS, srcset),
    "octets": Target(inputs.BYTES, octets),
    "address": Target(inputs.URLS, address),
}
