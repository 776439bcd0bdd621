"""
Remembers what became of the styles inside pages: the pages of a site carry the same ones.

What is remembered is a matter of content alone, so no answer depends on what was asked before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from cachetools import LRUCache

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.unparsable import UnparsableError

Rewrite = Callable[[str, SheetContext], str]

_MOST = 16 * 2**20
_OVERHEAD = 500


@dataclass(frozen=True, slots=True)
class _Rewritten:
    """
    A style as it became; `text` is None where it could not be parsed.

    Its slots carry `digest`, its own fingerprint, for a page's; it holds for every page on which
    its `addresses` (each with whether it is of a sheet or font) become the same.
    """

    text: str | None
    digest: str
    addresses: Mapping[tuple[str, bool], str]
    size: int


_KNOWN: LRUCache[tuple[Rewrite, str, bool], _Rewritten] = LRUCache(
    _MOST, getsizeof=lambda known: known.size
)


def rewritten(rewrite: Rewrite, text: str, context: SheetContext) -> str | None:
    """Gives what `rewrite` makes of a text, from memory if it can; None for an unparsable one."""
    key = (rewrite, text, context.drawing)
    known = _KNOWN.get(key)
    if known is None or any(
        (context.map_loaded if loaded else context.map_url)(url) != to
        for (url, loaded), to in known.addresses.items()
    ):
        known = _rewrite(rewrite, text, context)
        if known.size <= _MOST:
            _KNOWN[key] = known
    return known.text and known.text.replace(known.digest, context.mark.digest)


def forget() -> None:
    """Empties the memory, for measurements and tests."""
    _KNOWN.clear()


def _rewrite(rewrite: Rewrite, text: str, context: SheetContext) -> _Rewritten:
    addresses: dict[tuple[str, bool], str] = {}

    def map_url(url: str) -> str:
        to = addresses[url, False] = context.map_url(url)
        return to

    def map_sheet(url: str) -> str:
        to = addresses[url, True] = context.map_loaded(url)
        return to

    # no text contains its own fingerprint, so it can stand for that of any page
    digest = blake2b(text.encode(errors="replace"), digest_size=16).hexdigest()
    size = _OVERHEAD + 4 * len(text)
    try:
        after = rewrite(
            text, replace(context, map_url=map_url, map_sheet=map_sheet, mark=Marker(digest))
        )
    except UnparsableError:
        return _Rewritten(None, digest, {}, size)
    return _Rewritten(after, digest, addresses, size)
