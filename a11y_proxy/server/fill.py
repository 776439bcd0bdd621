"""What goes into a page's slots for one visitor; remembered, because pages are read again and again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from cachetools import LRUCache

from a11y_proxy.core.artifact import Slot
from a11y_proxy.core.fingerprint import Key, reply_key
from a11y_proxy.core.preferences import Preferences
from a11y_proxy.server.views import Views
from a11y_proxy.service.request import Rewritten

_REMEMBERED = 2**23
"""Bytes, roughly."""
_OVERHEAD = 512

_Asked = tuple[Key, Preferences, str, bool, str | None, str]


@dataclass(frozen=True, slots=True)
class Filling:
    """
    The bytes for an artifact's slots, in their order.

    `key` is that of the filled page, `size` its bytes.
    """

    pieces: tuple[bytes, ...]
    key: Key
    size: int


class Filler:
    """Fills slots with what the views draw; `share` is the part of the room that one of several sites has."""

    def __init__(self, views: Views, share: float = 1.0) -> None:
        self._views = views
        self._known: LRUCache[_Asked, Filling] = LRUCache(
            _REMEMBERED * share, getsizeof=lambda filling: sum(map(len, filling.pieces)) + _OVERHEAD
        )

    def fill(  # noqa: PLR0913 - whatever a filling depends on
        self,
        body: Rewritten,
        preferences: Preferences,
        target: str,
        *,
        frame: bool,
        notice: str | None,
        place: str,
    ) -> Filling:
        """Gives what goes into the slots; the arguments are those of `Views.fill`."""
        asked = (body.key, preferences, target, frame, notice, place)
        filling = self._known.get(asked)
        if filling is None:
            filling = self._drawn(body, asked)
            with suppress(ValueError):  # larger than all the room
                self._known[asked] = filling
        return filling

    def _drawn(self, body: Rewritten, asked: _Asked) -> Filling:
        key, preferences, target, frame, notice, place = asked

        def piece(slot: Slot) -> bytes:
            text = self._views.fill(
                slot, preferences, target, frame=frame, notice=notice, place=place
            )
            # in a charset that we do not touch, references are safe and letters are not
            return text.decode().encode("ascii", "xmlcharrefreplace") if body.fallback else text

        pieces = tuple(map(piece, body.artifact.slots))
        size = body.artifact.size + sum(map(len, pieces))
        return Filling(pieces, reply_key(key, pieces), size)
