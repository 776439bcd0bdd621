"""
Makes every key there is: whatever an output depends on is in its key.

Parts are written as the literal that Python would read back, so no two lists of them look alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from a11y_proxy.core.known import Known
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source

Key = bytes
"""16 bytes of BLAKE2b; the first part says what it is a key of, so that kinds never meet."""

_Part = bytes | str | int | None | tuple["_Part", ...]


def entry_key(url: str, language: str) -> Key:
    """Gives the key of what the origin said: the address as it was sent, the language asked for."""
    return _digest("entry", url, language)


def hosted_key(url: str) -> Key:
    """Gives the key of what another host said: its sheets and fonts are nobody's own."""
    return _digest("host", url)


def site_key(site: Site) -> Key:
    """Gives the key of what is known of a site."""
    return _digest(
        "site",
        site.origin,
        site.main,
        site.language,
        # what is written with one key cannot be opened with another
        site.host_key,
        site.aliases,
        _pairs(site.alts),
        _pairs(site.alts_by_selector),
        _pairs(site.headings),
        site.removals,
        _pairs(site.abbreviations),
        site.toggle_phrases,
        site.scripts,
        site.credentials,
        site.no_transform,
    )


def known_key(known: Known) -> Key:
    """Gives the key of what other pages of a site have taught."""
    return _digest("known", tuple(sorted(known.blocks)), _pairs(known.alts))


def artifact_key(source: Source, rendition: Rendition, site: Key, known: Key, engine: str) -> Key:
    """Gives the key of what the engine, in a version, makes of a source of a site, as it is known."""
    return _digest(
        "artifact",
        engine,
        source.digest,
        source.url,
        source.media_type,
        source.charset,
        source.language,
        source.fragment,
        source.xml,
        tuple(sorted(source.hashes)),
        rendition.images,
        rendition.layout,
        site,
        known,
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


def _pairs(table: Mapping[str, str] | Mapping[str, int]) -> tuple[tuple[str, str | int], ...]:
    return tuple(sorted(table.items()))


def _digest(*parts: _Part) -> Key:
    return _fingerprint(repr(parts).encode())


def _fingerprint(text: bytes) -> Key:
    return blake2b(text, digest_size=16).digest()
