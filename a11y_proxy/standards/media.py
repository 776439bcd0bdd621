"""Media types whose addresses are mapped though they are neither pages nor sheets."""

from __future__ import annotations

FEEDS = frozenset(
    (
        *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        *("application/opensearchdescription+xml", "application/xml", "text/xml"),
    )
)
"""XML that is read outside a page: feeds (RFC 4287, RSS 2.0) and descriptions of searches."""

DRAWING = "image/svg+xml"

XHTML = "application/xhtml+xml"
"""Pages that browsers read as XML."""

SCRIPTS = frozenset(
    (
        *("text/javascript", "application/javascript", "application/x-javascript"),
        *("application/ecmascript", "text/ecmascript", "text/x-javascript"),
    )
)
"""Types of script files (RFC 9239), those that were given up among them."""

SCRIPT = "text/javascript"

DATA = frozenset(("application/json", "application/manifest+json"))
"""JSON (RFC 8259) that scripts and browsers ask for; the second is the web app manifest."""

UNPARSED = DATA | {SCRIPT}
"""What is changed only where the site's own address stands in it, and is never parsed."""
