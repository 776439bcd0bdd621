"""Turns the bytes of a header field into text that can be sent on, without losing any of it."""

from __future__ import annotations

import re
from urllib.parse import quote_from_bytes

from a11y_proxy.standards.http import ADDRESSES

_WRITTEN_AS_IS = bytes(range(0x21, 0x7F)).decode()
_CONTROLS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_LEGACY = "windows-1251"
"""Of the few servers that put raw bytes into a file's name, those in our part of the world mean this."""


def text_of(name: bytes, value: bytes) -> str | None:
    """
    Gives a field's value as text that is safe to write again, or None for a value with controls.

    UTF-8 stays; in an address every other byte is percent-encoded, as a browser would read it;
    elsewhere (a file's suggested name) the legacy encoding is assumed.
    """
    if _CONTROLS.search(value):
        return None
    if value.isascii():
        return value.decode("ascii")
    if name.lower().decode("ascii", "replace") in ADDRESSES:
        return quote_from_bytes(value, safe=_WRITTEN_AS_IS)
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode(_LEGACY, "replace")
