"""Gives what an element is to assistive technology."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.standards.aria import NATIVE_ROLES


def role_of(element: Element) -> str:
    """Gives the role that the author wrote, else the native one; "" for none that we know."""
    written = (element.get("role") or "").lower().split()
    return written[0] if written else NATIVE_ROLES.get(str(element.tag), "")
