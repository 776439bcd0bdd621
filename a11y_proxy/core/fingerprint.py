"""
Makes every key there is: whatever an output depends on is in its key.

Each part is written with its length before it, so that no two lists of parts look alike.
"""

from __future__ import annotations

from dataclasses import astuple
from hashlib import blake2b

from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source

Key = bytes
"""16 bytes of BLAKE2b; the first part says what it is a key of, so that kinds never meet."""


def entry_key(url: str, language: str) -> Key:
    """Gives the key of what the origin said: the address as it was sent, the language asked for."""
    return _digest("entry", url, language)


def artifact_key(source: Source, rendition: Rendition, site: Site, engine: str) -> Key:
    """Gives the key of what the engine makes of a source; `engine` is its version."""
    return _digest(
        "artifact",
        engine,
        source.digest,
        source.url,
        source.media_type,
        source.charset,
        source.language,
        source.fragment,
        *astuple(rendition),
        *_site(site),
    )


def reply_key(made_of: Key, fillings: tuple[bytes, ...]) -> Key:
    """Gives the key of one visitor's bytes: an artifact and what was filled into its slots."""
    return _digest("reply", made_of, *fillings)


def coded_key(reply: Key, coding: str) -> Key:
    """Gives the key of a reply in a content coding."""
    return _digest("coded", reply, coding)


def _site(site: Site) -> tuple[str | None, ...]:
    alts = tuple(word for pair in sorted(site.alts.items()) for word in pair)
    return (site.origin, site.main, str(len(site.aliases)), *site.aliases, *alts)


def _digest(*parts: bytes | str | bool | None) -> Key:
    state = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode()
        state.update(b"%d:" % len(data))
        state.update(data)
    return state.digest()
