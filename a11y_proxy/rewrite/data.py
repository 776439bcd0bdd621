"""
JSON that a page's scripts ask for, the manifest, and script files that the recipe names.

The site's own address in their strings leads to us.
"""

from __future__ import annotations

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.literal import in_strings
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source


def rewrite_data(source: Source, site: Site) -> Artifact:
    """Gives the text with nothing but addresses changed, broken or not: nothing is parsed."""
    # an address is ASCII in every encoding that data come in, and each byte a character of this one
    mapped = in_strings(source.body.decode("latin-1"), site)
    return Artifact(source.content_type, (mapped.encode("latin-1"),))
