"""
Moving pictures held still: the first picture of a file alone, by the file's own blocks.

No picture is decoded: what comes after the first one is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from a11y_proxy.core.stills import gif, png, webp

Still = Callable[[bytes], bytes | None]
"""
Takes a file, or its beginning, and gives one with the first picture alone.

None where nothing moves, or where it is no such file. Raises `UnfinishedError` while more bytes must
come to know.
"""

STILLS: Mapping[str, Still] = MappingProxyType(
    {
        "image/gif": gif.still,
        "image/png": png.still,
        "image/apng": png.still,
        "image/vnd.mozilla.apng": png.still,
        "image/webp": webp.still,
    }
)
"""By media type. Their files begin with what they are, so a wrong type does no harm."""
