"""Says which captions a film has, and in which languages."""

from __future__ import annotations

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.queries.language import primary

_WORDS = {"captions": 0, "subtitles": 1}
"""Kinds of tracks that are words to read, the fuller first: captions tell sounds, too."""


def captions(medium: Element) -> list[Element]:
    """
    Gives the tracks of captions and subtitles that a browser would offer, the fuller first.

    A track without a kind is one of subtitles, an unknown kind is none (HTML §4.8.11.11.3).
    """
    tracks = [track for track in medium.iterchildren("track") if (track.get("src") or "").strip()]
    return sorted((track for track in tracks if kind_of(track) in _WORDS), key=_fullness)


def kind_of(track: Element) -> str:
    """Gives what a track holds, as its author wrote it."""
    return track.get("kind", "subtitles").strip().lower()


def language_of(track: Element) -> str:
    """Gives the language of a track without script and region; "" where it is not stated."""
    stated = primary((track.get("srclang") or "").strip().replace("_", "-"))
    return (
        "uk" if stated == "ua" else stated
    )  # the country in place of its language; no language is "ua"


def _fullness(track: Element) -> int:
    return _WORDS[kind_of(track)]
