"""
Bytes of a page, a sheet or data to an artifact: the engine.

`transform` is the whole of it; everything below is how.
"""

from __future__ import annotations

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.known import Known
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite.css.pipeline import rewrite_stylesheet
from a11y_proxy.rewrite.data import is_data, rewrite_data
from a11y_proxy.rewrite.html.pipeline import rewrite_page
from a11y_proxy.rewrite.xml import rewrite_xml
from a11y_proxy.standards.media import DRAWING, FEEDS, UNPARSED

ENGINE_VERSION = "136"
"""Part of every artifact's key: raise it whenever the same source would come out otherwise."""


def transform(  # noqa: PLR0913 - whatever an artifact depends on
    source: Source,
    rendition: Rendition,
    site: Site,
    phrases: Phrases,
    known: Known | None = None,
    *,
    strict: bool = False,
) -> Artifact:
    """
    Gives the artifact of a page, a style sheet, a feed or data; `known` is what other pages of the site taught.

    Raises UnparsableError for what must not be parsed. Anything else that fails inside leaves its
    own work undone and is named in `gave_up`; with `strict` (tests) it is raised.
    """
    if source.media_type == "text/css":
        return rewrite_stylesheet(source, site)
    if source.media_type in UNPARSED or is_data(source):
        return rewrite_data(source, site)
    if source.media_type == DRAWING or source.media_type in FEEDS:
        return rewrite_xml(source, site)
    return rewrite_page(source, rendition, site, phrases, known or Known(), strict=strict)
