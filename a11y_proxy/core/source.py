"""What came from the origin, before anything is done to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from a11y_proxy.standards.media import XHTML


@dataclass(frozen=True)
class Source:
    """
    The bytes of one page or style sheet, with what its reply said about them.

    `url` is the absolute address at the origin; `media_type` is the essence, lower case
    (RFC 9110 §8.3.1); `charset` and `language` are what the header fields said, if anything;
    `fragment` marks markup that a script fetched to insert into a page (no document around it), `xml` a
    page that browsers read as XML; `hashes` are those by which a policy lets in styles and scripts.
    """

    url: str
    media_type: str
    body: bytes
    charset: str | None = None
    language: str | None = None
    fragment: bool = False
    xml: bool = False
    hashes: frozenset[str] = frozenset()

    @property
    def content_type(self) -> str:
        """What its reply said of its type, for a body that stays as it came."""
        said = XHTML if self.xml else self.media_type
        return f"{said}; charset={self.charset}" if self.charset else said

    @cached_property
    def digest(self) -> str:
        """The content's fingerprint, 32 hexadecimal digits."""
        return blake2b(self.body, digest_size=16).hexdigest()
