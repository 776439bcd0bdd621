"""What can go wrong at the origin; each message is a phrase of the catalogues."""

from __future__ import annotations


class OriginError(Exception):
    """
    The origin gave no usable reply; `status` is ours for the visitor (RFC 9110 §15.6).

    `wait` are the seconds after which it is worth trying again, where that is known.
    """

    status = 502
    wait: int | None = None
    phrase = "The site could not be reached. Please try again in a few minutes."


class OriginDownError(OriginError):
    """No connection: refused, unknown name, failed TLS."""


class OriginRefusedError(OriginError):
    """It does not open the WebSocket that was asked for; `status` is its own, where that is an error."""

    def __init__(self, status: int) -> None:
        super().__init__(f"no WebSocket here: {status}")
        self.status = status if status >= 400 else 502


class OriginMovedError(OriginError):
    """It answers, but only to say that the site is at another address."""


class OriginForbiddenError(OriginError):
    """Another host that must not be asked: it is at no public address, or at a port of its own."""

    status = 403
    phrase = "A style sheet or font is at a place that must not be asked for it."


class OriginPasswordError(OriginError):
    """It asks the browser for a password (RFC 9110 §11.6.1), and none may go through us."""

    status = 403
    phrase = (
        "This page asks for a password, and passwords do not go through this version of the site. "
        "Please open the ordinary version."
    )


class OriginUnfitError(OriginError):
    """Another host gave something else than a style sheet or a font."""

    phrase = "Another site did not give the style sheet or font that it was asked for."


class OriginBusyError(OriginError):
    """So much is asked of it already that no connection came free within the time granted."""

    status = 503
    wait = 60
    phrase = "The site is very busy just now. Please try again in a minute."


class OriginSlowError(OriginError):
    """No reply within the time granted."""

    status = 504
    phrase = "The site took too long to answer. Please try again in a few minutes."


class OriginBrokenError(OriginError):
    """The reply is not HTTP, or its content is not in the coding it claims."""

    phrase = "The site sent a page that cannot be unpacked. Please try again, or read the original."


class OriginCutOffError(OriginError):
    """The connection broke before the body was whole."""

    phrase = "The site broke off in the middle of the page. Please try again."
