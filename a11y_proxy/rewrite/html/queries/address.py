"""Says what an address may become when we make a link of it."""

from __future__ import annotations

import re

_PATH = re.compile(r"[/?#]")


def is_place(address: str) -> bool:
    """
    Says whether the address is a place on the web: relative, or http(s).

    What a browser loads by itself it never runs; as a link, `javascript:` would. Browsers read past
    controls and line breaks in a scheme, so only what is plainly a place counts as one.
    """
    before = _PATH.split(address, maxsplit=1)[0]
    return ":" not in before or before.strip().lower() in {"http:", "https:"}
