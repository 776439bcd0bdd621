"""Reads the words out of captions (WebVTT), for who reads them all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

LONGEST = 2**19
"""Characters of a file that is read: the captions of ten hours."""

_SIGNATURE = re.compile(r"WEBVTT(?=[ \t\n]|\Z)")
_NEWLINE = re.compile(r"\r\n?")
_BLANK = re.compile(r"\n{2,}")
_VOICE = re.compile(r"</v>|<v(?:\.[^\s<>]*)?\s([^<>]*)>")
_TAG = re.compile(r"<[^>]*>?")
_NEXT_SPEAKER = re.compile(r"\n(?=[ \t]*[-–—][ \t])")
_GOES_ON = re.compile(r"(?![-–—\[(♪])")
_ENDED = re.compile(r"""[.!?…♪\])][»”"')]*$""")
_ENDING = 4
"""Characters in which a sentence comes to its end."""

_LONG = 600
"""Characters after which a paragraph ends with its caption: what machines write down has no full stops."""


class NotCaptionsError(ValueError):
    """The text is not WebVTT, or more of it than anybody reads."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one voice says without a break; `speaker` is "" where the captions do not name one."""

    speaker: str
    words: str


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """
    Gives the words of captions in their order, without times, styles and remarks (WebVTT §4 and §6).

    A sentence that runs over several captions is one paragraph; what is shown twice, as captions that
    roll upwards do, is read once. Raises NotCaptionsError.
    """
    text = _NEWLINE.sub("\n", text.removeprefix("\ufeff"))
    if len(text) > LONGEST or not _SIGNATURE.match(text):
        raise NotCaptionsError
    found: list[Paragraph] = []
    for new in _utterances(text):
        last = found[-1] if found else None
        if last is None or last.speaker != new.speaker:
            found.append(new)
        elif last.words.endswith(new.words):
            continue
        elif _has_ended(last.words) or not _GOES_ON.match(new.words):
            found.append(new)
        else:
            found[-1] = Paragraph(new.speaker, f"{last.words} {new.words}")
    return tuple(found)


def _has_ended(words: str) -> bool:
    return len(words) > _LONG or _ENDED.search(words[-_ENDING:]) is not None


def _utterances(text: str) -> Iterator[Paragraph]:
    for cue in _cues(text):
        first, *voices = _VOICE.split(cue)
        for speaker, said in ((None, first), *zip(voices[::2], voices[1::2], strict=True)):
            for piece in _NEXT_SPEAKER.split(said):
                if words := _plain(piece):
                    yield Paragraph(_plain(speaker or ""), words)


def _cues(text: str) -> Iterator[str]:
    """Gives what each caption shows; the first block of a file is its header."""
    for block in _BLANK.split(text)[1:]:
        lines = block.split("\n")
        timed = next((place for place, line in enumerate(lines[:2]) if "-->" in line), None)
        if timed is not None:
            yield "\n".join(lines[timed + 1 :])


def _plain(piece: str) -> str:
    return " ".join(unescape(_TAG.sub("", piece)).split())
