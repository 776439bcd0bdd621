"""Reads the typeface that is served to readers who wish for it, once, at the start."""

from __future__ import annotations

from pathlib import Path

from a11y_proxy.theming.theme import ThemeError
from a11y_proxy.theming.typeface import Typeface, typeface

DEBIAN = Path("/usr/share/fonts-sil-andika/woff2")
"""Where Debian's package `fonts-sil-andika` puts Andika by SIL International, under the OFL 1.1."""

_LICENCES = ("OFL.txt", "LICENSE", "LICENSE.txt")
_DEBIAN_LICENCE = Path("/usr/share/doc/fonts-sil-andika/copyright")


def read_typeface(folder: Path | None = None) -> Typeface | None:
    """
    Gives the typeface of the operator's folder, or of Debian's; None where Debian has none.

    Raises ThemeError for a folder of the operator's that holds none, or none with its licence.
    """
    place = DEBIAN if folder is None else folder
    found = [place / name for name in _LICENCES]
    licence = next((path for path in (*found, _DEBIAN_LICENCE) if path.is_file()), None)
    if folder is not None and (licence is None or licence.parent != place):
        raise ThemeError(f"{place} holds no {_LICENCES[0]}: a typeface goes with its licence")
    if licence is None:
        return None
    files = {path.name: path.read_bytes() for path in place.glob("*.woff2")}
    read = typeface(files, licence.read_text("utf-8", "replace"))
    if read is None and folder is not None:
        raise ThemeError(f"{place} holds no typeface: no file ends with -Regular.woff2")
    return read
