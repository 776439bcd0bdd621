"""Hashes by which a policy lets in the styles and scripts inside a page (CSP 3 §2.3.1, hash-source)."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping

_SOURCE = re.compile(r"'(sha(?:256|384|512))-([a-z0-9+/_-]+={0,2})'", re.IGNORECASE)
_FROM_URLS = str.maketrans("-_", "+/")


def hashes(policies: str) -> frozenset[str]:
    """Gives the hashes that policies name, each as `hash_of` writes it."""
    return frozenset(map(_plainly, _SOURCE.finditer(policies)))


def hash_of(text: str, algorithm: str) -> str:
    """Gives the source that lets a text in, such as `'sha256-…'`; `algorithm` is a name like "sha256"."""
    digest = hashlib.new(algorithm, text.encode()).digest()
    return f"'{algorithm}-{b64encode(digest).decode()}'"


def algorithms(sources: Iterable[str]) -> frozenset[str]:
    """Gives the algorithms that hashes are made with."""
    return frozenset(source[1:7] for source in sources)


def rehashed(policies: str, became: Mapping[str, str]) -> str:
    """Gives the policies with what hashes became in their place, and all else as it was."""
    return _SOURCE.sub(lambda found: became.get(_plainly(found), found[0]), policies)


def _plainly(found: re.Match[str]) -> str:
    # either alphabet of Base64 means the same (§6.7.3.3)
    return f"'{found[1].lower()}-{found[2].translate(_FROM_URLS)}'"
