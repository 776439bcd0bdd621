"""Our script, with its table in it: the one thing of ours that runs in a visitor's browser."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from rjsmin import jsmin

from a11y_proxy.rewrite.live import table
from a11y_proxy.theming.stylesheet import digest

PATH = "/_a11y/live.js"

_DECLARED = re.compile(r"^  (?:const|let|function) ([A-Za-z_]{4,})", re.MULTILINE)
"""Names of the outermost function, known by their indent."""


@lru_cache(1)
def script() -> tuple[str, str]:
    """Gives the script as small as it travels, and its digest (the address's `v`)."""
    source = (files(__package__) / "static" / "live.js").read_text("utf-8")
    small: str = jsmin(_shortened(source).replace("(TABLE)", f"({table()})"))
    return small, digest(small)


@lru_cache(1)
def integrity() -> str:
    """Gives the script's hash, as Subresource Integrity and Content-Security-Policy write it."""
    made = sha256(script()[0].encode()).digest()
    return f"sha256-{b64encode(made).decode()}"


def _shortened(source: str) -> str:
    """Gives the source with short names for its own; what only looks like one is a word in a text."""
    for at, name in enumerate(dict.fromkeys(_DECLARED.findall(source))):
        alone = rf"(?<![\w'$\"-])(?:(?<=\.\.\.)|(?<!\.)){name}(?![\w'\":-])"
        source = re.sub(alone, f"{chr(65 + at // 26)}{chr(97 + at % 26)}", source)
    return source
