"""What is said to a request that aiohttp's parser refuses: never what was sent."""

from __future__ import annotations

from aiohttp.http_exceptions import BadHttpMessage, LineTooLong

_UNREADABLE = 400, "This is no request that can be read.\n"
_TARGET = 414, "This address is too long: at most 8190 bytes are read.\n"
_FIELD = 431, "A header field is too long: at most 8190 bytes of one are read.\n"
_FIELDS = 431, "There are too many header fields: at most 128 are read.\n"
_TOO_MANY = "Too many headers"


def answer(error: BadHttpMessage) -> tuple[int, str]:
    """Gives the status and the text (RFC 9110 §15.5.15, RFC 6585 §5)."""
    if isinstance(error, LineTooLong):
        # the parser does not tell what it read: a target begins with a slash, few fields do
        begun = error.args[0]
        return (
            _TARGET if isinstance(begun, bytes | bytearray) and begun.startswith(b"/") else _FIELD
        )
    return _FIELDS if error.message.startswith(_TOO_MANY) else _UNREADABLE
