"""
JSON that a page's scripts ask for, the manifest, and script files that the recipe names.

The site's own address in their strings leads to us.
"""

from __future__ import annotations

import json

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.literal import in_strings
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source


def rewrite_data(source: Source, site: Site) -> Artifact:
    """Gives the text with nothing but addresses changed, broken or not: nothing is parsed."""
    # an address is ASCII in every encoding that data come in, and each byte a character of this one
    mapped = in_strings(source.body.decode("latin-1"), site)
    return Artifact(source.content_type, (mapped.encode("latin-1"),))


def is_data(source: Source) -> bool:
    """
    Says whether what a script asked for is JSON that its server calls a page, as PHP does by default.

    Read as markup it would no longer be JSON: `<b>` in a string would get an end tag behind the last brace.
    """
    if not source.fragment or source.body.lstrip()[:1] not in {b"{", b"[", b'"'}:
        return False
    try:
        json.loads(source.body.decode("latin-1"))
    except (ValueError, RecursionError):
        return False
    return True
