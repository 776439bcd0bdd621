"""Content-Security-Policy of our own pages."""

from __future__ import annotations

OUR_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'"
)
"""They need one sheet, perhaps a typeface, and whatever else gets into them is not ours."""
