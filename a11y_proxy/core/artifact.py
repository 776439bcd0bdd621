"""A rewritten page or sheet: fixed bytes with slots between them for what differs by visitor."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from a11y_proxy.core.known import Lesson
from a11y_proxy.core.repair import Repair

SlotName = Literal["framed", "head", "panel", "place", "width"]
"""
`head` is the start of the document's head (our style sheet goes there; the value "live" asks for
our script), `framed` the same inside the value of an attribute, `panel` the start of its body, with absolute links for the value "abroad"; `place` is the origin under
which the visitor sees us; `width` is a length in a media or container query, to be multiplied by the visitor's scale.
"""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place between two parts; `value` is what the place itself knows, such as "768px"."""

    name: SlotName
    value: str = ""


@dataclass(frozen=True, slots=True)
class Artifact:
    """
    The result of a transformation; `len(parts) == len(slots) + 1`.

    `gave_up` names the rules and steps that failed and left their work undone; `lesson` is what the
    page teaches about its site; `hashes` says what became of those by which a policy lets in its styles
    and scripts.
    """

    media_type: str
    parts: tuple[bytes, ...]
    slots: tuple[Slot, ...] = ()
    repairs: tuple[Repair, ...] = ()
    gave_up: tuple[str, ...] = ()
    lesson: Lesson = field(default_factory=Lesson)
    hashes: Mapping[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes that the parts hold."""
        return sum(map(len, self.parts))


@dataclass(frozen=True, slots=True)
class Marker:
    """
    Writes slots as words into text that is still being worked on, and cuts the text at them.

    The word carries the digest of the source, so no page can write one of its own: a page
    cannot contain its own digest.
    """

    digest: str

    def word(self, slot: Slot) -> str:
        """Gives letters, digits, dots and hyphens only: safe in HTML text, attributes and CSS."""
        return f"a11y-slot-{self.digest}-{slot.name}-{slot.value}-slot"

    def unmarked(self, text: str) -> str:
        """Gives the text with what the places themselves know, for slots of widths."""
        parts, slots = self.cut(text.encode())
        return render(Artifact("", parts, slots), lambda slot: slot.value.encode()).decode()

    def cut(self, text: bytes) -> tuple[tuple[bytes, ...], tuple[Slot, ...]]:
        """Gives the parts between the words, and the slots that the words stood for."""
        pattern = (
            rf"a11y-slot-{self.digest}-(framed|head|panel|place|width)-([0-9a-z.]*)-slot".encode()
        )
        pieces = re.split(pattern, text)
        names, values = pieces[1::3], pieces[2::3]
        slots = tuple(
            Slot(name.decode(), value.decode())  # type: ignore[arg-type]  # the pattern's own names
            for name, value in zip(names, values, strict=True)
        )
        return tuple(pieces[::3]), slots


def render(artifact: Artifact, fill: Callable[[Slot], bytes]) -> bytes:
    """Gives the bytes for one visitor: the parts, with each slot filled."""
    parts, slots = artifact.parts, artifact.slots
    pieces = [parts[0]]
    for slot, part in zip(slots, parts[1:], strict=True):
        pieces += (fill(slot), part)
    return b"".join(pieces)
