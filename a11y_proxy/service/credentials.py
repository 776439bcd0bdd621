"""Passwords that a browser says by HTTP (RFC 9110 §11): at the original only, unless the operator allows it."""

from __future__ import annotations

import re

from a11y_proxy.core.fields import Fields
from a11y_proxy.core.site import Site
from a11y_proxy.origin.errors import OriginPasswordError
from a11y_proxy.service.request import Reply, Streamed
from a11y_proxy.standards.http import PASSWORD_SCHEMES

_ESCAPED = re.compile(r"\\.")
_QUOTED = re.compile(r'"[^"]*+"')
_FIRST_WORD = re.compile(r"(?:^|,)\s*([^\s,=]+)(?=\s|,|$)")


def without_password(site: Site, fields: Fields) -> Fields:
    """Gives the fields of a request without a password that must not go through us."""
    if site.credentials == "proxy" or not _schemes(fields.joined("authorization")):
        return fields
    return fields.without({"authorization"})


def refuse_password(site: Site, reply: Reply) -> None:
    """
    Raises OriginPasswordError where the browser would ask the visitor for a password.

    It would ask in the name of our host, and send the password to us.
    """
    if site.credentials == "proxy" or reply.status != 401:
        return
    if not _schemes(reply.fields.joined("www-authenticate")):
        return
    if isinstance(reply.body, Streamed):
        reply.body.close()
    raise OriginPasswordError(f"{reply.url} asks for a password: see `site.credentials`")


def _schemes(line: str) -> frozenset[str]:
    """Gives the schemes with a password that challenges or credentials name."""
    return PASSWORD_SCHEMES & set(
        map(str.lower, _FIRST_WORD.findall(_QUOTED.sub("", _ESCAPED.sub("", line))))
    )
