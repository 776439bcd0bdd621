"""Knows the players of films at other sites: what may be asked of them, and what they were before."""

from __future__ import annotations

import re
from collections.abc import Mapping

_YOUTUBE = {"cc_load_policy": "1", "cc_lang_pref": "{language}", "hl": "{language}"}
_VIMEO = {"texttrack": "{language}"}
_PLAYERS: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...] = (
    (re.compile(r"\s*(?:https?:)?//(?:www\.|m\.)?youtube(?:-nocookie)?\.com/embed/", re.IGNORECASE), _YOUTUBE),
    (re.compile(r"\s*(?:https?:)?//player\.vimeo\.com/video/", re.IGNORECASE), _VIMEO),
)  # fmt: skip
"""How an address of a player begins, and what may be asked of it there, as its maker documents it."""

_FORMER = (
    (
        re.compile(r"(?:https?:)?//(?:www\.)?(youtube(?:-nocookie)?\.com)/v/([\w-]+)(.*)", re.IGNORECASE),
        "https://www.{}/embed/{}", "YouTube",
    ),
    (
        re.compile(r"(?:https?:)?//(?:www\.)?(vimeo\.com)/moogaloop\.swf\?(?:.*&)?clip_id=(\d+)(.*)", re.IGNORECASE),
        "https://player.{}/video/{}", "Vimeo",
    ),
)  # fmt: skip
"""How the address of a player for Flash looked: host, film and wishes; where the film is now, and whose."""

_STARTING = frozenset({"autoplay", "auto_play", "autostart"})


def captioned(address: str, language: str) -> str | None:
    """
    Gives a player's address that asks for captions in a language (ISO 639-1); None for any other.

    What its author said there stays.
    """
    wishes = next((wishes for player, wishes in _PLAYERS if player.match(address)), None)
    if wishes is None:
        return None
    before, mark, fragment = address.strip().partition("#")
    path, _, query = before.partition("?")
    said = {pair.partition("=")[0] for pair in query.split("&")}
    asked = {name: value.format(language=language) for name, value in wishes.items()}
    new = (f"{name}={value}" for name, value in asked.items() if name not in said)
    return f"{path}?{'&'.join(filter(None, (query, *new)))}{mark}{fragment}"


def present_player(address: str) -> tuple[str, str]:
    """Gives the address of the film that one of a Flash player names, and its service; two times "" for none."""
    for former, present, service in _FORMER:
        if found := former.fullmatch(address):
            host, film, wishes = found.groups()
            pairs = wishes.replace("?", "&").split("&")
            kept = [pair for pair in pairs if pair.partition("=")[0].lower() not in _STARTING]
            query = "&".join(filter(None, kept))
            return present.format(host.lower(), film) + (f"?{query}" if query else ""), service
    return "", ""
