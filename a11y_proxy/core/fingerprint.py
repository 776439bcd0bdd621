"""
Makes every key there is: whatever an output depends on is in its key.

Parts are written as the literal that Python would read back, so no two lists of them look alike.
"""

from __future__ import annotations

from hashlib import blake2b

from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source

Key = bytes
"""16 bytes of BLAKE2b; the first part says what it is a key of, so that kinds never meet."""


def entry_key(url: str, language: str) -> Key:
    """Gives the key of what the origin said: the address as it was sent, the language asked for."""
    return _digest("entry", url, language)


def hosted_key(url: str) -> Key:
    """Gives the key of what another host said: its sheets and fonts are nobody's own."""
    return _digest("host", url)


def site_key(site: Site) -> Key:
    """Gives the key of what is known of a site."""
    alts = tuple(word for pair in sorted(site.alts.items()) for word in pair)
    return _digest(
        "site",
        site.origin,
        site.main,
        site.language,
        # what is written with one key cannot be opened with another
        site.host_key,
        len(site.aliases),
        *site.aliases,
        *alts,
    )


def artifact_key(source: Source, rendition: Rendition, site: Key, engine: str) -> Key:
    """Gives the key of what the engine, in a version, makes of a source; `site` is a site's key."""
    return _digest(
        "artifact",
        engine,
        source.digest,
        source.url,
        source.media_type,
        source.charset,
        source.language,
        source.fragment,
        rendition.images,
        rendition.layout,
        site,
    )


def fallback_key(artifact: Key) -> Key:
    """Gives the key of what stands in for an artifact that could not be made this time."""
    return _digest("fallback", artifact)


def reply_key(made_of: Key, fillings: tuple[bytes, ...]) -> Key:
    """Gives the key of one visitor's bytes: an artifact and what was filled into its slots."""
    return _digest("reply", made_of, *map(_fingerprint, fillings))


def coded_key(reply: Key, coding: str) -> Key:
    """Gives the key of a reply in a content coding."""
    return _digest("coded", reply, coding)


def _digest(*parts: bytes | str | int | None) -> Key:
    return _fingerprint(repr(parts).encode())


def _fingerprint(text: bytes) -> Key:
    return blake2b(text, digest_size=16).digest()
