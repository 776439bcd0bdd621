"""Content-Security-Policy of our own pages."""

from __future__ import annotations

OUR_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
)
"""They need one sheet, and whatever else gets into them is not ours."""
