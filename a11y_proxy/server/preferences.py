"""A visitor's wishes on their way in and out: one cookie, and the query of one address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import cast
from urllib.parse import parse_qsl, quote, urlencode

from a11y_proxy.core.preferences import (
    Appearance,
    Layout,
    Motion,
    Preferences,
    Rendition,
    Spacing,
    Typeface,
)

COOKIE = "a11y_preferences"
LANGUAGES = ("uk", "en")
SMALLEST, LARGEST, STEP = 100, 400, 25
"""Text size in percent of the original; the panel goes in steps."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "images": ("on", "off", "grey"),
    "spacing": ("normal", "wide"),
    "typeface": ("site", "sans", "serif", "legible"),
    "layout": ("site", "text"),
    "motion": ("off", "on"),
}
"""The wishes whose values are always the same; theme, scale and lang come beside them."""

WRONG_SCALE = "The text size must be a whole number of percent, {allowed}, not “{value}”."
WRONG_CHOICE = "“{name}” must be one of: {allowed}. It cannot be “{value}”."

_YEAR = 365 * 24 * 60 * 60
_AS_IS = "".join(map(chr, range(0x21, 0x7F)))
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")


class PreferenceError(ValueError):
    """
    A wish that cannot be granted; the message names the allowed values.

    `phrase` and `values` say the same in a visitor's language: a phrase of the catalogues and what
    goes into it.
    """

    def __init__(self, phrase: str, **values: object) -> None:
        super().__init__(phrase.format(**values))
        self.phrase = phrase
        self.values = values


def read(header: str | None, themes: Iterable[str], default: Preferences) -> Preferences:
    """
    Gives the wishes in a request's `Cookie` field value (RFC 6265 §5.4).

    A value that no longer means anything, such as a theme that is gone, gives way to the default's:
    an old cookie must never cost the page.
    """
    for pair in (header or "").split(";"):
        name, _, value = pair.strip().partition("=")
        if name == COOKIE:
            wishes = dict(parse_qsl(value.strip('"')))
            return _build(
                values(default) | {k: v for k, v in wishes.items() if not _wrong(k, v, themes)}
            )
    return default


def apply(preferences: Preferences, query: Mapping[str, str], themes: Iterable[str]) -> Preferences:
    """
    Gives the preferences with the wishes of a query granted; names it does not know are let be.

    Raises PreferenceError with the allowed values, in English.
    """
    wishes = {name: query[name] for name in values(preferences) if name in query}
    for name, value in wishes.items():
        if allowed := _wrong(name, value, themes):
            phrase = WRONG_SCALE if name == "scale" else WRONG_CHOICE
            raise PreferenceError(phrase, name=name, value=value[:60], allowed=allowed)
    return _build(values(preferences) | wishes)


def values(preferences: Preferences) -> dict[str, str]:
    """Gives every wish as the outside knows it, by name."""
    appearance, rendition = preferences.appearance, preferences.rendition
    return {
        "theme": appearance.theme,
        "scale": str(appearance.scale),
        "images": "grey" if appearance.grey and rendition.images == "on" else rendition.images,
        "spacing": appearance.spacing,
        "typeface": appearance.typeface,
        "layout": rendition.layout,
        "motion": appearance.motion,
        "lang": preferences.language,
    }


def serialise(preferences: Preferences) -> str:
    """Gives the cookie's value; it holds no character that a cookie value must not."""
    return urlencode(values(preferences))


def set_cookie(preferences: Preferences, *, secure: bool) -> str:
    """Gives the `Set-Cookie` field value: one year, this host, unseen by scripts."""
    attributes = f"Max-Age={_YEAR}; Path=/; SameSite=Lax; HttpOnly"
    return f"{COOKIE}={serialise(preferences)}; {attributes}{'; Secure' if secure else ''}"


def safe_next(value: str | None) -> str:
    """
    Gives the path to return to: `value` where it is one on this host, else `/`.

    Two slashes, a backslash or a control character would let a link lead elsewhere. What is not
    ASCII is percent-encoded, as header fields and request targets need it (RFC 9110 §5.5).
    """
    path = value or "/"
    if not path.startswith("/") or path.startswith("//") or _CONTROL.search(path):
        return "/"
    return quote(path, safe=_AS_IS, errors="replace")


def _wrong(name: str, value: str, themes: Iterable[str]) -> str:
    """Gives nothing for a value that is allowed, else what would be."""
    if name == "scale":
        fits = value.isascii() and value.isdigit() and SMALLEST <= int(value[:9]) <= LARGEST
        return "" if fits else f"{SMALLEST}–{LARGEST}"
    allowed = {"theme": tuple(themes), "lang": LANGUAGES, **CHOICES}.get(name, ())
    return "" if value in allowed else ", ".join(allowed) or "nothing"


def _build(wishes: Mapping[str, str]) -> Preferences:
    images = wishes["images"]
    return Preferences(
        appearance=Appearance(
            theme=wishes["theme"],
            scale=int(wishes["scale"]),
            spacing=cast("Spacing", wishes["spacing"]),
            typeface=cast("Typeface", wishes["typeface"]),
            motion=cast("Motion", wishes["motion"]),
            grey=images == "grey",
        ),
        rendition=Rendition(
            images="off" if images == "off" else "on",
            layout=cast("Layout", wishes["layout"]),
        ),
        language=wishes["lang"],
    )
