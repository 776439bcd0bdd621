"""What one page teaches about its site, and what is known of a site from the pages met so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Digest = int
"""The fingerprint of a block's words; the same block has the same one on every page."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """
    What one page shows of what pages of its site share, as its authors wrote it.

    `blocks` are the digests of its blocks in document order; `alts` are pairs of a picture's key
    and the alternative text that this page has for it.
    """

    blocks: tuple[Digest, ...] = ()
    alts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """
    What the site's other pages have taught: evidence that no single page has.

    `blocks` are the digests of what stands on most pages, such as a header, a menu, a footer;
    `alts` maps a picture's key to the one text that it is described by wherever it is described.
    Without any it says nothing, and a page is judged by itself.
    """

    blocks: frozenset[Digest] = frozenset()
    alts: Mapping[str, str] = field(default_factory=dict)

    def repeats(self, digest: Digest) -> bool:
        """Says whether a block stands on most pages of the site."""
        return digest in self.blocks
