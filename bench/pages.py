"""The pages that are measured: the demo town's own, and larger ones put together from them."""

from __future__ import annotations

import re
from itertools import cycle

from a11y_proxy.town.pages import ADDRESSES, encode, read

ORIGIN = "http://town.example"
_BODY = re.compile(r"<body\b[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_NAMED = re.compile(
    r"""(\s(?:id|for|headers|aria-labelledby|href)=["']?#?)([A-Za-z][\w-]*)(?=["'\s>])"""
)


def town_pages() -> dict[str, bytes]:
    """Gives the town's pages by address, in the bytes in which they are served."""
    return {address: encode(page, read(page, ORIGIN)) for address, page in ADDRESSES.items()}


def made_page(kilobytes: int) -> bytes:
    """
    Gives a page of this size or a little more: the bodies of the town's pages, one after the other.

    The faults of so many pages are then one page's. Ids are numbered: none stands twice because of us.
    """
    texts = [read(page, ORIGIN) for page in ADDRESSES.values()]
    bodies = [found[1] for text in texts if (found := _BODY.search(text))]
    made, size = [], 0
    for turn, body in enumerate(cycle(bodies)):
        if size >= kilobytes * 1000:
            break
        made.append(_NAMED.sub(rf"\g<1>\g<2>-{turn}", body))
        size += len(made[-1].encode())
    first = texts[0]
    start, end = _BODY.search(first).span(1)
    return "".join((first[:start], *made, first[end:])).encode()
