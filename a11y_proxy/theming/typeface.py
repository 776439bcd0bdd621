"""The typeface that we serve ourselves, for letters that are not mistaken for one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

PREFIX = "/_a11y/static/"
LICENCE = "typeface-licence.txt"

_CUTS = {
    "Regular": (400, "normal"),
    "Italic": (400, "italic"),
    "Bold": (700, "normal"),
    "BoldItalic": (700, "italic"),
}
"""What the end of a file's name says (OpenType, name table, id 2)."""


@dataclass(frozen=True)
class Typeface:
    """
    Files by their names in addresses, and the rules that a style sheet needs to use them.

    A name holds the fingerprint of the file: what stands at an address never changes.
    """

    files: Mapping[str, bytes]
    rules: str


def typeface(files: Mapping[str, bytes], licence: str) -> Typeface | None:
    """
    Gives the typeface of a folder's WOFF2 files, named like `Andika-Regular.woff2`; None without one.

    The reader's page is shown in another face until this one is there (`swap`, CSS Fonts 4 §11.1).
    """
    named: dict[str, bytes] = {}
    rules: list[str] = []
    for file, body in sorted(files.items()):
        stem = file.removesuffix(".woff2")
        cut = _CUTS.get(stem.rpartition("-")[2])
        if cut is None:
            continue
        name = f"{stem.lower()}.{blake2b(body, digest_size=8).hexdigest()}.woff2"
        named[name] = body
        rules.append(
            f'@font-face {{ font-family: "a11y legible"; font-weight: {cut[0]}; '
            f"font-style: {cut[1]}; font-display: swap; "
            f'src: url("{PREFIX}{name}") format("woff2"); }}\n'
        )
    if not any("font-weight: 400; font-style: normal" in rule for rule in rules):
        return None
    return Typeface(named | {LICENCE: licence.encode()}, "".join(rules))
