"""
Carries through XML what HTML allows and XML does not.

Attribute names such as `@click` or `xmlns:og`, control characters and `--` in comments would be
lost between the spec parser and lxml. They travel under names and characters that mean nothing,
and `restore` puts them back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b

from turbohtml import Comment as SpecComment
from turbohtml import Document as SpecDocument
from turbohtml import Element as SpecElement
from turbohtml import Text as SpecText

# U+FDD0 to U+FDEF are noncharacters: no page may use them for anything, and XML lets them pass.
# Each stands for the control character at the same distance from U+0000; the three controls that
# XML has itself leave their places to what else must hide.
_FIRST = 0xFDD0
_PLACES = {9: "-", 10: "&lt;", 13: "&amp;"}
HYPHEN, LESS_THAN, AMPERSAND = (chr(_FIRST + place) for place in _PLACES)

_PREFIX, _END = "a11y-", "."

_CONTROLS = "".join(chr(code) for code in range(1, 32) if code not in _PLACES)
_HIDE = {ord(control): chr(_FIRST + ord(control)) for control in _CONTROLS}
_REVEAL = {ord(hidden): chr(control) for control, hidden in _HIDE.items()}
_CONTROL_BYTES = _CONTROLS.encode()
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*(?:[1-9]|[12]\d|3[01])(?!\d)|[xX]0*1?[\da-fA-F](?![\da-fA-F]))"
)
_NOT_IN_XML_COMMENT = re.compile(r"--|-\Z")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
_HIDDEN = re.compile(rb"\xef\xb7([\x90-\xaf])")
_XML_NAME = re.compile(r"(?:xml:|xlink:)?(?!xmlns)[A-Za-z_][A-Za-z0-9_.\-]*")


def has_noncharacters(octets: bytes) -> bool:
    """Whether the page (in UTF-8) may hold characters that `restore` would take for its own."""
    return _may_hide(octets)


def _may_hide(octets: bytes) -> bool:
    return (
        b"\xef" in octets and b"\xef\xb7" in octets
    )  # one byte is looked for much faster than two


def without_noncharacters(text: str) -> str:
    """Gives the text with U+FFFD for the characters that `restore` would take for its own."""
    return _NONCHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)


def has_controls(octets: bytes) -> bool:
    """Whether the page (in UTF-8) has control characters that XML lacks, or references to such."""
    return (
        len(octets.translate(None, _CONTROL_BYTES)) != len(octets)
        or _CONTROL_REFERENCE.search(octets) is not None
    )


def is_xml_name(name: str) -> bool:
    """Whether XML takes an element's or attribute's name for just that name."""
    return _XML_NAME.fullmatch(name) is not None


def hide_names(found: list[tuple[SpecElement, str]], octets: bytes) -> Mapping[str, str]:
    """
    Gives each element's name another one; returns the new names with the old ones.

    A new name carries the digest of the page (in UTF-8), and no page holds its own digest.
    """
    if not found:
        return {}
    digest = blake2b(octets, digest_size=8).hexdigest()
    old = dict.fromkeys(name for _, name in found)
    new = {name: f"{_PREFIX}{digest}-{index}{_END}" for index, name in enumerate(old)}
    for element, name in found:
        if element.tag == name:
            element.tag = new[name]
        else:
            element.attrs[new[name]] = element.attr(name) or ""
            del element.attrs[name]
    return {hidden: name for name, hidden in new.items()}


def hide_hyphens(tree: SpecDocument | SpecElement) -> None:
    """Hides the hyphens of comments that XML would not read as comments."""
    for comment in tree.xpath_iter("//comment()"):
        if isinstance(comment, SpecComment) and _NOT_IN_XML_COMMENT.search(comment.data):
            comment.data = comment.data.replace("-", HYPHEN)


def hide_controls(tree: SpecDocument | SpecElement) -> None:
    """Hides the control characters of texts and attribute values."""
    for node in tree.descendants:
        if isinstance(node, SpecText):
            node.data = node.data.translate(_HIDE)
        elif isinstance(node, SpecElement):
            for name in list(node.attrs):
                node.attrs[name] = (node.attr(name) or "").translate(_HIDE)


def revealed(text: str) -> str:
    """Gives a text or an attribute's value with its control characters in their places."""
    return text.translate(_REVEAL)


def restore(markup: bytes, names: Mapping[str, str]) -> bytes:
    """Gives the markup with everything that was hidden in its place again."""
    if _may_hide(markup):
        markup = _HIDDEN.sub(_revealed, markup)
    if not names:
        return markup
    prefix = next(iter(names)).rpartition("-")[0]
    pieces = markup.split(prefix.encode())
    for place, piece in enumerate(pieces[1:], 1):
        number, end, rest = piece.partition(_END.encode())
        pieces[place] = names[prefix + (number + end).decode()].encode() + rest
    return b"".join(pieces)


def _revealed(match: re.Match[bytes]) -> bytes:
    place = match[1][0] - 0x90
    return _PLACES.get(place, chr(place)).encode()
